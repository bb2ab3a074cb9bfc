"""Going through the pairs of similar applications in a real browser, on the example province."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from tests.browser.app import opened, settled

_TRIES, _ANSWERED = 4, 20_000  # milliseconds; many times what a decision takes
_FOCUSED = 5_000  # milliseconds; many times what a key takes
_AT_ONCE = 60  # milliseconds between keys that one finger strikes twice
_TICK, _HEADER, _ROW = 16, 32, 62  # pixels: to the middle of a tick, of the header, of a row of the matrix
LEAD = re.compile(r"(\d+) pasangan menunggu.* · (\d+) sudah diputuskan")


def counted(page: Page) -> tuple[int, int]:
    """How many pairs wait, and how many are decided."""
    settled(page)
    found = LEAD.search(lead(page).inner_text())
    assert found
    return int(found[1]), int(found[2])


def lead(page: Page) -> Locator:
    return page.get_by_text(LEAD).first


def verdict(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=re.compile(rf"^{name}"))


def press(page: Page, keys: str, then: str | re.Pattern[str]) -> None:
    """Press keys until the page says what follows: one pressed while a pair is being drawn is nobody's."""
    for _ in range(_TRIES):
        settled(page)
        for key in keys:
            page.keyboard.press(key)
            page.wait_for_timeout(_AT_ONCE)
        try:
            expect(page.get_by_text(then)).to_be_visible(timeout=_ANSWERED)
        except AssertionError:
            continue
        return
    expect(page.get_by_text(then)).to_be_visible()


def to_note(page: Page, note: Locator) -> None:
    """Go to the note by its key, as soon as the page hears it."""
    for _ in range(_TRIES):
        settled(page)
        page.keyboard.press("i")
        try:
            expect(note).to_be_focused(timeout=_FOCUSED)
        except AssertionError:
            continue
        return
    expect(note).to_be_focused()


def test_pairs_are_decided_by_keyboard_one_after_the_other_and_taken_back(page: Page, address: str) -> None:
    opened(page, f"{address}/sejenis")
    expect(lead(page)).to_be_visible()
    waiting, decided = counted(page)
    for number, key in enumerate(("b", "t", "d"), start=1):
        press(page, key, f"{decided + number} sudah diputuskan")
    assert counted(page) == (waiting - 3, decided + 3)
    expect(page.get_by_text(re.compile("Terakhir:.*Duplikat"))).to_be_visible()
    press(page, "u", f"{decided + 2} sudah diputuskan")
    page.reload()
    settled(page)
    assert counted(page) == (waiting - 2, decided + 2)
    opened(page, f"{address}/sejenis?view=decided")
    expect(page.locator("[data-testid=stDataFrame]").first).to_be_visible()


def test_a_key_pressed_twice_at_once_breaks_nothing(page: Page, address: str) -> None:
    opened(page, f"{address}/sejenis")
    before = counted(page)[1] + 1
    press(page, "b", f"{before} sudah diputuskan")
    press(page, "bb", re.compile(rf"\b({before + 1}|{before + 2}) sudah diputuskan"))
    settled(page)
    assert before < counted(page)[1] <= before + 2
    expect(page.locator("table.beside").first).to_be_visible()
    expect(page.get_by_text(re.compile("[Ss]ementara itu"))).to_have_count(0)
    expect(page.get_by_text(re.compile("Terakhir:.*Berbeda"))).to_be_visible()


def test_a_note_is_written_without_deciding_and_kept_with_the_decision(page: Page, address: str) -> None:
    opened(page, f"{address}/sejenis?order=likeliest")
    before = counted(page)
    note = page.get_by_placeholder("Catatan (boleh kosong)")
    note.fill("db tbn: sudah dibahas")  # letters that are keys elsewhere
    assert counted(page) == before
    note.press("Tab")
    settled(page)
    verdict(page, "Berbeda").click()
    expect(page.get_by_text(f"{before[1] + 1} sudah diputuskan")).to_be_visible()


@pytest.mark.parametrize("leave", ["Enter", "Escape"])
def test_a_key_goes_to_the_note_and_another_leaves_it_to_the_keys_that_decide(
    page: Page, address: str, leave: str, tmp_path: Path
) -> None:
    opened(page, f"{address}/sejenis?order=likeliest")
    decided = counted(page)[1]
    note = page.get_by_placeholder("Catatan (boleh kosong)")
    to_note(page, note)
    page.keyboard.type(f"dibahas {leave}")
    page.keyboard.press(leave)
    expect(note).not_to_be_focused()
    expect(note).to_have_value(f"dibahas {leave}")
    expect(lead(page)).to_be_in_viewport()
    press(page, "b", f"{decided + 1} sudah diputuskan")
    to_note(page, note)
    expect(note).to_have_value("")
    opened(page, f"{address}/sejenis?view=decided")
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh .xlsx").first.click()
    target = tmp_path / "keputusan.xlsx"
    download.value.save_as(target)
    book = load_workbook(target)
    assert f"dibahas {leave}" in {cell.value for row in book.worksheets[0].iter_rows() for cell in row}


