"""How wide the columns of a table stand, so that long cells go on below instead of beyond the edge."""

from collections.abc import Iterable
from typing import Any

import streamlit as st

TWO_LINES = 64  # pixels of a row: with fewer than twice the usual ones no cell goes on below
THREE_LINES = 72


def widths(columns: Iterable[str], pixels: Iterable[int]) -> dict[str, Any]:
    """Return the configuration of a table whose first columns have these widths; others find their own."""
    return {name: st.column_config.Column(width=wide) for name, wide in zip(columns, pixels, strict=False)}
