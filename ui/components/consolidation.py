"""What follows from a consolidation, as a section of a page: sentences, new single points, steps, tables."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from model.text import Text
from ui import session
from ui.answers.whatif import consolidation_proof
from ui.components.downloads import offer_proof, offer_workbook, origin
from ui.components.plain import plain
from ui.components.workbook import Cell
from ui.phrases import whatif as words
from ui.session import say
from ui.similar import consolidating as told
from ui.similar.consolidating import Outcome

_FILE = "simpul-penggabungan.xlsx"


def show_consolidation(found: Outcome) -> None:
    """Show everything that is to be said of one consolidation."""
    language = session.language()
    st.markdown("  \n".join(told.sentences(found, language, plain)))
    if found.asked.new_points:
        _table(words.NEW_POINTS, told.POINT_COLUMNS, told.point_rows(found, language))
    elif not found.asked.bereft:
        st.success(say(words.NO_NEW_POINTS))
    _table(words.STEPS, told.STEP_COLUMNS, told.step_rows(found, language))
    if (saved := told.saved(found, language)) is not None:
        st.markdown(saved)
    st.caption(plain(told.assumed(found, language)))
    _more(found)
    with st.container(horizontal=True):
        key = f"consolidation.{found.asked.keep}"
        offer_workbook(lambda: told.outcome_workbook(found, language), _FILE, key)
        offer_proof(lambda: consolidation_proof(found, origin(), language), key, words.PROOF_HELP)


def _more(found: Outcome) -> None:
    """The tables behind the sentences, those that have rows."""
    language = session.language()
    tables: dict[Text, tuple[Sequence[Text], Sequence[Sequence[Cell]]]] = {
        words.WORK: (told.WORK_COLUMNS, told.work_rows(found, language)),
        words.EXPOSED: (told.EXPOSED_COLUMNS, told.exposed_rows(found, language)),
        words.FLOWS: (told.FLOW_COLUMNS, told.flow_rows(found, language)),
        words.DATA: (told.DATA_COLUMNS, told.data_rows(found, language)),
    }
    if found.machines is not None:
        machines = [found.machines.of(uid) for uid in (found.asked.keep, *found.asked.gone)]
        rows = told.machine_rows(found.asked.base, machines, language)
        tables[words.MACHINES] = (told.MACHINE_COLUMNS, rows)
    filled = {title: table for title, table in tables.items() if table[1]}
    if filled:
        for tab, (title, table) in zip(
            st.tabs([say(title) for title in filled]), filled.items(), strict=True
        ):
            with tab:
                _rows(title, *table)


def _table(title: Text, columns: Sequence[Text], rows: Sequence[Sequence[Cell]]) -> None:
    if rows:
        st.markdown(f"**{say(title)}**")
        _rows(title, columns, rows)


def _rows(title: Text, columns: Sequence[Text], rows: Sequence[Sequence[Cell]]) -> None:
    table = pd.DataFrame(rows, columns=[say(column) for column in columns])
    st.dataframe(table, hide_index=True, alt=say(title))
