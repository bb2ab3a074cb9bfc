"""The comparison that commands and pages ask: a kind of element, the knowledge there is, the present weights."""

from model.faults import RefusedQuestion
from model.kinds import ElementKind
from model.knowledge import Knowledge
from model.metamodel.metamodel import Metamodel
from model.text import Text
from queries.redundancy.corpus import corpus_of
from queries.redundancy.engine import Comparison, compare
from queries.redundancy.lexicon import Lexicon
from queries.redundancy.scoring import Weights
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store
from seed.lexicon import shipped_knowledge


def knowledge_of(store: Store) -> Knowledge:
    """Return what is known: the shipped tables."""
    return shipped_knowledge()


def comparison_of(store: Store, snapshot: Snapshot, kind: ElementKind) -> Comparison:
    """Return all likely pairs of elements of a kind.

    Raises:
        RefusedQuestion: such elements are not compared.
    """
    check_comparable(snapshot.metamodel, kind)
    return compare(corpus_of(store, snapshot, kind), Lexicon(knowledge_of(store)), Weights())


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
