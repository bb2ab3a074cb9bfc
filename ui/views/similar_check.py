"""The check of a proposed application: what does its work already, and the recommendation on it."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from ingest.clearance import Decided, planned_recommendation
from model.kinds import ElementKind
from model.text import Language
from queries.redundancy.clearance import DECISION_LABELS, Clearance, Decision, Examiner, Proposal, suggested
from queries.redundancy.engine import Pair
from queries.redundancy.explaining import KIND_LABELS, sentence
from queries.redundancy.recommendations import Recorded, planned_for, recommendations
from queries.redundancy.substitutes import Substitute, rests_on, substitutes
from ui import overview, pairs, recommendation_page, session
from ui.components import recommended
from ui.components.plain import plain
from ui.edits import new_edit
from ui.likeness import Similar
from ui.links import View
from ui.overview import called
from ui.phrases import common
from ui.phrases import similar as words
from ui.session import say
from ui.workspace import new_uid

_MOST = 8  # existing applications shown
_FORM = "proposal"


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
    clearance = Examiner(found.comparison, found.lexicon).check(proposal, planned=planned)
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
            placeholder=say(common.NONE),
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
        st.form_submit_button(say(words.CHECK_NOW), type="primary")
    view.put("title", [name.strip()] if name.strip() else [])
    view.put("work", [function.strip()] if function.strip() else [])
    view.put("agency", [scope] if scope else [])
    if not name.strip() and not function.strip():
        return None
    return Proposal(
        name=name.strip() or function.strip()[:60],
        agency=called(names, scope).id if scope else "",
        scope=scope or "",
        function=function.strip(),
        services=tuple(services),
        data=tuple(data),
    )


def _several(view: View, found: Similar, column: str) -> list[str]:
    """Names of one column: those the store has, and new ones."""
    chosen = view.all(column)
    given = st.multiselect(
        say(pairs.heads(session.workspace().metamodel, ElementKind.APPLICATION)[column]),
        [*chosen, *(name for name in _offered(found, column) if name not in set(chosen))],
        chosen,
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
    one, two = st.columns(2, gap="medium")
    with one:
        st.markdown(f"**{say(words.NATIONAL_FIRST)}**")
        if not clearance.national and not clearance.uncatalogued:
            st.caption(say(words.NO_NATIONAL))
        for covering in clearance.national:
            with st.container(border=True):
                application = covering.application
                st.markdown(f"**{plain(application.abbreviation)}** · {plain(application.name)}")
                st.markdown(plain(covering.sentence.in_(language)))
        _pairs(found, clearance.uncatalogued)
    with two:
        st.markdown(f"**{say(words.EXISTING)}**")
        if not clearance.here:
            st.caption(say(words.NO_EXISTING))
        _pairs(found, clearance.here)
        if clearance.elsewhere:
            st.markdown(f"**{say(words.ELSEWHERE)}**")
            _pairs(found, clearance.elsewhere)


def _pairs(found: Similar, similar: Sequence[Pair]) -> None:
    """What exists beside the proposal, each with whose it is, how alike, and why."""
    for pair in similar[:_MOST]:
        with st.container(border=True):
            score = pairs.decimal(f"{pair.score:.2f}", session.language())
            whose = " · ".join(plain(part) for part in (pair.left.owner, pair.left.government) if part)
            st.markdown(
                f"**{plain(pair.left.name)}** · {whose} · {score} "
                f"({say(pairs.strength(pair.score))}) · {say(KIND_LABELS[pair.kind])}"
            )
            st.markdown(plain(say(sentence(pair, found.knowledge))))


def _decide(found: Similar, clearance: Clearance) -> None:
    advised, why = suggested(clearance)
    st.markdown(f"**{say(words.ADVISED)}:** {say(DECISION_LABELS[advised])}. {plain(say(why))}")
    choices = [decision.value for decision in Decision]
    one, two = st.columns([2, 5], vertical_alignment="bottom")
    given = one.selectbox(
        say(words.DECISION),
        choices,
        index=choices.index(advised.value),
        format_func=lambda value: say(DECISION_LABELS[Decision(value)]),
        key=f"clearance.{advised.value}",
    )
    decision = Decision(given)
    used = _used(clearance, decision)
    reasons = two.text_input(say(words.REASONS), value=say(why), key=f"reasons.{advised.value}")
    if not clearance.proposal.scope:
        st.caption(say(words.NAME_AGENCY))
    if st.button(say(words.RECORD), key="clearance.record", disabled=not clearance.proposal.scope):
        _record(
            found,
            clearance,
            Decided(
                decision=decision,
                reasons=reasons or "",
                on=date.today(),
                of=rests_on(clearance, decision, used),
                uses=used.name if used else "",
            ),
        )


def _used(clearance: Clearance, decision: Decision) -> Substitute | None:
    """The application that a decision means, where it means one; chosen by a person."""
    offered = substitutes(clearance, decision)
    if not offered:
        return None
    at = st.selectbox(
        say(words.USED_INSTEAD),
        range(len(offered)),
        format_func=lambda at: " · ".join(part for part in (offered[at].name, offered[at].whose) if part),
        key=f"substitute.{decision.value}.{hash(offered)}",
    )
    return offered[at]


def _record(found: Similar, clearance: Clearance, decided: Decided) -> None:
    space = session.workspace()
    recommendation, plan = planned_recommendation(
        space.store, space.metamodel, clearance, decided, new_edit(space), new_uid
    )
    session.write(plan)
    recommended.keep_sheet(
        recommendation.number,
        [
            recommendation_page.page(recommendation, clearance, found.knowledge, language)
            for language in Language
        ],
    )
    st.rerun()
