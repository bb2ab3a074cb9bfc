"""Which weights a store compares with: the shipped ones, or learnt ones that a person accepted.

Every choice is kept as a numbered version; going back to the shipped weights is one too.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from model.decision import Decision, Verdict, pair_of, standing
from model.kinds import ElementKind
from queries.keeping import Shelf, keep, kept
from queries.loads.applying import Writer
from queries.redundancy.engine import REVIEW, STRONG, Comparison, FindingKind, Pair, weighed
from queries.redundancy.evidence import ALL
from queries.redundancy.learning import Lessons, explained, fitted
from queries.redundancy.scoring import ENGINE, WEIGHTS, Weights, shipped_weights
from queries.store.store import Store

FEWEST_DOUBTFUL = 5  # decisions on pairs that are no strong ones, below which the likeliest alone teach
_SAME = 0.001  # log-odds below which two weights are one
_PARTS = 5  # into which decisions are parted: each is judged by weights learnt from the others


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """Weights that decisions teach, not in use yet.

    before, after: share of the decisions, 0 to 1, that the weights in use and these explain. decisions: how
    many they were.
    """

    weights: Weights
    before: float
    after: float
    decisions: int

    @property
    def worse(self) -> bool:
        """Whether they explain fewer of the very decisions that they were learnt from."""
        return self.after < self.before

    def differs(self, present: Weights) -> bool:
        """Return whether they are others than those in use: else there is nothing to accept."""
        mine, theirs = (_numbers(one) for one in (self.weights, present))
        return any(abs(one - other) >= _SAME for one, other in zip(mine, theirs, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One version of what a store compares with. learnt: None for the shipped weights."""

    version: int
    by: str
    at: str  # instant, ISO 8601 UTC
    engine: str
    learnt: Learnt | None = None

    @property
    def outdated(self) -> bool:
        """Whether weights were learnt for another engine: they mean nothing, and the shipped ones hold."""
        return self.learnt is not None and self.engine != ENGINE

    @property
    def weights(self) -> Weights:
        """The weights to use."""
        return self.learnt.weights if self.learnt and not self.outdated else Weights()


def learnt_from(lessons: Lessons, present: Weights) -> Learnt | None:
    """Return the weights that decisions teach, beside those in use; None while they are too few.

    They are fitted around the shipped weights, so that learning again does not drift.
    """
    if not lessons.enough:
        return None
    found = fitted(lessons, Weights())
    return Learnt(
        weights=found,
        before=explained(lessons, present),
        after=explained(lessons, found),
        decisions=len(lessons.same),
    )


def waiting_with(
    comparison: Comparison, weights: Weights, decided: Mapping[tuple[str, str], Decision]
) -> int:
    """Return how many pairs would wait for a decision with some weights; what is postponed waits too.

    decided: what counts for each pair, by its uids, the smaller first.
    """
    found = weighed(comparison.features, comparison.table, weights)
    over = {ends for ends, one in decided.items() if one.verdict is not Verdict.POSTPONE}
    return sum(pair_of(*pair.ends) not in over for pair in found.pairs())


@dataclass(frozen=True, eq=False, kw_only=True)
class Moved:
    """A pair that waits with one set of weights only. before, after: its scores. appears: it does not yet."""

    pair: Pair
    before: float
    after: float

    @property
    def appears(self) -> bool:
        """Whether it would wait from then on; else it would wait no longer."""
        return self.before < REVIEW

    @property
    def national(self) -> bool:
        """Whether just one of the two is national: a pair that is to be reviewed in any case."""
        return self.pair.kind is FindingKind.NATIONAL or self.pair.left.national != self.pair.right.national


