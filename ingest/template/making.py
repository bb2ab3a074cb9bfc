"""A template for one agency: which kinds it asks for, and what is known of the agency's elements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from ingest.planning.agencies import Agencies, scope_of
from ingest.planning.scopes import meant_scope
from ingest.template.contents import (
    SEPARATOR,
    Field,
    Names,
    Referring,
    Shown,
    fields,
    scheme_of,
    shown_text,
    shown_value,
)
from ingest.template.words import UNWRITTEN
from ingest.template.writing import Contents, SheetContents, write_workbook
from model.directory import Directory
from model.element import Element, is_shipped
from model.entry import entry_of
from model.faults import RefusedQuestion
from model.keys import NATIONAL, SHARED, Key
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import LinkSpec
from model.record import Value
from model.reference import model_of
from model.text import Language, Text
from queries.architecture import Architecture
from queries.files import replaced, told_of
from queries.loads.plan import shown

CELL_LIMIT = 32_767  # characters of a cell, counted as Excel does: in units of UTF-16
SUFFIX = ".xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a template is wanted for. scope: an agency's name, acronym or slug; None: any, with nothing in it.

    kinds: empty for those that agencies are asked for, and those of which the scope has elements.
    """

    scope: str | None = None
    kinds: tuple[ElementKind, ...] = ()
    language: Language = Language.ID


@dataclass(frozen=True, slots=True)
class Filled:
    """What a template holds. left_out: key and column of cells that hold more than a cell can."""

    kinds: tuple[ElementKind, ...]
    elements: int
    left_out: tuple[tuple[str, str], ...] = ()


def write_template(whole: Architecture, metamodel: Metamodel, wish: Wish, output: Path) -> Filled:
    """Write the template of an agency, with what is known of it, to an .xlsx file; whole or not at all.

    Raises:
        RefusedQuestion: several agencies are meant, or the file is no .xlsx. UnreadableFile: the place
        cannot be written to.
    """
    if output.suffix.lower() != SUFFIX:
        raise RefusedQuestion(
            Text(id=f"templat ditulis sebagai {SUFFIX}", en=f"a template is written as {SUFFIX}"),
            fix=Text(
                id=f"pakai -o {output.stem or 'templat'}{SUFFIX}",
                en=f"use -o {output.stem or 'template'}{SUFFIX}",
            ),
        )
    contents, filled = template_contents(whole, metamodel, wish)
    with told_of(output), replaced(output) as place, place.open("wb") as file:
        write_workbook(contents, metamodel, file)
    return filled


def template_bytes(whole: Architecture, metamodel: Metamodel, wish: Wish) -> bytes:
    """Return the template of an agency as the content of an .xlsx file.

    Raises:
        RefusedQuestion: several agencies are meant.
    """
    made = BytesIO()
    write_workbook(template_contents(whole, metamodel, wish)[0], metamodel, made)
    return made.getvalue()


def template_contents(whole: Architecture, metamodel: Metamodel, wish: Wish) -> tuple[Contents, Filled]:
    """Return what stands in the template of an agency.

    Raises:
        RefusedQuestion: several agencies are meant.
    """
    directory = Directory.of(map(entry_of, whole.elements.values()), whole.homes)
    scope, called = _scope(directory, wish.scope)
    own = sorted(
        (e for e in whole.elements.values() if scope is not None and e.scope == scope and not is_shipped(e)),
        key=lambda element: element.key,
    )
    filling = _Filling(whole, metamodel, wish.language, Names(directory))
    filling.sort_in(own)
    kinds = _kinds(metamodel, wish.kinds, {element.kind for element in own})
    sheets = tuple(filling.sheet(kind, [e for e in own if e.kind is kind]) for kind in kinds)
    contents = Contents(wish.language, called, sheets, filling.codes())
    count = sum(len(sheet.rows) for sheet in sheets)
    return contents, Filled(kinds, count, tuple(filling.left_out))


