"""The state that groups give an element, worked out in the plainest way: a reference for tests."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from model.availability import State, group_level
from model.groups import Group

T = TypeVar("T", bound=Hashable)


def element_state(groups: Sequence[Group[T]], state_of: Callable[[T], State]) -> State:
    """Return the state an element's groups give it, from the states of their targets; up without any."""
    levels: dict[int, State] = {}
    inner: dict[int, list[tuple[State, float]]] = {}
    for number in range(len(groups) - 1, -1, -1):  # inner groups stand after their outer ones
        group = groups[number]
        values = [(min(state_of(m.target), m.cap), m.weight) for m in group.members]
        level = group_level(values + inner.get(number, []), group.need, group.loss)
        levels[number] = level
        if group.parent is not None:
            inner.setdefault(group.parent, []).append((level, 1.0))
    return max((levels[n] for n, group in enumerate(groups) if group.parent is None), default=State.UP)
