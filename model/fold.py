"""The fold: an element and what it says of others, from its records. Pure and independent of their order.

A value comes from the source with the highest precedence, then from the newest load (docs/identity.md). A row
that says again what its delivery said before says nothing new, cell by cell: what was corrected by hand, or
by another source, stands until the cell itself changes. A file that gathers the rows of others speaks only
where these are silent, whichever comes later (docs/decisions/0045-a-file-is-an-edition-or-repeats-others.md).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from model.element import Element
from model.folding import fold as folded
from model.keys import parse_key
from model.kinds import Status
from model.nomenclature import fullness, is_usual
from model.record import BY_HAND, COMPILED, CROSS_TABLE, MANUAL, OVERVIEW, Act, Record, Saying, Value

# "named": an agency or vendor that a cell merely mentions.
NAMED = "named"
PRECEDENCE: Mapping[str, int] = {NAMED: 0, OVERVIEW: 1, CROSS_TABLE: 1, COMPILED: 2}
_OWN = 3  # of sources not named there: files that tell their own
_OWN_FIELDS = frozenset({"name", "status"})
_Voice = tuple[str, str]  # uid, source
_Speaker = tuple[str, str, str | None]  # uid, source, sender


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
    replaced: references of one agency that count no more because another's stand in their cell: its property
    is the cell.
    """

    element: Element | None
    statements: tuple[Statement, ...] = ()
    origins: Mapping[str, Record] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    replaced: tuple[Conflict, ...] = ()


def rank(record: Record) -> tuple[int, str, str]:
    """Return the order in which records count, the last one most."""
    return (_precedence(record), record.load, record.id)


def _precedence(record: Record) -> int:
    return PRECEDENCE.get(record.source, _OWN)


def fold(records: Iterable[Record], uid: str | None = None) -> Folded:
    """Return the element that records come to: those of its own uid, and of elements merged into it.

    uid: of the element, where others were merged into it. Decisions about pairs do not count.
    """
    ordered = sorted((record for record in records if record.folds), key=rank)
    rows = [record for record in ordered if record.act is Act.ROW]
    if not rows:
        return Folded(element=None, statements=_statements([r for r in ordered if r.act is Act.SAY]))
    withdrawals = [record for record in ordered if record.act is Act.WITHDRAW]
    live = _live(rows, withdrawals)
    gone = not live
    silent = set() if gone else {row.id for row in rows} - {row.id for row in live}
    own = _own(rows, live, uid)
    speaking = [r for r in ordered if r.act is not Act.WITHDRAW and r.id not in silent]
    values, origins, conflicts = _values(speaking, own[-1].uid)
    if gone:
        yesterday = _day_before(max(w.at for w in withdrawals))
        values["status"] = Status.RETIRED.value
        values["valid_to"] = min(str(values.get("valid_to", yesterday)), yesterday)
    element = _element(own, rows if gone else live, speaking, values)
    statements = _statements(speaking)
    return Folded(
        element=replace(element, uid=uid or element.uid),
        statements=statements,
        origins=origins,
        conflicts=conflicts,
        replaced=tuple(_replaced(speaking, statements)),
    )


def _live(rows: Sequence[Record], withdrawals: Sequence[Record]) -> list[Record]:
    """Return the rows that still assert the element: what its own file took back, no compilation keeps."""
    live = [row for row in rows if not any(_withdraws(w, row) for w in withdrawals)]
    only_compiled = all(row.source == COMPILED for row in live)
    return [] if only_compiled and len(live) < len(rows) else live


def _own(rows: Sequence[Record], live: Sequence[Record], uid: str | None) -> Sequence[Record]:
    """Return the rows that give an element its key: its own, those in use before those withdrawn.

    Where it has none left, the newest element merged into it stands for it.
    """
    mine = uid if any(row.uid == uid for row in rows) else (live or rows)[-1].uid
    of_mine = [row for row in rows if row.uid == mine]
    return [row for row in live if row.uid == mine] or of_mine


def _withdraws(withdrawal: Record, row: Record) -> bool:
    """Whether a row was withdrawn, and not found again since."""
    return _voice(withdrawal) == _voice(row) and withdrawal.load > row.last_said


def _voice(record: Record) -> _Voice:
    """Who speaks: one source about one element, also after that was merged into another."""
    return (record.uid, MANUAL if record.source in BY_HAND else record.source)


def _speaker(record: Record) -> _Speaker:
    """Who speaks of values: one agency in one sort of sheet; of references, cells know only the sort."""
    return (*_voice(record), record.sender)


