"""Reading tells of each sheet what it was recognised as, with columns, meanings and a few values."""

from pathlib import Path

import pytest

from ingest.layout.recognised import SHOWN, Certainty, Outcome, column_keys, column_letter
from ingest.template.making import Wish, write_template
from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from queries.architecture import Architecture
from tests.support.books import book, reading, sheet
from tests.support.interface import delivery
from tests.support.layouts import SERVERS, first_heading
from tests.support.templates import Book

APPS = (
    ("No", "Kode Aplikasi", "Nama Aplikasii", "Warna"),
    (1, "DAA-1", "SIAP", "merah"),
    (2, "DAA-2", "B", "-"),
)


def test_a_sheet_of_a_kind_tells_header_columns_meanings_and_values(tmp_path: Path) -> None:
    (seen,) = reading(sheet(tmp_path, "Aplikasi", *APPS)).sheets
    assert (seen.file, seen.sheet, seen.outcome, seen.rows) == ("Buku.xlsx", "Aplikasi", Outcome.KIND, 2)
    assert (seen.kind, seen.titled) == (ElementKind.APPLICATION, ElementKind.APPLICATION)
    assert seen.headings[0].rows == (1,)
    assert [column.header for column in seen.headings[0].columns] == list(APPS[0])
    assert seen.headings[0].columns[3].values == ("merah",)
    assert seen.meanings == (
        ("#", Certainty.DECLARED),
        ("code", Certainty.DECLARED),
        ("name", Certainty.NEAR),
        ("*", Certainty.UNKNOWN),
    )


def test_sheets_left_out_say_why(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        {"Petunjuk": [["Isi semua kolom"]], "Mesin": SERVERS, "Kosong": [], "Aplikasi": APPS},
    )
    found = {seen.sheet: seen for seen in reading(path).sheets}
    assert [seen.outcome for seen in found.values()] == [Outcome.LEFT_OUT] * 3 + [Outcome.KIND]
    whys = {title: seen.why.name if seen.why else None for title, seen in found.items()}
    assert whys["Petunjuk"] == "sheet_without_table"
    assert whys["Mesin"] == "unknown_sheet"
    assert whys["Kosong"] is None
    assert found["Mesin"].headings[0].headers[:2] == ("namamesin", "alamatjaringan")


def test_a_sheet_that_repeats_others_is_left_out_with_its_reason(tmp_path: Path) -> None:
    rows = [["Kode Aplikasi", "Nama Aplikasi"], ["A-1", "SIAP"], ["A-2", "Beta"]]
    found = reading(book(tmp_path / "a.xlsx", {"Aplikasi": rows, "Rekap Aplikasi": rows})).sheets
    assert [(seen.outcome, seen.rows) for seen in found] == [(Outcome.KIND, 2), (Outcome.LEFT_OUT, 0)]
    assert found[1].why is not None


def test_the_interchange_is_recognised(tmp_path: Path) -> None:
    found = reading(delivery(tmp_path)).sheets
    assert [seen.outcome for seen in found] == [Outcome.ELEMENTS, Outcome.RELATIONS]
    assert all(seen.rows for seen in found)


def test_a_template_that_comes_back_tells_its_kinds_and_edited_rows(tmp_path: Path) -> None:
    write_template(Architecture({}, {}, ()), shipped(), Wish(), tmp_path / "t.xlsx")
    book_ = Book(tmp_path / "t.xlsx", shipped()).put(ElementKind.SERVER, 5, name="SRV-A")
    found = {seen.kind: seen for seen in book_.reading().sheets}
    assert {seen.outcome for seen in found.values()} == {Outcome.TEMPLATE}
    assert found[ElementKind.SERVER].rows == 1


def test_the_header_is_found_in_row_twelve_under_titles(tmp_path: Path) -> None:
    titles = [[f"Judul {number}"] for number in range(11)]
    there = first_heading(reading(sheet(tmp_path, "Data", *titles, *SERVERS)))
    assert there.rows == (12,)
    assert there.columns[0].values == ("SRV-A", "SRV-B", "SRV-C")


def test_two_header_rows_are_offered_first_where_the_upper_is_merged(tmp_path: Path) -> None:
    rows = [
        ["Mesin", "Spesifikasi", "", "Letak"],
        ["", "Inti", "Ingatan", ""],
        ["SRV-A", 8, "32 GB", "Lantai 2"],
        ["SRV-B", 4, "16 GB", "Lantai 2"],
    ]
    there = first_heading(reading(book(tmp_path / "a.xlsx", {"Data": rows}, {"Data": ["B1:C1"]})))
    assert there.rows == (1, 2)
    assert there.headers == ("mesin", "spesifikasiinti", "spesifikasiingatan", "letak")


def test_headers_that_repeat_or_are_missing_are_told_apart(tmp_path: Path) -> None:
    rows = [["Mesin", "Catatan", "", "Catatan"], ["a", "b", "c", "d", "e"], ["f", "g", "h", "i", "j"]]
    there = first_heading(reading(sheet(tmp_path, "Data", *rows)))
    assert [c.key for c in there.columns] == ["mesin", "catatan", "catatan+1", "catatan#2", "catatan#2+1"]
    assert [c.name for c in there.columns] == ["Mesin", "Catatan", "C", "Catatan", "E"]
    assert there.headers == ("mesin", "catatan", "catatan#2")


def test_a_header_as_long_as_a_book_is_cut_and_does_no_harm(tmp_path: Path) -> None:
    rows = [["Mesin", "x" * 10_000, "x" * 10_001], ["a", "b", "c"], ["d", "e", "f"]]
    there = first_heading(reading(sheet(tmp_path, "Data", *rows)))
    assert there.columns[0].header == "Mesin"
    assert max(len(column.header) for column in there.columns) == 300
    assert len({column.key for column in there.columns}) == 3


@pytest.mark.whole
def test_a_thousand_columns_are_told_with_few_values_each(tmp_path: Path) -> None:
    headers = [f"Ukuran {number}" for number in range(1_000)]
    rows = [[f"{row}-{column}" for column in range(1_000)] for row in range(80)]
    there = first_heading(reading(sheet(tmp_path, "Data", headers, *rows)))
    assert len(there.columns) == 1_000
    assert all(SHOWN <= len(column.values) <= 6 for column in there.columns)


@pytest.mark.parametrize(
    ("position", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_called_as_in_spreadsheets(position: int, letters: str) -> None:
    assert column_letter(position) == letters


def test_signs_alone_are_headers_too() -> None:
    assert column_keys([("%",), ("%",), ()]) == ["%", "%#2", "%#2+1"]
