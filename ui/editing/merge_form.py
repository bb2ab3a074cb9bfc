"""A merge as a page shows it: what the elements say side by side, what to choose, and what follows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.edit.merging import FieldConflict, Merging
from ingest.edit.parted import MERGED_DISTINCT
from model.availability import strictness
from model.element import Element, OpenReference, Relation
from model.element import number as amount
from model.faults import Finding
from model.kinds import Grouping, RelationKind
from model.metamodel.common import OWNERSHIP, VALIDITY
from model.metamodel.metamodel import Metamodel
from model.need import ANY, parse_need
from model.record import Act, Saying, Value
from model.text import Language, Text, same
from queries.loads.plan import shown
from queries.lookup import Shown
from ui.components.reasons import need_words
from ui.editing.changes import label_of
from ui.phrases import edit as words
from ui.wording import number, value_words

_OWN = frozenset({"key", "code"})  # each element keeps these
FATE_COLUMNS = (words.FROM, words.RELATION_KIND, words.TO, words.GROUP, words.FATE)
FATE_NAMES = {  # in JSON
    words.MOVES: "moves",
    words.IS_THERE: "there",
    words.BECOMES_USE: "use",
    words.OPENS: "open",
    words.FALLS_AWAY: "dropped",
    words.OWNER_FALLS_AWAY: "dropped",
}
_GROUP = "group"  # the column of a relation that names the redundancy group it is in
_NEED = "need"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine:
    """One property of elements to be merged. said: per element, in their order; "": it says nothing.

    chosen: place of the element whose value counts; None where there is nothing to choose.
    """

    property: str
    label: str
    said: tuple[str, ...]
    chosen: int | None = None


def places(line: FieldLine) -> list[int]:
    """Return whose value may count: who says something; of when it begins and ends the kept one anyway."""
    bounds = line.property in VALIDITY
    return [place for place, text in enumerate(line.said) if text or (bounds and place == 0)]


def field_lines(merging: Merging, metamodel: Metamodel, language: Language) -> list[FieldLine]:
    """Return the properties of elements to be merged, in the order of the metamodel."""
    elements = (merging.keep, *merging.gone)
    tables = [shown(one) for one in elements]
    winners = {one.property: _winner(one, elements) for one in merging.conflicts}
    declared = (spec.name for spec in metamodel.properties(merging.keep.kind))
    lines = []
    for name in dict.fromkeys((*declared, *(name for table in tables for name in table))):
        spec = metamodel.property_(merging.keep.kind, name)
        said = tuple(value_words(spec, table.get(name), language) for table in tables)
        if name not in _OWN and any(said):
            label = label_of(metamodel, merging.keep.kind, name).in_(language)
            lines.append(FieldLine(property=name, label=label, said=said, chosen=winners.get(name)))
    return lines


def _winner(conflict: FieldConflict, elements: Sequence[Element]) -> int:
    return next(at for at, one in enumerate(elements) if conflict.said.get(one.key) == conflict.chosen)


def still_taken(draft: Mapping[str, str], keys: Sequence[str]) -> dict[str, str]:
    """Return whose values count, of what was chosen so far: only those of elements still to be merged."""
    return {name: key for name, key in draft.items() if key in keys}


def consequences(
    merging: Merging,
    keep: Shown,
    metamodel: Metamodel,
    name_of: Callable[[str], str],
    language: Language,
) -> list[Text]:
    """Return in sentences what becomes of values, relations, keys and owners.

    keep: the element to keep, as it is. name_of: what an element is called, by key.
    """
    edges = relation_fates(merging, keep)
    fates = [fate for _, fate in edges]
    stays = words.KEY_STAYS if len(merging.gone) == 1 else words.KEYS_STAY
    found = [
        words.RELATIONS_MOVE.filled(
            n=number(fates.count(words.MOVES), language), keep=merging.keep.name, all=len(fates)
        ),
        stays.filled(keys=", ".join(one.key for one in merging.gone)),
    ]
    found += [
        *_owners(merging, keep, name_of),
        *_values(merging, metamodel, language),
        *_ties(merging, keep, metamodel, name_of, language),
    ]
    found += joining(merging, language)
    if words.OPENS in fates:
        found.append(words.REFERENCES_OPEN.filled(n=number(fates.count(words.OPENS), language)))
    return found


def _owners(merging: Merging, before: Shown, name_of: Callable[[str], str]) -> list[Text]:
    """Whose the kept one is from then on, where it is on record as nobody's; and who uses it instead."""
    added, names, keep = merging.plan.graph.relations_added, merging.plan.names, merging.keep
    owned = any(edge.relation in OWNERSHIP and way == "out" for edge, way, _ in before.relations)
    new = [edge for edge in added if edge.relation in OWNERSHIP and edge.source == keep.uid and not owned]
    owning = {edge.target: names[edge.target] for edge in new}
    using = [saying.text for saying in _said_of(merging, keep.uid) if saying.text not in owning.values()]
    found = []
    for keys, text in (
        (list(owning.values()), words.OWNER_OWNS),
        (using, words.OWNER_USES if len(using) == 1 else words.OWNERS_USE),
    ):
        if keys:
            found.append(text.filled(names=", ".join(map(name_of, keys)), keep=keep.name))
    return [*found, *_owners_lost(merging, before, name_of)]


