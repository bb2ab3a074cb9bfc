"""The kinds of findings about columns that are not what they seem: without header, words for numbers."""

from model.faults import Rule, Severity
from model.text import Text

WITHOUT_HEADER = Rule(
    name="column_without_header",
    severity=Severity.WARNING,
    message=Text(
        id="Kolom {value} tidak berjudul; {count} isinya tidak dibaca.",
        en="Column {value} has no header; its {count} values are not read.",
    ),
    fix=Text(
        id="Beri judul pada kolom itu, atau pilih artinya di langkah 2 halaman Impor.",
        en="Give that column a header, or choose its meaning in step 2 of the page Impor.",
    ),
)
WORDS_FOR_NUMBERS = Rule(
    name="words_for_numbers",
    severity=Severity.WARNING,
    message=Text(
        id="Kolom “{value}” tampaknya menyebut siapa atau apa, bukan berapa; {count} isinya disimpan sebagai "
        "sifat {property}, bukan {meaning}.",
        en="The column “{value}” seems to tell who or what, not how many; its {count} values are kept as the "
        "property {property}, not as {meaning}.",
    ),
    fix=Text(
        id="Bila angka yang dimaksud, tulis angkanya; bila lain, pilih artinya di langkah 2 halaman Impor.",
        en="If numbers are meant, write them; if not, choose its meaning in step 2 of the page Impor.",
    ),
)
UNDESCRIBED = Rule(
    name="description_not_recognised",
    severity=Severity.WARNING,
    message=Text(
        id="Tidak ada kolom uraian atau fungsi yang dikenal, tetapi kolom “{value}” berisi kalimat; {count} "
        "isinya disimpan sebagai sifat {property} dan tidak ikut dibandingkan.",
        en="No column of descriptions or functions is known, but the column “{value}” holds sentences; its "
        "{count} values are kept as the property {property} and are not compared.",
    ),
    fix=Text(
        id="Bila itu uraiannya, beri judul “{description}” atau “{function}”, atau pilih artinya di langkah "
        "2 halaman Impor.",
        en="If it describes the rows, call it “{description}” or “{function}”, or choose its meaning in step "
        "2 of the page Impor.",
    ),
)
