"""Dampak: saving the question under a name, and opening what is saved."""

from datetime import date

import streamlit as st

from model.faults import RefusedChange
from queries.impact.impact import Scenario
from queries.saved_scenarios import SavedScenario, drop_scenario, save_scenario, saved_scenarios
from queries.snapshot.snapshot import Snapshot
from ui import links, places, session
from ui.components.plain import plain
from ui.components.preview import show_refusal
from ui.impact import asking
from ui.phrases import compare as words
from ui.session import say
from ui.wording import moment


def offer_saving(scenario: Scenario) -> None:
    """Offer to keep a question under a name."""
    with st.popover(say(words.SAVE), help=say(words.SAVE_HELP)):
        name = st.text_input(say(words.SAVE_NAME), key="impact.saved.name")
        if st.button(say(words.SAVE), key="impact.saved.do", type="primary", disabled=not name):
            on = None if scenario.on == date.today() else scenario.on
            space = session.workspace()
            try:
                saved = save_scenario(
                    space.store, name, scenario.failed, scenario.protected, on, space.writer
                )
            except RefusedChange as refused:
                show_refusal(refused)
            else:
                st.success(say(words.SAVED, name=plain(saved.name)))


def show_saved(snapshot: Snapshot) -> None:
    """Show what is saved: each opens its question; two can be compared."""
    found = saved_scenarios(session.workspace().store)
    if not found:
        return
    with st.expander(f"{say(words.SAVED_ONES)} ({len(found)})"):
        for one in found:
            _saved(one, snapshot)
        links.link(places.COMPARE, f"{say(words.TITLE)} →")


def _saved(one: SavedScenario, snapshot: Snapshot) -> None:
    today = date.today()
    scenario = Scenario(failed=one.failed, protected=one.protected, on=one.on or today)
    at = moment(one.at, session.language())
    with st.container(horizontal=True, vertical_alignment="center"):
        links.link(places.IMPACT, plain(one.name), **asking.view_of(snapshot, scenario, today))
        st.caption(plain(say(words.BY, by=one.by, at=at)), width="content")
        label = plain(say(words.DROP, name=one.name))
        st.button(label, key=f"impact.drop.{one.id}", type="tertiary", on_click=_drop, args=(one.name,))


def _drop(name: str) -> None:
    space = session.workspace()
    drop_scenario(space.store, name, space.writer)
