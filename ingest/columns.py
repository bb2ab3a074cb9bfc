"""Reading one column: each distinct cell is understood once, which is what makes large sheets quick."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum, unique

from ingest import reading_rules as rules
from ingest.context import Context
from ingest.files.workbook import Cell
from ingest.layout.headers import Column, Meaning, Part
from ingest.values import rules as value_rules
from ingest.values.cells import is_blank, is_cleared, references
from ingest.values.formulas import unescaped
from ingest.values.units import scale_in
from ingest.values.values import ValueReader, text_of
from model.faults import Rule
from model.folding import fold_words
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import PROPERTY_NAME, LinkSpec, ValueType
from model.nomenclature import names_nobody
from model.record import Saying, Value
from model.reference import model_of, written_codes

_ZERO_IS_BLANK = frozenset(
    {ValueType.TEXT, ValueType.CHOICE, ValueType.CHOICES, ValueType.YEAR, ValueType.DATE, ValueType.UNTIL}
)
_LONGEST_NAME = 60
LONGEST = 32_767  # characters of a cell, as Excel has it
_SHOWN = 200  # characters of a long text in a finding
_PARENTHESES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@unique
class Says(StrEnum):
    """What a cell does."""

    NOTHING = "nothing"
    MARKED = "marked"  # "-" and the like: nothing, and said so
    CLEARS = "clears"
    SOMETHING = "something"


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says: a value, references, or just its text."""

    says: Says
    text: str = ""
    value: Value | None = None
    sayings: tuple[Saying, ...] = ()
    told: tuple[tuple[Rule, Mapping[str, object]], ...] = ()


NOTHING = Said(Says.NOTHING)


@dataclass
class ColumnReader:
    """Reads the cells of one column of one kind. name: the property it fills, for unknown columns too."""

    column: Column
    context: Context
    kind: ElementKind
    name: str = ""
    no: frozenset[str] = frozenset()  # further words that mean no here
    filled: int = 0
    known: dict[Cell, Said] = field(default_factory=dict)  # what equal cells said before
    _values: ValueReader | None = None

    def __post_init__(self) -> None:
        prop = self.column.meaning.prop
        metamodel = self.context.headers.metamodel
        if prop is not None:
            others = tuple(other for other in metamodel.properties(self.kind) if other.choices)
            self._values = ValueReader(prop, self.column.wording, self.context.exact, others, self.no)
            self.name = prop.name

    @property
    def meaning(self) -> Meaning:
        """What the column means."""
        return self.column.meaning

    def said(self, cell: Cell, row: int) -> Said:
        """Return what a cell says, and tell what is to be told of it."""
        said = self.known.get(cell)
        if said is None:
            said = self.known[cell] = self._understood(cell)
        if said.told:
            place = self.context.place(row, self.column.header)
            for rule, words in said.told:
                self.context.told.tell_of_cell(rule, place, said.text, words)
        return said

    def _understood(self, cell: Cell) -> Said:
        if self.context.escaped and isinstance(cell, str):
            cell = unescaped(cell)
        text = text_of(cell)
        if len(text) > LONGEST:
            said = self._understood(text[:LONGEST])
            words = {"length": len(text), "kept": LONGEST}
            return replace(said, text=text[:_SHOWN], told=(*said.told, (rules.LONG_TEXT, words)))
        if not text or is_cleared(cell):
            return Said(Says.CLEARS, text) if text else NOTHING
        said_no = self._values is not None and self._values.says_no(cell)
        if not said_no and is_blank(cell, markers=self.context.markers, zero=self._zero_is_blank()):
            told = ((value_rules.BLANK_MARKER, {"column": self.column.header.partition("\n")[0]}),)
            return Said(Says.MARKED, text, told=told)
        return self._content(cell, text)

    def _content(self, cell: Cell, text: str) -> Said:
        if self._values is not None:
            meant = self._values.read(cell)
            return Said(Says.SOMETHING, text, meant.value, told=meant.told)
        if self.meaning.part is Part.LINK and self.meaning.link is not None:
            return self._referring(self.meaning.link, cell, text)
        if self.meaning.part is Part.REFERENCE:
            return self._coded(text)
        return Said(Says.SOMETHING, text, text)

    def _zero_is_blank(self) -> bool:
        prop = self.meaning.prop
        return self.meaning.part is not Part.NUMBER and (prop is None or prop.type in _ZERO_IS_BLANK)

    def _referring(self, link: LinkSpec, cell: Cell, text: str) -> Said:
        agencies = bool(link.creates) or ElementKind.ORG_UNIT in link.to
        found = references(cell, agencies=agencies)
        if link.creates and not self.context.exact and any(map(names_nobody, found)):
            return self._nameless(link, found, text)
        if link.role is None:
            sayings = tuple(self._saying(link, one) for one in found)
            return Said(Says.SOMETHING, text, sayings=sayings)
        return classified(self.context.headers.metamodel, self.kind, link, found, self.column.header, text)

    def _nameless(self, link: LinkSpec, found: list[str], text: str) -> Said:
        """Keep the words for somebody without a name as text; refer to the others."""
        sayings = tuple(self._saying(link, one) for one in found if not names_nobody(one))
        kept = "; ".join(filter(names_nobody, found))
        told = ((value_rules.NAMES_NOBODY, {"value": kept, "column": self.column.header.partition("\n")[0]}),)
        return Said(Says.SOMETHING, text, kept if self.name else None, sayings, told)

    def _saying(self, link: LinkSpec, text: str) -> Saying:
        return Saying(
            relation=link.relation,
            text=text,
            cell=link.name,
            column=self.column.header,
            reversed=link.reversed,
            to=link.to,
        )

    def _coded(self, text: str) -> Said:
        """National codes of any model, as in the interchange."""
        metamodel = self.context.headers.metamodel
        header = self.column.header
        sayings = (
            classification(metamodel, self.kind, one, header) for one in references(text, agencies=False)
        )
        return Said(Says.SOMETHING, text, sayings=tuple(sayings))


