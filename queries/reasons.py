"""Why elements are affected: their shortest chains, and the groups and members that decide their states."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np

from model.availability import State
from model.kinds import ElementKind
from model.need import ALL, Need
from queries.chains import Chains
from queries.snapshot.coding import ELEMENT_KINDS
from queries.snapshot.columns import ABSENT, Ints, Longs, Small, Strings, gathered
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
        elements = settled.snapshot.elements
        self._settled = settled
        self._risen = risen
        self._distance, self._before = chains.distance.data, chains.before.data
        self._keys, self._names = _Texts(elements.key), _Texts(elements.name)
        self._paths: dict[int, tuple[str, ...]] = {}
        self._members = _Members(settled, self._keys)

    def rows(self, wanted: Longs) -> Iterator[Affected]:
        """Yield what is to be told of each of some affected elements, in their order."""
        settled = self._settled
        elements = settled.snapshot.elements
        owners = settled.snapshot.owner[wanted]
        self._keys.read(np.concatenate((wanted, owners[owners != ABSENT])))
        self._names.read(np.concatenate((wanted, owners[owners != ABSENT])))
        reasons = self._members.reasons(wanted)
        columns = (wanted, elements.kind[wanted], settled.state[wanted], owners)
        uids = elements.uid.some(wanted)
        for uid, index, kind, state, owner in zip(uids, *(c.tolist() for c in columns), strict=True):
            path = self.path(index)
            yield Affected(
                index=index,
                uid=uid,
                key=self._keys[index],
                kind=ELEMENT_KINDS[kind],
                name=self._names[index],
                owner=None if owner == ABSENT else self._keys[owner],
                owner_name=None if owner == ABSENT else self._names[owner],
                state=_STATES[state],
                distance=len(path) - 1,
                path=path,
                reasons=tuple(reasons.get(index, ())),
            )

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


class _Texts(dict[int, str]):
    """Texts by row, read when first asked for, many at once where that is known."""

    def __init__(self, column: Strings) -> None:
        super().__init__()
        self._column = column

    def __missing__(self, row: int) -> str:
        self[row] = text = self._column[row]
        return text

    def read(self, rows: Longs) -> None:
        """Read the texts of many rows."""
        different = np.unique(rows)
        self.update(zip(different.tolist(), self._column.some(different), strict=True))


class _Members:
    """The deciding groups of elements, through views that yield plain numbers."""

    def __init__(self, settled: Settled, keys: _Texts) -> None:
        tables, groups = settled.requirements, settled.requirements.groups
        self._settled = settled
        self._keys = keys
        self._target, self._cap = tables.target.data, tables.cap.data
        self._first, self._last = groups.first.data, groups.last.data
        self._path, self._need = groups.path.data, groups.need.data
        self._state, self._level = settled.state.data, settled.level.data
        self._told: dict[tuple[int, int], MemberState] = {}
        self._single: dict[tuple[int, int], Reason] = {}

    def reasons(self, wanted: Longs) -> dict[int, list[Reason]]:
        """Return the deciding groups of some elements: first those without a name, then by path."""
        answer: dict[int, list[Reason]] = {}
        for source, member in self._deciding_alone(wanted):
            answer.setdefault(source, []).append(self._alone(member))
        groups = self._settled.requirements.groups
        starts = groups.ptr[wanted]
        owned, _ = gathered(starts, groups.ptr[wanted + 1] - starts)
        level = self._settled.level[owned]
        top = (groups.parent[owned] == ABSENT) & (level == self._settled.state[groups.owner[owned]])
        inner = _inner(groups.parent, owned)
        self._read_keys(owned[level > State.UP])
        deciding = owned[top & (level > State.UP)]
        for owner, group in zip(groups.owner[deciding].tolist(), deciding.tolist(), strict=True):
            self._tell(group, inner, answer.setdefault(owner, []))
        return answer

    def _read_keys(self, owned: Longs) -> None:
        tables, groups = self._settled.requirements, self._settled.requirements.groups
        members, _ = gathered(groups.first[owned], groups.last[owned] - groups.first[owned])
        self._keys.read(tables.target[members].astype(np.int64))

    def _deciding_alone(self, wanted: Longs) -> Iterator[tuple[int, int]]:
        """Yield the members without a group name that alone put their element in its state."""
        tables, state = self._settled.requirements, self._settled.state
        starts = tables.ptr[wanted]
        members, _ = gathered(starts, tables.ptr[wanted + 1] - starts)
        counted = np.minimum(state[tables.target[members]], tables.cap[members])
        deciding = (tables.group[members] == ABSENT) & (counted == state[tables.source[members]])
        members = members[deciding & (counted > State.UP)]
        self._keys.read(tables.target[members].astype(np.int64))
        return zip(tables.source[members].tolist(), members.tolist(), strict=True)

    def _alone(self, member: int) -> Reason:
        # what many elements need looks the same from all of them
        known = self._single.get((self._target[member], self._cap[member]))
        if known is None:
            told = self._member(member)
            known = Reason(None, ALL, told.counted, (told,))
            self._single[self._target[member], self._cap[member]] = known
        return known

    def _member(self, member: int) -> MemberState:
        target, cap = self._target[member], self._cap[member]
        known = self._told.get((target, cap))
        if known is None:
            state = self._state[target]
            known = MemberState(self._keys[target], None, _STATES[state], _STATES[min(state, cap)])
            self._told[target, cap] = known
        return known

    def _tell(self, group: int, inner: Mapping[int, Sequence[int]], told: list[Reason]) -> None:
        """Add the reason that a group is, and after it those of the groups inside it that are not up."""
        groups = self._settled.requirements.groups
        members = [self._member(member) for member in range(self._first[group], self._last[group])]
        inside = inner.get(group, ())
        for one in inside:
            level = _STATES[self._level[one]]
            members.append(MemberState(None, groups.paths[self._path[one]], level, level))
        path = self._path[group]
        name = None if path == ABSENT else groups.paths[path]
        need = groups.needs[self._need[group]]
        told.append(Reason(name, need, _STATES[self._level[group]], tuple(members)))
        for one in inside:
            if self._level[one] > State.UP:
                self._tell(one, inner, told)


def _inner(parent: Ints, owned: Longs) -> dict[int, list[int]]:
    """Return the groups inside each group, of some groups."""
    inner: dict[int, list[int]] = {}
    outer = parent[owned]
    nested = outer != ABSENT
    for group, around in zip(owned[nested].tolist(), outer[nested].tolist(), strict=True):
        inner.setdefault(around, []).append(group)
    return inner
