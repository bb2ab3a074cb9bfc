"""Formula cells: nothing a spreadsheet would run is written, and every text comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.values.formulas import escaped, unescaped


@given(st.text() | st.from_regex(r"'{0,3}[=+@'-].*", fullmatch=True))
def test_a_written_cell_is_no_formula_and_reads_back(text: str) -> None:
    assert not escaped(text).startswith(("=", "+", "-", "@"))
    assert unescaped(escaped(text)) == text


@pytest.mark.parametrize(
    ("text", "cell"),
    [("=1+1", "'=1+1"), ("-5", "'-5"), ("'@x", "''@x"), ("'plain", "'plain"), ("Jum'at", "Jum'at"), ("", "")],
)
def test_cells_are_those_of_the_contract(text: str, cell: str) -> None:
    assert escaped(text) == cell
