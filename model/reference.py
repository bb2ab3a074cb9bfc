"""Reference codes: the national models RAB, RAL, RAD, RAA, RAI, RAK, and how cells write them.

A code is its model's three letters and two digits a level: RAB.09.06.03. Levels 1 and 2 are national (Perpres
132/2022), level 3 is published in a template, what lies below is each government's own: codes are data of a
version, and one that a set does not know is kept and flagged, never refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from model.text import Text

# Separators and leading zeros vary in cells: "rab 9.6.3", "RAB-09-06-03", "RAB. 09. 06"; local levels may
# have more than two digits. Digits after a plain space are no level: "RAB.04.01 24 jam".
_CODE = re.compile(
    r"\s*(?P<model>RA[BLDAIK])(?P<parts>[\s._-]{0,2}\d{1,2}(?!\d)(?:(?:\s?\.\s?|[_-])\d{1,4}(?!\d))*)"
    r"(?P<rest>(?![a-z]|[._-]\d).*)",
    re.IGNORECASE | re.DOTALL,
)
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
    _by_code: Mapping[str, ReferenceCode] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse a code that stands twice, that is another model's, or whose parent is missing."""
        by_code = {one.code: one for one in self.codes}
        if len(by_code) != len(self.codes):
            raise ValueError(f"{self.name} {self.version}: a code stands twice")
        for one in self.codes:
            parent = broader(one.code)
            if model_of(one.code) != self.name or (parent and parent not in by_code):
                raise ValueError(f"{self.name} {self.version}: {one.code} has no place in it")
        object.__setattr__(self, "_by_code", by_code)

    def code(self, code: str) -> ReferenceCode | None:
        """Return what the set knows of a code; None if it does not know it."""
        return self._by_code.get(code)

    def at_level(self, level: int) -> tuple[ReferenceCode, ...]:
        """Return the codes of one level, in the order of the set."""
        return tuple(one for one in self.codes if one.level == level)

    def below(self, code: str) -> tuple[ReferenceCode, ...]:
        """Return the codes directly below a code."""
        return tuple(one for one in self.codes if broader(one.code) == code)


@dataclass(frozen=True, slots=True)
class WrittenCode:
    """A code as a cell writes it, in its proper form, and the name beside it ("" when there is none)."""

    code: str
    name: str


def read_code(text: str) -> WrittenCode | None:
    """Return the reference code that a text begins with; None when it begins with none.

    "RAB.09.06.03 Penataan SDM Aparatur" and "rab 9-6-3: Penataan …" are both RAB.09.06.03.
    """
    match = _CODE.match(text)
    if match is None:
        return None
    levels = (part.zfill(2) for part in re.findall(r"\d+", match["parts"]))
    name = " ".join(match["rest"].strip(" \t\r\n.:;,-–—_").split())
    if name.startswith("(") and name.endswith(")"):
        name = name[1:-1].strip()
    return WrittenCode(".".join((match["model"].upper(), *levels)), name)


def level_of(code: str) -> int:
    """Return the level of a well-formed code: RAB.09 is 1."""
    return code.count(".")


def model_of(code: str) -> str:
    """Return the three letters of a code's model."""
    return code.partition(".")[0]


def broader(code: str) -> str | None:
    """Return the code one level above; None for a code of level 1."""
    return code.rpartition(".")[0] if level_of(code) > 1 else None


def implied(code: str) -> tuple[str, ...]:
    """Return a code and all it lies under, lowest first: RAB.09.06.03, RAB.09.06, RAB.09.

    A lower level alone is enough in a sheet: the higher ones follow from it.
    """
    chain = [code]
    while (above := broader(chain[-1])) is not None:
        chain.append(above)
    return tuple(chain)
