"""A small estate for tests of pictures and counts: two agencies, from people to a room, two servers.

OPD dinkes ─uses→ SIMRS ─runs on→ any of {VM-1, VM-2} ─hosted on→ HOST ─located in→ ROOM
Pendaftaran (process) ─served by→ Rawat jalan (service) ─realized by→ SIMRS ─accesses→ Pasien ─stored on→ VM-1
e-Surat (bkd) ─runs on→ VM-2
"""

from dataclasses import replace

from model.kinds import Domain, Effect, ElementKind, Grouping, Layer, RelationKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import EffectRule, Ends
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from queries.snapshot.tables import ELEMENT_COLUMNS, element_table, relation_table
from tests.support.small_metamodel import small_metamodel

K, R = ElementKind, RelationKind

ELEMENTS = (
    ("dinkes/orgunit/dinkes", K.ORG_UNIT, "Dinas Kesehatan"),
    ("bkd/orgunit/bkd", K.ORG_UNIT, "Badan Kepegawaian Daerah"),
    ("dinkes/businessprocess/DAB-1", K.BUSINESS_PROCESS, "Pendaftaran"),
    ("dinkes/service/DAL-1", K.SERVICE, "Rawat jalan"),
    ("dinkes/application/DAA-1", K.APPLICATION, "SIMRS"),
    ("bkd/application/DAA-1", K.APPLICATION, "e-Surat"),
    ("dinkes/dataobject/DAD-1", K.DATA_OBJECT, "Pasien"),
    ("bersama/server/VM-1", K.SERVER, "VM-1"),
    ("bersama/server/VM-2", K.SERVER, "VM-2"),
    ("bersama/server/HOST", K.SERVER, "HOST"),
    ("bersama/computingfacility/ROOM", K.COMPUTING_FACILITY, "Ruang server"),
    ("nasional/referencecode/RAB.01", K.REFERENCE_CODE, "Kode"),
)
RELATIONS = (
    ("dinkes/orgunit/dinkes", R.USES, "dinkes/application/DAA-1", None, None),
    ("dinkes/businessprocess/DAB-1", R.SERVED_BY, "dinkes/service/DAL-1", None, None),
    ("dinkes/service/DAL-1", R.REALIZED_BY, "dinkes/application/DAA-1", None, None),
    ("dinkes/application/DAA-1", R.ACCESSES, "dinkes/dataobject/DAD-1", None, None),
    ("dinkes/application/DAA-1", R.RUNS_ON, "bersama/server/VM-1", "web", "any"),
    ("dinkes/application/DAA-1", R.RUNS_ON, "bersama/server/VM-2", "web", None),
    ("bkd/application/DAA-1", R.RUNS_ON, "bersama/server/VM-2", None, None),
    ("dinkes/dataobject/DAD-1", R.STORED_ON, "bersama/server/VM-1", None, None),
    ("bersama/server/VM-1", R.HOSTED_ON, "bersama/server/HOST", None, None),
    ("bersama/server/VM-2", R.HOSTED_ON, "bersama/server/HOST", None, None),
    ("bersama/server/HOST", R.LOCATED_IN, "bersama/computingfacility/ROOM", None, None),
    ("dinkes/application/DAA-1", R.OWNED_BY, "dinkes/orgunit/dinkes", None, None),
    ("dinkes/service/DAL-1", R.OWNED_BY, "dinkes/orgunit/dinkes", None, None),
    ("bkd/application/DAA-1", R.OWNED_BY, "bkd/orgunit/bkd", None, None),
)
_PLACES = {
    K.ORG_UNIT: (Domain.ORGANISATION, Layer.BUSINESS),
    K.BUSINESS_PROCESS: (Domain.BUSINESS, Layer.BUSINESS),
    K.SERVICE: (Domain.SERVICE, Layer.BUSINESS),
    K.APPLICATION: (Domain.APPLICATION, Layer.APPLICATION),
    K.DATA_OBJECT: (Domain.DATA, Layer.APPLICATION),
    K.SERVER: (Domain.INFRASTRUCTURE, Layer.TECHNOLOGY),
    K.COMPUTING_FACILITY: (Domain.INFRASTRUCTURE, Layer.TECHNOLOGY),
}
_DEPENDENCIES = {
    R.USES: Grouping.PARTIAL,
    R.SERVED_BY: Grouping.PARTIAL,
    R.REALIZED_BY: Grouping.PARTIAL,
    R.ACCESSES: Grouping.EACH,
    R.RUNS_ON: Grouping.EACH,
    R.STORED_ON: Grouping.EACH,
    R.HOSTED_ON: Grouping.EACH,
    R.LOCATED_IN: Grouping.EACH,
}


_ENDS = {
    R.LOCATED_IN: (Ends(sources=(K.SERVER, K.PLATFORM_SOFTWARE), targets=(K.COMPUTING_FACILITY,)),),
    R.USES_SOFTWARE: (Ends(sources=(K.SERVER,), targets=(K.PLATFORM_SOFTWARE,)),),
}


def metamodel() -> Metamodel:
    """Return a metamodel with the domains and the dependencies that the estate uses."""
    small = small_metamodel()
    kinds = tuple(
        replace(spec, domain=place[0], layer=place[1], expects=())
        if (place := _PLACES.get(spec.kind))
        else replace(spec, domain=Domain.GOVERNANCE, layer=Layer.MOTIVATION, expects=())
        for spec in small.kinds
    )
    relations = tuple(
        replace(spec, grouping=grouping, effects=(EffectRule(effect=Effect.DOWN),))
        if (grouping := _DEPENDENCIES.get(spec.relation))
        else replace(spec, grouping=Grouping.NONE, effects=())
        for spec in small.relations
    )
    relations = tuple(replace(spec, ends=_ENDS.get(spec.relation, spec.ends)) for spec in relations)
    return replace(small, kinds=kinds, relations=relations)


def estate() -> Snapshot:
    """Return the estate; the uid of an element is its key with "u:" before it."""
    elements = element_table(
        (f"u:{key}", key, kind.value, name, key.split("/")[0], "active", *[None] * (len(ELEMENT_COLUMNS) - 6))
        for key, kind, name in ELEMENTS
    )
    relations = relation_table(
        (f"r{n}", kind.value, f"u:{source}", f"u:{target}", group, need, *[None] * 6)
        for n, (source, kind, target, group, need) in enumerate(RELATIONS)
    )
    return compile_snapshot(metamodel(), elements, relations, 1)
