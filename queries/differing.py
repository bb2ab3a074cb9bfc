"""What differs between two loads: elements, relations, and what now depends on one thing alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from model.availability import State
from model.element import Element, Relation
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from queries.architecture import Architecture, as_of, snapshot_of
from queries.history import load_named
from queries.impact import Scenario, simulate
from queries.past import Past
from queries.plan import ElementChange
from queries.records import loads
from queries.snapshot.columns import Bools
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store

TARGETS = (ElementKind.SERVICE, ElementKind.BUSINESS_PROCESS)
BEGINNING = ""  # sorts before every load
MOST_TRIED = 1_500  # elements whose failure is tried; a simulation of 100,000 elements takes some 2 ms


@dataclass(frozen=True, slots=True)
class Dependence:
    """A service or process that one element alone takes down. on: the element. both as Element."""

    target: Element
    on: Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs between an earlier and a later load.

    earlier, later: ids of the loads; blank for the time before the first. begun, ended: what services and
    processes depend on alone only since, or only until then. complete: whether every element was tried whose
    failure might differ.
    """

    earlier: str
    later: str
    added: tuple[Element, ...]
    changed: tuple[ElementChange, ...]
    removed: tuple[Element, ...]
    related: tuple[Relation, ...]
    unrelated: tuple[Relation, ...]
    names: Mapping[str, str]  # uid to key, of the ends of these relations
    begun: tuple[Dependence, ...]
    ended: tuple[Dependence, ...]
    complete: bool


def difference_between(
    store: Store, metamodel: Metamodel, load: str, later: str | None, on: date
) -> Difference:
    """Return what one load changed, or what changed after it until a later one. on: as in difference.

    load, later: ids, or beginnings that only one load has.

    Raises:
        RefusedQuestion: no such load.
    """
    first = load_named(store, load).id
    if later is not None:
        ends = first, load_named(store, later).id
    else:
        earlier = [one.id for one in loads(store) if one.id < first]
        ends = (earlier[-1] if earlier else BEGINNING), first
    before, after = (Past(as_of(store, metamodel, end), end) for end in ends)
    return difference(metamodel, before, after, on)


def difference(metamodel: Metamodel, before: Past, after: Past, on: date) -> Difference:
    """Return what differs between the architectures after two loads. on: the day failures are assumed."""
    one, two = before.whole, after.whole
    changed = [
        ElementChange(before=one.elements[uid], after=element)
        for uid, element in two.elements.items()
        if uid in one.elements and one.elements[uid] != element
    ]
    added = [element for uid, element in two.elements.items() if uid not in one.elements]
    removed = [element for uid, element in one.elements.items() if uid not in two.elements]
    related = _only(two.relations, one.relations)
    unrelated = _only(one.relations, two.relations)
    touched = {e.uid for e in (*added, *removed)} | {c.after.uid for c in changed}
    touched |= {uid for edge in (*related, *unrelated) for uid in (edge.source, edge.target)}
    was, whole_then = _alone(metamodel, one, touched, on)
    now, whole_now = _alone(metamodel, two, touched, on)
    everybody = {**one.elements, **two.elements}
    return Difference(
        earlier=before.load,
        later=after.load,
        added=tuple(sorted(added, key=_key)),
        changed=tuple(sorted(changed, key=lambda change: change.after.key)),
        removed=tuple(sorted(removed, key=_key)),
        related=related,
        unrelated=unrelated,
        names={uid: everybody[uid].key for e in (*related, *unrelated) for uid in (e.source, e.target)},
        begun=_dependences(now - was, one, two),
        ended=_dependences(was - now, two, one),
        complete=whole_then and whole_now,
    )


def _key(element: Element) -> str:
    return element.key


def _only(these: Mapping[str, Relation], others: Mapping[str, Relation]) -> tuple[Relation, ...]:
    """Return the relations that are not, or otherwise, among the others."""
    found = (
        edge for id_, edge in these.items() if id_ not in others or others[id_].properties != edge.properties
    )
    return tuple(sorted(found, key=lambda edge: (edge.source, edge.relation.value, edge.target, edge.id)))


def _dependences(
    pairs: set[tuple[str, str]], other: Architecture, whole: Architecture
) -> tuple[Dependence, ...]:
    """Return dependences of one architecture; of a target that is new, or gone, there is none."""
    known = whole.elements
    found = [Dependence(known[target], known[on]) for target, on in pairs if target in other.elements]
    return tuple(sorted(found, key=lambda one: (one.target.key, one.on.key)))


def _alone(
    metamodel: Metamodel, whole: Architecture, touched: set[str], on: date
) -> tuple[set[tuple[str, str]], bool]:
    """Return which services and processes an element alone takes down: (target, element), by uid.

    Only those that something touched can reach; and whether all elements that could do so were tried.
    """
    snapshot = snapshot_of(metamodel, whole, 0)
    here = np.zeros(len(snapshot), np.bool_)
    here[[at for uid in touched if (at := snapshot.positions.get(uid)) is not None]] = True
    wanted = _upwards(snapshot, here, on) & np.isin(
        snapshot.elements.kind, [_CODES[kind] for kind in TARGETS]
    )
    carrying = _downwards(snapshot, wanted, on)
    needed = np.bincount(snapshot.requirements(on).target, minlength=len(snapshot))
    candidates = np.flatnonzero(carrying & ~wanted)
    tried = candidates[np.argsort(-needed[candidates], kind="stable")][:MOST_TRIED]
    found: set[tuple[str, str]] = set()
    for index in tried.tolist():
        uid = snapshot.uids[index]
        state = simulate(snapshot, Scenario(failed={uid: State.DOWN}, on=on)).state
        found |= {(snapshot.uids[at], uid) for at in np.flatnonzero(wanted & (state == State.DOWN)).tolist()}
    return found, len(tried) == len(candidates)


_CODES = {kind: number for number, kind in enumerate(ElementKind)}


def _upwards(snapshot: Snapshot, begun: Bools, on: date) -> Bools:
    """Return these elements and all that requires them, directly or not."""
    rows = snapshot.requirements(on)
    return _spread(begun, rows.target, rows.source)


def _downwards(snapshot: Snapshot, begun: Bools, on: date) -> Bools:
    """Return these elements and all that they require, directly or not."""
    rows = snapshot.requirements(on)
    return _spread(begun, rows.source, rows.target)


def _spread(begun: Bools, origin: npt.NDArray[np.integer], end: npt.NDArray[np.integer]) -> Bools:
    reached = begun.copy()
    while True:
        further = reached.copy()
        further[end[reached[origin]]] = True
        if (further == reached).all():
            return reached
        reached = further
