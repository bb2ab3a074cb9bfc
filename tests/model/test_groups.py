"""How an element's relations form redundancy groups, and the findings they raise."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.availability import State
from model.faults import Finding, Place
from model.groups import (
    DEPTH,
    Group,
    Row,
    Segment,
    parse_group,
    parse_weight,
    requirement_groups,
)
from model.kinds import Grouping, RelationKind
from model.need import ALL, ANY, parse_need
from tests.support.group_states import element_state

UP, RISK, DEGRADED, DOWN = State
R = RelationKind


def row(target: str, *, relation: RelationKind = R.RUNS_ON, cap: State = DOWN, **rest: object) -> Row[str]:
    grouping = Grouping.PARTIAL if relation is R.SERVED_BY else Grouping.EACH
    return Row(relation=relation, grouping=grouping, target=target, cap=cap, **rest)  # type: ignore[arg-type]


def groups(*rows: Row[str]) -> tuple[Group[str], ...]:
    return requirement_groups(rows)[0]


def findings(*rows: Row[str]) -> list[Finding]:
    return list(requirement_groups(rows, "holder")[1])


def lost(*names: str) -> Callable[[str], State]:
    return lambda target: DOWN if target in names else UP


def test_ungrouped_relations_of_an_each_type_stand_alone() -> None:
    found = groups(row("a"), row("b"))
    assert [(group.path, group.need, len(group.members)) for group in found] == [(None, ALL, 1)] * 2
    assert element_state(found, lost("a")) is DOWN


def test_ungrouped_relations_of_a_partial_type_are_one_group() -> None:
    found = groups(row("a", relation=R.SERVED_BY), row("b", relation=R.SERVED_BY))
    assert [(group.need, group.loss, len(group.members)) for group in found] == [(ANY, DEGRADED, 2)]
    assert element_state(found, lost("a")) is DEGRADED
    assert element_state(found, lost("a", "b")) is DOWN


def test_one_name_joins_relations_of_different_types() -> None:
    found = groups(row("a", group="x"), row("b", group=" x ", relation=R.SERVED_BY))
    assert [(group.path, group.loss, len(group.members)) for group in found] == [("x", RISK, 2)]


def test_need_and_loss_come_from_any_row_also_one_that_is_not_valid() -> None:
    found = groups(
        row("a", group="x"), row("b", group="x"), row("c", group="x", need="all", loss="up", valid=False)
    )
    assert [(group.need, group.loss, len(group.members)) for group in found] == [(ALL, UP, 2)]


def test_an_ungrouped_partial_row_sets_its_implicit_group() -> None:
    (group,) = groups(
        row("a", relation=R.SERVED_BY, need="all"), row("b", relation=R.SERVED_BY, loss="at_risk")
    )
    assert (group.need, group.loss) == (ALL, RISK)


def test_a_nested_group_is_one_member_that_weighs_one() -> None:
    outer, dr, web = groups(
        row("a", group="site:2/web:all", weight=5),
        row("b", group="site/web"),
        row("c", group="site/dr"),
    )
    assert (outer.path, str(outer.need), outer.members) == ("site", "2", ())
    assert (web.path, web.parent, web.need) == ("site/web", 0, ALL)
    assert (dr.path, dr.parent, dr.need) == ("site/dr", 0, ANY)
    assert element_state((outer, dr, web), lost("c")) is DOWN


def test_rows_and_inner_groups_are_members_side_by_side() -> None:
    found = groups(row("a", group="site"), row("b", group="site/web:all"), row("c", group="site/web"))
    assert element_state(found, lost("a")) is RISK
    assert element_state(found, lost("b")) is RISK
    assert element_state(found, lost("a", "b")) is DOWN


def test_a_group_without_a_valid_member_is_no_redundancy_and_no_need() -> None:
    found = groups(row("a", group="site/web", valid=False), row("b", group="site/dr"))
    assert [group.path for group in found] == ["site", "site/dr"]
    assert element_state(found, lost("b")) is DOWN
    assert element_state(groups(row("a", group="x", valid=False)), lost("a")) is UP


def test_the_effect_caps_a_member_and_none_is_no_requirement() -> None:
    assert element_state(groups(row("a", cap=DEGRADED)), lost("a")) is DEGRADED
    assert groups(row("a", cap=UP), row("b", cap=UP, group="x")) == ()


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("db", (Segment("db"),)),
        ("site:2/web:all", (Segment("site", parse_need("2")), Segment("web", ALL))),
        ("a:degraded:60%", (Segment("a", parse_need("60%"), DEGRADED),)),
        ("a : weight>=2 : up / b", (Segment("a", parse_need("weight>=2"), UP), Segment("b"))),
    ],
)
def test_paths_are_read(text: str, segments: tuple[Segment, ...]) -> None:
    path = parse_group(text)
    assert path is not None
    assert (path.segments, path.faulty) == (segments, ())


@pytest.mark.parametrize("text", ["", "   "])
def test_a_blank_is_no_group(text: str) -> None:
    assert parse_group(text) is None


@pytest.mark.parametrize("text", ["site:seven", "a//b", "a:", "/", "a:all:any", "/".join("x" * (DEPTH + 1))])
def test_what_a_path_does_not_mean_is_a_finding_and_never_lost(text: str) -> None:
    (found,) = groups(row("a", group=text))[-1:]
    assert [member.target for member in found.members] == ["a"]
    (finding,) = findings(row("a", group=text, place=Place(file="f.csv", row=7)))[:1]
    assert (finding.rule, finding.value, finding.place.row) == ("group_unreadable", text, 7)
    assert "site:2/web:all" in finding.fix.en


def test_rows_that_disagree_are_a_finding_and_the_safer_one_counts() -> None:
    rows = (row("a", group="x", need="any", loss="up"), row("b", group="x", need="all", loss="degraded"))
    need, loss = findings(*rows)
    assert (need.rule, loss.rule) == ("group_disagrees", "group_disagrees")
    assert (need.value, loss.value) == ("any, all", "up, degraded")
    assert need.message.en == "Group “x”: its rows state a different need: any, all. all is used."
    assert "akibat bila berkurang yang berbeda: Normal, Terganggu. Dipakai: Terganggu." in loss.message.id
    assert need.fix.en == "State need on one row only, or make them agree."
    assert [(group.need, group.loss) for group in groups(*rows)] == [(ALL, DEGRADED)]


@pytest.mark.parametrize("need", ["3", "weight>=2.5"])
def test_a_need_larger_than_the_members_can_meet_is_all_with_a_finding(need: str) -> None:
    rows = (row("a", group="x", need=need), row("b", group="x"))
    (finding,) = findings(*rows)
    assert (finding.rule, finding.element) == ("need_too_large", "holder")
    assert finding.message.en.endswith("more than its 2 valid members can meet; it is read as all.")
    assert [group.need for group in groups(*rows)] == [ALL]


def test_the_valid_members_count_not_all_rows() -> None:
    rows = (row("a", group="x", need="2"), row("b", group="x"), row("c", group="x", valid=False))
    assert findings(*rows) == []
    (finding,) = findings(rows[0], row("b", group="x", valid=False))
    assert finding.rule == "need_too_large"


def test_one_target_twice_in_a_group_is_two_members_and_a_finding() -> None:
    rows = (row("a", group="x"), row("a", group="x", relation=R.CALLS))
    (finding,) = findings(*rows)
    assert finding.rule == "group_target_twice"
    assert finding.message.en == "Group “x” names the same target 2 times; each counts as a member."
    assert len(groups(*rows)[0].members) == 2


def test_need_and_loss_without_a_group_are_ignored_each_with_a_finding() -> None:
    first, second = findings(row("a", need="any", loss="degraded", place=Place(row=4)))
    assert [(one.rule, one.value, one.place.row) for one in (first, second)] == [
        ("need_without_group", "any", 4),
        ("need_without_group", "degraded", 4),
    ]
    assert first.fix.en == "Give all rows that replace each other one group name."
    assert groups(row("a", need="any"))[0].need == ALL


@pytest.mark.parametrize(
    ("column", "rule"),
    [("need", "need_unreadable"), ("loss", "loss_unreadable"), ("weight", "weight_unreadable")],
)
def test_words_that_mean_nothing_are_ignored_with_a_finding(column: str, rule: str) -> None:
    odd = row("a", group="x", **{column: "banyak"})
    (finding,) = findings(odd)
    assert (finding.rule, finding.value) == (rule, "banyak")
    assert groups(odd) == groups(row("a", group="x"))


@pytest.mark.parametrize(
    ("value", "weight"),
    [
        (None, 1),
        ("", 1),
        ("2", 2),
        ("0,5", 0.5),
        (3, 3),
        ("0", None),
        (-1, None),
        ("nan", None),
        ("inf", None),
    ],
)
def test_weights(value: float | str | None, weight: float | None) -> None:
    assert parse_weight(value) == weight


ROWS = st.lists(
    st.builds(
        row,
        st.sampled_from("abc"),
        relation=st.sampled_from([R.RUNS_ON, R.SERVED_BY]),
        cap=st.sampled_from([UP, DEGRADED, DOWN]),
        valid=st.booleans(),
        group=st.sampled_from([None, "x", "x/y", "x:2/z:all", "q:60%:up"]),
        need=st.sampled_from([None, "all", "2", "zz"]),
        loss=st.sampled_from([None, "up", "degraded"]),
        weight=st.sampled_from([None, "2", "0.5"]),
    ),
    max_size=7,
)


@given(ROWS, st.randoms(use_true_random=False), st.sets(st.sampled_from("abc")))
def test_the_order_of_rows_does_not_matter(rows: list[Row[str]], dice: object, gone: set[str]) -> None:
    mixed = [*rows]
    dice.shuffle(mixed)  # type: ignore[attr-defined]
    told = [
        (element_state(found, lost(*gone)), sorted(finding.message.en for finding in said))
        for found, said in map(requirement_groups, (rows, mixed))
    ]
    assert told[0] == told[1]


@given(ROWS, st.sets(st.sampled_from("abc")), st.sampled_from("abc"))
def test_one_more_loss_never_improves_an_element(rows: list[Row[str]], gone: set[str], more: str) -> None:
    found = groups(*rows)
    assert element_state(found, lost(*gone, more)) >= element_state(found, lost(*gone))
