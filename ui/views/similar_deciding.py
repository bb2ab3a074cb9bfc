"""The decision on a proposal: the advice, what a person chooses and why, and that somebody was first."""

from dataclasses import replace
from datetime import date

import streamlit as st

from ingest.clearance import AlreadyDecided, Decided, planned_recommendation
from model.faults import ModelerError
from model.folding import fold
from model.text import Language, Text, same
from queries.loads.plan import Plan
from queries.redundancy.proposals.advising import suggested
from queries.redundancy.proposals.clearance import (
    DECISION_LABELS,
    Clearance,
    Decision,
    Proposal,
    Recommendation,
)
from queries.redundancy.proposals.recommendations import Recorded
from queries.redundancy.proposals.substitutes import Substitute, substitutes
from ui import session, writing
from ui.components import recommended
from ui.components.plain import plain
from ui.editing.edits import new_edit
from ui.links import View
from ui.phrases import proposals
from ui.phrases import similar as words
from ui.session import say
from ui.similar import recommendation_page
from ui.similar.likeness import Similar
from ui.workspace import Workspace, new_uid

KEPT = ("decision", "used", "reason")  # what the address keeps of a decision that is not recorded yet
_DECIDER = "decider"  # who decided last, for this session
_RECORD = "clearance.record."  # with a proposal as it is told apart: the button is that proposal's
_SHOWN, _BEFORE = "clearance.shown", "clearance.before"  # the proposals that were shown last, told apart
_PENDING = "clearance.pending"  # the same, with what was chosen for it and why
_MINE = "clearance.mine"  # the number that this session recorded last
_LATE = "clearance.late."  # with a number: what this session wanted to decide when it was taken


def show(view: View, found: Similar, clearance: Clearance) -> None:
    """Show the advice, and the way to decide: as advised for its reason, otherwise for one of one's own."""
    apart = _told_apart(clearance.proposal)
    stale = _is_stale(view, apart)
    advised, why = suggested(clearance)
    told = DECISION_LABELS[advised] if advised else words.NO_ADVICE
    st.markdown(f"**{say(words.ADVISED)}:** {say(told)}. {plain(say(why))}")
    scope, named = clearance.proposal.scope, bool(fold(view.one("title")))
    one, two = st.columns([2, 5])
    with one:
        decision = _chosen(view, clearance, advised)
    used = _used(view, clearance, decision) if decision else None
    with two:
        reasons = _reasons(view, clearance, decision, why if decision is advised else None)
    by = _decided_by()
    for said, missing in ((scope, words.NAME_AGENCY), (named, words.NAME_PROPOSAL)):
        if not said:
            st.caption(say(missing))
    _keep(view, apart, (decision, advised), reasons)
    if stale:
        st.error(say(proposals.CHANGED))
    if not st.button(say(words.RECORD), key=f"{_RECORD}{apart}", disabled=not (scope and named)):
        return
    if decision is None or reasons is None:
        st.error(say(words.NOT_DECIDED if decision is None else words.NO_REASON))
        return
    decided = Decided(
        decision=decision,
        reasons=reasons.id,
        on=date.today(),
        by=by,
        of=(used.key,) if used and used.key else (),
        uses=used.name if used else "",
    )
    _record(found, clearance, decided, reasons)


def show_decided(answer: Recorded, found: Similar, clearance: Clearance) -> None:
    """Show the recommendation on a proposal; to who pressed the button later, that theirs is none."""
    apart = _told_apart(clearance.proposal)
    pending: list[str] = session.recall(_PENDING) or []
    pressed = session.recall(f"{_RECORD}{apart}") and session.recall(_MINE) != answer.number
    if pressed and pending[:1] == [apart]:
        session.keep(f"{_LATE}{answer.number}", pending[1:])
    late: list[str] | None = session.recall(f"{_LATE}{answer.number}")
    if late:
        decision, reasons = late
        given = say(DECISION_LABELS[Decision(decision)]) if decision else say(words.NOT_CHOSEN)
        told = [recommended.taken(answer, given)]
        if reasons:
            told.append(say(proposals.REASONS_LOST, reasons=reasons))
        st.warning(plain(" ".join(told)))
    one = recommended.in_words(answer, suggested(clearance)[1])
    recommended.show_recorded(one, lambda: _sheet_again(one, found, clearance), mine=not late)


def _sheet_again(one: Recorded, found: Similar, clearance: Clearance) -> str:
    """Return the sheet of what others decided, with what the check finds now."""
    recommendation = Recommendation(
        number=one.number,
        on=one.on,
        decision=one.decision,
        reasons=one.reasons,
        by=one.by if one.signed else "",
        uses=one.uses,
        advised=one.advised,
    )
    return recommendation_page.page(
        recommendation, clearance, found.knowledge, session.language(), again=True
    )


