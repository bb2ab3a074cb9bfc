"""Words in marked workbooks, and of refusals to write them."""

from model.faults import Severity
from model.text import Text

LIST_TITLE = Text(id="Catatan", en="Findings")
LIST_INTRO = Text(
    id="Perbaiki sel yang berwarna (penjelasan ada pada komentarnya), lalu kirim kembali berkas ini. Lembar "
    "catatan ini tidak ikut dibaca.",
    en="Correct the coloured cells (their comments say what to do), then send this file back. This sheet is "
    "not read.",
)
SEVERITIES = {
    Severity.ERROR: Text(id="Tidak dimuat", en="Not loaded"),
    Severity.WARNING: Text(id="Perlu diperiksa", en="To be checked"),
    Severity.INFO: Text(id="Keterangan", en="For information"),
}
COLUMNS = (
    Text(id="Tingkat", en="Severity"),
    Text(id="Lembar", en="Sheet"),
    Text(id="Sel", en="Cell"),
    Text(id="Baris", en="Row"),
    Text(id="Kolom", en="Column"),
    Text(id="Nilai", en="Value"),
    Text(id="Catatan", en="Finding"),
    Text(id="Perbaikan", en="What to do"),
    Text(id="Jumlah", en="Count"),
)
NOTES = {
    "macros": Text(
        id="Makro dari berkas asli tidak disertakan.", en="The macros of the original file are not kept."
    ),
    "drawings": Text(
        id="Gambar, grafik, dan bentuk dari berkas asli mungkin tidak disertakan.",
        en="Pictures, charts and shapes of the original file may be missing.",
    ),
    "copied": Text(
        id="Berkas asli tidak dapat ditulis kembali; ini salinan isi selnya, tanpa format dan rumus.",
        en="The original file cannot be written back; this is a copy of its cells, without formats and "
        "formulas.",
    ),
    "alone": Text(
        id="Isi berkas asli tidak dapat disertakan; perbaiki pada berkas aslinya.",
        en="The content of the original file cannot be included; correct the original.",
    ),
}

NO_SUCH_FORM = Text(
    id="berkas bertanda tidak dapat ditulis sebagai {suffix}",
    en="marked workbooks cannot be written as {suffix}",
)
USE_XLSX_OR_ZIP = Text(
    id="pakai nama .xlsx untuk satu berkas, atau .zip untuk beberapa",
    en="use a name in .xlsx for one file, or .zip for several",
)
SAME_FILE = Text(id="{path} adalah berkas yang sedang diimpor", en="{path} is a file that is being imported")
USE_ANOTHER_NAME = Text(
    id="pakai nama lain, agar berkas OPD tetap utuh",
    en="use another name, so that the agency's file stays as it is",
)
SEVERAL_FILES = Text(id="{count} berkas perlu diperbaiki", en="{count} files have something to correct")
NAME_A_ZIP = Text(id="pakai --marked {name}", en="use --marked {name}")
NOT_MARKED = Text(id="{name} tidak dapat ditandai", en="{name} could not be marked")
TRY_FEWER = Text(
    id="periksa memori dan ruang disk yang tersedia, lalu coba lagi",
    en="check the memory and disk space that are free, then try again",
)
