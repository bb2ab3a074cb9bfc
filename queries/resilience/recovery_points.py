"""Whether the promised recovery points (RPO) can be kept: how much data each service could lose.

The data of a service, process or application is what it accesses, and what accesses it on the way to it:
process → service → application → data. A data object loses as much as it promises (`rpo_hours`); without a
promise, as much as the best of its copies does (`rpo_hours` of what keeps a replica or backup, the hours
between two copies). A promise without any recorded copy is not known to be kept. Redundancy does not help
here: what each of two ways writes is to be there.
"""

import json
from collections.abc import Collection
from datetime import date
from enum import StrEnum, unique
from typing import NamedTuple

import numpy as np

from model.kinds import ElementKind, RelationKind
from queries.resilience.importance import GIVEN_BY, holding
from queries.snapshot.columns import ABSENT, Longs
from queries.snapshot.snapshot import Snapshot

COPIES = ("replica", "backup")  # roles of a copy from which data is recovered
_TO_DATA = (*GIVEN_BY, RelationKind.ACCESSES)


@unique
class Loss(StrEnum):
    """Whether a promised recovery point can be kept, worst first."""

    BROKEN = "broken"
    UNKNOWN = "unknown"  # nobody stated what its data can lose, or no data or copy is recorded
    KEPT = "kept"


class RecoveryPoint(NamedTuple):
    """A promised recovery point and what stands against it, in hours.

    loss: the most that its data can lose, as far as known; None when nothing is known. broken_by: how much
    that is beyond the promise. chain: keys from the element to the data object, or the place of its copy,
    that decides; empty when kept.
    """

    place: int  # index in the snapshot
    key: str
    name: str
    promised: float
    loss: float | None
    verdict: Loss
    broken_by: float
    chain: tuple[str, ...]


def recovery_points(snapshot: Snapshot, on: date) -> list[RecoveryPoint]:
    """Return every promised recovery point of data and of what uses it, worst first, then by key."""
    data, below = Data(snapshot, on), data_ways(snapshot, on)
    rows = [_row(snapshot, place, data, below) for place in promising(snapshot, on).tolist()]
    worst_first = list(Loss)
    return sorted(rows, key=lambda row: (worst_first.index(row.verdict), -row.broken_by, row.place))


def data_ways(snapshot: Snapshot, on: date) -> dict[int, list[int]]:
    """Return by element the ones through which it comes to its data, in the order of their keys."""
    return _targets(snapshot, holding(snapshot, _TO_DATA, on.toordinal()))


def promising(snapshot: Snapshot, on: date) -> Longs:
    """Return the elements that promise a recovery point of data: data objects, and what uses them."""
    asked = (snapshot.elements.rpo_hours >= 0) & snapshot.requirements(on).valid
    found: Longs = np.flatnonzero(asked & snapshot.of_kinds(_promising(snapshot)))
    return found


class Data:
    """What data objects can lose, by their promises and by their copies."""

    def __init__(self, snapshot: Snapshot, on: date) -> None:
        self.kinds = _ends(snapshot, (RelationKind.ACCESSES,), of_targets=True)
        self._is_data = snapshot.of_kinds(self.kinds).tolist()
        self._promised = snapshot.elements.rpo_hours.tolist()
        rows = holding(snapshot, (RelationKind.STORED_ON,), on.toordinal())
        words = snapshot.relations.qualifiers.words
        copies = [code for code, word in enumerate(words) if json.loads(word).get("role") in COPIES]
        self.copies = _targets(snapshot, rows[np.isin(snapshot.relations.qualifiers.codes[rows], copies)])

    def is_data(self, element: int) -> bool:
        """Return whether an element is data."""
        return bool(self._is_data[element])

    def has_copy(self, element: int) -> bool:
        """Return whether a replica or backup of a data object is recorded."""
        return element in self.copies

    def loss(self, element: int) -> tuple[float | None, list[int]]:
        """Return how many hours of a data object can be lost, None if unknown, and the places that say so."""
        known = [(self._promised[copy], copy) for copy in self.copies.get(element, ())]
        stated = sorted((hours, copy) for hours, copy in known if hours >= 0)
        own = self._promised[element] if self._promised[element] >= 0 else None
        if stated and (own is None or stated[0][0] > own):
            return stated[0][0], [element, stated[0][1]]
        return own, [element]


def _row(snapshot: Snapshot, place: int, data: Data, below: dict[int, list[int]]) -> RecoveryPoint:
    promised = float(snapshot.elements.rpo_hours[place])
    before = _reached(place, below)
    found = [element for element in before if data.is_data(element)]
    losses = [(*data.loss(element), element) for element in found]
    worst = max((hours for hours, _, _ in losses if hours is not None), default=None)
    open_ = [element for hours, _, element in losses if hours is None or not data.has_copy(element)]
    verdict, chain = Loss.KEPT, list[int]()
    if worst is not None and worst > promised:
        verdict = Loss.BROKEN
        places, element = next((places, element) for hours, places, element in losses if hours == worst)
        chain = [*_chain(before, element)[:-1], *places]
    elif open_ or not found:
        verdict, chain = Loss.UNKNOWN, _chain(before, open_[0] if open_ else place)
    return RecoveryPoint(
        place=place,
        key=snapshot.keys[place],
        name=snapshot.names[place],
        promised=promised,
        loss=worst,
        verdict=verdict,
        broken_by=max((worst or 0.0) - promised, 0.0),
        chain=tuple(snapshot.keys[step] for step in chain),
    )


def _reached(place: int, below: dict[int, list[int]]) -> dict[int, int]:
    """What an element reaches, nearest first, with the element before each; ABSENT before the first."""
    before, ring = {place: ABSENT}, [place]
    for element in ring:
        for target in below.get(element, ()):
            if target not in before:
                before[target] = element
                ring.append(target)
    return before


def _chain(before: dict[int, int], last: int) -> list[int]:
    chain = [last]
    while before[chain[-1]] != ABSENT:
        chain.append(before[chain[-1]])
    return chain[::-1]


def _targets(snapshot: Snapshot, rows: Longs) -> dict[int, list[int]]:
    """The targets of some relations by source, in the order of their keys."""
    found: dict[int, set[int]] = {}
    source, target = snapshot.relations.source[rows].tolist(), snapshot.relations.target[rows].tolist()
    for one, other in zip(source, target, strict=True):
        found.setdefault(one, set()).add(other)
    return {one: sorted(others) for one, others in found.items()}


def _promising(snapshot: Snapshot) -> set[ElementKind]:
    """The kinds whose promise is one to check: data and what uses it; of others it is how often they copy."""
    used = _ends(snapshot, (RelationKind.ACCESSES,), of_targets=True)
    return used | _ends(snapshot, _TO_DATA, of_targets=False)


def _ends(snapshot: Snapshot, relations: Collection[RelationKind], *, of_targets: bool) -> set[ElementKind]:
    ends = [ends for relation in relations for ends in snapshot.metamodel.relation(relation).ends]
    return {kind for one in ends for kind in (one.targets if of_targets else one.sources)}
