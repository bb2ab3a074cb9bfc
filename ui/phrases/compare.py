"""Words of the page Bandingkan, and of saving a scenario."""

from model.availability import State
from model.text import Text

TITLE = Text(id="Bandingkan", en="Compare")
HELP = Text(
    id="Dua skenario, atau keadaan sebelum dan sesudah impor, berdampingan.",
    en="Two scenarios, or the state before and after a load, side by side.",
)
TO_IMPACT = Text(id="Buka halaman Dampak", en="Open the page Impact")
OPEN_IMPACT = Text(id="Buka skenario ini di Dampak", en="Open this scenario in Impact")
QUESTION = Text(id="Apa bedanya?", en="What differs?")
FIRST = Text(id="Pertama", en="First")
SECOND = Text(id="Kedua", en="Second")
SCENARIO = Text(id="Skenario", en="Scenario")
STANDING = Text(id="Keadaan data", en="State of the data")
NOW = Text(id="sekarang", en="now")
AFTER_LOAD = Text(id="setelah impor {load}", en="after load {load}")
NONE_SAVED = Text(
    id="Belum ada skenario tersimpan. Susun pertanyaan di halaman Dampak, lalu simpan dengan nama.",
    en="No scenario is saved yet. Put a question together on the page Impact, and save it under a name.",
)
FAIL_TO = {
    State.DOWN: Text(id="Mati: {names}", en="Fails: {names}"),
    State.DEGRADED: Text(id="Terganggu: {names}", en="Degraded: {names}"),
    State.AT_RISK: Text(id="Waspada: {names}", en="At risk: {names}"),
}
ON_DAY = Text(id="Pada tanggal {day}", en="On {day}")
STAYS = Text(id="Tetap berfungsi: {names}", en="Stays up: {names}")
MISSING = Text(
    id="{n} objek skenario ini tidak ada pada keadaan data itu dan tidak ikut.",
    en="{n} {n|element|elements} of this scenario {n|does|do} not exist in that state of the data and "
    "{n|is|are} left out.",
)
NOTHING_FAILS = Text(
    id="Tidak ada objek skenario ini pada keadaan data itu.",
    en="No element of this scenario exists in that state of the data.",
)
OF_THEM_SERVICES = Text(id="Di antaranya layanan", en="Of them services")
SAME = Text(id="Keduanya berakhir sama.", en="Both end alike.")
WORSE = Text(
    id="**{n}** objek lebih buruk pada yang kedua",
    en="**{n}** {n|element is|elements are} worse in the second",
)
BETTER = Text(id="**{n}** objek lebih baik", en="**{n}** {n|element is|elements are} better")
ABSENT = Text(id="(tidak ada)", en="(does not exist)")
DIFFERENCES = Text(id="Perbedaan", en="Differences")

SAVE = Text(id="Simpan", en="Save")
SAVE_NAME = Text(id="Nama skenario", en="Name of the scenario")
SAVE_HELP = Text(
    id="Skenario yang disimpan dapat dibuka lagi dan dibandingkan. Nama yang sama menggantikan yang lama.",
    en="A saved scenario can be opened again and compared. The same name replaces the earlier one.",
)
SAVED = Text(id="Skenario “{name}” tersimpan.", en="The scenario “{name}” is saved.")
SAVED_ONES = Text(id="Tersimpan", en="Saved")
DROP = Text(id="Hapus “{name}”", en="Remove “{name}”")
BY = Text(id="oleh {by}, {at}", en="by {by}, {at}")
