"""What changes do to the exposure of agencies to each other: one door for many is one element for many."""

from dataclasses import dataclass
from datetime import date

from queries.resilience.exposure import Exposure, exposure
from queries.resilience.importance import Importance
from queries.resilience.single_points import SinglePoints
from queries.snapshot.columns import ABSENT
from queries.snapshot.snapshot import Snapshot

_Ends = tuple[str | None, str | None]
_SEEN = 3  # digits of a share; less is no difference


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureShift:
    """How far one agency hangs on an element of another, before and after.

    agency, on: uids of agencies; None for what has no owner. worst: the element of `on` that alone stops
    most of what the agency gives, afterwards where there is one. before, after: share of its importance
    that this stops, 0–1.
    """

    agency: str | None
    on: str | None
    worst: str
    before: float
    after: float


def exposure_shifts(before: SinglePoints, after: SinglePoints, on: date) -> tuple[ExposureShift, ...]:
    """Return where agencies hang on other agencies more or less than before: what grows most first."""
    was, now = _cells(before, on), _cells(after, on)
    found = []
    for ends in was.keys() | now.keys():
        shares = [round(cells[ends][0], _SEEN) if ends in cells else 0.0 for cells in (was, now)]
        if shares[0] != shares[1]:
            worst = (now if ends in now else was)[ends][1]
            agency, other = ends
            found.append(
                ExposureShift(agency=agency, on=other, worst=worst, before=shares[0], after=shares[1])
            )
    return tuple(
        sorted(found, key=lambda one: (one.before - one.after, one.agency or "", one.on or "", one.worst))
    )


def _cells(points: SinglePoints, on: date) -> dict[_Ends, tuple[float, str]]:
    snapshot = points.snapshot
    cells = exposure(points, Importance(snapshot, on))
    return {
        _ends(snapshot, cell): (cell.stops_share, snapshot.uids[cell.worst])
        for cell in cells
        if cell.agency != cell.on
    }


def _ends(snapshot: Snapshot, cell: Exposure) -> _Ends:
    agency, on = (None if one == ABSENT else snapshot.uids[one] for one in (cell.agency, cell.on))
    return agency, on
