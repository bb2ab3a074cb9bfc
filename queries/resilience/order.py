"""The order in which elements can be settled: what is required before what requires it."""

import numpy as np

from queries.snapshot.columns import Longs
from queries.snapshot.requirements import Requirements


def dependencies_first(requirements: Requirements) -> Longs:
    """Return all element indices so that what an element requires comes before it, but for cycles.

    A depth-first search, left in the order in which elements are finished: along a cycle, only the
    requirement that closes it leads to an element that comes later.
    """
    begin, target = requirements.ptr.tolist(), requirements.target.tolist()
    seen = bytearray(len(requirements.valid))
    finished: list[int] = []
    for root in range(len(seen)):
        if seen[root]:
            continue
        seen[root] = 1
        path, position = [root], [begin[root]]
        while path:
            element, at = path[-1], position[-1]
            end = begin[element + 1]
            while at < end and seen[target[at]]:
                at += 1
            if at == end:
                finished.append(element)
                path.pop()
                position.pop()
                continue
            position[-1] = at + 1
            seen[target[at]] = 1
            path.append(target[at])
            position.append(begin[target[at]])
    return np.array(finished, np.int64)
