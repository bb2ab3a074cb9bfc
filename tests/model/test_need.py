"""The small grammar of need: what is written can be read again, and nonsense is no need."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.need import ALL, ANY, Measure, Need, parse_need

needs = st.one_of(
    st.just(ALL),
    st.builds(Need, st.just(Measure.MEMBERS), st.integers(1, 500)),
    st.builds(Need, st.just(Measure.SHARE), st.integers(1, 100).map(lambda p: p / 100)),
    st.builds(Need, st.just(Measure.WEIGHT), st.integers(1, 5000).map(lambda w: w / 10)),
)


@given(needs)
def test_a_need_that_is_written_reads_the_same(need: Need) -> None:
    again = parse_need(str(need))
    assert again is not None
    assert (again.measure, again.amount) == (need.measure, pytest.approx(need.amount))


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("semua", ALL),
        (" ANY ", ANY),
        ("salah satu", ANY),
        ("1", ANY),
        ("2.0", Need(Measure.MEMBERS, 2)),
        ("60 %", Need(Measure.SHARE, 0.6)),
        ("weight >= 1,5", Need(Measure.WEIGHT, 1.5)),
    ],
)
def test_the_forms_people_write(text: str, need: Need) -> None:
    assert parse_need(text) == need


@pytest.mark.parametrize("text", ["", "0", "0%", "101%", "-1", "2.5", "weight>=0", "banyak", "weight>3"])
def test_nonsense_is_no_need(text: str) -> None:
    assert parse_need(text) is None
