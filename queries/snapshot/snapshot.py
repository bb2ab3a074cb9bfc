"""The snapshot: elements and relations of one revision as arrays, compiled once and patched after edits."""

from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import numpy as np

from model.faults import StoreFault, UnknownElement
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.text import Text
from queries.snapshot.agencies import agencies
from queries.snapshot.coding import (
    ELEMENT_KINDS,
    RELATION_KINDS,
    caps,
    coded_elements,
    coded_relations,
    owner_ranks,
)
from queries.snapshot.columns import (
    ABSENT,
    Bools,
    Elements,
    Ints,
    Longs,
    Relations,
    joined,
    offsets,
    taken,
)
from queries.snapshot.requirements import Requirements, requirements_of
from queries.snapshot.tables import ElementTable, RelationTable


@dataclass(frozen=True, eq=False, kw_only=True)
class Snapshot:
    """The graph at one revision. Element indices follow the order of keys.

    out_ptr: where the relations of each element begin; they are in the order of their source.
    in_ptr, in_relation: the relations that lead to each element. owner: element index, ABSENT
    without one. Immutable and safe to share between threads; what it remembers is derived.
    """

    metamodel: Metamodel
    revision: int
    elements: Elements
    relations: Relations
    out_ptr: Ints
    in_ptr: Ints
    in_relation: Ints
    owner: Ints
    _requirements: dict[tuple[int, int], Requirements] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.elements.kind)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Element index by uid."""
        return {uid: index for index, uid in enumerate(self.uids)}

    @cached_property
    def uids(self) -> list[str]:
        """The uids of all elements, in the order of their keys."""
        return self.elements.uid.all()

    @cached_property
    def keys(self) -> list[str]:
        """The keys of all elements, in order."""
        return self.elements.key.all()

    @cached_property
    def names(self) -> list[str]:
        """The names of all elements, in order."""
        return self.elements.name.all()

    @cached_property
    def agency(self) -> Ints:
        """By element the agency whose it is: that of its owner; element index, ABSENT without one."""
        return agencies(self.elements, self.owner)

    def index(self, uid: str) -> int:
        """Return the index of the element with this uid.

        Raises:
            UnknownElement: no element of the snapshot has it.
        """
        found = self.positions.get(uid)
        if found is None:
            raise UnknownElement(
                Text(
                    id=f"tidak ada objek dengan penanda {uid!r} pada revisi {self.revision}",
                    en=f"no element has the uid {uid!r} at revision {self.revision}",
                ),
                fix=Text(
                    id="muat ulang data dengan `simpul db refresh`, lalu cari lagi",
                    en="read the data anew with `simpul db refresh`, then search again",
                ),
            )
        return found

    def with_key(self, key: str) -> int | None:
        """Return the index of the element with this key; None if there is none."""
        keys, wanted = self.keys, key.encode()
        low = bisect_left(keys, wanted, key=str.encode)  # indices follow the order of the keys' bytes
        return low if low < len(keys) and keys[low] == key else None

    def keyed(self, key: str) -> int:
        """Return the index of the element with this key, which was read from this snapshot.

        Raises:
            KeyError: it was not.
        """
        found = self.with_key(key)
        if found is None:
            raise KeyError(key)
        return found

    def kind(self, index: int) -> ElementKind:
        """Return the kind of an element."""
        return ELEMENT_KINDS[int(self.elements.kind[index])]

    def of_kinds(self, kinds: Collection[ElementKind]) -> Bools:
        """Return by element whether it is of one of these kinds."""
        return np.isin(self.elements.kind, [ELEMENT_KINDS.index(kind) for kind in kinds])

    def requirements(self, on: date) -> Requirements:
        """Return what every element requires on a date; remembered for all days on which it is the same."""
        day = on.toordinal()
        for (first, last), known in list(self._requirements.items()):
            if first <= day <= last:
                return known
        made = requirements_of(self.metamodel, self.elements, self.relations, day)
        self._requirements[made.since, made.until] = made
        return made


def compile_snapshot(
    metamodel: Metamodel, elements: ElementTable, relations: RelationTable, revision: int
) -> Snapshot:
    """Return the snapshot of a graph given as tables.

    Raises:
        StoreFault: a relation leads to an element that is not there.
    """
    columns = coded_elements(elements)
    positions = {uid: index for index, uid in enumerate(columns.uid.all())}
    return _built(metamodel, columns, _linked(relations, positions), revision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What differs from an older revision: rows that are new or changed, and what is gone.

    The relations of an element that is gone are gone too, named or not.
    """

    elements: ElementTable = field(default_factory=ElementTable)
    relations: RelationTable = field(default_factory=RelationTable)
    elements_gone: Collection[str] = ()  # uids
    relations_gone: Collection[str] = ()  # ids

    @property
    def size(self) -> int:
        """How many rows that is."""
        named = (self.elements.uid, self.relations.id, self.elements_gone, self.relations_gone)
        return sum(map(len, named))


