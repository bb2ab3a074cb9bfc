"""A list of another tool is explained once, by keyboard; the next file of its layout is not asked about."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.app import PHONE, opened, settled
from tests.support.books import book
from tests.support.interface import HOSTILE

HEADS = ("Nama Mesin", "Alamat Jaringan", "Sistem", "Inti", "Memori", "Penanggung Jawab", HOSTILE[0])
MACHINES = (
    ("PETA-1", "10.1.1.1", "Ubuntu 22.04", 8, "32 GB", "Dinas Kesehatan", HOSTILE[1]),
    ("PETA-2", "10.1.1.2", "Windows Server", 4, "16 GB", "Dinas Pendidikan", "x"),
)
NEXT = (("PETA-3", "10.1.1.3", "Debian 12", 16, "64 GB", "Dinas Kesehatan", "y"),)


def upload(page: Page, address: str, path: Path) -> None:
    opened(page, f"{address}/impor")
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Baca berkas dan susun rencana").click()
    expect(page.get_by_role("heading", name="4 · Rencana")).to_be_visible()
    settled(page)


def choose(page: Page, header: str, words: str) -> None:
    """Choose what a column means, by keyboard alone."""
    page.get_by_role("combobox", name=f"Artinya: {header}").focus()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page.get_by_text("diubah, semula").first).to_be_visible()
    settled(page)


def apply(page: Page) -> None:
    page.get_by_role("button", name="Terapkan rencana").click()
    expect(page.get_by_text("Diterapkan sebagai impor")).to_be_visible()


def test_an_unknown_list_is_mapped_once_and_then_read_without_a_question(
    page: Page, address: str, tmp_path: Path
) -> None:
    asked = page.get_by_text("Lembar ini belum dikenali. Pilih jenisnya")
    upload(page, address, book(tmp_path / "mesin.xlsx", {"Sheet1": [("Inventaris",), HEADS, *MACHINES]}))
    expect(asked).to_be_visible()
    choose(page, "Inti", "Abaikan")
    page.reload()  # what was chosen is not lost
    expect(page.get_by_text("diubah, semula").first).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Pakai pemetaan ini").click()
    expect(page.get_by_text("✓ Dikenali")).to_be_visible()
    expect(asked).to_have_count(0)
    assert page.evaluate("window.fired") is None
    apply(page)
    turned = [tuple(reversed(row)) for row in (HEADS, *NEXT)]
    upload(page, address, book(tmp_path / "bulan-depan.xlsx", {"Lembar baru": turned}))
    expect(page.get_by_text("✓ Dikenali")).to_be_visible()
    expect(page.get_by_text("menurut pemetaan yang diingat").first).to_be_visible()
    expect(asked).to_have_count(0)
    apply(page)
    opened(page, f"{address}/jelajah?q=PETA-3")
    expect(page.get_by_text("1 objek", exact=True)).to_be_visible()


def test_on_a_phone_each_value_of_a_column_has_its_label(
    new_page: Callable[..., Page], address: str, tmp_path: Path
) -> None:
    page = new_page(viewport=PHONE)
    rows = [("Inventaris",), *(row[:5] for row in (HEADS, *MACHINES))]
    upload(page, address, book(tmp_path / "sebagian.xlsx", {"Sheet1": rows}))
    line = page.locator("[class*=st-key-mapping_line]").first
    expect(line).to_be_visible()
    cells = line.locator("[data-testid=stColumn]").all()
    labels = [one.evaluate("e => getComputedStyle(e, '::before').content") for one in cells]
    assert labels == ['"Judul kolom"', '"Contoh isi"', '"Artinya"', '"Kepastian"']
    expect(page.locator("[class*=st-key-mapping_heads]").first).to_be_hidden()
