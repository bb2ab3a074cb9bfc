"""Words of the page Aplikasi sejenis."""

from model import decision
from model.decision import Verdict
from model.text import Text

TITLE = Text(id="Aplikasi sejenis", en="Similar applications")
HELP = Text(
    id="Aplikasi mana yang mengerjakan hal yang sama, mengapa, dan apa keputusannya.",
    en="Which applications do the same work, why, and what was decided.",
)
VIEW = Text(id="Tampilan", en="View")
QUEUE = Text(id="Antrean", en="Queue")
GROUPS = Text(id="Kelompok", en="Groups")
MATRIX = Text(id="Matriks fungsi × OPD", en="Functions × agencies")
CHECK = Text(id="Periksa usulan baru", en="Check a proposal")
USAGE = Text(id="Satu aplikasi, banyak OPD", en="One application, many agencies")
DECIDED = Text(id="Keputusan", en="Decisions")
BY_CODE = Text(id="Menurut kode RAB/RAL", en="By RAB/RAL code")

# The queue
LEAD_QUEUE = Text(
    id="**{waiting}** pasangan menunggu · **{decided}** sudah diputuskan · **{groups}** kelompok",
    en="Pairs waiting: **{waiting}** · decided: **{decided}** · groups: **{groups}**",
)
ORDER = Text(id="Urutan", en="Order")
ORDERS = {
    "mixed": Text(id="campuran", en="mixed"),
    "likeliest": Text(id="paling mirip dahulu", en="likeliest first"),
    "uncertain": Text(id="paling ragu dahulu", en="most uncertain first"),
    "random": Text(id="acak", en="random"),
}
ORDER_HELP = Text(
    id="Campuran menyelang-nyeling yang paling mirip, yang paling meragukan, dan yang acak: yang dipelajari "
    "dari keputusan lalu berlaku untuk semuanya.",
    en="Mixed alternates the likeliest, the most uncertain and random ones: what is learnt from decisions "
    "then holds for all of them.",
)
WHOSE = Text(id="OPD", en="Agency")
KINDS = Text(id="Jenis temuan", en="Kinds of finding")
LEAST = Text(id="Kemiripan sedikitnya (%)", en="Similarity at least (%)")
LIKENESS = Text(id="Kemiripan", en="Similarity")
STRONG = Text(id="kuat", en="strong")
REVIEW = Text(id="perlu ditinjau", en="to be reviewed")
WEAK = Text(id="lemah", en="weak")
SCORE = Text(id="Kemiripan **{score}** ({strength})", en="Similarity **{score}** ({strength})")
CONFIDENCE = Text(
    id="Kelengkapan data kedua catatan: {share} %", en="How much the two records say: {share} %"
)
CONFIDENCE_HELP = Text(
    id="Bagian bukti yang dapat dinilai. Rendah berarti data kurang, bukan berarti tidak mirip.",
    en="The share of evidence that could be judged. Low means that data is missing, not that they differ.",
)
SUM = Text(
    id="Jumlah bukti {total}; di atas nol berarti lebih mungkin sama daripada tidak.",
    en="The evidence adds up to {total}; above zero they are more likely the same than not.",
)
SMALL_REST = Text(
    id="Bukti yang terlalu kecil untuk ditampilkan berjumlah {rest}.",
    en="Evidence too small to be shown adds up to {rest}.",
)
EVIDENCE = Text(id="Bukti", en="Evidence")
WEIGHT = Text(id="Bobot bukti", en="Weight of evidence")
SAME_MARK = Text(
    id="Yang bertanda ✓ dan tebal ada pada keduanya; dalam uraian, kata yang tebal. Baris bertanda ≠ tidak "
    "punya kesamaan. Bukti dihitung setelah singkatan dan padanan kata diganti dengan artinya.",
    en="What is bold and marked ✓ stands on both sides; in descriptions the bold words do. Lines marked ≠ "
    "have nothing in common. Evidence is found after abbreviations and synonyms give way to their meaning.",
)
BY_CATALOGUE = Text(id="(menurut katalog nasional)", en="(by the national catalogue)")
SHORT = Text(id="Singkatan", en="Abbreviation")
SAYS = Text(id="Uraian dan fungsi", en="Description and function")
CODES = Text(id="Kode referensi", en="Reference codes")
MADE_WITH = Text(id="Teknologi", en="Technology")
ADDRESS = Text(id="Alamat", en="Address")
VERDICTS = {
    verdict: Text(id=label.id.capitalize(), en=label.en.capitalize())
    for verdict, label in decision.VERDICT_LABELS.items()
}
VERDICT_HELP = {
    Verdict.DUPLICATE: Text(id="Satu saja sudah cukup.", en="One of the two is enough."),
    Verdict.OVERLAP: Text(id="Sebagian pekerjaannya sama.", en="Part of the work is the same."),
    Verdict.DISTINCT: Text(id="Pekerjaannya berbeda.", en="They do different work."),
    Verdict.POSTPONE: Text(id="Belum dapat diputuskan.", en="It cannot be decided yet."),
}
NOTE_LABEL = Text(id="Catatan (boleh kosong)", en="Note (may stay empty)")
KEYS = Text(
    id="Tombol: D, T, B, N memutuskan; U mengurungkan {left} – {right}.",
    en="Keys: D, T, B, N decide; U takes {left} – {right} back.",
)
KEYS_AT_FIRST = Text(
    id="Tombol: D, T, B, N memutuskan. Belum ada keputusan sesi ini yang dapat diurungkan dengan U; "
    "keputusan yang lebih lama diurungkan pada halaman Riwayat impor.",
    en="Keys: D, T, B, N decide. There is no decision of this session yet that U could take back; older ones "
    "are undone on the page Load history.",
)
TAKE_BACK = Text(id="Urungkan yang terakhir", en="Take the last one back")
LAST = Text(id="Terakhir: {left} – {right}: **{verdict}**.", en="Last: {left} – {right}: **{verdict}**.")
OPEN_ONE = Text(id="Buka {name}", en="Open {name}")
NOTHING_WAITS = Text(
    id="Tidak ada pasangan yang menunggu dengan saringan ini. Turunkan kemiripan, atau lihat Keputusan.",
    en="No pair is waiting under this filter. Lower the similarity, or see Decisions.",
)
WAITING_LIST = Text(id="Daftar pasangan", en="List of pairs")
CHOOSE_PAIR = Text(id="Pilih baris untuk meninjaunya.", en="Choose a row to review it.")
DECISION = Text(id="Keputusan", en="Decision")
BECAUSE = Text(id="Karena", en="Because")
ALREADY = Text(
    id="Sudah diputuskan **{verdict}** oleh {by} pada {at}. Keputusan baru menggantikannya.",
    en="Decided **{verdict}** by {by} on {at}. A new decision replaces it.",
)

