"""What elements need, read for analyses that ask about many failures at once: targets each, and groups."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np

from model.availability import State
from queries.resilience.bits import Bits
from queries.snapshot.columns import ABSENT, Bools
from queries.snapshot.requirements import Requirements

_STATES = tuple(State)
Standing = Mapping[int, Bits]  # by number of a group, the scenarios in which it bears every loss
_NONE_STAND: Standing = {}


class Seen(Protocol):
    """By element, the scenarios in which it is in a state or a worse one."""

    def __getitem__(self, element: int, /) -> Bits:
        """Return those of one element."""
        ...


@dataclass(frozen=True, slots=True)
class Gate:
    """A redundancy group.

    number: position among the groups of the requirements. members: target, what it amounts to, and the
    worst state its loss can cause. inner: groups that are members, each amounting to 1. slack: how much may
    be lost. loss: the state while any member is degraded.
    """

    number: int
    members: tuple[tuple[int, float, State], ...]
    inner: tuple["Gate", ...]
    slack: float
    loss: State

    def lost(self, state: State, bits: Seen, degraded: Seen, standing: Standing = _NONE_STAND) -> Bits:
        """Return the scenarios in which the group is in a state, or a worse one.

        bits, degraded: by element, the scenarios in which it is in that state, or degraded, or worse.
        standing: groups that are taken to bear every loss in some scenarios.
        """
        parts = [(bits[target], amount) for target, amount, cap in self.members if cap >= state]
        parts += [(gate.lost(state, bits, degraded, standing), 1.0) for gate in self.inner]
        found = beyond(parts, self.slack)
        if self.loss >= state:
            found |= self._reduced(degraded, standing)
        return found & ~standing[self.number] if self.number in standing else found

    def _reduced(self, degraded: Seen, standing: Standing) -> Bits:
        """The scenarios in which any member is degraded or down."""
        found = 0
        for target, _, _ in self.members:
            found |= degraded[target]
        for gate in self.inner:
            found |= gate.lost(State.DEGRADED, degraded, degraded, standing)
        return found


def beyond(parts: Iterable[tuple[Bits, float]], slack: float) -> Bits:
    """Return the scenarios in which more is lost than may be: the amounts of the parts lost add up.

    The sums that occur are few, since most scenarios touch few parts; each is kept with its scenarios.
    """
    present = [(bits, amount) for bits, amount in parts if bits]
    total = sum(amount for _, amount in present)
    if total <= slack:
        return 0
    least = min(amount for _, amount in present)
    if least > slack:
        return _any(present)
    if total - least <= slack:
        return _all(present)
    found = 0
    sums: dict[float, Bits] = {0.0: _any(present)}
    for bits, amount in present:
        following: dict[float, Bits] = {}
        for lost, where in sums.items():
            hit = where & bits
            if hit != where:
                following[lost] = following.get(lost, 0) | (where ^ hit)
            if hit and lost + amount > slack:
                found |= hit
            elif hit:
                following[lost + amount] = following.get(lost + amount, 0) | hit
        sums = following
    return found


def _any(parts: Iterable[tuple[Bits, float]]) -> Bits:
    found = 0
    for bits, _ in parts:
        found |= bits
    return found


def _all(parts: Iterable[tuple[Bits, float]]) -> Bits:
    found = -1
    for bits, _ in parts:
        found &= bits
    return found


def each_of(requirements: Requirements, state: State, within: Bools | None = None) -> list[tuple[int, ...]]:
    """Return by element the targets that it needs each, as far as their loss can bring it to a state.

    within: by element, whether it matters, as source or target; all do unless said.
    """
    alone = (requirements.group == ABSENT) & (requirements.cap >= state)
    rows = np.flatnonzero(alone & _both_ends(requirements, within))
    target, source = requirements.target[rows].tolist(), requirements.source[rows]
    ends = np.searchsorted(source, np.arange(len(requirements.valid) + 1)).tolist()
    return [tuple(target[first:last]) for first, last in pairwise(ends)]


def gates_of(requirements: Requirements, within: Bools | None = None) -> dict[int, tuple[Gate, ...]]:
    """Return the outermost groups of each element that has any, by element.

    within: by element, whether it matters, as owner or member; all do unless said.
    """
    groups = requirements.groups
    members: list[list[tuple[int, float, State]]] = [[] for _ in groups.owner]
    inside = np.flatnonzero((requirements.group != ABSENT) & _both_ends(requirements, within))
    for group, target, amount, cap in zip(
        requirements.group[inside].tolist(),
        requirements.target[inside].tolist(),
        requirements.amount[inside].tolist(),
        requirements.cap[inside].tolist(),
        strict=True,
    ):
        members[group].append((target, amount, _STATES[cap]))
    inner: list[list[Gate]] = [[] for _ in groups.owner]
    outermost: dict[int, list[Gate]] = {}
    owned = np.arange(len(groups.owner)) if within is None else np.flatnonzero(within[groups.owner])
    for number in owned[::-1].tolist():  # outer groups stand before inner ones
        gate = Gate(
            number=number,
            members=tuple(members[number]),
            inner=tuple(inner[number]),
            slack=float(groups.slack[number]),
            loss=_STATES[groups.loss[number]],
        )
        parent, owner = int(groups.parent[number]), int(groups.owner[number])
        siblings = inner[parent] if parent != ABSENT else outermost.setdefault(owner, [])
        siblings.append(gate)
    return {owner: tuple(gates) for owner, gates in outermost.items()}


def _both_ends(requirements: Requirements, within: Bools | None) -> Bools:
    if within is None:
        return np.ones(len(requirements.target), np.bool_)
    return np.asarray(within[requirements.source] & within[requirements.target], np.bool_)
