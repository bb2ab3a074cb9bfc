"""The marked workbook: the agency's own, faulty cells coloured and commented, and read as before."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook import Workbook

from ingest.draft import Reading
from ingest.marking import marking
from ingest.marking import words as marking_words
from ingest.marking.marking import MarkedFile, check_output, marked, write_marked, zipped
from ingest.marking.marks import LIST_MARK
from ingest.marking.order import COMMENT_MARK, FILLS
from model.faults import Finding, Place, RefusedQuestion, Severity
from model.text import Language, same
from queries.loads.plan import Plan
from queries.store.store import Store
from tests.support.books import book, reading, sheet
from tests.support.deliveries import Desk

pytestmark = pytest.mark.whole  # each workbook is written back by a process of its own
BOOKS = sorted((Path(__file__).parents[1] / "data" / "spbe_workbooks").glob("*.xlsx"))
HEAD = ("Kode Aplikasi", "Nama Aplikasi", "OPD Pemilik", "Status", "Catatan")
ROW = ("DAA-1", "SIMRS", "Dinas Kesehatan", "Aktf", "x")
ERROR, WARNING, INFO = Severity


def fault(
    row: int | None,
    column: str | None,
    severity: Severity = WARNING,
    *,
    file: str = "Buku.xlsx",
    **given: object,
) -> Finding:
    place = Place(file=file, sheet=given.pop("sheet", "Aplikasi"), row=row, column=column)
    words = {"rule": "x", "message": same("Keliru."), "fix": same("Perbaiki."), **given}
    return Finding(severity=severity, place=place, **words)


def made(path: Path, findings: Sequence[Finding], language: Language = Language.EN) -> list[MarkedFile]:
    return marked([path], reading(path).tables, findings, language)


def opened(file: MarkedFile) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(file.content))


def colour(cell: object) -> str | None:
    return cell.fill.start_color.rgb[-6:] if cell.fill.fill_type else None


def saved(tmp_path: Path, file: MarkedFile) -> Path:
    place = tmp_path / "kembali" / file.name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(file.content)
    return place


def without_stamps(found: Reading) -> Reading:
    return replace(found, files=())


def _told(plan: Plan) -> list[str]:
    return [f"{f.rule} {f.place} {f.message.en} {f.rows}" for f in plan.findings]


def small(tmp_path: Path, *rows: Sequence[object]) -> Path:
    return sheet(tmp_path, "Aplikasi", HEAD, *(rows or (ROW,)))


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_the_marked_workbook_reads_as_the_original_does(path: Path, tmp_path: Path) -> None:
    found = reading(path)
    every = [replace(f, severity=WARNING) for f in found.findings]  # the more marks the better
    (back,) = marked([path], found.tables, every, Language.ID)
    assert back.whole
    assert without_stamps(reading(saved(tmp_path, back))) == without_stamps(found)


def test_importing_the_marked_workbook_gives_the_same_plan(store: Store, tmp_path: Path) -> None:
    from model.metamodel.shipped import shipped

    desk = Desk(store, metamodel=shipped())
    path = next(path for path in BOOKS if path.stem.startswith("d_"))
    before = desk.plan(reading(path))
    (back,) = marked([path], reading(path).tables, before.findings, Language.ID)
    after = desk.plan(reading(saved(tmp_path, back)))
    assert after.graph.counts() == before.graph.counts()
    assert _told(after) == _told(before)
    assert [(r.key, r.row, r.content()) for r in after.step.records] == [
        (r.key, r.row, r.content()) for r in before.step.records
    ]
    desk.apply(before)
    again = desk.plan(reading(saved(tmp_path, back)))
    assert again.step.records == ()
    assert len(again.step.confirmed) == len(before.step.records)


def test_cells_are_coloured_by_severity_and_say_what_to_do(tmp_path: Path) -> None:
    told = [fault(2, "Status"), fault(2, "Nama Aplikasi", ERROR), fault(2, "Catatan", INFO)]
    page = opened(made(small(tmp_path), told)[0])["Aplikasi"]
    assert [colour(cell) for cell in page[2]] == [None, FILLS["error"], None, FILLS["warning"], None]
    assert page["D2"].comment.text == f"{COMMENT_MARK}\nTo be checked: Keliru.\n→ Perbaiki."
    assert page["E2"].comment is None
    assert page.sheet_properties.tabColor.rgb[-6:] == "C00000"
    assert page["D2"].value == "Aktf"


def test_several_findings_of_a_cell_share_its_comment_and_the_worst_colour(tmp_path: Path) -> None:
    told = [fault(2, "Status"), fault(2, "Status", ERROR, message=same("Lain."))]
    cell = opened(made(small(tmp_path), told)[0])["Aplikasi"]["D2"]
    assert colour(cell) == FILLS["error"]
    assert "Keliru." in cell.comment.text
    assert "Lain." in cell.comment.text


def test_the_list_comes_first_and_leads_to_the_cells(tmp_path: Path) -> None:
    told = [fault(2, "Status", count=3), fault(None, None, ERROR), fault(2, None)]
    whole = opened(made(small(tmp_path), told, Language.ID)[0])
    assert whole.sheetnames == ["Catatan", "Aplikasi"]
    page = whole.worksheets[0]
    assert page["A1"].value == LIST_MARK
    assert [cell.value for cell in page[4]] == [column.id for column in marking_words.COLUMNS]
    cells = ["Perlu diperiksa", "Aplikasi", "D2", 2, "Status", None, "Keliru.", "Perbaiki.", 3]
    assert [cell.value for cell in page[5]] == cells
    assert page["C5"].hyperlink.location == "'Aplikasi'!D2"
    assert (page["C6"].value, page["C6"].hyperlink) == (None, None)
    assert page["C7"].hyperlink.location == "'Aplikasi'!A2"


def test_texts_of_findings_become_no_formulas(tmp_path: Path) -> None:
    hostile = '=HYPERLINK("http://evil")\x00\x0b'
    told = [fault(2, "Status", value=hostile, message=same(hostile), fix=same("+1"))]
    page = opened(made(small(tmp_path), told)[0])
    row = page.worksheets[0][5]
    assert {cell.data_type for cell in row if cell.value is not None} == {"s", "n"}
    assert row[5].value == '=HYPERLINK("http://evil")'
    assert "evil" in page["Aplikasi"]["D2"].comment.text


def test_a_comment_that_stands_there_is_kept(tmp_path: Path) -> None:
    path = small(tmp_path)
    own = openpyxl.load_workbook(path)
    own["Aplikasi"]["D2"].comment = Comment("Tanya Pak Budi", "Budi")
    own.save(path)
    text = opened(made(path, [fault(2, "Status")])[0])["Aplikasi"]["D2"].comment.text
    assert text.startswith(f"Tanya Pak Budi\n\n{COMMENT_MARK}\n")


def test_of_merged_cells_the_first_is_marked(tmp_path: Path) -> None:
    rows = [HEAD, ("DAA-1", "SIMRS", "Dinas X", "Aktif", "x"), ("DAA-2", "SIK", "", "Aktif", "y")]
    path = book(tmp_path / "Buku.xlsx", {"Aplikasi": rows}, merged={"Aplikasi": ["C2:C3"]})
    page = opened(made(path, [fault(3, "OPD Pemilik")])[0])["Aplikasi"]
    assert colour(page["C2"]) == FILLS["warning"]
    assert page["C2"].comment is not None


def test_of_columns_with_one_header_the_one_with_the_value_is_marked(tmp_path: Path) -> None:
    path = sheet(tmp_path, "Aplikasi", (*HEAD, "Status"), (*ROW, "Nonaktf"))
    page = opened(made(path, [fault(2, "Status", value="Nonaktf")])[0])["Aplikasi"]
    assert [colour(cell) for cell in page[2]] == [None] * 5 + [FILLS["warning"]]


def test_all_known_places_are_marked(tmp_path: Path) -> None:
    path = small(tmp_path, *((f"DAA-{n}", f"A {n}", "Dinas Kesehatan", "Aktf", "") for n in range(30)))
    told = [f for f in reading(path).findings if f.place.column == "Status"]
    page = opened(made(path, told)[0])["Aplikasi"]
    assert [colour(cell) for cell in page["D"]] == [None] + [FILLS["warning"]] * 30


def test_the_list_is_marked_again_not_beside_the_old_one(tmp_path: Path) -> None:
    path = small(tmp_path, ROW, ("DAA-2", "SIK", "Dinas X", "Aktif", ""))
    once = saved(tmp_path, made(path, [fault(2, "Status"), fault(3, "Nama Aplikasi", ERROR)])[0])
    twice = opened(made(once, [fault(3, "Status")])[0])
    page = twice["Aplikasi"]
    assert twice.sheetnames == ["Findings", "Aplikasi"]
    assert [colour(page[cell]) for cell in ("D2", "B3", "D3")] == [None, None, FILLS["warning"]]
    assert (page["D2"].comment, page["B3"].comment) == (None, None)
    assert page["D3"].comment.text.count(COMMENT_MARK) == 1


def test_a_sheet_of_the_agency_that_is_called_like_the_list_stays(tmp_path: Path) -> None:
    path = book(tmp_path / "Buku.xlsx", {"catatan": [("a",)], "Aplikasi": [HEAD, ROW]})
    assert opened(made(path, [fault(2, "Status")], Language.ID)[0]).sheetnames == [
        "Catatan (2)",
        "catatan",
        "Aplikasi",
    ]


def test_results_of_formulas_formats_and_widths_stay(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "Buku.xlsx"
    with xlsxwriter.Workbook(path) as made_book:
        page = made_book.add_worksheet("Aplikasi")
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, ROW)
        page.write_formula(1, 1, '="SIM"&"RS & <co>"', None, "SIMRS & <co>")
        page.write_formula(1, 4, "=1+1", made_book.add_format({"num_format": "0.00"}), 2)
        page.set_column(1, 1, 44)
    found = reading(path)
    (back,) = made(path, [fault(2, "Status")])
    assert without_stamps(reading(saved(tmp_path, back))) == without_stamps(found)
    assert found.drafts[0].name == "SIMRS & <co>"
    page = opened(back)["Aplikasi"]
    assert page["B2"].value == '="SIM"&"RS & <co>"'
    assert page["E2"].number_format == "0.00"
    assert page.column_dimensions["B"].width == pytest.approx(44, abs=1)


def test_own_colours_and_fonts_of_other_cells_stay(tmp_path: Path) -> None:
    path = small(tmp_path)
    own = openpyxl.load_workbook(path)
    own["Aplikasi"]["B2"].fill = PatternFill("solid", start_color="00FF00")
    own["Aplikasi"]["D2"].font = Font(bold=True)
    own.save(path)
    page = opened(made(path, [fault(2, "Status")])[0])["Aplikasi"]
    assert colour(page["B2"]) == "00FF00"
    assert page["D2"].font.bold


def test_macros_are_not_kept_and_the_list_says_so(tmp_path: Path) -> None:
    path = small(tmp_path)
    macros = tmp_path / "Makro.xlsm"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(macros, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        target.writestr("xl/vbaProject.bin", b"\xd0\xcf")
    (back,) = made(macros, [fault(2, "Status", file="Makro.xlsm")])
    assert back.name == "Makro.xlsx"
    assert "xl/vbaProject.bin" not in zipfile.ZipFile(io.BytesIO(back.content)).namelist()
    assert opened(back).worksheets[0]["A3"].value == marking_words.NOTES["macros"].en


def test_csv_comes_back_as_a_marked_copy_that_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "Daftar Aplikasi.csv"
    path.write_text("Kode Aplikasi,Nama Aplikasi,Status\n007,SIMRS,Aktf\n", encoding="utf-8")
    (back,) = made(path, [fault(2, "Status", file=path.name, sheet=None)])
    assert (back.name, back.whole) == ("Daftar Aplikasi.xlsx", False)
    book_ = opened(back)
    page = book_["Daftar Aplikasi"]
    assert [cell.value for cell in page[2]] == ["007", "SIMRS", "Aktf"]
    assert colour(page["C2"]) == FILLS["warning"]
    assert page["C2"].comment is not None
    assert book_.worksheets[0]["A3"].value == marking_words.NOTES["copied"].en
    assert book_.worksheets[0]["C6"].hyperlink.location == "'Daftar Aplikasi'!C2"
    (draft,) = reading(saved(tmp_path, back)).drafts
    assert (draft.code, draft.name, draft.values) == ("007", "SIMRS", reading(path).drafts[0].values)


def test_the_apostrophes_of_the_interchange_are_taken_away_in_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "elements.csv"
    path.write_text("key,kind,name\nA-1,Application,'=SUM\n", encoding="utf-8")
    (back,) = made(path, [fault(2, "name", file=path.name, sheet=None)])
    assert reading(saved(tmp_path, back)).drafts[0].name == "=SUM"


def test_a_workbook_that_cannot_be_written_back_becomes_a_copy(tmp_path: Path) -> None:
    path = small(tmp_path)
    broken = tmp_path / "Rusak.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            target.writestr(name, text.replace(b'workbookViewId="0"', b'workbookViewId="x"'))
    (back,) = made(broken, [fault(2, "Status", file="Rusak.xlsx")])
    assert not back.whole
    assert colour(opened(back)["Aplikasi"]["D2"]) == FILLS["warning"]


@pytest.mark.parametrize("content", [b"PK\x03\x04 nonsense", b"", b"<html>x</html>"])
def test_a_file_that_nobody_can_read_gets_its_findings_as_a_list(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "Rusak.xlsx"
    path.write_bytes(content)
    found = reading(path)
    (back,) = marked([path], found.tables, found.findings, Language.EN)
    assert back.name == "Rusak.xlsx - catatan.xlsx"
    assert opened(back).sheetnames == ["Findings"]


@pytest.mark.whole
def test_a_file_that_kills_its_writer_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "CPU_SECONDS", 2)
    path, bomb = small(tmp_path), tmp_path / "Bom.xlsx"
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="F1:XFD1048576"/></mergeCells>'
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(bomb, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"</sheetData>", merged))
    (back,) = made(bomb, [fault(2, "Status", file="Bom.xlsx")])
    assert not back.whole
    assert colour(opened(back)["Aplikasi"]["D2"]) == FILLS["warning"]


def test_a_machine_without_memory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "MEMORY", 1)
    path = small(tmp_path)
    with pytest.raises(marking.UnreadableFile) as raised:
        made(path, [fault(2, "Status")])
    assert "memory" in raised.value.fix.en


def test_several_files_come_as_a_zip_under_safe_names(tmp_path: Path) -> None:
    one, inner = small(tmp_path), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as packed:
        packed.write(one, "../../Dinas/Buku.xlsx")
        packed.write(one, "Dinas/buku.csv.xlsx")
    path = tmp_path / "kiriman.zip"
    path.write_bytes(inner.getvalue())
    names = ["kiriman.zip/../../Dinas/Buku.xlsx", "kiriman.zip/Dinas/buku.csv.xlsx"]
    files = made(path, [fault(2, "Status", file=name) for name in names])
    entries = zipfile.ZipFile(io.BytesIO(zipped(files))).namelist()
    assert len(entries) == 2
    assert not any(".." in name.split("/") or name.startswith("/") for name in entries)


def test_files_without_faults_are_not_among_them(tmp_path: Path) -> None:
    assert made(small(tmp_path), [fault(2, "Status", INFO)]) == []


@pytest.mark.parametrize(
    ("name", "fix"), [("x.pdf", "use a name in .xlsx"), ("Buku.xlsx", "use another name")]
)
def test_a_bad_place_is_refused_before_anything_is_read(tmp_path: Path, name: str, fix: str) -> None:
    with pytest.raises(RefusedQuestion) as raised:
        check_output(tmp_path / name, [small(tmp_path)])
    assert fix in raised.value.fix.en


def test_several_files_do_not_fit_into_one_workbook(tmp_path: Path) -> None:
    files = [MarkedFile("a.xlsx", b"a", whole=True), MarkedFile("b.xlsx", b"b", whole=True)]
    with pytest.raises(RefusedQuestion) as raised:
        write_marked(files, tmp_path / "hasil.xlsx")
    assert "hasil.zip" in raised.value.fix.en
    write_marked(files, tmp_path / "hasil.zip")
    assert zipfile.ZipFile(tmp_path / "hasil.zip").namelist() == ["a.xlsx", "b.xlsx"]