def patched(base: Snapshot, changes: Changes, revision: int) -> Snapshot:
    """Return a newer snapshot made from an older one; equal to one compiled from all rows.

    Raises:
        StoreFault: a changed relation leads to an element that is not there.
    """
    touched = {*changes.elements.uid, *changes.elements_gone}
    kept = np.flatnonzero(_others(base.uids, touched))
    both = joined(taken(base.elements, kept), coded_elements(changes.elements))
    order = np.array(_order(both), np.int64)
    columns = taken(both, order)
    positions = {uid: index for index, uid in enumerate(columns.uid.all())}

    moved = np.full(len(base), ABSENT, np.int32)  # old index → new index
    moved[kept] = np.argsort(order)[: len(kept)]
    for uid in changes.elements.uid:
        if uid in base.positions:
            moved[base.positions[uid]] = positions[uid]
    ended = {*changes.relations.id, *changes.relations_gone}
    rows = base.relations
    staying = (moved[rows.source] != ABSENT) & (moved[rows.target] != ABSENT)
    if ended:
        staying &= _others(rows.id.all(), ended)
    rows = taken(rows, np.flatnonzero(staying))
    rows = replace(rows, source=moved[rows.source], target=moved[rows.target])
    added = _linked(changes.relations, positions)
    return _built(base.metamodel, columns, joined(rows, added), revision)


def _others(words: list[str], named: Collection[str]) -> Bools:
    return np.fromiter((word not in named for word in words), np.bool_, len(words))


def _order(elements: Elements) -> list[int]:
    raw = elements.key.raw()
    return sorted(range(len(raw)), key=raw.__getitem__)


def _linked(table: RelationTable, positions: Mapping[str, int]) -> Relations:
    try:
        return coded_relations(table, positions)
    except KeyError as error:
        raise StoreFault(
            Text(
                id=f"hubungan menunjuk objek {error.args[0]!r} yang tidak ada",
                en=f"a relation leads to the element {error.args[0]!r}, which is not there",
            ),
            fix=Text(
                id="baca ulang seluruh data dengan `simpul db refresh`",
                en="read all data anew with `simpul db refresh`",
            ),
        ) from error


def _built(metamodel: Metamodel, elements: Elements, relations: Relations, revision: int) -> Snapshot:
    size = len(elements.kind)
    address = relations.source.astype(np.int64) * len(RELATION_KINDS) + relations.kind
    order = np.argsort(address * max(size, 1) + relations.target, kind="stable")
    rows = taken(relations, order)
    rows = replace(rows, cap=caps(metamodel, elements, rows))
    return Snapshot(
        metamodel=metamodel,
        revision=revision,
        elements=elements,
        relations=rows,
        out_ptr=offsets(rows.source, size),
        in_ptr=offsets(rows.target, size),
        in_relation=np.argsort(rows.target, kind="stable").astype(np.int32),
        owner=_owners(elements, rows),
    )


def _owners(elements: Elements, relations: Relations) -> Ints:
    """Return the owner of each element: the best named, and of several the one with the smallest key."""
    rank = owner_ranks()[relations.kind]
    naming: Longs = np.flatnonzero(rank > 0)
    # the last assignment to an index counts: the worst first
    order = np.lexsort((-relations.target[naming], rank[naming]))
    owners = np.full(len(elements.kind), ABSENT, np.int32)
    owners[relations.source[naming[order]]] = relations.target[naming[order]]
    return owners
