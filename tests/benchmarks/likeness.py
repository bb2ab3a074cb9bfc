"""How well a ranking of pairs finds those that do the same work: by the engine, and by plain likeness."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler
from sklearn.feature_extraction.text import TfidfVectorizer

from model.knowledge import Knowledge
from queries.redundancy.corpus import Corpus
from queries.redundancy.engine import Comparison, FindingKind, compare
from queries.redundancy.scoring import Weights
from queries.redundancy.words.lexicon import Lexicon
from seed.lexicon import shipped_knowledge
from tests.benchmarks.inventories import SAGU_RAYA, Bools, Labelled, inventory

Scores = npt.NDArray[np.float64]

_OTHERS = 3  # draws of halves of the lexicon that are measured


@dataclass(frozen=True, slots=True)
class Quality:
    """How well a ranking of pairs finds the true ones.

    average_precision: of the whole ranking. best_f1: at the best cut. precision, recall: at scores .5 and .8.
    """

    average_precision: float
    best_f1: float
    precision: tuple[float, float]
    recall: tuple[float, float]


def quality(true: Bools, scores: Scores) -> Quality:
    """Return how well scores rank the true pairs before the others; ties count as they stand."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(true[order])
    precision = hits / np.arange(1, len(hits) + 1)
    recall = hits / max(1, int(true.sum()))
    cuts = [scores >= cut for cut in (0.5, 0.8)]
    return Quality(
        average_precision=float(precision[true[order]].mean()),
        best_f1=float((2 * precision * recall / np.maximum(precision + recall, 1e-12)).max()),
        precision=tuple(float(true[cut].mean()) if cut.any() else float("nan") for cut in cuts),  # type: ignore[arg-type]
        recall=tuple(float(true[cut].sum() / true.sum()) for cut in cuts),  # type: ignore[arg-type]
    )


def mean(several: Iterable[Quality]) -> Quality:
    """Return the mean of some qualities."""
    rows = [(one.average_precision, one.best_f1, *one.precision, *one.recall) for one in several]
    found = np.mean(rows, axis=0).tolist()
    return Quality(found[0], found[1], (found[2], found[3]), (found[4], found[5]))


def methods() -> dict[str, Callable[[Corpus, Labelled], Scores]]:
    """Return the rankings that the engine is compared with, by name."""
    return {
        "TF-IDF of all text": _tfidf,
        "Jaro-Winkler of names": _jaro_winkler,
        "token-set ratio of names": _token_set,
    }


def scores_of(comparison: Comparison, pairs: Labelled) -> Scores:
    """Return the scores that a comparison gives to pairs; every pair was looked at."""
    return comparison.scores[rows_of(comparison, pairs)]


def engine(corpus: Corpus, pairs: Labelled, knowledge: Knowledge, weights: Weights | None = None) -> Scores:
    """Return the scores that the engine gives to pairs, by what is known."""
    return scores_of(compare(corpus, Lexicon(knowledge), weights), pairs)


def rows_of(comparison: Comparison, pairs: Labelled) -> npt.NDArray[np.int64]:
    """Return the rows of pairs in the table of a comparison; every pair was looked at."""
    ends = zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
    return np.array([comparison.row_of(one, two) for one, two in ends], np.int64)


def called(comparison: Comparison, pairs: Labelled, at_least: float) -> Iterator[tuple[str, FindingKind]]:
    """Yield, of the pairs with at least this score, what each is and what it is called."""
    scores = scores_of(comparison, pairs)
    for place in np.flatnonzero(scores >= at_least).tolist():
        row = comparison.row_of(int(pairs.left[place]), int(pairs.right[place]))
        if row is not None:
            yield str(pairs.kinds[place]), comparison.pair(row).kind


def halves(seed: int) -> tuple[Knowledge, Knowledge]:
    """Return the shipped knowledge twice, each without one half of its functions, drawn at random."""
    names = [concept.name for concept in shipped_knowledge().concepts]
    drawn = np.random.default_rng(seed).permutation(names).tolist()
    return lacking(drawn[: len(drawn) // 2]), lacking(drawn[len(drawn) // 2 :])


def less() -> Iterator[Knowledge]:
    """Yield lexicons with half of the functions, drawn at random."""
    return chain.from_iterable(halves(seed) for seed in range(_OTHERS))


def functionless() -> Knowledge:
    """Return the shipped knowledge without any function: words, abbreviations and filler are known."""
    return lacking([concept.name for concept in shipped_knowledge().concepts])


def lacking(functions: Collection[str]) -> Knowledge:
    """Return the shipped knowledge as if nobody had thought of some functions."""
    known, gone = shipped_knowledge(), frozenset(functions)
    national = (
        replace(one, concepts=tuple(name for name in one.concepts if name not in gone))
        for one in known.national
    )
    return replace(
        known,
        concepts=tuple(concept for concept in known.concepts if concept.name not in gone),
        national=tuple(national),
    )


def enlarged(size: int, seed: int = 1) -> Corpus:
    """Return an inventory of many governments: the evaluation set again and again, with other words in it."""
    base = inventory(SAGU_RAYA.folder)
    dice = np.random.default_rng(seed)
    words = sorted({word for one in base.entries for text in (one.name, *one.texts) for word in text.split()})

    def other(text: str) -> str:
        return " ".join(w if dice.random() < 0.6 else words[dice.integers(len(words))] for w in text.split())

    made = []
    for number in range(size):
        one, round_ = base.entries[number % len(base)], number // len(base)
        beside = {
            column: {f"{round_}-{uid}": name for uid, name in found.items()}
            for column, found in one.neighbours.items()
        }
        made.append(
            replace(
                one,
                uid=f"{round_}-{one.uid}",
                key=f"g{round_}:{one.key}",
                government=f"g{round_}",
                name=other(one.name),
                texts=tuple(other(text) for text in one.texts),
                neighbours=beside,
            )
        )
    return replace(base, entries=tuple(sorted(made, key=lambda one: one.key.encode())))


def _tfidf(corpus: Corpus, pairs: Labelled) -> Scores:
    texts = [" ".join((one.name, one.abbreviation, *one.texts)) for one in corpus.entries]
    rows = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    return (rows @ rows.T).toarray()[pairs.left, pairs.right]


def _jaro_winkler(corpus: Corpus, pairs: Labelled) -> Scores:
    return _of_names(corpus, pairs, JaroWinkler.normalized_similarity)


def _token_set(corpus: Corpus, pairs: Labelled) -> Scores:
    return _of_names(corpus, pairs, lambda one, two: fuzz.token_set_ratio(one, two) / 100)


def _of_names(corpus: Corpus, pairs: Labelled, likeness: Callable[[str, str], float]) -> Scores:
    names = [one.name.casefold() for one in corpus.entries]
    return np.array(
        [likeness(names[a], names[b]) for a, b in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)]
    )
