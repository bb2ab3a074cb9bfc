"""A header of two rows is read as one, merged or not, and no column disappears without a word."""

from pathlib import Path

import pytest

from ingest.marking.marks import Spot, spots_of
from model.kinds import ElementKind as K
from tests.support.books import Rows, book, drafts, reading, sheet, told

UPPER = ["No", "Kode Aplikasi", "Nama Aplikasi", "Biaya (juta Rp)", "", "Pengguna", "", "Ket."]
LOWER = ["", "", "", "Pembangunan", "Pemeliharaan per Tahun", "Internal", "Publik", ""]
ROWS: Rows = [UPPER, LOWER, [1, "X-1", "SIKS", 150, 12.5, 45, 1200, "dipakai"]]


@pytest.mark.parametrize("merged", [["D1:E1", "F1:G1"], ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1"], []])
def test_a_heading_over_several_columns_is_read_with_each(tmp_path: Path, merged: list[str]) -> None:
    (draft,) = drafts(book(tmp_path / "a.xlsx", {"Aplikasi": ROWS}, merged={"Aplikasi": merged}))
    assert (draft.code, draft.name, draft.place.row) == ("X-1", "SIKS", 3)
    assert draft.values == {
        "biaya_juta_rp_pembangunan": "150",
        "annual_cost": 12_500_000,
        "pengguna_internal": "45",
        "pengguna_publik": "1200",
        "description": "dipakai",
    }


def test_the_upper_row_belongs_to_the_name_of_an_unknown_column(tmp_path: Path) -> None:
    found = reading(sheet(tmp_path, "Aplikasi", *ROWS))
    assert [(f.value, f.place.column) for f in told(found, "unknown_column")] == [
        ("Biaya (juta Rp) Pembangunan", "Pembangunan"),
        ("Pengguna Internal", "Internal"),
        ("Pengguna Publik", "Publik"),
    ]


def test_years_stand_in_the_lower_row_as_numbers(tmp_path: Path) -> None:
    rows: Rows = [
        ["No", "Nama Inisiatif", "Anggaran", "", "Status"],
        ["", "", 2026, 2027, ""],
        [1, "Integrasi", 100, 80, "Aktif"],
    ]
    (draft,) = drafts(sheet(tmp_path, "Peta Rencana", *rows))
    assert draft.kind is K.INITIATIVE
    assert (draft.values["budget_2026"], draft.values["budget_2027"]) == (100, 80)


@pytest.mark.parametrize(
    "row",
    [
        [1, "X-1", "SIKS", "Rp 150 juta", "Rp 12 juta"],  # a row of data, though the header is not full
        ["", "", "SIKS", "Rp 150 juta", "Rp 12 juta"],
    ],
)
def test_a_row_of_data_is_no_part_of_the_header(tmp_path: Path, row: list[str | int]) -> None:
    header = ["No", "Kode Aplikasi", "Nama Aplikasi", "Biaya per Tahun", ""]
    found = reading(sheet(tmp_path, "Aplikasi", header, row))
    assert [draft.name for draft in found.drafts] == ["SIKS"]


def test_a_column_without_header_is_told_with_how_much_it_holds(tmp_path: Path) -> None:
    rows = [
        ["No", "Nama Aplikasi", "", "Uraian", ""],
        [1, "SIKS", 1, "Data", "kantor lama"],
        [2, "SIPEG", 2, "Data", "-"],
    ]
    found = reading(sheet(tmp_path, "Aplikasi", *rows))
    (finding,) = told(found, "column_without_header")
    assert (finding.severity, finding.place.column, finding.value) == ("warning", "E", "E")
    assert spots_of(finding, found.tables) == (Spot(1, (5,)),)
    assert finding.message.id == "Kolom E tidak berjudul; 1 isinya tidak dibaca."


def test_a_column_without_header_is_told_in_the_interchange_too(tmp_path: Path) -> None:
    path = tmp_path / "elements.csv"
    path.write_text("kind,name,code,\nApplication,SIKS,A-1,kantor lama\n")
    assert [f.value for f in told(reading(path), "column_without_header")] == ["D"]
