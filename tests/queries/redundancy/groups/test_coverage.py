"""Directional coverage: what one serves of what another serves; unknown where nothing is written."""

from hypothesis import given
from hypothesis import strategies as st

from queries.redundancy.corpus import Entry
from queries.redundancy.groups.coverage import coverage, overall
from tests.support.alike import COLUMNS, application

names = st.lists(st.sampled_from(("Izin", "Cuti", "Surat", "Aduan")), max_size=4, unique=True)
entries = st.tuples(names, names, names).map(
    lambda found: application("A", "Satu", **dict(zip(COLUMNS, found, strict=True)))
)


@given(entries, entries)
def test_all_that_stands_there_is_covered_or_not_and_its_share_from_0_to_1(one: Entry, two: Entry) -> None:
    found = coverage(one, two)
    assert [each.column for each in found] == list(COLUMNS)
    for each in found:
        theirs = two.neighbours[each.column]
        assert each.recorded == bool(one.neighbours[each.column])
        assert (each.share is None) == (not theirs)
        assert each.share is None or 0 <= each.share <= 1
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
    assert [each.share for each in coverage(big, small)] == [1 / 2, None, None]
    assert [each.share for each in coverage(small, big)] == [1 / 3, None, None]


def test_what_the_other_does_not_record_is_not_covered() -> None:
    narrow = application("A", "Satu", services=("Kenaikan pangkat",))
    wide = application("B", "Dua", services=("Kenaikan pangkat",), data=("Riwayat pangkat", "Naskah"))
    assert overall(coverage(narrow, wide)) == 1 / 3
    assert overall(coverage(wide, narrow)) == 1
    silent = application("C", "Tiga")
    assert overall(coverage(silent, wide)) is None
    assert overall(coverage(wide, silent)) is None


def test_two_records_of_one_service_are_one() -> None:
    one = Entry(uid="A", key="a/application/A", name="A", neighbours={"services": {"s1": "Kenaikan Pangkat"}})
    two = Entry(
        uid="B", key="b/application/B", name="B", neighbours={"services": {"s2": "KENAIKAN  PANGKAT"}}
    )
    assert coverage(one, two)[0].share == 1
