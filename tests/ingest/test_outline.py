"""In an outline the lowest filled level names the row; the levels above are its parents."""

from pathlib import Path

from tests.support.books import drafts, said, sheet

HEADER = ["No", "ID Proses Bisnis", "RAB Level 3", "Level 4", "Level 5", "Level 6", "Unit Kerja"]


def outlined(tmp_path: Path, *rows: list[object]) -> list[tuple[str | None, str | None, list[str]]]:
    found = drafts(sheet(tmp_path, "Proses Bisnis", HEADER, *rows))
    return [(d.code, d.name, said(d).get("parent", [])) for d in found]


def test_a_part_names_the_row_of_its_whole(tmp_path: Path) -> None:
    assert outlined(
        tmp_path,
        [1, "B1", "RAB.04.01.04", "Rujukan"],
        [2, "B2", "", "", "Daftar"],
        [3, "B3", "", "RUJUKAN ", "Antre"],
        [4, "B4", "", "Obat"],
        [5, "B5", "", "", "Kirim"],
    ) == [
        ("B1", "Rujukan", []),
        ("B2", "Daftar", ["B1 Rujukan"]),
        ("B3", "Antre", ["B1 Rujukan"]),
        ("B4", "Obat", []),
        ("B5", "Kirim", ["B4 Obat"]),
    ]


def test_wholes_without_a_row_of_their_own_become_elements_once(tmp_path: Path) -> None:
    assert outlined(
        tmp_path,
        [1, "B1", "RAB.04.01.04", "Rujukan", "Daftar", "Isi formulir"],
        [2, "B2", "", "Rujukan", "Daftar", "Cek kartu"],
        [3, "B3", "", "Rujukan", "Antre"],
    ) == [
        (None, "Rujukan", []),
        (None, "Daftar", ["Rujukan"]),
        ("B1", "Isi formulir", ["Daftar"]),
        ("B2", "Cek kartu", ["Daftar"]),
        ("B3", "Antre", ["Rujukan"]),
    ]


def test_code_and_agency_are_inherited_from_the_row_above_without_the_codes_name(tmp_path: Path) -> None:
    rows = [[1, "B1", "RAB.04.01.04 Pelayanan", "Rujukan", "", "", "Dinkes"], [2, "B2", "", "", "Daftar"]]
    first, second = drafts(sheet(tmp_path, "Proses Bisnis", HEADER, *rows))
    assert (said(first)["rab"], said(second)["rab"]) == (["RAB.04.01.04 Pelayanan"], ["RAB.04.01.04"])
    assert second.agency == "Dinkes"


def codes_of(tmp_path: Path, *rows: list[object]) -> list[list[tuple[str, int]]]:
    """By row the reference codes it has, each with how many rows above it stands."""
    found = drafts(sheet(tmp_path, "Proses Bisnis", HEADER, *rows))
    return [[(one.text, one.above) for one in d.sayings if one.cell == "rab"] for d in found]


def test_what_is_inherited_says_how_far_above_it_stands(tmp_path: Path) -> None:
    found = codes_of(
        tmp_path,
        [1, "B1", "RAB.04.01.04", "Rujukan", "", "", "Dinkes"],
        [2, "B2", "", "", "Daftar"],
        [3, "B3", "", "", "Antre", "", "Bidang Rujukan"],
    )
    assert found == [[("RAB.04.01.04", 0)], [("RAB.04.01.04", 1)], [("RAB.04.01.04", 2)]]


def test_nothing_is_inherited_from_another_agency(tmp_path: Path) -> None:
    found = codes_of(
        tmp_path,
        [1, "B1", "RAB.04.01.04", "Rujukan", "", "", "Dinas Kesehatan"],
        [2, "B2", "", "Antre", "", "", "Dinkes"],
        [3, "B3", "", "Bantuan", "", "", "Dinas Sosial"],
        [4, "B4", "", "Santunan"],
    )
    assert found == [[("RAB.04.01.04", 0)], [("RAB.04.01.04", 1)], [], []]


def test_nothing_is_inherited_from_another_section(tmp_path: Path) -> None:
    found = codes_of(
        tmp_path,
        [1, "B1", "RAB.04.01.04", "Rujukan", "", "", "Dinas Kesehatan"],
        ["II", "Urusan lainnya"],
        [2, "B2", "", "Bantuan"],
    )
    assert found == [[("RAB.04.01.04", 0)], []]


def test_a_code_in_another_writing_is_inherited_as_it_is_written_and_an_agency_whole(tmp_path: Path) -> None:
    rows = [[1, "B1", "RAB 4.1.4 Pelayanan", "Rujukan", "", "", "Depo RAK.01"], [2, "B2", "", "", "Daftar"]]
    _, second = drafts(sheet(tmp_path, "Proses Bisnis", HEADER, *rows))
    assert said(second)["rab"] == ["RAB 4.1.4"]
    assert second.agency == "Depo RAK.01"
