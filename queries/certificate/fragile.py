"""Certificates of what is fragile."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from queries.certificate.document import Document, Origin
from queries.certificate.part import Part
from queries.chains import everything_below
from queries.reach import reach_below
from queries.resilience.failure_sets import FailureSets
from queries.resilience.fake_redundancy import FakeRedundancy
from queries.snapshot.columns import Bools
from queries.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragile:
    """What is fragile: the failure sets of some targets, and the fake redundancy below all of these.

    fakes: None where nobody asked.
    """

    sets: Sequence[FailureSets]
    fakes: Sequence[FakeRedundancy] | None = None


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
    below = np.flatnonzero(everything_below(snapshot.requirements(on), targets))
    part.take(below)
    part.name(protected)
    allowed = None if may_fail is None else [keys[index] for index in below[may_fail[below]].tolist()]
    asked: dict[str, Any] = {
        "kind": "single_points" if all(one.order == 1 for one in found.sets) else "failure_sets",
        "failed": {},
        "protected": sorted(keys[index] for index in protected),
        "may_fail": allowed,
    }
    claims = [
        {
            "target": keys[one.target],
            "order": one.order,
            "reached": one.reached,
            "sets": [[keys[index] for index in failing] for failing in one.sets],
        }
        for one in found.sets
    ]
    answer = {"affected": {}, "unknown": [], "targets": claims, **_fake_redundancy(keys, found.fakes)}
    return part.document(asked, answer, origin, cypher=reach_below(snapshot, on, targets, protected))


def _fake_redundancy(keys: Sequence[str], fakes: Sequence[FakeRedundancy] | None) -> dict[str, Any]:
    if fakes is None:
        return {}
    told = [
        {"owner": keys[one.owner], "group": one.group, "cause": keys[one.cause], "decides": one.decides}
        for one in fakes
    ]
    return {"fake_redundancy": told}
