"""A corpus as vectors: for each way of looking at an element a space in which like elements lie close."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize
from sparse_dot_topn import sp_matmul_topn

from model.folding import fold, fold_words
from model.knowledge import NationalApplication
from model.nomenclature import ACRONYMS, region_pattern
from queries.redundancy.corpus import Corpus, Entry
from queries.redundancy.evidence import WORKED_ON, Floats, Indices
from queries.redundancy.lexicon import Lexicon, plain_words
from queries.redundancy.names import Named, brands, named

_TOPICS = 10  # functions to which an element is close at most
_FAINT = 0.01  # likeness to a function below which it is none
_SHARPER = 3  # power: the closest functions count, not the many that share a word
_COMPANY = 5  # elements whose words are read with those of one, itself among them
_NAME_TIMES = 2  # the name counts twice among words and functions
_DENSE = 0.02  # share of all pairs from which whole rows are multiplied rather than single pairs
_ROWS = 2_000  # of pairs multiplied at once, or of elements
_PAIRS = 200_000
_BLANKS = frozenset({"", "tidakada", "belumada", "nihil", "kosong", "na", "null", "none"})


@dataclass(frozen=True, eq=False)
class Profile:
    """One element as the spaces see it: the terms it has in each.

    said: the words of its texts and of its neighbours, without its name; about: with it. functions: what its
    name, its texts and the names of its neighbours speak of; named_functions: what its name does. catalogue:
    the national applications that its name names; covers: the functions these have; joins: those of which
    they join what regions have. meets: what makes two worth a closer look whatever their words: an acronym, a
    national name, an address, a flow of data between them, one agency's website.
    """

    named: Named
    name_terms: tuple[str, ...]
    said: frozenset[str]
    words: tuple[str, ...]
    letters: str
    functions: tuple[str, ...]
    named_functions: frozenset[str]
    neighbours: tuple[tuple[str, ...], ...]  # by column: what stands there
    neighbour_words: tuple[tuple[str, ...], ...]
    about: tuple[str, ...]
    codes: tuple[str, ...]
    make: tuple[str, ...]
    catalogue: frozenset[str]
    covers: frozenset[str]
    joins: frozenset[str]
    meets: frozenset[str]
    described: bool


class Profiler:
    """Makes profiles of elements of one corpus, all in the same way."""

    def __init__(self, corpus: Corpus, lexicon: Lexicon) -> None:
        self._corpus, self._lexicon = corpus, lexicon
        self._used = {
            word for entry in corpus.entries for text in entry.texts for word in lexicon.words(text)
        }
        self._agencies = _agencies(corpus, lexicon)
        self._regions = region_pattern(
            corpus.region, (word for word in corpus.region if not lexicon.is_known(word))
        )
        names = (entry.name for entry in corpus.entries)
        self._region = corpus.region | brands(names, lexicon, self._agencies)
        self._national = lexicon.knowledge.national
        self._called = {
            called: one
            for one in self._national
            for called in (fold(one.abbreviation), fold(one.name))
            if called
        }

    def profile(self, entry: Entry) -> Profile:
        """Return the profile of one element."""
        lexicon = self._lexicon
        name = named(entry, lexicon, self._region, self._used, self._agencies)
        texts = [self._unowned(text) for text in entry.texts if _says(text, entry)]
        said = " . ".join((*texts, *entry.other_names))
        national = self._named_in(entry)
        covers = frozenset(concept for one in national for concept in one.concepts)
        joins = frozenset(concept for one in national if one.network for concept in one.concepts)
        first = lexicon.concepts(name.cleaned) | covers
        around = [entry.neighbours.get(column, {}) for column in self._corpus.columns]
        concepts = (
            *sorted(first) * _NAME_TIMES,
            *sorted(lexicon.concepts(said)),
            *sorted(self._functions_beside(entry)),
        )
        spelt = lexicon.words(said)
        ordinary = [word for word in name.words if word not in name.coined]
        beside = tuple(tuple(self._words_beside(found.values())) for found in around)
        every = (*spelt, *chain.from_iterable(beside))
        codes = (*entry.codes, *(code for one in national for code in one.codes))
        return Profile(
            named=name,
            name_terms=name.words,
            said=frozenset(every),
            words=(*ordinary * _NAME_TIMES, *spelt),
            letters=" ".join((*ordinary, *spelt)),
            functions=concepts,
            named_functions=first,
            neighbours=tuple(tuple(sorted(found)) for found in around),
            neighbour_words=beside,
            about=(*ordinary * _NAME_TIMES, *every),
            codes=tuple(sorted({step for code in codes for step in _steps(code)})),
            make=tuple(sorted(entry.make)),
            catalogue=frozenset(fold(one.abbreviation) for one in national),
            covers=covers - joins,
            joins=joins,
            meets=frozenset(_meets(entry, name, national)),
            described=bool(texts),
        )

    def _functions_beside(self, entry: Entry) -> frozenset[str]:
        """Return the functions that the names of its services, data and processes speak of."""
        around = (entry.neighbours.get(column, {}).values() for column in WORKED_ON)
        labels = (self._unowned(label) for found in around for label in found)
        return frozenset().union(*map(self._lexicon.concepts, labels))

    def _words_beside(self, labels: Iterable[str]) -> Iterator[str]:
        for label in labels:
            yield from self._lexicon.words(self._unowned(label))

    def _unowned(self, text: str) -> str:
        """Return a text without the agencies and the region it names: whose something is tells no work."""
        return self._regions.sub(" ", self._agencies.sub(" ", text))

    def _named_in(self, entry: Entry) -> list[NationalApplication]:
        """Return the national applications that a name names, as a whole or by words of it.

        One of a suite is not the suite: "SIMDA BMD" is not "SIMDA".
        """
        words = plain_words(entry.name)
        spelt = (fold(entry.name), fold(entry.abbreviation), *words, *map("".join, pairwise(words)))
        found = {fold(one.abbreviation): one for part in spelt if (one := self._called.get(part))}
        return [
            one
            for name, one in found.items()
            if not any(other != name and other.startswith(name) for other in found)
        ]


class Space:
    """Elements as vectors of weighted terms, all of length one; rarer terms weigh more."""

    def __init__(self, documents: Sequence[Sequence[str]], **options: object) -> None:
        self._vectors = TfidfVectorizer(
            analyzer=_as_given, lowercase=False, sublinear_tf=True, dtype=np.float32, **options
        )
        self.rows = self._fitted(documents)
        self.filled = _filled(self.rows)

    def _fitted(self, documents: Sequence[Sequence[str]]) -> csr_array:
        if not any(documents):
            return csr_array((len(documents), 1), dtype=np.float32)
        return csr_array(self._vectors.fit_transform(documents))

    def of(self, document: Sequence[str]) -> csr_array:
        """Return another element's vector, with the weights of this space."""
        return self.of_all([document])

    def of_all(self, documents: Sequence[Sequence[str]]) -> csr_array:
        """Return the vectors of other elements, a row each."""
        if not documents or not hasattr(self._vectors, "vocabulary_"):
            return csr_array((len(documents), self.rows.shape[1]), dtype=np.float32)
        return csr_array(self._vectors.transform(documents))

    def beside(self, document: Sequence[str]) -> csr_array:
        """Return another element's vector as if it stood in this space.

        Terms that the space does not know weigh as its rarest: the vector is shorter than one by their share.
        """
        vector = self.of(document)
        if not vector.nnz:
            return csr_array((1, self.rows.shape[1]), dtype=np.float32)
        squares = {
            term: ((1 + np.log(times)) * self.rarity(term)) ** 2 for term, times in Counter(document).items()
        }
        known = sum(square for term, square in squares.items() if term in self._vectors.vocabulary_)
        return vector * np.float32(np.sqrt(known / sum(squares.values())))

    def rarity(self, term: str) -> float:
        """Return how much a term weighs; of an unknown one, as much as of the rarest."""
        if not hasattr(self._vectors, "vocabulary_"):
            return 1.0
        place = self._vectors.vocabulary_.get(term)
        weights = self._vectors.idf_
        return float(weights.max() if place is None else weights[place])


