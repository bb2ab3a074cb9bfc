"""Words as they are compared: spelt one way, without filler, stemmed, and mapped to what they mean."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory
from Sastrawi.StopWordRemover.StopWordRemoverFactory import StopWordRemoverFactory

from model.knowledge import Knowledge
from queries.redundancy.words.phrasebook import Phrase, Phrasebook, Reading, Way

LONGEST_PHRASE = 5  # words of a phrase that people add
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_ADDRESS = re.compile(r"\b(?:https?://)?(?:www\.)?([a-z0-9-]+)(?:\.[a-z0-9-]+)+(?:[/:]\S*)?", re.I)
_GROUPED = re.compile(r"(?<!\w)\d{2,}(?:[-/]\d{2,})+(?!\w)")
_PREFIX = re.compile(r"^(?:e|i|m)[-\s]?(?=[a-z]{3,}$)")
_PREFIXED = re.compile(r"^[eim][-\s][a-z]{3,}$")
_SHORTEST_ROOT = 4  # letters of a root that still tells words apart
_NUMBER = 5  # digits from which a number is no version, year or amount but identifies something
_GROUPS = 9  # digits from which a number written in groups is one number, and no date or range of years
_EXCLUDED = re.compile(
    r"\b(?:tidak (?:termasuk|mencakup|meliputi|melayani)|bukan(?! (?:hanya|saja|sekadar))|kecuali"
    r"|(?:not including|excluding|except))\b.*?(?=[.;\n]|\b(?:tetapi|namun|melainkan)\b|$)",
    re.I | re.S,
)
_ITEM = re.compile(r"[;\n\r\u2022]")  # what parts the items of a list
_BETWEEN = Reading(("",), ("",), ("",))  # between two items: a word of no phrase
_KEPT = 0.6  # share of a phrase's words that must be left without filler


class Lexicon:
    """Knowledge made ready for comparing texts."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._stem = lru_cache(maxsize=100_000)(StemmerFactory().create_stemmer(False).stem)
        self._generic = knowledge.generic | frozenset(StopWordRemoverFactory().get_stop_words())
        self._meant = frozenset(knowledge.words.values())
        self._roots = {
            root: meant
            for word, meant in sorted(knowledge.words.items())
            if word != meant and len(root := self._root(word)) >= _SHORTEST_ROOT
        }
        self.words = lru_cache(maxsize=50_000)(self._words_of)
        self.concepts = lru_cache(maxsize=50_000)(self._concepts_of)
        self.named_concepts = lru_cache(maxsize=50_000)(self._named_concepts_of)

    def is_known(self, word: str) -> bool:
        """Return whether a plain word is one of the language rather than a coined name."""
        return word in self._vocabulary or word in self._generic or self._root(word) in self._known_roots

    def is_phrase(self, word: str) -> bool:
        """Return whether a plain word alone, as written, means a function, in a name at least."""
        return (word,) in self._in_names

    @cached_property
    def broader(self) -> dict[str, frozenset[str]]:
        """The broader functions of each function that has some."""
        return self.knowledge.broader

    def narrowest(self, functions: Iterable[str]) -> frozenset[str]:
        """Return functions without those that only stand there as the broader ones of others."""
        every = frozenset(functions)
        return every.difference(*(self.broader.get(one, frozenset()) - {one} for one in every))

    def phrase_words(self, phrase: str) -> tuple[str, ...]:
        """Return the words by which a phrase is found in texts; none where it says too little or too much."""
        words = self.words(phrase)
        # "data pegawai" without its filler is any employee's: too little to mean one function
        shrunk = len(words) == 1 and len(plain_words(phrase)) > 1
        return () if shrunk or len(words) > LONGEST_PHRASE else words

    def _words_of(self, text: str) -> tuple[str, ...]:
        """Return the words of a text that say something: standard, stemmed, mapped to their meaning."""
        return tuple(self._meanings(plain_words(text)))

    def _concepts_of(self, text: str) -> frozenset[str]:
        """Return the names of the functions a text speaks of."""
        return self._with_broader(self._in_texts.functions(self._read(text)))

    def _named_concepts_of(self, name: str) -> frozenset[str]:
        """Return the names of the functions a name tells: it also tells by words that texts only mention."""
        return self._with_broader(self._in_names.functions(self._read(name)))

    def _with_broader(self, found: frozenset[str]) -> frozenset[str]:
        """Return functions and their broader ones: who does one does these too."""
        return found.union(*(self.broader.get(name, frozenset()) for name in found))

    def _read(self, text: str) -> Iterator[Way]:
        """Yield a text in the ways of a reading, with the place of each word; items of a list stand apart."""
        each: list[Reading] = []
        for part in _ITEM.split(text):
            each += [*(self._reading_of([word]) for word in plain_words(part)), _BETWEEN]
        for way in range(len(Reading._fields)):
            words = [(word, place) for place, one in enumerate(each) for word in one[way]]
            yield Way(tuple(word for word, _ in words), tuple(place for _, place in words))

    def _reading_of(self, words: Sequence[str]) -> Reading:
        """Return words each spelt in its standard way; by their meanings; without filler."""
        known = self.knowledge
        exact = tuple(known.spellings.get(word, word) for word in words)
        inflected = tuple(self._meaning(word) for word in self._spelt(words))
        return Reading(exact, inflected, tuple(self._meanings(words)))

    @cached_property
    def _in_texts(self) -> Phrasebook:
        return Phrasebook(
            (one for one in self._phrases if not one.in_names), (one for one in self._phrases if one.in_names)
        )

    @cached_property
    def _in_names(self) -> Phrasebook:
        return Phrasebook(self._phrases)

    @cached_property
    def _phrases(self) -> tuple[Phrase, ...]:
        """All phrases as they are looked for.

        As written; without endings, each word by its meaning ("data kepegawaian" is "data pegawai"), where it
        has several words; and without filler too, where it keeps most of its words. Of a single word only the
        first is asked: its root means too many things. "e-puskesmas" means one only as it is written:
        without its prefix it is a place.
        """
        found = []
        for phrase, function, in_names in self._spoken():
            words = plain_words(phrase)
            exact, inflected, loose = self._reading_of(words)
            if len(inflected) == 1 or _PREFIXED.match(phrase):
                inflected = ()
            # "data pegawai" without its filler is any employee's: too little to mean this function
            if len(set(loose)) == 1 or not self._keeps(words):
                loose = ()
            found.append(Phrase(function, Reading(exact, inflected, loose), in_names))
        return tuple(found)

    def _keeps(self, phrase: Sequence[str]) -> bool:
        """Return whether a phrase keeps most of its words without filler, abbreviations counted as one."""
        kept = sum(1 for word in phrase if next(self._meanings([word]), None))
        return kept > 1 and kept >= _KEPT * len(phrase)

    def _spoken(self) -> Iterator[tuple[str, str, bool]]:
        """Yield each phrase with its function, and whether it means it in names only."""
        for concept in self.knowledge.concepts:
            yield from ((phrase, concept.name, False) for phrase in concept.phrases)
            yield from ((phrase, concept.name, True) for phrase in concept.in_names)
            if concept.added:  # what a person calls it was not checked to say enough
                continue
            # a label of one word is short for people, and too wide for texts: "Jalan" is in "rawat jalan"
            yield from ((label, concept.name, False) for label in concept.label.both if " " in label)

    def _meanings(self, words: Iterable[str]) -> Iterator[str]:
        for word in self._spelt(words):
            if word in self._generic or (word.isdecimal() and len(word) < _NUMBER):
                continue
            meant = self._meaning(word)
            if meant in self._meant or meant not in self._generic:
                yield meant

    def _meaning(self, word: str) -> str:
        """Return what a word means: the word it stands for, else its root and what that stands for."""
        meant = self.knowledge.words.get(word, word)
        if meant in self._meant:  # "pengadaan" is more than its root "ada"
            return meant
        root = self._root(word)
        return self._roots.get(root, root)

    def _spelt(self, words: Iterable[str]) -> Iterator[str]:
        known = self.knowledge
        for word in words:
            standard = known.spellings.get(word, word)
            if standard not in self._vocabulary:
                bare = _PREFIX.sub("", standard)
                standard = known.spellings.get(bare, bare) if bare in self._vocabulary else standard
            # what has a meaning of its own is not spelt out: "PNS" is an employee, no "negeri" and no "sipil"
            long = () if standard in known.words else known.abbreviations.get(standard, ())
            if len(long) == 1:  # of an ambiguous one nothing is known
                yield from (known.spellings.get(part, part) for part in long[0].split())
            elif len(standard) > 1:
                yield standard

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        known = self.knowledge
        phrases = (
            word for concept in known.concepts for phrase in concept.every_phrase for word in phrase.split()
        )
        return frozenset(
            (
                *phrases,
                *known.words,
                *known.words.values(),
                *known.spellings,
                *known.abbreviations,
                *known.generic,
            )
        )

    def roots(self) -> dict[str, str]:
        """Return the roots of all words that the knowledge itself uses, in their order."""
        spelt = self._spelt(word for phrase, _, _ in self._spoken() for word in plain_words(phrase))
        words = {*spelt, *self._vocabulary}
        return {word: self._root(word) for word in sorted(words) if word.isascii()}

    @cached_property
    def _known_roots(self) -> frozenset[str]:
        return frozenset(map(self._root, self._vocabulary))

    def _root(self, word: str) -> str:
        known = self.knowledge.roots.get(word)
        if known is not None:
            return known
        return str(self._stem(word)) if word.isascii() else word


