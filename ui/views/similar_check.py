"""The check of a proposed application: what does its work already, and the recommendation on it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from model.folding import fold
from model.kinds import ElementKind
from model.text import Text
from queries.redundancy.endings import ending
from queries.redundancy.engine import Pair
from queries.redundancy.explaining import sentence
from queries.redundancy.proposals.advising import suggested
from queries.redundancy.proposals.advising_words import called_alike, quoted_parts
from queries.redundancy.proposals.clearance import Clearance, Examiner, Proposal
from queries.redundancy.proposals.hits import hit_label
from queries.redundancy.proposals.recommendations import Recorded, planned_for, recommendations
from ui import overview, reading, session
from ui.components import recommended
from ui.components.plain import plain
from ui.components.several import choose_several
from ui.links import View
from ui.overview import called
from ui.phrases import similar as words
from ui.session import say
from ui.similar import by_function, pairs
from ui.similar.likeness import Similar
from ui.similar.scores import likeness
from ui.views import similar_deciding

_MOST = 8  # existing applications shown


def show(view: View) -> None:
    """Show the form, and what was found."""
    found = reading.similar(ElementKind.APPLICATION)
    st.markdown(say(words.LEAD_CHECK))
    proposal = _form(view, found)
    recorded = recommendations(session.workspace().store)
    if proposal is not None:
        _examined(view, found, proposal, recorded)
    recommended.show_all(recorded, lambda one: _advised(found, one, recorded))


def _advised(found: Similar, one: Recorded, recorded: Sequence[Recorded]) -> Text:
    """Return the reason of the advice on the proposal of a recommendation, as far as its record tells it."""
    proposal = Proposal(name=one.name, agency=one.agency, scope=one.scope, function=one.function)
    return suggested(_checked(found, proposal, recorded))[1]


def _checked(found: Similar, proposal: Proposal, recorded: Sequence[Recorded]) -> Clearance:
    planned = planned_for(proposal, recorded)
    return Examiner(found.without(planned), found.lexicon).check(proposal, planned=planned)


def _examined(view: View, found: Similar, proposal: Proposal, recorded: Sequence[Recorded]) -> None:
    """What was found for a proposal; then the recommendation on it, or the way to record one."""
    clearance = _checked(found, proposal, recorded)
    if not proposal.function and not proposal.services:
        st.caption(say(words.NAME_ONLY))
    _found(found, clearance)
    answer = next((one for one in recorded if one.answers(proposal)), None)
    if answer is not None:
        similar_deciding.show_decided(answer, found, clearance)
        return
    recommended.show_namesakes([one for one in recorded if one.bears_name_of(proposal)])
    similar_deciding.show(view, found, clearance)


def _form(view: View, found: Similar) -> Proposal | None:
    """The proposal as written, which the address keeps; None while it says too little."""
    names, language = overview.agency_names(reading.snapshot()), session.language()
    scopes = sorted(names, key=lambda scope: names[scope].id)
    known = view.one("agency")
    # no st.form: what is written in one reaches nobody until its button is pressed, and the decision below
    # would be on what was written before
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
    helped = say(words.FUNCTION_HELP)
    function = st.text_area(
        say(words.PROPOSED_FUNCTION), view.one("work"), key="proposal.function", help=helped
    )
    one, two = st.columns(2)
    with one:
        services = _several(view, found, "services")
    with two:
        data = _several(view, found, "data")
    asked = st.button(say(words.CHECK_NOW), type="primary", key="proposal.asked")
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
    if clearance.chapters:
        st.caption(say(words.CHAPTERS, chapters=plain("; ".join(clearance.chapters))))
    if clearance.unread:
        st.warning(say(words.UNREAD, parts=plain(say(quoted_parts(clearance.unread)))))
    for application in clearance.namesakes:
        st.warning(plain(say(called_alike(application))))
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
    rows = by_function.rows(clearance, language)
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
            end = ending(pair.left)
            notes = [say(words.PLANNED)] if pair.left.planned else []
            notes += [plain(say(end))] if end else []
            told = "".join(f" ({note})" for note in notes)
            st.markdown(
                f"**{plain(pair.left.name)}**{told} · {whose} · {score} "
                f"({say(pairs.strength(pair.score))}) · {say(hit_label(pair))}"
            )
            st.markdown(plain(say(sentence(pair, found.knowledge))))
    if len(similar) > _MOST:
        st.caption(say(words.WEAKER_LEFT, n=len(similar) - _MOST))
