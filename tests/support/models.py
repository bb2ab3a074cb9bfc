"""ArchiMate models for tests, as other tools write them."""

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from ingest.exchange.names import INSTANCE, NAMESPACE

Properties = dict[str, str]
ElementLine = tuple[str, str, str] | tuple[str, str, str, Properties]  # identifier, type, name, properties
RelationLine = tuple[str, str, str] | tuple[str, str, str, str]  # type, source, target, more attributes


def model(path: Path, elements: Sequence[ElementLine], relations: Sequence[RelationLine] = ()) -> Path:
    """Write a model; relations have the identifiers r1, r2 …, and their type as name."""
    definitions: dict[str, str] = {}
    parts = "".join(_element(line, definitions) for line in elements)
    ties = "".join(_relation(number, line) for number, line in enumerate(relations, 1))
    names = "".join(
        f'<propertyDefinition identifier="{identifier}" type="string"><name>{escape(name)}</name>'
        "</propertyDefinition>"
        for name, identifier in definitions.items()
    )
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><model xmlns="{NAMESPACE}" xmlns:xsi="{INSTANCE}" '
        f'identifier="m"><name>Model</name><elements>{parts}</elements><relationships>{ties}</relationships>'
        f"<propertyDefinitions>{names}</propertyDefinitions></model>",
        encoding="utf-8",
    )
    return path


def _element(line: ElementLine, definitions: dict[str, str]) -> str:
    identifier, type_, name = line[:3]
    said = line[3] if len(line) == 4 else {}
    told = "".join(
        f'<property propertyDefinitionRef="{definitions.setdefault(key, f"p{len(definitions)}")}">'
        f"<value>{escape(value)}</value></property>"
        for key, value in said.items()
    )
    return (
        f'<element identifier={quoteattr(identifier)} xsi:type="{type_}"><name>{escape(name)}</name>'
        f"<documentation>Tentang {escape(name)}</documentation>"
        f"{f'<properties>{told}</properties>' if told else ''}</element>"
    )


def _relation(number: int, line: RelationLine) -> str:
    type_, source, target = line[:3]
    more = line[3] if len(line) == 4 else ""
    return (
        f'<relationship identifier="r{number}" source="{source}" target="{target}" xsi:type="{type_}" {more}>'
        f"<name>{type_}</name></relationship>"
    )
