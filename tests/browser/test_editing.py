"""Correcting what the example province says, in a real browser, and taking it back."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.app import PHONE, opened, settled
from tests.browser.test_journeys import heading, picture, undo_newest, upload
from tests.support.interface import HOSTILE, delivery

NewPage = Callable[..., Page]
APP, APP_NAME = "dinkes/application/DAA-DKS-003", "PALA-RUJUK"
KEEP, KEEP_NAME = "bkd/application/DAA-BKD-002", "HADIR-REMPAH"
GONE, GONE_NAME = "dinkes/application/DAA-DKS-015", "SIMPEG SEHAT"
TASKS = ("edit", "relate", "merge", "retire")


def task(page: Page, name: str) -> None:
    """Choose what to do with the element."""
    page.get_by_role("radio", name=name, exact=True).or_(
        page.get_by_role("button", name=name, exact=True)
    ).first.click()
    settled(page)


def saved(page: Page) -> Locator:
    """The line that says what was saved, beside the button that undoes it."""
    return page.get_by_test_id("stMarkdown").filter(has_text=re.compile(r"^Tersimpan:"))


def undo(page: Page) -> None:
    page.get_by_role("button", name="Urungkan", exact=True).click()
    expect(page.get_by_role("button", name="Urungkan", exact=True)).to_have_count(0)
    settled(page)


def test_a_value_is_corrected_by_keyboard_seen_with_its_lineage_and_undone(page: Page, address: str) -> None:
    opened(page, f"{address}/jelajah?el={APP}")
    task(page, "Ubah")
    page.wait_for_url(re.compile("do=edit"))
    users = page.get_by_role("spinbutton", name="Jumlah Pengguna")
    expect(users).not_to_have_value("")  # the field may stand before its value
    before = users.input_value()
    users.fill("777")
    users.press("Tab")
    save = page.get_by_role("button", name="Simpan perubahan")
    expect(save).to_be_visible()
    settled(page)
    page.reload()  # what is in the address comes back; nothing was written yet
    settled(page)
    expect(users).to_have_value(before)
    users.fill("777")
    users.press("Tab")
    expect(save).to_be_visible()
    save.focus()
    page.keyboard.press("Enter")
    expect(saved(page)).to_contain_text(APP_NAME)
    settled(page)
    page.wait_for_url(lambda there: "do=" not in there)
    opened(page, f"{address}/jelajah?el={APP}&of=users")
    expect(page.get_by_text("Semua sel yang pernah menyebutnya")).to_be_visible()
    opened(page, f"{address}/jelajah?el={APP}&do=edit")
    expect(users).to_have_value("777")
    undo_newest(page, address)
    opened(page, f"{address}/jelajah?el={APP}&do=edit")
    expect(users).to_have_value(before)


def test_a_relation_is_removed_after_a_question_and_undone(page: Page, address: str) -> None:
    opened(page, f"{address}/jelajah?el={APP}&do=relate")
    there = page.get_by_role("button", name="Berjalan di Server CENGKEH-1", exact=True)
    expect(there).to_be_visible()
    row = page.get_by_test_id("stHorizontalBlock").filter(has=there).last
    row.get_by_role("button", name="✕").click()
    expect(page.get_by_text("Cabut hubungan ini?")).to_be_visible()
    page.get_by_role("button", name="Cabut hubungan", exact=True).click()
    expect(saved(page)).to_be_visible()
    expect(there).to_have_count(0)
    undo(page)
    expect(there).to_be_visible()


def test_two_applications_are_merged_field_by_field_and_undone(page: Page, address: str) -> None:
    opened(page, f"{address}/jelajah?el={KEEP}&do=merge&with={GONE}")
    expect(page.get_by_text("Isi yang berbeda: pilih yang berlaku")).to_be_visible()
    page.get_by_text("Pengelolaan data kepegawaian tenaga kesehatan", exact=False).first.click()
    settled(page)
    expect(page.get_by_text("Dinas Kesehatan menjadi pengguna HADIR-REMPAH", exact=False)).to_be_visible()
    page.get_by_role("button", name="Gabungkan menjadi satu").click()
    expect(saved(page)).to_contain_text(f"{GONE_NAME} menjadi bagian dari {KEEP_NAME}")
    expect(heading(page, KEEP_NAME)).to_be_visible()
    opened(page, f"{address}/jelajah?el={GONE}")  # its old key still finds it
    expect(heading(page, KEEP_NAME)).to_be_visible()
    undo_newest(page, address)
    opened(page, f"{address}/jelajah?el={GONE}")
    expect(heading(page, GONE_NAME)).to_be_visible()


def test_names_that_are_markup_or_code_fire_nothing_while_editing(
    page: Page, address: str, tmp_path: Path
) -> None:
    opened(page, f"{address}/impor")
    upload(page, delivery(tmp_path))
    page.get_by_role("button", name="Terapkan rencana").click()
    expect(page.get_by_text("Diterapkan sebagai impor")).to_be_visible()
    for number, name in enumerate(HOSTILE):
        key, other = (f"bkd/application/X-{n % len(HOSTILE)}" for n in (number, number + 1))
        for chosen in TASKS[number % 2 :: 2]:
            opened(page, f"{address}/jelajah?el={key}&do={chosen}&with={other}")
            expect(heading(page, name)).to_be_visible()
            assert page.evaluate("window.fired") is None, (name, chosen)
    undo_newest(page, address)


@pytest.mark.parametrize("chosen", TASKS)
def test_a_phone_shows_every_task_without_sideways_scrolling(
    new_page: NewPage, address: str, chosen: str
) -> None:
    page = new_page(viewport=PHONE)
    opened(page, f"{address}/jelajah?el={KEEP}&do={chosen}&with={GONE}")
    expect(picture(page)).to_be_visible()
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("e => e.scrollWidth - e.clientWidth") <= 1
