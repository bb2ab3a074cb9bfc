"""Words of the page Impor."""

from model.text import Text

TITLE = Text(id="Impor", en="Import")
HELP = Text(
    id="Unggah berkas OPD, periksa rencana, terapkan.", en="Upload agencies’ files, check the plan, apply."
)
STEP_UPLOAD = Text(id="1 · Unggah", en="1 · Upload")
STEP_READ = Text(id="2 · Dikenali", en="2 · Recognised")
STEP_FINDINGS = Text(id="3 · Catatan perbaikan", en="3 · Findings")
STEP_PLAN = Text(id="4 · Rencana", en="4 · Plan")
STEP_APPLY = Text(id="5 · Terapkan", en="5 · Apply")
FILES = Text(id="Berkas dari OPD", en="Files from agencies")
CHOOSE_FILES = Text(id="Pilih berkas", en="Choose files")
FILES_LIMIT = Text(
    id="atau seret ke sini; paling besar {mb} MB per berkas",
    en="or drag them here; at most {mb} MB each",
)
FILES_HELP = Text(
    id="Berkas .xlsx, .xlsm, .xls, .ods, .csv, .xml (ArchiMate), atau .zip; boleh beberapa sekaligus. "
    "Tidak ada yang ditulis sebelum disetujui.",
    en="Files .xlsx, .xlsm, .xls, .ods, .csv, .xml (ArchiMate) or .zip; several at once. Nothing is "
    "written before you agree.",
)
NOT_READ = Text(
    id="{name}: berkas ini bukan berkas Excel (.xlsx). Simpan ulang dalam format .xlsx, lalu unggah kembali.",
    en="{name}: this is no Excel file (.xlsx). Save it again as .xlsx and upload it.",
)
SCOPE = Text(id="OPD, bila berkas tidak menyebutnya", en="Agency, where the files do not say it")
MODE = Text(id="Cara", en="Mode")
MODE_MERGE = Text(id="Tambah dan ubah", en="Add and change")
MODE_REPLACE = Text(id="Gantikan kiriman sebelumnya", en="Replace the previous delivery")
MODE_HELP = Text(
    id="Gantikan: baris yang dulu dikirim dan kini tidak ada lagi akan dihentikan, hanya dalam "
    "cakupan berkas ini.",
    en="Replace: rows sent before and now missing are retired, only within what these files cover.",
)
ALLOW_RETIRE = Text(id="Boleh dihentikan, persen dari cakupan", en="May be retired, per cent of a scope")
ALLOW_RETIRE_HELP = Text(
    id="Bila berkas ini memang lengkap dan sisanya sudah tidak ada, naikkan batasnya.",
    en="If these files are complete and the rest is really gone, raise the limit.",
)
READ = Text(id="Baca berkas dan susun rencana", en="Read the files and make the plan")
READING = Text(id="Membaca berkas …", en="Reading the files …")
APPLYING = Text(id="Menerapkan …", en="Applying …")
OPEN_FINDINGS = Text(id="Catatan perbaikan yang terbuka ({n})", en="Open findings ({n})")
PLACES = Text(id="di {n} tempat", en="in {n} places")
SUCH_AS = Text(id="misalnya “{value}”", en="such as “{value}”")
SUCH_AS_ONE = Text(id="{n} catatan sejenis, misalnya: {said}", en="{n} findings of one kind, such as: {said}")
OPEN_FINDINGS_HELP = Text(
    id="Dari semua impor. Unduh dan kembalikan kepada OPD; catatan tertutup sendiri bila kiriman "
    "berikutnya sudah benar.",
    en="Of all loads. Download and return them to the agencies; a finding closes by itself when the next "
    "delivery is right.",
)
NO_AGENCY = Text(id="Tanpa OPD", en="No agency")
NOTE = Text(id="Keterangan", en="Note")
NOTE_HINT = Text(id="mengapa dibiarkan apa adanya", en="why it stays as it is")
ACCEPT = Text(id="Terima apa adanya ({n})", en="Accept as it is ({n})")
ACCEPT_HELP = Text(
    id="Catatan yang diterima tidak ditampilkan dan tidak dihitung lagi, juga bila kiriman berikutnya "
    "mengulanginya. Dapat diurungkan.",
    en="What is accepted is no longer shown or counted, also when the next delivery repeats it. It can be "
    "taken back.",
)
CHOOSE_FINDINGS = Text(
    id="Pilih baris dalam tabel untuk menerima atau menjawabnya.",
    en="Choose rows in the table to accept or answer them.",
)
MEANT = Text(id="“{value}” berarti", en="“{value}” means")
MEANT_HINT = Text(id="pilih objek yang dimaksud", en="choose the element that is meant")
ANSWER = Text(id="Jawab", en="Answer")
ANSWER_HELP = Text(
    id="Teks yang sama dari OPD yang sama selanjutnya berarti objek ini, juga pada kiriman berikutnya.",
    en="The same text from the same agency means this element from now on, also in the next delivery.",
)
SETTLED = Text(id="Diterima dan dijawab ({n})", en="Accepted and answered ({n})")
CHOOSE_SETTLED = Text(id="Pilih satu baris untuk mengurungkannya.", en="Choose one row to take it back.")
SETTLED_TOGETHER = Text(
    id="{n} catatan diselesaikan sekaligus; semuanya akan dibuka lagi.",
    en="{n} findings were settled at once; all of them will open again.",
)
TAKE_BACK = Text(id="Urungkan", en="Take back")
PRINT_FINDINGS = Text(id="Cetak catatan per OPD (.html)", en="Print findings by agency (.html)")
PRINT_FINDINGS_HELP = Text(
    id="Satu halaman per OPD menurut saringan di atas; buka di peramban, lalu cetak.",
    en="One page for each agency as filtered above; open it in a browser and print.",
)
NO_FINDINGS = Text(id="Tidak ada catatan.", en="No findings.")
FINDINGS_COUNT = Text(
    id="{errors} tidak dimuat · {warnings} perlu diperiksa · {infos} keterangan",
    en="{errors} not loaded · {warnings} to be checked · {infos} for information",
)
RETURN_FINDINGS = Text(id="Unduh catatan untuk OPD (.xlsx)", en="Download findings for the agency (.xlsx)")
TEMPLATE = Text(id="Templat", en="Template")
TEMPLATE_HELP = Text(
    id="Buku kerja untuk diisi OPD: satu lembar per jenis objek, pilihan dan petunjuk di setiap kolom, "
    "terisi dengan yang sudah diketahui. Kirim kembali lewat unggahan di atas; hanya perubahannya yang masuk "
    "rencana.",
    en="A workbook for an agency to fill in: a sheet for each kind, choices and notes on each column, filled "
    "with what is known. Send it back by the upload above; only its edits enter the plan.",
)
TEMPLATE_FOR = Text(id="Templat untuk", en="Template for")
EMPTY_TEMPLATE = Text(id="OPD mana pun (kosong)", en="Any agency (empty)")
GET_TEMPLATE = Text(id="Unduh templat (.xlsx)", en="Download the template (.xlsx)")
RETURN_MARKED = Text(id="Berkas bertanda untuk OPD", en="Marked workbook for the agency")
RETURN_MARKED_HELP = Text(
    id="Berkas OPD sendiri: sel yang keliru diberi warna dan komentar, daftar catatan di lembar pertama. "
    "Beberapa berkas menjadi satu .zip.",
    en="The agency’s own file: faulty cells have a colour and a comment, the first sheet lists the "
    "findings. Several files come as one .zip.",
)
ADD = Text(id="Tambah", en="Add")
CHANGE = Text(id="Ubah", en="Change")
RETIRE = Text(id="Dihentikan", en="Retire")
REMOVE = Text(id="Hilang", en="Remove")
KEEP = Text(id="Tidak berubah", en="Keep")
ELEMENTS = Text(id="Objek", en="Elements")
RELATIONS = Text(id="Hubungan", en="Relations")
NOTHING_CHANGES = Text(
    id="Berkas ini tidak mengubah apa pun: semua isinya sudah tercatat.",
    en="These files change nothing: all of it is on record already.",
)
NOTHING_TO_LOAD = Text(
    id="Tidak ada yang dapat dimuat. Sebabnya tertulis pada langkah 2 dan 3; perbaiki berkasnya, lalu unggah "
    "kembali.",
    en="There is nothing to load. Steps 2 and 3 say why; correct the files and upload them again.",
)
APPLY = Text(id="Terapkan rencana", en="Apply the plan")
CANCEL = Text(id="Batal", en="Cancel")
APPLIED = Text(id="Diterapkan sebagai impor {load}.", en="Applied as load {load}.")
WHAT_CHANGED = Text(id="Apa yang berubah", en="What changed")
WHAT_NOW = Text(id="Lanjutkan ke", en="Go on to")
STATE_COLUMN = Text(id="Keadaan", en="State")
CELL_BY_CELL = Text(id="Perubahan sel demi sel", en="Changes cell by cell")
SOURCE_ROW = Text(id="Objek", en="Element")
LOST = Text(
    id="Unggahan ini tidak ditemukan lagi. Unggah kembali berkasnya.",
    en="This upload is no longer there. Upload the files again.",
)
SEVERITY = Text(id="Tingkat", en="Severity")

