"""Many failures simulated at once: in which of many scenarios each element ends in a state, or worse.

A scenario is one bit of a whole number, so that one `|` joins what two requirements do in thousands of
scenarios: Python's whole numbers have any length and are worked on by machine words. The rule is that of
docs/availability-rule.md; queries/impact/propagation.py is the same rule for one scenario, and tests hold
the two together.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from model.availability import State
from queries.resilience.bits import Bits
from queries.resilience.gates import Standing, each_of, gates_of
from queries.resilience.order import Order
from queries.snapshot.columns import Bools, Longs
from queries.snapshot.requirements import Requirements

Failing = Mapping[int, Bits]  # by element, the scenarios in which it fails
Cuts = Mapping[int, Mapping[int, Bits]]  # by source and target, the scenarios in which one spares the other
_NO_CUTS: Cuts = {}
_NONE_STAND: Standing = {}
BLOCK = 1 << 13  # scenarios simulated together: a kilobyte for each element that they reach


class Scenarios:
    """The availability rule of one date, ready to be asked about many scenarios."""

    def __init__(
        self, requirements: Requirements, targets: Longs | None = None, *, within: Bools | None = None
    ) -> None:
        """Prepare the rule for all elements, or for some targets and all that these require.

        within: by element, whether it matters; the others are up in every scenario.
        """
        self.order = Order(requirements, targets, within)
        self.gates = gates_of(requirements, within)
        self._size = len(requirements.valid)
        # by the worst state that the loss of the target can cause
        self._each = {state: each_of(requirements, state, within) for state in (State.DEGRADED, State.DOWN)}

    def down(
        self,
        failing: Failing,
        protected: Collection[int] = (),
        cuts: Cuts = _NO_CUTS,
        standing: Standing = _NONE_STAND,
    ) -> list[Bits]:
        """Return for every element the scenarios in which it is down; failed elements are down.

        protected: elements that stay up. cuts: requirements that do not count in some scenarios.
        standing: groups that bear every loss in some scenarios.
        """
        return self.reaching(State.DOWN, failing, protected, cuts=cuts, standing=standing)

    def states(self, failing: Failing, protected: Collection[int] = ()) -> dict[State, list[Bits]]:
        """Return by state, for every element, the scenarios in which it is in that state or a worse one."""
        degraded = self.reaching(State.DEGRADED, failing, protected)
        return {
            State.AT_RISK: self.reaching(State.AT_RISK, failing, protected, degraded=degraded),
            State.DEGRADED: degraded,
            State.DOWN: self.down(failing, protected),
        }

    def each_alone(
        self, elements: Longs, protected: Collection[int] = ()
    ) -> Iterator[tuple[Longs, dict[int, Bits]]]:
        """Yield some elements in blocks, with the scenarios in which each of a block fails alone.

        The scenario of an element is its position in its block.
        """
        tried = np.array(self.order.of(elements, protected), np.int64)
        for first in range(0, len(tried), BLOCK):
            block = tried[first : first + BLOCK]
            yield block, {one: 1 << bit for bit, one in enumerate(block.tolist())}

    def reaching(
        self,
        state: State,
        failing: Failing,
        protected: Collection[int] = (),
        degraded: Sequence[Bits] | None = None,
        cuts: Cuts = _NO_CUTS,
        standing: Standing = _NONE_STAND,
    ) -> list[Bits]:
        """Return for every element the scenarios in which it is in one state or a worse one.

        failing: by element, the scenarios in which it fails to that state or a worse one. degraded: the
        answer for DEGRADED, which AT_RISK asks too. The rest is that of `down`.
        """
        bits: list[Bits] = [0] * self._size
        each, gates = self._each[max(state, State.DEGRADED)], self.gates
        reduced = bits if degraded is None else degraded

        def rise(element: int) -> bool:
            seen = Spared(bits, cuts[element]) if element in cuts else bits
            before = bits[element]
            found = before | failing.get(element, 0)
            for target in each[element]:
                found |= seen[target]
            for gate in gates.get(element, ()):
                found |= gate.lost(state, seen, reduced, standing)
            bits[element] = found
            return found != before

        self.order.settle(self.order.of(without=protected), rise)
        return bits


class Spared:
    """What an element sees of the others: not what is cut."""

    def __init__(self, bits: Sequence[Bits], cut: Mapping[int, Bits]) -> None:
        self._bits = bits
        self._cut = cut

    def __getitem__(self, target: int) -> Bits:
        """Return the scenarios in which a target is seen to be down."""
        return self._bits[target] & ~self._cut.get(target, 0)
