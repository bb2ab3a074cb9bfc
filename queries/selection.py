"""Choosing elements by their properties and by what they are related to: all that match every condition."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol

from model.availability import State
from model.element import Element
from model.faults import RefusedQuestion, UnknownElement
from model.folding import fold
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import ValueType
from model.text import Text
from queries.graph import batches
from queries.lookup import element_for
from queries.store.store import Store

FIELDS = ("kind", "scope", "code", "name", "status")  # beside the properties of the metamodel
_OWN = ("name", "code", "abbreviation", "description")  # of each its own: equal ones say nothing
_IN_WORDS = (ValueType.TEXT, ValueType.CHOICE, ValueType.CHOICES, ValueType.YEAR, ValueType.YES_NO)

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


_HELD = """
MATCH (e:Element)
WHERE e.kind IN $kinds AND e.reference_set IS NULL
UNWIND keys(e) AS name
WITH name, e[name] AS value
RETURN name, count(value) AS holders, count(DISTINCT value) AS values
"""


class Searched(Protocol):
    """Where elements are chosen: the store as it is, or an architecture as it stood (queries.past.Past)."""

    def element_for(self, text: str) -> Element:
        """Return the element that a key, an alias, a unique code or a unique exact name means."""

    def values(self, name: str) -> Iterable[tuple[str, object]]:
        """Return the uids of all that have a property or field, with its value."""

    def leading(self, relation: RelationKind, uids: Collection[str]) -> set[str]:
        """Return the uids of all that a relation of a kind leads from to one of these."""

    def held(self, kinds: Collection[ElementKind]) -> Iterable[tuple[str, int, int]]:
        """Return what elements of some kinds have: a name, how many have it, how many values it takes."""


_OFFERED = 12  # values in a sentence


@dataclass(frozen=True, slots=True)
class Present:
    """The store as it is now, to choose from."""

    store: Store

    def element_for(self, text: str) -> Element:
        """Return the element that a text means."""
        return element_for(self.store, text)

    def values(self, name: str) -> list[tuple[str, object]]:
        """Return the uids of all that have a property or field, with its value."""
        return [(row["uid"], row["value"]) for row in self.store.read(_VALUES, name=name)]

    def leading(self, relation: RelationKind, uids: Collection[str]) -> set[str]:
        """Return the uids of all that a relation of a kind leads from to one of these."""
        # the type is a word of the metamodel: Cypher takes no parameter for it
        statement = _LEADING.format(relation=relation.value)
        read = (self.store.read(statement, uids=list(batch)) for batch in batches(sorted(uids)))
        return {row["uid"] for rows in read for row in rows}

    def held(self, kinds: Collection[ElementKind]) -> list[tuple[str, int, int]]:
        """Return what elements of some kinds have: a name, how many have it, how many values it takes."""
        rows = self.store.read(_HELD, kinds=sorted(kind.value for kind in kinds))
        return [(row["name"], row["holders"], row["values"]) for row in rows]


def matching(
    store: Store, metamodel: Metamodel, conditions: Mapping[str, str], then: Searched | None = None
) -> list[str]:
    """Return the uids of the elements that meet every condition, name → value; in order.

    A name is that of a property, or of a relation: located_in=R-2 is met by all that stands in that room,
    also in a rack in it, supplied_by=V by all that this vendor supplies. Values are compared without case,
    spaces and punctuation; a choice may be given by its label, a kind by any of its names, the other end of a
    relation by what element_for understands. One of several values of a property is enough.

    then: where to choose instead of the store as it is now.

    Raises:
        RefusedQuestion: nothing has such a property. UnknownElement: no element matches, or the other end is
            none. AmbiguousElement: the other end is not clear.
    """
    among = then or Present(store)
    found: set[str] | None = None
    for name, value in conditions.items():
        relation = metamodel.relation_named(name)
        if relation is not None:
            matched = _related(among, relation, among.element_for(value).uid)
        else:
            matched = _having(among, metamodel, name, value)
        if not matched:
            raise _nothing(name, value, [] if relation is not None else _values(among, name))
        found = matched if found is None else found & matched
    if not found:
        raise _nothing_of_all(conditions)
    return sorted(found)


def assumed(
    named: Mapping[str, State], matched: Iterable[tuple[State, Collection[str]]], protected: Collection[str]
) -> dict[str, State]:
    """Return the state that each element fails to: as it is named, else the worst of what it matches.

    What is protected does not fail because it matches: "all in this room, but not the one with a generator".
    """
    found: dict[str, State] = {}
    for state, uids in matched:
        for uid in uids:
            if uid not in protected:
                found[uid] = max(state, found.get(uid, state))
    return found | dict(named)


def shared_properties(
    store: Store, metamodel: Metamodel, kinds: Collection[ElementKind], then: Searched | None = None
) -> list[str]:
    """Return the properties of which elements of some kinds share values in words, the commonest first."""
    declared = {spec.name for kind in kinds for spec in metamodel.properties(kind) if spec.type in _IN_WORDS}
    held = (then or Present(store)).held(kinds)
    shared = [(-holders, name) for name, holders, values in held if name in declared and values < holders]
    return [name for _, name in sorted(shared) if name not in _OWN]


def shared_values(store: Store, name: str, then: Searched | None = None) -> list[str]:
    """Return the values that elements have of a property, each in one of its spellings, in order."""
    return _values(then or Present(store), name)


def _values(among: Searched, name: str) -> list[str]:
    found: dict[str, str] = {}
    for _, value in among.values(name):
        for one in value if isinstance(value, list | tuple) else [value]:
            found.setdefault(fold(_text(one)), _text(one))
    return sorted(found.values(), key=fold)


def _having(among: Searched, metamodel: Metamodel, name: str, value: str) -> set[str]:
    rows = list(among.values(name))
    known = {spec.name for kind in ElementKind for spec in metamodel.properties(kind)}
    if not rows and name not in known and name not in FIELDS:
        raise _unknown_property(name)
    wanted = _spellings(metamodel, name, value)
    return {uid for uid, said in rows if not wanted.isdisjoint(_words(said))}


def _related(among: Searched, relation: RelationKind, uid: str) -> set[str]:
    """The elements that lead to one along relations of a kind, in one step or several."""
    found: set[str] = set()
    front = {uid}
    while front:
        front = among.leading(relation, front) - found
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
    values = value if isinstance(value, list | tuple) else [value]
    return {fold(_text(one)) for one in values}


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _unknown_property(name: str) -> RefusedQuestion:
    return RefusedQuestion(
        Text(id=f"tidak ada sifat bernama “{name}”", en=f"there is no property named “{name}”"),
        fix=Text(
            id=f"pakai sifat atau hubungan dari docs/metamodel.md, atau salah satu: {', '.join(FIELDS)}",
            en=f"use a property or relation of docs/metamodel.md, or one of: {', '.join(FIELDS)}",
        ),
    )


def _nothing(name: str, value: str, known: list[str]) -> UnknownElement:
    """Return the refusal of a value that nothing has, with those like it, else the first there are."""
    offered = ", ".join((get_close_matches(value, known, n=5, cutoff=0.6) or known)[:_OFFERED])
    if offered:
        fix = Text(
            id=f"nilai yang ada, antara lain: {offered}", en=f"values there are, among them: {offered}"
        )
    else:
        fix = Text(
            id=f"belum ada objek yang mempunyai {name}; pilih syarat lain",
            en=f"no element has {name} yet; choose another condition",
        )
    return UnknownElement(
        Text(id=f"tidak ada objek dengan {name}={value}", en=f"no element has {name}={value}"), fix=fix
    )


def _nothing_of_all(conditions: Mapping[str, str]) -> UnknownElement:
    said = ", ".join(f"{name}={value}" for name, value in conditions.items())
    return UnknownElement(
        Text(id=f"tidak ada objek dengan {said} sekaligus", en=f"no element has {said} together"),
        fix=Text(
            id="kurangi syaratnya: tiap syarat sendiri ada yang memenuhi",
            en="ask for less: each of them alone is met by some",
        ),
    )
