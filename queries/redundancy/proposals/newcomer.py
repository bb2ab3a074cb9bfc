"""One more element beside a corpus that is ready: compared in its spaces, without fitting them again."""

import re
from collections.abc import Collection, Iterator, Sequence
from copy import copy
from dataclasses import replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, vstack

from queries.redundancy.corpus import Entry
from queries.redundancy.engine import Comparison, evidence_of, weighed
from queries.redundancy.evidence import COLUMN, NEIGHBOURS, Evidence, Floats, Indices, Table
from queries.redundancy.features import Features
from queries.redundancy.profiles import Profile
from queries.redundancy.scoring import Weights
from queries.redundancy.spaces import AnySpace, CodeSpace, CompanySpace, Space, TopicSpace, trigrams
from queries.redundancy.words.lexicon import plain_words

MOST = 200  # elements looked at closely
_SENTENCES = re.compile(r"[.;\n\u2022]\s+")
_SAME_WORDS = 0.7  # share of common words from which two texts are one, where they differ in filler only
_FEWEST_WORDS = 4  # of a text that says enough to be told from others
_OneSpace = TypeVar("_OneSpace", Space, CodeSpace, TopicSpace, CompanySpace)


def beside(comparison: Comparison, entry: Entry, most: int = MOST, told: Collection[str] = ()) -> Comparison:
    """Return one more element compared with those of a comparison that are likeliest to be like it.

    The corpus of the answer has at most `most` elements in their order, and the new one last: in each pair it
    is the right one. Terms keep the weight they have in the corpus; one that is new weighs as the rarest.
    told: functions that it is known to do beside those that its profile tells. A proposal for another
    platform is the system that it is a version of, and one in the words of another does the work of that.
    """
    features = comparison.features
    profile = features.profiler.profile(entry)
    profile = replace(profile, functions=(*profile.functions, *sorted({*told} - {*profile.functions})))
    weights = _of_proposals(comparison.weights) if entry.proposed else comparison.weights
    nearest = _nearest(features, profile, weights, most)
    small = _with(features, nearest, (entry, profile))
    left = np.arange(len(nearest), dtype=np.int32)
    right = np.full(len(nearest), len(nearest), np.int32)
    table = evidence_of(small, left, right)
    return weighed(small, _worded_alike(small, table) if entry.proposed else table, weights)


def _of_proposals(weights: Weights) -> Weights:
    """Return the weights under which a version for another platform is the very system, not one beside it."""
    same = weights.evidence[Evidence.SAME_NAME]
    return replace(weights, evidence={**weights.evidence, Evidence.VARIANT: same})


def _worded_alike(features: Features, table: Table) -> Table:
    """Return the evidence with one function for all that the new element describes in the same words.

    Where one of the two speaks of no known function, its words are asked anyway.
    """
    *others, new = features.corpus.entries
    mine = list(_said(features, new))
    same = np.array(
        [any(_one_text(one, two) for one in mine for two in _said(features, other)) for other in others],
        np.bool_,
    )
    values = table.values.copy()
    same &= ~np.isnan(values[:, COLUMN[Evidence.FUNCTION]])
    values[same, COLUMN[Evidence.FUNCTION]] = 1
    values[same, COLUMN[Evidence.OTHER_FUNCTION]] = 0
    return Table(table.left, table.right, values)


def _said(features: Features, entry: Entry) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield of each text of an element, and of each of its sentences, all words and the telling ones."""
    for text in entry.texts:
        for part in dict.fromkeys((text, *_SENTENCES.split(text))):
            yield frozenset(plain_words(part)), frozenset(features.lexicon.words(part))


def _one_text(one: tuple[frozenset[str], frozenset[str]], two: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether two texts say the same in the same words: "satu pintu layanan publik …" has few that tell."""
    if not one[1] or one[1] != two[1] or min(len(one[0]), len(two[0])) < _FEWEST_WORDS:
        return False
    return len(one[0] & two[0]) >= _SAME_WORDS * len(one[0] | two[0])


