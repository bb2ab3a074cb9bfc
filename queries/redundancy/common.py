"""What two elements have in common, as people read it: words, and how each comes by a function."""

from collections import Counter
from collections.abc import Collection, Iterator

from queries.redundancy.corpus import Entry
from queries.redundancy.evidence import COUNTED, WORKED_ON
from queries.redundancy.features import Features
from queries.redundancy.lexicon import plain_words

_MOST_WORDS = 3  # told of two elements
_DATA = "data"  # the column of what work is done with; the others are work


def only_read(features: Features, at: int, functions: Collection[str]) -> frozenset[str]:
    """Return which functions of an element, given as a position, only the names of its data speak of."""
    entry, lexicon = features.corpus.entries[at], features.lexicon
    told = set(features.profiles[at].named_functions)
    left = frozenset(functions) - told
    if not left or not entry.neighbours.get(_DATA):
        return frozenset()
    told.update(*(lexicon.concepts(text) for text in (*entry.texts, *entry.other_names)))
    work = (column for column in WORKED_ON if column != _DATA)
    told.update(*(lexicon.named_concepts(name) for column in work for name in _beside(entry, column)))
    read = frozenset().union(*(lexicon.concepts(name) for name in _beside(entry, _DATA)))
    return (left - told) & read


def common_words(features: Features, ends: tuple[int, int]) -> tuple[str, ...]:
    """Return the words that two elements, given as positions, both use, as the first writes them.

    The three that weigh most: by how rare they are, and how often both use them.
    """
    one, two = (Counter(features.profiles[end].about) for end in ends)
    weights = {word: times * features.words.rarity(word) for word, times in (one & two).items()}
    ranked = sorted(weights, key=lambda word: (-weights[word], word))[:_MOST_WORDS]
    if not ranked:
        return ()
    written: dict[str, str] = {}
    for word in _words(features.corpus.entries[ends[0]]):
        for meant in features.lexicon.words(word):
            written.setdefault(meant, word)
    return tuple(dict.fromkeys(written.get(word, word) for word in ranked))


def _words(entry: Entry) -> Iterator[str]:
    for text in (entry.name, *entry.texts, *entry.other_names):
        yield from plain_words(text)
    for column in COUNTED:
        for name in _beside(entry, column):
            yield from plain_words(name)


def _beside(entry: Entry, column: str) -> Iterator[str]:
    yield from entry.neighbours.get(column, {}).values()
