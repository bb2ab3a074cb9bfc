"""Correcting the element that Jelajah shows, and retiring it: filled in, seen, then saved."""

from datetime import date

import streamlit as st

from ingest.edit.editing import planned_retirement, planned_set
from model.availability import State
from model.element import is_shipped
from model.faults import ModelerError
from model.kinds import Status
from queries.impact.impact import Scenario, simulate
from queries.loads.plan import Plan
from queries.lookup import Shown
from ui import links, places, reading, session
from ui.components.fields import show_fields
from ui.components.plain import plain
from ui.components.preview import save, show_anew, show_preview, show_refusal
from ui.editing import edit_form, edits
from ui.editing.drafts import Draft
from ui.links import View
from ui.phrases import edit as words
from ui.phrases import explore as explore_words
from ui.session import say
from ui.views import explore_merge, explore_relate
from ui.wording import number


def show_tasks(view: View, one: Shown) -> str:
    """Offer what can be done with the element; return the task chosen, blank for looking at it."""
    if is_shipped(one.element):
        st.caption(say(words.SHIPPED))
        return ""
    return view.segment("do", say(words.TASK), list(words.TASKS), lambda task: say(words.TASKS[task]))


def show(view: View, one: Shown, task: str) -> None:
    """Show the form of a task."""
    with st.container(border=True):
        if task == "edit":
            _edit(view, one)
        elif task == "relate":
            explore_relate.show(view, one)
        elif task == "merge":
            explore_merge.show(view, one)
        else:
            _retire(view, one)


@st.fragment
def _edit(view: View, one: Shown) -> None:
    space = session.workspace()
    draft = Draft(f"edit.{one.element.key}")
    fields = edit_form.element_fields(one, space.metamodel)
    first, rest = edit_form.parted(fields, ())
    show_fields(first, draft)
    if rest:
        with st.expander(say(words.OTHER_FIELDS, n=len(rest))):
            show_fields(rest, draft)
    given = edit_form.changed(fields, draft.said)
    if not given:
        st.caption(say(words.NOTHING_CHANGED))
        return
    key = one.element.key
    try:
        plan = planned_set(space.store, space.metamodel, key, given, edits.new_edit(space))
    except ModelerError:
        for refusal in edits.refusals(space, key, given):
            show_refusal(refusal)
        st.button(say(words.DISCARD), on_click=draft.drop)
        return
    _save_or_discard(view, one, draft, plan)


def _save_or_discard(view: View, one: Shown, draft: Draft, plan: Plan) -> None:
    with st.container(horizontal=True):
        agreed = st.button(say(words.SAVE), type="primary")
        st.button(say(words.DISCARD), on_click=draft.drop)
    if show_preview(plan) and agreed:
        save(plan, words.SAVED_EDIT.filled(name=one.element.name))
        draft.drop()
        show_anew(view)


def _retire(view: View, one: Shown) -> None:
    space, key, name = session.workspace(), one.element.key, one.element.name
    if one.element.status is Status.RETIRED:
        st.markdown(plain(say(words.RETIRED_NOW, name=name)))
        if st.button(say(words.REVIVE_DO), type="primary"):
            given = {"status": Status.ACTIVE.value, "valid_to": ""}
            save(
                planned_set(space.store, space.metamodel, key, given, edits.new_edit(space)),
                words.SAVED_REVIVED.filled(name=name),
            )
            show_anew(view)
        return
    st.markdown(f"**{plain(say(words.RETIRE_ASK, name=name))}**")
    _dependents(one)
    st.caption(say(words.RETIRE_KEEPS))
    if st.button(say(words.RETIRE_DO), type="primary"):
        plan = planned_retirement(space.store, space.metamodel, key, edits.new_edit(space))
        save(plan, words.SAVED_RETIRED.filled(name=name))
        show_anew(view)


def _dependents(one: Shown) -> None:
    """Say how many depend on the element, and where to look at them."""
    snapshot, language, key = reading.snapshot(), session.language(), one.element.key
    direct = edits.dependents(one, snapshot.metamodel)
    if not direct or snapshot.with_key(key) is None:
        st.markdown(say(words.NO_DEPENDENTS))
        return
    scenario = Scenario(failed={one.element.uid: State.DOWN}, on=date.today())
    hit = len(simulate(snapshot, scenario).order)
    st.warning(say(words.DEPENDENTS, direct=number(direct, language), all=number(hit, language)))
    links.link(places.IMPACT, f"{say(explore_words.IMPACT)} →", failed=key)
