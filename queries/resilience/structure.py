"""The structure function: for each element, under which combinations of failures it is down.

How combinations are held is a matter of the logic that is passed in (families of sets, decision diagrams).
Both are monotone: what fails more never heals anything, so "and", "or" and a threshold are all there is.
Source of the terms: reliability engineering (structure function, coherent system, minimal cut set).
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol, TypeVar

from model.availability import State
from queries.resilience.gates import Gate, each_of, gates_of
from queries.resilience.order import Order
from queries.snapshot.columns import Bools, Longs
from queries.snapshot.requirements import Requirements

T = TypeVar("T")


class Logic(Protocol[T]):
    """Combinations of failures, and what can be done with them."""

    @property
    def never(self) -> T:
        """No combination."""
        ...

    @property
    def always(self) -> T:
        """Every combination, that of no failure too."""
        ...

    def failure(self, element: int) -> T:
        """Return the combinations in which an element itself fails."""
        ...

    def any_of(self, parts: Sequence[T]) -> T:
        """Return the combinations that are in any of these."""
        ...

    def all_of(self, parts: Sequence[T]) -> T:
        """Return the combinations that are in all of these."""
        ...

    def at_least(self, count: int, parts: Sequence[T]) -> T:
        """Return the combinations that are in so many of these."""
        ...

    def same(self, one: T, other: T) -> bool:
        """Return whether two are the same combinations."""
        ...


def downfall(
    requirements: Requirements,
    logic: Logic[T],
    targets: Longs,
    may_fail: Bools,
    protected: Collection[int] = (),
) -> dict[int, T]:
    """Return for some elements, and all that they require, when each is down.

    may_fail: by element, whether it fails by itself. protected: elements that stay up.
    """
    order = Order(requirements, targets)
    each, gates = each_of(requirements, State.DOWN), gates_of(requirements)
    found = dict.fromkeys(order.first.tolist(), logic.never)
    failing = may_fail.tolist()

    def rise(element: int) -> bool:
        parts = [logic.failure(element)] if failing[element] else []
        parts += [found[target] for target in each[element]]
        parts += [_lost(gate, found, logic) for gate in gates.get(element, ())]
        before = found[element]
        found[element] = logic.any_of([part for part in parts if not logic.same(part, logic.never)])
        return not logic.same(found[element], before)

    order.settle(order.of(without=protected), rise)
    return found


def _lost(gate: Gate, found: dict[int, T], logic: Logic[T]) -> T:
    parts = [(found[target], amount) for target, amount, cap in gate.members if cap is State.DOWN]
    parts += [(_lost(inner, found, logic), 1.0) for inner in gate.inner]
    return _beyond([part for part in parts if not logic.same(part[0], logic.never)], gate.slack, logic)


def _beyond(parts: Sequence[tuple[T, float]], slack: float, logic: Logic[T]) -> T:
    """The combinations in which parts are lost that amount to more than may be."""
    amounts = {amount for _, amount in parts}
    whole = [part for part, _ in parts]
    total = sum(amount for _, amount in parts)
    if total <= slack:
        return logic.never
    if min(amounts) > slack:
        return logic.any_of(whole)
    if total - min(amounts) <= slack:
        return logic.all_of(whole)
    if len(amounts) == 1:
        return logic.at_least(next(n for n in range(len(parts)) if n * min(amounts) > slack), whole)
    return _weighed(parts, slack, logic)


def _weighed(parts: Iterable[tuple[T, float]], slack: float, logic: Logic[T]) -> T:
    beyond: list[T] = []
    sums = {0.0: [logic.always]}  # by what is lost, the ways to lose as much
    for part, amount in parts:
        for lost, ways in sorted(sums.items(), reverse=True):
            reached = logic.all_of([logic.any_of(ways), part])
            if lost + amount > slack:
                beyond.append(reached)
            else:
                sums.setdefault(lost + amount, []).append(reached)
    return logic.any_of(beyond)
