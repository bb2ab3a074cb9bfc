"""Two answers side by side are saved with their proof; what differs otherwise than is said is refused."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from model.availability import State
from model.faults import RefusedQuestion
from model.kinds import RelationKind
from queries.certificate.comparison import (
    changes_certificate,
    comparison_certificate,
    consolidation_certificate,
)
from queries.certificate.document import Origin
from queries.impact.impact import Scenario
from queries.snapshot.snapshot import Snapshot
from queries.whatif.branch import Branch
from queries.whatif.changes import Add, Change, Retire, Spare
from queries.whatif.comparing import Comparison
from queries.whatif.consolidation import consolidation
from tests.support.certified import ORIGIN, Document, checked, forged, problems
from tests.support.drawn import drawn
from tests.support.graphs import TODAY, Case, cases, impact_of, snapshot_of

RUNS = RelationKind.RUNS_ON
A, B, L, M = "dinkes/application/A", "bkd/application/B", "dinkes/service/L", "bkd/service/M"
S1, S2, ROOM = "kom/server/S1", "kom/server/S2", "kom/computingfacility/R"
LINES = (
    f"{L} REALIZED_BY {A}",
    f"{M} REALIZED_BY {B}",
    f"{A} RUNS_ON {S1}",
    f"{B} RUNS_ON {S2}",
    f"{S1} LOCATED_IN {ROOM}",
)


def estate() -> Snapshot:
    return drawn((A, B, L, M, S1, S2, ROOM), LINES)


def tried(failed: str, *changes: Change) -> Document:
    """The certificate of one failure before and after changes of the estate."""
    scenario = Scenario(failed={failed: State.DOWN}, on=TODAY)
    return changes_certificate(
        Comparison(branch=Branch(base=estate(), changes=changes), scenario=scenario), ORIGIN
    )


def moved() -> Document:
    """The certificate of moving A to the other server, away from the room that fails."""
    return tried(ROOM, Spare(source=A, relation=RUNS, target=S1, spare=S2))


def merged() -> Document:
    """The certificate of merging B into A."""
    return consolidation_certificate(consolidation(estate(), A, [B], TODAY), ORIGIN, {"saving": None})


@given(cases(), cases())
def test_two_scenarios_of_any_two_architectures_are_confirmed(one: Case, other: Case) -> None:
    first, second = (impact_of(snapshot_of(case[0], case[1]), case[2], case[3]) for case in (one, other))
    document = comparison_certificate(first, second, (ORIGIN, Origin(store="s", load="2026-1")))
    assert checked(document).wrong == []


@st.composite
def changes(draw: st.DrawFn, uids: list[str]) -> tuple[Change, ...]:
    one = st.sampled_from(uids)
    kinds = (
        st.builds(Retire, element=one),
        st.builds(Add, source=one, relation=st.just(RUNS), target=one, group=st.sampled_from([None, "db"])),
        st.builds(Spare, source=one, relation=st.just(RUNS), target=one, spare=one),
    )
    return tuple(draw(st.lists(st.one_of(kinds), min_size=1, max_size=3)))


@given(cases(), st.data())
def test_the_certificate_of_any_changes_is_confirmed(case: Case, data: st.DataObject) -> None:
    things, links, failed, protected = case
    found = data.draw(changes([one.uid for one in things]))
    branch = Branch(base=snapshot_of(things, links), changes=found)
    scenario = Scenario(
        failed={uid: State[word.upper()] for uid, word in failed.items()},
        protected=frozenset(protected),
        on=TODAY,
    )
    try:
        document = changes_certificate(Comparison(branch=branch, scenario=scenario), ORIGIN)
    except RefusedQuestion:  # a change that cannot be made
        reject()
    assert checked(document).wrong == []


@given(cases())
def test_the_certificate_of_any_consolidation_is_confirmed(case: Case) -> None:
    things, links, *_ = case
    assume(len(things) > 1)
    asked = consolidation(snapshot_of(things, links), things[0].uid, [things[1].uid], TODAY)
    assert checked(consolidation_certificate(asked, ORIGIN, {})).wrong == []


def test_what_changes_is_told_by_key_and_by_requirement() -> None:
    document = moved()
    assert document["asked"]["kind"] == "what_if"
    changed = document["asked"]["changes"]
    assert (changed["elements"], len(changed["requirements"])) == ([], 2)
    ends = {one["element"]: (one["first"], one["second"]) for one in document["answer"]["differences"]}
    assert ends == {A: ("down", "at_risk"), L: ("down", "at_risk")}


def test_what_lost_what_it_needs_is_told_and_not_proved() -> None:
    document = tried(S2, Retire(element=S1))
    assert document["answer"]["bereft"] == {A: ["RUNS_ON"]}
    verdict = checked(document)
    assert verdict.holds
    assert any("1 elements that are said to have lost" in text.en for text in verdict.not_checked)


def test_a_consolidation_proves_its_new_single_points() -> None:
    document = merged()
    points = document["answer"]["new_single_points"]
    assert {key: sorted(targets) for key, targets in points.items()} == {A: [M], S1: [M], ROOM: [M]}
    said = [text.en for text in checked(document).confirmed]
    assert "3 new single points of failure, by the two lists" in said
    assert any(text.startswith("but for 1 elements and 1 relations changed") for text in said)


def _otherwise(document: Document) -> None:
    document["answer"]["differences"][0]["second"] = "degraded"


def _one_less(document: Document) -> None:
    del document["answer"]["differences"][0]


def _unnamed(document: Document) -> None:
    document["asked"]["changes"]["requirements"].pop()


def _another_day(document: Document) -> None:
    document["pairs"][0]["second"]["asked"]["on"] = "2030-01-01"


def _worse(document: Document) -> None:
    document["pairs"][0]["second"]["answer"]["affected"][L] = "down"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (_otherwise, "another_difference"),
        (_one_less, "another_difference"),
        (_unnamed, "changed_too"),
        (_another_day, "another_question"),
        (_worse, "not_derived"),
    ],
)
def test_a_forged_comparison_is_refused(change: Callable[[Document], None], problem: str) -> None:
    assert problem in problems(forged(moved(), change))


def _fewer_points(document: Document) -> None:
    del document["answer"]["new_single_points"][ROOM]


def _more_points(document: Document) -> None:
    document["answer"]["new_single_points"][S2] = [L]


def _retired_too(document: Document) -> None:
    document["pairs"][1]["second"]["elements"][S1]["status"] = "retired"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (_fewer_points, "another_new_point"),
        (_more_points, "another_new_point"),
        (_retired_too, "changed_too"),
    ],
)
def test_a_forged_consolidation_is_refused(change: Callable[[Document], None], problem: str) -> None:
    assert problem in problems(forged(merged(), change))
