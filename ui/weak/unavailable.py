"""How likely services are down, as people read it: rows, sentences, and what is missed the most."""

from collections import Counter
from collections.abc import Collection, Iterable

from model.text import Language
from queries.resilience.fragility import Fragility
from queries.resilience.unavailability import HOURS_A_YEAR, Birnbaum, Unavailability
from queries.snapshot.snapshot import Snapshot
from ui.components.workbook import Cell
from ui.overview import agency_name
from ui.phrases import common
from ui.phrases import unavailable as words
from ui.wording import number

_NAMED = 3  # elements named in a cell
_BOUND = 1 - 1e-9  # from here on a bound says nothing

_DECIDING = ((0.95, words.ALWAYS), (0.5, words.OFTEN), (0.05, words.SOMETIMES), (0.0, words.SELDOM))

COLUMNS = (
    common.NAME,
    words.LEAST,
    words.CERTAINTY,
    words.DECIDES,
    words.MISSING,
    words.BIRNBAUM,
    common.AGENCY,
    common.KEY,
)


def rows(found: Fragility, language: Language) -> list[tuple[Cell, ...]]:
    """Return every target, those that are down for the longest first."""
    return [row(found.snapshot, one, language) for one in found.unavailabilities]


def row(snapshot: Snapshot, one: Unavailability, language: Language) -> tuple[Cell, ...]:
    """Return how long a target is down in a year, as the columns say."""
    first = one.elements[0] if one.elements else None
    return (
        snapshot.elements.name[one.target],
        _rounded(one.hours),
        _certainty(one, language),
        decides(snapshot, first, language) if first else "",
        missing(snapshot, one, language),
        round(first.importance, 4) if first else None,
        agency_name(snapshot, one.target) or "",
        snapshot.elements.key[one.target],
    )


def _certainty(one: Unavailability, language: Language) -> str:
    if one.known:
        return words.ALL_KNOWN.in_(language)
    if one.most < _BOUND:
        return words.AT_MOST.filled(hours=hours(one.most * HOURS_A_YEAR, language)).in_(language)
    return words.OPEN.in_(language)


def decides(snapshot: Snapshot, one: Birnbaum, language: Language) -> str:
    """Return in words how often an element alone decides whether a target is up."""
    phrase = next(phrase for share, phrase in _DECIDING if one.importance >= share)
    return phrase.filled(name=snapshot.elements.name[one.element]).in_(language)


def missing(snapshot: Snapshot, one: Unavailability, language: Language) -> str:
    """Return what would have to be known; nothing where all is."""
    parts = [] if one.exact else [words.TOO_MANY.in_(language)]
    for phrase, elements in ((words.UNSTATED, one.unstated), (words.LACKING, one.lacking)):
        if elements:
            parts.append(phrase.filled(names=_some(snapshot, elements, language)).in_(language))
    return "; ".join(parts)


def sentence(one: Unavailability, name: str, language: Language) -> str:
    """Return how long a target is down in a year. name: of the target, as it may stand in the sentence."""
    if one.known and not one.elements:
        return words.NEVER.filled(name=name).in_(language)
    phrase = words.EXPECTED if one.known else words.AT_LEAST
    return phrase.filled(name=name, hours=hours(one.hours, language)).in_(language)


def own(one: Birnbaum, language: Language) -> str:
    """Return how long an element is down by itself in a year."""
    if one.own is None:
        return words.OWN_UNKNOWN.in_(language)
    return words.OWN.filled(hours=hours(one.own * HOURS_A_YEAR, language)).in_(language)


def hours(value: float, language: Language) -> str:
    """Return hours with as many decimals as matter."""
    return number(value, language, 0 if value >= 100 else 1 if value >= 1 or not value else 2)


def wanted(found: Iterable[Unavailability], most: int) -> list[tuple[int, int]]:
    """Return the elements whose availability is missed for the most targets, with how many these are."""
    counts = Counter(element for one in found for element in one.unstated)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]


def _some(snapshot: Snapshot, elements: Collection[int], language: Language) -> str:
    names = ", ".join(snapshot.elements.name[element] for element in list(elements)[:_NAMED])
    more = len(elements) - _NAMED
    return words.MORE.filled(names=names, n=number(more, language)).in_(language) if more > 0 else names


def _rounded(value: float) -> float:
    return round(value, 1 if value >= 1 else 3)
