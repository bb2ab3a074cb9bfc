"""What a browser session remembers: its language, its person, what was chosen; and the store it is of.

The only module that touches session_state. It keeps plain values: an object would not survive a reload.
"""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import streamlit as st

from model.kinds import ElementKind
from model.text import Language, Text
from ui import shared

if TYPE_CHECKING:
    from ui.workspace import Workspace

Remembered = str | int | float | bool | date | None | list[str] | dict[str, list[str]]


def language() -> Language:
    """Return the language of this session: of the address, else as chosen before, else the browser's."""
    asked = st.query_params.get("lang", "")
    chosen = asked if asked in _LANGUAGES else recall("lang")
    if chosen not in _LANGUAGES:
        chosen = "en" if (st.context.locale or "").lower().startswith("en") else "id"
    keep("lang", chosen)
    return Language(chosen)


_LANGUAGES = frozenset(item.value for item in Language)


def choose_language(wanted: Language) -> None:
    """Speak a language from now on."""
    keep("lang", wanted.value)
    st.query_params["lang"] = wanted.value


def person() -> str:
    """Return under which name this session writes."""
    return said_person() or account()


def said_person() -> str:
    """Return the name that was given in this browser, in this visit or before; empty if none was."""
    given = recall(PERSON)
    return _one_line(unquote(st.context.cookies.get(PERSON_COOKIE, ""))) if given is None else str(given)


def be(name: str) -> None:
    """Write under a name from now on; an empty one is the account's."""
    keep(PERSON, _one_line(name))


def account() -> str:
    """Return whom the computer says it works for."""
    from ui.workspace import author

    return author(os.environ)


def _one_line(name: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())[
        :LONGEST_NAME
    ]


PERSON, PERSON_COOKIE = "person", "simpul_person"
LONGEST_NAME = 80  # characters


def say(text: Text, **values: object) -> str:
    """Return a text in the language of this session, its placeholders filled."""
    return (text.filled(**values) if values else text).in_(language())


def kind_label(kind: str) -> str:
    """Return what a kind is called in the language of this session."""
    return workspace().metamodel.kind(ElementKind(kind)).label.in_(language())


def recall(name: str) -> Any:
    """Return what the session remembers under a name; None if nothing."""
    return st.session_state.get(name)


def keep(name: str, value: Remembered) -> None:
    """Remember something for the session."""
    st.session_state[name] = value


def begin(name: str, value: Remembered) -> None:
    """Remember something unless the session remembers it already: what a widget shows at first.

    A widget that begins so can be emptied again, unlike one that is given a value of its own.
    """
    if name not in st.session_state:
        st.session_state[name] = value


def forget(name: str) -> None:
    """Remember something no longer."""
    if name in st.session_state:
        del st.session_state[name]


def component_value(key: str, name: str) -> Any:
    """Return what a mounted component told last under a name; None if nothing."""
    state = st.session_state.get(key)
    return None if state is None else state.get(name)


def workspace() -> "Workspace":
    """Return the open store of this process with what is needed to ask, and to write as this person."""
    space = shared.workspace(_address())
    said = said_person()
    return replace(space, writer=replace(space.writer, name=said)) if said else space


def ground() -> str:
    """Return what the page is drawn on in this browser: "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"


def reopen() -> None:
    """Forget the connection, so that the next question opens it anew: after a fault of the store."""
    shared.workspace.clear()


def home() -> Path:
    """Return the folder of this process's data: uploads and plans are kept there by id."""
    from queries.store.opening import home as data_folder

    return data_folder(os.environ)


def _address() -> tuple[tuple[str, str], ...]:
    """The settings that decide which store is meant."""
    return tuple((name, os.environ[name]) for name in _SETTINGS if name in os.environ)


_SETTINGS = ("NEO4J_URI", "NEO4J_DATABASE", "NEO4J_USERNAME", "SIMPUL_HOME")
