"""When elements are back, and which promises cannot be kept."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf, isnan, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.availability import State
from queries.impact.impact import Impact
from queries.resilience.recovery import Promise, Verdict, back_after, in_turn, offenders, promises
from queries.resilience.recovery import recovery as recovered
from queries.resilience.repairs import Repairs, own_hours
from queries.resilience.scenarios import Scenarios
from queries.resilience.waiting import Waiting
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from tests.support.graphs import (
    METAMODEL,
    TODAY,
    Case,
    cases,
    element_table,
    impact_of,
    relation_table,
    snapshot_of,
)
from tests.support.reference_evaluator import WORDS, Link, Thing, evaluate

HOURS = st.sampled_from([None, None, 0, 1, 2, 4, 8, 24])
DURATIONS = st.lists(st.tuples(HOURS, HOURS), min_size=9, max_size=9)


def timed(things: Sequence[Thing], durations: Sequence[tuple[float | None, float | None]]) -> list[Thing]:
    return [
        replace(thing, restore_hours=restore, rto_hours=rto)
        for thing, (restore, rto) in zip(things, durations, strict=False)
    ]


def by_the_clock(case: Case, own: dict[str, float], at_worst: dict[str, str]) -> dict[str, float]:
    """When each element is better than it was at worst: the rule asked anew at each moment."""
    things, links, failed, protected = case
    found: dict[str, float] = {}
    for moment in sorted({0.0, *own.values()}):
        failing = {uid: state for uid, state in failed.items() if own[uid] > moment}
        states = evaluate(things, links, failing, protected, TODAY.isoformat())
        for uid, state in states.items():
            if WORDS.index(state) < WORDS.index(at_worst[uid]):
                found.setdefault(uid, moment)
    return found


@given(cases(), DURATIONS)
def test_everything_is_back_when_the_rule_says_so(
    case: Case, durations: list[tuple[float | None, float | None]]
) -> None:
    things, links, _, protected = case
    own = {thing.uid: hours or 0.0 for thing, (hours, _) in zip(things, durations, strict=False)}
    snapshot = snapshot_of(things, links)
    column = np.array([own[uid] for uid in snapshot.uids])
    closed = [snapshot.index(uid) for uid in protected]
    found = back_after(Scenarios(snapshot.requirements(TODAY)), column, closed)
    whole = {uid: "down" for uid, hours in own.items() if hours and uid not in protected}
    down = dict.fromkeys(own, "down")
    expected = by_the_clock((things, links, whole, protected), own, down)
    assert dict(zip(snapshot.uids, found, strict=True)) == expected


@given(cases(), DURATIONS)
def test_the_affected_are_back_when_what_failed_is_repaired(
    case: Case, durations: list[tuple[float | None, float | None]]
) -> None:
    things, links, failed, protected = case
    things = timed(things, durations)
    snapshot = snapshot_of(things, links)
    impact = impact_of(snapshot, failed, protected)
    hours = dict(zip(snapshot.uids, own_hours(snapshot).tolist(), strict=True))
    at_worst = evaluate(things, links, failed, protected, TODAY.isoformat())
    least, most = (
        by_the_clock(case, {uid: unknown if isnan(one) else one for uid, one in hours.items()}, at_worst)
        for unknown in (0.0, 1e9)
    )
    found = recovered(Repairs(impact))
    assert list(found) == impact.order.tolist()
    for place, back in found.items():
        uid = snapshot.uids[place]
        assert back.at_least == least[uid]
        assert back.after == (least[uid] if least[uid] == most[uid] else None)


@given(cases(), DURATIONS)
def test_a_promise_is_broken_only_by_what_surely_takes_longer(
    case: Case, durations: list[tuple[float | None, float | None]]
) -> None:
    things, links, _, _ = case
    things = timed(things, durations)
    snapshot = snapshot_of(things, links)
    own = dict(zip(snapshot.uids, own_hours(snapshot).tolist(), strict=True))
    for row in promises(snapshot, TODAY):
        uid = snapshot.uids[row.place]
        late = {name: "down" for name, hours in own.items() if hours > row.promised}
        doubtful = late | {name: "down" for name, hours in own.items() if isnan(hours)}
        surely, perhaps = (
            evaluate(things, links, failing, [], TODAY.isoformat())[uid] == "down"
            for failing in (late, doubtful)
        )
        assert (row.verdict is Verdict.BROKEN) == surely == (row.broken_by > 0)
        assert row.at_best <= row.in_turn
        if row.verdict is Verdict.KEPT:
            assert not perhaps
            assert row.in_turn <= row.promised
        if row.verdict is Verdict.UNKNOWN:
            assert perhaps
            assert isnan(own[snapshot.uids[snapshot.keys.index(row.chain[-1])]])
        if surely:
            assert own[snapshot.uids[snapshot.keys.index(row.chain[-1])]] >= row.at_best
        check_chain(row, snapshot)


def check_chain(row: Promise, snapshot: Snapshot) -> None:
    """Every link of a chain requires the next one."""
    tables = snapshot.requirements(TODAY)
    pairs = set(zip(tables.source.tolist(), tables.target.tolist(), strict=True))
    steps = [snapshot.keys.index(key) for key in row.chain]
    assert not steps or steps[0] == row.place
    assert set(pairwise(steps)) <= pairs


@given(cases(), DURATIONS)
def test_without_cycles_repairs_in_turn_add_up(
    case: Case, durations: list[tuple[float | None, float | None]]
) -> None:
    things, links, _, _ = case
    links = [link for link in links if link.source < link.target]
    things = timed(things, [(restore or 0, None) for restore, _ in durations])
    snapshot = snapshot_of(things, links)
    requirements = snapshot.requirements(TODAY)
    expected: dict[str, float] = {}
    for thing in reversed(things):  # sources stand before their targets
        needed = {link.target: expected[link.target] for link in links if link.source == thing.uid}
        for moment in sorted({0.0, *needed.values()}):
            late = {uid: "down" for uid, back in needed.items() if back > moment}
            direct = [link for link in links if link.source == thing.uid]
            if evaluate(things, direct, late, [], TODAY.isoformat())[thing.uid] != "down":
                break
        expected[thing.uid] = moment + (thing.restore_hours or 0.0)
    found = in_turn(snapshot, Waiting(requirements), Scenarios(requirements).order)
    assert dict(zip(snapshot.uids, found, strict=True)) == expected


def verdicts(
    things: Sequence[Thing], links: Sequence[Link], **columns: list[str | None]
) -> dict[str, Promise]:
    snapshot = compile_snapshot(METAMODEL, element_table(things, **columns), relation_table(links), 1)
    return {snapshot.uids[row.place]: row for row in promises(snapshot, TODAY)}


def chain_of(row: Promise) -> list[str]:
    return [key.rpartition("/")[2] for key in row.chain]


def test_a_service_of_four_hours_on_a_database_of_twenty_four_is_told_with_the_link() -> None:
    things = [Thing("app"), Thing("db", restore_hours=24), Thing("s", rto_hours=4)]
    links = [Link("s", "SERVED_BY", "app"), Link("app", "RUNS_ON", "db")]
    row = verdicts(things, links, kind=["Application", "Server", "Service"])["s"]
    assert (row.verdict, row.at_best, row.broken_by) == (Verdict.BROKEN, 24, 20)
    assert chain_of(row) == ["s", "app", "db"]


def test_a_quick_spare_keeps_the_promise_of_its_group() -> None:
    things = [
        Thing("a", rto_hours=4, restore_hours=1),
        Thing("slow", restore_hours=24),
        Thing("spare", restore_hours=2),
    ]
    links = [Link("a", "RUNS_ON", "slow", group="g"), Link("a", "RUNS_ON", "spare", group="g")]
    assert verdicts(things, links)["a"].verdict is Verdict.KEPT
    links[0] = replace(links[0], need="all")
    assert verdicts(things, links)["a"].verdict is Verdict.BROKEN


def test_what_fits_only_at_the_same_time_is_no_promise_kept() -> None:
    things = [
        Thing("app", rto_hours=4, restore_hours=3),
        Thing("s1", restore_hours=3),
        Thing("site", restore_hours=2),
    ]
    row = verdicts(things, [Link("app", "RUNS_ON", "s1"), Link("s1", "RUNS_ON", "site")])["app"]
    assert (row.verdict, row.at_best, row.in_turn) == (Verdict.TOGETHER, 3, 8)
    assert chain_of(row) == ["app", "s1", "site"]


def test_things_that_wait_for_each_other_have_no_turn() -> None:
    things = [Thing("a", rto_hours=4, restore_hours=1), Thing("b", restore_hours=1)]
    row = verdicts(things, [Link("a", "RUNS_ON", "b"), Link("b", "RUNS_ON", "a")])["a"]
    assert (row.verdict, row.at_best, row.in_turn) == (Verdict.TOGETHER, 1, inf)


def test_what_nobody_stated_is_neither_kept_nor_broken() -> None:
    things = [Thing("a", rto_hours=4), Thing("b")]
    row = verdicts(things, [Link("a", "RUNS_ON", "b")])["a"]
    assert (row.verdict, chain_of(row)) == (Verdict.UNKNOWN, ["a", "b"])


def test_the_promise_of_what_is_needed_stands_in_for_its_repair() -> None:
    things = [Thing("a", rto_hours=4), Thing("b", rto_hours=6), Thing("c", rto_hours=8, restore_hours=4)]
    found = verdicts(things, [Link("a", "RUNS_ON", "b"), Link("a", "RUNS_ON", "c")])
    assert (found["a"].broken_by, chain_of(found["a"])) == (2, ["a", "b"])
    assert found["b"].verdict is found["c"].verdict is Verdict.KEPT


def test_a_lost_data_source_that_only_disturbs_breaks_nothing() -> None:
    things = [Thing("a", rto_hours=4), Thing("b", restore_hours=24)]
    assert verdicts(things, [Link("a", "CALLS", "b")])["a"].verdict is Verdict.KEPT


def test_who_breaks_most_promises_stands_first() -> None:
    things = [
        Thing("a", rto_hours=4),
        Thing("b", rto_hours=8),
        Thing("c", rto_hours=1),
        Thing("d", restore_hours=24),
        Thing("e", restore_hours=48),
    ]
    links = [Link("a", "RUNS_ON", "d"), Link("b", "RUNS_ON", "d"), Link("c", "RUNS_ON", "e")]
    found = offenders(verdicts(things, links).values())
    told = [(one.key[-1], one.hours, len(one.promises), one.broken_by) for one in found]
    assert told == [("d", 24, 2, 20), ("e", 48, 1, 47)]


def failing(restore: float | None, rto: float | None) -> Impact:
    things = [Thing("s", restore_hours=restore), Thing("a", rto_hours=rto)]
    return impact_of(snapshot_of(things, [Link("a", "RUNS_ON", "s")]), {"s": "down"})


@pytest.mark.parametrize(
    ("restore", "rto", "exceeded"),
    [(24, 4, 20), (2, 4, 0), (4, 4, 0), (None, 4, None), (24, None, None)],
)
def test_a_promise_is_broken_by_so_many_hours(
    restore: float | None, rto: float | None, exceeded: float | None
) -> None:
    (back,) = recovered(Repairs(failing(restore, rto))).values()
    assert (back.after, back.rto_hours, back.exceeded) == (restore, rto, exceeded)


def test_one_known_repair_is_enough_to_break_a_promise() -> None:
    things = [Thing("a", rto_hours=4), Thing("s", restore_hours=24), Thing("t")]
    snapshot = snapshot_of(things, [Link("a", "RUNS_ON", "s"), Link("a", "RUNS_ON", "t")])
    (back,) = recovered(Repairs(impact_of(snapshot, {"s": "down", "t": "down"}))).values()
    assert (back.after, back.at_least, back.exceeded) == (None, 24, 20)


def test_what_is_only_disturbed_breaks_no_promise() -> None:
    things = [Thing("a", rto_hours=4), Thing("s", restore_hours=24)]
    impact = impact_of(snapshot_of(things, [Link("a", "CALLS", "s")]), {"s": "down"})
    (back,) = recovered(Repairs(impact)).values()
    assert impact.state[impact.order[0]] == State.DEGRADED
    assert (back.after, back.exceeded) == (24, 0)


@pytest.mark.parametrize(
    ("restore", "rto", "own"), [(3, 8, 3), (None, 8, 8), (None, None, nan), (-1, None, nan)]
)
def test_own_hours_are_those_of_the_repair_else_those_promised(
    restore: float | None, rto: float | None, own: float
) -> None:
    found = own_hours(snapshot_of([Thing("a", restore_hours=restore, rto_hours=rto)], []))
    np.testing.assert_equal(found, [own])
