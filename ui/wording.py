"""Numbers, dates and times as people write them in the two languages: 1.234,5 and 22 Nov 2026."""

from datetime import UTC, date, datetime

from model.text import Language, Text

_MONTHS = {
    Language.ID: ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    Language.EN: ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_AGO = (  # longest first: seconds, words
    (86_400, Text(id="{n} hari lalu", en="{n} d ago")),
    (3_600, Text(id="{n} jam lalu", en="{n} h ago")),
    (60, Text(id="{n} menit lalu", en="{n} min ago")),
)
_NOW = Text(id="baru saja", en="just now")
_OLD = 30 * 86_400  # seconds after which the date says more


def number(value: float, language: Language, decimals: int = 0) -> str:
    """Return a number with the separators of a language."""
    english = f"{value:,.{decimals}f}"
    if language is Language.EN:
        return english
    return english.translate(str.maketrans(",.", ".,"))


def day(value: date, language: Language) -> str:
    """Return a date as 22 Nov 2026, with the month of a language."""
    return f"{value.day} {_MONTHS[language][value.month - 1]} {value.year}"


def moment(instant: str, language: Language) -> str:
    """Return an ISO 8601 instant as a date and local time; the text itself when it is no instant."""
    try:
        at = datetime.fromisoformat(instant).astimezone()
    except ValueError:
        return instant
    return f"{day(at.date(), language)} {at:%H.%M}"


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
