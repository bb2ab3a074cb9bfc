"""The kinds of findings about cross tables: one kind in the rows, another in the columns, marks between."""

from model.faults import Rule, Severity

KINDS_UNCLEAR = Rule.of(
    "cross_table_without_kinds",
    Severity.ERROR,
    (
        "Lembar ini tabel silang, tetapi jenis baris atau jenis kolomnya tidak jelas; {count} tandanya tidak "
        "dimuat.",
        "This sheet is a cross table, but it does not tell the kind of its rows or of its columns; its "
        "{count} marks were not loaded.",
    ),
    (
        "Tulis kedua jenis di sel sudut kiri atas, misalnya “{example}”: jenis baris dahulu.",
        "Write both kinds in the top left corner, for example “{example}”: the kind of the rows first.",
    ),
)
RELATION_UNCLEAR = Rule.of(
    "cross_table_without_relation",
    Severity.ERROR,
    (
        "Lembar ini tabel silang {rows} dan {columns}; hubungan di antara keduanya atau arahnya tidak jelas, "
        "sehingga {count} tandanya tidak dimuat.",
        "This sheet is a cross table of {rows} and {columns}; which relation joins them, or its direction, "
        "is not clear, so its {count} marks were not loaded.",
    ),
    (
        "Kirim sebagai daftar dengan kolom Asal, Hubungan dan Tujuan, satu baris untuk setiap hubungan.",
        "Send it as a list with the columns Source, Relation and Target, one row for each relation.",
    ),
)
RELATION_ASSUMED = Rule.of(
    "cross_table_read_as",
    Severity.WARNING,
    (
        "Tanda antara {rows} dan {columns} dapat berarti beberapa hal; dibaca sebagai {source} – "
        "{relation} – {target}.",
        "A mark between {rows} and {columns} may mean several things; it is read as {source} – "
        "{relation} – {target}.",
    ),
    (
        "Bila lain, tulis artinya di sel sudut atau di atas kolom, misalnya “{example}”.",
        "If another is meant, write it in the corner or above the columns, for example “{example}”.",
    ),
)
TWO_MARKS = Rule.of(
    "cross_table_two_marks",
    Severity.WARNING,
    (
        "Centang dan silang sama-sama dipakai; silang dibaca sebagai {meaning}.",
        "Both ticks and crosses are used; a cross is read as {meaning}.",
    ),
    (
        "Pakai satu tanda saja, dan kosongkan yang lain.",
        "Use one mark only, and leave the other cells blank.",
    ),
)
NO_MARK = Rule.of(
    "cross_table_no_mark",
    Severity.WARNING,
    (
        "“{value}” bukan tanda, sehingga tidak ada hubungan yang dimuat dari sel ini.",
        "“{value}” is no mark, so no relation was loaded from this cell.",
    ),
    (
        "Tulis x bila ada hubungan, atau kosongkan selnya.",
        "Write x where there is a relation, or leave the cell blank.",
    ),
)
UNNAMED_COLUMN = Rule.of(
    "cross_table_unnamed_column",
    Severity.ERROR,
    (
        "Kolom {column} tidak berjudul; {count} tanda di dalamnya tidak dimuat.",
        "The column {column} has no heading; the {count} marks in it were not loaded.",
    ),
    ("Tulis kode atau nama di judul kolomnya.", "Write a code or name as its heading."),
)
COLUMNS_LEFT_OUT = Rule.of(
    "cross_table_columns_left_out",
    Severity.INFO,
    (
        "Kolom yang bukan bagian tabel silang dilewati: {columns}.",
        "Columns that are no part of the cross table were left out: {columns}.",
    ),
    (
        "Kirim isinya dalam lembar jenisnya sendiri bila diperlukan.",
        "Send what they hold in the sheet of their own kind if it is needed.",
    ),
)
KEPT_AS_PROPERTIES = Rule.of(
    "marks_kept_as_properties",
    Severity.WARNING,
    (
        "Kolom {columns} hanya berisi tanda; isinya disimpan sebagai sifat {kind}, bukan hubungan.",
        "The columns {columns} hold only marks; they are kept as properties of {kind}, not as relations.",
    ),
    (
        "Bila judul kolomnya nama objek, tulis kedua jenis di sel sudut kiri atas, misalnya “{example}”.",
        "If their headings name elements, write both kinds in the top left corner, for example “{example}”.",
    ),
)
