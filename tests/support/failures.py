"""Slow ways to find what failures do: one simulation for each combination."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from model.availability import State
from queries.impact.impact import Scenario, simulate
from queries.snapshot.snapshot import Snapshot
from tests.support.graphs import TODAY


def falling(snapshot: Snapshot, failed: Sequence[int], protected: frozenset[str] = frozenset()) -> list[int]:
    """Return what is down when some elements fail."""
    states = {snapshot.uids[one]: State.DOWN for one in failed}
    found = simulate(snapshot, Scenario(failed=states, on=TODAY, protected=protected))
    return [int(one) for one in np.flatnonzero(found.state == State.DOWN)]


def falling_alone(snapshot: Snapshot, protected: frozenset[str] = frozenset()) -> set[tuple[str, str]]:
    """Return every pair of an element and another one that alone takes it down, by uid."""
    uids = snapshot.uids
    return {
        (uids[target], uids[one])
        for one in range(len(snapshot))
        if uids[one] not in protected
        for target in falling(snapshot, [one], protected)
        if target != one
    }


def minimal_sets(
    snapshot: Snapshot,
    target: int,
    order: int,
    may_fail: Sequence[int],
    protected: frozenset[str] = frozenset(),
) -> list[tuple[int, ...]]:
    """Return the minimal failure sets of an element, the smaller ones first, by trying every combination."""
    found: list[tuple[int, ...]] = []
    for size in range(1, order + 1):
        for failed in combinations(may_fail, size):
            if not any(set(known) <= set(failed) for known in found) and target in falling(
                snapshot, failed, protected
            ):
                found.append(failed)
    return found