def _with(features: Features, rows: Indices, new: tuple[Entry, Profile]) -> Features:
    """Return some elements of a corpus and a new one, in the spaces of the whole."""
    entry, profile = new
    beside_terms = zip(features.neighbours, profile.neighbours, strict=True)
    beside_words = zip(features.neighbour_words, profile.neighbour_words, strict=True)
    entries, profiles = features.corpus.entries, features.profiles
    return replace(
        features,
        corpus=replace(features.corpus, entries=(*(entries[at] for at in rows.tolist()), entry)),
        profiles=(*(profiles[at] for at in rows.tolist()), profile),
        names=_appended(features.names, rows, profile.name_terms),
        name_letters=_appended(features.name_letters, rows, trigrams(profile.named.folded)),
        words=_appended(features.words, rows, profile.words),
        letters=_appended(features.letters, rows, trigrams(profile.letters)),
        functions=_appended(features.functions, rows, profile.functions),
        neighbours=tuple(_appended(space, rows, terms) for space, terms in beside_terms),
        neighbour_words=tuple(_appended(space, rows, terms) for space, terms in beside_words),
        codes=_appended(features.codes, rows, profile.codes),
        make=_appended(features.make, rows, profile.make),
        topics=_appended(features.topics, rows, profile.about),
        company=_appended(features.company, rows, profile.about),
    )


def _appended(space: _OneSpace, rows: Indices, document: Sequence[str]) -> _OneSpace:
    small = copy(space)
    small.rows = csr_array(vstack((space.rows[rows], space.beside(document)), format="csr"))
    small.filled = np.append(space.filled[rows], bool(document))
    return small


def _nearest(features: Features, profile: Profile, weights: Weights, most: int) -> Indices:
    """Return the elements with the highest score by what can be told of all at once, in their order."""
    size = len(features.corpus)
    if size <= most:
        return np.arange(size, dtype=np.int32)
    found = np.zeros(size, np.float32)
    for evidence, alike in _quickly(features, profile):
        found += weights.evidence[evidence] * np.minimum(alike, 1)
    best = np.argpartition(-found, most - 1)
    edge = found[best[most - 1]]
    above = np.flatnonzero(found > edge)
    tied = np.flatnonzero(found == edge)[: most - len(above)]  # the first by key: the same in every run
    return np.sort(np.concatenate((above, tied))).astype(np.int32)


def _quickly(features: Features, profile: Profile) -> list[tuple[Evidence, Floats]]:
    name = _alike(features.names, profile.name_terms)
    letters_of_name = _alike(features.name_letters, trigrams(profile.named.folded))
    known = features.functions.filled & bool(profile.functions)
    found = [
        (Evidence.NAME, np.fmax(name, letters_of_name)),
        (Evidence.WORDS, _alike(features.words, profile.words)),
        (Evidence.LETTERS, _alike(features.letters, trigrams(profile.letters))),
        (Evidence.TOPIC, _alike(features.topics, profile.about)),
        (Evidence.COMPANY, np.where(known, 0, _alike(features.company, profile.about))),
        (Evidence.FUNCTION, _alike(features.functions, profile.functions)),
        (Evidence.CODE, _alike(features.codes, profile.codes)),
        (Evidence.ACRONYM, _holding(features, profile.named.acronyms, catalogue=False)),
        (Evidence.CATALOGUE, _holding(features, profile.catalogue, catalogue=True)),
    ]
    for number, column in enumerate(features.corpus.columns):
        if column in NEIGHBOURS:
            same = _alike(features.neighbours[number], profile.neighbours[number])
            words_of = _alike(features.neighbour_words[number], profile.neighbour_words[number])
            found.append((NEIGHBOURS[column], np.fmax(same, words_of)))
    return found


def _alike(space: AnySpace, document: Sequence[str]) -> Floats:
    return _product(space.rows, space.beside(document))


def _product(rows: csr_array, vector: csr_array) -> Floats:
    """Return the product of every row with one vector; only the columns it has are touched."""
    if not vector.nnz:
        return np.zeros(rows.shape[0], np.float32)
    return np.asarray(rows @ vector.toarray()[0], np.float32)


def _holding(features: Features, terms: frozenset[str], *, catalogue: bool) -> npt.NDArray[np.float32]:
    if not terms:
        return np.zeros(len(features.corpus), np.float32)
    those = (one.catalogue if catalogue else one.named.acronyms for one in features.profiles)
    return np.array([not terms.isdisjoint(held) for held in those], np.float32)
