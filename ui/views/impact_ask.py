"""Dampak: the question. What fails, and how badly; what stays up; on which day."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from model.availability import State
from model.kinds import ElementKind
from queries.impact import Scenario
from queries.snapshot.snapshot import Snapshot
from ui import picking, session
from ui.asking import FAILING, ON, PROTECTED
from ui.components.plain import plain
from ui.figure import lane_order
from ui.links import View
from ui.phrases import impact as words
from ui.session import say
from ui.wording import number

_ELEMENTS = (*FAILING, PROTECTED)  # those that name elements to choose
_ONE_STATE = "as"  # in addresses of old: the state of all that fail
NAMES = (*_ELEMENTS, _ONE_STATE, ON, "offer")


def asked(view: View, snapshot: Snapshot) -> Scenario | None:
    """Ask for the scenario; None while nothing fails."""
    _read_old(view)
    linked = _linked(view, snapshot)
    narrow, wide, third = st.columns([2, 4, 3], gap="small")
    with narrow:
        offered = _offered(view, snapshot, linked)
    failing = {}
    with wide:
        failing["failed"] = _chosen(view, snapshot, "failed", offered.keys)
        if offered.left_out:
            st.caption(say(words.TOO_MANY, n=number(offered.left_out, session.language())))
    with third:
        failing["degraded"] = _chosen(view, snapshot, "degraded", offered.keys)
    with st.expander(f"{say(words.PROTECTED)}, {say(words.ON).lower()}", expanded=bool(view.all(PROTECTED))):
        one, two = st.columns([5, 2])
        with one:
            protected = _chosen(view, snapshot, PROTECTED, offered.keys)
        with two:
            on = view.day(ON, say(words.ON), date.today())
    states = {_uid(snapshot, key): state for name, state in FAILING.items() for key in failing[name]}
    if not states:
        return None
    return Scenario(failed=states, protected=frozenset(_uid(snapshot, key) for key in protected), on=on)


_LABELS = {
    "failed": (words.FAILED, None),
    "degraded": (words.DEGRADED, words.DEGRADED_HELP),
    PROTECTED: (words.PROTECTED, words.PROTECTED_HELP),
}


def _chosen(view: View, snapshot: Snapshot, name: str, keys: Sequence[str]) -> list[str]:
    """Ask for elements that fail in one way, or do not."""
    label, help_ = _LABELS[name]
    return view.choices(
        name,
        say(label),
        keys,
        partial(picking.shown, snapshot, language=session.language()),
        help=say(help_) if help_ else None,
        placeholder=say(words.FAILED_HINT),
    )


def _offered(view: View, snapshot: Snapshot, linked: Sequence[str]) -> picking.Offer:
    """Ask for the kinds of elements to choose from; return these elements."""
    metamodel = snapshot.metamodel
    kinds = [kind.value for kind in lane_order(metamodel, picking.losable(metamodel))][::-1]
    chosen = view.choices("offer", say(words.KINDS), kinds, _kind_words, help=say(words.KINDS_HELP))
    return picking.offered(snapshot, [ElementKind(kind) for kind in chosen or kinds], linked)


def _read_old(view: View) -> None:
    """Understand an address from before each element had a state of its own."""
    if view.one(_ONE_STATE) == State.DEGRADED.word:
        view.replace("degraded", [*view.all("degraded"), *view.all("failed")])
        view.replace("failed", [])
    view.put(_ONE_STATE, [])


def _linked(view: View, snapshot: Snapshot) -> list[str]:
    """The elements that the address names; says which of them are gone."""
    for name in _ELEMENTS:
        view.replace(name, picking.present(session.workspace().store, snapshot, view.all(name)))
    linked = [key for name in _ELEMENTS for key in view.all(name)]
    if gone := picking.gone(snapshot, linked):
        st.warning(say(words.GONE, keys=plain(", ".join(gone))))
    return linked


def _uid(snapshot: Snapshot, key: str) -> str:
    index = picking.position(snapshot, key)
    return key if index is None else snapshot.elements.uid[index]


def _kind_words(kind: str) -> str:
    return session.workspace().metamodel.kind(ElementKind(kind)).label.in_(session.language())
