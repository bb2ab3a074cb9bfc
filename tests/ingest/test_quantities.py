"""Numbers are read as offices write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.values.quantities import bandwidth, capacity, hours, money, number_in, plain


@pytest.mark.parametrize(
    ("text", "gigabytes"),
    [
        ("8x32GB", 256),
        ("2 x 960 GB SSD", 1920),
        ("8x3,84TB", 30720),
        ("4TB (RAID5)", 4000),
        ("16GB (2x8GB)", 16),
        ("256 GB DDR4", 256),
        ("512MB", 0.512),
        ("2TB HDD + 500GB SSD", 2500),
        ("500 GB SSD dan 2 TB HDD", 2500),
        ("8 GB x 4", 32),
        ("1.5 TB", 1500),
    ],
)
def test_a_capacity_is_its_gigabytes(text: str, gigabytes: float) -> None:
    found = capacity(text)
    assert found is not None
    assert (found.amount, found.assumed) == (gigabytes, False)


@pytest.mark.parametrize("text", ["besar", "2TB/4TB", "RAID 5", "4 TB lalu 8 TB"])
def test_what_is_no_single_capacity_is_none(text: str) -> None:
    assert capacity(text) is None


def test_a_bare_capacity_takes_the_unit_of_its_header_or_is_assumed() -> None:
    assert capacity("2048", "mb") is not None
    stated, assumed = capacity("2", "tb"), capacity("32")
    assert stated is not None and assumed is not None
    assert (stated.amount, stated.assumed) == (2000, False)
    assert (assumed.amount, assumed.assumed) == (32, True)


@pytest.mark.parametrize(
    ("text", "megabits"),
    [("1 Gbps", 1000), ("100Mbps", 100), ("10 Gb/s", 10_000), ("512 kbps", 0.512), ("2 x 1 Gbps", 2000)],
)
def test_a_bandwidth_is_its_megabits(text: str, megabits: float) -> None:
    found = bandwidth(text)
    assert found is not None
    assert found.amount == megabits


def test_two_directions_are_no_one_bandwidth() -> None:
    assert bandwidth("100/50 Mbps") is None


@pytest.mark.parametrize(
    ("text", "rupiah"),
    [
        ("Rp 45.000.000/th", 45_000_000),
        ("Rp45.000.000", 45_000_000),
        ("Rp. 45.000.000,-", 45_000_000),
        ("45.000.000,00", 45_000_000),
        ("IDR 45,000,000", 45_000_000),
        ("18 juta", 18_000_000),
        ("Rp 1,2 M", 1_200_000_000),
        ("0", 0),
    ],
)
def test_an_amount_is_its_rupiah(text: str, rupiah: float) -> None:
    found = money(text)
    assert found is not None
    assert (found.amount, found.note) == (rupiah, "")


def test_an_amount_per_month_says_so() -> None:
    found = money("Rp 3.750.000/bulan")
    assert found is not None
    assert (found.amount, found.note) == (3_750_000, "bulan")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4.500", 4500),
        ("6 ribu", 6000),
        ("± 100 orang", 100),
        ("0,72", 0.72),
        ("4.5", 4.5),
        ("1 200 000", 1_200_000),
    ],
)
def test_a_count_is_read_by_indonesian_habit(text: str, number: float) -> None:
    found = plain(text)
    assert found is not None
    assert found.amount == number


@pytest.mark.parametrize("text", ["delapan puluh", "100 / 200", "", "2 dari 10"])
def test_words_are_no_number(text: str) -> None:
    assert plain(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("4", 4), ("30 menit", 0.5), ("1x24 jam", 24), ("1 hari 4 jam", 28), ("04:30", 4.5), ("< 4 jam", 4)],
)
def test_a_duration_is_its_hours(text: str, wanted: float) -> None:
    found = hours(text)
    assert found is not None
    assert found.amount == wanted


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_are_the_number(number: int) -> None:
    assert number_in(f"{number:,}".replace(",", ".")) == number


@given(st.integers(min_value=0, max_value=999_999), st.integers(min_value=1, max_value=99))
def test_a_comma_is_the_decimal_point(whole: int, cents: int) -> None:
    grouped = f"{whole:,}".replace(",", ".")
    assert number_in(f"{grouped},{cents:02d}") == float(f"{whole}.{cents:02d}")


@given(st.text(max_size=40))
def test_no_text_makes_reading_fail(text: str) -> None:
    for read in (plain, money, capacity, bandwidth, hours):
        read(text)
