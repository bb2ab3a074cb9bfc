"""Short forms in which the declaration is written: one call for one property, choice or column."""

from dataclasses import replace

from model.kinds import ElementKind, RelationKind, Status
from model.metamodel.common import ORG, OWNER_HEADERS, OWNERSHIP_CHOICES, SECURITY_OBJECTS
from model.metamodel.spec import Choice, CodeScheme, LinkSpec, PropertySpec, ValueType
from model.text import Text

VENDOR_OR_ORG = (ElementKind.VENDOR, ElementKind.ORG_UNIT)

# The six reference models of Perpres 132/2022. RAA and RAK are national down to level 2 only.
RAB = CodeScheme(prefix="RAB", label=Text(id="Referensi Arsitektur Bisnis", en="Business reference"))
RAL = CodeScheme(prefix="RAL", label=Text(id="Referensi Arsitektur Layanan", en="Service reference"))
RAD = CodeScheme(prefix="RAD", label=Text(id="Referensi Arsitektur Data", en="Data reference"))
RAA = CodeScheme(
    prefix="RAA",
    label=Text(id="Referensi Arsitektur Aplikasi", en="Application reference"),
    national_levels=2,
)
RAI = CodeScheme(
    prefix="RAI", label=Text(id="Referensi Arsitektur Infrastruktur", en="Infrastructure reference")
)
RAK = CodeScheme(
    prefix="RAK", label=Text(id="Referensi Arsitektur Keamanan", en="Security reference"), national_levels=2
)
DEEPEST_LEVEL = 7  # of a reference model, the local levels included


def term(value: str, en: str, *synonyms: str, suggested_by: tuple[str, ...] = ()) -> Choice:
    """Return a choice that is kept under its official Indonesian term."""
    return Choice(value=value, label=Text(id=value, en=en), synonyms=synonyms, suggested_by=suggested_by)


def stage(value: str, en: str, implies: Status, *synonyms: str) -> Choice:
    """Return a choice that says where in its life cycle the element is."""
    return Choice(value=value, label=Text(id=value, en=en), synonyms=synonyms, implies=implies)


def prop(
    name: str,
    label: tuple[str, str],
    *synonyms: str,
    type: ValueType = ValueType.TEXT,
    choices: tuple[Choice, ...] = (),
    help: tuple[str, str] | None = None,
    adds: bool = False,
) -> PropertySpec:
    """Return a property; label and help are pairs, Indonesian and English.

    Choices make it a choice of one, unless type says several.
    """
    if choices and type is ValueType.TEXT:
        type = ValueType.CHOICE
    return PropertySpec(
        name=name,
        label=Text(*label),
        type=type,
        choices=choices,
        synonyms=synonyms,
        help=Text(*help) if help else None,
        adds=adds,
    )


def column(
    name: str,
    label: tuple[str, str],
    relation: RelationKind,
    to: tuple[ElementKind, ...],
    *synonyms: str,
    creates: tuple[ElementKind, ...] = (),
) -> LinkSpec:
    """Return a column whose cells name what the row's element depends on or relates to."""
    return LinkSpec(
        name=name, label=Text(*label), relation=relation, to=to, creates=creates, synonyms=synonyms
    )


def column_back(
    name: str,
    label: tuple[str, str],
    relation: RelationKind,
    to: tuple[ElementKind, ...],
    *synonyms: str,
    creates: tuple[ElementKind, ...] = (),
) -> LinkSpec:
    """Return a column whose cells name the sources of a relation that ends in the row's element."""
    return replace(column(name, label, relation, to, *synonyms, creates=creates), reversed=True)


def classified(scheme: CodeScheme, *synonyms: str, inherits: bool = False) -> LinkSpec:
    """Return the column that refers to the codes of a kind's own reference model.

    # (any)-[:CLASSIFIED_AS {role: "RAB"}]->(:ReferenceCode)
    """
    prefix = scheme.prefix
    levels = tuple(
        (f"{prefix} Level {level}", f"{prefix} L{level}", f"Kode {prefix} Level {level}", f"Level {level}")
        for level in range(1, scheme.national_levels + 1)
    )
    return LinkSpec(
        name=prefix.lower(),
        relation=RelationKind.CLASSIFIED_AS,
        to=(ElementKind.REFERENCE_CODE,),
        role=prefix,
        label=Text(id=f"Kode Referensi ({prefix})", en=f"Reference code ({prefix})"),
        synonyms=(
            f"Kode {prefix}",
            f"Referensi {prefix}",
            f"Kode Model Referensi ({prefix})",
            f"Model Referensi ({prefix})",
            "Kode Model Referensi",
            "Model Referensi",
            "Kode Referensi",
            "Kode Referensi SIA-SPBE",
            *synonyms,
        ),
        levels=levels,
        inherits=inherits,
        help=scheme.label,
    )


def local_levels(scheme: CodeScheme) -> tuple[PropertySpec, ...]:
    """Return the levels below the national ones, which each government words itself: kept as text."""
    prefix = scheme.prefix
    return tuple(
        prop(
            f"{prefix.lower()}_level_{level}",
            (f"{prefix} Level {level}", f"{prefix} level {level}"),
            f"{prefix} L{level}",
            f"Level {level}",
        )
        for level in range(scheme.national_levels + 1, DEEPEST_LEVEL + 1)
    )


