"""Two impacts side by side: what ends worse in the second, what better, and what lost something it needs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum, unique

import numpy as np

from model.availability import State
from model.kinds import ElementKind, RelationKind
from queries.impact.impact import Impact
from queries.snapshot.snapshot import Snapshot


@unique
class Shift(StrEnum):
    """How an element ends in the second of two impacts, beside the first; the worst first."""

    BEREFT = "bereft"  # nothing is there any more of a kind of thing that it needs
    WORSE = "worse"
    BETTER = "better"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One element in both impacts.

    first, second: its states; None where it does not exist. lacks: the relations of which no target is left.
    """

    uid: str
    key: str
    kind: ElementKind
    first: State | None
    second: State | None
    lacks: tuple[RelationKind, ...] = ()

    @property
    def shift(self) -> Shift:
        """How it ends; what does not exist counts as up."""
        first, second = self.first or State.UP, self.second or State.UP
        if self.lacks:
            return Shift.BEREFT
        if first == second:
            return Shift.SAME
        return Shift.WORSE if second > first else Shift.BETTER


def differences(
    first: Impact, second: Impact, lacking: Mapping[str, tuple[RelationKind, ...]] | None = None
) -> list[Difference]:
    """Return everything that is not up in both, or lacks something: the worst first, then by key.

    Both may be of one architecture or of two, such as before and after a load or a change. lacking: by uid.
    """
    lacking = lacking or {}
    named = dict.fromkeys((*_affected(first), *_affected(second), *lacking))
    found = [_difference(uid, first, second, lacking.get(uid, ())) for uid in named]
    return sorted(found, key=_worst_first)


def contrasts(first: Impact, second: Impact) -> list[Difference]:
    """Return what does not end alike: the worst first, then by key."""
    return [one for one in differences(first, second) if one.shift is not Shift.SAME]


def shifts(found: Iterable[Difference]) -> dict[Shift, int]:
    """Return how many elements end how."""
    counts = Counter(one.shift for one in found)
    return {shift: counts[shift] for shift in Shift}


def _worst_first(one: Difference) -> tuple[int, int, int, str]:
    return list(Shift).index(one.shift), -(one.second or State.UP), -(one.first or State.UP), one.key


def _affected(impact: Impact) -> list[str]:
    uids = impact.snapshot.uids
    return [uids[at] for at in np.flatnonzero(impact.state > State.UP).tolist()]


def _difference(uid: str, first: Impact, second: Impact, lacks: tuple[RelationKind, ...]) -> Difference:
    where = known_in(uid, first, second)
    at = where.positions[uid]
    return Difference(
        uid=uid,
        key=where.keys[at],
        kind=where.kind(at),
        first=_state(first, uid),
        second=_state(second, uid),
        lacks=lacks,
    )


def known_in(uid: str, first: Impact, second: Impact) -> Snapshot:
    """Return the architecture that tells what an element is: the second, unless only the first has it."""
    return (second if uid in second.snapshot.positions else first).snapshot


def _state(impact: Impact, uid: str) -> State | None:
    at = impact.snapshot.positions.get(uid)
    return None if at is None else State(int(impact.state[at]))
