"""The evidence of decisions: taken when they are made, and read again as lessons for the weights."""

from collections.abc import Iterable, Iterator

import numpy as np

from model.decision import Basis, Decision, standing
from model.kinds import ElementKind
from model.knowledge import Knowledge
from queries.redundancy.corpus import corpus_of
from queries.redundancy.engine import Comparison, Pair, evidence_of, weighed
from queries.redundancy.evidence import ALL, COLUMN, Floats
from queries.redundancy.features import Features, features_of
from queries.redundancy.learning import Lessons, lessons_of
from queries.redundancy.scoring import ENGINE, Weights
from queries.redundancy.words.lexicon import Lexicon
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store

_DIGITS = 6


def basis_of(pair: Pair) -> Basis:
    """Return a pair that somebody looks at as the basis of a decision on it."""
    return Basis(
        evidence={
            one.value: round(float(pair.evidence[COLUMN[one]]), _DIGITS)
            for one in ALL
            if not np.isnan(pair.evidence[COLUMN[one]])
        },
        undescribed=pair.undescribed,
        score=round(pair.score, _DIGITS),
        engine=ENGINE,
    )


def basis_between(
    store: Store, snapshot: Snapshot, knowledge: Knowledge, ends: tuple[str, str], weights: Weights
) -> Basis | None:
    """Return the evidence between two elements of one kind, given as uids.

    None where they cannot be compared: their kind declares no likeness, or one is retired or not in the
    snapshot yet.
    """
    at = snapshot.positions.get(ends[0])
    if at is None or snapshot.metamodel.kind(snapshot.kind(at)).likeness is None:
        return None
    corpus = corpus_of(store, snapshot, snapshot.kind(at))
    found = pair_between(features_of(corpus, Lexicon(knowledge)), ends, weights)
    return basis_of(found) if found else None


def pair_between(features: Features, ends: tuple[str, str], weights: Weights) -> Pair | None:
    """Return two elements, given as uids, as a pair, likely or not; None if one is not in the corpus."""
    places = {entry.uid: place for place, entry in enumerate(features.corpus.entries)}
    if ends[0] == ends[1] or not places.keys() >= set(ends):
        return None
    left, right = (np.array([place], np.int32) for place in sorted(places[uid] for uid in ends))
    return weighed(features, evidence_of(features, left, right), weights).pair(0)


def lessons_from(made: Iterable[Decision], present: Comparison | None = None) -> Lessons:
    """Return what decisions on applications teach: duplicate and overlap the one, distinct the other.

    Evidence that another engine noted, or none, is read from the present comparison; where that does not
    have the pair the decision is left out, and so is what was postponed.
    """
    counting = sorted(standing(made).values(), key=lambda decision: decision.id)
    return lessons_of(list(_taught(counting, present)))


def _taught(counting: Iterable[Decision], present: Comparison | None) -> Iterator[tuple[Floats, float, bool]]:
    entries = present.corpus.entries if present else ()
    places = {entry.uid: place for place, entry in enumerate(entries)}
    for decision in counting:
        same = decision.verdict.same
        if same is None or decision.kind is not ElementKind.APPLICATION:
            continue
        basis = decision.basis
        if basis is None or not basis.evidence or basis.engine != ENGINE:
            basis = _read_again(decision, present, places)
        if basis is not None:
            yield _row(basis), basis.undescribed, same


def _read_again(decision: Decision, present: Comparison | None, places: dict[str, int]) -> Basis | None:
    ends = [places[uid] for uid in decision.pair if uid in places]
    if present is None or len(ends) < 2:
        return None
    row = present.row_of(*ends)
    if row is not None:
        return basis_of(present.pair(row))
    pair = pair_between(present.features, decision.pair, present.weights)
    return basis_of(pair) if pair else None


def _row(basis: Basis) -> Floats:
    return np.array([basis.evidence.get(one.value, np.nan) for one in ALL], np.float32)
