"""Where the values of an element come from: every cell that said something, of one property or all."""

import pandas as pd
import streamlit as st

from queries.lineage import lineage
from queries.lookup import Shown
from ui import session
from ui.components.heights import height
from ui.editing import changes, lineage_rows
from ui.links import View
from ui.phrases import common
from ui.phrases import edit as words
from ui.session import say

_WIDTHS = (130, 60, 150, 250, 80, 130, 190)  # pixels of the columns
_TALL = 320  # pixels of a table beside which more is to be read


def show_lineage(view: View, one: Shown) -> None:
    """Show every cell that says something of the element; the address keeps which property is traced."""
    space, language = session.workspace(), session.language()
    told = lineage(space.store, space.metamodel, one.element)
    if not told:
        return
    st.markdown(f"**{say(words.LINEAGE)}**")
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        only = view.choice(
            "of",
            say(words.OF_PROPERTY),
            ["", *lineage_rows.told_properties(told)],
            lambda name: (
                say(changes.label_of(space.metamodel, one.element.kind, name)) if name else say(common.ALL)
            ),
        )
    right.caption(say(words.LINEAGE_HELP))
    rows = lineage_rows.rows(told, space.metamodel, one.element, language, only)
    columns = (
        common.PROPERTY,
        words.COUNTS,
        common.VALUE,
        common.PLACE,
        common.BY,
        common.AT,
        common.LOAD,
    )
    heads = [say(column) for column in columns]
    table = pd.DataFrame(rows, columns=heads)
    widths = [st.column_config.TextColumn(width=width) for width in _WIDTHS]
    st.dataframe(
        table,
        hide_index=True,
        height=height(rows, _TALL),
        column_config=dict(zip(heads, widths, strict=True)),
        alt=say(words.LINEAGE),
    )