def _kinds(
    metamodel: Metamodel, asked: Sequence[ElementKind], present: set[ElementKind]
) -> tuple[ElementKind, ...]:
    wanted = set(asked) or {s.kind for s in metamodel.kinds if s.collected} | present
    return tuple(spec.kind for spec in metamodel.kinds if spec.kind in wanted)


def _scope(directory: Directory, asked: str | None) -> tuple[str | None, str]:
    """Return the scope that is meant, None for a new one, and the words by which an import knows it."""
    if asked is None:
        return None, ""
    scope = meant_scope(directory, asked)
    if scope is None:
        return None, asked.strip()
    if scope in (SHARED, NATIONAL):
        return scope, ""
    own = directory.with_key(str(Key(scope, ElementKind.ORG_UNIT, scope)))
    units = [own] if own else [entry for entry in directory.agencies() if scope_of(entry) == scope]
    agencies = Agencies(directory, str)
    words = (form for unit in units for form in (unit.name, unit.key))
    return scope, next((form for form in words if agencies.scope(form) == scope), asked.strip())


@dataclass
class _Filling:
    """Fills the cells of an agency's elements."""

    whole: Architecture
    metamodel: Metamodel
    language: Language
    names: Names
    left_out: list[tuple[str, str]] = field(default_factory=list)
    _referring: dict[str, Referring] = field(default_factory=dict)

    def sort_in(self, own: Iterable[Element]) -> None:
        """Put the relations and open references of the elements into their columns."""
        self._referring = {e.uid: Referring(e, self.metamodel.links(e.kind)) for e in own}
        kinds = {uid: element.kind for uid, element in self.whole.elements.items()}
        for relation in self.whole.relations.values():
            for uid in {relation.source, relation.target} & self._referring.keys():
                self._referring[uid].take(relation, kinds)
        for reference, saying in self.whole.open:
            if reference.holder in self._referring:
                self._referring[reference.holder].take_open(reference, saying)

    def sheet(self, kind: ElementKind, own: Sequence[Element]) -> SheetContents:
        """Return the sheet of a kind."""
        columns = fields(self.metamodel, kind, self.language)
        return SheetContents(kind, columns, tuple(self._row(element, columns) for element in own))

    def _row(self, element: Element, columns: Sequence[Field]) -> tuple[Shown, ...]:
        values = shown(element)
        return (element.key, *(self._cell(element, values, column) for column in columns[1:]))

    def _cell(self, element: Element, values: Mapping[str, Value], column: Field) -> Shown:
        cell: Shown = None
        if column.prop is not None:
            cell = shown_value(column.prop, values.get(column.name), self.language)
        elif column.link is not None:
            words = self._referring[element.uid].words(column.link, self.names)
            cell = SEPARATOR.join(words) or None
        if length(shown_text(cell)) > CELL_LIMIT:
            self.left_out.append((element.key, column.header))
            return UNWRITTEN.in_(self.language)
        return cell

    def codes(self) -> dict[str, tuple[str, ...]]:
        """Return the reference codes to choose from, by the model they are of, as cells show them."""
        found: dict[str, list[str]] = {}
        shipped = (element for element in self.whole.elements.values() if is_shipped(element))
        for element in sorted(shipped, key=lambda element: element.code or ""):
            model = model_of(element.code or "")
            link = self._link_of(model)
            words = self.names.called(element.uid, element.address, link) if link else None
            if words:
                found.setdefault(model, []).append(words)
        return {model: tuple(words) for model, words in found.items()}

    def _link_of(self, model: str) -> LinkSpec | None:
        """Any column of codes of a model: they are called alike in all of them."""
        links = (link for spec in self.metamodel.kinds for link in spec.links)
        return next((link for link in links if scheme_of(link) == model), None)


def length(text: str) -> int:
    """Return how long a text is as a spreadsheet counts: in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
