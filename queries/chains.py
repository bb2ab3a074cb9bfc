"""Shortest chains along requirements: from what fails to what it reaches, and from that back to causes."""

from dataclasses import dataclass

import numpy as np

from queries.snapshot.columns import ABSENT, Bools, Ints, Longs, gathered
from queries.snapshot.requirements import Requirements

WIDE = 300  # steps in one ring from which numpy is the faster way; measured


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


def chains(requirements: Requirements, through: Bools, origins: Longs) -> Chains:
    """Return the chains from some elements to those that require them, through the elements marked."""
    return _searched(requirements.in_ptr, requirements.in_source, through, origins)


def chains_back(requirements: Requirements, through: Bools, origins: Longs) -> Chains:
    """Return the chains from some elements to what they require, through the elements marked."""
    return _searched(requirements.ptr, requirements.target, through, origins)


def _searched(pointers: Ints, neighbours: Ints, through: Bools, origins: Longs) -> Chains:
    distance = np.full(len(through), ABSENT, np.int32)
    before = np.full(len(through), ABSENT, np.int32)
    open_ = through.copy()  # what may still be reached
    ring = np.sort(origins).tolist()
    distance[ring] = 0
    open_[ring] = False
    search = _Search(pointers, neighbours, open_, before)
    steps, far = pointers.data, 0
    while ring:
        far += 1
        wide = sum(steps[i + 1] - steps[i] for i in ring) > WIDE
        ring = search.wide(ring) if wide else search.small(ring)
        distance[ring] = far
    return Chains(distance, before)


class _Search:
    """One breadth-first search. A ring is ordered by the chains that lead to it, smallest keys first."""

    def __init__(self, pointers: Ints, neighbours: Ints, open_: Bools, before: Ints) -> None:
        self.pointers, self.neighbours = pointers, neighbours
        self.open, self.before = open_, before
        self._pointers, self._neighbours = pointers.data, neighbours.data
        self._open, self._before = open_.data, before.data

    def small(self, ring: list[int]) -> list[int]:
        """Return the next ring, one element at a time."""
        following: list[int] = []
        for element in ring:
            found = []
            for step in range(self._pointers[element], self._pointers[element + 1]):
                other = self._neighbours[step]
                if self._open[other]:
                    self._open[other] = False
                    self._before[other] = element
                    found.append(other)
            following.extend(sorted(found))
        return following

    def wide(self, ring: list[int]) -> list[int]:
        """Return the next ring, all elements at once."""
        elements = np.array(ring, np.int64)
        starts = self.pointers[elements]
        entries, of = gathered(starts, self.pointers[elements + 1] - starts)
        others = self.neighbours[entries]
        reached = self.open[others]
        others, of = others[reached], of[reached]
        found, first = np.unique(others, return_index=True)  # first: through the smallest chain
        through = of[first]
        self.open[found] = False
        self.before[found] = elements[through]
        following: list[int] = found[np.lexsort((found, through))].tolist()
        return following
