"""Phrases that mean functions, ready to be found in texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Words = tuple[str, ...]
Found = dict[Words, frozenset[str]]


class Reading(NamedTuple):
    """A text in the three ways it is read: its words as they are, by their roots, and without filler too."""

    exact: Words
    inflected: Words
    loose: Words


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase, the function it means, and how it is read; blank where it is not looked for in that way.

    in_names: it means the function in a name only.
    """

    function: str
    reading: Reading
    in_names: bool


class Phrasebook:
    """The functions that runs of words mean. A longer phrase uses up its words."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        phrases = tuple(phrases)
        exact, inflected, loose = (
            _meanings((one.reading[way], one.function) for one in phrases)
            for way in range(len(Reading._fields))
        )
        # what two functions are called but for filler means neither
        alone = {words: functions for words, functions in loose.items() if len(functions) == 1}
        self._ways = (exact, inflected, alone)
        self._longest = max((len(words) for way in self._ways for words in way), default=0)

    def __contains__(self, words: Words) -> bool:
        """Whether words as written mean a function."""
        return words in self._ways[0]

    def functions(self, text: Reading) -> frozenset[str]:
        """Return the functions that a text speaks of, however it is read."""
        ways = zip(self._ways, text, strict=True)
        return frozenset().union(*(_matched(way, words, self._longest) for way, words in ways))


def _meanings(pairs: Iterable[tuple[Words, str]]) -> Found:
    found: Found = {}
    for words, function in pairs:
        if words:
            found[words] = found.get(words, frozenset()) | {function}
    return found


def _matched(phrases: Found, words: Sequence[str], longest: int) -> frozenset[str]:
    """Return what the phrases in a text mean."""
    found: set[str] = set()
    at = 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            meant = phrases.get(tuple(words[at : at + length]))
            if meant:
                found |= meant
                at += length
                break
        else:
            at += 1
    return frozenset(found)
