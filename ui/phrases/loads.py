"""Words of the page Riwayat impor."""

from model.text import Text

TITLE = Text(id="Riwayat impor", en="Load history")
HELP = Text(
    id="Siapa memuat apa, apa yang berubah karenanya, dan mengurungkannya.",
    en="Who loaded what, what changed by it, and taking it back.",
)
FILES_COLUMN = Text(id="Berkas", en="Files")
MODE_COLUMN = Text(id="Cara", en="Mode")
STATE_COLUMN = Text(id="Keadaan", en="State")
ELEMENTS = Text(id="Objek", en="Elements")
RELATIONS = Text(id="Hubungan", en="Relations")
MODES = {
    "merge": Text(id="tambah dan ubah", en="add and change"),
    "replace": Text(id="gantikan", en="replace"),
    "edit": Text(id="diisi langsung", en="by hand"),
}
UNDONE = Text(id="diurungkan", en="undone")
APPLIED = Text(id="diterapkan", en="applied")
CHOOSE = Text(
    id="Pilih satu impor dalam tabel: apa yang berubah, apa akibatnya, dan mengurungkannya.",
    en="Choose a load in the table: what changed, what follows from it, and how to undo it.",
)
LOAD = Text(id="Impor {load}", en="Load {load}")
WHO_WHEN = Text(id="{by}, {at}", en="{by}, {at}")
IS_UNDONE = Text(
    id="Impor ini sudah diurungkan: catatannya tidak lagi berlaku.",
    en="This load was undone: what it said no longer counts.",
)
COMPARING = Text(id="Membandingkan keadaan sebelum dan sesudah …", en="Comparing before and after …")
SUMMARY = Text(
    id="Objek: {added} baru, {changed} berubah, {removed} hilang. "
    "Hubungan: {related} baru, {unrelated} hilang.",
    en="Elements: {added} new, {changed} changed, {removed} gone. "
    "Relations: {related} new, {unrelated} gone.",
)
TAB_ELEMENTS = Text(id="Objek ({n})", en="Elements ({n})")
TAB_RELATIONS = Text(id="Hubungan ({n})", en="Relations ({n})")
TAB_ANSWERS = Text(id="Akibatnya ({n})", en="What follows ({n})")
NOTHING = Text(id="Tidak ada yang berubah.", en="Nothing changed.")
NEW = Text(id="baru", en="new")
CHANGED = Text(id="berubah", en="changed")
GONE = Text(id="hilang", en="gone")
FROM = Text(id="Dari", en="From")
RELATION = Text(id="Hubungan", en="Relation")
TO = Text(id="Ke", en="To")
BEGUN = Text(
    id="Sejak impor ini bergantung pada satu objek saja",
    en="Dependent on one element alone since this load",
)
ENDED = Text(id="Tidak lagi bergantung pada satu objek saja", en="No longer dependent on one element alone")
LOST = Text(
    id="Semula bergantung pada satu objek, yang sekarang tidak dipakai lagi",
    en="Was dependent on one element, which is no longer in use",
)
NEW_TARGETS = Text(
    id="{n} layanan dan proses baru, {alone} di antaranya bergantung pada satu objek saja.",
    en="Services and processes that are new: {n}; of these dependent on one element alone: {alone}.",
)
TARGET = Text(id="Layanan atau proses", en="Service or process")
ON = Text(id="Mati bila ini mati", en="Down when this is down")
NO_ANSWERS = Text(
    id="Titik rawan layanan dan proses yang sudah ada tidak berubah karena impor ini.",
    en="No service or process that was there has other single points of failure by this load.",
)
UNDO = Text(id="Urungkan impor", en="Undo load")
UNDO_SEE = Text(id="Lihat akibat mengurungkan", en="See what undoing does")
UNDO_ASK = Text(id="Mengurungkan impor {load} akan mengubah:", en="Undoing load {load} will change:")
UNDO_DONE = Text(id="Impor {load} diurungkan.", en="Load {load} is undone.")
MERGED_INTO = Text(id="{gone} digabung ke {keep}", en="{gone} merged into {keep}")
INTO = Text(id="digabung ke {keep}", en="merged into {keep}")
