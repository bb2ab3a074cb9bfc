"""What differs between two impacts, as people read it."""

from collections.abc import Iterable

from model.availability import State
from model.text import Language, Text
from queries.contrast import Difference, known_in
from queries.impact import Impact
from ui.affected import state_words
from ui.components.workbook import Cell
from ui.overview import agency_name
from ui.phrases import common
from ui.phrases import compare as words
from ui.phrases import whatif as whatif_words


def columns(first: Text, second: Text) -> tuple[Text, ...]:
    """Return the columns of the table. first, second: what the two impacts are called."""
    return (
        whatif_words.SHIFT,
        common.NAME,
        common.KIND,
        common.AGENCY,
        first,
        second,
        whatif_words.LACKS,
        common.KEY,
    )


def rows(
    found: Iterable[Difference], first: Impact, second: Impact, language: Language
) -> list[tuple[Cell, ...]]:
    """Return what differs, row by row as the columns say."""
    return [_row(one, first, second, language) for one in found]


def _row(one: Difference, first: Impact, second: Impact, language: Language) -> tuple[Cell, ...]:
    snapshot = known_in(one.uid, first, second)
    at = snapshot.positions[one.uid]
    lacks = (snapshot.metamodel.relation(kind).label.in_(language) for kind in one.lacks)
    return (
        whatif_words.SHIFTS[one.shift].in_(language),
        snapshot.names[at],
        snapshot.metamodel.kind(one.kind).label.in_(language),
        agency_name(snapshot, at) or "",
        _state(one.first, language),
        _state(one.second, language),
        ", ".join(lacks),
        one.key,
    )


def _state(state: State | None, language: Language) -> str:
    return words.ABSENT.in_(language) if state is None else state_words(state, language)
