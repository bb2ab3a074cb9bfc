"""The small grammar of needs: how much of a redundancy group must be there. Group paths: model.groups.

Source: docs/availability-rule.md, points 1 and 3; docs/cli.md, Interchange CSV.
"""

import re
from dataclasses import dataclass
from enum import StrEnum, unique


@unique
class Measure(StrEnum):
    """What a need counts."""

    ALL = "all"
    MEMBERS = "members"  # at least so many members
    SHARE = "share"  # at least this share of the total weight, 0–1
    WEIGHT = "weight"  # at least this weight


@dataclass(frozen=True, slots=True)
class Need:
    """How much of a redundancy group must be there."""

    measure: Measure
    amount: float = 0.0

    def __str__(self) -> str:
        if self.measure is Measure.ALL:
            return "all"
        if self.measure is Measure.MEMBERS:
            return "any" if self.amount == 1 else f"{self.amount:g}"
        if self.measure is Measure.SHARE:
            return f"{self.amount * 100:g}%"
        return f"weight>={self.amount:g}"


ALL = Need(Measure.ALL)
ANY = Need(Measure.MEMBERS, 1)


def parse_need(text: str) -> Need | None:
    """Return the need a cell states; None when it is not one of the forms.

    Forms: all, any, a whole number from 1, a percentage over 0 up to 100, weight>=w with w over 0.
    """
    words = text.strip().lower().replace(" ", "").replace(",", ".")
    if words in ("all", "semua"):
        return ALL
    if words in ("any", "salahsatu"):
        return ANY
    if match := re.fullmatch(r"(\d+)(?:\.0+)?", words):
        count = int(match[1])
        return Need(Measure.MEMBERS, count) if count >= 1 else None
    if match := re.fullmatch(r"(\d+(?:\.\d+)?)%", words):
        share = float(match[1]) / 100
        return Need(Measure.SHARE, share) if 0 < share <= 1 else None
    if match := re.fullmatch(r"weight>=(\d+(?:\.\d+)?)", words):
        weight = float(match[1])
        return Need(Measure.WEIGHT, weight) if weight > 0 else None
    return None
