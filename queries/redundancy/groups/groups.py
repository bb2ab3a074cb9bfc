"""Groups of elements that do the same work: pairs joined by average linkage, decisions obeyed exactly.

Plain connected components would chain a whole province together: one group of 1,591 elements was seen. And
a matrix of all distances (scipy) took 14 GB where 30,000 made elements hung together: hence sparse linkage.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from heapq import heapify, heappop, heappush
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from model.decision import Decision, Verdict, pair_of
from model.knowledge import Knowledge
from model.text import Text
from queries.redundancy.contradictions import consistent, contradictions
from queries.redundancy.engine import REVIEW, Comparison, FindingKind, kind_of
from queries.redundancy.evidence import Indices

CUT = 0.55  # of 1 − score, on average between two parts of a group; 0.5 to 0.6 measured best
FLOOR = 0.05  # scores below it are taken for none
_LINKING = frozenset({FindingKind.IDENTITY, FindingKind.FUNCTIONAL, FindingKind.NATIONAL})
_WHOLE = 1_000_000  # scores have six digits: added as whole numbers they do not depend on the order
_ID_LENGTH = 16

UidPair = tuple[str, str]  # in either order


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What people decided: pairs of uids that belong together, and pairs that do not.

    cannot: of elements that are joined the first stands for all; parted: the pairs that people named.
    contested: uids of which decisions contradict each other.
    """

    must: Collection[UidPair] = ()
    cannot: Collection[UidPair] = ()
    parted: Collection[UidPair] = ()
    contested: Collection[str] = ()


