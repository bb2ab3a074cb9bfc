"""The kinds of findings about single values: corrected, converted, or kept as text."""

from model.faults import Rule, Severity
from model.text import Text

BLANK_MARKER = Rule(
    name="blank_marker",
    severity=Severity.INFO,
    message=Text(
        id="“{value}” di kolom {column} dibaca sebagai kosong.", en="“{value}” in {column} is read as blank."
    ),
    fix=Text(
        id="Tidak perlu tindakan; sel kosong lebih jelas.", en="Nothing to do; an empty cell is clearer."
    ),
)
NAMES_NOBODY = Rule(
    name="names_nobody",
    severity=Severity.INFO,
    message=Text(
        id="“{value}” di kolom {column} bukan nama; disimpan sebagai teks.",
        en="“{value}” in {column} is no name; it is kept as text.",
    ),
    fix=Text(
        id="Tulis nama perusahaan atau perangkat daerahnya bila diketahui.",
        en="Write the name of the company or agency, if it is known.",
    ),
)
MOJIBAKE = Rule(
    name="repaired_characters",
    severity=Severity.INFO,
    message=Text(
        id="Karakter rusak diperbaiki: “{value}” menjadi “{repaired}”.",
        en="Broken characters were repaired: “{value}” became “{repaired}”.",
    ),
    fix=Text(
        id="Periksa hasilnya, dan simpan berkas sumber sebagai UTF-8.",
        en="Check the result, and save the source as UTF-8.",
    ),
)
MOJIBAKE_KEPT = Rule(
    name="broken_characters",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” tampaknya berkarakter rusak; mungkin maksudnya “{repaired}”. Disimpan apa adanya.",
        en="“{value}” seems to have broken characters; perhaps “{repaired}” is meant. It is kept as it is.",
    ),
    fix=Text(
        id="Bila benar, tulis “{repaired}” dan simpan berkas sebagai UTF-8.",
        en="If so, write “{repaired}” and save the file as UTF-8.",
    ),
)
CHOICE_CORRECTED = Rule(
    name="corrected_choice",
    severity=Severity.WARNING,
    message=Text(id="“{value}” dibaca sebagai “{chosen}”.", en="“{value}” is read as “{chosen}”."),
    fix=Text(
        id="Perbaiki ejaannya, atau tulis pilihan lain: {choices}.",
        en="Correct the spelling, or write another choice: {choices}.",
    ),
)
CHOICE_SPELLING = Rule(
    name="choice_spelling",
    severity=Severity.INFO,
    message=Text(
        id="“{value}” adalah istilah lain untuk “{chosen}”.", en="“{value}” is another word for “{chosen}”."
    ),
    fix=Text(
        id="Tidak perlu tindakan; disimpan sebagai “{chosen}”.", en="Nothing to do; kept as “{chosen}”."
    ),
)
CHOICE_SUGGESTED = Rule(
    name="choice_to_confirm",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” bukan salah satu pilihan; mungkin maksudnya “{chosen}”. Disimpan apa adanya.",
        en="“{value}” is none of the choices; perhaps “{chosen}” is meant. It is kept as it is.",
    ),
    fix=Text(
        id="Bila benar tulis “{chosen}”; pilihan lain: {choices}.",
        en="If so write “{chosen}”; the other choices: {choices}.",
    ),
)
CHOICE_UNKNOWN = Rule(
    name="unknown_choice",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” bukan salah satu pilihan; disimpan sebagai teks.",
        en="“{value}” is none of the choices; it is kept as text.",
    ),
    fix=Text(id="Pilih salah satu: {choices}.", en="Choose one of: {choices}."),
)
CHOICE_ELSEWHERE = Rule(
    name="choice_of_another_column",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” adalah pilihan kolom {other}, bukan kolom ini; disimpan sebagai teks.",
        en="“{value}” is a choice of {other}, not of this column; it is kept as text.",
    ),
    fix=Text(id="Pilih salah satu: {choices}.", en="Choose one of: {choices}."),
)
CONVERTED = Rule(
    name="converted_value",
    severity=Severity.INFO,
    message=Text(id="“{value}” dibaca sebagai {result}.", en="“{value}” is read as {result}."),
    fix=Text(
        id="Tidak perlu tindakan bila benar; angka saja lebih jelas.",
        en="Nothing to do if that is right; a bare number is clearer.",
    ),
)
SEPARATOR_READ = Rule(
    name=CONVERTED.name,
    severity=Severity.INFO,
    message=Text(
        id="“{value}” dibaca sebagai {result} ({mark}).", en="“{value}” is read as {result} ({mark})."
    ),
    fix=CONVERTED.fix,
)
UNIT_ASSUMED = Rule(
    name="unit_assumed",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” tidak bersatuan; dibaca {result}.", en="“{value}” has no unit; it is read as {result}."
    ),
    fix=Text(id="Tulis satuannya, misalnya {result}.", en="Write the unit, for example {result}."),
)
UNIT_OF_HEADER = Rule(
    name="unit_of_header",
    severity=Severity.INFO,
    message=Text(
        id="“{value}” dibaca sebagai {result} ({unit} menurut judul kolom).",
        en="“{value}” is read as {result} ({unit}, says the header).",
    ),
    fix=Text(
        id="Tidak perlu tindakan bila benar; bila keliru, tulis satuannya di sel.",
        en="Nothing to do if that is right; if not, write the unit in the cell.",
    ),
)
UNIT_OF_HEADER_DOUBTED = Rule(
    name="unit_of_header_doubted",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” dibaca sebagai {result} ({unit} menurut judul kolom); satuannya meragukan.",
        en="“{value}” is read as {result} ({unit}, says the header); that unit is doubtful.",
    ),
    fix=Text(id="Tulis satuannya di sel.", en="Write the unit in the cell."),
)
PERIOD_DIFFERS = Rule(
    name="amount_for_another_period",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” adalah jumlah per {period}; disimpan {result} tanpa dihitung ulang.",
        en="“{value}” is an amount per {period}; {result} is kept, not converted.",
    ),
    fix=Text(id="Tulis jumlah per tahun.", en="Write the amount per year."),
)
NOT_A_NUMBER = Rule(
    name="not_a_number",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” bukan angka; disimpan sebagai teks.", en="“{value}” is no number; it is kept as text."
    ),
    fix=Text(id="Tulis angka, misalnya {example}.", en="Write a number, for example {example}."),
)
OUT_OF_RANGE = Rule(
    name="not_a_percentage",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” di luar 0 sampai 100 %; disimpan sebagai teks dan tidak dihitung.",
        en="“{value}” is not within 0 and 100 %; it is kept as text and does not count.",
    ),
    fix=Text(id="Tulis persentase, misalnya 99,9 %.", en="Write a percentage, for example 99.9 %."),
)
NEGATIVE = Rule(
    name="negative_amount",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” negatif; disimpan sebagai teks dan tidak dihitung.",
        en="“{value}” is negative; it is kept as text and does not count.",
    ),
    fix=Text(
        id="Tulis nol atau lebih, atau kosongkan bila tidak diketahui.",
        en="Write zero or more, or leave it blank if it is not known.",
    ),
)
NOT_A_DATE = Rule(
    name="not_a_date",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” bukan tanggal; disimpan sebagai teks.", en="“{value}” is no date; it is kept as text."
    ),
    fix=Text(id="Tulis tanggal, misalnya 2026-12-31.", en="Write a date, for example 2026-12-31."),
)
DATE_GUESSED = Rule(
    name="date_guessed",
    severity=Severity.WARNING,
    message=Text(id="“{value}” dibaca sebagai {result}.", en="“{value}” is read as {result}."),
    fix=Text(
        id="Bila keliru, tulis lengkap: hari/bulan/tahun.",
        en="If that is wrong, write day/month/year in full.",
    ),
)
YEAR_DOUBTED = Rule(
    name="year_doubted",
    severity=Severity.WARNING,
    message=Text(
        id="Tahun “{value}” belum pasti; dibaca sebagai {result}.",
        en="The year “{value}” is uncertain; it is read as {result}.",
    ),
    fix=Text(
        id="Bila sudah pasti, tulis tahunnya saja: {result}.",
        en="Once it is certain, write the year alone: {result}.",
    ),
)
NOT_YES_NO = Rule(
    name="not_yes_or_no",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” bukan Ya atau Tidak; disimpan sebagai teks.",
        en="“{value}” is neither yes nor no; it is kept as text.",
    ),
    fix=Text(id="Tulis Ya atau Tidak.", en="Write yes or no."),
)
TWO_YES_MARKS = Rule(
    name="ticks_and_crosses",
    severity=Severity.WARNING,
    message=Text(
        id="Centang dan silang sama-sama dipakai di kolom “{value}”; silang dibaca sebagai {meaning}.",
        en="Both ticks and crosses are used in the column “{value}”; a cross is read as {meaning}.",
    ),
    fix=Text(id="Tulis Ya atau Tidak.", en="Write yes or no."),
)
WRONG_NEED = Rule(
    name="wrong_need",
    severity=Severity.WARNING,
    message=Text(
        id="Kebutuhan “{value}” tidak dipahami; disimpan, tetapi tidak dihitung.",
        en="The need “{value}” is not understood; it is kept, but does not count.",
    ),
    fix=Text(
        id="Tulis all, any, angka, 60%, atau weight>=3.", en="Write all, any, a number, 60%, or weight>=3."
    ),
)
