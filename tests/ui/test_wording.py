"""Numbers, dates and times in both languages."""

from datetime import UTC, date, datetime, timedelta

import pytest

from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from model.record import Value
from model.text import Language
from ui.wording import ago, day, listed, moment, number, value_words

ID, EN = Language.ID, Language.EN
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "decimals", "indonesian", "english"),
    [(0, 0, "0", "0"), (1912, 0, "1.912", "1,912"), (1234.5, 1, "1.234,5", "1,234.5"), (-3, 0, "-3", "-3")],
)
def test_numbers_have_the_separators_of_the_language(
    value: float, decimals: int, indonesian: str, english: str
) -> None:
    assert number(value, ID, decimals) == indonesian
    assert number(value, EN, decimals) == english


def test_a_signed_number_has_a_plus_too() -> None:
    assert number(0.5, ID, 3, signed=True) == "+0,500"
    assert number(-6.6, EN, 3, signed=True) == "-6.600"


def test_a_few_of_many_are_named_and_the_rest_is_counted() -> None:
    assert listed(["a", "b"], 2, ID) == "a, b"
    assert listed(range(1_500), 2, EN, lambda n: f"n{n}") == "n0, n1, … and 1,498 more"
    assert listed([], 2, ID) == ""


def test_a_date_has_the_month_of_the_language() -> None:
    assert day(date(2026, 5, 7), ID) == "7 Mei 2026"
    assert day(date(2026, 5, 7), EN) == "7 May 2026"


@pytest.mark.parametrize(
    ("earlier", "indonesian"),
    [
        (timedelta(seconds=5), "baru saja"),
        (timedelta(minutes=3), "3 menit lalu"),
        (timedelta(hours=3, minutes=59), "3 jam lalu"),
        (timedelta(days=2), "2 hari lalu"),
    ],
)
def test_how_long_ago_is_said_in_the_largest_unit(earlier: timedelta, indonesian: str) -> None:
    assert ago((NOW - earlier).isoformat(), NOW, ID) == indonesian


def test_after_a_month_the_date_is_said() -> None:
    assert ago("2026-09-01T12:00:00+00:00", NOW, EN) == "1 Sep 2026"


def test_what_is_no_instant_is_shown_as_it_is() -> None:
    assert moment("2026-11-29T12:05:00", ID) == "29 Nov 2026 12.05"
    assert moment("2026-11-29T12:05:00", EN) == "29 Nov 2026 12:05"
    assert moment("kemarin", ID) == ago("kemarin", NOW, ID) == "kemarin"


@pytest.mark.parametrize(
    ("name", "value", "indonesian", "english"),
    [
        ("criticality", "very_high", "Sangat tinggi", "Very high"),
        ("criticality", "seadanya", "seadanya", "seadanya"),
        ("rto_hours", 4.5, "4,5", "4.5"),
        ("annual_cost", 1_250_000_000, "1.250.000.000", "1,250,000,000"),
        ("year_built", 2020, "2020", "2020"),
        ("valid_to", "2027-01-31", "31 Jan 2027", "31 Jan 2027"),
        ("valid_to", "selamanya", "selamanya", "selamanya"),
        ("description", "2026-01-31", "2026-01-31", "2026-01-31"),
        ("whatever", True, "Ya", "Yes"),
        ("whatever", ("a", "b"), "a; b", "a; b"),
        ("whatever", None, "", ""),
        ("whatever", 2026, "2026", "2026"),
    ],
)
def test_a_value_is_shown_as_its_property_means_it(
    name: str, value: Value | None, indonesian: str, english: str
) -> None:
    spec = shipped().property_(ElementKind.APPLICATION, name)
    assert (value_words(spec, value, ID), value_words(spec, value, EN)) == (indonesian, english)
