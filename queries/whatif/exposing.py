"""What changes do to the exposure of agencies to each other: one door for many is one element for many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np

from queries.resilience.exposure import Weighed, exposure
from queries.resilience.importance import Importance
from queries.resilience.single_points import SinglePoints
from queries.snapshot.columns import ABSENT, Floats
from queries.snapshot.snapshot import Snapshot

_Ends = tuple[str | None, str | None]
_SEEN = 3  # digits of a share; less is no difference


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureShift:
    """How far one agency hangs on an element of another, before and after.

    agency, on: uids of agencies; None for what has no owner. worst: the element of `on` that alone stops
    most of what the agency gives, afterwards where there is one. before, after: share of its importance
    that this stops, 0–1; both by the importance that things have before. begun: uids of the services and
    processes of the agency that an element of `on` alone stops, and none of `on` did before.
    """

    agency: str | None
    on: str | None
    worst: str
    before: float
    after: float
    begun: tuple[str, ...] = ()


def exposure_shifts(before: SinglePoints, after: SinglePoints, on: date) -> tuple[ExposureShift, ...]:
    """Return where agencies hang on other agencies more or less than before: what grows most first.

    How important something is, and so what the shares are of, is that of before: who moves elsewhere brings
    users along, and a share that changes by that alone is no other dependence.
    """
    known = Importance(before.snapshot, on)
    was, now = _cells(before, known), _cells(after, _carried_over(known, after.snapshot, on))
    begun = _begun(before, after)
    found = []
    for ends in was.keys() | now.keys():
        shares = [round(cells[ends][0], _SEEN) if ends in cells else 0.0 for cells in (was, now)]
        if shares[0] != shares[1] or ends in begun:
            worst = (now if ends in now else was)[ends][1]
            agency, other = ends
            found.append(
                ExposureShift(
                    agency=agency,
                    on=other,
                    worst=worst,
                    before=shares[0],
                    after=shares[1],
                    begun=tuple(sorted(begun.get(ends, ()))),
                )
            )
    return tuple(
        sorted(found, key=lambda one: (one.before - one.after, one.agency or "", one.on or "", one.worst))
    )


class _Carried(NamedTuple):
    value: Floats


def _carried_over(importance: Importance, snapshot: Snapshot, on: date) -> _Carried:
    """Return the importance of before by element of another snapshot; what is new there has its own."""
    known, value = importance.snapshot.positions, Importance(snapshot, on).value
    before = [
        importance.value[known[uid]] if uid in known else value[at] for at, uid in enumerate(snapshot.uids)
    ]
    return _Carried(np.array(before))


def _cells(points: SinglePoints, importance: Weighed) -> dict[_Ends, tuple[float, str]]:
    snapshot = points.snapshot
    return {
        _ends(snapshot, cell.agency, cell.on): (cell.stops_share, snapshot.uids[cell.worst])
        for cell in exposure(points, importance)
        if cell.agency != cell.on
    }


def _begun(before: SinglePoints, after: SinglePoints) -> dict[_Ends, set[str]]:
    """Return the services and processes that something of another agency alone stops only afterwards.

    By agency, not by element: what hung on one thing of that agency hangs on it still if on another thing.
    """
    found = dict[_Ends, set[str]]()
    known = set(_foreign(before, before.uids()))
    for target, ends in _foreign(after, after.beyond(before)):
        if (target, ends) not in known and target in before.snapshot.positions:
            found.setdefault(ends, set()).add(target)
    return found


def _foreign(points: SinglePoints, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, _Ends]]:
    """Yield each target that something of another agency alone stops, with whose it is and whose that is."""
    snapshot = points.snapshot
    owner, positions = snapshot.agency, snapshot.positions
    for target, alone in pairs:
        agency, on = int(owner[positions[target]]), int(owner[positions[alone]])
        if agency != on:
            yield target, _ends(snapshot, agency, on)


def _ends(snapshot: Snapshot, *ends: int) -> _Ends:
    agency, on = (None if one == ABSENT else snapshot.uids[one] for one in ends)
    return agency, on
