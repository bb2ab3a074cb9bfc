"""Words of a template, in the language of the agency: its guide, notes on headers, refusals."""

from collections.abc import Iterator

from ingest.template.contents import Field
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import LinkSpec, PropertySpec, ValueType
from model.text import Language, Text

GUIDE = Text(id="Petunjuk", en="Guide")
TITLE = Text(id="Templat arsitektur SPBE", en="Template of the SPBE architecture")
FOR = Text(id="Untuk: {scope}", en="For: {scope}")
FOR_ANYONE = Text(
    id="Untuk: OPD mana pun (pilih OPD saat mengimpor)", en="For: any agency (choose it on import)"
)
STEPS = (
    Text(
        id="Satu lembar untuk setiap jenis objek, satu baris untuk setiap objek. Yang sudah diketahui "
        "sudah terisi.",
        en="One sheet for each kind of element, one row for each element. What is known is filled in.",
    ),
    Text(
        id="Ubah sel yang keliru, isi sel yang kosong, dan tambahkan objek baru pada baris kosong di bawah.",
        en="Correct what is wrong, fill in what is blank, and add new elements in the blank rows below.",
    ),
    Text(
        id="Kolom Kunci jangan diubah: dari situ objek dikenali, juga bila namanya diganti. Pada baris baru "
        "kolom itu dibiarkan kosong.",
        en="Leave the column Key as it is: by it an element is known, also when it is renamed. In a new row "
        "it stays blank.",
    ),
    Text(
        id="Arahkan penunjuk ke judul kolom untuk melihat apa yang diisi; sel dengan panah menawarkan "
        "pilihan.",
        en="Point at the header of a column to see what belongs there; cells with an arrow offer choices.",
    ),
    Text(
        id="Kolom rujukan boleh berisi beberapa objek: satu per baris (Alt+Enter), atau dipisah titik koma. "
        "Tulis kode, nama, atau kode dan nama. Menghapus satu rujukan menghapus hubungan itu.",
        en="A column of references may hold several: one per line (Alt+Enter), or separated by semicolons. "
        "Write code, name, or code and name. Taking one out removes that relation.",
    ),
    Text(
        id="Sel yang dikosongkan menghapus isinya. Kolom yang dihapus tidak mengubah apa pun.",
        en="A cell that is blanked clears what is known. A column that is deleted changes nothing.",
    ),
    Text(
        id="Baris yang dihapus tidak menghentikan objeknya, kecuali impor memakai cara “gantikan”. Untuk "
        "menghentikan objek, ubah kolom Status.",
        en="A row that is deleted does not retire its element, unless the import replaces. To retire an "
        "element change its Status.",
    ),
    Text(
        id="Simpan sebagai .xlsx dan kirim kembali. Lembar boleh berganti nama dan kolom boleh dipindah.",
        en="Save as .xlsx and send it back. Sheets may be renamed and columns moved.",
    ),
)
LEGEND = Text(id="Warna judul kolom", en="Colours of headers")
OF_KEY = Text(id="kunci, jangan diubah", en="key, not to be changed")
OF_REQUIRED = Text(id="wajib diisi", en="must be filled in")
OF_PROPERTY = Text(id="keterangan objek", en="describes the element")
OF_REFERENCE = Text(id="rujukan ke objek lain", en="refers to other elements")
SHEET, MEANING, COUNT = (
    Text(id="Lembar", en="Sheet"),
    Text(id="Berisi", en="Holds"),
    Text(id="Sudah terisi", en="Filled in"),
)
UNWRITTEN = Text(
    id="(terlalu panjang untuk sel; biarkan apa adanya)", en="(too long for a cell; leave it as it is)"
)

