"""Reading the records and loads that the graph is the fold of."""

from collections.abc import Iterable
from typing import Any

from model.kinds import ElementKind
from model.record import Act, FileStamp, Load, Mode, Record, with_content
from queries.graph import batches, collected
from queries.store.store import Store

_HEAD = ("id", "load", "uid", "act", "source", "scope", "kind", "key", "at", "by")
_OPTIONAL = ("file", "sheet", "row", "other", "into", "sender")

_OF_ELEMENTS = """
UNWIND $uids AS uid
MATCH (r:Record {uid: uid})
WHERE r.live
RETURN collect(properties(r)) AS found
"""
# an index on `other` has only the few records that carry it
_DECISIONS = """
MATCH (r:Record)
WHERE r.other > ''
WITH r
WHERE r.live AND r.act = 'decide'
RETURN collect(properties(r)) AS found
"""
_OF_LOAD = """
MATCH (r:Record {load: $load})
WHERE r.live
RETURN properties(r) AS properties
"""
_EVER_OF_LOADS = """
UNWIND $uids AS load
MATCH (r:Record {load: load})
RETURN collect(properties(r)) AS found
"""
_CONFIRMED_BY = """
MATCH (r:Record)
WHERE r.live AND $load IN r.confirmations
RETURN properties(r) AS properties
"""
_OF_SOURCES = """
MATCH (r:Record {scope: $scope})
WHERE r.live AND r.act IN ['row', 'withdraw'] AND r.source IN $sources
RETURN properties(r) AS properties
"""
_ASSERTED_BY = """
MATCH (r:Record)
WHERE r.live AND r.act = 'row' AND r.source IN $sources
RETURN DISTINCT r.uid AS uid
"""
_ASSERTED_BESIDES = """
UNWIND $uids AS uid
MATCH (r:Record {uid: uid})
WHERE r.live AND r.act = 'row' AND NOT r.source IN $sources
RETURN DISTINCT uid
"""
_SAID_BY = """
MATCH (r:Record)
WHERE r.live AND r.source IN $sources
RETURN DISTINCT r.uid AS uid
"""
_ELEMENTS_OF_FILES = """
MATCH (r:Record)
WHERE r.live AND r.act = 'row' AND r.file IN $files
RETURN r.file AS file, collect(DISTINCT r.uid) AS uids
"""
_LIVE = """
MATCH (r:Record)
WHERE r.id IN $ids AND r.live
RETURN count(r) AS live
"""
_KEYS_EVER = """
MATCH (r:Record)
WHERE r.kind = $kind AND r.key CONTAINS $part
RETURN DISTINCT r.key AS key
"""
_LOADS = """
MATCH (l:Load)
RETURN properties(l) AS properties
ORDER BY l.id
"""


def records_of(store: Store, uids: Iterable[str]) -> dict[str, list[Record]]:
    """Return the live records of these elements, by uid, oldest first."""
    found: dict[str, list[Record]] = {}
    for properties in collected(store, _OF_ELEMENTS, uids):
        record = record_of(properties)
        found.setdefault(record.uid, []).append(record)
    for records in found.values():
        records.sort(key=lambda record: (record.load, record.id))
    return found


def decision_records(store: Store) -> list[Record]:
    """Return the live records of decisions about pairs, oldest first."""
    found = (record_of(properties) for row in store.read(_DECISIONS) for properties in row["found"])
    return sorted(found, key=lambda record: record.id)


def records_of_load(store: Store, load: str) -> list[Record]:
    """Return the live records that one load made, in its order."""
    records = [record_of(row["properties"]) for row in store.read(_OF_LOAD, load=load)]
    return sorted(records, key=lambda record: record.id)


def records_of_loads(store: Store, loads: Iterable[str]) -> dict[str, list[Record]]:
    """Return the records that each of these loads made, in its order, those taken back included."""
    found: dict[str, list[Record]] = {}
    for properties in collected(store, _EVER_OF_LOADS, loads):
        record = record_of(properties)
        found.setdefault(record.load, []).append(record)
    return {load: sorted(said, key=lambda record: record.id) for load, said in found.items()}


def confirmed_by(store: Store, load: str) -> list[Record]:
    """Return the records of other loads that a load found unchanged."""
    return [record_of(row["properties"]) for row in store.read(_CONFIRMED_BY, load=load)]


