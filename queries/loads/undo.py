"""Taking a load back: its records are dropped, and the graph is folded again."""

from collections.abc import Iterator
from dataclasses import replace

from model.faults import NOWHERE, Finding, RefusedChange
from model.fold import NAMED
from model.metamodel.metamodel import Metamodel
from model.record import Act, Load, Record
from model.text import Text
from queries import records, rules
from queries.architecture import as_of
from queries.findings import without_accepted
from queries.loads import merging
from queries.loads.plan import Plan, Step
from queries.loads.planning import planned
from queries.store.store import Store

_NAMED = 3  # loads or keys in one line


def planned_undo(store: Store, metamodel: Metamodel, load: Load) -> Plan:
    """Return what taking a load back would change.

    What later loads said stays, also where they found the load's rows unchanged; that is told.

    Raises:
        RefusedChange: the load was undone before.
    """
    if load.undone:
        raise RefusedChange(
            Text(id=f"{load.called.id} sudah diurungkan", en=f"the {load.called.en} was undone before"),
            fix=Text(id="lihat daftarnya: simpul loads", en="see the list: simpul loads"),
        )
    plan = planned(store, metamodel, Step(load=load, undoes=load.id))
    told = (
        *_still_stated(store, plan),
        *_merge_stands(store, plan),
        *_restated(store, metamodel, load, plan),
    )
    plan = replace(plan, findings=(*plan.findings, *told))
    return without_accepted(store, plan)


def _still_stated(store: Store, plan: Plan) -> list[Finding]:
    """What is told of elements that later loads describe too, so that undoing this one leaves them."""
    own = {record.uid for record in plan.dropped if _describes(record)}
    said = [record for found in records.records_of(store, own).values() for record in found]
    later: dict[str, set[str]] = {}
    for record in filter(_describes, said):
        for load in (record.load, *record.confirmations):
            if load > plan.step.load.id:
                later.setdefault(load, set()).add(record.uid)
    if not later:
        return []
    called = {load.id: load.called for load in records.loads(store)}
    newest = sorted(later, reverse=True)
    more = ", …" if len(newest) > _NAMED else ""
    loads = Text(
        id=", ".join(f"{called[one].id} ({len(later[one])})" for one in newest[:_NAMED]) + more,
        en=", ".join(f"{called[one].en} ({len(later[one])})" for one in newest[:_NAMED]) + more,
    )
    count = len(set().union(*later.values()))
    return [rules.STILL_STATED.at(NOWHERE, count=count, loads=loads)]


def _merge_stands(store: Store, plan: Plan) -> Iterator[Finding]:
    """Yield what is told where merged elements lose their last row, while the merge is not undone."""
    load = plan.step.load.id
    standing = merging.merges(store).without(load)
    merged = {uid for merge in standing.by_gone.values() for uid in (merge.gone, merge.keep)}
    lost = {record.uid: record.key for record in plan.dropped if _describes(record) and record.uid in merged}
    said = (one for found in records.records_of(store, lost).values() for one in found if _describes(one))
    left = {one.uid for one in said if one.load != load or set(one.confirmations) - {load}}
    gone = {uid: key for uid, key in lost.items() if uid not in left}
    if gone:
        keys = sorted(gone.values())
        by = sorted({one.load for one in standing.by_gone.values() if {one.gone, one.keep} & gone.keys()})
        yield rules.MERGE_STANDS.at(
            NOWHERE,
            count=len(keys),
            keys=", ".join(keys[:_NAMED]) + (", …" if len(keys) > _NAMED else ""),
            undo="; ".join(f"simpul undo {one}" for one in by[:_NAMED]) + ("; …" if len(by) > _NAMED else ""),
        )


def _describes(record: Record) -> bool:
    return record.act is Act.ROW and record.source != NAMED


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
            yield rules.UNDO_RESTATED.at(NOWHERE, value=record.key, element=uid, n=len(lost), loads=loads)
