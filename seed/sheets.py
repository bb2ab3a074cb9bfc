"""Sheets as agencies lay them out, written as .xlsx files whose bytes do not change from run to run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter

Cell = str | int | float | None
WRITTEN = datetime(2026, 10, 5, 8, 0, tzinfo=UTC).replace(tzinfo=None)  # xlsx keeps no zone
WIDTH = 22  # characters; wide enough to read, narrow enough for a screen of columns


@dataclass(frozen=True, slots=True)
class Section:
    """A row between others that says whose the rows below are: "A. DINAS KESEHATAN"."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: its header stands in row 1, or in row 3 below a heading.

    counted: a row "(1) (2) (3)" under the header. closing: a last row, such as a total or a source.
    """

    title: str
    headers: tuple[str, ...]
    rows: tuple[Section | tuple[Cell, ...], ...]
    heading: str | None = None
    note: str | None = None
    counted: bool = False
    closing: str | None = None
    hidden: bool = False


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Return the sheets as an .xlsx file."""
    kept = BytesIO()
    book = xlsxwriter.Workbook(
        kept, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": WRITTEN, "author": "Pemerintah Provinsi Nusa Rempah"})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E7E6E6"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.title)
        page.set_column(0, 0, 5)
        page.set_column(1, len(sheet.headers), WIDTH)
        if sheet.hidden:
            page.hide()
        for number, (cells, header) in enumerate(_lines(sheet)):
            page.write_row(number, 0, cells, bold if header else plain)
    book.close()
    return kept.getvalue()


def _lines(sheet: Sheet) -> list[tuple[Sequence[Cell], bool]]:
    lines: list[tuple[Sequence[Cell], bool]] = []
    if sheet.heading:
        lines += [((sheet.heading,), True), ((sheet.note,), False)]
    lines.append((sheet.headers, True))
    if sheet.counted:
        lines.append((tuple(f"({number})" for number in range(1, len(sheet.headers) + 1)), False))
    for row in sheet.rows:
        lines.append(((row.words,), True) if isinstance(row, Section) else (row, False))
    if sheet.closing:
        lines += [((None,), False), ((sheet.closing,), False)]
    return lines
