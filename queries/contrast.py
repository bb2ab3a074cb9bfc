"""Two impacts compared: what ends worse in one of them than in the other, or is only in one of them."""

from dataclasses import dataclass

from model.availability import State
from model.kinds import ElementKind
from queries.impact import Impact
from queries.snapshot.columns import ABSENT
from queries.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """An element that does not end alike. first, second: its states; None where it does not exist."""

    uid: str
    key: str
    kind: ElementKind
    name: str
    owner_name: str | None
    first: State | None
    second: State | None

    @property
    def worse(self) -> int:
        """By how many states it is worse in the second; below zero where it is better there."""
        return (self.second or State.UP) - (self.first or State.UP)


def contrasts(first: Impact, second: Impact) -> list[Contrast]:
    """Return what does not end alike: what is most worse in the second first, then by key.

    Both may be of one architecture or of two, such as before and after a load or a change. What is up in one
    and does not exist in the other is no contrast.
    """
    found = []
    for uid in dict.fromkeys((*second.snapshot.uids, *first.snapshot.uids)):
        before, after = _state(first, uid), _state(second, uid)
        if (before or State.UP) != (after or State.UP):
            where = first.snapshot if after is None else second.snapshot
            found.append(_contrast(where, where.positions[uid], before, after))
    return sorted(found, key=lambda one: (-one.worse, one.key))


def _state(impact: Impact, uid: str) -> State | None:
    index = impact.snapshot.positions.get(uid)
    return None if index is None else State(int(impact.state[index]))


def _contrast(snapshot: Snapshot, index: int, before: State | None, after: State | None) -> Contrast:
    owner = int(snapshot.owner[index])
    return Contrast(
        uid=snapshot.uids[index],
        key=snapshot.elements.key[index],
        kind=snapshot.kind(index),
        name=snapshot.elements.name[index],
        owner_name=None if owner == ABSENT else snapshot.elements.name[owner],
        first=before,
        second=after,
    )
