"""A merge as a page shows it: what the elements say side by side, what to choose, and what follows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ingest.edit.merging import Merging
from ingest.edit.parted import MERGED_DISTINCT
from model.element import Element, Relation
from model.faults import Finding
from model.metamodel.common import OWNERSHIP
from model.metamodel.metamodel import Metamodel
from model.record import Act, Saying, Value
from model.text import Language, Text
from queries.lookup import Shown
from queries.plan import shown
from ui.changes import label_of
from ui.phrases import edit as words
from ui.wording import number, value_words

_OWN = frozenset({"key", "code"})  # each element keeps these


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """One property of elements to be merged. said: per element, in their order; "": it says nothing.

    chosen: place of the element whose value counts; None where there is nothing to choose.
    """

    property: str
    label: str
    said: tuple[str, ...]
    chosen: int | None = None


def field_lines(merging: Merging, metamodel: Metamodel, language: Language) -> list[FieldLine]:
    """Return the properties of elements to be merged, in the order of the metamodel."""
    elements = (merging.keep, *merging.gone)
    tables = [shown(one) for one in elements]
    winners = {one.property: _winner(one.chosen, one.said, elements) for one in merging.conflicts}
    declared = (spec.name for spec in metamodel.properties(merging.keep.kind))
    lines = []
    for name in dict.fromkeys((*declared, *(name for table in tables for name in table))):
        spec = metamodel.property_(merging.keep.kind, name)
        said = tuple(value_words(spec, table.get(name), language) for table in tables)
        if name not in _OWN and any(said):
            label = label_of(metamodel, merging.keep.kind, name).in_(language)
            lines.append(FieldLine(property=name, label=label, said=said, chosen=winners.get(name)))
    return lines


def _winner(chosen: Value, said: Mapping[str, Value], elements: Sequence[Element]) -> int:
    return next(at for at, one in enumerate(elements) if one.key in said and said[one.key] == chosen)


def still_taken(draft: Mapping[str, str], keys: Sequence[str]) -> dict[str, str]:
    """Return whose values count, of what was chosen so far: only those of elements still to be merged."""
    return {name: key for name, key in draft.items() if key in keys}


def consequences(
    merging: Merging, keep: Shown, name_of: Callable[[str], str], language: Language
) -> list[Text]:
    """Return in sentences what becomes of relations, keys and owners.

    keep: the element to keep, as it is. name_of: what an element is called, by key.
    """
    fates = [fate for _, fate in relation_fates(merging, keep)]
    users = [name_of(saying.text) for saying in _said_of_kept(merging)]
    found = [
        words.RELATIONS_MOVE.filled(
            n=number(fates.count(words.MOVES), language), keep=merging.keep.name, all=len(fates)
        ),
        words.KEYS_STAY.filled(keys=", ".join(one.key for one in merging.gone)),
    ]
    if users:
        found.append(words.OWNERS_USE.filled(names=", ".join(users), keep=merging.keep.name))
    found += joining(merging, language)
    if words.OPENS in fates:
        found.append(words.REFERENCES_OPEN.filled(n=number(fates.count(words.OPENS), language)))
    return found


def warnings(merging: Merging) -> list[Finding]:
    """Return what a person should think of before merging: who decided that the elements are distinct."""
    return [one for one in merging.plan.findings if one.rule == MERGED_DISTINCT.name]


def _said_of_kept(merging: Merging) -> Sequence[Saying]:
    records = merging.plan.step.records
    return next((one.sayings for one in records if one.uid == merging.keep.uid and one.act is Act.SAY), ())


def joining(merging: Merging, language: Language) -> list[Text]:
    """Return in sentences what agencies bring along when they are merged."""
    found = [
        words.SCOPE_COUNTS.filled(
            scope=scope,
            into=into,
            n=number(sum(one.address == scope for one in merging.moved), language),
        )
        for scope, into in merging.scopes.items()
    ]
    if merging.twins:
        found.append(words.TWINS_MERGE.filled(n=number(len(merging.twins), language)))
    if merging.apart:
        found.append(words.CODES_APART.filled(n=number(merging.apart, language)))
    return found


def twin_rows(merging: Merging, metamodel: Metamodel, language: Language) -> list[tuple[str, str, str, str]]:
    """Return the elements that are merged as well: name, key of both, and in what they differ."""
    return [
        (
            twin.keep.name,
            twin.keep.key,
            twin.gone.key,
            ", ".join(
                label_of(metamodel, twin.keep.kind, one.property).in_(language) for one in twin.conflicts
            ),
        )
        for twin in merging.twins
    ]


def relation_fates(merging: Merging, keep: Shown) -> list[tuple[Relation, Text]]:
    """Return the relations of the elements that are merged away, each with what becomes of it."""
    home = merging.homes
    moved = {_ends(edge, home) for edge in merging.plan.graph.relations_added}
    there = {_ends(edge, home) for edge, _, _ in keep.relations}
    found = []
    for edge in merging.plan.graph.relations_removed:
        if home.keys().isdisjoint((edge.source, edge.target)):
            continue
        ends = _ends(edge, home)
        if ends in moved:
            fate = words.MOVES
        elif ends in there:
            fate = words.IS_THERE
        else:
            fate = words.BECOMES_USE if edge.relation in OWNERSHIP else words.OPENS
        found.append((edge, fate))
    return found


def _ends(edge: Relation, home: Mapping[str, str]) -> tuple[str, str, str]:
    return home.get(edge.source, edge.source), edge.relation.value, home.get(edge.target, edge.target)
