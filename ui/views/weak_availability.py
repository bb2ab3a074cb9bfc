"""Titik rawan, Ketersediaan: how long services are down in a year, and what decides it."""

from collections.abc import Callable, Sequence

import streamlit as st

from queries.resilience.fragility import Fragility
from queries.resilience.unavailability import Unavailability
from ui import links, places, session
from ui.components.plain import plain
from ui.phrases import impact as impact_words
from ui.phrases import unavailable as words
from ui.session import say
from ui.weak import unavailable
from ui.wording import number

_DECIDING = 8  # elements told of beside the table
_WANTED = 5  # elements whose availability is missed the most


def show(found: Fragility, shown: Sequence[Unavailability], choose: Callable[[], int]) -> None:
    """Show the targets with what they need to be told, and the chosen one beside them.

    shown: those that a filter leaves. choose: shows the table and returns which row is chosen.
    """
    language = session.language()
    st.caption(say(words.HELP))
    if not any(known.own is not None for one in shown for known in one.elements):
        st.info(say(words.NONE_STATED))
    if not shown:
        return
    known = sum(one.known for one in shown)
    st.markdown(say(words.KNOWN, known=number(known, language), all=number(len(shown), language)))
    _wanted(found, shown)
    wide, narrow = st.columns([7, 3], gap="medium")
    with wide:
        row = choose()
    with narrow, st.container(border=True):
        _one(found, shown[row])


def _wanted(found: Fragility, shown: Sequence[Unavailability]) -> None:
    language, name = session.language(), found.snapshot.elements.name
    missed = [
        say(words.WANTED_BY, name=plain(name[element]), n=number(count, language))
        for element, count in unavailable.wanted(shown, _WANTED)
    ]
    if missed:
        st.caption(say(words.WANTED, names=", ".join(missed)))


def _one(found: Fragility, one: Unavailability) -> None:
    language, snapshot = session.language(), found.snapshot
    name = plain(snapshot.elements.name[one.target])
    st.markdown(unavailable.sentence(one, name, language))
    lines = [
        f"- {plain(unavailable.decides(snapshot, element, language))}; {unavailable.own(element, language)}"
        for element in one.elements[:_DECIDING]
    ]
    st.markdown("\n".join(lines))
    if not one.known:
        st.caption(f"{say(words.MISSING)}: {plain(unavailable.missing(snapshot, one, language))}.")
    if not one.known and one.elements:
        st.caption(say(words.WHILE_UP))
    links.link(places.EXPLORE, say(impact_words.OPEN_ELEMENT), el=snapshot.elements.key[one.target])
