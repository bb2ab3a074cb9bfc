"""In which order to repair what failed, so that the most important services are back first.

One crew repairs one element after the other. What is minimised is the importance-weighted time that services
and processes are down, a degraded one counting half; if none is affected, that of everything affected. For
few failures the order is the best there is, by dynamic programming over the sets of what still fails (Held
and Karp). For more it is Smith's rule (most importance per hour first), improved by best orders of stretches
of it, and told with a bound that no order can beat.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.availability import State
from queries.resilience.bits import Bits
from queries.resilience.importance import Importance
from queries.resilience.repairs import Repairs
from queries.resilience.scenarios import Failing
from queries.resilience.single_points import TARGETS
from queries.snapshot.columns import Floats, Longs

EXACT = 12  # failed elements up to which every order is weighed: 4,096 sets
_STRETCH = 8  # elements of a longer order that are put in their best order together
_IMPROVED = 100  # failed elements up to which stretches are improved; more would take seconds
_FELT = (State.DOWN, State.DEGRADED)  # the halves of the weight
_CLOSE = 1e-9  # relative; sums of decimals that differ by less are equal


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One repair.

    place: element index. hours: how long it takes; None if unknown. after: when it is done, in hours from the
    start; None if that or an earlier one is unknown. brings_back: indices of the affected elements that are
    no longer down or degraded from then on, the most important first.
    """

    place: int
    hours: float | None
    after: float | None
    brings_back: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreOrder:
    """The repairs in order.

    exact: whether no order is better. cost: importance × hours that are lost in this order. bound: what is
    lost at least in any order; equal to cost if exact. assumed: hours that unknown repairs were taken to need
    (the median of the known ones, or one unit of time when none is known); None if all are known. weights: by
    element whose loss counts, its importance.
    """

    steps: tuple[Step, ...]
    exact: bool
    cost: float
    bound: float
    assumed: float | None
    weights: Mapping[int, float]

    def hours(self, step: Step) -> float:
        """Return how long a repair was taken to need."""
        return (self.assumed or 0.0) if step.hours is None else step.hours


def restore_order(repairs: Repairs, importance: Importance) -> RestoreOrder:
    """Return the order in which to repair what failed in a scenario."""
    hours = repairs.hours
    given = [place for place in repairs.impact.given.tolist() if repairs.given(place) >= State.DEGRADED]
    known = hours[given]
    unknown = np.isnan(known)
    usual = float(np.median(known[~unknown])) if (~unknown).any() else 1.0
    lasts = dict(zip(given, np.where(unknown, usual, known).tolist(), strict=True))
    loss = _Loss(repairs, importance)
    exact = len(given) <= EXACT
    if exact:
        order = _best(given, (), lasts, loss)
    else:
        order = _by_rate(given, lasts, loss)
        if len(given) <= _IMPROVED:
            order = _improved(order, lasts, loss)
    costs, returning = loss.along(order)
    cost = float(sum(lasts[place] * lost for place, lost in zip(order, costs, strict=True)))
    return RestoreOrder(
        steps=tuple(_steps(order, hours, returning)),
        exact=exact,
        cost=cost,
        bound=cost if exact else min(cost, _bound(given, lasts, loss)),
        assumed=usual if unknown.any() else None,
        weights=loss.weights,
    )