MEANWHILE = Text(
    id="Sementara itu {by} memutuskan pasangan ini **{verdict}** pada {at}.",
    en="Meanwhile {by} decided this pair **{verdict}** on {at}.",
)
NOT_RECORDED = Text(
    id="Keputusan Anda (**{verdict}**) tidak dicatat. Bila tetap tidak setuju, putuskan sekali lagi.",
    en="Your decision (**{verdict}**) is not recorded. If you still disagree, decide once more.",
)
AGREED = Text(
    id="{by} sudah memutuskan hal yang sama (**{verdict}**) pada {at}; keputusan itu berlaku.",
    en="{by} decided the same (**{verdict}**) on {at}; that decision counts.",
)
NOTE_LOST = Text(id="Catatan Anda “{note}” tidak tersimpan.", en="Your note “{note}” is not kept.")
ON_TO_QUEUE = Text(id="Lanjut ke pasangan berikutnya", en="On to the next pair")
NOT_COMPARED = Text(
    id="Pasangan ini tidak dapat dibuka: salah satunya tidak dipakai lagi.",
    en="This pair cannot be opened: one of the two is no longer in use.",
)
NOW_ONE = Text(
    id="Kedua objek ini sudah digabungkan: “{name}” ({key}). Penggabungan diurungkan pada halaman Riwayat "
    "impor.",
    en="The two were merged: “{name}” ({key}). A merge is undone on the page Load history.",
)
OTHER_KIND = Text(
    id="Halaman ini membandingkan aplikasi; pasangan ini berjenis {kind}. Lihat dan putuskan dengan "
    "perintah “simpul duplicates {key}” dan “simpul decide”.",
    en="This page compares applications; this pair is of the kind {kind}. See and decide it with the "
    "commands “simpul duplicates {key}” and “simpul decide”.",
)

