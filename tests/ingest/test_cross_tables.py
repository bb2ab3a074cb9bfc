"""Rows of one kind, columns of another, marks between them: each mark becomes a relation or has a finding."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.context import Context
from ingest.draft import Reading, RelationDraft
from ingest.files.workbook import Sheet
from ingest.findings import Collector
from ingest.layout.headers import Headers
from ingest.layout.recognised import Outcome
from ingest.sheets import read_sheet
from model.faults import Finding
from model.kinds import ElementKind as K
from model.kinds import RelationKind as R
from model.metamodel.shipped import shipped
from tests.support.books import book, reading, sheet, told

Row = Sequence[Any]
HEADERS = Headers(shipped())
APPS = ("SIAP", "SIMDA", "e-Cuti")
MARKED = (("SIAP", "x", "", "x"), ("SIMDA", "", "x", ""), ("e-Cuti", "", "", ""))
REALIZED = [("Perizinan", "SIAP"), ("Bantuan", "SIAP"), ("Pengaduan", "SIMDA")]
SERVICES = ("Perizinan", "Pengaduan", "Bantuan")


def ends(found: Reading, relation: R | None = None) -> list[tuple[str, str]]:
    """Both ends of each relation, the dependent first."""
    return [(r.from_text, r.to_text) for r in found.relations if relation in (None, r.relation)]


def read_one(path: Path, title: str, *rows: Row) -> Reading:
    return reading(sheet(path, title, *rows))


def places(relations: Sequence[RelationDraft]) -> list[tuple[int | None, str | None]]:
    return [(one.place.row, one.place.column) for one in relations]


@pytest.mark.parametrize(
    ("title", "corner"),
    [
        ("Sheet1", "Aplikasi \\ Layanan"),
        ("Sheet1", "Aplikasi vs Layanan"),
        ("Sheet1", "Nama Aplikasi / Nama Layanan"),
        ("Matriks Aplikasi - Layanan", ""),
        ("Matriks Layanan", "Nama Aplikasi"),
        ("Layanan × Aplikasi", "Aplikasi"),
        ("Application x Service", "Application"),
    ],
)
def test_kinds_are_told_by_the_corner_or_the_title(tmp_path: Path, title: str, corner: str) -> None:
    found = read_one(tmp_path, title, (corner, *SERVICES), *MARKED)
    assert ends(found, R.REALIZED_BY) == REALIZED
    assert found.drafts == ()
    (seen,) = found.sheets
    assert (seen.outcome, seen.kind, seen.across, seen.rows) == (
        Outcome.CROSS_TABLE,
        K.APPLICATION,
        K.SERVICE,
        3,
    )
    assert [f for f in found.findings if f.severity != "info"] == []


def test_the_direction_is_the_metamodels_whichever_kind_stands_in_the_rows(tmp_path: Path) -> None:
    rows = (("Perizinan", "x", ""), ("Pengaduan", "", "x"), ("Bantuan", "x", ""))
    found = read_one(tmp_path, "Sheet1", ("Layanan \\ Aplikasi", "SIAP", "SIMDA"), *rows)
    assert sorted(ends(found, R.REALIZED_BY)) == sorted(REALIZED)


def test_a_mark_is_placed_at_its_cell_and_codes_stand_before_names(tmp_path: Path) -> None:
    rows = (
        ("MATRIKS APLIKASI DAN LAYANAN",),
        ("Tahun 2026",),
        (),
        ("No", "Kode", "Nama Aplikasi", "DAL-001", "DAL-002", "DAL-003", "Jumlah", "Keterangan"),
        ("", "", "", *SERVICES, "", ""),
        (1, "DAA-1", "SIAP", "√", "", "√", 2, "penting"),
        (2, "DAA-2", "SIMDA", "", "√", "-", 1, ""),
        ("", "", "Jumlah", 1, 1, 1, 3),
        (),
        ("Keterangan: √ berarti didukung",),
    )
    found = read_one(tmp_path, "Lampiran", *rows)
    assert ends(found) == [
        ("DAL-001 Perizinan", "DAA-1 SIAP"),
        ("DAL-003 Bantuan", "DAA-1 SIAP"),
        ("DAL-002 Pengaduan", "DAA-2 SIMDA"),
    ]
    assert places(found.relations) == [(6, "Perizinan"), (6, "Bantuan"), (7, "Pengaduan")]
    (aside,) = told(found, "cross_table_columns_left_out")
    assert "Jumlah, Keterangan" in aside.message.id
    (left,) = told(found, "rows_left_out")
    assert "1 total" in left.message.en
    assert "1 footnote" in left.message.en


def test_codes_alone_tell_both_kinds(tmp_path: Path) -> None:
    rows = (("", "DAL-001", "DAL-002"), ("DAA-001", "x", ""), ("DAA-002", "", "x"))
    found = read_one(tmp_path, "Sheet1", *rows)
    assert ends(found, R.REALIZED_BY) == [("DAL-001", "DAA-001"), ("DAL-002", "DAA-002")]


def test_a_merged_heading_names_the_kind_of_the_columns(tmp_path: Path) -> None:
    rows = (
        ("No", "Nama OPD", "Aplikasi", "", ""),
        ("", "", *APPS),
        (1, "Dinas Kesehatan", 1, "", 1),
        (2, "Dinas Sosial", "", "", ""),
        (3, "Badan Pendapatan Daerah", "", 1, ""),
    )
    path = book(tmp_path / "b.xlsx", {"Lembar": rows}, {"Lembar": ["A1:A2", "B1:B2", "C1:E1"]})
    found = reading(path)
    assert ends(found, R.USES) == [
        ("Dinas Kesehatan", "SIAP"),
        ("Dinas Kesehatan", "e-Cuti"),
        ("Badan Pendapatan Daerah", "SIMDA"),
    ]


def test_a_csv_file_is_a_cross_table_as_well(tmp_path: Path) -> None:
    path = tmp_path / "matriks.csv"
    path.write_text("Aplikasi;Server;\n;SRV-1;SRV-2\nSIAP;v;\nSIMDA;;v\n", encoding="utf-8")
    found = reading(path)
    assert ends(found, R.RUNS_ON) == [("SIAP", "SRV-1"), ("SIMDA", "SRV-2")]
    assert places(found.relations) == [(3, "SRV-1"), (4, "SRV-2")]


def test_letters_tell_how_data_are_accessed(tmp_path: Path) -> None:
    rows = (
        ("Aplikasi \\ Data", "DAD-001 Pasien", "DAD-002 Pegawai", "DAD-003 Aset"),
        ("SIAP", "CRUD", "R", "x"),
        ("SIMDA", "r", "C, U", "R/W"),
    )
    found = read_one(tmp_path, "Sheet1", *rows)
    assert {one.relation for one in found.relations} == {R.ACCESSES}
    modes = [one.properties.get("mode") for one in found.relations]
    assert modes == ["both", "read", None, "read", "write", "both"]


def test_words_of_a_choice_of_the_relation_are_kept(tmp_path: Path) -> None:
    rows = (
        ("Aplikasi \\ Server", "SRV-1", "SRV-2", "SRV-3"),
        ("SIAP", "x", "uji", "x"),
        ("SIMDA", "x", "x", ""),
        ("e-Cuti", "", "x", "x"),
    )
    found = read_one(tmp_path, "Sheet1", *rows)
    said = {end: one.properties for end, one in zip(ends(found), found.relations, strict=True)}
    assert said["SIAP", "SRV-2"] == {"environment": "testing"}
    assert said["SIAP", "SRV-1"] == {}


def test_what_is_no_mark_is_told_with_its_place(tmp_path: Path) -> None:
    rows = (*MARKED[:2], ("e-Cuti", "rencana 2027", "x", ""), ("SIGAP", "x", "", "x"))
    found = read_one(tmp_path, "Sheet1", ("Aplikasi \\ Layanan", *SERVICES), *rows)
    (finding,) = told(found, "cross_table_no_mark")
    assert (finding.value, finding.place.row, finding.place.column) == ("rencana 2027", 4, "Perizinan")
    assert "x" in finding.fix.id
    assert len(found.relations) == 6


def test_a_cross_says_no_beside_ticks_only_where_no_cell_is_blank(tmp_path: Path) -> None:
    head = ("Aplikasi \\ Layanan", "Perizinan", "Pengaduan")
    dense = read_one(tmp_path, "Sheet1", head, ("SIAP", "v", "x"), ("SIMDA", "x", "v"))
    assert ends(dense) == [("Perizinan", "SIAP"), ("Pengaduan", "SIMDA")]
    (said,) = told(dense, "cross_table_two_marks")
    assert "“no”" in said.message.en
    sparse = read_one(tmp_path, "Sheet1", head, ("SIAP", "v", ""), ("SIMDA", "", "x"), ("e-Cuti", "", ""))
    assert ends(sparse) == [("Perizinan", "SIAP"), ("Pengaduan", "SIMDA")]
    assert told(sparse, "cross_table_two_marks")


def test_columns_beside_the_marks_refer_as_in_a_list_of_the_rows_kind(tmp_path: Path) -> None:
    rows = (
        ("MATRIKS PROSES BISNIS – LAYANAN – OPD",),
        ("No", "Proses Bisnis", "Layanan", "Dinas Kesehatan", "Dinas Sosial"),
        (1, "Pelayanan Kesehatan", "Rujukan", "x", ""),
        (2, "", "Rawat Jalan", "x", "x"),
        (3, "Perlindungan", "Santunan", "", "x"),
    )
    found = reading(book(tmp_path / "b.xlsx", {"Matriks": rows}, {"Matriks": ["B3:B4"]}))
    assert ends(found, R.SERVED_BY) == [
        ("Pelayanan Kesehatan", "Rujukan"),
        ("Pelayanan Kesehatan", "Rawat Jalan"),
        ("Perlindungan", "Santunan"),
    ]
    assert len(ends(found, R.USES)) == 4


def test_an_owner_beside_the_marks_is_whose_the_row_is(tmp_path: Path) -> None:
    rows = (
        ("Nama Aplikasi", "OPD Pemilik", "DAL-001", "DAL-002"),
        ("SIAP", "Dinas Kesehatan", "x", ""),
        ("SIMDA", "Dinas Sosial", "", "x"),
    )
    found = read_one(tmp_path, "Matriks", *rows)
    assert ends(found, R.OWNED_BY) == [("SIAP", "Dinas Kesehatan"), ("SIMDA", "Dinas Sosial")]
    assert [one.agency for one in found.relations if one.relation is R.REALIZED_BY] == [
        "Dinas Kesehatan",
        "Dinas Sosial",
    ]


def test_where_several_relations_join_the_kinds_what_was_taken_is_told(tmp_path: Path) -> None:
    rows = (("Dinas Kesehatan", "x", ""), ("Dinas Sosial", "", "x"))
    found = read_one(tmp_path, "Sheet1", ("OPD \\ Aplikasi", "SIAP", "SIMDA"), *rows)
    assert ends(found, R.USES) == [("Dinas Kesehatan", "SIAP"), ("Dinas Sosial", "SIMDA")]
    (said,) = told(found, "cross_table_read_as")
    assert "OPD Pemilik" in said.fix.id


@pytest.mark.parametrize("corner", ["OPD Pemilik \\ Aplikasi", "Aplikasi \\ OPD Pemilik"])
def test_words_of_a_reference_column_say_which_relation_is_meant(tmp_path: Path, corner: str) -> None:
    rows = (("Dinas Kesehatan", "x", ""), ("Dinas Sosial", "", "x"))
    found = read_one(tmp_path, "Sheet1", (corner, "SIAP", "SIMDA"), *rows)
    assert ends(found, R.OWNED_BY) == [("SIAP", "Dinas Kesehatan"), ("SIMDA", "Dinas Sosial")]
    assert told(found, "cross_table_read_as") == []


def test_without_both_kinds_it_is_left_out_with_advice(tmp_path: Path) -> None:
    rows = (("Uraian", *SERVICES), *MARKED)
    found = read_one(tmp_path, "Matriks", *rows)
    assert (found.relations, found.drafts) == ((), ())
    (said,) = told(found, "cross_table_without_kinds")
    assert "Aplikasi \\ Layanan" in said.fix.id
    (seen,) = found.sheets
    assert (seen.outcome, seen.why and seen.why.name) == (Outcome.LEFT_OUT, "cross_table_without_kinds")


def test_marks_between_elements_of_one_kind_have_no_direction(tmp_path: Path) -> None:
    rows = (("Aplikasi \\ Aplikasi", "SIAP", "SIMDA"), ("SIAP", "", "x"), ("SIMDA", "x", ""))
    found = read_one(tmp_path, "Integrasi", *rows)
    assert found.relations == ()
    (said,) = told(found, "cross_table_without_relation")
    assert "Asal, Hubungan dan Tujuan" in said.fix.id


def test_a_list_with_columns_to_tick_stays_a_list(tmp_path: Path) -> None:
    rows = (
        ("No", "Nama Aplikasi", "Web", "Mobile", "Desktop"),
        (1, "SIAP", "v", "v", ""),
        (2, "SIMDA", "", "v", "v"),
    )
    found = read_one(tmp_path, "Data Aplikasi", *rows)
    assert [draft.name for draft in found.drafts] == ["SIAP", "SIMDA"]
    assert found.relations == ()
    assert told(found, "marks_kept_as_properties")


def test_a_row_or_column_that_names_nothing_is_told(tmp_path: Path) -> None:
    rows = (
        ("Aplikasi \\ Layanan", "Perizinan", "Pengaduan", ""),
        ("SIAP", "x", "", "x"),
        ("", "x", "x", ""),
        ("SIMDA", "", "x", ""),
    )
    found = read_one(tmp_path, "Sheet1", *rows)
    assert ends(found) == [("Perizinan", "SIAP"), ("Pengaduan", "SIMDA")]
    (row,) = told(found, "row_without_name")
    assert row.place.row == 3
    (column,) = told(found, "cross_table_unnamed_column")
    assert (column.place.column, "1 marks" in column.message.en) == ("D", True)


def test_sections_tell_the_agency_of_the_rows_below(tmp_path: Path) -> None:
    rows = (
        ("No", "Nama Aplikasi", "DAL-001", "DAL-002", "DAL-003"),
        ("A", "Dinas Kesehatan"),
        (1, "SIAP", "x", "", "x"),
        ("B", "Dinas Sosial"),
        (2, "SIMDA", "", "x", "x"),
    )
    found = read_one(tmp_path, "Matriks", *rows)
    assert [one.agency for one in found.relations] == ["Dinas Kesehatan"] * 2 + ["Dinas Sosial"] * 2


def read_rows(title: str, *rows: Row) -> tuple[list[RelationDraft], list[Finding]]:
    """Read rows as they come from a file, without one: many examples need no process each."""
    told_ = Collector()
    context = Context(file="Buku.xlsx", sheet=title, headers=HEADERS, told=told_)
    filled = [(at, list(cells)) for at, cells in enumerate(rows, 1) if any(cell != "" for cell in cells)]
    found = read_sheet(Sheet(title=title, hidden=False, rows=filled), title, context)
    return found.relations, list(told_.findings())


@settings(max_examples=150)
@given(st.data())
def test_every_mark_becomes_a_relation_or_has_a_finding(data: st.DataObject) -> None:
    width, height = data.draw(st.integers(2, 6)), data.draw(st.integers(2, 8))
    cell = st.sampled_from(["", "", "", "x", "X", "-"])
    body = [[data.draw(cell) for _ in range(width)] for _ in range(height)]
    body[0][0] = body[1][1] = "x"
    odd = data.draw(st.booleans()) and sum(c in ("x", "X") for row in body for c in row) > 5
    if odd:
        body[-1][0] = "segera"
    above = data.draw(st.sampled_from([(), (("MATRIKS",), ())]))
    counted = data.draw(st.booleans())
    head = (*(("No",) if counted else ()), "Aplikasi \\ Layanan", *(f"Layanan {at}" for at in range(width)))
    rows = [(*((at + 1,) if counted else ()), f"Sistem {at}", *cells) for at, cells in enumerate(body)]
    relations, findings = read_rows("Sheet1", *above, head, *rows)
    expected = [
        (len(above) + 2 + at, f"Layanan {column}")
        for at, cells in enumerate(body)
        for column, one in enumerate(cells)
        if one in ("x", "X")
    ]
    assert places(relations) == expected
    assert [f.value for f in findings if f.rule == "cross_table_no_mark"] == (["segera"] if odd else [])
