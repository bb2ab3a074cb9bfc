"""Edits by hand, from the command line or the interface: each is one record, planned like an import.

A value set by hand counts until a file says something new in the same cell; what a file repeats does not
take it back (docs/identity.md).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from ingest.edit import rules as edit_rules
from ingest.edit.values import typed
from model.element import Element, is_shipped
from model.folding import fold
from model.kinds import RelationKind, Status
from model.linking import cell_of
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import PROPERTY_NAME, LinkSpec, PropertySpec
from model.record import MANUAL, Act, Load, Mode, Record, Saying, Value
from model.text import same
from queries import graph
from queries.findings import without_accepted
from queries.loads import stating
from queries.loads.applying import Writer, next_load_id
from queries.loads.plan import Plan, Step
from queries.loads.planning import planned
from queries.lookup import element_for
from queries.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One edit: the id of the load it makes, who makes it, and when.

    revision: of the store before anything was read for it.
    """

    load: str
    by: str
    now: datetime
    revision: int

    @classmethod
    def begun(cls, store: Store, writer: Writer) -> "Edit":
        """Return the head of an edit made now; what it says is read from the store afterwards."""
        revision, now = graph.revision(store), writer.clock()
        return cls(load=next_load_id(store, now), by=writer.name, now=now, revision=revision)


@dataclass
class _Said:
    """What an edit says of its element."""

    values: dict[str, Value] = field(default_factory=dict)
    cleared: list[str] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    emptied: list[str] = field(default_factory=list)


def planned_set(store: Store, metamodel: Metamodel, key: str, given: Mapping[str, str], edit: Edit) -> Plan:
    """Return what setting properties would change; an empty value clears the property.

    given: names as in the interchange (a label is understood too) → values as text. A column that
    refers to others, such as owner, takes keys, codes or names, several separated by ";".

    Raises:
        UnknownElement, AmbiguousElement: the key, or a value that refers to another element.
        RefusedChange: an unknown property, a value that does not fit it, nothing to set.
    """
    element = editable(store, key)
    said = _Said()
    for name, text in given.items():
        spec, link = _column(metamodel, element, name)
        if spec is not None:
            _say_value(said, spec, text)
        elif link is not None:
            _say_link(store, said, link, text)
    if not given:
        raise edit_rules.unknown_property("", same(element.key), _column_names(metamodel, element))
    return _planned(store, metamodel, element, said, edit)


def planned_relation(
    store: Store,
    metamodel: Metamodel,
    ends: tuple[str, str, str],
    given: Mapping[str, str],
    edit: Edit,
) -> Plan:
    """Return what stating one relation would change: it is added, or its columns are changed.

    ends: key of the source, name of the relation, key of the target. given: columns of the relation
    (group, need, loss, weight, effect, validity, and its own) → values as text; empty clears.

    Raises:
        UnknownElement, AmbiguousElement: one of the keys.
        RefusedChange: an unknown relation or column, a wrong value, ends the metamodel forbids.
    """
    source, target = element_for(store, ends[0]), element_for(store, ends[2])
    relation = metamodel.relation_named(ends[1])
    if relation is None:
        raise edit_rules.unknown_relation(ends[1], source.kind, target.kind, metamodel)
    if not metamodel.relation(relation).allows(source.kind, target.kind):
        raise edit_rules.forbidden_relation(relation, source.kind, target.kind, metamodel)
    _refuse_shipped(source)
    properties = _relation_values(metamodel, relation, given)
    identity = [properties.get(name, "") for name in metamodel.relation(relation).identity]
    saying = Saying(
        relation=relation,
        text=target.key,
        cell=cell_of(relation, target.uid, identity),
        properties=properties,
    )
    return planned_sayings(store, metamodel, source, [saying], edit)


