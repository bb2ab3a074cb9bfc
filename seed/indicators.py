"""Which indicators of an index each sheet of evidence answers, from seed/reference/indicators.csv.

Index sets change; a new one is new rows.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FILE = files("seed") / "reference" / "indicators.csv"


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator: the regulation that sets its index, its number and name, and the sheets it asks for."""

    index_set: str
    number: str
    name: str
    evidence: frozenset[str]


@cache
def shipped_indicators() -> tuple[Indicator, ...]:
    """Return the indicators that the architecture is evidence for, in the order of the file."""
    return tuple(
        Indicator(row["index_set"], row["indicator"], row["name"], frozenset(row["evidence"].split(";")))
        for row in csv.DictReader(_FILE.read_text(encoding="utf-8").splitlines())
    )
