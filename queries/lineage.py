"""Lineage: every cell that says something of an element, and which of them counts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from model.element import Element
from model.entry import entry_of
from model.faults import Place
from model.fold import Folded, Statement, fold, rank
from model.linking import standing
from model.metamodel.metamodel import Metamodel
from model.record import Act, Record, Saying, Value
from queries.loads import merging
from queries.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one cell says of a property, or of a column of references.

    property: its name in the metamodel; of a row of relations the relation's. value: as it was read, a
    reference as it was written; None where the cell empties it. counts: whether the element has it from
    here. place: without a file, it was said by hand.
    """

    property: str
    value: Value | None
    load: str
    at: str
    by: str
    source: str
    counts: bool
    place: Place


def lineage(
    store: Store, metamodel: Metamodel, element: Element, names: Collection[str] | None = None
) -> list[Told]:
    """Return every cell that says something of an element: by property, what counts first, then the newest.

    names: of these properties only. What was undone says nothing.
    """
    said = merging.said_of(store, [element.uid], merging.merges(store)).get(element.uid, [])
    folded = fold(said, element.uid)
    origins = counted(said, element.uid, folded)
    counting = standing(entry_of(element), folded.statements, metamodel)
    told = [one for record in said if record.folds for one in _told(record, origins, counting)]
    order = {record.id: rank(record) for record in said}
    newest = sorted(told, key=lambda one: order[one[0]], reverse=True)
    found = [one for _, one in newest if names is None or one.property in names]
    return sorted(found, key=lambda one: (one.property, not one.counts))


def counted(said: Sequence[Record], uid: str, folded: Folded) -> dict[str, Record]:
    """Return by property the record that an element has its value from: its own, where that says the same.

    said: its records, and those of what was merged into it. What was withdrawn says nothing of its own.
    """
    own = sorted((one for one in said if one.folds and one.uid == uid), key=rank)
    if any(one.act is Act.WITHDRAW for one in own):
        return dict(folded.origins)
    last = {name: one for one in own for name in (*one.values, *one.cleared)}

    def of(name: str, record: Record) -> Record:
        mine = record if record.uid == uid else last.get(name, record)
        return mine if name in mine.values and mine.values[name] == record.values.get(name) else record

    return {name: of(name, record) for name, record in folded.origins.items()}


def _told(
    record: Record, origins: Mapping[str, Record], counting: Sequence[Statement]
) -> Iterator[tuple[str, Told]]:
    values = {**dict.fromkeys(record.cleared), **record.values}
    for name, value in values.items():
        counts = origins.get(name) is record
        yield record.id, _of(record, name, value, record.columns.get(name), counts=counts)
    counted = {id(one.saying) for one in counting if one.record.id == record.id}
    for saying in record.sayings:
        yield record.id, _reference(record, saying, counts=id(saying) in counted)
    for cell in record.emptied:
        yield record.id, _of(record, cell, None, None, counts=False)


def _reference(record: Record, saying: Saying, *, counts: bool) -> Told:
    name = saying.cell.partition("/")[0].lstrip("~")
    return _of(record, name, saying.text, saying.column, row=saying.row_of(record.row), counts=counts)


def _of(
    record: Record,
    name: str,
    value: Value | None,
    column: str | None,
    *,
    counts: bool,
    row: int | None = None,
) -> Told:
    return Told(
        property=name,
        value=value,
        load=record.load,
        at=record.at,
        by=record.by,
        source=record.source,
        counts=counts,
        place=Place(file=record.file, sheet=record.sheet, row=row or record.row, column=column),
    )
