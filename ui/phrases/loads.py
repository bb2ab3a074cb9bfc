"""Words of the page Riwayat impor."""

from model.text import Text

TITLE = Text(id="Riwayat impor", en="Load history")
HELP = Text(
    id="Siapa memuat apa, apa yang berubah karenanya, dan mengurungkannya.",
    en="Who loaded what, what changed by it, and taking it back.",
)
FILES_COLUMN = Text(id="Berkas atau yang dinyatakan", en="Files, or what was said")
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
    id="Pilih satu baris dalam tabel: apa yang berubah, apa akibatnya, dan mengurungkannya.",
    en="Choose a load in the table: what changed, what follows from it, and how to undo it.",
)
LOAD = Text(id="Impor {files}", en="Load of {files}")
WHO_WHEN = Text(id="{by}, {at}, {load}", en="{by}, {at}, {load}")
AN_IMPORT = Text(id="impor", en="load")
A_STEP = Text(id="langkah", en="load")  # said by hand: an edit, a decision, an answer
IS_UNDONE = Text(
    id="Sudah diurungkan: isinya tidak lagi berlaku. Untuk mengembalikannya, muat lagi berkasnya.",
    en="It was undone: what it said no longer counts. To get it back, load its files again.",
)
STEP_IS_UNDONE = Text(
    id="Sudah diurungkan: isinya tidak lagi berlaku. Untuk mengembalikannya, nyatakan sekali lagi.",
    en="It was undone: what it said no longer counts. To get it back, say it once more.",
)
HELD = Text(
    id="Yang dinyatakannya: {n} baris, yang sudah dinyatakan impor lain tidak terhitung.",
    en="What it said: {n} rows, without those that another load said too.",
)
COMPARING = Text(id="Membandingkan keadaan sebelum dan sesudah …", en="Comparing before and after …")
SUMMARY = Text(
    id="Objek: {added} baru, {changed} berubah, {removed} hilang. "
    "Hubungan: {related} baru, {restated} berubah, {unrelated} hilang.",
    en="Elements: {added} new, {changed} changed, {removed} gone. "
    "Relations: {related} new, {restated} changed, {unrelated} gone.",
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
    id="Sejak {what} ini bergantung pada satu objek saja",
    en="Dependent on one element alone since this {what}",
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
    id="Titik rawan layanan dan proses yang sudah ada tidak berubah karena {what} ini.",
    en="No service or process that was there has other single points of failure by this {what}.",
)
UNDO = Text(id="Urungkan {what}", en="Undo {what}")
UNDO_SEE = Text(id="Lihat akibat mengurungkan", en="See what undoing does")
INTO = Text(id="digabung ke {keep}", en="merged into {keep}")
UNDO_ASK = Text(id="Mengurungkan “{said}” akan mengubah:", en="Undoing “{said}” will change:")
UNDO_DONE = Text(id="Diurungkan: {said}.", en="Undone: {said}.")

# What was said by hand, in one line
SAID_MERGED = Text(id="Digabung: {gone} ke {keep}", en="Merged: {gone} into {keep}")
SAID_DECIDED = Text(id="{left} – {right}: {verdict}", en="{left} – {right}: {verdict}")
SAID_SETTLED = Text(id="Catatan pada {about}: {state}{answer}", en="Finding on {about}: {state}{answer}")
SAID_RETIRED = Text(id="Dihentikan: {name}", en="Retired: {name}")
SAID_SET = Text(id="Diubah: {name}: {what}", en="Changed: {name}: {what}")
SAID_RELATED = Text(id="Dihubungkan: {name}: {what}", en="Related: {name}: {what}")
SAID_UNRELATED = Text(id="Hubungan dicabut: {name}: {what}", en="Relation taken away: {name}: {what}")
SAID_HEARD = Text(id="Juga ditulis sebagai: {words}: {name}", en="Also written as {words}: {name}")
SAID_ADDED = Text(id="Ditambahkan: {name}", en="Added: {name}")
RELATED_TO = Text(id="{relation}: {to}", en="{relation}: {to}")
AND_MORE = Text(id="{text} (+{n})", en="{text} (+{n})")
SAID_NOTHING = Text(id="tidak mengubah apa pun", en="changed nothing")
