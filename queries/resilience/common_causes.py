"""What elements have in common that could make them fail together: a room, power, a supplier, a window."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.folding import fold
from model.kinds import RelationKind
from queries.resilience.single_points import SinglePoints, single_points
from queries.snapshot.coding import RELATION_KINDS, valid_on
from queries.snapshot.columns import Longs
from queries.snapshot.snapshot import Snapshot

# Who looks after several elements may harm them together, by one mistake.
_CARE = (RelationKind.SUPPLIED_BY, RelationKind.DEVELOPED_BY, RelationKind.OPERATED_BY)
MOST = 5  # causes that are told of one set


@dataclass(frozen=True, slots=True)
class Common:
    """What elements have in common that could make all of them fail together.

    elements: what takes down each of them alone, by index; else who supplies, develops or operates them all;
    at most MOST. window: the maintenance window that all of them have, as it is written; None without one.
    """

    elements: tuple[int, ...]
    window: str | None

    def __bool__(self) -> bool:
        return bool(self.elements or self.window)


def common_causes(snapshot: Snapshot, on: date, sets: Sequence[Iterable[int]]) -> list[Common]:
    """Return for each set of elements what could make all of them fail together."""
    members = np.unique([one for failed in sets for one in failed]).astype(np.int64)
    alone = single_points(snapshot, on, members)
    care = _care(snapshot, on, members)
    return [Common(_common(list(failed), alone, care), _window(snapshot, list(failed))) for failed in sets]


def _common(failed: Sequence[int], alone: SinglePoints, care: dict[int, set[int]]) -> tuple[int, ...]:
    if len(failed) < 2:
        return ()
    found = set.intersection(*(set(alone.of(one).tolist()) for one in failed)) - set(failed)
    found = found or set.intersection(*(care.get(one, set()) for one in failed))
    return tuple(sorted(found)[:MOST])


def _window(snapshot: Snapshot, failed: Sequence[int]) -> str | None:
    """Return the window in which all of some elements are maintained; case and spaces do not matter."""
    windows = [snapshot.elements.maintenance_window[one] for one in failed]
    said = {fold(window) for window in windows if window}
    return windows[0] if len(failed) > 1 and all(windows) and len(said) == 1 else None


def _care(snapshot: Snapshot, on: date, members: Longs) -> dict[int, set[int]]:
    rows = snapshot.relations
    caring = np.isin(rows.kind, [RELATION_KINDS.index(kind) for kind in _CARE])
    caring &= np.isin(rows.source, members) & valid_on(rows.since, rows.until, on.toordinal())
    found: dict[int, set[int]] = {}
    for row in np.flatnonzero(caring).tolist():
        found.setdefault(int(rows.source[row]), set()).add(int(rows.target[row]))
    return found
