"""What tells parallel relations apart: environment, access mode, role of a copy, data, reference model."""

from model.metamodel.shorthand import prop
from model.metamodel.spec import Choice, ValueType
from model.text import Text

ENVIRONMENT = prop(
    "environment",
    ("Lingkungan", "Environment"),
    choices=(
        Choice(
            value="production",
            label=Text(id="Produksi", en="Production"),
            synonyms=("prod", "live", "operasional"),
        ),
        Choice(
            value="staging",
            label=Text(id="Pra-produksi", en="Staging"),
            synonyms=("preprod", "pre-production", "stage"),
        ),
        Choice(value="acceptance", label=Text(id="Uji terima", en="Acceptance"), synonyms=("uat",)),
        Choice(
            value="testing", label=Text(id="Pengujian", en="Testing"), synonyms=("qa", "test", "uji", "sit")
        ),
        Choice(
            value="development", label=Text(id="Pengembangan", en="Development"), synonyms=("dev", "sandbox")
        ),
        Choice(value="training", label=Text(id="Pelatihan", en="Training"), synonyms=("latihan",)),
    ),
    help=("Kosong berarti produksi.", "Blank means production."),
)
NOT_PRODUCTION = tuple(choice.value for choice in ENVIRONMENT.choices if choice.value != "production")

MODE = prop(
    "mode",
    ("Cara akses", "Access mode"),
    choices=(
        Choice(value="read", label=Text(id="Membaca", en="Reads"), synonyms=("baca",), archimate="Read"),
        Choice(value="write", label=Text(id="Menulis", en="Writes"), synonyms=("tulis",), archimate="Write"),
        Choice(
            value="both",
            label=Text(id="Membaca dan menulis", en="Reads and writes"),
            synonyms=("baca tulis", "baca dan tulis"),
            archimate="ReadWrite",
        ),
    ),
    help=("Kosong berarti membaca dan menulis.", "Blank means both."),
)
COPY_ROLE = prop(
    "role",
    ("Peran salinan", "Role of the copy"),
    choices=(
        Choice(value="primary", label=Text(id="Utama", en="Primary"), synonyms=("induk", "master")),
        Choice(value="replica", label=Text(id="Replika", en="Replica"), synonyms=("slave", "standby")),
        Choice(value="backup", label=Text(id="Cadangan", en="Backup"), synonyms=("arsip",)),
    ),
    help=(
        "Salinan cadangan tidak menjaga ketersediaan; ia dihitung untuk RPO.",
        "A backup does not keep the data available; it counts for the RPO.",
    ),
)
CODE_ROLE = prop(
    "role",
    ("Model referensi", "Reference model"),
    help=(
        "RAB, RAL, RAD, RAA, RAI, RAK, atau urusan.",
        "RAB, RAL, RAD, RAA, RAI, RAK, or urusan (the affair).",
    ),
)
DATA = prop("data", ("Data", "Data"), "Data yang dialirkan")
PROTOCOL = prop("protocol", ("Protokol", "Protocol"))
USERS = prop("users", ("Jumlah Pengguna", "Number of users"), "Pengguna", type=ValueType.INTEGER)
SINCE = prop("since", ("Digunakan sejak", "Used since"), "Sejak", type=ValueType.UNTIL)
