"""Machines and the places they stand in: which carry little, do the same in many rooms, or are outdated."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from model.element import Element, day
from model.kinds import ElementKind, RelationKind, Status
from queries.snapshot.coding import STATUSES
from queries.snapshot.snapshot import Snapshot
from queries.whatif.facts import edges, ordered

MACHINES, PLACES = (ElementKind.SERVER,), (ElementKind.COMPUTING_FACILITY,)
FIGURES = ("memory", "disk", "server_use")  # properties that say how large a machine is, and what for
LITTLE = 1  # elements that run or stand on it, at most, to be called little used: a convention
_INSTALLED = (RelationKind.USES_SOFTWARE,)
_STANDING = (RelationKind.LOCATED_IN,)
_HOSTED = (RelationKind.HOSTED_ON,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """Software whose support has ended. uid: of the product. ended: the last day of support."""

    uid: str
    ended: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A machine, or a place where machines stand.

    carried: uids of what runs, is stored or stands on it. place: where it stands itself. figures: what is on
    record of its size and use. outdated: software past its support, on it or on what stands there.
    support_known: the software of each of these machines, and the end of its support, is on record.
    """

    uid: str
    kind: ElementKind
    carried: tuple[str, ...]
    place: str | None
    figures: Mapping[str, object]
    outdated: tuple[Outdated, ...]
    support_known: bool

    @property
    def is_little_used(self) -> bool:
        """Whether it carries next to nothing, as far as is on record."""
        return len(self.carried) <= LITTLE


class Machines:
    """What is known of the machines of a snapshot. elements: of machines and software, by uid."""

    def __init__(self, snapshot: Snapshot, elements: Mapping[str, Element], on: date) -> None:
        self._snapshot, self._elements, self._on = snapshot, elements, on

    def of(self, uid: str) -> Machine:
        """Return one machine or place."""
        known = self._elements.get(uid)
        carried = ordered(self._snapshot, (edge.source for edge in edges(self._snapshot, uid, arriving=True)))
        return Machine(
            uid=uid,
            kind=self._snapshot.kind(self._snapshot.index(uid)),
            carried=carried,
            place=self._place(uid),
            figures={name: known.properties[name] for name in FIGURES if known and name in known.properties},
            outdated=self._outdated((uid, *carried)),
            support_known=self._support_known((uid, *carried)),
        )

    @cached_property
    def all(self) -> list[Machine]:
        """Every machine and place in use: the least used first, then by key."""
        snapshot = self._snapshot
        found = [
            self.of(snapshot.uids[at])
            for at in np.flatnonzero(snapshot.of_kinds((*MACHINES, *PLACES))).tolist()
            if STATUSES[snapshot.elements.status[at]] is Status.ACTIVE
        ]
        return sorted(found, key=lambda one: len(one.carried))

    def key(self, uid: str) -> str:
        """Return the key of an element."""
        return self._snapshot.keys[self._snapshot.index(uid)]

    def scattered(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return for each use the machines by the place they stand in, where that is more than one place."""
        found: dict[str, dict[str, list[str]]] = {}
        for machine in self.all:
            said = machine.figures.get("server_use", ())
            for use in said if isinstance(said, tuple) else (said,):
                if machine.place is not None:
                    found.setdefault(str(use), {}).setdefault(machine.place, []).append(machine.uid)
        return {
            use: {place: ordered(self._snapshot, uids) for place, uids in places.items()}
            for use, places in sorted(found.items())
            if len(places) > 1
        }

    def _place(self, uid: str) -> str | None:
        """Where a machine stands; a virtual one where its host does."""
        seen = set[str]()
        while uid not in seen:
            seen.add(uid)
            if standing := edges(self._snapshot, uid, _STANDING):
                return standing[0].target
            if hosted := edges(self._snapshot, uid, _HOSTED):
                uid = hosted[0].target
        return None

    def _outdated(self, uids: tuple[str, ...]) -> tuple[Outdated, ...]:
        products = {edge.target for uid in uids for edge in edges(self._snapshot, uid, _INSTALLED)}
        found = []
        for product in ordered(self._snapshot, {*products, *uids}):
            end = day(self._elements.get(product), "support_end")
            if end is not None and end < self._on:
                found.append(Outdated(uid=product, ended=end))
        return tuple(found)

    def _support_known(self, uids: tuple[str, ...]) -> bool:
        snapshot = self._snapshot
        machines = [uid for uid in uids if snapshot.kind(snapshot.index(uid)) in MACHINES]
        installed = [edges(snapshot, uid, _INSTALLED) for uid in machines]
        ends = (day(self._elements.get(edge.target), "support_end") for found in installed for edge in found)
        return all(installed) and all(end is not None for end in ends)