# The table by code
LEAD = Text(
    id="**{pairs}** pasang aplikasi dari OPD berbeda menjalankan fungsi yang sama (RAB atau RAL tingkat 3).",
    en="**{pairs}** pairs of applications of different agencies serve the same function (RAB or "
    "RAL level 3).",
)
NOTE = Text(
    id="Fungsi yang sama belum berarti duplikat; yang berbagi layanan atau data patut dikaji lebih dahulu.",
    en="The same function does not make a duplicate yet; look first at those that share services or data.",
)
CODE = Text(id="Kode fungsi diawali", en="Function code starts with")
FUNCTION = Text(id="Fungsi", en="Function")
LEFT = Text(id="Aplikasi A", en="Application A")
RIGHT = Text(id="Aplikasi B", en="Application B")
LEFT_AGENCY = Text(id="OPD A", en="Agency A")
RIGHT_AGENCY = Text(id="OPD B", en="Agency B")
SERVICES = Text(id="Layanan yang sama", en="Shared services")
DATA = Text(id="Data yang sama", en="Shared data")
SHARED = Text(id="Jumlah sama", en="Shared")
NO_PAIRS = Text(
    id="Tidak ada pasangan. Pastikan layanan diberi kode RAL atau RAB dan terhubung ke aplikasinya.",
    en="No pairs. See that services have RAL or RAB codes and are linked to their applications.",
)
AT_LEAST = Text(id="Sedikitnya berbagi", en="Sharing at least")

# Groups
NO_GROUPS = Text(
    id="Belum ada kelompok aplikasi sejenis.", en="There are no groups of similar applications yet."
)
LEAD_GROUPS = Text(
    id="**{n}** kelompok aplikasi mengerjakan hal yang sama; **{confirmed}** di antaranya sudah ditegaskan. "
    "Pilih satu baris.",
    en="Groups of applications that do the same work: **{n}**, of which confirmed: **{confirmed}**. "
    "Choose a row.",
)
GROUP_COLUMNS = (
    Text(id="Fungsi", en="Function"),
    Text(id="Aplikasi", en="Applications"),
    Text(id="OPD", en="Agencies"),
    Text(id="Kemiripan", en="Similarity"),
    Text(id="Keadaan", en="State"),
    Text(id="Anggota", en="Members"),
)
CONFIRMED = Text(id="ditegaskan", en="confirmed")
PROPOSED = Text(id="usulan", en="proposed")
KEEP_WHICH = Text(id="Diteruskan", en="Keep")
KEEP_ADVISED = Text(id="(menurut nilai tertinggi)", en="(the one with most points)")
KEEP_HELP = Text(
    id="Nilai hanyalah saran; pilihan Anda yang berlaku.", en="Points are advice only; your choice counts."
)
ENDS_ON = Text(id="Yang lain berakhir", en="The others end on")
ALL_ENDED = Text(
    id="Semua anggota kelompok ini sudah berakhir: tidak ada yang perlu diputuskan.",
    en="All members of this group have ended already: there is nothing to decide.",
)
CHOOSE_BECOMES = Text(id="Yang terjadi pada anggota lain", en="What becomes of the others")
CHOOSE_HELP = Text(
    id="Terisi menurut saran; pilihan Anda yang dicatat. Milik pemerintah lain tidak diputuskan di sini.",
    en="Filled in as advised; what you choose is recorded. What other governments own is not decided here.",
)
LAST_DAY = Text(id="Hari terakhir", en="Last day")
ADVICE = Text(id="Teruskan {name} ({agency}).", en="Keep {name} ({agency}).")
MEMBERS = Text(id="Anggota kelompok", en="Members of the group")
APPLICATION = Text(id="Aplikasi", en="Application")
POINTS = Text(id="Nilai", en="Points")
USERS = Text(id="Pengguna", en="Users")
COST = Text(id="Biaya per tahun (Rp)", en="Cost per year (Rp)")
STANDING = Text(id="Kuadran TIME", en="TIME quadrant")
UNKNOWN_STANDING = Text(id="data kurang", en="too little data")
BECOMES = Text(id="Menjadi", en="Becomes")
REASON = Text(id="Alasan", en="Reason")
POINTS_WHY = Text(id="Mengapa nilainya demikian", en="Why these points")
POINTS_HELP = Text(
    id="Nilai paling banyak 100. Data yang belum ada bernilai nol dan disebut.",
    en="At most 100 points. Data that is missing gives none, and is said.",
)
WHAT_COUNTS = Text(id="Yang dinilai", en="What counts")
TOTAL = Text(id="Jumlah", en="Total")
COVERAGE = Text(id="Yang sudah dicakup {name} dari yang lain", en="What {name} covers of the others already")
COVERED_OF = Text(id="{covered} dari {all}", en="{covered} of {all}")
NO_COVERAGE = Text(
    id="Cakupan belum diketahui: layanan dan data anggota belum lengkap.",
    en="Coverage is not known: services and data of the members are incomplete.",
)
UNCOVERED = Text(id="Belum ada pengganti untuk: {names}.", en="Nothing replaces yet: {names}.")
SAVING = Text(id="Penghematan per tahun: **{amount}**.", en="Saving per year: **{amount}**.")
SAVING_UNKNOWN = Text(
    id="Penghematan belum dapat dihitung: biaya tahunan belum tercatat.",
    en="The saving cannot be told: no yearly cost is recorded.",
)
SAVING_LATER = Text(
    id="Penghematan dihitung setelah semua anggota diputuskan sebagai duplikat.",
    en="The saving is told once all members are decided to be duplicates.",
)
RECORD_PLAN = Text(id="Catat sebagai rencana", en="Record as a plan")
RECORD_HELP = Text(
    id="Menjadi inisiatif bernomor pada peta rencana; dapat diurungkan di halaman Impor.",
    en="Becomes a numbered initiative of the roadmap; can be undone on the page Import.",
)
RECORD_ANOTHER = Text(id="Catat rencana baru", en="Record a new plan")
RECORDED = Text(id="Dicatat sebagai {number}.", en="Recorded as {number}.")
PLANS = Text(
    id="Sudah ada rencana untuk kelompok ini: {plans}. Rencana baru tidak menggantikannya.",
    en="On record for this group already: {plans}. A new plan does not replace it.",
)
PLAN = Text(id="{number} (dicatat {at})", en="{number} (recorded {at})")
PLAN_UNTIL = Text(
    id="{number} (dicatat {at}, hari terakhir {day})", en="{number} (recorded {at}, last day {day})"
)
INTO = Text(id="Ke dalam", en="Into")
NOT_COVERED = Text(id="Belum ada pengganti", en="Not replaced yet")
SAVING_COLUMN = Text(id="Penghematan kelompok per tahun", en="Saving of the group per year")
WHAT_BREAKS = Text(
    id="Apa yang terdampak bila yang lain dihentikan", en="What breaks if the others are retired"
)

