"""Phrases that mean functions, ready to be found in texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

Words = tuple[str, ...]
Found = dict[Words, frozenset[str]]


class Reading(NamedTuple):
    """The three ways in which words are read: as they are, by their roots, and without filler too."""

    exact: Words
    inflected: Words
    loose: Words


class Way(NamedTuple):
    """A text as it is read in one way. places: of each word, which word of the text it was."""

    words: Words
    places: tuple[int, ...]


class _Run(NamedTuple):
    """What a run of words means. first, last: its ends in the text. size: how many words it was read by."""

    first: int
    last: int
    size: int
    functions: frozenset[str]

    def uses_up(self, other: "_Run") -> bool:
        """Whether it is read by more words, those of another run among them."""
        return self.first <= other.first and other.last <= self.last and self.size > other.size


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase, the function it means, and how it is read; blank where it is not looked for in that way.

    in_names: it means the function in a name only.
    """

    function: str
    reading: Reading
    in_names: bool


class Phrasebook:
    """The functions that runs of words mean. A longer phrase uses up its words, however they are read."""

    def __init__(self, phrases: Iterable[Phrase], elsewhere: Iterable[Phrase] = ()) -> None:
        """Read phrases. elsewhere: those that mean a function in other texts only."""
        phrases = tuple(phrases)
        exact, inflected, loose = (
            _meanings((one.reading[way], one.function) for one in phrases)
            for way in range(len(Reading._fields))
        )
        every = _meanings((words, one.function) for one in (*phrases, *elsewhere) for words in one.reading)
        # what is called like another function but for filler means neither
        alone = {words: functions for words, functions in loose.items() if len(every[words]) == 1}
        self._ways = (exact, inflected, alone)
        self._longest = max((len(words) for way in self._ways for words in way), default=0)

    def __contains__(self, words: Words) -> bool:
        """Whether words as written mean a function."""
        return words in self._ways[0]

    def functions(self, text: Iterable[Way]) -> frozenset[str]:
        """Return the functions that a text speaks of. text: as each way reads it, in the order of Reading."""
        runs = [
            run for way, read in zip(self._ways, text, strict=True) for run in _runs(way, read, self._longest)
        ]
        lasting = (run for run in runs if not any(other.uses_up(run) for other in runs))
        return frozenset().union(*(run.functions for run in lasting))


def _meanings(pairs: Iterable[tuple[Words, str]]) -> Found:
    found: Found = {}
    kept: dict[frozenset[str], frozenset[str]] = {}  # many phrases, few sets of functions: each set once
    for words, function in pairs:
        if words:
            meant = found.get(words, frozenset()) | {function}
            found[words] = kept.setdefault(meant, meant)
    return found


def _runs(phrases: Found, read: Way, longest: int) -> Iterator[_Run]:
    """Yield the phrases in a text, the longest at each place."""
    words, places = read
    at = 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            meant = phrases.get(words[at : at + size])
            if meant:
                yield _Run(places[at], places[at + size - 1], size, meant)
                at += size
                break
        else:
            at += 1
