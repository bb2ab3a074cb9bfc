"""Decisions on the landscape become records: a recommendation on a proposal, and what becomes of a group.

Both are initiatives of the roadmap with a number as their code, so they are exported, undone and in history
like everything else; a proposal that may be built is a planned application beside it, in the same load.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.edit import rules as edit_rules
from ingest.edit.editing import Edit
from ingest.initiatives import Initiatives, next_number
from model.element import Element, day
from model.faults import RefusedChange
from model.folding import fold
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.record import Value
from model.text import Text, calendar_day, same
from queries import graph
from queries.loads import merging
from queries.loads.plan import Plan
from queries.loads.planning import planned
from queries.lookup import element_for
from queries.redundancy.groups.disposing import Action, Disposition
from queries.redundancy.groups.plans import RATIONALISATION, plan_text
from queries.redundancy.proposals import recommendations
from queries.redundancy.proposals.advising import suggested
from queries.redundancy.proposals.clearance import (
    DECISION_LABELS,
    Clearance,
    Decision,
    Proposal,
    Recommendation,
)
from queries.redundancy.proposals.recommendations import Recorded
from queries.store.store import Store

RECOMMENDATION = "REK"  # what numbers begin with


class AlreadyDecided(RefusedChange):
    """A recommendation on this very proposal stands."""

    def __init__(self, recorded: Recorded) -> None:
        self.recorded = recorded
        day = calendar_day(recorded.on) if recorded.on else same("-")
        by, label = recorded.by or "-", DECISION_LABELS[recorded.decision]
        super().__init__(
            Text(
                id=f"usulan ini sudah diputuskan oleh {by} pada {day.id}: {label.id} ({recorded.number})",
                en=f"this proposal was decided by {by} on {day.en} already: {label.en} ({recorded.number})",
            ),
            fix=Text(
                id="pakai keputusan itu, atau urungkan dahulu pada halaman Riwayat impor",
                en="use that decision, or undo it first on the page Load history",
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a person decides on a proposal.

    of: keys of the elements it rests on. by: who decided; if blank, the one who records it. uses: what is to
    be used in place of the proposal, by the name it is known by.
    """

    decision: Decision
    reasons: str
    on: date
    by: str = ""
    of: tuple[str, ...] = ()
    uses: str = ""


def planned_recommendation(
    store: Store,
    metamodel: Metamodel,
    clearance: Clearance,
    decided: Decided,
    edit: Edit,
    new_uid: Callable[[], str],
) -> tuple[Recommendation, Plan]:
    """Return a decision under its number, and what recording it would change.

    Raises:
        UnknownElement, AmbiguousElement: the agency that proposes, or what the decision rests on.
        RefusedChange: no reasons, a name without letters, an agency that is none, or an application of this
        name that is there. AlreadyDecided: somebody else decided on this proposal meanwhile.
    """
    proposal = clearance.proposal
    _check_said(proposal, decided)
    _refuse_decided(store, proposal)
    agency = _agency(store, metamodel, proposal)
    rests_on = [element_for(store, key) for key in decided.of]
    number, directory = next_number(store, RECOMMENDATION, decided.on.year), merging.directory(store)
    writer = Initiatives(edit, new_uid, metamodel)
    keys = [element.key for element in rests_on]
    if decided.decision is Decision.BUILD:
        keys.append(writer.application(proposal, agency, directory))
    by, other = decided.by or edit.by, _advised_instead(clearance, decided.decision)
    values: dict[str, Value] = {
        "name": recommendations.title(decided.decision, decided.uses, proposal.name),
        "activity": recommendations.activity(proposal),
        "description": recommendations.description(decided.reasons, other),
        "year_from": decided.on.year,
        "clearance_decision": decided.decision.value,
        "clearance_date": decided.on.isoformat(),
        "clearance_by": by,
    }
    writer.initiative(number, agency.scope, values, (agency.key, keys))
    recommendation = Recommendation(
        number=number,
        on=decided.on,
        decision=decided.decision,
        reasons=decided.reasons,
        by=by,
        of=tuple(element.uid for element in rests_on),
        uses=decided.uses,
        advised=other,
    )
    return recommendation, planned(store, metamodel, writer.step(agency.scope), directory)


