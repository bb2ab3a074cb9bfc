"""What is on record of two elements beside their likeness: users, cost, last day, plans, ties."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from model.element import Element
from model.kinds import ElementKind, RelationKind, Status
from model.metamodel.common import VALIDITY
from model.metamodel.metamodel import Metamodel
from model.text import Language, Text
from queries import graph
from queries.redundancy.engine import Pair
from queries.redundancy.explaining import advice
from queries.redundancy.ties import Tie, TieKind, replacement
from queries.store.store import Store
from ui.phrases import pair as words
from ui.similar.pairs import SideRow, among_sentences
from ui.wording import value_words

_TOLD = ("users", "annual_cost", VALIDITY[1])  # properties that a decision needs beside likeness
_ENDS: Mapping[TieKind, tuple[Text, Text]] = {
    TieKind.CALLS: (words.CALLS, words.CALLED),
    TieKind.RECEIVES: (words.RECEIVES, words.GIVES),
    TieKind.PART: (words.PART, words.WHOLE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRecord:
    """What is on record of a pair, by the uid of each of the two.

    replaces, replaced_by: names. plans: what the initiatives about it are called.
    """

    elements: Mapping[str, Element]
    replaces: Mapping[str, Sequence[str]] = field(default_factory=dict)
    replaced_by: Mapping[str, Sequence[str]] = field(default_factory=dict)
    plans: Mapping[str, Sequence[str]] = field(default_factory=dict)


def record_of(store: Store, ends: tuple[str, str]) -> PairRecord:
    """Return what the store has of two elements, given as uids."""
    # (new:Application)-[:REPLACES]->(old:Application), (:Initiative)-[:ADDRESSES]->(:Application)
    outgoing = [
        one for one in graph.relations_from(store, ends).values() if one.relation is RelationKind.REPLACES
    ]
    incoming = list(graph.relations_to(store, ends).values())
    replacing = [one for one in incoming if one.relation is RelationKind.REPLACES]
    addressing = [one for one in incoming if one.relation is RelationKind.ADDRESSES]
    far = {one.target for one in outgoing} | {one.source for one in (*replacing, *addressing)}
    known = graph.elements(store, {*ends, *far})
    planned = {uid for uid, one in known.items() if _is_plan(one)}
    return PairRecord(
        elements={uid: known[uid] for uid in ends if uid in known},
        replaces=_named(known, ((one.source, one.target) for one in outgoing)),
        replaced_by=_named(known, ((one.target, one.source) for one in replacing)),
        plans=_named(known, ((one.target, one.source) for one in addressing if one.source in planned)),
    )


def recorded_rows(
    pair: Pair, record: PairRecord, ties: Iterable[Tie], metamodel: Metamodel, language: Language
) -> list[SideRow]:
    """Return what is on record line by line: those lines in which one of the two has something."""
    lines = [
        _row(
            among_sentences(spec.label),
            pair,
            {uid: _value(record, uid, name, metamodel, language) for uid in pair.ends},
        )
        for name in _TOLD
        if (spec := metamodel.property_(pair.of, name)) is not None
    ]
    lines += [
        _row(words.REPLACES, pair, record.replaces),
        _row(words.REPLACED_BY, pair, record.replaced_by),
        _row(words.PLANS, pair, record.plans),
        _row(words.TIED, pair, _tied(ties, language)),
    ]
    return [line for line in lines if line.left or line.right]


def advised(
    pair: Pair, record: PairRecord, ties: Iterable[Tie], metamodel: Metamodel, language: Language
) -> str:
    """Return what is to be done about a pair, and what about both is planned already."""
    replaced = replacement(ties)
    last = "".join(_value(record, replaced.target, VALIDITY[1], metamodel, language)) if replaced else ""
    told = [advice(pair, replaced, last).in_(language)]
    both = [one for one in record.plans.get(pair.ends[0], ()) if one in record.plans.get(pair.ends[1], ())]
    if both:
        told.append(words.ALREADY_PLANNED.filled(plans=", ".join(both)).in_(language))
    return " ".join(told)


def _is_plan(element: Element) -> bool:
    return element.kind is ElementKind.INITIATIVE and element.status is not Status.RETIRED


def _named(known: Mapping[str, Element], found: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for uid, far in sorted(found, key=lambda one: known[one[1]].key if one[1] in known else ""):
        if far in known:
            named.setdefault(uid, []).append(_called(known[far]))
    return named


def _called(element: Element) -> str:
    return f"{element.code} {element.name}" if element.kind is ElementKind.INITIATIVE else element.name


def _value(
    record: PairRecord, uid: str, name: str, metamodel: Metamodel, language: Language
) -> tuple[str, ...]:
    element = record.elements.get(uid)
    value = element.properties.get(name) if element else None
    if element is None or value is None:
        return ()
    return (value_words(metamodel.property_(element.kind, name), value, language),)


def _tied(ties: Iterable[Tie], language: Language) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tie in ties:
        for uid, said in zip((tie.source, tie.target), _ENDS.get(tie.kind, ()), strict=False):
            through = ", ".join(tie.through)
            found.setdefault(uid, []).append(said.filled(through=through).in_(language))
    return found


def _row(label: Text, pair: Pair, told: Mapping[str, Sequence[str]]) -> SideRow:
    """Return one line, which is told and not compared."""
    left, right = (tuple((one, False) for one in told.get(uid, ())) for uid in pair.ends)
    return SideRow(label, left, right, compared=False)
