"""The checker reads groups, needs and losses as they are written, and agrees with the rule's own module."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.availability import State as Theirs
from model.groups import Row, requirement_groups
from model.kinds import Grouping, RelationKind
from model.need import parse_need
from queries.checker.rule import ALL, ANY, Requirement, State, groups_of, read_loss, read_need
from tests.support.group_states import element_state

PATHS = st.one_of(
    st.none(),
    st.sampled_from(
        ["db", " db ", "site:2/web:all", "site/web:degraded:any:2", "a//b", "/", ":", "x:nonsense", "a:up"]
    ),
    st.lists(st.sampled_from(["a", "b:2", "c:60%", "d:normal"]), min_size=1, max_size=18).map("/".join),
)
NEEDS = [
    "all",
    "semua",
    "Salah Satu",
    "any",
    "2",
    "2.0",
    "2,5",
    "0",
    "60%",
    "12,5 %",
    "0%",
    "101%",
    "weight>=2",
]
NEEDS += ["weight >= 1,5", "weight>=0", "weight>=2%", "-1", "", " ", "x"]
LOSSES = ["at_risk", "Waspada", "at risk", "degraded", "terganggu", "up", "normal", "down", "", "x"]


@pytest.mark.parametrize("text", NEEDS)
def test_needs_are_read_as_everywhere_else(text: str) -> None:
    theirs, ours = parse_need(text), read_need(text)
    assert (theirs is None) == (ours is None)
    if theirs is not None and ours is not None:
        assert float(ours.amount) == pytest.approx(theirs.amount)


def test_of_two_needs_the_stricter_one_holds() -> None:
    needs = [read_need(text) for text in ("any", "2", "60%", "weight>=1", "all")]
    assert max(filter(None, needs)) == ALL
    assert min(filter(None, needs)) == ANY
    assert [read_loss(word) for word in ("at risk", "normal", "down")] == [State.AT_RISK, State.UP, None]


@st.composite
def rows(draw: st.DrawFn) -> list[Requirement]:
    """Draw the relations of one element."""
    return [
        Requirement(
            id=str(number),
            source="x",
            relation=draw(st.sampled_from(["RUNS_ON", "SERVED_BY"])),
            target=draw(st.sampled_from("abcd")),
            group=draw(PATHS),
            need=draw(st.sampled_from([None, *NEEDS])),
            loss=draw(st.sampled_from([None, *LOSSES])),
            weight=draw(st.sampled_from([Fraction(1), Fraction(2), Fraction("0.5")])),
            effect=draw(st.sampled_from([State.DEGRADED, State.DOWN])),
            counts=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 8)))
    ]


@given(rows(), st.dictionaries(st.sampled_from("abcd"), st.sampled_from(State)))
def test_an_element_is_in_the_state_that_the_rules_own_module_says(
    declared: list[Requirement], states: dict[str, State]
) -> None:
    theirs = [
        Row(
            relation=RelationKind(row.relation),
            grouping=Grouping.PARTIAL if row.relation == "SERVED_BY" else Grouping.EACH,
            target=row.target,
            cap=Theirs(row.effect),
            valid=row.counts,
            group=row.group,
            need=row.need,
            loss=row.loss,
            weight=float(row.weight),
        )
        for row in declared
    ]
    groups, _ = requirement_groups(theirs)
    expected = element_state(groups, lambda target: Theirs(states.get(target, State.UP)))
    levels = [group.level(states) for group in groups_of(declared, frozenset({"SERVED_BY"}))]
    assert max(levels, default=State.UP) == expected
