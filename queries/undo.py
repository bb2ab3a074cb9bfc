"""Taking a load back: its records are dropped, and the graph is folded again."""

from collections.abc import Iterator
from dataclasses import replace

from model.faults import NOWHERE, Finding, RefusedChange, Rule, Severity
from model.metamodel.metamodel import Metamodel
from model.record import Act, Load
from model.text import Text
from queries import records
from queries.architecture import as_of
from queries.findings import without_accepted
from queries.plan import Plan, Step
from queries.planning import planned
from queries.store.store import Store

UNDO_RESTATED = Rule(
    name="undo_restated",
    severity=Severity.WARNING,
    message=Text(
        id="{n} hubungan {value} dari sebelum penggabungan tidak kembali: masih dinyatakan pada objek lain, "
        "atau tidak disebut lagi, oleh {loads}.",
        en="Relations of {value} from before the merge that do not come back: {n}; {loads} state them of "
        "another element, or no longer.",
    ),
    fix=Text(
        id="Urungkan impor itu lebih dahulu, atau muat lagi berkas asal {value}.",
        en="Undo that load first, or load the own file of {value} again.",
    ),
)


def planned_undo(store: Store, metamodel: Metamodel, load: Load) -> Plan:
    """Return what taking a load back would change.

    What later loads said stays, also where they found the load's rows unchanged.

    Raises:
        RefusedChange: the load was undone before.
    """
    if load.undone:
        raise RefusedChange(
            Text(id=f"{load.called.id} sudah diurungkan", en=f"the {load.called.en} was undone before"),
            fix=Text(id="lihat daftarnya: simpul loads", en="see the list: simpul loads"),
        )
    plan = planned(store, metamodel, Step(load=load, undoes=load.id))
    plan = replace(plan, findings=(*plan.findings, *_restated(store, metamodel, load, plan)))
    return without_accepted(store, plan)


def _restated(store: Store, metamodel: Metamodel, load: Load, plan: Plan) -> Iterator[Finding]:
    """Yield a finding for each element that comes back from a merge without relations it had before."""
    merged = {record.uid: record for record in plan.dropped if record.act is Act.MERGE}
    made = [one for one in records.loads(store) if not one.undone]
    earlier, later = ([one.id for one in made if sign(one.id)] for sign in (load.id.__gt__, load.id.__lt__))
    if not merged or not earlier or not later:
        return
    before = as_of(store, metamodel, earlier[-1])
    back = {(edge.source, edge.relation, edge.target) for edge in plan.graph.relations_added}
    for uid, record in merged.items():
        edges = (edge for edge in before.relations.values() if uid in (edge.source, edge.target))
        lost = {(edge.source, edge.relation, edge.target) for edge in edges} - back
        if lost:
            loads = ", ".join(later)
            yield UNDO_RESTATED.at(NOWHERE, value=record.key, element=uid, n=len(lost), loads=loads)
