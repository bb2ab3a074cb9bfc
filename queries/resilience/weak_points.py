"""Weak points: the failures that take targets down, with all the targets each takes, the heaviest first."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from model.kinds import ElementKind
from queries.resilience.failure_sets import FailureSets
from queries.snapshot.columns import ABSENT, Bools, Longs
from queries.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakPoint:
    """Elements that together, and in no smaller number, take targets down.

    failed: element indices; of a single point of failure one. targets: element indices, services first, then
    by key. services: how many of these are services. agencies: how many agencies own them.
    """

    failed: tuple[int, ...]
    targets: tuple[int, ...]
    services: int
    agencies: int


def weak_points(snapshot: Snapshot, found: Iterable[FailureSets]) -> list[WeakPoint]:
    """Return what takes targets down: smaller sets first, then more services, more targets, smaller keys."""
    hit: dict[tuple[int, ...], list[int]] = {}
    for one in found:
        for failed in one.sets:
            hit.setdefault(failed, []).append(one.target)
    service = snapshot.of_kinds((ElementKind.SERVICE,))
    points = [_point(snapshot, service, failed, np.array(targets)) for failed, targets in hit.items()]
    return sorted(points, key=lambda one: (len(one.failed), -one.services, -len(one.targets), one.failed))


def _point(snapshot: Snapshot, service: Bools, failed: tuple[int, ...], targets: Longs) -> WeakPoint:
    owners = snapshot.owner[targets]
    return WeakPoint(
        failed=failed,
        targets=tuple(targets[np.lexsort((targets, ~service[targets]))].tolist()),
        services=int(service[targets].sum()),
        agencies=len(np.unique(owners[owners != ABSENT])),
    )
