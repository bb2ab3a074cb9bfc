"""Dates are read day first, and what is guessed says so."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.values.dates import Day, day_in

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2119, 12, 31))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("31/12/2024", "2024-12-31"),
        ("1-2-24", "2024-02-01"),
        ("31 Desember 2024", "2024-12-31"),
        ("Selasa, 31 Des 2024", "2024-12-31"),
        ("2024/12/31", "2024-12-31"),
        ("2024-12-31 08:00:00", "2024-12-31"),
    ],
)
def test_a_full_date_is_certain(text: str, iso: str) -> None:
    assert day_in(text) == Day(iso)


def test_a_month_first_date_is_a_guess() -> None:
    assert day_in("12/31/2024") == Day("2024-12-31", guessed=True)


def test_a_year_or_month_begins_or_ends() -> None:
    assert day_in("2025") == Day("2025-01-01", guessed=True)
    assert day_in("2025", ends=True) == Day("2025-12-31", guessed=True)
    assert day_in("Desember 2025", ends=True) == Day("2025-12-31", guessed=True)
    assert day_in("Februari 2024", ends=True) == Day("2024-02-29", guessed=True)


def test_a_serial_number_of_a_spreadsheet_is_its_day() -> None:
    assert day_in(45657) == Day("2024-12-31", guessed=True)
    assert day_in(7) is None


@pytest.mark.parametrize("text", ["31/02/2024", "triwulan IV", "", "32 Desember 2024", "1/2"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert day_in(text) is None


@given(DAYS)
def test_a_date_written_day_first_or_iso_is_read_back(day: date) -> None:
    assert day_in(day.isoformat()) == Day(day.isoformat())
    assert day_in(f"{day:%d/%m/%Y}") == Day(day.isoformat())


@given(st.text(max_size=30) | st.floats(allow_nan=False, allow_infinity=False))
def test_nothing_makes_reading_fail(cell: str | float) -> None:
    day_in(cell)
