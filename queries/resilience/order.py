"""The order in which elements are settled: what is required first, and cycles until they rest."""

from collections.abc import Callable, Collection, Sequence

import numpy as np

from queries.snapshot.columns import ABSENT, Bools, Longs
from queries.snapshot.requirements import Requirements


class Order:
    """Elements with all that they require, dependencies first. first: element indices in that order."""

    def __init__(
        self, requirements: Requirements, targets: Longs | None = None, within: Bools | None = None
    ) -> None:
        """Order all elements, or the closure of some targets. within: by element, whether it matters."""
        self._requirements = requirements
        within = np.ones(len(requirements.valid), np.bool_) if within is None else within
        self.first = _dependencies_first(requirements, targets, within)
        self._rank = np.full(len(requirements.valid), ABSENT, np.int64)
        self._rank[self.first] = np.arange(len(self.first))
        self._closing = self._closing_cycles()

    def of(self, elements: Longs | None = None, without: Collection[int] = ()) -> list[int]:
        """Return some elements, or all, dependencies first, without some others."""
        order = self.first if elements is None else elements[np.argsort(self._rank[elements])]
        found: list[int] = order[~np.isin(order, list(without))].tolist()
        return found

    def settle(self, elements: Sequence[int], rise: Callable[[int], bool]) -> None:
        """Let every element rise until none does: the least fixed point.

        elements: dependencies first. rise: reckons one element anew from what it requires, and returns
        whether it changed thereby.
        """
        pending, open_ = elements, set(elements) if self._closing else set()
        while pending:
            risen = [element for element in pending if rise(element) and element in self._closing]
            pending = self._behind(risen, open_) if risen else []

    def _behind(self, risen: Sequence[int], open_: set[int]) -> list[int]:
        """What a cycle leads to again: the elements that require what rose, and all that require them."""
        ptr, source = self._requirements.in_ptr, self._requirements.in_source
        found = {user for element in risen for user in self._closing[element] if user in open_}
        front = list(found)
        while front:
            element = front.pop()
            for user in source[ptr[element] : ptr[element + 1]].tolist():
                if user in open_ and user not in found:
                    found.add(user)
                    front.append(user)
        return sorted(found, key=self._rank.__getitem__)

    def _closing_cycles(self) -> dict[int, list[int]]:
        """By element those that require it and come before it all the same, as only cycles bring about."""
        rows, rank = self._requirements, self._rank
        found: dict[int, list[int]] = {}
        closing = np.flatnonzero((rank[rows.target] > rank[rows.source]) & (rank[rows.source] != ABSENT))
        for source, target in zip(rows.source[closing].tolist(), rows.target[closing].tolist(), strict=True):
            found.setdefault(target, []).append(source)
        return found


def _dependencies_first(requirements: Requirements, targets: Longs | None, within: Bools) -> Longs:
    """Return elements in the order in which a depth-first search along what they require leaves them.

    What an element requires comes before it, but for the requirements that close a cycle.
    """
    begin, target = requirements.ptr.tolist(), requirements.target.tolist()
    seen = bytearray((~within).tobytes())
    finished: list[int] = []
    for root in range(len(seen)) if targets is None else targets.tolist():
        if seen[root]:
            continue
        seen[root] = 1
        path, position = [root], [begin[root]]
        while path:
            element, at = path[-1], position[-1]
            end = begin[element + 1]
            while at < end and seen[target[at]]:
                at += 1
            if at == end:
                finished.append(element)
                path.pop()
                position.pop()
                continue
            position[-1] = at + 1
            seen[target[at]] = 1
            path.append(target[at])
            position.append(begin[target[at]])
    return np.array(finished, np.int64)
