"""Words that several pages use: states, navigation, tables, empty pages, faults."""

from model.availability import State
from model.faults import Severity
from model.kinds import Status
from model.metamodel import common as declared
from model.text import Text, same

PRODUCT = same("Simpul")
TAGLINE = Text(id="Arsitektur SPBE", en="SPBE architecture")

# States: sign, short word, and what it means. The signs differ in shape, not only in colour.
SIGNS = {State.UP: "●", State.AT_RISK: "◆", State.DEGRADED: "▲", State.DOWN: "■"}
UNKNOWN_SIGN = "?"
TROUBLED_SIGN = "!"
GIVEN_SIGNS = {State.AT_RISK: "◇", State.DEGRADED: "△", State.DOWN: "✕"}
STATES = declared.STATE_LABELS
UNKNOWN = Text(id="Belum pasti", en="Unknown")
TROUBLED = Text(id="Bermasalah", en="In trouble")
GIVEN = Text(id="Diandaikan", en="Assumed")
GIVENS = {
    State.AT_RISK: Text(id="Diandaikan waspada", en="Assumed at risk"),
    State.DEGRADED: Text(id="Diandaikan terganggu", en="Assumed degraded"),
    State.DOWN: Text(id="Diandaikan mati", en="Assumed to fail"),
}

STATUSES = {Status(one.value): one.label for one in declared.STATUS_CHOICES}
SEVERITIES = {
    Severity.ERROR: Text(id="Tidak dimuat", en="Not loaded"),
    Severity.WARNING: Text(id="Perlu diperiksa", en="To be checked"),
    Severity.INFO: Text(id="Keterangan", en="For information"),
}

# Columns of tables
STATE = Text(id="Keadaan", en="State")
KIND = Text(id="Jenis", en="Kind")
NAME = Text(id="Nama", en="Name")
AGENCY = Text(id="OPD", en="Agency")
KEY = Text(id="Kunci", en="Key")
REMARK = Text(id="Catatan", en="Remark")
DOMAIN_OF = Text(id="Domain {domain}", en="{domain} domain")  # of more kinds than the one of that name
STATUS = Text(id="Status", en="Status")
HEARD = Text(id="Juga ditulis sebagai", en="Also written as")
OTHER_NAMES = Text(id="Nama lain", en="Other names")
FORMER_KEYS = Text(id="Kunci sebelumnya", en="Former keys")
PLACE = Text(id="Sumber data", en="Origin")
FILE = Text(id="Berkas", en="File")
SHEET = Text(id="Lembar", en="Sheet")
ROW = Text(id="Baris", en="Row")
COLUMN = Text(id="Kolom", en="Column")
VALUE = Text(id="Nilai", en="Value")
PROPERTY = Text(id="Keterangan", en="Property")
LOAD = Text(id="Impor", en="Load")
LOAD_OR_STEP = Text(id="Impor atau langkah", en="Load")
BY = Text(id="Oleh", en="By")
AT = Text(id="Waktu", en="Time")
BEFORE = Text(id="Sebelum", en="Before")
AFTER = Text(id="Sesudah", en="After")
COUNT = Text(id="Jumlah", en="Count")
FINDING = Text(id="Catatan", en="Finding")
FIX = Text(id="Perbaikan", en="What to do")
SHARED_SCOPE = Text(id="Bersama", en="Shared")
NATIONAL_SCOPE = Text(id="Nasional", en="National")

ALL = Text(id="Semua", en="All")
SEARCH = Text(id="Cari", en="Search")
SEARCH_HINT = Text(id="nama, kode, singkatan …", en="name, code, abbreviation …")
OPEN = Text(id="Buka", en="Open")
DOWNLOAD_XLSX = Text(id="Unduh .xlsx", en="Download .xlsx")
LANGUAGE = Text(id="Bahasa", en="Language")
NO_DAY = Text(
    id="Tanggal “{written}” pada tautan ini tidak dapat dibaca; yang dipakai adalah tanggal hari ini.",
    en="The date “{written}” in this link cannot be read; the date of today is taken instead.",
)
TABLE_OF = Text(
    id="Tabel yang sama isinya dengan gambar di atas", en="A table with what the picture above shows"
)
NONE = Text(id="tidak ada", en="none")
MORE = Text(id="… dan {n} lagi", en="… and {n} more")

