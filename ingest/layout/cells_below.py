"""What the cells below a header say of it, all together: numbers in words, how a column says yes and no."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.cross.marks import crosses_say_no
from ingest.files.workbook import Cell, Row
from ingest.layout.headers import Column, Meaning, Part
from ingest.values.cells import is_blank
from ingest.values.values import text_of
from model.metamodel.spec import ValueType

_COUNTS = frozenset({ValueType.INTEGER, ValueType.NUMBER})
_THERE = frozenset({"ada", "sudah ada"})
_NOT_THERE = frozenset({"tidak ada", "tdk ada", "belum ada", "blm ada"})  # elsewhere they are blanks
_CROSSES = frozenset({"x", "×"})
_FEWEST = 2  # cells that decide


def without_wrong_numbers(columns: Iterable[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns of a table; one of counts whose cells hold words alone becomes one of its own."""
    return tuple(_by_cells(column, rows) for column in columns)


def _by_cells(column: Column, rows: Sequence[Row]) -> Column:
    prop = column.meaning.prop
    if prop is None or prop.type not in _COUNTS or column.confirmed:
        return column
    cells = [cell for cell in below(rows, column.position) if not is_blank(cell, markers=True, zero=True)]
    words = all(isinstance(cell, str) and not any(c.isdigit() for c in cell) for cell in cells)
    if len(cells) < _FEWEST or not words:
        return column
    return replace(column, meaning=Meaning(Part.UNKNOWN), near=False, instead=prop)


def words_for_no(cells: Sequence[Cell]) -> tuple[frozenset[str], bool | None]:
    """Return which words of a yes-no column mean no there, and whether a cross does.

    "tidak ada" is no where other cells say "ada". None where it has not both ticks and crosses.
    """
    said = {text_of(cell).lower().strip(" .") for cell in cells}
    crosses = crosses_say_no(cells)
    words = _NOT_THERE if said & _THERE else frozenset()
    return words | (_CROSSES if crosses else frozenset()), crosses


def below(rows: Sequence[Row], position: int) -> list[Cell]:
    """Return the cells of a column, "" where a row ends before it."""
    return [cells[position] if position < len(cells) else "" for _, cells in rows]
