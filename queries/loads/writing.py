"""The statements that bring a plan into the store. Only labels, types and keys of enums enter the text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from model.element import Element, Relation
from model.kinds import ElementKind, RelationKind
from model.record import Record
from queries.graph import batches, edge_of, node_of, reference_node
from queries.loads.plan import ElementChange, GraphChange
from queries.records import record_node
from queries.store.store import Statement

_CREATE_RECORDS = "UNWIND $rows AS row CREATE (r:Record) SET r = row"
_CONFIRM_RECORDS = """
UNWIND $ids AS id
MATCH (r:Record {id: id})
SET r.confirmations = coalesce(r.confirmations, []) + [$load]
"""
_MOVE_RECORDS = """
UNWIND $rows AS row
MATCH (r:Record {id: row.id})
SET r.load = row.load, r.confirmations = row.confirmations
"""
_SILENCE_RECORDS = """
UNWIND $ids AS id
MATCH (r:Record {id: id})
SET r.live = false
"""
_CHANGE_ELEMENTS = """
UNWIND $rows AS row
MATCH (e:Element {uid: row.uid})
SET e = row
"""
_REMOVE_ELEMENTS = """
UNWIND $uids AS uid
MATCH (e:Element {uid: uid})
DETACH DELETE e
"""
_CREATE_TOMBSTONES = "UNWIND $rows AS row CREATE (t:Tombstone) SET t = row"
_CREATE_REFERENCES = "UNWIND $rows AS row CREATE (o:OpenReference) SET o = row"
_REMOVE_REFERENCES = """
UNWIND $ids AS id
MATCH (o:OpenReference {id: id})
DELETE o
"""


def records_written(records: Sequence[Record]) -> Iterator[Statement]:
    """Yield the statements that store new records."""
    for batch in batches(records):
        yield Statement(_CREATE_RECORDS, {"rows": [record_node(record) for record in batch]})


def records_confirmed(records: Sequence[Record], load: str) -> Iterator[Statement]:
    """Yield the statements that note a load as confirming these records."""
    for batch in batches(records):
        yield Statement(_CONFIRM_RECORDS, {"ids": [record.id for record in batch], "load": load})


def records_silenced(own: Sequence[Record], confirmed: Sequence[Record], load: str) -> Iterator[Statement]:
    """Yield the statements that drop a load's own records and its confirmations of others.

    A record that a later load found unchanged lives on as that load's.
    """
    moved = [record for record in own if record.confirmations]
    rows = [
        {"id": r.id, "load": r.confirmations[0], "confirmations": list(r.confirmations[1:])} for r in moved
    ]
    rows += [
        {"id": r.id, "load": r.load, "confirmations": [c for c in r.confirmations if c != load]}
        for r in confirmed
    ]
    for batch in batches(rows):
        yield Statement(_MOVE_RECORDS, {"rows": list(batch)})
    for ended in batches([record.id for record in own if not record.confirmations]):
        yield Statement(_SILENCE_RECORDS, {"ids": list(ended)})


def graph_changed(change: GraphChange, at: int) -> Iterator[Statement]:
    """Yield the statements that bring the graph to its new state, at a revision."""
    yield from _elements_added(change.added, at)
    yield from _elements_changed(change.changed, at)
    yield from _relations_removed(change.relations_removed)
    yield from _relations_added(change.relations_added, at)
    yield from _relations_changed(change.relations_changed, at)
    for batch in batches([element.uid for element in change.removed]):
        yield Statement(_REMOVE_ELEMENTS, {"uids": list(batch)})
    gone = [{"uid": element.uid, "revision": at} for element in change.removed]
    gone += [{"relation": relation.id, "revision": at} for relation in change.relations_removed]
    for rows in batches(gone):
        yield Statement(_CREATE_TOMBSTONES, {"rows": list(rows)})
    # a reference that changed its reason or candidates is written anew
    ended = [ref.id for ref in (*change.references_closed, *change.references_opened)]
    for batch in batches(ended):
        yield Statement(_REMOVE_REFERENCES, {"ids": list(batch)})
    for opened in batches(change.references_opened):
        yield Statement(_CREATE_REFERENCES, {"rows": [reference_node(ref) for ref in opened]})


def _elements_added(added: Sequence[Element], at: int) -> Iterator[Statement]:
    by_kind: dict[ElementKind, list[Element]] = {}
    for element in added:
        by_kind.setdefault(element.kind, []).append(element)
    for kind, group in by_kind.items():
        cypher = f"UNWIND $rows AS row CREATE (e:Element:{kind.value}) SET e = row"
        for batch in batches(group):
            yield Statement(cypher, {"rows": [node_of(element, at) for element in batch]})


def _elements_changed(changed: Sequence[ElementChange], at: int) -> Iterator[Statement]:
    for batch in batches(changed):
        yield Statement(_CHANGE_ELEMENTS, {"rows": [node_of(change.after, at) for change in batch]})


def _relations_added(added: Sequence[Relation], at: int) -> Iterator[Statement]:
    for relation, group in _by_type(added).items():
        group.sort(key=lambda edge: (edge.source, edge.target))  # neighbours together: a third faster
        cypher = (
            "UNWIND $rows AS row MATCH (a:Element {uid: row.source}) MATCH (b:Element {uid: row.target}) "
            f"CREATE (a)-[r:{relation.value}]->(b) SET r = row.properties"
        )
        for batch in batches(group):
            yield Statement(cypher, {"rows": [_edge_row(edge, at) for edge in batch]})


def _relations_changed(changed: Sequence[tuple[Relation, Relation]], at: int) -> Iterator[Statement]:
    for relation, group in _by_type([after for _, after in changed]).items():
        cypher = (
            "UNWIND $rows AS row MATCH (a:Element {uid: row.source}) MATCH (b:Element {uid: row.target}) "
            f"MATCH (a)-[r:{relation.value}]->(b) WHERE r.id = row.properties.id SET r = row.properties"
        )
        for batch in batches(group):
            yield Statement(cypher, {"rows": [_edge_row(edge, at) for edge in batch]})


def _relations_removed(removed: Sequence[Relation]) -> Iterator[Statement]:
    for relation, group in _by_type(removed).items():
        cypher = (
            "UNWIND $rows AS row MATCH (a:Element {uid: row.source}) MATCH (b:Element {uid: row.target}) "
            f"MATCH (a)-[r:{relation.value}]->(b) WHERE r.id = row.id DELETE r"
        )
        for batch in batches(group):
            rows = [{"source": edge.source, "target": edge.target, "id": edge.id} for edge in batch]
            yield Statement(cypher, {"rows": rows})


def _by_type(relations: Sequence[Relation]) -> Mapping[RelationKind, list[Relation]]:
    by_type: dict[RelationKind, list[Relation]] = {}
    for relation in relations:
        by_type.setdefault(relation.relation, []).append(relation)
    return by_type


def _edge_row(relation: Relation, at: int) -> dict[str, Any]:
    return {"source": relation.source, "target": relation.target, "properties": edge_of(relation, at)}
