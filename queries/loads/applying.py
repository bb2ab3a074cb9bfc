"""Applying a plan: one step is whole or absent, also after a crash.

A small step is one transaction. A large one uses the records as a redo log: they are written in batches
under a load that is `staging`; once it is `recorded`, the graph is brought up in batches, each repeatable;
a last small transaction marks it `done` and raises the revision. The next writer finishes or drops what
an interrupted one left. Taking a load back is `undoing` until its records are silent.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum, unique
from typing import Any, TypeVar

from model.faults import RefusedChange
from model.keys import parse_key
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.record import Act, Load
from model.settling import settlement_of
from model.text import Text
from queries import findings, graph, records
from queries.garbage import uncollected
from queries.loads import writing
from queries.loads.lease import Lease, lease
from queries.loads.plan import Plan, Step
from queries.loads.planning import planned
from queries.store.store import Statement, Store

_RENEW_AFTER = timedelta(minutes=1)
_PATIENCE = 20.0  # seconds that the work of one press waits for other writers
_T = TypeVar("_T")
ONE_TRANSACTION = 20_000  # rows; more in one transaction needs gigabytes on both engines
Progress = Callable[[float], None]  # share done, 0–1
Guard = Callable[[], None]

_PUT_LOAD = "MERGE (l:Load {id: $id}) SET l += $properties"
_DROP_LOAD = "MATCH (l:Load {id: $id}) DETACH DELETE l"
_DROP_RECORDS = "MATCH (r:Record {load: $load}) WITH r LIMIT 10000 DELETE r RETURN count(r) AS dropped"
_DROP_CONFIRMATIONS = """
MATCH (r:Record)
WHERE $load IN r.confirmations
WITH r LIMIT 10000
SET r.confirmations = [other IN r.confirmations WHERE other <> $load]
RETURN count(r) AS dropped
"""
_LOAD_STATE = "MATCH (l:Load {id: $id}) RETURN l.undone AS undone"
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


@uncollected()
def applied(
    store: Store,
    metamodel: Metamodel,
    plan: Plan,
    writer: Writer,
    progress: Progress | None = None,
    guard: Guard | None = None,
) -> Plan:
    """Write a plan, and return it as it was written.

    guard: asked when nobody else can write any more and nothing is written yet; it refuses by raising.

    Raises:
        RefusedChange: the store changed since the plan was made, and it would now do something else.
        StoreFault: somebody else is writing, or the store failed; nothing is half-written.
    """
    tell = progress or (lambda _: None)
    with lease(store, writer.name, writer.clock()) as held:
        finish_interrupted(store, metamodel, writer, held)
        _refuse_repeated(store, plan.step)
        if guard is not None:
            guard()
        current = _current(store, metamodel, plan)
        _write(store, current, writer, held, tell)
    return current


@uncollected()
def applied_at_once(
    store: Store, metamodel: Metamodel, make: Callable[[], tuple[_T, Plan]], writer: Writer
) -> _T:
    """Write a plan that is made when nobody else can write any more; return what was made with it.

    For what is written without being shown before: whoever is a moment later plans on what the first wrote.

    Raises:
        StoreFault: somebody else is writing, and goes on to, or the store failed; nothing is half-written.
    """
    with lease(store, writer.name, writer.clock(), _PATIENCE) as held:
        finish_interrupted(store, metamodel, writer, held)
        made, plan = make()
        _write(store, _current(store, metamodel, plan), writer, held, lambda _: None)
    return made


def _write(store: Store, plan: Plan, writer: Writer, held: Lease, tell: Progress) -> None:
    if _rows(plan) <= ONE_TRANSACTION:
        store.write([*_statements(plan), *_done(plan)])
    else:
        _apply_in_batches(store, plan, writer, held, tell)
    tell(1.0)


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
            said = (*records.records_of_load(store, load.id), *records.confirmed_by(store, load.id))
            step = Step(load=load, refolds=frozenset(record.uid for record in said if record.folds))
        rest = planned(store, metamodel, step)
        # the records of a recorded load stand already; only the graph and the end are missing
        _write_in_batches(store, _statements(rest), _Pace(writer, held, _rows(rest)))
        store.write(_done(rest))
    return len(unfinished)


def _drop(store: Store, load: Load) -> None:
    """Take away what a load wrote before it was recorded: its records, confirmations and findings."""
    for cypher in (_DROP_RECORDS, _DROP_CONFIRMATIONS, findings.DROP_PENDING):
        while store.write([Statement(cypher, {"load": load.id})])[0][0]["dropped"]:
            continue
    store.write([Statement(_DROP_LOAD, {"id": load.id})])


def _refuse_repeated(store: Store, step: Step) -> None:
    if step.undoes:
        found = store.read(_LOAD_STATE, id=step.undoes)
        if not found or found[0]["undone"]:
            raise RefusedChange(
                Text(
                    id=f"{step.load.called.id} sudah diurungkan",
                    en=f"the {step.load.called.en} was undone before",
                ),
                fix=Text(id="lihat daftarnya: simpul loads", en="see the list: simpul loads"),
            )
    elif store.read(_LOAD_STATE, id=step.load.id):
        raise RefusedChange(
            Text(
                id=f"rencana {step.load.id} sudah diterapkan",
                en=f"the plan {step.load.id} was applied before",
            ),
            fix=Text(id="buat rencana baru dari berkasnya", en="make a new plan from the files"),
        )


def _current(store: Store, metamodel: Metamodel, plan: Plan) -> Plan:
    """Return the plan as it holds on the store's present revision."""
    if graph.revision(store) == plan.revision:
        return plan
    present = graph.directory(store)
    taken = any(present.with_key(element.key) for element in plan.graph.added)
    lost = records.lost(store, [record.id for record in plan.step.confirmed])
    again = planned(store, metamodel, replace(plan.step, made_on=None), present)
    given = any(_is_given(store, number) for number in plan.step.numbers)
    if taken or given or lost or not again.graph.does_as(plan.graph):
        raise RefusedChange(
            Text(
                id="data berubah sejak rencana dibuat, dan rencana ini kini berbeda",
                en="the data changed since the plan was made, and the plan is now different",
            ),
            fix=Text(id="lihat rencana yang baru, lalu terapkan", en="look at the new plan, then apply it"),
        )
    return replace(again, findings=plan.findings, accepted=plan.accepted)


