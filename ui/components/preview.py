"""What an edit would change, shown before it is written; afterwards that it is saved, and the way back."""

import pandas as pd
import streamlit as st

from model.faults import ModelerError
from model.text import Text
from queries.loads.plan import Plan
from ui import reading, session, writing
from ui.components.plain import plain
from ui.editing import edits
from ui.impact.affected import name_of
from ui.links import View
from ui.phrases import common
from ui.phrases import edit as words
from ui.session import say

_LAST = "edit.last"  # load and words of the last edit of this session
_TOLD = "edit.told"  # what is still to be said of it


def show_preview(plan: Plan) -> bool:
    """Show what a plan changes, cell by cell; return whether it changes anything."""
    snapshot = reading.snapshot()
    found = edits.rows(plan, snapshot.metamodel, lambda key: name_of(snapshot, key), session.language())
    if not found:
        st.info(say(words.SAME_AS_BEFORE))
        return False
    columns = (words.WHOLE, words.WHAT, common.BEFORE, common.AFTER)
    table = pd.DataFrame(found, columns=[say(column) for column in columns])
    if table.iloc[:, 0].nunique() == 1:
        table = table.iloc[:, 1:]
    st.dataframe(table, hide_index=True, alt=say(words.WILL_CHANGE))
    return True


def show_refusal(error: ModelerError) -> None:
    """Show at a form why it cannot be saved, and what to do."""
    what, fix = error.lines(session.language())
    st.error(plain(f"{what[:1].upper()}{what[1:]}; {fix}."))


def save(plan: Plan, told: Text) -> None:
    """Write a plan and remember what to say of it; the caller draws the page again."""
    done = writing.apply(plan)
    session.keep(_LAST, [done.step.load.id, *told.both])
    session.keep(_TOLD, list(words.SAVED.filled(what=told).both))


def show_anew(view: View) -> None:
    """Go back to looking at the element, and draw the whole page as it is now."""
    view.replace("do", [])
    st.rerun()


def show_last() -> None:
    """Say once that an edit was saved or undone, and offer to undo the last one of this session."""
    said: list[str] | None = session.recall(_TOLD)
    if said:
        session.forget(_TOLD)
        st.toast(plain(say(Text(*said))))
    last: list[str] | None = session.recall(_LAST)
    if last:
        load, *told = last
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(plain(say(words.SAVED.filled(what=Text(*told)))), width="content")
            st.button(say(words.UNDO), key="edit.undo", type="tertiary", on_click=_undo, args=(load,))


def _undo(load: str) -> None:
    session.forget(_LAST)
    writing.apply(edits.undo(session.workspace(), load))
    session.keep(_TOLD, list(words.UNDONE.both))
