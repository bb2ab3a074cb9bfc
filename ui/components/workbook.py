"""Tables as a workbook to download. Texts stay texts: nothing in them becomes a formula or a link."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ingest.values.formulas import escaped
from model.metamodel.spec import SHEET_TITLE_LIMIT
from ui.phrases import common

Cell = str | int | float | date | datetime | None  # instants without a zone: as clocks here show them
_WIDEST = 60  # characters
_MOST_IN_CELL = 32_767  # characters; Excel holds no more, and xlsxwriter then leaves out the rest of a row
_CUT = " …"
_MARGIN = 40  # characters of each part of a page header, of which Excel holds 255 in all
_A3, _A4, _FIT_A4 = 8, 9, 12  # Excel's numbers of papers; columns that can be read on the smaller
_INSTANT = "yyyy-mm-dd hh:mm:ss"
_DAY = "yyyy-mm-dd"
_MARK = "#F4CCCC"
_MANY, _GROUPED = 10_000, "#,##0"  # numbers of five digits are amounts; of four they may be years


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: title, headers, and rows as long as the headers.

    marked: the cells that stand out, each as its row and its column, counted from 0 below the headers.
    below: rows beneath the table, which filters leave alone. empty: why there are no rows.
    """

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    marked: frozenset[tuple[int, int]] = field(default=frozenset())
    below: Sequence[Sequence[Cell]] = ()
    empty: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a workbook is: its title, whose it is (blank where that is not told), and of when."""

    title: str
    whose: str = ""
    state: str = ""


def workbook(sheets: Sequence[Sheet], about: About | None = None) -> bytes:
    """Return the sheets as one .xlsx file, with filters, and headers and first column that stay in sight.

    It prints on pages as wide as its tables, each with header row, title and number. about: None: the first
    sheet says what it is.
    """
    told = about or About(sheets[0].title)
    made = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(made, options) as book:
        author = told.whose or common.PRODUCT.en
        book.set_properties({"title": told.title, "author": author, "comments": told.state})
        formats = _formats(book)
        for sheet in sheets:
            page = book.add_worksheet(sheet.title[:SHEET_TITLE_LIMIT])
            _fill(page, sheet, formats)
            _print_set_up(page, sheet, told)
    return made.getvalue()


def _formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
    top = {"text_wrap": True, "valign": "top"}
    return {
        "head": book.add_format({"bold": True, "bottom": 1, **top}),
        "body": book.add_format(top),
        "one line": book.add_format({"valign": "top"}),
        "instant": book.add_format({**top, "num_format": _INSTANT}),
        "day": book.add_format({**top, "num_format": _DAY}),
        "amount": book.add_format({**top, "num_format": _GROUPED}),
        "mark": book.add_format({**top, "bg_color": _MARK, "bold": True}),
    }


def _fill(page: Worksheet, sheet: Sheet, formats: Mapping[str, Format]) -> None:
    page.write_row(0, 0, sheet.headers, formats["head"])
    for number, row in enumerate(sheet.rows, 1):
        page.write_row(number, 0, map(_fitting, row), formats["body"])
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                form = "instant" if isinstance(cell, datetime) else "day"
                page.write_datetime(number, column, cell, formats[form])
            elif isinstance(cell, int) and abs(cell) >= _MANY:
                page.write_number(number, column, cell, formats["amount"])
    for at, column in sheet.marked:
        page.write(at + 1, column, _fitting(sheet.rows[at][column]), formats["mark"])
    for column, header in enumerate(sheet.headers):
        page.set_column(column, column, _width(header, [row[column] for row in sheet.rows[:500]]))
    page.freeze_panes(1, 1)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.headers) - 1)
    elif sheet.empty:
        page.write(1, 0, sheet.empty, formats["one line"])
    for number, row in enumerate(sheet.below, len(sheet.rows) + 2):
        page.write_row(number, 0, map(_fitting, row), formats["body"])


def _print_set_up(page: Worksheet, sheet: Sheet, about: About) -> None:
    """Let a sheet print in landscape, as wide as one page, with its header row and title on each."""
    page.set_landscape()
    page.set_paper(_A3 if len(sheet.headers) > _FIT_A4 else _A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    left, middle, right = (_in_margin(text) for text in (about.whose, sheet.title, about.state))
    page.set_header(f"&L{left}&C{middle}&R{right}")
    page.set_footer("&C&P / &N")


def _in_margin(text: str) -> str:
    """Return a text as a page header has it: what is no code, and of three no more than Excel holds."""
    return text[:_MARGIN].replace("&", "&&")


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
