"""What people come for, done in a real browser on the example province."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.app import PHONE, opened, settled
from tests.support.interface import HOSTILE, delivery

SERVER = "diskominfo/server/DAI-SRV-KMF-01"
SERVER_NAME = "Server CENGKEH-1"
VIEWS = ("/", f"/jelajah?el={SERVER}", f"/dampak?failed={SERVER}", "/sejenis", "/impor", "/riwayat")

NewPage = Callable[..., Page]


def heading(page: Page, words: str) -> Locator:
    return page.get_by_role("heading", name=words)


def counts(page: Page) -> Locator:
    """The line that says how many are affected."""
    return page.get_by_text(re.compile(r"■ \d+ (tidak tersedia|down)")).first


def failed(page: Page) -> Locator:
    """The chosen elements that are assumed to fail."""
    return page.locator("[data-testid=stMultiSelect]").filter(has_text=re.compile("diandaikan|assumed"))


def picture(page: Page) -> Locator:
    return page.locator(".graph .stage")


def choose_first_row(page: Page, table: Locator | None = None) -> None:
    """Choose the first row of a table, once it is drawn and nothing more is to come; else of the first."""
    settled(page)
    table = table or page.locator("[data-testid=stDataFrame]").first
    expect(table.locator("canvas").first).to_be_visible()
    settled(page)
    # the rows for screen readers come when the grid listens; a click before that is lost
    expect(table.locator("tbody tr").first).to_be_attached()
    table.click(position={"x": 18, "y": 52})


def click_through_canvas(page: Page) -> str:
    """Click a node beside the chosen one with the mouse; return what the picture calls it."""
    picture(page).focus()
    page.keyboard.press("ArrowLeft")
    page.locator(".graph").get_by_role("button", name=re.compile("Dekatkan|Zoom")).click()
    told = page.locator(".graph .told").inner_text()
    picture(page).click()
    settled(page)
    return told


def test_from_a_search_to_the_impact_of_a_server_and_a_link_that_shows_the_same(
    new_page: NewPage, address: str
) -> None:
    page = new_page()
    opened(page, address)
    page.get_by_placeholder(re.compile("cari apa saja")).fill(SERVER_NAME)
    page.keyboard.press("Enter")
    page.wait_for_url("**/jelajah?**")
    expect(page.get_by_text("1 objek", exact=True)).to_be_visible()
    choose_first_row(page)
    expect(heading(page, SERVER_NAME)).to_be_visible()
    page.get_by_role("link", name="Lihat dampak bila mati").first.click()
    page.wait_for_url("**/dampak?**")
    expect(counts(page)).to_be_visible()
    page.locator(".graph select").select_option(index=1)
    settled(page)
    told = click_through_canvas(page)
    name = told.split(" · ")[1]
    why = page.get_by_text(re.compile(rf"{re.escape(name)}.*membutuhkan"))
    expect(why.first).to_be_visible()
    again = new_page()
    opened(again, page.url)
    expect(counts(again)).to_have_text(counts(page).inner_text())
    expect(again.get_by_text(re.compile(rf"{re.escape(name)}.*membutuhkan")).first).to_be_visible()
    expect(again.locator(".graph .told")).to_have_text(told)


def test_files_with_findings_are_planned_applied_and_undone(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, f"{address}/impor")
    upload(page, delivery(tmp_path))
    expect(page.get_by_text("Perlu diperiksa").first).to_be_visible()
    assert re.search(r"[?&]up=", page.url)
    page.reload()  # the address alone brings the plan back
    expect(heading(page, "4 · Rencana")).to_be_visible()
    page.get_by_role("button", name="Terapkan rencana").click()
    expect(page.get_by_text("Diterapkan sebagai impor")).to_be_visible()
    undo_newest(page, address)
    opened(page, f"{address}/jelajah?q=e-Klinik")
    expect(page.get_by_text("Tidak ada objek yang cocok")).to_be_visible()


def upload(page: Page, folder: Path) -> None:
    """Upload the delivery's files and have them read."""
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(
        [folder / "elements.csv", folder / "relations.csv"]
    )
    page.get_by_role("button", name="Baca berkas dan susun rencana").click()
    expect(heading(page, "4 · Rencana")).to_be_visible()


