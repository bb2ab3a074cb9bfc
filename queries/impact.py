"""Who is affected when elements fail, how badly, through what, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from model.availability import State
from model.faults import RefusedQuestion
from model.kinds import ElementKind
from model.need import ALL, Need
from model.text import Text
from queries.chains import Chains, carrying, chains
from queries.propagation import Propagation
from queries.snapshot.columns import ABSENT, Bools, Ints, Longs, Small, gathered
from queries.snapshot.requirements import Requirements
from queries.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What is assumed: elements by uid with the state they fail to, those that stay up, and the day."""

    failed: Mapping[str, State]
    on: date
    protected: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MemberState:
    """A member of a deciding group: an element by its key, or a group inside it by its path.

    state: the element's own. counted: the state as its effect lets it count in the group.
    """

    key: str | None
    group: str | None
    state: State
    counted: State


@dataclass(frozen=True, slots=True)
class Reason:
    """A group that decides an element's state; groups inside it that are not up follow it.

    group: its path, None for relations without a group name. need: as it is read.
    """

    group: str | None
    need: Need
    level: State
    members: tuple[MemberState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """One element that is not up, with its shortest chain from a failed element and what decides it."""

    index: int
    uid: str
    key: str
    kind: ElementKind
    name: str
    owner: str | None  # key
    owner_name: str | None
    state: State
    distance: int
    path: tuple[str, ...]  # keys
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Impact:
    """The answer to a scenario.

    state: by element. level: by group of the requirements. order: indices of the affected, worst
    state first, then nearest, then by key. given: the failed ones, in the order of their keys.
    """

    snapshot: Snapshot
    scenario: Scenario
    requirements: Requirements
    state: Small
    level: Small
    given: Longs
    protected: Bools
    _rows: dict[int, Affected] = field(default_factory=dict, repr=False)

    @cached_property
    def chains(self) -> Chains:
        """The shortest chains from the failed elements along what carries the failure."""
        return self._chains_from(self.given)

    @cached_property
    def order(self) -> Longs:
        """Indices of the affected elements, worst state first, then nearest, then by key."""
        found = np.flatnonzero(self.state > self._assumed)
        distance = self.chains.distance[found]
        if len(self._risen):
            distance = np.where(distance == 0, self._causes_of_risen.distance[found], distance)
        return found[np.lexsort((found, distance, -self.state[found]))]

    @cached_property
    def _assumed(self) -> Small:
        assumed = np.zeros(len(self.state), np.int8)
        for index in self.given.tolist():
            assumed[index] = self.scenario.failed[self.snapshot.elements.uid[index]]
        return assumed

    @cached_property
    def _risen(self) -> Longs:
        """The given elements that end worse than they were given: other given ones are the cause."""
        return self.given[self.state[self.given] > self._assumed[self.given]]

    @cached_property
    def _causes_of_risen(self) -> Chains:
        return self._chains_from(np.setdiff1d(self.given, self._risen))

    def _chains_from(self, origins: Longs) -> Chains:
        along = carrying(self.requirements, self)
        return chains(self.requirements, self.state > State.UP, along, origins)

    def _chains_to(self, index: int) -> Chains:
        return self._causes_of_risen if index in self._risen else self.chains

    @property
    def failed(self) -> list[str]:
        """The keys of the elements given as failed or degraded, in order."""
        return [self.snapshot.elements.key[index] for index in self.given.tolist()]

    def counts(self) -> dict[State, dict[ElementKind, int]]:
        """Return how many elements of each kind are affected, by state, worst first."""
        answer: dict[State, dict[ElementKind, int]] = {}
        for state in (State.DOWN, State.DEGRADED, State.AT_RISK):
            these = self.order[self.state[self.order] == state]
            kinds, numbers = np.unique(self.snapshot.elements.kind[these], return_counts=True)
            if len(kinds):
                names = [list(ElementKind)[code] for code in kinds.tolist()]
                answer[state] = dict(zip(names, numbers.tolist(), strict=True))
        return answer

    def path(self, index: int) -> tuple[str, ...]:
        """Return the keys of the shortest chain from a failed element to this one; of equals the smallest."""
        return tuple(self.snapshot.elements.key[step] for step in self._chains_to(index).path(index))

    def affected(self, first: int = 0, last: int | None = None) -> list[Affected]:
        """Return the affected elements with chains and reasons, all or a slice of the order."""
        wanted = self.order[first:last]
        missing = np.array([i for i in wanted.tolist() if i not in self._rows], np.int64)
        if len(missing):
            reasons = _reasons(self, missing)
            for index in missing.tolist():
                self._rows[index] = self._row(index, reasons.get(index, ()))
        return [self._rows[index] for index in wanted.tolist()]

    def _row(self, index: int, reasons: Sequence[Reason]) -> Affected:
        elements = self.snapshot.elements
        owner = int(self.snapshot.owner[index])
        return Affected(
            index=index,
            uid=elements.uid[index],
            key=elements.key[index],
            kind=self.snapshot.kind(index),
            name=elements.name[index],
            owner=None if owner == ABSENT else elements.key[owner],
            owner_name=None if owner == ABSENT else elements.name[owner],
            state=State(int(self.state[index])),
            distance=int(self._chains_to(index).distance[index]),
            path=self.path(index),
            reasons=tuple(reasons),
        )


def simulate(snapshot: Snapshot, scenario: Scenario) -> Impact:
    """Return who is affected by a scenario.

    Raises:
        RefusedQuestion: nothing fails, or an element is both failed and protected.
        UnknownElement: a uid is in no element of the snapshot.
    """
    _check(snapshot, scenario)
    requirements = snapshot.requirements(scenario.on)
    protected = np.zeros(len(snapshot), np.bool_)
    protected[[snapshot.index(uid) for uid in scenario.protected]] = True
    failed = {snapshot.index(uid): state for uid, state in scenario.failed.items() if state > State.UP}
    given = np.array(sorted(failed), np.int64)
    run = Propagation(requirements, protected)
    run.raise_to(given, np.array([failed[index] for index in given.tolist()], np.int8))
    run.settle()
    return Impact(
        snapshot=snapshot,
        scenario=scenario,
        requirements=requirements,
        state=run.state,
        level=run.level,
        given=given,
        protected=protected,
    )


def _check(snapshot: Snapshot, scenario: Scenario) -> None:
    if not any(state > State.UP for state in scenario.failed.values()):
        raise RefusedQuestion(
            Text(id="tidak ada objek yang diandaikan mati", en="no element is assumed to fail"),
            fix=Text(id="sebut sedikitnya satu objek", en="name at least one element"),
        )
    both = sorted(scenario.protected & scenario.failed.keys())
    if both:
        keys = ", ".join(snapshot.elements.key[snapshot.index(uid)] for uid in both)
        raise RefusedQuestion(
            Text(
                id=f"diandaikan mati sekaligus tetap berfungsi: {keys}",
                en=f"assumed both to fail and to stay up: {keys}",
            ),
            fix=Text(id="pilih salah satu", en="choose one of the two"),
        )


def _reasons(impact: Impact, wanted: Longs) -> dict[int, list[Reason]]:
    """Return the deciding groups of some elements: first those without a name, then by path."""
    tables, groups = impact.requirements, impact.requirements.groups
    answer: dict[int, list[Reason]] = {}
    starts = tables.ptr[wanted]
    members, _ = gathered(starts, tables.ptr[wanted + 1] - starts)
    counted = np.minimum(impact.state[tables.target[members]], tables.cap[members])
    deciding = (tables.group[members] == ABSENT) & (counted == impact.state[tables.source[members]])
    for member in members[deciding & (counted > State.UP)].tolist():
        state = _member(impact, member)
        answer.setdefault(int(tables.source[member]), []).append(Reason(None, ALL, state.counted, (state,)))
    starts = groups.ptr[wanted]
    owned, _ = gathered(starts, groups.ptr[wanted + 1] - starts)
    top = (groups.parent[owned] == ABSENT) & (impact.level[owned] == impact.state[groups.owner[owned]])
    inner = _inner(groups.parent, owned)
    for group in owned[top & (impact.level[owned] > State.UP)].tolist():
        answer.setdefault(int(groups.owner[group]), []).extend(_group_reasons(impact, group, inner))
    return answer


def _inner(parent: Ints, owned: Longs) -> dict[int, list[int]]:
    """Return the groups inside each group, of some groups."""
    inner: dict[int, list[int]] = {}
    parents = parent[owned]
    for group, outer in zip(
        owned[parents != ABSENT].tolist(), parents[parents != ABSENT].tolist(), strict=True
    ):
        inner.setdefault(outer, []).append(group)
    return inner


def _group_reasons(impact: Impact, top: int, inner: Mapping[int, Sequence[int]]) -> Iterator[Reason]:
    groups = impact.requirements.groups
    waiting = [top]
    while waiting:
        group = waiting.pop()
        inside = inner.get(group, ())
        members = [_member(impact, m) for m in range(int(groups.first[group]), int(groups.last[group]))]
        levels = {number: State(int(impact.level[number])) for number in inside}
        nested = [MemberState(None, groups.paths[int(groups.path[n])], s, s) for n, s in levels.items()]
        path = int(groups.path[group])
        yield Reason(
            None if path == ABSENT else groups.paths[path],
            groups.needs[int(groups.need[group])],
            State(int(impact.level[group])),
            (*members, *nested),
        )
        waiting.extend(number for number in reversed(inside) if levels[number] > State.UP)


def _member(impact: Impact, member: int) -> MemberState:
    tables = impact.requirements
    target = int(tables.target[member])
    state = State(int(impact.state[target]))
    counted = min(state, State(int(tables.cap[member])))
    return MemberState(impact.snapshot.elements.key[target], None, state, counted)
