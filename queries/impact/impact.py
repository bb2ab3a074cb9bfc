"""Who is affected when elements fail, how badly, through what, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from model.availability import State
from model.faults import RefusedQuestion
from model.kinds import ElementKind
from model.text import Text
from queries.garbage import uncollected
from queries.impact.chains import Chains, carrying, chains
from queries.impact.propagation import Propagation
from queries.impact.reasons import Affected, Explanation, MemberState, Reason
from queries.snapshot.columns import Bools, Longs, Small
from queries.snapshot.requirements import Requirements
from queries.snapshot.snapshot import Snapshot

__all__ = ["Affected", "Impact", "MemberState", "Reason", "Scenario", "simulate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What is assumed: elements by uid with the state they fail to, those that stay up, and the day."""

    failed: Mapping[str, State]
    on: date
    protected: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False, kw_only=True)
class Impact:
    """The answer to a scenario.

    state: by element. level: by group of the requirements. order: indices of the affected, worst
    state first, then nearest, then by key. given: the failed ones, in the order of their keys.
    """

    snapshot: Snapshot
    scenario: Scenario
    requirements: Requirements
    state: Small
    level: Small
    given: Longs
    protected: Bools
    _rows: dict[int, Affected] = field(default_factory=dict, repr=False)

    @cached_property
    def chains(self) -> Chains:
        """The shortest chains from the failed elements along what carries the failure."""
        return self._chains_from(self.given)

    @cached_property
    def order(self) -> Longs:
        """Indices of the affected elements, worst state first, then nearest, then by key."""
        found = np.flatnonzero(self.state > self._assumed)
        distance = self.chains.distance[found]
        if len(self._risen):
            distance = np.where(distance == 0, self._causes_of_risen.distance[found], distance)
        return found[np.lexsort((found, distance, -self.state[found]))]

    @cached_property
    def _assumed(self) -> Small:
        assumed = np.zeros(len(self.state), np.int8)
        for index in self.given.tolist():
            assumed[index] = self.scenario.failed[self.snapshot.elements.uid[index]]
        return assumed

    @cached_property
    def _risen(self) -> Longs:
        """The given elements that end worse than they were given: other given ones are the cause."""
        return self.given[self.state[self.given] > self._assumed[self.given]]

    @cached_property
    def _causes_of_risen(self) -> Chains:
        return self._chains_from(np.setdiff1d(self.given, self._risen))

    def _chains_from(self, origins: Longs) -> Chains:
        along = carrying(self.requirements, self)
        return chains(self.requirements, self.state > State.UP, along, origins)

    @property
    def failed(self) -> list[str]:
        """The keys of the elements given as failed or degraded, in order."""
        return [self.snapshot.elements.key[index] for index in self.given.tolist()]

    def counts(self) -> dict[State, dict[ElementKind, int]]:
        """Return how many elements of each kind are affected, by state, worst first."""
        answer: dict[State, dict[ElementKind, int]] = {}
        for state in (State.DOWN, State.DEGRADED, State.AT_RISK):
            these = self.order[self.state[self.order] == state]
            kinds, numbers = np.unique(self.snapshot.elements.kind[these], return_counts=True)
            if len(kinds):
                names = [list(ElementKind)[code] for code in kinds.tolist()]
                answer[state] = dict(zip(names, numbers.tolist(), strict=True))
        return answer

    def path(self, index: int) -> tuple[str, ...]:
        """Return the keys of the shortest chain from a failed element to this one; of equals the smallest."""
        return self._explanation.path(index)

    def affected(self, first: int = 0, last: int | None = None) -> list[Affected]:
        """Return the affected elements with chains and reasons, all or a slice of the order."""
        wanted = self.order[first:last]
        missing = np.array([i for i in wanted.tolist() if i not in self._rows], np.int64)
        if len(missing):
            with uncollected():
                self._rows.update(zip(missing.tolist(), self._explanation.rows(missing), strict=True))
        return [self._rows[index] for index in wanted.tolist()]

    @cached_property
    def _explanation(self) -> Explanation:
        risen = dict.fromkeys(self._risen.tolist(), self._causes_of_risen)
        return Explanation(self, self.chains, risen)


def simulate(snapshot: Snapshot, scenario: Scenario) -> Impact:
    """Return who is affected by a scenario.

    Raises:
        RefusedQuestion: nothing fails, or an element is both failed and protected.
        UnknownElement: a uid is in no element of the snapshot.
    """
    _check(snapshot, scenario)
    requirements = snapshot.requirements(scenario.on)
    protected = np.zeros(len(snapshot), np.bool_)
    protected[[snapshot.index(uid) for uid in scenario.protected]] = True
    failed = {snapshot.index(uid): state for uid, state in scenario.failed.items() if state > State.UP}
    given = np.array(sorted(failed), np.int64)
    run = Propagation(requirements, protected)
    run.raise_to(given, np.array([failed[index] for index in given.tolist()], np.int8))
    run.settle()
    return Impact(
        snapshot=snapshot,
        scenario=scenario,
        requirements=requirements,
        state=run.state,
        level=run.level,
        given=given,
        protected=protected,
    )


def _check(snapshot: Snapshot, scenario: Scenario) -> None:
    if not any(state > State.UP for state in scenario.failed.values()):
        raise RefusedQuestion(
            Text(id="tidak ada objek yang diandaikan mati", en="no element is assumed to fail"),
            fix=Text(id="sebut sedikitnya satu objek", en="name at least one element"),
        )
    both = sorted(scenario.protected & scenario.failed.keys())
    if both:
        keys = ", ".join(snapshot.elements.key[snapshot.index(uid)] for uid in both)
        raise RefusedQuestion(
            Text(
                id=f"diandaikan mati sekaligus tetap berfungsi: {keys}",
                en=f"assumed both to fail and to stay up: {keys}",
            ),
            fix=Text(id="pilih salah satu", en="choose one of the two"),
        )
