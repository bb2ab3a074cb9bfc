"""Shortest chains equal those of networkx; ties go to the smallest keys; only what carries is walked."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from queries.impact.chains import carrying, chains, chains_back
from tests.support.graphs import TODAY, Case, cases, impact_of, snapshot_of
from tests.support.reference_evaluator import Link, Thing


@given(cases(most=12), st.booleans())
def test_lengths_and_ties_are_those_of_all_shortest_paths(case: Case, back: bool) -> None:
    things, links, _, _ = case
    snapshot = snapshot_of(things, links)
    requirements = snapshot.requirements(TODAY)
    every = np.ones(len(snapshot), np.bool_)
    origin = np.array([0])
    if back:
        found = chains_back(requirements, every, origin)
        ends = zip(requirements.source.tolist(), requirements.target.tolist(), strict=True)
    else:
        along = np.ones(len(requirements.target), np.bool_)
        found = chains(requirements, every, along, origin)
        ends = zip(requirements.target.tolist(), requirements.source.tolist(), strict=True)
    graph = nx.DiGraph(list(ends))
    graph.add_nodes_from(range(len(snapshot)))
    reached = nx.single_source_shortest_path_length(graph, 0)
    assert {n: d for n, d in enumerate(found.distance.tolist()) if d >= 0} == reached
    for index in reached:
        assert found.path(index) == min(nx.all_shortest_paths(graph, 0, index))


def test_what_may_not_be_walked_through_is_not() -> None:
    things = [Thing(uid) for uid in "abcd"]
    links = [
        Link("b", "RUNS_ON", "a"),
        Link("d", "RUNS_ON", "b"),
        Link("c", "RUNS_ON", "a"),
        Link("d", "CALLS", "c"),
    ]
    snapshot = snapshot_of(things, links)
    requirements = snapshot.requirements(TODAY)
    closed = np.array([True, False, True, True])
    along = np.ones(len(requirements.target), np.bool_)
    assert chains(requirements, closed, along, np.array([0])).path(3) == [0, 2, 3]
    assert chains_back(requirements, closed, np.array([3])).path(0) == [3, 2, 0]


def test_a_member_carries_only_through_all_the_groups_around_it() -> None:
    links = [
        Link("a", "RUNS_ON", "s", group="site:any:up/web:all"),
        Link("a", "RUNS_ON", "t", group="site/dr"),
        Link("b", "RUNS_ON", "s", group="site:any:at_risk/web:all"),
        Link("b", "RUNS_ON", "t", group="site/dr"),
    ]
    impact = impact_of(snapshot_of([Thing(uid) for uid in "abst"], links), {"s": "down"})
    requirements = impact.requirements
    uids = impact.snapshot.elements.uid.all()
    carried = np.flatnonzero(carrying(requirements, impact)).tolist()
    assert [uids[requirements.source[n]] for n in carried] == ["b"]


def test_what_carries_more_than_before_is_what_rose() -> None:
    links = [Link("a", "CALLS", "s"), Link("b", "RUNS_ON", "s")]
    snapshot = snapshot_of([Thing(uid) for uid in "abs"], links)
    before, after = impact_of(snapshot, {"s": "degraded"}), impact_of(snapshot, {"s": "down"})
    rose = np.flatnonzero(carrying(after.requirements, after, before)).tolist()
    uids = snapshot.elements.uid.all()
    assert [uids[after.requirements.source[n]] for n in rose] == ["b"]  # a is capped at degraded
