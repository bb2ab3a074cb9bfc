"""Merging the element that Jelajah shows with others: side by side, field by field, then into one."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from ingest.edit.merging import Merging, planned_merge
from model.faults import ModelerError
from queries import lookup
from queries.lookup import Shown
from ui import picking, reading, session
from ui.components.heights import height
from ui.components.plain import plain
from ui.components.preview import save, show_anew, show_refusal
from ui.editing import edits, merge_form
from ui.editing.drafts import Draft
from ui.editing.merge_form import FieldLine
from ui.impact.affected import name_of
from ui.links import View
from ui.phrases import common
from ui.phrases import edit as words
from ui.session import say

_TALL = 320  # pixels of a table beside which more is to be read


def show(view: View, one: Shown) -> None:
    """Let the person choose what to merge; then show what it would come to."""
    snapshot, language = reading.snapshot(), session.language()
    here = one.element.key
    with_ = picking.present(session.workspace().store, snapshot, view.all("with"))
    view.replace("with", [key for key in with_ if key != here])
    offer = picking.offered(snapshot, [one.element.kind], view.all("with"))
    others = view.choices(
        "with",
        say(words.MERGE_WITH),
        [key for key in offer.keys if key != here],
        lambda key: picking.shown(snapshot, key, language),
        help=say(words.MERGE_HELP),
        placeholder=say(words.CHOOSE_ELEMENTS),
    )
    if not others:
        st.caption(say(words.MERGE_CHOOSE))
        return
    keep = view.choice(
        "keep",
        say(words.MERGE_KEEP),
        [here, *others],
        lambda key: picking.shown(snapshot, key, language),
        help=say(words.MERGE_KEEP_HELP),
    )
    _merge(view, [keep, *(key for key in (here, *others) if key != keep)])


@st.fragment
def _merge(view: View, keys: Sequence[str]) -> None:
    space = session.workspace()
    draft = Draft(f"merge.{'~'.join(sorted(keys))}")
    taken = merge_form.still_taken(draft.said, keys)
    try:
        edit = edits.new_edit(space)
        merging = planned_merge(space.store, space.metamodel, keys, taken, edit)
    except ModelerError as error:
        show_refusal(error)
        return
    lines = merge_form.field_lines(merging, space.metamodel, session.language())
    _conflicts(draft, [line for line in lines if line.chosen is not None], keys)
    _agreed([line for line in lines if line.chosen is None], keys)
    _afterwards(merging)
    for one in merge_form.warnings(merging):
        st.warning(f"{plain(say(one.message))}\n\n{plain(say(one.fix))}")
    if st.button(say(words.MERGE_DO), type="primary"):
        names = ", ".join(element.name for element in merging.gone)
        save(merging.plan, words.SAVED_MERGE.filled(names=names, keep=merging.keep.name))
        draft.drop()
        for name, values in (("el", [merging.keep.key]), ("with", []), ("keep", [])):
            view.put(name, values)
        show_anew(view)


def _conflicts(draft: Draft, lines: Sequence[FieldLine], keys: Sequence[str]) -> None:
    """Show where they disagree, with the choice of what counts."""
    if not lines:
        st.markdown(say(words.NO_CONFLICTS))
        return
    st.markdown(f"**{say(words.CONFLICTS)}**")
    for line in lines:
        label, choice = st.columns([2, 7], vertical_alignment="center")
        label.markdown(plain(line.label))
        with choice:
            _choice(draft, line, keys)


def _choice(draft: Draft, line: FieldLine, keys: Sequence[str]) -> None:
    widget = f"{draft.key(line.property)}.{keys[0]}"
    session.begin(widget, line.chosen)
    whose, places = _called(keys), merge_form.places(line)

    def chosen() -> None:
        draft.put(line.property, keys[session.recall(widget)])

    st.radio(
        line.label,
        places,
        format_func=lambda place: plain(line.said[place] or say(words.NOT_SAID)),
        captions=[plain(whose[place]) for place in places],
        key=widget,
        horizontal=True,
        label_visibility="collapsed",
        on_change=chosen,
    )


def _agreed(lines: Sequence[FieldLine], keys: Sequence[str]) -> None:
    """Show what they agree about, or only one of them says."""
    if not lines:
        return
    with st.expander(say(words.AGREED, n=len(lines))):
        columns = [say(common.PROPERTY), *(f"{n} · {name}" for n, name in enumerate(_called(keys), start=1))]
        table = pd.DataFrame([(line.label, *line.said) for line in lines], columns=columns)
        st.dataframe(table, hide_index=True, alt=say(words.AGREED, n=len(lines)))


def _called(keys: Sequence[str]) -> list[str]:
    """What elements of perhaps one name are called beside each other: name and agency."""
    snapshot = reading.snapshot()
    return [picking.beside(snapshot, key) for key in keys]


def _afterwards(merging: Merging) -> None:
    """Show what becomes of values, relations, keys and owners."""
    space, snapshot, language = session.workspace(), reading.snapshot(), session.language()
    keep = lookup.show(space.store, merging.keep)
    st.markdown(f"**{say(words.AFTERWARDS)}**")

    def called(key: str) -> str:
        return name_of(snapshot, key)

    said = merge_form.consequences(merging, keep, space.metamodel, called, language)
    st.markdown("\n".join(f"- {plain(say(text))}" for text in said))
    _twins(merging)
    fates = merge_form.relation_fates(merging, keep)
    if not fates:
        return
    with st.expander(say(words.RELATIONS, n=len(fates))):
        rows = merge_form.relation_rows(fates, merging, space.metamodel, called, language)
        table = pd.DataFrame(rows, columns=[say(column) for column in merge_form.FATE_COLUMNS])
        st.dataframe(table, hide_index=True, height=height(rows, _TALL), alt=say(words.FATE))


def _twins(merging: Merging) -> None:
    """Show which elements of agencies are merged as well."""
    rows = merge_form.twin_rows(merging, session.workspace().metamodel, session.language())
    if not rows:
        return
    with st.expander(say(words.TWINS, n=len(rows))):
        columns = [common.NAME, words.TWIN_KEPT, words.TWIN_GONE, words.TWIN_CONFLICTS]
        table = pd.DataFrame(rows, columns=[say(column) for column in columns])
        st.dataframe(
            table,
            hide_index=True,
            height=height(rows, _TALL),
            alt=say(words.TWINS, n=len(rows)),
        )
