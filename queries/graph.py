"""Reading parts of the graph as typed values: elements, relations, open references, the directory."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from model.directory import Directory
from model.element import Element, Openness, OpenReference, Relation
from model.entry import Entry
from model.kinds import ElementKind, RelationKind, Status
from model.record import Value
from queries.store.store import Store

BATCH = 5_000  # rows a statement; measured best on both engines between 2,000 and 10,000

_ELEMENT_FIELDS = ("uid", "key", "kind", "name", "scope", "code", "status", "aliases", "names", "heard")
_INTERNAL = frozenset({*_ELEMENT_FIELDS, "revision", "search"})
_ELEMENT_TAKEN = _INTERNAL - {"code"}
_RELATION_FIELDS = frozenset({"id", "holders", "parallel", "revision"})
_OWN = "p_"  # before a name that would collide with a field of ours

# Many rows in one list: the driver takes 15 times longer for as many rows of their own. Neo4j looks for each
# property along the node's chain: taken together they cost a third less (100,000 elements: 0.54 s, not 0.80).
_DIRECTORY = """
MATCH (e:Element)
WITH properties(e) AS e
RETURN e.kind AS kind, e.scope AS scope,
       collect([e.uid, e.key, e.name, e.code, e.aliases, e.names, e.abbreviation, e.heard]) AS found
"""
_ELEMENTS = """
UNWIND $uids AS uid
MATCH (e:Element {uid: uid})
RETURN collect(properties(e)) AS found
"""
# The far end has no label: Neo4j once began with all elements, and took 178 s where this takes 2 s.
_RELATIONS_FROM = """
UNWIND $uids AS uid
MATCH (a:Element {uid: uid})-[r]->(b)
RETURN collect([a.uid, type(r), b.uid, properties(r)]) AS found
"""
_RELATIONS_TO = """
UNWIND $uids AS uid
MATCH (b:Element {uid: uid})<-[r]-(a)
RETURN collect([a.uid, type(r), b.uid, properties(r)]) AS found
"""
_OPEN_OF = """
UNWIND $uids AS uid
MATCH (o:OpenReference {holder: uid})
RETURN collect(properties(o)) AS found
"""
_ALL_OPEN = "MATCH (o:OpenReference) RETURN o.holder AS holder, o.text AS text"
_WRITTEN = """
MATCH (o:OpenReference)
WHERE o.reversed IS NULL
RETURN o.holder AS holder, o.relation AS relation, collect(o.text) AS texts
"""
_META = """
MATCH (m:Meta {id: 'store'})
RETURN m.store AS store, m.revision AS revision, m.schema AS schema, m.metamodel AS metamodel
"""


def revision(store: Store) -> int:
    """Return the number of steps applied to the store so far."""
    return int(meta(store)["revision"])


def meta(store: Store) -> dict[str, Any]:
    """Return what the store says of itself: store id, revision, schema, metamodel digest."""
    return store.read(_META)[0]


def directory(store: Store) -> Directory:
    """Return the directory of all elements of the store."""
    return Directory.of(
        Entry(
            uid=uid,
            kind=kind,
            scope=group["scope"],
            key=key,
            name=name,
            code=code,
            aliases=tuple(aliases or ()),
            names=tuple(names or ()),
            abbreviation=abbreviation,
            heard=tuple(heard or ()),
        )
        for group in store.read(_DIRECTORY)
        for kind in (ElementKind(group["kind"]),)
        for uid, key, name, code, aliases, names, abbreviation, heard in group["found"]
    )


def elements(store: Store, uids: Iterable[str]) -> dict[str, Element]:
    """Return the elements with these uids, by uid."""
    found = map(element_of, collected(store, _ELEMENTS, uids))
    return {element.uid: element for element in found}


def relations(store: Store, uids: Iterable[str]) -> dict[str, Relation]:
    """Return all relations that begin or end at one of these elements, by id."""
    wanted = list(uids)
    return {**relations_from(store, wanted), **relations_to(store, wanted)}


def relations_from(store: Store, uids: Iterable[str]) -> dict[str, Relation]:
    """Return all relations that begin at one of these elements, by id."""
    found = (relation_of(*row) for row in collected(store, _RELATIONS_FROM, uids))
    return {relation.id: relation for relation in found}


def relations_to(store: Store, uids: Iterable[str]) -> dict[str, Relation]:
    """Return all relations that end at one of these elements, by id."""
    found = (relation_of(*row) for row in collected(store, _RELATIONS_TO, uids))
    return {relation.id: relation for relation in found}


def open_references(store: Store, holders: Iterable[str]) -> dict[str, OpenReference]:
    """Return the open references that the records of these elements hold, by id."""
    found = map(_open_reference, collected(store, _OPEN_OF, holders))
    return {reference.id: reference for reference in found}


def open_texts(store: Store) -> list[tuple[str, str]]:
    """Return every open reference as holder and text."""
    return [(row["holder"], row["text"]) for row in store.read(_ALL_OPEN)]


def written(store: Store) -> dict[tuple[str, RelationKind], tuple[str, ...]]:
    """Return the texts that could not be linked, by uid of the element that says them and relation."""
    return {
        (row["holder"], RelationKind(row["relation"])): tuple(sorted(set(row["texts"])))
        for row in store.read(_WRITTEN)
    }


def element_of(properties: dict[str, Any]) -> Element:
    """Return an element from the properties of its node."""
    return Element(
        uid=properties["uid"],
        key=properties["key"],
        kind=ElementKind(properties["kind"]),
        name=properties["name"],
        scope=properties["scope"],
        code=properties.get("code"),
        status=Status(properties["status"]),
        aliases=tuple(properties.get("aliases") or ()),
        names=tuple(properties.get("names") or ()),
        heard=tuple(properties.get("heard") or ()),
        properties={
            name.removeprefix(_OWN): _value(value)
            for name, value in properties.items()
            if (name not in _INTERNAL or name == "code") and value is not None
        },
    )


def node_of(element: Element, at: int) -> dict[str, Any]:
    """Return the properties of an element's node at a revision; the inverse of element_of."""
    words = (
        element.name,
        element.code or "",
        *element.names,
        str(element.properties.get("abbreviation", "")),
    )
    return {
        **{_stored(name, _ELEMENT_TAKEN): _plain(value) for name, value in element.properties.items()},
        "uid": element.uid,
        "key": element.key,
        "kind": element.kind.value,
        "name": element.name,
        "scope": element.scope,
        "status": element.status.value,
        **({"code": element.code} if element.code else {}),
        **({"aliases": list(element.aliases)} if element.aliases else {}),
        **({"names": list(element.names)} if element.names else {}),
        **({"heard": list(element.heard)} if element.heard else {}),
        "search": " ".join(word.lower() for word in words if word),
        "revision": at,
    }


