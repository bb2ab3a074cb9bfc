"""A plan as a workbook that goes back to an agency: what changes cell by cell, and the findings."""

from collections.abc import Iterable, Mapping, Sequence

from model.faults import Finding
from model.metamodel.metamodel import Metamodel
from model.text import Language, Text
from ui.components.workbook import Cell, Sheet, workbook
from ui.imports.planning_rows import FATES, PlanRow, agency_words, kind_words
from ui.phrases import common
from ui.phrases import imports as words


def plan_workbook(
    rows: Sequence[PlanRow],
    findings: Sequence[Finding],
    names: Mapping[str, Text],
    metamodel: Metamodel,
    language: Language,
) -> bytes:
    """Return a plan as a workbook: what changes cell by cell, and the findings."""
    columns = (
        words.STATE_COLUMN,
        common.KIND,
        common.AGENCY,
        common.NAME,
        common.KEY,
        common.PROPERTY,
        common.BEFORE,
        common.AFTER,
        common.PLACE,
    )
    body = [
        (
            FATES[row.fate].in_(language),
            kind_words(row.kind, metamodel, language),
            agency_words(names, row.scope).in_(language),
            row.name,
            row.key,
            row.property,
            row.before,
            row.after,
            row.place,
        )
        for row in rows
    ]
    changed = Sheet(words.CHANGES_SHEET.in_(language), [column.in_(language) for column in columns], body)
    return workbook([changed, findings_sheet(findings, language)])


def findings_sheet(findings: Iterable[Finding], language: Language) -> Sheet:
    """Return findings as a sheet that an agency can work through: file, sheet, row, column, what, fix."""
    columns = (
        words.SEVERITY,
        common.FILE,
        common.SHEET,
        common.ROW,
        common.COLUMN,
        common.VALUE,
        common.FINDING,
        common.FIX,
        common.COUNT,
    )
    rows: list[tuple[Cell, ...]] = [
        (
            common.SEVERITIES[f.severity].in_(language),
            f.place.file,
            f.place.sheet,
            f.place.row,
            f.place.column,
            f.value,
            f.message.in_(language),
            f.fix.in_(language),
            f.count,
        )
        for f in findings
    ]
    return Sheet(common.FINDING.in_(language), [column.in_(language) for column in columns], rows)
