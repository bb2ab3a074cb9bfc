"""How fragile targets are: what takes them down, the heaviest weak points, and redundancy that is none."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from model.kinds import ElementKind
from queries.certificate.document import Document, Origin
from queries.certificate.fragile import Fragile, failure_sets_certificate
from queries.certificate.sections import Exposed
from queries.resilience.common_causes import Common, common_causes
from queries.resilience.completeness import Completion, completion
from queries.resilience.exposure import Concentration, Exposure, concentration, exposure
from queries.resilience.failure_sets import FailureSets, failure_sets
from queries.resilience.fake_redundancy import FakeRedundancy, Fix, cheapest_fix, fake_redundancies
from queries.resilience.importance import Importance
from queries.resilience.order import Order
from queries.resilience.recovery import Offender, Promise, Verdict, offenders, promises
from queries.resilience.recovery_points import Loss, RecoveryPoint, recovery_points
from queries.resilience.single_points import TARGETS, SinglePoints, noticed, single_points
from queries.resilience.unavailability import Unavailability, unavailabilities
from queries.resilience.undecided import Undecided, undecided
from queries.resilience.weak_points import WeakPoint, weak_points
from queries.snapshot.columns import Bools, Longs
from queries.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question about fragility.

    on: the day failures are assumed. targets: uids; every service and process without one. order: elements
    in a failure set at most. kinds: those that may fail; all without one. protected: uids that stay up.
    """

    on: date
    targets: tuple[str, ...] = ()
    order: int = 1
    kinds: frozenset[ElementKind] = frozenset()
    protected: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Fragility:
    """The answer; element indices are those of the snapshot."""

    snapshot: Snapshot
    asked: Asked

    @cached_property
    def targets(self) -> Longs:
        """The targets, ascending; of all that people notice those that are valid on the day."""
        if self.asked.targets:
            return np.array(sorted({self.snapshot.index(uid) for uid in self.asked.targets}), np.int64)
        valid = self.snapshot.requirements(self.asked.on).valid
        return np.flatnonzero(noticed(self.snapshot) & valid)

    @property
    def without_services(self) -> bool:
        """Whether applications stand in for services and processes, of which the store has none."""
        return not self.asked.targets and not self.snapshot.of_kinds(TARGETS).any()

    @cached_property
    def sets(self) -> list[FailureSets]:
        """The minimal failure sets of each target."""
        return failure_sets(
            self.snapshot,
            self.asked.on,
            self.targets,
            self.asked.order,
            may_fail=self._may_fail,
            protected=self._protected,
        )

    @cached_property
    def weak_points(self) -> list[WeakPoint]:
        """What takes targets down, by size of the set, the heaviest first."""
        return weak_points(self.snapshot, self.sets, self._importance.value)

    @cached_property
    def fakes(self) -> list[tuple[FakeRedundancy, Fix | None]]:
        """Fake redundancy of the targets and all that they require, with the cheapest fix of each."""
        closure = set(Order(self.snapshot.requirements(self.asked.on), self.targets).first.tolist())
        found = fake_redundancies(self.snapshot, self.asked.on, self._may_fail, self._protected)
        return [
            (fake, cheapest_fix(self.snapshot, self.asked.on, fake, self._protected))
            for fake in found
            if fake.owner in closure
        ]

    @cached_property
    def undecided(self) -> list[Undecided]:
        """What nobody said of several targets, in the whole store: is one enough, or is each needed?"""
        return undecided(self.snapshot, self.asked.on)

    @cached_property
    def completion(self) -> Completion:
        """How complete the infrastructure links of each agency are, in the whole store."""
        return completion(self.snapshot, self.asked.on)

    @cached_property
    def exposures(self) -> list[Exposure]:
        """How far what one agency gives stops when one element of another fails, the largest share first."""
        return exposure(self._singles, self._importance)

    @cached_property
    def concentrations(self) -> list[Concentration]:
        """The elements on which several agencies depend together, those of most agencies first."""
        return concentration(self._singles, self._importance)

    @cached_property
    def _singles(self) -> SinglePoints:
        return single_points(
            self.snapshot, self.asked.on, self.targets, may_fail=self._may_fail, protected=self._protected
        )

    @cached_property
    def _importance(self) -> Importance:
        return Importance(self.snapshot, self.asked.on)

    @cached_property
    def promises(self) -> list[Promise]:
        """The promised times to recovery of the whole store that cannot be kept, or not known to be."""
        return [one for one in promises(self.snapshot, self.asked.on) if one.verdict is not Verdict.KEPT]

    @cached_property
    def unavailabilities(self) -> list[Unavailability]:
        """How likely each target is down, those that are down for the longest first."""
        found = unavailabilities(
            self.snapshot,
            self.asked.on,
            self.targets,
            may_fail=self._may_fail,
            protected=self._protected,
        )
        return sorted(found, key=lambda one: (-one.least, one.target))

    @cached_property
    def offenders(self) -> list[Offender]:
        """The elements that break promised times to recovery, those that break most of them first."""
        return offenders(self.promises)

    @cached_property
    def recovery_points(self) -> list[RecoveryPoint]:
        """The promised recovery points of the whole store that cannot be kept, or not known to be."""
        found = recovery_points(self.snapshot, self.asked.on)
        return [one for one in found if one.verdict is not Loss.KEPT]

    def common(self, points: Collection[WeakPoint]) -> list[Common]:
        """Return for each weak point what could make all of its elements fail together."""
        return common_causes(self.snapshot, self.asked.on, [point.failed for point in points])

    def certificate(self, origin: Origin, *, availability: bool = False) -> Document:
        """Return the answer with its proof. availability: with how likely each target is down.

        How agencies hang on each other is proved where all single points of all targets are listed.
        """
        whole = not self.asked.targets
        listed = whole and self.asked.order == 1 and all(one.complete for one in self.sets)
        found = Fragile(
            sets=self.sets,
            fakes=[fake for fake, _ in self.fakes],
            unavailabilities=self.unavailabilities if availability else None,
            exposed=self._exposed if listed else None,
            promises=self.promises if whole else None,
            recovery_points=self.recovery_points if whole else None,
        )
        return failure_sets_certificate(
            self.snapshot,
            self.asked.on,
            found,
            origin,
            may_fail=self._may_fail,
            protected=self._protected,
        )

    @property
    def _exposed(self) -> Exposed:
        importance = self._importance.value
        return Exposed(cells=self.exposures, shared=self.concentrations, importance=importance)

    @cached_property
    def _may_fail(self) -> Bools | None:
        return self.snapshot.of_kinds(self.asked.kinds) if self.asked.kinds else None

    @cached_property
    def _protected(self) -> list[int]:
        return sorted(self.snapshot.index(uid) for uid in self.asked.protected)
