"""The pages to print: one for each agency, escaped, self-contained, in both languages."""

import re
from dataclasses import replace
from datetime import date

import pytest

from model.faults import Finding, Place, Severity
from model.text import Language, Text, same
from tests.support.interface import HOSTILE
from tests.support.printed import Reader, read_page
from ui.imports.findings_page import page

ON = date(2026, 11, 24)


def finding(value: str, rule: str = "x", count: int = 1) -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.WARNING,
        place=Place(file=value, sheet=value, row=7, column=value),
        message=same(value),
        fix=Text(id=f"Perbaiki {rule}.", en=f"Correct {rule}."),
        value=value,
        count=count,
    )


def read(language: Language, *agencies: tuple[Text, list[Finding]]) -> tuple[Reader, str]:
    text = page(agencies, ON, language)
    reader = read_page(text)
    return reader, " ".join(" ".join(reader.words).split())


@pytest.mark.parametrize("language", Language)
def test_each_agency_has_a_page_with_places_and_what_to_do(language: Language) -> None:
    one = (same("Dinas Kesehatan"), [finding("a.xlsx", count=3), finding("b.xlsx", "y")])
    reader, words = read(language, one, (same("Badan Kepegawaian"), [finding("c.xlsx")]))
    assert reader.tags.count("section") == 2
    assert reader.tags.count("h2") == 3
    assert "Dinas Kesehatan" in words
    assert "Badan Kepegawaian" in words
    assert {
        Language.ID: "2 catatan per 24 Nov 2026 · di 4 tempat",
        Language.EN: "2 findings as of 24 Nov 2026 · in 4 places",
    }[language] in words
    assert "a.xlsx" in words


def test_what_several_cells_of_a_column_say_has_one_line() -> None:
    several = [replace(one, place=replace(one.place, row=row)) for row in (7, 9) for one in [finding("S")]]
    reader, words = read(Language.ID, (same("Dinas Kesehatan"), several))
    assert reader.tags.count("tr") == 2  # with the heads
    assert "2 catatan per" in words
    assert "Terdapat di 2 sel: baris 7, 9." in words


def test_what_people_wrote_stays_text_and_nothing_is_loaded() -> None:
    reader, words = read(Language.ID, (same(HOSTILE[0]), [finding(text) for text in HOSTILE]))
    assert not {"script", "img", "svg", "link", "iframe", "a"} & set(reader.tags)
    text = page([(same(HOSTILE[2]), [finding(text) for text in HOSTILE])], ON, Language.ID)
    assert not re.search(r"<[^>]*(?:src|href|onerror|onload)\s*=", text)
    assert all(" ".join(hostile.split()) in words for hostile in HOSTILE)


@pytest.mark.parametrize("language", Language)
def test_nothing_open_says_so(language: Language) -> None:
    _, words = read(language)
    assert {Language.ID: "Tidak ada catatan", Language.EN: "no open findings"}[language] in words


def test_what_is_to_be_done_otherwise_at_each_place_stands_with_its_row() -> None:
    one, other = finding("a.xlsx"), replace(finding("b.xlsx"), fix=same("Tulis yang lain."))
    reader, words = read(Language.ID, (same("Dinas Kesehatan"), [one, other]))
    assert reader.tags.count("h2") == 1
    assert "Perbaiki x." in words
    assert "Tulis yang lain." in words