def links_of(made: Iterable[Decision], compared: Iterable[str]) -> Links:
    """Return what decisions say of the elements that are compared, given as uids.

    What was joined stays joined, and parted from what all of it was parted from, also where an element
    between them is retired and compared no more.
    """
    decided = list(made)
    holding, among = consistent(decided), set(compared)
    parts: dict[str, list[str]] = {}
    for decision in holding:
        if decision.verdict is Verdict.DUPLICATE:
            one, two = (parts.setdefault(uid, [uid]) for uid in decision.pair)
            if one is not two:
                one += two
                parts |= dict.fromkeys(two, one)
    living = {uid: sorted(among.intersection(part)) for uid, part in parts.items()}
    distinct = [one.pair for one in holding if one.verdict is Verdict.DISTINCT]
    ends = ([living.get(uid, [uid] if uid in among else []) for uid in pair] for pair in distinct)
    return Links(
        must=sorted({pair for part in living.values() for pair in pairwise(part)}),
        cannot=sorted({pair_of(left[0], right[0]) for left, right in ends if left and right}),
        parted=sorted(pair for pair in distinct if among.issuperset(pair)),
        contested=sorted({uid for one in contradictions(decided) for uid in one.uids}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An element that is in no group with what it is like, since people called it distinct; all by uid.

    like: the member that it is most like; score: how much, 0 to 1. distinct: the members it is no copy of.
    """

    uid: str
    like: str
    score: float
    distinct: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Elements that do the same work.

    id: the same whenever the members are. members: uids in the order of their keys. score: 0 to 1, the mean
    of all pairs inside; what people joined counts 1. functions: what more than half of them do, the
    commonest first. confirmed: people joined all of them, and no decision on one of them contradicts another.
    contested: one does. left_out: what is like a member and was called distinct from another one.
    """

    id: str
    members: tuple[str, ...]
    score: float
    functions: tuple[Text, ...] = ()
    confirmed: bool = False
    contested: bool = False
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """All groups, those with most members first; and decisions to join that others to part contradict."""

    groups: tuple[Group, ...] = ()
    refused: tuple[UidPair, ...] = ()


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


def groups_of(
    comparison: Comparison, knowledge: Knowledge, links: Links | None = None, *, cut: float = CUT
) -> Grouping:
    """Return the groups of a comparison; the same whatever the order of the corpus or of the links.

    Pairs that are merely related, or of two governments, do not link. Links of elements that are not
    compared are left out. cut: groups are joined while 1 − score is at most this on average.

    Raises:
        ValueError: cut is not between 0 and 1.
    """
    entries = comparison.corpus.entries
    order = sorted(range(len(entries)), key=lambda at: entries[at].key)
    place = {entries[at].uid: rank for rank, at in enumerate(order)}
    decided = links or Links()
    pairs = _likely(comparison, order, 1 - cut)
    parts, refused = partition(
        pairs,
        must=_placed(decided.must, place),
        cannot=_placed(decided.cannot, place),
        twins=_twins(comparison, order),
        cut=cut,
    )
    uids = [entries[at].uid for at in order]
    speaking = [comparison.features.profiles[at].functions for at in order]
    labels = {concept.name: concept.label for concept in knowledge.concepts}
    contested = {place[uid] for uid in decided.contested if uid in place}
    apart = _left_out(parts, pairs, _placed(decided.parted, place))
    groups = (
        Group(
            id=_id(uids[at] for at in part.members),
            members=tuple(uids[at] for at in part.members),
            score=part.score,
            functions=_common([speaking[at] for at in part.members], labels),
            confirmed=part.confirmed and contested.isdisjoint(part.members),
            contested=not contested.isdisjoint(part.members),
            left_out=tuple(one.named(uids) for one in apart.get(part, ())),
        )
        for part in parts
    )
    return Grouping(groups=tuple(groups), refused=tuple((uids[one], uids[two]) for one, two in refused))


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


def _likely(comparison: Comparison, order: Sequence[int], near: float) -> Likely:
    """Return the pairs that link, by positions in the order of keys.

    What a pair is takes longer to say than its score: it is asked only where a near pair stands at both ends.
    """
    entries, table = comparison.corpus.entries, comparison.table
    rank = np.empty(len(order), np.int32)
    rank[list(order)] = np.arange(len(order), dtype=np.int32)
    close = comparison.scores >= near
    touched = np.zeros(len(order), np.bool_)
    touched[table.left[close]] = touched[table.right[close]] = True
    rows = np.flatnonzero((comparison.scores >= FLOOR) & touched[table.left] & touched[table.right])
    linking = [
        kind_of(entries[one], entries[two], table.values[row]) in _LINKING
        for row, one, two in zip(rows, table.left[rows].tolist(), table.right[rows].tolist(), strict=True)
    ]
    rows = rows[np.array(linking, np.bool_)]
    ends = rank[table.left[rows]], rank[table.right[rows]]
    return Likely(
        size=len(order), left=np.minimum(*ends), right=np.maximum(*ends), scores=comparison.scores[rows]
    )


def _twins(comparison: Comparison, order: Sequence[int]) -> list[tuple[int, int]]:
    """Return the records of one agency that say the same under one name, each with the first of them.

    They are one thing, however many: of thousands not all pairs are looked at.
    """
    entries, profiles = comparison.corpus.entries, comparison.features.profiles
    first: dict[tuple[object, ...], int] = {}
    found = []
    for rank, at in enumerate(order):
        said = entries[at].holder, profiles[at].named.folded, profiles[at].about
        if said in first:
            found.append((first[said], rank))
        else:
            first[said] = rank
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Apart:
    """What is left out of a group, as positions."""

    at: int
    like: int
    score: float
    distinct: tuple[int, ...]

    def named(self, uids: Sequence[str]) -> LeftOut:
        return LeftOut(
            uid=uids[self.at],
            like=uids[self.like],
            score=self.score,
            distinct=tuple(uids[one] for one in self.distinct),
        )


def _left_out(
    parts: Iterable[Part], pairs: Likely, parted: Iterable[tuple[int, int]]
) -> dict[Part, list[_Apart]]:
    """Return for each group what is like one of it and was called distinct from another of it, in order."""
    home = {at: part for part in parts for at in part.members}
    barred: dict[tuple[Part, int], set[int]] = {}
    for pair in parted:
        for inside, outside in (pair, pair[::-1]):
            part = home.get(inside)
            if part is not None and home.get(outside) != part:
                barred.setdefault((part, outside), set()).add(inside)
    beside = _beside(pairs, {outside for _, outside in barred})
    found: dict[Part, list[_Apart]] = {}
    for (part, outside), distinct in sorted(barred.items(), key=lambda one: one[0][1]):
        scores = [(beside[outside].get(at, 0.0), -at) for at in part.members if at not in distinct]
        best, like = max(scores, default=(0.0, 0))
        if best >= REVIEW:
            one = _Apart(at=outside, like=-like, score=best, distinct=tuple(sorted(distinct)))
            found.setdefault(part, []).append(one)
    return found


def _beside(pairs: Likely, of: set[int]) -> dict[int, dict[int, float]]:
    """Return the scores of some elements with others."""
    found: dict[int, dict[int, float]] = {at: {} for at in of}
    for ends in zip(pairs.left.tolist(), pairs.right.tolist(), pairs.scores.tolist(), strict=True):
        one, two, score = ends
        if one in found:
            found[one][two] = score
        if two in found:
            found[two][one] = score
    return found


def _placed(pairs: Iterable[UidPair], place: Mapping[str, int]) -> list[tuple[int, int]]:
    return [(place[one], place[two]) for one, two in pairs if one in place and two in place]


def _common(speaking: Sequence[Sequence[str]], labels: Mapping[str, Text]) -> tuple[Text, ...]:
    count = Counter(name for functions in speaking for name in set(functions) if name in labels)
    often = [name for name, times in count.items() if 2 * times > len(speaking)]
    said = Counter(chain.from_iterable(speaking))
    return tuple(labels[name] for name in sorted(often, key=lambda name: (-count[name], -said[name], name)))


def _id(uids: Iterable[str]) -> str:
    return sha256("\n".join(sorted(uids)).encode()).hexdigest()[:_ID_LENGTH]
