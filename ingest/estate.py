"""The graph, or what one agency has of it, as rows of the interchange: what every export writes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from model.element import Element, OpenReference, Relation
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.record import Saying, Value
from queries.architecture import Architecture

FIRST_COLUMNS = (
    "key",
    "kind",
    "name",
    "owner",
    "abbreviation",
    "description",
    "function",
    "code",
    "reference",
    "status",
    "valid_from",
    "valid_to",
    "criticality",
    "rto_hours",
    "rpo_hours",
)
RELATION_COLUMNS = (
    "source",
    "relation",
    "target",
    "group",
    "need",
    "loss",
    "weight",
    "effect",
    "valid_from",
    "valid_to",
)
SEPARATOR = "; "  # between several values of one cell
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Estate:
    """Elements and relations as rows: column → value; a blank cell has no entry.

    Columns are those of the interchange (docs/cli.md): the fixed ones first, then the properties of the
    metamodel in its order, then what files brought along. Rows are in the order of their keys.
    in_rows, in_columns: how many relations are rows, and how many stand in the columns owner and reference
    of elements. open: how many references, in rows and columns, are no relations: nobody knows yet what
    they mean.
    """

    elements: list[Row]
    relations: list[Row]
    element_columns: list[str]
    relation_columns: list[str]
    in_rows: int
    in_columns: int
    open: int


@dataclass(slots=True)
class _Rows:
    """The relations of the exported elements, sorted into columns of their own and rows."""

    owner: dict[str, str] = field(default_factory=dict)  # uid → key
    codes: dict[str, list[str]] = field(default_factory=dict)  # uid → reference codes
    rows: list[Row] = field(default_factory=list)


def estate(whole: Architecture, metamodel: Metamodel, scope: str | None = None) -> Estate:
    """Return an architecture as rows, or the elements of one scope with what they say of others.

    The shipped reference codes are left out: every store has them. A reference that is still open is a
    row whose end is its text, so that it can be answered where the rows are imported.
    """
    scope = whole.homes.get(scope, scope) if scope is not None else None
    keys = {uid: element.key for uid, element in whole.elements.items()}
    codes = {
        uid: element.code or element.name
        for uid, element in whole.elements.items()
        if element.kind is ElementKind.REFERENCE_CODE
    }
    wanted = {
        uid: element
        for uid, element in whole.elements.items()
        if scope in (None, element.scope) and "reference_set" not in element.properties
    }
    found = _Rows()
    in_order = sorted(
        whole.relations.values(), key=lambda r: (keys[r.source], r.relation, keys[r.target], r.order, r.id)
    )
    for relation in in_order:
        if relation.source in wanted:
            _sort_in(found, relation, keys, codes)
    in_rows, in_columns = len(found.rows), len(found.owner) + sum(map(len, found.codes.values()))
    waiting = [one for one in whole.open if one[0].holder in wanted]
    for reference, saying in sorted(waiting, key=lambda one: _open_order(one[0], one[1], keys)):
        _sort_in_open(found, reference, saying, keys)
    ordered = sorted(wanted.values(), key=lambda element: element.key)
    rows = [_element_row(element, found) for element in ordered]
    return Estate(
        elements=rows,
        relations=found.rows,
        element_columns=_ordered(FIRST_COLUMNS, _declared(metamodel), rows),
        relation_columns=_ordered(RELATION_COLUMNS, _qualifiers(metamodel), found.rows),
        in_rows=in_rows,
        in_columns=in_columns,
        open=len(waiting),
    )


def cell_text(value: Value | None) -> str:
    """Return a value as the text of a cell, as reading takes it back."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return SEPARATOR.join(value) if isinstance(value, tuple) else str(value)


def _element_row(element: Element, found: _Rows) -> Row:
    row: Row = {
        "key": element.key,
        "kind": element.kind.value,
        "name": element.name,
        "status": element.status.value,
        **element.properties,
    }
    if element.code:
        row["code"] = element.code
    if element.uid in found.owner:
        row["owner"] = found.owner[element.uid]
    if element.uid in found.codes:
        row["reference"] = tuple(sorted(found.codes[element.uid]))
    return row


def _sort_in(found: _Rows, relation: Relation, keys: Mapping[str, str], codes: Mapping[str, str]) -> None:
    plain = not (relation.properties.keys() - {"role"})
    if relation.relation is RelationKind.CLASSIFIED_AS and relation.target in codes and plain:
        found.codes.setdefault(relation.source, []).append(codes[relation.target])
    elif (
        relation.relation is RelationKind.OWNED_BY
        and not relation.properties
        and relation.source not in found.owner
    ):
        found.owner[relation.source] = keys[relation.target]
    else:
        found.rows.append(
            {
                "source": keys[relation.source],
                "relation": relation.relation.value,
                "target": keys[relation.target],
                **relation.properties,
            }
        )


def _open_order(
    reference: OpenReference, saying: Saying | None, keys: Mapping[str, str]
) -> tuple[str, str, str, bool, str]:
    """The order of open references among themselves: by what is said, so that a round trip keeps it."""
    said = sorted((name, str(value)) for name, value in (saying.properties if saying else {}).items())
    return keys[reference.holder], reference.relation, reference.text, reference.reversed, repr(said)


def _sort_in_open(
    found: _Rows, reference: OpenReference, saying: Saying | None, keys: Mapping[str, str]
) -> None:
    if reference.relation is RelationKind.CLASSIFIED_AS and not reference.reversed:
        found.codes.setdefault(reference.holder, []).append(reference.text)
        return
    ends = (reference.text, keys[reference.holder])
    source, target = ends if reference.reversed else reversed(ends)
    found.rows.append(
        {
            "source": source,
            "relation": reference.relation.value,
            "target": target,
            **(saying.properties if saying else {}),
        }
    )


def _declared(metamodel: Metamodel) -> list[str]:
    names = [spec.name for spec in metamodel.common]
    return names + [spec.name for kind in metamodel.kinds for spec in kind.properties]


def _qualifiers(metamodel: Metamodel) -> list[str]:
    return [spec.name for relation in metamodel.relations for spec in relation.properties]


def _ordered(first: Iterable[str], declared: Iterable[str], rows: Iterable[Row]) -> list[str]:
    """The fixed columns, then those in use: declared ones in their order, others by name."""
    used = {name for row in rows for name in row}
    fixed = list(first)
    known = [name for name in dict.fromkeys(declared) if name in used and name not in fixed]
    return [*fixed, *known, *sorted(used.difference(fixed, known))]
