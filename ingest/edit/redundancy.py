"""Saying what targets of one relation are to each other: replacements, sharers of the work, or all needed."""

from collections.abc import Iterator, Mapping
from enum import StrEnum, unique
from itertools import count

from ingest.edit import rules as edit_rules
from ingest.edit.editing import Edit, editable, planned_sayings
from model.linking import cell_of
from model.metamodel.metamodel import Metamodel
from model.record import Saying, Value
from queries import graph
from queries.loads.plan import Plan
from queries.store.store import Store

GROUP_NAME = "cadangan"  # of redundancy that a person states without naming it


@unique
class Together(StrEnum):
    """What several targets of one relation are to each other."""

    ANY = "any"  # one of them is enough
    SHARE = "share"  # they share the work: one that fails is missed
    ALL = "all"  # each is needed


_STATED: Mapping[Together, Mapping[str, Value]] = {
    Together.ANY: {"need": "any"},
    Together.SHARE: {"need": "any", "loss": "degraded"},
    Together.ALL: {"need": "all"},
}


def planned_redundancy(
    store: Store, metamodel: Metamodel, place: tuple[str, str], said: Together, edit: Edit
) -> Plan:
    """Return what stating the redundancy of an element's relations would change: they become one group.

    place: key of the element, name of the relation. Relations that are in a group already are left alone.

    Raises:
        UnknownElement, AmbiguousElement: the key. RefusedChange: an unknown relation, or fewer than two
            targets without a group.
    """
    element = editable(store, place[0])
    relation = metamodel.relation_named(place[1])
    if relation is None:
        raise edit_rules.unknown_relation(place[1], element.kind, None, metamodel)
    edges = graph.relations_from(store, [element.uid]).values()
    groups = {str(edge.properties.get("group", "")) for edge in edges}
    alone = [edge for edge in edges if edge.relation is relation and not edge.properties.get("group")]
    if len({edge.target for edge in alone}) < 2:
        raise edit_rules.nothing_to_decide(element.key, relation)
    name = next(name for name in _group_names() if name not in groups)
    keys = {uid: target.key for uid, target in graph.elements(store, {e.target for e in alone}).items()}
    spec = metamodel.relation(relation)
    sayings = tuple(
        Saying(
            relation=relation,
            text=keys[edge.target],
            cell=cell_of(relation, edge.target, [edge.properties.get(n, "") for n in spec.identity]),
            properties={
                **{n: edge.properties[n] for n in spec.identity if n in edge.properties},
                **_STATED[said],
                "group": name,
            },
        )
        for edge in sorted(alone, key=lambda edge: edge.id)
    )
    return planned_sayings(store, metamodel, element, sayings, edit)


def _group_names() -> Iterator[str]:
    yield GROUP_NAME
    yield from (f"{GROUP_NAME}-{number}" for number in count(2))
