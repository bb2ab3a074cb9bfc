"""Under what elements are looked up: a letter for the way, and a key, code, name or text made plain."""

from collections.abc import Iterable

from model.folding import fold, fold_code

_EMPTY = frozenset({"k:", "c:", "f:", "n:", "a:", "h:"})  # of what is only punctuation


def telling(tokens: Iterable[str]) -> frozenset[str]:
    """Return tokens without those of no letter or digit, which mean nothing."""
    found = frozenset(tokens)
    return found if found.isdisjoint(_EMPTY) else found - _EMPTY


def key_token(text: str) -> str:
    """Return the token of a full key."""
    return f"k:{text.lower()}"


def code_token(text: str) -> str:
    """Return the token of a local code."""
    return f"c:{fold_code(text)}"


def former_token(text: str) -> str:
    """Return the token of the code in a former key."""
    return f"f:{fold_code(text)}"


def name_token(text: str) -> str:
    """Return the token of a name."""
    return f"n:{fold(text)}"


def heard_token(text: str) -> str:
    """Return the token of a text that a person said means an element: "1.1.2" and "11.2" stay two."""
    return f"h:{' '.join(text.split()).casefold()}"


def agency_token(words: tuple[str, ...]) -> str:
    """Return the token of the words of an agency's name."""
    return "a:" + " ".join(words)
