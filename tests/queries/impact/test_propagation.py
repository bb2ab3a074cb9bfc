"""The least fixed point: rising step by step gives the same as all at once, in whatever steps."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.availability import State
from queries.impact.propagation import WIDE, Propagation
from queries.snapshot.requirements import Requirements
from tests.support.graphs import TODAY, Case, cases, snapshot_of
from tests.support.reference_evaluator import Link, Thing


def _requirements(case: Case) -> Requirements:
    return snapshot_of(case[0], case[1]).requirements(TODAY)


def _run(requirements: Requirements) -> Propagation:
    return Propagation(requirements, np.zeros(len(requirements.valid), np.bool_))


def _fail(run: Propagation, *elements: int) -> None:
    run.raise_to(np.array(elements, np.int64), np.full(len(elements), State.DOWN, np.int8))
    run.settle()


@given(cases())
def test_failures_one_after_the_other_are_failures_together(case: Case) -> None:
    requirements = _requirements(case)
    size = len(requirements.valid)
    together, apart = _run(requirements), _run(requirements)
    _fail(together, *range(0, size, 2))
    for element in reversed(range(0, size, 2)):
        _fail(apart, element)
    assert np.array_equal(together.state, apart.state)
    assert np.array_equal(together.level, apart.level)


@given(cases())
def test_settling_again_changes_nothing(case: Case) -> None:
    run = _run(_requirements(case))
    _fail(run, 0)
    state, level = run.state.copy(), run.level.copy()
    run.settle()
    assert np.array_equal(run.state, state)
    assert np.array_equal(run.level, level)


@given(cases())
def test_one_element_after_the_other_rises_as_all_at_once(case: Case) -> None:
    requirements = _requirements(case)
    together, apart = _run(requirements), _run(requirements)
    _fail(together, 0)
    apart.raise_to(np.array([0]), np.array([State.DOWN], np.int8))
    risen = set(apart.rises())
    assert np.array_equal(together.state, apart.state)
    assert np.array_equal(together.level, apart.level)
    assert risen == set(np.flatnonzero(together.state).tolist()) - {0}


@given(cases(), st.integers(0, 8))
def test_nothing_failing_affects_nothing(case: Case, _: int) -> None:
    run = _run(_requirements(case))
    run.settle()
    assert not run.state.any()
    assert not run.level.any()


@pytest.mark.parametrize("dependents", [WIDE - 1, WIDE + 1])
def test_a_server_with_many_dependents_is_one_wide_step(dependents: int) -> None:
    things = [Thing("s"), *(Thing(f"a{n:04d}") for n in range(dependents))]
    links = [
        Link(thing.uid, "RUNS_ON", "s", group="g" if n % 2 else None) for n, thing in enumerate(things[1:])
    ]
    snapshot = snapshot_of(things, links)
    run = _run(snapshot.requirements(TODAY))
    _fail(run, snapshot.index("s"))
    assert (run.state == State.DOWN).all()


@pytest.mark.parametrize("wide", [-1, WIDE])
def test_shares_that_are_met_exactly_are_met(wide: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.impact.propagation.WIDE", wide)
    things = [Thing("a"), *(Thing(f"s{n}") for n in range(10))]
    links = [Link("a", "RUNS_ON", f"s{n}", group="g", need="70%", weight="0.1") for n in range(10)]
    snapshot = snapshot_of(things, links)
    run = _run(snapshot.requirements(TODAY))
    for number, expected in ((0, State.AT_RISK), (1, State.AT_RISK), (2, State.AT_RISK), (3, State.DOWN)):
        _fail(run, snapshot.index(f"s{number}"))
        assert run.state[snapshot.index("a")] == expected
