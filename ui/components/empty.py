"""What a page shows while the store is empty: three ways in."""

import streamlit as st

from ui import links, places
from ui.phrases import common
from ui.phrases import imports as import_words
from ui.session import say


def show_empty() -> None:
    """Show that there is no data, and how to begin."""
    st.subheader(say(common.EMPTY_TITLE))
    st.markdown(say(common.EMPTY_ASK))
    ways = (
        (common.EMPTY_IMPORT, common.EMPTY_IMPORT_HELP),
        (common.EMPTY_DEMO, common.EMPTY_DEMO_HELP),
        (common.EMPTY_TEMPLATE, common.EMPTY_TEMPLATE_HELP),
    )
    for column, (title, help_) in zip(st.columns(len(ways)), ways, strict=True):
        with column.container(border=True):
            st.markdown(f"**{say(title)}**")
            st.caption(say(help_))
            if title is common.EMPTY_IMPORT:
                links.link(places.IMPORT, say(import_words.TITLE))
