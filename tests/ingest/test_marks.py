"""From a finding's row and header to the cells it means."""

from pathlib import Path

from ingest.marking.marks import Spot, faulty_files, spots_of
from model.faults import Finding, Place, Severity
from model.text import same
from tests.support.books import Rows, book, reading, sheet

HEAD = ("Kode Aplikasi", "Nama Aplikasi", "OPD Pemilik", "Status")


def finding(row: int | None, column: str | None, title: str = "Aplikasi", **given: object) -> Finding:
    place = Place(file="Buku.xlsx", sheet=title, row=row, column=column)
    told = {"rule": "x", "severity": Severity.WARNING, "message": same("m"), "fix": same("f"), **given}
    return Finding(place=place, **told)


def spots(tmp_path: Path, rows: Rows, one: Finding, **given: object) -> tuple[Spot, ...]:
    found = reading(book(tmp_path / "Buku.xlsx", {"Aplikasi": rows}, **given))
    return spots_of(one, found.tables)


def test_the_column_is_found_by_its_header_below_titles(tmp_path: Path) -> None:
    rows = [("Daftar Aplikasi",), (), HEAD, ("DAA-1", "SIMRS", "Dinas Kesehatan", "Aktif")]
    assert spots(tmp_path, rows, finding(4, "OPD Pemilik")) == (Spot(4, (3,)),)


def test_a_column_without_a_row_is_meant_at_its_header(tmp_path: Path) -> None:
    rows = [("Daftar Aplikasi",), HEAD, ("DAA-1", "SIMRS", "Dinas Kesehatan", "Aktif")]
    assert spots(tmp_path, rows, finding(None, "Status")) == (Spot(2, (4,)),)


def test_a_row_without_a_column_is_meant_as_a_whole(tmp_path: Path) -> None:
    assert spots(tmp_path, [HEAD, ("DAA-1", "SIMRS", "", "")], finding(2, None)) == (Spot(2),)


def test_whole_sheets_and_files_have_no_cell(tmp_path: Path) -> None:
    assert spots(tmp_path, [HEAD, ("DAA-1", "SIMRS", "", "")], finding(None, None)) == ()


def test_a_header_of_two_rows_stands_where_its_text_does(tmp_path: Path) -> None:
    upper = ("Kode Aplikasi", "Nama Aplikasi", "Pemilik", "Pemilik")
    lower = ("", "", "OPD Pemilik", "Unit Operasional")
    rows = [upper, lower, ("DAA-1", "SIMRS", "Dinas Kesehatan", "UPT")]
    made = book(tmp_path / "Buku.xlsx", {"Aplikasi": rows}, merged={"Aplikasi": ["A1:A2", "C1:D1"]})
    heads = {header: row for header, row, _ in reading(made).tables[0].heads}
    assert heads == {"Kode Aplikasi": 1, "Nama Aplikasi": 1, "OPD Pemilik": 2, "Unit Operasional": 2}


def test_columns_with_one_header_are_all_candidates(tmp_path: Path) -> None:
    rows = [(*HEAD, "Status"), ("DAA-1", "SIMRS", "Dinas Kesehatan", "Aktif", "Aktf")]
    assert spots(tmp_path, rows, finding(2, "Status")) == (Spot(2, (4, 5)),)


def test_tables_below_each_other_have_headers_of_their_own(tmp_path: Path) -> None:
    servers = ("Nama Server", "Lokasi", "Kode Server")
    rows = [HEAD, ("DAA-1", "SIMRS", "Dinas Kesehatan", "Aktif"), (), servers, ("DB-1", "Lt 2", "SRV-1")]
    found = reading(sheet(tmp_path, "Data", *rows))
    assert [(table.first, table.last) for table in found.tables] == [(1, 2), (4, 5)]
    assert spots_of(finding(5, "Kode Server", "Data"), found.tables) == (Spot(5, (3,)),)
    assert spots_of(finding(None, "Lokasi", "Data"), found.tables) == (Spot(4, (2,)),)


def test_all_known_rows_of_a_finding_are_places(tmp_path: Path) -> None:
    rows = [HEAD, *((f"DAA-{n}", f"Aplikasi {n}", "Dinas Kesehatan", "Aktf") for n in range(40))]
    found = reading(sheet(tmp_path, "Aplikasi", *rows))
    told = next(one for one in found.findings if one.place.column == "Status")
    assert told.count == 40
    assert spots_of(told, found.tables) == tuple(Spot(row, (4,)) for row in range(2, 42))
    assert "2, 3, 4, 5, 6, …" in told.message.en


def test_only_files_with_something_to_correct_are_faulty() -> None:
    info = finding(2, "Status", severity=Severity.INFO)
    assert faulty_files([info, finding(2, "Status"), finding(3, None)]) == ["Buku.xlsx"]
    assert faulty_files([info]) == []
