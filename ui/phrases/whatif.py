"""Words about what-if: consolidating, and changes tried on an impact."""

from model.text import Text
from queries.impact.contrast import Shift
from queries.whatif.moving import Move

# Consolidating
TITLE = Text(id="Bagaimana bila digabung", en="What if they are merged")
HELP = Text(
    id="Dicoba pada salinan data dalam memori; tidak ada yang ditulis.",
    en="Tried on a copy of the data in memory; nothing is written.",
)
CAUTION = Text(id="**Perhatian:** {words}", en="**Caution:** {words}")
BEREFT = Text(
    id="**{n}** layanan dan proses tidak lagi memiliki yang dibutuhkannya: {names}.",
    en="Services and processes that are left without what they need: **{n}** ({names}).",
)
COVERS = Text(
    id="{keep} sudah melayani **{covered}** dari {all} layanan dan proses yang lain.",
    en="Services and processes of the others: {all}; {keep} already serves **{covered}** of them.",
)
CARRIES = Text(
    id="**{covered}** dari {all} layanan dan proses yang bergantung pada yang lain sudah bergantung pada "
    "{keep} juga.",
    en="Services and processes that lean on the others: {all}; **{covered}** of them on {keep} already.",
)
NO_WORK = Text(
    id="Tidak ada layanan atau proses yang tercatat pada yang dihentikan.",
    en="No service or process is on record for what is given up.",
)
UNCOVERED = Text(id="Belum tercakup: {names}.", en="Not covered yet: {names}.")
LEANS = Text(
    id="Bila {keep} mati, {after} layanan dan proses berhenti; sekarang {before}.",
    en="Services and processes that stop if {keep} fails: {after}; today {before}.",
)
NEW_POINTS = Text(id="Titik kegagalan tunggal yang baru", en="New single points of failure")
NEW_POINTS_SHEET = Text(id="Titik kegagalan baru", en="New single points")
NO_NEW_POINTS = Text(
    id="Tidak ada titik kegagalan tunggal yang baru.", en="There is no new single point of failure."
)
CONCENTRATED = Text(
    id="**{n}** layanan dan proses kehilangan cadangannya: sekarang tidak berhenti bila salah satu dari yang "
    "digabungkan mati, nanti berhenti bila {keep} mati.",
    en="Services and processes that lose their redundancy: **{n}**; today they do not stop if one of the "
    "merged fails, then they stop if {keep} does.",
)
CONCENTRATED_BELOW = Text(
    id="**{n}** layanan dan proses kehilangan cadangan di lapisan bawahnya: nanti berhenti bila salah satu "
    "dari ini mati sendiri: {names}.",
    en="Services and processes that lose a spare further down: **{n}**; then one of these alone stops "
    "them: {names}.",
)
CONCENTRATED_TOO = Text(
    id="Salah satu dari ini, bila mati sendiri, juga menghentikannya: {names}.",
    en="One of these alone stops them too: {names}.",
)
LOAD = Text(
    id="Beban {keep}: OPD {opd_before} → {opd_after}; pengguna {before} → {after}.",
    en="Load of {keep}: agencies {opd_before} → {opd_after}; users {before} → {after}.",
)
PARTLY_KNOWN = Text(id="{users} ({n} objek belum diketahui)", en="{users} (elements that are not known: {n})")
NOT_KNOWN = Text(id="belum diketahui", en="not known")
SAVING = Text(id="Penghematan per tahun: **{amount}**.", en="Saving per year: **{amount}**.")
ASSUMED = Text(id="Andaian: {words}", en="Assumed: {words}")
STEPS = Text(id="Urutan langkah", en="Order of steps")
STEP_WORDS = {
    Move.DATA: Text(id="Pindahkan data", en="Move the data"),
    Move.CARRIED: Text(id="Pindahkan yang berjalan di sana", en="Move what runs or stands there"),
    Move.INTERFACES: Text(id="Bangun ulang antarmuka dan aliran data", en="Rebuild interfaces and flows"),
    Move.USERS: Text(id="Alihkan pengguna dan layanan", en="Move users and services over"),
    Move.SWITCH_OFF: Text(id="Matikan yang dihentikan", en="Switch off what is given up"),
}
EXPOSED = Text(id="Ketergantungan antar-OPD", en="Dependence between agencies")
SHARE_BEFORE = Text(id="Berhenti sekarang (%, dibobot kepentingan)", en="Stops today (%, by importance)")
SHARE_AFTER = Text(id="Berhenti nanti (%, dibobot kepentingan)", en="Stops then (%, by importance)")
BEGUN = Text(id="Baru bergantung", en="Depends anew")
FLOWS = Text(id="Antarmuka dan aliran data", en="Interfaces and flows")
DATA = Text(id="Data", en="Data")
MACHINES = Text(id="Server dan ruang", en="Servers and rooms")
NUMBER = Text(id="No.", en="No.")
STEP = Text(id="Langkah", en="Step")
CONCERNS = Text(id="Yang terkait", en="Concerns")
FAILS = Text(id="Bila ini mati", en="When this fails")
STOPS = Text(id="Berhenti (baru)", en="Stops (new)")
LOST = Text(id="Tadinya bercadangan", en="Had a spare before")
AMONG = Text(id="Antara lain", en="Among them")
OF = Text(id="Milik", en="Of")
TIE = Text(id="Hubungan", en="Relation")
WITH = Text(id="Dengan", en="With")
FLOWING = Text(id="Data yang dialirkan", en="Data that flows")
FATE = Text(id="Nasibnya", en="What becomes of it")
STORED = Text(id="Disimpan di", en="Stored on")
COVERED = Text(id="Sudah dilayani", en="Served already")
WORK = Text(id="Layanan dan proses", en="Services and processes")
YES = Text(id="ya", en="yes")
NO = Text(id="belum", en="not yet")
SUMMARY = Text(id="Ringkasan", en="Summary")