class CodeSpace:
    """Elements by their reference codes: what two share is told in bits, as much as the code is rare."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        count = max(2, len(documents))
        often: dict[str, int] = {}
        for document in documents:
            for code in document:
                often[code] = often.get(code, 0) + 1
        self._bits = {code: np.log2(count / times) for code, times in often.items()}
        self._most = float(np.log2(count / 2)) or 1.0  # bits of a code that two elements have
        self._places = {code: place for place, code in enumerate(sorted(often))}
        self.rows = self._matrix(documents)
        self.filled = _filled(self.rows)

    def of(self, document: Sequence[str]) -> csr_array:
        """Return another element's vector."""
        return self._matrix([document])

    beside = of

    def _matrix(self, documents: Sequence[Sequence[str]]) -> csr_array:
        """Each code stands for what it adds to the one above it: shared codes then add up to their bits."""
        rows, places, values = [], [], []
        for row, document in enumerate(documents):
            for code in document:
                if code in self._places:
                    above = self._bits.get(code.rpartition(".")[0], 0.0)
                    rows.append(row)
                    places.append(self._places[code])
                    values.append(np.sqrt(max(1e-6, (self._bits[code] - above) / self._most)))
        shape = (len(documents), max(1, len(self._places)))
        return csr_array((np.array(values, np.float32), (rows, places)), shape=shape)