def _owners_lost(merging: Merging, before: Shown, name_of: Callable[[str], str]) -> list[Text]:
    """Who owned something merged away and is not on record for it any more, not as a user either."""
    home, names = merging.homes, merging.plan.names
    kept = {one.uid: one.name for one in (merging.keep, *(twin.keep for twin in merging.twins))}
    lost: dict[str, list[str]] = {}
    for edge, fate in relation_fates(merging, before):
        if fate == words.OWNER_FALLS_AWAY:
            lost.setdefault(home[edge.source], []).append(name_of(names[edge.target]))
    return [
        words.OWNER_LOST.filled(names=", ".join(dict.fromkeys(agencies)), keep=kept[uid])
        for uid, agencies in lost.items()
    ]


def warnings(merging: Merging) -> list[Finding]:
    """Return what a person should think of before merging: what speaks against it, and who says so."""
    return [*merging.cautions, *(one for one in merging.plan.findings if one.rule == MERGED_DISTINCT.name)]


def _values(merging: Merging, metamodel: Metamodel, language: Language) -> list[Text]:
    """What the kept one gets, and what of when it begins and ends is not taken over."""
    kind, keep = merging.keep.kind, merging.keep.name

    def label(name: str) -> str:
        return label_of(metamodel, kind, name).in_(language)

    found = []
    if merging.filled:
        names = ", ".join(label(one.property) for one in merging.filled)
        found.append(words.FILLS.filled(keep=keep, names=names))
    for one in merging.conflicts:
        if one.chosen is None:
            key, value = next(iter(one.said.items()))
            said = value_words(metamodel.property_(kind, one.property), value, language)
            parts = {"property": label(one.property), "value": said, "key": key}
            found.append(words.LEFT_BLANK.filled(keep=keep, **parts))
    return [*found, *_sums(merging, metamodel, language)]


def _sums(merging: Merging, metamodel: Metamodel, language: Language) -> Iterator[Text]:
    """Yield of what each may have of its own, as users, that one number counts and what the sum would be."""
    elements, chosen = (merging.keep, *merging.gone), {one.property: one.chosen for one in merging.conflicts}
    for spec in metamodel.properties(merging.keep.kind):
        known = [value for one in elements if (value := amount(one, spec.name)) is not None]
        counts = chosen.get(spec.name, known[0] if known else None)
        if spec.adds and len(known) > 1 and sum(known) != counts:
            yield words.ADDS_UP.filled(
                property=spec.label.in_(language),
                keep=merging.keep.name,
                kept=value_words(spec, counts, language),
                sum=number(sum(known), language),
                key=merging.keep.key,
                name=spec.name,
                value=str(round(sum(known))),
            )


def _ties(
    merging: Merging,
    keep: Shown,
    metamodel: Metamodel,
    name_of: Callable[[str], str],
    language: Language,
) -> list[Text]:
    """What falls away between the merged, and what the kept one needs from then on."""
    edges, names = relation_fates(merging, keep), merging.plan.names

    def told(edge: Relation) -> str:
        label = metamodel.relation(edge.relation).label.in_(language).lower()
        return f"{name_of(names[edge.source])} {label} {name_of(names[edge.target])}"

    found = []
    if between := [told(edge) for edge, fate in edges if fate == words.FALLS_AWAY]:
        found.append(words.FALL_AWAY.filled(n=number(len(between), language), names=", ".join(between)))
    taken = [
        edge
        for edge, fate in edges
        if fate == words.MOVES and merging.homes.get(edge.source) == merging.keep.uid
    ]
    mine = {edge.properties.get(_GROUP) for edge, way, _ in keep.relations if way == "out"} - {None}
    found += _needs(
        merging, keep, [e for e in taken if e.properties.get(_GROUP) not in mine], metamodel, name_of
    )
    if both := {str(edge.properties[_GROUP]) for edge in taken if _GROUP in edge.properties} & mine:
        found.append(words.GROUPS_JOIN.filled(names=", ".join(sorted(map(str, both)))))
    if left := left_columns(merging, keep):
        what = "; ".join(
            words.LEFT_OF_ONE.filled(
                relation=told(edge),
                column=_column(metamodel, edge.relation, name).in_(language),
                left=str(edge.properties[name]),
                kept=str(kept),
            ).in_(language)
            for edge, columns in left
            for name, kept in columns.items()
        )
        found.append(words.LEFT_OF_RELATIONS.filled(keep=merging.keep.name, what=what))
    return found


def _column(metamodel: Metamodel, relation: RelationKind, name: str) -> Text:
    specs = (*metamodel.dependency, *metamodel.relation(relation).properties)
    return next((spec.label for spec in specs if spec.name == name), same(name))


