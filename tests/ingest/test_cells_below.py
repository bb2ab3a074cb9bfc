"""What the cells of a column say all together: words for numbers, no and yes, an unknown description."""

from pathlib import Path
from typing import Any

import pytest

from ingest.layout.recognised import Certainty
from tests.support.books import reading, sheet, told


def interoperable(tmp_path: Path, *cells: Any) -> list[object]:
    rows = [[f"Data {n}", cell] for n, cell in enumerate(cells)]
    found = reading(sheet(tmp_path, "Data", ["Nama Data", "Interoperabilitas"], *rows))
    return [draft.values.get("interoperable") for draft in found.drafts]


def test_nothing_there_is_no_where_others_say_there_is(tmp_path: Path) -> None:
    assert interoperable(tmp_path, "Ada", "Tidak ada", "Belum ada", "-") == [True, False, False, None]
    assert interoperable(tmp_path, "Ya", "Tidak ada", "Tidak") == [True, None, False]


@pytest.mark.parametrize(
    ("cells", "crosses", "word"), [(["v", "x", "v"], False, "Tidak"), (["v", "x", "", ""], True, "Ya")]
)
def test_crosses_beside_ticks_are_told(tmp_path: Path, cells: list[str], crosses: bool, word: str) -> None:
    rows = [[f"Data {n}", cell] for n, cell in enumerate(cells)]
    found = reading(sheet(tmp_path, "Data", ["Nama Data", "Interoperabilitas"], *rows))
    assert [draft.values.get("interoperable") for draft in found.drafts][:2] == [True, crosses]
    (finding,) = told(found, "ticks_and_crosses")
    assert finding.message.id.endswith(f"silang dibaca sebagai {word}.")


def test_crosses_alone_are_marks(tmp_path: Path) -> None:
    assert interoperable(tmp_path, "x", "x", "") == [True, True, None]


def test_a_column_of_counts_that_says_who_is_kept_and_told_once(tmp_path: Path) -> None:
    rows = [["Nama Aplikasi", "Pengguna"], ["SIKS", "OPD"], ["SIPEG", "Masyarakat"], ["SIMDA", "OPD"]]
    found = reading(sheet(tmp_path, "Aplikasi", *rows))
    assert [draft.values for draft in found.drafts] == [
        {"pengguna": "OPD"},
        {"pengguna": "Masyarakat"},
        {"pengguna": "OPD"},
    ]
    (finding,) = found.findings
    assert (finding.rule, finding.severity, finding.place.column) == (
        "words_for_numbers",
        "warning",
        "Pengguna",
    )
    assert ("*", Certainty.UNKNOWN) in found.sheets[0].meanings


def test_a_column_of_counts_with_a_number_stays_one(tmp_path: Path) -> None:
    rows = [["Nama Aplikasi", "Pengguna"], ["SIKS", "banyak"], ["SIPEG", "sedikit"], ["SIMDA", "120"]]
    found = reading(sheet(tmp_path, "Aplikasi", *rows))
    assert found.drafts[2].values == {"users": 120}
    assert len(told(found, "not_a_number")) == 2


def test_a_table_without_description_says_which_column_may_be_one(tmp_path: Path) -> None:
    rows = [
        ["Nama Aplikasi", "Sasaran", "Warna"],
        ["SIKS", "Menyalurkan bantuan kepada warga miskin", "biru"],
        ["SIPEG", "Mencatat pegawai daerah", "hijau"],
    ]
    found = reading(sheet(tmp_path, "Aplikasi", *rows))
    (finding,) = told(found, "description_not_recognised")
    assert (finding.severity, finding.value) == ("warning", "Sasaran")
    assert "“Uraian” atau “Fungsi”" in finding.fix.id
    assert [f.value for f in told(found, "unknown_column")] == ["Warna"]


def test_a_described_table_has_no_need_of_another_description(tmp_path: Path) -> None:
    rows = [["Nama Aplikasi", "Sasaran", "Fungsi"], ["SIKS", "Warga miskin di kota", "Bantuan"]]
    assert not told(reading(sheet(tmp_path, "Aplikasi", *rows)), "description_not_recognised")
