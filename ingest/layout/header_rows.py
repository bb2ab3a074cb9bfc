"""Where the header of a sheet may stand: each row near the top, each pair of rows that may be one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.files.workbook import Cell, Row, Sheet
from ingest.values.values import text_of
from model.folding import fold

_SEARCHED = 60  # rows from the top in which a header may stand
_COLUMN_NUMBER = re.compile(r"\(?\d*\)?")
_YEARS = range(1990, 2100)  # below "Anggaran" they are headers, also as numbers

Titles = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class HeaderRows:
    """One or two rows that may be a header. first, last: their positions among the sheet's rows."""

    first: int
    last: int
    titles: Titles


def header_rows(sheet: Sheet, longest: int | None = None) -> Iterator[HeaderRows]:
    """Yield what may be the header of a sheet, from the top: each row with texts, then it with the row above.

    longest: characters of the longest header; rows with a longer one are passed over.
    """
    rows = sheet.rows[:_SEARCHED]
    across = _across(sheet)
    seen: set[tuple[str, ...]] = set()
    for position, (_, cells) in enumerate(rows):
        words = [text_of(cell) if isinstance(cell, str) else "" for cell in cells]
        headed = groups(sheet, position - 1) if position else {}
        if longest is not None and max(map(len, words), default=0) > longest:
            continue
        folded = tuple(fold(word) for word in words)
        if any(words):
            if folded in seen:  # a header that is repeated further down counts where it stands first
                continue
            seen.add(folded)
            yield HeaderRows(position, position, [(word,) if word else () for word in words])
        if headed:
            lower = [_head(cell) for cell in cells]
            upper = [_head(cell) for cell in rows[position - 1][1]]
            yield HeaderRows(position - 1, position, _joined(_headed(upper, headed), lower))
        elif any(words) and position and _reads_on(rows[position - 1], rows[position]):
            upper = _spread(rows[position - 1], across)
            yield HeaderRows(position - 1, position, _joined(upper, words))


def groups(sheet: Sheet, first: int) -> Mapping[int, int]:
    """Return what of a row heads several columns, if it surely is one header with the row below it.

    Position of a heading → the one after the last column it heads: merged across them, or blank to its right.
    The lower row has texts there and nowhere else, and the other headings stand alone above blank cells.
    Empty for any other two rows.
    """
    if first + 1 >= len(sheet.rows) or sheet.rows[first + 1][0] - sheet.rows[first][0] != 1:
        return {}
    (number, above), (_, below) = sheet.rows[first : first + 2]
    upper, lower = [_head(cell) for cell in above], [_head(cell) for cell in below]
    if sum(map(bool, lower)) < 2 or any(cell != "" and not _head(cell) for cell in (*above, *below)):
        return {}
    width = max(len(upper), len(lower))
    lower += [""] * (width - len(lower))
    upper += [""] * (width - len(upper))
    starts = [place for place, word in enumerate(upper) if word]
    ends = [_end(lower, start, stop) for start, stop in zip(starts, [*starts[1:], width], strict=False)]
    across = _across(sheet)
    headed = {}
    for start, below_it in zip(starts, ends, strict=True):
        end = across.get((number, start + 1), below_it)
        if end - start > 1 and any(lower[start:end]):
            headed[start] = end
    beneath = {place for start, end in headed.items() for place in range(start, end)}
    alone = [place for place in starts if place not in headed]
    several = any(sum(map(bool, lower[start:end])) > 1 for start, end in headed.items())
    fits = all(place in beneath or not upper[place] for place, word in enumerate(lower) if word)
    return headed if several and alone and fits else {}


def _end(lower: Sequence[str], start: int, stop: int) -> int:
    """Where what a heading without merged cells heads ends: with the texts right below it."""
    end = start
    while end < stop and lower[end]:
        end += 1
    return max(end, start + 1)


def _head(cell: Cell) -> str:
    """A cell as a heading: its text, or a year; "" for any other number."""
    return text_of(cell) if isinstance(cell, str) or cell in _YEARS else ""


def _headed(upper: Sequence[str], headed: Mapping[int, int]) -> list[str]:
    """The upper row with each heading above all columns that it heads."""
    words = list(upper)
    for start, end in headed.items():
        words += [""] * (end - len(words))
        words[start:end] = [words[start]] * (end - start)
    return words


def _across(sheet: Sheet) -> dict[tuple[int, int], int]:
    """The cells that are merged to the right, by row and column, with the last column."""
    return {(top, left): right for top, left, bottom, right in sheet.merged if right > left and bottom == top}


def _reads_on(upper: Row, lower: Row) -> bool:
    """Whether two rows may be one header: they follow each other and both have several texts."""
    if lower[0] - upper[0] != 1 or all(_COLUMN_NUMBER.fullmatch(text_of(cell)) for cell in lower[1]):
        return False
    return all(
        sum(isinstance(cell, str) and bool(cell.strip()) for cell in cells) > 1 for _, cells in (upper, lower)
    )


def _spread(row: Row, across: dict[tuple[int, int], int]) -> list[str]:
    """The texts of a header's upper row; what is merged across columns heads them all."""
    number, cells = row
    words = [text_of(cell) for cell in cells]
    for position, word in enumerate(list(words)):
        right = across.get((number, position + 1))
        if word and right:
            words += [""] * (right - len(words))
            words[position:right] = [word] * (right - position)
    return words


def _joined(upper: Sequence[str], lower: Sequence[str]) -> Titles:
    titles: Titles = []
    for position in range(max(len(upper), len(lower))):
        above = upper[position] if position < len(upper) else ""
        below = lower[position] if position < len(lower) else ""
        if above and below and above != below:
            titles.append((below, f"{above} {below}", below))
        else:
            titles.append((below or above,) if below or above else ())
    return titles