def _values(
    speaking: Sequence[Record], own: str
) -> tuple[dict[str, Value], dict[str, Record], tuple[Conflict, ...]]:
    values: dict[str, Value] = {}
    origins: dict[str, Record] = {}
    conflicts: list[Conflict] = []
    heard = _Heard(_returned(speaking))
    called = _called(speaking)
    for record in speaking:
        for name, value in record.values.items():
            if name == "code" and record.uid != own:
                continue  # what was merged into an element keeps its code as an alias only
            before = origins.get(name)
            repeated = heard.before(record, name, value, before)
            if name == "name" and record.source == NAMED and record is not called:
                continue
            repeated = repeated or _outranked(record, before, name)
            if before is not None and not _alike(name, values.get(name), value):
                winner, loser = (before, record) if repeated else (record, before)
                if _disagrees(loser, winner):
                    conflicts.append(Conflict(name, winner, loser))
            if not repeated:
                values[name] = value
                origins[name] = record
        for name in record.cleared:
            counting = origins.get(name)
            if not heard.before(record, name, None, counting) and not _outranked(record, counting, name):
                values.pop(name, None)
                origins[name] = record
    return (
        values,
        origins,
        tuple(conflict for conflict in conflicts if origins[conflict.property] is conflict.winner),
    )


def _outranked(record: Record, counting: Record | None, column: str) -> bool:
    """Whether what counts in a column is of the agency that has the last word on it, and this is not."""
    if counting is None or record.source in BY_HAND or counting.source == NAMED:
        return False  # whoever mentions an agency: rows describe it
    return counting.leads_in(column) and not record.leads_in(column)


@dataclass(slots=True)
class _Heard:
    """What each source said last of each value; None where it emptied it.

    returned: uids of merged elements of which nothing is left from before the merge: what they say first was
    known when a person chose what counts.
    """

    returned: frozenset[str] = frozenset()
    said: dict[tuple[_Speaker, str], Value | None] = field(default_factory=dict)

    def before(self, record: Record, name: str, value: Value | None, counting: Record | None) -> bool:
        """Note a value; return whether its source only repeats it while another source's counts since.

        An edit by hand is meant each time.
        """
        place = (_speaker(record), name)
        chosen = counting is not None and counting.source == MANUAL and record.uid in self.returned
        again = self.said[place] == value if place in self.said else chosen
        self.said[place] = value
        elsewhere = counting is not None and _speaker(counting) != _speaker(record)
        return again and elsewhere and record.source not in BY_HAND


def _returned(speaking: Sequence[Record]) -> frozenset[str]:
    """Return the merged elements whose rows are all newer than the merge: the others were taken back."""
    merged = {record.uid: record.load for record in speaking if record.act is Act.MERGE}
    rows = ((record.uid, record.load) for record in speaking if record.act is Act.ROW)
    before = {uid for uid, load in rows if load < merged.get(uid, "")}
    return frozenset(merged.keys() - before)


def _called(speaking: Iterable[Record]) -> Record | None:
    """Return the mention that names an element which only mentions name: the fullest, the last of equals.

    Once an agency's own file calls it as agencies are called, others do not call it otherwise.
    """
    named = [record for record in speaking if record.source == NAMED and "name" in record.values]
    leading = [r for r in named if r.leads_in("name") and is_usual(str(r.values["name"]))]
    named = leading or named
    return max(reversed(named), key=lambda record: fullness(str(record.values["name"])), default=None)


def _disagrees(before: Record, after: Record) -> bool:
    """Whether two records are two sources: not a new state of one delivery, a mere mention or a hand edit.

    What a compilation says otherwise than the file it gathers from was told when it came.
    """
    if after.source in BY_HAND or not {NAMED, COMPILED}.isdisjoint((before.source, after.source)):
        return False
    if _voice(before) != _voice(after):
        return True
    if before.sender and after.sender and before.sender != after.sender:
        return True  # two agencies in one sort of sheet
    # two sheets of one delivery that both describe the element
    return before.load == after.load and (before.file, before.sheet) != (after.file, after.sheet)


def _alike(name: str, left: Value | None, right: Value) -> bool:
    if left is None or left == right:
        return True
    if name == "status":  # a word that nobody knows counts as in use, and is exported so
        return status_of({name: left}) is status_of({name: right})
    return isinstance(left, str) and isinstance(right, str) and folded(left) == folded(right)


