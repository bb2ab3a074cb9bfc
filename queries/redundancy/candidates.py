"""Which pairs are looked at: all of them in one government, and the likely ones where there are too many."""

from collections.abc import Collection, Iterator

import numpy as np
from scipy.sparse import csr_array, csr_matrix
from sparse_dot_topn import sp_matmul_topn

from queries.redundancy.evidence import Indices
from queries.redundancy.features import Features

EVERY_PAIR = 1_500  # elements up to which every pair is looked at: 1.1 million
NEIGHBOURS = 30  # of each element in each way of looking at it
BLOCK = 60  # elements that share an acronym, code or neighbour; a larger block says nothing
_FAINT = 0.05  # likeness below which nothing is near


def candidates(features: Features) -> tuple[Indices, Indices]:
    """Return the pairs worth comparing, as positions left and right, in order; left before right."""
    size = len(features.corpus)
    if size <= EVERY_PAIR:
        left, right = np.triu_indices(size, 1)
        return left.astype(np.int32), right.astype(np.int32)
    found = [
        *map(_nearest, (one.rows for one in (features.words, features.name_letters, features.letters))),
        _nearest(features.topics.rows),
        *(_blocks(terms) for terms in _keys(features)),
    ]
    codes = np.unique(np.concatenate([_coded(one, two, size) for one, two in found]))
    return (codes // size).astype(np.int32), (codes % size).astype(np.int32)


def _coded(one: np.ndarray, two: np.ndarray, size: int) -> np.ndarray:
    different = one != two
    low, high = np.minimum(one, two)[different], np.maximum(one, two)[different]
    return np.unique(low.astype(np.int64) * size + high)


def _nearest(rows: csr_array) -> tuple[np.ndarray, np.ndarray]:
    own = csr_matrix(rows)  # the library takes no sparse arrays yet
    near = sp_matmul_topn(own, own.T.tocsr(), top_n=NEIGHBOURS + 1, threshold=_FAINT).tocoo()
    return near.row, near.col


def _keys(features: Features) -> Iterator[list[Collection[str]]]:
    """What elements may share that is rare: names, addresses, functions, codes, neighbours."""
    profiles = features.profiles
    yield [one.meets for one in profiles]
    yield [one.functions for one in profiles]
    yield [one.codes for one in profiles]
    for column in range(len(features.corpus.columns)):
        yield [one.neighbours[column] for one in profiles]


def _blocks(terms: list[Collection[str]]) -> tuple[np.ndarray, np.ndarray]:
    holders: dict[str, list[int]] = {}
    for at, those in enumerate(terms):
        for term in those:
            holders.setdefault(term, []).append(at)
    ones: list[int] = []
    twos: list[int] = []
    for _, found in sorted(holders.items()):
        if 1 < len(found) <= BLOCK:
            for number, one in enumerate(found):
                ones += [one] * (len(found) - number - 1)
                twos += found[number + 1 :]
    return np.array(ones, np.int64), np.array(twos, np.int64)
