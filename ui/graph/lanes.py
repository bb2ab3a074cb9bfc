"""Swim lanes: where each node of a picture stands. Pure numpy, the same input gives the same picture.

Columns run from people on the left to infrastructure on the right. Within a lane, what other elements of
the same lane depend on stands further right, and a column with many nodes is folded into several.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

SWEEPS = 24  # more did not lower the crossings of 500 or 2,000 nodes noticeably
TIERS = 3  # columns of one lane at most, before folding
ROW, COLUMN, GAP = 50.0, 150.0, 54.0  # pixels: from row to row, between folded columns, between columns
FEWEST_ROWS = 7
ASPECT = 1.7  # width to height of the whole, near that of the frame it is drawn in


@dataclass(frozen=True, eq=False)
class Placement:
    """Where the nodes stand, in pixels from the middle, y downwards; lanes with their left and right edge.

    lanes: (lane number, left, right) of every lane that holds a node, from left to right.
    column: of each node, the column it stands in before folding.
    """

    x: Floats
    y: Floats
    column: Ints
    lanes: tuple[tuple[int, float, float], ...]


Numbers = Sequence[int] | Ints


def placed(lane: Numbers, source: Numbers, target: Numbers) -> Placement:
    """Return the place of each node.

    lane: of each node, counted from the left. source, target: the edges, as node numbers.
    """
    lanes = np.asarray(lane, np.int64)
    ends = np.asarray(source, np.int64), np.asarray(target, np.int64)
    tier = _tiers(lanes, *ends)
    _, column = np.unique(lanes * (TIERS + 1) + tier, return_inverse=True)
    column = column.astype(np.int64)
    rank = _ordered(column, *ends)
    rows = _rows(column)
    x, y = _coordinates(column, rank, rows, ends)
    return Placement(x, y, column, _spans(lanes, x))


def _tiers(lane: Ints, source: Ints, target: Ints) -> Ints:
    """The column of each node within its lane: the longest chain of its own lane that leads to it."""
    tier = np.zeros(len(lane), np.int64)
    inside = (lane[source] == lane[target]) & (source != target)
    source, target = source[inside], target[inside]
    for _ in range(TIERS):  # bounded, so that a cycle ends too
        deeper = tier.copy()
        np.maximum.at(deeper, target, np.minimum(tier[source] + 1, TIERS))
        if np.array_equal(deeper, tier):
            break
        tier = deeper
    return tier


def _ordered(column: Ints, source: Ints, target: Ints) -> Ints:
    """The rank of each node in its column, after sweeps that pull it to the middle of its neighbours.

    Columns are taken one after the other, so that each follows what the one before has become:
    all at once they swing to and fro. Of all sweeps the one with the shortest edges is kept.
    """
    height = np.maximum(np.bincount(column), 1)[column]
    rank = _ranks(column, np.arange(len(column), dtype=np.float64))
    one, other = np.concatenate((source, target)), np.concatenate((target, source))
    apart = column[one] != column[other]
    one, other = one[apart], other[apart]
    views = [_views(column, one, other, number) for number in range(int(column.max(initial=-1)) + 1)]
    best, fewest = rank.copy(), _lengths(rank, height, one, other)
    for sweep in range(SWEEPS):
        order = views if sweep % 2 == 0 else views[::-1]
        for nodes, looks in order:
            place, neighbours = looks[_LOOKS[sweep % len(_LOOKS)]]
            level = (rank + 0.5) / height
            weight = np.bincount(place, minlength=len(nodes))
            pull = np.bincount(place, level[neighbours], minlength=len(nodes))
            middle = np.where(weight > 0, pull / np.maximum(weight, 1), level[nodes])
            rank[nodes[np.lexsort((rank[nodes], middle))]] = np.arange(len(nodes))
        length = _lengths(rank, height, one, other)
        if length < fewest:
            best, fewest = rank.copy(), length
    return best


_LEFT, _RIGHT, _BOTH = 0, 1, 2
_LOOKS = (_LEFT, _RIGHT, _LEFT, _RIGHT, _BOTH, _BOTH)  # by sweep, which go right and left in turn


def _views(column: Ints, one: Ints, other: Ints, number: int) -> tuple[Ints, list[tuple[Ints, Ints]]]:
    """The nodes of a column, and its edge ends: position in the column and neighbour; left, right, both."""
    nodes = np.flatnonzero(column == number)
    here = np.flatnonzero(column[one] == number)
    place, neighbour = np.searchsorted(nodes, one[here]), other[here]
    left = column[neighbour] < number
    return nodes, [(place[side], neighbour[side]) for side in (left, ~left, np.ones(len(here), np.bool_))]


def _lengths(rank: Ints, height: Ints, one: Ints, other: Ints) -> float:
    level = (rank + 0.5) / height
    return float(np.abs(level[one] - level[other]).sum())


def _ranks(column: Ints, value: Floats) -> Ints:
    """The position of each node within its column by value; of equals the smaller number first."""
    order = np.lexsort((np.arange(len(column)), value, column))
    starts = np.concatenate(([0], np.cumsum(np.bincount(column))))
    rank = np.empty(len(column), np.int64)
    rank[order] = np.arange(len(column)) - starts[column[order]]
    return rank


def _rows(column: Ints) -> int:
    """How many rows a column may have before it is folded, for a picture of about the wanted shape."""
    area = len(column) * ROW * COLUMN
    return max(FEWEST_ROWS, int(np.ceil(np.sqrt(area / ASPECT) / ROW)))


def _coordinates(column: Ints, rank: Ints, most: int, ends: tuple[Ints, Ints]) -> tuple[Floats, Floats]:
    counts = np.bincount(column, minlength=int(column.max(initial=-1)) + 1)
    folds = np.maximum(1, -(-counts // most))
    width = (folds - 1) * COLUMN
    pitch = COLUMN + GAP
    left = np.concatenate(([0.0], np.cumsum(width + pitch)))[: len(counts)]
    x = left[column] + (rank % folds[column]) * COLUMN
    row = rank // folds[column]
    height = -(-counts // folds)
    y = (row - (height[column] - 1) / 2) * ROW
    y = _eased(y, column, row, folds, ends)
    return x - (x.max(initial=0) + x.min(initial=0)) / 2, y


def _eased(y: Floats, column: Ints, row: Ints, folds: Ints, ends: tuple[Ints, Ints]) -> Floats:
    """Move the nodes of unfolded columns towards their neighbours, keeping order and distance."""
    one, other = np.concatenate(ends), np.concatenate(ends[::-1])
    bound = float(np.abs(y).max(initial=0.0))
    movable = [c for c in range(len(folds)) if folds[c] == 1]
    members = {c: np.flatnonzero(column == c)[np.argsort(row[column == c], kind="stable")] for c in movable}
    for _ in range(4):
        weight = np.bincount(one, minlength=len(y))
        pull = np.bincount(one, y[other], minlength=len(y))
        wanted = np.where(weight > 0, pull / np.maximum(weight, 1), y)
        for nodes in members.values():
            y[nodes] = _spaced(wanted[nodes], bound)
    return y


def _spaced(wanted: Floats, bound: float) -> Floats:
    """The places nearest to the wanted ones that keep the order and a row's distance, within the bound."""
    offset = np.arange(len(wanted)) * ROW
    blocks: list[list[float]] = []  # mean, size: pool adjacent violators
    for value in (wanted - offset).tolist():
        blocks.append([value, 1.0])
        while len(blocks) > 1 and blocks[-2][0] >= blocks[-1][0]:
            mean, size = blocks.pop()
            before = blocks[-1]
            before[0] = (before[0] * before[1] + mean * size) / (before[1] + size)
            before[1] += size
    flat = np.concatenate([np.full(int(size), mean) for mean, size in blocks]) if blocks else np.empty(0)
    highest = max(bound - offset[-1], -bound) if len(offset) else 0.0
    return np.asarray(np.clip(flat, -bound, highest) + offset, np.float64)


def _spans(lane: Ints, x: Floats) -> tuple[tuple[int, float, float], ...]:
    half = (COLUMN + GAP / 2) / 2
    return tuple(
        (int(one), float(x[lane == one].min() - half), float(x[lane == one].max() + half))
        for one in np.unique(lane).tolist()
    )
