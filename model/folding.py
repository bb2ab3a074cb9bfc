"""Folding: the forms under which names, codes and headers are compared, never shown or stored as names."""

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_DASHES = re.compile(r"[-_./\s]+")


@lru_cache(maxsize=200_000)
def fold(words: str) -> str:
    """Return words without case, accents, spaces and punctuation; "" when nothing is left.

    Scripts without Latin letters keep their characters, so that they still compare.
    """
    bare = _bare(words)
    folded = _NOT_WORD.sub("", bare)
    return folded or "".join(c for c in bare if c.isalnum())


@lru_cache(maxsize=100_000)
def fold_words(words: str) -> tuple[str, ...]:
    """Return the folded words in order, for comparing word by word."""
    bare = _bare(words.replace("&", " dan "))
    return tuple(part for part in re.split(r"[^0-9a-z]+", bare) if part)


def _bare(words: str) -> str:
    """Return words without case and accents."""
    if words.isascii():  # most names, and nothing to take off; a directory folds 100,000 of them
        return words.lower()
    decomposed = unicodedata.normalize("NFKD", words).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=200_000)
def fold_code(code: str) -> str:
    """Return a code without case, with one kind of separator: "dab.dks.010 " is "DAB-DKS-010"."""
    return _DASHES.sub("-", code.strip()).strip("-").upper()


def slug(words: str) -> str:
    """Return words as a lower-case name for keys: letters, digits and single hyphens."""
    parts = fold_words(words)
    return "-".join(parts) or fold(words) or "x"
