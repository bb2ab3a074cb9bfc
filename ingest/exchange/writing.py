"""An estate as an ArchiMate model: what `simpul export -o FILE.xml` writes. Reading it again changes nothing.

Every column of the interchange that ArchiMate has no place for is a property by its own name. The owner, a
column there, is drawn as a relation here. An end outside the file (another agency's element in the
export of one scope, a shipped reference code, a reference that is still open) has an element that stands in.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from ingest.estate import Estate, Row, cell_text
from ingest.exchange import names as exchange
from model.keys import is_full_key, parse_key
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import RelationSpec

_OWN_PLACE = frozenset({"name", "description", "owner"})  # columns of elements that are no property
_ENDS = frozenset({"source", "target"})
_DIGITS = 24  # of the digest that makes an identifier


def exchange_lines(rows: Estate, metamodel: Metamodel) -> Iterator[str]:
    """Return the lines of the file, each with its end."""
    return _Model(rows, metamodel).lines()


@dataclass
class _Model:
    """One file while it is written.

    kinds: key or text of every end → its kind. definitions: property → its identifier, in order of use.
    """

    rows: Estate
    metamodel: Metamodel
    kinds: dict[str, ElementKind] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    _written: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kinds = {_text(row, "key"): ElementKind(_text(row, "kind")) for row in self.rows.elements}
        self.relations = [*self._owners(), *self.rows.relations]
        self.outside = self._outside()

    def lines(self) -> Iterator[str]:
        """Yield the file, piece by piece."""
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield f'<model xmlns="{exchange.NAMESPACE}" xmlns:xsi="{exchange.INSTANCE}"'
        yield f' xsi:schemaLocation="{exchange.NAMESPACE} {exchange.SCHEMA}" identifier="id-simpul">\n'
        yield "<name>Simpul</name>\n"
        yield f"{self._properties({exchange.MARKER: exchange.MARK})}\n"
        yield from _container("elements", self._elements())
        yield from _container("relationships", (self._relation(row) for row in self.relations))
        names = (
            f'<propertyDefinition identifier="{identifier}" type="string"><name>{_xml(name)}</name>'
            "</propertyDefinition>\n"
            for name, identifier in self.definitions.items()
        )
        yield from _container("propertyDefinitions", names)
        yield "</model>\n"

    def _owners(self) -> Iterator[Row]:
        for row in self.rows.elements:
            if "owner" in row:
                yield {
                    "source": row["key"],
                    "relation": RelationKind.OWNED_BY.value,
                    "target": row["owner"],
                    exchange.COLUMN: "owner",
                }

    def _outside(self) -> list[str]:
        """The ends of relations that are no element of the file, each with a kind that may stand there."""
        inside = set(self.kinds)
        for row in self.relations:
            relation = RelationKind(_text(row, "relation"))
            source, target = _text(row, "source"), _text(row, "target")
            for end, other, reversed in ((source, target, True), (target, source, False)):
                if end not in self.kinds:
                    self.kinds[end] = self._kind_outside(end, relation, self.kinds.get(other), reversed)
        return [end for end in self.kinds if end not in inside]

    def _kind_outside(
        self, end: str, relation: RelationKind, other: ElementKind | None, reversed: bool
    ) -> ElementKind:
        if is_full_key(end):
            return parse_key(end).kind
        if other is not None and (near := self.metamodel.partners(relation, other, reversed=reversed)):
            return near[0]
        ends = self.metamodel.relation(relation).ends[0]
        return (ends.sources if reversed else ends.targets)[0]

    def _elements(self) -> Iterator[str]:
        for row in self.rows.elements:
            properties = {name: row[name] for name in row if name not in _OWN_PLACE}
            said = {name: cell_text(value) for name, value in properties.items()}
            yield self._element(_text(row, "key"), _text(row, "name"), said, _text(row, "description"))
        for end in self.outside:
            name = parse_key(end).code if is_full_key(end) else end
            yield self._element(end, name, {exchange.STAND_IN: end, "kind": self.kinds[end].value})

    def _element(self, key: str, name: str, said: Mapping[str, str], documentation: str = "") -> str:
        concept = self.metamodel.kind(self.kinds[key]).archimate
        told = f"<documentation>{_xml(documentation)}</documentation>" if documentation else ""
        return (
            f'<element identifier="{_identifier(key)}" xsi:type="{concept}"><name>{_xml(name)}</name>{told}'
            f"{self._properties(said)}</element>\n"
        )

    def _relation(self, row: Row) -> str:
        spec = self.metamodel.relation(RelationKind(_text(row, "relation")))
        ends = (_text(row, "source"), _text(row, "target"))
        concept, from_target = spec.drawn(self.kinds[ends[0]], self.kinds[ends[1]])
        source, target = ends[::-1] if from_target else ends
        name = spec.inverse if from_target else spec.label
        said = {column: cell_text(value) for column, value in row.items() if column not in _ENDS}
        return (
            f'<relationship identifier="{self._relation_identifier(row)}" source="{_identifier(source)}"'
            f' target="{_identifier(target)}" xsi:type="{concept}"{_attribute(spec, concept, row)}>'
            f'<name xml:lang="id">{_xml(name.id)}</name><name xml:lang="en">{_xml(name.en)}</name>'
            f"{self._properties(said)}</relationship>\n"
        )

    def _relation_identifier(self, row: Row) -> str:
        """An identifier that only what the relation says decides; equal ones are counted."""
        identifier = _identifier("\n".join(f"{column}={cell_text(row[column])}" for column in sorted(row)))
        number = self._written[identifier] = self._written.get(identifier, 0) + 1
        return identifier if number == 1 else f"{identifier}-{number}"

    def _properties(self, said: Mapping[str, str]) -> str:
        parts = [
            f'<property propertyDefinitionRef="{self._definition(name)}">'
            f"<value>{_xml(text)}</value></property>"
            for name, text in said.items()
            if text
        ]
        return f"<properties>{''.join(parts)}</properties>" if parts else ""

    def _definition(self, name: str) -> str:
        return self.definitions.setdefault(name, f"p{len(self.definitions) + 1}")


def _container(name: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines of a part of the model; without any, the format has no such part."""
    some = iter(lines)
    first = next(some, None)
    if first is not None:
        yield f"<{name}>\n"
        yield first
        yield from some
        yield f"</{name}>\n"


def _attribute(spec: RelationSpec, concept: str, row: Row) -> str:
    """What the format says of some relations in an attribute of their own."""
    if concept == "Association":
        return ' isDirected="true"'
    for prop in spec.properties:
        for choice in prop.choices:
            if choice.archimate is not None and row.get(prop.name) == choice.value:
                return f" accessType={quoteattr(choice.archimate)}"
    return ""


def _identifier(said: str) -> str:
    return f"id-{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:_DIGITS]}"


def _text(row: Row, column: str) -> str:
    return cell_text(row.get(column))


def _xml(text: str) -> str:
    return escape(exchange.encoded(text))
