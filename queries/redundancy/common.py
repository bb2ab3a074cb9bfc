"""What two elements have in common, as people read it: words, and how each comes by a function."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from queries.redundancy.corpus import Entry
from queries.redundancy.evidence import COUNTED, WORKED_ON
from queries.redundancy.features import Features
from queries.redundancy.words.lexicon import Lexicon, plain_words

_MOST_WORDS = 3  # told of two elements
_DATA = "data"  # the column of what work is done with; the others are work


def only_read(features: Features, at: int, functions: Collection[str]) -> frozenset[str]:
    """Return which functions of an element, given as a position, only the names of its data speak of."""
    entry, lexicon = features.corpus.entries[at], features.lexicon
    told = set(features.profiles[at].named_functions)
    left = frozenset(functions) - told
    if not left or not entry.neighbours.get(_DATA):
        return frozenset()
    served = [name for column in WORKED_ON if column != _DATA for name in _beside(entry, column)]
    texts = (*entry.texts, *entry.other_names)
    told.update(*map(lexicon.concepts, texts), *map(lexicon.named_concepts, served))
    told.update(*_worked_on(lexicon, _beside(entry, _DATA), (entry.name, *texts, *served)))
    read = frozenset().union(*map(lexicon.concepts, _beside(entry, _DATA)))
    broader = lexicon.broader
    itself = lexicon.narrowest(told)  # who does a broader one by itself does what is a part of it
    return frozenset(one for one in left - told if not itself & broader.get(one, frozenset())) & read


def _worked_on(lexicon: Lexicon, data: Iterable[str], texts: Iterable[str]) -> Iterator[frozenset[str]]:
    """Yield the functions of data that an element speaks of itself: one of its texts has all their words.

    One word says too little: who speaks of employees does not keep their data.
    """
    said = [frozenset(lexicon.words(text)) for text in texts]
    for name in data:
        words = frozenset(lexicon.words(name))
        if len(words) > 1 and any(words <= one for one in said):
            yield lexicon.concepts(name)


def common_words(features: Features, ends: tuple[int, int]) -> tuple[tuple[str, str], ...]:
    """Return the words that two elements, given as positions, both use, as each of the two writes them.

    The three that weigh most: by how rare they are, and how often both use them. Where both write a word in
    one way, that way.
    """
    one, two = (Counter(features.profiles[end].about) for end in ends)
    weights = {word: times * features.words.rarity(word) for word, times in (one & two).items()}
    ranked = sorted(weights, key=lambda word: (-weights[word], word))[:_MOST_WORDS]
    if not ranked:
        return ()
    first, other = (_written(features, end) for end in ends)
    found = []
    for meant in ranked:
        mine, theirs = first.get(meant, [meant]), other.get(meant, [meant])
        alike = next((word for word in mine if word in theirs), None)
        found.append((alike, alike) if alike else (mine[0], theirs[0]))
    return tuple(dict.fromkeys(found))


def _written(features: Features, at: int) -> dict[str, list[str]]:
    """Return how an element, given as a position, writes the words it means."""
    found: dict[str, list[str]] = {}
    for word in _words(features.corpus.entries[at]):
        for meant in features.lexicon.words(word):
            found.setdefault(meant, []).append(word)
    return found


def _words(entry: Entry) -> Iterator[str]:
    for text in (entry.name, *entry.texts, *entry.other_names):
        yield from plain_words(text)
    for column in COUNTED:
        for name in _beside(entry, column):
            yield from plain_words(name)


def _beside(entry: Entry, column: str) -> Iterator[str]:
    yield from entry.neighbours.get(column, {}).values()
