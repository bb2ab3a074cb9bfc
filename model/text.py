"""Text for people, in both languages of the interface."""

from dataclasses import dataclass
from enum import StrEnum, unique


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

        A value that is itself a Text is replaced by its words in each language.
        """
        return Text(id=_fill(self.id, values, Language.ID), en=_fill(self.en, values, Language.EN))

    @property
    def both(self) -> tuple[str, str]:
        """The two wordings, Indonesian first; for matching headers and labels."""
        return (self.id, self.en)


def same(words: str) -> Text:
    """Return a text that reads the same in both languages (names, codes, terms)."""
    return Text(id=words, en=words)


def _fill(template: str, values: dict[str, object], language: Language) -> str:
    worded = {name: v.in_(language) if isinstance(v, Text) else v for name, v in values.items()}
    return template.format(**worded)
