"""Plans on record for a group of applications: initiatives that concern all of its members."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from model.availability import parse_day
from model.element import Element
from model.kinds import ElementKind, RelationKind, Status
from queries import graph, records
from queries.redundancy.groups.disposing import Action, Choice, Disposition
from queries.store.store import Store

RATIONALISATION = "RAS"  # what their numbers begin with
_DAY = "%d/%m/%Y"
# How plans are written and read again: never reworded, whatever a page calls these.
_WRITTEN: Mapping[Action, str] = {
    Action.KEEP: "Diteruskan",
    Action.MERGE: "Digabungkan",
    Action.MIGRATE: "Dialihkan",
    Action.RETIRE: "Dihentikan",
}
_ACTIONS: Mapping[str, Action] = {word: action for action, word in _WRITTEN.items()}
_LINE = re.compile(
    rf"(?P<name>.*?): (?P<action>{'|'.join(_ACTIONS)})\. (?P<reason>.*?)"
    r"(?: Hari terakhir: (?P<day>\d{2}/\d{2}/\d{4})\.)? \[(?P<key>[^\[\]]+)\]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedPlan:
    """A plan of what becomes of a group.

    at: when it was recorded. last_day: the latest it gave a member. concerns: uids of all it is about.
    keep: uid of the member it keeps; None where its text does not tell of all members any more. choices: what
    it says of each, by uid.
    """

    number: str
    at: str
    last_day: date | None = None
    concerns: frozenset[str] = frozenset()
    keep: str | None = None
    choices: Mapping[str, Choice] = field(default_factory=dict)

    def is_of(self, members: Iterable[str]) -> bool:
        """Whether it is about just these elements, given as uids, and tells what becomes of each."""
        return self.keep is not None and self.concerns == frozenset(members)


def plan_text(
    decided: Iterable[Disposition], elements: Mapping[str, Element], last_days: Mapping[str, date]
) -> str:
    """Return what becomes of each member as the text of a plan, in Indonesian, a line for each."""
    return "\n".join(_line(one, elements[one.uid], last_days.get(one.uid)) for one in decided)


def plan_choices(text: str, uids: Mapping[str, str]) -> dict[str, Choice]:
    """Return what the text of a plan says of each member, by uid, in its order. uids: by key."""
    found = {}
    for line in text.splitlines():
        said = _LINE.fullmatch(line)
        if said and said["key"] in uids:
            on = datetime.strptime(said["day"], _DAY).date() if said["day"] else None
            action = _ACTIONS[said["action"]]
            found[uids[said["key"]]] = Choice(action=action, on=on, undated=on is None, reason=said["reason"])
    return found


def recorded_plans(store: Store, members: Sequence[str]) -> list[RecordedPlan]:
    """Return the plans that concern all of these elements, given as uids, by number; none was taken back."""
    (found,) = plans_of_groups(store, [members])
    return found


def plans_of_groups(store: Store, groups: Sequence[Sequence[str]]) -> list[list[RecordedPlan]]:
    """Return for each group of elements, given as uids, the plans that concern all of it, by number."""
    # (:Initiative)-[:ADDRESSES]->(:Application)
    concerns: dict[str, set[str]] = {}
    for relation in graph.relations_to(store, {uid for members in groups for uid in members}).values():
        if relation.relation is RelationKind.ADDRESSES:
            concerns.setdefault(relation.source, set()).add(relation.target)
    whole = [uid for uid, targets in concerns.items() if any(map(targets.issuperset, groups))]
    found = [one for one in graph.elements(store, whole).values() if _is_plan(one)]
    ids = [one.uid for one in found]
    said = records.records_of(store, ids)
    targets = _targets(store, ids)
    plans = [_plan(store, one, said[one.uid][0].load, said[one.uid][0].at, targets[one.uid]) for one in found]
    ordered = sorted(plans, key=lambda one: one.number)
    return [[one for one in ordered if one.concerns.issuperset(members)] for members in groups]


def latest_of(plans: Iterable[RecordedPlan], members: Sequence[str]) -> RecordedPlan | None:
    """Return the plan that was recorded last for just these elements; None where there is none."""
    whole = [one for one in plans if one.is_of(members)]
    return max(whole, key=lambda one: (one.at, one.number), default=None)


def _line(one: Disposition, element: Element, last: date | None) -> str:
    reason = " ".join(one.reason.id.split())
    day = f" Hari terakhir: {last.strftime(_DAY)}." if last else ""
    return f"{element.name}: {_WRITTEN[one.action]}. {reason}{day} [{element.key}]"


def _targets(store: Store, plans: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return what each plan concerns: the uid of each element by its key."""
    edges = [
        one for one in graph.relations_from(store, plans).values() if one.relation is RelationKind.ADDRESSES
    ]
    elements = graph.elements(store, {one.target for one in edges})
    found: dict[str, dict[str, str]] = {uid: {} for uid in plans}
    for one in edges:
        if one.target in elements:
            found[one.source][elements[one.target].key] = one.target
    return found


def _is_plan(element: Element) -> bool:
    numbered = (element.code or "").startswith(f"{RATIONALISATION}-")
    return element.kind is ElementKind.INITIATIVE and numbered and element.status is not Status.RETIRED


def _plan(store: Store, element: Element, load: str, at: str, uids: Mapping[str, str]) -> RecordedPlan:
    days = [
        day
        for record in records.records_of_load(store, load)
        if (day := parse_day(str(record.values.get("valid_to") or "")))
    ]
    choices = plan_choices(str(element.properties.get("description") or ""), uids)
    kept = next((uid for uid, one in choices.items() if one.action is Action.KEEP), None)
    return RecordedPlan(
        number=element.code or "",
        at=at,
        last_day=max(days, default=None),
        concerns=frozenset(uids.values()),
        keep=kept if choices.keys() == set(uids.values()) else None,
        choices=choices,
    )
