"""Decisions that ask for a new look: one of the two is called otherwise since, and is for something else."""

from collections.abc import Iterable, Mapping, Sequence

from model.decision import Decision, Side
from model.fold import fold
from model.metamodel.common import COMMON
from model.record import Record, Value
from queries import records
from queries.loads.near import akin, respelt
from queries.store.store import Store

_PURPOSES = tuple(one.name for one in COMMON if one.describing)


def to_review(
    store: Store, made: Iterable[Decision], present: Mapping[str, tuple[str, str]]
) -> frozenset[str]:
    """Return the ids of decisions about an element of which neither name nor purpose is left.

    present: key and name, as they are now, by uid.
    """
    renamed = [
        (decision, side)
        for decision in made
        for side in (decision.left, decision.right)
        if side.uid in present and not _alike(side.name, present[side.uid][1])
    ]
    said = records.records_of(store, {side.uid for _, side in renamed}) if renamed else {}
    return frozenset(one.id for one, side in renamed if _is_other(said.get(side.uid, ()), one, side))


def _alike(then: str, now: str) -> bool:
    return respelt(then, now) or akin(then, now)


def _is_other(said: Sequence[Record], decision: Decision, side: Side) -> bool:
    """Whether what an element is for, as it was said then, is nothing like what is said now."""
    then = _purposes([one for one in said if one.load <= decision.load], side.uid)
    now = _purposes(said, side.uid)
    both = [(str(then[name]), str(now[name])) for name in _PURPOSES if name in then and name in now]
    return bool(both) and not any(akin(one, two) for one, two in both)


def _purposes(said: Sequence[Record], uid: str) -> Mapping[str, Value]:
    element = fold(said, uid).element
    return element.properties if element is not None else {}
