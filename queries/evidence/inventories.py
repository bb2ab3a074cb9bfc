"""The rows of an inventory: its elements with their agencies and what stands in each column."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.element import Element
from model.inventories import Listing
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import LinkSpec, PropertySpec
from model.record import Value
from queries.evidence.register import Register

Column = PropertySpec | LinkSpec
Cell = Value | None | tuple[Element, ...]  # of a reference column: what it names


@dataclass(frozen=True, slots=True)
class Row:
    """An element, its agency (blank where nobody owns it), and its cells, as long as the columns."""

    element: Element
    agency: str
    cells: tuple[Cell, ...]


def kinds_of(listing: Listing, metamodel: Metamodel) -> tuple[ElementKind, ...]:
    """Return the kinds whose elements an inventory lists."""
    of_domain = (spec.kind for spec in metamodel.kinds if spec.domain is listing.domain)
    return (*listing.kinds, *of_domain)


def columns(listing: Listing, metamodel: Metamodel) -> list[Column]:
    """Return what each column of an inventory is, as the first kind that has it declares it."""
    kinds = kinds_of(listing, metamodel)
    return [
        next(found for kind in kinds if (found := _column(metamodel, kind, name)) is not None)
        for name in listing.columns
    ]


def rows(listing: Listing, register: Register) -> list[Row]:
    """Return the rows of an inventory, in the order of its choice, then by agency and name."""
    metamodel = register.metamodel
    kinds = kinds_of(listing, metamodel)
    found = [
        Row(element, register.agency(element), tuple(_cells(listing, register, element)))
        for element in register.of_kinds(kinds, ended=listing.ended)
        if not listing.only_with or any(_cell(listing, register, element, name) for name in listing.only_with)
    ]
    if listing.by is None:
        return found
    spec = metamodel.property_(kinds[0], listing.by)
    order = [choice.value for choice in spec.choices] if spec else []
    return sorted(found, key=lambda row: _place(order, row.element.properties.get(listing.by or "")))


def _column(metamodel: Metamodel, kind: ElementKind, name: str) -> Column | None:
    own = metamodel.property_(kind, name)
    return own or next((link for link in metamodel.links(kind) if link.name == name), None)


def _cells(listing: Listing, register: Register, element: Element) -> Iterator[Cell]:
    for name in listing.columns:
        yield _cell(listing, register, element, name)


def _cell(listing: Listing, register: Register, element: Element, name: str) -> Cell:
    column = _column(register.metamodel, element.kind, name)
    if isinstance(column, LinkSpec):
        return tuple(register.linked(element, column, ended=name in listing.past))
    return None if column is None else register.value(element, name)


def _place(order: list[str], value: Value | None) -> int:
    """Return the place of a value in the order of its choices; what is none of them comes last."""
    return order.index(value) if isinstance(value, str) and value in order else len(order)
