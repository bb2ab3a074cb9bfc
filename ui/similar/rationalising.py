"""A group of applications as the page shows it: what is known, which to keep, what becomes of the others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeGuard

from model.element import Element, number
from model.text import Language, Text, sentences
from queries import graph
from queries.redundancy.contradictions import contradictions_told
from queries.redundancy.corpus import Entry
from queries.redundancy.evidence import COUNTED, WORKED_ON
from queries.redundancy.groups.coverage import Coverage, coverage
from queries.redundancy.groups.disposing import ACTION_LABELS, Action, Disposition, Wishes, dispositions
from queries.redundancy.groups.facts import Facts, as_of, facts_of, joined_of, variants_of
from queries.redundancy.groups.groups import Group
from queries.redundancy.groups.plans import RecordedPlan, latest_of, plans_of_groups
from queries.redundancy.groups.rationalise import ASPECT_LABELS, Advice, advised
from queries.redundancy.groups.saving import QUADRANT_LABELS, Saving, saving, standing
from queries.redundancy.inventory import Inventory, inventory_of
from queries.snapshot.columns import ABSENT
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store
from ui.components.workbook import Cell
from ui.phrases import grouping
from ui.phrases import similar as words
from ui.similar.likeness import Similar
from ui.similar.scores import rounded
from ui.wording import day as day_words
from ui.wording import moment
from ui.wording import number as number_words


@dataclass(frozen=True, eq=False, kw_only=True)
class Grounds:
    """What is known of groups. identical: pairs of uids that are one system, registered twice.

    inventory: all applications, with which each is compared. contradictions: what people decided against
    itself, by the uids that it is about.
    """

    facts: Facts
    identical: tuple[tuple[str, str], ...]
    inventory: Inventory = field(default_factory=Inventory)
    contradictions: tuple[tuple[frozenset[str], Text], ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Opinion:
    """All that is to be said of one group. saving: None where nothing ends, or nobody confirmed it.

    supposed: what is saved if all members are duplicates indeed. plan: the one on record that all of it is
    taken from. contradictions: decisions about members that cannot all hold.
    """

    group: Group
    facts: Facts
    advice: Advice
    dispositions: tuple[Disposition, ...]
    saving: Saving | None
    supposed: Saving | None = None
    plan: RecordedPlan | None = None
    inventory: Inventory = field(default_factory=Inventory)
    contradictions: tuple[Text, ...] = ()

    def entry(self, uid: str) -> Entry:
        """Return a member."""
        return self.facts.entries[uid]

    @property
    def gone(self) -> list[str]:
        """The members that another takes the place of."""
        return [one.uid for one in self.dispositions if one.action is not Action.KEEP and not one.ended]

    @property
    def merged(self) -> list[str]:
        """The members that are the kept one itself, recorded once more, or another's on other platforms."""
        variants = self.facts.variants
        return [
            one.uid
            for one in self.dispositions
            if one.action is Action.MERGE or (one.uid in self.gone and one.uid in variants)
        ]

    @property
    def ending(self) -> list[str]:
        """The members that are switched off; one that is merely merged is not."""
        return [one.uid for one in self.dispositions if one.ends]

    def overdue(self, today: date) -> list[str]:
        """Return the members that are to end on a day that is over."""
        return [one.uid for one in self.dispositions if one.ends and one.on and one.on < today]

    @property
    def is_over(self) -> bool:
        """Whether all members ended already, so that there is none to keep."""
        return self.dispositions[0].ended is not None

    def element(self, uid: str) -> Element | None:
        """Return what is known of a member."""
        return self.facts.elements.get(uid)


def grounds_of(
    store: Store, snapshot: Snapshot, found: Similar, groups: Sequence[Group], today: date
) -> Grounds:
    """Return what is known of groups, on a day."""
    members = {uid for group in groups for uid in group.members}
    known = facts_of(
        found.comparison, found.knowledge, graph.elements(store, members), _owners(snapshot, found, members)
    )
    facts = replace(known, variants=variants_of(found.comparison), joined=joined_of(found.made, members))
    return Grounds(
        facts=as_of(facts, snapshot, today),
        identical=found.identical(members),
        inventory=inventory_of(store, snapshot, found.comparison.corpus.kind, today),
        contradictions=contradictions_told(found.made, facts.entries),
    )


