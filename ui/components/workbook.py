"""Tables as a workbook to download. Texts stay texts: nothing in them becomes a formula or a link."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import xlsxwriter

from ingest.values.formulas import escaped
from model.metamodel.spec import SHEET_TITLE_LIMIT

Cell = str | int | float | date | datetime | None  # instants without a zone: as clocks here show them
_WIDEST = 60  # characters
_MOST_IN_CELL = 32_767  # characters; Excel holds no more, and xlsxwriter then leaves out the rest of a row
_CUT = " …"
_INSTANT = "yyyy-mm-dd hh:mm:ss"
_DAY = "yyyy-mm-dd"
_MARK = "#F4CCCC"
_MANY, _GROUPED = 10_000, "#,##0"  # numbers of five digits are amounts; of four they may be years


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: title, headers, and rows as long as the headers.

    marked: the cells that stand out, each as its row and its column, counted from 0 below the headers.
    """

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    marked: frozenset[tuple[int, int]] = field(default=frozenset())


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return the sheets as one .xlsx file, with filters and a header row that stays in sight."""
    made = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    top = {"text_wrap": True, "valign": "top"}
    with xlsxwriter.Workbook(made, options) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        body, timed = book.add_format(top), book.add_format({**top, "num_format": _INSTANT})
        dated = book.add_format({**top, "num_format": _DAY})
        grouped = book.add_format({**top, "num_format": _GROUPED})
        mark = book.add_format({**top, "bg_color": _MARK, "bold": True})
        for sheet in sheets:
            page = book.add_worksheet(sheet.title[:SHEET_TITLE_LIMIT])
            page.write_row(0, 0, sheet.headers, head)
            for number, row in enumerate(sheet.rows, 1):
                page.write_row(number, 0, map(_fitting, row), body)
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        is_instant = isinstance(cell, datetime)
                        page.write_datetime(number, column, cell, timed if is_instant else dated)
                    elif isinstance(cell, int) and abs(cell) >= _MANY:
                        page.write_number(number, column, cell, grouped)
            for at, column in sheet.marked:
                page.write(at + 1, column, _fitting(sheet.rows[at][column]), mark)
            for column, header in enumerate(sheet.headers):
                page.set_column(column, column, _width(header, [row[column] for row in sheet.rows[:500]]))
            page.freeze_panes(1, 0)
            if sheet.rows:
                page.autofilter(0, 0, len(sheet.rows), len(sheet.headers) - 1)
    return made.getvalue()


def csv_text(sheet: Sheet) -> bytes:
    """Return a sheet as CSV that Excel reads as UTF-8, and in which no text becomes a formula."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    rows = ([escaped(cell) if isinstance(cell, str) else cell for cell in row] for row in sheet.rows)
    writer.writerows([sheet.headers, *rows])
    return made.getvalue().encode("utf-8-sig")


def _fitting(cell: Cell) -> Cell:
    """Return what a cell can hold of a text."""
    if isinstance(cell, str) and len(cell) > _MOST_IN_CELL:
        return cell[: _MOST_IN_CELL - len(_CUT)] + _CUT
    return cell


def _width(header: str, cells: Sequence[Cell]) -> int:
    longest = max((len(str(cell)) for cell in (header, *cells) if cell is not None), default=8)
    return min(_WIDEST, max(8, longest + 2))
