"""Which rows of a table are data, and which sections, numbers, totals, footnotes or headers again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, unique
from itertools import pairwise
from statistics import median

from ingest.files.workbook import Cell, Row, Sheet
from ingest.planning.delivered import section_agency
from ingest.values.cells import begins_with_code, is_blank, is_code
from ingest.values.values import text_of
from model.folding import fold
from model.text import Text

_TOTAL = re.compile(r"^(?:sub\s*|grand\s*)?(?:total|jumlah|jml)\b", re.I)
_BARE_TOTAL = re.compile(
    r"(?:sub\s*|grand\s*)?(?:total|jumlah|jml)\.?(?:\s+(?:total|keseluruhan|seluruhnya|akhir))?\s*:?", re.I
)
_AMOUNT = re.compile(r"(?:rp\.?)?[\s\d.,%()-]*\d[\s\d.,%()-]*[^\W\d]*", re.I)  # also "2 aplikasi"
# "Catatan: sementara" is a note wherever it stands, "Catatan sipil" only where no name is expected
_FOOTNOTE = re.compile(
    r"^(?:\*|(?:keterangan|catatan|sumber|notes?|ket|nb)\s*(?:[:.=–-]|$)|mengetahui\b|disusun\b)", re.I
)
_NOTE = re.compile(r"^(?:keterangan|catatan|sumber|notes?|ket|nb)\b", re.I)
_COLUMN_NUMBER = re.compile(r"^\(?(\d{1,3})\)?(?:\s*=.*)?$")
_ENUMERATOR = re.compile(r"^(?:[A-Z]|[IVXLC]{1,6})\s*[.)]?$")
_FEW_WORDS = 3
_WIDE = 3  # cells; a table whose rows usually fill fewer has no sections to tell from data


@unique
class Sort(StrEnum):
    """What a row below the header is."""

    DATA = "data"
    EMPTY = "empty"  # prepared and not filled in
    SECTION = "section"
    NUMBERS = "numbers"
    TOTAL = "total"
    FOOTNOTE = "footnote"
    HEADER = "header"


TITLE = "title"  # counted with the sorts, of the rows above a header
_SPOKEN = {  # one; in English several are told by an s
    TITLE: Text(id="judul", en="title"),
    Sort.SECTION.value: Text(id="bagian", en="section"),
    Sort.NUMBERS.value: Text(id="nomor kolom", en="column number"),
    Sort.TOTAL.value: Text(id="jumlah", en="total"),
    Sort.FOOTNOTE.value: Text(id="catatan", en="footnote"),
    Sort.HEADER.value: Text(id="judul kolom berulang", en="repeated header"),
}


def counted(left: Mapping[str, int]) -> Text:
    """Return in words how many rows of each sort are no data."""
    said = {_SPOKEN[name]: count for name, count in left.items() if count}
    return Text(
        id=", ".join(f"{count} {words.id}" for words, count in said.items()),
        en=", ".join(f"{count} {words.en}{'s' if count > 1 else ''}" for words, count in said.items()),
    )


@dataclass
class RowSorter:
    """Tells the rows of one table apart.

    titles: folded header by position. names, codes, numbers: positions of the columns that name a row,
    hold its code, count it.
    """

    titles: Sequence[str]
    names: frozenset[int]
    codes: frozenset[int]
    numbers: frozenset[int]
    merged: frozenset[int] = frozenset()  # numbers of rows with cells merged across
    continuing: frozenset[int] = frozenset()  # numbers of rows under a cell merged downwards
    usual: float = 0.0  # cells filled in the rows that describe something
    last_full: int = 0
    counted: bool = False  # such rows have a number
    _after_header: int = field(default=0)

    def sorted(self, sheet: Sheet, first: int) -> Iterator[tuple[Row, Sort]]:
        """Return the rows from a position on, each with its sort."""
        rows = sheet.rows[first:]
        self.merged = frozenset(
            top for top, left, bottom, right in sheet.merged if top == bottom and right - left > 1
        )
        self.continuing = frozenset(
            number for top, _, bottom, _ in sheet.merged for number in range(top + 1, bottom + 1)
        )
        counts = [len(cells) - cells.count("") for _, cells in rows]
        described = [
            (row, count)
            for row, count in zip(rows, counts, strict=True)
            if self._fills(row[1], self.names | self.codes) and not (count == 1 and _is_note(row[1]))
        ]
        self.usual = median(count for _, count in described) if described else 0.0
        full = [row for row, count in described if self._is_full(row[1], count)]
        self.last_full = max((number for number, _ in full), default=0)
        self.counted = sum(self._fills(cells, self.numbers) for _, cells in full) > 0.8 * len(full)
        for row in rows:
            sort = self._sort(row)
            self._after_header = 0 if sort is Sort.HEADER else self._after_header + 1
            yield row, sort

    def _is_full(self, cells: list[Cell], count: int) -> bool:
        return count >= min(_WIDE, self.usual) or self._has_code(cells)

    @staticmethod
    def _fills(cells: list[Cell], positions: frozenset[int]) -> bool:
        return any(position < len(cells) and cells[position] != "" for position in positions)

    def _has_code(self, cells: list[Cell]) -> bool:
        said = (text_of(cells[position]) for position in self.codes if position < len(cells))
        return any(is_code(text) or begins_with_code(text) for text in said)

    def _sort(self, row: Row) -> Sort:
        number, cells = row
        first = next((p for p, cell in enumerate(cells) if cell != "" and text_of(cell)), None)
        if first is None:
            return Sort.EMPTY
        leading = text_of(cells[first])
        few = len(cells) - cells.count("") <= 2
        telling = few or self._after_header < 2 or _TOTAL.match(leading) or self._heads(first, leading)
        if not telling:  # nearly every row of a large sheet
            return Sort.DATA
        return self._told_apart(number, cells)

    def _heads(self, position: int, text: str) -> bool:
        return position < len(self.titles) and fold(text) == self.titles[position] != ""

    def _told_apart(self, number: int, cells: list[Cell]) -> Sort:
        filled = [(position, text) for position, cell in enumerate(cells) if (text := text_of(cell))]
        if {position for position, _ in filled} <= self.numbers and _counts(filled):
            return Sort.EMPTY
        if self._is_header(filled):
            return Sort.HEADER
        if self._after_header < 2 and is_numbering(filled):
            return Sort.NUMBERS
        coded = self._has_code(cells)
        if is_total([text for _, text in filled]) and self._ends(number, filled[0][1]):
            return Sort.TOTAL
        if not coded and len(filled) <= 2 and number not in self.continuing:
            return self._sparse(number, filled)
        return Sort.DATA

    def _ends(self, number: int, text: str) -> bool:
        """Whether a total may stand here: under all data, or further up in few words ("Jumlah Bidang A")."""
        return number >= self.last_full or len(text.split()) <= _FEW_WORDS

    def _is_header(self, filled: list[tuple[int, str]]) -> bool:
        same = sum(self._heads(position, text) for position, text in filled)
        return same >= max(2, 0.6 * len(filled))

    def _sparse(self, number: int, filled: list[tuple[int, str]]) -> Sort:
        """A row of one or two cells without a code: a section, a footnote, or sparse data."""
        position, text = filled[0]
        alone = len(filled) == 1 and self.usual >= _WIDE and (position in self.numbers or position == 0)
        note = _FOOTNOTE.match(text) or (_NOTE.match(text) and position not in self.names)
        if note and (number > self.last_full or alone):
            return Sort.FOOTNOTE
        if self.usual < _WIDE or any(p in self.numbers and t.isdigit() for p, t in filled):
            return Sort.DATA
        if len(filled) == 2 and position in self.numbers and _ENUMERATOR.match(text):
            return Sort.SECTION
        merged = number in self.merged
        agency = section_agency(text)
        if len(filled) == 1 and (merged or agency or position in self.numbers or position == 0):
            below = number > self.last_full and not merged and not agency
            if position in self.names and not merged and not agency and not below:
                return Sort.DATA
            return Sort.FOOTNOTE if below else Sort.SECTION
        below = number > self.last_full and (self.counted or position not in self.names)
        return Sort.FOOTNOTE if below else Sort.DATA


def without_numbers(row: Row, numbers: frozenset[int]) -> list[Cell]:
    """Return the cells of a row with its number left out, for comparing prepared rows."""
    return _without(row[1], numbers)


def _without(cells: list[Cell], numbers: frozenset[int]) -> list[Cell]:
    return ["" if position in numbers else cell for position, cell in enumerate(cells)]


def _is_note(cells: list[Cell]) -> bool:
    """Whether a row begins with words that only a note begins with."""
    return any(_FOOTNOTE.match(text_of(cell)) for cell in cells if cell != "")


def _counts(filled: list[tuple[int, str]]) -> bool:
    return all(text.strip(".()").isdigit() for _, text in filled)


def is_total(texts: list[str]) -> bool:
    """Whether a row adds up: "Jumlah" and nothing but amounts; "Jumlah penduduk" is the name of data."""
    rest = texts[1:]
    if not rest:
        return is_bare_total(texts[0])
    return _TOTAL.match(texts[0]) is not None and all(_AMOUNT.fullmatch(text) for text in rest)


def is_bare_total(text: str) -> bool:
    """Return whether a text is the word for a total and no more: "Jumlah", not "Jumlah penduduk"."""
    return _BARE_TOTAL.fullmatch(text) is not None


def is_numbering(filled: list[tuple[int, str]]) -> bool:
    """Whether a row counts the columns: (1) (2) (3)."""
    found = [_COLUMN_NUMBER.match(text) for _, text in filled]
    numbers = [int(match[1]) for match in found if match]
    surely = len(filled) > 2 or all(text.startswith("(") for _, text in filled)
    return surely and len(numbers) == len(filled) > 1 and all(b - a == 1 for a, b in pairwise(numbers))


def shown(cells: list[Cell]) -> str:
    """Return what a row says, for a message: its first texts."""
    texts = [text_of(cell) for cell in cells if not is_blank(cell, markers=False, zero=False)]
    return " | ".join(texts[:4])[:120]
