"""Certificates of what could be the cause."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from queries.certificate.document import Document, Origin
from queries.certificate.part import Part
from queries.impact.causes import Cause
from queries.impact.chains import everything_below
from queries.impact.impact import Scenario
from queries.impact.reach import reach_back
from queries.snapshot.snapshot import Snapshot


def causes_certificate(
    snapshot: Snapshot, symptoms: Scenario, found: Sequence[Cause], origin: Origin
) -> Document:
    """Return the certificate of what could be the cause of the trouble at what a scenario names."""
    keys, part = snapshot.keys, Part(snapshot, symptoms.on)
    targets = np.array(sorted(snapshot.index(uid) for uid in symptoms.failed), np.int64)
    spared = sorted(snapshot.index(uid) for uid in symptoms.protected)
    part.take(np.flatnonzero(everything_below(snapshot.requirements(symptoms.on), targets)))
    part.name(spared)
    asked: dict[str, Any] = {
        "kind": "causes",
        "failed": {},
        "protected": [keys[index] for index in spared],
        "may_fail": None,
        "symptoms": [keys[index] for index in targets.tolist()],
    }
    told = [
        {
            "element": cause.key,
            "explains": cause.explains,
            "state": cause.state.word,
            "distance": cause.distance,
        }
        for cause in found
    ]
    answer = {"affected": {}, "unknown": [], "targets": [], "causes": told}
    return part.document(asked, answer, origin, cypher=reach_back(snapshot, symptoms, found))
