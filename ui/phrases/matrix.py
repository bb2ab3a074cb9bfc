"""What the view of functions by agencies says."""

from model.text import Text

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
    "depan; aplikasi nasional berdiri di kolom terakhir. Satu aplikasi dapat mengerjakan beberapa fungsi. "
    "Pilih baris (dengan papan ketik: Shift+Spasi) atau fungsinya untuk membaca semua aplikasinya.",
    en="The number behind a function: its applications. Coloured cells marked ● hold more than one "
    "application of one agency. Agencies that do most of these functions come first; national applications "
    "stand in the last column. An application may serve several functions. Choose a row (by keyboard: "
    "Shift+Space) or its function to read all of its applications.",
)
NATIONAL_COLUMN = Text(id="Aplikasi nasional", en="National applications")
CHOSEN_FUNCTION = Text(id="Aplikasi yang mengerjakan fungsi", en="Applications that serve the function")
NOTHING_DOUBLED = Text(
    id="Tidak ada fungsi yang dilayani lebih dari satu aplikasi.",
    en="No function is served by more than one application.",
)
UNPLACED = Text(
    id="{n} aplikasi belum diketahui fungsinya: lengkapi uraian atau fungsinya.",
    en="Of {n} applications no function is known: complete their description or function.",
)
