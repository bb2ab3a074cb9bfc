"""Merging elements into one: an edit by hand, like those of ingest.editing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest import edit_rules
from ingest.editing import Edit, by_hand, editable, step_of
from model.element import Element
from model.folding import fold
from model.kinds import ElementKind, RelationKind
from model.metamodel.common import OWNERSHIP
from model.metamodel.metamodel import Metamodel
from model.record import Act, Saying, Value
from queries import graph
from queries.lookup import element_for
from queries.plan import Plan, shown
from queries.planning import planned
from queries.store.store import Store

_OWN = frozenset({"key", "code"})  # each element keeps these; those of the merged are aliases


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A property of which merged elements say different things. said: key of an element to its value."""

    property: str
    chosen: Value
    said: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Merging:
    """A merge as it is planned, and what the elements disagree about."""

    plan: Plan
    keep: Element
    gone: tuple[Element, ...]
    conflicts: tuple[FieldConflict, ...]


def planned_merge(
    store: Store,
    metamodel: Metamodel,
    keys: Sequence[str],
    taken: Mapping[str, str],
    edit: Edit,
) -> Merging:
    """Return what merging elements would change: the first is kept, the others become part of it.

    Relations, records, former keys and other names are carried over; whose an element was, uses it now. Where
    they disagree, the kept element's value counts, and theirs where it says nothing.

    keys: of the element to keep, then of those that are merged into it. taken: property → key of the
    element whose value counts instead.

    Raises:
        UnknownElement, AmbiguousElement: one of the keys. RefusedChange: fewer than two elements, one named
        twice, two kinds, an agency that has elements of its own, an unknown property or key in `taken`.
    """
    keep, *gone = [editable(store, key) for key in keys]
    _refuse_unfit(store, keep, gone)
    conflicts = _conflicts(store, keep, gone, taken)
    records = [
        by_hand(edit, one, number, Act.MERGE, other=keep.uid) for number, one in enumerate(gone, start=1)
    ]
    # the name is stated too: a row that repeats another one does not rename what is kept
    values = {"name": keep.name, **{one.property: one.chosen for one in conflicts}}
    usages = tuple(_usages(store, metamodel, keep, gone))
    records.append(by_hand(edit, keep, len(records) + 1, values=values, sayings=usages))
    plan = planned(store, metamodel, step_of(edit, [keep, *gone], records))
    return Merging(plan, keep, tuple(gone), tuple(conflicts))


def conflicts_between(store: Store, keys: Sequence[str]) -> list[FieldConflict]:
    """Return what elements disagree about, were they merged into the first.

    Raises:
        UnknownElement, AmbiguousElement: one of the keys.
    """
    keep, *gone = [element_for(store, key) for key in keys]
    return _conflicts(store, keep, gone, {})


def _refuse_unfit(store: Store, keep: Element, gone: Sequence[Element]) -> None:
    if not gone:
        raise edit_rules.nothing_to_merge(keep.key)
    seen = {keep.uid}
    for one in gone:
        if one.uid in seen:
            raise edit_rules.merged_with_itself(one.key)
        if one.kind is not keep.kind:
            raise edit_rules.merged_across_kinds(keep, one)
        if one.kind is ElementKind.ORG_UNIT and graph.scope_holds_others(store, one.scope, one.uid):
            raise edit_rules.agency_with_elements(one.key, one.scope)
        seen.add(one.uid)


def _conflicts(
    store: Store, keep: Element, gone: Sequence[Element], taken: Mapping[str, str]
) -> list[FieldConflict]:
    everybody = {one.key: shown(one) for one in (keep, *gone)}
    said: dict[str, dict[str, Value]] = {}
    for key, values in everybody.items():
        for name, value in values.items():
            if name not in _OWN:
                said.setdefault(name, {})[key] = value
    for name in taken:
        if name not in said:
            raise edit_rules.unknown_property(name, keep.key, said)
    winners = {name: element_for(store, key).key for name, key in taken.items()}
    found = []
    for name, values in sorted(said.items()):
        winner = winners.get(name, next(iter(values)))
        if winner not in values:
            raise edit_rules.nothing_said(winner, name, values)
        if name in taken or len({_plain(value) for value in values.values()}) > 1:
            found.append(FieldConflict(name, values[winner], values))
    return found


def _plain(value: Value) -> str:
    return fold(value) or value if isinstance(value, str) else repr(value)


def _usages(store: Store, metamodel: Metamodel, keep: Element, gone: Sequence[Element]) -> Iterable[Saying]:
    """Say that the agencies whose the merged elements were use the kept one now."""
    uses = metamodel.relation(RelationKind.USES)
    if not uses.allows(ElementKind.ORG_UNIT, keep.kind):
        return
    edges = graph.relations(store, [keep.uid, *(one.uid for one in gone)]).values()
    owners = {e.target for e in edges if e.relation in OWNERSHIP and e.source == keep.uid}
    others = {
        edge.target for edge in edges if edge.relation in OWNERSHIP and edge.source != keep.uid
    } - owners
    for uid, agency in sorted(graph.elements(store, others).items()):
        yield Saying(
            relation=RelationKind.USES,
            text=agency.key,
            cell=f"~{RelationKind.USES.value}/{uid}",
            reversed=True,
            to=(ElementKind.ORG_UNIT,),
        )
