"""The metamodel in words: docs/metamodel.md and the matrix of relations, as texts.

`pytest --update-golden tests/model/metamodel/test_doc.py` writes both; the model itself writes no file.
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from model.kinds import Domain, Effect, ElementKind, Grouping
from model.metamodel.extension import EXAMPLE
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import (
    EffectRule,
    Ends,
    Expectation,
    KindSpec,
    LinkSpec,
    PropertySpec,
    RelationSpec,
    ValueType,
)

MATRIX_COLUMNS = ("source", "relation", "target", "effect", "unless")
FEW = 4  # kinds left out that still read as "any but …"
_GROUPING = {
    Grouping.EACH: "each",
    Grouping.PARTIAL: "partial",
    Grouping.NONE: "–",
}
_INTRODUCTION = """\
# Metamodel

Generated from `model/metamodel/`; edit the declaration, not this page. What the program knows of every kind
of element, its properties and its relations stands there once: sheets, forms, filters, exports and questions
all follow it.

**A dependency points from the dependent to what it depends on.** *each*: every target is needed. *partial*:
losing some degrades, losing all takes down. The table of relations says what the loss of a target does by
default; a row of a sheet or of `relations.csv` may say otherwise (`group`, `need`, `loss`, `weight`,
`effect`). Every allowed pair with its effect: `tests/golden/relation_matrix.csv`.

Values of lists are kept under the official Indonesian term where SPBE has one
(`docs/decisions/0003-stored-choices-are-official-terms.md`). A
misspelt value is corrected to its nearest, one that is in no list is kept as text, both with a finding.
"""
_ARCHIMATE = """\
## Foreign ArchiMate models

What the elements and relations of a model that another tool wrote are here (`simpul import FILE.xml`). A
property `kind` of an element, with the name of a kind, goes before its type. A relation is tried as the table
above draws it, then as below (⟵: drawn from target to source), both only between ends that it allows; an
association, and what has no counterpart, is kept as {general}. Not read, with a finding: {none}.
"""
_EXTENSION = """\
## Your own properties and choices

Write a TOML file of the same shape as the declaration. The program reads `metamodel.toml` in its data folder
(`$SIMPUL_HOME`), or the file that `$SIMPUL_METAMODEL` names. A property stands in sheets, the template,
forms, filters and exports from the next start on; the store notes which declaration it was written with, and
a client with another one is told.

```toml
{example}```

