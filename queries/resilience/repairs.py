"""What failed in a scenario, how long its repair takes, and how everything fares while some is repaired."""

from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np

from model.availability import State
from queries.impact.impact import Impact
from queries.resilience.bits import Bits
from queries.resilience.scenarios import Failing, Scenarios
from queries.resilience.single_points import TARGETS
from queries.snapshot.columns import Floats
from queries.snapshot.snapshot import Snapshot


def own_hours(snapshot: Snapshot) -> Floats:
    """Return by element how long its own repair takes, in hours; NaN where that is not known.

    That is `restore_hours` (MTRS in ITIL, MTTR elsewhere); where it is blank the promise (`rto_hours`) stands
    in for it. Services and processes without either have nothing of their own to restore.
    """
    elements = snapshot.elements
    hours = np.where(snapshot.of_kinds(TARGETS), 0.0, np.nan)
    for stated in (elements.rto_hours, elements.restore_hours):
        hours = np.where(stated >= 0, stated, hours)
    return hours


class Repairs:
    """The failures of one scenario, to be repaired. hours: by element, see `own_hours`."""

    def __init__(self, impact: Impact) -> None:
        self.impact = impact
        self.hours = own_hours(impact.snapshot)
        self._protected = np.flatnonzero(impact.protected).tolist()

    def given(self, place: int) -> State:
        """Return the state to which an element fails by itself."""
        return self.impact.scenario.failed[self.impact.snapshot.uids[place]]

    def states(self, failing: Failing, wanted: Collection[State]) -> dict[State, Sequence[Bits]]:
        """Return by state, for every element, the scenarios in which it is in that state or a worse one.

        failing: by failed element, the scenarios in which it is not yet repaired. Who wants AT_RISK wants
        DEGRADED too.
        """
        if len(failing) == len(self.impact.given) and len(set(failing.values())) == 1:
            (bits,) = set(failing.values())  # all of it or nothing
            return {state: [bits if bad else 0 for bad in self._known(state)] for state in wanted}
        by_state = {
            state: {place: bits for place, bits in failing.items() if self.given(place) >= state}
            for state in (State.AT_RISK, State.DEGRADED, State.DOWN)
        }
        found: dict[State, Sequence[Bits]] = {}
        for state in sorted(wanted, reverse=True):
            found[state] = self._scenarios.reaching(
                state, by_state[state], self._protected, degraded=found.get(State.DEGRADED)
            )
        return found

    def _known(self, state: State) -> list[bool]:
        known: list[bool] = (self.impact.state >= state).tolist()
        return known

    @cached_property
    def _scenarios(self) -> Scenarios:
        return Scenarios(self.impact.requirements, within=self.impact.state > State.UP)
