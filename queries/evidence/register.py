"""The architecture as evaluators look it up: elements in order, and what they are linked to on a day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.availability import FIRST_DAY, LAST_DAY, lifetime, parse_day
from model.element import Element, Relation, is_shipped
from model.kinds import ElementKind, RelationKind, Status
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import LinkSpec
from model.record import Value
from queries.architecture import Architecture
from queries.impact.idle import over
from queries.snapshot.columns import ABSENT
from queries.snapshot.snapshot import Snapshot

_FIELDS = ("name", "code")  # what an element has beside its properties


@dataclass(frozen=True, eq=False)
class Register:
    """An architecture with the relations that are in force on a day, and whose each element is.

    forward, backward: relations by source, or target, and type. ended: uids of what is no longer in use.
    coming: uids of what is not in use yet, each with the day from which it is, None where that is not told.
    """

    metamodel: Metamodel
    snapshot: Snapshot
    elements: Mapping[str, Element]
    forward: Mapping[tuple[str, RelationKind], list[Relation]]
    backward: Mapping[tuple[str, RelationKind], list[Relation]]
    ended: frozenset[str]
    coming: Mapping[str, date | None]
    on: date

    @staticmethod
    def of(snapshot: Snapshot, whole: Architecture, on: date) -> "Register":
        """Return the register of an architecture. snapshot: of the same."""
        forward: dict[tuple[str, RelationKind], list[Relation]] = defaultdict(list)
        backward: dict[tuple[str, RelationKind], list[Relation]] = defaultdict(list)
        for relation in whole.relations.values():
            if _holds(relation, on):
                forward[relation.source, relation.relation].append(relation)
                backward[relation.target, relation.relation].append(relation)
        gone = over(snapshot, on)
        ended = frozenset(snapshot.uids[index] for index in np.flatnonzero(gone).tolist())
        ahead = np.flatnonzero(~gone & ~snapshot.requirements(on).valid).tolist()
        coming = {snapshot.uids[index]: _first_day(snapshot, index) for index in ahead}
        return Register(snapshot.metamodel, snapshot, whole.elements, forward, backward, ended, coming, on)

    def of_kinds(self, kinds: Iterable[ElementKind], *, ended: bool = False) -> list[Element]:
        """Return the elements of kinds, in the order of agencies and names; those that ended if asked."""
        wanted = frozenset(kinds)
        found = [
            element
            for element in self.elements.values()
            if element.kind in wanted and not is_shipped(element) and (ended or element.uid not in self.ended)
        ]
        return sorted(found, key=self.order)

    def order(self, element: Element) -> tuple[bool, str, str, str]:
        """Return by what elements are sorted: agency, then name; what nobody owns comes last."""
        agency = self.agency(element)
        return not agency, agency.casefold(), *by_name(element)

    def agency(self, element: Element) -> str:
        """Return the name of the agency whose an element is; blank where nobody owns it."""
        index = self.snapshot.positions.get(element.uid)
        owner = ABSENT if index is None else int(self.snapshot.agency[index])
        return "" if owner == ABSENT else self.snapshot.names[owner]

    def targets(self, uid: str, relation: RelationKind, *kinds: ElementKind) -> list[Element]:
        """Return what in use an element points to by a relation, of some kinds or any, by name."""
        return self._in_use((one.target for one in self.forward.get((uid, relation), ())), kinds)

    def sources(self, uid: str, relation: RelationKind, *kinds: ElementKind) -> list[Element]:
        """Return what in use points to an element by a relation, of some kinds or any, by name."""
        return self._in_use((one.source for one in self.backward.get((uid, relation), ())), kinds)

    def linked(self, element: Element, link: LinkSpec, *, ended: bool = False) -> list[Element]:
        """Return what stands in a reference column of an element, by name; also what ended if asked."""
        table, uid = (self.backward if link.reversed else self.forward), element.uid
        ends = (
            one.source if link.reversed else one.target
            for one in table.get((uid, link.relation), ())
            if link.role is None or one.properties.get("role") == link.role
        )
        return self._named(ends, link.to) if ended else self._in_use(ends, link.to)

    def value(self, element: Element, name: str) -> Value | None:
        """Return what an element has as a property, as status that on the day; None where it has nothing."""
        if name == "status":
            return self.status(element).value
        if name not in _FIELDS:
            return element.properties.get(name)
        found = getattr(element, name)
        return None if found is None else str(found)

    def status(self, element: Element) -> Status:
        """Return what an element is on the day."""
        if element.uid in self.ended:
            return Status.RETIRED
        return Status.PLANNED if element.uid in self.coming else Status.ACTIVE

    def _in_use(self, uids: Iterable[str], kinds: tuple[ElementKind, ...]) -> list[Element]:
        return self._named((uid for uid in uids if uid not in self.ended), kinds)

    def _named(self, uids: Iterable[str], kinds: tuple[ElementKind, ...]) -> list[Element]:
        found = {uid: self.elements[uid] for uid in uids if uid in self.elements}
        fitting = (one for one in found.values() if not kinds or one.kind in kinds)
        return sorted(fitting, key=by_name)


def by_name(element: Element) -> tuple[str, str]:
    """Return by what elements of one place are sorted."""
    return element.name.casefold(), element.uid


def names(elements: Iterable[Element]) -> tuple[str, ...]:
    """Return what elements are called; a reference code by its code and name."""
    return tuple(_called(elements))


def _called(elements: Iterable[Element]) -> Iterator[str]:
    for element in elements:
        is_code = element.kind is ElementKind.REFERENCE_CODE and element.code and element.code != element.name
        yield f"{element.code} {element.name}" if is_code else element.name


def _first_day(snapshot: Snapshot, index: int) -> date | None:
    since = int(snapshot.elements.since[index])
    return date.fromordinal(since) if FIRST_DAY < since < LAST_DAY else None


def _holds(relation: Relation, on: date) -> bool:
    first, last = (parse_day(str(relation.properties.get(name) or "")) for name in ("valid_from", "valid_to"))
    since, until = lifetime(Status.ACTIVE, first, last)
    return since <= on.toordinal() <= until
