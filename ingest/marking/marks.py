"""Which cells of an agency's workbook a finding is about. Pure: findings and tables in, places out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.draft import Table
from ingest.files.workbook import Sheet
from ingest.values.values import text_of
from model.faults import Finding, Severity

# In the first cell of the list of findings that is put into a workbook: an import passes that sheet over.
LIST_MARK = "Simpul: catatan perbaikan / findings"
MARKED = (Severity.ERROR, Severity.WARNING)  # what is only for information is listed, its cells left alone


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to mark. columns: those that carry the finding's header; () means the whole row."""

    row: int
    columns: tuple[int, ...] = ()


def is_list_of_findings(sheet: Sheet) -> bool:
    """Return whether a sheet is the list that simpul put into a marked workbook."""
    return bool(sheet.rows and sheet.rows[0][1]) and text_of(sheet.rows[0][1][0]) == LIST_MARK


def faulty_files(findings: Iterable[Finding]) -> list[str]:
    """Return the files that have something to correct, in order."""
    return list(dict.fromkeys(f.place.file for f in findings if f.place.file and f.severity in MARKED))


def spots_of(finding: Finding, tables: Iterable[Table]) -> tuple[Spot, ...]:
    """Return the known places of a finding; none where it is about a whole sheet or file.

    A column without a row is meant at its header.
    """
    place = finding.place
    here = [table for table in tables if (table.file, table.sheet) == (place.file, place.sheet)]
    if place.row is None:
        return () if place.column is None else _header_of(place.column, here)
    rows = dict.fromkeys((place.row, *finding.rows))
    return tuple(Spot(row, _columns(place.column, _around(row, here))) for row in rows)


def _header_of(header: str, tables: Sequence[Table]) -> tuple[Spot, ...]:
    for table in tables:
        found = [(row, column) for written, row, column in table.heads if _same(written, header)]
        if found:
            return (Spot(found[0][0], tuple(column for _, column in found)),)
    return ()


def _around(row: int, tables: Sequence[Table]) -> Table | None:
    return next((table for table in tables if table.first <= row <= table.last), None)


def _columns(header: str | None, table: Table | None) -> tuple[int, ...]:
    if header is None or table is None:
        return ()
    return tuple(column for written, _, column in table.heads if _same(written, header))


def _same(written: str, header: str) -> bool:
    return written.strip() == header.strip()