def opinion_of(
    grounds: Grounds, group: Group, chosen: str | None = None, wishes: Wishes | None = None
) -> Opinion:
    """Return what is to be said of a group. chosen: uid of the member a person wants to keep."""
    known, whole = grounds.facts, dict.fromkeys(group.members, group.id) if group.confirmed else {}
    facts = replace(known, joined={**known.joined, **whole})
    standing_ones = set(group.members) - facts.ended.keys()
    advice = advised(group.members, facts, chosen if chosen in standing_ones else None)
    becomes = dispositions(advice, facts, grounds.identical, wishes)
    ending = [one.uid for one in becomes if one.ends and one.uid not in facts.variants]
    return Opinion(
        group=group,
        facts=facts,
        advice=advice,
        dispositions=becomes,
        saving=saving(ending, facts.elements, confirmed=group.confirmed) if ending else None,
        supposed=saving(ending, facts.elements, confirmed=True) if ending else None,
        inventory=grounds.inventory,
        contradictions=tuple(told for uids, told in grounds.contradictions if uids & set(group.members)),
    )


def as_recorded(grounds: Grounds, group: Group, plan: RecordedPlan | None) -> Opinion:
    """Return what a plan on record says of a group; as advised where there is none that still can be kept."""
    if not is_in_force(plan, grounds.facts):
        return opinion_of(grounds, group)
    return replace(opinion_of(grounds, group, plan.keep, Wishes(choices=plan.choices)), plan=plan)


def opinions(
    store: Store, snapshot: Snapshot, found: Similar, groups: Sequence[Group], today: date
) -> list[Opinion]:
    """Return what is to be said of each group: as recorded, else as advised."""
    grounds = grounds_of(store, snapshot, found, groups, today)
    plans = plans_of_groups(store, [group.members for group in groups])
    return [
        as_recorded(grounds, group, latest_of(those, group.members))
        for group, those in zip(groups, plans, strict=True)
    ]


def is_in_force(plan: RecordedPlan | None, facts: Facts) -> TypeGuard[RecordedPlan]:
    """Whether there is a plan, and what it keeps did not end meanwhile."""
    return plan is not None and plan.keep is not None and plan.keep not in facts.ended


def titles(members: Iterable[Entry]) -> dict[str, str]:
    """Return what tells each member from the others, by uid: its name, with its agency, or else its key."""
    entries = list(members)
    agencies = {one.uid: f"{one.name} · {one.owner}" for one in entries}
    by_name, by_agency = Counter(one.name for one in entries), Counter(agencies.values())
    found = {}
    for one in entries:
        told = one.key if by_agency[agencies[one.uid]] > 1 else agencies[one.uid]
        found[one.uid] = one.name if by_name[one.name] == 1 else told
    return found