def undo_newest(page: Page, address: str) -> None:
    """Choose the newest load of the history and undo it."""
    opened(page, f"{address}/riwayat")
    table = page.locator("[data-testid=stDataFrame]").first
    choose_first_row(page, table)
    page.get_by_role("button", name="Lihat akibat mengurungkan").click()
    expect(page.get_by_text(re.compile("Mengurungkan “"))).to_be_visible()
    settled(page)  # the rows of the plan come after its question
    page.get_by_role("button", name=re.compile("^Urungkan (impor|langkah)$")).click()
    expect(page.get_by_text(re.compile("Mengurungkan “"))).to_have_count(0)
    settled(page)


def test_names_that_are_markup_or_code_fire_nothing(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, f"{address}/impor")
    upload(page, delivery(tmp_path))
    page.get_by_role("button", name="Terapkan rencana").click()
    expect(page.get_by_text("Diterapkan sebagai impor")).to_be_visible()
    for number, name in enumerate(HOSTILE):
        key = f"bkd/application/X-{number}"
        for view in (f"/jelajah?el={key}", f"/dampak?failed={key}", "/jelajah?el=diskominfo/server/SRV-1"):
            opened(page, f"{address}{view}")
            assert page.evaluate("window.fired") is None, (name, view)
        opened(page, f"{address}/jelajah?el={key}")
        expect(heading(page, name)).to_be_visible()
    opened(page, f"{address}/dampak?failed=diskominfo/server/SRV-1")
    expect(picture(page).locator("canvas")).to_be_visible()
    assert page.evaluate("window.fired") is None
    undo_newest(page, address)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("ground", ["light", "dark"])
def test_no_page_asks_another_host_or_breaks_its_own_policy(
    new_page: NewPage, address: str, language: str, ground: str
) -> None:
    page = new_page(color_scheme=ground)
    for view in VIEWS:
        opened(page, f"{address}{view}{'&' if '?' in view else '?'}lang={language}")
        expect(page.locator("[data-testid=stException]")).to_have_count(0)
    background = page.locator("[data-testid=stApp]").evaluate("e => getComputedStyle(e).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", background)[:3])) < 200) == (ground == "dark")


def test_every_answer_carries_the_security_headers(page: Page, address: str) -> None:
    response = page.goto(address)
    assert response is not None
    headers = response.headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "'unsafe-eval'" not in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert page.request.get(f"{address}/_stcore/metrics").status == 404


def test_the_main_question_is_asked_and_explained_with_the_keyboard_alone(page: Page, address: str) -> None:
    opened(page, f"{address}/dampak")
    failed(page).locator("input").focus()
    page.keyboard.type(SERVER_NAME)
    expect(page.get_by_role("option").first).to_contain_text(SERVER_NAME)
    page.keyboard.press("Enter")
    expect(counts(page)).to_be_visible()
    page.keyboard.press("Escape")
    picture(page).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Rangkaian").first).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["failed"] == [SERVER]


def test_enter_takes_the_best_of_several_that_fit_and_a_code_finds_its_element(
    page: Page, address: str
) -> None:
    opened(page, f"{address}/dampak")
    box = failed(page).locator("input")
    box.focus()
    page.keyboard.type("ruang")
    expect(page.get_by_role("option").nth(1)).to_contain_text(re.compile("ruang", re.IGNORECASE))
    page.keyboard.press("Enter")
    expect(counts(page)).to_be_visible()
    assert len(parse_qs(urlsplit(page.url).query)["failed"]) == 1
    box.focus()
    page.keyboard.type(SERVER.rpartition("/")[2])
    expect(page.get_by_role("option")).to_have_count(1)
    expect(page.get_by_role("option")).to_contain_text(SERVER_NAME)
    page.keyboard.type("zzz")
    nothing = page.get_by_role("option").locator("span")
    expect(nothing).to_have_count(1)
    shown = nothing.evaluate("e => [getComputedStyle(e).fontSize, getComputedStyle(e, '::after').content]")
    assert shown == ["0px", '"Tidak ada yang cocok"']


def test_an_address_without_a_page_is_told_in_the_language_of_the_page(page: Page, address: str) -> None:
    opened(page, f"{address}/tidak-ada?lang=id")
    page.wait_for_function(
        """() => [...document.querySelectorAll('[role=dialog] h2')].some(
            (title) => getComputedStyle(title, '::after').content === '"Halaman ini tidak ada"')"""
    )


