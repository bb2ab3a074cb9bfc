"""Possible causes are saved with their proof; a forged one is refused."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.availability import State
from queries.certificate.causes import causes_certificate
from queries.impact.causes import causes
from queries.impact.impact import Scenario
from tests.support.certified import ORIGIN, Document, checked, forged, problems
from tests.support.graphs import TODAY, Case, cases, snapshot_of
from tests.support.reference_evaluator import Link, Thing

# w and x stand on one room; v hangs on w, and on x or y
THINGS = [Thing(uid) for uid in "vwxyzu"]
LINKS = [
    Link("v", "RUNS_ON", "w"),
    Link("v", "CALLS", "x", group="db"),
    Link("v", "CALLS", "y", group="db"),
    Link("w", "RUNS_ON", "z"),
    Link("x", "RUNS_ON", "z"),
    Link("u", "RUNS_ON", "z"),
]


def of(case: Case) -> Document:
    """The certificate of what could be the cause of a random scenario."""
    things, links, failed, protected = case
    snapshot = snapshot_of(things, links)
    symptoms = Scenario(failed=dict.fromkeys(failed, State.DOWN), protected=frozenset(protected), on=TODAY)
    found = causes(snapshot, failed, TODAY, protected)
    return causes_certificate(snapshot, symptoms, found, ORIGIN)


def known() -> Document:
    """The certificate of the graph above: what could be the cause of trouble at v and u."""
    return of((THINGS, LINKS, {"v": "down", "u": "down"}, []))


@given(cases())
def test_the_certificate_of_all_causes_is_confirmed(case: Case) -> None:
    assert checked(of(case)).wrong == []


@st.composite
def troubled(draw: st.DrawFn) -> Case:
    """Draw a case in which one of those in trouble requires something."""
    things, links, failed, _ = draw(cases())
    first = min(failed)
    things = [Thing(one.uid) if one.uid == first else one for one in things]
    return [*things, Thing("w")], [*links, Link(first, "RUNS_ON", "w")], failed, []


@given(troubled(), st.data())
def test_a_cause_left_out_or_told_otherwise_is_refused(case: Case, data: st.DataObject) -> None:
    document = of(case)
    number = data.draw(st.integers(0, len(document["answer"]["causes"]) - 1))
    field = data.draw(st.sampled_from(["explains", "distance", "element"]))

    def change(other: Document) -> None:
        told = other["answer"]["causes"]
        if field == "element":
            del told[number]
        else:
            told[number][field] += 1

    assert "no_cause" in problems(forged(document, change))


def test_the_room_of_both_explains_both() -> None:
    document = known()
    first = document["answer"]["causes"][0]
    by_uid = {one["uid"]: key for key, one in document["elements"].items()}
    assert first == {"element": by_uid["z"], "explains": 2, "state": "down", "distance": 1}


def _swap(document: Document) -> None:
    told = document["answer"]["causes"]
    told[0], told[-1] = told[-1], told[0]


def _better(document: Document) -> None:
    document["answer"]["causes"][0]["state"] = "degraded"


def _thinner(document: Document) -> None:
    document["requirements"] = document["requirements"][1:]


def _untroubled(document: Document) -> None:
    document["asked"]["symptoms"] = []


def _twice(document: Document) -> None:
    document["answer"]["causes"].append(document["answer"]["causes"][-1])


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (_swap, "wrong_order"),
        (_better, "no_cause"),
        (_thinner, "requirements_missing"),
        (_twice, "wrong_order"),
        (_untroubled, "nothing_fails"),
    ],
)
def test_a_forged_answer_is_refused(change: Callable[[Document], None], problem: str) -> None:
    assert problem in problems(forged(known(), change))
