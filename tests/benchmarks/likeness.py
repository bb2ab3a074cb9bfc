"""How well redundant applications are found on an inventory whose truth is known.

See tests/data/similar_applications/README.md. The shipped weights are fitted on its half `tune`, by MAP
around those measured before on two labelled Indonesian inventories: python -m tests.benchmarks.likeness
prints them. Every figure told is of its half `test`.
"""

import csv
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler
from sklearn.feature_extraction.text import TfidfVectorizer

from model.folding import fold
from model.kinds import ElementKind
from model.knowledge import Knowledge
from queries.redundancy.corpus import Corpus, Entry
from queries.redundancy.engine import Comparison, FindingKind, compare
from queries.redundancy.evidence import AGAINST, Evidence
from queries.redundancy.learning import Lessons, fitted
from queries.redundancy.lexicon import Lexicon
from queries.redundancy.scoring import Weights
from seed.lexicon import shipped_knowledge

DATA = Path(__file__).parents[1] / "data" / "similar_applications"
COLUMNS = ("services", "data", "processes")
REGION = frozenset({"kepulauan", "sagu", "raya"})
POSITIVE = ("identity", "functional", "national")
Bools = npt.NDArray[np.bool_]
Scores = npt.NDArray[np.float64]


# Measured untrained on two labelled Indonesian inventories that are not part of this repository; of evidences
# that were not measured there, what their meaning suggests.
MEASURED = Weights(
    baseline=-6.2,
    undescribed=0.25,
    evidence={
        Evidence.NAME: 2.5,
        Evidence.SAME_NAME: 5.0,
        Evidence.CATALOGUE: 5.0,
        Evidence.COVERED: 2.0,
        Evidence.ACRONYM: 1.0,
        Evidence.WORDS: 3.0,
        Evidence.LETTERS: 3.0,
        Evidence.TOPIC: 3.0,
        Evidence.COMPANY: 2.0,
        Evidence.FUNCTION: 2.0,
        Evidence.SERVICES: 1.5,
        Evidence.DATA: 1.5,
        Evidence.PROCESSES: 1.0,
        Evidence.INTERFACES: 0.5,
        Evidence.SERVERS: 0.2,
        Evidence.CODE: 0.5,
        Evidence.ADDRESS: 2.0,
        Evidence.MAKE: 0.2,
        Evidence.OTHER_FUNCTION: -0.5,
        Evidence.APART: -0.5,
        Evidence.CONFLICT: -3.0,
        Evidence.CONTRAST: -1.5,
        Evidence.WEBSITE: -4.0,
        Evidence.VARIANT: -6.0,
        Evidence.SIBLINGS: -1.0,
        Evidence.NODE: -4.0,
        Evidence.FLOW: -1.0,
    },
)
_HOLD = 4.0  # how strongly they hold; pairs count five times, with five lexicons
_KEPT = 0.2  # of a measured weight against, at least: the near-misses of the set are few
_DRAWN = 0  # the seed of the halves of the lexicon that weights are fitted with; others are measured with


@dataclass(frozen=True, slots=True)
class Quality:
    """How well a ranking of pairs finds the true ones.

    average_precision: of the whole ranking. best_f1: at the best cut. precision, recall: at scores .5 and .8.
    """

    average_precision: float
    best_f1: float
    precision: tuple[float, float]
    recall: tuple[float, float]


@dataclass(frozen=True, eq=False)
class Labelled:
    """Pairs of the test half with their truth. kinds: what each true pair is, blank for the others."""

    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    kinds: npt.NDArray[np.str_]

    @property
    def true(self) -> Bools:
        """Which pairs do the same work."""
        return np.isin(self.kinds, POSITIVE)


@cache
def inventory() -> Corpus:
    """Return the evaluation set as a corpus."""
    entries = [_entry(row) for row in _rows("applications")]
    return Corpus(
        kind=ElementKind.APPLICATION,
        entries=tuple(sorted(entries, key=lambda one: one.key.encode())),
        columns=COLUMNS,
        region=REGION,
    )


