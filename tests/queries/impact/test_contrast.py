"""Two impacts compared."""

from hypothesis import given

from model.availability import State
from queries.impact.contrast import Shift, contrasts, differences, shifts
from tests.support.graphs import Case, cases, impact_of, snapshot_of, states_of
from tests.support.reference_evaluator import Link, Thing

STATES = {state.word: state for state in State}


@given(cases())
def test_what_ends_otherwise_is_told_and_nothing_else(case: Case) -> None:
    things, links, failed, protected = case
    snapshot = snapshot_of(things, links)
    first = impact_of(snapshot, failed, protected)
    second = impact_of(snapshot, dict.fromkeys(failed, "down"))
    before, after = states_of(first), states_of(second)
    expected = {uid: (before[uid], after[uid]) for uid in before if before[uid] != after[uid]}
    found = contrasts(first, second)
    assert {one.uid: (one.first.word, one.second.word) for one in found} == expected  # type: ignore[union-attr]
    opposite = {Shift.WORSE: Shift.BETTER, Shift.BETTER: Shift.WORSE}
    back = {one.uid: opposite[one.shift] for one in contrasts(second, first)}
    assert back == {one.uid: one.shift for one in found}


@given(cases())
def test_what_ends_alike_and_not_up_is_told_as_the_same(case: Case) -> None:
    impact = impact_of(snapshot_of(case[0], case[1]), case[2], case[3])
    told = {one.uid: one.first for one in differences(impact, impact)}
    assert told == {uid: STATES[word] for uid, word in states_of(impact).items() if word != "up"}
    assert shifts(differences(impact, impact))[Shift.SAME] == len(told)


def test_the_worst_stands_first() -> None:
    names = "abc"
    links = [
        Link(name, "RUNS_ON", "s", effect=effect)
        for name, effect in zip(names, (None, "degraded", None), strict=True)
    ]
    snapshot = snapshot_of([Thing(name) for name in (*names, "s", "t")], [*links, Link("c", "RUNS_ON", "t")])
    found = contrasts(impact_of(snapshot, {"t": "down"}), impact_of(snapshot, {"s": "down"}))
    assert [(one.uid, one.shift) for one in found] == [
        ("a", Shift.WORSE),
        ("s", Shift.WORSE),
        ("b", Shift.WORSE),
        ("t", Shift.BETTER),
    ]


@given(cases())
def test_nothing_differs_from_itself(case: Case) -> None:
    snapshot = snapshot_of(case[0], case[1])
    assert contrasts(impact_of(snapshot, case[2]), impact_of(snapshot_of(case[0], case[1]), case[2])) == []


def test_what_exists_in_one_architecture_only_is_told_when_it_is_not_up() -> None:
    links = [Link("a", "RUNS_ON", "s")]
    small = snapshot_of([Thing("a"), Thing("s")], links)
    large = snapshot_of([Thing("a"), Thing("b"), Thing("c"), Thing("s")], [*links, Link("b", "RUNS_ON", "s")])
    before, after = (impact_of(snapshot, {"s": "down"}) for snapshot in (small, large))
    assert [(one.uid, one.first, one.second) for one in contrasts(before, after)] == [("b", None, State.DOWN)]
    assert [(one.uid, one.first, one.second) for one in contrasts(after, before)] == [("b", State.DOWN, None)]
