"""Numbers, dates and times in both languages."""

from datetime import UTC, date, datetime, timedelta

import pytest

from model.text import Language
from ui.wording import ago, day, moment, number

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
    assert moment("kemarin", ID) == ago("kemarin", NOW, ID) == "kemarin"