# Matrix and usage
ROWS = Text(id="Fungsi yang ditampilkan", en="Functions shown")
ROWS_DOUBLED = Text(
    id="yang dilayani lebih dari satu aplikasi", en="those served by more than one application"
)
LEAD_MATRIX = Text(
    id="**{doubled}** dari **{functions}** fungsi dilayani lebih dari satu aplikasi.",
    en="**{doubled}** of **{functions}** functions are served by more than one application.",
)
MATRIX_HELP = Text(
    id="Angka di belakang fungsi: jumlah aplikasi. Sel berwarna dan bertanda ● berisi lebih dari satu "
    "aplikasi dalam satu OPD. OPD yang mengerjakan paling banyak dari fungsi-fungsi ini berdiri paling "
    "depan. Satu aplikasi dapat mengerjakan beberapa fungsi.",
    en="The number behind a function: its applications. Coloured cells marked ● hold more than one "
    "application of one agency. Agencies that do most of these functions come first. An application may "
    "serve several functions.",
)
NOTHING_DOUBLED = Text(
    id="Tidak ada fungsi yang dilayani lebih dari satu aplikasi.",
    en="No function is served by more than one application.",
)
UNPLACED = Text(
    id="{n} aplikasi belum diketahui fungsinya: lengkapi uraian atau fungsinya.",
    en="Of {n} applications no function is known: complete their description or function.",
)
NO_USAGE = Text(
    id="Tidak ada sistem yang dicatat berulang. Di sini muncul aplikasi nasional, atau aplikasi satu OPD, "
    "yang dicatat beberapa OPD seolah-olah miliknya sendiri.",
    en="No system is recorded again and again. Here appear national applications, or those of one agency, "
    "that several agencies recorded as if they were their own.",
)
LEAD_USAGE = Text(
    id="**{n}** sistem dicatat lebih dari satu kali; masing-masing cukup satu catatan dengan OPD "
    "penggunanya.",
    en="**{n}** systems are recorded more than once; each needs one record with the agencies that use it.",
)
USAGE_COLUMNS = (
    Text(id="Sistem", en="System"),
    Text(id="Usulan", en="Proposal"),
    Text(id="Catatan yang tetap", en="Record that stays"),
    Text(id="Salinan", en="Copies"),
    Text(id="OPD pengguna", en="Agencies using it"),
)
USAGE_KEYS = (
    Text(id="Kunci catatan yang tetap", en="Key of the record that stays"),
    Text(id="Kunci salinan", en="Keys of the copies"),
)
TO_CREATE = Text(id="(baru) {name}", en="(new) {name}")
USAGE_HOW = Text(
    id="Nyatakan OPD sebagai pengguna pada kolom OPD Pengguna catatan yang tetap, lalu hentikan salinannya.",
    en="Name the agencies in the column Used by of the record that stays, then retire the copies.",
)

