"""Shortest chains along requirements: from what fails to what it reaches, and from that back to causes."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from queries.snapshot.columns import ABSENT, Bools, Ints, Longs, Small, gathered
from queries.snapshot.requirements import Requirements

WIDE = 300  # steps in one ring from which numpy is the faster way; measured


class Levels(Protocol):
    """States by element and levels by group, as a propagation left them."""

    @property
    def state(self) -> Small:
        """By element."""
        ...

    @property
    def level(self) -> Small:
        """By group."""
        ...


@dataclass(frozen=True, eq=False)
class Chains:
    """Distances from a set of elements, and the neighbour through which each was reached.

    By element: ABSENT where it was not reached. Of several shortest chains the one with the smallest
    keys is kept, compared from its beginning.
    """

    distance: Ints
    before: Ints

    def path(self, index: int) -> list[int]:
        """Return the chain from where it begins to this element."""
        steps = [index]
        while self.before[steps[-1]] != ABSENT:
            steps.append(int(self.before[steps[-1]]))
        return steps[::-1]


def chains(requirements: Requirements, through: Bools, carrying: Bools, origins: Longs) -> Chains:
    """Return the chains from some elements to those that require them.

    through: the elements that may be reached. carrying: by member, whether a chain may run along it.
    """
    ways = _Ways(requirements.in_ptr, requirements.in_source, carrying[requirements.in_member])
    return _searched(ways, through, origins)


def chains_back(requirements: Requirements, through: Bools, origins: Longs) -> Chains:
    """Return the chains from some elements to what they require, through the elements marked."""
    every = np.ones(len(requirements.target), np.bool_)
    return _searched(_Ways(requirements.ptr, requirements.target, every), through, origins)


def carrying(requirements: Requirements, after: Levels, before: Levels | None = None) -> Bools:
    """Return which members pass on what rose, by member: they rose, and so did all the groups around them.

    after, before: the states and levels of two propagations; without the second, from everything up.
    A member whose loss its group bears does not carry it.
    """
    passes = after.state[requirements.target] > 0
    risen = after.level > 0
    if before is not None:
        new, old = after.state[requirements.target], before.state[requirements.target]
        passes = np.minimum(new, requirements.cap) > np.minimum(old, requirements.cap)
        risen = after.level > before.level
    parent = requirements.groups.parent
    inner = np.flatnonzero(parent != ABSENT)
    for _ in range(_deepest(parent)):
        risen[inner] &= risen[parent[inner]]
    inside = requirements.group != ABSENT
    passes[inside] &= risen[requirements.group[inside]]
    return np.asarray(passes, np.bool_)


def _deepest(parent: Ints) -> int:
    """Return how many groups lie around the innermost one."""
    around, depth = parent[parent != ABSENT], 0
    while len(around):
        depth += 1
        around = parent[around]
        around = around[around != ABSENT]
    return depth


def everything_below(requirements: Requirements, origins: Longs) -> Bools:
    """Return by element whether it is one of these, or required by one of them, directly or not."""
    found: Bools = chains_back(requirements, _all(requirements), origins).distance != ABSENT
    return found


def everything_above(requirements: Requirements, origins: Longs) -> Bools:
    """Return by element whether it is one of these, or requires one of them, directly or not."""
    every = np.ones(len(requirements.target), np.bool_)
    found: Bools = chains(requirements, _all(requirements), every, origins).distance != ABSENT
    return found


def _all(requirements: Requirements) -> Bools:
    return np.ones(len(requirements.valid), np.bool_)


def _searched(ways: "_Ways", through: Bools, origins: Longs) -> Chains:
    distance = np.full(len(through), ABSENT, np.int32)
    before = np.full(len(through), ABSENT, np.int32)
    open_ = through.copy()  # what may still be reached
    ring = np.sort(origins).tolist()
    distance[ring] = 0
    open_[ring] = False
    search = _Search(ways, open_, before)
    steps, far = ways.pointers.data, 0
    while ring:
        far += 1
        wide = sum(steps[i + 1] - steps[i] for i in ring) > WIDE
        ring = search.wide(ring) if wide else search.small(ring)
        distance[ring] = far
    return Chains(distance, before)


@dataclass(frozen=True, eq=False)
class _Ways:
    """Where one may step: the neighbours of each element, and along which of these ways."""

    pointers: Ints
    neighbours: Ints
    allowed: Bools


class _Search:
    """One breadth-first search. A ring is ordered by the chains that lead to it, smallest keys first."""

    def __init__(self, ways: _Ways, open_: Bools, before: Ints) -> None:
        self.ways, self.open, self.before = ways, open_, before
        self._pointers, self._neighbours = ways.pointers.data, ways.neighbours.data
        self._allowed, self._open, self._before = ways.allowed.data, open_.data, before.data

    def small(self, ring: list[int]) -> list[int]:
        """Return the next ring, one element at a time."""
        following: list[int] = []
        for element in ring:
            found = []
            for step in range(self._pointers[element], self._pointers[element + 1]):
                other = self._neighbours[step]
                if self._open[other] and self._allowed[step]:
                    self._open[other] = False
                    self._before[other] = element
                    found.append(other)
            following.extend(sorted(found))
        return following

    def wide(self, ring: list[int]) -> list[int]:
        """Return the next ring, all elements at once."""
        elements = np.array(ring, np.int64)
        starts = self.ways.pointers[elements]
        entries, of = gathered(starts, self.ways.pointers[elements + 1] - starts)
        others = self.ways.neighbours[entries]
        reached = self.open[others] & self.ways.allowed[entries]
        others, of = others[reached], of[reached]
        found, first = np.unique(others, return_index=True)  # first: through the smallest chain
        through = of[first]
        self.open[found] = False
        self.before[found] = elements[through]
        following: list[int] = found[np.lexsort((found, through))].tolist()
        return following
