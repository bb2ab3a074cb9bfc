"""Saying who works here: a name beside the language, kept in this browser."""

import streamlit as st

from ui import session
from ui.components.plain import plain
from ui.mounting import mounted
from ui.phrases import person as words
from ui.session import say

_FIELD = "person.field"


def show_person() -> None:
    """Show under which name this browser works, and let it be changed."""
    name = session.person()
    with st.popover(plain(name), icon=":material/person:", help=say(words.HELP), width="content"):
        session.begin(_FIELD, session.said_person())
        st.text_input(
            say(words.NAME),
            key=_FIELD,
            max_chars=session.LONGEST_NAME,
            placeholder=session.account(),
            on_change=_renamed,
        )
        st.caption(say(words.MEANING))
    said = session.recall(session.PERSON)
    if said is not None:  # in this visit; what was said before is in the browser already
        remember = mounted("ui.person", js="person.js")
        remember(key="person.cookie", data={"cookie": session.PERSON_COOKIE, "name": said}, height=0)


def _renamed() -> None:
    session.be(session.recall(_FIELD) or "")