# The plan, row by row
UNRESOLVED = Text(id="Belum terhubung", en="Unresolved")
MAY_MEAN = Text(id="mungkin {keys}", en="perhaps {keys}")
NO_KIND = Text(id="Tanpa jenis", en="No kind")
WHAT = Text(id="Yang terjadi", en="What happens")
CHANGES_SHEET = Text(id="Perubahan", en="Changes")
FILTER_HELP = Text(
    id="Saringan ini berlaku bagi catatan dan rencana di bawah serta unduhannya. Yang diterapkan tetap "
    "seluruh rencana, kecuali yang dilewati.",
    en="These filters hold for the findings and the plan below and for their downloads. What is applied is "
    "the whole plan, except what is left out.",
)
ROWS_SHOWN = Text(id="{n} dari {total} baris rencana", en="{n} of {total} rows of the plan")
FINDINGS_SHOWN = Text(id="{n} dari {total} catatan", en="{n} of {total} findings")
DOWNLOAD_PLAN = Text(id="Unduh rencana (.xlsx)", en="Download the plan (.xlsx)")
DOWNLOAD_PLAN_HELP = Text(
    id="Yang tersaring di atas: perubahan sel demi sel, dan catatannya, untuk dikembalikan kepada OPD.",
    en="What is filtered above: the changes cell by cell, and the findings, to go back to the agency.",
)
LEAVE_OUT = Text(id="Lewati yang dipilih ({n})", en="Leave out what is chosen ({n})")
LEAVE_OUT_HELP = Text(
    id="Baris berkas yang dilewati tidak mengubah apa pun: objeknya tetap seperti sekarang, dan rencana "
    "disusun lagi tanpanya. Kiriman berikutnya yang memuat baris itu merencanakannya lagi.",
    en="A row of a file that is left out changes nothing: its element stays as it is now, and the plan is "
    "made anew without it. The next delivery that has the row plans it again.",
)
CHOOSE_ROWS = Text(
    id="Pilih baris dalam tabel untuk melewatinya.", en="Choose rows in the table to leave them out."
)
NO_ROW_OF_FILE = Text(
    id="{n} yang dipilih tidak berasal dari satu baris berkas (misalnya OPD yang hanya disebut baris lain) "
    "dan tidak dapat dilewati.",
    en="{n} of what is chosen come from no one row of a file (such as an agency that other rows merely "
    "name) and cannot be left out.",
)
LEFT_OUT = Text(id="Dilewati ({n})", en="Left out ({n})")
LEFT_OUT_HELP = Text(
    id="Hapus dari daftar ini untuk mengembalikannya ke rencana. Pilihan ini tersimpan bersama unggahan.",
    en="Take one off this list to put it back into the plan. The choice is kept with the upload.",
)
NOT_RETIRED = Text(id="{key} tidak dihentikan", en="{key} is not retired")
LEFT_OUT_IDLE = Text(id="{what} (kini tidak ada dalam rencana)", en="{what} (not in the plan now)")
NOTHING_LIKE_IT = Text(id="Tidak ada yang sesuai dengan saringan.", en="Nothing fits the filters.")