NO_CHOICE = Text(id="Tidak ada yang cocok", en="Nothing matches")
NO_PAGE = Text(id="Halaman ini tidak ada", en="There is no such page")
NO_PAGE_HELP = Text(
    id="Alamat yang dibuka tidak dikenal. Yang ditampilkan adalah Beranda.",
    en="The address is not known. This is Home.",
)

# The picture
LIST = Text(id="Objek dalam gambar", en="Elements in the picture")
WHOLE = Text(id="Tampilkan semua", en="Show all")
NEAR = Text(id="Dekatkan ke pilihan", en="Zoom to selection")
IMAGE = Text(id="Simpan gambar", en="Save picture")
HINT = Text(
    id="Klik sebuah objek untuk keterangannya. Dengan papan ketik: tombol panah, Enter, + − 0.",
    en="Click an element for details. By keyboard: arrow keys, Enter, + − 0.",
)
GRAPH_HELP = Text(
    id="Gambar hubungan. Tombol panah berpindah antarobjek, Enter memilih, + dan − memperbesar "
    "dan memperkecil, 0 "
    "menampilkan semua. Daftar dan tabel memuat isi yang sama.",
    en="Picture of relations. Arrow keys move between elements, Enter chooses, + and − zoom, 0 "
    "shows all. The list "
    "and the table hold the same.",
)

# Empty store
EMPTY_TITLE = Text(id="Belum ada data", en="There is no data yet")
EMPTY_NAMED = Text(
    id="Tautan ini menyebut objek yang tidak ada di sini: {keys}.",
    en="This link names what is not here: {keys}.",
)
EMPTY_ASK = Text(id="Mulai dengan salah satu cara berikut.", en="Start in one of these ways.")
EMPTY_IMPORT = Text(id="Impor berkas isian OPD", en="Import the agencies’ workbooks")
EMPTY_IMPORT_HELP = Text(
    id="Berkas .xlsx, .csv, .xml (ArchiMate), atau .zip dari OPD. Rencana perubahan ditampilkan dahulu; "
    "tidak ada yang ditulis sebelum disetujui.",
    en="Files .xlsx, .csv, .xml (ArchiMate) or .zip from the agencies. The plan is shown first; nothing is "
    "written before you agree.",
)
EMPTY_DEMO = Text(id="Muat contoh Provinsi Nusa Rempah", en="Load the example province Nusa Rempah")
EMPTY_DEMO_HELP = Text(
    id="Contoh buatan dengan puluhan OPD, dibaca dari berkas isian seperti kiriman OPD. Setelah dicoba, "
    "impornya dapat diurungkan di Riwayat impor.",
    en="A made-up example with dozens of agencies, read from workbooks such as agencies send. Once tried, "
    "its load can be undone in Load history.",
)
EMPTY_DEMO_DO = Text(id="Muat contoh", en="Load the example")
EMPTY_DEMO_WAIT = Text(id="Memuat contoh …", en="Loading the example …")
EMPTY_TEMPLATE = Text(id="Susun dari dua berkas CSV", en="Start from two CSV files")
EMPTY_TEMPLATE_HELP = Text(
    id="elements.csv (objek) dan relations.csv (hubungan) adalah cara paling sederhana untuk mulai. Isi "
    "keduanya, lalu impor bersama.",
    en="elements.csv and relations.csv are the simplest way to begin. Fill in both and import them together.",
)
EMPTY_TEMPLATE_DO = Text(id="Unduh dua berkas kosong (.zip)", en="Download the two empty files (.zip)")

# Faults
FIX_LABEL = Text(id="Yang dapat dilakukan", en="What you can do")
UNEXPECTED = Text(
    id="Halaman ini atau tindakan terakhir di sini gagal.", en="This page, or the last action on it, failed."
)
UNEXPECTED_FIX = Text(
    id="Muat ulang halaman. Bila berulang, sampaikan waktu kejadian kepada pengelola; "
    "rinciannya ada di catatan server.",
    en="Reload the page. If it happens again, tell the operator the time; the details are in "
    "the server’s log.",
)
TRY_AGAIN = Text(id="Coba lagi", en="Try again")
