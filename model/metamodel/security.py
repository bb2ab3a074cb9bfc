"""Domain keamanan: what is done for security, classified by the reference model RAK."""

from model.kinds import Aspect, Domain, ElementKind, Layer, RelationKind
from model.metamodel.common import PROTECTABLE
from model.metamodel.shorthand import RAK, classified, column_back, local_levels, operator, prop, term
from model.metamodel.spec import KindSpec, LinkSpec, PropertySpec, ValueType
from model.text import Text

_DATE = prop(
    "activity_date",
    ("Tanggal Kegiatan", "Date"),
    "Tanggal Pelaksanaan",
    "Tanggal",
    type=ValueType.DATE,
)
_MATURITY = prop(
    "maturity", ("Nilai Kematangan", "Maturity"), "Tingkat Kematangan", "Indeks KAMI", type=ValueType.MEASURE
)
_LINKS: tuple[LinkSpec, ...] = (
    operator(("Unit Pengelola", "Operator"), "Unit Pelaksana", scope=True),
    column_back(
        "protects",
        ("Objek yang Dilindungi", "Protects"),
        RelationKind.PROTECTED_BY,
        PROTECTABLE,
        "Melindungi",
        "Objek yang Diamankan",
    ),
    classified(RAK),
)


def _security(
    kind: ElementKind,
    shown: tuple[Layer, Aspect, str, str],
    label: tuple[str, str],
    help: tuple[str, str],
    own: tuple[PropertySpec, ...],
    names: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]],
) -> KindSpec:
    """Return a kind of security object. names: synonyms, clues, national codes, what names a row."""
    layer, aspect, archimate, icon = shown
    synonyms, clues, national, named_by = names
    return KindSpec(
        kind=kind,
        domain=Domain.SECURITY,
        layer=layer,
        aspect=aspect,
        label=Text(*label),
        archimate=archimate,
        icon=icon,
        codes=(RAK,),
        code_prefix="DAK",
        help=Text(*help),
        synonyms=synonyms,
        name_headers=(f"Nama {label[0]}", "Nama Kegiatan"),
        code_headers=(f"ID {label[0]}", f"Kode {label[0]}", "ID Keamanan"),
        named_by=named_by,
        national_codes=national,
        clues=clues,
        properties=(*own, *local_levels(RAK)),
        links=_LINKS,
    )


_RESULT = (Layer.MOTIVATION, Aspect.MOTIVATION)
_DEED = (Layer.BUSINESS, Aspect.BEHAVIOUR)

KINDS = (
    _security(
        ElementKind.SECURITY_STANDARD,
        (*_RESULT, "Requirement", "📜"),
        ("Standar Keamanan", "Security standard"),
        (
            "Standar, prosedur atau regulasi keamanan, dan penerapannya.",
            "A security standard, procedure or rule, and its application.",
        ),
        (),
        (
            (
                "Standar, Prosedur, dan Regulasi Keamanan",
                "Standar dan Prosedur Keamanan",
                "Penerapan Keamanan",
            ),
            ("standar", "prosedur", "sop", "kebijakan", "penerapan"),
            ("RAK.01", "RAK.02"),
            ("description",),
        ),
    ),
    _security(
        ElementKind.SECURITY_EDUCATION,
        (*_DEED, "BusinessEvent", "🎓"),
        ("Edukasi Keamanan", "Security education"),
        ("Kegiatan edukasi kesadaran keamanan.", "An activity that raises awareness of security."),
        (_DATE,),
        (
            ("Edukasi Kesadaran Keamanan", "Sosialisasi Keamanan"),
            ("edukasi", "sosialisasi", "pelatihan", "kesadaran"),
            (),
            ("description",),
        ),
    ),
    _security(
        ElementKind.VULNERABILITY_ASSESSMENT,
        (*_RESULT, "Assessment", "🔍"),
        ("Identifikasi Kerentanan", "Vulnerability assessment"),
        ("Identifikasi kerentanan keamanan.", "A search for weaknesses."),
        (_DATE,),
        (
            ("Identifikasi Kerentanan Keamanan", "Penilaian Kerentanan"),
            ("kerentanan", "vulnerability", "pentest", "penetrasi"),
            (),
            ("description",),
        ),
    ),
    _security(
        ElementKind.SECURITY_IMPROVEMENT,
        (*_DEED, "BusinessFunction", "📈"),
        ("Peningkatan Keamanan", "Security improvement"),
        ("Kegiatan peningkatan keamanan dan nilainya.", "An activity that improves security, and its score."),
        (_DATE, _MATURITY),
        ((), ("peningkatan", "penguatan"), (), ("description",)),
    ),
    _security(
        ElementKind.INCIDENT_HANDLING,
        (*_DEED, "BusinessProcess", "🚨"),
        ("Penanganan Insiden", "Incident handling"),
        ("Penanganan insiden keamanan dan nilainya.", "The handling of security incidents, and its score."),
        (_DATE, _MATURITY),
        (("Penanganan Insiden Keamanan",), ("insiden", "csirt", "peretasan"), (), ("description",)),
    ),
    _security(
        ElementKind.SECURITY_AUDIT,
        (*_RESULT, "Assessment", "🧾"),
        ("Audit Keamanan", "Security audit"),
        ("Audit keamanan, hasil dan tindak lanjutnya.", "A security audit, its result and what follows."),
        (
            prop("result", ("Hasil Audit Keamanan", "Result"), "Hasil Audit", "Hasil"),
            prop(
                "audit_type",
                ("Jenis Audit Keamanan", "Type of audit"),
                "Jenis Audit",
                choices=(term("Internal", "Internal"), term("Eksternal", "External")),
            ),
            _DATE,
            prop("follow_up", ("Tindak Lanjut Audit Keamanan", "Follow-up"), "Tindak Lanjut"),
        ),
        ((), ("audit",), (), ("description", "result")),
    ),
    _security(
        ElementKind.SECURITY_FEASIBILITY,
        (*_RESULT, "Assessment", "✅"),
        ("Kelaikan Keamanan", "Security feasibility"),
        ("Penilaian kelaikan keamanan.", "An assessment of fitness in security."),
        (_DATE,),
        (("Uji Kelaikan Keamanan",), ("kelaikan",), ("RAK.03",), ("description",)),
    ),
)
