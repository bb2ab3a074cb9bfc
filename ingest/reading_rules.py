"""The kinds of findings about files, sheets, rows, columns; those about values: ingest.values.rules."""

from model.faults import Rule, Severity
from model.text import Text

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

EMPTY_FILE = Rule.of(
    "empty_file",
    _E,
    ("Berkas kosong.", "The file is empty."),
    ("Kirim ulang berkas yang berisi.", "Send the file again with its content."),
)
NOT_A_WORKBOOK = Rule.of(
    "not_a_workbook",
    _E,
    ("Berkas ini bukan buku kerja atau CSV.", "This file is neither a workbook nor CSV."),
    ("Simpan sebagai .xlsx dari Excel atau LibreOffice.", "Save it as .xlsx from Excel or LibreOffice."),
)
WEB_PAGE = Rule.of(
    "web_page_as_workbook",
    _E,
    (
        "Isi berkas ini halaman web (HTML/XML) dengan nama buku kerja.",
        "This file is a web page (HTML/XML) under the name of a workbook.",
    ),
    (
        "Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx.",
        "Open it in Excel or LibreOffice and save it as .xlsx.",
    ),
)
PROTECTED_FILE = Rule.of(
    "password_protected",
    _E,
    ("Berkas dilindungi kata sandi.", "The file is protected by a password."),
    ("Buka, hapus kata sandinya, simpan, kirim ulang.", "Open it, remove the password, save, send it again."),
)
DAMAGED_FILE = Rule.of(
    "damaged_file",
    _E,
    ("Berkas rusak dan tidak terbaca: {detail}.", "The file is damaged and cannot be read: {detail}."),
    (
        "Buka dan simpan ulang di Excel, atau minta kiriman baru.",
        "Open and save it again in Excel, or ask for a new copy.",
    ),
)
TOO_LARGE_FILE = Rule.of(
    "file_too_large",
    _E,
    (
        "Berkas terlalu besar setelah dibuka ({detail}).",
        "The file is too large once unpacked ({detail}).",
    ),
    (
        "Pecah menjadi beberapa berkas, dan hapus baris atau gambar yang tidak perlu.",
        "Split it into several files and remove rows or pictures that are not needed.",
    ),
)
TOO_WIDE_FILE = Rule.of(
    "far_cell",
    _E,
    (
        "Sebuah sel terisi jauh di luar tabel ({detail}), sehingga lembar tidak dapat dibaca.",
        "A cell far outside the table is filled ({detail}), so the sheet cannot be read.",
    ),
    (
        "Hapus sel itu (Ctrl+End menunjukkannya), lalu simpan.",
        "Delete that cell (Ctrl+End shows it) and save.",
    ),
)
NOT_TEXT = Rule.of(
    "not_text",
    _E,
    ("Berkas CSV ini bukan teks.", "This CSV file is no text."),
    ("Simpan ulang sebagai CSV UTF-8 atau .xlsx.", "Save it again as CSV UTF-8 or .xlsx."),
)
KILLED_READER = Rule.of(
    "reader_stopped",
    _E,
    (
        "Berkas ini menghabiskan memori atau waktu pembaca; berkas lain tetap dibaca.",
        "This file took all memory or time of the reader; the other files were read.",
    ),
    (
        "Salin tabelnya ke buku kerja baru, lalu kirim ulang.",
        "Copy the table into a new workbook and send that.",
    ),
)
NESTED_TOO_DEEP = Rule.of(
    "zip_too_deep",
    _E,
    ("Zip di dalam zip lebih dari {limit} tingkat.", "Zips inside zips, more than {limit} levels deep."),
    ("Buka zip itu dan kirim isinya.", "Unpack it and send what is inside."),
)
NOT_READ_YET = Rule.of(
    "format_not_read",
    _E,
    ("Berkas {suffix} belum dapat dibaca.", "Files of type {suffix} are not read yet."),
    (
        "Kirim .xlsx, .xls, .ods, .csv, .xml (ArchiMate) atau .zip.",
        "Send .xlsx, .xls, .ods, .csv, .xml (ArchiMate) or .zip.",
    ),
)
OTHER_FILE = Rule.of(
    "other_file",
    _I,
    ("Berkas {suffix} dilewati.", "A file of type {suffix} was left out."),
    ("Tidak perlu tindakan bila bukan inventaris.", "Nothing to do unless it is an inventory."),
)
NOTHING_TO_READ = Rule.of(
    "nothing_to_read",
    _E,
    ("Tidak ada berkas yang dapat dibaca.", "There is no file to read."),
    (
        "Berikan berkas .xlsx, .xls, .ods, .csv, .xml (ArchiMate), .zip, atau folder yang memuatnya.",
        "Give .xlsx, .xls, .ods, .csv, .xml (ArchiMate), .zip files, or a folder that has some.",
    ),
)
FORMATS = {
    "csv": Text(id="teks CSV", en="CSV text"),
    "workbook": Text(id="buku kerja", en="a workbook"),
    "ArchiMate": Text(id="model ArchiMate", en="an ArchiMate model"),
}  # what a file holds, by how the reader calls it
OTHER_FORMAT = Rule.of(
    "other_format",
    _W,
    (
        "Isi berkas ini {detail}, lain dari akhiran namanya; dibaca menurut isinya.",
        "This file holds {detail}, other than its name says; it was read as what it is.",
    ),
    ("Perbaiki akhiran nama berkasnya.", "Correct the ending of its name."),
)
GUESSED_ENCODING = Rule.of(
    "guessed_encoding",
    _I,
    ("Berkas bukan UTF-8; dibaca sebagai {detail}.", "The file is not UTF-8; it was read as {detail}."),
    ("Simpan sebagai CSV UTF-8 agar huruf khusus aman.", "Save as CSV UTF-8 to keep special letters."),
)
MACROS = Rule.of(
    "macros",
    _W,
    ("Berkas memuat makro; makro tidak dijalankan.", "The file has macros; they were not run."),
    ("Simpan tanpa makro (.xlsx).", "Save it without macros (.xlsx)."),
)
HIDDEN_SHEET = Rule.of(
    "hidden_sheet",
    _I,
    ("Lembar tersembunyi ini ikut dibaca.", "This hidden sheet was read too."),
    ("Hapus lembar bila isinya usang.", "Delete the sheet if it is outdated."),
)
SUMMARY_SHEET = Rule.of(
    "summary_sheet",
    _I,
    (
        "Lembar rekapitulasi atau pivot dilewati; isinya berasal dari lembar lain.",
        "A summary or pivot sheet was left out; it repeats other sheets.",
    ),
    (
        "Bila ini daftar objek, beri nama lembar menurut jenisnya, misalnya {example}.",
        "If it lists elements, name the sheet by their kind, for example {example}.",
    ),
)
LIST_SHEET = Rule.of(
    "list_of_choices",
    _I,
    ("Lembar daftar pilihan dilewati.", "A sheet with lists of choices was left out."),
    ("Tidak perlu tindakan.", "Nothing to do."),
)
NOTES_SHEET = Rule.of(
    "sheet_without_table",
    _I,
    ("Lembar tanpa tabel dilewati.", "A sheet without a table was left out."),
    ("Tidak perlu tindakan bila hanya petunjuk.", "Nothing to do if it only holds instructions."),
)
UNKNOWN_SHEET = Rule.of(
    "unknown_sheet",
    _E,
    (
        "Lembar ini tidak dikenali; {rows} barisnya tidak dimuat.",
        "This sheet was not recognised; its {rows} rows were not loaded.",
    ),
    (
        "Beri nama lembar menurut jenisnya, misalnya {example}, atau pakai berkas pemetaan (--map).",
        "Name the sheet by its kind, for example {example}, or give a mapping (--map).",
    ),
)
RECOGNISED_BY_NAME = Rule.of(
    "recognised_by_name",
    _I,
    (
        "Lembar ini dibaca sebagai {kind} hanya karena judul kolom “{value}”.",
        "This sheet is read as {kind} only because of the header “{value}”.",
    ),
    (
        "Tidak perlu tindakan bila benar; bila keliru, pilih jenisnya di langkah 2 halaman Impor.",
        "Nothing to do if that is right; if not, choose its kind in step 2 of the page Impor.",
    ),
)
EMPTY_TABLE = Rule.of(
    "empty_table",
    _W,
    ("Tabel di lembar ini tidak berisi objek.", "The table in this sheet lists nothing."),
    ("Isi barisnya, atau hapus lembarnya.", "Fill in its rows, or delete the sheet."),
)
ROWS_LEFT_OUT = Rule.of(
    "rows_left_out",
    _I,
    ("Baris yang bukan data dilewati: {what}.", "Rows that are no data were left out: {what}."),
    ("Tidak perlu tindakan.", "Nothing to do."),
)
ROW_WITHOUT_NAME = Rule.of(
    "row_without_name",
    _E,
    (
        "Baris ini berisi, tetapi tanpa nama dan kode: “{value}”.",
        "This row has content but neither name nor code: “{value}”.",
    ),
    ("Isi nama atau kodenya.", "Fill in its name or code."),
)
ROW_CONTINUES = Rule.of(
    "second_value",
    _W,
    (
        "Sel gabungan: baris ini memberi nilai kedua “{value}” untuk {property}; yang pertama dipakai.",
        "Merged cells: this row gives a second value “{value}” for {property}; the first one is used.",
    ),
    ("Tulis satu nilai, atau pisahkan objeknya.", "Write one value, or separate the elements."),
)
UNKNOWN_COLUMN = Rule.of(
    "unknown_column",
    _I,
    (
        "Kolom “{value}” tidak dikenal; {count} isinya disimpan sebagai sifat {property}.",
        "The column “{value}” is not known; its {count} values are kept as the property {property}.",
    ),
    (
        "Tidak perlu tindakan; bila maksudnya kolom lain, samakan judulnya.",
        "Nothing to do; if another column is meant, use its header.",
    ),
)
FORM_SHEET = Rule.of(
    "form_sheet",
    _E,
    (
        "Lembar ini berupa formulir (judul di sisi kiri, isi di kanannya); {rows} barisnya tidak dimuat.",
        "This sheet is a form (labels on its left, values beside them); its {rows} rows were not loaded.",
    ),
    (
        "Susun sebagai tabel: judul kolom di satu baris, lalu satu baris untuk setiap objek.",
        "Make it a table: the headers in one row, then one row for each element.",
    ),
)
TABLE_WITHOUT_NAMES = Rule.of(
    "table_without_names",
    _E,
    (
        "Judulnya menyebut {kind}, tetapi tidak ada kolom nama atau kode yang dikenal; {rows} barisnya tidak "
        "dimuat.",
        "Its title says {kind}, but no column of names or codes is known; its {rows} rows were not loaded.",
    ),
    (
        "Beri judul “{name}” atau “{code}” pada kolomnya, atau pilih artinya di langkah 2 halaman Impor.",
        "Call such a column “{name}” or “{code}”, or choose its meaning in step 2 of the page Impor.",
    ),
)
NEAR_COLUMN = Rule.of(
    "near_column",
    _W,
    ("Kolom “{value}” dibaca sebagai {meaning}.", "The column “{value}” is read as {meaning}."),
    ("Samakan judul kolom dengan {meaning}.", "Name the column {meaning}."),
)
FORMULA = Rule.of(
    "formula_without_value",
    _W,
    (
        "Sel berisi rumus tanpa hasil tersimpan; dibaca kosong.",
        "The cell has a formula without a stored result; it is read as blank.",
    ),
    (
        "Buka di Excel atau LibreOffice dan simpan, atau ganti rumus dengan nilainya.",
        "Open in Excel or LibreOffice and save, or replace the formula by its value.",
    ),
)
CELL_ERROR = Rule.of(
    "cell_error",
    _W,
    (
        "Rumus di sel ini berakhir dengan galat; dibaca kosong.",
        "The formula in this cell ends in an error; it is read as blank.",
    ),
    ("Perbaiki rumusnya, atau tulis nilainya.", "Correct the formula, or write the value."),
)
UNKNOWN_KIND = Rule.of(
    "unknown_kind",
    _E,
    (
        "Jenis “{value}” tidak dikenal; baris tidak dimuat.",
        "The kind “{value}” is not known; the row was not loaded.",
    ),
    ("Pakai salah satu: {known}.", "Use one of: {known}."),
)
GUESSED_KIND = Rule.of(
    "guessed_kind",
    _W,
    (
        "“{value}” hanya menyebut domainnya; dibaca sebagai {kind}.",
        "“{value}” names only its domain; it is read as {kind}.",
    ),
    ("Tulis jenisnya di kolom domain, misalnya {kind}.", "Write its kind in the domain column, e.g. {kind}."),
)
KIND_CONTRADICTS = Rule.of(
    "domain_and_code_disagree",
    _W,
    (
        "Kolom domain menulis “{value}”, tetapi kodenya {code}; dibaca sebagai {kind}.",
        "The domain says “{value}” but the code is {code}; it is read as {kind}.",
    ),
    ("Perbaiki domain atau kodenya.", "Correct the domain or the code."),
)
UNKNOWN_RELATION = Rule.of(
    "unknown_relation",
    _E,
    (
        "Hubungan “{value}” tidak dikenal; baris tidak dimuat.",
        "The relation “{value}” is not known; the row was not loaded.",
    ),
    ("Pakai salah satu: {known}.", "Use one of: {known}."),
)
RELATION_WITHOUT_END = Rule.of(
    "relation_without_end",
    _E,
    (
        "Baris hubungan tanpa {missing}; tidak dimuat.",
        "A row of a relation without {missing}; it was not loaded.",
    ),
    ("Isi kolom source, relation dan target.", "Fill in source, relation and target."),
)
LEVELS_CONTRADICT = Rule.of(
    "levels_contradict",
    _W,
    (
        "“{value}” bukan induk dari {code} yang tertulis di tingkat lebih rendah; yang terendah dipakai.",
        "“{value}” is not above {code}, which stands at a lower level; the lowest one is used.",
    ),
    ("Perbaiki salah satu kodenya.", "Correct one of the two codes."),
)
OTHER_MODEL = Rule.of(
    "code_of_another_model",
    _W,
    (
        "“{value}” adalah kode {found}, bukan {asked}.",
        "“{value}” is a code of {found}, not of {asked}.",
    ),
    ("Tulis kode {asked} yang sesuai.", "Write the fitting code of {asked}."),
)
LONG_TEXT = Rule.of(
    "long_text",
    _W,
    (
        "Isi sel sepanjang {length} karakter; hanya {kept} pertama yang disimpan.",
        "The cell has {length} characters; only the first {kept} are kept.",
    ),
    ("Ringkas isinya, atau taruh di dokumen tersendiri.", "Shorten it, or put it in a document of its own."),
)
MERGED_FILL = Rule.of(
    "merged_cells",
    _I,
    (
        "Sel gabungan diisikan ke {count} baris di bawahnya.",
        "Merged cells were filled into {count} rows below.",
    ),
    ("Tidak perlu tindakan.", "Nothing to do."),
)
BAD_KEY_FORM = Rule.of(
    "bad_key",
    _E,
    (
        "Kunci “{value}” tidak berbentuk cakupan/jenis/kode; baris tidak dimuat.",
        "The key “{value}” is not scope/kind/code; the row was not loaded.",
    ),
    (
        "Tulis misalnya dinkes/dataobject/DAD-001; tanda / di dalam kode ditulis %2F.",
        "Write for example dinkes/dataobject/DAD-001; a / inside a code is written %2F.",
    ),
)
UNMAPPED_FILE = Rule.of(
    "file_not_in_mapping",
    _I,
    ("Berkas ini tidak ada dalam pemetaan; dilewati.", "This file is not in the mapping; it was left out."),
    ("Tambahkan ke berkas pemetaan bila diperlukan.", "Add it to the mapping if it is needed."),
)
UNMAPPED_COLUMNS = Rule.of(
    "columns_not_in_mapping",
    _I,
    ("Kolom di luar pemetaan dilewati: {columns}.", "Columns outside the mapping were left out: {columns}."),
    ("Tambahkan ke berkas pemetaan bila diperlukan.", "Add them to the mapping if they are needed."),
)
MAPPED_FILE_MISSING = Rule.of(
    "mapped_file_missing",
    _W,
    (
        "Berkas {value} dalam pemetaan tidak ada di kiriman.",
        "The mapping's file {value} is not in the delivery.",
    ),
    ("Sertakan berkas itu, atau hapus dari pemetaan.", "Include that file, or take it out of the mapping."),
)
MAPPED_COLUMN_MISSING = Rule.of(
    "mapped_column_missing",
    _W,
    (
        "Kolom {value} dalam pemetaan tidak ada di berkas ini.",
        "The mapping's column {value} is not in this file.",
    ),
    ("Perbaiki nama kolom pada pemetaan.", "Correct the name of the column in the mapping."),
)
