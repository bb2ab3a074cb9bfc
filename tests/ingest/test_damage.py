"""Why a file is broken is said in our words; only what is unusual keeps those of the library."""

from pathlib import Path

import pytest

from ingest.files.damage import damage
from tests.support.books import reading, sheet, told

USUAL = {
    "File is not a zip file": "terpotong",
    "Compressed file ended before the end-of-stream marker was reached": "terpotong",
    "Cannot detect file format": "terpotong",
    "Bad CRC-32 for file 'xl/workbook.xml'": "berubah",
    "Error -3 while decompressing data: invalid block type": "berubah",
    "That compression method is not supported": "pemampatan",
    "syntax error: tag not closed: `>` not found before end of input": "tag XML",
    "not well-formed (invalid token): line 3, column 4": "tanda",
    "field larger than field limit (50000000)": "terlalu panjang",
}


@pytest.mark.parametrize("detail", USUAL)
def test_the_usual_reasons_have_words_of_our_own(detail: str) -> None:
    said = damage(detail)
    assert USUAL[detail] in said.id
    assert detail not in said.id + said.en


def test_an_unusual_reason_keeps_the_words_of_the_library_as_technical_detail() -> None:
    assert "rincian teknis: Cfb: 0x7f" in damage("Cfb: 0x7f").id
    assert "technical detail: Cfb: 0x7f" in damage("Cfb: 0x7f").en


def test_lines_are_told_only_where_they_are_those_of_the_file() -> None:
    assert damage("mismatched tag: line 3, column 4", lines=True).en == "an XML tag is not closed, in line 3"
    assert damage("mismatched tag: line 3, column 4").en == "an XML tag is not closed"


def test_a_workbook_cut_short_is_told_without_words_of_the_library(tmp_path: Path) -> None:
    path = sheet(tmp_path, "Aplikasi", ["Nama Aplikasi"], ["SIAP"])
    path.write_bytes(path.read_bytes()[:900])
    (error,) = told(reading(path), "damaged_file")
    assert error.message.id == "Berkas rusak dan tidak terbaca: isinya terpotong, atau bukan buku kerja."
    assert "zip" not in error.message.id + error.message.en


@pytest.mark.parametrize("content", [bytes(range(256)) * 20, bytes(range(1, 256)) * 20, b"%PDF-1.7 x"])
def test_a_workbook_of_bytes_that_are_no_text_is_damaged_and_nothing_else(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    (error,) = reading(path).findings
    assert error.rule == "damaged_file"
    assert "atau minta kiriman baru" in error.fix.id
