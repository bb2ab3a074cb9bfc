"""The same failure before and after changes: better, worse, the same, or left without what is needed."""

from datetime import date

from hypothesis import given

from model.availability import State
from model.kinds import ElementKind, RelationKind
from queries.impact.contrast import Shift
from queries.impact.contrast import shifts as shifts_of
from queries.impact.impact import Scenario
from queries.snapshot.snapshot import Snapshot
from queries.whatif.branch import Branch
from queries.whatif.changes import Add, AddElement, Change, Move, Retire, Spare
from queries.whatif.comparing import Comparison
from tests.support.drawn import drawn
from tests.support.graphs import TODAY, Case, cases, snapshot_of

ON = date(2026, 11, 24)
APP, SERVICE, S1, S2 = "dinkes/application/A", "dinkes/service/L", "kom/server/S1", "kom/server/S2"
ROOM = "kom/computingfacility/R"
RUNS = RelationKind.RUNS_ON


def base(*more: str) -> Snapshot:
    lines = (f"{SERVICE} REALIZED_BY {APP}", f"{APP} RUNS_ON {S1}", f"{S1} LOCATED_IN {ROOM}")
    return drawn((APP, SERVICE, S1, S2, ROOM), (*lines, *more))


def compared(snapshot: Snapshot, failed: str, *changes: Change) -> Comparison:
    scenario = Scenario(failed={failed: State.DOWN}, on=ON)
    return Comparison(branch=Branch(base=snapshot, changes=changes), scenario=scenario)


def shifts(found: Comparison) -> dict[str, tuple[Shift, State]]:
    return {one.uid: (one.shift, one.second) for one in found.differences}


def counted(found: Comparison) -> dict[Shift, int]:
    return shifts_of(found.differences)


def test_a_spare_makes_what_was_down_at_risk() -> None:
    spare = Spare(source=APP, relation=RUNS, target=S1, spare=S2)
    found = compared(base(), S1, spare)
    assert shifts(found) == {
        APP: (Shift.BETTER, State.AT_RISK),
        SERVICE: (Shift.BETTER, State.AT_RISK),
    }
    assert counted(found) == {Shift.BEREFT: 0, Shift.WORSE: 0, Shift.BETTER: 2, Shift.SAME: 0}


def test_moving_away_spares_an_element_and_moving_there_does_not() -> None:
    move = Move(source=APP, relation=RUNS, target=S1, to=S2)
    assert shifts(compared(base(), S1, move)) == {
        APP: (Shift.BETTER, State.UP),
        SERVICE: (Shift.BETTER, State.UP),
    }
    assert shifts(compared(base(), S2, move)) == {
        APP: (Shift.WORSE, State.DOWN),
        SERVICE: (Shift.WORSE, State.DOWN),
    }


def test_moving_within_a_room_does_not_help_when_the_room_fails() -> None:
    move = Move(source=APP, relation=RUNS, target=S1, to=S2)
    found = compared(base(f"{S2} LOCATED_IN {ROOM}"), ROOM, move)
    assert {shift for shift, _ in shifts(found).values()} == {Shift.SAME}
    assert shifts(found).keys() == {APP, SERVICE, S1, S2}


def test_the_worst_shift_is_told_first() -> None:
    change = Add(source=S2, relation=RelationKind.LOCATED_IN, target=ROOM)
    found = compared(base(), ROOM, change)
    assert next((one.uid, one.shift) for one in found.differences) == (S2, Shift.WORSE)
    assert len(found.differences) == 4


def test_what_is_retired_leaves_bereft_what_needs_it_and_is_not_told_itself() -> None:
    found = compared(base(), ROOM, Retire(element=S1))
    (one,) = (one for one in found.differences if one.shift is Shift.BEREFT)
    assert (one.uid, one.lacks, one.second) == (APP, (RUNS,), State.UP)  # by the rule it needs nothing now
    assert S1 not in shifts(found)


def test_who_has_a_spare_is_not_bereft() -> None:
    lines = (f"{APP} RUNS_ON {S1} web any", f"{APP} RUNS_ON {S2} web")
    assert not counted(compared(drawn((APP, S1, S2), lines), S2, Retire(element=S1)))[Shift.BEREFT]


def test_who_needs_both_is_bereft_of_one() -> None:
    lines = (f"{APP} RUNS_ON {S1}", f"{APP} RUNS_ON {S2}")
    assert shifts(compared(drawn((APP, S1, S2), lines), S2, Retire(element=S1)))[APP][0] is Shift.BEREFT


def test_the_loss_of_a_whole_group_is_told_once() -> None:
    lines = (f"{APP} RUNS_ON {S1} site/web any", f"{APP} RUNS_ON {S2} site/db any")
    found = compared(drawn((APP, S1, S2, ROOM), lines), ROOM, Retire(element=S1), Retire(element=S2))
    assert [one.lacks for one in found.differences] == [(RUNS,)]


def test_who_was_given_another_before_is_not_bereft() -> None:
    add = Add(source=APP, relation=RUNS, target=S2)
    for changes in ((add, Retire(element=S1)), (Retire(element=S1), add)):
        assert not counted(compared(base(), ROOM, *changes))[Shift.BEREFT]


def test_a_new_element_has_no_state_before() -> None:
    new = AddElement(uid="n", key="kom/server/n", kind=ElementKind.SERVER, name="n", scope="kom")
    there = Add(source="n", relation=RelationKind.LOCATED_IN, target=ROOM)
    (one,) = (one for one in compared(base(), ROOM, new, there).differences if one.uid == "n")
    assert (one.first, one.second, one.shift) == (None, State.DOWN, Shift.WORSE)


@given(cases())
def test_without_changes_everything_affected_is_the_same(case: Case) -> None:
    things, links, failed, protected = case
    states = {uid: State[word.upper()] for uid, word in failed.items()}
    scenario = Scenario(failed=states, protected=frozenset(protected), on=TODAY)
    found = Comparison(branch=Branch(base=snapshot_of(things, links)), scenario=scenario)
    told = {one.uid: one for one in found.differences}
    assert all(one.shift is Shift.SAME and one.first == one.second for one in told.values())
    affected = {one.uid for one in found.before.affected()} - failed.keys()
    assert told.keys() == affected


def test_who_is_moved_to_what_is_retired_is_bereft() -> None:
    move = Move(source=APP, relation=RUNS, target=S1, to=S2)
    assert shifts(compared(base(), ROOM, move, Retire(element=S2)))[APP][0] is Shift.BEREFT


def test_who_moved_away_in_time_is_not_bereft() -> None:
    move = Move(source=APP, relation=RUNS, target=S1, to=S2)
    assert not counted(compared(base(), ROOM, move, Retire(element=S1)))[Shift.BEREFT]
