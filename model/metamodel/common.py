"""What every kind and every relation has: name, code, life cycle, criticality; group, need, loss, effect."""

from model.availability import State
from model.kinds import Domain, Effect, ElementKind, Layer, RelationKind, Status
from model.metamodel.metamodel import DomainSpec, LayerSpec
from model.metamodel.spec import Choice, LinkSpec, PropertySpec, ValueType
from model.text import Text

ORG = (ElementKind.ORG_UNIT,)
COMMENT = "comment"  # the property that says something of the element to its readers
# The relations that say whose an element is, best first: the owner of an answer is the end of the first.
OWNERSHIP = (RelationKind.OWNED_BY, RelationKind.PRODUCED_BY, RelationKind.OPERATED_BY)
VALIDITY = ("valid_from", "valid_to")  # the properties that say when an element begins and ends
# how offices call these two
_BEGINS = (
    "Mulai berlaku", "Tanggal mulai", "Tanggal Mulai Penerapan", "Tanggal berlaku", "Mulai digunakan",
    "Tanggal mulai digunakan", "Mulai dipakai", "Mulai beroperasi", "Tanggal beroperasi",
    "Mulai operasional", "Tanggal operasional", "Mulai diterapkan", "Tanggal penerapan",
    "Tanggal implementasi", "Tanggal peluncuran", "Tanggal aktivasi", "Go live", "Tanggal go live", "TMT",
    "Start date", "In use since",
)  # fmt: skip
_ENDS = (
    "Berakhir", "Tanggal akhir", "Tanggal Akhir Penerapan", "Tanggal berakhir", "Tanggal selesai",
    "Berlaku hingga", "Digunakan sampai", "Dipakai sampai", "Berhenti digunakan", "Berhenti beroperasi",
    "Tanggal berhenti", "End date",
)  # fmt: skip
ANY_KIND = tuple(ElementKind)
# Reference codes come with the program: nobody owns, protects or replaces them.
SUBJECTS = tuple(kind for kind in ElementKind if kind is not ElementKind.REFERENCE_CODE)
# Units belong to units by COMPOSED_OF; a unit's sheet says "OPD" of the row itself.
OWNABLE = tuple(kind for kind in SUBJECTS if kind is not ElementKind.ORG_UNIT)
SECURITY_OBJECTS = (
    ElementKind.SECURITY_STANDARD,
    ElementKind.SECURITY_EDUCATION,
    ElementKind.VULNERABILITY_ASSESSMENT,
    ElementKind.SECURITY_IMPROVEMENT,
    ElementKind.INCIDENT_HANDLING,
    ElementKind.SECURITY_AUDIT,
    ElementKind.SECURITY_FEASIBILITY,
)
PROTECTABLE = tuple(kind for kind in SUBJECTS if kind not in SECURITY_OBJECTS)
ADDRESSABLE = tuple(
    kind
    for kind in SUBJECTS
    if kind not in (ElementKind.GAP, ElementKind.INITIATIVE, ElementKind.OBJECTIVE, ElementKind.INDICATOR)
)

STATE_LABELS = {
    State.UP: Text(id="Normal", en="Up"),
    State.AT_RISK: Text(id="Waspada", en="At risk"),
    State.DEGRADED: Text(id="Terganggu", en="Degraded"),
    State.DOWN: Text(id="Tidak tersedia", en="Down"),
}
STATUS_CHOICES = (
    Choice(
        value=Status.PLANNED.value,
        label=Text(id="Direncanakan", en="Planned"),
        synonyms=(
            "rencana",
            "akan dibangun",
            "to-be",
            "baru",
            "new",
            "konsep",
            "conceptual",
            "development",
            "pengembangan",
        ),
    ),
    Choice(
        value=Status.ACTIVE.value,
        label=Text(id="Aktif", en="Active"),
        synonyms=("as-is", "beroperasi", "digunakan", "berjalan", "production", "produksi", "in use"),
    ),
    Choice(
        value=Status.RETIRED.value,
        label=Text(id="Dihentikan", en="Retired"),
        synonyms=("tidak aktif", "nonaktif", "mati", "dihapus", "tidak digunakan", "decommissioned"),
    ),
)

CRITICALITY_CHOICES = (
    Choice(
        value="very_high",
        label=Text(id="Sangat tinggi", en="Very high"),
        synonyms=("kritikal", "vital", "strategis"),
    ),
    Choice(value="high", label=Text(id="Tinggi", en="High")),
    Choice(value="medium", label=Text(id="Sedang", en="Medium"), synonyms=("menengah", "moderate")),
    Choice(value="low", label=Text(id="Rendah", en="Low")),
)

