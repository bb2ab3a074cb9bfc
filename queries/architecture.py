"""The whole architecture in memory: as it is, or as it stood after a load."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from model.directory import Directory
from model.element import Element, OpenReference, Relation
from model.entry import entry_of
from model.fold import fold
from model.linking import Links, joined, links
from model.merging import Merges
from model.metamodel.metamodel import Metamodel
from model.record import Record, Saying
from queries import graph, records
from queries.loads import merging
from queries.snapshot.coding import qualifier_names
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from queries.snapshot.tables import ELEMENT_COLUMNS, RELATION_COLUMNS, element_table, relation_table
from queries.store.store import Store

_PAGE = 20_000  # records
_RECORDS = f"""
MATCH (r:Record)
WHERE r.id > $after AND r.live AND r.load <= $load
RETURN properties(r) AS properties
ORDER BY r.id
LIMIT {_PAGE}
"""
_CODES = """
MATCH (e:Element)
WHERE e.reference_set IS NOT NULL
RETURN e.uid AS uid
"""


@dataclass(frozen=True, slots=True)
class Architecture:
    """Elements by uid, relations by id, and the open references each with what its record said.

    homes: scopes that count as another one, each with that one.
    """

    elements: Mapping[str, Element]
    relations: Mapping[str, Relation]
    open: tuple[tuple[OpenReference, Saying | None], ...]
    homes: Mapping[str, str] = field(default_factory=dict)


def present(store: Store) -> Architecture:
    """Return the architecture as the store has it now."""
    uids = graph.directory(store).entries.keys()
    references = graph.open_references(store, uids)
    holders = {reference.holder for reference in references.values()}
    standing = merging.merges(store)
    said = merging.said_of(store, holders, standing)
    return Architecture(
        elements=graph.elements(store, uids),
        relations=graph.relations(store, uids),
        open=tuple((ref, _saying(ref, said)) for _, ref in sorted(references.items())),
        homes=standing.scopes,
    )


def as_of(store: Store, metamodel: Metamodel, load: str) -> Architecture:
    """Return the architecture as it stood after a load: everything folded anew from the records up to it.

    What was undone since does not count. The shipped reference codes are those of today.
    """
    merges = merging.merges(store).until(load)
    folded = {uid: fold(said, uid) for uid, said in _records_until(store, load, merges).items()}
    elements = {uid: merges.placed(one.element) for uid, one in folded.items() if one.element is not None}
    codes = graph.elements(store, [row["uid"] for row in store.read(_CODES)])
    everything = {**codes, **elements}
    directory = Directory.of((entry_of(element) for element in everything.values()), merges.scopes)
    linked = {
        uid: links(uid, element.address, folded[uid].statements, directory, metamodel)
        for uid, element in elements.items()
    }
    own = joined(claim for found in linked.values() for claim in found.claims)
    broader = {
        id_: edge
        for id_, edge in graph.relations(store, codes).items()
        if edge.source in codes and edge.target in codes
    }
    return Architecture(everything, {**broader, **own}, tuple(_open(linked)), merges.scopes)


def snapshot_of(metamodel: Metamodel, whole: Architecture, revision: int) -> Snapshot:
    """Return the snapshot of an architecture, on which impact is asked."""
    qualifiers = qualifier_names(metamodel)
    elements = element_table([_cells(element, ELEMENT_COLUMNS) for element in whole.elements.values()])
    relations = relation_table(
        [_edge_cells(edge, (*RELATION_COLUMNS, *qualifiers)) for edge in whole.relations.values()], qualifiers
    )
    return compile_snapshot(metamodel, elements, relations, revision)


def _records_until(store: Store, load: str, merges: Merges) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    after = ""
    while page := store.read(_RECORDS, after=after, load=load):
        for row in page:
            record = records.record_of(row["properties"]).until(load)
            found.setdefault(merges.home(record.uid), []).append(record)
        after = page[-1]["properties"]["id"]
    return found


def _open(linked: Mapping[str, Links]) -> Iterator[tuple[OpenReference, Saying | None]]:
    for _, found in sorted(linked.items()):
        for reference, statement in found.open:
            yield reference, statement.saying


def _saying(reference: OpenReference, said: Mapping[str, list[Record]]) -> Saying | None:
    wanted = (reference.relation, reference.text, reference.reversed)
    return next(
        (
            saying
            for record in said.get(reference.holder, ())
            if record.id == reference.record
            for saying in record.sayings
            if (saying.relation, saying.text, saying.reversed) == wanted
            and saying.row in (None, reference.row)
        ),
        None,
    )


def _cells(element: Element, columns: tuple[str, ...]) -> list[object]:
    fields = {
        "uid": element.uid,
        "key": element.key,
        "kind": element.kind.value,
        "name": element.name,
        "scope": element.scope,
        "status": element.status.value,
    }
    return [fields.get(name, element.properties.get(name)) for name in columns]


def _edge_cells(edge: Relation, columns: tuple[str, ...]) -> list[object]:
    fields = {"id": edge.id, "relation": edge.relation.value, "source": edge.source, "target": edge.target}
    return [fields.get(name, edge.properties.get(name)) for name in columns]
