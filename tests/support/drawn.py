"""Small estates of the shipped metamodel, drawn as lines: "app RUNS_ON server group need"."""

from collections.abc import Mapping, Sequence

from model.element import Element, Relation
from model.keys import parse_key
from model.kinds import RelationKind
from model.metamodel.shipped import shipped
from queries.snapshot.coding import qualifier_names
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from queries.snapshot.tables import ELEMENT_COLUMNS, RELATION_COLUMNS, element_table, relation_table
from queries.whatif.facts import Facts

METAMODEL = shipped()
QUALIFIERS = qualifier_names(METAMODEL)
Said = Mapping[str, str]


def drawn(
    elements: Sequence[str], relations: Sequence[str], said: Mapping[int, Said] | None = None
) -> Snapshot:
    """Return a snapshot. elements: keys, each also its uid and, after the last "/", its name.

    relations: source, type, target, then a group and a need. said: qualifiers, by position of the relation.
    """
    rows = []
    for number, line in enumerate(relations):
        source, kind, target, *rest = line.split()
        group, need = (*rest, None, None)[:2]
        stated = [(said or {}).get(number, {}).get(name) for name in QUALIFIERS]
        blank = (None,) * (len(RELATION_COLUMNS) - 6)
        rows.append((f"r{number}", kind, source, target, group, need, *blank, *stated))
    table = element_table(
        (
            key,
            key,
            parsed.kind.value,
            parsed.code,
            parsed.scope,
            "active",
            *(None,) * (len(ELEMENT_COLUMNS) - 6),
        )
        for key in elements
        for parsed in (parse_key(key),)
    )
    return compile_snapshot(METAMODEL, table, relation_table(rows, QUALIFIERS), 1)


def facts(
    snapshot: Snapshot,
    elements: Mapping[str, Mapping[str, object]] | None = None,
    relations: Mapping[int, Said] | None = None,
) -> Facts:
    """Return what is known of elements, by key, and of relations, by position when they were drawn."""
    named = {}
    for key, properties in (elements or {}).items():
        kind = snapshot.kind(snapshot.index(key))
        named[key] = Element(uid=key, key=key, kind=kind, name=key, scope="", properties=properties)
    ties = {}
    for number, properties in (relations or {}).items():
        id_ = f"r{number}"
        row = snapshot.relations.id.all().index(id_)
        source, target = snapshot.relations.source[row], snapshot.relations.target[row]
        kind = list(RelationKind)[snapshot.relations.kind[row]]
        ties[id_] = Relation(
            id=id_,
            relation=kind,
            source=snapshot.uids[source],
            target=snapshot.uids[target],
            properties=properties,
        )
    return Facts(elements=named, relations=ties)
