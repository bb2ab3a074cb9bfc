"""The least fixed point of the availability rule on a snapshot: states that failures lead to.

Small steps run in plain Python, wide ones in numpy, on the same memory: a chain of 100,000 elements
and a server with 100,000 dependents are both a fraction of a second.
"""

from collections import deque
from collections.abc import Iterable, Iterator

import numpy as np

from model.availability import State
from queries.snapshot.columns import ABSENT, Bools, Floats, Ints, Longs, Small, gathered
from queries.snapshot.requirements import Requirements

WIDE = 300  # members in one step from which numpy is the faster way; measured
_WORSE = (1, 2, 3)  # the states that are not up
_DEGRADED = int(State.DEGRADED)


class Propagation:
    """States while they rise. `state` and `level` hold the answer once `settle` returned.

    state: by element. level: by group. Elements in `protected` never change.
    """

    def __init__(self, requirements: Requirements, protected: Bools) -> None:
        groups = len(requirements.groups.owner)
        self.requirements = requirements
        self.protected = protected
        self.state: Small = np.zeros(len(requirements.valid), np.int8)
        self.level: Small = np.zeros(groups, np.int8)
        self._told: Small = np.zeros(len(requirements.valid), np.int8)  # the state members know of
        # how much of each group's members has reached each state: 1, 2, 3
        self._lost: Floats = np.zeros((len(_WORSE), groups), np.float64)
        self._steps = _Steps(self)

    def raise_to(self, elements: Longs, states: Small) -> Longs:
        """Make elements at least this bad, unless they are protected; return those that rose."""
        risen = []
        for state in _WORSE:
            these = elements[states >= state]
            rising = these[(self.state[these] < state) & ~self.protected[these]]
            self.state[rising] = state
            risen.append(rising)
        return np.concatenate(risen)

    def settle(self) -> None:
        """Let every change have its consequences, until nothing changes."""
        frontier: list[int] = np.flatnonzero(self.state != self._told).tolist()
        while frontier:
            wide = len(frontier) > WIDE or self._steps.members(frontier) > WIDE
            frontier = self._wide(frontier) if wide else self._steps.small(frontier)

    def rises(self) -> Iterator[int]:
        """Settle one element after the other; yield each as it rises, again when it rises again."""
        waiting = deque(np.flatnonzero(self.state != self._told).tolist())
        while waiting:
            risen = self._steps.small([waiting.popleft()])
            yield from risen
            waiting.extend(risen)

    def _wide(self, frontier: list[int]) -> list[int]:
        """Pass on the changes of many elements at once; return the elements that changed thereby."""
        tables = self.requirements
        changed = np.array(frontier)
        old, new = self._told[changed], self.state[changed]
        self._told[changed] = new
        starts = tables.in_ptr[changed]
        entries, of = gathered(starts, tables.in_ptr[changed + 1] - starts)
        cap = tables.in_cap[entries]
        before, after = np.minimum(old[of], cap), np.minimum(new[of], cap)
        rising = after > before
        entries, before, after = entries[rising], before[rising], after[rising]
        group = tables.in_group[entries]
        alone = group == ABSENT
        risen = [self.raise_to(tables.in_source[entries[alone]], after[alone])]
        inside = ~alone
        risen += self._lose(group[inside], tables.in_amount[entries[inside]], before[inside], after[inside])
        found: list[int] = np.unique(np.concatenate(risen)).tolist()
        return found

    def _lose(self, group: Ints, amount: Floats, before: Small, after: Small) -> Iterator[Longs]:
        """Count what members of groups lost, and yield the owners that rise as their groups do."""
        tables = self.requirements.groups
        while len(group):
            for position, state in enumerate(_WORSE):
                crossing = (before < state) & (after >= state)
                np.add.at(self._lost[position], group[crossing], amount[crossing])
            touched = np.unique(group)
            level = (self._lost[:, touched] > tables.slack[touched]).sum(axis=0).astype(np.int8)
            reduced = self._lost[_DEGRADED - 1, touched] > 0
            level = np.where(reduced, np.maximum(level, tables.loss[touched]), level)
            old = self.level[touched]
            rising = level > old
            touched, before, after = touched[rising], old[rising], level[rising]
            self.level[touched] = after
            parent = tables.parent[touched]
            top = parent == ABSENT
            yield self.raise_to(tables.owner[touched[top]], after[top])
            group, before, after = parent[~top], before[~top], after[~top]
            amount = np.ones(len(group))


class _Steps:
    """The same step for few elements, one at a time, through views that yield plain numbers."""

    def __init__(self, run: Propagation) -> None:
        tables, groups = run.requirements, run.requirements.groups
        self.in_ptr = tables.in_ptr.data
        self.in_source, self.in_group = tables.in_source.data, tables.in_group.data
        self.in_cap, self.in_amount = tables.in_cap.data, tables.in_amount.data
        self.owner, self.parent = groups.owner.data, groups.parent.data
        self.slack, self.loss = groups.slack.data, groups.loss.data
        self.state, self.told = run.state.data, run._told.data
        self.level = run.level.data
        self.lost = [run._lost[position].data for position in range(len(_WORSE))]
        self.protected = run.protected.data

    def members(self, frontier: Iterable[int]) -> int:
        """Return how many requirements lead to some elements."""
        return sum(self.in_ptr[element + 1] - self.in_ptr[element] for element in frontier)

    def small(self, frontier: Iterable[int]) -> list[int]:
        """Pass on the changes of some elements; return the elements that changed thereby."""
        changed: dict[int, None] = {}
        for element in frontier:
            old, new = self.told[element], self.state[element]
            self.told[element] = new
            for entry in range(self.in_ptr[element], self.in_ptr[element + 1]):
                cap = self.in_cap[entry]
                before, after = min(old, cap), min(new, cap)
                if after <= before:
                    continue
                group = self.in_group[entry]
                if group == ABSENT:
                    owner, level = self.in_source[entry], after
                else:
                    owner, level = self._lose(group, self.in_amount[entry], before, after)
                if level > self.state[owner] and not self.protected[owner]:
                    self.state[owner] = level
                    changed[owner] = None
        return list(changed)

    def _lose(self, group: int, amount: float, before: int, after: int) -> tuple[int, int]:
        """Count what a member lost in its group and the groups around it; return the owner and its level."""
        while True:
            for state in range(before, after):
                self.lost[state][group] += amount
            slack = self.slack[group]
            level = sum(lost[group] > slack for lost in self.lost)
            if self.lost[_DEGRADED - 1][group] > 0:
                level = max(level, self.loss[group])
            old, outer = self.level[group], self.parent[group]
            self.level[group] = level
            if outer == ABSENT or level <= old:
                return self.owner[group], level if outer == ABSENT else 0
            group, amount, before, after = outer, 1.0, old, level
