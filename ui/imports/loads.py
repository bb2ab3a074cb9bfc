"""The loads there were and what one of them changed, as rows of tables."""

from collections.abc import Callable, Mapping, Sequence

from model.element import Relation
from model.faults import Place
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.record import Load, Record
from model.text import Language, Text
from queries.differing import Dependence, Difference
from ui.components.workbook import Cell
from ui.editing import changes
from ui.imports.steps import files_of
from ui.overview import called
from ui.phrases import common
from ui.phrases import home as home_words
from ui.phrases import loads as words
from ui.wording import clock, moment, place_words

Row = tuple[Cell, ...]
COLUMNS = (
    common.AT,
    common.BY,
    common.AGENCY,
    words.FILES_COLUMN,
    words.MODE_COLUMN,
    words.ELEMENTS,
    words.RELATIONS,
    words.STATE_COLUMN,
)


def of_scope(loads: Sequence[Load], scope: str) -> list[Load]:
    """Return the loads of one agency, the newest first; of all where none is named."""
    return [load for load in reversed(loads) if not scope or load.scope == scope]


def table_rows(
    loads: Sequence[Load],
    said: Mapping[str, Text],
    names: Mapping[str, Text],
    language: Language,
    *,
    exported: bool = False,
) -> list[Row]:
    """Return loads as rows: when, by whom, agency, files or what was said, mode, elements, relations, state.

    said: of loads that are steps (ui.imports.steps). exported: with all files, and times as a workbook
    has them.
    """

    def files(load: Load) -> str:
        return files_of(load, len(load.files)) if exported else files_of(load)

    return [
        (
            clock(load.at) if exported else moment(load.at, language),
            load.by,
            (called(names, load.scope) if load.scope else home_words.SEVERAL).in_(language),
            said[load.id].in_(language) if load.id in said else files(load),
            words.MODES[load.mode.value].in_(language),
            load.elements,
            load.relations,
            (words.UNDONE if load.undone else words.APPLIED).in_(language),
        )
        for load in loads
    ]


def held_rows(records: Sequence[Record], metamodel: Metamodel, language: Language) -> list[Row]:
    """Return what a load said that was undone: kind, name, key, and where it stood."""
    return [
        (
            metamodel.kind(one.kind).label.in_(language),
            one.name,
            one.key,
            place_words(Place(file=one.file, sheet=one.sheet, row=one.row), language),
        )
        for one in records
    ]


def element_rows(found: Difference, metamodel: Metamodel, language: Language) -> list[Row]:
    """Return what happened to elements: what, kind, name, property, before, after; a row for each cell."""

    def kind(element_kind: ElementKind) -> str:
        return metamodel.kind(element_kind).label.in_(language)

    rows: list[Row] = [(words.NEW.in_(language), kind(e.kind), e.name, "", "", "") for e in found.added]
    for change in found.changed:
        head = (words.CHANGED.in_(language), kind(change.after.kind), change.after.name)
        rows += [(*head, *told) for told in changes.cells(change, metamodel, language)]
    for e in found.removed:
        into = found.merged.get(e.uid)
        what = words.INTO.filled(keep=into) if into else words.GONE
        rows.append((what.in_(language), kind(e.kind), e.name, "", "", ""))
    return rows


def relation_rows(found: Difference, metamodel: Metamodel, language: Language) -> list[Row]:
    """Return relations that are new, changed or gone: what, from, relation, to."""

    def row(what: Text, edge: Relation) -> Row:
        label = metamodel.relation(edge.relation).label.in_(language)
        return (what.in_(language), found.names[edge.source], label, found.names[edge.target])

    return [
        *(row(words.NEW, edge) for edge in found.related),
        *(row(words.CHANGED, after) for _, after in found.restated),
        *(row(words.GONE, edge) for edge in found.unrelated),
    ]


def dependence_rows(these: Sequence[Dependence], shown: Callable[[str], str] = str) -> list[Row]:
    """Return services and processes with the one element each depends on alone."""
    return [(shown(one.target.name), shown(one.on.name), one.target.key, one.on.key) for one in these]
