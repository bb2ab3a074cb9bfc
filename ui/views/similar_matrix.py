"""Function by agency, where one function is served more than once."""

from collections import Counter

import pandas as pd
import streamlit as st

from model.kinds import ElementKind
from queries.redundancy.matrix import Matrix, by_function
from ui import session
from ui.components.workbook import Sheet, workbook
from ui.likeness import Similar
from ui.links import View
from ui.phrases import common
from ui.phrases import similar as words
from ui.session import say
from ui.wording import number

_DOUBLED = "background-color: rgba(178, 34, 34, 0.18); font-weight: 600"
_SHORT, _WIDTH = 18, 150  # letters of an agency's name that leave its applications no room; pixels they need
_HEIGHT = 560


def show(view: View) -> None:
    """Show the matrix."""
    found = session.similar(ElementKind.APPLICATION)
    language = session.language()
    matrix = by_function(found.comparison, found.knowledge)
    least = 2 if view.choice("model", say(words.ROWS), ["doubled", "all"], _rows_words) == "doubled" else 1
    rows = [row for row in matrix.rows if row.applications >= least]
    doubled = sum(row.doubled for row in matrix.rows)
    st.markdown(
        say(
            words.LEAD_MATRIX, functions=number(len(matrix.rows), language), doubled=number(doubled, language)
        )
    )
    st.caption(say(words.MATRIX_HELP))
    table, counts = _table(found, matrix, [row.name for row in rows])
    if table.empty:
        st.info(say(words.NOTHING_DOUBLED))
        return
    styled = table.style.apply(
        lambda column: [_DOUBLED if counts.get((row, str(column.name)), 0) > 1 else "" for row in table.index]
    )
    short = [name for name in map(str, table.columns) if len(name) <= _SHORT]
    columns = {name: st.column_config.TextColumn(width=_WIDTH) for name in short}
    st.dataframe(styled, height=_HEIGHT, column_config=columns, alt=say(words.MATRIX))
    if matrix.unplaced:
        st.caption(say(words.UNPLACED, n=number(len(matrix.unplaced), language)))
    headers = [say(words.FUNCTION), *map(str, table.columns)]
    lines = [
        [str(name), *map(str, values)] for name, values in zip(table.index, table.to_numpy(), strict=True)
    ]
    sheet = Sheet(say(words.MATRIX), headers, lines, _doubled(table, counts))
    st.download_button(
        say(common.DOWNLOAD_XLSX),
        lambda: workbook([sheet]),
        file_name="simpul-matriks-fungsi.xlsx",
        on_click="ignore",
    )


def _table(
    found: Similar, matrix: Matrix, wanted: list[str]
) -> tuple[pd.DataFrame, dict[tuple[str, str], int]]:
    """The matrix as a table of names, and how many applications each cell holds."""
    language = session.language()
    names = {entry.uid: entry.name for entry in found.comparison.corpus.entries}
    chosen = [row for row in matrix.rows if row.name in set(wanted)]
    often = Counter(agency for row in chosen for agency in row.cells)
    agencies = sorted(often, key=lambda agency: (-often[agency], agency))
    index = [f"{row.label.in_(language)} ({row.applications})" for row in chosen]
    cells = [
        [
            "; ".join(
                ("● " if len(row.cells.get(agency, ())) > 1 else "") + names[uid]
                for uid in row.cells.get(agency, ())
            )
            for agency in agencies
        ]
        for row in chosen
    ]
    counts = {
        (label, agency): len(uids)
        for label, row in zip(index, chosen, strict=True)
        for agency, uids in row.cells.items()
    }
    return pd.DataFrame(cells, index=index, columns=agencies), counts


def _doubled(table: pd.DataFrame, counts: dict[tuple[str, str], int]) -> frozenset[tuple[int, int]]:
    """The cells of the sheet with more than one application; the first column names the function."""
    return frozenset(
        (at, column)
        for at, row in enumerate(table.index)
        for column, agency in enumerate(table.columns, start=1)
        if counts.get((row, agency), 0) > 1
    )


def _rows_words(name: str) -> str:
    return say(words.ROWS_DOUBLED if name == "doubled" else common.ALL)
