"""Words about how likely services are down, and what decides it."""

from model.text import Text

TITLE = Text(id="Ketersediaan", en="Availability")
HELP = Text(
    id="Berapa jam dalam setahun setiap layanan dan proses diperkirakan mati, dihitung dari ketersediaan "
    "setiap objek beserta cadangannya. Yang belum diisi tidak dikira-kira: angkanya menjadi batas paling "
    "sedikit.",
    en="How many hours in a year each service and process is expected to be down, from the availability of "
    "each element and its redundancy. What is not filled in is not guessed: the figure is then the least.",
)
NONE_STATED = Text(
    id="Belum ada ketersediaan yang diisi. Isi kolom *Ketersediaan (%)*, atau *MTBF (jam)* dan *Lama "
    "pemulihan (jam)*, pada server, ruang, catu daya, jaringan, dan aplikasi.",
    en="No availability is filled in yet. Fill in *Availability (%)*, or *MTBF (hours)* and *Time to restore "
    "(hours)*, of servers, rooms, power supplies, networks and applications.",
)
KNOWN = Text(
    id="Diketahui seluruhnya: **{known}** dari {all}. Untuk yang lain, angkanya batas paling sedikit.",
    en="Known in full: **{known}** of {all}. For the others the figure is the least there can be.",
)
WANTED = Text(
    id="Paling perlu diisi ketersediaannya: {names}.",
    en="Availability that is missed the most: {names}.",
)
WANTED_BY = Text(id="{name} ({n} sasaran)", en="{name} ({n} {n|target|targets})")

LEAST = Text(id="Mati (jam/tahun), paling sedikit", en="Down (h/year), at least")
CERTAINTY = Text(id="Kepastian", en="Certainty")
ALL_KNOWN = Text(id="diketahui", en="known")
AT_MOST = Text(id="paling banyak {hours} jam", en="at most {hours} hours")
OPEN = Text(id="paling sedikit", en="at least")
DECIDES = Text(id="Paling menentukan", en="Decides most")
BIRNBAUM = Text(id="Pentingnya (Birnbaum)", en="Importance (Birnbaum)")
MISSING = Text(id="Belum diketahui", en="Not known")
UNSTATED = Text(id="ketersediaan {names}", en="the availability of {names}")
LACKING = Text(id="ketergantungan {names}", en="the dependencies of {names}")
MORE = Text(id="{names} dan {n} lainnya", en="{names} and {n} more")
TOO_MANY = Text(
    id="kombinasi terlalu banyak: hanya titik tunggal yang dihitung",
    en="too many combinations: only single points are counted",
)

# How often an element alone decides whether a target is up.
ALWAYS = Text(id="{name}: hampir selalu menentukan", en="{name}: decides almost always")
OFTEN = Text(id="{name}: sering menentukan", en="{name}: decides often")
SOMETIMES = Text(id="{name}: kadang-kadang menentukan", en="{name}: decides sometimes")
SELDOM = Text(id="{name}: jarang menentukan", en="{name}: decides seldom")

EXPECTED = Text(
    id="**{name}** diperkirakan mati {hours} jam dalam setahun.",
    en="**{name}** is expected to be down {hours} hours in a year.",
)
AT_LEAST = Text(
    id="**{name}** diperkirakan mati paling sedikit {hours} jam dalam setahun.",
    en="**{name}** is expected to be down at least {hours} hours in a year.",
)
NEVER = Text(
    id="Tidak ada yang tercatat dapat menghentikan **{name}**.",
    en="Nothing on record can stop **{name}**.",
)
OWN = Text(id="mati sendiri {hours} jam/tahun", en="down by itself {hours} h/year")
OWN_UNKNOWN = Text(id="ketersediaannya belum diketahui", en="its own availability is not known")
WHILE_UP = Text(
    id="Seberapa menentukan dihitung selama yang belum diketahui berfungsi.",
    en="How much each decides is reckoned while what is not known works.",
)
