"""What the columns of the catalogue of questions are called; one without a name here is for programs only."""

from model.text import Text

COLUMNS = {
    "code": Text(id="Kode", en="Code"),
    "function": Text(id="Fungsi", en="Function"),
    "left_key": Text(id="Kunci 1", en="Key 1"),
    "left_name": Text(id="Aplikasi 1", en="Application 1"),
    "left_agency": Text(id="OPD 1", en="Agency 1"),
    "right_key": Text(id="Kunci 2", en="Key 2"),
    "right_name": Text(id="Aplikasi 2", en="Application 2"),
    "right_agency": Text(id="OPD 2", en="Agency 2"),
    "shared_services": Text(id="Layanan bersama", en="Shared services"),
    "shared_data": Text(id="Data bersama", en="Shared data"),
    "shared": Text(id="Banyaknya bersama", en="How many shared"),
    "scope": Text(id="Cakupan", en="Scope"),
    "kind": Text(id="Jenis", en="Kind"),
    "elements": Text(id="Objek", en="Elements"),
    "key": Text(id="Kunci", en="Key"),
    "name": Text(id="Nama", en="Name"),
    "agency": Text(id="OPD", en="Agency"),
    "facility": Text(id="Fasilitas komputasi", en="Computing facility"),
    "applications": Text(id="Aplikasi", en="Applications"),
    "agencies": Text(id="Banyaknya OPD", en="Agencies"),
    "users": Text(id="Pengguna", en="Users"),
    "level": Text(id="Tingkat", en="Level"),
}
COUNTED = {  # by question and column, where a count needs saying what it counts
    ("codes_below", "elements"): Text(id="Objek yang langsung merujuknya", en="Elements of this code itself"),
}
NOTHING_UNDER = Text(
    id="Tidak ada untuk “{code}” ({meaning}). Kode yang ada: simpul query codes_below",
    en="Nothing for “{code}” ({meaning}). The codes there are: simpul query codes_below",
)
