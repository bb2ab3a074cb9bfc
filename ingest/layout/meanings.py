"""What a column means, as one word: so confirmed mappings keep it, mapping files write it, pages offer it.

name  code  code+name  key  reference      identity and national codes
status  owner  …                           a property or a column of references, by its metamodel name
rab/0  outline/1                           a level of a reference model or of an outline, 0 is highest
#  -  *                                    running number, not read, kept as a property of its own
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, unique

from ingest.layout.headers import Headers, Meaning, Part
from model.kinds import ElementKind
from model.text import Text

IGNORED = "-"
OWN = "*"
NUMBER = "#"
_OUTLINE = "outline"
_FIXED = {
    Part.NAME: "name",
    Part.CODE: "code",
    Part.BOTH: "code+name",
    Part.KEY: "key",
    Part.REFERENCE: "reference",
    Part.NUMBER: NUMBER,
    Part.IGNORED: IGNORED,
    Part.UNKNOWN: OWN,
    Part.KIND: OWN,  # in a sheet of one kind the domain says nothing new
}
_PARTS = {word: part for part, word in _FIXED.items() if part is not Part.KIND}
_IDENTITY = frozenset({Part.NAME, Part.BOTH, Part.CODE, Part.KEY, Part.OUTLINE})
_FIXED_LABELS = {
    "name": Text(id="Nama", en="Name"),
    "code": Text(id="Kode", en="Code"),
    "code+name": Text(id="Kode dan nama dalam satu sel", en="Code and name in one cell"),
    "key": Text(id="Kunci Simpul", en="Key of Simpul"),
    "reference": Text(id="Kode referensi nasional", en="National reference codes"),
}
_LEVEL = Text(id="{label}, tingkat {level}", en="{label}, level {level}")


@unique
class Group(StrEnum):
    """How meanings are grouped where a person chooses one, in this order."""

    OTHER = "other"
    IDENTITY = "identity"
    REFERENCE = "reference"
    PROPERTY = "property"


@dataclass(frozen=True, slots=True)
class Offer:
    """A meaning that a column of a kind may have. label: None for those every page words itself."""

    word: str
    group: Group
    label: Text | None = None


def word_of(meaning: Meaning) -> str:
    """Return the word of a meaning."""
    if meaning.part is Part.OUTLINE:
        return f"{_OUTLINE}/{meaning.level}"
    return _FIXED.get(meaning.part) or meaning.name


def meaning_of(headers: Headers, kind: ElementKind, word: str) -> Meaning | None:
    """Return what a word means for a kind; None when the metamodel knows no such property or column."""
    if word in _PARTS:
        return Meaning(_PARTS[word])
    name, slash, level = word.partition("/")
    if slash:
        return _level(headers, kind, name, int(level)) if level.isdecimal() else None
    found = headers.by_name(kind).get(word)
    return found if found is not None and found.part in (Part.LINK, Part.PROPERTY) else None


def _level(headers: Headers, kind: ElementKind, name: str, level: int) -> Meaning | None:
    link = next((one for one in headers.metamodel.links(kind) if one.name == name), None)
    if link is not None and level < len(link.levels):
        return Meaning(Part.LEVEL, link=link, level=level)
    outline = headers.metamodel.kind(kind).outline_headers
    return Meaning(Part.OUTLINE, level=level) if name == _OUTLINE and level < len(outline) else None


def offers(headers: Headers, kind: ElementKind) -> list[Offer]:
    """Return all that a column of a kind may mean, group by group."""
    metamodel = headers.metamodel
    found = [Offer(word, Group.OTHER) for word in (IGNORED, OWN, NUMBER)]
    found += [Offer(word, Group.IDENTITY, label) for word, label in _FIXED_LABELS.items()]
    for level, names in enumerate(metamodel.kind(kind).outline_headers):
        found.append(Offer(f"{_OUTLINE}/{level}", Group.IDENTITY, Text(id=names[0], en=names[0])))
    for link in metamodel.links(kind):
        found.append(Offer(link.name, Group.REFERENCE, link.label))
        for level in range(len(link.levels)):
            label = _LEVEL.filled(label=link.label, level=level + 1)
            found.append(Offer(f"{link.name}/{level}", Group.REFERENCE, label))
    for prop in metamodel.properties(kind):
        if prop.name not in _FIXED_LABELS:
            found.append(Offer(prop.name, Group.PROPERTY, prop.label))
    return found


def identifies(headers: Headers, kind: ElementKind, words: Iterator[str] | list[str]) -> bool:
    """Return whether columns of these meanings can tell rows of a kind apart: a name, a code or the like."""
    named_by = headers.metamodel.kind(kind).named_by
    found = [(word, meaning_of(headers, kind, word)) for word in words]
    return any(meaning and (meaning.part in _IDENTITY or word in named_by) for word, meaning in found)


def only_once(headers: Headers, kind: ElementKind, word: str) -> bool:
    """Return whether two columns of one sheet cannot both mean this."""
    meaning = meaning_of(headers, kind, word)
    several = (Part.LINK, Part.NUMBER, Part.UNKNOWN, Part.IGNORED)
    return meaning is not None and meaning.part not in several
