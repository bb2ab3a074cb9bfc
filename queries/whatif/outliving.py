"""Whether what is kept is there as long as what it takes the place of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique

from model.availability import FIRST_DAY, LAST_DAY, lifetime, parse_day
from model.element import Element
from model.kinds import Status
from model.metamodel.common import VALIDITY
from model.text import Text, calendar_day, same, strung

_WITHOUT = Text(
    id="yang memakai {gone} tidak mendapat penggantinya", en="what uses {gone} gets nothing in its place"
)
ENDING = Text(
    id="{keep} sendiri tercatat berakhir {day}: tetapkan penggantinya sebelum hari itu.",
    en="{keep} itself is to end on {day} as recorded: name what replaces it before that day.",
)
REPLACED = Text(
    id="{keep} tercatat digantikan oleh {successor}: pastikan dahulu mana yang diteruskan.",
    en="{keep} is replaced by {successor} as recorded: make sure first which is to be kept.",
)
_OVER = Text(
    id="Sudah berakhir: {names}. Tidak ada yang dihentikan dengannya; biaya dan penggunanya tidak dihitung.",
    en="Ended already: {names}. Nothing is switched off with it; its cost and users are not counted.",
)


@unique
class Doubt(StrEnum):
    """Why what is kept does not last; the first that holds is told."""

    RETIRED = "retired"
    ENDED = "ended"
    PLANNED = "planned"
    SOONER = "sooner"  # it is in use, and ends before one of the others
    ENDING = "ending"  # it is in use, and ends after the others


_WORDS = {
    Doubt.RETIRED: Text(id="{keep} sudah dihentikan: {without}.", en="{keep} is retired: {without}."),
    Doubt.ENDED: Text(id="{keep} sudah berakhir {day}: {without}.", en="{keep} ended on {day}: {without}."),
    Doubt.PLANNED: Text(
        id="{keep} belum digunakan: sampai digunakan, {without}.",
        en="{keep} is not in use yet: until it is, {without}.",
    ),
    Doubt.SOONER: Text(
        id="{keep} berakhir {day}, lebih dahulu daripada {gone}: sesudah itu {without}.",
        en="{keep} ends on {day}, before {gone}: after that {without}.",
    ),
    Doubt.ENDING: ENDING,
}


@dataclass(frozen=True, slots=True)
class Caution:
    """What is to be thought of before one element takes the place of others."""

    doubt: Doubt
    text: Text


@dataclass(frozen=True, slots=True)
class Term:
    """How long an element is there: first and last day as ordinals, FIRST_DAY and LAST_DAY where open."""

    name: str
    status: Status
    since: int
    until: int

    @classmethod
    def of(cls, element: Element) -> "Term":
        """Return the term of an element."""
        begins, ends = (parse_day(str(element.properties.get(name) or "")) for name in VALIDITY)
        return cls(element.name, element.status, *lifetime(element.status, begins, ends))


def caution(keep: Term, gone: Iterable[Term], on: date) -> Caution | None:
    """Return why one element cannot take the place of others from a day on; None where nothing is known."""
    today, others = on.toordinal(), list(gone)
    never = keep.status is Status.PLANNED and keep.since > keep.until  # nothing says when it begins
    lasting = [one for one in others if not never and one.until >= max(today, keep.until + 1)]
    using = [one for one in others if one.since <= today <= one.until]
    if keep.status is Status.RETIRED and lasting:
        return _told(Doubt.RETIRED, keep, lasting)
    if FIRST_DAY < keep.until < today and lasting:
        return _told(Doubt.ENDED, keep, lasting)
    if keep.since > today and using:
        return _told(Doubt.PLANNED, keep, using)
    return _told(Doubt.SOONER, keep, lasting) if lasting and keep.until < LAST_DAY else None


def ending(keep: Term, on: date) -> Caution | None:
    """Return that what is kept has itself a last day from some day on; None where none is on record.

    It takes the place of others for that long, however early these end.
    """
    return _told(Doubt.ENDING, keep, []) if on.toordinal() <= keep.until < LAST_DAY else None


def already_over(last_days: Iterable[tuple[str, date | None]]) -> Text:
    """Return that some of what is given up has ended. last_days: by name; None where none is on record."""
    told = [same(name) if last is None else _dated(name, last) for name, last in last_days]
    return _OVER.filled(names=strung(told))


def _dated(name: str, last: date) -> Text:
    return same("{name} ({day})").filled(name=name, day=calendar_day(last))


def _told(doubt: Doubt, keep: Term, others: list[Term]) -> Caution:
    gone = ", ".join(one.name for one in others)
    known = FIRST_DAY < keep.until < LAST_DAY
    day = calendar_day(date.fromordinal(keep.until)) if known else ""
    words = {"keep": keep.name, "gone": gone, "day": day, "without": _WITHOUT.filled(gone=gone)}
    return Caution(doubt, _WORDS[doubt].filled(**words))
