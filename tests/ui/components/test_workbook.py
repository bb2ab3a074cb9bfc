"""Tables to download: texts stay texts."""

import io
from datetime import datetime

import openpyxl

from ui.components.workbook import About, Sheet, workbook


def test_texts_that_look_like_formulas_links_or_numbers_stay_texts() -> None:
    hostile = ["=1+1", "+1", "-1", "@x", "http://evil.example", "007", "=cmd|' /C calc'!A0"]
    content = workbook([Sheet("A", ["x"], [[words] for words in hostile])])
    page = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [cell.value for cell in page["A"][1:]] == hostile
    assert {cell.data_type for cell in page["A"]} == {"s"}
    assert all(cell.hyperlink is None for cell in page["A"])


def test_numbers_stay_numbers_and_blanks_stay_blank() -> None:
    page = openpyxl.load_workbook(io.BytesIO(workbook([Sheet("A", ["x", "y"], [[1.5, None]])]))).active
    assert (page["A2"].value, page["B2"].value) == (1.5, None)


def test_amounts_are_grouped_and_years_are_not() -> None:
    page = openpyxl.load_workbook(io.BytesIO(workbook([Sheet("A", ["x"], [[900_000_000], [2027]])]))).active
    assert [cell.number_format for cell in page["A"][1:]] == ["#,##0", "General"]
    assert [cell.value for cell in page["A"][1:]] == [900_000_000, 2027]


def test_a_long_title_fits_and_an_empty_table_has_its_headers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook([Sheet("t" * 40, ["x"], [])])))
    assert book.sheetnames == ["t" * 31]
    assert book.active["A1"].value == "x"


def test_a_text_too_long_for_a_cell_is_cut_and_the_rest_of_its_row_stays() -> None:
    content = workbook([Sheet("A", ["x", "y"], [["a" * 40_000, "b"]])])
    page = openpyxl.load_workbook(io.BytesIO(content)).active
    assert (len(page["A2"].value), page["A2"].value[-3:], page["B2"].value) == (32_767, "a …", "b")


def test_marked_cells_have_a_fill_and_no_others() -> None:
    sheet = Sheet("A", ["x", "y"], [["1", "2"], ["3", "4"]], frozenset({(1, 0)}))
    page = openpyxl.load_workbook(io.BytesIO(workbook([sheet]))).active
    filled = [cell.value for row in page.iter_rows() for cell in row if cell.fill.fill_type]
    assert filled == ["3"]


def test_instants_are_dates_with_their_seconds() -> None:
    at = datetime(2026, 11, 24, 16, 30, 5)
    page = openpyxl.load_workbook(io.BytesIO(workbook([Sheet("A", ["x"], [[at]])]))).active
    assert (page["A2"].value, page["A2"].is_date, page["A2"].number_format[-2:]) == (at, True, "ss")


def test_pages_print_as_wide_as_their_table_with_headers_title_and_number() -> None:
    about = About("Bukti", whose="Provinsi A & B", state="per 30 Nov 2026")
    book = openpyxl.load_workbook(io.BytesIO(workbook([Sheet("Aplikasi", ["x", "y"], [[1, 2]])], about)))
    page = book.active
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
    assert (page.print_title_rows, page.freeze_panes) == ("$1:$1", "B2")
    header, footer = page.oddHeader, page.oddFooter
    told = (header.left.text, header.center.text, header.right.text, footer.center.text)
    assert told == ("Provinsi A && B", "Aplikasi", "per 30 Nov 2026", "&P / &N")
    assert (book.properties.title, book.properties.creator) == ("Bukti", "Provinsi A & B")


def test_what_stands_below_a_table_is_no_part_of_it() -> None:
    sheet = Sheet("A", ["x", "y"], [["1", "2"]], below=[["Keadaan", "per 30 Nov 2026"]])
    page = openpyxl.load_workbook(io.BytesIO(workbook([sheet]))).active
    assert (page.auto_filter.ref, page["A3"].value, page["B4"].value) == ("A1:B2", None, "per 30 Nov 2026")
