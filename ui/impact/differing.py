"""What differs between two impacts, as people read it."""

from collections.abc import Iterable

from model.availability import State
from model.text import Language, Text
from queries.impact.contrast import Difference, known_in
from queries.impact.impact import Impact
from ui.components.workbook import Cell
from ui.impact.affected import state_words
from ui.overview import agency_name
from ui.phrases import common
from ui.phrases import compare as words
from ui.phrases import whatif as whatif_words


def columns(first: Text, second: Text, *, lacks: bool = False) -> tuple[Text, ...]:
    """Return the columns of the table. first, second: what the two are called. lacks: with what is gone."""
    gone = (whatif_words.LACKS,) if lacks else ()
    return whatif_words.SHIFT, common.NAME, common.KIND, common.AGENCY, first, second, *gone, common.KEY


def rows(
    found: Iterable[Difference], first: Impact, second: Impact, language: Language, *, lacks: bool = False
) -> list[tuple[Cell, ...]]:
    """Return what differs, row by row as the columns say."""
    told = []
    for one in found:
        snapshot = known_in(one.uid, first, second)
        at = snapshot.positions[one.uid]
        gone = ", ".join(snapshot.metamodel.relation(kind).label.in_(language) for kind in one.lacks)
        told.append(
            (
                whatif_words.SHIFTS[one.shift].in_(language),
                snapshot.names[at],
                snapshot.metamodel.kind(one.kind).label.in_(language),
                agency_name(snapshot, at) or "",
                _state(one.first, language),
                _state(one.second, language),
                *((gone,) if lacks else ()),
                one.key,
            )
        )
    return told


def _state(state: State | None, language: Language) -> str:
    return words.ABSENT.in_(language) if state is None else state_words(state, language)