def moved_with(
    comparison: Comparison, weights: Weights, decided: Mapping[tuple[str, str], Decision]
) -> list[Moved]:
    """Return the pairs that would wait no longer, then those that would appear: national ones first.

    decided: as with waiting_with().
    """
    other = weighed(comparison.features, comparison.table, weights)
    crossing = np.flatnonzero((comparison.scores >= REVIEW) != (other.scores >= REVIEW))
    over = {ends for ends, one in decided.items() if one.verdict is not Verdict.POSTPONE}
    found = [
        Moved(pair=comparison.pair(row), before=float(comparison.scores[row]), after=float(other.scores[row]))
        for row in crossing.tolist()
    ]
    waiting = [
        one
        for one in found
        if one.pair.kind is not FindingKind.SHARING and pair_of(*one.pair.ends) not in over
    ]
    return sorted(waiting, key=lambda one: (one.appears, not one.national, -max(one.before, one.after)))


def foretold(lessons: Lessons) -> float | None:
    """Return the share of decisions, 0 to 1, that weights learnt from the others explain; None of too few.

    They are parted in five, of each sort alike, and each part is judged by what the other four teach.
    """
    if not lessons.enough:
        return None
    place = np.zeros(len(lessons.same), np.int64)
    for same in (True, False):
        of = np.flatnonzero(lessons.same == same)
        place[of] = np.arange(len(of)) % _PARTS
    parts = [part for part in range(_PARTS) if (place == part).any()]
    shares = [
        explained(lessons.some(place == part), fitted(lessons.some(place != part), Weights()))
        * float(lessons.times[place == part].sum())
        for part in parts
    ]
    return sum(shares) / float(lessons.times.sum())


def doubtful(made: Iterable[Decision]) -> int:
    """Return how many of the decisions that teach were made on pairs that were no strong ones then."""
    return sum(
        one.verdict.same is not None
        and one.kind is ElementKind.APPLICATION
        and one.basis is not None
        and one.basis.score < STRONG
        for one in standing(made).values()
    )


def choices(store: Store) -> list[Choice]:
    """Return all versions, oldest first; none where nobody ever chose."""
    return [_choice(node) for node in kept(store, Shelf.WEIGHTING)]


def weights_in_use(store: Store, kind: ElementKind = ElementKind.APPLICATION) -> Weights:
    """Return the weights to compare with: those chosen last, else the shipped ones.

    Decisions about applications teach what evidence counts for them, and for nothing else.
    """
    if kind is not ElementKind.APPLICATION:
        return shipped_weights(kind)
    found = choices(store)
    return found[-1].weights if found else Weights()


def accept(store: Store, learnt: Learnt, writer: Writer) -> Choice:
    """Use learnt weights from now on.

    Raises:
        StoreFault: somebody else is writing.
    """
    content = {
        "baseline": learnt.weights.baseline,
        "undescribed": learnt.weights.undescribed,
        "evidence": {one.value: value for one, value in learnt.weights.evidence.items()},
    }
    said = {
        "engine": ENGINE,
        "weights": json.dumps(content, sort_keys=True),
        "before": learnt.before,
        "after": learnt.after,
        "decisions": learnt.decisions,
    }
    return _choice(keep(store, Shelf.WEIGHTING, said, writer))


def go_back(store: Store, writer: Writer) -> Choice:
    """Use the shipped weights from now on; what was learnt stays on record.

    Raises:
        StoreFault: somebody else is writing.
    """
    return _choice(keep(store, Shelf.WEIGHTING, {"engine": ENGINE}, writer))


def _numbers(weights: Weights) -> list[float]:
    return [weights.baseline, weights.undescribed, *map(float, weights.vector())]


def _choice(node: dict[str, Any]) -> Choice:
    return Choice(
        version=int(node["id"]),
        by=node["by"],
        at=node["at"],
        engine=node["engine"],
        learnt=_learnt(node) if node.get("weights") else None,
    )


def _learnt(node: dict[str, Any]) -> Learnt:
    content = json.loads(node["weights"])
    return Learnt(
        weights=Weights(
            baseline=content["baseline"],
            undescribed=content["undescribed"],
            evidence={one: content["evidence"].get(one.value, WEIGHTS[one]) for one in ALL},
        ),
        before=node["before"],
        after=node["after"],
        decisions=node["decisions"],
    )
