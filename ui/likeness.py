"""What commands and pages ask of likeness: a kind compared with the knowledge, weights and decisions there are."""

import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from model.decision import Decision, Verdict, standing
from model.faults import RefusedQuestion
from model.kinds import ElementKind
from model.knowledge import Knowledge
from model.metamodel.metamodel import Metamodel
from model.text import Text
from queries.redundancy.contradictions import consistent
from queries.redundancy.corpus import Corpus, corpus_of
from queries.redundancy.decisions import decisions
from queries.redundancy.engine import Comparison, compare
from queries.redundancy.groups import Grouping, Links, groups_of
from queries.redundancy.lexicon import Lexicon
from queries.redundancy.synonyms import added_phrases
from queries.redundancy.weighting import weights_in_use
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store
from seed.lexicon import shipped_knowledge

_KEPT = 4  # comparisons of this process: a decision changes none of them


@dataclass(frozen=True, eq=False, kw_only=True)
class Similar:
    """Everything there is to say of the likeness of one kind of elements.

    made: all decisions that were not withdrawn. decided: the one that counts for each pair.
    """

    comparison: Comparison
    lexicon: Lexicon
    made: tuple[Decision, ...]
    decided: Mapping[tuple[str, str], Decision]
    grouping: Grouping

    @property
    def knowledge(self) -> Knowledge:
        """What is known of the language, with what people added."""
        return self.lexicon.knowledge


def similar_of(store: Store, snapshot: Snapshot, kind: ElementKind) -> Similar:
    """Return how alike the elements of a kind are, what was decided, and the groups that follow.

    Raises:
        RefusedQuestion: such elements are not compared.
    """
    check_comparable(snapshot.metamodel, kind)
    lexicon = _lexicon(added_phrases(store))
    comparison = _compared(corpus_of(store, snapshot, kind), lexicon, store)
    made = tuple(decisions(store))
    return Similar(
        comparison=comparison,
        lexicon=lexicon,
        made=made,
        decided=standing(made),
        grouping=groups_of(comparison, lexicon.knowledge, _links(made)),
    )


def check_comparable(metamodel: Metamodel, kind: ElementKind) -> None:
    """Refuse a kind whose redundant elements are not looked for.

    Raises:
        RefusedQuestion: it is such a kind.
    """
    if metamodel.kind(kind).likeness is None:
        names = ", ".join(spec.kind.value for spec in metamodel.kinds if spec.likeness is not None)
        label = metamodel.kind(kind).label
        raise RefusedQuestion(
            Text(
                id=f"objek jenis {label.id} tidak dicari kesamaannya",
                en=f"elements of the kind {label.en} are not compared",
            ),
            fix=Text(id=f"pakai salah satu jenis: {names}", en=f"use one of the kinds: {names}"),
        )


def _links(made: tuple[Decision, ...]) -> Links:
    holding = consistent(made)
    return Links(
        must=[one.pair for one in holding if one.verdict is Verdict.DUPLICATE],
        cannot=[one.pair for one in holding if one.verdict is Verdict.DISTINCT],
    )


_LOCK = Lock()
_LEXICONS: OrderedDict[str, Lexicon] = OrderedDict()
_COMPARISONS: OrderedDict[str, Comparison] = OrderedDict()


def _lexicon(added: Mapping[str, str]) -> Lexicon:
    """Return the lexicon with these phrases; it remembers every word it read, so the same one is used again."""
    name = _digest(sorted(added.items()))
    with _LOCK:
        if name not in _LEXICONS:
            _LEXICONS[name] = Lexicon(shipped_knowledge().with_phrases(added))
            _forget(_LEXICONS)
        return _LEXICONS[name]


def _compared(corpus: Corpus, lexicon: Lexicon, store: Store) -> Comparison:
    weights = weights_in_use(store)
    parts = (corpus.entries, sorted(corpus.region), weights, id(lexicon))
    name = _digest(parts)
    with _LOCK:
        if name not in _COMPARISONS:
            _COMPARISONS[name] = compare(corpus, lexicon, weights)
            _forget(_COMPARISONS)
        return _COMPARISONS[name]


def _digest(said: object) -> str:
    return hashlib.blake2b(repr(said).encode(), digest_size=16).hexdigest()


def _forget(kept: OrderedDict[str, Lexicon] | OrderedDict[str, Comparison]) -> None:
    while len(kept) > _KEPT:
        kept.popitem(last=False)
