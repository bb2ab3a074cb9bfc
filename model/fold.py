"""The fold: an element and what it says of others, from its records. Pure and independent of their order.

A value comes from the source with the highest precedence, then from the newest load (DESIGN, Records).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from model.element import Element
from model.folding import fold as folded
from model.keys import parse_key
from model.kinds import Status
from model.record import Act, Record, Saying, Value

# Sources not named here have precedence 2. "named": an agency or vendor that a cell merely mentions.
PRECEDENCE: Mapping[str, int] = {"named": 0, "matrix": 1}
_OWN_FIELDS = frozenset({"name", "status"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One saying that is live after folding, with the record it stands in."""

    saying: Saying
    record: Record


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources that give one property different values; the first is the one that counts."""

    property: str
    winner: Record
    loser: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """What the records of one element come to.

    element: None when no record asserts it. origins: property → the record its value comes from.
    """

    element: Element | None
    statements: tuple[Statement, ...] = ()
    origins: Mapping[str, Record] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()


def rank(record: Record) -> tuple[int, str, str]:
    """Return the order in which records count, the last one most."""
    return (PRECEDENCE.get(record.source, 2), record.load, record.id)


def fold(records: Iterable[Record]) -> Folded:
    """Return the element that these records, all of one uid, come to."""
    ordered = sorted(records, key=rank)
    rows = [record for record in ordered if record.act is Act.ROW]
    if not rows:
        return Folded(element=None)
    withdrawals = [record for record in ordered if record.act is Act.WITHDRAW]
    live = [row for row in rows if not any(_withdraws(w, row) for w in withdrawals)]
    gone = not live
    speaking = [
        record
        for record in ordered
        if record.act is Act.SAY or (record.act is Act.ROW and (gone or record in live))
    ]
    values, origins, conflicts = _values(speaking)
    if gone:
        values["status"] = Status.RETIRED.value
        values.setdefault("valid_to", _day_before(max(w.at for w in withdrawals)))
    return Folded(
        element=_element(rows if gone else live, speaking, values),
        statements=_statements(speaking),
        origins=origins,
        conflicts=conflicts,
    )


def _withdraws(withdrawal: Record, row: Record) -> bool:
    return withdrawal.source == row.source and (withdrawal.load, withdrawal.id) > (row.load, row.id)


def _values(
    speaking: Sequence[Record],
) -> tuple[dict[str, Value], dict[str, Record], tuple[Conflict, ...]]:
    values: dict[str, Value] = {}
    origins: dict[str, Record] = {}
    conflicts: list[Conflict] = []
    for record in speaking:
        for name, value in record.values.items():
            before = origins.get(name)
            if before is not None and before.source != record.source and values[name] != value:
                conflicts.append(Conflict(name, record, before))
            values[name] = value
            origins[name] = record
        for name in record.cleared:
            values.pop(name, None)
            origins[name] = record
    return (
        values,
        origins,
        tuple(conflict for conflict in conflicts if origins[conflict.property] is conflict.winner),
    )


def _statements(speaking: Sequence[Record]) -> tuple[Statement, ...]:
    """For each cell of each source, the newest record that says anything there; it replaces the others."""
    newest: dict[tuple[str, str], Record] = {}
    for record in speaking:
        for cell in {saying.cell for saying in record.sayings} | set(record.emptied):
            newest[(record.source, cell)] = record
    return tuple(
        Statement(saying, record)
        for record in speaking
        for saying in record.sayings
        if newest[(record.source, saying.cell)] is record
    )


def _element(rows: Sequence[Record], speaking: Sequence[Record], values: Mapping[str, Value]) -> Element:
    keys = list(dict.fromkeys(record.key for record in rows))
    coded = [key for key in keys if not _is_name_key(key, rows)]
    key = (coded or keys)[-1]
    parsed = parse_key(key)
    name = str(values.get("name", rows[-1].name))
    others = {record.name for record in speaking if record.name} | {
        str(r.values["name"]) for r in speaking if "name" in r.values
    }
    code = values.get("code")
    return Element(
        uid=rows[-1].uid,
        key=key,
        kind=parsed.kind,
        name=name,
        scope=parsed.scope,
        code=str(code) if code is not None else None,
        status=status_of(values),
        aliases=tuple(sorted(set(keys) - {key})),
        names=tuple(sorted(other for other in others if folded(other) != folded(name))),
        properties={k: v for k, v in values.items() if k not in _OWN_FIELDS},
    )


def status_of(values: Mapping[str, Value]) -> Status:
    """Return the life-cycle status among the values; active where none, or one nobody knows, is given."""
    given = values.get("status")
    return Status(given) if given in {status.value for status in Status} else Status.ACTIVE


def _is_name_key(key: str, rows: Sequence[Record]) -> bool:
    code = parse_key(key).code
    return any(record.key == key and code == folded(record.name) for record in rows)


def _day_before(instant: str) -> str:
    return (date.fromisoformat(instant[:10]) - timedelta(days=1)).isoformat()
