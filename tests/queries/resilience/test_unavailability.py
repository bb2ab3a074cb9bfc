"""Unavailability: what diagrams say is what weighing every combination of failures says."""

import itertools
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from math import prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.metamodel.shipped import shipped
from queries.resilience import unavailability as module
from queries.resilience.unavailability import (
    HOURS_A_YEAR,
    Unavailability,
    own_unavailability,
    unavailabilities,
)
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from tests.support.failures import falling
from tests.support.graphs import METAMODEL, TODAY, Case, cases, element_table, relation_table, snapshot_of
from tests.support.reference_evaluator import Link, Thing

CLOSE = 1e-9
PER_CENT = st.sampled_from([None, None, 0.0, 50.0, 90.0, 99.9, 100.0])


Outcomes = list[tuple[frozenset[int], list[int]]]


def tried(snapshot: Snapshot, elements: Collection[int], protected: list[str]) -> Outcomes:
    """Every combination of failures, with what is then down."""
    combinations = [
        one for size in range(len(elements) + 1) for one in itertools.combinations(elements, size)
    ]
    stays_up = frozenset(protected)
    return [(frozenset(one), falling(snapshot, one, stays_up) if one else []) for one in combinations]


def weighed(outcomes: Outcomes, own: Mapping[int, float]) -> dict[int, float]:
    """How likely elements are down: the likelihoods of all combinations that take them down, added up."""
    found: dict[int, float] = defaultdict(float)
    for failed, down in outcomes:
        likely = prod(q if element in failed else 1 - q for element, q in own.items())
        for element in down:
            found[element] += likely
    return found


def drawn(case: Case, available: list[float | None]) -> tuple[Snapshot, dict[int, float | None], list[str]]:
    """A drawn graph, how likely each of its elements fails (None: nobody said), and what is protected."""
    things, links, _, protected = case
    stated = [replace(thing, availability=up) for thing, up in zip(things, available, strict=False)]
    snapshot = snapshot_of(stated, links)
    valid = snapshot.requirements(TODAY).valid
    closed = {snapshot.index(uid) for uid in protected}
    own = {
        n: None if thing.availability is None else 1 - thing.availability / 100
        for n, thing in enumerate(stated)
        if valid[n] and n not in closed
    }
    return snapshot, own, protected


def of_all(snapshot: Snapshot, protected: list[str]) -> list[Unavailability]:
    closed = [snapshot.index(uid) for uid in protected]
    return unavailabilities(snapshot, TODAY, np.arange(len(snapshot)), protected=closed)


@given(cases(most=5), st.lists(PER_CENT, min_size=5, max_size=5))
def test_it_is_what_every_combination_of_failures_amounts_to(
    case: Case, available: list[float | None]
) -> None:
    snapshot, own, protected = drawn(case, available)
    outcomes = tried(snapshot, own, protected)
    least = weighed(outcomes, {n: q or 0.0 for n, q in own.items()})
    most = weighed(outcomes, {n: 1.0 if q is None else q for n, q in own.items()})
    for found in of_all(snapshot, protected):
        assert found.least == pytest.approx(least[found.target], abs=CLOSE)
        assert found.most == pytest.approx(most[found.target], abs=CLOSE)
        assert found.hours == found.least * HOURS_A_YEAR
        assert set(found.unstated) == {one.element for one in found.elements if own[one.element] is None}
        assert found.exact
        assert found.known == (not found.unstated)


@given(cases(most=5), st.lists(PER_CENT, min_size=5, max_size=5))
def test_importance_is_the_difference_that_an_element_makes(
    case: Case, available: list[float | None]
) -> None:
    snapshot, own, protected = drawn(case, available)
    least = {n: q or 0.0 for n, q in own.items()}
    told = {
        (found.target, one.element): one.importance
        for found in of_all(snapshot, protected)
        for one in found.elements
    }
    outcomes = tried(snapshot, own, protected)
    for element in own:
        down, up = (weighed(outcomes, {**least, element: q}) for q in (1.0, 0.0))
        for target in range(len(snapshot)):
            assert told.get((target, element), 0.0) == pytest.approx(down[target] - up[target], abs=CLOSE)


@given(cases(most=7), st.lists(PER_CENT, min_size=7, max_size=7))
def test_targets_are_the_same_together_and_apart(case: Case, available: list[float | None]) -> None:
    snapshot, _, protected = drawn(case, available)
    together = of_all(snapshot, protected)
    closed = [snapshot.index(uid) for uid in protected]
    apart = [
        one
        for target in range(len(snapshot))
        for one in unavailabilities(snapshot, TODAY, np.array([target]), protected=closed)
    ]
    for one, other in zip(together, apart, strict=True):
        assert (one.target, one.unstated) == (other.target, other.unstated)
        assert (one.least, one.most) == pytest.approx((other.least, other.most), abs=CLOSE)


def pair(availability: dict[str, float], *more: Link, kinds: dict[str, str] | None = None) -> Snapshot:
    """A target that needs one of two machines in one room."""
    links = [
        *(Link("top", "RUNS_ON", side, group="g") for side in ("a", "b")),
        *(Link(side, "RUNS_ON", "room") for side in ("a", "b")),
        *more,
    ]
    names = sorted({end for link in links for end in (link.source, link.target)})
    things = [Thing(name, availability=availability.get(name)) for name in names]
    kinds = {"top": "Service"} | (kinds or {})
    table = element_table(things, kind=[kinds.get(name, "Server") for name in names])
    return compile_snapshot(METAMODEL, table, relation_table(links), 1)