def _is_given(store: Store, number: str) -> bool:
    """Whether a number was given before, also by what was taken back since."""
    return any(
        parse_key(key).code == number for key in records.keys_ever(store, ElementKind.INITIATIVE, number)
    )


class _Pace:
    """Tells the progress of a long write, and renews the lease on the way."""

    def __init__(self, writer: Writer, held: Lease, rows: int, tell: Progress = lambda _: None) -> None:
        self._writer, self._held, self._tell = writer, held, tell
        self._rows, self._written = max(1, rows), 0
        self._renewed = writer.clock()

    def before(self) -> None:
        """Renew the lease where it grows old."""
        now = self._writer.clock()
        if now - self._renewed > _RENEW_AFTER:
            self._renewed = now
            self._held.renew(now)

    def after(self, statement: Statement) -> None:
        """Count what was written."""
        self._written += sum(len(v) for v in statement.parameters.values() if isinstance(v, list))
        self._tell(min(1.0, self._written / self._rows))


def _apply_in_batches(store: Store, plan: Plan, writer: Writer, held: Lease, tell: Progress) -> None:
    load = plan.step.load
    pace = _Pace(writer, held, _rows(plan), tell)
    if plan.step.undoes:
        _mark(store, load, LoadState.UNDOING)
        _write_in_batches(store, _statements(plan), pace)
    else:
        _mark(store, load, LoadState.STAGING)
        _write_in_batches(store, _records_written(plan), pace)
        _mark(store, load, LoadState.RECORDED)
        _write_in_batches(store, _graph_written(plan), pace)
    store.write(_done(plan))


def _write_in_batches(store: Store, statements: Iterable[Statement], pace: _Pace) -> None:
    for statement in statements:
        pace.before()
        store.write([statement])
        pace.after(statement)


def _statements(plan: Plan) -> Iterator[Statement]:
    """The graph before the silencing of records: an interrupted undo can then be planned again."""
    if plan.step.undoes:
        yield from _graph_written(plan)
        yield from _records_silenced(plan)
    else:
        yield from _records_written(plan)
        yield from _graph_written(plan)


def _records_written(plan: Plan) -> Iterator[Statement]:
    step = plan.step
    yield from writing.records_written(step.records)
    yield from writing.records_confirmed(step.confirmed, step.load.id)
    if not step.refolds:
        yield from findings.findings_noted((*plan.findings, *plan.accepted), step.load)


def _records_silenced(plan: Plan) -> Iterator[Statement]:
    yield from writing.records_silenced(plan.dropped, plan.released, plan.step.load.id)


def _graph_written(plan: Plan) -> Iterator[Statement]:
    step = plan.step
    moved = (*plan.graph.references_closed, *plan.graph.references_opened)
    if not step.undoes:
        # before the graph: a load that is finished after a crash no longer sees what it had answered
        yield from findings.findings_raised(step.load, moved, plan.closes, plan.scopes)
        settled = (settlement_of(record) for record in step.records if record.act is Act.SETTLE)
        yield from findings.findings_settled(settled, step.load)
    yield from writing.graph_changed(plan.graph, plan.revision + 1)
    if step.undoes:
        yield from findings.findings_taken_back((*plan.findings, *plan.accepted), step.load, moved)
        yield from findings.findings_corrected(step.load, plan.closes)


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
        findings.findings_forgotten(load.id),
        Statement(_PUT_LOAD, {"id": load.id, "properties": properties}),
        Statement(_RAISE_REVISION, {"revision": plan.revision + 1}),
    ]


def _mark(store: Store, load: Load, state: LoadState) -> None:
    properties = {**records.load_node(load), "state": state.value, "undone": load.undone}
    store.write([Statement(_PUT_LOAD, {"id": load.id, "properties": properties})])


def _moved(counts: dict[str, int]) -> int:
    return counts["add"] + counts["change"] + counts["retire"]


def _rows(plan: Plan) -> int:
    """How many rows a plan writes."""
    change = plan.graph
    parts: tuple[Sequence[object], ...] = (
        plan.step.records,
        plan.step.confirmed,
        plan.dropped,
        plan.released,
        plan.findings,
        plan.accepted,
        change.added,
        change.changed,
        change.removed,
        change.relations_added,
        change.relations_changed,
        change.relations_removed,
        change.references_opened,
        change.references_closed,
    )
    return sum(len(part) for part in parts)
