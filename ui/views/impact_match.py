"""Dampak: all elements with something in common fail together, as with `simpul impact --where`."""

from collections.abc import Collection
from functools import partial

import streamlit as st

from model.availability import State
from model.faults import ModelerError
from model.kinds import ElementKind
from queries.snapshot.snapshot import Snapshot
from ui import session
from ui.components.plain import plain
from ui.impact import affected, matching
from ui.impact.asking import MATCHING
from ui.impact.matching import KIND
from ui.links import View
from ui.phrases import impact as words
from ui.session import say
from ui.wording import number

Matched = list[tuple[State, Collection[str]]]


def matched(view: View, snapshot: Snapshot, load: str | None) -> Matched:
    """Show which conditions fail their elements, and where more are added; return the uids of these."""
    found: Matched = []
    for name, state in MATCHING.items():
        for text in view.all(name):
            uids = [uid for uid in _matches(load, matching.read(text), text) if uid in snapshot.positions]
            _listed(view, snapshot, name, text, uids)
            found.append((state, uids))
    box = st.expander(say(words.ALL_THAT), on_change="rerun", key=_key("open"))
    if box.open:  # what there is to choose is asked for only then
        with box:
            st.caption(say(words.ALL_THAT_HELP))
            _add(view, snapshot, load)
    return found


def _matches(load: str | None, conditions: matching.Conditions, text: str) -> list[str]:
    if not conditions:
        st.warning(say(words.NO_CONDITION, condition=plain(text)))
        return []
    try:
        return matching.matches(session.workspace(), load, conditions)
    except ModelerError as error:
        what, fix = (plain(part.in_(session.language())) for part in (error.what, error.fix))
        st.warning(f"{what}. {fix}.")
        return []


def _listed(view: View, snapshot: Snapshot, name: str, text: str, uids: Collection[str]) -> None:
    """One condition in words, with how many it fails and a press to take it back."""
    language = session.language()
    told = matching.told(snapshot, matching.read(text), language)
    state = affected.state_words(MATCHING[name], language)
    with st.container(horizontal=True, vertical_alignment="center"):
        line = say(words.ALL_MATCHED, told=plain(told), n=number(len(uids), language), state=state)
        st.markdown(line, width="content")
        rest = [one for one in view.all(name) if one != text]
        label, key = say(words.TAKE_BACK), _key(f"drop.{name}.{text}")
        st.button(label, key=key, type="tertiary", on_click=view.replace, args=(name, rest))


def _add(view: View, snapshot: Snapshot, load: str | None) -> None:
    """Ask for a condition."""
    space, metamodel = session.workspace(), snapshot.metamodel
    one, two, three, four = st.columns([3, 5, 2, 3], gap="small")
    with one:
        name = st.selectbox(
            say(words.TRAIT),
            matching.names(space, load, snapshot),
            format_func=lambda name: _capital(say(matching.name_words(metamodel, name))),
            key=_key("name"),
        )
    with two:
        value = st.selectbox(
            say(words.TRAIT_VALUE),
            matching.values(space, load, snapshot, name),
            index=None,
            format_func=partial(matching.chosen_words, snapshot, name, language=session.language()),
            placeholder=say(words.TRAIT_HINT),
            key=_key(f"value.{name}"),
        )
    if value is None:
        return
    conditions = {name: value}
    all_ = matching.kinds_of(snapshot, _matches(load, conditions, value))
    with four:
        kind = _only(snapshot, list(all_), f"{name}.{value}") if len(all_) > 1 else ""
    if kind:
        conditions[KIND] = kind
    with three:
        becomes = _becomes()
    _confirm(view, snapshot, becomes, conditions, _matches(load, conditions, value))


def _confirm(
    view: View,
    snapshot: Snapshot,
    becomes: str,
    conditions: matching.Conditions,
    uids: Collection[str],
) -> None:
    """Say how many elements meet a condition, and take it into the address on a press."""
    language, counts = session.language(), matching.kinds_of(snapshot, uids)
    counted = matching.count_words(snapshot.metamodel, counts, language)
    text, there = matching.written(conditions), view.all(becomes)
    with st.container(horizontal=True, vertical_alignment="center"):
        refused = not uids or text in there
        if st.button(say(words.ADD_ALL), key=_key("add"), type="primary", disabled=refused):
            view.put(becomes, [*there, text])
            st.rerun()
        total = number(counts.total(), language)
        st.markdown(say(words.MATCHED, n=total, counted=plain(counted)), width="content")


def _only(snapshot: Snapshot, kinds: list[ElementKind], place: str) -> str:
    """Ask for the kind to which the condition is limited; "" for none."""

    def shown(kind: str) -> str:
        return (
            matching.chosen_words(snapshot, KIND, kind, session.language()) if kind else say(words.ANY_KIND)
        )

    choices = ["", *(kind.value for kind in kinds)]
    return st.selectbox(say(words.ONLY_KIND), choices, format_func=shown, key=_key(f"kind.{place}")) or ""


def _becomes() -> str:
    """Ask for the state that all of them fail to; return the name in the address that says so."""
    return st.selectbox(
        say(words.BECOME),
        list(MATCHING),
        format_func=lambda name: affected.state_words(MATCHING[name], session.language()),
        key=_key("becomes"),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _key(name: str) -> str:
    return f"impact.match.{name}.{session.language().value}"
