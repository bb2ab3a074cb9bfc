"""Bringing small graphs into a store without records, for tests of what is read from it."""

from collections.abc import Sequence

from model.element import Element, Relation
from model.kinds import ElementKind, RelationKind, Status
from queries import graph
from queries.loads import writing
from queries.loads.plan import ElementChange, GraphChange
from queries.store.store import Statement, Store
from tests.support.reference_evaluator import Link, Thing

_RAISE = "MATCH (m:Meta {id: 'store'}) SET m.revision = $revision"
_SAID = ("group", "need", "loss", "weight", "effect", "environment", "valid_from", "valid_to", "users")
_HELD = (
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


def change(store: Store, changed: GraphChange) -> int:
    """Apply a change as one step; return the new revision."""
    revision = graph.revision(store) + 1
    raised = Statement(_RAISE, {"revision": revision})
    store.write([*writing.graph_changed(changed, revision), raised])
    return revision


def fill(store: Store, things: Sequence[Thing], links: Sequence[Link]) -> int:
    """Bring a graph into an empty store; return the new revision."""
    relations = tuple(relation(f"r{number}", link) for number, link in enumerate(links))
    return change(store, GraphChange(added=tuple(map(element, things)), relations_added=relations))


def element(thing: Thing, scope: str = "dinkes") -> Element:
    """Return a thing as a server."""
    held = {name: getattr(thing, name) for name in _HELD}
    return Element(
        uid=thing.uid,
        key=f"{scope}/server/{thing.uid}",
        kind=ElementKind.SERVER,
        name=f"Nama {thing.uid}",
        scope=scope,
        status=Status(thing.status),
        properties={name: value for name, value in held.items() if value is not None},
    )


def relation(id_: str, link: Link) -> Relation:
    """Return a link as a relation."""
    said = {name: getattr(link, name) for name in _SAID}
    return Relation(
        id=id_,
        relation=RelationKind(link.relation),
        source=link.source,
        target=link.target,
        properties={name: value for name, value in said.items() if value is not None},
        holders=(link.source,),
    )


def changed(before: Element, after: Element) -> GraphChange:
    """Return the change of one element."""
    return GraphChange(changed=(ElementChange(before=before, after=after),))
