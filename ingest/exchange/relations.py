"""The relations of ArchiMate models as rows of the interchange, in the direction that ours have."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ingest.draft import RelationDraft
from ingest.exchange import names as exchange
from ingest.exchange import rules as exchange_rules
from ingest.exchange.names import CONCEPT, FOREIGN, OWN
from ingest.exchange.tables import Counts, Table
from ingest.layout.layout import RELATION_ENDS, Shape
from model.folding import fold
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import RelationSpec

HEAD = 4  # cells before those of its own: identifier, type, name, documentation
_COLUMNS = ("source", "relation", "target")
_NAMED = "label"  # property that keeps the name of a foreign relation
_DOCUMENTED = "description"
_KEPT = (CONCEPT, _NAMED, _DOCUMENTED)
_END_WORDS = frozenset(word for words in RELATION_ENDS for word in words)


@dataclass(frozen=True, slots=True)
class End:
    """An element as an end of relations: how it is called there, and the row that describes it."""

    text: str
    kind: ElementKind
    row: dict[str, str]


@dataclass
class Relations:
    """Two tables of relations: those that say what they are in properties, and those that are only drawn."""

    metamodel: Metamodel
    counts: Counts
    ends: Mapping[str, End]
    own: Table = field(default_factory=lambda: Table(Shape.RELATIONS, OWN, _COLUMNS, _KEPT))
    foreign: Table = field(default_factory=lambda: Table(Shape.RELATIONS, FOREIGN, _COLUMNS, _KEPT))
    _known: dict[tuple[str, ElementKind, ElementKind], tuple[RelationKind, bool] | None] = field(
        default_factory=dict
    )

    def add(self, head: list[str], said: dict[str, str], *, is_own: bool) -> None:
        """Take one relation. head: identifier, type, name, documentation, source, target, accessType."""
        identifier, concept = head[0], head[1]
        ends = (self.ends.get(head[HEAD]), self.ends.get(head[HEAD + 1]))
        if ends[0] is None or ends[1] is None:
            self.counts.add(exchange_rules.RELATION_LEFT_OUT, identifier, {"relation": concept or "?"})
            return
        relation = self.metamodel.relation_named(said.get("relation", "")) if is_own else None
        if relation is not None:
            self._own(self.metamodel.relation(relation), head, (ends[0], ends[1]), said)
        else:
            self._drawn(head, (ends[0], ends[1]), said)

    def _own(self, spec: RelationSpec, head: list[str], drawn: tuple[End, End], said: dict[str, str]) -> None:
        turned = spec.archimate_reversed and head[1] == spec.archimate
        source, target = drawn[::-1] if turned else drawn
        column = said.pop(exchange.COLUMN, None)
        if column is not None and source.row:
            source.row[column] = target.text
        else:
            ends = {"source": source.text, "relation": spec.relation.value, "target": target.text}
            self.own.add(head[0], {**said, **ends})

    def _drawn(self, head: list[str], drawn: tuple[End, End], said: dict[str, str]) -> None:
        identifier, concept, name, documentation, _, _, access = head
        found = self._counterpart(concept, drawn[0].kind, drawn[1].kind)
        relation, turned = found or (self.metamodel.general.relation, False)
        source, target = drawn[::-1] if turned else drawn
        spec = self.metamodel.relation(relation)
        row = {(f"ArchiMate {n}" if fold(n) in _END_WORDS else n): text for n, text in said.items()}
        row |= {"source": source.text, "relation": relation.value, "target": target.text}
        row |= _accessed(spec, access)
        if name:
            row.setdefault(spec.archimate_name or _NAMED, name)
        if documentation:
            row[_DOCUMENTED] = documentation
        if found is None:
            row[CONCEPT] = concept
            self._tell_tie(identifier, concept, drawn)
        self.foreign.add(identifier, row)

    def _counterpart(
        self, concept: str, source: ElementKind, target: ElementKind
    ) -> tuple[RelationKind, bool] | None:
        key = (concept, source, target)
        if key not in self._known:
            self._known[key] = self.metamodel.drawn_between(*key)
        return self._known[key]

    def _tell_tie(self, identifier: str, concept: str, drawn: tuple[End, End]) -> None:
        words = {"relation": concept or "?", "general": self.metamodel.general.label}
        ends = f"{drawn[0].kind} → {drawn[1].kind}"
        self.counts.add(exchange_rules.RELATION_AS_TIE, identifier, words, ends)


def told_apart(drafts: Iterable[RelationDraft]) -> Iterator[RelationDraft]:
    """Return relations of which those that repeat another in everything have a row: the how-manieth they are.

    Without a row they would be read as one thing that a cell names twice. The place in the file would do
    as well, but it changes with everything that is drawn before it.
    """
    said: Counter[tuple[object, ...]] = Counter()
    for draft in drafts:
        key = (
            draft.source,
            draft.from_text,
            draft.relation,
            draft.to_text,
            *sorted(draft.properties.items()),
        )
        said[key] += 1
        yield draft if said[key] == 1 else replace(draft, place=replace(draft.place, row=said[key]))


def _accessed(spec: RelationSpec, access: str) -> dict[str, str]:
    """What the format says in an attribute, as a property of ours."""
    return {
        prop.name: choice.value
        for prop in spec.properties
        for choice in prop.choices
        if access and choice.archimate == access
    }
