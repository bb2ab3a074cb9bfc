"""The availability rule on the snapshot: laws on random graphs, and what an answer says of each element."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.availability import State
from model.faults import RefusedQuestion, UnknownElement
from model.kinds import ElementKind
from model.text import Language
from queries.certificate.impact import impact_certificate
from queries.impact.impact import Affected, Impact, Scenario, simulate
from tests.support.certified import ORIGIN, checked
from tests.support.graphs import (
    METAMODEL,
    TODAY,
    Case,
    cases,
    element_table,
    impact_of,
    snapshot_of,
    states_of,
)
from tests.support.reference_evaluator import WORDS, Link, Thing, evaluate


@given(cases())
def test_equals_the_slow_reference_evaluator(case: Case) -> None:
    things, links, failed, protected = case
    impact = impact_of(snapshot_of(things, links), failed, protected)
    assert states_of(impact) == evaluate(things, links, failed, protected, TODAY.isoformat())


@given(cases(), st.data())
def test_more_failures_never_improve_anything(case: Case, data: st.DataObject) -> None:
    things, links, failed, protected = case
    snapshot = snapshot_of(things, links)
    others = [thing.uid for thing in things if thing.uid not in protected]
    more = failed | {data.draw(st.sampled_from(others)): "down"}
    before, after = states_of(impact_of(snapshot, failed)), states_of(impact_of(snapshot, more))
    assert all(WORDS.index(before[uid]) <= WORDS.index(after[uid]) for uid in before)


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(case: Case, dice: st.DataObject) -> None:
    things, links, failed, protected = case
    told = states_of(impact_of(snapshot_of(things, links), failed, protected))
    mixed_things, mixed_links = list(things), list(links)
    dice.shuffle(mixed_things)  # type: ignore[attr-defined]
    dice.shuffle(mixed_links)  # type: ignore[attr-defined]
    mixed = impact_of(snapshot_of(mixed_things, mixed_links), failed, protected)
    assert states_of(mixed) == told


@given(cases())
def test_protected_elements_stay_up(case: Case) -> None:
    things, links, failed, _ = case
    spared = [thing.uid for thing in things if thing.uid not in failed]
    states = states_of(impact_of(snapshot_of(things, links), failed, spared))
    assert all(states[uid] == "up" for uid in spared)


@given(cases(most=12))
def test_steps_in_numpy_and_in_python_agree(case: Case) -> None:
    things, links, failed, protected = case
    snapshot = snapshot_of(things, links)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("queries.impact.propagation.WIDE", -1)
        patch.setattr("queries.impact.chains.WIDE", -1)
        wide = impact_of(snapshot, failed, protected)
        wide_rows = wide.affected()
    narrow = impact_of(snapshot, failed, protected)
    assert np.array_equal(wide.state, narrow.state)
    assert np.array_equal(wide.level, narrow.level)
    assert wide_rows == narrow.affected()


@given(cases())
def test_every_chain_is_made_of_requirements_that_carry_the_failure(case: Case) -> None:
    things, links, failed, protected = case
    impact = impact_of(snapshot_of(things, links), failed, protected)
    states = states_of(impact)
    for row in impact.affected():
        uids = [key.rpartition("/")[2] for key in row.path]
        assert uids[0] in failed
        assert uids[-1] == row.uid
        assert len(uids) == row.distance + 1
        assert all(states[uid] != "up" for uid in uids)
        pairs = {(link.target, link.source) for link in links}
        assert all(pair in pairs for pair in pairwise(uids))


@given(cases())
def test_every_affected_element_has_a_reason_that_makes_its_state(case: Case) -> None:
    things, links, failed, protected = case
    impact = impact_of(snapshot_of(things, links), failed, protected)
    for row in impact.affected():
        assert row.reasons
        # what decides stands outermost; a group inside it may be worse, which is what redundancy is for
        outer = [reason for reason in row.reasons if "/" not in (reason.group or "")]
        assert {reason.level for reason in outer} == {row.state}
        assert all(member.counted <= member.state for reason in row.reasons for member in reason.members)


def test_a_server_takes_its_application_and_service_down() -> None:
    impact = _impact("s", Link("a", "RUNS_ON", "s"), Link("v", "SERVED_BY", "a"), failed="s")
    assert _told(impact) == [("a", "down", 1), ("v", "down", 2)]
    assert impact.path(impact.snapshot.index("v")) == (_key("s"), _key("a"), _key("v"))


def test_one_of_two_servers_in_a_group_only_puts_the_application_at_risk() -> None:
    pair = (Link("a", "RUNS_ON", "s", group="db"), Link("a", "RUNS_ON", "t", group="db"))
    assert _told(_impact("s", *pair, failed="s")) == [("a", "at_risk", 1)]
    both = impact_of(_snapshot(*pair), {"s": "down", "t": "down"})
    assert [row.state for row in both.affected()] == [State.DOWN]


def test_a_capped_member_counts_as_degraded_and_says_so() -> None:
    row = _only(_impact("i", Link("a", "CALLS", "i"), failed="i"))
    assert row.state is State.DEGRADED
    (member,) = row.reasons[0].members
    assert (member.state, member.counted) == (State.DOWN, State.DEGRADED)


def test_a_nested_group_is_explained_from_the_outer_one_inwards() -> None:
    rows = (
        Link("a", "RUNS_ON", "s", group="site/web:all"),
        Link("a", "RUNS_ON", "t", group="site/web"),
        Link("a", "RUNS_ON", "u", group="site/dr"),
    )
    row = _only(_impact("s", *rows, failed="s"))
    assert row.state is State.AT_RISK
    assert [(reason.group, str(reason.need)) for reason in row.reasons] == [
        ("site", "any"),
        ("site/web", "all"),
    ]
    assert [member.group for member in row.reasons[0].members] == ["site/dr", "site/web"]


def test_cycles_do_not_fail_by_themselves() -> None:
    ring = (Link("a", "RUNS_ON", "b"), Link("b", "RUNS_ON", "a"), Link("c", "RUNS_ON", "x"))
    assert _told(_impact("x", *ring, failed="x")) == [("c", "down", 1)]


def test_a_failure_goes_once_around_a_cycle() -> None:
    ring = (Link("a", "RUNS_ON", "b"), Link("b", "RUNS_ON", "c"), Link("c", "RUNS_ON", "a"))
    impact = _impact("a", *ring, failed="a")
    assert _told(impact) == [("c", "down", 1), ("b", "down", 2)]


def test_a_long_chain_and_a_long_ring_end() -> None:
    count = 3_000
    links = [Link(f"e{n + 1:05d}", "RUNS_ON", f"e{n:05d}") for n in range(count)]
    ring = Link("e00000", "RUNS_ON", f"e{count:05d}")
    impact = impact_of(_snapshot(*links, ring), {"e00000": "down"})
    assert len(impact.order) == count
    assert impact.affected()[-1].distance == count


def test_a_degraded_element_that_ends_down_is_listed_with_the_chain_from_its_cause() -> None:
    snapshot = _snapshot(Link("a", "RUNS_ON", "s"), Link("b", "RUNS_ON", "a"))
    impact = impact_of(snapshot, {"a": "degraded", "s": "down"})
    first = next(row for row in impact.affected() if row.uid == "a")
    assert (first.state, first.path) == (State.DOWN, (_key("s"), _key("a")))
    assert [row.uid for row in impact.affected()] == ["a", "b"]


def test_a_failed_element_that_stays_as_given_is_not_listed() -> None:
    impact = impact_of(_snapshot(Link("a", "RUNS_ON", "s")), {"a": "down", "s": "degraded"})
    assert impact.order.tolist() == []
    assert impact.failed == [_key("a"), _key("s")]


def test_the_chain_does_not_run_through_a_group_that_bears_the_loss() -> None:
    links = (
        Link("a", "RUNS_ON", "s", group="db", loss="up"),
        Link("a", "RUNS_ON", "t", group="db"),
        Link("a", "RUNS_ON", "m"),
        Link("m", "RUNS_ON", "s"),
    )
    impact = _impact("s", *links, failed="s")
    assert impact.path(impact.snapshot.index("a")) == (_key("s"), _key("m"), _key("a"))


def test_of_equally_short_chains_the_smallest_keys_are_shown() -> None:
    links = (
        Link("z", "RUNS_ON", "n"),
        Link("z", "RUNS_ON", "m"),
        Link("m", "RUNS_ON", "s"),
        Link("n", "RUNS_ON", "s"),
    )
    impact = _impact("s", *links, failed="s")
    assert impact.path(impact.snapshot.index("z"))[1] == _key("m")


@pytest.mark.parametrize(
    ("first", "last", "valid"),
    [
        ("2026-11-24", "2026-11-24", True),
        (None, "2026-11-23", False),
        ("2026-11-25", None, False),
    ],
)
def test_bounds_of_validity_are_inclusive(first: str | None, last: str | None, valid: bool) -> None:
    link = Link("a", "RUNS_ON", "s", valid_from=first, valid_to=last)
    assert bool(len(_impact("s", link, failed="s").order)) is valid


@pytest.mark.parametrize(
    ("target", "valid"),
    [
        (Thing("s", "planned"), False),
        (Thing("s", "planned", "2026-11-24"), True),
        (Thing("s", "planned", "2026-11-25"), False),
        (Thing("s", "retired"), False),
        (Thing("s", "retired", None, "2026-11-24"), True),
    ],
)
def test_what_is_not_valid_is_no_requirement(target: Thing, valid: bool) -> None:
    snapshot = snapshot_of([Thing("a"), target], [Link("a", "RUNS_ON", "s")])
    assert bool(len(impact_of(snapshot, {"s": "down"}).order)) is valid


def test_the_same_snapshot_answers_for_another_day() -> None:
    snapshot = snapshot_of([Thing("a"), Thing("s", "planned", "2027-01-01")], [Link("a", "RUNS_ON", "s")])
    scenario = Scenario(failed={"s": State.DOWN}, on=date(2027, 1, 1))
    assert len(simulate(snapshot, scenario).order) == 1
    assert len(simulate(snapshot, replace(scenario, on=date(2026, 12, 31))).order) == 0


def test_counts_are_by_state_and_kind() -> None:
    links = (Link("a", "RUNS_ON", "s"), Link("b", "RUNS_ON", "s"), Link("c", "CALLS", "s"))
    assert _impact("s", *links, failed="s").counts() == {
        State.DOWN: {ElementKind.SERVER: 2},
        State.DEGRADED: {ElementKind.SERVER: 1},
    }


def test_the_owner_is_named() -> None:
    impact = _impact("s", Link("a", "RUNS_ON", "s"), Link("a", "OWNED_BY", "o"), failed="s")
    row = _only(impact)
    assert (row.owner, row.owner_name) == (_key("o"), "Nama o")


def test_nothing_failing_is_refused() -> None:
    with pytest.raises(RefusedQuestion) as refused:
        impact_of(_snapshot(Link("a", "RUNS_ON", "s")), {})
    assert refused.value.lines(Language.EN)[1] == "name at least one element"


def test_failed_and_protected_is_refused() -> None:
    with pytest.raises(RefusedQuestion) as refused:
        impact_of(_snapshot(Link("a", "RUNS_ON", "s")), {"s": "down"}, ["s"])
    assert _key("s") in refused.value.what.en
    assert refused.value.fix.en == "choose one of the two"


def test_an_unknown_uid_is_refused() -> None:
    with pytest.raises(UnknownElement) as refused:
        impact_of(_snapshot(Link("a", "RUNS_ON", "s")), {"nobody": "down"})
    assert "simpul db refresh" in refused.value.fix.en


def test_a_snapshot_of_nothing_answers_nothing() -> None:
    snapshot = snapshot_of([], [])
    assert len(snapshot) == 0
    assert element_table([]).uid == []
    assert METAMODEL is snapshot.metamodel


def _snapshot(*links: Link):
    uids = sorted({uid for link in links for uid in (link.source, link.target)})
    return snapshot_of([Thing(uid) for uid in uids], links)


def _impact(*parts: str | Link, failed: str) -> Impact:
    links = [part for part in parts if isinstance(part, Link)]
    impact = impact_of(_snapshot(*links), {failed: "down"})
    assert checked(impact_certificate(impact, (), ORIGIN)).wrong == []
    return impact


def _told(impact: Impact) -> list[tuple[str, str, int]]:
    return [(row.uid, row.state.word, row.distance) for row in impact.affected()]


def _only(impact: Impact) -> Affected:
    (row,) = impact.affected()
    return row


def _key(uid: str) -> str:
    return f"dinkes/server/{uid}"
