"""How much the store holds."""

from dataclasses import dataclass

from queries.store.store import Store

_ELEMENTS = "MATCH (e:Element) WHERE e.reference_set IS NULL RETURN count(e) AS n"
_RELATIONS = "MATCH (a:Element)-[r]->(:Element) WHERE a.reference_set IS NULL RETURN count(r) AS n"
_LOADS = "MATCH (l:Load) RETURN count(l) AS n"
_REVISION = "MATCH (m:Meta {id: 'store'}) RETURN m.revision AS n"


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts of what was brought in; the shipped reference codes do not count."""

    elements: int
    relations: int
    loads: int
    revision: int


def totals(store: Store) -> Totals:
    """Return how many elements, relations and loads there are, and at which revision."""
    counts = (store.read(cypher)[0]["n"] for cypher in (_ELEMENTS, _RELATIONS, _LOADS, _REVISION))
    return Totals(*map(int, counts))
