"""Duplicates join and distinct pairs part: what cannot all hold is told, and the latest decisions hold."""

from dataclasses import replace

from hypothesis import given

from model.decision import Decision, Verdict, standing
from model.faults import NOWHERE, Severity
from queries.redundancy.contradictions import consistent, contradiction_findings, contradictions
from tests.support.alike import application
from tests.support.decided import decision, histories

SAME, OTHER = Verdict.DUPLICATE, Verdict.DISTINCT


def test_two_duplicates_and_a_distinct_pair_contradict_each_other() -> None:
    made = [decision(1, "a", "b"), decision(2, "c", "b"), decision(3, "c", "a", verdict=OTHER, by="siti")]
    (found,) = contradictions(made)
    assert found.distinct is made[2]
    assert found.decisions == tuple(made)
    (finding,) = contradiction_findings(made)
    assert (finding.rule, finding.severity, finding.place) == (
        "contradicting_decisions",
        Severity.WARNING,
        NOWHERE,
    )
    assert finding.element == "c"
    for text in finding.message.both:
        assert "Aplikasi a (dinkes/application/a) = Aplikasi b (dinkes/application/b)" in text
        assert "≠" in text and "siti" in text
    assert finding.value == "dinkes/application/c ≠ dinkes/application/a"
    assert finding.candidates == tuple(f"dinkes/application/{uid}" for uid in "abc")
    pair = "Aplikasi a (dinkes/application/a) = Aplikasi b (dinkes/application/b)"
    assert f"{pair} (duplicate, penguji, {made[0].local_time})" in finding.fix.en
    assert "Aplikasi c (dinkes/application/c) = " not in finding.fix.en
    assert "berlaku" in finding.fix.id


def test_a_longer_circle_is_told_by_its_shortest_chain() -> None:
    made = [
        decision(1, "a", "b"),
        decision(2, "b", "c"),
        decision(3, "c", "d"),
        decision(4, "d", "a", verdict=OTHER),
        decision(5, "a", "c"),
    ]
    (found,) = contradictions(made)
    assert [one.id for one in found.chain] == [made[2].id, made[4].id]


def test_overlap_and_postponement_contradict_nothing() -> None:
    for verdict in (Verdict.OVERLAP, Verdict.POSTPONE):
        made = [
            decision(1, "a", "b"),
            decision(2, "b", "c", verdict=verdict),
            decision(3, "a", "c", verdict=OTHER),
        ]
        assert contradictions(made) == []


def test_deciding_anew_ends_a_contradiction() -> None:
    made = [decision(1, "a", "b"), decision(2, "b", "c"), decision(3, "a", "c", verdict=OTHER)]
    assert contradictions([*made, decision(4, "c", "a")]) == []


def test_the_latest_decisions_hold() -> None:
    made = [decision(1, "a", "c", verdict=OTHER), decision(2, "a", "b"), decision(3, "b", "c")]
    assert consistent(made) == [made[2], made[1]]
    later = [decision(1, "a", "b"), decision(2, "b", "c"), decision(3, "a", "c", verdict=OTHER)]
    assert consistent(later) == [later[2], later[1]]


def test_from_decisions_about_what_is_gone_nothing_follows() -> None:
    first, second = decision(1, "a", "b"), decision(2, "b", "c")
    distinct = decision(3, "a", "c", verdict=OTHER)
    assert contradictions([first, replace(second, gone=True), distinct]) == []
    assert consistent([first, replace(second, gone=True), distinct]) == [distinct, first]


def test_the_circles_that_one_decision_closes_are_told_alone() -> None:
    made = [decision(1, "a", "b"), decision(2, "b", "c"), decision(3, "a", "c", verdict=OTHER)]
    apart = decision(4, "b", "d", verdict=OTHER)
    made += [apart, decision(5, "d", "c")]
    assert len(contradiction_findings(made)) == 2
    assert [one.value for one in contradiction_findings(made, within=made[2].id)] == [
        "dinkes/application/a ≠ dinkes/application/c"
    ]


def test_elements_are_told_as_they_are_now_where_they_are_known() -> None:
    made = [decision(1, "a", "b"), decision(2, "b", "c"), decision(3, "a", "c", verdict=OTHER)]
    entry = application("baru", "Baru", agency="Dinas Kesehatan")
    (finding,) = contradiction_findings(made, {"b": entry})
    assert f"Baru ({entry.key})" in finding.message.en
    assert "Aplikasi b" not in finding.message.en
    assert entry.key in finding.candidates


@given(histories)
def test_what_holds_has_no_contradiction_and_leaves_out_nothing_needlessly(made: list[Decision]) -> None:
    holding = consistent(made)
    counting = standing(made).values()
    assert contradictions(holding) == []
    assert (len(holding) == len(counting)) == (contradictions(made) == [])
    assert len(contradiction_findings(made)) == len(contradictions(made))
    for left_out in {one.id: one for one in counting}.keys() - {one.id for one in holding}:
        again = next(one for one in counting if one.id == left_out)
        assert contradictions([*(one for one in holding if one.id > left_out), again])


@given(histories)
def test_the_order_of_reading_changes_nothing(made: list[Decision]) -> None:
    assert contradictions(made[::-1]) == contradictions(made)
    assert consistent(made[::-1]) == consistent(made)
