"""The check of a proposed application: what does its work already, and the recommendation on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from ingest.clearance import Decided, planned_recommendation
from model.folding import fold
from model.kinds import ElementKind
from model.text import Language, Text, same
from queries.redundancy.advising import suggested
from queries.redundancy.clearance import DECISION_LABELS, Clearance, Decision, Examiner, Proposal
from queries.redundancy.engine import Pair
from queries.redundancy.explaining import sentence
from queries.redundancy.hits import hit_label
from queries.redundancy.recommendations import Recorded, planned_for, recommendations
from queries.redundancy.substitutes import Substitute, rests_on, substitutes
from ui import by_function, overview, pairs, recommendation_page, session
from ui.components import recommended
from ui.components.plain import plain
from ui.components.several import choose_several
from ui.edits import new_edit
from ui.likeness import Similar
from ui.links import View
from ui.overview import called
from ui.phrases import similar as words
from ui.scores import likeness
from ui.session import say
from ui.workspace import new_uid

_MOST = 8  # existing applications shown
_FORM = "proposal"
_DECIDER = "decider"  # who decided last, for this session


def show(view: View) -> None:
    """Show the form, and what was found."""
    found = session.similar(ElementKind.APPLICATION)
    st.markdown(say(words.LEAD_CHECK))
    proposal = _form(view, found)
    recorded = recommendations(session.workspace().store)
    if proposal is not None:
        _examined(found, proposal, recorded)
    recommended.show_all(recorded)


def _examined(found: Similar, proposal: Proposal, recorded: Sequence[Recorded]) -> None:
    """What was found for a proposal; then the recommendation on it, or the way to record one."""
    planned = planned_for(proposal, recorded)
    clearance = Examiner(found.without(planned), found.lexicon).check(proposal, planned=planned)
    if not proposal.function and not proposal.services:
        st.caption(say(words.NAME_ONLY))
    _found(found, clearance)
    answer = next((one for one in recorded if one.answers(proposal)), None)
    if answer is not None:
        recommended.show_recorded(answer)
        return
    recommended.show_namesakes([one for one in recorded if one.bears_name_of(proposal)])
    _decide(found, clearance)


def _form(view: View, found: Similar) -> Proposal | None:
    """The proposal as written, which the address keeps; None while it says too little."""
    names, language = overview.agency_names(session.snapshot()), session.language()
    scopes = sorted(names, key=lambda scope: names[scope].id)
    known = view.one("agency")
    with st.form(_FORM):
        one, two = st.columns(2)
        name = one.text_input(say(words.PROPOSED_NAME), view.one("title"), key="proposal.name")
        scope = two.selectbox(
            say(words.PROPOSED_BY),
            scopes,
            index=scopes.index(known) if known in scopes else None,
            format_func=lambda s: called(names, s).in_(language),
            key="proposal.scope",
            placeholder=say(words.NOT_CHOSEN),
        )
        function = st.text_area(
            say(words.PROPOSED_FUNCTION),
            view.one("work"),
            key="proposal.function",
            help=say(words.FUNCTION_HELP),
        )
        one, two = st.columns(2)
        with one:
            services = _several(view, found, "services")
        with two:
            data = _several(view, found, "data")
        asked = st.form_submit_button(say(words.CHECK_NOW), type="primary")
    for key, given in (("title", name.strip()), ("work", function.strip()), ("agency", scope)):
        view.put(key, [given] if given else [])
    if not fold(name) and not fold(function):
        _tell_missing(asked=asked or bool(name.strip() or function.strip()))
        return None
    return Proposal(
        name=name.strip() if fold(name) else function.strip()[:60],
        agency=called(names, scope).id if scope else "",
        scope=scope or "",
        function=function.strip(),
        services=tuple(services),
        data=tuple(data),
    )


def _tell_missing(*, asked: bool) -> None:
    """Say what a check needs, once one was asked for."""
    if asked:
        st.warning(say(words.NOTHING_TO_CHECK))


def _several(view: View, found: Similar, column: str) -> list[str]:
    """Names of one column: those the store has, and new ones."""
    chosen = view.all(column)
    given = choose_several(
        say(pairs.heads(session.workspace().metamodel, ElementKind.APPLICATION)[column]),
        [*chosen, *(name for name in _offered(found, column) if name not in set(chosen))],
        default=chosen,
        key=f"proposal.{column}",
        accept_new_options=True,
        placeholder=say(words.CHOOSE_OR_ADD),
    )
    view.put(column, given)
    return list(given)


def _offered(found: Similar, column: str) -> list[str]:
    entries = found.comparison.corpus.entries
    return sorted({name for entry in entries for name in entry.neighbours.get(column, {}).values()})


def _found(found: Similar, clearance: Clearance) -> None:
    language = session.language()
    functions = ", ".join(label.in_(language) for label in clearance.functions)
    st.markdown(say(words.UNDERSTOOD, functions=plain(functions)) if functions else say(words.NOT_UNDERSTOOD))
    if clearance.unread:
        st.warning(say(words.UNREAD, parts=plain(by_function.quoted(clearance.unread))))
    _by_function(clearance)
    one, two = st.columns(2, gap="medium")
    with one:
        st.markdown(f"**{say(words.NATIONAL_FIRST)}**")
        if not clearance.national and not clearance.uncatalogued:
            st.caption(say(words.NO_NATIONAL if clearance.functions else words.UNCHECKED))
        for covering in clearance.national:
            with st.container(border=True):
                application = covering.application
                called = f"**{plain(application.abbreviation)}**"
                known = plain(application.name) if fold(application.name) else ""
                st.markdown(" · ".join(part for part in (called, known) if part))
                st.markdown(plain(covering.sentence.in_(language)))
        _pairs(found, clearance.uncatalogued)
    with two:
        st.markdown(f"**{say(words.EXISTING)}**")
        if not clearance.here:
            st.caption(say(by_function.nothing_alike(clearance)))
        _pairs(found, clearance.here)
        if clearance.elsewhere:
            st.markdown(f"**{say(words.ELSEWHERE)}**")
            _pairs(found, clearance.elsewhere)


def _by_function(clearance: Clearance) -> None:
    """Who does already what is proposed, function by function; of a website, who has one."""
    language = session.language()
    rows = by_function.rows(clearance.doing, language)
    sites = by_function.websites(clearance, language)
    if rows or sites:
        st.markdown(f"**{say(words.BY_FUNCTION)}**")
    if rows:
        headers = [say(column) for column in words.DOING_COLUMNS]
        table = pd.DataFrame([[plain(cell) for cell in row] for row in rows], columns=headers)
        st.table(table.set_index(headers[0]), alt=say(words.BY_FUNCTION))
    for told in sites:
        st.markdown(plain(told))


def _pairs(found: Similar, similar: Sequence[Pair]) -> None:
    """What exists beside the proposal, each with whose it is, how alike, and why."""
    for pair in similar[:_MOST]:
        with st.container(border=True):
            score = plain(likeness(pair.score, session.language()))
            whose = " · ".join(plain(part) for part in (pair.left.owner, pair.left.government) if part)
            planned = f" ({say(words.PLANNED)})" if pair.left.planned else ""
            st.markdown(
                f"**{plain(pair.left.name)}**{planned} · {whose} · {score} "
                f"({say(pairs.strength(pair.score))}) · {say(hit_label(pair))}"
            )
            st.markdown(plain(say(sentence(pair, found.knowledge))))
    if len(similar) > _MOST:
        st.caption(say(words.WEAKER_LEFT, n=len(similar) - _MOST))


def _decide(found: Similar, clearance: Clearance) -> None:
    """The advice, and the way to decide: as advised for its reason, otherwise for a reason of one's own."""
    advised, why = suggested(clearance)
    told = DECISION_LABELS[advised] if advised else words.NO_ADVICE
    st.markdown(f"**{say(words.ADVISED)}:** {say(told)}. {plain(say(why))}")
    scope = clearance.proposal.scope
    one, two = st.columns([2, 5], vertical_alignment="bottom")
    with one:
        decision = _chosen(clearance, advised)
    used = _used(clearance, decision) if decision else None
    with two:
        reasons = _reasons(clearance, decision, why if decision is advised else None)
    by = _decided_by()
    if not scope:
        st.caption(say(words.NAME_AGENCY))
    if not st.button(say(words.RECORD), key="clearance.record", disabled=not scope):
        return
    if decision is None or reasons is None:
        st.error(say(words.NOT_DECIDED if decision is None else words.NO_REASON))
        return
    decided = Decided(
        decision=decision,
        reasons=reasons.id,
        on=date.today(),
        by=by,
        of=rests_on(clearance, decision, used),
        uses=used.name if used else "",
    )
    _record(found, clearance, decided, reasons)


