"""Sheets that hold several tables, below or beside each other, come apart into them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.files.workbook import Cell, Row, Sheet
from ingest.layout.headers import Headers, Part, forms
from ingest.values.values import text_of

_IDENTIFYING = frozenset({Part.NAME, Part.BOTH, Part.CODE, Part.OUTLINE})
_SEARCHED = 60  # rows from the top in which the first header stands
_KNOWN = 0.6  # of a header's cells that one kind must know

Header = tuple[tuple[str, ...], ...]


def tables(sheet: Sheet, headers: Headers) -> list[Sheet]:
    """Return the tables of a sheet as sheets, above and beside each other; one in nearly every sheet."""
    return [table for part in _stacked(sheet, headers) for table in _beside(part, headers)]


def _beside(sheet: Sheet, headers: Headers) -> list[Sheet]:
    """Return the tables that stand beside each other, with blank columns between them.

    Each keeps its columns where they are; what belongs to the others is blank.
    """
    for _, cells in sheet.rows[:_SEARCHED]:
        blocks = _blocks(cells)
        if len(blocks) > 1 and all(_header((0, cells[a:b]), headers) is not None for a, b in blocks):
            break
    else:
        return [sheet]
    edges = [0, *(a for a, _ in blocks[1:]), max(len(row) for _, row in sheet.rows)]
    return [_columns(sheet, a, b) for a, b in pairwise(edges)]


def _blocks(cells: list[Cell]) -> list[tuple[int, int]]:
    """Return where filled cells stand side by side: first position, and the one after the last."""
    filled = [at for at, cell in enumerate(cells) if text_of(cell)]
    ends = [at for at in filled if at + 1 not in filled]
    starts = [at for at in filled if at - 1 not in filled]
    return [(a, b + 1) for a, b in zip(starts, ends, strict=True) if b > a]


def _columns(sheet: Sheet, first: int, last: int) -> Sheet:
    rows = []
    for number, cells in sheet.rows:
        kept: list[Cell] = [cell if first <= at < last else "" for at, cell in enumerate(cells)]
        if any(cell != "" for cell in kept):
            rows.append((number, kept))
    inside = range(first + 1, last + 1)
    return replace(
        sheet,
        rows=rows,
        merged=[area for area in sheet.merged if area[1] in inside],
        spots=[spot for spot in sheet.spots if spot[1] in inside],
        repaired=[one for one in sheet.repaired if first <= one[1] < last],
    )


def _stacked(sheet: Sheet, headers: Headers) -> list[Sheet]:
    """Return the tables below each other: another kind's header, or one under a heading, begins one."""
    starts = list(_starts(sheet.rows, headers))
    bounds = [0, *starts, len(sheet.rows)]
    if not starts:
        return [sheet]
    return [replace(sheet, rows=sheet.rows[a:b]) for a, b in pairwise(bounds)]


def _starts(rows: list[Row], headers: Headers) -> Iterator[int]:
    current: Header | None = None
    for position, row in enumerate(rows):
        if current is None and position > _SEARCHED:
            return
        if current is not None and not _stands_apart(rows, position):
            continue
        found = _header(row, headers)
        headed = position > 0 and _is_heading(rows, position - 1)
        # a header that is only repeated goes on with its table; under a heading of its own it begins another
        if found is not None and current is not None and (found != current or headed):
            yield position - 1 if headed else position
        current = found or current


def _stands_apart(rows: list[Row], position: int) -> bool:
    """Whether a row comes after a blank one, or after a heading that does."""
    if rows[position][0] - rows[position - 1][0] > 1:
        return True
    return position > 1 and _is_heading(rows, position - 1)


def _is_heading(rows: list[Row], position: int) -> bool:
    number, cells = rows[position]
    if position == 0 or number - rows[position - 1][0] == 1:
        return False
    return sum(text_of(cell) != "" for cell in cells) == 1


def _header(row: Row, headers: Headers) -> Header | None:
    """The folded forms of a row that reads as the header of some kind; None for any other row."""
    words = [cell for cell in row[1] if cell != ""]
    if len(words) < 2 or not all(isinstance(word, str) for word in words):
        return None
    titles = tuple(tuple(forms(text_of(word))) for word in words)
    kinds = {kind for title in titles for form in title for kind in headers.kinds_with(form)}
    for kind in kinds:
        known = headers.of(kind)
        meanings = [next((known[form] for form in title if form in known), None) for title in titles]
        named = any(meaning and meaning.own and meaning.part in _IDENTIFYING for meaning in meanings)
        if named and sum(meaning is not None for meaning in meanings) >= _KNOWN * len(titles):
            return titles
    return None
