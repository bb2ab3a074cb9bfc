"""What is not known to be safe: expected dependencies that are missing and could lead to what fails.

Source: docs/availability-rule.md, Certainty. All that is missing is assumed at once, so that nothing is
called safe that only two gaps together would take down.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique

import numpy as np

from model.availability import CAPS, LAST_DAY, State
from model.faults import Place
from model.fold import rank
from model.keys import NATIONAL, SHARED
from model.kinds import Effect, ElementKind, Grouping, RelationKind, Status
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import Expectation
from model.record import Act, Record
from queries.impact.chains import carrying, chains
from queries.impact.impact import Impact
from queries.impact.propagation import Propagation
from queries.loads import merging
from queries.snapshot.coding import ELEMENT_KINDS, RELATION_KINDS, STATUSES, valid_on
from queries.snapshot.columns import ABSENT, Bools, Longs, Small
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store

Written = Mapping[tuple[str, RelationKind], tuple[str, ...]]  # texts not linked, by uid and relation


@unique
class Untold(StrEnum):
    """Why an expected dependency is not known."""

    EMPTY = "empty"  # nothing is written
    UNLINKED = "unlinked"  # something is written, and it names no element, or several
    PLANNED = "planned"  # what is named is not in use yet
    ENDED = "ended"  # what is named is no longer in use


@dataclass(frozen=True, slots=True)
class Gap:
    """An expected dependency that an element does not state.

    ended: the names of what it does state and what is not in use any more. planned: of what is not in use
    yet. since: the first day on which any of these is, where that is told.
    """

    uid: str
    key: str
    kind: ElementKind
    relation: RelationKind
    to: tuple[ElementKind, ...]
    ended: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    since: date | None = None

    def texts(self, written: Written) -> tuple[str, ...]:
        """What is written in its place and could not be linked. written: as queries.graph.written says."""
        return written.get((self.uid, self.relation), ())

    def why(self, written: Written) -> Untold:
        """Why it is not known. written: as queries.graph.written says."""
        if self.texts(written):
            return Untold.UNLINKED
        if self.planned:
            return Untold.PLANNED
        return Untold.ENDED if self.ended else Untold.EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertain:
    """An element that might be worse off than is known, with the nearest gaps that leave it open.

    state: as known. possible: as it would be if the gaps pointed at what fails.
    """

    index: int
    uid: str
    key: str
    kind: ElementKind
    name: str
    state: State
    possible: State
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, eq=False)
class Expected:
    """Elements of one kind of which a dependency is expected, and those of them that do not state it."""

    kind: ElementKind
    expectation: Expectation
    elements: Longs
    lacking: Longs


@dataclass(frozen=True, eq=False)
class _Lack:
    """The elements that lack one expected dependency, and how bad it could be for each."""

    expectation: Expectation
    elements: Longs
    worst: Small


def uncertain(impact: Impact) -> list[Uncertain]:
    """Return the elements that are not known to be safe, the worst possible state first, then by key."""
    lacks = [lack for lack in _lacks(impact) if len(lack.elements)]
    assumed = Propagation(impact.requirements, impact.protected)
    assumed.raise_to(np.arange(len(impact.state)), impact.state)
    assumed.settle()
    for lack in lacks:
        assumed.raise_to(lack.elements, lack.worst)
    assumed.settle()
    worse = assumed.state > impact.state
    if not worse.any():
        return []
    gaps = _gaps(impact, lacks)
    origins = np.array(sorted(gaps), np.int64)
    nearest = chains(impact.requirements, worse, carrying(impact.requirements, assumed, impact), origins)
    found = np.flatnonzero(worse)
    order = found[np.lexsort((found, -assumed.state[found]))]
    elements = impact.snapshot.elements
    return [
        Uncertain(
            index=index,
            uid=elements.uid[index],
            key=elements.key[index],
            kind=impact.snapshot.kind(index),
            name=elements.name[index],
            state=State(int(impact.state[index])),
            possible=State(int(assumed.state[index])),
            gaps=tuple(gaps[nearest.path(index)[0]]),
        )
        for index in order.tolist()
    ]


def lacking(snapshot: Snapshot, on: date) -> Bools:
    """Return by element whether it leaves out an expected dependency that could take it down."""
    found = np.zeros(len(snapshot), np.bool_)
    for one in expected(snapshot, on):
        asked = one.expectation
        effects = (snapshot.metamodel.effect(asked.relation, one.kind, to, {}) for to in asked.to)
        if Effect.DOWN in effects:
            found[one.lacking] = True
    return found


def cells(store: Store, metamodel: Metamodel, gaps: Iterable[Gap]) -> dict[Gap, Place]:
    """Return the cell in which each gap could be filled: in the element's newest row of a file.

    A gap of an element that came from no file is left out.
    """
    wanted = list(gaps)
    said = merging.said_of(store, {gap.uid for gap in wanted}, merging.merges(store))
    rows = {uid: row for uid, of_element in said.items() if (row := _newest_row(of_element)) is not None}
    return {gap: _cell(metamodel, gap, rows[gap.uid]) for gap in wanted if gap.uid in rows}


def _newest_row(said: Iterable[Record]) -> Record | None:
    rows = [record for record in said if record.act is Act.ROW and record.file is not None]
    return max(rows, key=rank, default=None)


def _cell(metamodel: Metamodel, gap: Gap, row: Record) -> Place:
    columns = (
        link.label.id
        for link in metamodel.links(gap.kind)
        if link.relation is gap.relation and not link.reversed and set(link.to) & set(gap.to)
    )
    return Place(file=row.file, sheet=row.sheet, row=row.row, column=next(columns, None))


def _gaps(impact: Impact, lacks: Iterable[_Lack]) -> dict[int, list[Gap]]:
    """Return the gaps that would make their own element worse, by element."""
    found: dict[int, list[Gap]] = {}
    for lack in lacks:
        telling = lack.elements[(lack.worst > impact.state[lack.elements]) & ~impact.protected[lack.elements]]
        for index in telling.tolist():
            gap = gap_of(impact.snapshot, index, lack.expectation, impact.scenario.on)
            found.setdefault(index, []).append(gap)
    return found


def gap_of(snapshot: Snapshot, index: int, expectation: Expectation, on: date) -> Gap:
    """Return what an element would have to state to meet an expectation on a day."""
    relations, wanted, day = snapshot.relations, RELATION_KINDS.index(expectation.relation), on.toordinal()
    own = range(int(snapshot.out_ptr[index]), int(snapshot.out_ptr[index + 1]))
    rows = [row for row in own if int(relations.kind[row]) == wanted]
    rows = [row for row in rows if snapshot.kind(int(relations.target[row])) in expectation.to]
    planned = {int(relations.target[row]): row for row in rows if _is_coming(snapshot, row, day)}
    ended = {at for row in rows if _is_gone(snapshot, at := int(relations.target[row]), day)}
    first = min((_first_day(snapshot, row) for row in planned.values()), default=LAST_DAY)
    return Gap(
        uid=snapshot.uids[index],
        key=snapshot.keys[index],
        kind=snapshot.kind(index),
        relation=expectation.relation,
        to=expectation.to,
        ended=tuple(snapshot.names[at] for at in sorted(ended - planned.keys())),
        planned=tuple(snapshot.names[at] for at in sorted(planned)),
        since=date.fromordinal(first) if first < LAST_DAY else None,
    )


def _is_coming(snapshot: Snapshot, row: int, day: int) -> bool:
    """Whether what a relation leads to is not in use yet on a day, or not by this relation."""
    return not _is_retired(snapshot, int(snapshot.relations.target[row])) and _first_day(snapshot, row) > day


def _is_gone(snapshot: Snapshot, target: int, day: int) -> bool:
    return _is_retired(snapshot, target) or int(snapshot.elements.until[target]) < day


def _is_retired(snapshot: Snapshot, target: int) -> bool:
    return STATUSES[int(snapshot.elements.status[target])] is Status.RETIRED


def _first_day(snapshot: Snapshot, row: int) -> int:
    """The first day on which a relation and what it leads to are both in force."""
    target = int(snapshot.relations.target[row])
    return max(int(snapshot.relations.since[row]), int(snapshot.elements.since[target]))


def expected(snapshot: Snapshot, on: date) -> Iterator[Expected]:
    """Yield every expectation of the metamodel with the elements in use that it is about."""
    valid = snapshot.requirements(on).valid
    stated = _Stated.of(snapshot, on)
    for code, kind in enumerate(ELEMENT_KINDS):
        expectations = snapshot.metamodel.kind(kind).expects
        own = np.flatnonzero((snapshot.elements.kind == code) & valid) if expectations else None
        for expectation in expectations:
            if own is not None and len(own):
                yield Expected(kind, expectation, own, own[~stated.to(expectation)[own]])


def _lacks(impact: Impact) -> Iterator[_Lack]:
    for one in expected(impact.snapshot, impact.scenario.on):
        yield _Lack(one.expectation, one.lacking, _worst(impact, one.kind, one.expectation, one.lacking))


@dataclass(frozen=True, eq=False)
class _Stated:
    """The relations that answer an expectation: valid ones that matter, or are said not to."""

    snapshot: Snapshot
    rows: Longs

    @staticmethod
    def of(snapshot: Snapshot, on: date) -> "_Stated":
        relations, valid = snapshot.relations, snapshot.requirements(on).valid
        good = valid_on(relations.since, relations.until, on.toordinal())
        good &= valid[relations.source] & valid[relations.target]
        good &= (relations.cap > State.UP) | (relations.stated != ABSENT)
        return _Stated(snapshot, np.flatnonzero(good))

    def to(self, expectation: Expectation) -> Bools:
        """Return which elements have such a relation, or one that stands for it."""
        relations = self.snapshot.relations
        types = relations.kind[self.rows]
        asked = self.rows[types == RELATION_KINDS.index(expectation.relation)]
        asked = asked[self.snapshot.of_kinds(expectation.to)[relations.target[asked]]]
        instead = self.rows[np.isin(types, [RELATION_KINDS.index(one) for one in expectation.instead])]
        having = np.zeros(len(self.snapshot), np.bool_)
        having[relations.source[asked]] = True
        having[relations.source[instead]] = True
        return having


def _worst(impact: Impact, kind: ElementKind, expectation: Expectation, lacking: Longs) -> Small:
    """Return how bad each of some elements would be if what it lacks pointed at the worst it could.

    That is in its own scope, shared or national, and not up.
    """
    snapshot = impact.snapshot
    scopes = snapshot.elements.scope
    worst = np.zeros(len(scopes.words) + 1, np.int8)  # by scope; the last for a blank
    failing = np.flatnonzero((impact.state > State.UP) & impact.requirements.valid)
    for target in expectation.to:
        effect = snapshot.metamodel.effect(expectation.relation, kind, target, {})
        these = failing[snapshot.elements.kind[failing] == ELEMENT_KINDS.index(target)]
        states = np.minimum(impact.state[these], np.int8(CAPS[effect]))
        np.maximum.at(worst, scopes.codes[these], states)
    common = [scopes.words.index(word) for word in (SHARED, NATIONAL) if word in scopes.words]
    everywhere = worst[common].max(initial=0)
    states = np.maximum(worst[scopes.codes[lacking]], everywhere)
    if snapshot.metamodel.relation(expectation.relation).grouping is Grouping.PARTIAL:
        # one more of several that share the work: its loss degrades, and its being at risk does nothing
        several = np.isin(lacking, _with_partial_group(impact, expectation.relation))
        shared = np.where(states >= State.DEGRADED, State.DEGRADED, State.UP)
        states = np.where(several, shared, states)
    return np.asarray(states, np.int8)


def _with_partial_group(impact: Impact, relation: RelationKind) -> Longs:
    groups, members = impact.requirements.groups, impact.requirements.relation
    unnamed = np.flatnonzero((groups.path == ABSENT) & (groups.last > groups.first))
    kinds = impact.snapshot.relations.kind[members[groups.first[unnamed]]]
    owners: Longs = groups.owner[unnamed[kinds == RELATION_KINDS.index(relation)]].astype(np.int64)
    return owners
