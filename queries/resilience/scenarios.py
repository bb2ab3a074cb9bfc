"""Many failures simulated at once: in which of many scenarios each element ends in a state, or worse.

A scenario is one bit of a whole number, so that one `|` joins what two requirements do in thousands of
scenarios: Python's whole numbers have any length and are worked on by machine words. The rule is that of
DESIGN section 7; queries/propagation.py is the same rule for one scenario, and tests hold the two together.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from model.availability import State
from queries.resilience.gates import Bits, gates_of
from queries.resilience.order import dependencies_first
from queries.snapshot.columns import ABSENT, Longs
from queries.snapshot.requirements import Requirements

Failing = Mapping[int, Bits]  # by element, the scenarios in which it fails


class Scenarios:
    """The availability rule of one date, ready to be asked about many scenarios."""

    def __init__(self, requirements: Requirements) -> None:
        self.requirements = requirements
        self.order = dependencies_first(requirements)
        self._rank = np.empty(len(self.order), np.int64)
        self._rank[self.order] = np.arange(len(self.order))
        # what an element needs each, by the worst state that the loss of the target can cause
        self._each = {state: _each(requirements, state) for state in (State.DEGRADED, State.DOWN)}
        self._gates = gates_of(requirements)
        self._closing = _closing(requirements, self._rank)

    def down(
        self, failing: Failing, protected: Collection[int] = (), within: Longs | None = None
    ) -> list[Bits]:
        """Return for every element the scenarios in which it is down; failed elements are down.

        protected: elements that stay up. within: the elements that are settled, when not all matter;
        the others count as up.
        """
        return self._settled(State.DOWN, failing, protected, within)

    def states(self, failing: Failing, protected: Collection[int] = ()) -> dict[State, list[Bits]]:
        """Return by state, for every element, the scenarios in which it is in that state or a worse one."""
        degraded = self._settled(State.DEGRADED, failing, protected)
        return {
            State.AT_RISK: self._settled(State.AT_RISK, failing, protected, degraded=degraded),
            State.DEGRADED: degraded,
            State.DOWN: self.down(failing, protected),
        }

    def _settled(
        self,
        state: State,
        failing: Failing,
        protected: Collection[int],
        within: Longs | None = None,
        degraded: Sequence[Bits] | None = None,
    ) -> list[Bits]:
        """The least fixed point for one state. degraded: that of DEGRADED, which AT_RISK asks too."""
        bits: list[Bits] = [0] * len(self.order)
        each, gates = self._each[max(state, State.DEGRADED)], self._gates
        reduced = bits if degraded is None else degraded
        pending = self._in_order(within, protected)
        open_ = set(pending) if self._closing else set()
        while pending:
            risen: list[int] = []
            for element in pending:
                found = bits[element] | failing.get(element, 0)
                for target in each[element]:
                    found |= bits[target]
                for gate in gates.get(element, ()):
                    found |= gate.lost(state, bits, reduced)
                if found != bits[element]:
                    bits[element] = found
                    if element in self._closing:
                        risen.append(element)
            pending = self._behind(risen, open_) if risen else []
        return bits

    def _in_order(self, within: Longs | None, protected: Collection[int]) -> list[int]:
        order = self.order if within is None else within[np.argsort(self._rank[within])]
        pending: list[int] = order[~np.isin(order, list(protected))].tolist()
        return pending

    def _behind(self, risen: Sequence[int], open_: set[int]) -> list[int]:
        """What a cycle leads to again: the elements that require what rose, and all that require them."""
        ptr, source = self.requirements.in_ptr, self.requirements.in_source
        found = {user for element in risen for user in self._closing[element] if user in open_}
        front = list(found)
        while front:
            element = front.pop()
            for user in source[ptr[element] : ptr[element + 1]].tolist():
                if user in open_ and user not in found:
                    found.add(user)
                    front.append(user)
        return sorted(found, key=self._rank.__getitem__)


def _each(requirements: Requirements, state: State) -> list[tuple[int, ...]]:
    """Return the targets that each element needs, whose loss can bring it to a state."""
    rows = np.flatnonzero((requirements.group == ABSENT) & (requirements.cap >= state))
    target, source = requirements.target[rows].tolist(), requirements.source[rows]
    ends = np.searchsorted(source, np.arange(len(requirements.valid) + 1)).tolist()
    return [tuple(target[ends[element] : ends[element + 1]]) for element in range(len(requirements.valid))]


def _closing(requirements: Requirements, rank: Longs) -> dict[int, list[int]]:
    """Return by element the elements that require it and come before it, which only cycles bring about."""
    rows = np.flatnonzero(rank[requirements.target] >= rank[requirements.source])
    found: dict[int, list[int]] = {}
    for source, target in zip(
        requirements.source[rows].tolist(), requirements.target[rows].tolist(), strict=True
    ):
        if source != target:
            found.setdefault(target, []).append(source)
    return found
