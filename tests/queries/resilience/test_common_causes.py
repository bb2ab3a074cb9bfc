"""What could make elements fail together."""

from hypothesis import given

from queries.resilience.common_causes import common_causes
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
        for cause in found:
            assert cause not in failed
            assert all((snapshot.uids[one], snapshot.uids[cause]) in pairs for one in failed)


def test_nothing_is_told_of_one_element() -> None:
    snapshot = snapshot_of([Thing("a"), Thing("b")], [Link("a", "RUNS_ON", "b")])
    assert common_causes(snapshot, TODAY, [(0,), (0, 1)]) == [(), ()]