def labelled(corpus: Corpus, half: str) -> Labelled:
    """Return all pairs inside one half of the evaluation set."""
    at = {entry.key: place for place, entry in enumerate(corpus.entries)}
    said = {tuple(sorted((at[row["left"]], at[row["right"]]))): row["kind"] for row in _rows("pairs")}
    own = {row["key"]: row["split"] == half for row in _rows("truth")}
    inside = np.array([own[entry.key] for entry in corpus.entries])
    left, right = np.triu_indices(len(corpus), 1)
    keep = inside[left] & inside[right]
    left, right = left[keep].astype(np.int32), right[keep].astype(np.int32)
    kinds = [said.get(pair, "") for pair in zip(left.tolist(), right.tolist(), strict=True)]
    return Labelled(left, right, np.array(kinds))


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


def engine(corpus: Corpus, pairs: Labelled, knowledge: Knowledge) -> Scores:
    """Return the scores that the engine gives to pairs, by what is known."""
    return scores_of(compare(corpus, Lexicon(knowledge)), pairs)


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
    """Yield lexicons with half of the functions: other halves than those that weights are fitted with."""
    return chain.from_iterable(halves(seed) for seed in range(_DRAWN + 1, _DRAWN + 4))


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


def refitted() -> Weights:
    """Return the measured weights, fitted on the tuning half of the evaluation set.

    An inventory has functions that the lexicon lacks: so the same pairs are told with the whole lexicon,
    twice, with each half of it, and with none of its functions.
    """
    corpus = inventory()
    pairs = labelled(corpus, "tune")
    whole = shipped_knowledge()
    lexicons = (whole, whole, *halves(_DRAWN), functionless())
    comparisons = [compare(corpus, Lexicon(known)) for known in lexicons]
    rows = rows_of(comparisons[0], pairs)
    lessons = Lessons(
        values=np.concatenate([one.table.values[rows] for one in comparisons]),
        undescribed=np.concatenate([one.undescribed[rows] for one in comparisons]),
        same=np.tile(pairs.true, len(lexicons)),
        times=np.tile(_independent(corpus, pairs), len(lexicons)),
    )
    return _firm(fitted(lessons, MEASURED, _HOLD))


def _firm(weights: Weights) -> Weights:
    """Return weights of which none against has gone: it also tells what a pair is."""
    least = {one: min(weights.evidence[one], _KEPT * MEASURED.evidence[one]) for one in AGAINST}
    return replace(weights, evidence={**weights.evidence, **least})


def _independent(corpus: Corpus, pairs: Labelled) -> npt.NDArray[np.float32]:
    """Return how much each pair counts: the n pairs of one function are no n independent ones, but √n.

    All true pairs together count as many as they are: else scores would be too low.
    """
    functions = {row["key"]: row["function"] for row in _rows("truth")}
    of = [functions[corpus.entries[place].key] for place in pairs.left.tolist()]
    often = Counter(function for function, true in zip(of, pairs.true, strict=True) if true)
    counted = np.array([often[one] ** -0.5 if one in often else 1.0 for one in of], np.float32)
    counted[~pairs.true] = 1.0
    counted[pairs.true] *= pairs.true.sum() / counted[pairs.true].sum()
    return counted


def enlarged(size: int, seed: int = 1) -> Corpus:
    """Return an inventory of many governments: the evaluation set again and again, with other words in it."""
    base = inventory()
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


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        uid=row["key"],
        key=row["key"],
        name=row["name"],
        scope=row["owner"],
        agency=row["owner"],
        abbreviation=_said(row["abbreviation"]),
        texts=tuple(text for text in (row["description"], row["function"]) if text),
        address=_said(row["url"]),
        make=frozenset(f"technology {part.casefold()}" for part in _several(row["technology"], ",")),
        neighbours={column: {fold(one): one for one in _several(row[column])} for column in COLUMNS},
        codes=tuple(_several(row["reference"])),
    )


def _said(cell: str) -> str:
    return "" if cell.strip() == "-" else cell.strip()


def _several(cell: str, separator: str = ";") -> list[str]:
    return [part.strip() for part in cell.split(separator) if _said(part)]


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    found = refitted()
    print(f"baseline {found.baseline:.1f}, undescribed {found.undescribed:.2f}")
    for name, weight in found.evidence.items():
        print(f"{name.value} {weight:.1f}")
