"""The relations that are no dependencies: whose it is, what it means, what it is for."""

from dataclasses import replace

from model.kinds import ElementKind as Kind
from model.kinds import Grouping, RelationKind
from model.metamodel.common import ADDRESSABLE, ANY_KIND, ORG, OWNABLE, SECURITY_OBJECTS, SUBJECTS
from model.metamodel.qualifiers import CODE_ROLE
from model.metamodel.spec import Drawing, Ends, RelationSpec
from model.text import Text

_Words = tuple[str, str]


def _tie(
    relation: RelationKind,
    label: _Words,
    inverse: _Words,
    ends: tuple[Ends, ...],
    help: _Words,
    further: tuple[Drawing, ...] = (),
) -> RelationSpec:
    """Return a relation without effect that ArchiMate draws as an association.

    further: what foreign models draw for it.
    """
    return RelationSpec(
        relation=relation,
        label=Text(*label),
        inverse=Text(*inverse),
        ends=ends,
        grouping=Grouping.NONE,
        archimate="Association",
        archimate_further=further,
        help=Text(*help),
    )


_TO_UNITS = (Ends(sources=OWNABLE, targets=ORG),)
_TO_MAKERS = (Ends(sources=OWNABLE, targets=(Kind.VENDOR, *ORG)),)
RESPONSIBLE: tuple[RelationSpec, ...] = (
    _tie(
        RelationKind.OWNED_BY,
        ("Dimiliki oleh", "Owned by"),
        ("Memiliki", "Owns"),
        _TO_UNITS,
        ("Unit yang memiliki atau bertanggung jawab.", "The unit that owns it or answers for it."),
    ),
    _tie(
        RelationKind.OPERATED_BY,
        ("Dikelola oleh", "Operated by"),
        ("Mengelola", "Operates"),
        _TO_UNITS,
        ("Unit yang menjalankannya sehari-hari.", "The unit that runs it day by day."),
        (Drawing("Assignment", reversed=True),),
    ),
    _tie(
        RelationKind.PRODUCED_BY,
        ("Dihasilkan oleh", "Produced by"),
        ("Menghasilkan", "Produces"),
        _TO_UNITS,
        ("Produsen data.", "The producer of the data."),
    ),
    _tie(
        RelationKind.STEWARDED_BY,
        ("Walinya", "Stewarded by"),
        ("Wali dari", "Steward of"),
        _TO_UNITS,
        ("Wali data.", "The steward of the data."),
    ),
    _tie(
        RelationKind.DEVELOPED_BY,
        ("Dikembangkan oleh", "Developed by"),
        ("Mengembangkan", "Develops"),
        _TO_MAKERS,
        ("Unit atau perusahaan yang membangunnya.", "The unit or company that built it."),
    ),
    _tie(
        RelationKind.SUPPLIED_BY,
        ("Dipasok oleh", "Supplied by"),
        ("Memasok", "Supplies"),
        _TO_MAKERS,
        ("Unit atau perusahaan yang memasoknya.", "The unit or company that supplies it."),
    ),
)

_CODE = (Kind.REFERENCE_CODE,)
CLASSIFIED: tuple[RelationSpec, ...] = (
    # (any)-[:CLASSIFIED_AS {role: "RAB"}]->(:ReferenceCode)
    RelationSpec(
        relation=RelationKind.CLASSIFIED_AS,
        label=Text(id="Mengacu pada", en="Classified as"),
        inverse=Text(id="Diacu oleh", en="Classifies"),
        ends=(Ends(sources=SUBJECTS, targets=_CODE),),
        grouping=Grouping.NONE,
        properties=(CODE_ROLE,),
        identity=("role",),
        archimate="Aggregation",
        archimate_reversed=True,
        help=Text(
            id="Kode model referensi nasional atau daerah.",
            en="A code of a national or local reference model.",
        ),
    ),
    # (:ReferenceCode)-[:BROADER]->(:ReferenceCode)
    RelationSpec(
        relation=RelationKind.BROADER,
        label=Text(id="Termasuk dalam", en="Broader code"),
        inverse=Text(id="Mencakup", en="Narrower code"),
        ends=(Ends(sources=_CODE, targets=_CODE),),
        grouping=Grouping.NONE,
        archimate="Aggregation",
        archimate_reversed=True,
        help=Text(id="Kode setingkat di atasnya.", en="The code one level above."),
    ),
)

# (:Interface)-[:CARRIES]->(:DataObject)
_CARRIES = RelationSpec(
    relation=RelationKind.CARRIES,
    label=Text(id="Membawa data", en="Carries"),
    inverse=Text(id="Dibawa oleh", en="Carried by"),
    ends=(Ends(sources=(Kind.INTERFACE,), targets=(Kind.DATA_OBJECT,)),),
    grouping=Grouping.NONE,
    archimate="Access",
    help=Text(id="Data yang dipertukarkan antarmuka.", en="The data an interface exchanges."),
)

_PLANS = (Kind.GAP, Kind.INITIATIVE)
_STRATEGY = (Kind.OBJECTIVE, Kind.INDICATOR)
DIRECTED: tuple[RelationSpec, ...] = (
    _tie(
        RelationKind.PROTECTED_BY,
        ("Dilindungi oleh", "Protected by"),
        ("Melindungi", "Protects"),
        (Ends(sources=SUBJECTS, targets=(Kind.SECURITY_DEVICE, *SECURITY_OBJECTS)),),
        (
            "Perangkat atau objek keamanan yang melindungi.",
            "A security device or object that protects it.",
        ),
    ),
    _tie(
        RelationKind.GOVERNED_BY,
        ("Diatur oleh", "Governed by"),
        ("Mengatur", "Governs"),
        (Ends(sources=SUBJECTS, targets=(Kind.REGULATION,)),),
        ("Dasar hukumnya.", "Its legal basis."),
        (Drawing("Realization"), Drawing("Influence", reversed=True)),
    ),
    _tie(
        RelationKind.REPLACES,
        ("Menggantikan", "Replaces"),
        ("Digantikan oleh", "Replaced by"),
        (Ends(sources=SUBJECTS, targets=SUBJECTS, same_kind=True),),
        ("Pendahulunya.", "Its predecessor."),
    ),
    _tie(
        RelationKind.ADDRESSES,
        ("Ditujukan pada", "Addresses"),
        ("Dituju oleh", "Addressed by"),
        (
            Ends(sources=_PLANS, targets=(*ADDRESSABLE, *_STRATEGY)),
            Ends(sources=(Kind.INITIATIVE,), targets=(Kind.GAP,)),
            Ends(sources=(Kind.BUSINESS_PROCESS, Kind.SERVICE), targets=_STRATEGY),
            Ends(sources=(Kind.INDICATOR,), targets=(Kind.OBJECTIVE,)),
        ),
        (
            "Gap, sasaran, indikator atau objek yang dituju.",
            "The gap, objective, indicator or element it is about.",
        ),
        (Drawing("Realization"), Drawing("Influence")),
    ),
    _CARRIES,
    replace(
        _tie(
            RelationKind.ASSOCIATED_WITH,
            ("Terkait dengan", "Associated with"),
            ("Terkait dengan", "Associated with"),
            (Ends(sources=ANY_KIND, targets=ANY_KIND),),
            ("Hubungan lain yang belum dirinci.", "Another tie that is not specified."),
        ),
        general=True,
    ),
)

TIES = (*RESPONSIBLE, *CLASSIFIED, *DIRECTED)
