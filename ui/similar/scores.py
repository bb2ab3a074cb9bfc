"""A likeness as it is written: one way for cards, lists, workbooks and the terminal."""

from model.text import Language
from ui.wording import number

_SUREST = 0.99  # the largest that is written: 1.00 would read as a certainty


def rounded(score: float) -> float:
    """Return a likeness as a number of two decimals that sorts: none is written as a certainty."""
    return min(round(score, 2), _SUREST)


def likeness(score: float, language: Language) -> str:
    """Return a likeness as it is told."""
    return number(rounded(score), language, 2)
