"""A small architecture in memory, as evaluators look it up."""

from datetime import date

from model.element import Element, Relation
from model.kinds import ElementKind, RelationKind, Status
from model.metamodel.shipped import shipped
from model.record import Value
from queries.architecture import Architecture, snapshot_of
from queries.evidence.register import Register

DAY = date(2026, 11, 29)


def thing(kind: ElementKind, name: str, status: Status = Status.ACTIVE, **properties: Value) -> Element:
    """Return an element of the health agency, whose uid is its name."""
    key = f"dinkes/{kind.value.lower()}/{name}"
    return Element(
        uid=name,
        key=key,
        kind=kind,
        name=name,
        scope="dinkes",
        code=name,
        status=status,
        properties=properties,
    )


def link(source: str, relation: RelationKind, target: str, **properties: Value) -> Relation:
    """Return a relation between elements by their names."""
    id_ = f"{source} {relation} {target} {sorted(properties.items())}"
    return Relation(id=id_, relation=relation, source=source, target=target, properties=properties)


def register(elements: list[Element], relations: list[Relation], on: date = DAY) -> Register:
    """Return the register of elements and relations."""
    whole = Architecture(
        {element.uid: element for element in elements}, {one.id: one for one in relations}, ()
    )
    return Register.of(snapshot_of(shipped(), whole, 1), whole, on)
