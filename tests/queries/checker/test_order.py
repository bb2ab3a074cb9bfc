"""The order of repairs in a saved answer: what it costs is confirmed, and a better one is found."""

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from queries.certificate.impact import impact_certificate
from queries.impact.impact import Impact
from queries.resilience.outlook import outlook
from tests.support.certified import ORIGIN, Document, checked, forged, problems
from tests.support.graphs import Case
from tests.support.repaired import Detail, failing, failures

Drawn = tuple[Case, Sequence[Detail]]


def certified(impact: Impact) -> Document:
    return impact_certificate(impact, (), ORIGIN, outlook(impact).order)


@given(failures())
def test_the_order_of_every_scenario_is_confirmed(drawn: Drawn) -> None:
    verdict = checked(certified(failing(*drawn)[0]))
    assert verdict.wrong == []
    assert any("none is better" in text.en for text in verdict.confirmed)


@given(failures(most=4), st.randoms(use_true_random=False), st.integers(1, 100))
def test_an_order_that_costs_something_else_or_more_is_refused(drawn: Drawn, dice: Random, more: int) -> None:
    """Whatever the steps: either they cost something else than they say, or there is a better order."""

    def dearer(document: Document) -> None:
        told = document["answer"]["restore_order"]
        dice.shuffle(told["steps"])
        told["lost"] += more

    assert "wrong_order" in problems(forged(certified(failing(*drawn)[0]), dearer))


@given(failures(), st.data())
def test_a_step_left_out_is_refused(drawn: Drawn, data: st.DataObject) -> None:
    document = certified(failing(*drawn)[0])
    number = data.draw(st.integers(0, len(document["answer"]["restore_order"]["steps"]) - 1))
    other = forged(document, lambda one: one["answer"]["restore_order"]["steps"].pop(number))
    assert "wrong_order" in problems(other)
