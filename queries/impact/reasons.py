"""Why elements are affected: their shortest chains, and the groups and members that decide their states."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

import numpy as np

from model.availability import State
from model.kinds import ElementKind
from model.need import ALL, Need
from queries.impact.chains import Chains
from queries.snapshot.coding import ELEMENT_KINDS
from queries.snapshot.columns import ABSENT, Longs, Small, gathered
from queries.snapshot.requirements import Requirements
from queries.snapshot.snapshot import Snapshot

_STATES = tuple(State)


class MemberState(NamedTuple):
    """A member of a deciding group: an element by its key, or a group inside it by its path.

    state: the element's own. counted: the state as its effect lets it count in the group.
    """

    key: str | None
    group: str | None
    state: State
    counted: State


class Reason(NamedTuple):
    """A group that decides an element's state; groups inside it that are not up follow it.

    group: its path, None for relations without a group name. need: as it is read.
    """

    group: str | None
    need: Need
    level: State
    members: tuple[MemberState, ...]


class Affected(NamedTuple):
    """One element that is not up, with its shortest chain from a failed element and what decides it.

    A tuple like the parts of it: thousands are made at once, and a dataclass costs three times as much.
    """

    place: int  # index in the snapshot
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


class Settled(Protocol):
    """A graph after failures had their consequences: states by element, levels by group."""

    @property
    def snapshot(self) -> Snapshot:
        """The graph."""
        ...

    @property
    def requirements(self) -> Requirements:
        """What was required on the day."""
        ...

    @property
    def state(self) -> Small:
        """By element."""
        ...

    @property
    def level(self) -> Small:
        """By group."""
        ...


class Explanation:
    """What can be told of the affected elements of one answer; made once, and asked for some at a time."""

    def __init__(self, settled: Settled, chains: Chains, risen: Mapping[int, Chains]) -> None:
        """Prepare it. risen: the chains of those for which `chains` has none, by element."""
        self._settled = settled
        self._risen = risen
        self._distance, self._before = chains.distance, chains.before.data
        self._keys = settled.snapshot.keys
        self._paths: dict[int, tuple[str, ...]] = {}
        self._members = _Members(settled)

    def rows(self, wanted: Longs) -> list[Affected]:
        """Return what is to be told of each of some affected elements, in their order."""
        snapshot, keys = self._settled.snapshot, self._keys
        index, owners = wanted.tolist(), snapshot.owner[wanted].tolist()
        reasons = self._members.reasons(wanted)
        paths = self._paths_of(wanted)
        return list(
            map(
                Affected,
                index,
                [snapshot.uids[one] for one in index],
                [keys[one] for one in index],
                [ELEMENT_KINDS[code] for code in snapshot.elements.kind[wanted].tolist()],
                [snapshot.names[one] for one in index],
                [None if owner == ABSENT else keys[owner] for owner in owners],
                [None if owner == ABSENT else snapshot.names[owner] for owner in owners],
                [_STATES[code] for code in self._settled.state[wanted].tolist()],
                [len(path) - 1 for path in paths],
                paths,
                [tuple(reasons.get(one, ())) for one in index],
            )
        )

    def _paths_of(self, wanted: Longs) -> list[tuple[str, ...]]:
        """Return the chains of many elements, made nearest first: most go on from one that is there."""
        paths, before, keys = self._paths, self._before, self._keys
        near = wanted[np.argsort(self._distance[wanted], kind="stable")]
        for index in near.tolist():
            start = paths.get(before[index])
            if start is None:
                self.path(index)
            else:
                paths[index] = (*start, keys[index])
        if self._risen:
            return [self.path(index) for index in wanted.tolist()]
        return [paths[index] for index in wanted.tolist()]

    def path(self, index: int) -> tuple[str, ...]:
        """Return the keys of the shortest chain from a failed element to this one."""
        if index in self._risen:
            return tuple(self._keys[step] for step in self._risen[index].path(index))
        ahead = []
        while index not in self._paths:
            ahead.append(index)
            if self._before[index] == ABSENT:
                self._paths[index] = (self._keys[index],)
            else:
                index = self._before[index]
        for step in reversed(ahead):
            if step not in self._paths:
                self._paths[step] = (*self._paths[self._before[step]], self._keys[step])
        return self._paths[ahead[0]] if ahead else self._paths[index]


class _Members:
    """The deciding groups of elements. What many elements need looks the same from all of them."""

    def __init__(self, settled: Settled) -> None:
        self._settled = settled
        self._keys = settled.snapshot.keys
        self._told: dict[int, MemberState] = {}  # by target and cap
        self._of_group: dict[int, list[MemberState]] = {}
        groups = settled.requirements.groups  # as views that yield plain numbers
        self._path, self._need, self._level = groups.path.data, groups.need.data, settled.level.data

    def reasons(self, wanted: Longs) -> dict[int, list[Reason]]:
        """Return the deciding groups of some elements: first those without a name, then by path."""
        answer = self._alone(wanted)
        groups = self._settled.requirements.groups
        starts = groups.ptr[wanted]
        owned, _ = gathered(starts, groups.ptr[wanted + 1] - starts)
        owned = owned[self._settled.level[owned] > State.UP]
        self._read_groups(owned)
        level = self._settled.level[owned]
        top = (groups.parent[owned] == ABSENT) & (level == self._settled.state[groups.owner[owned]])
        inner = self._inner(wanted)
        deciding = owned[top]
        for owner, group in zip(groups.owner[deciding].tolist(), deciding.tolist(), strict=True):
            self._tell(group, inner, answer.setdefault(owner, []))
        return answer

    def _alone(self, wanted: Longs) -> dict[int, list[Reason]]:
        """Return the members without a group name that by themselves put their element in its state."""
        tables, state = self._settled.requirements, self._settled.state
        starts = tables.ptr[wanted]
        members, _ = gathered(starts, tables.ptr[wanted + 1] - starts)
        counted = np.minimum(state[tables.target[members]], tables.cap[members])
        deciding = (tables.group[members] == ABSENT) & (counted == state[tables.source[members]])
        members = members[deciding & (counted > State.UP)]
        states = self._members(members)
        single = {id(told): Reason(None, ALL, told.counted, (told,)) for told in states}
        answer: dict[int, list[Reason]] = {}
        for source, told in zip(tables.source[members].tolist(), states, strict=True):
            answer.setdefault(source, []).append(single[id(told)])
        return answer

    def _read_groups(self, owned: Longs) -> None:
        groups = self._settled.requirements.groups
        counts = groups.last[owned] - groups.first[owned]
        members, _ = gathered(groups.first[owned], counts)
        states, begin = self._members(members), 0
        for group, count in zip(owned.tolist(), counts.tolist(), strict=True):
            self._of_group[group] = states[begin : begin + count]
            begin += count

    def _members(self, members: Longs) -> list[MemberState]:
        """Return what is told of some members, in their order."""
        tables = self._settled.requirements
        target, cap = tables.target[members].astype(np.int64), tables.cap[members]
        codes, which = np.unique(target * len(_STATES) + cap, return_inverse=True)
        own = self._settled.state[codes // len(_STATES)]
        counted = np.minimum(own, codes % len(_STATES))
        states = zip(codes.tolist(), own.tolist(), counted.tolist(), strict=True)
        told = [self._told.get(code) or self._tell_member(code, *both) for code, *both in states]
        return [told[one] for one in which.tolist()]

    def _tell_member(self, code: int, own: int, counted: int) -> MemberState:
        key = self._keys[code // len(_STATES)]
        self._told[code] = told = MemberState(key, None, _STATES[own], _STATES[counted])
        return told

    def _tell(self, group: int, inner: Mapping[int, Sequence[int]], told: list[Reason]) -> None:
        """Add the reason that a group is, and after it those of the groups inside it that are not up."""
        groups, level = self._settled.requirements.groups, self._level
        inside = inner.get(group, ())
        nested = [
            MemberState(None, groups.paths[self._path[one]], _STATES[level[one]], _STATES[level[one]])
            for one in inside
        ]
        path = self._path[group]
        name = None if path == ABSENT else groups.paths[path]
        members = (*self._of_group[group], *nested)
        told.append(Reason(name, groups.needs[self._need[group]], _STATES[level[group]], members))
        for one in inside:
            if level[one] > State.UP:
                self._tell(one, inner, told)

    def _inner(self, wanted: Longs) -> dict[int, list[int]]:
        """Return the groups inside each group, of some elements."""
        groups = self._settled.requirements.groups
        starts = groups.ptr[wanted]
        owned, _ = gathered(starts, groups.ptr[wanted + 1] - starts)
        outer = groups.parent[owned]
        nested = outer != ABSENT
        inner: dict[int, list[int]] = {}
        for group, around in zip(owned[nested].tolist(), outer[nested].tolist(), strict=True):
            inner.setdefault(around, []).append(group)
        return inner
