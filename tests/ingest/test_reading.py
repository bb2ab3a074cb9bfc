"""A delivery of any shape is read; a hostile or broken file costs only itself and says what to do."""

import io
import shutil
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from ingest.files import workbook
from ingest.files.guard import Form, Reason
from ingest.reading import read
from model.faults import UnreadableFile
from model.metamodel.shipped import shipped
from tests.support.books import book, reading, sheet, told

GOOD = [["No", "Kode Aplikasi", "Nama Aplikasi"], [1, "DAA-1", "SIAP"]]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return book(tmp_path / "baik.xlsx", {"Aplikasi": GOOD})


def zipped(path: Path, contents: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return path


def repacked(source: Path, target: Path, changed: dict[str, bytes]) -> Path:
    """Write a copy of a workbook with other or further parts."""
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(target, parts | changed)


def far(path: Path) -> Path:
    written = xlsxwriter.Workbook(path)
    page = written.add_worksheet("Aplikasi")
    page.write_row(0, 0, GOOD[0])
    page.write(1_048_575, 16_383, "x")
    written.close()
    return path


def broken(tmp_path: Path, good: Path) -> dict[str, Path]:
    """One file for each way in which a file is refused, by the rule that tells it."""
    files = {
        "empty_file": (tmp_path / "kosong.xlsx", b""),
        "damaged_file": (tmp_path / "rusak.xlsx", good.read_bytes()[:1500]),
        "web_page_as_workbook": (tmp_path / "laman.xls", b"\n<html><table></table></html>"),
        "not_text": (tmp_path / "biner.csv", b"Nama\n\x00\x01\x02"),
        "password_protected": (
            tmp_path / "sandi.xlsx",
            bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        ),
    }
    for path, content in files.values():
        path.write_bytes(content)
    paths = {rule: path for rule, (path, _) in files.items()}
    blown = {"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * (320 * 1024 * 1024)}
    return paths | {
        "file_too_large": repacked(good, tmp_path / "bom.xlsx", blown),
        "far_cell": far(tmp_path / "jauh.xlsx"),
    }


@pytest.mark.whole
def test_a_file_that_cannot_be_read_is_a_finding_and_the_others_are_read(tmp_path: Path, good: Path) -> None:
    files = broken(tmp_path, good)
    found = reading(*files.values(), good)
    assert [draft.code for draft in found.drafts] == ["DAA-1"]
    for rule, path in files.items():
        (error,) = told(found, rule)
        assert (error.place.file, error.place.row, error.severity) == (path.name, None, "error")
        assert error.fix.id.endswith(".")


def test_a_file_that_kills_its_reader_costs_itself(
    tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    greedy = tmp_path / "rakus.csv"
    greedy.write_text("Nama Aplikasi\n" + "x" * 40_000_000)
    last = tmp_path / "akhir.xlsx"
    shutil.copy(good, last)
    monkeypatch.setattr(workbook, "MEMORY", 150 * 1024 * 1024)
    kinds = [
        content.refused
        for content in workbook.contents([(good, Form.WORKBOOK), (greedy, Form.CSV), (last, Form.WORKBOOK)])
    ]
    assert kinds[0] is kinds[2] is None
    assert kinds[1] in (Reason.KILLED, Reason.TOO_LARGE)


def test_a_wide_table_of_few_rows_is_read(tmp_path: Path) -> None:
    rows = [
        ["Nama Aplikasi", *(f"Ukuran {n}" for n in range(1_000))],
        *([f"A{row}", "x"] for row in range(9)),
    ]
    path = book(tmp_path / "lebar.xlsx", {"Aplikasi": rows})
    assert len(reading(path).drafts) == 9


def child_that(monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    """Start other Python code in place of the reading process."""
    popen = workbook.subprocess.Popen

    def other(_: list[str], **options: object) -> object:
        return popen([sys.executable, "-c", does], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(workbook.subprocess, "Popen", other)


@pytest.mark.whole
def test_a_file_over_which_the_reader_falls_silent_costs_itself(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child_that(monkeypatch, "print('{\"begin\": 0}', flush=True); input(); input()")
    monkeypatch.setattr(workbook, "SILENCE_SECONDS", 10.0)
    assert [content.refused for content in workbook.contents([(good, Form.WORKBOOK)])] == [Reason.KILLED]


def test_a_reader_that_cannot_start_says_so(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child_that(monkeypatch, "raise SystemExit(3)")
    with pytest.raises(UnreadableFile) as fault:
        list(workbook.contents([(good, Form.WORKBOOK)]))
    assert "memory" in fault.value.fix.en


def test_a_reader_that_ends_before_it_is_told_anything_says_so(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    popen = workbook.subprocess.Popen

    def ended(_: list[str], **options: object) -> object:
        process = popen([sys.executable, "-c", "raise SystemExit(3)"], **options)  # type: ignore[call-overload]
        process.wait()
        return process

    monkeypatch.setattr(workbook.subprocess, "Popen", ended)
    with pytest.raises(UnreadableFile):
        list(workbook.contents([(good, Form.WORKBOOK)]))


def test_one_process_reads_a_whole_import(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    popen = workbook.subprocess.Popen

    def counted(command: list[str], **options: object) -> object:
        started.append(command)
        return popen(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(workbook.subprocess, "Popen", counted)
    others = [book(tmp_path / f"{n}.xlsx", {"Aplikasi": GOOD}) for n in range(5)]
    assert len(reading(good, *others).drafts) == 6
    assert len(started) == 1


def test_the_reader_sees_no_secrets(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "rahasia")
    seen: list[dict[str, str]] = []
    popen = workbook.subprocess.Popen

    def watched(command: list[str], **options: object) -> object:
        seen.append(options["env"])  # type: ignore[arg-type]
        return popen(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(workbook.subprocess, "Popen", watched)
    reading(good)
    assert "rahasia" not in seen[0].values()


@pytest.mark.whole
def test_a_zip_bomb_is_refused_unopened(tmp_path: Path) -> None:
    found = reading(zipped(tmp_path / "bom.zip", {"a.csv": b"0" * (320 * 1024 * 1024)}))
    assert [(f.rule, f.place.file) for f in found.findings] == [("file_too_large", "bom.zip")]


def test_a_place_is_the_path_inside_folders_and_zips(tmp_path: Path, good: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("Dinkes/aplikasi.xlsx", good.read_bytes())
    folder = tmp_path / "kiriman" / "minggu1"
    folder.mkdir(parents=True)
    zipped(folder / "semua.zip", {"dalam/lagi.zip": inner.getvalue(), "__MACOSX/._x.xlsx": b"x"})
    found = reading(tmp_path / "kiriman")
    (draft,) = found.drafts
    assert draft.place.file == "minggu1/semua.zip/dalam/lagi.zip/Dinkes/aplikasi.xlsx"
    assert found.named == {draft.place.file: ("Dinkes",)}
    assert [stamp.name for stamp in found.files] == ["minggu1/semua.zip"]
    assert found.findings == ()


def test_zips_are_opened_only_so_deep(tmp_path: Path, good: Path) -> None:
    content, name = good.read_bytes(), "baik.xlsx"
    for _ in range(6):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(name, content)
        content, name = packed.getvalue(), "dalam.zip"
    path = tmp_path / "luar.zip"
    path.write_bytes(content)
    (error,) = reading(path).findings
    assert (error.rule, error.severity) == ("zip_too_deep", "error")


def test_a_zip_writes_nothing_outside(tmp_path: Path) -> None:
    found = reading(
        zipped(tmp_path / "slip.zip", {"../../jahat.csv": b"Kode Aplikasi,Nama Aplikasi\nX-1,Jahat\n"})
    )
    assert [draft.name for draft in found.drafts] == ["Jahat"]
    assert not list(tmp_path.parent.glob("**/jahat.csv"))


def test_a_file_is_read_as_what_it_is(tmp_path: Path, good: Path) -> None:
    shutil.copy(good, tmp_path / "buku.csv")
    shutil.copy(good, tmp_path / "buku.zip")
    (tmp_path / "teks.xlsx").write_text("Kode Aplikasi;Nama Aplikasi\nDAA-2;SIGAP\n")
    found = reading(tmp_path / "buku.csv", tmp_path / "buku.zip", tmp_path / "teks.xlsx")
    assert [draft.code for draft in found.drafts] == ["DAA-1", "DAA-1", "DAA-2"]
    assert {(f.place.file, f.severity) for f in told(found, "other_format")} == {
        ("buku.csv", "warning"),
        ("teks.xlsx", "warning"),
    }
    said = {f.place.file: f.message for f in told(found, "other_format")}
    assert said["teks.xlsx"].id.startswith("Isi berkas ini teks CSV,")
    assert said["buku.csv"].en.startswith("This file holds a workbook,")


@pytest.mark.parametrize(
    ("encoding", "notes"),
    [("utf-8", []), ("utf-8-sig", []), ("utf-16", []), ("cp1252", ["guessed_encoding"])],
)
def test_csv_in_any_usual_encoding_and_separator(tmp_path: Path, encoding: str, notes: list[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Kode Aplikasi;Nama Aplikasi\r\nDAA-1;“Café” – satu\r\n".encode(encoding))
    found = reading(path)
    assert [draft.name for draft in found.drafts] == ["“Café” – satu"]
    assert [finding.rule for finding in found.findings] == notes


def test_excels_own_first_line_of_a_csv_is_no_data(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\nKode Aplikasi;Nama Aplikasi\nDAA-1;SIAP, satu\n")
    (draft,) = reading(path).drafts
    assert (draft.name, draft.place.row) == ("SIAP, satu", 3)


def test_macros_are_told_and_never_run(tmp_path: Path, good: Path) -> None:
    path = repacked(good, tmp_path / "makro.xlsm", {"xl/vbaProject.bin": b"x"})
    found = reading(path)
    assert len(found.drafts) == 1
    assert told(found, "macros")[0].severity == "warning"


def test_text_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    rows = [GOOD[0], [1, "DAA-1", '=HYPERLINK("http://jahat")'], [2, "DAA-2", "+62 Layanan"]]
    found = reading(sheet(tmp_path, "Aplikasi", *rows))
    assert [draft.name for draft in found.drafts] == ['=HYPERLINK("http://jahat")', "+62 Layanan"]


def test_a_huge_cell_is_cut_and_told(tmp_path: Path) -> None:
    path = tmp_path / "besar.csv"
    path.write_text("Kode Aplikasi,Nama Aplikasi,Uraian\nDAA-1,SIAP," + "x" * 10_000_000 + "\n")
    found = reading(path)
    assert len(str(found.drafts[0].values["description"])) == 32_767
    (long,) = told(found, "long_text")
    assert "10000000" in long.message.en
    assert len(long.value or "") <= 200


def test_numbers_dates_and_leading_zeros_are_kept_as_text_would_be(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    written = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"})
    page = written.add_worksheet("Aplikasi")
    page.write_row(0, 0, ["Kode Aplikasi", "Nama Aplikasi", "Fungsi", "Berlaku mulai"])
    page.write_row(1, 0, ["007", "SIAP", 3])
    page.write_datetime(1, 3, datetime(2025, 2, 1))
    written.close()
    (draft,) = reading(path).drafts
    assert (draft.code, draft.values) == ("007", {"function": "3", "valid_from": "2025-02-01"})


def test_other_files_of_a_folder_are_left_out_and_named_ones_are_an_error(tmp_path: Path, good: Path) -> None:
    letter, model = tmp_path / "surat.pdf", tmp_path / "model.xml"
    letter.write_bytes(b"%PDF")
    model.write_bytes(b"<model/>")
    found = reading(tmp_path)
    assert {(f.rule, f.severity, f.place.file) for f in found.findings} == {
        ("other_file", "info", "surat.pdf"),
        ("other_xml", "error", "model.xml"),
    }
    assert told(reading(letter), "format_not_read")[0].place.file == "surat.pdf"


def test_an_empty_folder_says_what_may_be_given(tmp_path: Path) -> None:
    (error,) = reading(tmp_path).findings
    assert error.rule == "nothing_to_read"
    assert ".xlsx" in error.fix.id


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as fault:
        reading(tmp_path / "tidak_ada.xlsx")
    assert "tidak_ada.xlsx" in fault.value.what.en


def test_progress_ends_at_the_whole(good: Path, tmp_path: Path) -> None:
    shares: list[float] = []
    read([good, book(tmp_path / "b.xlsx", {"Aplikasi": GOOD})], shipped(), progress=shares.append)
    assert shares == [0.5, 1.0]
