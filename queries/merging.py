"""Which elements were merged, and the records that make up an element: its own and those of the merged."""

from collections.abc import Iterable

from model.merging import Merge, Merges
from model.record import Act, Record
from queries import records
from queries.store.store import Store

# an index on `other` has only the few records that carry it; one engine leaves it for a second condition
_MERGES = """
MATCH (r:Record)
WHERE r.other > ''
WITH r
WHERE r.live AND r.act = 'merge'
RETURN collect([r.id, r.load, r.uid, r.other]) AS found
"""


def merges(store: Store) -> Merges:
    """Return the merges that stand."""
    return Merges.of(Merge(*one) for row in store.read(_MERGES) for one in row["found"])


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


def former_keys(store: Store, standing: Merges) -> dict[str, str]:
    """Return under which keys merged elements were known before, each with the uid its records carry."""
    found = records.records_of(store, standing.by_gone)
    return {record.key: uid for uid, said in found.items() for record in said if record.act is Act.ROW}
