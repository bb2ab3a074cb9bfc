"""Workbooks for tests, made as small as the point needs."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from ingest.draft import Draft, Reading
from ingest.mapping.mapping import Mapping as TableMapping
from ingest.reading import read
from model.faults import Finding
from model.metamodel.shipped import shipped

Rows = Sequence[Sequence[Any]]


def book(
    path: Path,
    sheets: Mapping[str, Rows],
    merged: Mapping[str, Sequence[str]] | None = None,
    hidden: Sequence[str] = (),
) -> Path:
    """Write sheets of rows; merged: per sheet the ranges to merge, which keep their first cell's text."""
    written = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    for title, rows in sheets.items():
        sheet = written.add_worksheet(title)
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
        for area in (merged or {}).get(title, ()):
            first = xlsxwriter.utility.xl_cell_to_rowcol(area.partition(":")[0])
            sheet.merge_range(area, rows[first[0]][first[1]])
        if title in hidden:
            sheet.hide()
    written.close()
    return path


def sheet(path: Path, title: str, *rows: Sequence[Any]) -> Path:
    """Write a workbook of one sheet."""
    return book(path / "Buku.xlsx", {title: rows})


def reading(*paths: Path, mapping: TableMapping | None = None) -> Reading:
    """Read files by the shipped metamodel."""
    return read(paths, shipped(), mapping=mapping)


def drafts(*paths: Path) -> tuple[Draft, ...]:
    """Return the drafts of files that raise no error."""
    found = reading(*paths)
    assert [f for f in found.findings if f.severity == "error"] == []
    return found.drafts


def told(found: Reading, rule: str) -> list[Finding]:
    """Return the findings of one rule."""
    return [finding for finding in found.findings if finding.rule == rule]


def said(draft: Draft) -> dict[str, list[str]]:
    """Return the references of a draft: column → texts."""
    texts: dict[str, list[str]] = {}
    for saying in draft.sayings:
        texts.setdefault(saying.cell, []).append(saying.text)
    return texts