# The terms of the portal's field "Status Kepemilikan".
OWNERSHIP_CHOICES = (
    Choice(
        value="Milik Sendiri", label=Text(id="Milik Sendiri", en="Own"), synonyms=("sendiri", "milik pemda")
    ),
    Choice(
        value="Milik Instansi Pemerintah Lain",
        label=Text(id="Milik Instansi Pemerintah Lain", en="Other government body"),
        synonyms=("instansi lain", "milik instansi lain", "instansi pemerintah lain"),
    ),
    Choice(value="Milik BUMN", label=Text(id="Milik BUMN", en="State enterprise"), synonyms=("BUMN",)),
    Choice(
        value="Milik Pihak Ketiga",
        label=Text(id="Milik Pihak Ketiga", en="Third party"),
        synonyms=(
            "pihak ketiga",
            "milik pihak ketiga dalam negeri",
            "milik pihak ketiga luar negeri",
        ),
    ),
)

COMMON = (
    PropertySpec(
        name="name",
        label=Text(id="Nama", en="Name"),
        leading=True,
        required=True,
        synonyms=("Nama Objek", "Nama Komponen", "Nama Lengkap"),
    ),
    PropertySpec(
        name="code",
        label=Text(id="Kode", en="Code"),
        synonyms=("ID", "ID/Kode", "Kode Objek", "Kode Komponen Instansi", "ID Metadata", "Kode Unik"),
    ),
    PropertySpec(
        name="abbreviation", label=Text(id="Singkatan", en="Abbreviation"), synonyms=("akronim", "acronym")
    ),
    PropertySpec(
        name="description",
        label=Text(id="Uraian", en="Description"),
        leading=True,
        describing=("uraian", "deskripsi", "keterangan", "penjelasan", "gambaran", "description"),
        synonyms=(
            "Uraian/Deskripsi",
            "Deskripsi/Uraian",
            "Deskripsi",
            "Deskripsi Singkat",
            "Uraian Singkat",
            "Penjelasan Singkat",
            "Keterangan Singkat",
            "Gambaran Umum",
            "Deskripsi Umum",
            "Keterangan",
            "Penjelasan",
            "Uraian Proses Bisnis",
            "Uraian Layanan",
            "Uraian Data",
            "Uraian Aplikasi",
            "Uraian Server",
            "Deskripsi Aplikasi",
            "Deskripsi Layanan",
            "Deskripsi Data",
            "Deskripsi Proses Bisnis",
            "Deskripsi Server",
            "Penjelasan Aplikasi",
            "Keterangan Aplikasi",
        ),
    ),
    PropertySpec(
        name="function",
        label=Text(id="Fungsi", en="Function"),
        leading=True,
        describing=("fungsi", "kegunaan", "manfaat", "tujuan", "peruntukan", "function", "purpose"),
        synonyms=(
            "Kegunaan",
            "Fungsi/Kegunaan",
            "Fungsi Utama",
            "Fungsi Aplikasi",
            "Kegunaan Aplikasi",
            "Fungsi Layanan",
        ),
    ),
    PropertySpec(
        name="status",
        label=Text(id="Status", en="Status"),
        leading=True,
        type=ValueType.CHOICE,
        choices=STATUS_CHOICES,
        synonyms=(
            "Siklus hidup",
            "Status siklus hidup",
            "Status keaktifan",
            "Status Aktif",
            "Status Operasional",
            "Status Penggunaan",
            "Aktif/Tidak Aktif",
            "Aktif/Nonaktif",
            "lifecycle",
        ),
    ),
    PropertySpec(
        name="to_be",
        label=Text(id="Status Objek To-Be", en="To-be change"),
        type=ValueType.CHOICE,
        choices=(
            Choice(value="new", label=Text(id="Baru", en="New"), implies=Status.PLANNED),
            Choice(
                value="upgrade",
                label=Text(id="Ditingkatkan", en="Upgrade"),
                synonyms=("peningkatan", "pengembangan"),
                implies=Status.ACTIVE,
            ),
        ),
        synonyms=("Status Objek", "Perubahan To-Be"),
        help=Text(
            id="Perubahan objek menuju kondisi target: objek baru, atau objek yang ada dan ditingkatkan.",
            en="What becomes of the object on the way to the target state: new, or existing and upgraded.",
        ),
    ),
    PropertySpec(
        name="valid_from",
        label=Text(id="Berlaku mulai", en="Valid from"),
        type=ValueType.DATE,
        synonyms=_BEGINS,
    ),
    PropertySpec(
        name="valid_to",
        label=Text(id="Berlaku sampai", en="Valid to"),
        type=ValueType.DATE,
        synonyms=_ENDS,
    ),
    PropertySpec(
        name="criticality",
        label=Text(id="Kekritisan", en="Criticality"),
        leading=True,
        type=ValueType.CHOICE,
        choices=CRITICALITY_CHOICES,
        synonyms=("Tingkat kekritisan", "Kategori sistem elektronik"),
    ),
    PropertySpec(
        name="rto_hours",
        label=Text(id="RTO (jam)", en="RTO (hours)"),
        type=ValueType.HOURS,
        synonyms=("RTO", "Recovery Time Objective"),
        help=Text(
            id="Waktu pulih paling lama yang dijanjikan, dalam jam.",
            en="The longest promised time to recovery, in hours (ISO 22300).",
        ),
    ),
    PropertySpec(
        name="rpo_hours",
        label=Text(id="RPO (jam)", en="RPO (hours)"),
        type=ValueType.HOURS,
        synonyms=("RPO", "Recovery Point Objective"),
        help=Text(
            id="Kehilangan data paling lama yang diterima, dalam jam.",
            en="The longest accepted loss of data, in hours (ISO 22300).",
        ),
    ),
    PropertySpec(
        name="restore_hours",
        label=Text(id="Lama pemulihan (jam)", en="Time to restore (hours)"),
        type=ValueType.HOURS,
        synonyms=(
            "MTTR",
            "MTRS",
            "Mean Time to Repair",
            "Mean Time to Restore",
            "Lama perbaikan",
            "Durasi pemulihan",
            "Waktu perbaikan",
            "Repair time",
            "Restore time",
        ),
        help=Text(
            id="Waktu yang dibutuhkan untuk memperbaiki atau memulihkan objek ini sendiri, dalam jam.",
            en="How long it takes to repair or restore this element itself, in hours.",
        ),
    ),
    PropertySpec(
        name=COMMENT,
        label=Text(id="Komentar", en="Comment"),
        help=Text(
            id="Alasan atau pesan bagi pembaca berikutnya. Komentar terdahulu tetap ada dalam riwayat.",
            en="A reason, or a message to the next reader. Earlier comments stay in the history.",
        ),
    ),
)