# Servers and rooms
LEAD_MACHINES = Text(
    id="**{little}** server dan ruang membawa paling banyak satu objek; **{old}** memakai perangkat lunak "
    "yang dukungannya berakhir; **{scattered}** kegunaan server tersebar di beberapa ruang.",
    en="**{little}** servers and rooms carry one element at most; **{old}** use software past its support; "
    "**{scattered}** uses of servers are spread over several rooms.",
)
SUPPORT_UNKNOWN = Text(
    id="Dari **{unknown}** server dan ruang yang lain, perangkat lunak atau akhir dukungannya belum tercatat "
    "lengkap.",
    en="Of **{unknown}** other servers and rooms, software or the end of its support is not fully on record.",
)
CARRIED = Text(id="Yang dibawa", en="Carried")
PLACE = Text(id="Tempat", en="Place")
MEMORY = Text(id="Memori (GB)", en="Memory (GB)")
DISK = Text(id="Penyimpanan (GB)", en="Disk (GB)")
USE = Text(id="Kegunaan", en="Use")
OUTDATED = Text(id="Dukungan berakhir", en="Support ended")
SCATTERED = Text(id="Kegunaan sama di banyak ruang", en="Same use in many rooms")
ROOMS = Text(id="Ruang", en="Rooms")
SERVERS = Text(id="Server", en="Servers")
KEEP = Text(id="Yang diteruskan", en="Keep")
GONE = Text(id="Yang dihentikan", en="Give up")
CHOOSE_BOTH = Text(
    id="Pilih satu yang diteruskan dan sedikitnya satu yang dihentikan.",
    en="Choose one to keep and at least one to give up.",
)

# Changes on the page Dampak
CHANGE_TITLE = Text(id="Bagaimana bila diubah", en="What if it is changed")
CHANGE_HELP = Text(
    id="Tambahkan perubahan, lalu lihat kegagalan yang sama sebelum dan sesudahnya. Data tidak berubah.",
    en="Add changes, then see the same failure before and after. The data stays as it is.",
)
WAYS = {
    "move": Text(id="Pindahkan ke yang lain", en="Move to another"),
    "spare": Text(id="Tambah cadangan", en="Add a spare"),
    "add": Text(id="Tambah kebutuhan", en="Add a dependency"),
    "retire": Text(id="Hentikan", en="Retire"),
    "new": Text(id="Objek baru", en="New element"),
}
WAY = Text(id="Perubahan", en="Change")
WHICH = Text(id="Objek yang diubah", en="Element to change")
RELATION = Text(id="Hubungannya sekarang", en="Its present relation")
KIND_OF_RELATION = Text(id="Jenis hubungan", en="Type of relation")
TO = Text(id="Tujuan atau cadangannya", en="New target or spare")
NEW_KIND = Text(id="Jenis objek baru", en="Kind of the new element")
NEW_NAME = Text(id="Namanya", en="Its name")
TRY = Text(id="Tambahkan perubahan ini", en="Add this change")
CHANGES = Text(id="Perubahan yang dicoba", en="Changes tried")
REMOVE = Text(id="Buang", en="Remove")
NOT_MADE = Text(
    id="Perubahan ini tidak dapat dibuat lagi dan dilewati: {words}",
    en="This change cannot be made any more and is left out: {words}",
)
MISSING = Text(id="objek ini tidak ada (lagi): {keys}", en="these elements are not there (any more): {keys}")
CHOOSE = Text(id="pilih atau ketik nama", en="choose, or type a name")
NO_RELATION = Text(
    id="Objek ini tidak bergantung pada apa pun; pilih Tambah kebutuhan.",
    en="This element depends on nothing; choose Add a dependency.",
)
SHIFTS = {
    Shift.BEREFT: Text(id="Kehilangan sandaran", en="Lost what it needs"),
    Shift.WORSE: Text(id="Lebih buruk", en="Worse"),
    Shift.BETTER: Text(id="Lebih baik", en="Better"),
    Shift.SAME: Text(id="Sama", en="Same"),
}
PROOF_HELP = Text(
    id="Titik kegagalan tunggal dan dampak sebelum dan sesudah penggabungan, dengan buktinya. Periksa ulang "
    "kapan saja: simpul verify BERKAS.",
    en="Single points of failure and impact before and after the merge, with their proof. Check it again at "
    "any time: simpul verify FILE.",
)
SHIFT = Text(id="Perbedaan", en="Difference")
VERDICT = Text(
    id="**{better}** lebih baik, **{worse}** lebih buruk, **{bereft}** kehilangan sandaran, {same} sama.",
    en="**{better}** better, **{worse}** worse, **{bereft}** lost what they need, {same} the same.",
)
OF_THEM_SERVICES = Text(id="{n} layanan", en="services: {n}")
LACKS = Text(id="Yang tidak ada lagi", en="What is gone")
DIFFERENCES = Text(id="Perbedaan", en="Differences")
SAVE = Text(id="Simpan sebagai kondisi target", en="Save as the target state")
SAVE_HELP = Text(
    id="Menjadi inisiatif bernomor pada peta rencana, dengan perubahannya sebagai uraian; objek baru menjadi "
    "objek yang direncanakan. Dapat diurungkan di Riwayat impor.",
    en="Becomes a numbered initiative of the roadmap that describes the changes; new elements become "
    "planned ones. Can be undone in Load history.",
)
SAVED = Text(id="Dicatat sebagai {number} (langkah {load}).", en="Recorded as {number} (load {load}).")
