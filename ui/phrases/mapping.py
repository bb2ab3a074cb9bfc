"""Words of step 2 of an import: what each sheet was recognised as, and what its columns mean."""

from ingest.layout.recognised import Certainty, Outcome
from model.text import Text

SIGNS = {"recognised": "✓", "check": "?", "left_out": "–"}
SIGN_WORDS = {
    "recognised": Text(id="Dikenali", en="Recognised"),
    "check": Text(id="Mohon diperiksa", en="Please check"),
    "left_out": Text(id="Dilewati", en="Left out"),
}
SUMMARY = Text(
    id="{recognised} lembar dikenali · {check} mohon diperiksa · {left_out} dilewati. Buka satu baris untuk "
    "melihat kolomnya.",
    en="{recognised} sheets recognised · {check} to be checked · {left_out} left out. Open a line to see its "
    "columns.",
)
READ_AS = Text(
    id="{kind}, {rows} baris, judul kolom di baris {header}", en="{kind}, {rows} rows, header in row {header}"
)
READ_AS_MODEL = Text(id="{kind}, {rows} objek", en="{kind}, {rows} elements")
READ_AS_TEMPLATE = Text(
    id="{kind}, templat Simpul, {rows} baris diubah", en="{kind}, a template of Simpul, {rows} rows edited"
)
MORE_AGENCIES = Text(id="{shown} dan {n} lainnya", en="{shown} and {n} more")
WHOSE = Text(id="milik {agencies}", en="of {agencies}")
CROSS_TABLE = Text(id="Tabel silang {rows} × {columns}", en="Cross table {rows} × {columns}")
READ_AS_CROSS_TABLE = Text(
    id="{kind}, {rows} hubungan, judul kolom di baris {header}",
    en="{kind}, {rows} relations, header in row {header}",
)
OUTCOMES = {
    Outcome.OVERVIEW: Text(
        id="Beberapa jenis, menurut kolom domain", en="Several kinds, by the column domain"
    ),
    Outcome.ELEMENTS: Text(id="Format pertukaran: objek", en="Interchange: elements"),
    Outcome.RELATIONS: Text(id="Hubungan", en="Relations"),
    Outcome.MODEL: Text(id="Model ArchiMate", en="ArchiMate model"),
}
WHY = {
    "unknown_sheet": Text(id="belum dikenali, tidak dimuat", en="not recognised, not loaded"),
    "cross_table_without_kinds": Text(
        id="tabel silang yang jenis baris atau kolomnya tidak jelas, tidak dimuat",
        en="a cross table that does not tell the kinds of its rows and columns, not loaded",
    ),
    "cross_table_without_relation": Text(
        id="tabel silang yang hubungannya tidak jelas, tidak dimuat",
        en="a cross table that does not tell its relation, not loaded",
    ),
    "form_sheet": Text(id="formulir, tidak dimuat", en="a form, not loaded"),
    "summary_sheet": Text(id="rekapitulasi", en="a summary"),
    "list_of_choices": Text(id="daftar pilihan", en="a list of choices"),
    "sheet_without_table": Text(id="tanpa tabel", en="no table"),
}
BLANK = Text(id="kosong", en="blank")
LEFT_OUT_BY_MAPPING = Text(id="menurut pemetaan yang diingat", en="by a remembered mapping")
BY_WHOM = Text(id="Pemetaan nomor {id} dari {by}, {at}.", en="Mapping number {id} by {by}, {at}.")
BEFORE = Text(id="Sebelumnya dari {by}, {at}.", en="Before that by {by}, {at}.")
USED = Text(id="Lembar ini mengikuti pemetaan yang diingat.", en="This sheet follows a remembered mapping.")
NEARLY = Text(
    id="Susunan kolomnya hampir sama dengan pemetaan yang diingat. Isinya diusulkan di bawah, belum dipakai.",
    en="Its columns are nearly those of a remembered mapping. It is proposed below, not used yet.",
)
ASKED = Text(
    id="Lembar ini belum dikenali. Pilih jenisnya, periksa arti tiap kolom, lalu pakai pemetaannya; berkas "
    "berikutnya dengan kolom yang sama dibaca begitu tanpa ditanya lagi.",
    en="This sheet is not recognised. Choose its kind, check what each column means, then use the mapping; "
    "the next file with the same columns is read so without being asked.",
)
CROSS_TABLE_ASKED = Text(
    id="Lembar ini tabel silang yang belum jelas; temuannya menyebut cara memperbaiki berkasnya. Bila "
    "lembar ini sebenarnya daftar, pilih jenisnya di bawah.",
    en="This sheet is a cross table that is not clear; its finding tells how to mend the file. If it is a "
    "list after all, choose its kind below.",
)
DOUBTFUL = Text(
    id="Lembar ini dikenali, tetapi ada kolom yang artinya tidak pasti. Periksa, lalu pakai pemetaannya agar "
    "tidak ditanya lagi.",
    en="This sheet is recognised, but what some columns mean is not sure. Check them, then use the mapping, "
    "so that nobody is asked again.",
)
SAYS_ITSELF = Text(
    id="Lembar ini menyatakan sendiri arti kolomnya; tidak ada yang perlu dipilih.",
    en="This sheet says itself what its columns mean; there is nothing to choose.",
)
KIND = Text(id="Isi lembar ini", en="What this sheet lists")
KIND_HINT = Text(id="pilih jenisnya", en="choose its kind")
CHOOSE_KIND = Text(
    id="Pilih dahulu isi lembar ini, atau pilih untuk melewatinya.",
    en="First choose what this sheet lists, or choose to leave it out.",
)
LEAVE_OUT = Text(id="Lewati lembar ini", en="Leave this sheet out")
LIKELY = Text(id="{kind} (diusulkan)", en="{kind} (suggested)")
REASONS = Text(id="Diusulkan: {kinds}.", en="Suggested: {kinds}.")
REASON = Text(id="{kind} – {reasons}", en="{kind} – {reasons}")
HEADER = Text(id="Judul kolom", en="Header")
HEADER_ROW = Text(id="Baris {rows}: {shown}", en="Row {rows}: {shown}")
VALUES = Text(id="Contoh isi", en="Values")
MEANING = Text(id="Artinya", en="Means")
CERTAINTY = Text(id="Kepastian", en="How sure")
NO_HEADER = Text(id="kolom {letter}, tanpa judul", en="column {letter}, no header")
CERTAINTIES = {
    Certainty.CONFIRMED: Text(id="dipastikan", en="confirmed"),
    Certainty.DECLARED: Text(id="pasti", en="sure"),
    Certainty.NEAR: Text(id="mirip, mohon diperiksa", en="similar, please check"),
    Certainty.CONTENT: Text(id="dari isinya, mohon diperiksa", en="by its values, please check"),
    Certainty.UNKNOWN: Text(id="belum dikenal", en="not known"),
}
CHANGED = Text(id="diubah, semula: {before}", en="changed, was: {before}")
GROUPED = Text(id="{group}: {label}", en="{group}: {label}")
IDENTITY = Text(id="Identitas", en="Identity")
REFERENCE = Text(id="Rujukan", en="Reference")
PROPERTY = Text(id="Isian", en="Property")
OTHERS = {
    "-": Text(id="Abaikan", en="Ignore"),
    "*": Text(id="Simpan sebagai properti sendiri", en="Keep as a property of its own"),
    "#": Text(id="Nomor urut", en="Running number"),
}
USE = Text(id="Pakai pemetaan ini", en="Use this mapping")
TAKE_BACK = Text(id="Batalkan perubahan", en="Take changes back")
FORGET = Text(id="Lupakan pemetaan", en="Forget the mapping")
NEEDS_NAME = Text(
    id="Pilih kolom yang berisi nama atau kode; tanpa itu barisnya tidak dapat dikenali.",
    en="Choose the column with the name or code; without it no row can be told from another.",
)
TWICE = Text(
    id="“{meaning}” dipilih untuk lebih dari satu kolom: {columns}. Pilih satu saja.",
    en="“{meaning}” is chosen for more than one column: {columns}. Choose just one.",
)
REMEMBERED = Text(id="Pemetaan yang diingat ({n})", en="Remembered mappings ({n})")
REMEMBERED_HELP = Text(
    id="Berkas dengan susunan kolom yang sama dibaca menurut pemetaan ini, juga oleh simpul import.",
    en="Files with the same columns are read by these mappings, by simpul import too.",
)
COLUMNS = Text(id="Kolom", en="Columns")
SEEN_IN = Text(id="Dari", en="Seen in")
NUMBER = Text(id="Nomor", en="Number")
WHICH_HINT = Text(id="pilih nomornya", en="choose its number")
WHICH = Text(id="Pemetaan yang dilupakan", en="Mapping to forget")
