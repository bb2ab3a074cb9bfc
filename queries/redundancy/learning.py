"""Learning from decisions: the weights that explain them best without leaving the shipped ones far behind."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from queries.redundancy.evidence import AGAINST, ALL, Evidence, Floats
from queries.redundancy.scoring import Weights, chance

FEWEST = 10  # decisions of each sort, from which weights are fitted at all
RIDGE = 1.0  # how strongly the shipped weights hold


@dataclass(frozen=True, eq=False, kw_only=True)
class Lessons:
    """Decided pairs: their evidence as it was then, whether they were called the same work, how sure.

    values: a row per pair, a column per Evidence, NaN where missing. undescribed: how many of the two had no
    text. same: 1 for duplicate and overlap, 0 for distinct. times: how much each counts.
    """

    values: Floats
    undescribed: Floats
    same: npt.NDArray[np.bool_]
    times: Floats

    @property
    def enough(self) -> bool:
        """Whether there are enough of both sorts to learn from."""
        return min(int(self.same.sum()), int((~self.same).sum())) >= FEWEST

    def some(self, rows: npt.NDArray[np.bool_]) -> "Lessons":
        """Return those of some rows."""
        return Lessons(
            values=self.values[rows],
            undescribed=self.undescribed[rows],
            same=self.same[rows],
            times=self.times[rows],
        )


def fitted(lessons: Lessons, prior: Weights, ridge: float = RIDGE) -> Weights:
    """Return the weights with the highest probability given decisions and the shipped weights.

    Maximum a posteriori: logistic likelihood, normal prior around the shipped weights; what speaks for a
    pair never gets a weight below zero, and what speaks against it none above. The baseline follows more
    freely: how common redundancy is differs from place to place.
    """
    known = np.hstack(
        (
            np.ones((len(lessons.same), 1)),
            np.nan_to_num(lessons.values.astype(np.float64)),
            lessons.undescribed.astype(np.float64).reshape(-1, 1),
        )
    )
    start = np.concatenate(([prior.baseline], prior.vector().astype(np.float64), [prior.undescribed]))
    hold = np.concatenate(([0.1 * ridge], np.full(len(ALL), ridge), [ridge]))
    sign = np.where(lessons.same, 1.0, -1.0)

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        margin = sign * (known @ weights)
        away = weights - start
        value = float((lessons.times * np.logaddexp(0, -margin)).sum() + 0.5 * (hold * away**2).sum())
        pull = -sign * lessons.times / (1 + np.exp(margin))
        return value, known.T @ pull + hold * away

    bounds = [(None, None), *(_bounds(one) for one in ALL), (None, None)]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x.round(4)
    return Weights(
        baseline=float(found[0]),
        evidence={one: float(value) for one, value in zip(ALL, found[1:-1], strict=True)},
        undescribed=float(found[-1]),
    )


def explained(lessons: Lessons, weights: Weights) -> float:
    """Return the share of decisions on whose side a score by these weights is, each as much as it counts."""
    known = np.nan_to_num(lessons.values)
    logit = weights.baseline + known @ weights.vector() + weights.undescribed * lessons.undescribed
    right = (chance(logit) >= 0.5) == lessons.same
    return float((lessons.times * right).sum() / lessons.times.sum())


def _bounds(evidence: Evidence) -> tuple[float | None, float | None]:
    return (None, 0.0) if evidence in AGAINST else (0.0, None)


def lessons_of(rows: Sequence[tuple[Floats, float, bool]]) -> Lessons:
    """Return decided pairs, given as evidence, number of undescribed and verdict, as equal lessons."""
    return Lessons(
        values=np.array([row for row, _, _ in rows], np.float32).reshape(len(rows), len(ALL)),
        undescribed=np.array([said for _, said, _ in rows], np.float32),
        same=np.array([same for _, _, same in rows], np.bool_),
        times=np.ones(len(rows), np.float32),
    )
