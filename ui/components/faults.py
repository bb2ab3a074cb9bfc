"""What a person sees of a fault: what went wrong and what to do, never a trace."""

import streamlit as st

from model.faults import ModelerError, StoreFault
from ui import session
from ui.phrases import common
from ui.session import say


def show_fault(error: ModelerError) -> None:
    """Show what went wrong and what to do."""
    what, fix = error.lines(session.language())
    st.error(what)
    st.markdown(f"**{say(common.FIX_LABEL)}:**")
    st.text(fix)
    if isinstance(error, StoreFault):
        session.reopen()
        st.button(say(common.TRY_AGAIN))


def show_unexpected(error: Exception) -> bool:
    """Show a fault that no page caught, of an action too; True: nothing else is to be shown of it.

    Streamlit calls it after it wrote the details to the log.
    """
    if isinstance(error, ModelerError):
        show_fault(error)
    else:
        st.error(f"{say(common.UNEXPECTED)} {say(common.UNEXPECTED_FIX)}")
    return True
