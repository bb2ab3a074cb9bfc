"""Redundancy that nobody stated: do the two servers of an element replace each other, or are both needed?

Until someone says so both are needed (the safe reading, docs/availability-rule.md). What is told here is how
much hangs on the answer.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from model.kinds import RelationKind
from queries.resilience.bits import Bits, positions
from queries.resilience.scenarios import BLOCK, Scenarios
from queries.resilience.single_points import noticed
from queries.snapshot.coding import RELATION_KINDS
from queries.snapshot.columns import ABSENT
from queries.snapshot.requirements import Requirements
from queries.snapshot.snapshot import Snapshot

_BOTH, _SPARED = 0b11, 0b10


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """Several targets of one relation of an element, in no group. owner, targets: element indices.

    settles: how many services and processes would outlive the loss of any one of these, if they replaced each
    other, and do not as the data are read now.
    """

    owner: int
    relation: RelationKind
    targets: tuple[int, ...]
    settles: int


def undecided(snapshot: Snapshot, on: date) -> list[Undecided]:
    """Return what nobody decided; first what most services and processes hang on, then by key."""
    requirements = snapshot.requirements(on)
    open_ = _open(snapshot, requirements)
    counts = _settling(snapshot, requirements, [(o, t) for (o, _), targets in open_.items() for t in targets])
    found = [
        Undecided(
            owner=owner,
            relation=relation,
            targets=targets,
            settles=max(counts[owner, target] for target in targets),
        )
        for (owner, relation), targets in open_.items()
    ]
    return sorted(found, key=lambda one: (-one.settles, one.owner, one.relation))


def _open(snapshot: Snapshot, requirements: Requirements) -> dict[tuple[int, RelationKind], tuple[int, ...]]:
    metamodel = snapshot.metamodel
    replaceable = [metamodel.relation(kind).replaceable for kind in RELATION_KINDS]
    kinds = snapshot.relations.kind[requirements.relation]
    rows = np.flatnonzero((requirements.group == ABSENT) & np.array(replaceable)[kinds])
    found: dict[tuple[int, RelationKind], set[int]] = {}
    for row in rows.tolist():
        place = int(requirements.source[row]), RELATION_KINDS[kinds[row]]
        found.setdefault(place, set()).add(int(requirements.target[row]))
    return {place: tuple(sorted(targets)) for place, targets in found.items() if len(targets) > 1}


def _settling(
    snapshot: Snapshot, requirements: Requirements, pairs: list[tuple[int, int]]
) -> dict[tuple[int, int], int]:
    """How many services and processes fall with a target only because an owner (first of a pair) needs it."""
    hit = np.flatnonzero(noticed(snapshot))
    scenarios = Scenarios(requirements, hit)
    counts: dict[tuple[int, int], int] = {}
    for first in range(0, len(pairs), BLOCK // 2):
        block = pairs[first : first + BLOCK // 2]
        failing: dict[int, Bits] = {}
        cuts: dict[int, dict[int, Bits]] = {}
        for number, (owner, target) in enumerate(block):
            # each failure twice: as the data are read, and with the owner spared
            failing[target] = failing.get(target, 0) | _BOTH << 2 * number
            cuts.setdefault(owner, {})[target] = _SPARED << 2 * number
        down = scenarios.down(failing, cuts=cuts)
        spared = [down[index] & ~(down[index] >> 1) for index in hit.tolist()]
        _, bit = positions(spared, 2 * len(block))
        saved = np.bincount(bit[bit % 2 == 0] // 2, minlength=len(block))
        counts.update(zip(block, saved.tolist(), strict=True))
    return counts
