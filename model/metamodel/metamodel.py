"""The metamodel as one frozen value: every kind and relation, and the questions asked about them."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cached_property

from model.folding import fold
from model.kinds import Domain, Effect, ElementKind, Grouping, Layer, RelationKind
from model.metamodel.spec import Authority, Concept, Ends, KindSpec, LinkSpec, PropertySpec, RelationSpec
from model.record import EVERY_COLUMN
from model.text import Text


@dataclass(frozen=True)
class LayerSpec:
    """How a layer is shown: label and muted ArchiMate colours for light and dark grounds."""

    layer: Layer
    label: Text
    light: str
    dark: str


@dataclass(frozen=True)
class DomainSpec:
    """How an SPBE domain is called, and how agencies call it in overviews."""

    domain: Domain
    label: Text
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Metamodel:
    """The declaration of all kinds and relations; passed in, never global state.

    common: properties every kind has (name, code, status, validity, criticality …).
    common_links: reference columns every kind has (owner, …).
    dependency: properties every relation has (group, need, loss, weight, effect, validity).
    concepts: what the elements of foreign ArchiMate models are.
    authorities: whose word counts most for some columns; none are shipped.
    """

    kinds: tuple[KindSpec, ...]
    relations: tuple[RelationSpec, ...]
    common: tuple[PropertySpec, ...]
    dependency: tuple[PropertySpec, ...]
    layers: tuple[LayerSpec, ...]
    domains: tuple[DomainSpec, ...]
    common_links: tuple[LinkSpec, ...] = ()
    concepts: tuple[Concept, ...] = ()
    authorities: tuple[Authority, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a declaration that misses a kind or a relation, or names one twice."""
        if sorted(spec.kind for spec in self.kinds) != sorted(ElementKind):
            raise ValueError("every element kind is declared exactly once")
        if sorted(spec.relation for spec in self.relations) != sorted(RelationKind):
            raise ValueError("every relation kind is declared exactly once")
        for spec in self.kinds:
            for link in spec.links:
                self._check_link(spec.kind, link)

    def _check_link(self, kind: ElementKind, link: LinkSpec) -> None:
        for other in link.to:
            ends = (other, kind) if link.reversed else (kind, other)
            if not self.relation(link.relation).allows(*ends):
                raise ValueError(f"{kind}.{link.name}: {ends[0]} {link.relation} {ends[1]} is not allowed")

    def led_by(self, kind: ElementKind, sender: str) -> tuple[str, ...]:
        """Return the columns of a kind on which an agency has the last word, all as "*"."""
        own = [one for one in self.authorities if (one.kind, one.sender) == (kind, sender)]
        if any(not one.columns for one in own):
            return (EVERY_COLUMN,)
        return tuple(dict.fromkeys(name for one in own for name in one.columns))

    @cached_property
    def _kinds(self) -> Mapping[ElementKind, KindSpec]:
        return {spec.kind: spec for spec in self.kinds}

    @cached_property
    def _relations(self) -> Mapping[RelationKind, RelationSpec]:
        return {spec.relation: spec for spec in self.relations}

    @cached_property
    def _kind_names(self) -> Mapping[str, ElementKind]:
        names: dict[str, ElementKind] = {}
        for spec in self.kinds:
            for words in (spec.kind.value, *spec.label.both, *spec.synonyms):
                names.setdefault(fold(words), spec.kind)
        return names

    @cached_property
    def _relation_names(self) -> Mapping[str, RelationKind]:
        names: dict[str, RelationKind] = {}
        for spec in self.relations:
            for words in (spec.relation.value, *spec.label.both):
                names.setdefault(fold(words), spec.relation)
        return names

    def kind(self, kind: ElementKind) -> KindSpec:
        """Return what is declared of a kind."""
        return self._kinds[kind]

    def relation(self, relation: RelationKind) -> RelationSpec:
        """Return what is declared of a relation."""
        return self._relations[relation]

    def kind_named(self, words: str) -> ElementKind | None:
        """Return the kind called so in either language, by label or synonym; None if there is none."""
        return self._kind_names.get(fold(words))

    def relation_named(self, words: str) -> RelationKind | None:
        """Return the relation called so, whatever the case and separators; None if there is none."""
        return self._relation_names.get(fold(words))

    def properties(self, kind: ElementKind) -> tuple[PropertySpec, ...]:
        """Return the properties of a kind, the common ones first."""
        return (*self.common, *self.kind(kind).properties)

    def property_(self, kind: ElementKind, name: str) -> PropertySpec | None:
        """Return one property of a kind by its name; None if the kind has none of that name."""
        return next((spec for spec in self.properties(kind) if spec.name == name), None)

    def links(self, kind: ElementKind) -> tuple[LinkSpec, ...]:
        """Return the reference columns of a kind, the common ones it allows last."""
        return self._links[kind]

    @cached_property
    def _links(self) -> Mapping[ElementKind, tuple[LinkSpec, ...]]:
        return {spec.kind: self._links_of(spec.kind) for spec in self.kinds}

    def _links_of(self, kind: ElementKind) -> tuple[LinkSpec, ...]:
        own = self.kind(kind).links
        taken = {(link.relation, link.reversed, link.role) for link in own}
        shared = (
            link for link in self.common_links if (link.relation, link.reversed, link.role) not in taken
        )
        return (*own, *(link for link in shared if self._fits(kind, link)))

    def _fits(self, kind: ElementKind, link: LinkSpec) -> bool:
        ends = ((other, kind) if link.reversed else (kind, other) for other in link.to)
        return any(self.relation(link.relation).allows(*pair) for pair in ends)

    def partners(
        self, relation: RelationKind, kind: ElementKind, *, reversed: bool
    ) -> tuple[ElementKind, ...]:
        """Return the kinds that may stand at the other end of a relation of an element of a kind.

        reversed: the element is its target.
        """
        key = (relation, kind, reversed)
        if key not in self._partners:
            spec = self.relation(relation)
            self._partners[key] = tuple(
                other
                for other in ElementKind
                if (spec.allows(other, kind) if reversed else spec.allows(kind, other))
            )
        return self._partners[key]

    @cached_property
    def _partners(self) -> dict[tuple[RelationKind, ElementKind, bool], tuple[ElementKind, ...]]:
        return {}

    def effect(
        self, relation: RelationKind, source: ElementKind, target: ElementKind, qualifiers: dict[str, str]
    ) -> Effect:
        """Return what losing the target does to the source by default."""
        return self.relation(relation).effect(source, target, qualifiers)

    def dependencies(self) -> tuple[RelationKind, ...]:
        """Return the relations whose targets can be lost with an effect."""
        return tuple(spec.relation for spec in self.relations if spec.grouping is not Grouping.NONE)

    @cached_property
    def machines(self) -> frozenset[ElementKind]:
        """The kinds that break as things do: what stands in a place, and the places.

        A software product is none, though machines use it: it is no single thing that fails in one night.
        """
        places = self.relation(RelationKind.LOCATED_IN).ends
        products = {kind for ends in self.relation(RelationKind.USES_SOFTWARE).ends for kind in ends.targets}
        return frozenset({kind for ends in places for kind in (*ends.sources, *ends.targets)} - products)

    @cached_property
    def losable(self) -> tuple[ElementKind, ...]:
        """The kinds that something can depend on, whose failure can be asked about, as they are declared."""
        needed = {kind for ends in self._dependence for kind in ends.targets}
        return tuple(spec.kind for spec in self.kinds if spec.kind in needed)

    @cached_property
    def dependent(self) -> tuple[ElementKind, ...]:
        """The kinds that can depend on something, as they are declared."""
        needing = {kind for ends in self._dependence for kind in ends.sources}
        return tuple(spec.kind for spec in self.kinds if spec.kind in needing)

    @cached_property
    def _dependence(self) -> tuple[Ends, ...]:
        return tuple(ends for one in self.dependencies() for ends in self.relation(one).ends)

    def layer(self, layer: Layer) -> LayerSpec:
        """Return how a layer is shown."""
        return next(spec for spec in self.layers if spec.layer is layer)

    def domain(self, domain: Domain) -> DomainSpec:
        """Return how a domain is called."""
        return next(spec for spec in self.domains if spec.domain is domain)

    def concept(self, archimate: str) -> Concept | None:
        """Return what is declared of an ArchiMate element type; None when ArchiMate has no such type."""
        return next((concept for concept in self.concepts if concept.name == archimate), None)

    def drawn_between(
        self, archimate: str, source: ElementKind, target: ElementKind
    ) -> tuple[RelationKind, bool] | None:
        """Return the relation that a foreign model draws so from one element to another; None for none.

        The flag says that ours runs the other way. Our own drawings go before the further ones; an
        association is no more than it says, whatever we draw as one.
        """
        general = self.general.archimate == archimate
        specs = [self.general] if general else [spec for spec in self.relations if not spec.general]
        for further in (False, True):
            for spec in specs:
                for reversed in (False, True):
                    ends = (target, source) if reversed else (source, target)
                    if spec.allows(*ends) and spec.is_drawn(archimate, ends, reversed, further=further):
                        return spec.relation, reversed
        return None

    @cached_property
    def general(self) -> RelationSpec:
        """The relation that says only that there is a tie; without a declared one, the last."""
        return next((spec for spec in self.relations if spec.general), self.relations[-1])

    @cached_property
    def digest(self) -> str:
        """A hash of the whole declaration; stored so that a client with another one is told."""
        return hashlib.sha256("\n".join(_lines(self)).encode()).hexdigest()[:16]


def _lines(value: object) -> Iterable[str]:
    if is_dataclass(value) and not isinstance(value, type):
        yield type(value).__name__
        for field in fields(value):
            yield field.name
            yield from _lines(getattr(value, field.name))
    elif isinstance(value, tuple):
        yield f"({len(value)}"
        for item in value:
            yield from _lines(item)
    else:
        yield value.value if isinstance(value, Enum) else repr(value)