def planned_removal(store: Store, metamodel: Metamodel, ends: tuple[str, str, str], edit: Edit) -> Plan:
    """Return what taking a relation away would change; parallel ones between the same ends go together.

    The other references of the cells that say it stay. It comes back when a file says something new there.

    ends: key of the source, name of the relation, key of the target.

    Raises:
        UnknownElement, AmbiguousElement: one of the keys.
        RefusedChange: an unknown relation, or one that is not there.
    """
    source, target = element_for(store, ends[0]), element_for(store, ends[2])
    relation = metamodel.relation_named(ends[1])
    if relation is None:
        raise edit_rules.unknown_relation(ends[1], source.kind, target.kind, metamodel)
    edges = [
        edge
        for edge in graph.relations_from(store, [source.uid]).values()
        if (edge.relation, edge.target) == (relation, target.uid)
    ]
    if not edges:
        raise edit_rules.no_such_relation(source.key, relation, target.key)
    _refuse_shipped(source)
    holders = graph.elements(store, {uid for edge in edges for uid in edge.holders})
    cells = stating.cells(store, metamodel, list(holders.values()), {edge.id for edge in edges})
    records = [
        by_hand(
            edit,
            holders[uid],
            number,
            sayings=tuple(saying for rest in found.values() for saying in rest),
            emptied=tuple(cell for cell, rest in found.items() if not rest),
        )
        for number, (uid, found) in enumerate(sorted(cells.items()), start=1)
    ]
    return planned(store, metamodel, step_of(edit, [source], records))


def planned_retirement(store: Store, metamodel: Metamodel, key: str, edit: Edit) -> Plan:
    """Return what retiring an element would change: it stays, with status retired and valid until yesterday.

    Raises:
        UnknownElement, AmbiguousElement: the key.
        RefusedChange: it is retired already.
    """
    element = editable(store, key)
    if element.status is Status.RETIRED:
        raise edit_rules.already_retired(element.key)
    yesterday = (edit.now.date() - timedelta(days=1)).isoformat()
    ends = str(element.properties.get("valid_to") or yesterday)
    said = _Said(values={"status": Status.RETIRED.value, "valid_to": min(ends, yesterday)})
    return _planned(store, metamodel, element, said, edit)


def answer(plan: Plan) -> dict[str, Any]:
    """Return the JSON of a written edit: its record, its load, and the keys of what changed."""
    changed = [change.after.key for change in plan.graph.changed]
    relations = (*plan.graph.relations_added, *(after for _, after in plan.graph.relations_changed))
    changed += [plan.names[r.source] for r in (*relations, *plan.graph.relations_removed)]
    return {
        "record": plan.step.records[0].id,
        "load": plan.step.load.id,
        "changed": list(dict.fromkeys(changed)),
    }


def editable(store: Store, key: str) -> Element:
    """Return an element that may be edited.

    Raises:
        UnknownElement, AmbiguousElement: the key. RefusedChange: it comes with the program.
    """
    element = element_for(store, key)
    _refuse_shipped(element)
    return element


def _refuse_shipped(element: Element) -> None:
    if is_shipped(element):
        raise edit_rules.shipped_element(element.key)


def _column(metamodel: Metamodel, element: Element, name: str) -> tuple[PropertySpec | None, LinkSpec | None]:
    """Return the property or the reference column that a name means, else a property of the element's own."""
    wanted = name.strip()
    specs, columns = metamodel.properties(element.kind), metamodel.links(element.kind)
    for exactly in (True, False):
        for spec in specs:
            if _means(spec.name, spec.label.both, wanted, exactly=exactly):
                return spec, None
        for link in columns:
            if _means(link.name, link.label.both, wanted, exactly=exactly):
                return None, link
    if wanted in element.properties and PROPERTY_NAME.fullmatch(wanted):
        return PropertySpec(name=wanted, label=same(wanted)), None  # a column that a file brought along
    raise edit_rules.unknown_property(
        wanted, metamodel.kind(element.kind).label, _column_names(metamodel, element)
    )


