"""Sheets of a layout that somebody explained are read so, and what cannot be done any more is said."""

from pathlib import Path

import pytest

from ingest.draft import Reading
from ingest.layout.recognised import Certainty, Outcome
from ingest.reading import read
from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from queries.layouts import Confirmed
from tests.support.books import book, said, sheet, told
from tests.support.layouts import MEANT, SERVERS, confirmed, known


def by(path: Path, *mappings: Confirmed) -> Reading:
    """Read a file by remembered mappings."""
    return read([path], shipped(), known=[known(one, number) for number, one in enumerate(mappings, 1)])


def test_a_list_nobody_knows_is_read_by_its_mapping(tmp_path: Path) -> None:
    found = by(sheet(tmp_path, "Sheet1", *SERVERS), confirmed())
    first = found.drafts[0]
    assert (first.kind, first.name, first.source) == (ElementKind.SERVER, "SRV-A", "sheet")
    assert first.values == {
        "ip_address": "10.1.1.1",
        "operating_system": "Ubuntu 22.04",
        "inti": "8",
        "memory": 32,
    }
    assert said(first) == {"owner": ["Dinas Kesehatan"]}
    (word,) = told(found, "read_by_mapping")
    assert "Budi" in word.message.en and "2026-11-22" in word.message.en
    (seen,) = found.sheets
    assert seen.known is not None and seen.outcome is Outcome.KIND
    assert {certainty for _, certainty in seen.meanings} == {Certainty.CONFIRMED}


def test_order_titles_case_and_names_may_change(tmp_path: Path) -> None:
    turned = [tuple(reversed(row)) for row in SERVERS]
    rows = [["Inventaris"], [], *[[str(cell).upper() for cell in turned[0]]], *turned[1:]]
    found = by(book(tmp_path / "lain.xlsx", {"Lembar": rows}), confirmed())
    assert [draft.name for draft in found.drafts] == ["SRV-A", "SRV-B", "SRV-C"]


def test_a_column_more_is_another_layout_and_proposes_the_old_mapping(tmp_path: Path) -> None:
    rows = [(*SERVERS[0], "Rak"), *((*row, "R1") for row in SERVERS[1:])]
    found = by(sheet(tmp_path, "Sheet1", *rows), confirmed())
    assert found.drafts == ()
    assert found.sheets[0].near is not None
    (word,) = told(found, "nearly_known_layout")
    assert "Rak" in word.message.en


def test_a_column_less_proposes_the_old_mapping_too(tmp_path: Path) -> None:
    found = by(sheet(tmp_path, "Sheet1", *(row[:-1] for row in SERVERS)), confirmed())
    assert found.drafts == ()
    (word,) = told(found, "nearly_known_layout")
    assert "penanggungjawab" in word.message.en


def test_another_set_of_headers_is_not_touched(tmp_path: Path) -> None:
    rows = [("Hal", "Isi", "Rincian"), ("a", "b", "c"), ("d", "e", "f")]
    found = by(sheet(tmp_path, "Sheet1", *rows), confirmed())
    assert found.sheets[0].near is found.sheets[0].known is None


def test_columns_can_be_left_out_and_read_without_a_header(tmp_path: Path) -> None:
    rows = [("Mesin", "Rahasia", ""), ("a", "x", "8 GB"), ("b", "y", "16 GB")]
    columns = {"mesin": "name", "rahasia": "-", "rahasia+1": "memory"}
    found = by(sheet(tmp_path, "Sheet1", *rows), confirmed(columns=columns))
    assert [draft.values for draft in found.drafts] == [{"memory": 8}, {"memory": 16}]
    assert found.drafts[0].columns == {"name": "Mesin", "memory": "C"}


def test_a_sheet_can_be_left_out_by_its_layout(tmp_path: Path) -> None:
    rows = [("Kode Aplikasi", "Nama Aplikasi"), ("A-1", "SIAP")]
    mapping = confirmed(None, {"kodeaplikasi": "-", "namaaplikasi": "-"})
    found = by(sheet(tmp_path, "Sheet1", *rows), mapping)
    assert found.drafts == ()
    assert told(found, "left_out_by_mapping")
    assert found.sheets[0].outcome is Outcome.LEFT_OUT


def test_of_two_kinds_with_the_same_columns_the_title_decides(tmp_path: Path) -> None:
    rows = [("Nama", "Keterangan"), ("SIAP", "x"), ("Beta", "y")]
    mapping = confirmed("Server", {"nama": "name", "keterangan": "description"})
    path = book(tmp_path / "a.xlsx", {"Aplikasi": rows, "Sheet2": rows})
    assert [seen.kind for seen in by(path, mapping).sheets] == [ElementKind.APPLICATION, ElementKind.SERVER]
    insisted = confirmed("Server", mapping.columns, titled="Application")
    assert [seen.kind for seen in by(path, insisted).sheets] == [ElementKind.SERVER] * 2


def test_a_title_that_names_a_kind_by_chance_does_no_harm(tmp_path: Path) -> None:
    found = by(sheet(tmp_path, "Data", *SERVERS), confirmed())
    assert [seen.kind for seen in found.sheets] == [ElementKind.SERVER]


def test_two_rows_of_headers_are_known_again(tmp_path: Path) -> None:
    rows = [["Mesin", "Spesifikasi", ""], ["", "Inti", "Ingatan"], ["a", 8, "8 GB"], ["b", 4, "16 GB"]]
    path = book(tmp_path / "a.xlsx", {"Data": rows}, {"Data": ["B1:C1"]})
    columns = {"mesin": "name", "spesifikasiinti": "*", "spesifikasiingatan": "memory"}
    found = by(path, confirmed(columns=columns))
    assert [(draft.name, draft.values["memory"]) for draft in found.drafts] == [("a", 8), ("b", 16)]


def test_a_property_that_is_gone_is_said_and_its_column_kept(tmp_path: Path) -> None:
    columns = {**MEANT, "sistem": "sifat_lama", "alamatjaringan": "rab/99"}
    found = by(sheet(tmp_path, "Sheet1", *SERVERS), confirmed(columns=columns))
    assert found.drafts[0].values["sistem"] == "Ubuntu 22.04"
    assert [word.value for word in told(found, "mapped_meaning_gone")] == ["rab/99", "sifat_lama"]


def test_a_kind_that_is_gone_is_said_and_the_sheet_recognised_as_without(tmp_path: Path) -> None:
    found = by(sheet(tmp_path, "Sheet1", *SERVERS), confirmed("Mainframe"))
    assert told(found, "mapped_kind_gone") and told(found, "unknown_sheet")


@pytest.mark.parametrize("longest", [10_000, 40])
def test_headers_of_any_length_are_known_again(tmp_path: Path, longest: int) -> None:
    rows = [("Mesin", "x" * longest), ("a", "b"), ("c", "d")]
    mapping = confirmed(columns={"mesin": "name", ("x" * longest)[:300]: "description"})
    found = by(sheet(tmp_path, "Sheet1", *rows), mapping)
    assert [draft.values for draft in found.drafts] == [{"description": "b"}, {"description": "d"}]
