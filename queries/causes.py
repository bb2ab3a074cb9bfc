"""What could be the cause: all that elements require, and what the loss of each alone would do to them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.availability import State
from model.kinds import ElementKind
from queries.chains import Chains, chains_back
from queries.propagation import Propagation
from queries.snapshot.columns import ABSENT, Bools, Longs
from queries.snapshot.requirements import Requirements
from queries.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One element that others require.

    state: what those are in, at worst, when it alone is lost; up where redundancy bears it, so that
    only together with others it is a cause. path: keys from it to the nearest of those.
    """

    index: int
    uid: str
    key: str
    kind: ElementKind
    name: str
    owner: str | None  # key
    owner_name: str | None
    state: State
    distance: int
    path: tuple[str, ...]


def causes(
    snapshot: Snapshot, targets: Collection[str], on: date, protected: Collection[str] = ()
) -> list[Cause]:
    """Return what could be the cause of trouble at some elements (uids), worst first, then nearest.

    protected: uids of what is known to be up; it is no cause, and nothing behind it is.

    Raises:
        UnknownElement: a uid is in no element of the snapshot.
    """
    requirements = snapshot.requirements(on)
    wanted = np.array(sorted({snapshot.index(uid) for uid in targets}), np.int64)
    open_ = np.ones(len(snapshot), np.bool_)
    open_[[snapshot.index(uid) for uid in protected]] = False
    found = chains_back(requirements, open_, wanted)
    behind = np.flatnonzero(found.distance > 0)
    closed = found.distance == ABSENT  # what is not behind the targets cannot matter to them
    effects = np.array([_effect(requirements, closed, wanted, index) for index in behind.tolist()], np.int8)
    order = np.lexsort((behind, found.distance[behind], -effects))
    return [_cause(snapshot, found, int(behind[n]), State(int(effects[n]))) for n in order.tolist()]


def _effect(requirements: Requirements, closed: Bools, targets: Longs, index: int) -> int:
    run = Propagation(requirements, closed)
    run.raise_to(np.array([index]), np.array([State.DOWN], np.int8))
    run.settle()
    return int(run.state[targets].max())


def _cause(snapshot: Snapshot, found: Chains, index: int, state: State) -> Cause:
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
        distance=int(found.distance[index]),
        path=tuple(elements.key[step] for step in reversed(found.path(index))),
    )
