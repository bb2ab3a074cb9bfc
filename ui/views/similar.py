"""Aplikasi sejenis: which applications do the same work, why, and what was decided of them."""

from collections.abc import Mapping
from importlib import import_module

import pandas as pd
import streamlit as st

from model.text import Text
from queries.rows import SameFunction
from ui import overview, places, reading, session
from ui.components.downloads import offer_workbook
from ui.components.empty import show_empty
from ui.components.workbook import Sheet, workbook
from ui.links import View
from ui.phrases import similar as words
from ui.phrases import whatif
from ui.session import say
from ui.wording import number

# No name of another page: after going back, the browser may still send the query of the page it left.
_NAMES = (
    *("view", "pair", "order", "whose", "found", "least", "group", "stays", "code", "shares", "model"),
    *("compared", "waits"),
    *("function", "title", "work", "agency", "services", "data", "keeps", "gives"),
    *("decision", "used", "reason"),
)
_BY_CODE = "code"
VIEWS: Mapping[str, Text] = {
    "queue": words.QUEUE,
    "groups": words.GROUPS,
    "matrix": words.MATRIX,
    "check": words.CHECK,
    "usage": words.USAGE,
    "machines": whatif.MACHINES,
    "decided": words.DECIDED,
    _BY_CODE: words.BY_CODE,
}
_MOST = 500
_WIDTHS = (230, 115, 165, 115, 165, 60, 200, 150)  # pixels of the columns; all in sight at 1366


def show() -> None:
    """Show the page."""
    view = View(places.SIMILAR, _NAMES)
    if overview.is_empty(reading.snapshot()):
        show_empty(words.TITLE, words.HELP)
        return
    chosen = view.segment("view", say(words.VIEW), list(VIEWS), lambda name: say(VIEWS[name]))
    if chosen == _BY_CODE:
        _by_code(view)
    else:
        # what compares is heavy, and no other page needs it
        import_module(f"ui.views.similar_{chosen}").show(view)


def _by_code(view: View) -> None:
    one, two, _ = st.columns([2, 2, 4])
    with one:
        code = view.words("code", say(words.CODE), placeholder="RAB.09.06")
    with two:
        least = view.number("shares", say(words.AT_LEAST), 0, 5)
    found = reading.rows("same_function", code=code.upper(), limit=_MOST)
    pairs = [pair for pair in found if pair.shared >= least]
    if not pairs:
        st.info(say(words.NO_PAIRS))
        return
    st.markdown(say(words.LEAD, pairs=number(len(pairs), session.language())))
    st.caption(say(words.NOTE))
    headers, rows = _headers(), [_row(pair) for pair in pairs]
    widths = (st.column_config.Column(width=width) for width in _WIDTHS)
    st.dataframe(
        pd.DataFrame(rows, columns=headers),
        hide_index=True,
        height=520,
        column_config=dict(zip(headers, widths, strict=True)),
        alt=say(words.TITLE),
    )
    sheet = Sheet(say(words.TITLE), headers, rows)
    offer_workbook(lambda: workbook([sheet]), "simpul-sejenis.xlsx", "sejenis")


def _headers() -> list[str]:
    columns = (
        words.FUNCTION,
        words.LEFT,
        words.LEFT_AGENCY,
        words.RIGHT,
        words.RIGHT_AGENCY,
        words.SHARED,
        words.SERVICES,
        words.DATA,
    )
    return [say(column) for column in columns]


def _row(pair: SameFunction) -> tuple[str, str, str, str, str, int, str, str]:
    return (
        f"{pair.code} {pair.function}",
        pair.left_name,
        pair.left_agency,
        pair.right_name,
        pair.right_agency,
        pair.shared,
        "; ".join(pair.shared_services),
        "; ".join(pair.shared_data),
    )
