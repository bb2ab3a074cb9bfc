"""Certificates of what is fragile."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from queries.certificate import sections
from queries.certificate.document import Document, Origin
from queries.certificate.part import Part
from queries.certificate.sections import Exposed
from queries.impact.chains import everything_below
from queries.impact.reach import reach_below
from queries.resilience.failure_sets import FailureSets
from queries.resilience.fake_redundancy import FakeRedundancy
from queries.resilience.recovery import Promise
from queries.resilience.recovery_points import RecoveryPoint
from queries.resilience.unavailability import Unavailability
from queries.snapshot.columns import Bools, Longs
from queries.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragile:
    """What is fragile: the failure sets of some targets, and what else was asked of them; None where not.

    fakes: redundancy below them that is none. unavailabilities: how likely they are down. exposed: how their
    agencies hang on each other, by their single points of failure. promises, recovery_points:
    those of the whole store that are not kept.
    """

    sets: Sequence[FailureSets]
    fakes: Sequence[FakeRedundancy] | None = None
    unavailabilities: Sequence[Unavailability] | None = None
    exposed: Exposed | None = None
    promises: Sequence[Promise] | None = None
    recovery_points: Sequence[RecoveryPoint] | None = None


def failure_sets_certificate(
    snapshot: Snapshot,
    on: date,
    found: Fragile,
    origin: Origin,
    *,
    may_fail: Bools | None = None,
    protected: Collection[int] = (),
) -> Document:
    """Return the certificate of what is fragile, asked for as in `failure_sets`."""
    keys, part = snapshot.keys, Part(snapshot, on)
    targets = np.array(sorted({one.target for one in found.sets}), np.int64)
    rooted = targets if found.promises is None else np.union1d(targets, sections.promised(snapshot, on))
    below = np.flatnonzero(everything_below(snapshot.requirements(on), rooted))
    part.take(below)
    part.name(protected)
    allowed = None if may_fail is None else [keys[index] for index in below[may_fail[below]].tolist()]
    asked: dict[str, Any] = {
        "kind": "single_points" if all(one.order == 1 for one in found.sets) else "failure_sets",
        "failed": {},
        "protected": sorted(keys[index] for index in protected),
        "may_fail": allowed,
    }
    claims = [_claim(snapshot, one) for one in found.sets]
    answer: dict[str, Any] = {"affected": {}, "unknown": [], "targets": claims}
    if found.fakes is not None:
        answer |= sections.fake_redundancy(snapshot, found.fakes)
    if found.unavailabilities is not None:
        answer |= sections.unavailability(snapshot, on, found.unavailabilities, may_fail, below)
    if found.exposed is not None:
        answer |= sections.exposure(snapshot, found.exposed, targets, _alone(found.sets))
    if found.promises is not None:
        answer |= sections.promises(snapshot, on, found.promises, below)
    if found.recovery_points is not None:
        answer |= sections.recovery_points(snapshot, on, found.recovery_points)
    return part.document(asked, answer, origin, cypher=reach_below(snapshot, on, targets, protected))


def _claim(snapshot: Snapshot, one: FailureSets) -> dict[str, Any]:
    keys = snapshot.keys
    return {
        "target": keys[one.target],
        "order": one.order,
        "reached": one.reached,
        "sets": [[keys[index] for index in failing] for failing in one.sets],
    }


def _alone(found: Sequence[FailureSets]) -> Longs:
    """Return the elements that alone take some target down."""
    alone = {failing[0] for one in found for failing in one.sets if len(failing) == 1}
    return np.array(sorted(alone), np.int64)
