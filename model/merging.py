"""Merging: elements that turned out to be one. The records of each stay its own and are folded together.

A merge is a record GONE → KEEP. Nothing that was said is rewritten, so a merge is undone by silencing its
record, also after later loads: what came in for GONE meanwhile goes back to it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from model.record import Act, Record


@dataclass(frozen=True, slots=True)
class Merge:
    """One element that was merged into another. id: that of its record, which sorts by time."""

    id: str
    load: str
    gone: str  # uid
    keep: str  # uid


@dataclass(frozen=True)
class Merges:
    """The merges that stand, by the uid of the element that is gone; its latest one counts."""

    by_gone: Mapping[str, Merge] = field(default_factory=dict)

    @classmethod
    def of(cls, merges: Iterable[Merge]) -> "Merges":
        """Return these merges, whatever order they come in."""
        return cls({merge.gone: merge for merge in sorted(merges, key=lambda merge: merge.id)})

    def home(self, uid: str) -> str:
        """Return the uid of the element that one is part of now: itself, unless it was merged away."""
        passed = {uid}
        while (merge := self.by_gone.get(uid)) is not None and merge.keep not in passed:
            uid = merge.keep
            passed.add(uid)
        return uid

    def family(self, home: str) -> frozenset[str]:
        """Return the uids whose records make up an element; none where it was merged away itself."""
        if self.home(home) != home:
            return frozenset()
        return self._families.get(home, frozenset()) | {home}

    def until(self, load: str) -> "Merges":
        """Return the merges as they stood after a load."""
        return Merges({gone: merge for gone, merge in self.by_gone.items() if merge.load <= load})

    def without(self, load: str) -> "Merges":
        """Return the merges that other loads said."""
        return Merges({gone: merge for gone, merge in self.by_gone.items() if merge.load != load})

    def with_records(self, added: Iterable[Record], dropped: Iterable[Record] = ()) -> "Merges":
        """Return the merges as they stand with further records, and without some."""
        lost = {record.id for record in dropped}
        standing = [merge for merge in self.by_gone.values() if merge.id not in lost]
        return Merges.of((*standing, *merges_in(added)))

    @cached_property
    def _families(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for gone in self.by_gone:
            found.setdefault(self.home(gone), set()).add(gone)
        return {home: frozenset(uids) for home, uids in found.items()}


def merges_in(records: Iterable[Record]) -> list[Merge]:
    """Return the merges that records say."""
    return [
        Merge(record.id, record.load, record.uid, str(record.other))
        for record in records
        if record.act is Act.MERGE
    ]