def relation_of(source: str, relation: str, target: str, properties: dict[str, Any]) -> Relation:
    """Return a relation from its ends, type and properties."""
    return Relation(
        id=properties["id"],
        relation=RelationKind(relation),
        source=source,
        target=target,
        order=properties.get("parallel") or 0,
        holders=tuple(properties["holders"]),
        properties={
            name.removeprefix(_OWN): _value(value)
            for name, value in properties.items()
            if name not in _RELATION_FIELDS and value is not None
        },
    )


def edge_of(relation: Relation, at: int) -> dict[str, Any]:
    """Return the properties of a relation at a revision; the inverse of relation_of."""
    return {
        **{_stored(name, _RELATION_FIELDS): _plain(value) for name, value in relation.properties.items()},
        "id": relation.id,
        "holders": list(relation.holders),
        **({"parallel": relation.order} if relation.order else {}),
        "revision": at,
    }


def reference_node(reference: OpenReference) -> dict[str, Any]:
    """Return the properties of an open reference's node."""
    node = {
        "id": reference.id,
        "holder": reference.holder,
        "relation": reference.relation.value,
        "text": reference.text,
        "reason": reference.reason.value,
        "candidates": list(reference.candidates),
        "record": reference.record,
        "column": reference.column,
        "row": reference.row,
        "reversed": reference.reversed or None,
    }
    return {name: value for name, value in node.items() if value is not None}


def batches(rows: Sequence[Any], size: int | None = None) -> Iterator[Sequence[Any]]:
    """Return rows in slices of at most `size`, else BATCH."""
    most = size or BATCH
    return (rows[start : start + most] for start in range(0, len(rows), most))


def collected(store: Store, cypher: str, uids: Iterable[str]) -> Iterator[Any]:
    """Yield what a statement collects as `found`, asked for a batch of uids at a time."""
    for batch in batches(sorted(uids)):
        for row in store.read(cypher, uids=batch):
            yield from row["found"]


def _open_reference(properties: dict[str, Any]) -> OpenReference:
    return OpenReference(
        id=properties["id"],
        holder=properties["holder"],
        relation=RelationKind(properties["relation"]),
        text=properties["text"],
        reason=Openness(properties["reason"]),
        candidates=tuple(properties.get("candidates") or ()),
        record=properties.get("record"),
        column=properties.get("column"),
        row=properties.get("row"),
        reversed=bool(properties.get("reversed")),
    )


def _stored(name: str, taken: frozenset[str]) -> str:
    # a column of somebody's workbook may be called like one of our own fields
    return f"{_OWN}{name}" if name in taken or name.startswith(_OWN) else name


def _plain(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _value(value: Any) -> Value:
    plain: Value = tuple(value) if isinstance(value, list) else value
    return plain