def classified(
    metamodel: Metamodel, kind: ElementKind, link: LinkSpec, found: list[str], header: str, text: str
) -> Said:
    """Return references to the codes of a reference model; a code of another model keeps its own role."""
    sayings: list[Saying] = []
    told: list[tuple[Rule, Mapping[str, object]]] = []
    expected = link.scheme or link.role
    for one in found:
        prefix = model_in(one)
        if prefix and prefix != expected:
            told.append((rules.OTHER_MODEL, {"value": one, "found": prefix, "asked": expected}))
        role = role_of(metamodel, kind, prefix) if prefix else link.role
        # it belongs to the cell it stands in, whatever model it is of
        sayings.append(_classification(link, one, link.name, role, header))
    return Said(Says.SOMETHING, text, sayings=tuple(sayings), told=tuple(told))


def model_in(text: str) -> str:
    """Return the reference model whose code a text holds: "RAB"; "" for none."""
    return next((model_of(one.code) for one in written_codes(text)), "")


def role_of(metamodel: Metamodel, kind: ElementKind, prefix: str) -> str:
    """Return the role in which elements of a kind are classified by codes of a model."""
    link = _link_for(metamodel, kind, prefix)
    return link.role if link and link.role else prefix


def classification(metamodel: Metamodel, kind: ElementKind, text: str, header: str | None) -> Saying:
    """Return the statement that an element is classified by a code, in the role its kind gives that model."""
    prefix = model_in(text)
    link = _link_for(metamodel, kind, prefix)
    any_link = next(one for of in ElementKind for one in metamodel.links(of) if one.role)
    cell = link.name if link else prefix.lower() or "reference"
    return _classification(link or any_link, text, cell, role_of(metamodel, kind, prefix), header)


def _link_for(metamodel: Metamodel, kind: ElementKind, prefix: str) -> LinkSpec | None:
    return next(
        (one for one in metamodel.links(kind) if one.role and (one.scheme or one.role) == prefix), None
    )


def _classification(link: LinkSpec, text: str, cell: str, role: str | None, header: str | None) -> Saying:
    return Saying(
        relation=link.relation,
        text=text,
        cell=cell,
        column=header,
        to=link.to,
        properties={"role": role} if role else {},
    )


def property_name(header: str, position: int, taken: set[str]) -> str:
    """Return the name under which an unknown column is kept: its header in words, unlike any other.

    What stands in parentheses is left out, but for a unit: its cells are kept as they stand.
    """
    stated = scale_in(header, money=False) is not None
    words = () if stated else fold_words(_PARENTHESES.sub(" ", header))
    words = words or fold_words(header)
    name = "_".join(words)[:_LONGEST_NAME].strip("_")
    if not PROPERTY_NAME.fullmatch(name):
        name = f"kolom_{name or position + 1}"
    number, free = 2, name
    while free in taken:
        free, number = f"{name}_{number}", number + 1
    return free
