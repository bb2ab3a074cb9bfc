"""How much all applications are used and depended on: what one application is compared with."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from model.kinds import ElementKind, Status
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store

_FEWEST = 8  # values on record, below which the place of one among them says nothing; a convention
_USERS = """
MATCH (e:Element)
WHERE e.kind = $kind AND e.status <> $retired AND e.users IS NOT NULL
RETURN collect(e.users) AS found
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """All elements of a kind. users: the numbers on record, the least first.

    dependents: how many relations by which something depends on each, by uid; of those with none nothing is
    on record.
    """

    users: tuple[float, ...] = ()
    dependents: Mapping[str, int] = field(default_factory=dict)

    def by_users(self, users: float | None) -> float | None:
        """Return the place of a number of users among all, 0 to 1; None where too little is on record."""
        return None if users is None else _place(self.users, users)

    def by_dependents(self, uid: str) -> float | None:
        """Return the place of an element among all by what depends on it; None as for users."""
        own = self.dependents.get(uid)
        return None if own is None else _place(sorted(self.dependents.values()), own)


def inventory_of(store: Store, snapshot: Snapshot, kind: ElementKind, today: date) -> Inventory:
    """Return how much the elements of a kind are used and depended on, on a day."""
    rows = store.read(_USERS, kind=kind.value, retired=Status.RETIRED.value)
    numbers = (value for row in rows for value in row["found"])
    known = (float(one) for one in numbers if isinstance(one, (int, float)) and not isinstance(one, bool))
    count = np.bincount(snapshot.requirements(today).target, minlength=len(snapshot))
    places = np.flatnonzero(snapshot.of_kinds([kind]) & (count > 0)).tolist()
    return Inventory(
        users=tuple(sorted(one for one in known if one >= 0)),
        dependents={snapshot.uids[at]: int(count[at]) for at in places},
    )


def _place(values: Sequence[float], own: float) -> float | None:
    """Return the share of sorted values below one; equal ones count half."""
    if len(values) < _FEWEST:
        return None
    return (bisect_left(values, own) + bisect_right(values, own)) / 2 / len(values)
