"""Sheets that are a form: labels down the side, "Nama Aplikasi : …", one element on a sheet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import takewhile

from ingest.files.workbook import Cell, Row, Sheet
from ingest.layout.headers import Headers, Meaning, Part, forms
from ingest.values.values import text_of

_SEARCHED = 60  # rows from the top
_FEWEST = 3  # labels of a form
_MOST = 0.6  # of the rows with several cells that labels must lead
_BESIDE = 2  # cells beside a label: its value, and what it is counted in
_IDENTIFYING = frozenset({Part.NAME, Part.BOTH, Part.CODE})
_COLONS = frozenset({":", "=", "-"})


def is_form(sheet: Sheet, headers: Headers) -> bool:
    """Return whether the headings of one kind stand below each other, each with its value to the right."""
    rows = sheet.rows[:_SEARCHED]
    labelled = [found for row in rows if (found := _labelled(row)) is not None]
    if not labelled:
        return False
    column = Counter(position for position, _, _ in labelled).most_common(1)[0][0]
    labels = [(label, beside) for position, label, beside in labelled if position == column]
    several = sum(len(_texts(cells)) > 1 for _, cells in rows)
    kinds = {kind for label, _ in labels for form in forms(label) for kind in headers.kinds_with(form)}
    for kind in kinds:
        known = headers.of(kind)
        said = [_meaning(known, label) for label, beside in labels if not _heads(known, beside)]
        meanings = [meaning for meaning in said if meaning is not None]
        own = any(meaning.own and meaning.part in _IDENTIFYING for meaning in meanings)
        enough = len({meaning.name for meaning in meanings}) >= _FEWEST and len(meanings) >= _MOST * several
        if own and enough and not _headed(rows, column, known):
            return True
    return False


def _labelled(row: Row) -> tuple[int, str, list[str]] | None:
    """A row as position, label and what stands beside it; None for a wide row."""
    filled = _texts(row[1])
    if filled and filled[0][1].strip(".)").isdigit():
        filled = filled[1:]  # "1. | Nama Aplikasi | : | …"
    beside = [text for _, text in filled[1:] if text not in _COLONS]
    if not filled or len(beside) > _BESIDE or len(filled) == 1:
        return None
    return filled[0][0], filled[0][1].rstrip(" :"), beside


def _texts(cells: Sequence[Cell]) -> list[tuple[int, str]]:
    return [(position, text) for position, cell in enumerate(cells) if (text := text_of(cell))]


def _meaning(known: Mapping[str, Meaning], label: str) -> Meaning | None:
    return next((known[form] for form in forms(label) if form in known), None)


def _heads(known: Mapping[str, Meaning], beside: Sequence[str]) -> bool:
    """Whether what stands beside a label are headings too: then it is the header of a table."""
    return any(_meaning(known, text) is not None for text in beside)


def _headed(rows: Sequence[Row], column: int, known: Mapping[str, Meaning]) -> bool:
    """Whether the labels stand below a header of their own, "Kolom | Isi": then they are explained there."""
    above = takewhile(lambda row: not _leads(row, column, known), rows)
    colons = any(text in _COLONS for _, cells in rows for _, text in _texts(cells))
    return not colons and any(_headings(row, column) for row in above)


def _leads(row: Row, column: int, known: Mapping[str, Meaning]) -> bool:
    found = _labelled(row)
    return found is not None and found[0] == column and _meaning(known, found[1]) is not None


def _headings(row: Row, column: int) -> bool:
    """Whether a row has several cells from the column of the labels on."""
    return sum(position >= column for position, _ in _texts(row[1])) > 1
