"""What a page shows while the store is empty: three ways in."""

import streamlit as st

from ui import links, places, session
from ui.phrases import common
from ui.phrases import imports as import_words
from ui.session import say


def show_empty() -> None:
    """Show that there is no data, and how to begin."""
    st.subheader(say(common.EMPTY_TITLE), anchor=False)
    st.markdown(say(common.EMPTY_ASK))
    example, files, csv = st.columns(3)
    with example.container(border=True, height="stretch"):
        st.markdown(f"**{say(common.EMPTY_DEMO)}**")
        st.caption(say(common.EMPTY_DEMO_HELP))
        if st.button(say(common.EMPTY_DEMO_DO), type="primary", key="example"):
            _load_example()
    with files.container(border=True, height="stretch"):
        st.markdown(f"**{say(common.EMPTY_IMPORT)}**")
        st.caption(say(common.EMPTY_IMPORT_HELP))
        links.link(places.IMPORT, say(import_words.TITLE))
    with csv.container(border=True, height="stretch"):
        st.markdown(f"**{say(common.EMPTY_TEMPLATE)}**")
        st.caption(say(common.EMPTY_TEMPLATE_HELP))


def _load_example() -> None:
    from seed.demo import load_province

    space = session.workspace()
    bar = st.progress(0.0, text=say(common.EMPTY_DEMO_WAIT))

    def tell(share: float) -> None:
        bar.progress(min(1.0, share), text=say(common.EMPTY_DEMO_WAIT))

    load_province(space.store, space.metamodel, space.writer, tell)
    st.rerun()