def _statements(speaking: Sequence[Record]) -> tuple[Statement, ...]:
    """Return what stands in each cell: what its source said there last, as a set.

    Rows of one delivery that speak for one cell stand together. What was said by hand, in the program or in
    a template, replaces what others had said in that cell, until one of them says something new. Where a file
    says its own, no compilation speaks.
    """
    latest: dict[tuple[_Voice, str], str] = {}
    content: dict[tuple[_Voice, str], frozenset[str]] = {}
    changed: dict[tuple[_Voice, str], Record] = {}  # where a source last said something else in a cell
    by_hand: dict[str, Record] = {}
    by_others: dict[str, Record] = {}
    speaking = _uncompiled(speaking)
    leading = [record for record in speaking if record.leads]
    led = {cell for record in leading for cell in cells_of(record) if record.leads_in(cell)}
    speaking = [replace(record, sayings=_unled(record, led)) for record in speaking] if led else speaking
    for record in speaking:
        voice = _voice(record)
        for cell, said in cells_of(record).items():
            place = (voice, cell)
            latest[place] = max(latest.get(place, ""), record.load)
            if record.source in BY_HAND or content.get(place) != said:
                changed[place] = record
                (by_hand if record.source in BY_HAND else by_others)[cell] = record
            content[place] = said
    return tuple(
        Statement(saying, record)
        for record in speaking
        for voice, others in ((_voice(record), by_others if record.source in BY_HAND else by_hand),)
        for saying in record.sayings
        if record.said_in(latest[(voice, saying.cell)])
        and not _outdone(changed[(voice, saying.cell)], others.get(saying.cell))
    )


def _replaced(speaking: Sequence[Record], statements: Iterable[Statement]) -> Iterator[Conflict]:
    """Yield the cells in which what one agency said last gave way to what another says in its sheet."""
    standing = {(one.record.id, one.saying.cell): one.record for one in statements}
    last: dict[tuple[_Voice, str], dict[str, Record]] = {}
    for record in speaking:
        if record.sender and record.source not in BY_HAND | {NAMED, COMPILED}:
            for cell in {saying.cell for saying in record.sayings}:
                last.setdefault((_voice(record), cell), {})[record.sender] = record
    for (_, cell), senders in last.items():
        counting = [one for one in senders.values() if (one.id, cell) in standing]
        gone = [one for one in senders.values() if (one.id, cell) not in standing]
        for loser in gone if counting else ():
            yield Conflict(cell, counting[-1], loser)


def _uncompiled(speaking: Sequence[Record]) -> Sequence[Record]:
    """Return what is said without the cells of compilations for which another file speaks."""
    if all(record.source != COMPILED for record in speaking):
        return speaking
    own = {
        cell
        for record in speaking
        if _precedence(record) == _OWN and record.source not in BY_HAND
        for cell in cells_of(record)
    }
    return [_without_cells(record, own) if record.source == COMPILED else record for record in speaking]


def _without_cells(record: Record, cells: AbstractSet[str]) -> Record:
    return replace(
        record,
        sayings=tuple(one for one in record.sayings if one.cell not in cells),
        emptied=tuple(cell for cell in record.emptied if cell not in cells),
    )


def _unled(record: Record, led: AbstractSet[str]) -> tuple[Saying, ...]:
    """What a record says of others, without the cells on which another agency has the last word."""
    if record.source in BY_HAND:
        return record.sayings
    return tuple(one for one in record.sayings if one.cell not in led or record.leads_in(one.cell))


def cells_of(record: Record) -> dict[str, frozenset[str]]:
    """Return the cells a record speaks for, each with the references in it."""
    found: dict[str, set[str]] = {cell: set() for cell in record.emptied}
    for saying in record.sayings:
        found.setdefault(saying.cell, set()).add(_content(saying))
    return {cell: frozenset(said) for cell, said in found.items()}


def _content(saying: Saying) -> str:
    return repr((saying.relation.value, saying.text, saying.reversed, sorted(saying.properties.items())))


def _outdone(record: Record, other: Record | None) -> bool:
    return other is not None and rank(other) > rank(record)


def _element(
    own: Sequence[Record], rows: Sequence[Record], speaking: Sequence[Record], values: Mapping[str, Value]
) -> Element:
    key = _key(own)
    parsed = parse_key(key)
    name = str(values.get("name", own[-1].name))
    others = {str(record.values["name"]) for record in speaking if "name" in record.values}
    code = values.get("code")
    return Element(
        uid=own[-1].uid,
        key=key,
        kind=parsed.kind,
        name=name,
        scope=parsed.scope,
        code=str(code) if code is not None else None,
        status=status_of(values),
        aliases=tuple(sorted(({record.key for record in rows} | _merged_keys(speaking)) - {key})),
        names=tuple(sorted(other for other in others if folded(other) != folded(name))),
        heard=heard_in(speaking),
        properties={k: v for k, v in values.items() if k not in _OWN_FIELDS},
    )


def _merged_keys(speaking: Sequence[Record]) -> set[str]:
    """Return under which keys elements were merged: they mean the one also while no row tells of them."""
    kept = {record.other for record in speaking if record.act is Act.MERGE}
    return {record.key for record in speaking if record.act is Act.MERGE or record.uid in kept}


def _key(rows: Sequence[Record]) -> str:
    """Return the newest key among rows of one element; one of a code before one of a mere name."""
    keys = list(dict.fromkeys(record.key for record in rows))
    coded = [key for key in keys if not _is_name_key(key, rows)]
    return (coded or keys)[-1]


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