def test_the_language_changes_and_the_question_stays(page: Page, address: str) -> None:
    opened(page, f"{address}/dampak?failed={SERVER}")
    expect(heading(page, "Apa yang terdampak bila")).to_be_visible()
    page.get_by_role("radio", name="EN", exact=True).or_(
        page.get_by_role("button", name="EN", exact=True)
    ).click()
    expect(heading(page, "What is affected if")).to_be_visible()
    settled(page)  # until then the old widgets stand beside the new ones
    expect(failed(page)).to_contain_text(SERVER_NAME)
    expect(page.get_by_role("link", name="Explore").first).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["lang"] == ["en"]


def test_the_name_of_a_person_is_known_again_in_this_browser(page: Page, address: str) -> None:
    name = "Siti *Latuconsina* <b>"
    opened(page, address)
    page.get_by_test_id("stPopoverButton").first.click()
    page.get_by_label("Nama Anda").fill(name)
    page.get_by_label("Nama Anda").press("Enter")
    expect(page.get_by_role("button", name=name)).to_be_visible()
    page.wait_for_function("() => document.cookie.includes('simpul_person')")
    opened(page, address)
    expect(page.get_by_role("button", name=name)).to_be_visible()


def test_going_to_another_page_and_back_keeps_the_question(page: Page, address: str) -> None:
    opened(page, f"{address}/dampak?failed={SERVER}")
    before = counts(page).inner_text()
    page.get_by_role("link", name="Beranda").first.click()
    expect(heading(page, "Isi data per OPD dan domain")).to_be_visible()
    page.get_by_role("link", name="Dampak", exact=True).first.click()
    expect(counts(page)).to_have_text(before)
    expect(failed(page)).to_contain_text(SERVER_NAME)


def test_a_picture_grows_where_it_is_expanded(page: Page, address: str) -> None:
    opened(page, f"{address}/jelajah?el={SERVER}&needs=1&serves=1")
    expect(picture(page).locator("canvas")).to_be_visible()
    before = page.locator(".graph select option").count()
    page.locator(".graph select").select_option(index=1)
    page.get_by_role("button", name="Perluas dari sini").click()
    expect(page.locator(".graph select option").nth(before)).to_be_attached()


def test_what_the_picture_shows_stands_in_a_table_to_take_along(
    page: Page, address: str, tmp_path: Path
) -> None:
    opened(page, f"{address}/dampak?failed={SERVER}")
    expect(picture(page).locator("canvas")).to_be_visible()
    shown = page.locator(".graph select option").count() - 2  # the first says what it is; one is the failed
    page.get_by_role("button", name="Unduh", exact=True).click()
    with page.expect_download() as found:
        page.get_by_role("button", name="Unduh .xlsx").click()
    place = tmp_path / "jawaban.xlsx"
    found.value.save_as(place)
    sheet = openpyxl.load_workbook(place)["Terdampak"]
    assert sheet.max_row - 1 == shown


@pytest.mark.parametrize("view", VIEWS)
def test_a_phone_shows_every_page_without_sideways_scrolling(
    new_page: NewPage, address: str, view: str
) -> None:
    page = new_page(viewport=PHONE)
    opened(page, f"{address}{view}")
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("e => e.scrollWidth - e.clientWidth") <= 1


def test_on_a_phone_a_link_to_an_element_shows_it_first(new_page: NewPage, address: str) -> None:
    page = new_page(viewport=PHONE)
    opened(page, f"{address}/jelajah?el={SERVER}")
    name, search = heading(page, SERVER_NAME).bounding_box(), page.get_by_label("Cari").bounding_box()
    assert name is not None
    assert search is not None
    assert name["y"] < PHONE["height"] / 2
    assert search["y"] > name["y"]


def test_on_a_phone_the_heat_map_keeps_its_width_and_the_hint_of_the_upload_is_whole(
    new_page: NewPage, address: str
) -> None:
    page = new_page(viewport=PHONE)
    opened(page, f"{address}/")
    expect(page.locator(".st-key-heat canvas").first).to_be_visible()
    page.wait_for_function(  # it is drawn once its place has a width
        "() => [...document.querySelectorAll('.st-key-heat')].some(e => e.scrollWidth - e.clientWidth > 100)"
    )
    opened(page, f"{address}/impor")
    settled(page)
    hint = page.locator("[data-testid=stFileUploaderDropzoneInstructions] span").first
    assert hint.evaluate("e => e.scrollWidth - e.clientWidth") <= 1
