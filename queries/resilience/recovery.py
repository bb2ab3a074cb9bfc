"""How soon elements are back: in a scenario, and whether the times promised for recovery (RTO) can be kept.

Model. A failed element is repaired in its own hours, all failed ones at the same time; an element is back as
soon as the availability rule (docs/availability-rule.md) says that it is no longer as bad as it was, with
only those failing that take longer. So a group with need `any` is back with its quickest member, one with
`all` with its slowest, and elements that require each other wait for nothing but the slowest of them. That is
the best that can be reached; whoever repairs one thing after the other needs longer (`in_turn`, and
restore_order.py).

Own hours are those of repairs.own_hours. What hangs on unknown ones is neither called kept nor broken.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from typing import NamedTuple

import numpy as np

from model.availability import State
from queries.impact.chains import everything_below
from queries.resilience.bits import Bits
from queries.resilience.order import Order
from queries.resilience.repairs import Repairs, own_hours
from queries.resilience.scenarios import Scenarios
from queries.resilience.waiting import Waiting
from queries.snapshot.columns import Floats
from queries.snapshot.snapshot import Snapshot


@unique
class Verdict(StrEnum):
    """Whether a promise can be kept, worst first."""

    BROKEN = "broken"  # not even if everything is repaired at the same time
    TOGETHER = "together"  # only if what is needed is repaired at the same time, not in turn
    UNKNOWN = "unknown"  # it hangs on something whose time to restore nobody stated
    KEPT = "kept"


class Promise(NamedTuple):
    """A promised time to recovery and what stands against it. All times in hours.

    at_best: when all that it needs is repaired at the same time; what is unknown counts as 0.
    in_turn: when each is repaired after what it needs; infinite where things need each other.
    broken_by: how much at_best is beyond the promise; 0 unless broken.
    chain: keys from the element to the link that decides: the one that takes too long (broken), the last of
    those in turn (together), the nearest without a known time (unknown). Empty when kept.
    """

    place: int  # index in the snapshot
    key: str
    name: str
    promised: float
    at_best: float
    in_turn: float
    verdict: Verdict
    broken_by: float
    chain: tuple[str, ...]


class Offender(NamedTuple):
    """An element that breaks promises, its own too.

    hours: until it is back. promises: keys of those who promised. broken_by: the most, in hours.
    """

    key: str
    hours: float
    promises: tuple[str, ...]
    broken_by: float


def promises(snapshot: Snapshot, on: date) -> list[Promise]:
    """Return every promised time to recovery, the worst verdict first, then by how much, then by key."""
    requirements, promised = snapshot.requirements(on), snapshot.elements.rto_hours
    asked = np.flatnonzero((promised >= 0) & requirements.valid)
    within = everything_below(requirements, asked)
    scenarios, waiting = Scenarios(requirements, within=within), Waiting(requirements, within)
    own = own_hours(snapshot)
    best = back_after(scenarios, np.nan_to_num(own))
    worst_own = np.where(np.isnan(own), np.inf, own)
    worst = back_after(scenarios, worst_own)
    turn = in_turn(snapshot, waiting, scenarios.order)
    rows = []
    for place in asked.tolist():
        hours = float(promised[place])
        chain: list[int] = []
        if best[place] > hours:
            verdict, chain = Verdict.BROKEN, waiting.chain(place, best, own, best[place])
        elif turn[place] > hours:
            verdict, chain = Verdict.TOGETHER, waiting.slowest(place, turn)
        elif worst[place] > hours:
            verdict, chain = Verdict.UNKNOWN, waiting.chain(place, worst, worst_own, worst[place])
        else:
            verdict = Verdict.KEPT
        rows.append(
            Promise(
                place=place,
                key=snapshot.keys[place],
                name=snapshot.names[place],
                promised=hours,
                at_best=best[place],
                in_turn=turn[place],
                verdict=verdict,
                broken_by=max(best[place] - hours, 0.0),
                chain=tuple(snapshot.keys[step] for step in chain),
            )
        )
    worst_first = list(Verdict)
    return sorted(rows, key=lambda row: (worst_first.index(row.verdict), -row.broken_by, row.place))


def offenders(found: Iterable[Promise]) -> list[Offender]:
    """Return the elements that break promises, with the promises, those that break most of them first."""
    broken: dict[str, list[Promise]] = {}
    for row in found:
        if row.verdict is Verdict.BROKEN:
            broken.setdefault(row.chain[-1], []).append(row)
    offending = [
        Offender(
            key,
            max(row.at_best for row in rows),
            tuple(row.key for row in rows),
            max(row.broken_by for row in rows),
        )
        for key, rows in broken.items()
    ]
    return sorted(offending, key=lambda one: (-len(one.promises), -one.broken_by, one.key))


def back_after(scenarios: Scenarios, own: Floats, protected: Collection[int] = ()) -> list[float]:
    """Return by element when it is no longer down, in hours, if everything fails that has hours of its own.

    own: by element, its own hours; what has 0 does not fail, what has infinite ones is never repaired.
    """
    moments = Moments(own)
    return moments.ends(scenarios.down(dict(enumerate(moments.failing(own))), protected))


def in_turn(snapshot: Snapshot, waiting: Waiting, order: Order) -> list[float]:
    """Return by element when it is back, in hours, if each is repaired only after what it needs is back.

    A promise that stands in for own hours is one of the whole time, and is not added to what is waited for.
    What has no known time counts as 0. Infinite for elements that wait for each other.
    """
    elements = snapshot.elements
    added = np.where(elements.restore_hours >= 0, elements.restore_hours, 0.0).tolist()
    whole = np.where(elements.restore_hours >= 0, 0.0, np.nan_to_num(own_hours(snapshot))).tolist()
    hours, settled = [0.0] * len(snapshot), bytearray(len(snapshot))

    def rise(element: int) -> bool:
        found = max(whole[element], added[element] + waiting.hours(element, hours))
        if found <= hours[element]:
            settled[element] = 1
            return False
        # what rises again does so round a cycle, and would for ever
        hours[element] = float("inf") if settled[element] else found
        settled[element] = 1
        return True

    order.settle(order.of(), rise)
    return hours


class Moments:
    """The moments at which something is repaired, as scenarios: in each, what takes longer still fails."""

    def __init__(self, own: Floats) -> None:
        """Take the moments of some own hours: zero, and whenever one of them is over."""
        self.hours: list[float] = np.unique(np.concatenate((np.zeros(1), own))).tolist()

    def failing(self, own: Floats) -> list[Bits]:
        """Return for each of some own hours the moments at which they are not over."""
        return [(1 << place) - 1 for place in np.searchsorted(self.hours, own).tolist()]

    def ends(self, bits: Sequence[int]) -> list[float]:
        """Return the first moment at which each is no longer so; what is so fails ever less."""
        return [self.hours[one.bit_length()] for one in bits]


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """When one affected element is better than it is in the scenario, hours after all failed at once.

    at_least: where durations are unknown, the failed elements without one count as repaired at once.
    rto_hours: as promised; None without a promise. exceeded: by how much the promise is broken, at least;
    0 if it is kept, as by what is not down; None without a promise, or where that is not known.
    """

    at_least: float
    known: bool
    rto_hours: float | None
    exceeded: float | None

    @property
    def after(self) -> float | None:
        """Hours, None where a duration that decides is not known."""
        return self.at_least if self.known else None


def recovery(repairs: Repairs) -> dict[int, Back]:
    """Return when each affected element is back, if the failed elements are repaired at the same time."""
    impact, own = repairs.impact, repairs.hours
    least = _improving(repairs, np.nan_to_num(own))
    most = least
    if np.isnan(own[impact.given]).any():
        most = _improving(repairs, np.where(np.isnan(own), np.inf, own))
    promised = impact.snapshot.elements.rto_hours
    found = {}
    for place in impact.order.tolist():
        rto = float(promised[place]) if promised[place] >= 0 else None
        known, exceeded = least[place] == most[place], None
        if rto is not None and impact.state[place] < State.DOWN:
            exceeded = 0.0
        elif rto is not None and (known or least[place] > rto):
            exceeded = max(least[place] - rto, 0.0)
        found[place] = Back(at_least=least[place], known=known, rto_hours=rto, exceeded=exceeded)
    return found


def _improving(repairs: Repairs, own: Floats) -> dict[int, float]:
    """When each affected element leaves the state that it is in."""
    impact = repairs.impact
    moments = Moments(own[impact.given])
    failing = dict(zip(impact.given.tolist(), moments.failing(own[impact.given]), strict=True))
    found = repairs.states(failing, (State.DOWN, State.DEGRADED, State.AT_RISK))
    affected = impact.order.tolist()
    ends = moments.ends([found[State(int(impact.state[place]))][place] for place in affected])
    return dict(zip(affected, ends, strict=True))