KEY_NOTE = Text(
    id="Jangan diubah. Dari kunci ini objek dikenali saat templat dikirim kembali. "
    "Kosongkan pada baris baru.",
    en="Do not change it. By this key the element is known when the template comes back. "
    "Leave it blank in a new row.",
)
KEY_REFUSED = Text(
    id="Kolom kunci tidak diisi dan tidak diubah. Pada baris baru biarkan kosong.",
    en="The key is neither filled in nor changed. Leave it blank in a new row.",
)
_NAMED = 3  # other names of a column in its note
_FREE = Text(id="{label}, teks bebas.", en="{label}, in your own words.")
_ALSO = Text(id="Disebut juga: {names}.", en="Agencies also call it: {names}.")
_REQUIRED = Text(id="Wajib diisi.", en="Must be filled in.")
_SEVERAL = Text(
    id="Boleh beberapa: satu per baris, atau dipisah titik koma.",
    en="May be several: one per line, or separated by semicolons.",
)
_CHOICES = Text(id="Pilihan: {choices}.", en="Choices: {choices}.")
_REFERS = Text(
    id="Merujuk ke: {kinds}. Tulis kode, nama, atau kode dan nama.",
    en="Refers to: {kinds}. Write code, name, or code and name.",
)
_EXAMPLE = Text(id="Contoh: {example}", en="Example: {example}")
_FORMS = {
    ValueType.INTEGER: (Text(id="Bilangan bulat.", en="A whole number."), "120"),
    ValueType.NUMBER: (Text(id="Angka.", en="A number."), "4.5"),
    ValueType.MONEY: (Text(id="Jumlah dalam rupiah, angka saja.", en="An amount in rupiah."), "150000000"),
    ValueType.DATE: (Text(id="Tanggal.", en="A date."), "2026-12-31"),
    ValueType.YEAR: (Text(id="Tahun.", en="A year."), "2026"),
    ValueType.YES_NO: (Text(id="Ya atau Tidak.", en="Yes or No."), ""),
    ValueType.CAPACITY: (Text(id="Kapasitas dalam GB, angka saja.", en="Gigabytes, a number."), "512"),
    ValueType.BANDWIDTH: (Text(id="Kecepatan dalam Mbps, angka saja.", en="Mbps, a number."), "100"),
    ValueType.HOURS: (Text(id="Lama dalam jam, angka saja.", en="Hours, a number."), "24"),
    ValueType.PERCENT: (Text(id="Persentase, 0 sampai 100.", en="A percentage, 0 to 100."), "99.9"),
    ValueType.MEASURE: (Text(id="Angka dengan satuannya.", en="A number with its unit."), "90%"),
    ValueType.UNTIL: (Text(id="Tanggal, atau keterangan.", en="A date, or words."), "2026-12-31"),
}
CHOICE_ERROR = Text(
    id="Isi ini bukan salah satu pilihan. Pilih dari daftar; isi lain disimpan sebagai teks dan dicatat.",
    en="This is none of the choices. Choose from the list; anything else is kept as text and noted.",
)
SEVERAL_ERROR = Text(
    id="Pilih dari daftar. Beberapa pilihan dipisah titik koma; isi lain disimpan sebagai teks dan dicatat.",
    en="Choose from the list. Separate several by semicolons; anything else is kept as text and noted.",
)
CODE_ERROR = Text(
    id="Kode ini tidak ada dalam daftar nasional. Kode daerah boleh dipakai; beberapa kode: satu per baris.",
    en="This code is not in the national list. Local codes may be used; several codes: one per line.",
)
FORM_ERROR = Text(
    id="Isi ini bukan seperti yang diminta: {form} Isi lain disimpan sebagai teks dan dicatat.",
    en="This is not what is asked for: {form} Anything else is kept as text and noted.",
)
ERROR_TITLE = Text(id="Periksa isi sel", en="Check the cell")


def note(metamodel: Metamodel, kind: ElementKind, column: Field, language: Language) -> str:
    """Return what a header's note says: what belongs into its column, in which form, with an example."""
    if column.prop is not None:
        texts = _of_property(metamodel, kind, column.prop, language)
    elif column.link is not None:
        texts = _of_link(metamodel, column.link, language)
    else:
        texts = iter((KEY_NOTE,))
    return "\n".join(text.in_(language) for text in texts)


def _of_property(
    metamodel: Metamodel, kind: ElementKind, prop: PropertySpec, language: Language
) -> Iterator[Text]:
    if prop.help is not None:
        yield prop.help
    elif prop.required:
        yield metamodel.kind(kind).help
    if prop.required:
        yield _REQUIRED
    form, example = _FORMS.get(prop.type, (None, ""))
    if form is not None:
        yield form
    if prop.choices:
        labels = (choice.label.in_(language) for choice in prop.choices)
        yield _CHOICES.filled(choices="; ".join(labels))
    if prop.type is ValueType.CHOICES:
        yield _SEVERAL
    if form is None and not prop.choices and prop.help is None and not prop.required:
        yield _FREE.filled(label=prop.label)
    if prop.synonyms and prop.help is None:
        yield _ALSO.filled(names=", ".join(prop.synonyms[:_NAMED]))
    prefix = metamodel.kind(kind).code_prefix
    if prop.name == "code" and prefix:
        example = f"{prefix}-001"
    if example:
        yield _EXAMPLE.filled(example=example)


def _of_link(metamodel: Metamodel, link: LinkSpec, language: Language) -> Iterator[Text]:
    yield link.help or metamodel.relation(link.relation).help
    if len(link.to) < len(ElementKind):
        kinds = (metamodel.kind(kind).label.in_(language) for kind in link.to)
        yield _REFERS.filled(kinds=", ".join(kinds))
    yield _SEVERAL
    target = metamodel.kind(link.to[0])
    if target.code_prefix:
        yield _EXAMPLE.filled(example=f"{target.code_prefix}-001; {target.code_prefix}-002")


def form_of(prop: PropertySpec) -> Text | None:
    """Return in which form a property is written; None for text and choices."""
    form, _ = _FORMS.get(prop.type, (None, ""))
    return form
