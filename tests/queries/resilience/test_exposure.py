"""Exposure: what stops of one agency when one element of another fails."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given

from model.availability import State
from queries.impact.impact import Scenario, simulate
from queries.resilience.exposure import concentration, exposure
from queries.resilience.importance import Importance
from queries.resilience.single_points import noticed, single_points
from queries.snapshot.columns import ABSENT
from queries.snapshot.snapshot import Snapshot
from tests.support.graphs import TODAY
from tests.support.owned import estates, owned
from tests.support.reference_evaluator import Link, Thing


@given(estates())
def test_the_matrix_is_what_failing_each_element_shows(snapshot: Snapshot) -> None:
    importance = Importance(snapshot, TODAY)
    targets = np.flatnonzero(noticed(snapshot)).tolist()
    stops: dict[tuple[int, int], dict[int, set[int]]] = defaultdict(dict)
    hit: dict[int, set[int]] = {}
    for place, uid in enumerate(snapshot.uids):
        state = simulate(snapshot, Scenario(failed={uid: State.DOWN}, on=TODAY)).state
        fallen = [one for one in targets if state[one] == State.DOWN and one != place]
        hit[place] = {int(snapshot.owner[one]) for one in fallen} - {ABSENT}
        for one in fallen:
            cell = stops[int(snapshot.owner[one]), int(snapshot.owner[place])]
            cell.setdefault(place, set()).add(one)
    points = single_points(snapshot, TODAY)
    found = exposure(points, importance)
    assert {(cell.agency, cell.on) for cell in found} == stops.keys()
    for cell in found:
        by_element = stops[cell.agency, cell.on]
        own = [one for one in targets if snapshot.owner[one] == cell.agency]
        weights = {place: weight(importance, fallen) for place, fallen in by_element.items()}
        assert weights[cell.worst] == pytest.approx(max(weights.values()), abs=0.06)
        assert cell.stops == len(by_element[cell.worst])
        assert cell.any == len(set().union(*by_element.values()))
        assert cell.stops_share == pytest.approx(weights[cell.worst] / weight(importance, own))
        union = weight(importance, set().union(*by_element.values()))
        assert cell.any_share == pytest.approx(union / weight(importance, own))
    shared = {one.place: set(one.agencies) for one in concentration(points, importance)}
    assert shared == {place: agencies for place, agencies in hit.items() if len(agencies) > 1}


def weight(importance: Importance, elements: Sequence[int] | set[int]) -> float:
    return float(sum(importance.value[one] for one in elements))


def before_and_after(shared: bool) -> Snapshot:
    """Two agencies with a service and a server each; or both on the server of the first."""
    things = [Thing(name) for name in ("a-service", "b-service", "a-server", "b-server")]
    kinds = ["Service", "Service", "Server", "Server"]
    links = [
        Link("a-service", "RUNS_ON", "a-server"),
        Link("b-service", "RUNS_ON", "a-server" if shared else "b-server"),
    ]
    return owned(things, links, kinds, ["opd1", "opd2", "opd1", "opd2"])


def test_a_move_to_shared_services_makes_agencies_depend_on_one_element() -> None:
    told = {}
    for shared in (False, True):
        snapshot = before_and_after(shared)
        points, importance = single_points(snapshot, TODAY), Importance(snapshot, TODAY)
        cells = exposure(points, importance)
        told[shared] = (
            {(snapshot.uids[cell.agency], snapshot.uids[cell.on]): cell.stops_share for cell in cells},
            [snapshot.uids[one.place] for one in concentration(points, importance)],
        )
    assert told[False] == ({("opd1", "opd1"): 1, ("opd2", "opd2"): 1}, [])
    assert told[True] == ({("opd1", "opd1"): 1, ("opd2", "opd1"): 1}, ["a-server"])


def test_what_hits_most_agencies_stands_first_and_of_equals_the_most_important() -> None:
    things = [Thing("s1"), Thing("s2", criticality="very_high"), Thing("s3"), Thing("x"), Thing("y")]
    links = [Link(one, "RUNS_ON", "x") for one in ("s1", "s3")]
    links += [Link(one, "RUNS_ON", "y") for one in ("s2", "s3")]
    snapshot = owned(
        things, links, ["Service"] * 3 + ["Server"] * 2, ["opd1", "opd1", "opd2", "opd1", "opd1"]
    )
    found = concentration(single_points(snapshot, TODAY), Importance(snapshot, TODAY))
    assert [(snapshot.uids[one.place], one.stops, one.weight) for one in found] == [
        ("y", 2, 10.0),
        ("x", 2, 4.0),
    ]
    assert found[0].share == pytest.approx(10 / 12)
