"""What a consolidation sets in motion: data, interfaces, what runs there, users; the order; and the load."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, unique
from functools import cached_property

from model.element import number
from model.kinds import RelationKind
from model.text import Text
from queries.snapshot.columns import ABSENT
from queries.whatif.consolidation import Consolidation
from queries.whatif.facts import Edge, edges, ordered

_EXCHANGE = (RelationKind.CALLS, RelationKind.EXPOSED_BY, RelationKind.RECEIVES_FROM)
_STORED = (RelationKind.STORED_ON,)
_READ = "read"


@unique
class Fate(StrEnum):
    """What becomes of something that those given up have."""

    MOVE = "move"  # data or an interface that the kept one has to get
    THERE = "there"  # the kept one has it already
    INSIDE = "inside"  # it ran between two of them: no longer needed


FATES = {
    Fate.MOVE: Text(id="dipindahkan atau dibangun ulang", en="to be moved or rebuilt"),
    Fate.THERE: Text(id="sudah ada pada yang diteruskan", en="the kept one has it already"),
    Fate.INSIDE: Text(id="tidak diperlukan lagi", en="no longer needed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A relation by which one given up exchanges data. of: its uid. data: what flows, where it is stated."""

    of: str
    relation: RelationKind
    source: str
    target: str
    data: str | None
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """Data that those given up write or store. of: their uids. on: uids of where it is kept today."""

    uid: str
    of: tuple[str, ...]
    on: tuple[str, ...]
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What leans on an element. agencies: uids. users: None where no number is known.

    unknown: how many of those counted have no number of users on record.
    """

    agencies: tuple[str, ...]
    users: int | None
    unknown: int


@unique
class Move(StrEnum):
    """The steps of a consolidation, in their order."""

    DATA = "data"
    CARRIED = "carried"
    INTERFACES = "interfaces"
    USERS = "users"
    SWITCH_OFF = "switch_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step, and the uids of the elements it is about."""

    move: Move
    elements: tuple[str, ...]


class Moving:
    """What has to move in one consolidation."""

    def __init__(self, asked: Consolidation) -> None:
        self.asked = asked
        self._base = asked.base
        self._merging = {asked.keep, *asked.gone}

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """The interfaces and flows of those given up, by which they have them, then by the other end."""
        keep = self.asked.keep
        mine = {edge[:3] for edge in self._exchanged(keep)}
        found, told = [], set[str]()  # what runs between two of those given up is met at both ends
        for uid in self.asked.gone:
            for edge in self._exchanged(uid):
                if edge.id in told:
                    continue
                told.add(edge.id)
                source, target = (keep if one == uid else one for one in (edge.source, edge.target))
                fate = Fate.THERE if (edge.relation, source, target) in mine else Fate.MOVE
                if {edge.source, edge.target} <= self._merging:
                    fate = Fate.INSIDE
                found.append(
                    Flow(
                        of=uid,
                        relation=edge.relation,
                        source=edge.source,
                        target=edge.target,
                        data=self.asked.facts.said(edge.id, "data"),
                        fate=fate,
                    )
                )
        return tuple(found)

    def _exchanged(self, uid: str) -> list[Edge]:
        return [edge for way in (False, True) for edge in edges(self._base, uid, _EXCHANGE, arriving=way)]

    @cached_property
    def data(self) -> tuple[Stock, ...]:
        """The data that those given up write or store, in the order of keys."""
        of: dict[str, list[str]] = {}
        for uid in self.asked.gone:
            for one in self._data_of(uid):
                of.setdefault(one, []).append(uid)
        there = self._data_of(self.asked.keep)
        return tuple(
            Stock(
                uid=one,
                of=tuple(of[one]),
                on=tuple(edge.target for edge in edges(self._base, one, _STORED)),
                fate=Fate.THERE if one in there else Fate.MOVE,
            )
            for one in ordered(self._base, of)
        )

    def _data_of(self, uid: str) -> tuple[str, ...]:
        """What a machine stores, or an application writes; without a stated mode it writes."""
        if self.asked.carries:
            return ordered(
                self._base, (edge.source for edge in edges(self._base, uid, _STORED, arriving=True))
            )
        accessed = edges(self._base, uid, (RelationKind.ACCESSES,))
        writing = (edge.target for edge in accessed if self.asked.facts.said(edge.id, "mode") != _READ)
        return ordered(self._base, writing)

    @cached_property
    def carried(self) -> tuple[str, ...]:
        """What stands or runs on those given up and moves to the kept one: not data, which is told apart."""
        if not self.asked.carries:
            return ()
        return ordered(
            self._base,
            (
                edge.source
                for uid in self.asked.gone
                for edge in edges(self._base, uid, arriving=True)
                if edge.relation not in _STORED and edge.source not in self._merging
            ),
        )

    def load(self, *, after: bool) -> Load:
        """Return what leans on the kept one, today or after. A person who uses two of them counts twice.

        What ended already is used by nobody.
        """
        moving = [uid for uid in self.asked.gone if uid not in self.asked.ended]
        counted = (self.asked.keep, *(moving if after else ()))
        if self.asked.carries:
            found = [edge.source for uid in counted for edge in edges(self._base, uid, arriving=True)]
            carried = ordered(self._base, found)
            agencies, measured = self._owners(carried), tuple(one for one in carried if self._has_users(one))
        else:
            agencies, measured = {*self._users(counted), *self._owners(counted)}, counted
        numbers = [number(self.asked.facts.elements.get(uid), "users") for uid in measured]
        known = [one for one in numbers if one is not None]
        return Load(
            agencies=ordered(self._base, agencies),
            users=round(sum(known)) if known else None,
            unknown=len(numbers) - len(known),
        )

    def _has_users(self, uid: str) -> bool:
        kind = self._base.kind(self._base.positions[uid])
        return self._base.metamodel.property_(kind, "users") is not None

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps that apply, in order: data first, then interfaces, then users; switched off last."""
        moving = [flow for flow in self.flows if flow.fate is Fate.MOVE]
        far = {end for flow in moving for end in (flow.source, flow.target)} - self._merging
        work = () if self.asked.carries else self.asked.work
        stays_on = {*self.asked.national, *self.asked.ended}
        wanted = {
            Move.DATA: tuple(one.uid for one in self.data if one.fate is Fate.MOVE),
            Move.CARRIED: self.carried,
            Move.INTERFACES: ordered(self._base, far),
            Move.USERS: ordered(self._base, (*self._users(self.asked.gone), *work)),
            Move.SWITCH_OFF: tuple(uid for uid in self.asked.gone if uid not in stays_on),
        }
        return tuple(Step(move=move, elements=elements) for move, elements in wanted.items() if elements)

    def _users(self, uids: Iterable[str]) -> list[str]:
        using = (edges(self._base, uid, (RelationKind.USES,), arriving=True) for uid in uids)
        return [edge.source for found in using for edge in found]

    def _owners(self, uids: Iterable[str]) -> set[str]:
        owners = (int(self._base.owner[self._base.positions[uid]]) for uid in uids)
        return {self._base.uids[one] for one in owners if one != ABSENT}
