"""Dates as offices write them: "31/12/2024", "31 Desember 2024", "Des 2024", an Excel serial number."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from model.folding import fold

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb pebruari",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt agst aug ags",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{1,2}:\d\d.*)?")
_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_WORDED = re.compile(r"(?:[a-z']+,\s*)?(\d{1,2})[\s-]+([a-z]+)\.?[\s-]+(\d{4}|\d{2})", re.I)
_MONTH_YEAR = re.compile(r"([a-z]+)\.?[\s-]+(\d{4})", re.I)
_YEAR = re.compile(r"(?:tahun|th\.?|ta\.?)?\s*((?:19|20)\d\d)", re.I)
_EPOCH = date(1899, 12, 30)  # day 0 of spreadsheets, their wrong leap day of 1900 included
_SERIALS = range(20_000, 80_000)  # 1954 to 2119
_CENTURY = 2000  # two-digit years; no office records anything older


@dataclass(frozen=True, slots=True)
class Day:
    """A date read from a text. guessed: the text does not say it in full or is read against habit."""

    iso: str
    guessed: bool = False


def day_in(cell: str | float, *, ends: bool = False) -> Day | None:
    """Return the date a cell means, None when it means none.

    ends: a month or year alone means its last day; else its first.
    """
    if not isinstance(cell, str):
        if cell == int(cell) and int(cell) in _SERIALS:
            return Day((_EPOCH + timedelta(days=int(cell))).isoformat(), guessed=True)
        text = f"{cell:g}"
    else:
        text = cell.strip()
    return _exact(text) or _partial(text, ends=ends)


def _exact(text: str) -> Day | None:
    if match := _ISO.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        first, second, year = int(match[1]), int(match[2]), _full_year(match[3])
        return _day(year, second, first) or _day(year, first, second, guessed=True)
    if match := _WORDED.fullmatch(text):
        month = _MONTHS.get(fold(match[2]))
        return _day(_full_year(match[3]), month, int(match[1])) if month else None
    return None


def _partial(text: str, *, ends: bool) -> Day | None:
    if match := _MONTH_YEAR.fullmatch(text):
        month = _MONTHS.get(fold(match[1]))
        return _bound(int(match[2]), month, month, ends=ends) if month else None
    if match := _YEAR.fullmatch(text):
        return _bound(int(match[1]), 1, 12, ends=ends)
    return None


def _bound(year: int, first: int, last: int, *, ends: bool) -> Day:
    if not ends:
        return Day(date(year, first, 1).isoformat(), guessed=True)
    after = date(year + last // 12, last % 12 + 1, 1)
    return Day((after - timedelta(days=1)).isoformat(), guessed=True)


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else _CENTURY + int(text)


def _day(year: int, month: int, number: int, *, guessed: bool = False) -> Day | None:
    try:
        return Day(date(year, month, number).isoformat(), guessed=guessed)
    except ValueError:
        return None
