"""Riwayat impor: the loads there were; what one changed, what follows from it, and taking it back."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from model.record import Load
from model.text import Text
from queries import history, records
from queries.differing import Difference
from queries.loads import merging
from queries.loads.undo import planned_undo
from ui import links, overview, places, reading, session, writing
from ui.components import plan_table, planned
from ui.components.choosing import newly_chosen
from ui.components.empty import show_empty
from ui.components.heights import height
from ui.components.numbers import read_as
from ui.components.plain import plain
from ui.imports import loads as rows_of
from ui.imports.loads import Row
from ui.imports.steps import said_by_hand, what_of
from ui.imports.steps import title as title_of
from ui.links import View
from ui.overview import called
from ui.phrases import common
from ui.phrases import explore as explore_words
from ui.phrases import imports as import_words
from ui.phrases import loads as words
from ui.session import say
from ui.wording import moment, number

_TALL = 320  # pixels of a table beside which more is to be read
_MOST = 2_000  # rows of a table in the browser; the counts are of all


def show() -> None:
    """Show the page."""
    view = View(places.LOADS, ("load", "opd", "undo"))
    found = merging.loads(session.workspace().store)
    if not found:
        show_empty(words.TITLE, words.HELP)
        return
    space = session.workspace()
    said = said_by_hand(space.store, space.metamodel, found)
    _table(view, found, said)
    if not view.one("load"):
        st.info(say(words.CHOOSE))
        return
    _load(view, history.load_named(space.store, view.one("load")), said)


def _table(view: View, found: list[Load], said: Mapping[str, Text]) -> None:
    names, language = overview.scope_names(reading.snapshot()), session.language()
    scopes = ["", *sorted({load.scope for load in found if load.scope}, key=lambda s: called(names, s).id)]
    one, _ = st.columns([2, 5])
    with one:
        scope = view.choice(
            "opd",
            say(common.AGENCY),
            scopes,
            lambda s: called(names, s).in_(language) if s else say(common.ALL),
        )
    listed = rows_of.of_scope(found, scope)
    table = pd.DataFrame(
        rows_of.table_rows(listed, said, names, language), columns=[say(head) for head in rows_of.COLUMNS]
    )
    picked = newly_chosen(
        read_as(table, language),
        [load.id for load in listed],
        "loads",
        height=height(listed, _TALL),
        alt=say(words.TITLE),
    )
    if picked is not None:
        view.put("undo", [])
        view.put("load", [listed[picked].id])


def _load(view: View, load: Load, said: Mapping[str, Text]) -> None:
    title, at = say(title_of(load, said)), moment(load.at, session.language())
    st.subheader(plain(title), anchor=False)
    st.caption(plain(say(words.WHO_WHEN, by=load.by, at=at, load=load.called)))
    if load.undone:
        _undone(load)
        return
    with st.spinner(say(words.COMPARING)):
        found = reading.changed_by(load.id)
    _difference(found, what_of(load))
    _undo(view, load, title)


def _undone(load: Load) -> None:
    """Show what a load said that was taken back, and how to get it back."""
    space, language = session.workspace(), session.language()
    st.info(say(words.IS_UNDONE if load.files else words.STEP_IS_UNDONE))
    if load.files:
        held = records.records_of_loads(space.store, [load.id]).get(load.id, [])
        st.markdown(say(words.HELD, n=number(len(held), language)))
        heads = [say(head) for head in (common.KIND, common.NAME, common.KEY, common.PLACE)]
        _shown(rows_of.held_rows(held, space.metamodel, language), heads)


def _difference(found: Difference, what: Text) -> None:
    language, metamodel = session.language(), session.workspace().metamodel
    counts = {
        "added": found.added,
        "changed": found.changed,
        "removed": found.removed,
        "related": found.related,
        "restated": found.restated,
        "unrelated": found.unrelated,
    }
    st.markdown(say(words.SUMMARY, **{name: number(len(these), language) for name, these in counts.items()}))
    elements = rows_of.element_rows(found, metamodel, language)
    related = rows_of.relation_rows(found, metamodel, language)
    answers = len(found.begun) + len(found.ended) + len(found.lost) + found.new
    first, second, third = st.tabs(
        [
            say(words.TAB_ANSWERS, n=number(answers, language)),
            say(words.TAB_ELEMENTS, n=number(len(elements), language)),
            say(words.TAB_RELATIONS, n=number(len(related), language)),
        ]
    )
    with first:
        _answers(found, what)
    with second:
        heads = (words.STATE_COLUMN, common.KIND, common.NAME, common.PROPERTY, common.BEFORE, common.AFTER)
        _shown(elements, [say(head) for head in heads])
    with third:
        _shown(related, [say(head) for head in (words.STATE_COLUMN, words.FROM, words.RELATION, words.TO)])


def _answers(found: Difference, what: Text) -> None:
    if found.new:
        n, alone = (number(count, session.language()) for count in (found.new, found.new_alone))
        st.markdown(say(words.NEW_TARGETS, n=n, alone=alone))
    parts = ((words.BEGUN, found.begun), (words.LOST, found.lost), (words.ENDED, found.ended))
    if not any(these for _, these in parts):
        st.markdown(say(words.NO_ANSWERS, what=what))
    for title, these in parts:
        if these:
            st.markdown(f"**{say(title, what=what)}**")
            heads = (words.TARGET, words.ON, common.KEY, common.KEY)
            columns = [say(heads[0]), say(heads[1]), f"{say(heads[2])} 1", f"{say(heads[3])} 2"]
            _shown(rows_of.dependence_rows(these), columns)
    if found.begun:
        links.link(places.IMPACT, say(explore_words.IMPACT), failed=found.begun[0].on.key)


def _shown(rows: list[Row], columns: list[str]) -> None:
    if not rows:
        st.markdown(say(words.NOTHING))
        return
    if len(rows) > _MOST:
        st.caption(say(common.MORE, n=number(len(rows) - _MOST, session.language())))
    st.dataframe(
        pd.DataFrame(rows[:_MOST], columns=columns),
        hide_index=True,
        height=height(rows, _TALL),
        alt=columns[0],
    )


def _undo(view: View, load: Load, title: str) -> None:
    space = session.workspace()
    if not view.one("undo"):
        st.button(say(words.UNDO_SEE), on_click=view.put, args=("undo", ["1"]))
        return
    plan = planned_undo(space.store, space.metamodel, load)
    with st.container(border=True):
        st.markdown(say(words.UNDO_ASK, said=plain(title)))
        planned.show_counts(plan)
        plan_table.show_all(plan, overview.scope_names(reading.snapshot()))
        with st.container(horizontal=True):
            agreed = st.button(say(words.UNDO, what=what_of(load)), key="undo", type="primary")
            st.button(say(import_words.CANCEL), on_click=view.put, args=("undo", []))
        if agreed:
            writing.apply(plan)
            view.put("undo", [])
            st.toast(say(words.UNDO_DONE, said=plain(title)))
            st.rerun()
