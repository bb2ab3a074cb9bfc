"""The JSON shape of weak-points, from typed answers. Fields may be added, none removed."""

from collections.abc import Mapping
from math import isinf
from typing import Any

from model.faults import Place
from queries.impact.certainty import Gap, Written
from queries.resilience.completeness import Completeness
from queries.resilience.failure_sets import FailureSets
from queries.resilience.fake_redundancy import FakeRedundancy, Fix
from queries.resilience.fragility import Fragility
from queries.snapshot.snapshot import Snapshot
from ui.answers.shapes import cell_json, why_json

_COMPARED = 2_000  # weak points of several elements of which is told what they have in common


def weak_points_json(
    found: Fragility, places: Mapping[Gap, Place], written: Written, *, availability: bool = False
) -> dict[str, Any]:
    """Return the shape of weak-points. availability: also how likely each target is down.

    places: tells in which cell each missing link could be filled in. written: what is written there and not
    linked.

    common_causes: failure sets that one event could bring about, with what their elements have in common.
    fake_redundancy: groups that one element takes down. complete is true when every set of the size asked
    for, or smaller, is listed; reached: the size up to which this is so. Of the whole store also what nobody
    decided, promised times to recovery and recovery points that cannot be kept, what breaks them, and how
    far agencies hang on each other, or together on one element; and how complete their infrastructure links
    are, with how many answers what lacks leaves unknown.
    """
    snapshot, keys = found.snapshot, found.snapshot.elements.key
    joint = [point for point in found.weak_points if len(point.failed) > 1][:_COMPARED]
    return {
        "targets": [_target(snapshot, one) for one in found.sets],
        "weak_points": [
            {
                "set": [keys[index] for index in point.failed],
                "targets": [keys[index] for index in point.targets],
                "services": point.services,
                "agencies": point.agencies,
            }
            for point in found.weak_points
        ],
        "common_causes": [
            {
                "set": [keys[index] for index in point.failed],
                "common": [keys[index] for index in common.elements],
                "maintenance_window": common.window,
            }
            for point, common in zip(joint, found.common(joint), strict=True)
            if common
        ],
        "fake_redundancy": [_fake(snapshot, fake, fix) for fake, fix in found.fakes],
        "on": found.asked.on.isoformat(),
        "revision": snapshot.revision,
        **({"availability": _availability(found)} if availability else {}),
    } | ({} if found.asked.targets else _of_all(found, places, written))


def _of_all(found: Fragility, places: Mapping[Gap, Place], written: Written) -> dict[str, Any]:
    """What is asked of the whole store only."""
    keys = found.snapshot.elements.key
    return {
        "undecided": [
            {
                "key": keys[one.owner],
                "relation": one.relation.value,
                "targets": [keys[index] for index in one.targets],
                "settles": one.settles,
            }
            for one in found.undecided
        ],
        **_promised(found),
        **_between_agencies(found),
        "completeness": [
            _completeness(found.snapshot, one, places, written) for one in found.completion.agencies
        ],
    }


def _promised(found: Fragility) -> dict[str, Any]:
    """Promises of recovery that cannot be kept, or are not known to be; what never ends is null."""
    return {
        "promises": [
            {
                "key": one.key,
                "verdict": one.verdict.value,
                "rto_hours": one.promised,
                "at_best_hours": _ended(one.at_best),
                "exceeded_hours": _ended(one.broken_by),
                "chain": list(one.chain),
            }
            for one in found.promises
        ],
        "offenders": [
            {
                "key": one.key,
                "hours": _ended(one.hours),
                "promises": list(one.promises),
                "exceeded_hours": _ended(one.broken_by),
            }
            for one in found.offenders
        ],
        "recovery_points": [
            {
                "key": one.key,
                "verdict": one.verdict.value,
                "rpo_hours": one.promised,
                "loss_hours": one.loss,
                "exceeded_hours": one.broken_by,
                "chain": list(one.chain),
            }
            for one in found.recovery_points
        ],
    }


def _ended(hours: float) -> float | None:
    return None if isinf(hours) else hours


def _between_agencies(found: Fragility) -> dict[str, Any]:
    snapshot, keys = found.snapshot, found.snapshot.elements.key
    return {
        "exposure": [
            {
                "agency": _agency(snapshot, one.agency),
                "on": _agency(snapshot, one.on),
                "worst": keys[one.worst],
                "stops": one.stops,
                "share": one.stops_share,
                "any": one.any,
                "any_share": one.any_share,
            }
            for one in found.exposures
        ],
        "concentration": [
            {
                "key": keys[one.place],
                "owner": _agency(snapshot, one.owner),
                "agencies": [keys[agency] for agency in one.agencies],
                "stops": one.stops,
                "share": one.share,
            }
            for one in found.concentrations
        ],
    }


def _availability(found: Fragility) -> list[dict[str, Any]]:
    """How likely each target is down; null where only bounds are known."""
    keys = found.snapshot.elements.key
    return [
        {
            "key": keys[one.target],
            "unavailability": one.least if one.known else None,
            "at_least": one.least,
            "at_most": one.most,
            "hours_per_year_at_least": one.hours,
            "importance": [
                {"key": keys[of.element], "birnbaum": of.importance, "unavailability": of.own}
                for of in one.elements
            ],
            "unstated": [keys[element] for element in one.unstated],
            "lacking": [keys[element] for element in one.lacking],
            "exact": one.exact,
        }
        for one in found.unavailabilities
    ]


def _completeness(
    snapshot: Snapshot, one: Completeness, places: Mapping[Gap, Place], written: Written
) -> dict[str, Any]:
    return {
        "agency": _agency(snapshot, one.agency),
        "expected": one.expected,
        "filled": one.filled,
        "missing": [
            {"kind": lack.kind.value, "relation": lack.relation.value, "count": lack.count}
            for lack in one.missing
        ],
        "gaps": [
            {"key": gap.key, "relation": gap.relation.value, "cell": cell_json(places.get(gap))}
            | why_json(gap, written)
            for gap in one.gaps
        ],
        "unknown": one.unknown,
    }


def _agency(snapshot: Snapshot, index: int) -> str | None:
    return snapshot.elements.key[index] if index >= 0 else None


def _target(snapshot: Snapshot, found: FailureSets) -> dict[str, Any]:
    keys = snapshot.elements.key
    return {
        "key": keys[found.target],
        "kind": snapshot.kind(found.target).value,
        "name": snapshot.elements.name[found.target],
        "order": found.order,
        "sets": [[keys[index] for index in failed] for failed in found.sets],
        "complete": found.complete,
        "reached": found.reached,
    }


def _fake(snapshot: Snapshot, fake: FakeRedundancy, fix: Fix | None) -> dict[str, Any]:
    keys = snapshot.elements.key
    change = None
    if fix is not None:
        change = {"source": keys[fix.source], "relation": fix.relation.value, "target": keys[fix.target]}
    return {
        "owner": keys[fake.owner],
        "group": fake.group,
        "members": [keys[index] for index in fake.members],
        "cause": keys[fake.cause],
        "decides": fake.decides,
        "fix": change,
    }
