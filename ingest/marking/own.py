"""An agency's own .xlsx with its faulty cells marked; runs in the child process (ingest.marking.marker) only.

Everything openpyxl can keep stays as it is: formats, formulas, widths, lists of choices. Macros and drawings
do not; the list says so.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from ingest.marking import order
from ingest.marking.stored_values import keep_stored_values, stored_values

_COMMENT_WIDTH = 320  # pixels
_LINE_HEIGHT, _LINE_CHARACTERS = 18, 46
_TALLEST = 400
_DRAWN = ("xl/drawings/drawing", "xl/charts/", "xl/media/")


def mark_own(
    path: Path, target: Path, lines: list[order.Line], listing: order.Listing, marks: order.Marks
) -> None:
    """Write a copy of a workbook with its cells marked and the list of findings as its first sheet."""
    values = stored_values(path)
    book = load_workbook(path)
    _unmark(book, listing.mark)
    for sheet in book.worksheets:
        if sheet.title in marks.tabs:
            sheet.sheet_properties.tabColor = order.TABS[marks.tabs[sheet.title]]
        for (row, column), mark in marks.by_sheet.get(sheet.title, {}).items():
            cell = sheet.cell(row, column)
            if isinstance(cell, SheetCell):  # the rest of a merged range takes neither
                _mark(cell, mark)
    _put_list(book, lines, listing, marks, list(_notes(path, listing)))
    book.save(target)
    keep_stored_values(target, values)


def _notes(path: Path, listing: order.Listing) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    if any(name.endswith("vbaProject.bin") for name in names):
        yield listing.notes["macros"]
    if any(name.startswith(_DRAWN) for name in names):
        yield listing.notes["drawings"]


def _unmark(book: Workbook, mark: str) -> None:
    """Take away what an earlier marking left: its list, its comments and its colours."""
    lists = [sheet for sheet in book.worksheets if str(sheet["A1"].value or "").strip() == mark]
    for sheet in lists:
        book.remove(sheet)
    for sheet in book.worksheets if lists else []:
        for cell in list(sheet._cells.values()):
            if isinstance(cell, SheetCell):
                _unmark_cell(cell)
        if (sheet.sheet_properties.tabColor or _NO_COLOUR).rgb in {f"00{tab}" for tab in order.TABS.values()}:
            sheet.sheet_properties.tabColor = None


_NO_COLOUR = PatternFill().start_color


def _unmark_cell(cell: SheetCell) -> None:
    if cell.comment is not None and order.COMMENT_MARK in cell.comment.text:
        before = cell.comment.text.partition(order.COMMENT_MARK)[0].strip()
        cell.comment = _comment(before) if before else None
    if cell.has_style and cell.fill.fill_type == "solid":
        colour = cell.fill.start_color.rgb
        if isinstance(colour, str) and colour[-6:] in order.FILLS.values():
            cell.fill = PatternFill()


def _mark(cell: SheetCell, mark: order.Mark) -> None:
    cell.fill = PatternFill("solid", start_color=order.FILLS[mark.severity])
    if mark.comments:
        before = cell.comment.text if cell.comment is not None else ""
        cell.comment = _comment(order.writable(mark.comment(before)))


def _comment(text: str) -> Comment:
    lines = sum(1 + len(line) // _LINE_CHARACTERS for line in text.splitlines())
    height = min(_TALLEST, _LINE_HEIGHT * (lines + 1))
    return Comment(text, order.AUTHOR, width=_COMMENT_WIDTH, height=height)


def _put_list(
    book: Workbook, lines: list[order.Line], listing: order.Listing, marks: order.Marks, notes: list[str]
) -> None:
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = False
    titles = [sheet.title for sheet in book.worksheets] + [sheet.title for sheet in book.chartsheets]
    page = book.create_sheet(order.free_title(listing.title, titles), 0)
    book.active = 0
    for number, text in enumerate((listing.mark, listing.intro, *notes), 1):
        _write(page, number, 1, text, bold=number == 1)
    head = len(notes) + 4
    for column, (text, width) in enumerate(zip(listing.columns, order.WIDTHS, strict=True), 1):
        _write(page, head, column, text, bold=True)
        page.column_dimensions[order.named((1, column))[:-1]].width = width
    for number, (line, link) in enumerate(zip(lines, marks.links, strict=True), head + 1):
        _put_line(page, number, line, link)
    page.freeze_panes = f"A{head + 1}"


def _put_line(page: Worksheet, row: int, line: order.Line, link: tuple[str, order.Cell] | None) -> None:
    for column, content in enumerate(line.cells, 1):
        cell = _write(page, row, column, content)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    if line.marked:
        page.cell(row, 1).fill = PatternFill("solid", start_color=order.FILLS[line.severity])
    if link is not None:
        cell = _write(page, row, order.LINKED + 1, order.named(link[1]))
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=order.address(*link))
        cell.font = Font(color="0563C1", underline="single")


def _write(
    page: Worksheet, row: int, column: int, content: str | int | None, *, bold: bool = False
) -> SheetCell:
    cell = page.cell(row, column)
    if not isinstance(cell, SheetCell):  # only merged ranges have others, and this sheet has none
        raise TypeError(cell)
    cell.value = content
    if isinstance(content, str):
        cell.data_type = "s"  # "=…" is a text here, not a formula
    if bold:
        cell.font = Font(bold=True)
    return cell
