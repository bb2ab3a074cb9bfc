"""Recommendations on proposals that are recorded: the one on a proposal, all of them, and their sheets."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from model.text import Language, Text
from queries.redundancy.proposals.clearance import DECISION_LABELS
from queries.redundancy.proposals.recommendations import Recorded
from ui import overview, reading, session
from ui.components.heights import height
from ui.components.plain import plain
from ui.phrases import common, proposals
from ui.phrases import similar as words
from ui.session import say
from ui.similar import recommendation_page
from ui.wording import day

_TALL = 320
_SHEET = "recommendation."  # with a number: the sheet as it was made when the decision was recorded
_REASONS = "reasons.of."  # with a number: the reasons in each language


def keep_sheet(number: str, pages: Sequence[str], reasons: Text) -> None:
    """Remember the sheet and the reasons of a recommendation, in each language, for this session."""
    session.keep(f"{_SHEET}{number}", list(pages))
    session.keep(f"{_REASONS}{number}", [reasons.in_(language) for language in Language])


def taken(one: Recorded, yours: str) -> str:
    """Return that a proposal was decided before. yours: what was to be decided."""
    decision = say(DECISION_LABELS[one.decision])
    return say(proposals.TAKEN, by=one.by, day=_day(one), decision=decision, number=one.number, yours=yours)


def in_words(one: Recorded, advised: Text) -> Recorded:
    """Return a recommendation with its reasons in the reader's language, where that is known.

    advised: the reason of the advice, told in that language where it is the recorded one.
    """
    kept: list[str] | None = session.recall(f"{_REASONS}{one.number}")
    if kept:
        return replace(one, reasons=kept[list(Language).index(session.language())])
    return replace(one, reasons=say(advised)) if one.reasons == advised.id else one


def show_recorded(one: Recorded, sheet: Callable[[], str], *, mine: bool) -> None:
    """Show the recommendation on a proposal, its reasons in the reader's language, and offer its sheet.

    mine: whether nobody's decision gave way to it.
    """
    if mine:
        st.success(say(words.RECOMMENDED, number=one.number))
    other = say(words.ADVISED_INSTEAD, decision=say(DECISION_LABELS[one.advised])) if one.advised else ""
    told = (say(DECISION_LABELS[one.decision]), one.uses, _day(one), one.by, one.reasons, other)
    st.markdown(" · ".join(plain(part) for part in told if part))
    _offer(one, "answer", sheet)
    st.caption(say(proposals.TAKEN_BACK_IN))


def show_namesakes(recorded: Sequence[Recorded]) -> None:
    """Tell which recommendations there are on other proposals of the same name by the same agency."""
    for one in recorded:
        decision = say(DECISION_LABELS[one.decision])
        st.info(say(words.NAMESAKE, number=one.number, decision=decision, day=_day(one)))


def show_all(recorded: Sequence[Recorded], advised: Callable[[Recorded], Text]) -> None:
    """Show all recommendations in a closed table, and offer the sheet of the one that is chosen.

    advised: the reason of the advice on the proposal of one; asked only of the one that is chosen.
    """
    if not recorded:
        return
    headers = [say(column) for column in words.RECOMMENDED_COLUMNS]
    rows = [
        [
            one.number,
            _day(one),
            one.name,
            one.agency or one.scope,
            say(DECISION_LABELS[one.decision]),
            one.uses,
            one.by,
        ]
        for one in recorded
    ]
    with st.expander(say(words.ALL_RECOMMENDED, n=len(recorded))):
        st.dataframe(
            pd.DataFrame(rows, columns=headers),
            hide_index=True,
            height=height(rows, _TALL),
            alt=say(words.ALL_RECOMMENDED, n=len(recorded)),
        )
        names = {one.number: f"{one.number} · {one.name}" for one in recorded}
        number = st.selectbox(
            say(words.WHICH_SHEET),
            list(names),
            index=None,
            format_func=lambda number: names[number],
            key="recommendation.chosen",
            placeholder=say(common.NONE),
        )
        chosen = next((one for one in recorded if one.number == number), None)
        if chosen is not None:
            _offer(chosen, "chosen", partial(_recorded_sheet, in_words(chosen, advised(chosen))))


def _recorded_sheet(one: Recorded) -> str:
    language = session.language()
    names = overview.agency_names(reading.snapshot())
    agencies = {scope: name.in_(language) for scope, name in names.items()}
    return recommendation_page.recorded_page(one, language, agencies)


def _offer(one: Recorded, key: str, sheet: Callable[[], str]) -> None:
    """Offer the sheet as it was made; of what other sessions recorded, the one given."""
    kept: list[str] | None = session.recall(f"{_SHEET}{one.number}")
    page = kept[list(Language).index(session.language())] if kept else sheet()
    st.download_button(
        say(words.PRINT),
        page,
        file_name=f"{one.number}.html",
        mime="text/html",
        on_click="ignore",
        key=f"sheet.{key}",
    )


def _day(one: Recorded) -> str:
    return day(one.on, session.language()) if one.on else ""
