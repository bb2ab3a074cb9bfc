"""Applying a plan: one step is whole or absent, also after a crash.

A small step is one transaction. A large one uses the records as a redo log: they are written in batches
under a load that is `staging`; once it is `recorded`, the graph is brought up in batches, each repeatable;
a last small transaction marks it `done` and raises the revision. The next writer finishes or drops what
an interrupted one left. Taking a load back is `undoing` until its records are silent.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum, unique
from typing import Any

from model.faults import RefusedChange
from model.metamodel.metamodel import Metamodel
from model.record import Load
from model.text import Text
from queries import findings, graph, records, writing
from queries.lease import Lease, lease
from queries.plan import Plan, Step
from queries.planning import planned
from queries.store.store import Statement, Store

ONE_TRANSACTION = 20_000  # rows; more in one transaction needs gigabytes on both engines
Progress = Callable[[float], None]  # share done, 0–1

_PUT_LOAD = "MERGE (l:Load {id: $id}) SET l += $properties"
_DROP_LOAD = "MATCH (l:Load {id: $id}) DETACH DELETE l"
_DROP_RECORDS = "MATCH (r:Record {load: $load}) WITH r LIMIT 10000 DELETE r RETURN count(r) AS dropped"
_RAISE_REVISION = "MATCH (m:Meta {id: 'store'}) SET m.revision = $revision"
_UNFINISHED = "MATCH (l:Load) WHERE l.state <> 'done' RETURN properties(l) AS properties ORDER BY l.id"
_LAST_LOAD = "MATCH (l:Load) RETURN max(l.id) AS id"
_LOAD_ID = "%Y-%m-%dT%H%M%S.%f"


@unique
class LoadState(StrEnum):
    """How far a load has come."""

    STAGING = "staging"  # its records are being written
    RECORDED = "recorded"  # all records are there, the graph is being brought up
    UNDOING = "undoing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, and how the time is told."""

    name: str
    clock: Callable[[], datetime]


def next_load_id(store: Store, now: datetime) -> str:
    """Return an id for a new load that sorts after all loads of the store, also when a clock lags."""
    last = store.read(_LAST_LOAD)[0]["id"]
    fresh = now.strftime(_LOAD_ID)
    if last is None or fresh > last:
        return fresh
    return (datetime.strptime(last, _LOAD_ID) + timedelta(microseconds=1)).strftime(_LOAD_ID)


def applied(
    store: Store, metamodel: Metamodel, plan: Plan, writer: Writer, progress: Progress | None = None
) -> Plan:
    """Write a plan, and return it as it was written.

    Raises:
        RefusedChange: the store changed since the plan was made, and it would now do something else.
        StoreFault: somebody else is writing, or the store failed; nothing is half-written.
    """
    tell = progress or (lambda _: None)
    with lease(store, writer.name, writer.clock()) as held:
        finish_interrupted(store, metamodel, writer, held)
        current = _current(store, metamodel, plan)
        steps = list(_statements(current))
        if _rows(steps) <= ONE_TRANSACTION:
            store.write([*steps, *_done(current)])
        else:
            _apply_in_batches(store, current, writer, held, tell)
        tell(1.0)
    return current


def finish_interrupted(store: Store, metamodel: Metamodel, writer: Writer, held: Lease) -> int:
    """Finish or drop what interrupted writers left; return how many loads that were."""
    unfinished = [row["properties"] for row in store.read(_UNFINISHED)]
    for properties in unfinished:
        load = records.load_of(properties)
        state = LoadState(properties["state"])
        if state is LoadState.STAGING:
            _drop(store, load)
            continue
        if state is LoadState.UNDOING:
            step = Step(load=load, undoes=load.id)
        else:
            touched = frozenset(record.uid for record in records.records_of_load(store, load.id))
            step = Step(load=load, refolds=touched)
        rest = planned(store, metamodel, step)
        # the records of a recorded load stand already; only the graph and the end are missing
        _write_in_batches(store, list(_statements(rest)), writer, held, lambda _: None)
        store.write(_done(rest))
    return len(unfinished)