class _Loss:
    """What sets of failures cost in an hour: importance, down counts whole and degraded half."""

    def __init__(self, repairs: Repairs, importance: Importance) -> None:
        impact = repairs.impact
        self._repairs, self._importance = repairs, importance.value
        self._affected: Longs = np.flatnonzero(impact.state > State.UP)
        felt = np.flatnonzero(impact.state >= State.DEGRADED)
        noticed = felt[impact.snapshot.of_kinds(TARGETS)[felt]]
        watched: list[int] = (noticed if len(noticed) else felt).tolist()
        # tenths as whole numbers: sums are the same in every order
        self._tenths = {place: round(float(self._importance[place]) * 10) for place in watched}

    @property
    def weights(self) -> dict[int, float]:
        """By element whose loss counts, its importance."""
        return {place: tenths / 10 for place, tenths in self._tenths.items()}

    def weighed(self, failing: Failing) -> dict[Bits, float]:
        """Return the importance lost in which scenarios: half of it for each state that is reached."""
        states = self._repairs.states(failing, _FELT)
        found: Counter[Bits] = Counter()
        for state in _FELT:
            for place, tenths in self._tenths.items():
                found[states[state][place]] += tenths
        return {bits: tenths / 20 for bits, tenths in found.items() if bits}

    def of(self, failing: Failing, width: int) -> Floats:
        """Return what is lost in an hour by scenario, for so many scenarios."""
        found = np.zeros(width)
        for bits, weight in self.weighed(failing).items():
            packed = np.frombuffer(bits.to_bytes(-(-width // 8), "little"), np.uint8)
            found += weight * np.unpackbits(packed, count=width, bitorder="little")
        return found

    def along(self, order: Sequence[int]) -> tuple[list[float], list[list[int]]]:
        """Return by step of an order what is lost in an hour before it is done, and what returns with it."""
        failing = {place: (2 << step) - 1 for step, place in enumerate(order)}
        costs = self.of(failing, len(order)).tolist()
        degraded = self._repairs.states(failing, _FELT)[State.DEGRADED]
        affected = np.array([place for place in self._affected.tolist() if place not in failing], np.int64)
        returning: list[list[int]] = [[] for _ in order]
        for place in affected[np.lexsort((affected, -self._importance[affected]))].tolist():
            if degraded[place]:
                returning[degraded[place].bit_length() - 1].append(place)
        return costs, returning


def _best(some: Sequence[int], later: Sequence[int], lasts: Mapping[int, float], loss: _Loss) -> list[int]:
    """Return the best order of some elements while others, repaired later, fail all the time."""
    size = 1 << len(some)
    every = (1 << size) - 1
    # scenario number n: those of the bits of n still fail
    failing = {place: every // ((1 << (1 << bit)) + 1) << (1 << bit) for bit, place in enumerate(some)}
    costs = loss.of({**failing, **dict.fromkeys(later, every)}, size).tolist()
    hours = [lasts[place] for place in some]
    least = [0.0] * size  # what is lost until all of a set are repaired
    first = [0] * size
    for still in range(1, size):
        found = float("inf")
        for bit, takes in enumerate(hours):
            if still >> bit & 1:
                lost = takes * costs[still] + least[still ^ (1 << bit)]
                if lost < found - _CLOSE * abs(lost):  # of equals the smallest key
                    found, first[still] = lost, bit
        least[still] = found
    order, still = [], size - 1
    while still:
        order.append(some[first[still]])
        still ^= 1 << first[still]
    return order


def _by_rate(given: Sequence[int], lasts: Mapping[int, float], loss: _Loss) -> list[int]:
    """Return the elements by how much importance their repair is worth in an hour.

    Worth: the mean of what the failure costs alone, and what its repair saves while all others fail.
    """
    count = len(given)
    others = (1 << count) - 1
    failing = {place: (others ^ (1 << n)) << count | (1 << n) for n, place in enumerate(given)}
    costs = loss.of(failing, 2 * count)
    whole = float(loss.of(dict.fromkeys(given, 1), 1)[0])
    worth = costs[:count] + whole - costs[count:]
    rate = {place: worth[n] / max(lasts[place], _CLOSE) for n, place in enumerate(given)}
    return sorted(given, key=lambda place: (-rate[place], place))


def _improved(order: list[int], lasts: Mapping[int, float], loss: _Loss) -> list[int]:
    """Return an order whose stretches are each in their best order; stretches overlap by half."""
    found = list(order)
    for start in range(0, len(found) - _STRETCH // 2, _STRETCH // 2):
        end = start + _STRETCH
        found[start:end] = _best(found[start:end], found[end:], lasts, loss)
    return found


def _bound(given: Sequence[int], lasts: Mapping[int, float], loss: _Loss) -> float:
    """Return what is lost at least in any order.

    A service is back no earlier than the last of the repairs that each alone keep it away. With hours h of
    these, that is no earlier than their mean end, weighted by h, plus (H² − Σh²) / 2H, H = Σh. The sum of the
    weighted mean ends is least by Smith's rule. Source: W. E. Smith 1956; Queyranne 1993, the inequality for
    the load of one machine.
    """
    alone = loss.weighed({place: 1 << n for n, place in enumerate(given)})
    hours = np.array([lasts[place] for place in given])
    weight, found = np.zeros(len(given)), 0.0
    for bits, importance in alone.items():
        packed = np.frombuffer(bits.to_bytes(-(-len(given) // 8), "little"), np.uint8)
        needed = np.unpackbits(packed, count=len(given), bitorder="little").astype(np.bool_)
        total = float(hours[needed].sum())
        if total:
            weight[needed] += importance * hours[needed] / total
            found += importance * (total**2 - float((hours[needed] ** 2).sum())) / (2 * total)
    lasting = hours > 0
    order = np.argsort(-weight[lasting] / hours[lasting], kind="stable")
    return found + float(weight[lasting][order] @ np.cumsum(hours[lasting][order]))


def _steps(order: Sequence[int], hours: Floats, returning: Sequence[Sequence[int]]) -> list[Step]:
    steps: list[Step] = []
    after: float | None = 0.0
    for place, back in zip(order, returning, strict=True):
        takes = None if np.isnan(hours[place]) else float(hours[place])
        after = None if after is None or takes is None else after + takes
        steps.append(Step(place=place, hours=takes, after=after, brings_back=tuple(back)))
    return steps
