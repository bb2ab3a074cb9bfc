"""The graph as plain columns: what a snapshot is compiled from, wherever it was read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Number = float | int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementTable:
    """Elements, one row each, by column; all columns have one length.

    kind: label in the graph. valid_from, valid_to: ISO 8601 dates.
    """

    uid: Sequence[str] = ()
    key: Sequence[str] = ()
    kind: Sequence[str] = ()
    name: Sequence[str] = ()
    scope: Sequence[str] = ()
    status: Sequence[str | None] = ()
    valid_from: Sequence[str | None] = ()
    valid_to: Sequence[str | None] = ()
    criticality: Sequence[str | None] = ()
    rto_hours: Sequence[Number | None] = ()
    rpo_hours: Sequence[Number | None] = ()
    restore_hours: Sequence[Number | None] = ()
    availability: Sequence[Number | None] = ()
    mtbf_hours: Sequence[Number | None] = ()
    maintenance_window: Sequence[str | None] = ()
    users: Sequence[Number | None] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationTable:
    """Relations, one row each, by column; all columns have one length.

    id: unique. relation: type in the graph. source, target: uids. effect: as stated, blank for the
    metamodel's own. qualifiers: the properties the metamodel's effects ask for, by name
    (see `qualifier_names`); a column that is missing is blank throughout.
    """

    id: Sequence[str] = ()
    relation: Sequence[str] = ()
    source: Sequence[str] = ()
    target: Sequence[str] = ()
    group: Sequence[str | None] = ()
    need: Sequence[str | None] = ()
    loss: Sequence[str | None] = ()
    weight: Sequence[Number | None] = ()
    effect: Sequence[str | None] = ()
    valid_from: Sequence[str | None] = ()
    valid_to: Sequence[str | None] = ()
    users: Sequence[Number | None] = ()
    qualifiers: Mapping[str, Sequence[str | None]] = field(default_factory=dict)


ELEMENT_COLUMNS = (
    "uid",
    "key",
    "kind",
    "name",
    "scope",
    "status",
    "valid_from",
    "valid_to",
    "criticality",
    "rto_hours",
    "rpo_hours",
    "restore_hours",
    "availability",
    "mtbf_hours",
    "maintenance_window",
    "users",
)
RELATION_COLUMNS = (
    "id",
    "relation",
    "source",
    "target",
    "group",
    "need",
    "loss",
    "weight",
    "effect",
    "valid_from",
    "valid_to",
    "users",
)


def element_table(rows: Iterable[Sequence[object]]) -> ElementTable:
    """Return the table of rows whose values stand in the order of ELEMENT_COLUMNS."""
    columns = _columns(rows, len(ELEMENT_COLUMNS))
    return ElementTable(**dict(zip(ELEMENT_COLUMNS, columns, strict=True)))  # type: ignore[arg-type]


def relation_table(rows: Iterable[Sequence[object]], qualifiers: Sequence[str] = ()) -> RelationTable:
    """Return the table of rows in the order of RELATION_COLUMNS, then of the qualifiers named."""
    count = len(RELATION_COLUMNS)
    columns = _columns(rows, count + len(qualifiers))
    named = dict(zip(RELATION_COLUMNS, columns[:count], strict=True))
    qualified = dict(zip(qualifiers, columns[count:], strict=True))
    return RelationTable(**named, qualifiers=qualified)  # type: ignore[arg-type]


def _columns(rows: Iterable[Sequence[object]], count: int) -> list[Sequence[object]]:
    columns: list[Sequence[object]] = list(zip(*rows, strict=True))
    return columns or [()] * count
