"""Choosing several of a list: Enter takes the one that fits best, and never all that fit at once.

Streamlit's own first choice, "Select 10 matches", would take all of them, and cannot be translated.
"""

from collections.abc import Sequence
from typing import Any

import streamlit as st


def choose_several(label: str, choices: Sequence[str], **options: Any) -> list[str]:
    """Return those of some values that are chosen. options: as st.multiselect takes them."""
    return list(st.multiselect(label, choices, select_all=False, **options))
