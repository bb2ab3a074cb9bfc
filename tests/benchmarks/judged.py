"""The example province as readers judge it: see tests/data/judged_pairs/README.md."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from itertools import combinations
from pathlib import Path

from queries.redundancy.engine import REVIEW, Comparison, FindingKind, Pair

_DATA = Path(__file__).parents[1] / "data" / "judged_pairs" / "pairs.csv"
_REDUNDANT = frozenset("DO")

Ends = frozenset[str]


@unique
class Judgement(StrEnum):
    """What most readers say of two applications."""

    DUPLICATE = "duplicate"  # one is enough
    OVERLAP = "overlap"  # to be looked at together
    NEITHER = "neither"  # related, or nothing to do with each other


@dataclass(frozen=True, slots=True)
class Judged:
    """What readers say of two applications. source: why they were asked. votes: a letter of each."""

    source: str
    votes: str

    @property
    def said(self) -> Judgement:
        """What most of them say; who says duplicate also says that they overlap."""
        if 2 * self.votes.count("D") > len(self.votes):
            return Judgement.DUPLICATE
        redundant = sum(one in _REDUNDANT for one in self.votes)
        return Judgement.OVERLAP if 2 * redundant > len(self.votes) else Judgement.NEITHER


@dataclass(frozen=True, slots=True)
class Answered:
    """How many pairs of a source and judgement there are; shown, shown as related, and asked as doubtful."""

    pairs: int
    shown: int
    related: int
    doubtful: int


def judged() -> dict[Ends, Judged]:
    """Return the judgements, by the keys of the two."""
    with _DATA.open(encoding="utf-8", newline="") as file:
        return {
            frozenset((row["left"], row["right"])): Judged(row["source"], row["votes"])
            for row in csv.DictReader(file)
        }


def agreement(pairs: Mapping[Ends, Judged]) -> float:
    """Return how often two readers both call a pair redundant, or both do not."""
    agreed = [
        (one in _REDUNDANT) == (two in _REDUNDANT)
        for pair in pairs.values()
        for one, two in combinations(pair.votes, 2)
    ]
    return sum(agreed) / len(agreed)


def answered(pairs: Mapping[Ends, Judged], comparison: Comparison) -> dict[tuple[str, Judgement], Answered]:
    """Return what the engine does with the judged pairs, by why they were asked and what readers say."""
    of = Counter((pair.source, pair.said) for pair in pairs.values())
    shown, related = Counter[tuple[str, Judgement]](), Counter[tuple[str, Judgement]]()
    for ends, kind in _shown(comparison):
        if ends in pairs:
            row = (pairs[ends].source, pairs[ends].said)
            shown[row] += 1
            related[row] += kind is FindingKind.RELATED
    doubtful = Counter(
        (pairs[ends].source, pairs[ends].said) for ends in map(_ends, comparison.doubtful()) if ends in pairs
    )
    return {row: Answered(of[row], shown[row], related[row], doubtful[row]) for row in sorted(of)}


def unjudged(pairs: Mapping[Ends, Judged], comparison: Comparison) -> int:
    """Return how many pairs are shown that no reader was asked about."""
    return sum(ends not in pairs for ends, _ in _shown(comparison))


def _shown(comparison: Comparison) -> Iterator[tuple[Ends, FindingKind]]:
    for pair in comparison.pairs(REVIEW):
        yield _ends(pair), pair.kind


def _ends(pair: Pair) -> Ends:
    return frozenset((pair.left.key, pair.right.key))
