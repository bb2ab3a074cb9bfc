"""What is not in force on a day: it fails nobody, and those who have nothing else are without it already."""

from collections.abc import Iterable
from datetime import date

import numpy as np

from model.availability import State
from model.kinds import Status
from queries.impact.impact import Impact
from queries.snapshot.coding import STATUSES, valid_on
from queries.snapshot.columns import Bools
from queries.snapshot.snapshot import Snapshot


def idle(impact: Impact) -> list[int]:
    """Return the elements given as failed that are not in use on the day, by index in the order of keys."""
    valid = impact.requirements.valid
    return [place for place in impact.given.tolist() if not valid[place]]


def over(snapshot: Snapshot, on: date) -> Bools:
    """Return by element whether it is in use no more on a day; what is only planned is yet to come."""
    planned = snapshot.elements.status == STATUSES.index(Status.PLANNED)
    found: Bools = (snapshot.elements.until < on.toordinal()) & ~planned
    return found


def without(snapshot: Snapshot, places: Iterable[int], on: date) -> list[int]:
    """Return what has nothing of the sort in force on a day of which it has one of some elements on record.

    places: the elements, by index; those in force are left out. A sort is a type of relation by which they
    are needed.
    """
    tables, rows = snapshot.requirements(on), snapshot.relations
    gone = [place for place in places if not tables.valid[place]]
    needing = np.isin(rows.target, gone) & (rows.cap > State.UP)
    needing &= valid_on(rows.since, rows.until, on.toordinal()) & tables.valid[rows.source]
    found = set()
    for row in np.flatnonzero(needing).tolist():
        source = int(rows.source[row])
        left = tables.relation[int(tables.ptr[source]) : int(tables.ptr[source + 1])]
        if not (rows.kind[left] == rows.kind[row]).any():
            found.add(source)
    return sorted(found)
