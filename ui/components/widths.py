"""How wide the columns of a table stand, so that long cells go on below instead of beyond the edge."""

from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

TWO_LINES = 64  # pixels of a row: with fewer than twice the usual ones no cell goes on below
THREE_LINES = 72
FINDINGS = (300, 140, 720)  # place, value, what: what a table of findings has at 1366
_FINDINGS_AND_FIX = (250, 120, 420, 380)
_LONG = 105  # signs of a finding that fit in one line


def findings_widths(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> dict[str, Any]:
    """Return how a table of findings stands so that each is read whole: wide columns, high rows if needed."""
    wide = _FINDINGS_AND_FIX if len(columns) > len(FINDINGS) else FINDINGS
    fits = _LONG * wide[2] // FINDINGS[2]
    long = any(len(str(cell)) > fits for row in rows for cell in row[2:])
    return {"column_config": widths(columns, wide)} | ({"row_height": THREE_LINES} if long else {})


def widths(columns: Iterable[str], pixels: Iterable[int]) -> dict[str, Any]:
    """Return the configuration of a table whose first columns have these widths; others find their own."""
    return {name: st.column_config.Column(width=wide) for name, wide in zip(columns, pixels, strict=False)}
