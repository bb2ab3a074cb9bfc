"""The question of the page Dampak as the view of an address, which saved scenarios and links open."""

from collections.abc import Iterable
from datetime import date

from model.availability import State
from queries.impact.impact import Scenario
from queries.snapshot.snapshot import Snapshot

FAILING = {"failed": State.DOWN, "degraded": State.DEGRADED}  # names of lists of keys; of two the last counts
MATCHING = {"where": State.DOWN, "where_degraded": State.DEGRADED}  # of conditions; of two the worse counts
TROUBLED = "trouble"  # what causes are asked of
PROTECTED = "protect"
ON = "on"
AS_OF = "at"  # a load; the state of the data after it


def view_of(snapshot: Snapshot, scenario: Scenario, today: date) -> dict[str, list[str]]:
    """Return the view that asks for a scenario; what the snapshot does not have is left out.

    A scenario of today means the day on which the view is opened.
    """
    view = {
        name: _keys(snapshot, (uid for uid, fails_to in scenario.failed.items() if fails_to is state))
        for name, state in FAILING.items()
    }
    view[PROTECTED] = _keys(snapshot, scenario.protected)
    view[ON] = [scenario.on.isoformat()] if scenario.on != today else []
    return {name: values for name, values in view.items() if values}


def _keys(snapshot: Snapshot, uids: Iterable[str]) -> list[str]:
    known = snapshot.positions
    return [snapshot.keys[known[uid]] for uid in sorted(uids, key=lambda u: known.get(u, -1)) if uid in known]