# Words of headers that are often cut short, or spelt otherwise; a header is known with them spelt out too.
ABBREVIATIONS = {
    "almt": "alamat", "apk": "aplikasi", "apl": "aplikasi", "app": "aplikasi", "bhs": "bahasa",
    "dgn": "dengan", "dok": "dokumen", "jlh": "jumlah", "jml": "jumlah", "jmlh": "jumlah", "jns": "jenis",
    "kd": "kode", "ket": "keterangan", "license": "licence", "lok": "lokasi", "nm": "nama",
    "tgl": "tanggal", "th": "tahun",
    "thn": "tahun", "ttg": "tentang", "utk": "untuk", "yg": "yang",
}  # fmt: skip

# Words that add nothing to those of a description: "Uraian Singkat", "Tujuan dan Fungsi", "Fungsi Sistem".
DESCRIBING_TOO = frozenset(
    {"dan", "atau", "singkat", "umum", "utama", "ringkas", "lengkap", "sistem", "objek", "and", "or", "of",
     "the", "short", "main", "system"}
)  # fmt: skip

# How agencies head the column that says whose a row is.
OWNER_HEADERS = (
    "OPD",
    "Perangkat Daerah",
    "OPD Pengampu",
    "Instansi",
    "Nama OPD",
    "Pemilik",
    "OPD / Lembaga",
    "Unit Pemilik",
    "SKPD",
    "Nama SKPD",
    "OPD/SKPD",
    "SKPD/OPD",
    "Nama Perangkat Daerah",
    "Perangkat Daerah/OPD",
    "OPD/Perangkat Daerah",
    "Perangkat Daerah Pemilik",
    "Instansi Pemilik",
    "SKPD Pemilik",
    "Dinas/Badan",
    "Dinas/Instansi",
    "OPD/Instansi",
    "Instansi/OPD",
)

