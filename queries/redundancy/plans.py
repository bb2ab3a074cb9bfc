"""Plans on record for a group of applications: initiatives that concern all of its members."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from model.availability import parse_day
from model.element import Element
from model.kinds import ElementKind, RelationKind, Status
from queries import graph, records
from queries.store.store import Store

RATIONALISATION = "RAS"  # what their numbers begin with


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedPlan:
    """A plan of what becomes of a group. at: when it was recorded. last_day: the latest it gave a member."""

    number: str
    at: str
    last_day: date | None = None


def recorded_plans(store: Store, members: Sequence[str]) -> list[RecordedPlan]:
    """Return the plans that concern all of these elements, given as uids, by number; none was taken back."""
    # (:Initiative)-[:ADDRESSES]->(:Application)
    concerns: dict[str, set[str]] = {}
    for relation in graph.relations_to(store, members).values():
        if relation.relation is RelationKind.ADDRESSES:
            concerns.setdefault(relation.source, set()).add(relation.target)
    whole = [uid for uid, targets in concerns.items() if targets.issuperset(members)]
    found = [one for one in graph.elements(store, whole).values() if _is_plan(one)]
    said = records.records_of(store, [one.uid for one in found])
    return sorted(
        (_plan(store, one, said[one.uid][0].load, said[one.uid][0].at) for one in found),
        key=lambda one: one.number,
    )


def _is_plan(element: Element) -> bool:
    numbered = (element.code or "").startswith(f"{RATIONALISATION}-")
    return element.kind is ElementKind.INITIATIVE and numbered and element.status is not Status.RETIRED


def _plan(store: Store, element: Element, load: str, at: str) -> RecordedPlan:
    days = [
        day
        for record in records.records_of_load(store, load)
        if (day := parse_day(str(record.values.get("valid_to") or "")))
    ]
    return RecordedPlan(number=element.code or "", at=at, last_day=max(days, default=None))
