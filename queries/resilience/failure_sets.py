"""Minimal failure sets: the smallest combinations of failures that take a target down.

Source: DESIGN section 7 (minimal cut sets of a coherent system). Two exact methods: families of small sets
for many targets at once, and decision diagrams for one target and sets of any size.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from queries.resilience.diagrams import Diagrams
from queries.resilience.families import Families, Set, TooManySets
from queries.resilience.single_points import single_points
from queries.resilience.structure import downfall
from queries.snapshot.columns import Bools, Longs
from queries.snapshot.requirements import Requirements
from queries.snapshot.snapshot import Snapshot

FEW = 2  # the size up to which families are the faster way for many targets; measured
MOST = 200_000  # sets that are listed for one target


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureSets:
    """The minimal failure sets of a target: sets of other elements, none contains another.

    target: element index. sets: indices, ascending; the smaller sets first, then by their elements.
    order: the size that was asked for. reached: the size up to which every set is listed.
    """

    target: int
    sets: tuple[tuple[int, ...], ...]
    order: int
    reached: int

    @property
    def complete(self) -> bool:
        """Whether every set of the sizes asked for is listed."""
        return self.reached >= self.order


def failure_sets(
    snapshot: Snapshot,
    on: date,
    targets: Longs,
    order: int,
    *,
    may_fail: Bools | None = None,
    protected: Collection[int] = (),
) -> list[FailureSets]:
    """Return the minimal failure sets of some elements, of at most `order` elements each, by target.

    may_fail: by element, whether it may be in a set; all may unless said. protected: elements that stay up.
    """
    may_fail = np.ones(len(snapshot), np.bool_) if may_fail is None else may_fail
    if order == 1:
        singles = single_points(snapshot, on, targets, may_fail=may_fail, protected=protected)
        found = {
            target: [frozenset({one}) for one in singles.of(target).tolist()] for target in targets.tolist()
        }
        return [_sorted(target, found[target], 1, 1) for target in targets.tolist()]
    requirements = snapshot.requirements(on)
    if order <= FEW:
        try:
            families = downfall(requirements, Families(order, MOST), targets, may_fail, protected)
        except TooManySets:
            pass
        else:
            others = [(target, families[target] - {frozenset({target})}) for target in targets.tolist()]
            return [_sorted(target, sets, order, order) for target, sets in others]
    return [_of_one(requirements, target, order, may_fail, protected) for target in targets.tolist()]


def _of_one(
    requirements: Requirements, target: int, order: int, may_fail: Bools, protected: Collection[int]
) -> FailureSets:
    others = may_fail.copy()
    others[target] = False
    diagrams, alone = Diagrams(), np.array([target])
    try:
        family = diagrams.minimal_sets(downfall(requirements, diagrams, alone, others, protected)[target])
    except TooManySets:
        return _as_far_as_possible(requirements, target, order, others, protected)
    listed: list[Set] = []
    counts = family.counts(order)
    for size in range(1, order + 1):
        if len(listed) + counts[size] > MOST:
            return _sorted(target, listed, order, size - 1)
        listed += family.of_size(size)
    return _sorted(target, listed, order, order)


def _as_far_as_possible(
    requirements: Requirements, target: int, order: int, may_fail: Bools, protected: Collection[int]
) -> FailureSets:
    """Larger and larger sets, until there are too many."""
    known: Collection[Set] = ()
    for size in range(1, order + 1):
        try:
            families = downfall(requirements, Families(size, MOST), np.array([target]), may_fail, protected)
        except TooManySets:
            return _sorted(target, known, order, size - 1)
        known = families[target]
    return _sorted(target, known, order, order)


def _sorted(target: int, sets: Collection[Set], order: int, reached: int) -> FailureSets:
    listed: Sequence[tuple[int, ...]] = sorted(
        (tuple(sorted(one)) for one in sets), key=lambda one: (len(one), one)
    )
    return FailureSets(target=target, sets=tuple(listed), order=order, reached=reached)
