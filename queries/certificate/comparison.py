"""Certificates of two answers side by side: of two scenarios, of changes tried, of a consolidation."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from queries.certificate.document import Document, Origin, sealed
from queries.certificate.fragile import Fragile, failure_sets_certificate
from queries.certificate.impact import impact_certificate
from queries.impact.certainty import uncertain
from queries.impact.contrast import Difference, contrasts
from queries.impact.impact import Impact
from queries.resilience.failure_sets import failure_sets
from queries.resilience.single_points import noticed
from queries.snapshot.snapshot import Snapshot
from queries.whatif.branch import Branch
from queries.whatif.comparing import Comparison
from queries.whatif.consolidation import Consolidation

_Pair = tuple[Document, Document]


def comparison_certificate(first: Impact, second: Impact, origins: tuple[Origin, Origin]) -> Document:
    """Return the certificate of two impacts, each from where it comes, and of what differs between them."""
    pair = _impact(first, origins[0]), _impact(second, origins[1])
    return _document("comparison", [pair], contrasts(first, second))


def changes_certificate(found: Comparison, origin: Origin) -> Document:
    """Return the certificate of one failure before and after changes."""
    pair = _impact(found.before, origin), _impact(found.after, origin)
    bereft = {one.key: [kind.value for kind in one.lacks] for one in found.differences if one.lacks}
    differing = contrasts(found.before, found.after)
    return _document("what_if", [pair], differing, _changes(found.branch), {"bereft": bereft})


def consolidation_certificate(asked: Consolidation, origin: Origin, told: Mapping[str, Any]) -> Document:
    """Return the certificate of a consolidation: before and after it, losing what is kept, and single points.

    told: what else is said of it, which is not proved.
    """
    branch = asked.branch
    impacts = _impact(asked.before, origin), _impact(asked.after, origin)
    points = tuple(_single_points(one, asked, origin) for one in (branch.base, branch.snapshot))
    keys = {uid: branch.snapshot.keys[at] for uid, at in branch.snapshot.positions.items()}
    more = {
        "new_single_points": {
            keys[point.uid]: [keys[target] for target in point.targets] for point in asked.new_points
        },
        "told": told,
    }
    found = contrasts(asked.before, asked.after)
    return _document("consolidation", [impacts, (points[0], points[1])], found, _changes(branch), more)


def _document(
    kind: str,
    pairs: Sequence[_Pair],
    found: Iterable[Difference],
    changes: Mapping[str, Any] | None = None,
    more: Mapping[str, Any] | None = None,
) -> Document:
    """Return the whole. changes: what makes the second of each pair of the first; None of two scenarios."""
    differences = [
        {
            "element": one.key,
            "first": None if one.first is None else one.first.word,
            "second": None if one.second is None else one.second.word,
        }
        for one in found
    ]
    return sealed(
        {
            "asked": {"kind": kind, "changes": changes},
            "answer": {"differences": differences, **(more or {})},
            "pairs": [{"first": first, "second": second} for first, second in pairs],
        }
    )


def _changes(branch: Branch) -> dict[str, Any]:
    changed, snapshot = branch.changed, branch.snapshot
    return {
        "told": [{"id": text.id, "en": text.en} for text in branch.told()],
        "elements": sorted(snapshot.keys[snapshot.index(uid)] for uid in changed.elements),
        "requirements": sorted(changed.relations),
    }


def _impact(impact: Impact, origin: Origin) -> Document:
    return impact_certificate(impact, uncertain(impact), origin)


def _single_points(snapshot: Snapshot, asked: Consolidation, origin: Origin) -> Document:
    targets = np.flatnonzero(noticed(snapshot) & snapshot.requirements(asked.on).valid)
    found = Fragile(sets=failure_sets(snapshot, asked.on, targets, 1))
    return failure_sets_certificate(snapshot, asked.on, found, origin)
