"""Minimal failure sets: the smallest combinations of failures that take a target down.

Source: docs/availability-rule.md (minimal cut sets of a coherent system). Two exact methods: families of
small sets for many targets at once, and decision diagrams for one target and sets of any size.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np

from queries.resilience.deep import on_deep_stack
from queries.resilience.diagrams import Diagrams
from queries.resilience.families import MANY, Families, Set, TooManySets
from queries.resilience.single_points import single_points
from queries.resilience.structure import downfall
from queries.snapshot.columns import Bools, Longs
from queries.snapshot.requirements import Requirements
from queries.snapshot.snapshot import Snapshot

FEW = 2  # the size up to which families are the faster way for many targets; measured
MOST = 200_000  # sets that are listed for one target
_WORK = 50_000_000  # targets × requirements up to which each target gets a diagram of its own; some minutes


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
    Where there are too many sets, or larger ones are asked of very many targets, `reached` says how far it
    went.
    """
    may_fail = np.ones(len(snapshot), np.bool_) if may_fail is None else may_fail
    requirements = snapshot.requirements(on)
    if order == 1:
        return _alone(snapshot, on, targets, order, may_fail, protected)
    beyond = targets  # those for which families are not enough
    found: dict[int, FailureSets] = {}
    few_targets = len(targets) * len(requirements.target) <= _WORK
    if order <= FEW or not few_targets:
        size = min(order, FEW)
        families = downfall(requirements, Families(size, MOST), targets, may_fail, protected)
        for target in targets.tolist():
            if families[target] is not MANY:
                sets = families[target] - {frozenset({target})}
                found[target] = _sorted(target, sets, order, size)
        beyond = targets[[target not in found for target in targets.tolist()]]
    if few_targets:
        for one in beyond.tolist():
            found[one] = on_deep_stack(partial(_of_one, requirements, one, order, may_fail, protected))
    elif len(beyond):
        found |= {one.target: one for one in _alone(snapshot, on, beyond, order, may_fail, protected)}
    return [found[target] for target in targets.tolist()]


def _alone(
    snapshot: Snapshot, on: date, targets: Longs, order: int, may_fail: Bools, protected: Collection[int]
) -> list[FailureSets]:
    """The sets of one element; of as many targets as can be listed."""
    singles = single_points(snapshot, on, targets, may_fail=may_fail, protected=protected)
    unlisted = set(singles.unlisted.tolist())
    found = {target: [frozenset({one}) for one in singles.of(target).tolist()] for target in targets.tolist()}
    return [_sorted(one, found[one], order, 0 if one in unlisted else 1) for one in targets.tolist()]


def _of_one(
    requirements: Requirements, target: int, order: int, may_fail: Bools, protected: Collection[int]
) -> FailureSets:
    others = may_fail.copy()
    others[target] = False
    diagrams, alone = Diagrams(), np.array([target])
    try:
        family = diagrams.minimal_sets(
            downfall(requirements, diagrams, alone, others, protected)[target], order
        )
    except TooManySets:
        return _as_far_as_possible(requirements, target, order, others, protected)
    listed: list[Set] = []
    counts = family.counts()
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
        families = downfall(requirements, Families(size, MOST), np.array([target]), may_fail, protected)
        if families[target] is MANY:
            return _sorted(target, known, order, size - 1)
        known = families[target]
    return _sorted(target, known, order, order)


def _sorted(target: int, sets: Collection[Set], order: int, reached: int) -> FailureSets:
    listed: Sequence[tuple[int, ...]] = sorted(
        (tuple(sorted(one)) for one in sets), key=lambda one: (len(one), one)
    )
    return FailureSets(target=target, sets=tuple(listed), order=order, reached=reached)
