"""The kinds of findings about ArchiMate models: the file as XML, and what has no counterpart here."""

from model.faults import Rule, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

BROKEN_XML = Rule.of(
    "broken_xml",
    _E,
    ("Isi berkas bukan XML yang utuh: {detail}.", "The file is no well-formed XML: {detail}."),
    (
        "Ekspor ulang dari alat pemodelan, lalu kirim berkasnya tanpa diubah.",
        "Export it again from the modelling tool and send the file unchanged.",
    ),
)
UNSAFE_XML = Rule.of(
    "unsafe_xml",
    _E,
    (
        "Berkas XML memuat DTD atau entitas ({detail}); tidak dibaca demi keamanan.",
        "The XML file has a DTD or entities ({detail}); for safety it was not read.",
    ),
    (
        "Hapus DTD (bagian DOCTYPE) dan entitasnya; berkas pertukaran ArchiMate tidak memerlukannya.",
        "Remove the DTD (DOCTYPE) and its entities; an ArchiMate exchange file needs none.",
    ),
)
OTHER_XML = Rule.of(
    "other_xml",
    _E,
    (
        "Berkas XML ini bukan model ArchiMate dalam format pertukaran versi 3; akarnya {detail}.",
        "This XML file is no ArchiMate model in the exchange format, version 3; its root is {detail}.",
    ),
    (
        "Ekspor dari alat pemodelan sebagai Open Exchange XML 3.x; tabel dikirim sebagai .xlsx atau .csv.",
        "Export from the modelling tool as Open Exchange XML 3.x; send tables as .xlsx or .csv.",
    ),
)
ARCHI_FILE = Rule.of(
    "archi_file",
    _E,
    (
        "Berkas ini memakai format Archi sendiri, yang tidak dibaca.",
        "The file is in Archi's own format, which is not read.",
    ),
    (
        "Di Archi pilih File > Export > Model to Open Exchange File, lalu kirim berkas .xml-nya.",
        "In Archi choose File > Export > Model to Open Exchange File and send the .xml.",
    ),
)
CONCEPT_LEFT_OUT = Rule.of(
    "concept_without_kind",
    _W,
    (
        "{count} elemen {concept} tidak dimuat: tidak ada jenis yang sepadan ({value}).",
        "{count} elements of type {concept} were not loaded: no kind is its counterpart ({value}).",
    ),
    (
        "Bila perlu, beri elemen itu properti kind dengan nama jenis, misalnya Application.",
        "If they are needed, give them a property kind with the name of a kind, such as Application.",
    ),
)
CONCEPT_READ_AS = Rule.of(
    "concept_read_as",
    _I,
    (
        "{count} elemen {concept} dibaca sebagai {kind}.",
        "{count} elements of type {concept} are read as {kind}.",
    ),
    (
        "Tidak perlu tindakan; bila jenis lain yang dimaksud, tulis di properti kind.",
        "Nothing to do; if another kind is meant, name it in a property kind.",
    ),
)
RELATION_AS_TIE = Rule.of(
    "relation_without_kind",
    _W,
    (
        "{count} hubungan {relation} tidak ada padanannya ({ends}); disimpan sebagai “{general}”: {value}.",
        "{count} relations {relation} have no counterpart ({ends}); kept as “{general}”: {value}.",
    ),
    (
        "Ganti tipenya di model, atau nyatakan hubungannya di simpul.",
        "Change their type in the model, or state the relations in simpul.",
    ),
)
RELATION_LEFT_OUT = Rule.of(
    "relation_with_missing_end",
    _W,
    (
        "{count} hubungan {relation} tidak dimuat: salah satu ujungnya bukan elemen yang dimuat ({value}).",
        "{count} relations {relation} were not loaded: one of their ends is no element that was ({value}).",
    ),
    (
        "Periksa temuan tentang elemen yang tidak dimuat; hubungan pada hubungan tidak dikenal.",
        "See the findings about elements that were not loaded; relations to relations are not known.",
    ),
)
MODEL_PARTS_LEFT_OUT = Rule.of(
    "model_parts_left_out",
    _I,
    (
        "{views} diagram dan {items} butir susunan folder pada model dilewati.",
        "{views} diagrams and {items} entries of the folder tree of the model were left out.",
    ),
    (
        "Tidak perlu tindakan; elemen dan hubungannya tetap dibaca.",
        "Nothing to do; their elements and relations are read all the same.",
    ),
)
EMPTY_MODEL = Rule.of(
    "empty_model",
    _W,
    ("Model ini tidak memuat elemen.", "The model has no elements."),
    ("Periksa apakah ekspornya lengkap.", "Check whether the export is complete."),
)
