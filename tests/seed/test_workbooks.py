"""The deliveries look like what agencies send, and carry what was planted."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from seed.build import built
from seed.estate import province
from seed.habits import Habit, habit_of

# Sheets of the delivery that are no list of one kind of element.
OTHER_SHEETS = {"Daftar Pilihan", "Matriks_Penyelarasan_6_Domain"}


def workbooks(files: dict[str, bytes]) -> dict[str, CalamineWorkbook]:
    found = {}
    for name, content in files.items():
        if name.endswith(".xlsx"):
            found[name] = CalamineWorkbook.from_filelike(BytesIO(content))
        elif name.endswith(".zip"):
            with ZipFile(BytesIO(content)) as archive:
                found |= workbooks({f"{name}/{entry}": archive.read(entry) for entry in archive.namelist()})
    return found


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return built()


@pytest.fixture(scope="module")
def sheets(files: dict[str, bytes]) -> dict[tuple[str, str], list[list[object]]]:
    return {
        (name, title): book.get_sheet_by_name(title).to_python(skip_empty_area=False)
        for name, book in workbooks(files).items()
        for title in book.sheet_names
    }


def header_row(rows: list[list[object]]) -> int:
    return 0 if rows[0][1] else 2


def headers(rows: list[list[object]]) -> list[str]:
    return [str(cell).partition("\n")[0] for cell in rows[header_row(rows)] if cell]


def test_it_is_delivered_in_few_small_files(files: dict[str, bytes]) -> None:
    assert len(files) <= 12
    assert sum(map(len, files.values())) < 600_000
    assert len(workbooks(files)) >= 25


def test_two_builds_are_the_same_bytes(files: dict[str, bytes]) -> None:
    assert built() == files


def test_every_sheet_names_a_kind_and_every_header_is_one_of_its_columns(sheets) -> None:
    metamodel = shipped()
    strangers = []
    for (name, title), rows in sheets.items():
        if title in OTHER_SHEETS:
            continue
        kind = metamodel.kind_named(title)
        if kind is None:
            strangers.append((name, title, "no kind"))
            continue
        known = _columns(metamodel, kind)
        strangers += [(name, title, header) for header in headers(rows) if _bare(header) not in known]

    assert strangers == []


def _columns(metamodel, kind: ElementKind) -> set[str]:
    spec = metamodel.kind(kind)
    columns = [*metamodel.properties(kind), *metamodel.links(kind)]
    words = [header for column in columns for header in column.headers]
    words += [*spec.name_headers, *spec.code_headers, *(h for level in spec.outline_headers for h in level)]
    return {_bare(word) for word in (*words, "No", "ID", "Kode", "Nama")}


def _bare(header: str) -> str:
    return header.lower().strip("←→ ")


def test_offices_lay_their_sheets_out_differently(sheets) -> None:
    layouts = {header_row(rows) for rows in sheets.values()}
    counted = [key for key, rows in sheets.items() if any("(1)" in row for row in rows)]
    sections = [key for key, rows in sheets.items() if any(str(row[0]).startswith("A. ") for row in rows)]

    assert layouts == {0, 2}
    assert counted
    assert sections


def test_references_are_codes_names_and_both_and_several_in_a_cell(sheets) -> None:
    cells = [
        str(row[place])
        for rows in sheets.values()
        for place, header in enumerate(headers(rows))
        if header == "Layanan yang Didukung"
        for row in rows[header_row(rows) + 1 :]
    ]

    assert any(cell.startswith("DAL-") and " " not in cell for cell in cells)
    assert any(cell.startswith("DAL-") and " " in cell for cell in cells)
    assert any(cell and not cell.startswith("DAL-") and "(" not in cell for cell in cells)
    assert any(";" in cell or "\n" in cell for cell in cells)


def test_every_planted_mistake_stands_in_a_cell(sheets) -> None:
    for fault in province().faults:
        holding = [
            row
            for (_, title), rows in sheets.items()
            if title == fault["sheet"] and fault["header"] in headers(rows)
            for row in rows
            if str(row[headers(rows).index(fault["header"])]) == fault["written"]
        ]
        assert holding, fault


def test_an_office_keeps_its_habit() -> None:
    assert habit_of("dinkes") == habit_of("dinkes")
    assert len({habit_of(f"office {number}") for number in range(30)}) > 5


def test_a_tidy_office_refers_by_code_and_leaves_cells_empty() -> None:
    agency = province().by_slug["dinkes"]
    tidy = Habit(tidy=True)

    assert tidy.references(agency.applications[:2], own="dinkes") == "DAA-DKS-001; DAA-DKS-002"
    assert tidy.nothing("anything") is None
