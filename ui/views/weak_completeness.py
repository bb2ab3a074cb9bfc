"""Titik rawan: how complete the infrastructure links of each agency are, and the cells to fill in."""

import pandas as pd
import streamlit as st

from queries.impact.certainty import cells
from queries.resilience.completeness import Completeness, Completion
from queries.snapshot.snapshot import Snapshot
from ui import reading, session
from ui.components.choosing import chosen_row
from ui.components.downloads import offer_workbook
from ui.components.heights import height
from ui.components.numbers import read_as
from ui.components.plain import plain
from ui.components.workbook import csv_text, workbook
from ui.impact.unknown import why_counted
from ui.phrases import common
from ui.phrases import completeness as words
from ui.session import say
from ui.weak import completing
from ui.wording import number

_TALL = 300  # pixels
_MOST_GAPS = 200  # rows with a place each; the counts are of all


def show(snapshot: Snapshot, found: Completion) -> None:
    """Show the section."""
    language = session.language()
    st.caption(say(words.HELP))
    if not found.expected:
        st.markdown(say(words.NOTHING_EXPECTED))
        return
    st.markdown(completing.sentence(found, reading.written(), language))
    _gaps(snapshot, found.agencies[_chosen(snapshot, found)])
    _downloads(snapshot, found)


def _chosen(snapshot: Snapshot, found: Completion) -> int:
    """Show the agencies, of which one is always chosen; return which."""
    language = session.language()
    table = pd.DataFrame(
        [completing.row(snapshot, one, language) for one in found.agencies],
        columns=[say(column) for column in completing.COLUMNS],
    )
    share = st.column_config.ProgressColumn(width=130, format="%d %%", min_value=0, max_value=100)
    narrow = {say(column): st.column_config.Column(width=90) for column in (words.FILLED, words.EXPECTED)}
    return chosen_row(
        read_as(table, language),
        [completing.scope(snapshot, one) for one in found.agencies],
        "weak.completeness",
        height=height(table, _TALL),
        column_config={
            **narrow,
            say(words.SHARE): share,
            say(words.UNKNOWN): st.column_config.Column(width=140),
            say(words.LACKING): st.column_config.Column(width=420),
        },
        alt=say(words.TITLE),
    )


def _gaps(snapshot: Snapshot, one: Completeness) -> None:
    """What lacks of one agency, with the cell in which it could be filled in, and its workbook."""
    language = session.language()
    agency = plain(completing.agency_words(snapshot, one, language))
    if not one.gaps:
        st.markdown(say(words.ALL_FILLED, agency=agency))
        return
    why = say(why_counted(one.gaps, reading.written()))
    st.markdown(say(words.TO_FILL, agency=agency, n=number(len(one.gaps), language), why=why))
    if len(one.gaps) > _MOST_GAPS:
        st.caption(say(common.MORE, n=number(len(one.gaps) - _MOST_GAPS, language)))
    listed = one.gaps[:_MOST_GAPS]
    found = cells(session.workspace().store, snapshot.metamodel, listed)
    table = pd.DataFrame(
        completing.gap_rows(snapshot, listed, found, reading.written(), language),
        columns=[say(column) for column in completing.GAP_COLUMNS],
    )
    link = st.column_config.LinkColumn(display_text=say(words.OPEN_FORM))
    st.dataframe(table, hide_index=True, column_config={say(words.FILL_IN): link}, alt=say(words.LACKING))
    if scope := completing.scope(snapshot, one):
        st.download_button(
            say(words.GET_TEMPLATE),
            reading.template(scope),
            file_name=f"templat-{scope}.xlsx",
            help=say(words.GET_TEMPLATE_HELP),
            on_click="ignore",
        )


def _downloads(snapshot: Snapshot, found: Completion) -> None:
    language, space = session.language(), session.workspace()

    def made() -> bytes:
        there = cells(space.store, space.metamodel, found.gaps)
        return workbook(completing.sheets(snapshot, found, there, reading.written(), language))

    with st.container(horizontal=True):
        name = "simpul-kelengkapan"
        offer_workbook(made, f"{name}.xlsx", "completeness")
        st.download_button(
            say(words.DOWNLOAD_CSV),
            lambda: csv_text(completing.sheets(snapshot, found, {}, {}, language)[0]),
            file_name=f"{name}.csv",
            on_click="ignore",
        )
