"""How many lines of a picture cross: the measure by which orders are compared."""

import numpy as np

from ui.graph.lanes import Floats, Ints


def crossings(column: Ints, y: Floats, source: Ints, target: Ints) -> int:
    """Return how many pairs of edges between the same two columns cross."""
    total = 0
    first, second = column[source], column[target]
    left = np.where(first <= second, source, target)
    right = np.where(first <= second, target, source)
    pairs = column[left] * (column.max(initial=0) + 1) + column[right]
    for pair in np.unique(pairs[first != second]):
        these = (pairs == pair) & (first != second)
        from_, to = y[left[these]], y[right[these]]
        total += int(np.sum((from_[:, None] < from_[None, :]) & (to[:, None] > to[None, :])))
    return total
