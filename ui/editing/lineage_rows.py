"""Where values come from, as rows of a table: every cell that said something, and which one counts."""

from collections.abc import Iterable, Sequence

from model.element import Element
from model.faults import Place
from model.metamodel.metamodel import Metamodel
from model.text import Language
from queries.lineage import Told
from ui.editing.changes import label_of
from ui.phrases import edit as words
from ui.wording import moment, place_words, value_words

COUNTS_SIGN = "✓"
Row = tuple[str, str, str, str, str, str, str]  # property, counts, value, place, author, time, load


def told_properties(told: Iterable[Told]) -> list[str]:
    """Return the names of the properties that some cell says something of, once each, in order."""
    return list(dict.fromkeys(one.property for one in told))


def rows(
    told: Sequence[Told], metamodel: Metamodel, element: Element, language: Language, only: str = ""
) -> list[Row]:
    """Return what cells say, in the order of the lineage. only: of one property; blank: of all."""
    return [
        (
            label_of(metamodel, element.kind, one.property).in_(language),
            COUNTS_SIGN if one.counts else "",
            _value(one, metamodel, element, language),
            origin_words(one.place, language),
            one.by,
            moment(one.at, language),
            one.load,
        )
        for one in told
        if only in ("", one.property)
    ]


def _value(one: Told, metamodel: Metamodel, element: Element, language: Language) -> str:
    if one.value is None:
        return words.EMPTIED.in_(language)
    return value_words(metamodel.property_(element.kind, one.property), one.value, language)


def origin_words(place: Place, language: Language) -> str:
    """Return the cell in one line; what has no file was said by hand."""
    return place_words(place, language) if place.file else words.BY_HAND.in_(language)
