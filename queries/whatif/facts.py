"""What consolidating needs to know beyond the snapshot: properties of elements, and what relations carry."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from model.element import Element, Relation
from model.kinds import RelationKind, Status
from queries import graph
from queries.snapshot.coding import RELATION_KINDS, STATUSES
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Elements by uid and relations by id; what is not there is not known."""

    elements: Mapping[str, Element] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)

    def said(self, relation: str, name: str) -> str | None:
        """Return what a relation says under a name; None where it says nothing."""
        known = self.relations.get(relation)
        value = known.properties.get(name) if known else None
        return None if value is None or value == "" else str(value)


def facts_of(store: Store, snapshot: Snapshot, uids: Iterable[str]) -> Facts:
    """Return what the store knows of some elements, their relations, and what stands around them."""
    named = list(uids)
    relations = graph.relations(store, named)
    beside = {end for one in relations.values() for end in (one.source, one.target)}
    known = [uid for uid in {*named, *beside} if uid in snapshot.positions]
    return Facts(elements=graph.elements(store, known), relations=relations)


class Edge(NamedTuple):
    """A relation of the snapshot: its type, its ends by uid, and its id."""

    relation: RelationKind
    source: str
    target: str
    id: str


def edges(
    snapshot: Snapshot, uid: str, kinds: Collection[RelationKind] | None = None, *, arriving: bool = False
) -> list[Edge]:
    """Return the relations from an element, or those arriving at it, whose other end is not retired.

    kinds: of these types; of all dependencies without.
    """
    rows, at = snapshot.relations, snapshot.index(uid)
    wanted = snapshot.metamodel.dependencies() if kinds is None else kinds
    if arriving:
        found = snapshot.in_relation[snapshot.in_ptr[at] : snapshot.in_ptr[at + 1]].tolist()
    else:
        found = list(range(int(snapshot.out_ptr[at]), int(snapshot.out_ptr[at + 1])))
    far = rows.source if arriving else rows.target
    return [
        Edge(kind, snapshot.uids[rows.source[row]], snapshot.uids[rows.target[row]], rows.id[row])
        for row in found
        if (kind := RELATION_KINDS[rows.kind[row]]) in wanted
        and STATUSES[snapshot.elements.status[far[row]]] is not Status.RETIRED
    ]


def ordered(snapshot: Snapshot, uids: Iterable[str]) -> tuple[str, ...]:
    """Return elements once each, in the order of their keys."""
    return tuple(sorted(set(uids), key=snapshot.positions.__getitem__))
