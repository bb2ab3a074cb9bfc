"""Choosing elements by their properties and by what they are related to: all that match every condition."""

from collections.abc import Mapping

from model.faults import RefusedQuestion, UnknownElement
from model.folding import fold
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.text import Text
from queries.graph import batches
from queries.lookup import element_for
from queries.store.store import Store

FIELDS = ("kind", "scope", "code", "name", "status")  # beside the properties of the metamodel

_VALUES = """
MATCH (e:Element)
WHERE e[$name] IS NOT NULL AND e.reference_set IS NULL
RETURN e.uid AS uid, e[$name] AS value
"""

_LEADING = """
UNWIND $uids AS uid
MATCH (e:Element)-[:{relation}]->(:Element {{uid: uid}})
RETURN DISTINCT e.uid AS uid
"""


def matching(store: Store, metamodel: Metamodel, conditions: Mapping[str, str]) -> list[str]:
    """Return the uids of the elements that meet every condition, name → value; in order.

    A name is that of a property, or of a relation: located_in=R-2 is met by all that stands in that room,
    also in a rack in it, supplied_by=V by all that this vendor supplies. Values are compared without case,
    spaces and punctuation; a choice may be given by its label, a kind by any of its names, the other end of a
    relation by what element_for understands. One of several values of a property is enough.

    Raises:
        RefusedQuestion: nothing has such a property. UnknownElement: no element matches, or the other end is
            none. AmbiguousElement: the other end is not clear.
    """
    found: set[str] | None = None
    for name, value in conditions.items():
        relation = metamodel.relation_named(name)
        if relation is not None:
            matched = _related(store, relation, element_for(store, value).uid)
        else:
            matched = _having(store, metamodel, name, value)
        found = matched if found is None else found & matched
    if not found:
        raise _nothing(conditions)
    return sorted(found)


def _having(store: Store, metamodel: Metamodel, name: str, value: str) -> set[str]:
    rows = store.read(_VALUES, name=name)
    known = {spec.name for kind in ElementKind for spec in metamodel.properties(kind)}
    if not rows and name not in known and name not in FIELDS:
        raise _unknown_property(name)
    wanted = _spellings(metamodel, name, value)
    return {row["uid"] for row in rows if not wanted.isdisjoint(_words(row["value"]))}


def _related(store: Store, relation: RelationKind, uid: str) -> set[str]:
    """The elements that lead to one along relations of a kind, in one step or several."""
    # the type is a word of the metamodel: Cypher takes no parameter for it
    statement = _LEADING.format(relation=relation.value)
    found: set[str] = set()
    front = {uid}
    while front:
        rows = (row for batch in batches(sorted(front)) for row in store.read(statement, uids=list(batch)))
        front = {row["uid"] for row in rows} - found
        found |= front
    return found - {uid}


def _spellings(metamodel: Metamodel, name: str, value: str) -> set[str]:
    spellings = {fold(value)}
    if name == "kind":
        kind = metamodel.kind_named(value)
        return spellings | ({fold(kind.value)} if kind else set())
    for one in ElementKind:
        spec = metamodel.property_(one, name)
        for choice in spec.choices if spec else ():
            if fold(value) in map(fold, choice.words):
                spellings.add(fold(choice.value))
    return spellings


def _words(value: object) -> set[str]:
    values = value if isinstance(value, list) else [value]
    return {fold(_text(one)) for one in values}


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _unknown_property(name: str) -> RefusedQuestion:
    return RefusedQuestion(
        Text(id=f"tidak ada properti bernama {name!r}", en=f"there is no property named {name!r}"),
        fix=Text(
            id=f"pakai properti atau relasi dari docs/metamodel.md, atau salah satu: {', '.join(FIELDS)}",
            en=f"use a property or relation of docs/metamodel.md, or one of: {', '.join(FIELDS)}",
        ),
    )


def _nothing(conditions: Mapping[str, str]) -> UnknownElement:
    said = ", ".join(f"{name}={value}" for name, value in conditions.items())
    return UnknownElement(
        Text(id=f"tidak ada objek dengan {said}", en=f"no element has {said}"),
        fix=Text(
            id="lihat nilai yang ada dengan: simpul show KUNCI",
            en="see the values there are: simpul show KEY",
        ),
    )
