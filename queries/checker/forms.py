"""What a saved answer says, as typed values. Elements are named by their keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from queries.checker.part import Part
from queries.checker.rule import Requirement, State


@dataclass(frozen=True, slots=True)
class Element:
    """An element. requires, required_by: how many requirements it has, or lead to it; None: not told."""

    valid: bool
    requires: int | None
    required_by: int | None


@dataclass(frozen=True, slots=True)
class Firing:
    """One step of the derivation: an element reaches a state because of a group, as the file tells it."""

    element: str
    state: State
    because: Part


@dataclass(frozen=True, slots=True)
class Claim:
    """The failure sets of a target: all of up to `reached` elements, it says; `order` were asked for."""

    target: str
    order: int
    reached: int
    sets: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """An order of repairs: elements with the hours each takes, it says.

    weights: by element, what an hour without it costs. lost: what the order costs; best: no order costs less.
    """

    steps: tuple[tuple[str, Fraction], ...]
    weights: Mapping[str, Fraction]
    lost: Fraction
    best: bool


@dataclass(frozen=True, slots=True)
class Fake:
    """A group that could bear the loss of any member and falls with its cause, it says.

    decides: whether its owner would outlive that if the group did.
    """

    owner: str
    group: str
    cause: str
    decides: bool


@dataclass(frozen=True, slots=True)
class Cause:
    """A possible cause, and what its loss alone does.

    explains: how many symptoms it harms. state: the worst of these. distance: steps to the nearest symptom.
    """

    element: str
    explains: int
    state: State
    distance: int


@dataclass(frozen=True, slots=True)
class Own:
    """How likely an element is down by itself; what nobody stated is between never and always."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely a target is down, it says; importance: of its elements. exact: all combinations count."""

    target: str
    least: float
    most: float
    exact: bool
    importance: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Unavailability:
    """How likely targets are down, with what is stated of what can fail by itself."""

    own: Mapping[str, Own]
    targets: tuple[Likelihood, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """How far one agency stops with elements of another, it says: the worst of them, any of them."""

    agency: str | None
    on: str | None
    worst: str
    stops: int
    share: Fraction
    any: int
    any_share: Fraction


@dataclass(frozen=True, slots=True)
class Shared:
    """An element that alone stops something of several agencies, it says."""

    element: str
    agencies: frozenset[str]
    stops: int
    share: Fraction


@dataclass(frozen=True, slots=True)
class Exposed:
    """How agencies hang on each other, it says.

    weights: of targets. owners: of these, and of what stops them; None for nobody.
    """

    owners: Mapping[str, str | None]
    weights: Mapping[str, Fraction]
    cells: tuple[Cell, ...]
    shared: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class Promises:
    """Promised times to recovery, in hours.

    hours: that a repair takes, of what has any. broken: when those that are broken are back at best, it says.
    """

    hours: Mapping[str, Fraction]
    promised: Mapping[str, Fraction]
    broken: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class RecoveryPoints:
    """How much data can be lost, in hours; elements by key, which need not be among those of the file.

    promised: those that promise a recovery point. ways: how elements come to their data. copies: of each data
    object. hours: that promise it, or pass between two copies. not_kept: verdict and loss, it says.
    """

    promised: tuple[str, ...]
    ways: Mapping[str, tuple[str, ...]]
    copies: Mapping[str, tuple[str, ...]]
    hours: Mapping[str, Fraction]
    not_kept: Mapping[str, tuple[str, Fraction | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A saved answer.

    untouched: the content is what the digest was made of. partial: types of relations that form a group.
    may_fail: what may be in a failure set; None for everything. affected, unknown, firings: of an impact.
    claims: of failure sets. fakes: fake redundancy below their targets; None where it was not asked for.
    order: of the repairs of an impact. unavailability, exposure, promises, recovery_points: beside
    failure sets. Each is None
    where nobody asked. symptoms, causes: of the other way round.
    """

    kind: str
    on: date
    store: str | None
    revision: int
    load: str | None
    failed: Mapping[str, State]
    protected: frozenset[str]
    may_fail: frozenset[str] | None
    elements: Mapping[str, Element]
    requirements: tuple[Requirement, ...]
    partial: frozenset[str]
    affected: Mapping[str, State]
    unknown: frozenset[str]
    firings: tuple[Firing, ...]
    claims: tuple[Claim, ...]
    fakes: tuple[Fake, ...] | None
    order: Order | None
    unavailability: Unavailability | None
    exposure: Exposed | None
    promises: Promises | None
    recovery_points: RecoveryPoints | None
    symptoms: tuple[str, ...]
    causes: tuple[Cause, ...]
    untouched: bool

    @property
    def singles(self) -> set[tuple[str, str]]:
        """Return the single points of failure that it claims: target, and what alone takes it down."""
        alone = ((claim.target, one) for claim in self.claims for one in claim.sets if len(one) == 1)
        return {(target, key) for target, one in alone for key in one}


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two answers, it says: nothing but these elements and requirements."""

    elements: frozenset[str]
    requirements: frozenset[str]


@dataclass(frozen=True, slots=True)
class Difference:
    """How an element ends in two answers, it says; what does not exist is up."""

    element: str
    first: State
    second: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two saved answers side by side, of one kind of question or of several.

    changes: None of two scenarios, which may differ in anything. bereft: how many lost what they need, it
    says. new_points: by element, what it alone takes down in the second answer only, it says; None where
    nobody asked.
    """

    kind: str
    pairs: tuple[tuple[Certificate, Certificate], ...]
    changes: Changes | None
    differences: tuple[Difference, ...]
    bereft: int
    new_points: Mapping[str, frozenset[str]] | None
    untouched: bool

    @property
    def latest(self) -> Certificate:
        """The second answer, which says of when it is."""
        return self.pairs[0][1]


Saved = Certificate | Compared
