"""Numbers, dates, times and values as people write them in the two languages: 1.234,5 and 22 Nov 2026."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import TypeVar

from model.faults import Place
from model.metamodel.spec import PropertySpec, ValueType
from model.record import Value
from model.text import OTHER_SEPARATORS, Language, Text, calendar_day, same
from queries.lookup import Found
from ui.phrases import common
from ui.phrases import explore as explore_words

T = TypeVar("T")

_AGO = (  # longest first: seconds, words
    (86_400, Text(id="{n} hari lalu", en="{n} d ago")),
    (3_600, Text(id="{n} jam lalu", en="{n} h ago")),
    (60, Text(id="{n} menit lalu", en="{n} min ago")),
)
_YES, _NO = Text(id="Ya", en="Yes"), Text(id="Tidak", en="No")
_UNGROUPED = frozenset({ValueType.YEAR, ValueType.TEXT})  # numbers that are not amounts: 2026
_MOST_DECIMALS = 6
_NOW = Text(id="baru saja", en="just now")
_OLD = 30 * 86_400  # seconds after which the date says more


def number(value: float, language: Language, decimals: int = 0, *, signed: bool = False) -> str:
    """Return a number with the separators of a language. signed: with a plus where it is above zero."""
    english = f"{value:{'+' if signed else ''},.{decimals}f}"
    if language is Language.EN:
        return english
    return english.translate(OTHER_SEPARATORS)


def listed(all_: Sequence[T], most: int, language: Language, name: Callable[[T], str] = str) -> str:
    """Return the first few of many by their names, with commas, and how many more there are."""
    left_out = len(all_) - most
    more = [common.MORE.filled(n=number(left_out, language)).in_(language)] if left_out > 0 else []
    return ", ".join([*map(name, all_[:most]), *more])


def hit_name(hit: Found) -> Text:
    """Return what a hit of a search is called, with the other name or former key that was searched for."""
    if hit.also:
        told = explore_words.ALSO_CALLED.filled(names=hit.also)
    elif hit.formerly:
        told = explore_words.FORMER_KEYS.filled(keys=hit.formerly)
    else:
        return same(hit.name)
    return Text(id=f"{hit.name} ({told.id})", en=f"{hit.name} ({told.en})")


def day(value: date, language: Language) -> str:
    """Return a date as 22 Nov 2026, with the month of a language."""
    return calendar_day(value).in_(language)


def moment(instant: str, language: Language) -> str:
    """Return an ISO 8601 instant as a date and local time; the text itself when it is no instant."""
    try:
        at = datetime.fromisoformat(instant).astimezone()
    except ValueError:
        return instant
    hour = f"{at:%H.%M}" if language is Language.ID else f"{at:%H:%M}"
    return f"{day(at.date(), language)} {hour}"


def clock(instant: str) -> datetime | str:
    """Return an ISO 8601 instant as clocks here show it, for a workbook; the text itself when it is none."""
    try:
        return datetime.fromisoformat(instant).astimezone().replace(tzinfo=None, microsecond=0)
    except ValueError:
        return instant


def ago(instant: str, now: datetime, language: Language) -> str:
    """Return how long ago an ISO 8601 instant was, or its date when that is a month or more."""
    try:
        at = datetime.fromisoformat(instant)
    except ValueError:
        return instant
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)
    seconds = (now - at).total_seconds()
    if seconds >= _OLD:
        return day(at.astimezone().date(), language)
    for size, words in _AGO:
        if seconds >= size:
            return words.filled(n=int(seconds // size)).in_(language)
    return _NOW.in_(language)


def value_words(spec: PropertySpec | None, value: Value | None, language: Language) -> str:
    """Return a value of a property as people read it: a choice by its label, numbers and dates as written.

    spec: None for a property that only a file brought along.
    """
    if isinstance(value, tuple):
        return "; ".join(value_words(spec, one, language) for one in value)
    if isinstance(value, bool):
        return yes_no(value, language)
    if isinstance(value, str):
        return _text_words(spec, value, language)
    if value is None or spec is None or spec.type in _UNGROUPED:
        return "" if value is None else str(value)
    decimals = f"{value:.{_MOST_DECIMALS}f}".rstrip("0").partition(".")[2]
    return number(value, language, len(decimals))


def _text_words(spec: PropertySpec | None, text: str, language: Language) -> str:
    labels = {choice.value: choice.label for choice in spec.choices} if spec else {}
    if text in labels:
        return labels[text].in_(language)
    return _dated(text, language) if spec and spec.type is ValueType.DATE else text


def place_words(place: Place, language: Language) -> str:
    """Return a place in one line: file › sheet › row › column."""
    row = f"{common.ROW.in_(language).lower()} {place.row}" if place.row else None
    return " › ".join(part for part in (place.file, place.sheet, row, place.column) if part)


def yes_no(answer: bool, language: Language) -> str:
    """Return yes or no in words."""
    return (_YES if answer else _NO).in_(language)


def _dated(text: str, language: Language) -> str:
    try:
        return day(date.fromisoformat(text), language)
    except ValueError:
        return text