- `name`: lower-case letters, digits and `_`; it must be free in every kind it is for, as must its headers.
- `type`: {types}; `text` unless said.
- `implies` in a choice: the status (`planned`, `active`, `retired`) it stands for where the row says none.
- A wrong file is refused as a whole, with the entry, the fault and what to write instead.
"""


def document(metamodel: Metamodel) -> str:
    """Return docs/metamodel.md."""
    types = ", ".join(f"`{one.value}`" for one in ValueType)
    parts = [
        _INTRODUCTION,
        *_kinds(metamodel),
        *_relations(metamodel),
        *_common(metamodel),
        *(_kind(metamodel, spec) for spec in metamodel.kinds),
        *_foreign(metamodel),
        _EXTENSION.format(example=EXAMPLE, types=types),
    ]
    return "\n".join(parts)


def relation_matrix(metamodel: Metamodel) -> str:
    """Return every allowed pair as CSV: source, relation, target, effect, and what qualifiers change it."""
    kept = StringIO()
    writer = csv.writer(kept, lineterminator="\n")
    writer.writerow(MATRIX_COLUMNS)
    for spec in metamodel.relations:
        for source in ElementKind:
            for target in ElementKind:
                if spec.allows(source, target):
                    effect = spec.effect(source, target, {})
                    writer.writerow((source, spec.relation, target, effect, _unless(spec, source, target)))
    return kept.getvalue()


def _unless(spec: RelationSpec, source: ElementKind, target: ElementKind) -> str:
    usual = spec.effect(source, target, {})
    said = (
        f"{rule.qualifier}={value}: {spec.effect(source, target, {rule.qualifier: value})}"
        for rule in spec.effects
        if rule.qualifier is not None
        for value in rule.values
        if spec.effect(source, target, {rule.qualifier: value}) is not usual
    )
    return "; ".join(said)


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [columns, tuple("---" for _ in columns), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines) + "\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")


def _kinds(metamodel: Metamodel) -> Iterator[str]:
    yield "## Kinds\n"
    columns = ("kind", "Indonesian", "English", "ArchiMate 3.2", "layer, aspect", "codes", "expected")
    for domain in Domain:
        specs = [spec for spec in metamodel.kinds if spec.domain is domain]
        if specs:
            label = metamodel.domain(domain).label
            yield f"### {label.id} · {label.en}\n"
            yield _table(columns, (_kind_row(metamodel, spec) for spec in specs))


def _kind_row(metamodel: Metamodel, spec: KindSpec) -> tuple[str, ...]:
    prefixes = [scheme.prefix for scheme in spec.codes] + (
        [f"`{spec.code_prefix}-…`"] if spec.code_prefix else []
    )
    expected = "; ".join(_expected(one, metamodel) for one in spec.expects)
    return (
        f"[`{spec.kind}`](#{spec.kind.lower()})",
        f"{spec.icon} {spec.label.id}",
        spec.label.en,
        spec.archimate,
        f"{spec.layer}, {spec.aspect}",
        ", ".join(prefixes),
        expected,
    )


def _expected(one: Expectation, metamodel: Metamodel) -> str:
    return " or ".join(
        [f"`{one.relation}` {_named(one.to, metamodel)}", *(f"`{way}`" for way in one.instead)]
    )


def _named(kinds: tuple[ElementKind, ...], metamodel: Metamodel) -> str:
    """Return kinds in words, short: a whole domain by its name, nearly all by what is left out."""
    others = [kind.value for kind in ElementKind if kind not in kinds]
    if len(others) <= FEW:
        return "any but " + ", ".join(others) if others else "any"
    words: list[str] = []
    rest = list(kinds)
    for domain in (Domain.INFRASTRUCTURE, Domain.SECURITY):
        members = {spec.kind for spec in metamodel.kinds if spec.domain is domain}
        if members <= set(rest):
            words.append(metamodel.domain(domain).label.en.lower())
            rest = [kind for kind in rest if kind not in members]
    return ", ".join([*words, *rest])


def _relations(metamodel: Metamodel) -> Iterator[str]:
    yield "## Relations\n"
    columns = ("relation", "read as", "from → to", "loss of a target", "qualifiers", "ArchiMate 3.2")
    yield _table(columns, (_relation_row(metamodel, spec) for spec in metamodel.relations))
    yield "Qualifiers in **bold** tell parallel relations apart. ⟵: drawn from target to source.\n"
    shared = [f"`{spec.name}` ({spec.label.id})" for spec in metamodel.dependency]
    yield f"Every relation may carry {', '.join(shared)}.\n"


def _relation_row(metamodel: Metamodel, spec: RelationSpec) -> tuple[str, ...]:
    return (
        f"`{spec.relation}`",
        f"{spec.label.id} · {spec.label.en}; ⟵ {spec.inverse.id} · {spec.inverse.en}",
        "; ".join(_ends(metamodel, ends) for ends in spec.ends),
        _loss(metamodel, spec),
        ", ".join(_qualifier(spec, one) for one in spec.properties),
        spec.archimate + (" ⟵" if spec.archimate_reversed else ""),
    )


def _foreign(metamodel: Metamodel) -> Iterator[str]:
    none = ", ".join(concept.name for concept in metamodel.concepts if concept.kind is None)
    yield _ARCHIMATE.format(general=f"`{metamodel.general.relation}`", none=none)
    kinds = dict.fromkeys(concept.kind for concept in metamodel.concepts if concept.kind is not None)
    yield _table(
        ("kind", "ArchiMate elements read as it"),
        (
            (f"`{kind}`", ", ".join(one.name for one in metamodel.concepts if one.kind is kind))
            for kind in kinds
        ),
    )
    yield _table(
        ("relation", "also read from", "its name tells"),
        (
            (
                f"`{spec.relation}`",
                ", ".join(one.archimate + (" ⟵" if one.reversed else "") for one in spec.archimate_further),
                f"`{spec.archimate_name}`" if spec.archimate_name else "",
            )
            for spec in metamodel.relations
            if spec.archimate_further or spec.archimate_name
        ),
    )


def _ends(metamodel: Metamodel, ends: Ends) -> str:
    if ends.same_kind:
        return f"{_named(ends.sources, metamodel)} → the same kind"
    return f"{_named(ends.sources, metamodel)} → {_named(ends.targets, metamodel)}"


def _loss(metamodel: Metamodel, spec: RelationSpec) -> str:
    if spec.grouping is Grouping.NONE:
        return _GROUPING[spec.grouping]
    return f"{_GROUPING[spec.grouping]}: " + "; ".join(_rule(metamodel, rule) for rule in spec.effects)


def _rule(metamodel: Metamodel, rule: EffectRule) -> str:
    said = [
        f"from {_named(rule.sources, metamodel)}" if rule.sources else "",
        f"to {_named(rule.targets, metamodel)}" if rule.targets else "",
        f"with {rule.qualifier} {', '.join(rule.values)}" if rule.qualifier else "",
    ]
    effect = "nothing" if rule.effect is Effect.NONE else rule.effect.value
    return " ".join([effect, *filter(None, said)])


def _qualifier(spec: RelationSpec, one: PropertySpec) -> str:
    name = f"**{one.name}**" if one.name in spec.identity else one.name
    return f"{name} ({', '.join(choice.value for choice in one.choices)})" if one.choices else name


def _common(metamodel: Metamodel) -> Iterator[str]:
    yield "## Properties of every kind\n"
    yield _properties(metamodel.common)
    yield "And these columns, where the relation is allowed:\n"
    yield _links(metamodel, metamodel.common_links)


def _kind(metamodel: Metamodel, spec: KindSpec) -> str:
    parts = [f"## {spec.kind}\n", f"{spec.label.id} · {spec.label.en}. {spec.help.id} {spec.help.en}\n"]
    names = ", ".join(f"“{header}”" for header in spec.name_headers)
    codes = ", ".join(f"“{header}”" for header in spec.code_headers)
    parts.append(f"Name in: {names}. Code in: {codes}.\n")
    if spec.properties:
        parts.append(_properties(spec.properties))
    if spec.links:
        parts.append(_links(metamodel, spec.links))
    return "\n".join(parts)


def _properties(specs: Iterable[PropertySpec]) -> str:
    return _table(
        ("property", "Indonesian", "English", "type", "values", "also headed"),
        (
            (
                f"`{spec.name}`",
                spec.label.id,
                spec.label.en,
                spec.type.value,
                ", ".join(choice.value for choice in spec.choices),
                ", ".join(spec.synonyms),
            )
            for spec in specs
        ),
    )


def _links(metamodel: Metamodel, specs: Iterable[LinkSpec]) -> str:
    return _table(
        ("column", "Indonesian", "English", "relation", "names", "also headed"),
        (
            (
                f"`{spec.name}`",
                spec.label.id,
                spec.label.en,
                f"`{spec.relation}`"
                + (" ⟵" if spec.reversed else "")
                + (f" ({spec.role})" if spec.role else ""),
                _named(spec.to, metamodel),
                ", ".join((*spec.synonyms, *(level[0] for level in spec.levels))),
            )
            for spec in specs
        ),
    )
