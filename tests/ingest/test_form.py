"""A form is told to be one, and its labels never become elements."""

from pathlib import Path

import pytest

from tests.support.books import Rows, drafts, reading, sheet, told

VALUES = {
    "Nama OPD": "Dinas Sosial",
    "Nama Aplikasi": "SIKS",
    "Kode Aplikasi": "A-1",
    "Fungsi": "Bantuan",
    "Jumlah Pengguna": 300,
}
COLONS: Rows = [["FORMULIR"], *([label, ":", value] for label, value in VALUES.items())]
NUMBERED: Rows = [[n, f"{label} :", value] for n, (label, value) in enumerate(VALUES.items(), 1)]
PLAIN: Rows = [[label, value] for label, value in VALUES.items()]


@pytest.mark.parametrize("rows", [COLONS, NUMBERED, PLAIN])
@pytest.mark.parametrize("title", ["Formulir", "Aplikasi"])
def test_a_form_is_left_out_with_an_advice(tmp_path: Path, rows: Rows, title: str) -> None:
    found = reading(sheet(tmp_path, title, *rows))
    assert found.drafts == ()
    (finding,) = found.findings
    assert (finding.rule, finding.severity) == ("form_sheet", "error")
    assert "satu baris untuk setiap objek" in finding.fix.id


def test_an_explanation_of_columns_is_no_form(tmp_path: Path) -> None:
    rows = [["Kolom", "Isi"], *([label, "wajib diisi"] for label in VALUES)]
    found = reading(sheet(tmp_path, "Penjelasan", *rows))
    assert found.drafts == () and told(found, "form_sheet") == []


def test_a_narrow_list_is_no_form(tmp_path: Path) -> None:
    rows = [["Nama Aplikasi", "Fungsi"], ["SIKS", "Bantuan"], ["Server", "Rak"], ["Data", "Arsip"]]
    assert len(drafts(sheet(tmp_path, "Aplikasi", *rows))) == 3