def plain_words(text: str) -> list[str]:
    """Return the words of a text without case and accents.

    An address gives its first label; a number in groups, such as a telephone's, is one word.
    """
    folded = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    return _WORD.findall(_GROUPED.sub(_joined, _ADDRESS.sub(r" \1 ", bare)))


def _joined(grouped: re.Match[str]) -> str:
    digits = "".join(character for character in grouped[0] if character.isdecimal())
    return digits if len(digits) >= _GROUPS else grouped[0]


def included(text: str) -> str:
    """Return a text without what it says not to be about: "tidak termasuk kepegawaian"."""
    return _EXCLUDED.sub(" ", text)


def short_address(text: str) -> str:
    """Return a text with its addresses reduced to what stands before the domain of an owner.

    "https://sppd.diskominfo.malukuprov.go.id/masuk" is "sppd.diskominfo", "simaya.go.id" is "simaya".
    """
    return _ADDRESS.sub(lambda found: _before_domain(found[0]), text)


def _before_domain(address: str) -> str:
    host = address.casefold().rpartition("://")[2].partition("/")[0].partition(":")[0].removeprefix("www.")
    labels = host.split(".")
    owned = len(labels) > 2 and len(labels[-1]) == len(labels[-2]) == 2
    own = labels[: -3 if owned else -2]
    return ".".join(own or labels[:1])


def without(words: Sequence[str], phrases: Iterable[Sequence[str]]) -> list[str]:
    """Return words without the phrases that stand in them."""
    left = list(words)
    for phrase in phrases:
        length, at = len(phrase), 0
        while length and at + length <= len(left):
            if left[at : at + length] == list(phrase):
                del left[at : at + length]
            else:
                at += 1
    return left
