"""What the graph holds: elements, relations, and references that are still open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum, unique

from model.availability import parse_day
from model.keys import parse_key
from model.kinds import ElementKind, RelationKind, Status
from model.record import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element as it now is. properties holds everything but the fields named here.

    scope: whose it is.
    """

    uid: str
    key: str
    kind: ElementKind
    name: str
    scope: str
    code: str | None = None
    status: Status = Status.ACTIVE
    aliases: tuple[str, ...] = ()  # former keys, unique in the store
    names: tuple[str, ...] = ()  # other names it was given; matched, never shown first
    heard: tuple[str, ...] = ()  # texts that mean it where one scope writes them (model/hearing.py)
    properties: Mapping[str, Value] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The scope its key names, in which its references are looked up first.

        Another one than its scope where the agency of that was merged into another agency.
        """
        return parse_key(self.key).scope


def is_shipped(element: Element) -> bool:
    """Return whether an element comes with the program: a code of the national reference sets."""
    return "reference_set" in element.properties


def number(element: Element | None, name: str) -> float | None:
    """Return a property as a number that is not negative; None where there is none."""
    value = element.properties.get(name) if element else None
    usable = isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0
    return float(value) if usable and isinstance(value, (int, float)) else None


def day(element: Element | None, name: str) -> date | None:
    """Return a property as a day; None where there is none."""
    return parse_day(str(element.properties.get(name) or "")) if element else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One relation as it now is.

    id: derived from source, relation, target, the relation's identity properties and order.
    holders: uids of the elements whose records say so; a relation lives while there is one.
    """

    id: str
    relation: RelationKind
    source: str  # uid
    target: str  # uid
    order: int = 0  # among parallel relations that agree in everything that tells relations apart
    properties: Mapping[str, Value] = field(default_factory=dict)
    holders: tuple[str, ...] = ()


@unique
class Openness(StrEnum):
    """Why a reference is not linked."""

    DANGLING = "dangling"  # nothing carries such a key, code or name
    AMBIGUOUS = "ambiguous"  # several do
    NEAR = "near"  # nothing does, but something almost
    FORBIDDEN = "forbidden"  # what it names may not stand at that end
    UNKNOWN_CODE = "unknown_code"  # a reference code the shipped sets do not have


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReference:
    """A reference that could not be linked: kept with its text and place, tried again after each load.

    reversed: the holder is the target of the relation, and the text names its source.
    """

    id: str
    holder: str  # uid of the element whose record says so
    relation: RelationKind
    text: str
    reason: Openness
    candidates: tuple[str, ...] = ()  # uids
    record: str | None = None  # id of the record, which knows the place
    column: str | None = None
    row: int | None = None
    reversed: bool = False