def top(snapshot: Snapshot) -> Unavailability:
    (found,) = unavailabilities(snapshot, TODAY, np.array([snapshot.index("top")]))
    return found


def names(snapshot: Snapshot, found: Unavailability) -> list[str]:
    return [snapshot.uids[one.element] for one in found.elements]


def test_what_redundant_machines_share_decides() -> None:
    snapshot = pair({"a": 99, "b": 90, "room": 99.9})
    found = top(snapshot)
    assert found.known
    assert found.least == pytest.approx(0.001 + 0.999 * 0.01 * 0.1)
    assert names(snapshot, found) == ["room", "a", "b"]
    assert found.elements[1].importance == pytest.approx(0.999 * 0.1)
    assert found.elements[1].own == pytest.approx(0.01)


def test_without_a_statement_there_are_bounds_and_who_is_missing() -> None:
    snapshot = pair({"a": 99, "room": 99.9})
    found = top(snapshot)
    assert not found.known
    assert [snapshot.uids[one] for one in found.unstated] == ["b"]
    assert (found.least, found.most) == pytest.approx((0.001, 0.001 + 0.999 * 0.01))
    assert next(one.own for one in found.elements if snapshot.uids[one.element] == "b") is None


def test_what_does_not_matter_need_not_be_stated() -> None:
    snapshot = pair(
        {"a": 99, "b": 90, "room": 99.9},
        Link("top", "CALLS", "aside"),
        Link("top", "RUNS_ON", "dev", effect="none"),
    )
    assert top(snapshot).known


def test_a_missing_dependency_is_no_certainty() -> None:
    known = {"a": 99, "b": 99, "room": 99.9, "app": 99.99}
    snapshot = pair(known, Link("top", "RUNS_ON", "app"), kinds={"app": "Application"})
    found = top(snapshot)
    assert not found.known
    assert (found.unstated, [snapshot.uids[one] for one in found.lacking]) == ((), ["app"])
    assert next(one.own for one in found.elements if one.element in found.lacking) == pytest.approx(0.0001)
    assert found.most == 1
    assert found.least == pytest.approx(1 - 0.9999 * (1 - 0.001) * (1 - 0.0001))


def test_only_what_may_fail_fails() -> None:
    snapshot = pair({"a": 99, "b": 90})
    machines = np.array([snapshot.uids[n] in ("a", "b") for n in range(len(snapshot))])
    (found,) = unavailabilities(snapshot, TODAY, np.array([snapshot.index("top")]), may_fail=machines)
    assert found.known
    assert found.least == pytest.approx(0.001)


def test_elements_that_need_each_other_fail_together() -> None:
    links = [Link("top", "RUNS_ON", "a"), Link("a", "RUNS_ON", "b"), Link("b", "RUNS_ON", "a")]
    things = [Thing(name, availability=up) for name, up in (("a", 90), ("b", 80), ("top", 100))]
    snapshot = snapshot_of(things, links)
    found = of_all(snapshot, [])
    assert [one.least for one in found] == pytest.approx([1 - 0.9 * 0.8] * 3)


def test_availability_follows_from_the_times_where_it_is_blank() -> None:
    things = [
        Thing("a", availability=99, mtbf_hours=1, restore_hours=1),
        Thing("b", mtbf_hours=996, restore_hours=4),
        Thing("c", mtbf_hours=996),
        Thing("d", mtbf_hours=0, restore_hours=0),
        Thing("e", availability=100.5),
        Thing("f", rto_hours=4, mtbf_hours=996),
    ]
    own = own_unavailability(snapshot_of(things, []))
    assert own[:2] == pytest.approx([0.01, 0.004])
    assert np.isnan(own[2:]).all()


def test_what_is_too_much_is_bounded_by_single_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_NODES", 3)
    snapshot = pair({"a": 99, "b": 90, "room": 99.9})
    found = top(snapshot)
    assert not found.known
    assert not found.exact
    assert (found.least, found.most, found.elements) == (pytest.approx(0.001), 1.0, ())


def test_one_target_that_is_too_much_does_not_spoil_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_NODES", 8)
    snapshot = pair({"a": 99, "b": 90, "room": 99.9}, *(Link("alone", "RUNS_ON", "room") for _ in "1"))
    alone, top_ = (snapshot.index(uid) for uid in ("alone", "top"))
    found = {one.target: one for one in unavailabilities(snapshot, TODAY, np.array([alone, top_]))}
    assert found[alone].exact
    assert not found[top_].exact


def test_services_and_processes_do_not_fail_by_themselves() -> None:
    metamodel = shipped()
    fails = {spec.kind.value for spec in metamodel.kinds if metamodel.property_(spec.kind, "availability")}
    assert fails == {
        "Application",
        "ComputingFacility",
        "PowerSupply",
        "Server",
        "CloudService",
        "Storage",
        "NetworkDevice",
        "SecurityDevice",
        "Peripheral",
        "PlatformSoftware",
        "IntraNetwork",
        "IntegrationSystem",
    }
