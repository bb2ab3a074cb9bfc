"""The swim-lane layout: no two boxes overlap, the same input gives the same picture, fewer lines cross."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.crossings import crossings
from ui.graph.lanes import COLUMN, ROW, Placement, placed


def estate(nodes: int, seed: int = 7) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return five lanes of nodes, each depending on a few of the next lane and one in ten of its own."""
    random = np.random.default_rng(seed)
    lane = np.sort(random.choice(5, nodes, p=[0.2, 0.2, 0.2, 0.2, 0.2]))
    source, target = [], []
    for node in range(nodes):
        onwards = np.flatnonzero(lane == lane[node] + 1)
        if len(onwards):
            middle = int(random.integers(len(onwards)))
            for step in random.integers(-2, 3, size=2).tolist():
                source.append(node)
                target.append(int(onwards[(middle + step) % len(onwards)]))
    shuffled = random.permutation(nodes)
    place = np.argsort(shuffled)
    return lane[shuffled], place[np.array(source, int)], place[np.array(target, int)]


def overlaps(placement: Placement) -> int:
    """Return how many pairs of boxes stand nearer than a box is wide and high."""
    count = 0
    for column in np.unique(np.round(placement.x)):
        heights = np.sort(placement.y[np.round(placement.x) == column])
        count += int(np.sum(np.diff(heights) < ROW - 0.01))
    widths = np.diff(np.unique(np.round(placement.x, 3)))
    return count + int(np.sum(widths < COLUMN - 0.01))


@pytest.mark.parametrize("nodes", [1, 2, 12, 60, 500, 2_000])
def test_no_two_boxes_overlap(nodes: int) -> None:
    assert overlaps(placed(*estate(nodes))) == 0


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_graph_is_placed_without_overlap_within_its_lanes(data: st.DataObject) -> None:
    lane = data.draw(st.lists(st.integers(0, 7), min_size=1, max_size=40))
    node = st.integers(0, len(lane) - 1)
    edges = data.draw(st.lists(st.tuples(node, node), max_size=80))
    source, target = [e[0] for e in edges], [e[1] for e in edges]
    placement = placed(lane, source, target)
    assert overlaps(placement) == 0
    assert np.isfinite(placement.y).all()
    for one, left, right in placement.lanes:
        inside = placement.x[np.array(lane) == one]
        assert (inside >= left).all()
        assert (inside <= right).all()
    edges_of_lanes = [edge for _, left, right in placement.lanes for edge in (left, right)]
    assert edges_of_lanes == sorted(edges_of_lanes)


def test_the_same_graph_gives_the_same_picture() -> None:
    one, two = placed(*estate(300)), placed(*estate(300))
    assert np.array_equal(one.x, two.x)
    assert np.array_equal(one.y, two.y)


@pytest.mark.parametrize("nodes", [60, 300])
def test_far_fewer_lines_cross_than_in_the_order_given(nodes: int) -> None:
    lane, source, target = estate(nodes)
    placement = placed(lane, source, target)
    given_order = np.arange(nodes, dtype=float)
    ours = crossings(placement.column, placement.y, source, target)
    assert ours < 0.35 * crossings(placement.column, given_order, source, target)


def test_what_its_own_lane_depends_on_stands_further_right() -> None:
    # virtual machine → host → room, all of one lane
    placement = placed([4, 4, 4], [0, 1], [1, 2])
    assert placement.x[0] < placement.x[1] < placement.x[2]


def test_a_cycle_is_placed_too() -> None:
    placement = placed([2, 2, 2], [0, 1, 2], [1, 2, 0])
    assert overlaps(placement) == 0


def test_nothing_gives_an_empty_picture() -> None:
    assert placed([], [], []).lanes == ()
