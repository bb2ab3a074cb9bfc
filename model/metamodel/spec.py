"""The shape of the declaration: what a kind, a relation, a property and a choice say about themselves.

Trusted values: frozen, keyword-only, and refusing nonsense when they are made, so that a wrong
declaration fails on import and not in a user's workbook.
"""

import re
from dataclasses import dataclass
from enum import StrEnum, unique

from model.kinds import Aspect, Domain, Effect, ElementKind, Grouping, Layer, RelationKind, Status
from model.text import Text

PROPERTY_NAME = re.compile(r"[a-z][a-z0-9_]*")
SHEET_TITLE_LIMIT = 31  # characters; Excel's limit on sheet titles


@unique
class ValueType(StrEnum):
    """How a property's text is read and kept. Units are part of the type."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"  # rupiah
    DATE = "date"  # ISO 8601 date as text
    YEAR = "year"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"  # several of one list
    CAPACITY = "capacity"  # gigabytes, 1 TB = 1000 GB
    BANDWIDTH = "bandwidth"  # megabits per second
    HOURS = "hours"
    PERCENT = "percent"  # 0 to 100
    MEASURE = "measure"  # a number with whatever unit, kept as written: "60 menit", "90%", "0,72"
    UNTIL = "until"  # an ISO date where the text is one, else the text: "2026-12-31", "selamanya"


NEVER_NEGATIVE = frozenset(
    {ValueType.INTEGER, ValueType.MONEY, ValueType.CAPACITY, ValueType.BANDWIDTH, ValueType.HOURS}
)  # counts and amounts: less than nothing is a slip


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One allowed value: what the graph keeps, what people read, and other spellings seen in files.

    synonyms: mean exactly this. suggested_by: words that probably mean it; proposed with a
        warning, never taken silently.
    implies: the life cycle status this value stands for, where the row states none itself.
    archimate: the word ArchiMate's exchange format has for it, where it has one ("ReadWrite").
    """

    value: str
    label: Text
    synonyms: tuple[str, ...] = ()
    suggested_by: tuple[str, ...] = ()
    implies: Status | None = None
    archimate: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """Every spelling that means exactly this choice, the value first."""
        return (self.value, *self.label.both, *self.synonyms)


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertySpec:
    """A property of a kind or of a relation.

    leading: a form asks for it first, also where it is still empty.
    describing: words of which each, in a header, means that it says what the element is or does.
    adds: a number of what each has of its own: of elements that are merged it may be the sum.
    """

    name: str
    label: Text
    type: ValueType = ValueType.TEXT
    choices: tuple[Choice, ...] = ()
    synonyms: tuple[str, ...] = ()  # headers under which agencies send it
    help: Text | None = None
    required: bool = False
    leading: bool = False
    describing: tuple[str, ...] = ()
    adds: bool = False

    def __post_init__(self) -> None:
        """Refuse names the graph cannot hold and choices without a choice type."""
        if not PROPERTY_NAME.fullmatch(self.name):
            raise ValueError(f"property names are snake_case: {self.name!r}")
        if bool(self.choices) != (self.type in (ValueType.CHOICE, ValueType.CHOICES)):
            raise ValueError(f"{self.name}: choices belong to a choice type, and a choice type needs them")
        values = [choice.value for choice in self.choices]
        if len(set(values)) != len(values):
            raise ValueError(f"{self.name}: a choice is declared twice")

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header this property may have in a sheet, its own labels first."""
        return (*self.label.both, self.name, *self.synonyms)

    def admits(self, amount: float) -> bool:
        """Whether a number may be a value of this property: counts and amounts are not negative."""
        return amount >= 0 or self.type not in NEVER_NEGATIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSpec:
    """A column of a kind's sheet whose cells refer to other elements.

    reversed: the row's element is the target of the relation, not its source.
    creates: an unknown name makes a new element of that kind (agencies, vendors).
    inherits: a blank cell takes the value above it, as in outline-style sheets.
    levels: the headers of each level of a reference model, highest level first, where a sheet has
        one column per level; the lowest filled one says it all.
    """

    name: str
    relation: RelationKind
    to: tuple[ElementKind, ...]
    label: Text
    reversed: bool = False
    synonyms: tuple[str, ...] = ()
    creates: tuple[ElementKind, ...] = ()
    inherits: bool = False
    scope: bool = False  # the agency named here is the row's scope
    role: str | None = None  # kept as the relation's role
    scheme: str | None = None  # the reference model of its codes, where the role is not named after it
    levels: tuple[tuple[str, ...], ...] = ()
    help: Text | None = None

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header this column may have in a sheet, its own labels first, those of levels last."""
        leveled = (header for level in self.levels for header in level)
        return (*self.label.both, self.name, *self.synonyms, *leveled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Who has the last word on columns of a kind: the agency that is answerable for them.

    What it sent counts before what others send, also later; an edit by hand counts before both.
    sender: the scope of the agency. columns: names of properties and reference columns; empty: all.
    """

    kind: ElementKind
    sender: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeScheme:
    """A national reference model (RAB, RAL, RAD, RAA, RAI, RAK) a kind is classified by."""

    prefix: str
    label: Text
    national_levels: int = 3  # below this, codes are defined locally and need not be known

    def __post_init__(self) -> None:
        """Refuse a prefix that is no reference model's."""
        if not re.fullmatch(r"[A-Z]{3}", self.prefix):
            raise ValueError(f"a reference model has three capitals: {self.prefix!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """A dependency an element of this kind normally has: without it the answer is uncertain.

    instead: relations that answer it as well: a process made of sub-processes leaves it to them, a hosted
    server to its host.
    """

    relation: RelationKind
    to: tuple[ElementKind, ...]
    instead: tuple[RelationKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """By what two elements of a kind are told to do the same work.

    texts: properties that say what it does. address: a property that two systems never share.
    make: properties that say how it is made. neighbours: columns whose elements it shares with its
    like. flows: columns of elements it exchanges data with, which it then does not replace. predecessors: the
    column of elements it takes the place of. identity: what is
    alike is one thing registered twice, never two that do the same. everywhere: what most agencies have under
    one name is each one's own.
    """

    texts: tuple[str, ...] = ("description", "function")
    address: str | None = None
    make: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    flows: tuple[str, ...] = ()
    predecessors: str | None = None
    identity: bool = False
    everywhere: bool = False

    @property
    def columns(self) -> frozenset[str]:
        """The columns it names."""
        return frozenset({*self.neighbours, *self.flows, *filter(None, (self.predecessors,))})


@dataclass(frozen=True, slots=True, kw_only=True)
class KindSpec:
    """Everything the program knows of one kind of element.

    name_headers, code_headers: further headers of the columns for name and code; one that stands in
        both holds code and name in one cell ("Kode dan Nama Aplikasi").
    outline_headers: the headers of local levels in an outline sheet, highest level first; the
        lowest filled one names the row, the ones above it name its parents.
    named_by: properties that name a row when its sheet has no name column, the first filled one.
    national_codes: reference codes under which elements of this kind stand, so that a row of a
        overview that says only its domain finds its kind.
    clues: single folded words in a name that tell this kind from the others of its domain.
    awaited: agencies name such elements long before anybody delivers a list of them; a reference waits
        without a warning.
    likeness: by what its redundant elements are found; None: they are not looked for.
    collected: agencies are asked for their elements of this kind; other kinds come from elsewhere.
    """

    kind: ElementKind
    domain: Domain
    layer: Layer
    aspect: Aspect
    label: Text  # also the sheet title in the template
    archimate: str  # ArchiMate 3.2 concept, without spaces
    icon: str  # one emoji or sign, never the only bearer of meaning
    codes: tuple[CodeScheme, ...] = ()
    code_prefix: str | None = None  # local code prefix in use, such as DAA
    synonyms: tuple[str, ...] = ()  # other names of the kind: sheet titles, domain cells
    name_headers: tuple[str, ...] = ()
    code_headers: tuple[str, ...] = ()
    outline_headers: tuple[tuple[str, ...], ...] = ()
    named_by: tuple[str, ...] = ()
    national_codes: tuple[str, ...] = ()
    clues: tuple[str, ...] = ()
    awaited: bool = False
    properties: tuple[PropertySpec, ...] = ()
    links: tuple[LinkSpec, ...] = ()
    expects: tuple[Expectation, ...] = ()
    likeness: Likeness | None = None
    collected: bool = True
    help: Text

    def __post_init__(self) -> None:
        """Refuse sheet titles Excel cannot hold and two columns of one name."""
        for words in self.label.both:
            if len(words) > SHEET_TITLE_LIMIT or re.search(r"[\[\]:*?/\\]", words):
                raise ValueError(f"{self.kind}: {words!r} cannot be a sheet title")
        names = [spec.name for spec in self.properties] + [link.name for link in self.links]
        if len(set(names)) != len(names):
            raise ValueError(f"{self.kind}: a property or column is declared twice")
        if self.likeness and not self.likeness.columns <= set(names):
            raise ValueError(f"{self.kind}: likeness names a column that is not declared")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """Which kinds a relation may join. same_kind narrows to pairs of one kind."""

    sources: tuple[ElementKind, ...]
    targets: tuple[ElementKind, ...]
    same_kind: bool = False

    def allows(self, source: ElementKind, target: ElementKind) -> bool:
        """Return whether this rule allows the pair."""
        return source in self.sources and target in self.targets and (not self.same_kind or source is target)


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectRule:
    """What losing the target does by default, where all the conditions hold; the first match counts."""

    effect: Effect
    sources: tuple[ElementKind, ...] = ()  # empty: any
    targets: tuple[ElementKind, ...] = ()
    qualifier: str | None = None  # a property of the relation …
    values: tuple[str, ...] = ()  # … and the values it must have

    def applies(self, source: ElementKind, target: ElementKind, qualifiers: dict[str, str]) -> bool:
        """Return whether this rule decides for such a relation."""
        return (
            (not self.sources or source in self.sources)
            and (not self.targets or target in self.targets)
            and (self.qualifier is None or qualifiers.get(self.qualifier) in self.values)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """An element type of ArchiMate and the kind that foreign elements of it are; None: no counterpart."""

    name: str
    kind: ElementKind | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a relation may stand in a foreign ArchiMate model. reversed: from our target to our source."""

    archimate: str
    reversed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationSpec:
    """Everything the program knows of one kind of relation.

    replaceable: several targets may well replace each other, so that a row should say whether they do.
    archimate_further: what foreign models draw for it besides our own drawing, which goes before all of them.
    archimate_name: the property that the name of a drawn relation tells ("data" of a flow).
    general: says only that there is a tie; foreign associations, and what has no other counterpart, are this.
    """

    relation: RelationKind
    label: Text  # read from source to target: "berjalan di"
    inverse: Text  # read from target to source: "menjalankan"
    ends: tuple[Ends, ...]
    grouping: Grouping
    replaceable: bool = False
    effects: tuple[EffectRule, ...] = ()  # the last one usually has no condition
    properties: tuple[PropertySpec, ...] = ()  # own qualifiers: mode, role, environment, data
    identity: tuple[str, ...] = ()  # those that tell parallel relations apart
    archimate: str
    archimate_reversed: bool = False  # ArchiMate draws it from target to source
    archimate_association: tuple[Ends, ...] = ()  # ends between which ArchiMate has no such relation
    archimate_further: tuple[Drawing, ...] = ()
    archimate_name: str | None = None
    general: bool = False
    help: Text

    def __post_init__(self) -> None:
        """Refuse a dependency without effect and an identity that names no property."""
        names = {spec.name for spec in self.properties}
        if not set(self.identity) <= names:
            raise ValueError(f"{self.relation}: identity names an unknown property")
        if self.archimate_name is not None and self.archimate_name not in names:
            raise ValueError(f"{self.relation}: its drawn name tells an unknown property")
        if self.grouping is not Grouping.NONE and not self.effects:
            raise ValueError(f"{self.relation}: a dependency says what the loss of its target does")

    def drawn(self, source: ElementKind, target: ElementKind) -> tuple[str, bool]:
        """Return the ArchiMate relation between such ends, and whether it is drawn from target to source."""
        if any(rule.allows(source, target) for rule in self.archimate_association):
            return "Association", False
        return self.archimate, self.archimate_reversed

    def is_drawn(
        self, archimate: str, ends: tuple[ElementKind, ElementKind], reversed: bool, *, further: bool
    ) -> bool:
        """Return whether an ArchiMate relation stands for this one: as we draw it, or as others may."""
        if further:
            return Drawing(archimate, reversed) in self.archimate_further
        return self.drawn(*ends) == (archimate, reversed)

    def allows(self, source: ElementKind, target: ElementKind) -> bool:
        """Return whether the metamodel allows this relation between such ends."""
        return any(rule.allows(source, target) for rule in self.ends)

    def effect(self, source: ElementKind, target: ElementKind, qualifiers: dict[str, str]) -> Effect:
        """Return the default effect of losing the target of such a relation."""
        for rule in self.effects:
            if rule.applies(source, target, qualifiers):
                return rule.effect
        return Effect.NONE