class TopicSpace:
    """Elements by the functions of the lexicon whose phrases use their words (explicit semantic analysis).

    Two that share no word, and no phrase as it is written, are close where both are close to one function.
    """

    def __init__(self, documents: Sequence[Sequence[str]], lexicon: Lexicon) -> None:
        self._words = Space(list(_concept_texts(lexicon)))
        self._concepts = csr_matrix(self._words.rows).T.tocsr()  # the library takes no sparse arrays yet
        self.rows = self._closest(documents)
        self.filled = _filled(self.rows)

    def of(self, document: Sequence[str]) -> csr_array:
        """Return another element's vector."""
        return self._closest([document])

    beside = of

    def _closest(self, documents: Sequence[Sequence[str]]) -> csr_array:
        if not documents or not self._concepts.shape[1]:  # nothing to place, or no functions known
            return csr_array((len(documents), max(1, self._concepts.shape[1])), dtype=np.float32)
        words = csr_matrix(self._words.of_all(documents))
        near = sp_matmul_topn(words, self._concepts, top_n=_TOPICS, threshold=_FAINT)
        return csr_array(normalize(near.power(_SHARPER)), dtype=np.float32)


class CompanySpace:
    """Elements by their words and those of the elements most like each (document expansion).

    Two that share no word are close where others have the words of both: the inventory tells what goes
    together, where the lexicon does not.
    """

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self._words = Space(documents)
        self._turned = csr_matrix(self._words.rows).T.tocsr()  # the library takes no sparse arrays yet
        self.rows = self._expanded()
        self.filled = _filled(self.rows)

    def beside(self, document: Sequence[str]) -> csr_array:
        """Return another element's vector as if it stood in this space.

        It counts itself as much as no element of the space is the same; what the space does not know of it
        makes the vector shorter.
        """
        vector = self._words.beside(document)
        if not vector.nnz:
            return vector
        near = self._nearest(vector)
        new = 1 - float(near.max()) ** 2 if near.nnz else 1.0
        expanded = csr_array(near @ self._words.rows + new * vector)
        unknown = new**2 * max(0.0, 1 - float(vector.power(2).sum()))
        length = np.sqrt(float(expanded.power(2).sum()) + unknown)
        return csr_array(expanded / max(length, _FAINT), dtype=np.float32)

    def _expanded(self) -> csr_array:
        words = self._words.rows
        return csr_array(normalize(self._nearest(words) @ words), dtype=np.float32) if words.nnz else words

    def _nearest(self, vectors: csr_array) -> csr_array:
        """Return how like each is to the elements most like it."""
        return csr_array(sp_matmul_topn(csr_matrix(vectors), self._turned, top_n=_COMPANY, threshold=_FAINT))


def _concept_texts(lexicon: Lexicon) -> Iterator[list[str]]:
    """Yield the words of each function, each as often as phrases of it have it."""
    for concept in lexicon.knowledge.concepts:
        phrases = (*concept.phrases, concept.label.id)
        yield sorted(word for phrase in phrases for word in set(lexicon.words(phrase)))


AnySpace = Space | CodeSpace | TopicSpace | CompanySpace


@dataclass(frozen=True, eq=False, kw_only=True)
class Features:
    """A corpus with its profiles and spaces."""

    corpus: Corpus
    profiler: Profiler
    profiles: tuple[Profile, ...]
    names: Space
    name_letters: Space
    words: Space
    letters: Space
    functions: Space
    neighbours: tuple[Space, ...]
    neighbour_words: tuple[Space, ...]
    codes: CodeSpace
    make: Space
    topics: TopicSpace
    company: CompanySpace


