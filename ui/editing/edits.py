"""Edits that a page makes: planned as the person types, told in rows before they are written, and undone."""

from collections.abc import Callable, Iterable, Mapping

from ingest.edit.editing import Edit, planned_set
from model.element import Relation
from model.faults import ModelerError
from model.kinds import Grouping
from model.metamodel.metamodel import Metamodel
from model.text import Language, same
from queries.history import load_named
from queries.loads.plan import Plan
from queries.loads.undo import planned_undo
from queries.lookup import Shown
from ui.editing import changes
from ui.phrases import edit as words
from ui.wording import value_words
from ui.workspace import Workspace

Row = tuple[str, str, str, str]  # element, what, before, after


def new_edit(space: Workspace) -> Edit:
    """Return the head of an edit made now by whoever writes here."""
    return Edit.begun(space.store, space.writer)


def refusals(space: Workspace, key: str, given: Mapping[str, str]) -> list[ModelerError]:
    """Return why values cannot be set, each tried alone, in the order of the fields."""
    found = []
    for name, text in given.items():
        try:
            planned_set(space.store, space.metamodel, key, {name: text}, new_edit(space))
        except ModelerError as error:
            found.append(error)
    return found


def undo(space: Workspace, load: str) -> Plan:
    """Return what taking an edit back would change.

    Raises:
        RefusedChange: it was undone before. RefusedQuestion: there is no such load.
    """
    return planned_undo(space.store, space.metamodel, load_named(space.store, load))


def rows(plan: Plan, metamodel: Metamodel, name_of: Callable[[str], str], language: Language) -> list[Row]:
    """Return what a plan changes, cell by cell, then relation by relation: element, what, before, after.

    name_of: what an element is called, by key.
    """
    found = [(e.name, words.WHOLE.in_(language), e.name, "") for e in plan.graph.removed]
    for change in plan.graph.changed:
        found += [(change.after.name, *told) for told in changes.cells(change, metamodel, language)]
    return [*found, *_relation_rows(plan, metamodel, name_of, language)]


def _relation_rows(
    plan: Plan, metamodel: Metamodel, name_of: Callable[[str], str], language: Language
) -> Iterable[Row]:
    def named(uid: str) -> str:
        return name_of(plan.names[uid]) if uid in plan.names else uid

    pairs: list[tuple[Relation | None, Relation | None]] = [
        *((one, None) for one in plan.graph.relations_removed),
        *plan.graph.relations_restated,
        *((None, one) for one in plan.graph.relations_added),
    ]
    for before, after in pairs:
        edge = after or before
        if edge is not None:
            target = named(edge.target)
            told = [_told(one, target, metamodel, language) if one else "" for one in (before, after)]
            label = metamodel.relation(edge.relation).label.in_(language)
            yield named(edge.source), label, told[0], told[1]


def _told(edge: Relation, target: str, metamodel: Metamodel, language: Language) -> str:
    """A relation in one cell: what it points to, and its columns."""
    specs = {
        spec.name: spec for spec in (*metamodel.dependency, *metamodel.relation(edge.relation).properties)
    }
    columns = (
        f"{(specs[name].label if name in specs else same(name)).in_(language)}: "
        f"{value_words(specs.get(name), value, language)}"
        for name, value in edge.properties.items()
    )
    inside = ", ".join(columns)
    return f"{target} ({inside})" if inside else target


def dependents(one: Shown, metamodel: Metamodel) -> int:
    """Return how many other elements say themselves that they depend on an element."""
    return len(
        {
            brief.uid
            for relation, way, brief in one.relations
            if way == "in" and metamodel.relation(relation.relation).grouping is not Grouping.NONE
        }
    )
