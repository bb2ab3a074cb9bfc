"""The pages there are. Their addresses never change, their titles follow the language."""

import streamlit as st

from ui.phrases import compare as compare_words
from ui.phrases import explore as explore_words
from ui.phrases import home as home_words
from ui.phrases import impact as impact_words
from ui.phrases import imports as import_words
from ui.phrases import loads as load_words
from ui.phrases import similar as similar_words
from ui.phrases import weak as weak_words
from ui.places import COMPARE, EXPLORE, HOME, IMPACT, IMPORT, LOADS, SIMILAR, WEAK
from ui.session import say
from ui.views import compare, explore, home, impact, imports, loads, similar, weak


def pages() -> list[st.Page]:
    """Return the pages in the order of the navigation."""
    return [
        st.Page(
            home.show, title=say(home_words.TITLE), help=say(home_words.HELP), url_path=HOME, default=True
        ),
        st.Page(explore.show, title=say(explore_words.TITLE), help=say(explore_words.HELP), url_path=EXPLORE),
        st.Page(impact.show, title=say(impact_words.TITLE), help=say(impact_words.HELP), url_path=IMPACT),
        st.Page(weak.show, title=say(weak_words.TITLE), help=say(weak_words.HELP), url_path=WEAK),
        st.Page(compare.show, title=say(compare_words.TITLE), help=say(compare_words.HELP), url_path=COMPARE),
        st.Page(similar.show, title=say(similar_words.TITLE), help=say(similar_words.HELP), url_path=SIMILAR),
        st.Page(imports.show, title=say(import_words.TITLE), help=say(import_words.HELP), url_path=IMPORT),
        st.Page(loads.show, title=say(load_words.TITLE), help=say(load_words.HELP), url_path=LOADS),
    ]


def page_named(address: str) -> st.Page:
    """Return the page with this address."""
    return next(
        page for page in pages() if page.url_path == address or (address == HOME and page.url_path == "")
    )
