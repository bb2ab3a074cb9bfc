"""Merging as a change to try: one element does the work of others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from model.faults import RefusedQuestion
from model.kinds import Grouping, Layer
from model.metamodel.metamodel import Metamodel
from model.text import Text
from queries.snapshot.coding import RELATION_KINDS
from queries.snapshot.columns import Bools
from queries.snapshot.snapshot import Changes, Snapshot
from queries.snapshot.tabling import tabled_relations
from queries.whatif.changes import Named, retired

_FIRST_NAME = re.compile(r"^\s*[^:/]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """One element does the work of others, which are retired.

    It takes over what depends on them, and the data, flows and parts they work with. It does not take over
    what they stand on (machines, places, networks: it stands on its own) nor whose they are. What ran
    between two of them runs inside it now.
    """

    keep: str
    gone: tuple[str, ...]

    @property
    def concerned(self) -> tuple[str, ...]:
        """The uids of the elements it is about."""
        return self.keep, *self.gone

    def told(self, named: Named, metamodel: Metamodel) -> Text:  # noqa: ARG002 (the shape of all changes)
        """Return the change as a sentence."""
        gone, keep = ", ".join(map(named, self.gone)), named(self.keep)
        return Text(id=f"{gone} digabungkan ke {keep}.", en=f"{gone} merged into {keep}.")

    def rows(self, base: Snapshot) -> Changes:
        """Return by which rows a snapshot with this change differs."""
        check_mergeable(base, self.keep, self.gone)
        keep, gone = base.index(self.keep), [base.index(uid) for uid in self.gone]
        rows = base.relations
        leaving, arriving = np.isin(rows.source, gone), np.isin(rows.target, gone)
        taken = np.where(leaving, taken_over(base), arriving)
        source = np.where(leaving, keep, rows.source)
        target = np.where(arriving, keep, rows.target)
        inside = taken & (source == target)
        moved = np.flatnonzero(taken & ~inside)
        table = tabled_relations(base, moved)
        uid = base.elements.uid
        groups = [
            _told_apart(group, uid[int(rows.source[row])]) if leaving[row] else group
            for row, group in zip(moved.tolist(), table.group, strict=True)
        ]
        table = replace(
            table,
            source=[uid[int(one)] for one in source[moved]],
            target=[uid[int(one)] for one in target[moved]],
            group=groups,
        )
        return Changes(
            elements=retired(base, self.gone),
            relations=table,
            relations_gone=[rows.id[row] for row in np.flatnonzero(inside).tolist()],
        )


def taken_over(snapshot: Snapshot) -> Bools:
    """Return by relation whether what replaces its source has it too: not what the source itself stands on.

    A relation that says whose or of which sort something is (it has no effect on anybody) is not either.
    """
    metamodel, rows = snapshot.metamodel, snapshot.relations
    grouping = [metamodel.relation(kind).grouping for kind in RELATION_KINDS]
    depends = np.array([one is not Grouping.NONE for one in grouping])[rows.kind]
    each = np.array([one is Grouping.EACH for one in grouping])[rows.kind]
    ground = snapshot.of_kinds([spec.kind for spec in metamodel.kinds if spec.layer is Layer.TECHNOLOGY])
    found: Bools = depends & ~(each & ground[rows.target])
    return found


def check_mergeable(snapshot: Snapshot, keep: str, gone: Sequence[str]) -> None:
    """Refuse to merge nothing, an element into itself, or elements of different kinds.

    Raises:
        UnknownElement: one of them is not there. RefusedQuestion: as said.
    """
    kind = snapshot.kind(snapshot.index(keep))
    name = snapshot.elements.name[snapshot.index(keep)]
    if not gone or keep in gone:
        raise RefusedQuestion(
            Text(
                id=f"{name} tidak dapat digabungkan ke dirinya sendiri",
                en=f"{name} cannot be merged into itself",
            ),
            fix=Text(
                id="sebut satu yang diteruskan, lalu yang lain yang dihentikan",
                en="name the one to keep, then others that are given up",
            ),
        )
    for uid in gone:
        other = snapshot.index(uid)
        if snapshot.kind(other) is not kind:
            labels = [snapshot.metamodel.kind(one).label for one in (snapshot.kind(other), kind)]
            raise RefusedQuestion(
                Text(
                    id=f"{snapshot.elements.name[other]} ({labels[0].id}) dan {name} ({labels[1].id}) "
                    "berbeda jenis",
                    en=f"{snapshot.elements.name[other]} ({labels[0].en}) and {name} ({labels[1].en}) are of "
                    "different kinds",
                ),
                fix=Text(
                    id="sebut objek-objek yang sejenis; `simpul show` menampilkan jenisnya",
                    en="name elements of one kind; `simpul show` tells the kind",
                ),
            )


def _told_apart(group: str | None, uid: str) -> str | None:
    """Return a group's name as no other element has it: two groups of one name would become one."""
    if not group or not group.strip():
        return group
    return _FIRST_NAME.sub(lambda found: f"{found[0].strip()}~{uid}", group, count=1)
