"""What could make elements fail together."""

from hypothesis import given

from queries.resilience.common_causes import Common, common_causes
from tests.support.failures import falling_alone
from tests.support.graphs import TODAY, Case, cases, snapshot_of
from tests.support.reference_evaluator import Link, Thing


@given(cases())
def test_what_takes_each_of_them_down_is_told(case: Case) -> None:
    snapshot = snapshot_of(case[0], case[1])
    size = len(snapshot)
    sets = [(one, other) for one in range(size) for other in range(one + 1, size)]
    pairs = falling_alone(snapshot)
    for failed, found in zip(sets, common_causes(snapshot, TODAY, sets), strict=True):
        for cause in found.elements:
            assert cause not in failed
            assert all((snapshot.uids[one], snapshot.uids[cause]) in pairs for one in failed)


def test_nothing_is_told_of_one_element() -> None:
    snapshot = snapshot_of([Thing("a"), Thing("b")], [Link("a", "RUNS_ON", "b")])
    assert common_causes(snapshot, TODAY, [(0,), (0, 1)]) == [Common((), None), Common((), None)]


def test_what_is_maintained_in_one_window_is_told_however_it_is_written() -> None:
    windows = ("Minggu 01.00–04.00", "minggu  01.00–04.00", "Senin", None)
    things = [Thing(uid, maintenance_window=window) for uid, window in zip("abcd", windows, strict=True)]
    found = common_causes(snapshot_of(things, []), TODAY, [(0, 1), (0, 2), (0, 3), (0,)])
    assert [one.window for one in found] == ["Minggu 01.00–04.00", None, None, None]
    assert [bool(one) for one in found] == [True, False, False, False]
