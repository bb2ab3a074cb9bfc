"""Where a body of marks stands in a sheet: its header, what names its columns, what stands beside it.

A body is nearly all marks and blanks, below headings and right of what names the rows; whether those are
elements, and of which kinds, is decided elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from ingest.cross.marks import Sign, adds_up, sign_of
from ingest.files.workbook import Row, Sheet
from ingest.layout.headers import NUMBER_HEADERS
from ingest.rows import is_numbering
from ingest.values.cells import is_code
from ingest.values.values import text_of
from model.folding import fold

_SEARCHED = 60  # rows from the top in which the header may stand
_LOOKED_AT = 400  # rows looked at
_MARKED = 0.8  # of the filled cells of the body, at least, are marks
_STRAY = 1  # words that may stand in a column among those of marks
_UPPER = 3  # rows above the lowest row of the header that may belong to it
_FILLED = 0.6  # of the columns, for a row of the header to label them
_LONGEST = 200  # characters of a label
_MARKS = (Sign.MARK, Sign.ACCESS, Sign.CLEARS)
_COUNTING = frozenset(map(fold, NUMBER_HEADERS))
_ASIDE = (
    "jumlah",
    "total",
    "jml",
    "keterangan",
    "ket",
    "catatan",
    "notes",
    "remarks",
)  # beside a body, not in it


@dataclass(frozen=True, slots=True)
class Grid:
    """Where a body of marks stands. first, last: positions of the header's rows among the sheet's rows.

    labels: what names each column of the body, by position; heads: their headings as written. others: the
    headings of the columns that name the rows and of those beside the body. groups: what stands above the
    columns without naming one.
    """

    first: int
    last: int
    labels: dict[int, str]
    heads: dict[int, str]
    others: dict[int, str]
    groups: tuple[str, ...]
    marks: int


def grid_of(sheet: Sheet) -> Grid | None:
    """Return where a body of marks stands in a sheet; None for nearly every sheet."""
    rows = sheet.rows[:_LOOKED_AT]
    signs = [[sign_of(cell) for cell in cells] for _, cells in rows]
    marked = [position for position, row in enumerate(signs) if _any_mark(row)]
    if len(marked) < 2:
        return None
    finder = _GridFinder(rows, signs, _headings(sheet))
    found = [one for at in range(min(_SEARCHED, marked[-1])) if (one := finder.at(at)) is not None]
    if not found:
        return None
    return finder.grid(max(found, key=lambda one: (len(one[1]), -one[0])))


def _any_mark(row: Sequence[Sign]) -> bool:
    return Sign.MARK in row or Sign.ACCESS in row


def _headings(sheet: Sheet) -> list[list[str]]:
    """The texts of the upper rows, those of cells merged downwards in each of their rows."""
    texts = [[text_of(cell) for cell in cells] for _, cells in sheet.rows[:_SEARCHED]]
    at = {number: position for position, (number, _) in enumerate(sheet.rows[:_SEARCHED])}
    for top, left, bottom, right in sheet.merged:
        if bottom == top or top not in at or left != right or left > len(texts[at[top]]):
            continue
        for number in range(top + 1, bottom + 1):
            if number in at:
                row = texts[at[number]]
                row += [""] * (left - len(row))
                row[left - 1] = texts[at[top]][left - 1]
    return texts


@dataclass
class _GridFinder:
    """Tries rows as the header of a body of marks."""

    rows: Sequence[Row]
    signs: Sequence[Sequence[Sign]]
    texts: Sequence[Sequence[str]]
    _data: list[bool] = field(default_factory=list)
    _below: list[list[tuple[int, int]]] = field(default_factory=list)  # counts of each column from a row on

    def __post_init__(self) -> None:
        filled = [[(p, t) for p, c in enumerate(cells) if (t := text_of(c))] for _, cells in self.rows]
        self._data = [
            bool(row) and not adds_up(cells) and not is_numbering(row)
            for row, (_, cells) in zip(filled, self.rows, strict=True)
        ]
        counts = [(0, 0)] * max(len(cells) for _, cells in self.rows)
        self._below = [counts]
        for at in range(len(self.rows) - 1, -1, -1):
            if self._data[at]:
                signs = [self._sign(at, p) for p in range(len(counts))]
                counts = [
                    (marks + (sign in _MARKS), filled + (sign is not Sign.NOTHING))
                    for (marks, filled), sign in zip(counts, signs, strict=True)
                ]
            self._below.append(counts)
        self._below.reverse()

    def at(self, header: int) -> tuple[int, list[int]] | None:
        """Return the columns of the body below a row, taken as the header; None where there is none."""
        heads = {p: text for p, text in enumerate(self.texts[header]) if self._may_head(header, p, text)}
        below = self._below[header + 1]
        counts = {p: below[p] for p in heads}
        seeds = [p for p, (marks, filled) in counts.items() if marks and marks * 2 >= filled]
        seeds = [p for p in seeds if not self._adds_up(header, p, seeds)]
        if not seeds:
            return None
        named = [p for p in range(min(seeds)) if below[p][1]]
        body = [
            p
            for p, (marks, filled) in counts.items()
            if p in seeds
            or (not filled and p > max(named, default=-1))
            or (filled <= _STRAY and min(seeds) < p < max(seeds))
        ]
        marks, filled = (sum(counts[p][one] for p in body) for one in (0, 1))
        if not named or len(body) < 2 or marks < _MARKED * (filled - len(body)) or marks < 2:
            return None
        return header, body

    def grid(self, found: tuple[int, list[int]]) -> Grid | None:
        """Return the body with its whole header; None where its cells are not nearly all marks."""
        first, body = found
        last = first
        while last + 1 < len(self.texts) and self._labels(last + 1, body):
            last += 1
        counts = [self._below[last + 1][p] for p in body]
        marks, filled = sum(one for one, _ in counts), sum(other for _, other in counts)
        if marks < 2 or marks < _MARKED * filled:
            return None
        upper = [at for at in range(max(0, last - _UPPER), last) if self._belongs(at, last, body)]
        naming = [at for at in upper if self._labels(at, body)]
        lines = [*naming, last]
        groups = [t for at in upper if at not in naming for t in self._texts(at)[min(body) :] if t]
        width = max(len(cells) for _, cells in self.rows)
        others = {p: self._heading(p, [last, *reversed(upper)]) for p in range(width) if p not in body}
        return Grid(
            first=min(upper, default=last),
            last=last,
            labels={p: _label([self._text(at, p) for at in lines]) for p in body},
            heads={p: self._text(last, p) or self._heading(p, lines) for p in body},
            others=others,
            groups=tuple(dict.fromkeys(groups)),
            marks=marks,
        )

    def _may_head(self, row: int, position: int, text: str) -> bool:
        if not text or len(text) > _LONGEST or fold(text) in _ASIDE:
            return False
        if fold(text) in _COUNTING or self._counts(row, position):
            return False
        return self._sign(row, position) in (Sign.OTHER, Sign.NOTHING)

    def _adds_up(self, row: int, position: int, seeds: Sequence[int]) -> bool:
        """Whether a column tells how many marks a row has: "Jumlah layanan"; one may be named so, too."""
        if not fold(self._text(row, position)).startswith(_ASIDE):
            return False
        marks, filled = self._below[row + 1][position]
        return filled > marks or (
            self._numeric(row, position) and not all(self._numeric(row, p) for p in seeds)
        )

    def _numeric(self, row: int, position: int) -> bool:
        marked = (at for at in range(row + 1, len(self.rows)) if self._sign(at, position) is not Sign.NOTHING)
        return all(text_of(self.rows[at][1][position]).isdigit() for at in marked)

    def _counts(self, row: int, position: int) -> bool:
        """Whether a column below a row only counts the rows: 1, 2, 3."""
        rows = (self.rows[at][1] for at in range(row + 1, len(self.rows)) if self._data[at])
        cells = (cells[position] for cells in rows if position < len(cells))
        texts = (text.strip(".()") for cell in cells if (text := text_of(cell)))
        return list(islice(texts, 2)) == ["1", "2"] and all(text.isdigit() for text in texts)

    def _sign(self, row: int, position: int) -> Sign:
        signs = self.signs[row]
        return signs[position] if position < len(signs) else Sign.NOTHING

    def _labels(self, row: int, body: Sequence[int]) -> bool:
        """Whether a row names most columns of the body, and marks none."""
        signs = [self._sign(row, p) for p in body]
        return self._data[row] and signs.count(Sign.OTHER) >= _FILLED * len(body) and not _any_mark(signs)

    def _belongs(self, row: int, last: int, body: Sequence[int]) -> bool:
        """Whether a row above is part of the header: it says something above the body, or of headings."""
        apart = any(self.rows[at + 1][0] - self.rows[at][0] > 1 for at in range(row, last))
        texts = self._texts(row)
        over_body = any(texts[min(body) :])
        return not apart and (over_body or sum(map(bool, texts)) > 1) and not _any_mark(self.signs[row])

    def _heading(self, position: int, rows: Sequence[int]) -> str:
        return next((text for at in rows if (text := self._text(at, position))), "")

    def _texts(self, row: int) -> Sequence[str]:
        return self.texts[row] if row < len(self.texts) else ()

    def _text(self, row: int, position: int) -> str:
        texts = self._texts(row)
        return texts[position] if position < len(texts) else ""


def _label(texts: Sequence[str]) -> str:
    """What names a column: its heading, of several rows the code first."""
    said = dict.fromkeys(" ".join(text.split()) for text in texts if text.strip())
    return " ".join(sorted(said, key=lambda text: not is_code(text)))
