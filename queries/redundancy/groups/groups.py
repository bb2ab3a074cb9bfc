"""Groups of elements that do the same work, as a comparison and people's decisions make them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

import numpy as np

from model.knowledge import Knowledge
from model.text import Text
from queries.redundancy.engine import REVIEW, Comparison, FindingKind, kind_of
from queries.redundancy.groups.linkage import CUT, Likely, Part, partition
from queries.redundancy.groups.links import Links, UidPair

FLOOR = 0.05  # scores below it are taken for none
_LINKING = frozenset({FindingKind.IDENTITY, FindingKind.FUNCTIONAL, FindingKind.NATIONAL})
_ID_LENGTH = 16


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
