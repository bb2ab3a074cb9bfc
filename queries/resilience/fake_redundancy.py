"""Fake redundancy: groups that could bear the loss of any member, and fall with one element all the same."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from model.availability import State
from model.kinds import RelationKind
from queries.resilience.bits import Bits, positions
from queries.resilience.gates import Gate, gates_of
from queries.resilience.order import Order
from queries.resilience.scenarios import BLOCK, Scenarios, Spared
from queries.snapshot.coding import RELATION_KINDS
from queries.snapshot.columns import ABSENT, Bools
from queries.snapshot.requirements import Requirements
from queries.snapshot.snapshot import Snapshot

# What a change costs, the cheapest first: software is moved before cables, cables before machines. An
# assumption: no source orders them for all agencies. What is not listed is the dearest.
_CHEAPEST_FIRST = (
    RelationKind.RUNS_ON,
    RelationKind.HOSTED_ON,
    RelationKind.STORED_ON,
    RelationKind.ROUTED_VIA,
    RelationKind.CONNECTED_BY,
    RelationKind.POWERED_BY,
    RelationKind.LOCATED_IN,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeRedundancy:
    """A redundancy group that one element takes down. owner, cause, members: element indices.

    group: its path. members: of the group and the groups inside it. decides: whether its owner would outlive
    the loss of the cause if the group did; otherwise something else takes the owner down as well.
    """

    owner: int
    number: int
    group: str
    members: tuple[int, ...]
    cause: int
    decides: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """The cheapest single change that lets a group outlive the loss of its cause.

    source is made to depend on something else than target, instead of its relations of this kind to it.
    """

    source: int
    relation: RelationKind
    target: int


def fake_redundancies(
    snapshot: Snapshot, on: date, may_fail: Bools | None = None, protected: Collection[int] = ()
) -> list[FakeRedundancy]:
    """Return the groups that one element takes down: those that decide first, by owner, group and element.

    Only groups with a name: people stated these as redundancy. may_fail, protected: as for single points.
    """
    requirements = snapshot.requirements(on)
    named = [one for one in _named(gates_of(requirements), requirements) if _claims_redundancy(one[1])]
    if not named:
        return []
    owners = np.unique([owner for owner, _ in named])
    scenarios = Scenarios(requirements, owners)
    tried = scenarios.order.first
    if may_fail is not None:
        tried = tried[may_fail[tried]]
    found = []
    for block, failing in scenarios.each_alone(tried, protected):
        down = scenarios.down(failing, protected)
        row, bit = positions([gate.lost(State.DOWN, down, down) for _, gate in named], len(block))
        for (owner, gate), cause in zip((named[n] for n in row.tolist()), block[bit].tolist(), strict=True):
            if cause != owner:
                path = requirements.groups.paths[requirements.groups.path[gate.number]]
                members = tuple(sorted(set(_members(gate))))
                found.append(
                    FakeRedundancy(owner=owner, number=gate.number, group=path, members=members, cause=cause)
                )
    found = list(_weighed(scenarios, found, protected))
    return sorted(found, key=lambda one: (not one.decides, one.owner, one.group, one.cause))


def _weighed(
    scenarios: Scenarios, found: list[FakeRedundancy], protected: Collection[int]
) -> Iterator[FakeRedundancy]:
    """Tell which groups decide: each is tried in a scenario of its own, in which it bears every loss."""
    for first in range(0, len(found), BLOCK):
        block = found[first : first + BLOCK]
        failing: dict[int, Bits] = {}
        standing: dict[int, Bits] = {}
        for bit, fake in enumerate(block):
            failing[fake.cause] = failing.get(fake.cause, 0) | 1 << bit
            standing[fake.number] = standing.get(fake.number, 0) | 1 << bit
        down = scenarios.down(failing, protected, standing=standing)
        for bit, fake in enumerate(block):
            yield replace(fake, decides=not down[fake.owner] >> bit & 1)


def _named(gates: Mapping[int, Iterable[Gate]], requirements: Requirements) -> Iterator[tuple[int, Gate]]:
    """Every group with a name, the inner ones too, with its owner."""
    for owner, outermost in gates.items():
        pending = list(outermost)
        while pending:
            gate = pending.pop()
            pending += gate.inner
            if requirements.groups.path[gate.number] != ABSENT:
                yield owner, gate


def _claims_redundancy(gate: Gate) -> bool:
    """Whether the group could bear the loss of any one of its members."""
    amounts = [amount for _, amount, _ in gate.members] + [1.0 for _ in gate.inner]
    return len(amounts) > 1 and max(amounts) <= gate.slack


def _members(gate: Gate) -> Iterable[int]:
    yield from (target for target, _, _ in gate.members)
    for inner in gate.inner:
        yield from _members(inner)


def cheapest_fix(
    snapshot: Snapshot, on: date, fake: FakeRedundancy, protected: Collection[int] = ()
) -> Fix | None:
    """Return the cheapest change of one element's relations of one kind to one other that saves the group.

    Each way is tried by simulation with that requirement cut. None where no single change is enough.
    """
    requirements = snapshot.requirements(on)
    scenarios = Scenarios(requirements, np.array([fake.owner]))
    gate = next(gate for _, gate in _named(scenarios.gates, requirements) if gate.number == fake.number)
    ways = _ways(snapshot, requirements, fake, scenarios.down({fake.cause: 1}, protected))
    cuts: dict[int, dict[int, Bits]] = {}
    for bit, way in enumerate(ways):
        cuts.setdefault(way.source, {})[way.target] = 1 << bit
    down = scenarios.down({fake.cause: (1 << len(ways)) - 1}, protected, cuts)
    lost = gate.lost(State.DOWN, Spared(down, cuts.get(fake.owner, {})), down)
    saving = [way for bit, way in enumerate(ways) if not lost >> bit & 1]
    return min(saving, key=_cost, default=None)


def _ways(
    snapshot: Snapshot, requirements: Requirements, fake: FakeRedundancy, down: list[Bits]
) -> list[Fix]:
    """The requirements along which the loss of the cause reaches the group, one for each two elements."""
    below = set(Order(requirements, np.array(fake.members)).first.tolist())
    lost = np.array([bool(bits) for bits in down])
    rows = np.flatnonzero(lost[requirements.target] & (requirements.cap == State.DOWN))
    found: dict[tuple[int, int], Fix] = {}
    for row in rows.tolist():
        source, target = int(requirements.source[row]), int(requirements.target[row])
        if (source in below and lost[source]) or (source == fake.owner and target in fake.members):
            kind = RELATION_KINDS[snapshot.relations.kind[requirements.relation[row]]]
            way = Fix(source=source, relation=kind, target=target)
            found[source, target] = min(way, found.get((source, target), way), key=_cost)
    return list(found.values())


def _cost(fix: Fix) -> tuple[int, int, int]:
    kinds = _CHEAPEST_FIRST
    return kinds.index(fix.relation) if fix.relation in kinds else len(kinds), fix.source, fix.target
