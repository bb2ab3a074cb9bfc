"""Consolidating: one element does the work of others of its kind. What it covers, and what becomes fragile.

Asked of applications, of machines and of the places they stand in. Everything but properties of elements
comes from the snapshot and a branch of it with a Merge; nothing is written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from model.availability import FIRST_DAY, State
from model.folding import fold
from model.keys import NATIONAL
from model.kinds import ElementKind, Layer, RelationKind
from model.text import Text
from queries.impact.idle import over, without
from queries.impact.impact import Impact, Scenario, simulate
from queries.resilience.single_points import TARGETS, SinglePoints, single_points
from queries.snapshot.coding import STATUSES
from queries.snapshot.snapshot import Snapshot
from queries.whatif.branch import Branch
from queries.whatif.exposing import ExposureShift, exposure_shifts
from queries.whatif.facts import Facts, edges
from queries.whatif.merge import Merge, check_mergeable
from queries.whatif.outliving import REPLACED, Caution, Term, already_over, caution, ending


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPoint:
    """An element that alone stops targets after the merge which it did not stop before; by uid.

    concentrated: those of the targets that neither the kept element nor any given up stopped alone before:
    they lose a redundancy, the others only lean on another one.
    """

    uid: str
    targets: tuple[str, ...]
    concentrated: tuple[str, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Consolidation:
    """What follows when KEEP does the work of GONE. keep, gone: uids of elements of one kind."""

    base: Snapshot
    keep: str
    gone: tuple[str, ...]
    on: date
    facts: Facts

    @cached_property
    def branch(self) -> Branch:
        """The merge, tried."""
        return Branch(base=self.base, changes=(Merge(keep=self.keep, gone=self.gone),))

    @property
    def kind(self) -> ElementKind:
        """The kind of all of them."""
        return self.base.kind(self.base.index(self.keep))

    @property
    def national(self) -> tuple[str, ...]:
        """Those given up that belong to the national government: a region does not switch them off."""
        scopes = self.base.elements.scope
        return tuple(uid for uid in self.gone if scopes[self.base.index(uid)] == NATIONAL)

    @property
    def carries(self) -> bool:
        """Whether it is a machine or a place, which carries others rather than does their work."""
        return self.base.metamodel.kind(self.kind).layer is Layer.TECHNOLOGY

    @cached_property
    def caution(self) -> Caution | None:
        """Why the kept one cannot take the place of the others for good: it has ended, or is to end."""
        keep, *others = map(self._term, (self.keep, *self.gone))
        return caution(keep, others, self.on) or ending(keep, self.on)

    @cached_property
    def ended(self) -> dict[str, date | None]:
        """Those given up that are in use no more on the day, by uid: their last day, where it is known."""
        past, until = over(self.base, self.on), self.base.elements.until
        places = ((uid, self.base.index(uid)) for uid in self.gone)
        days = {uid: int(until[at]) for uid, at in places if past[at]}
        return {uid: date.fromordinal(last) if last > FIRST_DAY else None for uid, last in days.items()}

    @property
    def cautions(self) -> list[Text]:
        """What is to be thought of first: what does not last, what ended already, what is replaced."""
        base, name = self.base, self.base.names[self.base.index(self.keep)]
        said = [] if self.caution is None else [self.caution.text]
        if self.ended:
            said.append(already_over((base.names[base.index(uid)], last) for uid, last in self.ended.items()))
        # (successor:Application)-[:REPLACES]->(keep:Application)
        for edge in edges(base, self.keep, (RelationKind.REPLACES,), arriving=True):
            said.append(REPLACED.filled(keep=name, successor=base.names[base.index(edge.source)]))
        return said

    def _term(self, uid: str) -> Term:
        at, rows = self.base.index(uid), self.base.elements
        status = STATUSES[rows.status[at]]
        return Term(self.base.names[at], status, int(rows.since[at]), int(rows.until[at]))

    @cached_property
    def bereft(self) -> tuple[str, ...]:
        """The services and processes that have nothing in the place of those given up, by uid."""
        merging = (self.keep, *self.gone)
        before, after = (
            {one.uids[at] for at in without(one, map(one.index, merging), self.on) if one.kind(at) in TARGETS}
            for one in (self.base, self.branch.snapshot)
        )
        return self._ordered(after - before)

    @cached_property
    def work(self) -> tuple[str, ...]:
        """The services and processes of those given up, by uid in the order of keys."""
        return self._uids({one for uid in self.gone for one in self._work_of(uid)})

    @cached_property
    def covered(self) -> tuple[str, ...]:
        """Those that the kept one serves too: the same ones, or ones of the same name."""
        mine = self._work_of(self.keep)
        called = {(self.base.kind(one), fold(self.base.names[one])) for one in mine}
        return tuple(
            uid
            for uid in self.work
            if (at := self.base.positions[uid]) in mine
            or (self.base.kind(at), fold(self.base.names[at])) in called
        )

    @property
    def uncovered(self) -> tuple[str, ...]:
        """Those that it does not serve today."""
        known = set(self.covered)
        return tuple(uid for uid in self.work if uid not in known)

    @property
    def is_known(self) -> bool:
        """Whether any service or process of the kept one is on record: else nothing counts as covered."""
        return bool(self._work_of(self.keep))

    def _work_of(self, uid: str) -> set[int]:
        return self._carried(uid) if self.carries else self._served(uid)

    def _carried(self, uid: str) -> set[int]:
        """What a machine carries: the targets that feel its failure."""
        state = simulate(self.base, Scenario(failed={uid: State.DOWN}, on=self.on)).state
        return set(np.flatnonzero((state > State.UP) & self.base.of_kinds(TARGETS)).tolist())

    def _served(self, uid: str) -> set[int]:
        """The targets that an element serves, and those that these serve in turn."""
        base, found = self.base, set[int]()
        valid = base.requirements(self.on).valid
        pending = [uid]
        while pending:
            for edge in edges(base, pending.pop(), arriving=True):
                at = base.positions[edge.source]
                if base.kind(at) in TARGETS and valid[at] and at not in found:
                    found.add(at)
                    pending.append(edge.source)
        return found

    @cached_property
    def before(self) -> Impact:
        """The impact of losing the kept one today."""
        return simulate(self.base, self._losing_it)

    @cached_property
    def after(self) -> Impact:
        """The impact of losing it after the merge."""
        return simulate(self.branch.snapshot, self._losing_it)

    @property
    def _losing_it(self) -> Scenario:
        return Scenario(failed={self.keep: State.DOWN}, on=self.on)

    def leaning(self, impact: Impact) -> tuple[str, ...]:
        """Return the services and processes that stop with it, by uid in the order of keys."""
        snapshot = impact.snapshot
        found = np.flatnonzero((impact.state == State.DOWN) & snapshot.of_kinds(TARGETS))
        return tuple(snapshot.uids[one] for one in found.tolist())

    @cached_property
    def new_points(self) -> tuple[NewPoint, ...]:
        """The new single points of failure: those that cost most redundancy first, then that stop most."""
        was, now = self._points
        merging = {self.keep, *self.gone}
        leaned = {target for target, alone in was.uids() if alone in merging} | self._without_before
        fresh: dict[str, list[str]] = {}
        for target, alone in sorted(now.beyond(was)):
            fresh.setdefault(alone, []).append(target)
        points = [
            NewPoint(
                uid=alone,
                targets=self._ordered(targets),
                concentrated=self._ordered(one for one in targets if one not in leaned),
            )
            for alone, targets in fresh.items()
        ]
        return tuple(sorted(points, key=self._weight))

    @cached_property
    def _without_before(self) -> set[str]:
        """Targets that hang on what ended already, and on what does: they have no redundancy to lose."""
        base, past = self.base, map(self.base.index, self.ended)
        bare = {base.uids[at] for at in without(base, past, self.on)}
        return bare | {base.uids[at] for uid in bare for at in self._served(uid)}

    @cached_property
    def exposed(self) -> tuple[ExposureShift, ...]:
        """Where agencies hang on other agencies more, or less, after the merge."""
        return exposure_shifts(*self._points, self.on)

    @cached_property
    def _points(self) -> tuple[SinglePoints, SinglePoints]:
        """The single points of failure before and after."""
        return single_points(self.base, self.on), single_points(self.branch.snapshot, self.on)

    def _weight(self, point: NewPoint) -> tuple[int, int, int]:
        return -len(point.concentrated), -len(point.targets), self.branch.snapshot.positions[point.uid]

    def _ordered(self, uids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(uids, key=self.branch.snapshot.positions.__getitem__))

    def _uids(self, indices: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.base.uids[one] for one in sorted(indices))


def consolidation(
    base: Snapshot, keep: str, gone: Sequence[str], on: date, facts: Facts | None = None
) -> Consolidation:
    """Return what follows when one element does the work of others. keep, gone: uids.

    Raises:
        UnknownElement: one of them is not there.
        RefusedQuestion: nothing is given up, KEEP is given up, or they are of different kinds.
    """
    once = tuple(dict.fromkeys(gone))
    check_mergeable(base, keep, once)
    return Consolidation(base=base, keep=keep, gone=once, on=on, facts=facts or Facts())
