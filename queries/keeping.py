"""What people teach, as numbered nodes of the store with author and time: backed up with it."""

from enum import StrEnum, unique
from typing import Any

from queries.loads.applying import Writer
from queries.loads.lease import lease
from queries.store.store import Statement, Store


@unique
class Shelf(StrEnum):
    """What is kept so; the label of its nodes."""

    WEIGHTING = "Weighting"
    SYNONYM = "Synonym"
    LAYOUT = "KnownLayout"
    SCENARIO = "SavedScenario"


def kept(store: Store, shelf: Shelf) -> list[dict[str, Any]]:
    """Return the properties of all nodes of a shelf, oldest first."""
    found = store.read(f"MATCH (n:{shelf.value}) RETURN collect(properties(n)) AS found")[0]["found"]
    return sorted(found, key=lambda properties: str(properties["id"]))


def keep(store: Store, shelf: Shelf, said: dict[str, Any], writer: Writer) -> dict[str, Any]:
    """Add a node under the next number; return its properties: what was said, with id, at and by.

    Raises:
        StoreFault: somebody else is writing.
    """
    now = writer.clock()
    with lease(store, writer.name, now):
        last = store.read(f"MATCH (n:{shelf.value}) RETURN max(n.id) AS id")[0]["id"]
        number = int(last or 0) + 1
        node = {**said, "id": f"{number:07d}", "at": now.isoformat(), "by": writer.name}
        create = f"CREATE (n:{shelf.value}) SET n = $properties"
        store.write([Statement(create, {"properties": node})])
    return node
