"""Which weights a store compares with: the shipped ones, or learnt ones that a person accepted.

Every choice is kept as a numbered version; going back to the shipped weights is one too.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from model.decision import Decision, Verdict, pair_of
from model.kinds import ElementKind
from queries.applying import Writer
from queries.keeping import Shelf, keep, kept
from queries.redundancy.engine import Comparison, weighed
from queries.redundancy.evidence import ALL
from queries.redundancy.learning import Lessons, explained, fitted
from queries.redundancy.scoring import ENGINE, WEIGHTS, Weights, shipped_weights
from queries.store.store import Store

_SAME = 0.001  # log-odds below which two weights are one


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
