"""Directional coverage: what one serves of what another serves; unknown where nothing is written."""

from hypothesis import given
from hypothesis import strategies as st

from queries.redundancy.corpus import Entry
from queries.redundancy.coverage import coverage, overall
from tests.support.alike import COLUMNS, application

names = st.lists(st.sampled_from(("Izin", "Cuti", "Surat", "Aduan")), max_size=4, unique=True)
entries = st.tuples(names, names, names).map(
    lambda found: application("A", "Satu", **dict(zip(COLUMNS, found, strict=True)))
)


@given(entries, entries)
def test_a_share_is_known_where_both_say_something_and_from_0_to_1(one: Entry, two: Entry) -> None:
    found = coverage(one, two)
    assert [each.column for each in found] == list(COLUMNS)
    for each in found:
        theirs = two.neighbours[each.column]
        assert each.known == bool(theirs and one.neighbours[each.column])
        assert each.share is None or 0 <= each.share <= 1
        if each.known:
            assert dict(each.covered) | dict(each.uncovered) == dict(theirs)
            assert not each.covered.keys() & each.uncovered.keys()
    whole = overall(found)
    assert whole is None or 0 <= whole <= 1


@given(entries)
def test_everything_covers_itself(one: Entry) -> None:
    assert overall(coverage(one, one)) in (None, 1.0)


def test_it_has_a_direction_and_reads_as_a_sentence() -> None:
    big = application("A", "SIMPEG", services=("Cuti", "Mutasi", "Pensiun"))
    small = application("B", "e-Cuti", services=("Cuti", "Izin"))
    assert [each.share for each in coverage(big, small) if each.known] == [1 / 2]
    assert [each.share for each in coverage(small, big) if each.known] == [1 / 3]


def test_two_records_of_one_service_are_one() -> None:
    one = Entry(uid="A", key="a/application/A", name="A", neighbours={"services": {"s1": "Kenaikan Pangkat"}})
    two = Entry(
        uid="B", key="b/application/B", name="B", neighbours={"services": {"s2": "KENAIKAN  PANGKAT"}}
    )
    assert coverage(one, two)[0].share == 1
