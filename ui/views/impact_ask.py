"""Dampak: the question. What fails, and how badly; what stays up; on which day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.availability import State
from model.kinds import ElementKind
from queries.impact.impact import Scenario
from queries.selection import assumed
from queries.snapshot.snapshot import Snapshot
from ui import picking, reading, session
from ui.components.moments import NOW, states_of_data
from ui.components.plain import plain
from ui.graph.figure import lane_order
from ui.impact.asking import AS_OF, FAILING, MATCHING, ON, PROTECTED, TROUBLED
from ui.links import View
from ui.phrases import causes as cause_words
from ui.phrases import compare as compare_words
from ui.phrases import impact as words
from ui.session import say
from ui.views import impact_match
from ui.wording import number

ELEMENTS = (*FAILING, TROUBLED, PROTECTED)  # those that name elements to choose
_ONE_STATE = "as"  # in addresses of old: the state of all that fail
_MORE = (PROTECTED, ON, AS_OF)  # what stands folded away until it is asked for
NAMES = (*ELEMENTS, *MATCHING, *_MORE[1:], _ONE_STATE, "offer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The question. scenario: what fails or is in trouble; None while nothing is.

    load: after which the data are asked; None for now. standing: that state of the data in words; "" for now.
    """

    snapshot: Snapshot
    scenario: Scenario | None
    load: str | None = None
    standing: str = ""


def asked(view: View, *, causes: bool = False) -> Asked:
    """Ask for the question. causes: what is in trouble, not what fails."""
    _read_old(view)
    said, top = st.container(), st.container()
    more = any(view.all(name) for name in _MORE)
    with st.expander(say(words.MORE_ASKED), expanded=more):
        staying, day, standing = st.columns([5, 2, 4], gap="small")
    with standing:  # what can be chosen depends on it
        load, told = _standing(view, said)
    with said:
        snapshot = _snapshot(load)
        linked = _linked(view, snapshot, past=bool(load))
    with top:
        if causes:
            named, matched = _troubled(view, snapshot, linked), []
            offered = picking.offered(snapshot, snapshot.metamodel.losable, linked)
        else:
            offered, named = _failing(view, snapshot, linked)
            matched = impact_match.matched(view, snapshot, load or None)
    with staying:
        protected = _chosen(view, snapshot, PROTECTED, offered.keys)
    with day:
        on = view.day(ON, say(words.ON), date.today())
    staying_up = frozenset(_uid(snapshot, key) for key in protected)
    states = assumed({_uid(snapshot, key): state for key, state in named.items()}, matched, staying_up)
    scenario = Scenario(failed=states, protected=staying_up, on=on) if states else None
    return Asked(snapshot=snapshot, scenario=scenario, load=load or None, standing=told)


def _snapshot(load: str) -> Snapshot:
    if load == NOW:
        return reading.snapshot()
    with st.spinner(say(words.FOLDING)):
        return reading.snapshot_after(load)


def _standing(view: View, said: DeltaGenerator) -> tuple[str, str]:
    """Ask for the state of the data: a load, with its words; blanks for now. said: where to tell it."""
    loads = states_of_data()
    named = view.one(AS_OF)
    if named and named not in loads:
        said.warning(say(words.NO_LOAD, load=plain(named)))
    load = view.choice(
        AS_OF, say(compare_words.STANDING), list(loads), loads.__getitem__, help=say(words.STANDING_HELP)
    )
    if load == NOW:
        return NOW, ""
    with said.container(horizontal=True, vertical_alignment="center"):
        st.info(say(words.PAST, standing=plain(loads[load])))
        st.button(say(words.BACK_TO_NOW), on_click=view.replace, args=(AS_OF, []))
    return load, loads[load]


def _failing(view: View, snapshot: Snapshot, linked: Sequence[str]) -> tuple[picking.Offer, dict[str, State]]:
    """Ask for what fails and how badly, by key; also return what can be chosen."""
    narrow, wide, third = st.columns([2, 4, 3], gap="small")
    failing: dict[str, list[str]] = {}
    with narrow:
        offered = _offered(view, snapshot, linked)
    with wide:
        failing["failed"] = _chosen(view, snapshot, "failed", offered.keys)
        _left_out(offered)
    with third:
        failing["degraded"] = _chosen(view, snapshot, "degraded", offered.keys)
    return offered, {key: state for name, state in FAILING.items() for key in failing[name]}


def _troubled(view: View, snapshot: Snapshot, linked: Sequence[str]) -> dict[str, State]:
    """Ask for what is in trouble: anything that depends on something, people's services first."""
    kinds = lane_order(snapshot.metamodel, snapshot.metamodel.dependent)
    narrow, wide = st.columns([2, 7], gap="small")
    with narrow:
        offered = _of_kinds(view, snapshot, kinds, linked)
    with wide:
        chosen = _chosen(view, snapshot, TROUBLED, offered.keys)
        _left_out(offered)
    return dict.fromkeys(chosen, State.DOWN)


_LABELS = {
    "failed": (words.FAILED, None, words.FAILED_HINT),
    "degraded": (words.DEGRADED, words.DEGRADED_HELP, words.FAILED_HINT),
    TROUBLED: (cause_words.TROUBLED, cause_words.TROUBLED_HELP, cause_words.TROUBLED_HINT),
    PROTECTED: (words.PROTECTED, words.PROTECTED_HELP, words.FAILED_HINT),
}


def _chosen(view: View, snapshot: Snapshot, name: str, keys: Sequence[str]) -> list[str]:
    """Ask for elements that fail or are in trouble in one way, or do not."""
    label, help_, hint = _LABELS[name]
    return view.choices(
        name,
        say(label),
        keys,
        partial(picking.shown, snapshot, language=session.language()),
        help=say(help_) if help_ else None,
        placeholder=say(hint),
    )


def _offered(view: View, snapshot: Snapshot, linked: Sequence[str]) -> picking.Offer:
    """Ask for the kinds of elements to choose from, machines first; return these elements."""
    kinds = lane_order(snapshot.metamodel, snapshot.metamodel.losable)[::-1]
    return _of_kinds(view, snapshot, kinds, linked)


def _of_kinds(
    view: View, snapshot: Snapshot, kinds: Sequence[ElementKind], linked: Sequence[str]
) -> picking.Offer:
    chosen = view.choices(
        "offer", say(words.KINDS), list(kinds), session.kind_label, help=say(words.KINDS_HELP)
    )
    return picking.offered(snapshot, [ElementKind(kind) for kind in chosen or kinds], linked)


def _left_out(offered: picking.Offer) -> None:
    if offered.left_out:
        st.caption(say(words.TOO_MANY, n=number(offered.left_out, session.language())))


def _read_old(view: View) -> None:
    """Understand an address from before each element had a state of its own."""
    if view.one(_ONE_STATE) == State.DEGRADED.word:
        view.replace("degraded", [*view.all("degraded"), *view.all("failed")])
        view.replace("failed", [])
    view.put(_ONE_STATE, [])


def _linked(view: View, snapshot: Snapshot, *, past: bool) -> list[str]:
    """The elements that the address names; says which of them are gone, or are not there yet."""
    for name in ELEMENTS:
        view.replace(name, picking.present(session.workspace().store, snapshot, view.all(name)))
    linked = [key for name in ELEMENTS for key in view.all(name)]
    if gone := picking.gone(snapshot, linked):
        st.warning(say(words.NOT_YET if past else words.GONE, keys=plain(", ".join(gone))))
    return linked


def _uid(snapshot: Snapshot, key: str) -> str:
    index = snapshot.with_key(key)
    return key if index is None else snapshot.elements.uid[index]