def member_headers(language: Language) -> list[str]:
    """Return the headers of the table of members."""
    columns = (
        words.APPLICATION,
        words.BECOMES,
        words.REASON,
        words.WHOSE,
        words.POINTS,
        words.USERS,
        words.COST,
        words.STANDING,
    )
    return [column.in_(language) for column in columns]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of a group with its figures; None where they are not on record."""

    entry: Entry
    points: float
    users: float | None
    cost_idr: float | None
    standing: Text


def members_of(opinion: Opinion, year: int) -> list[Member]:
    """Return the members of a group with their figures, the kept one first, then those with most points."""
    return [
        Member(
            entry=opinion.entry(one.uid),
            points=one.total,
            users=number(opinion.element(one.uid), "users"),
            cost_idr=number(opinion.element(one.uid), "annual_cost"),
            standing=_standing(opinion, one.uid, year),
        )
        for one in sorted(opinion.advice.ranking, key=lambda one: one.uid != opinion.advice.keep)
    ]


def member_rows(opinion: Opinion, year: int, language: Language) -> list[list[Cell]]:
    """Return one row for each member, in the order of the advice: what becomes of it and why comes first."""
    becomes = {one.uid: one for one in opinion.dispositions}
    return [
        [
            one.entry.name,
            action_words(becomes[one.entry.uid], language),
            becomes[one.entry.uid].reason.in_(language),
            one.entry.owner,
            number_words(one.points, language, 1),
            _known(one.users, language),
            _known(one.cost_idr, language),
            one.standing.in_(language),
        ]
        for one in members_of(opinion, year)
    ]


def point_headers(opinion: Opinion, language: Language) -> list[str]:
    """Return the headers of the table of points: what counts, then each member; no two are equal."""
    called = titles(opinion.entry(one.uid) for one in opinion.advice.ranking)
    return [words.WHAT_COUNTS.in_(language), *(called[one.uid] for one in opinion.advice.ranking)]


def point_rows(opinion: Opinion, language: Language) -> list[list[Cell]]:
    """Return what speaks for keeping each member, a row for each reason; they add up to the last row."""
    ranking = opinion.advice.ranking
    rows: list[list[Cell]] = [
        [
            ASPECT_LABELS[aspect.aspect].in_(language),
            *(
                f"{number_words(one.rows[place].points, language, 1)} / {aspect.most} · "
                f"{one.rows[place].reason.in_(language)}"
                for one in ranking
            ),
        ]
        for place, aspect in enumerate(ranking[0].rows)
    ]
    totals = [number_words(one.total, language, 1) for one in ranking]
    return [*rows, [words.TOTAL.in_(language), *totals]]


def coverage_headers(language: Language) -> list[str]:
    """Return the headers of the table of coverage: the other member, then each column in which it is told."""
    return [words.APPLICATION.in_(language), *(COUNTED[one].in_(language).capitalize() for one in WORKED_ON)]


def coverage_rows(opinion: Opinion, language: Language) -> list[list[Cell]]:
    """Return how much the kept member covers of each other one; none where there is nothing to cover."""
    kept = opinion.entry(opinion.advice.keep)
    called = titles(map(opinion.entry, opinion.group.members))
    others = [opinion.entry(uid) for uid in opinion.group.members if uid != kept.uid]
    found = [{one.column: one for one in coverage(kept, other)} for other in others]
    if not any(one.whole for columns in found for one in columns.values()):
        return []
    return [
        [called[other.uid], *(_share(columns.get(column), language) for column in WORKED_ON)]
        for other, columns in zip(others, found, strict=True)
    ]


def uncovered(opinion: Opinion) -> list[str]:
    """Return the names of what nothing is recorded to serve when the others are gone."""
    return list(dict.fromkeys(name for one in opinion.dispositions[1:] for name in one.uncovered))


def _share(one: Coverage | None, language: Language) -> str:
    if one is None or not one.whole:
        return "–"
    text = words.COVERED_OF if one.recorded else words.NONE_RECORDED
    return text.filled(covered=len(one.covered), all=one.whole).in_(language)


def _standing(opinion: Opinion, uid: str, year: int) -> Text:
    element = opinion.element(uid)
    if element is None:
        return words.UNKNOWN_STANDING
    found = standing(element, opinion.inventory, year)
    return QUADRANT_LABELS[found.quadrant] if found.quadrant else words.UNKNOWN_STANDING


def action_label(one: Disposition) -> Text:
    """Return what becomes of a member; what stays only until people looked at it is told as such."""
    return grouping.REVIEWED if one.open else ACTION_LABELS[one.action]


def offered_label(advised: Disposition, action: Action) -> Text:
    """Return what a choice is called beside what is advised: what is kept until it was looked at says so."""
    for_now = advised.open and action is advised.action
    return grouping.KEPT_FOR_NOW if for_now else ACTION_LABELS[action]


def action_words(one: Disposition, language: Language) -> str:
    """Return what becomes of a member, with the day if there is one."""
    label = action_label(one).in_(language)
    return f"{label} · {day_words(one.last_day, language)}" if one.last_day else label


def _known(value: float | None, language: Language) -> str:
    return "–" if value is None else number_words(round(value), language)


def _owners(snapshot: Snapshot, found: Similar, members: set[str]) -> Mapping[str, str]:
    """Return the agency that each neighbour of members belongs to, by uid."""
    entries = [entry for entry in found.comparison.corpus.entries if entry.uid in members]
    beside = {uid for entry in entries for names in entry.neighbours.values() for uid in names}
    places = {uid: snapshot.positions[uid] for uid in beside if uid in snapshot.positions}
    owners = {uid: int(snapshot.owner[at]) for uid, at in places.items()}
    return {uid: snapshot.names[owner] for uid, owner in owners.items() if owner != ABSENT}


def saving_words(found: Saving, language: Language) -> str:
    """Return a saving as a range in rupiah; blank where no cost is known."""
    if found.low is None or found.high is None:
        return ""
    return f"Rp {number_words(found.low, language)} – Rp {number_words(found.high, language)}"


def worth(opinion: Opinion, language: Language) -> tuple[Text, tuple[Text, ...]] | None:
    """Return what the plan for a group saves, and all that is assumed; None where nothing ends.

    What is not confirmed is no saving yet: told is what it would be.
    """
    found = opinion.saving or opinion.supposed
    if found is None:
        return None
    if found.high == 0 and not found.unknown:
        return sentences((grouping.NO_SAVING, *_cheaper(opinion, language))), found.assumptions
    if not found.high:
        return words.SAVING_UNKNOWN, found.assumptions
    amount = saving_words(found, language)
    text = grouping.SAVING_IF if opinion.saving is None else words.SAVING
    return text.filled(amount=amount), found.assumptions


def _cheaper(opinion: Opinion, language: Language) -> Iterator[Text]:
    """Yield that keeping what costs nothing would be cheaper, where the kept one costs something."""
    keep = opinion.advice.keep
    cost = number(opinion.element(keep), "annual_cost")
    free = [uid for uid in opinion.ending if number(opinion.element(uid), "annual_cost") == 0]
    if cost and free:
        called = titles(map(opinion.entry, opinion.group.members))
        yield grouping.CHEAPER.filled(
            names=", ".join(called[uid] for uid in free),
            kept=called[keep],
            cost=number_words(cost, language),
        )


def worth_words(opinion: Opinion, language: Language) -> str:
    """Return what the plan for a group saves, with all that is assumed; blank where nothing ends."""
    told = worth(opinion, language)
    if told is None:
        return ""
    said, assumptions = told
    return " ".join(text.in_(language) for text in (said, *assumptions)).replace("**", "")


def leading(groups: Sequence[Group], entries: Mapping[str, Entry], language: Language) -> list[list[Cell]]:
    """Return one row for each group: what it does, how many applications of how many agencies, how alike.

    The national government is no agency of here.
    """
    return [
        [
            function_words(group, entries, language),
            len(group.members),
            len({_agency(entries[uid]) for uid in group.members if not entries[uid].national}),
            round(group.score, 2) if group.confirmed else rounded(group.score),
            state_words(group).in_(language),
            ", ".join(titles(entries[uid] for uid in group.members).values()),
        ]
        for group in groups
    ]


def state_words(group: Group) -> Text:
    """Return whether people confirmed a group, or contradict each other about it."""
    if group.contested:
        return grouping.CONTESTED
    return words.CONFIRMED if group.confirmed else words.PROPOSED


def function_words(group: Group, entries: Mapping[str, Entry], language: Language) -> str:
    """Return what a group does, or whose name stands for it."""
    functions = ", ".join(label.in_(language) for label in group.functions[:2])
    return functions or entries[group.members[0]].name


def _agency(entry: Entry) -> tuple[str, str]:
    """What tells agencies apart: two governments each have a Dinas Kesehatan."""
    return entry.government, entry.owner


def plan_words(plans: Iterable[RecordedPlan], language: Language) -> str:
    """Return the plans on record in one line: number, when recorded, last day."""
    return "; ".join(
        words.PLAN_UNTIL.filled(
            number=one.number, at=moment(one.at, language), day=day_words(one.last_day, language)
        ).in_(language)
        if one.last_day
        else words.PLAN.filled(number=one.number, at=moment(one.at, language)).in_(language)
        for one in plans
    )
