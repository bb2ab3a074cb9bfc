"""What is not known to be safe: expected dependencies that are missing, and how far that reaches.

The small metamodel expects of an application a server or cloud service to run on, or something to be
served by, and of a server a facility whose loss degrades it.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.availability import State
from queries.impact.certainty import Gap, Uncertain, Untold, uncertain
from queries.impact.impact import Impact
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from tests.support.graphs import METAMODEL, Case, cases, element_table, impact_of, relation_table
from tests.support.reference_evaluator import Link, Thing

UP, RISK, DEGRADED, DOWN = State
# uid → kind and scope
ESTATE = {
    "app": ("Application", "dinkes"),
    "other": ("Application", "bkd"),
    "svc": ("Service", "dinkes"),
    "srv": ("Server", "dinkes"),
    "srv2": ("Server", "bkd"),
    "shared": ("Server", "bersama"),
    "national": ("CloudService", "nasional"),
    "room": ("ComputingFacility", "dinkes"),
}
HOSTED = (Link("srv2", "CALLS", "room"), Link("shared", "CALLS", "room"), Link("srv", "CALLS", "room"))


def snapshot(*links: Link, things: dict[str, Thing] | None = None) -> Snapshot:
    uids = sorted(ESTATE)
    given_ = things or {}
    table = element_table(
        [given_.get(uid, Thing(uid)) for uid in uids],
        kind=[ESTATE[uid][0] for uid in uids],
        scope=[ESTATE[uid][1] for uid in uids],
        key=[f"{ESTATE[uid][1]}/{ESTATE[uid][0].lower()}/{uid}" for uid in uids],
    )
    return compile_snapshot(METAMODEL, table, relation_table(links), 1)


def asked(*links: Link, failed: str = "srv", things: dict[str, Thing] | None = None) -> Impact:
    return impact_of(snapshot(*links, *HOSTED, things=things), {failed: "down"})


def told(impact: Impact) -> list[tuple[str, State, list[str]]]:
    return [(one.uid, one.possible, [gap.uid for gap in one.gaps]) for one in uncertain(impact)]


def test_an_application_without_a_host_may_run_on_what_fails_in_its_scope() -> None:
    (one,) = uncertain(asked())
    assert one == Uncertain(
        index=one.index,
        uid="app",
        key="dinkes/application/app",
        kind=one.kind,
        name="Nama app",
        state=UP,
        possible=DOWN,
        gaps=one.gaps,
    )
    assert [(gap.key, gap.relation.value) for gap in one.gaps] == [("dinkes/application/app", "RUNS_ON")]


@pytest.mark.parametrize("failed", ["shared", "national"])
def test_what_is_shared_or_national_may_be_meant_by_anyone(failed: str) -> None:
    assert [uid for uid, _, _ in told(asked(failed=failed))] == ["other", "app"]


def test_a_host_that_is_known_leaves_nothing_open() -> None:
    assert told(asked(Link("app", "RUNS_ON", "shared"))) == []


def test_a_host_that_is_not_valid_is_none() -> None:
    retired = {"shared": Thing("shared", "retired")}
    assert [uid for uid, _, _ in told(asked(Link("app", "RUNS_ON", "shared"), things=retired))] == ["app"]


def test_a_test_host_leaves_the_real_one_open_but_a_stated_effect_does_not() -> None:
    assert [uid for uid, _, _ in told(asked(Link("app", "RUNS_ON", "shared", environment="dev")))] == ["app"]
    assert told(asked(Link("app", "RUNS_ON", "shared", effect="none"))) == []


def test_what_depends_on_the_open_one_is_open_too_with_its_cell() -> None:
    assert told(asked(Link("svc", "SERVED_BY", "app"))) == [("app", DOWN, ["app"]), ("svc", DOWN, ["app"])]


def test_redundancy_narrows_what_is_possible() -> None:
    pair = (
        Link("svc", "SERVED_BY", "app"),
        Link("svc", "SERVED_BY", "other"),
        Link("other", "RUNS_ON", "srv2"),
    )
    assert told(asked(*pair)) == [("app", DOWN, ["app"]), ("svc", DEGRADED, ["app"])]


def test_the_nearest_gap_is_named() -> None:
    links = (
        Link("svc", "SERVED_BY", "other"),
        Link("other", "CALLS", "app"),
        Link("other", "RUNS_ON", "srv2"),
    )
    assert [gaps for uid, _, gaps in told(asked(*links)) if uid == "svc"] == [["app"]]


def test_what_is_affected_already_is_listed_when_it_could_be_worse() -> None:
    impact = asked(Link("app", "CALLS", "srv"))
    assert [(row.uid, row.state) for row in impact.affected()] == [("app", DEGRADED)]
    assert [(one.state, one.possible) for one in uncertain(impact)] == [(DEGRADED, DOWN)]


def test_what_is_down_is_certain() -> None:
    assert told(asked(Link("app", "ASSOCIATED_WITH", "srv", effect="down"))) == []


def test_a_cap_of_the_expected_relation_counts() -> None:
    bare = impact_of(snapshot(), {"room": "down"})
    assert [(one.uid, one.possible) for one in uncertain(bare)] == [("srv", DEGRADED)]


def test_a_relation_that_stands_for_the_expected_one_answers_it() -> None:
    assert told(asked(Link("app", "SERVED_BY", "national"))) == []


def test_the_protected_are_certain() -> None:
    assert uncertain(impact_of(snapshot(*HOSTED), {"srv": "down"}, ["app"])) == []


def test_what_is_not_in_use_is_not_asked() -> None:
    assert told(asked(things={"app": Thing("app", "planned")})) == []


@given(cases())
def test_without_gaps_nothing_is_uncertain(case: Case) -> None:
    things, links, failed, protected = case
    table = element_table(things)
    impact = impact_of(compile_snapshot(METAMODEL, table, relation_table(links), 1), failed, protected)
    assert uncertain(impact) == []  # every thing is a server, and no facility fails


@given(cases(), st.data())
def test_filling_the_gaps_as_assumed_gives_what_is_possible(case: Case, data: st.DataObject) -> None:
    things, links, failed, protected = case
    kinds = [data.draw(st.sampled_from(["Server", "Application"])) for _ in things]
    table = element_table(things, kind=kinds)
    impact = impact_of(compile_snapshot(METAMODEL, table, relation_table(links), 1), failed, protected)
    found = uncertain(impact)
    elements = impact.snapshot.elements
    servers = [n for n in range(len(things)) if kinds[int(elements.uid[n][1:])] == "Server"]
    valid = [n for n in servers if impact.requirements.valid[n]]
    worst = max(valid, key=lambda n: impact.state[n], default=None)
    gaps = {gap.uid for one in found for gap in one.gaps}
    extra = [Link(uid, "RUNS_ON", elements.uid[worst or 0]) for uid in sorted(gaps)]
    filled = compile_snapshot(METAMODEL, table, relation_table([*links, *extra]), 1)
    states = impact_of(filled, failed, protected).state
    assert all(states[one.index] >= one.possible for one in found)
    assert all(one.possible > one.state for one in found)


@pytest.mark.parametrize(
    ("host", "why", "since"),
    [
        (Thing("shared", "planned", "2031-03-01"), Untold.PLANNED, date(2031, 3, 1)),
        (Thing("shared", "planned"), Untold.PLANNED, None),
        (Thing("shared", "active", "2031-03-01"), Untold.PLANNED, date(2031, 3, 1)),
        (Thing("shared", "retired"), Untold.ENDED, None),
    ],
)
def test_what_is_named_and_is_not_in_use_is_told_apart(host: Thing, why: Untold, since: date | None) -> None:
    found = uncertain(asked(Link("app", "RUNS_ON", "shared"), things={"shared": host}))
    (gap,) = next(one.gaps for one in found if one.uid == "app")
    assert (gap.why({}), gap.since) == (why, since)


def test_gaps_are_values() -> None:
    assert len({gap for one in uncertain(asked()) for gap in one.gaps if isinstance(gap, Gap)}) == 1