def features_of(corpus: Corpus, lexicon: Lexicon) -> Features:
    """Return a corpus ready to be compared."""
    profiler = Profiler(corpus, lexicon)
    profiles = tuple(map(profiler.profile, corpus.entries))
    columns = range(len(corpus.columns))
    return Features(
        corpus=corpus,
        profiler=profiler,
        profiles=profiles,
        names=Space([one.name_terms for one in profiles]),
        name_letters=Space([trigrams(one.named.folded) for one in profiles]),
        words=Space([one.words for one in profiles]),
        letters=Space([trigrams(one.letters) for one in profiles]),
        functions=Space([one.functions for one in profiles]),
        neighbours=tuple(Space([one.neighbours[column] for one in profiles]) for column in columns),
        neighbour_words=tuple(Space([one.neighbour_words[column] for one in profiles]) for column in columns),
        codes=CodeSpace([one.codes for one in profiles]),
        make=Space([one.make for one in profiles]),
        topics=TopicSpace([one.about for one in profiles], lexicon),
        company=CompanySpace([one.about for one in profiles]),
    )


def trigrams(text: str) -> list[str]:
    """Return the runs of three letters in each word of a text, its ends marked."""
    return [
        padded[at : at + 3]
        for word in text.split()
        for padded in (f" {word} ",)
        for at in range(len(padded) - 2)
    ]


def dots(rows: csr_array, left: Indices, right: Indices, others: csr_array | None = None) -> Floats:
    """Return the products of pairs of rows: of `rows` left, of `others` (else the same) right."""
    beside = rows if others is None else others
    found = np.zeros(len(left), np.float32)
    if len(left) > _DENSE * rows.shape[0] * beside.shape[0] and beside.shape[0] <= 4 * _ROWS:
        turned = beside.T.tocsr()
        order = np.argsort(left, kind="stable")
        bounds = np.searchsorted(left[order], np.arange(0, rows.shape[0] + _ROWS, _ROWS))
        for number, (first, last) in enumerate(pairwise(bounds.tolist())):
            if first < last:
                start = number * _ROWS
                block = (rows[start : start + _ROWS] @ turned).toarray()
                these = order[first:last]
                found[these] = block[left[these] - start, right[these]]
        return found
    for first in range(0, len(left), _PAIRS):
        part = slice(first, first + _PAIRS)
        found[part] = rows[left[part]].multiply(beside[right[part]]).sum(axis=1)
    return found


def _filled(rows: csr_array) -> npt.NDArray[np.bool_]:
    return np.asarray(np.diff(rows.indptr) > 0)


def _agencies(corpus: Corpus, lexicon: Lexicon) -> re.Pattern[str]:
    """Return what finds names of agencies in texts: whose something is does not say what it does.

    An acronym that also means a function ("dukcapil") stays.
    """
    called = {*corpus.agencies, *(entry.agency for entry in corpus.entries)}
    own = {words for name in called if (words := fold_words(name))}
    usual = {tuple(long.split()) for long in ACRONYMS.values()}
    short = {(one,) for one in ACRONYMS if not lexicon.is_phrase(one)}
    every = sorted(own | usual | short, key=lambda words: (-len(words), words))
    spelt = "|".join(r"[\s,/&]+(?:dan\s+)?".join(map(re.escape, words)) for words in every)
    return re.compile(rf"\b(?:{spelt})\b", re.I)


def _as_given(document: Sequence[str]) -> Sequence[str]:
    return document


def _meets(entry: Entry, name: Named, national: Iterable[NationalApplication]) -> Iterator[str]:
    yield from (f"acronym {one}" for one in name.acronyms)
    yield from (f"national {fold(one.abbreviation)}" for one in national)
    yield from (f"flow {min(entry.uid, other)} {max(entry.uid, other)}" for other in entry.linked)
    if entry.site:
        yield f"address {entry.site}"
    if name.site:
        yield f"website {entry.scope}"


def _says(text: str, entry: Entry) -> bool:
    """Whether a text says more than nothing, or than the name again."""
    folded = fold(text)
    return folded not in _BLANKS and folded not in (fold(entry.name), fold(entry.abbreviation))


def _steps(code: str) -> list[str]:
    """Return a code with all codes above it: RAB.09, RAB.09.06, RAB.09.06.03."""
    parts = code.strip().split(" ")[0].strip(".,;:").upper().split(".")
    return [".".join(parts[:length]) for length in range(2, len(parts) + 1)]
