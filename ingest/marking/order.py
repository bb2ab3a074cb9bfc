"""What the process that marks workbooks is told (ingest.marking.marker), and the marks it makes of it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ingest.files.guard import column_letters

COMMENT_MARK = "— Simpul —"  # before what simpul adds to a comment
FILLS = {"error": "F7C1BB", "warning": "FFE699"}
TABS = {"error": "C00000", "warning": "BF9000"}
LINKED = 2  # the column of the list that names the cell
LONGEST_COMMENT = 4_000  # characters; more is cut off on the screen long before
AUTHOR = "Simpul"
WIDTHS = (16, 20, 9, 7, 22, 26, 60, 60, 8)  # of the columns of the list, in characters
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Cell = tuple[int, int]  # row and column, from 1


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: the places it is known at, the comment for its cell, and its row of the list."""

    severity: str
    sheet: str | None
    value: str
    comment: str
    cells: tuple[str | int | None, ...]
    spots: tuple[tuple[int, tuple[int, ...]], ...] = ()

    @property
    def marked(self) -> bool:
        """Whether its cells are coloured; what is only for information leaves them alone."""
        return self.severity in FILLS


@dataclass(frozen=True, slots=True)
class Listing:
    """The sheet that lists the findings. notes: what is to be said of the file, by occasion."""

    title: str
    mark: str
    intro: str
    columns: tuple[str, ...]
    notes: Mapping[str, str]


@dataclass(slots=True)
class Grid:
    """One sheet as its cells stand: texts by row and column, and merged ranges."""

    title: str
    hidden: bool
    merged: list[tuple[int, int, int, int]]
    rows: dict[int, list[Any]] = field(default_factory=dict)

    def anchor(self, cell: Cell) -> Cell:
        """Return the cell itself, of merged ones the first: only that one shows anything."""
        row, column = cell
        for top, left, bottom, right in self.merged:
            if top <= row <= bottom and left <= column <= right:
                return top, left
        return cell

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell."""
        cells = self.rows.get(row, [])
        return str(cells[column - 1]).strip() if column <= len(cells) else ""

    def meant(self, row: int, columns: Sequence[int], value: str) -> list[Cell]:
        """Return the cells meant by a place: of columns with one header the one that has the value.

        Without a column the whole row is meant.
        """
        if columns:
            having = [column for column in columns if value and value in self.text(row, column)]
            return [self.anchor((row, (having or list(columns))[0]))]
        filled = [column for column in range(1, len(self.rows.get(row, [])) + 1) if self.text(row, column)]
        return list(dict.fromkeys(self.anchor((row, column)) for column in filled)) or [(row, 1)]


@dataclass(slots=True)
class Mark:
    """What is done to one cell. comments: may be none where only a whole row is coloured."""

    severity: str
    comments: list[str] = field(default_factory=list)

    def comment(self, before: str = "") -> str:
        """Return the comment of the cell: what stood there, then what is to be corrected."""
        if not self.comments:
            return before
        added = f"{COMMENT_MARK}\n" + "\n\n".join(dict.fromkeys(self.comments))
        return f"{before}\n\n{added[:LONGEST_COMMENT]}" if before else added[:LONGEST_COMMENT]


@dataclass(slots=True)
class Marks:
    """What is done to a file: marks by sheet and cell; for each line of the list, the cell it leads to."""

    by_sheet: dict[str, dict[Cell, Mark]] = field(default_factory=dict)
    tabs: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, Cell] | None] = field(default_factory=list)


def marks_of(lines: Iterable[Line], grids: Iterable[Grid]) -> Marks:
    """Return the marks that findings come to on the sheets of a file."""
    by_title = {grid.title: grid for grid in grids}
    marks = Marks()
    for line in lines:
        grid = by_title.get(line.sheet) if line.sheet is not None else None
        marks.links.append(None)
        if grid is None:
            continue
        if line.marked:
            marks.tabs[grid.title] = _worse(marks.tabs.get(grid.title), line.severity)
        for row, columns in line.spots:
            cells = grid.meant(row, columns, line.value)
            marks.links[-1] = marks.links[-1] or (grid.title, cells[0])
            if line.marked:
                _mark(marks.by_sheet.setdefault(grid.title, {}), cells, line)
    return marks


def _mark(made: dict[Cell, Mark], cells: Sequence[Cell], line: Line) -> None:
    for position, cell in enumerate(cells):
        mark = made.setdefault(cell, Mark(line.severity))
        mark.severity = _worse(mark.severity, line.severity)
        if position == 0:
            mark.comments.append(line.comment)


def _worse(one: str | None, other: str) -> str:
    return "error" if "error" in (one, other) else other


def line_of(told: Mapping[str, Any]) -> Line:
    """Return a line of the order."""
    return Line(
        severity=told["severity"],
        sheet=told["sheet"],
        value=told["value"],
        comment=writable(told["comment"]),
        cells=tuple(writable(cell) if isinstance(cell, str) else cell for cell in told["cells"]),
        spots=tuple((row, tuple(columns)) for row, columns in told["spots"]),
    )


def writable(text: str) -> str:
    """Return a text without the characters that no workbook can hold."""
    return _ILLEGAL.sub("", text)


def named(cell: Cell) -> str:
    """Return a cell's name, such as B7."""
    return f"{column_letters(cell[1])}{cell[0]}"


def address(sheet: str, cell: Cell) -> str:
    """Return where a link inside the workbook leads to."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{named(cell)}"


def free_title(title: str, taken: Iterable[str]) -> str:
    """Return a title that no sheet has: upper and lower case are one in workbooks."""
    known = {one.lower() for one in taken}
    number, free = 2, title
    while free.lower() in known:
        free, number = f"{title} ({number})", number + 1
    return free
