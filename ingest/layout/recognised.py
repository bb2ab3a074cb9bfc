"""What was recognised in a delivery, sheet by sheet: for people to check, and to say otherwise.

A few rows below a header tell what its columns hold; nothing here grows with the rows of a sheet.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, unique

from ingest.files.workbook import Sheet
from ingest.layout.header_rows import HeaderRows, groups, header_rows
from ingest.layout.headers import Column, Headers, Part
from ingest.layout.layout import Layout, Shape
from ingest.layout.meanings import OWN, word_of
from ingest.values.cells import is_blank
from ingest.values.values import text_of
from model.faults import Rule
from model.folding import fold
from model.kinds import ElementKind
from queries.layouts import KnownLayout, fingerprint

SHOWN = 3  # values of a column that a page shows; the others only tell what it holds
_KEPT = 6  # different values kept of a column
_LOOKED_AT = 60  # rows below a header
_LONGEST_VALUE = 60  # characters kept of a value
_LONGEST_HEADER = 300  # characters kept of a header
_OTHERS = {True: 1, False: 3}  # further places of a header offered, by whether the sheet was recognised
_WIDE_ENOUGH = 0.6  # of the texts of the widest row near the top, for a row to be taken for the header


@unique
class Outcome(StrEnum):
    """What became of a sheet."""

    KIND = "kind"  # elements of one kind
    OVERVIEW = "overview"  # elements of several kinds, said in a column
    ELEMENTS = "elements"  # the interchange
    RELATIONS = "relations"
    CROSS_TABLE = "cross_table"  # relations between the elements of its rows and those of its columns
    TEMPLATE = "template"  # a workbook of ours that came back filled in; rows: the edited ones
    MODEL = "model"  # an ArchiMate model
    LEFT_OUT = "left_out"


@unique
class Certainty(StrEnum):
    """How sure it is what a column means."""

    CONFIRMED = "confirmed"  # a person said so
    DECLARED = "declared"  # one of its names in the metamodel
    NEAR = "near"  # a few letters or words off
    CONTENT = "content"  # by what its cells hold; only ever proposed
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """A column below some header. key: what it is known by.

    title: the header as written, of two rows with the forms to match; empty for none. values: different ones
    near the top, cut short.
    """

    position: int
    key: str
    title: tuple[str, ...]
    values: tuple[str, ...]

    @property
    def header(self) -> str:
        """The header as written, "" for none."""
        return written(self.title) if self.title else ""

    @property
    def name(self) -> str:
        """The header, or the letter of the column where there is none."""
        return self.header or column_letter(self.position)


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the header of a sheet stands, or might. rows: as the program numbers them, one or two."""

    rows: tuple[int, ...]
    columns: tuple[SeenColumn, ...]

    @property
    def headers(self) -> tuple[str, ...]:
        """The keys of the columns that have a header."""
        return tuple(column.key for column in self.columns if column.header)

    @property
    def layout(self) -> str:
        """The mark of this layout."""
        return fingerprint(self.headers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """One sheet, or one of several tables in it. file, sheet, part: which; part counts from 1.

    why: for a sheet left out; None where it is blank. titled: the kind its title names. rows: how many were
    read, of a cross table how many relations; kind, across: those of its rows and columns. headings: the one
    read by first, or the likeliest.
    meanings: word and certainty of each column of the first heading; empty for a sheet left out.
    known: by whose mapping it was read or left out. near: a mapping of nearly this layout, not used.
    """

    file: str
    sheet: str | None
    part: int = 1
    outcome: Outcome = Outcome.LEFT_OUT
    kind: ElementKind | None = None
    across: ElementKind | None = None
    why: Rule | None = None
    titled: ElementKind | None = None
    rows: int = 0
    headings: tuple[Heading, ...] = ()
    meanings: tuple[tuple[str, Certainty], ...] = ()
    known: KnownLayout | None = None
    near: KnownLayout | None = None

    @property
    def place(self) -> str:
        """What tells it from the others of a delivery."""
        return "\n".join((self.file, self.sheet or "", str(self.part)))


def column_keys(titles: Sequence[tuple[str, ...]]) -> list[str]:
    """Return what each column is known by in its layout: the header folded, a number where it stands again.

    One without header is known by its neighbour to the left: "owner+1" is the column after Owner.
    """
    keys: list[str] = []
    times: Counter[str] = Counter()
    last, beside = "", 0
    for title in titles:
        if title:
            key = fold(written(title)) or written(title).strip()
            times[key] += 1
            last, beside = (f"{key}#{times[key]}" if times[key] > 1 else key), 0
            keys.append(last)
        else:
            beside += 1
            keys.append(f"{last}+{beside}")
    return keys


def written(title: tuple[str, ...]) -> str:
    """Return a header as it stands, of two rows both; cut where it is a whole text."""
    return (title[1] if len(title) > 1 else title[0])[:_LONGEST_HEADER]


def column_letter(position: int) -> str:
    """Return what spreadsheets call a column: 0 is A."""
    letters, rest = "", position + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def heading(sheet: Sheet, found: HeaderRows | Layout) -> Heading:
    """Return a header with its columns and what they hold, those without a header too."""
    below = [cells for _, cells in sheet.rows[found.last + 1 :][:_LOOKED_AT]]
    width = max((len(found.titles), *(len(cells) for cells in below)))
    titles = [*found.titles, *[()] * (width - len(found.titles))]
    columns = []
    for position, (title, key) in enumerate(zip(titles, column_keys(titles), strict=True)):
        values = _values(cells[position] for cells in below if position < len(cells))
        if title or values:
            cut = tuple(words[:_LONGEST_HEADER] for words in title)
            columns.append(SeenColumn(position, key, cut, values))
    rows = tuple(sheet.rows[position][0] for position in range(found.first, found.last + 1))
    return Heading(rows, tuple(columns))


def read_as(seen: Recognised, sheet: Sheet, layout: Layout, headers: Headers) -> Recognised:
    """Return a sheet with its kind, header and columns, as it was read."""
    taken = heading(sheet, layout)
    others = _others(sheet, layout, recognised=True)
    outcome = {
        Shape.KIND: Outcome.KIND,
        Shape.OVERVIEW: Outcome.OVERVIEW,
        Shape.ELEMENTS: Outcome.ELEMENTS,
        Shape.RELATIONS: Outcome.RELATIONS,
        Shape.CROSS_TABLE: Outcome.CROSS_TABLE,
    }[layout.shape]
    meant = _meant(layout, headers)
    meanings = tuple(meant(column) for column in taken.columns)
    return replace(seen, outcome=outcome, kind=layout.kind, headings=(taken, *others), meanings=meanings)


def likely_headings(sheet: Sheet) -> tuple[Heading, ...]:
    """Return where the header of a sheet that nobody recognised may stand, the likeliest first."""
    return _others(sheet, None, recognised=False)


def _others(sheet: Sheet, layout: Layout | None, *, recognised: bool) -> tuple[Heading, ...]:
    taken = (layout.first, layout.last) if layout else None
    ranked = sorted(_plausible(sheet), key=lambda one: -one[0])
    best = [one for _, one in ranked if (one.first, one.last) != taken]
    return tuple(heading(sheet, one) for one in best[: _OTHERS[recognised]])


def _plausible(sheet: Sheet) -> Iterable[tuple[float, HeaderRows]]:
    """Rows that may be a header with how likely: wide ones, of these the first."""
    found = [(one, sum(map(bool, one.titles))) for one in header_rows(sheet)]
    widest = max((filled for one, filled in found if one.first == one.last), default=0)
    merged = {top for top, left, bottom, right in sheet.merged if right > left and top == bottom}
    for one, filled in found:
        if filled < 2:
            continue
        double = one.last > one.first
        told = sheet.rows[one.first][0] in merged and _completes(sheet, one)
        if double and not (told or groups(sheet, one.first)):
            continue
        wide = filled >= _WIDE_ENOUGH * widest
        yield (10.0 * wide + double - one.first / 10), one


def _completes(sheet: Sheet, one: HeaderRows) -> bool:
    """Whether the lower row of two says what the upper leaves open, and is no row of data."""
    upper, lower = sheet.rows[one.first][1], sheet.rows[one.last][1]
    texts = [isinstance(cell, str) for cell in lower if cell != ""]
    open_above = [p for p, cell in enumerate(lower) if cell != "" and (p >= len(upper) or upper[p] == "")]
    return bool(open_above) and all(texts)


def _meant(layout: Layout, headers: Headers) -> Callable[[SeenColumn], tuple[str, Certainty]]:
    columns = {column.position: column for column in layout.columns or _columns(layout, headers)}

    def meaning(seen: SeenColumn) -> tuple[str, Certainty]:
        column = columns.get(seen.position)
        if column is None:
            return "", Certainty.UNKNOWN
        if column.confirmed:
            return word_of(column.meaning), Certainty.CONFIRMED
        if column.meaning.part in (Part.UNKNOWN, Part.KIND) and layout.shape is Shape.KIND:
            return OWN, Certainty.UNKNOWN
        sure = Certainty.NEAR if column.near else Certainty.DECLARED
        return word_of(column.meaning), sure

    return meaning


def _columns(layout: Layout, headers: Headers) -> list[Column]:
    """The columns of a sheet whose rows are of several kinds, as far as they are the same for all."""
    return headers.columns(ElementKind.REFERENCE_CODE, layout.titles)


def _values(cells: Iterable[str | int | float]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for cell in cells:
        if cell == "" or is_blank(cell, markers=True, zero=False):
            continue
        found[" ".join(text_of(cell)[:_LONGEST_VALUE].split())] = None
        if len(found) == _KEPT:
            break
    return tuple(found)
