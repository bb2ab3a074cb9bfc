"""Consolidating applications, machines and places: what is covered, what moves, and what becomes fragile."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.availability import State
from model.decision import Verdict
from model.faults import RefusedQuestion
from queries.impact.idle import idle, over, without
from queries.impact.impact import Scenario, simulate
from queries.resilience.importance import Importance
from queries.resilience.single_points import single_points
from queries.snapshot.snapshot import Changes, Snapshot, patched
from queries.snapshot.tabling import tabled_elements
from queries.whatif.assuming import all_duplicates, worth
from queries.whatif.consolidation import Consolidation, consolidation
from queries.whatif.exposing import ExposureShift, exposure_shifts
from queries.whatif.facts import Facts
from queries.whatif.machines import Machines
from queries.whatif.moving import Fate, Move, Moving
from queries.whatif.outliving import Doubt
from tests.support.decided import decision
from tests.support.drawn import drawn, facts
from tests.support.graphs import TODAY

ON = date(2026, 11, 24)
A, B = "dinkes/application/A", "bkd/application/B"
ONLY_B, BOTH, NAMED, NAMESAKE = (
    "bkd/service/cuti",
    "bkd/service/gaji",
    "bkd/service/absen",
    "dinkes/service/absen",
)
PROCESS = "bkd/businessprocess/P"
S1, S2, ROOM1, ROOM2 = (
    "kom/server/S1",
    "kom/server/S2",
    "kom/computingfacility/R1",
    "kom/computingfacility/R2",
)
UNIT_A, UNIT_B = "dinkes/orgunit/dinkes", "bkd/orgunit/bkd"
DATA, SHARED, API, OTHER = "bkd/dataobject/D", "bkd/dataobject/umum", "pu/interface/API", "pu/application/C"
ELEMENTS = (
    *(A, B, ONLY_B, BOTH, NAMED, NAMESAKE, PROCESS, S1, S2, ROOM1, ROOM2),
    *(UNIT_A, UNIT_B, DATA, SHARED, API, OTHER),
)
RELATIONS = (
    f"{A} RUNS_ON {S1}",
    f"{B} RUNS_ON {S2}",
    f"{S1} LOCATED_IN {ROOM1}",
    f"{S2} LOCATED_IN {ROOM2}",
    f"{ONLY_B} REALIZED_BY {B}",
    f"{BOTH} REALIZED_BY {A}",
    f"{BOTH} REALIZED_BY {B}",
    f"{NAMED} REALIZED_BY {B}",
    f"{NAMESAKE} REALIZED_BY {A}",
    f"{PROCESS} SERVED_BY {ONLY_B}",
    f"{UNIT_A} USES {A}",
    f"{UNIT_B} USES {B}",
    f"{B} ACCESSES {DATA}",  # 12
    f"{B} ACCESSES {SHARED}",
    f"{A} ACCESSES {SHARED}",
    f"{DATA} STORED_ON {S2}",
    f"{B} CALLS {API}",  # 16
    f"{OTHER} RECEIVES_FROM {B}",
    f"{A} RECEIVES_FROM {B}",
    f"{API} EXPOSED_BY {OTHER}",
)


@pytest.fixture(scope="module")
def base() -> Snapshot:
    return drawn(ELEMENTS, RELATIONS)


@pytest.fixture(scope="module")
def asked(base: Snapshot) -> Consolidation:
    known = facts(
        base,
        {A: {"users": 100, "annual_cost": 50}, B: {"users": 40, "annual_cost": 1_000}},
        {12: {"mode": "write"}, 13: {}, 16: {"data": "nomor induk"}},
    )
    return consolidation(base, A, (B, B), ON, known)


def test_what_the_kept_one_serves_too_or_under_the_same_name_is_covered(asked: Consolidation) -> None:
    assert asked.covered == (NAMED, BOTH)
    assert asked.uncovered == (PROCESS, ONLY_B)  # the process needs a service that is not covered
    assert asked.gone == (B,)


def test_the_kept_one_carries_what_both_carried(asked: Consolidation) -> None:
    assert asked.leaning(asked.before) == (NAMESAKE,)
    assert set(asked.leaning(asked.after)) == {PROCESS, ONLY_B, BOTH, NAMED, NAMESAKE}
    assert asked.after.state[asked.branch.snapshot.index(B)] == State.UP


def test_new_single_points_are_what_stops_something_alone_that_it_did_not_stop_before(
    asked: Consolidation,
) -> None:
    points = {one.uid: one for one in asked.new_points}
    # the data that is taken over lies where it lay until it is moved
    assert points.keys() == {A, S1, ROOM1, DATA, S2, ROOM2}
    assert points[S2].targets == (BOTH, NAMESAKE)
    assert points[A].targets == (PROCESS, NAMED, ONLY_B, BOTH)
    assert points[A].concentrated == (BOTH,)  # one of the two was enough before


def test_one_door_for_two_agencies_makes_one_hang_on_the_other() -> None:
    """Each agency serves by its own application; afterwards both by that of the first."""
    base = drawn(
        (A, B, ONLY_B, NAMESAKE, UNIT_A, UNIT_B),
        (
            f"{ONLY_B} REALIZED_BY {B}",
            f"{NAMESAKE} REALIZED_BY {A}",
            f"{ONLY_B} OWNED_BY {UNIT_B}",
            f"{NAMESAKE} OWNED_BY {UNIT_A}",
            f"{A} OWNED_BY {UNIT_A}",
            f"{B} OWNED_BY {UNIT_B}",
        ),
    )
    asked = consolidation(base, A, (B,), ON)
    assert asked.exposed == (
        ExposureShift(agency=UNIT_B, on=UNIT_A, worst=A, before=0.0, after=1.0, begun=(ONLY_B,)),
    )


def test_where_nothing_moves_between_agencies_nothing_is_told(base: Snapshot) -> None:
    points = single_points(base, ON)
    assert exposure_shifts(points, points, ON) == ()


SERVICES = [f"bkd/service/L-{n}" for n in range(3)]
APPLICATIONS = [f"bkd/application/P-{n}" for n in range(3)]
MACHINES = [f"bkd/server/M-{n}" for n in range(2)]
_needs = st.fixed_dictionaries(
    # of two applications one failing only degrades a service
    {one: st.sets(st.sampled_from(APPLICATIONS), max_size=1) for one in SERVICES}
    | {one: st.sets(st.sampled_from(MACHINES)) for one in APPLICATIONS}
)
_owners = st.fixed_dictionaries(
    {one: st.sampled_from([UNIT_A, UNIT_B]) for one in (*SERVICES, *APPLICATIONS, *MACHINES)}
)


def _estate(needs: Mapping[str, set[str]], owners: Mapping[str, str]) -> Snapshot:
    relations = [
        f"{one} {'REALIZED_BY' if one in SERVICES else 'RUNS_ON'} {other}"
        for one, others in needs.items()
        for other in sorted(others)
    ]
    return drawn(
        (*owners, UNIT_A, UNIT_B), (*relations, *(f"{one} OWNED_BY {unit}" for one, unit in owners.items()))
    )


def _stopped(needs: Mapping[str, set[str]], service: str) -> set[str]:
    """All that alone stops a service: here all that it needs, through whatever."""
    return needs[service].union(*(needs[one] for one in needs[service]))


@given(_needs, _needs, _owners)
def test_shifts_are_what_counting_by_hand_finds(
    earlier: dict[str, set[str]], later: dict[str, set[str]], owners: dict[str, str]
) -> None:
    before, after = (single_points(_estate(needs, owners), TODAY) for needs in (earlier, later))
    value = dict(zip(before.snapshot.uids, Importance(before.snapshot, TODAY).value, strict=True))
    expected = {}
    for agency, on in ((UNIT_A, UNIT_B), (UNIT_B, UNIT_A)):
        own = [one for one in SERVICES if owners[one] == agency]
        theirs = [one for one in (*APPLICATIONS, *MACHINES) if owners[one] == on]
        whole = sum(value[s] for s in own)
        stops = [
            max((sum(value[s] for s in own if x in _stopped(needs, s)) for x in theirs), default=0.0)
            for needs in (earlier, later)
        ]
        shares = [one / whole if own else 0.0 for one in stops]
        begun = {
            s
            for s in own
            if _stopped(earlier, s).isdisjoint(theirs) and not _stopped(later, s).isdisjoint(theirs)
        }
        if round(shares[0], 3) != round(shares[1], 3) or begun:
            expected[agency, on] = ([pytest.approx(one, abs=2e-3) for one in shares], tuple(sorted(begun)))
    found = exposure_shifts(before, after, TODAY)
    assert {(one.agency, one.on): ([one.before, one.after], one.begun) for one in found} == expected
    rise = [one.after - one.before for one in found]
    assert rise == sorted(rise, reverse=True)


def test_a_share_that_changes_by_users_alone_is_no_dependence_and_a_new_one_is_named() -> None:
    other = "bkd/application/X"
    base = drawn(
        (A, B, other, ONLY_B, BOTH, NAMESAKE, UNIT_A, UNIT_B),
        (
            f"{ONLY_B} REALIZED_BY {B}",
            f"{NAMESAKE} REALIZED_BY {A}",
            f"{BOTH} REALIZED_BY {other}",
            *(f"{one} OWNED_BY {UNIT_A}" for one in (NAMESAKE, BOTH, A)),
            *(f"{one} OWNED_BY {UNIT_B}" for one in (ONLY_B, B, other)),
        ),
    )
    (shift,) = consolidation(base, A, (B,), ON).exposed
    assert (shift.agency, shift.on, shift.begun) == (UNIT_B, UNIT_A, (ONLY_B,))


def test_what_another_agency_stops_already_does_not_begin_to_depend_on_it() -> None:
    needs = {ONLY_B: {S1}, S1: set[str](), S2: set[str]()}
    owners = {ONLY_B: UNIT_B, S1: UNIT_A, S2: UNIT_A}
    before, after = (_estate(one, owners) for one in (needs, needs | {ONLY_B: {S2}}))
    assert exposure_shifts(single_points(before, ON), single_points(after, ON), ON) == ()


def test_more_users_alone_are_no_other_dependence() -> None:
    needs = {key: set[str]() for key in (*SERVICES, *APPLICATIONS)} | {SERVICES[0]: {APPLICATIONS[0]}}
    owners = dict.fromkeys(needs, UNIT_A) | {APPLICATIONS[0]: UNIT_B}
    before = _estate(needs, owners)
    table = replace(tabled_elements(before, np.array([before.index(SERVICES[1])])), users=["1000"])
    after = patched(before, Changes(elements=table), before.revision)
    assert Importance(after, TODAY).value.sum() > Importance(before, TODAY).value.sum()
    assert exposure_shifts(single_points(before, TODAY), single_points(after, TODAY), TODAY) == ()


def test_what_runs_between_two_given_up_is_told_once() -> None:
    base = drawn((A, B, OTHER), (f"{A} RECEIVES_FROM {B}",))
    (flow,) = Moving(consolidation(base, OTHER, (A, B), ON)).flows
    assert flow.fate is Fate.INSIDE


def test_who_would_be_left_with_nothing_is_told_where_the_kept_one_does_not_last() -> None:
    base = drawn((A, B, ONLY_B), (f"{ONLY_B} REALIZED_BY {B}",))
    table = replace(tabled_elements(base, np.array([base.index(A)])), valid_to=["2026-01-01"])
    ended = patched(base, Changes(elements=table), base.revision)
    asked = consolidation(ended, A, (B,), ON)
    assert asked.caution is not None
    assert (asked.caution.doubt, asked.bereft) == (Doubt.ENDED, (ONLY_B,))
    turned = consolidation(ended, B, (A,), ON)
    assert (turned.caution, turned.bereft) == (None, ())
    impact = simulate(ended, Scenario(failed={A: State.DOWN}, on=ON))
    assert [ended.uids[one] for one in idle(impact)] == [A]
    assert over(ended, ON)[ended.index(A)]
    leaning = asked.branch.snapshot
    assert [leaning.uids[one] for one in without(leaning, [leaning.index(A)], ON)] == [ONLY_B]


def test_flows_are_rebuilt_unless_they_ran_between_the_two(asked: Consolidation) -> None:
    flows = {(one.source, one.target): (one.fate, one.data) for one in Moving(asked).flows}
    assert flows == {
        (B, API): (Fate.MOVE, "nomor induk"),
        (OTHER, B): (Fate.MOVE, None),
        (A, B): (Fate.INSIDE, None),
    }


def test_a_flow_that_the_kept_one_has_already_is_told_as_such() -> None:
    both = drawn(ELEMENTS, (f"{A} CALLS {API}", f"{B} CALLS {API}"))
    (flow,) = Moving(consolidation(both, A, (B,), ON)).flows
    assert flow.fate is Fate.THERE


def test_written_data_moves_and_read_data_does_not(base: Snapshot, asked: Consolidation) -> None:
    found = {one.uid: (one.fate, one.on) for one in Moving(asked).data}
    assert found == {DATA: (Fate.MOVE, (S2,)), SHARED: (Fate.THERE, ())}
    reading = consolidation(base, A, (B,), ON, facts(base, relations={12: {"mode": "read"}}))
    assert [one.uid for one in Moving(reading).data] == [SHARED]


def test_the_load_is_counted_before_and_after(asked: Consolidation) -> None:
    before, after = (Moving(asked).load(after=after) for after in (False, True))
    assert (before.agencies, before.users, before.unknown) == ((UNIT_A,), 100, 0)
    assert (after.agencies, after.users, after.unknown) == ((UNIT_B, UNIT_A), 140, 0)


def test_only_steps_that_apply_are_told_in_their_order(base: Snapshot, asked: Consolidation) -> None:
    assert [(one.move, one.elements) for one in Moving(asked).steps] == [
        (Move.DATA, (DATA,)),
        (Move.INTERFACES, (OTHER, API)),
        (Move.USERS, (PROCESS, UNIT_B, NAMED, ONLY_B, BOTH)),
        (Move.SWITCH_OFF, (B,)),
    ]
    idle = consolidation(base, A, (OTHER,), ON)
    assert Move.DATA not in [one.move for one in Moving(idle).steps]


def test_the_saving_is_a_range_with_what_it_assumes(base: Snapshot, asked: Consolidation) -> None:
    found = worth(Moving(asked), confirmed=False)
    assert found.saving is not None
    assert (found.saving.low, found.saving.high) == (400, 800)
    said = " ".join(text.en for text in found.assumptions)
    assert "keeps to its own machines" in said
    assert "Not all are decided" in said
    assert "Not all are decided" not in " ".join(
        text.en for text in worth(Moving(asked), confirmed=True).assumptions
    )
    unknown = worth(Moving(consolidation(base, A, (B,), ON)), confirmed=True)
    assert unknown.saving is None
    assert any("40% to 80% would count" in text.en for text in unknown.assumptions)


def test_of_a_system_recorded_twice_no_cost_ends(asked: Consolidation) -> None:
    found = worth(Moving(asked), confirmed=True, same_system=asked.gone)
    assert found.saving is None
    said = " ".join(text.en for text in found.assumptions)
    assert "B: the same system as A, recorded more than once" in said
    assert "cost" not in said.replace("its cost is not counted", "")


def test_a_national_application_is_not_switched_off_and_no_cost_ends(base: Snapshot) -> None:
    national = "nasional/application/N"
    drawing = drawn((*ELEMENTS, national), (*RELATIONS, f"{BOTH} REALIZED_BY {national}"))
    known = facts(drawing, {B: {"annual_cost": 1000}, national: {"annual_cost": 9000}})
    both = Moving(consolidation(drawing, A, (national, B), ON, known))
    assert both.steps[-1].elements == (B,)
    found = worth(both, confirmed=True)
    assert found.saving is not None
    assert (found.saving.low, found.saving.high) == (400, 800)
    assert any(text.id.startswith("N: milik pemerintah pusat") for text in found.assumptions)
    alone = Moving(consolidation(drawing, A, (national,), ON, known))
    assert Move.SWITCH_OFF not in [one.move for one in alone.steps]
    assert worth(alone, confirmed=True).saving is None


def test_what_is_not_on_record_of_the_kept_one_is_said() -> None:
    bare = drawn(ELEMENTS, RELATIONS[1:2])
    said = [text.en for text in worth(Moving(consolidation(bare, A, (B,), ON)), confirmed=True).assumptions]
    assert any("What A stands on is not on record" in one for one in said)
    assert any("No service or process of A" in one for one in said)


@pytest.mark.parametrize(
    ("verdicts", "whole"),
    [((Verdict.DUPLICATE,), True), ((Verdict.OVERLAP,), True), ((Verdict.DISTINCT,), False), ((), False)],
)
def test_a_group_is_confirmed_by_decisions_on_each_pair(verdicts: tuple[Verdict, ...], whole: bool) -> None:
    made = [decision(number, "a", "b", verdict=one) for number, one in enumerate(verdicts)]
    assert all_duplicates(made, "b", ("a",)) is whole


def test_a_machine_takes_over_what_runs_there_and_the_spare_is_gone() -> None:
    base = drawn(
        (A, S1, S2, ROOM1, ROOM2, BOTH, DATA, UNIT_A),
        (
            f"{A} RUNS_ON {S1} web any",
            f"{A} RUNS_ON {S2} web",
            f"{BOTH} REALIZED_BY {A}",
            f"{DATA} STORED_ON {S2}",
            f"{S1} LOCATED_IN {ROOM1}",
            f"{S2} LOCATED_IN {ROOM2}",
            f"{A} OWNED_BY {UNIT_A}",
        ),
    )
    asked = consolidation(base, S1, (S2,), ON, facts(base, {A: {"users": 7}}))
    assert (asked.covered, asked.uncovered) == ((BOTH,), ())
    assert {one.uid for one in asked.new_points} == {S1, ROOM1}
    assert all(one.concentrated == (BOTH,) for one in asked.new_points)
    moving = Moving(asked)
    assert [one.move for one in moving.steps] == [Move.DATA, Move.CARRIED, Move.SWITCH_OFF]
    assert (moving.carried, moving.flows) == ((A,), ())
    after = moving.load(after=True)
    assert (after.agencies, after.users) == ((UNIT_A,), 7)
    assert worth(moving, confirmed=True).saving is None


def test_what_stood_in_two_rooms_stands_in_one() -> None:
    base = drawn(
        (A, S1, S2, ROOM1, ROOM2, BOTH),
        (
            f"{A} RUNS_ON {S1} web any",
            f"{A} RUNS_ON {S2} web",
            f"{BOTH} REALIZED_BY {A}",
            f"{S1} LOCATED_IN {ROOM1}",
            f"{S2} LOCATED_IN {ROOM2}",
        ),
    )
    asked = consolidation(base, ROOM1, (ROOM2,), ON)
    assert [(one.uid, one.targets) for one in asked.new_points] == [(ROOM1, (BOTH,))]
    assert Moving(asked).carried == (S2,)


def test_of_machines_is_told_what_they_carry_and_whose_support_has_ended() -> None:
    old, new = "kom/platformsoftware/lama", "kom/platformsoftware/baru"
    base = drawn(
        (A, B, S1, S2, ROOM1, ROOM2, old, new),
        (
            f"{A} RUNS_ON {S1}",
            f"{B} RUNS_ON {S1}",
            f"{S1} USES_SOFTWARE {old}",
            f"{S1} USES_SOFTWARE {new}",
            f"{S1} LOCATED_IN {ROOM1}",
            f"{S2} LOCATED_IN {ROOM2}",
        ),
    )
    said = {
        S1: {"server_use": ("Web Server",), "memory": 64},
        S2: {"server_use": ("Web Server", "Database")},
        old: {"support_end": "2024-06-30"},
        new: {"support_end": "2030-06-30"},
    }
    machines = Machines(base, facts(base, said).elements, ON)
    known = {uid: machines.of(uid).support_known for uid in (S1, S2, ROOM1, ROOM2)}
    assert known == {S1: True, S2: False, ROOM1: True, ROOM2: False}
    unsaid = facts(base, {S1: {}, old: {"support_end": "2024-06-30"}}).elements
    assert not Machines(base, unsaid, ON).of(S1).support_known
    one, two = machines.of(S1), machines.of(S2)
    assert (one.carried, one.place, one.is_little_used) == ((B, A), ROOM1, False)
    assert [(found.uid, found.ended) for found in one.outdated] == [(old, date(2024, 6, 30))]
    assert (two.carried, two.is_little_used, two.outdated) == ((), True, ())
    assert [found.uid for found in machines.of(ROOM1).outdated] == [old]
    assert machines.scattered() == {"Web Server": {ROOM1: (S1,), ROOM2: (S2,)}}
    assert next(found.uid for found in machines.all) == S2


@pytest.mark.parametrize(("keep", "gone"), [(A, ()), (A, (A,)), (A, (B, A)), (A, (S1,))])
def test_nonsense_is_refused_with_what_to_do(base: Snapshot, keep: str, gone: tuple[str, ...]) -> None:
    with pytest.raises(RefusedQuestion) as refused:
        consolidation(base, keep, gone, ON, Facts())
    assert "one" in refused.value.fix.en
