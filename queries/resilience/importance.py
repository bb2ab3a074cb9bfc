"""How important elements are: by their criticality and by how many people use them.

importance = weight of the criticality × (1 + log10(1 + users)), rounded to one decimal. It never falls when
the criticality or a number of users rises. A level of criticality counts twice the level below it, and ten
times as many users add as much as the first nine. Source: our choice; a business impact analysis
(ISO/TS 22317) asks for both and fixes no scale.
"""

from collections.abc import Collection
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np

from model.kinds import RelationKind
from queries.resilience.single_points import noticed
from queries.snapshot.coding import RELATION_KINDS, valid_on
from queries.snapshot.columns import ABSENT, Floats, Longs
from queries.snapshot.snapshot import Snapshot

WEIGHTS = {"low": 1.0, "medium": 2.0, "high": 4.0, "very_high": 8.0}
UNKNOWN_WEIGHT = WEIGHTS["medium"]  # where no criticality is known
_LEVELS = {word: place for place, word in enumerate(WEIGHTS)}
GIVEN_BY = (RelationKind.SERVED_BY, RelationKind.REALIZED_BY)


class Ranked(NamedTuple):
    """One element with its importance.

    criticality: that which counts; None where none is known, which counts as medium. users: None where no
    number is known.
    """

    place: int  # index in the snapshot
    key: str
    name: str
    importance: float
    criticality: str | None
    users: int | None


class Importance:
    """The importance of every element of a snapshot on one date."""

    def __init__(self, snapshot: Snapshot, on: date) -> None:
        self.snapshot = snapshot
        self._day = on.toordinal()

    @cached_property
    def value(self) -> Floats:
        """Importance by element."""
        weight = np.array([*WEIGHTS.values(), UNKNOWN_WEIGHT])[self.level]  # ABSENT takes the last
        found: Floats = np.round(weight * (1 + np.log10(1 + np.nan_to_num(self.users))), 1)
        return found

    @cached_property
    def level(self) -> Longs:
        """Criticality by element, as position in WEIGHTS; ABSENT where none is known.

        The element's own; without one, the highest of what gives it (of the services of a process, the
        applications of a service).
        """
        criticality, rows = self.snapshot.elements.criticality, self.snapshot.relations
        levels = [_LEVELS.get(word, ABSENT) for word in criticality.words]
        own = np.array([*levels, ABSENT])[criticality.codes]
        giving = holding(self.snapshot, GIVEN_BY, self._day)
        found, before = own, np.empty(0)
        while not np.array_equal(before, found):
            before, given = found, np.full(len(own), ABSENT)
            np.maximum.at(given, rows.source[giving], before[rows.target[giving]])
            found = np.where(own == ABSENT, given, own)
        return found

    @cached_property
    def users(self) -> Floats:
        """People by element, NaN where no number is known.

        The largest of: the element's own number; the sum over the USES relations that lead to it; the users
        of what gives it (of the services of a process, the applications of a service).
        """
        own, rows = self.snapshot.elements.users, self.snapshot.relations
        using = holding(self.snapshot, (RelationKind.USES,), self._day)
        using = using[rows.users[using] >= 0]
        found = np.full(len(own), np.nan)
        found[rows.target[using]] = 0
        np.add.at(found, rows.target[using], rows.users[using])
        found = np.fmax(np.where(own >= 0, own, np.nan), found)
        giving, before = holding(self.snapshot, GIVEN_BY, self._day), np.empty(0)
        while not np.array_equal(before, found, equal_nan=True):
            before = found.copy()
            np.fmax.at(found, rows.source[giving], before[rows.target[giving]])
        return np.asarray(found, np.float64)

    def ranked(self, among: Longs | None = None) -> list[Ranked]:
        """Return some elements, or all that people notice, the most important first, then by key."""
        if among is None:
            alive = valid_on(self.snapshot.elements.since, self.snapshot.elements.until, self._day)
            among = np.flatnonzero(noticed(self.snapshot) & alive)
        words = list(WEIGHTS)
        order = among[np.lexsort((among, -self.value[among]))]
        return [
            Ranked(
                place=index,
                key=self.snapshot.keys[index],
                name=self.snapshot.names[index],
                importance=float(self.value[index]),
                criticality=None if self.level[index] == ABSENT else words[self.level[index]],
                users=None if np.isnan(self.users[index]) else int(self.users[index]),
            )
            for index in order.tolist()
        ]


def holding(snapshot: Snapshot, kinds: Collection[RelationKind], day: int) -> Longs:
    """Return the relations of some kinds that are valid on a day (an ordinal), both ends too."""
    elements, rows = snapshot.elements, snapshot.relations
    alive = valid_on(elements.since, elements.until, day)
    these = np.isin(rows.kind, [RELATION_KINDS.index(kind) for kind in kinds])
    these &= valid_on(rows.since, rows.until, day) & alive[rows.source] & alive[rows.target]
    return np.flatnonzero(these)
