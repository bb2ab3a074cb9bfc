"""Average linkage of scored pairs, decisions obeyed exactly.

Plain connected components would chain a whole province together: one group of 1,591 elements was seen. And
a matrix of all distances (scipy) took 14 GB where 30,000 made elements hung together: hence sparse linkage.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

import numpy as np
import numpy.typing as npt

from queries.redundancy.evidence import Indices

CUT = 0.55  # of 1 − score, on average between two parts of a group; 0.5 to 0.6 measured best
_WHOLE = 1_000_000  # scores have six digits: added as whole numbers they do not depend on the order


@dataclass(frozen=True, eq=False, kw_only=True)
class Likely:
    """Scored pairs of `size` elements, given as positions; a pair that is not there scores 0."""

    size: int
    left: Indices
    right: Indices
    scores: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A group as positions, in order; its mean score; and whether people joined all of it."""

    members: tuple[int, ...]
    score: float
    confirmed: bool


def partition(
    pairs: Likely,
    *,
    must: Iterable[tuple[int, int]] = (),
    cannot: Iterable[tuple[int, int]] = (),
    twins: Iterable[tuple[int, int]] = (),
    cut: float = CUT,
) -> tuple[list[Part], list[tuple[int, int]]]:
    """Return groups of two and more, the largest first, and the pairs of `must` that `cannot` contradicts.

    Average linkage (UPGMA): the two parts with the highest mean score between them are joined, while it is at
    least 1 − cut; of equals the first ones. What people parted is never joined. twins: what is one whether or
    not people said so.

    Raises:
        ValueError: cut is not between 0 and 1.
    """
    if not 0 < cut < 1:
        raise ValueError(f"the cut is between 0 and 1: {cut}")
    linkage = _Linkage(pairs.size, 1 - cut)
    for one, two in cannot:
        linkage.part(one, two)
    joined = sorted({(min(pair), max(pair)) for pair in must})
    refused = [(one, two) for one, two in joined if not linkage.bind(one, two)]
    for one, two in twins:
        linkage.bind(one, two, by_people=False)
    scores = np.rint(pairs.scores * _WHOLE).astype(np.int64)
    for one, two, score in zip(pairs.left.tolist(), pairs.right.tolist(), scores.tolist(), strict=True):
        linkage.link(one, two, score)
    linkage.run()
    return sorted(linkage.parts(), key=lambda one: (-len(one.members), -one.score, one.members)), refused


@dataclass
class _Cluster:
    """Some elements. bound: how many people joined, at once. inner: sum of the scores inside.

    beside: another cluster, by its first element, to the sum of scores between. barred: whom it may not join.
    """

    members: list[int]
    bound: int = 1
    inner: int = 0
    beside: dict[int, int] = field(default_factory=dict)
    barred: set[int] = field(default_factory=set)


class _Linkage:
    """Clusters that grow together; each goes by its first element."""

    def __init__(self, size: int, near: float) -> None:
        self._near = near
        self._clusters = {at: _Cluster([at]) for at in range(size)}
        self._home = list(range(size))
        self._heap: list[tuple[float, int, int]] = []

    def part(self, one: int, two: int) -> None:
        """Bar two elements from each other; before anything is joined."""
        if one != two:
            self._clusters[one].barred.add(two)
            self._clusters[two].barred.add(one)

    def bind(self, one: int, two: int, *, by_people: bool = True) -> bool:
        """Join what is one, before anything is linked; return whether nothing bars it."""
        first, last = sorted((self._home[one], self._home[two]))
        if first == last:
            return True
        if last in self._clusters[first].barred:
            return False
        self._join(first, last)
        whole = self._clusters[first]
        if by_people:
            whole.bound = len(whole.members)
        whole.inner = _pairs_of(len(whole.members)) * _WHOLE
        return True

    def link(self, one: int, two: int, score: int) -> None:
        """Add the score of one pair; it counts for nothing where people joined or parted the two."""
        first, last = self._home[one], self._home[two]
        if first != last and last not in self._clusters[first].barred:
            for here, there in ((first, last), (last, first)):
                beside = self._clusters[here].beside
                beside[there] = beside.get(there, 0) + score

    def run(self) -> None:
        """Join the nearest two until none are near enough."""
        self._heap = [
            (-mean, first, last)
            for first, cluster in self._clusters.items()
            for last in cluster.beside
            if first < last and (mean := self._mean(first, last)) >= self._near
        ]
        heapify(self._heap)
        while self._heap:
            negative, first, last = heappop(self._heap)
            both = first in self._clusters and last in self._clusters
            if both and last in self._clusters[first].beside and self._mean(first, last) == -negative:
                self._join(first, last)
                self._push(first)

    def parts(self) -> Iterable[Part]:
        """Yield the clusters of two and more."""
        for cluster in self._clusters.values():
            size = len(cluster.members)
            if size > 1:
                yield Part(
                    members=tuple(sorted(cluster.members)),
                    score=round(cluster.inner / _WHOLE / _pairs_of(size), 6),
                    confirmed=cluster.bound == size,
                )

    def _mean(self, first: int, last: int) -> float:
        one, two = self._clusters[first], self._clusters[last]
        return one.beside[last] / (_WHOLE * len(one.members) * len(two.members))

    def _push(self, at: int) -> None:
        for other in self._clusters[at].beside:
            mean = self._mean(at, other)
            if mean >= self._near:
                heappush(self._heap, (-mean, min(at, other), max(at, other)))

    def _join(self, first: int, last: int) -> None:
        one, two = self._clusters[first], self._clusters.pop(last)
        one.inner += two.inner + one.beside.pop(last, 0)
        two.beside.pop(first, None)
        one.members += two.members
        for member in two.members:
            self._home[member] = first
        for other, score in two.beside.items():
            beside = self._clusters[other].beside
            del beside[last]
            one.beside[other] = beside[first] = one.beside.get(other, 0) + score
        for other in two.barred:
            self._clusters[other].barred.remove(last)
            self._clusters[other].barred.add(first)
        one.barred |= two.barred
        for other in one.barred & one.beside.keys():
            del one.beside[other], self._clusters[other].beside[first]


def _pairs_of(size: int) -> int:
    return size * (size - 1) // 2
