"""Choosing elements by their properties: all that match every condition."""

from collections.abc import Mapping

from model.faults import RefusedQuestion, UnknownElement
from model.folding import fold
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.text import Text
from queries.store.store import Store

FIELDS = ("kind", "scope", "code", "name", "status")  # beside the properties of the metamodel

_VALUES = """
MATCH (e:Element)
WHERE e[$name] IS NOT NULL AND e.reference_set IS NULL
RETURN e.uid AS uid, e[$name] AS value
"""


def matching(store: Store, metamodel: Metamodel, conditions: Mapping[str, str]) -> list[str]:
    """Return the uids of the elements that meet every condition, property → value; in order.

    Values are compared without case, spaces and punctuation; a choice may be given by its label, a kind by
    any of its names. One of several values of a property is enough.

    Raises:
        RefusedQuestion: nothing has such a property. UnknownElement: no element matches.
    """
    known = {spec.name for kind in ElementKind for spec in metamodel.properties(kind)}
    found: set[str] | None = None
    for name, value in conditions.items():
        rows = store.read(_VALUES, name=name)
        if not rows and name not in known and name not in FIELDS:
            raise _unknown_property(name)
        wanted = _spellings(metamodel, name, value)
        matched = {row["uid"] for row in rows if not wanted.isdisjoint(_words(row["value"]))}
        found = matched if found is None else found & matched
    if not found:
        raise _nothing(conditions)
    return sorted(found)


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
            id=f"pakai properti dari docs/metamodel.md, atau salah satu: {', '.join(FIELDS)}",
            en=f"use a property of docs/metamodel.md, or one of: {', '.join(FIELDS)}",
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
