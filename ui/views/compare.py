"""Bandingkan: two saved scenarios, or one before and after a load, side by side."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from model.text import Text
from queries.certificate.comparison import comparison_certificate
from queries.certificate.document import Document
from queries.impact.contrast import Shift, contrasts, shifts
from queries.saved_scenarios import SavedScenario, saved_scenarios
from ui import links, overview, places, reading, session
from ui.components.downloads import offer_proof, offer_workbook, origin
from ui.components.empty import show_empty
from ui.components.heights import height
from ui.components.moments import states_of_data
from ui.components.plain import plain
from ui.impact import asking, comparing, differing
from ui.impact.comparing import Side
from ui.links import View
from ui.phrases import common
from ui.phrases import compare as words
from ui.session import say
from ui.wording import day, number

_NAMES = ("first", "second", "first_at", "second_at")
_MOST = 2_000  # rows of a table in the browser


def show() -> None:
    """Show the page."""
    view = View(places.COMPARE, _NAMES)
    if overview.is_empty(reading.snapshot()):
        show_empty(words.TITLE, words.HELP)
        return
    st.subheader(say(words.QUESTION), anchor=False)
    saved = {one.name: one for one in reversed(saved_scenarios(session.workspace().store))}
    if not saved:
        st.info(say(words.NONE_SAVED))
        links.link(places.IMPACT, say(words.TO_IMPACT))
        return
    left, right = st.columns(2, gap="medium")
    with left:
        first = _side(view, "first", words.FIRST, saved, -2)
    with right:
        second = _side(view, "second", words.SECOND, saved, -1)
    if first is not None and second is not None:
        _differences(first, second)


def _side(view: View, name: str, title: Text, saved: dict[str, SavedScenario], usual: int) -> Side | None:
    """Choose a scenario and a state of the data, and show how it ends.

    usual: the place of the one that stands there unless another is chosen; of the last two that were saved
    the earlier comes first.
    """
    names = list(saved)
    names = names[usual % len(names) :] + names[: usual % len(names)]
    one, two = st.columns(2)
    with one:
        chosen = saved[view.choice(name, f"{say(title)}: {say(words.SCENARIO)}", names, str)]
    with two:
        loads = states_of_data()
        load = view.choice(f"{name}_at", say(words.STANDING), list(loads), loads.__getitem__)
    snapshot = reading.snapshot_after(load) if load else reading.snapshot()
    named = f"{chosen.name} · {loads[load]}"
    found = comparing.side(chosen, snapshot, date.today(), named, load or None)
    if found is None:
        st.warning(say(words.NOTHING_FAILS))
        return None
    _told(found, load)
    return found


def _told(one: Side, load: str) -> None:
    """Show how a scenario ends. load: after which its data stand; blank for now."""
    language, scenario = session.language(), one.impact.scenario
    for state, uids in comparing.failing(one.impact).items():
        st.markdown(say(words.FAIL_TO[state], names=plain(comparing.names(one.impact, uids))))
    st.markdown(say(words.ON_DAY, day=day(scenario.on, language)))
    if scenario.protected:
        st.markdown(say(words.STAYS, names=plain(comparing.names(one.impact, list(scenario.protected)))))
    if one.missing:
        st.warning(say(words.MISSING, n=number(one.missing, language)))
    columns = (common.STATE, common.COUNT, words.OF_THEM_SERVICES)
    table = pd.DataFrame(comparing.counts(one.impact, language), columns=[say(head) for head in columns])
    st.dataframe(table, hide_index=True, alt=one.title)
    links.link(
        places.IMPACT,
        say(words.OPEN_IMPACT),
        **({asking.AS_OF: [load]} if load else {}),
        **asking.view_of(one.impact.snapshot, scenario, date.today()),
    )


def _differences(first: Side, second: Side) -> None:
    language = session.language()
    found = contrasts(first.impact, second.impact)
    if not found:
        st.success(say(words.SAME))
        _proof(first, second)
        return
    counts = shifts(found)
    worse = counts[Shift.BEREFT] + counts[Shift.WORSE]
    st.markdown(
        f"{say(words.WORSE, n=number(worse, language))}&emsp;·&emsp;"
        f"{say(words.BETTER, n=number(counts[Shift.BETTER], language))}"
    )
    rows = differing.rows(found[:_MOST], first.impact, second.impact, language)
    table = pd.DataFrame(rows, columns=[say(column) for column in comparing.COLUMNS])
    if len(found) > _MOST:
        st.caption(say(common.MORE, n=number(len(found) - _MOST, language)))
    st.dataframe(table, hide_index=True, height=height(table), alt=say(words.DIFFERENCES))
    with st.container(horizontal=True):
        made = partial(comparing.comparison_workbook, first, second, language)
        offer_workbook(made, "simpul-bandingkan.xlsx", "compare")
        _proof(first, second)


def _proof(first: Side, second: Side) -> None:
    def made() -> Document:
        origins = origin(first.load), origin(second.load)
        return comparison_certificate(first.impact, second.impact, origins)

    offer_proof(made, "compare")
