"""The part of the graph that a file holds, and whether it is whole where the answer hangs on it."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping

from queries.checker.forms import Certificate
from queries.checker.rule import Group, Requirement, State, groups_of
from queries.checker.verdict import Verdict


class Subgraph:
    """The requirements of a file as groups by owner, and by target the groups that a loss there concerns."""

    def __init__(self, certificate: Certificate) -> None:
        rows: dict[str, list[Requirement]] = defaultdict(list)
        for row in certificate.requirements:
            rows[row.source].append(row)
        self._elements = certificate.elements
        self._protected = certificate.protected
        self._has = {source: len(found) for source, found in rows.items()}
        self._leads = Counter(row.target for row in certificate.requirements)
        self.groups = {source: groups_of(found, certificate.partial) for source, found in rows.items()}
        self._concerned: dict[str, list[tuple[str, Group]]] = defaultdict(list)
        for owner, groups in self.groups.items():
            for group in groups:
                for target in group.targets():
                    self._concerned[target].append((owner, group))

    def below(self, *targets: str) -> dict[str, None]:
        """Return elements and all that they require, the nearest first."""
        found = dict.fromkeys(targets)
        waiting = deque(found)
        while waiting:
            for group in self.groups.get(waiting.popleft(), ()):
                fresh = sorted(group.targets() - found.keys())
                found.update(dict.fromkeys(fresh))
                waiting.extend(fresh)
        return found

    def behind(self, targets: Iterable[str]) -> dict[str, int]:
        """Return how many steps away is what elements require, but nothing that is protected or behind it."""
        steps = dict.fromkeys(targets, 0)
        waiting = deque(steps)
        while waiting:
            element = waiting.popleft()
            for group in self.groups.get(element, ()):
                for target in group.targets() - steps.keys() - self._protected:
                    steps[target] = steps[element] + 1
                    waiting.append(target)
        return {key: distance for key, distance in steps.items() if distance}

    def goes_down(
        self, target: str, failed: Iterable[str], within: Mapping[str, None], known: frozenset[str] | set[str]
    ) -> tuple[bool, int]:
        """Return whether failures take a target down, and how many steps it took to see it.

        within: the elements that matter. known: elements that are known to take it down alone; since more
        failures never heal anything, to reach one of them is enough.
        """
        states = dict.fromkeys(failed, State.DOWN)
        waiting, steps = deque(states), 0
        while waiting:
            element = waiting.popleft()
            if states[element] is State.DOWN and (element == target or element in known):
                return True, steps
            for owner, group in self._concerned.get(element, ()):
                steps += 1
                if owner not in within or owner in self._protected:
                    continue
                level = group.level(states)
                if level > states.get(owner, State.UP):
                    states[owner] = level
                    waiting.append(owner)
        return False, steps

    def settled(
        self,
        failed: Mapping[str, State],
        within: Mapping[str, None] | None = None,
        standing: Group | None = None,
    ) -> tuple[dict[str, State], int]:
        """Return the states that failures lead to, and how many steps that took.

        within: the elements that matter; all unless said. standing: a group that is taken to bear every loss.
        """
        states = dict(failed)
        waiting, steps = deque(states), 0
        while waiting:
            for owner, group in self._concerned.get(waiting.popleft(), ()):
                steps += 1
                if (within is not None and owner not in within) or owner in self._protected:
                    continue
                level = group.level(states, standing)
                if level > states.get(owner, State.UP):
                    states[owner] = level
                    waiting.append(owner)
        return states, steps

    def check_whole(self, core: Iterable[str], verdict: Verdict) -> None:
        """Note where requirements are missing: of an element that has any here, or into one of the core."""
        for key in self._has.keys() | {
            key for key, one in self._elements.items() if one.requires is not None
        }:
            self.check_owner(key, verdict)
        for key in sorted(core):
            told, found = self._elements[key].required_by, self._leads[key]
            if told != found:
                verdict.refuse(
                    "requirements_missing",
                    key,
                    id_=f"{key}: hubungan yang menuju kepadanya {_told(told)}, di berkas ini {found}",
                    en=f"{key}: requirements that lead to it {_told(told)}, in this file {found}",
                )

    def check_owner(self, key: str, verdict: Verdict) -> None:
        """Note if not all requirements of an element are in the file."""
        told, found = self._elements[key].requires, self._has.get(key, 0)
        if told != found:
            verdict.refuse(
                "requirements_missing",
                key,
                id_=f"{key}: kebutuhannya {_told(told)}, di berkas ini {found}",
                en=f"{key}: its requirements {_told(told)}, in this file {found}",
            )


def _told(number: int | None) -> str:
    return "?" if number is None else str(number)
