"""Many failures simulated at once: in which of many scenarios each element ends in a state, or worse.

A scenario is one bit of a whole number, so that one `|` joins what two requirements do in thousands of
scenarios: Python's whole numbers have any length and are worked on by machine words. The rule is that of
DESIGN section 7; queries/propagation.py is the same rule for one scenario, and tests hold the two together.
"""

from collections.abc import Collection, Mapping, Sequence

from model.availability import State
from queries.resilience.gates import Bits, each_of, gates_of
from queries.resilience.order import Order
from queries.snapshot.columns import Bools, Longs
from queries.snapshot.requirements import Requirements

Failing = Mapping[int, Bits]  # by element, the scenarios in which it fails


class Scenarios:
    """The availability rule of one date, ready to be asked about many scenarios."""

    def __init__(self, requirements: Requirements, within: Bools | None = None) -> None:
        """Prepare it. within: by element, whether it matters; the others are up in every scenario."""
        self.order = Order(requirements, within=within)
        self._size = len(requirements.valid)
        # by the worst state that the loss of the target can cause
        self._each = {state: each_of(requirements, state, within) for state in (State.DEGRADED, State.DOWN)}
        self._gates = gates_of(requirements, within)

    def down(
        self, failing: Failing, protected: Collection[int] = (), within: Longs | None = None
    ) -> list[Bits]:
        """Return for every element the scenarios in which it is down; failed elements are down.

        protected: elements that stay up. within: the elements that are settled, when not all matter;
        the others count as up.
        """
        return self.reaching(State.DOWN, failing, protected, within)

    def states(self, failing: Failing, protected: Collection[int] = ()) -> dict[State, list[Bits]]:
        """Return by state, for every element, the scenarios in which it is in that state or a worse one."""
        degraded = self.reaching(State.DEGRADED, failing, protected)
        return {
            State.AT_RISK: self.reaching(State.AT_RISK, failing, protected, degraded=degraded),
            State.DEGRADED: degraded,
            State.DOWN: self.down(failing, protected),
        }

    def reaching(
        self,
        state: State,
        failing: Failing,
        protected: Collection[int],
        within: Longs | None = None,
        degraded: Sequence[Bits] | None = None,
    ) -> list[Bits]:
        """Return for every element the scenarios in which it is in one state or a worse one.

        failing: by element, the scenarios in which it fails to that state or a worse one. degraded: the
        answer for DEGRADED, which AT_RISK asks too. The rest is that of `down`.
        """
        bits: list[Bits] = [0] * self._size
        each, gates = self._each[max(state, State.DEGRADED)], self._gates
        reduced = bits if degraded is None else degraded

        def rise(element: int) -> bool:
            before = bits[element]
            found = before | failing.get(element, 0)
            for target in each[element]:
                found |= bits[target]
            for gate in gates.get(element, ()):
                found |= gate.lost(state, bits, reduced)
            bits[element] = found
            return found != before

        self.order.settle(self.order.of(within, protected), rise)
        return bits