COMMON_LINKS = (
    LinkSpec(
        name="owner",
        relation=RelationKind.OWNED_BY,
        to=ORG,
        creates=ORG,
        scope=True,
        label=Text(id="OPD Pemilik", en="Owner"),
        synonyms=OWNER_HEADERS,
    ),
    LinkSpec(
        name="operator",
        relation=RelationKind.OPERATED_BY,
        to=ORG,
        creates=ORG,
        label=Text(id="Unit Pengelola", en="Operator"),
        synonyms=("Unit Operasional", "Pengelola"),
    ),
    LinkSpec(
        name="regulations",
        relation=RelationKind.GOVERNED_BY,
        to=(ElementKind.REGULATION,),
        label=Text(id="Dasar Hukum", en="Legal basis"),
        synonyms=("Regulasi", "Peraturan"),
    ),
    LinkSpec(
        name="related",
        relation=RelationKind.ASSOCIATED_WITH,
        to=ANY_KIND,
        label=Text(id="ID Metadata SPBE Terkait", en="Related SPBE metadata"),
        synonyms=("ID Metadata Terkait", "Metadata Terkait", "ID Metadata SPBE"),
    ),
)

DEPENDENCY = (
    PropertySpec(
        name="group", label=Text(id="Grup cadangan", en="Redundancy group"), synonyms=("kelompok", "grup")
    ),
    PropertySpec(
        name="need",
        label=Text(id="Kebutuhan", en="Need"),
        help=Text(
            id="Berapa anggota grup yang harus berfungsi: semua, salah satu, 2, 60%, weight>=3.",
            en="How much of the group must work: all, any, 2, 60%, weight>=3.",
        ),
    ),
    PropertySpec(
        name="loss",
        label=Text(id="Akibat bila berkurang", en="Effect of partial loss"),
        type=ValueType.CHOICE,
        choices=tuple(
            Choice(value=state.word, label=STATE_LABELS[state])
            for state in (State.AT_RISK, State.DEGRADED, State.UP)
        ),
    ),
    PropertySpec(name="weight", label=Text(id="Bobot", en="Weight"), type=ValueType.NUMBER),
    PropertySpec(
        name="effect",
        label=Text(id="Dampak", en="Effect"),
        type=ValueType.CHOICE,
        choices=(
            Choice(value=Effect.DOWN.value, label=Text(id="Tidak tersedia", en="Down")),
            Choice(value=Effect.DEGRADED.value, label=Text(id="Terganggu", en="Degraded")),
            Choice(value=Effect.NONE.value, label=Text(id="Tidak ada", en="None")),
        ),
    ),
    PropertySpec(name="valid_from", label=Text(id="Berlaku mulai", en="Valid from"), type=ValueType.DATE),
    PropertySpec(name="valid_to", label=Text(id="Berlaku sampai", en="Valid to"), type=ValueType.DATE),
)

LAYERS = (
    LayerSpec(Layer.MOTIVATION, Text(id="Motivasi", en="Motivation"), light="#d9d2ec", dark="#4a3f6b"),
    LayerSpec(Layer.BUSINESS, Text(id="Bisnis", en="Business"), light="#f6e7a8", dark="#5f5218"),
    LayerSpec(Layer.APPLICATION, Text(id="Aplikasi", en="Application"), light="#c5dcf0", dark="#23496b"),
    LayerSpec(Layer.TECHNOLOGY, Text(id="Teknologi", en="Technology"), light="#cbe6cd", dark="#27552c"),
)

DOMAINS = (
    DomainSpec(Domain.ORGANISATION, Text(id="Organisasi", en="Organisation")),
    DomainSpec(Domain.BUSINESS, Text(id="Proses Bisnis", en="Business process"), ("Bisnis", "Probis")),
    DomainSpec(Domain.SERVICE, Text(id="Layanan", en="Service"), ("Layanan SPBE",)),
    DomainSpec(
        Domain.DATA,
        Text(id="Data dan Informasi", en="Data and information"),
        ("Data", "Informasi", "Data & Informasi"),
    ),
    DomainSpec(Domain.APPLICATION, Text(id="Aplikasi", en="Application"), ("Aplikasi SPBE",)),
    DomainSpec(Domain.INFRASTRUCTURE, Text(id="Infrastruktur", en="Infrastructure"), ("Infrastruktur SPBE",)),
    DomainSpec(Domain.SECURITY, Text(id="Keamanan", en="Security"), ("Keamanan SPBE", "Keamanan Informasi")),
    DomainSpec(
        Domain.GOVERNANCE, Text(id="Tata Kelola", en="Governance"), ("Peta Rencana", "Tata Kelola SPBE")
    ),
)
