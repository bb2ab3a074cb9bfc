"""A branch: a snapshot with changes tried on it. It is a snapshot too; the store is not touched."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from model.text import Text
from queries.snapshot.snapshot import Snapshot, patched
from queries.whatif.changes import AddElement, Change


@dataclass(frozen=True, eq=False, kw_only=True)
class Branch:
    """A snapshot and the changes to try, each on what the ones before it made."""

    base: Snapshot
    changes: tuple[Change, ...] = ()

    @cached_property
    def snapshot(self) -> Snapshot:
        """The snapshot with all changes, of the revision of the base.

        Raises:
            UnknownElement: a change names an element that is not there.
            RefusedQuestion: a change cannot be made.
        """
        found = self.base
        for change in self.changes:
            found = patched(found, change.rows(found), found.revision)
        return found

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
