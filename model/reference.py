"""Reference codes: the national models RAB, RAL, RAD, RAA, RAI, RAK, and how cells write them.

A code is its model's three letters and two digits a level: RAB.09.06.03. Levels 1 and 2 are national (Perpres
132/2022), level 3 is published in a template, what lies below is each government's own: codes are data of a
version, and one that a set does not know is kept and flagged, never refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.text import Text

_WELL_FORMED = re.compile(r"[A-Z]{3}(?:\.\d{2})+")

# A first level has two digits, of a set of one's own three: "RAB 2024" is a budget, "RAL 7035" a colour. One
# separator is kept: "RAB.03.05.01-07" is a range. A space parts levels only if one stands before the first:
# "RAB.04.01 24 jam" is RAB.04.01. A code without dots begins a text, or one item of a list.
_MODEL = r"[Rr][Aa][BLDAIKbldaik]"
_FIRST = r"[0-9]{1,2}(?![0-9])"
_LETTER = r"(?:[A-Za-z](?![^\W_]))?"  # of "RAB.04.01a"; in "RAB.04.01Kesehatan" a name begins
_DOTTED = rf"(?:\s*\.\s*[0-9]+{_LETTER})"
_JOINED = rf"(?:[-_][0-9]+{_LETTER})"
_BEGINNING = r"(?:^|(?<=[;,(\[\n&/|+])|(?<=\sdan)|(?<=\ss\.d\.))\s*"
_CODE = re.compile(
    rf"(?<!\w){_MODEL}\s*\.\s*[0-9]{{1,3}}(?![0-9]){_LETTER}{_DOTTED}*"
    rf"|{_BEGINNING}{_MODEL}(?:[-_]|\s*){_FIRST}"
    rf"(?:{_LETTER}{_DOTTED}+|{_LETTER}{_JOINED}+|(?:\s+{_FIRST})+(?!\s*[0-9])|(?!\s+[0-9]){_LETTER})"
)
_LEVEL = re.compile(r"([0-9]+)([A-Za-z]?)")
_ANY = re.compile(rf"(?<!\w){_MODEL}\W{{0,3}}[0-9]")
_APART = re.compile(r"(?![-._/]?\w|\s*[,;&+~])[\s.:/–—|-]*")  # between a code and its name


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


@dataclass(frozen=True, slots=True)
class WrittenCode:
    """A code as a text writes it. code: in its proper form; written: as it stands, without needless spaces.

    name: what stands beside it; "" where there is nothing, or where a text was only searched for codes.
    """

    code: str
    written: str
    name: str = ""


def written_codes(text: str) -> list[WrittenCode]:
    """Return the reference codes in a text, in their order: "rab 9.6.3; RAL-01-02 Izin" has two."""
    return [code for code, _, _ in _found(text)]


def written_code(text: str) -> WrittenCode | None:
    """Return the one code that a reference is, alone, before its name or in brackets behind it; else None.

    "RAB-09-06-03: Penataan", "rab 9.6.3 Penataan" and "Penataan (RAB.9.6.3)" are RAB.09.06.03, Penataan.
    """
    found = next(_found(text), None)
    if found is None or len(_ANY.findall(text)) > 1:
        return None
    code, before, after = found
    if before.endswith("(") and after.strip() == ")":
        name = before[:-1]
    elif not before and (apart := _APART.match(after)):
        name = after[apart.end() :]
    else:
        return None
    name = " ".join(name.split())
    if name.startswith("(") and name.endswith(")") and name.count("(") == 1:
        name = name[1:-1].strip()
    return WrittenCode(code.code, code.written, name)


def _found(text: str) -> Iterator[tuple[WrittenCode, str, str]]:
    """Yield each code with what stands before and behind it."""
    for match in _CODE.finditer(text):
        written = re.sub(r"\s*\.\s*", ".", " ".join(match[0].split())).upper()
        levels = (f"{digits.zfill(2)}{letter}" for digits, letter in _LEVEL.findall(written[3:]))
        code = ".".join((written[:3], *levels))
        yield WrittenCode(code, written), text[: match.start()].strip(), text[match.end() :]


def level_of(code: str) -> int:
    """Return the level of a well-formed code: RAB.09 is 1."""
    return code.count(".")


def model_of(code: str) -> str:
    """Return the three letters of a code's model."""
    return code.partition(".")[0]


def broader(code: str) -> str | None:
    """Return the code one level above; None for a code of level 1."""
    return code.rpartition(".")[0] if level_of(code) > 1 else None