def _drop(store: Store, load: Load) -> None:
    while store.write([Statement(_DROP_RECORDS, {"load": load.id})])[0][0]["dropped"]:
        continue
    revision = graph.revision(store)
    store.write(
        [Statement(_DROP_LOAD, {"id": load.id}), Statement(_RAISE_REVISION, {"revision": revision + 1})]
    )


def _current(store: Store, metamodel: Metamodel, plan: Plan) -> Plan:
    """Return the plan as it holds on the store's present revision."""
    if graph.revision(store) == plan.revision:
        return plan
    again = planned(store, metamodel, plan.step)
    if again.graph.counts() != plan.graph.counts():
        raise RefusedChange(
            Text(
                id="data berubah sejak rencana dibuat, dan rencana ini kini berbeda",
                en="the data changed since the plan was made, and the plan is now different",
            ),
            fix=Text(id="lihat rencana yang baru, lalu terapkan", en="look at the new plan, then apply it"),
        )
    return again


def _apply_in_batches(store: Store, plan: Plan, writer: Writer, held: Lease, tell: Progress) -> None:
    load = plan.step.load
    if plan.step.undoes:
        _mark(store, load, LoadState.UNDOING)
        _write_in_batches(store, list(_statements(plan)), writer, held, tell)
    else:
        _mark(store, load, LoadState.STAGING)
        half = len(plan.step.records) / max(1, _rows(list(_statements(plan))))
        recorded = list(_records_written(plan.step))
        _write_in_batches(store, recorded, writer, held, lambda share: tell(share * half))
        _mark(store, load, LoadState.RECORDED)
        rest = list(_graph_written(plan))
        _write_in_batches(store, rest, writer, held, lambda share: tell(half + share * (1 - half)))
    store.write(_done(plan))


def _write_in_batches(
    store: Store, statements: Sequence[Statement], writer: Writer, held: Lease, tell: Progress
) -> None:
    renewed = writer.clock()
    for number, statement in enumerate(statements, 1):
        store.write([statement])
        tell(number / len(statements))
        if writer.clock() - renewed > timedelta(minutes=1):
            renewed = writer.clock()
            held.renew(renewed)


def _statements(plan: Plan) -> Iterator[Statement]:
    """The graph before the silencing of records: an interrupted undo can then be planned again."""
    if plan.step.undoes:
        yield from _graph_written(plan)
        yield from _records_silenced(plan)
    else:
        yield from _records_written(plan.step)
        yield from _graph_written(plan)


def _records_written(step: Step) -> Iterator[Statement]:
    yield from writing.records_written(step.records)
    yield from writing.records_confirmed(step.confirmed, step.load.id)


def _records_silenced(plan: Plan) -> Iterator[Statement]:
    yield from writing.records_silenced(plan.dropped, plan.released, plan.step.load.id)


def _graph_written(plan: Plan) -> Iterator[Statement]:
    step = plan.step
    yield from writing.graph_changed(plan.graph, plan.revision + 1)
    if step.undoes:
        yield findings.findings_closed(step.undoes)
    elif not step.refolds:
        files = [stamp.name for stamp in step.load.files]
        yield from findings.findings_raised(plan.findings, step.load.id, files, step.load.scope)


def _done(plan: Plan) -> list[Statement]:
    counts = plan.graph.counts()
    load = plan.step.load
    if plan.step.undoes:
        load = replace(load, undone=True)
    elif not plan.step.refolds:
        load = replace(load, elements=_moved(counts["elements"]), relations=_moved(counts["relations"]))
    properties: dict[str, Any] = {
        **records.load_node(load),
        "state": LoadState.DONE.value,
        "undone": load.undone,
    }
    return [
        Statement(_PUT_LOAD, {"id": load.id, "properties": properties}),
        Statement(_RAISE_REVISION, {"revision": plan.revision + 1}),
    ]


def _mark(store: Store, load: Load, state: LoadState) -> None:
    properties = {**records.load_node(load), "state": state.value, "undone": load.undone}
    store.write([Statement(_PUT_LOAD, {"id": load.id, "properties": properties})])


def _moved(counts: dict[str, int]) -> int:
    return counts["add"] + counts["change"] + counts["retire"]


def _rows(statements: Sequence[Statement]) -> int:
    return sum(len(value) for s in statements for value in s.parameters.values() if isinstance(value, list))
