"""The part of a snapshot that a certificate holds, while it is gathered."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from model.availability import FIRST_DAY, LAST_DAY, NEVER, State
from model.kinds import Effect, Grouping
from queries.certificate.document import Document, Origin, sealed
from queries.snapshot.coding import RELATION_KINDS, STATUSES, valid_on
from queries.snapshot.columns import ABSENT, Longs, gathered
from queries.snapshot.snapshot import Snapshot

_EFFECTS = {State.UP: Effect.NONE, State.DEGRADED: Effect.DEGRADED, State.DOWN: Effect.DOWN}


class Part:
    """The part of a snapshot that a certificate holds, while it is gathered."""

    def __init__(self, snapshot: Snapshot, on: date) -> None:
        self.snapshot = snapshot
        self._on = on
        relations = snapshot.relations
        self._ids = relations.id
        partial = [snapshot.metamodel.relation(kind).grouping is Grouping.PARTIAL for kind in RELATION_KINDS]
        self.partial = np.array(partial)
        # what has no effect may still say need and loss of its group
        grouped = (relations.group.codes != ABSENT) | self.partial[relations.kind]
        self._stating = grouped | (relations.cap > State.UP)
        day, valid = on.toordinal(), snapshot.requirements(on).valid
        both = valid[relations.source] & valid[relations.target]
        self.valid = valid_on(relations.since, relations.until, day) & both
        self._rows: Longs = np.zeros(0, np.int64)
        self._requires: dict[int, int] = {}
        self._required_by: dict[int, int] = {}
        self._named: set[int] = set()

    def take(self, core: Longs, *, required_by: bool = False) -> None:
        """Take elements with all their requirements; required_by: and all that require them, with theirs."""
        owners = core
        if required_by:
            leading = self._chosen(self.snapshot.in_ptr, core, self.snapshot.in_relation)
            counts = np.bincount(self.snapshot.relations.target[leading], minlength=len(self.snapshot))
            self._required_by = {index: int(counts[index]) for index in core.tolist()}
            owners = np.union1d(core, self.snapshot.relations.source[leading])
        self._rows = self._chosen(self.snapshot.out_ptr, owners)
        counts = np.bincount(self.snapshot.relations.source[self._rows], minlength=len(self.snapshot))
        self._requires = {index: int(counts[index]) for index in owners.tolist()}
        self.name(owners.tolist())
        self.name(self.snapshot.relations.target[self._rows].tolist())

    def name(self, indices: Iterable[int]) -> None:
        """Take elements for what they are, without their requirements."""
        self._named.update(indices)

    def rows_of(self, element: int) -> list[int]:
        """Return the relations that say what an element requires."""
        found: list[int] = self._chosen(self.snapshot.out_ptr, np.array([element])).tolist()
        return found

    def _chosen(self, ptr: Any, elements: Longs, by: Any = None) -> Longs:
        rows, _ = gathered(ptr[elements], ptr[elements + 1] - ptr[elements])
        rows = rows if by is None else by[rows]
        chosen: Longs = rows[self._stating[rows]]
        return chosen

    def document(
        self,
        asked: Mapping[str, Any],
        answer: Mapping[str, Any],
        origin: Origin,
        *,
        cypher: str,
        firings: Sequence[Mapping[str, Any]] = (),
    ) -> Document:
        """Return the whole certificate."""
        types = sorted(RELATION_KINDS[code].value for code in np.flatnonzero(self.partial).tolist())
        return sealed(
            {
                "asked": {**asked, "on": self._on.isoformat(), **origin.told(self.snapshot.revision)},
                "answer": answer,
                "elements": {
                    self.snapshot.keys[index]: self._element(index) for index in sorted(self._named)
                },
                "partial": types,
                "requirements": [self._requirement(row) for row in self._rows.tolist()],
                "firings": list(firings),
                "cypher": cypher,
            }
        )

    def _element(self, index: int) -> dict[str, Any]:
        elements = self.snapshot.elements
        return {
            "uid": self.snapshot.uids[index],
            "kind": self.snapshot.kind(index).value,
            "name": self.snapshot.names[index],
            "status": STATUSES[elements.status[index]].value,
            **_days(int(elements.since[index]), int(elements.until[index])),
            "requires": self._requires.get(index),
            "required_by": self._required_by.get(index),
        }

    def _requirement(self, row: int) -> dict[str, Any]:
        relations, keys = self.snapshot.relations, self.snapshot.keys
        weight = float(relations.weight[row])
        return {
            "id": self._ids[row],
            "source": keys[relations.source[row]],
            "relation": RELATION_KINDS[relations.kind[row]].value,
            "target": keys[relations.target[row]],
            "group": relations.group[row],
            "need": relations.need[row],
            "loss": relations.loss[row],
            "weight": None if np.isnan(weight) else weight,
            "effect": _EFFECTS[State(relations.cap[row])].value,
            **_days(int(relations.since[row]), int(relations.until[row])),
        }


def _days(since: int, until: int) -> dict[str, str | None]:
    """Return the first and last day; both None where there is none, or where the status says: never."""
    never = (since, until) == NEVER
    return {
        "valid_from": None if never or since == FIRST_DAY else date.fromordinal(since).isoformat(),
        "valid_to": None if never or until == LAST_DAY else date.fromordinal(until).isoformat(),
    }
