"""Sheets that hold several tables below each other, each with a header of its own, come apart into them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.headers import Headers, Part, forms
from ingest.values import text_of
from ingest.workbook import Row, Sheet

_IDENTIFYING = frozenset({Part.NAME, Part.BOTH, Part.CODE, Part.OUTLINE})
_SEARCHED = 60  # rows from the top in which the first header stands
_KNOWN = 0.6  # of a header's cells that one kind must know

Header = tuple[tuple[str, ...], ...]


def tables(sheet: Sheet, headers: Headers) -> list[Sheet]:
    """Return the tables of a sheet as sheets: one, unless another kind's header stands below a blank row."""
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
        if found is not None and current is not None and found != current:
            yield position - 1 if _is_heading(rows, position - 1) else position
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