def planned_rationalisation(
    store: Store,
    metamodel: Metamodel,
    decided: Sequence[Disposition],
    edit: Edit,
    new_uid: Callable[[], str],
    worth: str = "",
) -> tuple[str, Plan]:
    """Return the number of a plan for a group, and what recording it would change.

    It is an initiative that concerns all members and says what becomes of each, when and why, and what that
    is worth; what is migrated or retired
    on a date is valid until then, never longer than before. Merging is a decision of its own and only
    mentioned, as is what ended already.

    Raises:
        RefusedChange: nothing is kept, a member is not in the store, or a last day that is over or before
        the first one.
    """
    found = graph.elements(store, [one.uid for one in decided])
    kept = next((found.get(one.uid) for one in decided if one.action is Action.KEEP), None)
    if kept is None or len(found) < len({one.uid for one in decided}):
        raise _nothing_kept()
    number = next_number(store, RATIONALISATION, edit.now.year)
    last_days = {
        one.uid: _last_day(found[one.uid], one.on, edit.now.date())
        for one in decided
        if one.ends and one.on is not None
    }
    text = plan_text(decided, found, last_days)
    values: dict[str, Value] = {
        "name": f"Rasionalisasi aplikasi: {kept.name}",
        "description": f"{text}\n{worth}" if worth else text,
        "year_from": edit.now.year,
        **({"year_to": max(last_days.values()).year} if last_days else {}),
    }
    writer = Initiatives(edit, new_uid, metamodel)
    owner = next(iter(_owners(store, kept)), None)
    writer.initiative(number, kept.scope, values, (owner, [found[one.uid].key for one in decided]))
    for uid, last in last_days.items():
        if last != day(found[uid], "valid_to"):
            writer.end(found[uid], last)
    return number, planned(store, metamodel, writer.step(kept.scope))


def _advised_instead(clearance: Clearance, decision: Decision) -> Decision | None:
    advised, _ = suggested(clearance)
    return advised if advised is not decision else None


def _refuse_decided(store: Store, proposal: Proposal) -> None:
    for one in recommendations.recommendations(store):
        if one.answers(proposal):
            raise AlreadyDecided(one)


def _check_said(proposal: Proposal, decided: Decided) -> None:
    """Refuse a proposal without a name that can be told apart, and a decision without reasons."""
    if not fold(proposal.name):
        raise _no_name(proposal.name)
    if not decided.reasons.strip():
        raise _no_reasons()


def _agency(store: Store, metamodel: Metamodel, proposal: Proposal) -> Element:
    """Return the agency that proposes: the end that the owner column of an initiative may have."""
    found = element_for(store, proposal.agency)
    links = metamodel.links(ElementKind.INITIATIVE)
    allowed = next(one.to for one in links if one.relation is RelationKind.OWNED_BY)
    if found.kind not in allowed:
        raise edit_rules.wrong_kind("owner", found.key, found.kind, allowed)
    return found


def _owners(store: Store, element: Element) -> list[str]:
    """Return the keys of the agencies that own an element."""
    edges = graph.relations_from(store, [element.uid]).values()
    ends = [edge.target for edge in edges if edge.relation is RelationKind.OWNED_BY]
    return sorted(one.key for one in graph.elements(store, ends).values())


def _last_day(element: Element, wanted: date, today: date) -> date:
    """Return the last day an element is to have: the one that is wanted, else the earlier one it has."""
    begins, ends = day(element, "valid_from"), day(element, "valid_to")
    if wanted < today:
        raise _over(element, wanted, today)
    if begins is not None and wanted < begins:
        raise _before_it_begins(element, wanted, begins)
    return wanted if ends is None else min(wanted, ends)


def _over(element: Element, wanted: date, today: date) -> RefusedChange:
    return RefusedChange(
        Text(
            id=f"hari terakhir {element.name} ({wanted.isoformat()}) sudah lewat",
            en=f"the last day of {element.name} ({wanted.isoformat()}) is over",
        ),
        fix=Text(
            id=f"pilih hari ini ({today.isoformat()}) atau sesudahnya",
            en=f"choose today ({today.isoformat()}) or later",
        ),
    )


def _before_it_begins(element: Element, wanted: date, begins: date) -> RefusedChange:
    return RefusedChange(
        Text(
            id=f"hari terakhir {element.name} ({wanted.isoformat()}) mendahului hari berlakunya "
            f"({begins.isoformat()})",
            en=f"the last day of {element.name} ({wanted.isoformat()}) is before its first "
            f"({begins.isoformat()})",
        ),
        fix=Text(
            id=f"pilih {begins.isoformat()} atau sesudahnya, atau perbaiki hari berlakunya",
            en=f"choose {begins.isoformat()} or later, or correct its first day",
        ),
    )


def _no_name(name: str) -> RefusedChange:
    return RefusedChange(
        Text(
            id=f"nama aplikasi “{name}” tidak memuat huruf atau angka",
            en=f"the name “{name}” has no letter and no digit",
        ),
        fix=Text(
            id="tulis nama dengan sedikitnya satu huruf atau angka",
            en="write a name with at least one letter or digit",
        ),
    )


def _no_reasons() -> RefusedChange:
    return RefusedChange(
        Text(id="keputusan ini belum beralasan", en="the decision has no reasons yet"),
        fix=Text(id="tulis alasannya, satu atau dua kalimat", en="write the reasons, a sentence or two"),
    )


def _nothing_kept() -> RefusedChange:
    return RefusedChange(
        Text(
            id="kelompok ini tidak lagi seperti saat diputuskan, atau tidak ada yang diteruskan",
            en="the group is no longer as it was decided on, or nothing of it is kept",
        ),
        fix=Text(
            id="muat ulang kelompoknya, lalu pilih satu aplikasi yang diteruskan",
            en="load the group again, then choose one application to keep",
        ),
    )
