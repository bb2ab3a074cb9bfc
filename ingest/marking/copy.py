"""A copy of the cells of a file as .xlsx, marked: for files that cannot be written back as they are.

Runs in the child process (ingest.marking.marker) only.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from ingest.marking import order

_WIDTH = 22  # characters of a column
_LARGEST_RANGE = 10_000  # cells
_COMMENT_SIZE = {"author": order.AUTHOR, "x_scale": 2.4, "y_scale": 2.0}
_OPTIONS = {
    "constant_memory": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def mark_copy(
    target: Path,
    grids: Sequence[order.Grid],
    lines: Sequence[order.Line],
    listing: order.Listing,
    marks: order.Marks,
) -> None:
    """Write the cells of the sheets with their marks, and the list of findings as the first sheet.

    Without sheets, of a file that nobody can read, the list stands alone.
    """
    with xlsxwriter.Workbook(target, dict(_OPTIONS)) as book:
        fills = {name: book.add_format({"bg_color": f"#{colour}"}) for name, colour in order.FILLS.items()}
        _write_list(book, [grid.title for grid in grids], (lines, listing, marks), alone=not grids)
        for grid in grids:
            _write_sheet(book, grid, marks, fills)


def _write_list(
    book: Any,
    titles: list[str],
    told: tuple[Sequence[order.Line], order.Listing, order.Marks],
    *,
    alone: bool,
) -> None:
    lines, listing, marks = told
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    page = book.add_worksheet(order.free_title(listing.title, titles))
    page.write_string(0, 0, listing.mark, book.add_format({"bold": True}))
    page.write_string(1, 0, listing.intro)
    page.write_string(2, 0, listing.notes["alone" if alone else "copied"])
    for column, (text, width) in enumerate(zip(listing.columns, order.WIDTHS, strict=True)):
        page.write_string(4, column, text, bold)
        page.set_column(column, column, width)
    for number, (line, link) in enumerate(zip(lines, marks.links, strict=True), 5):
        page.write_row(number, 0, line.cells, body)
        if link is not None:
            page.write_url(
                number, order.LINKED, f"internal:{order.address(*link)}", string=order.named(link[1])
            )
    page.freeze_panes(5, 0)


def _write_sheet(book: Any, grid: order.Grid, marks: order.Marks, fills: dict[str, Any]) -> None:
    page = book.add_worksheet(grid.title)
    made = marks.by_sheet.get(grid.title, {})
    ranges = {area[:2]: area[2:] for area in grid.merged if _fits(*area)}
    for cell in dict.fromkeys((*_filled(grid), *made, *ranges)):
        row, column = cell
        content = grid.rows.get(row, [])[column - 1 : column]
        fill = fills[made[cell].severity] if cell in made else None
        if cell in ranges and ranges[cell] != cell:
            page.merge_range(row - 1, column - 1, *(n - 1 for n in ranges[cell]), "", fill)
        _write_cell(page, cell, content[0] if content else "", fill)
        if cell in made and made[cell].comments:
            page.write_comment(row - 1, column - 1, order.writable(made[cell].comment()), _COMMENT_SIZE)
    page.set_column(0, max((len(cells) for cells in grid.rows.values()), default=1), _WIDTH)
    if grid.title in marks.tabs:
        page.set_tab_color(f"#{order.TABS[marks.tabs[grid.title]]}")
    if grid.hidden:
        page.hide()


def _fits(top: int, left: int, bottom: int, right: int) -> bool:
    """Whether a merged range is one that people make: each of its cells is written."""
    return (bottom - top + 1) * (right - left + 1) <= _LARGEST_RANGE


def _filled(grid: order.Grid) -> list[order.Cell]:
    return [
        (row, column)
        for row, cells in grid.rows.items()
        for column, content in enumerate(cells, 1)
        if content != ""
    ]


def _write_cell(page: Any, cell: order.Cell, content: str | float, fill: object) -> None:
    row, column = cell[0] - 1, cell[1] - 1
    if isinstance(content, str):
        if content:
            page.write_string(row, column, order.writable(content)[:_LONGEST], fill)
        elif fill is not None:
            page.write_blank(row, column, None, fill)
    else:
        page.write_number(row, column, content, fill)


_LONGEST = 32_767  # characters of a cell, as Excel has it
