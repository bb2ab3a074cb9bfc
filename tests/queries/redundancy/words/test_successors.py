"""A part of a superseded suite has the successor of the suite, where that does all of its work."""

from model.knowledge import NationalApplication
from queries.redundancy.words.successors import succeeded

SUITE = NationalApplication(abbreviation="SIMAK", name="", concepts=("a", "b", "c"), superseded_by="SIPAD")
NEW = NationalApplication(abbreviation="SIPAD", name="", concepts=("a", "b"))


def successor(called: str, *concepts: str) -> str:
    part = NationalApplication(abbreviation=called, name="", concepts=concepts)
    return succeeded((SUITE, part, NEW))[1].superseded_by


def test_a_part_is_superseded_with_its_suite_only_where_the_successor_does_its_work() -> None:
    assert successor("SIMAK Uang", "a") == "SIPAD"
    assert successor("SIMAK Barang", "c") == ""
    assert successor("SIMAKSI", "a") == ""
    assert successor("SIMAK Lain") == ""
    assert succeeded((SUITE, NEW)) == (SUITE, NEW)


def test_what_a_part_in_use_does_and_the_successor_does_not_is_none_of_the_suite_any_more() -> None:
    part = NationalApplication(abbreviation="SIMAK Barang", name="", concepts=("a", "c"))
    suite, kept, _ = succeeded((SUITE, part, NEW))
    assert suite.concepts == ("a", "b")
    assert kept == part
