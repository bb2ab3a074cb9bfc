"""From evidence to a score: a weighted sum in log-odds whose terms a person can add up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from model.kinds import ElementKind
from queries.redundancy.evidence import ALL, COLUMN, OF_UNITS, Evidence, Floats, Table

ENGINE = "10"  # raised when evidence means something else; decisions keep the one they were made with
BASELINE = "baseline"  # what is assumed of any pair before it is looked at
UNDESCRIBED = "undescribed"  # names must do where nothing is said

# Measured on two labelled Indonesian inventories, fitted by MAP around those values on five invented ones,
# then some moved to where these rank best (2026-11-30): python -m tests.benchmarks.weights; decision 0040.
WEIGHTS: Mapping[Evidence, float] = {
    Evidence.NAME: 1.9,
    Evidence.SAME_NAME: 7.1,
    Evidence.CATALOGUE: 4.2,
    Evidence.COVERED: 1.9,
    Evidence.ACRONYM: 1.5,
    Evidence.WORDS: 1.4,
    Evidence.LETTERS: 1.7,
    Evidence.TOPIC: 3.5,
    Evidence.COMPANY: 4.6,
    Evidence.FUNCTION: 5.8,
    Evidence.SERVICES: 1.7,
    Evidence.DATA: 2.9,
    Evidence.PROCESSES: 1.3,
    Evidence.INTERFACES: 0.5,
    Evidence.SERVERS: 0.2,
    Evidence.CODE: 1.1,
    Evidence.ADDRESS: 3.0,
    Evidence.MAKE: 0.0,
    Evidence.OTHER_FUNCTION: -1.6,
    Evidence.APART: -0.8,
    Evidence.CONFLICT: -2.8,
    Evidence.CONTRAST: -0.3,
    Evidence.WEBSITE: -4.0,
    Evidence.EVERYWHERE: -4.0,
    Evidence.VARIANT: -7.0,
    Evidence.SIBLINGS: -2.1,
    Evidence.NODE: -5.8,
    Evidence.FLOW: -1.0,
    **dict.fromkeys(OF_UNITS, 0.0),
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
_TELLING_OF_UNITS = (Evidence.ELSEWHERE, Evidence.OTHER_PARENT, Evidence.OTHER_RANK, Evidence.ADDRESS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each evidence counts, in log-odds for its full value.

    undescribed: added once for each of the two that has no text of its own.
    """

    baseline: float = -6.8
    undescribed: float = -0.52
    evidence: Mapping[Evidence, float] = field(default_factory=lambda: dict(WEIGHTS))

    def vector(self) -> Floats:
        """Return the weights in the order of the columns of a table of evidence."""
        return np.array([self.evidence[one] for one in ALL], np.float32)


# Of other kinds: fitted around those of applications, of units around what their meaning suggests, on the
# invented samples of tests/data/similar_others, in the same way.
_OTHERS: Mapping[ElementKind, Weights] = {
    ElementKind.SERVICE: Weights(
        baseline=-4.8,
        undescribed=-0.33,
        evidence={
            **WEIGHTS,
            Evidence.NAME: 0.6,
            Evidence.ACRONYM: 1.7,
            Evidence.WORDS: 0.9,
            Evidence.LETTERS: 1.8,
            Evidence.TOPIC: 4.4,
            Evidence.FUNCTION: 1.8,
            Evidence.DATA: 1.6,
            Evidence.PROCESSES: 0.5,
            Evidence.OTHER_FUNCTION: -2.8,
            Evidence.APART: -0.5,
            Evidence.CONTRAST: 0.0,
            Evidence.SIBLINGS: -4.5,
        },
    ),
    ElementKind.DATA_OBJECT: Weights(
        baseline=-5.1,
        undescribed=-1.08,
        evidence={
            **WEIGHTS,
            Evidence.NAME: 1.0,
            Evidence.COVERED: 0.8,
            Evidence.WORDS: 2.4,
            Evidence.LETTERS: 2.1,
            Evidence.TOPIC: 3.9,
            Evidence.COMPANY: 4.0,
            Evidence.FUNCTION: 1.7,
            Evidence.SERVICES: 0.8,
            Evidence.PROCESSES: 0.0,
            Evidence.OTHER_FUNCTION: -2.3,
            Evidence.APART: 0.0,
            Evidence.CONFLICT: -2.2,
            Evidence.CONTRAST: 0.0,
            Evidence.SIBLINGS: -4.4,
        },
    ),
    ElementKind.ORG_UNIT: Weights(
        baseline=-7.2,
        undescribed=0.0,
        evidence={
            **dict.fromkeys(ALL, 0.0),
            Evidence.NAME: 9.4,
            Evidence.SAME_NAME: 1.8,
            Evidence.ACRONYM: 5.8,
            Evidence.ADDRESS: 5.0,
            Evidence.CONTRAST: -1.2,
            Evidence.ELSEWHERE: -8.4,
            Evidence.OTHER_PARENT: -6.1,
            Evidence.OTHER_RANK: -6.9,
        },
    ),
}


def shipped_weights(kind: ElementKind) -> Weights:
    """Return what evidence counts for elements of a kind unless people taught otherwise."""
    return _OTHERS.get(kind) or Weights()


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


def confidence(row: Floats, *, units: bool = False) -> float:
    """Return how much two records say at all, 0 to 1: the share of evidence that is not missing."""
    telling = _TELLING_OF_UNITS if units else _TELLING
    return round(float((~np.isnan(row[[COLUMN[one] for one in telling]])).mean()), 2)