def _is_stale(view: View, apart: str) -> bool:
    """Whether the button was pressed of another proposal, before it changed into this one.

    What was chosen for that one is not for this one.
    """
    shown: str | None = session.recall(_SHOWN)
    session.keep(_SHOWN, apart)
    if shown is not None and shown != apart:
        session.keep(_BEFORE, shown)
        for name in KEPT:
            view.put(name, [])
    return bool(session.recall(f"{_RECORD}{session.recall(_BEFORE)}"))


def _keep(
    view: View, apart: str, chosen: tuple[Decision | None, Decision | None], reasons: Text | None
) -> None:
    """Keep what is chosen against the advice, and own reasons, in the address: a reload finds them there.

    chosen: the decision, and the one that is advised.
    """
    decision, advised = chosen
    against = decision.value if decision and decision is not advised else ""
    given = say(reasons) if reasons else ""
    own = given if given and reasons == same(given) else ""
    view.put("decision", [against] if against else [])
    view.put("reason", [own] if own else [])
    session.keep(_PENDING, [apart, decision.value if decision else "", own])


def _chosen(view: View, clearance: Clearance, advised: Decision | None) -> Decision | None:
    choices, language = [decision.value for decision in Decision], session.language()
    first = view.one("decision") or (advised.value if advised else "")
    given = st.selectbox(
        say(words.DECISION),
        choices,
        index=choices.index(first) if first in choices else None,
        format_func=lambda value: DECISION_LABELS[Decision(value)].in_(language),
        key=f"clearance.{advised.value if advised else ''}.{_told_apart(clearance.proposal)}",
        placeholder=say(words.CHOOSE_DECISION_FIRST),
    )
    return Decision(given) if given else None


def _reasons(
    view: View, clearance: Clearance, decision: Decision | None, advised: Text | None
) -> Text | None:
    """The reasons of a decision: those of the advice in both languages until a person writes others.

    None where there are none. advised: the reason of the advice; None for a decision that is not advised,
    which begins without any.
    """
    key = f"reasons.{decision.value if decision else ''}.{_told_apart(clearance.proposal)}"
    before = session.recall(key)
    if before is None or (advised is not None and before in advised.both):
        of = decision.value if decision and advised is None else ""
        kept = view.one("reason") if before is None and view.one("decision") == of else ""
        session.keep(key, kept or (say(advised) if advised else ""))
    against = decision is not None and advised is None
    given = st.text_area(
        say(words.REASONS),
        key=key,
        help=say(words.REASON_HELP),
        placeholder=say(words.OWN_REASON) if against else "",
    )
    if against and not given:
        st.caption(say(words.OWN_REASON))
    if advised is not None and given in advised.both:
        return advised
    return same(given.strip()) if given.strip() else None


def _decided_by() -> str:
    """Who decides, in words; the session keeps it for the next proposal."""
    given = st.text_input(
        say(words.DECIDED_BY),
        session.recall(_DECIDER) or session.said_person(),
        key="clearance.by",
        help=say(words.DECIDED_BY_HELP),
    )
    session.keep(_DECIDER, given.strip())
    return given.strip()


def _told_apart(proposal: Proposal) -> str:
    return str(hash(proposal))


def _used(view: View, clearance: Clearance, decision: Decision) -> Substitute | None:
    """The application that a decision means, where it means one; chosen by a person."""
    offered = substitutes(clearance, decision)
    if not offered:
        return None
    names = [one.key or one.name for one in offered]
    kept = view.one("used")
    at = st.selectbox(
        say(proposals.INTEGRATED_WITH if decision is Decision.INTEGRATE else words.USED_INSTEAD),
        range(len(offered)),
        index=names.index(kept) if kept in names else 0,
        format_func=lambda at: _offer(offered[at]),
        key=f"substitute.{decision.value}.{hash(offered)}",
    )
    view.put("used", [names[at]] if at else [])
    return offered[at]


def _offer(one: Substitute) -> str:
    planned = say(words.PLANNED) if one.planned else ""
    end = say(one.end) if one.end else ""
    return " · ".join(part for part in (one.name, one.whose, planned, end) if part)


def _record(found: Similar, clearance: Clearance, decided: Decided, reasons: Text) -> None:
    """Write a decision, and keep its sheet in both languages; only who was named stands on it.

    All is kept before it is written: who presses twice interrupts the page in between.
    """

    def made(space: Workspace) -> tuple[None, Plan]:
        recommendation, plan = planned_recommendation(
            space.store, space.metamodel, clearance, decided, new_edit(space), new_uid
        )
        session.keep(_MINE, recommendation.number)
        pages = []
        for language in Language:
            said = replace(recommendation, reasons=reasons.in_(language), by=decided.by)
            pages.append(recommendation_page.page(said, clearance, found.knowledge, language))
        recommended.keep_sheet(recommendation.number, pages, reasons)
        return None, plan

    try:
        writing.apply_at_once(made)
    except AlreadyDecided as overtaken:  # the page tells it as it tells who opens it later
        session.keep(f"{_LATE}{overtaken.recorded.number}", list(session.recall(_PENDING) or [])[1:])
    except ModelerError:
        session.forget(_MINE)
        raise
    st.rerun()
