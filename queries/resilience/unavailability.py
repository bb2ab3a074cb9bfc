"""How likely targets are down, and how much that hangs on each element (Birnbaum importance).

Elements fail independently of each other, as often as their availability says; what they have in common (a
room, a host, power) is an element of its own and fails for all of them. The target is down where the rule of
docs/availability-rule.md takes it down: exact, by decision diagrams. What nobody stated is not invented: the
least unavailability takes it to never fail, the most takes it to be down always.

Sources: steady-state availability MTBF / (MTBF + MTTR), IEC 61703; importance, Birnbaum 1969.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import prod
from typing import NamedTuple

import numpy as np
from relibmss import BddNode

from model.metamodel.failing import AVAILABILITY
from queries.impact.certainty import lacking
from queries.resilience.deep import on_deep_stack
from queries.resilience.diagrams import Diagrams
from queries.resilience.families import TooManySets
from queries.resilience.single_points import single_points
from queries.resilience.structure import downfall
from queries.snapshot.columns import Bools, Floats, Longs
from queries.snapshot.snapshot import Snapshot

HOURS_A_YEAR = 8760
_NODES = 2_000_000  # of the diagrams of targets that are worked on together
_DIGITS = 12  # to which importances are told apart


class Birnbaum(NamedTuple):
    """One element of a target's minimal failure sets.

    importance: how much likelier the target is down when the element is than when it is not, which is how
    often it alone decides. own: how likely it is down by itself; None where nobody stated it.
    """

    element: int
    importance: float
    own: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unavailability:
    """How likely a target is down at some moment, which is the share of time in which it is.

    least, most: bounds, equal where all is known. elements: those of its minimal failure sets, the most
    important first; their importance holds while what is not known works. unstated: those whose
    availability nobody stated. lacking: those of which an expected dependency is missing. exact: whether all
    combinations are counted; otherwise least counts the single points of failure only.
    """

    target: int
    least: float
    most: float
    elements: tuple[Birnbaum, ...]
    unstated: tuple[int, ...]
    lacking: tuple[int, ...]
    exact: bool

    @property
    def known(self) -> bool:
        """Whether it is known, and not only bounded."""
        return self.exact and not self.unstated and not self.lacking

    @property
    def hours(self) -> float:
        """The hours in a year in which the target is down, at least."""
        return self.least * HOURS_A_YEAR


def own_unavailability(snapshot: Snapshot) -> Floats:
    """Return by element how likely it is down by itself; NaN where nobody stated it.

    By its availability; where that is blank, by its times between failures (MTBF) and to restore (MTTR).
    """
    elements = snapshot.elements
    between, restore = elements.mtbf_hours, elements.restore_hours
    timed = (between > 0) & (restore >= 0)
    by_times = np.where(timed, restore / np.where(timed, between + restore, 1), np.nan)
    stated = (elements.availability >= 0) & (elements.availability <= 100)
    return np.asarray(np.where(stated, 1 - elements.availability / 100, by_times), np.float64)


def unavailabilities(
    snapshot: Snapshot,
    on: date,
    targets: Longs,
    *,
    may_fail: Bools | None = None,
    protected: Collection[int] = (),
) -> list[Unavailability]:
    """Return how likely some elements are down, by target.

    may_fail: by element, whether it may fail by itself; all may whose kinds declare an availability.
    protected: elements that stay up.
    """
    asked = _Asked(snapshot, on, Failures.of(snapshot, on, may_fail), protected)
    return on_deep_stack(lambda: list(asked.of(targets)))


@dataclass(frozen=True, eq=False)
class Failures:
    """How likely each element is down by itself, by element: at least, and at most.

    stated: it fails by itself, and how often is stated. unstated: it does, and nobody said how often.
    lacking: an expected dependency of it is missing, so that it may be down for what nobody recorded.
    any: one of these.
    """

    stated: Bools
    unstated: Bools
    lacking: Bools
    any: Bools
    least: Floats
    most: Floats

    @staticmethod
    def of(snapshot: Snapshot, on: date, may_fail: Bools | None) -> "Failures":
        """Return this for the elements that fail by themselves: of kinds that declare an availability."""
        metamodel = snapshot.metamodel
        kinds = [spec.kind for spec in metamodel.kinds if metamodel.property_(spec.kind, AVAILABILITY)]
        failing = snapshot.of_kinds(kinds) & snapshot.requirements(on).valid
        if may_fail is not None:
            failing &= may_fail
        own, open_ = own_unavailability(snapshot), lacking(snapshot, on)
        least = np.where(failing, np.nan_to_num(own), 0.0)
        unstated = failing & np.isnan(own)
        return Failures(
            stated=failing & ~unstated,
            unstated=unstated,
            lacking=open_,
            any=failing | open_,
            least=least,
            most=np.where(unstated | open_, 1.0, least),
        )

    def own(self, elements: Collection[int], bound: Floats) -> Mapping[int, float]:
        """Return one of the bounds, of some elements."""
        return {element: float(bound[element]) for element in elements}

    def known(self, element: int) -> float | None:
        """Return how likely an element is down by itself; None where nobody stated it."""
        return float(self.least[element]) if self.stated[element] else None

    def among(self, elements: Collection[int], wanted: Bools) -> tuple[int, ...]:
        """Return those of some elements that are wanted."""
        return tuple(element for element in elements if wanted[element])


@dataclass(frozen=True, eq=False)
class _Asked:
    snapshot: Snapshot
    on: date
    failures: Failures
    protected: Collection[int]

    def of(self, targets: Longs) -> Iterator[Unavailability]:
        """Targets share what they require; where that is too much, halves of them are worked on apart."""
        if found := self._together(targets):
            yield from found
        elif len(targets) == 1:
            yield self._by_single_points(int(targets[0]))
        elif len(targets):
            for half in np.array_split(targets, 2):
                yield from self.of(half)

    def _together(self, targets: Longs) -> list[Unavailability]:
        """The answer for some targets; nothing where their diagrams are too large."""
        requirements, diagrams = self.snapshot.requirements(self.on), Diagrams(_NODES)
        try:
            down = downfall(requirements, diagrams, targets, self.failures.any, self.protected)
        except TooManySets:
            return []
        return [self._of_one(target, diagrams, down[target]) for target in targets.tolist()]

    def _of_one(self, target: int, diagrams: Diagrams, down: BddNode) -> Unavailability:
        failures, elements = self.failures, diagrams.elements(down)
        least = failures.own(elements, failures.least)
        found = [
            Birnbaum(element, importance, failures.known(element))
            for element, importance in diagrams.birnbaum(down, least).items()
        ]
        found.sort(key=lambda one: (-round(one.importance, _DIGITS), one.element))
        return Unavailability(
            target=target,
            least=diagrams.probability(down, least),
            most=diagrams.probability(down, failures.own(elements, failures.most)),
            elements=tuple(found),
            unstated=failures.among(elements, failures.unstated),
            lacking=failures.among(elements, failures.lacking),
            exact=True,
        )

    def _by_single_points(self, target: int) -> Unavailability:
        """What is certain where the combinations are too many: any single point takes the target down."""
        failures, alone = self.failures, np.array([target])
        singles = single_points(
            self.snapshot, self.on, alone, may_fail=failures.any, protected=self.protected
        ).of(target)
        elements = sorted({*singles.tolist(), *alone[failures.any[alone]].tolist()} - {*self.protected})
        return Unavailability(
            target=target,
            least=1 - prod(1 - failures.least[element] for element in elements),
            most=1.0,
            elements=(),
            unstated=failures.among(elements, failures.unstated),
            lacking=failures.among(elements, failures.lacking),
            exact=False,
        )
