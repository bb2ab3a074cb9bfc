"""The frame around every page: language, navigation, and where the faults of a page are shown.

Streamlit runs this file for every visit and every action.
"""

import streamlit as st

from model.faults import ModelerError
from model.text import Language
from ui import session
from ui.components.faults import show_fault
from ui.components.rewording import reword
from ui.pages import pages
from ui.person.card import show_person
from ui.phrases import common
from ui.session import say


def main() -> None:
    """Show the page that the address names."""
    st.set_page_config(page_title=say(common.PRODUCT), page_icon="🔗", layout="wide")
    page = st.navigation(pages(), position="top")
    reword()
    _frame()
    try:
        page.run()
    except ModelerError as error:
        show_fault(error)


def _frame() -> None:
    """Show what stands above every page: the product, who works here, and the language."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f"**{say(common.PRODUCT)}** · {say(common.TAGLINE)}", width="content")
        with st.container(horizontal=True, width="content", vertical_alignment="center"):
            show_person()
            _language_choice()


def _language_choice() -> None:
    languages = [language.value for language in Language]

    def chosen() -> None:
        wanted = session.recall("language.choice")
        if wanted in languages:
            session.choose_language(Language(wanted))

    session.keep("language.choice", session.language().value)
    st.segmented_control(
        say(common.LANGUAGE),
        languages,
        format_func=str.upper,
        key="language.choice",
        on_change=chosen,
        label_visibility="collapsed",
        required=True,
    )


if __name__ == "__main__":
    main()
