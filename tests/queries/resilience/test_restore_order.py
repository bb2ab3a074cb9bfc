"""The order of repairs: the best there is for few failures, and never better than its bound for many."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.impact.impact import Impact
from queries.resilience import restore_order as module
from queries.resilience.importance import Importance
from queries.resilience.repairs import Repairs
from queries.resilience.restore_order import RestoreOrder, restore_order
from queries.snapshot.snapshot import compile_snapshot
from tests.support.graphs import METAMODEL, TODAY, Case, element_table, impact_of, relation_table
from tests.support.reference_evaluator import Link, Thing, evaluate
from tests.support.repaired import Detail, failing, failures

HALVES = {"down": 2, "degraded": 1}


def ordered(impact: Impact) -> RestoreOrder:
    return restore_order(Repairs(impact), Importance(impact.snapshot, TODAY))


def costing(impact: Impact, case: Case, lasts: dict[str, float]) -> Callable[[Sequence[str]], float]:
    """What an order costs: importance × hours, walked through repair by repair with the slow evaluator."""
    things, links, failed, protected = case
    snapshot = impact.snapshot
    value = dict(zip(snapshot.uids, Importance(snapshot, TODAY).value.tolist(), strict=True))
    kinds = {uid: snapshot.kind(snapshot.index(uid)).value for uid in snapshot.uids}
    first = evaluate(things, links, failed, protected, TODAY.isoformat())
    felt = [uid for uid, state in first.items() if state in HALVES]
    felt = [uid for uid in felt if kinds[uid] == "Service"] or felt

    @cache  # orders share what is still failed
    def per_hour(still: frozenset[str]) -> float:
        left = {uid: failed[uid] for uid in failed if uid in still}
        states = evaluate(things, links, left, protected, TODAY.isoformat())
        return sum(value[one] * HALVES.get(states[one], 0) / 2 for one in felt)

    def lost(order: Sequence[str]) -> float:
        return sum(lasts[uid] * per_hour(frozenset(order[place:])) for place, uid in enumerate(order))

    return lost


def durations(found: RestoreOrder, impact: Impact) -> dict[str, float]:
    return {
        impact.snapshot.uids[step.place]: found.assumed or 0.0 if step.hours is None else step.hours
        for step in found.steps
    }


@given(failures())
def test_no_order_of_few_repairs_is_better(drawn: tuple[Case, list[Detail]]) -> None:
    case, details = drawn
    impact, _ = failing(case, details)
    found = ordered(impact)
    lasts = durations(found, impact)
    chosen = [impact.snapshot.uids[step.place] for step in found.steps]
    assert sorted(chosen) == sorted(case[2])
    assert found.exact
    lost = costing(impact, case, lasts)
    assert found.cost == pytest.approx(lost(chosen))
    best = min(map(lost, permutations(chosen)))
    assert found.cost == pytest.approx(best)


@given(failures(), st.sampled_from([0, 100]))
def test_many_repairs_cost_between_their_bound_and_what_is_said(
    drawn: tuple[Case, list[Detail]], improved: int
) -> None:
    case, details = drawn
    impact, _ = failing(case, details)
    best = ordered(impact)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "EXACT", 0)
        patch.setattr(module, "_STRETCH", 2)
        patch.setattr(module, "_IMPROVED", improved)
        found = ordered(impact)
    chosen = [impact.snapshot.uids[step.place] for step in found.steps]
    assert sorted(chosen) == sorted(case[2])
    assert not found.exact
    assert found.cost == pytest.approx(costing(impact, case, durations(found, impact))(chosen))
    assert found.bound <= best.cost * (1 + 1e-9)
    assert best.cost <= found.cost * (1 + 1e-9)


@given(failures())
def test_each_step_names_what_is_back_with_it(drawn: tuple[Case, list[Detail]]) -> None:
    case, details = drawn
    impact, things = failing(case, details)
    _, links, failed, protected = case
    still, uids = dict(failed), impact.snapshot.uids
    for step in ordered(impact).steps:
        before = evaluate(things, links, still, protected, TODAY.isoformat())
        del still[uids[step.place]]
        after = evaluate(things, links, still, protected, TODAY.isoformat())
        back = {uid for uid in before if before[uid] in HALVES and after[uid] not in HALVES}
        assert {uids[place] for place in step.brings_back} == back - failed.keys()


def star(count: int) -> Impact:
    """Services of rising importance, each on a server of its own; all servers fail."""
    things = [Thing(f"s{n:03d}", restore_hours=1 + n % 3) for n in range(count)]
    things += [Thing(f"t{n:03d}", users=10**n if n < 9 else n) for n in range(count)]
    links = [Link(f"t{n:03d}", "RUNS_ON", f"s{n:03d}") for n in range(count)]
    table = element_table(things, kind=["Server"] * count + ["Service"] * count)
    snapshot = compile_snapshot(METAMODEL, table, relation_table(links), 1)
    return impact_of(snapshot, {f"s{n:03d}": "down" for n in range(count)})


@pytest.mark.parametrize("count", [12, 13, 120])
def test_independent_services_are_repaired_by_importance_per_hour(count: int) -> None:
    impact = star(count)
    found = ordered(impact)
    value = Importance(impact.snapshot, TODAY).value
    rates = [float(value[step.brings_back[0]]) / (step.hours or 1) for step in found.steps]
    assert rates == sorted(rates, reverse=True)
    assert found.cost == pytest.approx(found.bound)
    assert found.exact == (count == 12)


def test_a_service_that_needs_two_repairs_waits_for_one_that_needs_one() -> None:
    things = [Thing(name, restore_hours=1) for name in ("r1", "r2", "r3")]
    things += [Thing("big", criticality="high"), Thing("small", criticality="medium")]
    links = [Link("big", "RUNS_ON", "r1"), Link("big", "RUNS_ON", "r2"), Link("small", "RUNS_ON", "r3")]
    table = element_table(things, kind=["Server"] * 3 + ["Service"] * 2)
    snapshot = compile_snapshot(METAMODEL, table, relation_table(links), 1)
    found = ordered(impact_of(snapshot, dict.fromkeys(("r1", "r2", "r3"), "down")))
    # big first: 2 × (4 + 2) + 1 × 2 = 14; small first: 1 × 6 + 2 × 4 = 14 — of equals the smallest keys
    assert [snapshot.uids[step.place] for step in found.steps] == ["r1", "r2", "r3"]
    assert found.cost == 14
    assert [step.after for step in found.steps] == [1, 2, 3]


def test_unknown_repairs_are_taken_to_need_as_long_as_the_usual_one() -> None:
    things = [Thing("a", restore_hours=2), Thing("b"), Thing("c", restore_hours=4), Thing("x")]
    links = [Link("x", "RUNS_ON", name) for name in "abc"]
    snapshot = compile_snapshot(METAMODEL, element_table(things), relation_table(links), 1)
    found = ordered(impact_of(snapshot, dict.fromkeys("abc", "down")))
    assert found.assumed == 3
    assert [(step.hours, step.after) for step in found.steps] == [(2, 2), (None, None), (4, None)]


def test_without_any_known_repair_each_is_one_unit() -> None:
    things, links = [Thing("a"), Thing("b")], [Link("a", "RUNS_ON", "b")]
    snapshot = compile_snapshot(METAMODEL, element_table(things), relation_table(links), 1)
    found = ordered(impact_of(snapshot, {"b": "down"}))
    # a and b count, of no known criticality 2 each
    assert (found.assumed, found.cost, found.exact) == (1, 4, True)


def test_what_is_only_at_risk_needs_no_repair() -> None:
    things, links = [Thing("a"), Thing("b")], [Link("a", "RUNS_ON", "b")]
    snapshot = compile_snapshot(METAMODEL, element_table(things), relation_table(links), 1)
    found = ordered(impact_of(snapshot, {"b": "at_risk"}))
    assert (found.steps, found.cost, found.exact, found.assumed) == ((), 0, True, None)
