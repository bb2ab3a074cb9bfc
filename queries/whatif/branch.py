"""A branch: a snapshot with changes tried on it. It is a snapshot too; the store is not touched."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from model.text import Text
from queries.snapshot.snapshot import Snapshot, patched
from queries.whatif.changes import AddElement, Change


@dataclass(frozen=True, slots=True)
class Changed:
    """What of a branch is new or other than in its base: elements by uid, relations by id."""

    elements: frozenset[str]
    relations: frozenset[str]


@dataclass(frozen=True, eq=False, kw_only=True)
class Branch:
    """A snapshot and the changes to try, each on what the ones before it made."""

    base: Snapshot
    changes: tuple[Change, ...] = ()

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot with all changes, of the revision of the base.

        Raises:
            UnknownElement: a change names an element that is not there.
            RefusedQuestion: a change cannot be made.
        """
        return self._made[0]

    @property
    def changed(self) -> Changed:
        """What the changes touch."""
        return self._made[1]

    @cached_property
    def _made(self) -> tuple[Snapshot, Changed]:
        found, elements, relations = self.base, set[str](), set[str]()
        for change in self.changes:
            rows = change.rows(found)
            elements.update(rows.elements.uid, rows.elements_gone)
            relations.update(rows.relations.id, rows.relations_gone)
            found = patched(found, rows, found.revision)
        return found, Changed(frozenset(elements), frozenset(relations))

    def told(self) -> list[Text]:
        """Return the changes as sentences."""
        return [change.told(self.named, self.base.metamodel) for change in self.changes]

    def named(self, uid: str) -> str:
        """Return what an element is called, a new one too; its uid if there is none."""
        at = self.base.positions.get(uid)
        return self._new.get(uid, uid) if at is None else self.base.elements.name[at]

    @cached_property
    def _new(self) -> Mapping[str, str]:
        return {change.uid: change.name for change in self.changes if isinstance(change, AddElement)}

    @property
    def concerned(self) -> tuple[str, ...]:
        """The uids of the elements of the base that the changes are about, each once."""
        named = dict.fromkeys(uid for change in self.changes for uid in change.concerned)
        return tuple(uid for uid in named if uid in self.base.positions)
