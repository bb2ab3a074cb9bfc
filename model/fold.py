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
from model.nomenclature import fullness
from model.record import MANUAL, Act, Record, Saying, Value

# Sources not named here have precedence 2. "named": an agency or vendor that a cell merely mentions.
NAMED = "named"
PRECEDENCE: Mapping[str, int] = {NAMED: 0, "matrix": 1}
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
    """Return the element that these records, all of one uid, come to; decisions do not count."""
    ordered = sorted((record for record in records if record.folds), key=rank)
    rows = [record for record in ordered if record.act is Act.ROW]
    if not rows:
        return Folded(element=None, statements=_statements([r for r in ordered if r.act is Act.SAY]))
    withdrawals = [record for record in ordered if record.act is Act.WITHDRAW]
    live = [row for row in rows if not any(_withdraws(w, row) for w in withdrawals)]
    gone = not live
    silent = set() if gone else {row.id for row in rows} - {row.id for row in live}
    speaking = [r for r in ordered if r.act is not Act.WITHDRAW and r.id not in silent]
    values, origins, conflicts = _values(speaking)
    if gone:
        yesterday = _day_before(max(w.at for w in withdrawals))
        values["status"] = Status.RETIRED.value
        values["valid_to"] = min(str(values.get("valid_to", yesterday)), yesterday)
    return Folded(
        element=_element(rows if gone else live, speaking, values),
        statements=_statements(speaking),
        origins=origins,
        conflicts=conflicts,
    )


def _withdraws(withdrawal: Record, row: Record) -> bool:
    """Whether a row was withdrawn, and not found again since."""
    return withdrawal.source == row.source and withdrawal.load > row.last_said


def _values(
    speaking: Sequence[Record],
) -> tuple[dict[str, Value], dict[str, Record], tuple[Conflict, ...]]:
    values: dict[str, Value] = {}
    origins: dict[str, Record] = {}
    conflicts: list[Conflict] = []
    for record in speaking:
        for name, value in record.values.items():
            before = origins.get(name)
            if name == "name" and _merely_shorter(before, record):
                continue
            if before is not None and _disagrees(before, record) and not _alike(values.get(name), value):
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


def _merely_shorter(before: Record | None, record: Record) -> bool:
    """Whether a cell mentions an agency by less than another cell does: the fullest name is its name."""
    if before is None or (before.source, record.source) != (NAMED, NAMED):
        return False
    return fullness(str(record.values["name"])) < fullness(str(before.values["name"]))


def _disagrees(before: Record, after: Record) -> bool:
    """Whether two records are two sources: not a new state of one delivery, a mere mention or a hand edit."""
    if after.source == MANUAL or NAMED in (before.source, after.source):
        return False
    if before.source != after.source:
        return True
    # two sheets of one delivery that both describe the element
    return before.load == after.load and (before.file, before.sheet) != (after.file, after.sheet)


def _alike(left: Value | None, right: Value) -> bool:
    if left is None or left == right:
        return True
    return isinstance(left, str) and isinstance(right, str) and folded(left) == folded(right)


def _statements(speaking: Sequence[Record]) -> tuple[Statement, ...]:
    """Return what stands in each cell: what its source said there last, as a set.

    Rows of one delivery that speak for one cell stand together. What was said by hand replaces what
    others had said in that cell, until one of them says something new.
    """
    latest: dict[tuple[str, str], str] = {}
    by_hand: dict[str, Record] = {}
    by_others: dict[str, Record] = {}
    cells = {record.id: _cells(record) for record in speaking}
    for record in speaking:
        for cell in cells[record.id]:
            place = (record.source, cell)
            latest[place] = max(latest.get(place, ""), record.load)
            (by_hand if record.source == MANUAL else by_others)[cell] = record
    return tuple(
        Statement(saying, record)
        for record in speaking
        for saying in record.sayings
        if record.said_in(latest[(record.source, saying.cell)])
        and not _outdone(record, (by_others if record.source == MANUAL else by_hand).get(saying.cell))
    )


def _cells(record: Record) -> frozenset[str]:
    return frozenset((*(saying.cell for saying in record.sayings), *record.emptied))


def _outdone(record: Record, other: Record | None) -> bool:
    return other is not None and rank(other) > rank(record)


def _element(rows: Sequence[Record], speaking: Sequence[Record], values: Mapping[str, Value]) -> Element:
    keys = list(dict.fromkeys(record.key for record in rows))
    coded = [key for key in keys if not _is_name_key(key, rows)]
    key = (coded or keys)[-1]
    parsed = parse_key(key)
    name = str(values.get("name", rows[-1].name))
    others = {str(record.values["name"]) for record in speaking if "name" in record.values}
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
        heard=heard_in(speaking),
        properties={k: v for k, v in values.items() if k not in _OWN_FIELDS},
    )


def heard_in(records: Iterable[Record]) -> tuple[str, ...]:
    """Return the texts that people said to mean the element of these records."""
    return tuple(sorted({text for record in records for text in record.heard}))


def status_of(values: Mapping[str, Value]) -> Status:
    """Return the life-cycle status among the values; active where none, or one nobody knows, is given."""
    given = values.get("status")
    return Status(given) if given in {status.value for status in Status} else Status.ACTIVE


def _is_name_key(key: str, rows: Sequence[Record]) -> bool:
    code = parse_key(key).code
    return any(record.key == key and code == folded(record.name) for record in rows)


def _day_before(instant: str) -> str:
    return (date.fromisoformat(instant[:10]) - timedelta(days=1)).isoformat()
