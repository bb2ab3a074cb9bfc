"""Nothing is lost in silence: every row becomes part of an element or has a finding, in any messy file."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from ingest.draft import Reading
from ingest.reading import read
from model.metamodel.shipped import shipped
from tests.support.careful import WORKBOOKS
from tests.support.messy import LEFT_OUT, Messy, Role, province

SAMPLES = sorted(WORKBOOKS.glob("*.xlsx"))
_COUNT = re.compile(r"\d+")


def places(found: Reading) -> set[tuple[str | None, str | None, int | None]]:
    """Every row that became a draft, with its file and sheet."""
    rows = (*found.drafts, *found.relations)
    return {(one.place.file, one.place.sheet, one.place.row) for one in rows}


def left_out(found: Reading) -> Counter[tuple[str | None, str | None]]:
    """How many rows of each sheet were told to be no data."""
    counts: Counter[tuple[str | None, str | None]] = Counter()
    for finding in found.findings:
        if finding.rule == "rows_left_out":
            said = finding.message.en.partition(":")[2]
            counts[finding.place.file, finding.place.sheet] += sum(map(int, _COUNT.findall(said)))
    return counts


def check(made: Messy) -> None:
    found = read(made.paths, shipped())
    read_rows, untold = places(found), left_out(found)
    for line in made.of_role(Role.DATA):
        assert (line.file, line.sheet, line.row) in read_rows, line
    others = {(line.file, line.sheet, line.row) for line in made.lines if line.role is not Role.DATA}
    assert not others & read_rows
    marked = {(r.place.file, r.place.sheet, r.place.row, r.place.column) for r in found.relations}
    assert marked == {(one.file, one.sheet, one.row, one.column) for one in made.marks}
    expected = Counter((line.file, line.sheet) for line in made.of_role(*LEFT_OUT))
    assert untold == expected
    told = Counter((finding.rule, finding.place.file, finding.place.sheet) for finding in found.findings)
    counted: Counter[tuple[str, str | None, str | None]] = Counter()
    for finding in found.findings:
        counted[finding.rule, finding.place.file, finding.place.sheet] += finding.count
    for (rule, file, sheet), number in Counter((f.rule, f.file, f.sheet) for f in made.faults).items():
        assert counted[rule, file, sheet] >= number, (rule, file, sheet, number, told)


@pytest.mark.whole
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**6))
def test_every_row_of_a_messy_workbook_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    folder = tmp_path_factory.mktemp("messy")
    check(province(folder, shipped(), seed, agencies=2))


def sheets(path: Path) -> Iterator[tuple[str, list[int]]]:
    """The numbers of the rows with content, of each sheet, as another reader sees them."""
    book = CalamineWorkbook.from_path(path)
    for title in book.sheet_names:
        sheet = book.get_sheet_by_name(title)
        start = sheet.start[0] if sheet.start else 0
        rows = sheet.to_python(skip_empty_area=True)
        yield title, [start + at + 1 for at, cells in enumerate(rows) if any(str(c).strip() for c in cells)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem[:12])
def test_every_row_of_the_samples_is_read_or_told(path: Path) -> None:
    found = read([path], shipped())
    read_rows, untold = places(found), left_out(found)
    told_rows = {(f.place.file, f.place.sheet, f.place.row) for f in found.findings if f.place.row}
    whole = {
        (f.place.file, f.place.sheet)
        for f in found.findings
        if f.place.row is None and f.place.column is None
    }
    for title, rows in sheets(path):
        open_ = [row for row in rows if (path.name, title, row) not in read_rows | told_rows]
        if not any((path.name, title, row) in read_rows for row in rows):
            assert (path.name, title) in whole, title  # the whole sheet is left out, and said
            continue
        headers = 1 + (path.name.startswith("f_"))
        assert len(open_) - untold[path.name, title] <= headers, (title, open_)
