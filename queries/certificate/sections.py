"""What a certificate of what is fragile tells beside failure sets, each in a part of its answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from queries.resilience.exposure import Concentration, Exposure
from queries.resilience.fake_redundancy import FakeRedundancy
from queries.resilience.recovery import Promise, Verdict
from queries.resilience.recovery_points import Data, RecoveryPoint, data_ways, promising
from queries.resilience.repairs import own_hours
from queries.resilience.unavailability import Failures, Unavailability
from queries.snapshot.columns import ABSENT, Bools, Floats, Longs
from queries.snapshot.snapshot import Snapshot

Section = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposed:
    """How agencies hang on each other. importance: by element."""

    cells: Sequence[Exposure]
    shared: Sequence[Concentration]
    importance: Floats


def fake_redundancy(snapshot: Snapshot, fakes: Sequence[FakeRedundancy]) -> Section:
    """Return the part about redundancy that is none."""
    keys = snapshot.keys
    told = [
        {"owner": keys[one.owner], "group": one.group, "cause": keys[one.cause], "decides": one.decides}
        for one in fakes
    ]
    return {"fake_redundancy": told}


def unavailability(
    snapshot: Snapshot, on: date, found: Sequence[Unavailability], may_fail: Bools | None, below: Longs
) -> Section:
    """Return the part about how likely targets are down, with what is stated of each element below them."""
    failures, keys, elements = Failures.of(snapshot, on, may_fail), snapshot.keys, snapshot.elements
    own = {
        keys[at]: {
            "fails": bool(failures.stated[at] or failures.unstated[at]),
            "missing": bool(failures.lacking[at]),
            "availability": _stated(elements.availability, at),
            "mtbf_hours": _stated(elements.mtbf_hours, at),
            "restore_hours": _stated(elements.restore_hours, at),
        }
        for at in below[failures.any[below]].tolist()
    }
    targets = [
        {
            "target": keys[one.target],
            "least": one.least,
            "most": one.most,
            "exact": one.exact,
            "elements": [
                {"element": keys[part.element], "importance": max(0.0, part.importance)}
                for part in one.elements
            ],
        }
        for one in found
    ]
    return {"unavailability": {"own": own, "targets": targets}}


def exposure(snapshot: Snapshot, found: Exposed, targets: Longs, alone: Longs) -> Section:
    """Return the part about agencies that hang on each other. alone: elements that stop a target alone."""
    keys, owner = snapshot.keys, snapshot.agency

    def agency(at: int) -> str | None:
        return None if at == ABSENT else keys[at]

    cells = [
        {
            "agency": agency(one.agency),
            "on": agency(one.on),
            "worst": keys[one.worst],
            "stops": one.stops,
            "share": one.stops_share,
            "any": one.any,
            "any_share": one.any_share,
        }
        for one in found.cells
    ]
    shared = [
        {
            "element": keys[one.place],
            "agencies": [keys[at] for at in one.agencies],
            "stops": one.stops,
            "share": one.share,
        }
        for one in found.shared
    ]
    weights = {keys[at]: float(found.importance[at]) for at in targets.tolist()}
    owners = {keys[at]: agency(int(owner[at])) for at in np.union1d(targets, alone).tolist()}
    return {"exposure": {"owners": owners, "weights": weights, "cells": cells, "shared": shared}}


def promised(snapshot: Snapshot, on: date) -> Longs:
    """Return what promises a time to recovery on a day."""
    found: Longs = np.flatnonzero((snapshot.elements.rto_hours >= 0) & snapshot.requirements(on).valid)
    return found


def promises(snapshot: Snapshot, on: date, found: Sequence[Promise], below: Longs) -> Section:
    """Return the part about promised times to recovery that cannot be kept. found: of the whole store."""
    keys, hours = snapshot.keys, own_hours(snapshot)
    broken = [
        {"element": one.key, "at_best": one.at_best, "by": one.chain[-1]}
        for one in found
        if one.verdict is Verdict.BROKEN
    ]
    rto = {keys[at]: float(snapshot.elements.rto_hours[at]) for at in promised(snapshot, on).tolist()}
    own = {keys[at]: float(hours[at]) for at in below.tolist() if hours[at] > 0}
    return {"promises": {"hours": own, "promised": rto, "broken": broken}}


def recovery_points(snapshot: Snapshot, on: date, found: Sequence[RecoveryPoint]) -> Section:
    """Return the part about how much data can be lost, with the ways to it. found: what is not kept."""
    keys, data, ways = snapshot.keys, Data(snapshot, on), data_ways(snapshot, on)
    asked = promising(snapshot, on).tolist()
    reached = dict.fromkeys(asked)
    for element in (waiting := list(reached)):
        fresh = [one for one in ways.get(element, ()) if one not in reached]
        reached |= dict.fromkeys(fresh)
        waiting += fresh
    held = [at for at in reached if data.is_data(at)]
    named = {*reached, *(copy for at in held for copy in data.copies.get(at, ()))}
    told = {
        "promised": [keys[at] for at in asked],
        "ways": {keys[at]: [keys[one] for one in ways[at]] for at in reached if at in ways},
        "copies": {keys[at]: [keys[copy] for copy in data.copies.get(at, ())] for at in held},
        "hours": {
            keys[at]: float(hours) for at in sorted(named) if (hours := snapshot.elements.rpo_hours[at]) >= 0
        },
        "not_kept": [{"element": one.key, "verdict": one.verdict.value, "loss": one.loss} for one in found],
    }
    return {"recovery_points": told}


def _stated(column: Floats, at: int) -> float | None:
    """Return what is stated of an element; a number below zero says nothing."""
    value = float(column[at])
    return value if value >= 0 else None
