"""Weak points: the failures that take targets down, with all the targets each takes, the heaviest first."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from model.kinds import ElementKind
from queries.resilience.failure_sets import FailureSets
from queries.snapshot.columns import ABSENT, Bools, Floats, Longs
from queries.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakPoint:
    """Elements that together, and in no smaller number, take targets down.

    failed: element indices; of a single point of failure one. targets: element indices, services first, the
    most important before others, then those that promise to be back soonest, then by key. services: how many
    of these are services. agencies: how many agencies own the targets; serving: how many own the services.
    """

    failed: tuple[int, ...]
    targets: tuple[int, ...]
    services: int
    agencies: int
    serving: int


def weak_points(snapshot: Snapshot, found: Iterable[FailureSets], importance: Floats) -> list[WeakPoint]:
    """Return what takes targets down: smaller sets first, then more services, more targets, smaller keys.

    importance: by element.
    """
    everybody, services = np.arange(len(snapshot)), snapshot.of_kinds((ElementKind.SERVICE,))
    order = np.lexsort((everybody, snapshot.elements.rto_hours, -importance, ~services))
    rank = np.empty(len(snapshot), np.int64)
    rank[order] = everybody
    hit: dict[tuple[int, ...], list[int]] = {}
    for one in found:
        for failed in one.sets:
            hit.setdefault(failed, []).append(one.target)
    points = [
        _point(snapshot, services, failed, np.array(sorted(targets, key=rank.__getitem__)))
        for failed, targets in hit.items()
    ]
    return sorted(points, key=lambda one: (len(one.failed), -one.services, -len(one.targets), one.failed))


def _point(snapshot: Snapshot, service: Bools, failed: tuple[int, ...], targets: Longs) -> WeakPoint:
    return WeakPoint(
        failed=failed,
        targets=tuple(targets.tolist()),
        services=int(service[targets].sum()),
        agencies=_agencies(snapshot, targets),
        serving=_agencies(snapshot, targets[service[targets]]),
    )


def _agencies(snapshot: Snapshot, indices: Longs) -> int:
    found = np.unique(snapshot.agency[indices])
    return int((found != ABSENT).sum())