# The check of a proposal
LEAD_CHECK = Text(
    id="Tulis apa yang akan dikerjakan aplikasi yang diusulkan. Yang sudah mengerjakannya "
    "ditampilkan seketika.",
    en="Write what the proposed application is to do. What does it already is shown at once.",
)
PROPOSED_NAME = Text(id="Nama aplikasi yang diusulkan", en="Name of the proposed application")
PROPOSED_BY = Text(id="OPD pengusul", en="Proposing agency")
PROPOSED_FUNCTION = Text(id="Fungsi dan uraian", en="Function and description")
FUNCTION_HELP = Text(
    id="Satu atau dua kalimat: pekerjaan apa, untuk siapa, dengan data apa.",
    en="A sentence or two: what work, for whom, with which data.",
)
CHOOSE_OR_ADD = Text(id="pilih atau tulis yang baru", en="choose or write a new one")
CHECK_NOW = Text(id="Periksa", en="Check")
UNDERSTOOD = Text(id="Dipahami sebagai: {functions}.", en="Understood as: {functions}.")
NOT_UNDERSTOOD = Text(
    id="Fungsinya belum dikenali; perjelas uraiannya agar aplikasi nasional ikut diperiksa.",
    en="The function is not recognised yet; describe it more clearly, so that national "
    "applications are checked.",
)
NATIONAL_FIRST = Text(
    id="Aplikasi nasional yang wajib dikaji", en="National applications to be reviewed first"
)
NO_NATIONAL = Text(
    id="Tidak ada aplikasi nasional dengan fungsi ini dalam katalog.",
    en="No national application of this function is in the catalogue.",
)
EXISTING = Text(id="Yang sudah ada di pemerintah daerah ini", en="What this government has already")
ELSEWHERE = Text(id="Di pemerintah daerah lain", en="In other governments")
NO_EXISTING = Text(id="Tidak ditemukan aplikasi serupa.", en="No similar application was found.")
ADVISED = Text(id="Saran", en="Advice")
REASONS = Text(id="Alasan keputusan", en="Reasons of the decision")
RECORD = Text(id="Catat keputusan dan beri nomor", en="Record the decision under a number")
NAME_AGENCY = Text(
    id="Pilih OPD pengusul di atas untuk mencatat keputusan.",
    en="Choose the proposing agency above to record the decision.",
)
RECOMMENDED = Text(id="Rekomendasi {number} dicatat.", en="Recommendation {number} is recorded.")
USED_INSTEAD = Text(id="Aplikasi yang dipakai", en="Application to use")
NAMESAKE = Text(
    id="Atas usulan bernama ini dengan uraian lain sudah ada {number}: {decision}, {day}.",
    en="On a proposal of this name with another description there is {number} already: {decision}, {day}.",
)
ALL_RECOMMENDED = Text(id="Rekomendasi yang tercatat ({n})", en="Recorded recommendations ({n})")
RECOMMENDED_COLUMNS = (
    Text(id="Nomor", en="Number"),
    Text(id="Tanggal", en="Date"),
    Text(id="Usulan", en="Proposal"),
    Text(id="OPD", en="Agency"),
    Text(id="Keputusan", en="Decision"),
    Text(id="Yang dipakai", en="To be used"),
    Text(id="Oleh", en="By"),
)
WHICH_SHEET = Text(id="Lembar yang diunduh lagi", en="Sheet to download again")
PRINT = Text(id="Unduh lembar rekomendasi (siap cetak)", en="Download the recommendation (ready to print)")

