"""What could be the cause: everything required, and what the loss of each alone does."""

from hypothesis import given

from model.availability import State
from queries.impact.causes import causes
from tests.support.graphs import TODAY, Case, cases, impact_of, snapshot_of, states_of
from tests.support.reference_evaluator import Link, Thing

LINKS = (
    Link("v", "SERVED_BY", "a"),
    Link("a", "RUNS_ON", "s", group="db"),
    Link("a", "RUNS_ON", "t", group="db"),
    Link("s", "RUNS_ON", "h"),
    Link("t", "RUNS_ON", "h"),
    Link("x", "RUNS_ON", "v"),
)


def _snapshot(*links: Link):
    return snapshot_of(
        [Thing(uid) for uid in sorted({u for k in links for u in (k.source, k.target)})], links
    )


def test_causes_are_the_worst_first_then_the_nearest_with_their_chain() -> None:
    found = causes(_snapshot(*LINKS), ["v"], TODAY)
    assert [(one.uid, one.state.word, one.distance) for one in found] == [
        ("a", "down", 1),
        ("h", "down", 3),
        ("s", "at_risk", 2),
        ("t", "at_risk", 2),
    ]
    assert [key[-1] for key in found[1].path] == ["h", "s", "a", "v"]


def test_redundancy_that_bears_a_loss_makes_it_a_cause_only_together() -> None:
    pair = (Link("a", "RUNS_ON", "s", group="db", loss="up"), Link("a", "RUNS_ON", "t", group="db"))
    assert [one.state for one in causes(_snapshot(*pair), ["a"], TODAY)] == [State.UP, State.UP]


def test_behind_the_protected_is_no_cause() -> None:
    found = causes(_snapshot(*LINKS), ["v"], TODAY, protected=["s"])
    assert [(one.uid, one.state.word) for one in found] == [("a", "down"), ("t", "at_risk"), ("h", "at_risk")]


def test_what_explains_more_of_the_symptoms_stands_first() -> None:
    links = (
        Link("v", "RUNS_ON", "a"),
        Link("w", "RUNS_ON", "b"),
        Link("a", "RUNS_ON", "h", effect="degraded"),
        Link("b", "RUNS_ON", "h", effect="degraded"),
    )
    found = causes(_snapshot(*links), ["v", "w"], TODAY)
    assert [(one.uid, one.explains, one.state.word) for one in found] == [
        ("h", 2, "degraded"),
        ("a", 1, "down"),
        ("b", 1, "down"),
    ]


@given(cases())
def test_each_explains_the_symptoms_that_its_failure_brings_about(case: Case) -> None:
    things, links, failed, _ = case
    snapshot = snapshot_of(things, links)
    for cause in causes(snapshot, sorted(failed), TODAY):
        after = states_of(impact_of(snapshot, {cause.uid: "down"}))
        assert cause.explains == sum(after[uid] != "up" for uid in failed)
        assert cause.state == max(State[after[uid].upper()] for uid in failed)


def test_a_cycle_is_walked_once() -> None:
    ring = (Link("a", "RUNS_ON", "b"), Link("b", "RUNS_ON", "a"))
    assert [one.uid for one in causes(_snapshot(*ring), ["a"], TODAY)] == ["b"]


@given(cases())
def test_the_effect_of_each_is_that_of_its_failure_in_the_whole_graph(case: Case) -> None:
    things, links, failed, _ = case
    snapshot = snapshot_of(things, links)
    (target, *_) = failed
    for cause in causes(snapshot, [target], TODAY):
        assert states_of(impact_of(snapshot, {cause.uid: "down"}))[target] == cause.state.word


@given(cases())
def test_what_is_no_cause_cannot_do_anything(case: Case) -> None:
    things, links, failed, _ = case
    snapshot = snapshot_of(things, links)
    (target, *_) = failed
    behind = {cause.uid for cause in causes(snapshot, [target], TODAY)}
    for thing in things:
        if thing.uid not in behind and thing.uid != target:
            assert states_of(impact_of(snapshot, {thing.uid: "down"}))[target] == "up"