def _needs(
    merging: Merging,
    keep: Shown,
    taken: Sequence[Relation],
    metamodel: Metamodel,
    name_of: Callable[[str], str],
) -> list[Text]:
    """What the kept one needs from then on that it did not need so far: each by itself, then in groups."""
    names, mine = merging.plan.names, {(e.relation, e.target) for e, way, _ in keep.relations if way == "out"}
    new = [edge for edge in taken if (edge.relation, edge.target) not in mine]
    alone = [edge for edge in new if not edge.properties.get(_GROUP)]
    each = (edge for edge in alone if metamodel.relation(edge.relation).grouping is Grouping.EACH)
    found = []
    if called := dict.fromkeys(name_of(names[edge.target]) for edge in each):
        text = words.NEEDS_ONE_TOO if len(called) == 1 else words.NEEDS_TOO
        found.append(text.filled(keep=merging.keep.name, names=", ".join(called)))
    groups: dict[str, list[Relation]] = {}
    for edge in new:
        if edge.properties.get(_GROUP):
            groups.setdefault(str(edge.properties[_GROUP]), []).append(edge)
    for group, edges in sorted(groups.items()):
        stated = (parse_need(str(edge.properties.get(_NEED) or "")) for edge in edges)
        need = max((one for one in stated if one is not None), key=strictness, default=ANY)
        members = same(", ".join(dict.fromkeys(name_of(names[edge.target]) for edge in edges)))
        told = need_words(need, members)
        found.append(words.NEEDS_GROUP.filled(keep=merging.keep.name, need=told, group=group))
    return found


def left_columns(merging: Merging, keep: Shown) -> list[tuple[Relation, dict[str, Value]]]:
    """Return the relations that the kept one has already, with the columns in which the two differ.

    Each column with what counts: what is said of the kept one.
    """
    home = merging.homes
    there = {_one(edge, home): edge for edge, _, _ in keep.relations}
    found = []
    for edge, fate in relation_fates(merging, keep):
        if fate == words.IS_THERE and (kept := there.get(_one(edge, home))) is not None:
            other = {
                name: kept.properties[name]
                for name, value in edge.properties.items()
                if name in kept.properties and kept.properties[name] != value
            }
            if other:
                found.append((edge, other))
    return found


def _said_of(merging: Merging, kept: str) -> Sequence[Saying]:
    records = merging.plan.step.records
    return next((one.sayings for one in records if one.uid == kept and one.act is Act.SAY), ())


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
    moved = {_one(edge, home) for edge in merging.plan.graph.relations_added}
    there = {_ends(edge, home) for edge, _, _ in keep.relations}
    opened = _opened(merging)
    found = []
    for edge in merging.plan.graph.relations_removed:
        if home.keys().isdisjoint((edge.source, edge.target)):
            continue
        source, relation, target = ends = _ends(edge, home)
        if source == target:
            fate = words.FALLS_AWAY
        elif _one(edge, home) in moved:
            fate = words.MOVES
        elif ends in there:
            fate = words.IS_THERE
        elif edge.relation in OWNERSHIP:
            fate = _owner_fate(merging, source, target)
        else:  # what is said of the kept one is a relation of it, unless it means nothing any more
            means_nothing = not opened.isdisjoint({(source, relation), (target, relation)})
            fate = words.OPENS if means_nothing else words.IS_THERE
        found.append((edge, fate))
    return found


def _owner_fate(merging: Merging, kept: str, agency: str) -> Text:
    """What becomes of whose something was: its user, where such elements have users."""
    if agency in merging.owners.get(kept, ()):
        return words.IS_THERE
    uses = any(merging.plan.names[agency] == saying.text for saying in _said_of(merging, kept))
    return words.BECOMES_USE if uses else words.OWNER_FALLS_AWAY


def _opened(merging: Merging) -> set[tuple[str, str]]:
    """Return the relations that mean nothing any more, by holder; not those that were open before."""
    home, graph = merging.homes, merging.plan.graph

    def told(one: OpenReference) -> tuple[str, str, bool, str]:
        return home.get(one.holder, one.holder), one.relation.value, one.reversed, one.text

    new = set(map(told, graph.references_opened)) - set(map(told, graph.references_closed))
    return {(holder, relation) for holder, relation, _, _ in new}


def relation_rows(
    fates: Sequence[tuple[Relation, Text]],
    merging: Merging,
    metamodel: Metamodel,
    name_of: Callable[[str], str],
    language: Language,
) -> list[tuple[str, str, str, str, str]]:
    """Return the relations of what is merged away: both ends, type and group, and what becomes of each."""
    names = merging.plan.names
    return [
        (
            name_of(names[edge.source]),
            metamodel.relation(edge.relation).label.in_(language),
            name_of(names[edge.target]),
            str(edge.properties.get(_GROUP, "")),
            fate.in_(language),
        )
        for edge, fate in fates
    ]


def _ends(edge: Relation, home: Mapping[str, str]) -> tuple[str, str, str]:
    return home.get(edge.source, edge.source), edge.relation.value, home.get(edge.target, edge.target)


def _one(edge: Relation, home: Mapping[str, str]) -> tuple[tuple[str, str, str], Value]:
    """Return what makes relations one when their ends are: these, and the redundancy group they are in."""
    return _ends(edge, home), edge.properties.get(_GROUP) or ""
