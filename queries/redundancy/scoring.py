"""From evidence to a score: a weighted sum in log-odds whose terms a person can add up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from queries.redundancy.evidence import ALL, COLUMN, Evidence, Floats, Table

ENGINE = "5"  # raised when evidence means something else; decisions keep the one they were made with
BASELINE = "baseline"  # what is assumed of any pair before it is looked at
UNDESCRIBED = "undescribed"  # names must do where nothing is said

# Measured on two labelled Indonesian inventories, then fitted by MAP around those values on five invented
# ones (2026-11-29): python -m tests.benchmarks.weights; docs/decisions/0040.
WEIGHTS: Mapping[Evidence, float] = {
    Evidence.NAME: 1.9,
    Evidence.SAME_NAME: 6.9,
    Evidence.CATALOGUE: 4.2,
    Evidence.COVERED: 1.9,
    Evidence.ACRONYM: 1.5,
    Evidence.WORDS: 1.4,
    Evidence.LETTERS: 1.7,
    Evidence.TOPIC: 2.7,
    Evidence.COMPANY: 4.6,
    Evidence.FUNCTION: 4.9,
    Evidence.SERVICES: 1.7,
    Evidence.DATA: 2.9,
    Evidence.PROCESSES: 1.3,
    Evidence.INTERFACES: 0.5,
    Evidence.SERVERS: 0.2,
    Evidence.CODE: 1.1,
    Evidence.ADDRESS: 3.0,
    Evidence.MAKE: 0.0,
    Evidence.OTHER_FUNCTION: -2.6,
    Evidence.APART: -0.8,
    Evidence.CONFLICT: -2.8,
    Evidence.CONTRAST: -0.3,
    Evidence.WEBSITE: -4.0,
    Evidence.VARIANT: -6.1,
    Evidence.SIBLINGS: -2.1,
    Evidence.NODE: -4.8,
    Evidence.FLOW: -1.0,
}


# What two records say or do not say; names are always there.
_TELLING = (
    Evidence.WORDS,
    Evidence.FUNCTION,
    Evidence.SERVICES,
    Evidence.DATA,
    Evidence.PROCESSES,
    Evidence.CODE,
    Evidence.MAKE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each evidence counts, in log-odds for its full value.

    undescribed: added once for each of the two that has no text of its own.
    """

    baseline: float = -6.6
    undescribed: float = -0.52
    evidence: Mapping[Evidence, float] = field(default_factory=lambda: dict(WEIGHTS))

    def vector(self) -> Floats:
        """Return the weights in the order of the columns of a table of evidence."""
        return np.array([self.evidence[one] for one in ALL], np.float32)


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a score. evidence: an Evidence, BASELINE or UNDESCRIBED. contribution: in log-odds."""

    evidence: str
    value: float
    weight: float
    contribution: float


def logits(table: Table, undescribed: Floats, weights: Weights) -> Floats:
    """Return the score of each pair in log-odds. undescribed: how many of the two have no text."""
    known = np.nan_to_num(table.values)
    found = weights.baseline + known @ weights.vector() + weights.undescribed * undescribed
    return np.asarray(found, np.float32)


def chance(logit: Floats) -> npt.NDArray[np.float64]:
    """Return log-odds as probabilities, 0 to 1."""
    return np.asarray(1 / (1 + np.exp(-logit.astype(np.float64))), np.float64).round(6)


def terms(row: Floats, undescribed: float, weights: Weights) -> tuple[Term, ...]:
    """Return the parts of one pair's score, the weightiest first after the baseline; they add up to it."""
    found = [
        Term(
            one.value,
            float(row[COLUMN[one]]),
            weights.evidence[one],
            weights.evidence[one] * float(row[COLUMN[one]]),
        )
        for one in ALL
        if not np.isnan(row[COLUMN[one]]) and row[COLUMN[one]] > 0
    ]
    if undescribed:
        found.append(Term(UNDESCRIBED, undescribed, weights.undescribed, weights.undescribed * undescribed))
    found.sort(key=lambda term: (-abs(term.contribution), term.evidence))
    return (Term(BASELINE, 1.0, weights.baseline, weights.baseline), *found)


def confidence(row: Floats) -> float:
    """Return how much two records say at all, 0 to 1: the share of evidence that is not missing."""
    return round(float((~np.isnan(row[[COLUMN[one] for one in _TELLING]])).mean()), 2)
