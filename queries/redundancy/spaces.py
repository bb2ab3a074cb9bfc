"""Ways of looking at elements: spaces of weighted terms in which like elements lie close."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize
from sparse_dot_topn import sp_matmul_topn

from queries.redundancy.evidence import Floats, Indices
from queries.redundancy.words.lexicon import Lexicon

_TOPICS = 10  # functions to which an element is close at most
_FAINT = 0.01  # likeness to a function below which it is none
_SHARPER = 3  # power: the closest functions count, not the many that share a word
_COMPANY = 5  # elements whose words are read with those of one, itself among them
_DENSE = 0.02  # share of all pairs from which whole rows are multiplied rather than single pairs
_ROWS = 2_000  # of pairs multiplied at once, or of elements
_PAIRS = 200_000


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
        self._often = often
        self._bits = {code: np.log2(count / times) for code, times in often.items()}
        self._most = float(np.log2(count / 2)) or 1.0  # bits of a code that two elements have
        self._places = {code: place for place, code in enumerate(sorted(often))}
        self.rows = self._matrix(documents)
        self.filled = _filled(self.rows)

    def of(self, document: Sequence[str]) -> csr_array:
        """Return another element's vector."""
        return self._matrix([document])

    beside = of

    def common(self, one: Sequence[str], two: Sequence[str]) -> dict[str, int]:
        """Return the codes that two elements have in common, to how many have each; the rarest first.

        Of a code and the one above it only the narrower, which holds the other's bits.
        """
        both = set(one).intersection(two, self._bits)
        above = {code.rpartition(".")[0] for code in both}
        return {
            code: self._often[code]
            for code in sorted(both - above, key=lambda code: (self._often[code], code))
        }

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
        phrases = (*concept.every_phrase, concept.label.id)
        yield sorted(word for phrase in phrases for word in set(lexicon.words(phrase)))


AnySpace = Space | CodeSpace | TopicSpace | CompanySpace


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


def cosine(space: AnySpace, left: Indices, right: Indices) -> Floats:
    """Return how alike pairs of elements are in a space; missing where one of the two has nothing there."""
    found = dots(space.rows, left, right)
    found[~(space.filled[left] & space.filled[right])] = np.nan
    return found


def sparse(rows: Sequence[Mapping[int, float]], width: int) -> csr_array:
    """Return rows of place to value as a sparse array."""
    ends = np.cumsum([0, *map(len, rows)])
    places = np.array([place for row in rows for place in row], np.int64)
    values = np.array([value for row in rows for value in row.values()], np.float32)
    return csr_array((values, places, ends), shape=(len(rows), width))


def _filled(rows: csr_array) -> npt.NDArray[np.bool_]:
    return np.asarray(np.diff(rows.indptr) > 0)


def _as_given(document: Sequence[str]) -> Sequence[str]:
    return document
