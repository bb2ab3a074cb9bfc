"""A merge as a terminal shows it before it is written: values, what follows, elements and relations."""

from collections.abc import Mapping, Sequence

from ingest.edit.merging import Merging
from model.record import Value
from model.text import Text
from queries import graph
from queries.lookup import Shown
from ui.commands import console
from ui.editing import merge_form
from ui.editing.changes import label_of
from ui.phrases import common
from ui.phrases import edit as words
from ui.wording import value_words
from ui.workspace import Workspace

_SHOWN = 60  # rows of a table; JSON has all


def tell(space: Workspace, merging: Merging, keep: Shown) -> None:
    """Print a merge. keep: the element to keep, as it is."""
    metamodel, language = space.metamodel, console.SESSION.language
    names = _names(space, merging)

    def called(key: str) -> str:
        return names.get(key, key)

    if merging.cautions:
        console.findings_table(merging.cautions)
    _table((common.PROPERTY, words.KEPT, words.OTHERS), _conflict_rows(space, merging))
    filled = [
        (_label(space, merging, one.property), _words(space, merging, one.property, one.value), one.key)
        for one in merging.filled
    ]
    _table((common.PROPERTY, words.FILLED, words.FILLED_FROM), filled)
    for text in merge_form.consequences(merging, keep, metamodel, called, language):
        console.line(text)
    twins = merge_form.twin_rows(merging, metamodel, language)
    _table((words.TWINS_TITLE, words.TWIN_KEPT, words.TWIN_GONE, words.TWIN_CONFLICTS), twins)
    fates = merge_form.relation_fates(merging, keep)
    rows = merge_form.relation_rows(fates, merging, metamodel, called, language)
    _table(merge_form.FATE_COLUMNS, rows)


def _names(space: Workspace, merging: Merging) -> Mapping[str, str]:
    """What the ends of relations that change are called, by key."""
    found = graph.elements(space.store, merging.plan.names)
    return {one.key: one.name for one in found.values()}


def _conflict_rows(space: Workspace, merging: Merging) -> list[tuple[str, str, str]]:
    rows = []
    for one in merging.conflicts:
        said = {key: _words(space, merging, one.property, value) for key, value in one.said.items()}
        others = "; ".join(f"{said[key]} ({key})" for key, value in one.said.items() if value != one.chosen)
        rows.append(
            (
                _label(space, merging, one.property),
                _words(space, merging, one.property, one.chosen) or console.say(words.NOT_SAID),
                others,
            )
        )
    return rows


def _label(space: Workspace, merging: Merging, name: str) -> str:
    return console.say(label_of(space.metamodel, merging.keep.kind, name))


def _words(space: Workspace, merging: Merging, name: str, value: Value | None) -> str:
    spec = space.metamodel.property_(merging.keep.kind, name)
    return value_words(spec, value, console.SESSION.language)


def _table(columns: Sequence[Text], rows: Sequence[Sequence[str]]) -> None:
    """Print a table, unless it is empty."""
    if rows:
        console.table(list(columns), rows[:_SHOWN])
        console.more(len(rows) - _SHOWN)
