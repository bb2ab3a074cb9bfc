"""Single points of failure: which elements each take which others down, for all of them in one pass."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.kinds import ElementKind
from queries.resilience.bits import positions
from queries.resilience.scenarios import Scenarios
from queries.snapshot.columns import Bools, Longs
from queries.snapshot.snapshot import Snapshot

TARGETS = (ElementKind.SERVICE, ElementKind.BUSINESS_PROCESS)  # what people notice
MOST = 5_000_000  # pairs that are listed; 26,000 targets of a layered estate of 100,000 elements have 118,000


def noticed(snapshot: Snapshot) -> Bools:
    """Return by element whether people notice that it is down: services and processes.

    An estate that knows of neither, such as an inventory from another tool, is judged by its applications.
    """
    found = snapshot.of_kinds(TARGETS)
    return found if found.any() else snapshot.of_kinds((ElementKind.APPLICATION,))


@dataclass(frozen=True, eq=False, kw_only=True)
class SinglePoints:
    """Which elements alone take a target down.

    targets: element indices, ascending. target, alone: a row for each pair of a target and one other
    element that takes it down, by target, then element. unlisted: targets whose pairs would be too many,
    those with most of them; what is said here is not said of these.
    """

    snapshot: Snapshot
    targets: Longs
    target: Longs
    alone: Longs
    unlisted: Longs

    def of(self, target: int) -> Longs:
        """Return what alone takes one target down."""
        first, last = np.searchsorted(self.target, (target, target + 1))
        return self.alone[first:last]

    def uids(self) -> set[tuple[str, str]]:
        """Return the pairs by uid: target, what alone takes it down."""
        uids = self.snapshot.uids
        return {(uids[a], uids[b]) for a, b in zip(self.target.tolist(), self.alone.tolist(), strict=True)}

    def beyond(self, other: "SinglePoints") -> set[tuple[str, str]]:
        """Return the pairs, by uid, that another answer does not have, of targets that it lists."""
        unknown = {other.snapshot.uids[one] for one in other.unlisted.tolist()}
        return {pair for pair in self.uids() - other.uids() if pair[0] not in unknown}


def single_points(
    snapshot: Snapshot,
    on: date,
    targets: Longs | None = None,
    *,
    may_fail: Bools | None = None,
    protected: Collection[int] = (),
) -> SinglePoints:
    """Return the single points of failure of some elements: of all that people notice unless said.

    may_fail: by element, whether its failure is tried; of all unless said. protected: indices of elements
    that stay up whatever happens.
    """
    requirements = snapshot.requirements(on)
    if targets is None:
        targets = np.flatnonzero(noticed(snapshot))
    scenarios = Scenarios(requirements, targets)
    tried = (
        scenarios.order.first if may_fail is None else scenarios.order.first[may_fail[scenarios.order.first]]
    )
    rows = [np.zeros((2, 0), np.int64)]
    counts, listed = np.zeros(len(targets), np.int64), np.ones(len(targets), np.bool_)
    for block, failing in scenarios.each_alone(tried, protected):
        down = scenarios.down(failing, protected)
        counts += [down[target].bit_count() for target in targets.tolist()]
        listed &= _fitting(counts)
        kept = targets[listed]
        row, bit = positions([down[target] for target in kept.tolist()], len(block))
        rows.append(np.stack((kept[row], block[bit])))
    target, alone = np.concatenate(rows, axis=1)
    told = (target != alone) & np.isin(target, targets[listed])
    order = np.lexsort((alone[told], target[told]))
    return SinglePoints(
        snapshot=snapshot,
        targets=targets,
        target=target[told][order],
        alone=alone[told][order],
        unlisted=targets[~listed],
    )


def _fitting(counts: Longs) -> Bools:
    """Return which pairs can all be listed: those of the targets with the fewest, as many as may be."""
    fewest = np.argsort(counts, kind="stable")
    fitting = np.zeros(len(counts), np.bool_)
    fitting[fewest[np.cumsum(counts[fewest]) <= MOST]] = True
    return fitting
