"""Tables in which rows are chosen. A choice holds as long as the same things are listed in the same order."""

import zlib
from collections.abc import Sequence
from typing import Any, Literal

import streamlit as st

from ui import session

Mode = Literal["single-row", "single-row-required", "multi-row"]


def chosen_rows(
    table: Any, listed: Sequence[object], name: str, mode: Mode = "single-row", **shape: Any
) -> list[int]:
    """Show a table; return the rows that are chosen in it, as numbers from 0.

    listed: what its rows stand for. What was chosen while other things stood there is forgotten: the browser
    keeps numbers of rows, and would choose something else.
    """
    chosen = st.dataframe(
        table,
        hide_index=True,
        on_select="rerun",
        selection_mode=mode,
        key=table_key(name, listed),
        **shape,
    )
    return [int(row) for row in chosen["selection"]["rows"] if row < len(listed)]


def newly_chosen(table: Any, listed: Sequence[object], name: str, **shape: Any) -> int | None:
    """Show a table; return the row that was chosen since it was shown last, if one was.

    For what opens something: a row stays marked, and what is opened otherwise afterwards is not undone by it.
    """
    rows = chosen_rows(table, listed, name, **shape)
    last = f"{table_key(name, listed)}.last"
    now, before = [str(row) for row in rows], session.recall(last)
    session.keep(last, now)
    return rows[0] if rows and now != before else None


def chosen_row(table: Any, listed: Sequence[object], name: str, **shape: Any) -> int:
    """Show a table in which one row is always chosen, the first at first; return which."""
    return next(iter(chosen_rows(table, listed, name, "single-row-required", **shape)), 0)


def table_key(name: str, listed: Sequence[object]) -> str:
    """Return the key of such a table in this session's language."""
    return f"{name}.{session.language().value}.{zlib.crc32(repr(list(listed)).encode()):x}"
