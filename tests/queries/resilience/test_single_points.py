"""Single points of failure: the one pass finds what failing one element after the other finds."""

import numpy as np
import pytest
from hypothesis import given

from queries.resilience import scenarios as module
from queries.resilience.bits import positions
from queries.resilience.single_points import single_points
from queries.snapshot.snapshot import Snapshot
from tests.support.failures import falling_alone
from tests.support.graphs import TODAY, Case, cases, snapshot_of
from tests.support.reference_evaluator import Link, Thing


@pytest.mark.parametrize("block", [2, 1 << 13])
@given(case=cases())
def test_all_are_found_in_one_pass(block: int, case: Case) -> None:
    things, links, _, protected = case
    snapshot = snapshot_of(things, links)
    everything = np.arange(len(snapshot))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK", block)
        found = single_points(
            snapshot, TODAY, everything, protected=[snapshot.index(uid) for uid in protected]
        )
    assert found.uids() == falling_alone(snapshot, frozenset(protected))
    for target in everything.tolist():
        assert found.of(target).tolist() == found.alone[found.target == target].tolist()


@given(case=cases())
def test_only_what_may_fail_is_blamed(case: Case) -> None:
    snapshot = snapshot_of(case[0], case[1])
    may_fail = np.arange(len(snapshot)) % 2 == 0
    found = single_points(snapshot, TODAY, np.arange(len(snapshot)), may_fail=may_fail)
    expected = {(a, b) for a, b in falling_alone(snapshot) if may_fail[snapshot.index(b)]}
    assert found.uids() == expected


@pytest.mark.whole
def test_the_top_of_a_long_chain_falls_with_each_of_its_links() -> None:
    size = 100_000
    snapshot = chain(size)
    found = single_points(snapshot, TODAY, np.array([snapshot.index("u000000")]))
    assert len(found.alone) == size - 1


def chain(size: int) -> Snapshot:
    things = [Thing(f"u{n:06d}") for n in range(size)]
    links = [Link(f"u{n:06d}", "RUNS_ON", f"u{n + 1:06d}") for n in range(size - 1)]
    return snapshot_of(things, links)


def test_where_pairs_are_too_many_the_targets_with_most_are_left_out_and_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("queries.resilience.single_points.MOST", 1_000)
    snapshot = chain(20_000)  # more than one block of scenarios
    targets = np.arange(0, 20_000, 50)
    found = single_points(snapshot, TODAY, targets)
    assert len(found.alone) <= 1_000
    assert found.unlisted.tolist() == targets[: len(found.unlisted)].tolist()  # those above, which need most
    listed = targets[len(found.unlisted) :]
    assert len(listed) > 3
    for target in listed.tolist():
        assert found.of(target).tolist() == list(range(target + 1, 20_000))


def test_nothing_is_said_to_be_new_of_a_target_that_was_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = chain(40)
    whole = single_points(snapshot, TODAY, np.arange(40))
    monkeypatch.setattr("queries.resilience.single_points.MOST", 100)
    part = single_points(snapshot, TODAY, np.arange(40))
    assert len(part.unlisted) > 0
    assert whole.beyond(part) == set()


def test_a_ring_falls_with_each_of_its_elements() -> None:
    size = 3_000
    things = [Thing(f"u{n:06d}") for n in range(size)]
    links = [Link(f"u{n:06d}", "RUNS_ON", f"u{(n + 1) % size:06d}") for n in range(size)]
    found = single_points(snapshot_of(things, links), TODAY, np.arange(0, size, 500))
    assert len(found.alone) == len(found.targets) * (size - 1)


@pytest.mark.whole
@pytest.mark.parametrize(("group", "alone"), [(None, 100_000), ("g", 0)])
def test_the_middle_of_a_star_falls_with_what_nothing_replaces(group: str | None, alone: int) -> None:
    things = [Thing("middle"), *(Thing(f"u{n:06d}") for n in range(100_000))]
    links = [Link("middle", "RUNS_ON", thing.uid, group=group) for thing in things[1:]]
    snapshot = snapshot_of(things, links)
    found = single_points(snapshot, TODAY, np.array([snapshot.index("middle")]))
    assert len(found.alone) == alone


def test_ten_thousand_relations_to_one_element_are_one_single_point() -> None:
    things = [Thing("a"), Thing("b"), Thing("c")]
    links = [Link("a", "RUNS_ON", "b", group="g", need="5000") for _ in range(10_000)]
    links += [Link("a", "RUNS_ON", "c", group="g")]
    snapshot = snapshot_of(things, links)
    found = single_points(snapshot, TODAY, np.array([snapshot.index("a")]))
    assert found.uids() == {("a", "b")}


def test_set_bits_are_found_in_numbers_of_any_length() -> None:
    numbers = [0, 1, 1 << 63, 1 << 64, (1 << 130) | 5]
    row, bit = positions(numbers, 131)
    assert list(zip(row.tolist(), bit.tolist(), strict=True)) == [
        (1, 0),
        (2, 63),
        (3, 64),
        (4, 0),
        (4, 2),
        (4, 130),
    ]
