"""Function by agency, where one function is served more than once."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from model.kinds import ElementKind
from queries.redundancy.groups.facts import ended_of
from queries.redundancy.groups.matrix import Row, by_function
from ui import reading, session
from ui.components.choosing import newly_chosen
from ui.components.downloads import offer_workbook
from ui.components.plain import plain
from ui.components.workbook import Sheet, workbook
from ui.links import View
from ui.phrases import common
from ui.phrases import matrix as matrix_words
from ui.phrases import similar as words
from ui.session import say
from ui.similar.function_table import FunctionTable, function_label, function_table, holders
from ui.wording import number

_DOUBLED = "background-color: rgba(178, 34, 34, 0.18); font-weight: 600"
_CELL, _HEIGHT = 150, 460  # pixels: the least of a column, and the table
_LETTER, _MARGIN, _MOST_WIDE = 7, 40, 480  # pixels: a letter, what stands around a text, a column
# pixels of the column of functions, which stays in sight on a telephone too: no wider than 60 % of that, else
# it is not pinned; and of a row, up to three lines of it
_PINNED, _ROW = 200, 62


def show(view: View) -> None:
    """Show the matrix, and who serves the function that is chosen."""
    found = reading.similar(ElementKind.APPLICATION)
    language = session.language()
    entries = found.comparison.corpus.entries
    ended = ended_of(reading.snapshot(), (entry.uid for entry in entries), date.today())
    matrix = by_function(found.comparison, found.knowledge, ended=ended)
    doubled = [row for row in matrix.rows if row.doubled]
    wanted = view.choice("model", say(matrix_words.ROWS), ["doubled", "all"], _rows_words)
    rows = doubled if wanted == "doubled" else list(matrix.rows)
    st.markdown(
        say(
            matrix_words.LEAD_MATRIX,
            functions=number(len(matrix.rows), language),
            doubled=number(len(doubled), language),
        )
    )
    st.caption(say(matrix_words.MATRIX_HELP))
    if not rows:
        st.info(say(matrix_words.NOTHING_DOUBLED))
        return
    names = {entry.uid: entry.name for entry in entries}
    table = function_table(rows, names, language)
    picked = _shown(table, [row.name for row in rows])
    if picked is not None:
        view.replace("function", [rows[picked].name])
        st.rerun()  # what stands above is drawn anew before anybody acts on it
    _holders(view, rows, names)
    if matrix.unplaced:
        st.caption(say(matrix_words.UNPLACED, n=number(len(matrix.unplaced), language)))
    sheet = _sheet(table)
    offer_workbook(lambda: workbook([sheet]), "simpul-matriks-fungsi.xlsx", "matriks-fungsi")


def _shown(table: FunctionTable, functions: Sequence[str]) -> int | None:
    """Show the table; return the number of the row that was pressed, if one was."""
    frame = table.frame.reset_index(names=say(words.FUNCTION))
    marks = [
        [_DOUBLED if (row, column - 1) in table.red else "" for column in range(len(frame.columns))]
        for row in range(len(frame))
    ]
    first, *others = map(str, frame.columns)
    columns = {first: st.column_config.TextColumn(width=_PINNED, pinned=True)}
    columns |= {name: st.column_config.TextColumn(width=_width(name), help=name) for name in others}
    styled = frame.style.apply(
        lambda _: pd.DataFrame(marks, index=frame.index, columns=frame.columns), axis=None
    )
    return newly_chosen(
        styled,
        functions,
        "matrix",
        height=_HEIGHT,
        row_height=_ROW,
        column_config=columns,
        alt=say(words.MATRIX),
    )


def _width(text: str) -> int:
    """Return the pixels of a column in which a text is read in full, as far as such a one may grow."""
    return min(_MOST_WIDE, max(_CELL, _LETTER * len(text) + _MARGIN))


def _holders(view: View, rows: Sequence[Row], names: Mapping[str, str]) -> None:
    """Show all applications of the chosen function, by whose they are."""
    language, by_name = session.language(), {row.name: row for row in rows}
    with st.container(border=True):
        given = view.choice(
            "function",
            say(matrix_words.CHOSEN_FUNCTION),
            list(by_name),
            lambda name: function_label(by_name[name], language),
        )
        lines = (
            f"- **{plain(whose)}** ({len(those)}): {plain('; '.join(those))}"
            for whose, those in holders(by_name[given], names, language)
        )
        st.markdown("\n".join(lines))


def _sheet(table: FunctionTable) -> Sheet:
    frame = table.frame
    headers = [say(words.FUNCTION), *map(str, frame.columns)]
    lines = [
        [str(name), *map(str, values)] for name, values in zip(frame.index, frame.to_numpy(), strict=True)
    ]
    marked = frozenset((row, column + 1) for row, column in table.red)
    return Sheet(say(words.MATRIX), headers, lines, marked)


def _rows_words(name: str) -> str:
    return say(matrix_words.ROWS_DOUBLED if name == "doubled" else common.ALL)