def test_a_link_opens_the_same_pair(page: Page, address: str) -> None:
    opened(page, f"{address}/sejenis?order=likeliest")
    names = page.locator("table.beside thead").first
    first = names.inner_text()
    page.get_by_text("Daftar pasangan").click()
    table = page.locator("[data-testid=stDataFrame]").first
    expect(table.locator("canvas").first).to_be_visible()
    settled(page)
    table.click(position={"x": 18, "y": 52 + 35})
    expect(names).not_to_have_text(first, use_inner_text=True)
    settled(page)
    second = names.inner_text()
    opened(page, page.url)
    expect(names).to_have_text(second, use_inner_text=True)


def test_a_group_says_which_to_keep_and_why(page: Page, address: str) -> None:
    opened(page, f"{address}/sejenis?view=groups")
    expect(page.get_by_text(re.compile("Teruskan .+\\."))).to_be_visible()
    page.get_by_text("Mengapa nilainya demikian").click()
    expect(page.get_by_text("Nilai paling banyak 100", exact=False)).to_be_visible()


def test_merging_a_group_is_told_before_it_is_done(page: Page, address: str) -> None:
    opened(page, f"{address}/sejenis?view=groups")
    page.get_by_text("Bagaimana bila digabung").click()
    expect(page.get_by_text("Urutan langkah")).to_be_visible()
    expect(page.get_by_text(re.compile("dari .+ layanan dan proses yang lain"))).to_be_visible()
    told = page.locator("[data-testid=stExpander]").filter(has_text="Urutan langkah")
    with page.expect_download() as download:
        told.get_by_role("button", name="Unduh .xlsx").click()
    assert download.value.suggested_filename == "simpul-penggabungan.xlsx"


def test_a_proposal_meets_what_exists_is_recorded_and_printed(
    page: Page, address: str, tmp_path: Path
) -> None:
    opened(page, f"{address}/sejenis?view=check&agency=bkd")
    page.get_by_label("Nama aplikasi yang diusulkan").fill("SIMPEG Terpadu")
    page.get_by_role("textbox", name="Fungsi dan uraian").fill(
        "mengelola data kepegawaian dan kenaikan pangkat pegawai"
    )
    page.get_by_role("button", name="Periksa", exact=True).click()
    expect(page.get_by_text("SI-ASN").first).to_be_visible()
    expect(page.get_by_text("SIMPEG SEHAT").first).to_be_visible()
    page.reload()
    settled(page)
    expect(page.get_by_label("Nama aplikasi yang diusulkan")).to_have_value("SIMPEG Terpadu")
    page.get_by_role("button", name="Catat keputusan dan beri nomor").click()
    expect(page.get_by_text(re.compile(r"Rekomendasi REK-\d{4}-\d{3} dicatat"))).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("Unduh lembar rekomendasi")).click()
    target = tmp_path / "rekomendasi.html"
    download.value.save_as(target)
    text = target.read_text(encoding="utf-8")
    assert "SIMPEG Terpadu" in text
    assert "SI-ASN" in text


def test_the_matrix_and_the_words_in_english(page: Page, address: str) -> None:
    opened(page, f"{address}/sejenis?view=matrix&lang=en")
    expect(page.get_by_text(re.compile("functions are served by more than one application"))).to_be_visible()
    opened(page, f"{address}/sejenis?lang=en")
    expect(verdict(page, "Overlapping")).to_be_visible()


def test_row_after_row_of_the_matrix_is_chosen_and_all_functions_right_after(
    page: Page, address: str
) -> None:
    opened(page, f"{address}/sejenis?view=matrix&lang=en")
    table = page.get_by_test_id("stDataFrame").first
    box = table.bounding_box()
    assert box is not None
    for row in (2, 4, 1, 3):
        before = page.url
        page.mouse.click(box["x"] + _TICK, box["y"] + _HEADER + _ROW * (row + 0.5))
        page.wait_for_function("before => location.href !== before", arg=before)
        settled(page)
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name="All").first.click()
    expect(page).to_have_url(re.compile("model=all"))
