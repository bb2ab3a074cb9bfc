"""What a page shows while the store is empty: three ways in."""

from collections.abc import Sequence

import streamlit as st

from model.text import Text
from ui import links, places, session
from ui.components.plain import plain
from ui.phrases import common
from ui.phrases import imports as import_words
from ui.session import say


def show_empty(title: Text, about: Text, named: Sequence[str] = ()) -> None:
    """Show what a page would answer, that there is no data, and how to begin.

    named: keys of elements that the address asks for.
    """
    st.subheader(say(title), anchor=False)
    st.caption(say(about))
    if named:
        st.warning(say(common.EMPTY_NAMED, keys=plain(", ".join(named))))
    st.markdown(f"**{say(common.EMPTY_TITLE)}.** {say(common.EMPTY_ASK)}")
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
        st.download_button(
            say(common.EMPTY_TEMPLATE_DO), _blank_csv, file_name="simpul-csv.zip", on_click="ignore"
        )


def _blank_csv() -> bytes:
    from ingest.export import blank_csv

    return blank_csv()


def _load_example() -> None:
    from seed.demo import load_province

    space = session.workspace()
    bar = st.progress(0.0, text=say(common.EMPTY_DEMO_WAIT))

    def tell(share: float) -> None:
        bar.progress(min(1.0, share), text=say(common.EMPTY_DEMO_WAIT))

    load_province(space.store, space.metamodel, space.writer, tell)
    st.rerun()
