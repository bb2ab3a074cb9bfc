"""The changes one can try on one element: move, add, put a spare beside, retire, have a new one.

Each is a value that names elements by uid, tells itself as a sentence, and says by which rows a snapshot with
it differs from one without. None of them writes anything.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Protocol

import numpy as np

from model.faults import RefusedQuestion
from model.kinds import ElementKind, RelationKind, Status
from model.metamodel.metamodel import Metamodel
from model.need import ANY
from model.text import Text
from queries.snapshot.coding import RELATION_KINDS, STATUSES
from queries.snapshot.columns import Longs
from queries.snapshot.snapshot import Changes, Snapshot
from queries.snapshot.tables import ElementTable, RelationTable
from queries.snapshot.tabling import tabled_elements, tabled_relations

Named = Callable[[str], str]  # what an element is called, by uid
SPARE_GROUP = "cadangan"


class Change(Protocol):
    """One change to try."""

    @property
    def concerned(self) -> tuple[str, ...]:
        """The uids of the elements it is about."""
        ...

    def told(self, named: Named, metamodel: Metamodel) -> Text:
        """Return the change as a sentence."""
        ...

    def rows(self, base: Snapshot) -> Changes:
        """Return by which rows a snapshot with this change differs from one without.

        Raises:
            UnknownElement: an element it names is not there. RefusedQuestion: it cannot be made there.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An element depends on another target, by all its relations of one kind to the present one."""

    source: str
    relation: RelationKind
    target: str
    to: str

    @property
    def concerned(self) -> tuple[str, ...]:
        """The uids of the elements it is about."""
        return self.source, self.target, self.to

    def told(self, named: Named, metamodel: Metamodel) -> Text:
        """Return the change as a sentence."""
        source, target, to = map(named, self.concerned)
        label = metamodel.relation(self.relation).label
        return Text(
            id=f"{source}: {label.id.lower()} {to}, bukan lagi {target}.",
            en=f"{source}: {label.en.lower()} {to}, no longer {target}.",
        )

    def rows(self, base: Snapshot) -> Changes:
        """Return by which rows a snapshot with this change differs."""
        _check_ends(base, self.source, self.relation, self.to)
        found = _between(base, self.source, self.relation, self.target)
        table = tabled_relations(base, found)
        return Changes(relations=replace(table, target=[self.to] * len(found)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """An element depends on one more; group, need: as a row of relations states them."""

    source: str
    relation: RelationKind
    target: str
    group: str | None = None
    need: str | None = None

    @property
    def concerned(self) -> tuple[str, ...]:
        """The uids of the elements it is about."""
        return self.source, self.target

    def told(self, named: Named, metamodel: Metamodel) -> Text:
        """Return the change as a sentence."""
        label = metamodel.relation(self.relation).label
        source, target = map(named, self.concerned)
        said = " ".join(part for part in (self.group, self.need) if part)
        group = Text(id=f" (grup {said})", en=f" (group {said})") if said else None
        return Text(
            id=f"{source}: juga {label.id.lower()} {target}{group.id if group else ''}.",
            en=f"{source}: also {label.en.lower()} {target}{group.en if group else ''}.",
        )

    def rows(self, base: Snapshot) -> Changes:
        """Return by which rows a snapshot with this change differs."""
        _check_ends(base, self.source, self.relation, self.target)
        return Changes(relations=_one_relation(self, self.group, self.need))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spare:
    """An element gets a spare beside a target: either of the two is enough.

    A target that is in a redundancy group already gets one more member of that group, whose need stays.
    """

    source: str
    relation: RelationKind
    target: str
    spare: str

    @property
    def concerned(self) -> tuple[str, ...]:
        """The uids of the elements it is about."""
        return self.source, self.target, self.spare

    def told(self, named: Named, metamodel: Metamodel) -> Text:
        """Return the change as a sentence."""
        source, target, spare = map(named, self.concerned)
        label = metamodel.relation(self.relation).label
        return Text(
            id=f"{source}: {label.id.lower()} {target} dengan cadangan {spare}.",
            en=f"{source}: {label.en.lower()} {target} with {spare} as a spare.",
        )

    def rows(self, base: Snapshot) -> Changes:
        """Return by which rows a snapshot with this change differs."""
        _check_ends(base, self.source, self.relation, self.spare)
        found = _between(base, self.source, self.relation, self.target)
        table = tabled_relations(base, found)
        grouped = next((group for group in table.group if group), None)
        if grouped is not None:
            return Changes(relations=_one_relation(self, grouped, None))
        name = f"{SPARE_GROUP}-{_id(self)[:6]}"
        old = replace(table, group=[name] * len(found), need=[str(ANY)] * len(found))
        return Changes(relations=_stacked(old, _one_relation(self, name, str(ANY))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Retire:
    """An element is switched off; what depends on it has it no longer."""

    element: str

    @property
    def concerned(self) -> tuple[str, ...]:
        """The uids of the elements it is about."""
        return (self.element,)

    def told(self, named: Named, metamodel: Metamodel) -> Text:  # noqa: ARG002 (the shape of all changes)
        """Return the change as a sentence."""
        name = named(self.element)
        return Text(id=f"{name} dihentikan.", en=f"{name} is retired.")

    def rows(self, base: Snapshot) -> Changes:
        """Return by which rows a snapshot with this change differs."""
        return Changes(elements=retired(base, (self.element,)))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddElement:
    """There is one more element, such as a second site; one that is planned is there now."""

    uid: str
    key: str
    kind: ElementKind
    name: str
    scope: str

    @property
    def concerned(self) -> tuple[str, ...]:
        """The uids of the elements it is about."""
        return (self.uid,)

    def told(self, named: Named, metamodel: Metamodel) -> Text:  # noqa: ARG002 (it is not there to be named)
        """Return the change as a sentence."""
        label = metamodel.kind(self.kind).label
        return Text(id=f"Baru: {self.name} ({label.id}).", en=f"New: {self.name} ({label.en}).")

    def rows(self, base: Snapshot) -> Changes:
        """Return by which rows a snapshot with this change differs."""
        at = base.positions.get(self.uid)
        if at is not None and STATUSES[base.elements.status[at]] is Status.PLANNED:
            table = tabled_elements(base, np.array([at]))
            return Changes(elements=replace(table, status=[Status.ACTIVE.value], valid_from=[None]))
        if at is not None or self.key in base.keys:
            raise RefusedQuestion(
                Text(id=f"objek {self.key} sudah ada", en=f"the element {self.key} is there already"),
                fix=Text(id="beri nama lain, atau pakai yang ada", en="give another name, or use that one"),
            )
        table = ElementTable(
            uid=[self.uid],
            key=[self.key],
            kind=[self.kind.value],
            name=[self.name],
            scope=[self.scope],
            status=[Status.ACTIVE.value],
            valid_from=[None],
            valid_to=[None],
            criticality=[None],
            rto_hours=[None],
            rpo_hours=[None],
            restore_hours=[None],
            availability=[None],
            mtbf_hours=[None],
            maintenance_window=[None],
            users=[None],
        )
        return Changes(elements=table)


def retired(base: Snapshot, uids: Sequence[str]) -> ElementTable:
    """Return elements as they are once retired: valid on no day."""
    table = tabled_elements(base, np.array([base.index(uid) for uid in uids], np.int64))
    none = [None] * len(uids)
    return replace(table, status=[Status.RETIRED.value] * len(uids), valid_from=none, valid_to=none)


def _check_ends(base: Snapshot, source: str, relation: RelationKind, target: str) -> None:
    ends = base.index(source), base.index(target)
    spec = base.metamodel.relation(relation)
    if ends[0] == ends[1] or not spec.allows(base.kind(ends[0]), base.kind(ends[1])):
        names = [base.elements.name[one] for one in ends]
        raise RefusedQuestion(
            Text(
                id=f"“{spec.label.id}” tidak mungkin dari {names[0]} ke {names[1]}",
                en=f"“{spec.label.en}” cannot lead from {names[0]} to {names[1]}",
            ),
            fix=Text(
                id="pilih tujuan dari jenis yang diperbolehkan (docs/metamodel.md)",
                en="choose a target of a kind that is allowed (docs/metamodel.md)",
            ),
        )


def _between(base: Snapshot, source: str, relation: RelationKind, target: str) -> Longs:
    """Return the relations of a kind between two elements, of which there is one at least."""
    one, two = base.index(source), base.index(target)
    edges = np.arange(base.out_ptr[one], base.out_ptr[one + 1], dtype=np.int64)
    rows = base.relations
    found: Longs = edges[(rows.target[edges] == two) & (rows.kind[edges] == RELATION_KINDS.index(relation))]
    if not len(found):
        label = base.metamodel.relation(relation).label
        names = base.elements.name[one], base.elements.name[two]
        raise RefusedQuestion(
            Text(
                id=f"{names[0]} tidak “{label.id.lower()}” {names[1]}",
                en=f"there is no “{label.en.lower()}” from {names[0]} to {names[1]}",
            ),
            fix=Text(id="pilih hubungan yang ada", en="choose a relation that is there"),
        )
    return found


def _one_relation(change: Add | Spare, group: str | None, need: str | None) -> RelationTable:
    return RelationTable(
        id=[f"whatif-{_id(change)}"],
        relation=[change.relation.value],
        source=[change.source],
        target=[change.spare if isinstance(change, Spare) else change.target],
        group=[group],
        need=[need],
        loss=[None],
        weight=[None],
        effect=[None],
        valid_from=[None],
        valid_to=[None],
        users=[None],
    )


def _id(change: Add | Spare) -> str:
    return sha256(repr(change).encode()).hexdigest()[:16]


def _stacked(one: RelationTable, two: RelationTable) -> RelationTable:
    """Return the rows of both; a qualifier that one of them does not have is blank there."""
    names = {*one.qualifiers, *two.qualifiers}
    columns = {
        name: [*getattr(one, name), *getattr(two, name)]
        for name in RelationTable.__slots__
        if name != "qualifiers"
    }
    qualifiers = {
        name: [value for table in (one, two) for value in table.qualifiers.get(name, [None] * len(table.id))]
        for name in names
    }
    return RelationTable(**columns, qualifiers=qualifiers)
