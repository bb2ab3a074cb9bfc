"""What could be the cause: all that elements require, and what the loss of each alone would do to them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.availability import State
from model.kinds import ElementKind
from queries.impact.chains import Chains, chains_back
from queries.resilience.bits import positions
from queries.resilience.scenarios import Scenarios
from queries.snapshot.columns import ABSENT, Longs, Small
from queries.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One element that others require.

    explains: how many of those its loss alone would harm. state: what they are in then, at worst; up where
    redundancy bears it, so that only together with others it is a cause. path: keys from it to the nearest
    of those.
    """

    index: int
    uid: str
    key: str
    kind: ElementKind
    name: str
    owner: str | None  # key
    owner_name: str | None
    state: State
    explains: int
    distance: int
    path: tuple[str, ...]


def causes(
    snapshot: Snapshot, targets: Collection[str], on: date, protected: Collection[str] = ()
) -> list[Cause]:
    """Return what could be the cause of trouble at some elements (uids).

    First what explains most of them, then the worst, then the nearest. protected: uids of what is known to be
    up; it is no cause, and nothing behind it is.

    Raises:
        UnknownElement: a uid is in no element of the snapshot.
    """
    requirements = snapshot.requirements(on)
    wanted = np.array(sorted({snapshot.index(uid) for uid in targets}), np.int64)
    open_ = np.ones(len(snapshot), np.bool_)
    open_[[snapshot.index(uid) for uid in protected]] = False
    found = chains_back(requirements, open_, wanted)
    behind = np.flatnonzero(found.distance > 0)
    within = found.distance != ABSENT  # what is not behind the targets cannot matter to them
    harm = _harm(Scenarios(requirements, wanted, within=within), wanted, behind)
    explains, worst = (harm > State.UP).sum(axis=1), harm.max(axis=1, initial=0)
    order = np.lexsort((behind, found.distance[behind], -worst, -explains))
    return [
        _cause(snapshot, found, int(behind[n]), State(int(worst[n])), int(explains[n]))
        for n in order.tolist()
    ]


def _harm(scenarios: Scenarios, targets: Longs, elements: Longs) -> Small:
    """Return the state of each target (column) when an element (row) alone is lost."""
    row_of = {element: row for row, element in enumerate(elements.tolist())}
    harm = np.zeros((len(elements), len(targets)), np.int8)
    for block, failing in scenarios.each_alone(elements):
        rows = [row_of[element] for element in block.tolist()]
        for state, bits in scenarios.states(failing).items():
            column, bit = positions([bits[target] for target in targets.tolist()], len(block))
            np.maximum.at(harm, (np.array(rows)[bit], column), np.int8(state))
    return harm


def _cause(snapshot: Snapshot, found: Chains, index: int, state: State, explains: int) -> Cause:
    elements = snapshot.elements
    owner = int(snapshot.owner[index])
    return Cause(
        index=index,
        uid=elements.uid[index],
        key=elements.key[index],
        kind=snapshot.kind(index),
        name=elements.name[index],
        owner=None if owner == ABSENT else elements.key[owner],
        owner_name=None if owner == ABSENT else elements.name[owner],
        state=state,
        explains=explains,
        distance=int(found.distance[index]),
        path=tuple(elements.key[step] for step in reversed(found.path(index))),
    )
