"""ArchiMate models as drafts: foreign ones by their types, our own by what their properties say.

Either way the model becomes the two tables of the interchange, which ingest.interchange reads. An element of
our own export carries its key; any other is known by its identifier in the model, which is its code.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.context import Context
from ingest.estate import SEPARATOR
from ingest.exchange import names as exchange
from ingest.exchange import rules as exchange_rules
from ingest.exchange.names import CONCEPT, FOREIGN, OWN
from ingest.exchange.relations import HEAD, End, Relations, told_apart
from ingest.exchange.tables import Counts, Table
from ingest.files.archive import REFUSALS
from ingest.files.guard import Refused
from ingest.files.workbook import Cell, Content, Row
from ingest.interchange import element_rows, relation_rows
from ingest.layout.headers import Part, forms
from ingest.layout.layout import Shape
from ingest.sheets import Found
from ingest.values.values import text_of
from model.folding import fold
from model.keys import is_full_key, parse_key
from model.kinds import ElementKind

_FIRST = ("key", "kind", "name", "code", "description")
_TAKEN_AS_IT_IS = frozenset({Part.PROPERTY, Part.LINK, Part.REFERENCE, Part.UNKNOWN})


def model_name(content: Content) -> str:
    """Return what a model is called; it may name an agency."""
    return next((text_of(cells[0]) for _, cells in part(content, exchange.MODEL) if cells), "")


def read_model(content: Content, context: Context, found: Found) -> None:
    """Add the drafts of a model to what was found, and tell what there is to tell."""
    model = _Model(content, context)
    elements, relations = model.tables()
    model.tell()
    try:
        drafts = [draft for table in elements for draft in table.read(context, element_rows)]
        ties = [draft for table in relations for draft in table.read(context, relation_rows)]
    except Refused as refused:
        context.told.tell(REFUSALS[refused.reason], context.place(), detail=refused.detail)
        return
    found.drafts += drafts
    found.relations += told_apart(ties)


@dataclass
class _Model:
    """One model while its parts become tables. ends: identifier → what a relation says of it."""

    content: Content
    context: Context
    counts: Counts = field(default_factory=Counts)
    ends: dict[str, End] = field(default_factory=dict)
    _read_as: Counter[tuple[str, ElementKind]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.metamodel = self.context.headers.metamodel
        definitions = part(self.content, exchange.DEFINITIONS)
        self.names = {text_of(cells[0]): text_of(cells[-1]) for _, cells in definitions if cells}
        self.is_own = False  # until the model says so
        model = next((self._properties(cells[1:]) for _, cells in part(self.content, exchange.MODEL)), {})
        self.is_own = model.get(exchange.MARKER) == exchange.MARK
        self.own = Table(Shape.ELEMENTS, OWN, _FIRST, (CONCEPT,))
        self.foreign = Table(Shape.ELEMENTS, FOREIGN, _FIRST, (CONCEPT,))

    def tables(self) -> tuple[tuple[Table, ...], tuple[Table, ...]]:
        """Return the tables of elements and those of relations."""
        for _, cells in part(self.content, exchange.ELEMENTS):
            self._element(cells)
        relations = Relations(self.metamodel, self.counts, self.ends)
        for _, cells in part(self.content, exchange.RELATIONSHIPS):
            head = [self._text(cell) for cell in cells[: HEAD + 3]]
            relations.add(head, self._properties(cells[HEAD + 3 :]), is_own=self.is_own)
        return (self.own, self.foreign), (relations.own, relations.foreign)

    def tell(self) -> None:
        """Tell what was read as something near it, and what was left out."""
        place = self.context.place()
        for (concept, kind), count in self._read_as.items():
            label = self.metamodel.kind(kind).label
            rule = exchange_rules.CONCEPT_READ_AS
            self.context.told.tell(rule, place, concept, concept=concept, count=count, kind=label)
        self.counts.tell(self.context)
        left_out = {text_of(cells[0]): cells[1] for _, cells in part(self.content, exchange.LEFT_OUT)}
        if left_out:
            views, items = left_out.get("view", 0), left_out.get("item", 0)
            self.context.told.tell(exchange_rules.MODEL_PARTS_LEFT_OUT, place, views=views, items=items)
        if not part(self.content, exchange.ELEMENTS):
            self.context.told.tell(exchange_rules.EMPTY_MODEL, place)

    def _element(self, cells: list[Cell]) -> None:
        head = [self._text(cell) for cell in cells[:HEAD]]
        identifier, said = head[0], self._properties(cells[HEAD:])
        kind = self.metamodel.kind_named(said.get("kind", ""))
        key = said.get("key", "")
        if self.is_own and kind and exchange.STAND_IN in said:
            self.ends[identifier] = End(said[exchange.STAND_IN], kind, {})
        elif self.is_own and kind and is_full_key(key) and parse_key(key).kind is kind:
            self.ends[identifier] = End(key, kind, self.own.add(identifier, said | _named(head)))
        else:
            self._foreign(head, kind, said)

    def _foreign(self, head: list[str], kind: ElementKind | None, said: Mapping[str, str]) -> None:
        """Take an element that simpul did not write. kind: as a property of it says."""
        identifier, concept = head[:2]
        declared = self.metamodel.concept(concept)
        read_as = kind or (declared.kind if declared else None)
        if read_as is None:
            self.counts.add(exchange_rules.CONCEPT_LEFT_OUT, identifier, {"concept": concept or "?"})
            return
        row = self._without_clashes(read_as, said) | _named(head)
        row |= {"kind": read_as.value, "code": identifier}
        if kind is None and self.metamodel.kind(read_as).archimate != concept:
            self._read_as[concept, read_as] += 1
            row[CONCEPT] = concept
        self.ends[identifier] = End(identifier, read_as, self.foreign.add(identifier, row))

    def _without_clashes(self, kind: ElementKind, said: Mapping[str, str]) -> dict[str, str]:
        """Properties under names that say nothing of what an element is: those are ours to say."""
        known = self.context.headers.of(kind)
        free: dict[str, str] = {}
        for name, text in said.items():
            meaning = next((known[form] for form in forms(name) if form in known), None)
            ours = fold(name) in (*_FIRST, "scope", CONCEPT)
            if ours and fold(name) == "kind" and self.metamodel.kind_named(text):
                continue
            clashes = ours or (meaning is not None and meaning.part not in _TAKEN_AS_IT_IS)
            free[f"ArchiMate {name}" if clashes else name] = text
        return free

    def _properties(self, cells: list[Cell]) -> dict[str, str]:
        """Property → text, from references to definitions and values in turn; several values are joined."""
        said: dict[str, str] = {}
        for reference, value in zip(cells[::2], cells[1::2], strict=False):
            name, text = self.names.get(text_of(reference)) or text_of(reference), self._text(value)
            if text:
                said[name] = f"{said[name]}{SEPARATOR}{text}" if name in said else text
        return said

    def _text(self, cell: Cell) -> str:
        text = text_of(cell)
        return exchange.decoded(text) if self.is_own else text


def _named(head: list[str]) -> dict[str, str]:
    return {"name": head[2], "description": head[3]}


def part(content: Content, title: str) -> list[Row]:
    """Return the rows of a part of a model as the reading process tells them."""
    return [row for sheet in content.sheets if sheet.title == title for row in sheet.rows]
