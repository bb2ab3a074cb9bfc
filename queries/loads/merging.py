"""Which elements were merged, and the records that make up an element: its own and those of the merged."""

from collections.abc import Iterable
from dataclasses import replace

from model.directory import Directory
from model.entry import Entry, entry_of
from model.fold import fold
from model.merging import Merge, Merges
from model.record import Act, Load, Record
from queries import graph, records
from queries.store.store import Store

# an index on `other` has only the few records that carry it; one engine leaves it for a second condition
_MERGES = """
MATCH (r:Record)
WHERE r.other > ''
WITH r
WHERE r.live AND r.act = 'merge'
RETURN collect([r.id, r.load, r.uid, r.other, r.scope, r.into]) AS found
"""
_GONE = """
MATCH (r:Record)
WHERE r.other > ''
WITH r
WHERE r.live AND r.act = 'merge'
RETURN r.load AS load, r.uid AS uid, r.key AS key
ORDER BY r.id
"""


def merges(store: Store) -> Merges:
    """Return the merges that stand."""
    return Merges.of(Merge(*one) for row in store.read(_MERGES) for one in row["found"])


def told(store: Store) -> dict[str, list[tuple[str, str]]]:
    """Return by load which elements it merged: the key of what is gone, and of what has it now."""
    standing = merges(store)
    kept = graph.elements(store, {standing.home(gone) for gone in standing.by_gone})
    found: dict[str, list[tuple[str, str]]] = {}
    for row in store.read(_GONE):
        home = kept.get(standing.home(row["uid"]))
        found.setdefault(row["load"], []).append((row["key"], home.key if home else ""))
    return found


def said_of(store: Store, uids: Iterable[str], standing: Merges) -> dict[str, list[Record]]:
    """Return the live records that make up each of these elements, by uid, oldest first.

    An element that was merged into another has none of its own: they are the other's.
    """
    families = {uid: standing.family(uid) for uid in uids}
    found = records.records_of(store, {one for family in families.values() for one in family})
    said = {}
    for uid, family in families.items():
        own = [record for one in family for record in found.get(one, ())]
        if own:
            said[uid] = sorted(own, key=lambda record: (record.load, record.id))
    return said


def directory(store: Store) -> Directory:
    """Return the directory of all elements of the store, with the scopes that count as another one."""
    found = graph.directory(store)
    found.homes = merges(store).scopes
    return found


def loads(store: Store) -> list[Load]:
    """Return all finished loads, oldest first, each with the scope that counts now; to be shown."""
    scopes = merges(store).scopes
    return [replace(load, scope=scopes.get(load.scope or "", load.scope)) for load in records.loads(store)]


def said_apart(store: Store, standing: Merges) -> dict[str, list[Record]]:
    """Return the records of elements that were merged, and of those they are part of now, each its own."""
    homes = {standing.home(gone) for gone in standing.by_gone}
    return records.records_of(store, homes | standing.by_gone.keys())


def former_keys(apart: dict[str, list[Record]], standing: Merges) -> dict[str, str]:
    """Return under which keys merged elements were known before, each with the uid its records carry.

    Also while none of their rows is left: what comes in for one again is part of the same element again.
    """
    gone = ((uid, said) for uid, said in apart.items() if uid in standing.by_gone)
    return {record.key: uid for uid, said in gone for record in said if record.act in (Act.ROW, Act.MERGE)}


def former_entries(apart: dict[str, list[Record]]) -> list[Entry]:
    """Return what merged elements, and those they are part of now, would be each by itself."""
    folded = (fold(said, uid).element for uid, said in sorted(apart.items()))
    return [entry_of(element) for element in folded if element is not None]
