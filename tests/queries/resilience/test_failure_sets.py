"""Minimal failure sets: both methods find what trying every combination finds."""

import random
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.kinds import ElementKind
from queries.resilience import failure_sets as module
from queries.resilience.failure_sets import FailureSets, failure_sets
from queries.resilience.families import Families
from queries.snapshot.snapshot import Snapshot
from tests.support.failures import falling, minimal_sets
from tests.support.fault_tree import SETS, TOP, fault_tree
from tests.support.graphs import TODAY, Case, cases, snapshot_of
from tests.support.reference_evaluator import Link, Thing

ORDERS = st.integers(1, 4)


def check(case: Case, order: int) -> None:
    things, links, _, protected = case
    snapshot = snapshot_of(things, links)
    closed = [snapshot.index(uid) for uid in protected]
    everything = np.arange(len(snapshot))
    found = failure_sets(snapshot, TODAY, everything, order, protected=closed)
    for target in everything.tolist():
        others = [n for n in everything.tolist() if n != target and n not in closed]
        expected = minimal_sets(snapshot, target, order, others, frozenset(protected))
        assert found[target] == FailureSets(target=target, sets=tuple(expected), order=order, reached=order)


@given(cases(most=7), ORDERS)
def test_every_combination_that_counts_is_found_and_no_other(case: Case, order: int) -> None:
    check(case, order)


@pytest.mark.parametrize("few", [1, 9])
@given(case=cases(most=7), order=st.integers(2, 4))
def test_either_method_finds_them(few: int, case: Case, order: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "FEW", few)
        check(case, order)


@given(cases(most=7), ORDERS)
def test_only_what_may_fail_is_in_a_set(case: Case, order: int) -> None:
    snapshot = snapshot_of(case[0], case[1])
    may_fail = np.arange(len(snapshot)) % 2 == 0
    for found in failure_sets(snapshot, TODAY, np.arange(len(snapshot)), order, may_fail=may_fail):
        others = [n for n in np.flatnonzero(may_fail).tolist() if n != found.target]
        assert list(found.sets) == minimal_sets(snapshot, found.target, order, others)


def many_pairs(count: int) -> Snapshot:
    """A target that needs one of two in many places: as many sets of two."""
    things = [Thing("top"), *(Thing(f"{side}{n:05d}") for n in range(count) for side in "ab")]
    links = [Link("top", "RUNS_ON", f"{side}{n:05d}", group=f"g{n}") for n in range(count) for side in "ab"]
    return snapshot_of(things, links)


def test_what_is_too_much_to_list_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 50)
    snapshot = many_pairs(60)
    target = np.array([snapshot.index("top")])
    for order in (2, 3):
        (found,) = failure_sets(snapshot, TODAY, target, order)
        assert (found.sets, found.reached, found.complete) == ((), 1, False)


def test_where_diagrams_end_small_sets_are_found_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.resilience.diagrams._NODES", 3)
    snapshot = many_pairs(20)
    (found,) = failure_sets(snapshot, TODAY, np.array([snapshot.index("top")]), 3)
    assert found.complete
    assert len(found.sets) == 20


@given(cases(most=7), st.integers(1, 4), st.integers(1, 12))
def test_whatever_is_too_much_what_is_listed_is_true(case: Case, order: int, most: int) -> None:
    """Up to the size that is named all sets are listed, and no other; the answer says where it ends."""
    snapshot = snapshot_of(case[0], case[1])
    everything = np.arange(len(snapshot))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST", most)
        patch.setattr(module, "_WORK", 0)
        patch.setattr("queries.resilience.single_points.MOST", most)
        patch.setattr("queries.resilience.families._TOGETHER", 3 * most)
        found = failure_sets(snapshot, TODAY, everything, order)
    for one in found:
        others = [n for n in everything.tolist() if n != one.target]
        assert list(one.sets) == minimal_sets(snapshot, one.target, one.reached, others)
        assert one.complete == (one.reached >= order)


@pytest.mark.whole
def test_a_target_above_a_hundred_thousand_elements_is_answered() -> None:
    size = 100_000
    things = [Thing(f"u{n:06d}") for n in range(size)]
    links = [Link(f"u{n:06d}", "RUNS_ON", f"u{n + 1:06d}") for n in range(size - 1)]
    (found,) = failure_sets(snapshot_of(things, links), TODAY, np.array([0]), 3)
    assert found.complete
    assert len(found.sets) == size - 1


@given(
    st.lists(st.frozensets(st.frozensets(st.integers(0, 5), min_size=1, max_size=3)), min_size=1, max_size=4),
    st.integers(1, 4),
)
def test_families_are_joined_as_sets_are(parts: list[frozenset[frozenset[int]]], count: int) -> None:
    logic = Families(3, 10_000)
    minimal = [logic.any_of([part, logic.never]) for part in parts]

    def holds(family: frozenset[frozenset[int]], failed: frozenset[int]) -> bool:
        return any(one <= failed for one in family)

    for size in range(4):
        for chosen in combinations(range(6), size):
            failed = frozenset(chosen)
            held = [holds(part, failed) for part in minimal]
            assert holds(logic.any_of(minimal), failed) == any(held)
            assert holds(logic.all_of(minimal), failed) == all(held)
            assert holds(logic.at_least(count, minimal), failed) == (sum(held) >= count)


@pytest.mark.whole
def test_a_published_fault_tree_has_its_published_number_of_minimal_sets() -> None:
    snapshot = fault_tree()
    events = snapshot.of_kinds((ElementKind.STORAGE,))
    target = np.array([snapshot.index(TOP)])
    (found,) = failure_sets(snapshot, TODAY, target, 61, may_fail=events)
    assert found.complete
    assert len(set(found.sets)) == len(found.sets) == SETS
    dice = random.Random(6)
    for failed in dice.sample(found.sets, 200):
        assert target[0] in falling(snapshot, failed)
        assert not any(target[0] in falling(snapshot, rest) for rest in combinations(failed, len(failed) - 1))
