"""Reading the graph for a snapshot: all of it, or what changed since an older revision."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.kinds import RelationKind
from model.metamodel.metamodel import Metamodel
from queries.applying import LoadState
from queries.snapshot.coding import qualifier_names
from queries.snapshot.snapshot import Changes
from queries.snapshot.tables import (
    ELEMENT_COLUMNS,
    RELATION_COLUMNS,
    ElementTable,
    RelationTable,
    element_table,
    relation_table,
)
from queries.store.store import Store

# staging loads write records only; in these two the graph itself is being brought up
_CHANGING = [LoadState.RECORDED.value, LoadState.UNDOING.value]
_STANDING = """
MATCH (m:Meta {id: 'store'})
OPTIONAL MATCH (l:Load) WHERE l.state IN $changing
RETURN m.store AS store, m.revision AS revision, m.refreshed AS refreshed, count(l) AS changing
"""
_ELEMENTS_GONE = "MATCH (t:Tombstone) WHERE t.revision > $base AND t.uid IS NOT NULL RETURN t.uid AS gone"
_RELATIONS_GONE = (
    "MATCH (t:Tombstone) WHERE t.revision > $base AND t.relation IS NOT NULL RETURN t.relation AS gone"
)
_ENDS = {"source": "a.uid", "target": "b.uid", "relation": "type(r)"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What the store says of its present state.

    refreshed: how often it was asked to be read anew after edits made outside.
    changing: a load is being applied to the graph, or was interrupted in that.
    """

    store: str
    revision: int
    refreshed: int
    changing: bool


def standing(store: Store) -> Standing:
    """Return the store's present state."""
    row = store.read(_STANDING, changing=_CHANGING)[0]
    return Standing(row["store"], int(row["revision"]), int(row["refreshed"] or 0), bool(row["changing"]))


def whole(store: Store, metamodel: Metamodel) -> tuple[ElementTable, RelationTable]:
    """Return all elements and relations."""
    qualifiers = qualifier_names(metamodel)
    elements = element_table(_values(store, f"MATCH (e:Element) RETURN {_element_columns()}"))
    cypher = f"MATCH (a:Element)-[r]->(b:Element) RETURN {_relation_columns(qualifiers)}"
    return elements, relation_table(_values(store, cypher), qualifiers)


def changes(store: Store, metamodel: Metamodel, base: int) -> Changes:
    """Return what changed after a revision."""
    qualifiers = qualifier_names(metamodel)
    changed = f"MATCH (e:Element) WHERE e.revision > $base RETURN {_element_columns()}"
    moved = " UNION ALL ".join(
        f"MATCH (a:Element)-[r:{kind.value}]->(b:Element) WHERE r.revision > $base "
        f"RETURN {_relation_columns(qualifiers)}"
        for kind in RelationKind
    )
    elements = element_table(_values(store, changed, base=base))
    relations = relation_table(_values(store, moved, base=base), qualifiers)
    # what was removed and came back is there
    gone = {str(row["gone"]) for row in store.read(_ELEMENTS_GONE, base=base)} - set(elements.uid)
    ended = {str(row["gone"]) for row in store.read(_RELATIONS_GONE, base=base)} - set(relations.id)
    return Changes(elements=elements, relations=relations, elements_gone=gone, relations_gone=ended)


def _element_columns() -> str:
    return ", ".join(f"e.{name} AS c{number}" for number, name in enumerate(ELEMENT_COLUMNS))


def _relation_columns(qualifiers: Sequence[str]) -> str:
    names = (*RELATION_COLUMNS, *qualifiers)
    return ", ".join(f"{_ENDS.get(name, f'r.{name}')} AS c{number}" for number, name in enumerate(names))


def _values(store: Store, cypher: str, **parameters: int) -> Iterator[Sequence[object]]:
    return (tuple(row.values()) for row in store.read(cypher, **parameters))
