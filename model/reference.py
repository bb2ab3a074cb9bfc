"""Reference codes: the national models RAB, RAL, RAD, RAA, RAI, RAK.

A code is its model's three letters and two digits a level: RAB.09.06.03. Levels 1 and 2 are national (Perpres
132/2022), level 3 is published in a template, what lies below is each government's own: codes are data of a
version, and one that a set does not know is kept and flagged, never refused.
"""

import re
from dataclasses import dataclass

from model.text import Text

_WELL_FORMED = re.compile(r"[A-Z]{3}(?:\.\d{2})+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceCode:
    """One code of a model. source: where the code was seen; status: how sure its number is."""

    code: str
    name: str
    level: int
    source: str
    status: str

    def __post_init__(self) -> None:
        """Refuse a code that is not of its own level."""
        if not _WELL_FORMED.fullmatch(self.code) or level_of(self.code) != self.level:
            raise ValueError(f"{self.code!r} is no reference code of level {self.level}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceSet:
    """One version of one model. name: its three letters."""

    name: str
    version: str
    label: Text
    codes: tuple[ReferenceCode, ...]

    def __post_init__(self) -> None:
        """Refuse a code that stands twice, that is another model's, or whose parent is missing."""
        known = {one.code for one in self.codes}
        if len(known) != len(self.codes):
            raise ValueError(f"{self.name} {self.version}: a code stands twice")
        for one in self.codes:
            parent = broader(one.code)
            if model_of(one.code) != self.name or (parent and parent not in known):
                raise ValueError(f"{self.name} {self.version}: {one.code} has no place in it")


def level_of(code: str) -> int:
    """Return the level of a well-formed code: RAB.09 is 1."""
    return code.count(".")


def model_of(code: str) -> str:
    """Return the three letters of a code's model."""
    return code.partition(".")[0]


def broader(code: str) -> str | None:
    """Return the code one level above; None for a code of level 1."""
    return code.rpartition(".")[0] if level_of(code) > 1 else None