def told_as(metamodel: Metamodel, element: Element, name: str) -> frozenset[str]:
    """Return under which names cells say a property or a column of references (queries.lineage).

    Raises:
        RefusedChange: the element's kind has no such property.
    """
    spec, link = _column(metamodel, element, name)
    if link is not None:
        return frozenset((link.name, link.relation.value))
    return frozenset((spec.name,)) if spec is not None else frozenset()


def _means(name: str, labels: Iterable[str], wanted: str, *, exactly: bool) -> bool:
    if exactly:
        return name == wanted
    return fold(wanted) in {fold(words) for words in (name, *labels)}


def _column_names(metamodel: Metamodel, element: Element) -> list[str]:
    return [
        *(spec.name for spec in metamodel.properties(element.kind)),
        *(link.name for link in metamodel.links(element.kind)),
    ]


def _say_value(said: _Said, spec: PropertySpec, text: str) -> None:
    if text.strip():
        said.values[spec.name] = typed(spec, text)
    elif spec.required:
        raise edit_rules.required(spec)
    else:
        said.cleared.append(spec.name)


def _say_link(store: Store, said: _Said, link: LinkSpec, text: str) -> None:
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if not parts:
        said.emptied.append(link.name)
    for part in parts:
        target = element_for(store, part)
        if target.kind not in link.to:
            raise edit_rules.wrong_kind(link.name, target.key, target.kind, link.to)
        said.sayings.append(
            Saying(
                relation=link.relation,
                text=target.key,
                cell=link.name,
                reversed=link.reversed,
                to=link.to,
                properties={"role": link.role} if link.role else {},
            )
        )


def _relation_values(
    metamodel: Metamodel, relation: RelationKind, given: Mapping[str, str]
) -> dict[str, Value]:
    specs = (*metamodel.dependency, *metamodel.relation(relation).properties)
    values: dict[str, Value] = {}
    for name, text in given.items():
        spec = next((s for s in specs if _means(s.name, s.label.both, name.strip(), exactly=False)), None)
        if spec is None:
            raise edit_rules.unknown_property(
                name, metamodel.relation(relation).label, [s.name for s in specs]
            )
        # a blank is kept: it takes away what other sources say of this relation
        values[spec.name] = typed(spec, text) if text.strip() else ""
    return values


def _planned(store: Store, metamodel: Metamodel, element: Element, said: _Said, edit: Edit) -> Plan:
    record = by_hand(
        edit,
        element,
        values=said.values,
        cleared=tuple(said.cleared),
        emptied=tuple(said.emptied),
        sayings=tuple(said.sayings),
    )
    return without_accepted(store, planned(store, metamodel, step_of(edit, [element], [record])))


def planned_sayings(
    store: Store, metamodel: Metamodel, element: Element, sayings: Iterable[Saying], edit: Edit
) -> Plan:
    """Return what stating relations of an element would change."""
    return _planned(store, metamodel, element, _Said(sayings=list(sayings)), edit)


def by_hand(edit: Edit, element: Element, number: int = 1, act: Act = Act.SAY, **said: Any) -> Record:
    """Return the record of an edit. number: among those of the edit. said: further fields of the record."""
    return Record(
        id=f"{edit.load}/{number:07d}",
        load=edit.load,
        uid=element.uid,
        act=act,
        source=MANUAL,
        scope=element.address,
        kind=element.kind,
        key=element.key,
        name="",
        at=edit.now.isoformat(),
        by=edit.by,
        **said,
    )


def step_of(edit: Edit, elements: Iterable[Element], records: Iterable[Record]) -> Step:
    """Return the step of an edit of some elements; its scope is theirs where they have one in common."""
    scopes = {element.scope for element in elements}
    scope = scopes.pop() if len(scopes) == 1 else None
    load = Load(id=edit.load, at=edit.now.isoformat(), by=edit.by, mode=Mode.EDIT, scope=scope)
    return Step(load=load, records=tuple(records), made_on=edit.revision)