# Decisions and learning
NO_DECISIONS = Text(id="Belum ada keputusan.", en="There are no decisions yet.")
DECIDED_COLUMNS = (
    Text(id="Waktu", en="Time"),
    Text(id="Oleh", en="By"),
    Text(id="Jenis", en="Kind"),
    Text(id="Objek A", en="Element A"),
    LEFT_AGENCY,
    Text(id="Objek B", en="Element B"),
    RIGHT_AGENCY,
    Text(id="Keputusan", en="Decision"),
    Text(id="Catatan", en="Note"),
    Text(id="Kemiripan saat itu", en="Similarity then"),
    Text(id="Keadaan", en="State"),
)
DECIDED_MORE = (
    Text(id="Kunci A", en="Key A"),
    Text(id="Nama A saat itu", en="Name of A then"),
    Text(id="Kunci B", en="Key B"),
    Text(id="Nama B saat itu", en="Name of B then"),
    Text(id="Bukti saat itu", en="Evidence then"),
    Text(id="Versi mesin pembanding", en="Version of the comparing engine"),
)
CHOOSE_DECISION = Text(
    id="Pilih baris untuk membuka pasangannya dan memutuskannya lagi.",
    en="Choose a row to open its pair and decide it anew.",
)
DECIDE_ANEW = Text(id="Buka pasangan yang diputuskan:", en="Open the pairs that were decided:")
CONTRADICTIONS = Text(id="Keputusan yang bertentangan", en="Decisions that contradict each other")
LEARNING = Text(id="Yang dipelajari dari keputusan", en="What the decisions teach")
TOO_FEW = Text(
    id="Bobot bukti disesuaikan setelah sedikitnya {n} keputusan sama dan {n} keputusan berbeda.",
    en="The weights of evidence are refitted from {n} decisions of each sort on.",
)
LEARNT = Text(
    id="Dari **{n}** keputusan: bobot sekarang cocok dengan {before} %, bobot hasil belajar "
    "dengan {after} %. Pasangan yang menunggu: sekarang **{waiting}**, dengan bobot hasil belajar "
    "**{then}**.",
    en="From **{n}** decisions: the present weights agree with {before} %, the learnt ones with {after} %. "
    "Pairs waiting: **{waiting}** now, **{then}** with the learnt weights.",
)
LEARNT_OF_GONE = Text(
    id="Di antaranya tentang objek yang sudah digabungkan atau tidak ada lagi: {n}; penilaiannya tetap "
    "menjadi pelajaran.",
    en="Among them about elements that were merged or are gone: {n}; what was judged still teaches.",
)
USE_LEARNT = Text(id="Pakai bobot hasil belajar", en="Use the learnt weights")
IN_USE = Text(
    id="Dipakai sekarang: bobot hasil belajar versi {version} ({by}, {at}).",
    en="In use: learnt weights, version {version} ({by}, {at}).",
)
OUTDATED = Text(
    id="Bobot hasil belajar versi {version} ({by}, {at}) tidak dipakai lagi, karena mesin pembandingnya "
    "sudah berubah; yang dipakai ialah bobot bawaan. Bobot dapat dipelajari kembali dari keputusan.",
    en="The learnt weights, version {version} ({by}, {at}), are not used any more, because the engine that "
    "compares has changed; the shipped ones are. Weights can be learnt anew from the decisions.",
)
GO_BACK = Text(id="Kembali ke bobot bawaan", en="Go back to the shipped weights")
SYNONYMS = Text(id="Kata yang berarti sama", en="Words that mean the same")
MAY_MEAN = Text(id="{phrase} mungkin berarti {concept}.", en="{phrase} may mean {concept}.")
ACCEPT_SYNONYM = Text(id="Terima “{phrase}”", en="Accept “{phrase}”")
PHRASE = Text(id="Kata atau frasa", en="Word or phrase")
MEANS = Text(id="berarti fungsi", en="means the function")
CHOOSE_FUNCTION = Text(id="pilih fungsi", en="choose a function")
SAY_BOTH = Text(
    id="Belum ditambahkan: tulis kata atau frasanya dan pilih fungsinya.",
    en="Not added yet: write the word or phrase and choose its function.",
)
ADD = Text(id="Tambahkan", en="Add")
REMOVE = Text(id="Hapus “{phrase}”", en="Remove “{phrase}”")
