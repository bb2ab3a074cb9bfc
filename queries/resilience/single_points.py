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


@dataclass(frozen=True, eq=False, kw_only=True)
class SinglePoints:
    """Which elements alone take a target down.

    targets: element indices, ascending. target, alone: a row for each pair of a target and one other
    element that takes it down, by target, then element.
    """

    snapshot: Snapshot
    targets: Longs
    target: Longs
    alone: Longs

    def of(self, target: int) -> Longs:
        """Return what alone takes one target down."""
        first, last = np.searchsorted(self.target, (target, target + 1))
        return self.alone[first:last]

    def uids(self) -> set[tuple[str, str]]:
        """Return the pairs by uid: target, what alone takes it down."""
        uids = self.snapshot.uids
        return {(uids[a], uids[b]) for a, b in zip(self.target.tolist(), self.alone.tolist(), strict=True)}


def single_points(
    snapshot: Snapshot,
    on: date,
    targets: Longs | None = None,
    *,
    may_fail: Bools | None = None,
    protected: Collection[int] = (),
) -> SinglePoints:
    """Return the single points of failure of some elements: of every service and process unless said.

    may_fail: by element, whether its failure is tried; of all unless said. protected: indices of elements
    that stay up whatever happens.
    """
    requirements = snapshot.requirements(on)
    if targets is None:
        targets = np.flatnonzero(snapshot.of_kinds(TARGETS))
    scenarios = Scenarios(requirements, targets)
    tried = (
        scenarios.order.first if may_fail is None else scenarios.order.first[may_fail[scenarios.order.first]]
    )
    rows = [np.zeros((2, 0), np.int64)]
    for block, failing in scenarios.each_alone(tried, protected):
        down = scenarios.down(failing, protected)
        row, bit = positions([down[target] for target in targets.tolist()], len(block))
        rows.append(np.stack((targets[row], block[bit])))
    target, alone = np.concatenate(rows, axis=1)
    other = target != alone
    order = np.lexsort((alone[other], target[other]))
    return SinglePoints(
        snapshot=snapshot, targets=targets, target=target[other][order], alone=alone[other][order]
    )
