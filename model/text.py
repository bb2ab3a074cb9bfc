"""Text for people, in both languages of the interface."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, unique

_MONTHS_ID = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@unique
class Language(StrEnum):
    """Languages the interface speaks; Indonesian is the default."""

    ID = "id"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One message, label or help text in Indonesian and English."""

    id: str
    en: str

    def __post_init__(self) -> None:
        """Refuse a text that lacks one language."""
        if not self.id or not self.en:
            raise ValueError(f"a text needs both languages: {self!r}")

    def in_(self, language: Language) -> str:
        """Return the text in one language."""
        return self.id if language is Language.ID else self.en

    def filled(self, **values: object) -> "Text":
        """Return the text with its {placeholders} replaced in both languages.

        A value that is itself a Text is replaced by its words in each language. {n|agency|agencies} is the
        first word where n is one and the second otherwise; n itself stands beside it: "{n} {n|…|…}".
        """
        return Text(id=_fill(self.id, values, Language.ID), en=_fill(self.en, values, Language.EN))

    @property
    def both(self) -> tuple[str, str]:
        """The two wordings, Indonesian first; for matching headers and labels."""
        return (self.id, self.en)


def same(words: str) -> Text:
    """Return a text that reads the same in both languages (names, codes, terms)."""
    return Text(id=words, en=words)


def figure(value: float, decimals: int = 0) -> Text:
    """Return a number as each language writes it."""
    english = f"{value:,.{decimals}f}"
    return Text(id=english.translate(OTHER_SEPARATORS), en=english)


def calendar_day(value: date) -> Text:
    """Return a date as 22 Nov 2026, with the month of each language."""
    month = value.month - 1
    return Text(
        id=f"{value.day} {_MONTHS_ID[month]} {value.year}", en=f"{value.day} {_MONTHS_EN[month]} {value.year}"
    )


def day_of(instant: str) -> Text:
    """Return the local day of an ISO 8601 instant, or the day itself, as 22 Nov 2026."""
    at = datetime.fromisoformat(instant)
    return calendar_day((at if at.tzinfo is None else at.astimezone()).date())


OTHER_SEPARATORS = str.maketrans(",.", ".,")  # a figure from one language to the other


def strung(texts: Iterable[Text], between: str = ", ") -> Text:
    """Return texts one after the other, with a mark between them."""
    every = tuple(texts)
    return Text(id=between.join(one.id for one in every), en=between.join(one.en for one in every))


def sentences(texts: Iterable[Text]) -> Text:
    """Return sentences one after the other."""
    return strung(texts, " ")


def enumerated(labels: Sequence[Text]) -> Text:
    """Return labels within a sentence: small unless they begin with an abbreviation, the last after "and".

    Of several, one with an *and* or a comma of its own would run into the next: all stand in quotes then.
    """
    quoted = len(labels) > 1 and any(_is_list(label) for label in labels)
    shown = [
        quoted_label(label) if quoted else Text(id=_small(label.id), en=_small(label.en)) for label in labels
    ]
    return Text(
        id=_enumerated([one.id for one in shown], "dan"), en=_enumerated([one.en for one in shown], "and")
    )


def terms(labels: Sequence[Text], *, choice: bool = False) -> Text:
    """Return titles of kinds and domains within a sentence: "proses bisnis, layanan dan aplikasi".

    Small but for abbreviations. After one with an *and* of its own the last stands apart: "data dan
    informasi, serta aplikasi". choice: any one of them is meant.
    """
    apart = "," if any(_is_list(label) for label in labels[-2:]) else ""
    joint = ("atau", "or") if choice else ("serta" if apart else "dan", "and")
    small = [Text(id=_all_small(label.id), en=_all_small(label.en)) for label in labels]
    return Text(
        id=_enumerated([one.id for one in small], joint[0], apart),
        en=_enumerated([one.en for one in small], joint[1], apart),
    )


def quoted_label(label: Text) -> Text:
    """Return a label in quotes, as it stands within a sentence."""
    return Text(id=f"“{_small(label.id)}”", en=f"“{_small(label.en)}”")


def _is_list(label: Text) -> bool:
    return " dan " in label.id or " and " in label.en or any("," in one for one in label.both)


def _enumerated(words: list[str], conjunction: str, apart: str = "") -> str:
    return f"{apart} {conjunction} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _small(words: str) -> str:
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _all_small(words: str) -> str:
    return " ".join(word.lower() if word[1:].islower() else word for word in words.split(" "))


def _fill(template: str, values: dict[str, object], language: Language) -> str:
    worded = {name: v.in_(language) if isinstance(v, Text) else v for name, v in values.items()}
    numbered = _NUMBERED.sub(lambda found: found[2 if str(worded[found[1]]) == "1" else 3], template)
    return numbered.format(**worded)


_NUMBERED = re.compile(r"\{(\w+)\|([^|{}]*)\|([^|{}]*)\}")
