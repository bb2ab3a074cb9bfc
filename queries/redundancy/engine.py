"""Which elements do the same work: every pair scored, explained and called by its kind."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum, unique

import numpy as np
import numpy.typing as npt

from model.kinds import ElementKind
from queries.redundancy.candidates import candidates
from queries.redundancy.common import common_words, only_read
from queries.redundancy.comparing import Comparer
from queries.redundancy.corpus import Corpus, Entry
from queries.redundancy.evidence import COLUMN, HOLDS, Evidence, Floats, Indices, Table
from queries.redundancy.features import Features, features_of
from queries.redundancy.profiles import Profile
from queries.redundancy.scoring import Term, Weights, chance, confidence, logits, shipped_weights, terms
from queries.redundancy.words.lexicon import Lexicon
from queries.redundancy.words.unit_comparing import UnitComparer

STRONG, REVIEW = 0.8, 0.5  # the scores from which a pair is likely, and from which a person should look
DOUBTFUL = 0.2  # the score from which a person should look where both have a function in common
_NEVER_ONE = (Evidence.VARIANT, Evidence.WEBSITE, Evidence.EVERYWHERE, Evidence.CONFLICT)
_ONE = (Evidence.CATALOGUE, Evidence.SAME_NAME, Evidence.ADDRESS)


@unique
class FindingKind(StrEnum):
    """What a likely pair is, and so what to do about it; kept apart, because only some are a saving."""

    IDENTITY = "identity"  # one thing registered twice: merge
    FUNCTIONAL = "functional"  # two systems for the same work in one government: consolidate
    NATIONAL = "national"  # a local system beside a national one of the same function: consider migrating
    SHARING = "sharing"  # the same work in two governments: may be shared
    RELATED = "related"  # alike, and not redundant: never counted as a saving


_TO_CONSOLIDATE = (FindingKind.FUNCTIONAL, FindingKind.NATIONAL)


@dataclass(frozen=True, eq=False, kw_only=True)
class Pair:
    """Two elements that may do the same work, left before right by key.

    score: 0 to 1. confidence: how much the two records say at all, apart from the score. shared: column
    to the uids and names of the neighbours both have. functions: names of the concepts both speak of,
    what they speak of most first. listed: of each, by uid, what the catalogue says of the national
    application that its name is. read: of each, by uid, the functions that only its data speak of. alone:
    of each, by uid, the functions that the other does not speak of, those of its name first. named: of
    each, by uid, the functions that its name tells. words: where no function is common, the words that
    both use, as left and right write them, the rarest first. codes: the reference codes that both have,
    the narrowest of each line, to how many elements have it; the rarest first. evidence: its row in the
    table of evidence. undescribed: how many of the two have no text.
    """

    left: Entry
    right: Entry
    of: ElementKind
    score: float
    confidence: float
    kind: FindingKind
    terms: tuple[Term, ...]
    shared: dict[str, dict[str, str]]
    functions: tuple[str, ...]
    listed: Mapping[str, frozenset[str]]
    read: Mapping[str, frozenset[str]]
    alone: Mapping[str, tuple[str, ...]]
    named: Mapping[str, frozenset[str]]
    words: tuple[tuple[str, str], ...]
    codes: Mapping[str, int]
    evidence: Floats
    undescribed: float

    @property
    def ends(self) -> tuple[str, str]:
        """The uids of the two."""
        return self.left.uid, self.right.uid

    def has(self, evidence: Evidence) -> bool:
        """Return whether an evidence holds of it."""
        return bool(self.evidence[COLUMN[evidence]] >= HOLDS)

    @property
    def work(self) -> tuple[str, ...]:
        """The common functions that neither of the two only reads data of."""
        read = frozenset().union(*self.read.values())
        return tuple(name for name in self.functions if name not in read)


@dataclass(frozen=True, eq=False, kw_only=True)
class Comparison:
    """All pairs of a corpus that were looked at, with their scores.

    order: rows of the table, the highest score first, then by keys.
    """

    features: Features
    weights: Weights
    table: Table
    undescribed: Floats
    scores: npt.NDArray[np.float64]
    order: npt.NDArray[np.int64]

    @property
    def corpus(self) -> Corpus:
        """The elements compared."""
        return self.features.corpus

    def pairs(self, at_least: float = REVIEW, *, national: bool = False) -> Iterator[Pair]:
        """Yield the pairs of at least this score, the likeliest first. national: across governments too."""
        for row in self.order.tolist():
            if self.scores[row] < at_least:
                return
            pair = self.pair(row)
            if national or pair.kind is not FindingKind.SHARING:
                yield pair

    def doubtful(self) -> Iterator[Pair]:
        """Yield the pairs short of a review that have a function in common, the likeliest first.

        Of three of them one is true (docs/benchmarks-redundancy.md).
        """
        scores = self.scores[self.order]
        for row in self.order[(scores < REVIEW) & (scores >= DOUBTFUL)].tolist():
            pair = self.pair(row)
            if pair.work and pair.kind in _TO_CONSOLIDATE:
                yield pair

    def row_of(self, one: int, two: int) -> int | None:
        """Return the row of two elements, given as positions; None if they were not compared."""
        left, right = min(one, two), max(one, two)
        first, last = np.searchsorted(self.table.left, [left, left + 1])
        row = first + int(np.searchsorted(self.table.right[first:last], right))
        return row if row < last and self.table.right[row] == right else None

    def pair(self, row: int) -> Pair:
        """Return one row of the table as a pair."""
        one, two = int(self.table.left[row]), int(self.table.right[row])
        return paired(self, (one, two), row)


def compare(corpus: Corpus, lexicon: Lexicon, weights: Weights | None = None) -> Comparison:
    """Return a corpus with all its likely pairs scored; the same input gives the same answer."""
    return scored(features_of(corpus, lexicon), weights or shipped_weights(corpus.kind))


def scored(features: Features, weights: Weights) -> Comparison:
    """Return the comparison of a corpus that is ready to be compared."""
    left, right = candidates(features)
    return weighed(features, evidence_of(features, left, right), weights)


def evidence_of(features: Features, left: Indices, right: Indices) -> Table:
    """Return the evidence of pairs of elements, given as positions."""
    comparer = UnitComparer(features) if features.corpus.identity else Comparer(features)
    return comparer.table(left, right)


def weighed(features: Features, table: Table, weights: Weights) -> Comparison:
    """Return the comparison that given weights make of given evidence."""
    missing = np.array([not one.described for one in features.profiles], np.float32)
    undescribed = missing[table.left] + missing[table.right]
    scores = chance(logits(table, undescribed, weights))
    return Comparison(
        features=features,
        weights=weights,
        table=table,
        undescribed=undescribed,
        scores=scores,
        order=np.lexsort((table.right, table.left, -scores)),
    )


def paired(comparison: Comparison, ends: tuple[int, int], row: int) -> Pair:
    """Return two elements, given as positions, as the pair that a row of evidence makes of them."""
    features = comparison.features
    left, right = (features.corpus.entries[end] for end in ends)
    profiles = {features.corpus.entries[end].uid: features.profiles[end] for end in ends}
    evidence, undescribed = comparison.table.values[row], float(comparison.undescribed[row])
    one, two = (Counter(profile.functions) for profile in profiles.values())
    both = one & two
    return Pair(
        left=left,
        right=right,
        of=features.corpus.kind,
        score=float(comparison.scores[row]),
        confidence=confidence(evidence, units=features.corpus.identity),
        kind=FindingKind.IDENTITY if features.corpus.identity else kind_of(left, right, evidence),
        terms=terms(evidence, undescribed, comparison.weights),
        shared=_shared(left, right),
        functions=tuple(sorted(both, key=lambda name: (-both[name], name))),
        listed={uid: profile.covers | profile.joins for uid, profile in profiles.items()},
        read={features.corpus.entries[end].uid: only_read(features, end, both) for end in ends},
        alone={uid: _alone(profile, both) for uid, profile in profiles.items()},
        named={uid: profile.named_functions for uid, profile in profiles.items()},
        words=() if both else common_words(features, ends),
        codes=features.codes.common(*(profile.codes for profile in profiles.values())),
        evidence=evidence,
        undescribed=undescribed,
    )


def kind_of(left: Entry, right: Entry, evidence: Floats) -> FindingKind:
    """Return what a pair is, by its evidence and by whose the two are."""

    def has(one: Evidence) -> bool:
        return bool(evidence[COLUMN[one]] >= HOLDS)

    if left.government != right.government and not (left.national or right.national):
        return FindingKind.SHARING
    if any(map(has, _NEVER_ONE)):
        return FindingKind.RELATED
    # an old version and a new one are two systems as long as both run
    two = left.uid in right.replaces or right.uid in left.replaces
    if not two and any(map(has, _ONE)):
        return FindingKind.IDENTITY
    if has(Evidence.FLOW) or has(Evidence.NODE) or has(Evidence.CONTRAST) or has(Evidence.OTHER_FUNCTION):
        return FindingKind.RELATED
    if left.national != right.national or has(Evidence.COVERED):
        return FindingKind.NATIONAL
    return FindingKind.FUNCTIONAL


def _alone(profile: Profile, both: Container[str]) -> tuple[str, ...]:
    """Return the functions of one that the other does not have, those that it speaks of most first."""
    own = Counter(name for name in profile.functions if name not in both)
    return tuple(sorted(own, key=lambda name: (-own[name], name)))


def _shared(left: Entry, right: Entry) -> dict[str, dict[str, str]]:
    """Return the neighbours both have, by column; those that are still open are not elements and left out."""
    found = {}
    for column, beside in left.neighbours.items():
        both = {
            uid: name
            for uid, name in beside.items()
            if uid in right.neighbours.get(column, {}) and not uid.startswith("?")
        }
        if both:
            found[column] = both
    return found
