"""Merging: elements that turned out to be one. The records of each stay its own and are folded together.

A merge is a record GONE → KEEP. Nothing that was said is rewritten, so a merge is undone by silencing its
record, also after later loads: what came in for GONE meanwhile goes back to it.

Where GONE is an agency that gives its name to a scope, that scope counts as the scope of KEEP. The elements
in it keep their keys, which are addresses; whose they are follows (docs/identity.md).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from model.element import Element
from model.record import Act, Record


@dataclass(frozen=True, slots=True)
class Merge:
    """One element that was merged into another. id: that of its record, which sorts by time.

    scope, into: of an agency, the scope it gave its name to, and the one that counts instead.
    """

    id: str
    load: str
    gone: str  # uid
    keep: str  # uid
    scope: str = ""
    into: str | None = None


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
        return _last(self._keeps, uid)

    def family(self, home: str) -> frozenset[str]:
        """Return the uids whose records make up an element; none where it was merged away itself."""
        if self.home(home) != home:
            return frozenset()
        return self._families.get(home, frozenset()) | {home}

    @cached_property
    def scopes(self) -> Mapping[str, str]:
        """The scopes that count as another one, each with the one that counts instead."""
        step = {merge.scope: merge.into for merge in self.by_gone.values() if merge.into}
        return {scope: home for scope in step if (home := _last(step, scope)) != scope}

    def one_with(self, scope: str) -> list[str]:
        """Return the scopes that count as one with a scope, the one that counts first."""
        home = self.scopes.get(scope, scope)
        return [home, *sorted(one for one, other in self.scopes.items() if other == home)]

    def placed(self, element: Element) -> Element:
        """Return an element in the scope that counts; its key stays."""
        return replace(element, scope=self.scopes.get(element.address, element.address))

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
    def _keeps(self) -> Mapping[str, str]:
        return {gone: merge.keep for gone, merge in self.by_gone.items()}

    @cached_property
    def _families(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for gone in self.by_gone:
            found.setdefault(self.home(gone), set()).add(gone)
        return {home: frozenset(uids) for home, uids in found.items()}


def _last(step: Mapping[str, str], start: str) -> str:
    """Follow a chain to its end; where it comes back to itself, to the last before that."""
    here, passed = start, {start}
    while (following := step.get(here)) is not None and following not in passed:
        here = following
        passed.add(here)
    return here


def merges_in(records: Iterable[Record]) -> list[Merge]:
    """Return the merges that records say."""
    return [
        Merge(record.id, record.load, record.uid, str(record.other), record.scope, record.into)
        for record in records
        if record.act is Act.MERGE
    ]
