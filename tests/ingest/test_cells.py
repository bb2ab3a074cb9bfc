"""One cell: nothing, a code with a name, several references."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.values.cells import code_and_name, is_blank, is_cleared, references, stems


@pytest.mark.parametrize("cell", ["", "  ", "-", "–", "tidak ada", "Belum Ada", "N/A", "nihil", "belum tahu"])
def test_a_marker_is_blank_in_workbooks_of_agencies(cell: str) -> None:
    assert is_blank(cell, markers=True, zero=False)


def test_in_the_interchange_only_a_blank_cell_is() -> None:
    assert not is_blank("-", markers=False, zero=True)
    assert is_blank(" ", markers=False, zero=True)


def test_a_zero_is_blank_only_where_it_is_no_number() -> None:
    assert is_blank("0", markers=True, zero=True)
    assert is_blank(0, markers=True, zero=True)
    assert not is_blank("0", markers=True, zero=False)


def test_clearing_is_said_in_words() -> None:
    assert is_cleared(" <KOSONG> ")
    assert not is_cleared("kosong")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("DAB-DKS-009; DAB-DKS-010;", ["DAB-DKS-009", "DAB-DKS-010"]),
        ("DAB-1 Satu\nDAB-2 Dua\nDAB-1 Satu", ["DAB-1 Satu", "DAB-2 Dua"]),
        ("DAD-1, DAD-2", ["DAD-1", "DAD-2"]),
        ("DAB-001 dan DAB-002", ["DAB-001", "DAB-002"]),
        ("1. DAB-001\n2. Pengelolaan obat", ["DAB-001", "Pengelolaan obat"]),
        ("- Satu\n• Dua", ["Satu", "Dua"]),
        ("Peta, denah, dan gambar", ["Peta, denah, dan gambar"]),
        ("DAA-DKS-006 / TELE-PALA", ["DAA-DKS-006 TELE-PALA"]),
        ("dinkes/server/S-1; bkd/server/S 2", ["dinkes/server/S-1", "bkd/server/S 2"]),
        ("DAB-1; -; tidak ada", ["DAB-1"]),
        (12, ["12"]),
    ],
)
def test_a_cell_of_references(cell: str | int, found: list[str]) -> None:
    assert references(cell, agencies=False) == found


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Setda - Bappeda", ["Setda", "Bappeda"]),
        ("Dinas Sosial, Dinas Kesehatan", ["Dinas Sosial", "Dinas Kesehatan"]),
        ("Seksi Kefarmasian, Dinas Kesehatan", ["Seksi Kefarmasian, Dinas Kesehatan"]),
        ("Dinas Komunikasi, Informatika dan Persandian", ["Dinas Komunikasi, Informatika dan Persandian"]),
    ],
)
def test_agencies_are_parted_only_where_each_part_is_one(cell: str, found: list[str]) -> None:
    assert references(cell, agencies=True) == found


def test_code_and_name_share_a_cell_where_codes_begin_alike() -> None:
    column = ["DAA-1 SIAP", "DAA-2 - SIGAP", "DAA-3 / TELE", "COVID-19 Tracker", "e-Cuti"]
    known = stems(column)
    assert known == {"DAA"}
    assert [code_and_name(cell, known) for cell in column] == [
        ("DAA-1", "SIAP"),
        ("DAA-2", "SIGAP"),
        ("DAA-3", "TELE"),
        (None, "COVID-19 Tracker"),
        (None, "e-Cuti"),
    ]


def test_a_code_may_begin_like_a_word_that_joins() -> None:
    assert references("DAA-001, DAN-001 dan DAP-001", agencies=False) == ["DAA-001", "DAN-001", "DAP-001"]


@given(
    st.lists(st.from_regex(r"D[A-Z]{2}-[0-9]{3}", fullmatch=True), unique=True, max_size=6),
    st.sampled_from("\n;,"),
)
def test_codes_come_apart_as_they_were_joined(codes: list[str], separator: str) -> None:
    assert references(f"{separator} ".join(codes), agencies=False) == codes


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("a. Aplikasi SIAP b. SIMDA", ["Aplikasi SIAP", "SIMDA"]),
        ("a) SIAP b) SIMDA c) e-Cuti", ["SIAP", "SIMDA", "e-Cuti"]),
        ("(a) SIAP, (b) SIMDA", ["SIAP", "SIMDA"]),
        ("a.SIAP b.SIMDA", ["SIAP", "SIMDA"]),
        ("1.SIAP\n2.SIMDA", ["SIAP", "SIMDA"]),
        ("A. Sistem Satu B. Sistem Dua", ["Sistem Satu", "Sistem Dua"]),
        ("a. PT. B. Braun b. SIMDA", ["PT. B. Braun", "SIMDA"]),
        ("1. PT. A. Yani 2. SIMDA", ["PT. A. Yani", "SIMDA"]),
        ("1. SIAP 2. SIMDA\n1. TELE 2. SIGAP", ["SIAP", "SIMDA", "TELE", "SIGAP"]),
    ],
)
def test_a_list_counted_by_letters_or_numbers_comes_apart(cell: str, found: list[str]) -> None:
    assert references(cell, agencies=False) == found


@pytest.mark.parametrize(
    "name",
    [
        "PT. A. Yani",
        "Kepala Dinas a.n. Bupati",
        "Dinas d.a. Kantor B. Kota",
        "Jl. A. Yani b. Kota",
        "A.Md. B.Sc. X",
    ],
)
def test_letters_within_a_name_count_nothing(name: str) -> None:
    assert references(name, agencies=False) == [name]


@given(st.lists(st.from_regex(r"[A-Z]{4,8}", fullmatch=True), unique=True, min_size=2, max_size=9))
def test_names_come_apart_however_they_are_counted(names: list[str]) -> None:
    for first, form in product("1a", ("{}. {}", "{}) {}", "({}) {}")):
        listed = (form.format(chr(ord(first) + at), name) for at, name in enumerate(names))
        assert references(" ".join(listed), agencies=False) == names