def _chosen(clearance: Clearance, advised: Decision | None) -> Decision | None:
    choices, language = [decision.value for decision in Decision], session.language()
    given = st.selectbox(
        say(words.DECISION),
        choices,
        index=choices.index(advised.value) if advised else None,
        format_func=lambda value: DECISION_LABELS[Decision(value)].in_(language),
        key=f"clearance.{advised.value if advised else ''}.{_told_apart(clearance.proposal)}",
        placeholder=say(words.CHOOSE_DECISION_FIRST),
    )
    return Decision(given) if given else None


def _reasons(clearance: Clearance, decision: Decision | None, advised: Text | None) -> Text | None:
    """The reasons of a decision: those of the advice in both languages until a person writes others.

    None where there are none. advised: the reason of the advice; None for a decision that is not advised,
    which begins without any.
    """
    key = f"reasons.{decision.value if decision else ''}.{_told_apart(clearance.proposal)}"
    before = session.recall(key)
    if before is None or (advised is not None and before in advised.both):
        session.keep(key, say(advised) if advised else "")
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


def _told_apart(proposal: Proposal) -> int:
    return hash((proposal.name, proposal.scope, proposal.function))


def _used(clearance: Clearance, decision: Decision) -> Substitute | None:
    """The application that a decision means, where it means one; chosen by a person."""
    offered = substitutes(clearance, decision)
    if not offered:
        return None
    at = st.selectbox(
        say(words.USED_INSTEAD),
        range(len(offered)),
        format_func=lambda at: _offer(offered[at]),
        key=f"substitute.{decision.value}.{hash(offered)}",
    )
    return offered[at]


def _offer(one: Substitute) -> str:
    planned = say(words.PLANNED) if one.planned else ""
    return " · ".join(part for part in (one.name, one.whose, planned) if part)


def _record(found: Similar, clearance: Clearance, decided: Decided, reasons: Text) -> None:
    """Write a decision, and keep its sheet in both languages; only who was named stands on it."""
    space = session.workspace()
    recommendation, plan = planned_recommendation(
        space.store, space.metamodel, clearance, decided, new_edit(space), new_uid
    )
    session.write(plan)
    pages = []
    for language in Language:
        said = replace(recommendation, reasons=reasons.in_(language), by=decided.by)
        pages.append(recommendation_page.page(said, clearance, found.knowledge, language))
    recommended.keep_sheet(recommendation.number, pages, reasons)
    st.rerun()
