"""The rows that the questions of the catalogue answer with; one class per shape, columns as in the file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SameFunction:
    """Two applications of different agencies that serve one function, with what they share."""

    code: str
    function: str
    left_key: str
    left_name: str
    left_agency: str
    right_key: str
    right_name: str
    right_agency: str
    shared_services: list[str]
    shared_data: list[str]
    shared: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many elements of one kind a scope holds."""

    scope: str
    kind: str
    elements: int


@dataclass(frozen=True, slots=True)
class Agency:
    """One organisation unit."""

    uid: str
    key: str
    name: str
    scope: str


@dataclass(frozen=True, slots=True)
class Lacking:
    """An element that lacks what elements of its kind normally have."""

    key: str
    name: str
    agency: str | None


@dataclass(frozen=True, slots=True)
class ServerLoad:
    """How many applications a server carries."""

    key: str
    name: str
    facility: str | None
    applications: int


@dataclass(frozen=True, slots=True)
class SharedApplication:
    """An application and the agencies that use it."""

    key: str
    name: str
    agencies: int
    users: list[str]


@dataclass(frozen=True, slots=True)
class CodeBelow:
    """A reference code and how many elements it classifies."""

    code: str
    level: int
    name: str
    elements: int
