"""States, what a group amounts to, and when something is valid."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.availability import (
    NEVER,
    State,
    group_level,
    lifetime,
    parse_day,
    parse_loss,
    readable,
    strictness,
)
from model.kinds import Status
from model.need import ALL, ANY, Measure, Need, parse_need

UP, RISK, DEGRADED, DOWN = State
MEMBERS = st.lists(st.tuples(st.sampled_from(State), st.sampled_from([0.5, 1.0, 2.0])), max_size=6)
NEEDS = st.sampled_from(["all", "any", "2", "3", "60%", "34%", "100%", "weight>=2", "weight>=3.5"]).map(
    lambda text: parse_need(text) or ALL
)
LOSSES = st.sampled_from([UP, RISK, DEGRADED])


def need(text: str) -> Need:
    found = parse_need(text)
    assert found is not None
    return found


def level(states: list[State], needed: str, loss: State = RISK) -> State:
    return group_level([(state, 1.0) for state in states], need(needed), loss)


def test_states_are_ordered_from_best_to_worst() -> None:
    assert [state.word for state in State] == ["up", "at_risk", "degraded", "down"]
    assert UP < RISK < DEGRADED < DOWN


def test_an_empty_group_is_up() -> None:
    assert group_level([], ANY, DEGRADED) is UP
    assert group_level([], need("weight>=2"), DEGRADED) is UP


@pytest.mark.parametrize(
    ("states", "needed", "expected"),
    [
        ([UP, UP], "all", UP),
        ([UP, DOWN], "all", DOWN),
        ([UP, DEGRADED], "all", DEGRADED),
        ([UP, RISK], "all", RISK),
        ([UP, DOWN], "any", RISK),
        ([DOWN, DOWN], "any", DOWN),
        ([DEGRADED, DOWN], "any", DEGRADED),
        ([UP, RISK], "any", UP),  # at risk is not yet lost
        ([UP, UP, DOWN], "2", RISK),
        ([UP, DOWN, DOWN], "2", DOWN),
        ([UP, UP, UP, DOWN, DOWN], "60%", RISK),
        ([UP, UP, DOWN, DOWN, DOWN], "60%", DOWN),
        ([UP, UP, DOWN], "weight>=2", RISK),
        ([UP, DOWN, DOWN], "weight>=2", DOWN),
        ([UP, DOWN], "3", DOWN),  # more than there are: all
        ([UP, UP], "3", UP),
        ([UP, DOWN], "weight>=9", DOWN),
    ],
)
def test_the_level_is_the_best_state_whose_members_meet_the_need(
    states: list[State], needed: str, expected: State
) -> None:
    assert level(states, needed) is expected


@pytest.mark.parametrize("loss", [UP, RISK, DEGRADED])
def test_a_lost_member_costs_what_the_group_says(loss: State) -> None:
    assert level([UP, DOWN], "any", loss) is loss
    assert level([UP, DEGRADED], "any", loss) is loss
    assert level([UP, UP], "any", loss) is UP


def test_weights_count_in_shares_and_not_in_numbers_of_members() -> None:
    heavy_lost = [(DOWN, 3.0), (UP, 1.0), (UP, 1.0)]
    assert group_level(heavy_lost, need("60%"), RISK) is DOWN
    assert group_level(heavy_lost, need("2"), RISK) is RISK


@pytest.mark.parametrize(("share", "members"), [("60%", 5), ("70%", 10), ("30%", 10), ("33.3%", 3)])
def test_a_share_is_met_exactly_at_its_edge(share: str, members: int) -> None:
    amount = need(share).amount
    enough = next(n for n in range(members + 1) if n >= amount * members - 1e-6)
    assert level([UP] * enough + [DOWN] * (members - enough), share) is RISK
    assert level([UP] * (enough - 1) + [DOWN] * (members - enough + 1), share) is DOWN


@given(MEMBERS, NEEDS, LOSSES, st.data())
def test_a_worse_member_never_makes_a_group_better(
    members: list[tuple[State, float]], needed: Need, loss: State, data: st.DataObject
) -> None:
    if not members:
        return
    place = data.draw(st.integers(0, len(members) - 1))
    worse = data.draw(st.sampled_from(State).filter(lambda state: state >= members[place][0]))
    changed = [*members]
    changed[place] = (worse, members[place][1])
    assert group_level(changed, needed, loss) >= group_level(members, needed, loss)


@given(MEMBERS, NEEDS, LOSSES)
def test_a_level_is_never_worse_than_all_members_together(
    members: list[tuple[State, float]], needed: Need, loss: State
) -> None:
    worst = max((state for state, _ in members), default=UP)
    assert group_level(members, needed, loss) <= worst


def test_a_need_larger_than_the_members_can_meet_reads_as_all() -> None:
    assert readable(need("3"), [1.0, 1.0]) == ALL
    assert readable(need("2"), [1.0, 1.0]) == need("2")
    assert readable(need("weight>=2.5"), [1.0, 1.0]) == ALL
    assert readable(need("100%"), [1.0]) == Need(Measure.SHARE, 1.0)


def test_of_two_needs_the_safer_one_is_stricter() -> None:
    texts = ["any", "2", "34%", "60%", "weight>=2", "weight>=3.5", "all"]
    assert sorted(map(need, reversed(texts)), key=strictness) == [need(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "state"),
    [("at_risk", RISK), ("At Risk", RISK), ("terganggu", DEGRADED), ("up", UP), ("down", None)],
)
def test_loss_is_read_in_both_languages(text: str, state: State | None) -> None:
    assert parse_loss(text) is state


def test_days_that_are_no_dates_do_not_bound() -> None:
    assert parse_day("2026-11-24T10:00:00Z") == date(2026, 11, 24)
    assert parse_day("selamanya") is None
    assert parse_day(None) is None


def test_lifetimes() -> None:
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    bounds = (first.toordinal(), last.toordinal())
    for status in Status:
        assert lifetime(status, first, last) == bounds
    assert lifetime(Status.PLANNED, None, last) == NEVER
    assert lifetime(Status.RETIRED, first, None) == NEVER
    since, until = lifetime(Status.ACTIVE, None, None)
    assert since < date.min.toordinal()
    assert until > date.max.toordinal()
