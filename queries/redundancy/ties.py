"""How two elements that are compared are tied on record: one calls, feeds or replaces the other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum, unique

import numpy as np

from model.decision import pair_of
from model.kinds import RelationKind
from queries.redundancy.corpus import Corpus
from queries.snapshot.coding import RELATION_KINDS
from queries.snapshot.snapshot import Snapshot

Ends = tuple[str, str]


@unique
class TieKind(StrEnum):
    """How one element is tied to the other, what tells most first."""

    REPLACES = "replaces"
    CALLS = "calls"
    RECEIVES = "receives"
    PART = "part"


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """One tie. source: uid of the one that replaces, calls, receives, is a part. through: the interfaces."""

    kind: TieKind
    source: str
    target: str
    through: tuple[str, ...] = ()


def ties_of(snapshot: Snapshot, corpus: Corpus) -> Mapping[Ends, tuple[Tie, ...]]:
    """Return the ties between the elements of a corpus, by their uids, the smaller first."""
    compared = {entry.uid for entry in corpus.entries}
    found: dict[Ends, list[Tie]] = defaultdict(list)
    for tie in (*_replacements(corpus), *_calls(snapshot), *_direct(snapshot)):
        if tie.source != tie.target and compared >= {tie.source, tie.target}:
            found[pair_of(tie.source, tie.target)].append(tie)
    order = list(TieKind)
    return {
        ends: tuple(sorted(ties, key=lambda tie: (order.index(tie.kind), tie.source, tie.target)))
        for ends, ties in found.items()
    }


def replacement(ties: Iterable[Tie]) -> Tie | None:
    """Return the tie by which one of two replaces the other; None where it is not on record."""
    return next((tie for tie in ties if tie.kind is TieKind.REPLACES), None)


def _replacements(corpus: Corpus) -> Iterator[Tie]:
    for entry in corpus.entries:
        yield from (Tie(TieKind.REPLACES, entry.uid, old) for old in sorted(entry.replaces))


def _calls(snapshot: Snapshot) -> Iterator[Tie]:
    # (:Application)-[:CALLS]->(:Interface)-[:EXPOSED_BY]->(:Application)
    offers: dict[int, list[int]] = defaultdict(list)
    for interface, provider in _edges(snapshot, RelationKind.EXPOSED_BY):
        offers[interface].append(provider)
    called: dict[tuple[int, int], set[int]] = defaultdict(set)
    for caller, interface in _edges(snapshot, RelationKind.CALLS):
        for provider in offers.get(interface, ()):
            called[caller, provider].add(interface)
    for (caller, provider), interfaces in called.items():
        names = tuple(sorted({snapshot.names[one] for one in interfaces}))
        yield Tie(TieKind.CALLS, snapshot.uids[caller], snapshot.uids[provider], names)


def _direct(snapshot: Snapshot) -> Iterator[Tie]:
    for source, target in _edges(snapshot, RelationKind.RECEIVES_FROM):
        yield Tie(TieKind.RECEIVES, snapshot.uids[source], snapshot.uids[target])
    for whole, part in _edges(snapshot, RelationKind.COMPOSED_OF):
        yield Tie(TieKind.PART, snapshot.uids[part], snapshot.uids[whole])


def _edges(snapshot: Snapshot, relation: RelationKind) -> Iterator[tuple[int, int]]:
    rows = snapshot.relations
    of = np.flatnonzero(rows.kind == RELATION_KINDS.index(relation))
    return zip(rows.source[of].tolist(), rows.target[of].tolist(), strict=True)
