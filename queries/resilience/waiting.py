"""What elements wait for until they are back: as long as the slowest that a need cannot spare."""

from collections.abc import Iterator, Sequence

from model.availability import State
from queries.resilience.gates import Gate, each_of, gates_of
from queries.snapshot.columns import Bools, Floats
from queries.snapshot.requirements import Requirements

Hours = Sequence[float]  # by element, until it is back


class Waiting:
    """What keeps elements down, on one date."""

    def __init__(self, requirements: Requirements, within: Bools | None = None) -> None:
        """Prepare it. within: by element, whether it matters; the others are waited for by nobody."""
        self._each = each_of(requirements, State.DOWN, within)
        self._gates = gates_of(requirements, within)

    def hours(self, element: int, hours: Hours) -> float:
        """Return how long an element waits for what it requires."""
        each = [hours[target] for target in self._each[element]]
        return max([0.0, *each, *(_level(gate, hours) for gate in self._gates.get(element, ()))])

    def holding(self, element: int, hours: Hours, until: float) -> list[int]:
        """Return what keeps an element waiting for so long, or longer, in the order of the keys."""
        found = {target for target in self._each[element] if hours[target] >= until}
        for gate in self._gates.get(element, ()):
            found.update(_holding(gate, hours, until))
        return sorted(found)

    def chain(self, element: int, hours: Hours, own: Floats, until: float) -> list[int]:
        """Return the shortest chain from an element to one whose own hours keep it waiting for so long."""
        before: dict[int, int | None] = {element: None}
        ring = [element]
        for one in ring:
            if own[one] >= until:
                break
            for target in self.holding(one, hours, until):
                if target not in before:
                    before[target] = one
                    ring.append(target)
        return _steps(before, one)

    def slowest(self, element: int, hours: Hours) -> list[int]:
        """Return the chain along what each waits for longest."""
        chain = [element]
        while (longest := self.hours(chain[-1], hours)) > 0:
            following = self.holding(chain[-1], hours, longest)[0]
            if following in chain:
                break
            chain.append(following)
        return chain


def _level(gate: Gate, hours: Hours) -> float:
    """How long a group does not meet its need: until so much is back that the rest may be lost."""
    parts = [(hours[target], amount) for target, amount, cap in gate.members if cap is State.DOWN]
    parts += [(_level(inner, hours), 1.0) for inner in gate.inner]
    lost = 0.0
    for until, amount in sorted(parts, reverse=True):
        lost += amount
        if lost > gate.slack:
            return until
    return 0.0


def _holding(gate: Gate, hours: Hours, until: float) -> Iterator[int]:
    if _level(gate, hours) < until:
        return
    yield from (target for target, _, cap in gate.members if cap is State.DOWN and hours[target] >= until)
    for inner in gate.inner:
        yield from _holding(inner, hours, until)


def _steps(before: dict[int, int | None], last: int) -> list[int]:
    steps: list[int] = []
    step: int | None = last
    while step is not None:
        steps.append(step)
        step = before[step]
    return steps[::-1]
