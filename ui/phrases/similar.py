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
    id="**{waiting}** pasangan menunggu{parts} · **{decided}** sudah diputuskan · **{groups}** kelompok",
    en="Pairs waiting: **{waiting}**{parts} · decided: **{decided}** · groups: **{groups}**",
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
LEAST_HELP = Text(
    id="Pada 50 % ditanyakan juga pasangan meragukan: sedikit di bawahnya, tetapi fungsinya ada yang sama. "
    "Kira-kira satu dari tiga memang tumpang tindih. Geser untuk batas lain.",
    en="At 50 % doubtful pairs are asked about too: somewhat below it, but with a function in common. "
    "About one in three does overlap. Move it for another bound.",
)
LIKENESS = Text(id="Kemiripan", en="Similarity")
STRONG = Text(id="kuat", en="strong")
REVIEW = Text(id="perlu ditinjau", en="to be reviewed")
DOUBTFUL = Text(id="meragukan", en="doubtful")
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
EVIDENCE = Text(id="Bukti", en="Evidence")
WEIGHT = Text(id="Bobot bukti", en="Weight of evidence")
SAME_MARK = Text(
    id="Yang bertanda ✓ dan tebal ada pada keduanya; dalam uraian, kata yang tebal. Baris bertanda ≠ tidak "
    "punya kesamaan; yang bertanda ≈ mirip, tetapi tidak ada isinya yang sama. Baris tanpa tanda hanya "
    "diisi salah satu, atau tidak diperbandingkan. Bukti dihitung setelah singkatan dan padanan kata "
    "diganti dengan artinya.",
    en="What is bold and marked ✓ stands on both sides; in descriptions the bold words do. Lines marked ≠ "
    "have nothing in common; those marked ≈ are alike, and nothing in them is the same. Lines without a mark "
    "are filled in on one side only, or are not compared. Evidence is found after abbreviations and synonyms "
    "give way to their meaning.",
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
    id="Tombol: D, T, B, N memutuskan; I mengisi catatan, Enter atau Esc selesai mengisi; U mengurungkan "
    "{left} – {right}.",
    en="Keys: D, T, B, N decide; I goes to the note, Enter or Esc leaves it; U takes {left} – {right} back.",
)
KEYS_AT_FIRST = Text(
    id="Tombol: D, T, B, N memutuskan; I mengisi catatan, Enter atau Esc selesai mengisi. Tidak ada "
    "keputusan sesi ini yang dapat diurungkan dengan U; keputusan yang lebih lama diurungkan pada halaman "
    "Riwayat impor.",
    en="Keys: D, T, B, N decide; I goes to the note, Enter or Esc leaves it. No decision of this session is "
    "left for U to take back; older ones are undone on the page Load history.",
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
    id="Pasangan ini berjenis {kind}: pilih jenis objek itu di atas untuk membandingkannya.",
    en="This pair is of the kind {kind}: choose that kind of element above to compare it.",
)
NEVER_COMPARED = Text(
    id="Pasangan ini berjenis {kind}, yang tidak dicari kesamaannya. Keputusannya dapat diganti dengan "
    "perintah `simpul decide {left} {right}`.",
    en="This pair is of the kind {kind}, which is not compared. Its decision can be replaced by the command "
    "`simpul decide {left} {right}`.",
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
KEEP_ADVISED = Text(id="(menurut saran)", en="(as advised)")
KEEP_RECORDED = Text(id="(seperti dicatat dalam {number})", en="(as recorded in {number})")
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
OVERDUE = Text(
    id="Hari terakhir {names} sudah lewat; rencana belum dapat dicatat. Pilih hari ini ({today}) atau "
    "sesudahnya.",
    en="The last day of {names} is over; the plan cannot be recorded yet. Choose today ({today}) or later.",
)
ADVICE = Text(id="Teruskan {name} ({agency}).", en="Keep {name} ({agency}).")
MEMBERS = Text(id="Anggota kelompok", en="Members of the group")
APPLICATION = Text(id="Aplikasi", en="Application")
POINTS = Text(id="Nilai", en="Points")
USERS = Text(id="Pengguna", en="Users")
COST = Text(id="Biaya per tahun (Rp)", en="Cost per year (Rp)")
STANDING = Text(id="Mutu aplikasi sendiri (TIME)", en="The application by itself (TIME)")
STANDING_HELP = Text(
    id="Menilai aplikasi itu sendiri di antara semua aplikasi: seberapa dibutuhkan (kekritisan, jumlah "
    "pengguna, banyaknya yang bergantung padanya) dan seberapa baik dibuat (tahun pembangunan, lisensi, uji "
    "keamanan); masing-masing perlu sedikitnya dua data. Kolom Menjadi menilai di dalam kelompok: aplikasi "
    "yang lemah pun dapat diteruskan bila yang lain lebih lemah.",
    en="Judges the application by itself, among all applications: how much it is needed (criticality, users, "
    "what depends on it) and how well it is made (year built, licence, security test); each needs two of "
    "these on record. The column Becomes judges within the group: a weak application may be kept where the "
    "others are weaker.",
)
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
NONE_RECORDED = Text(id="{covered} dari {all} (belum tercatat)", en="{covered} of {all} (none recorded)")
NO_COVERAGE = Text(
    id="Cakupan menurut catatan belum diketahui: layanan, data, dan proses anggota yang lain belum tercatat.",
    en="Coverage by records is not known: services, data and processes of the others are not recorded.",
)
UNCOVERED = Text(
    id="Belum tercatat dilayani oleh {kept}: {names}.",
    en="Not recorded as served by {kept} yet: {names}.",
)
SAVING = Text(id="Penghematan per tahun: **{amount}**.", en="Saving per year: **{amount}**.")
SAVING_UNKNOWN = Text(
    id="Penghematan belum dapat dihitung: biaya tahunan belum tercatat.",
    en="The saving cannot be told: no yearly cost is recorded.",
)
RECORD_PLAN = Text(id="Catat sebagai rencana", en="Record as a plan")
RECORD_HELP = Text(
    id="Menjadi inisiatif bernomor pada peta rencana; dapat diurungkan di Riwayat impor.",
    en="Becomes a numbered initiative of the roadmap; can be undone in Load history.",
)
RECORD_ANOTHER = Text(id="Catat rencana baru", en="Record a new plan")
RECORDED = Text(id="Dicatat sebagai {number}.", en="Recorded as {number}.")
PLANS = Text(
    id="Sudah ada rencana untuk kelompok ini: {plans}. Rencana baru tidak menggantikannya.",
    en="On record for this group already: {plans}. A new plan does not replace it.",
)
AS_RECORDED = Text(
    id="Ditampilkan seperti dicatat dalam **{number}** pada {at}. Perubahan dicatat sebagai rencana baru.",
    en="Shown as recorded in **{number}** on {at}. Changes are recorded as a new plan.",
)
PLAN = Text(id="{number} (dicatat {at})", en="{number} (recorded {at})")
PLAN_UNTIL = Text(
    id="{number} (dicatat {at}, hari terakhir {day})", en="{number} (recorded {at}, last day {day})"
)
INTO = Text(id="Ke dalam", en="Into")
NOT_COVERED = Text(id="Belum tercatat dilayani yang diteruskan", en="Not recorded as served by the kept one")
GROUP_PLAN_COLUMNS = (
    Text(id="Diteruskan", en="Kept"),
    Text(id="Penghematan per tahun, paling sedikit (Rp)", en="Saving per year, at least (Rp)"),
    Text(id="Penghematan per tahun, paling banyak (Rp)", en="Saving per year, at most (Rp)"),
    Text(id="Asumsi penghematan", en="Assumptions of the saving"),
    Text(id="Rencana tercatat", en="Plan on record"),
    Text(id="Dicatat pada", en="Recorded on"),
)
WHAT_BREAKS = Text(
    id="Apa yang terdampak bila yang lain mati sekarang, sebelum pekerjaannya dialihkan",
    en="What breaks if the others fail now, before their work has moved",
)

PRINT_GROUP = Text(id="Unduh lembar rencana (siap cetak)", en="Download the plan (ready to print)")
GROUP_CHANGED = Text(
    id="Kelompok pada tautan ini sudah berubah atau tidak ada lagi: anggotanya tidak lagi sama. Pilih "
    "kelompok dari daftar.",
    en="The group of this link has changed or is gone: its members are no longer the same. Choose a group "
    "from the list.",
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
    id="Satu atau dua kalimat: pekerjaan apa, untuk siapa, dengan data apa. Naskah KAK boleh ditempel utuh: "
    "yang dibaca maksud, tujuan, lingkup, dan keluarannya.",
    en="A sentence or two: what work, for whom, with which data. Terms of reference (KAK) may be pasted "
    "whole: their purpose, scope and outputs are read. Descriptions are understood in Indonesian.",
)
CHOOSE_OR_ADD = Text(id="pilih atau tulis yang baru", en="choose or write a new one")
CHECK_NOW = Text(id="Periksa", en="Check")
UNDERSTOOD = Text(id="Dipahami sebagai: {functions}.", en="Understood as: {functions}.")
NOT_UNDERSTOOD = Text(
    id="Fungsinya belum dikenali, jadi yang di bawah ini dicari menurut nama dan kata-katanya saja.",
    en="The function is not recognised yet, so what is below was sought by name and words only. Descriptions "
    "are understood in Indonesian.",
)
UNREAD = Text(
    id="Bagian uraian yang belum dikenali: {parts}. Bagian ini tidak diperiksa menurut fungsi.",
    en="Parts of the description that were not understood: {parts}. They were not checked by function.",
)
CHAPTERS = Text(
    id="Uraian ini berbab. Yang dibaca hanya judulnya dan bab: {chapters}.",
    en="This description has chapters. Only its title and these were read: {chapters}.",
)
BY_FUNCTION = Text(id="Menurut fungsi", en="By function")
DOING_COLUMNS = (Text(id="Fungsi", en="Function"), Text(id="Sudah dikerjakan oleh", en="Done already by"))
DONE_MORE = Text(id="{n} lainnya", en="{n} more")
DONE_NATIONALLY = Text(id="nasional: {names}", en="national: {names}")
DONE_ELSEWHERE = Text(id="{n} di pemerintah daerah lain", en="{n} in other governments")
DONE_MAYBE = Text(
    id="menurut kata-katanya mungkin {names}: pastikan", en="by its words perhaps {names}: make sure"
)
DONE_BY_NOBODY = Text(id="belum ada yang tercatat", en="nothing on record")
WEBSITES = Text(
    id="Situs web perangkat daerah lain: {n} ({names}). Templat atau CMS bersama mungkin cukup.",
    en="Websites of other agencies: {n} ({names}). A template or a shared CMS may serve.",
)
OWN_WEBSITE = Text(
    id="Situs web perangkat daerah pengusul yang sudah ada: {names}.",
    en="Website that the proposing agency has already: {names}.",
)
NOT_CHOSEN = Text(id="belum dipilih", en="not chosen yet")
UNKNOWN_FUNCTION = Text(id="fungsi belum dikenali", en="function not understood")
UNCHECKED = Text(
    id="Belum dapat diperiksa menurut fungsi, karena fungsi usulan belum dikenali; menurut nama dan "
    "kata-katanya tidak ada yang ditemukan.",
    en="Could not be checked by function, which was not understood; nothing was found by name and words.",
)
NOTHING_TO_CHECK = Text(
    id="Belum ada yang dapat diperiksa: tulis nama aplikasi atau uraian fungsinya, dengan huruf atau angka.",
    en="There is nothing to check yet: write a name or a description, with letters or digits.",
)
NAME_ONLY = Text(
    id="Diperiksa menurut nama saja. Tulis juga fungsi dan uraiannya agar pemeriksaannya lebih lengkap.",
    en="Checked by its name only. Write function and description too for a fuller check.",
)
PLANNED = Text(id="rencana", en="planned")
NATIONAL_FIRST = Text(
    id="Aplikasi nasional yang wajib dikaji", en="National applications to be reviewed first"
)
NO_NATIONAL = Text(
    id="Tidak ada aplikasi nasional dengan fungsi ini dalam katalog.",
    en="No national application of this function is in the catalogue.",
)
EXISTING = Text(
    id="Yang sudah ada atau direncanakan di pemerintah daerah ini",
    en="What this government has or plans already",
)
ELSEWHERE = Text(id="Di pemerintah daerah lain", en="In other governments")
NO_EXISTING = Text(id="Tidak ditemukan aplikasi serupa.", en="No similar application was found.")
ONLY_PARTS = Text(
    id="Tidak ada yang serupa secara keseluruhan; yang mengerjakan sebagiannya ada di “Menurut fungsi”.",
    en="Nothing is alike as a whole; what does a part of it stands under “By function”.",
)
WEAKER_LEFT = Text(
    id="{n} lainnya yang lebih lemah tidak ditampilkan.", en="Not shown, as weaker still: {n}."
)
ADVISED = Text(id="Saran", en="Advice")
NO_ADVICE = Text(id="pastikan dahulu", en="make sure first")
CHOOSE_DECISION_FIRST = Text(id="pilih keputusan", en="choose a decision")
OWN_REASON = Text(
    id="Keputusan ini bukan yang disarankan: tulis alasannya sendiri.",
    en="This is not the advised decision: write a reason of your own.",
)
REASON_HELP = Text(
    id="Terisi dengan alasan saran bila keputusannya menurut saran; keputusan lain perlu alasan sendiri.",
    en="Filled with the reason of the advice while the decision follows it; another decision needs its own.",
)
NOT_DECIDED = Text(id="Pilih keputusannya, lalu tulis alasannya.", en="Choose the decision, then write why.")
NO_REASON = Text(id="Tulis alasan keputusannya.", en="Write the reasons of the decision.")
DECIDED_BY = Text(
    id="Diputuskan oleh (nama dan jabatan; boleh kosong)", en="Decided by (name and position; may stay empty)"
)
DECIDED_BY_HELP = Text(
    id="Dicatat bersama keputusan. Bila kosong, lembar cetak memuat baris untuk nama, jabatan, dan NIP.",
    en="Recorded with the decision. If empty, the sheet has lines for name, position and staff number.",
)
REASONS = Text(id="Alasan keputusan", en="Reasons of the decision")
RECORD = Text(id="Catat keputusan dan beri nomor", en="Record the decision under a number")
NAME_AGENCY = Text(
    id="Pilih OPD pengusul di atas untuk mencatat keputusan.",
    en="Choose the proposing agency above to record the decision.",
)
NAME_PROPOSAL = Text(
    id="Isi nama aplikasi yang diusulkan di atas untuk mencatat keputusan.",
    en="Give the proposed application a name above to record the decision.",
)
ADVISED_INSTEAD = Text(id="anjuran pemeriksaan: {decision}", en="advised by the check: {decision}")
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
