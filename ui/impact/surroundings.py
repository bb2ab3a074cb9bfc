"""What stands around elements in the snapshot: steps to what they need, and to what needs them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from model.kinds import ElementKind, Grouping, RelationKind
from queries.snapshot.columns import Bools, Ints, Longs, gathered
from queries.snapshot.snapshot import Snapshot

_RELATION_KINDS = tuple(RelationKind)
_ELEMENT_KINDS = tuple(ElementKind)


@dataclass(frozen=True, eq=False, kw_only=True)
class Surroundings:
    """Elements around some centres, nearest first, and the dependencies between them.

    elements: indices in the snapshot. edges: rows of the snapshot's relations. hidden: how many
    elements were left out because there are too many.
    """

    elements: Longs
    edges: Longs
    hidden: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far to look: steps to what is needed and to what needs it, which kinds, and how many at most."""

    needs: int
    serves: int
    kinds: Collection[ElementKind] = ()  # empty: all; walked through all the same
    most: int


def around(snapshot: Snapshot, centres: Sequence[int], expanded: Sequence[int], reach: Reach) -> Surroundings:
    """Return what stands around the centres, and one step around each expanded element."""
    dependency = dependencies(snapshot)
    near = np.array(sorted({*centres, *expanded}), np.int64)
    found: dict[int, int] = {int(index): 0 for index in near}
    for steps, forward in ((reach.needs, True), (reach.serves, False)):
        ring = np.array(sorted(set(centres)), np.int64)
        _walk(snapshot, dependency, ring, steps, forward, found)
    for forward in (True, False):
        _walk(snapshot, dependency, np.array(sorted(set(expanded)), np.int64), 1, forward, found)
    fixed = {*centres, *expanded}
    allowed = [i for i in found if i in fixed or not reach.kinds or _kind(snapshot, i) in reach.kinds]
    order = sorted(allowed, key=lambda index: (index not in fixed, found[index], index))
    kept = np.array(order[: reach.most], np.int64)
    return Surroundings(
        elements=kept, edges=between(snapshot, kept, dependency), hidden=max(0, len(order) - reach.most)
    )


def dependencies(snapshot: Snapshot) -> Bools:
    """Return which relations of the snapshot are dependencies."""
    groupings = [snapshot.metamodel.relation(kind).grouping for kind in _RELATION_KINDS]
    depends = np.array([grouping is not Grouping.NONE for grouping in groupings], np.bool_)
    return np.asarray(depends[snapshot.relations.kind], np.bool_)


def between(snapshot: Snapshot, elements: Longs, wanted: Bools) -> Longs:
    """Return the wanted relations whose both ends are among the elements."""
    inside = np.zeros(len(snapshot), np.bool_)
    inside[elements] = True
    rows = snapshot.relations
    return np.flatnonzero(wanted & inside[rows.source] & inside[rows.target] & (rows.source != rows.target))


def _walk(
    snapshot: Snapshot, wanted: Bools, ring: Longs, steps: int, forward: bool, found: dict[int, int]
) -> None:
    seen = set(ring.tolist())
    for distance in range(1, steps + 1):
        if not len(ring):
            return
        others = np.unique(_neighbours(snapshot, wanted, ring, forward=forward))
        fresh = [index for index in others.tolist() if index not in seen]
        seen.update(fresh)
        for index in fresh:
            found[index] = min(distance, found.get(index, distance))
        ring = np.array(fresh, np.int64)


def _neighbours(snapshot: Snapshot, wanted: Bools, ring: Longs, *, forward: bool) -> Ints:
    pointers = snapshot.out_ptr if forward else snapshot.in_ptr
    rows, _ = gathered(pointers[ring], pointers[ring + 1] - pointers[ring])
    relations = rows if forward else snapshot.in_relation[rows]
    relations = relations[wanted[relations]]
    ends = snapshot.relations.target if forward else snapshot.relations.source
    return ends[relations]


def _kind(snapshot: Snapshot, index: int) -> ElementKind:
    return _ELEMENT_KINDS[int(snapshot.elements.kind[index])]