def asserted_only_by(store: Store, sources: Iterable[str]) -> set[str]:
    """Return the uids of elements that rows of these sources assert, and of no other."""
    named = sorted(sources)
    uids = [row["uid"] for row in store.read(_ASSERTED_BY, sources=named)]
    others = (store.read(_ASSERTED_BESIDES, uids=batch, sources=named) for batch in batches(uids))
    return set(uids) - {row["uid"] for rows in others for row in rows}


def spoken_of_by(store: Store, sources: Iterable[str]) -> set[str]:
    """Return the uids of elements of which records of these sources say anything."""
    return {row["uid"] for row in store.read(_SAID_BY, sources=sorted(sources))}


def elements_of_files(store: Store, files: Iterable[str]) -> dict[str, set[str]]:
    """Return, by file, the uids of the elements that its rows describe."""
    named = sorted(files)
    found = store.read(_ELEMENTS_OF_FILES, files=named) if named else ()
    return {row["file"]: set(row["uids"]) for row in found}


def lost(store: Store, ids: Iterable[str]) -> bool:
    """Return whether one of these records no longer counts."""
    rows = (store.read(_LIVE, ids=batch)[0]["live"] == len(batch) for batch in batches(list(ids)))
    return not all(rows)


def standing_rows(store: Store, scope: str, sources: Iterable[str]) -> list[Record]:
    """Return the newest row of each element and source of a scope, where it was not withdrawn since."""
    rows = store.read(_OF_SOURCES, scope=scope, sources=sorted(sources))
    found = sorted((record_of(row["properties"]) for row in rows), key=lambda r: (r.last_said, r.id))
    newest = {(record.uid, record.source): record for record in found}
    return [record for record in newest.values() if record.act is Act.ROW]


def keys_ever(store: Store, kind: ElementKind, part: str) -> list[str]:
    """Return the keys with a part in them that records of a kind ever had, those taken back included."""
    return [row["key"] for row in store.read(_KEYS_EVER, kind=kind.value, part=part)]


def loads(store: Store) -> list[Load]:
    """Return all finished loads, oldest first, undone ones marked."""
    found = (row["properties"] for row in store.read(_LOADS))
    return [load_of(properties) for properties in found if properties["state"] == "done"]


def record_node(record: Record) -> dict[str, Any]:
    """Return the properties of a record's node; the inverse of record_of."""
    node: dict[str, Any] = {
        "id": record.id,
        "load": record.load,
        "uid": record.uid,
        "act": record.act.value,
        "source": record.source,
        "scope": record.scope,
        "kind": record.kind.value,
        "key": record.key,
        "at": record.at,
        "by": record.by,
        "content": record.content(),
        "live": True,
    }
    for name in _OPTIONAL:
        value = getattr(record, name)
        if value is not None:
            node[name] = value
    return node


def record_of(properties: dict[str, Any]) -> Record:
    """Return a record from the properties of its node."""
    head = {name: properties.get(name) for name in (*_HEAD, *_OPTIONAL)}
    head["act"] = Act(properties["act"])
    head["kind"] = ElementKind(properties["kind"])
    return with_content(
        properties["content"], **head, confirmations=tuple(properties.get("confirmations") or ())
    )


def load_of(properties: dict[str, Any]) -> Load:
    """Return a load from the properties of its node."""
    names, hashes = properties.get("file_names") or [], properties.get("file_hashes") or []
    return Load(
        id=properties["id"],
        at=properties["at"],
        by=properties["by"],
        mode=Mode(properties["mode"]),
        scope=properties.get("scope"),
        files=tuple(FileStamp(name=n, sha256=h) for n, h in zip(names, hashes, strict=True)),
        elements=properties.get("elements") or 0,
        relations=properties.get("relations") or 0,
        undone=bool(properties.get("undone")),
        editions=dict(zip(properties.get("editions") or (), properties.get("edition_of") or (), strict=True)),
    )


def load_node(load: Load) -> dict[str, Any]:
    """Return the properties of a load's node; the inverse of load_of."""
    return {
        "id": load.id,
        "at": load.at,
        "by": load.by,
        "mode": load.mode.value,
        "elements": load.elements,
        "relations": load.relations,
        "file_names": [stamp.name for stamp in load.files],
        "file_hashes": [stamp.sha256 for stamp in load.files],
        **({"scope": load.scope} if load.scope else {}),
        **_editions(load),
    }


def _editions(load: Load) -> dict[str, Any]:
    if not load.editions:
        return {}
    return {"editions": list(load.editions), "edition_of": list(load.editions.values())}