def owner(label: tuple[str, str], *synonyms: str, scope: bool = True, inherits: bool = False) -> LinkSpec:
    """Return a kind's own column of the unit it belongs to; it also answers to the common headers."""
    common = tuple(header for header in OWNER_HEADERS if header not in (*label, *synonyms))
    return LinkSpec(
        name="owner",
        relation=RelationKind.OWNED_BY,
        to=ORG,
        creates=ORG,
        scope=scope,
        inherits=inherits,
        label=Text(*label),
        synonyms=("OPD Pemilik", *synonyms, *common),
    )


def operator(label: tuple[str, str], *synonyms: str, scope: bool = False) -> LinkSpec:
    """Return a kind's own column of the unit that operates it."""
    return LinkSpec(
        name="operator",
        relation=RelationKind.OPERATED_BY,
        to=ORG,
        creates=ORG,
        scope=scope,
        label=Text(*label),
        synonyms=("Pengelola", "Unit Operasional", *synonyms),
    )


DEVELOPER = LinkSpec(
    name="developer",
    relation=RelationKind.DEVELOPED_BY,
    to=VENDOR_OR_ORG,
    creates=VENDOR_OR_ORG,
    label=Text(id="Unit Pengembang", en="Developer"),
    synonyms=(
        "Pengembang",
        "Unit Pengembang Aplikasi",
        "Pengembang Aplikasi",
        "Nama Pengembang",
        "Dikembangkan oleh",
        "Dibuat oleh",
        "Pembuat Aplikasi",
    ),
)
SUPPLIER = LinkSpec(
    name="vendor",
    relation=RelationKind.SUPPLIED_BY,
    to=VENDOR_OR_ORG,
    creates=VENDOR_OR_ORG,
    label=Text(id="Penyedia", en="Supplier"),
    synonyms=("Vendor", "Nama Penyedia", "Nama Vendor"),
)
SECURITY = LinkSpec(
    name="security",
    relation=RelationKind.PROTECTED_BY,
    to=(*SECURITY_OBJECTS, ElementKind.SECURITY_DEVICE),
    label=Text(id="Objek Keamanan", en="Security objects"),
    synonyms=("Penerapan Keamanan", "Dependensi Keamanan", "Keamanan", "Kode Domain Keamanan"),
)

OWNERSHIP = prop("ownership", ("Status Kepemilikan", "Ownership"), "Kepemilikan", choices=OWNERSHIP_CHOICES)
OWNER_NAME = prop(
    "owner_name",
    ("Nama Pemilik", "Name of the owner"),
    help=("Diisi bila bukan milik sendiri.", "Filled when it is not the government's own."),
)

# The seven columns of the data sheet, one for each kind of security object.
SECURITY_COLUMNS = tuple(
    column(
        name, (f"Keamanan: {indonesian}", f"Security: {english}"), RelationKind.PROTECTED_BY, (kind,), *more
    )
    for name, kind, indonesian, english, more in (
        (
            "security_standards",
            ElementKind.SECURITY_STANDARD,
            "Standar",
            "standards",
            ("Standar Keamanan", "Standar, Prosedur, dan Regulasi Keamanan", "Standar dan Prosedur Keamanan"),
        ),
        (
            "security_education",
            ElementKind.SECURITY_EDUCATION,
            "Edukasi",
            "education",
            ("Edukasi Keamanan", "Edukasi Kesadaran Keamanan"),
        ),
        (
            "vulnerability_assessments",
            ElementKind.VULNERABILITY_ASSESSMENT,
            "Identifikasi Kerentanan",
            "vulnerability assessments",
            ("Identifikasi Kerentanan", "Identifikasi Kerentanan Keamanan"),
        ),
        (
            "security_improvements",
            ElementKind.SECURITY_IMPROVEMENT,
            "Peningkatan",
            "improvements",
            ("Peningkatan Keamanan",),
        ),
        (
            "incident_handling",
            ElementKind.INCIDENT_HANDLING,
            "Penanganan Insiden",
            "incident handling",
            ("Penanganan Insiden", "Penanganan Insiden Keamanan"),
        ),
        ("security_audits", ElementKind.SECURITY_AUDIT, "Audit", "audits", ("Audit Keamanan",)),
        (
            "security_feasibility",
            ElementKind.SECURITY_FEASIBILITY,
            "Kelaikan",
            "feasibility",
            ("Kelaikan Keamanan",),
        ),
    )
)


def managed(label: str = "Unit Pengelola", *synonyms: str) -> LinkSpec:
    """Return the column of the unit that manages an infrastructure element; it is the row's scope."""
    others = (header for header in ("Unit Pengelola", *synonyms) if header != label)
    return operator((label, "Operator"), *others, scope=True)


def facility(label: str = "Lokasi", *synonyms: str) -> LinkSpec:
    """Return the column of the room or building an element stands in."""
    others = (header for header in ("Lokasi", *synonyms) if header != label)
    return column(
        "location",
        (label, "Located in"),
        RelationKind.LOCATED_IN,
        (ElementKind.COMPUTING_FACILITY,),
        "Fasilitas Komputasi",
        "Ruang Server",
        "Lokasi Penempatan",
        "Lokasi Fisik",
        *others,
    )


def power() -> LinkSpec:
    """Return the column of what feeds an element."""
    return column(
        "power",
        ("Catu Daya", "Powered by"),
        RelationKind.POWERED_BY,
        (ElementKind.POWER_SUPPLY,),
        "Sumber Listrik",
        "Sumber Daya Listrik",
    )


def software() -> LinkSpec:
    """Return the column of the platform software on a machine."""
    return column(
        "software",
        ("Perangkat Lunak yang Digunakan", "Platform software"),
        RelationKind.USES_SOFTWARE,
        (ElementKind.PLATFORM_SOFTWARE,),
        "Perangkat Lunak",
        "Perangkat Lunak Platform",
    )
