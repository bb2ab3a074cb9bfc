"""What differs between two loads: elements, relations, and what now depends on one thing alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from model.element import Element, Relation
from model.metamodel.metamodel import Metamodel
from queries.architecture import Architecture, as_of, snapshot_of
from queries.history import load_named
from queries.impact.chains import everything_above
from queries.loads import merging
from queries.loads.plan import ElementChange
from queries.past import Past
from queries.records import loads
from queries.resilience.single_points import SinglePoints, noticed, single_points
from queries.store.store import Store

BEGINNING = ""  # sorts before every load


@dataclass(frozen=True, slots=True)
class Dependence:
    """A service or process that one element alone takes down. on: the element. both as Element."""

    target: Element
    on: Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs between an earlier and a later load.

    earlier, later: ids of the loads; blank for the time before the first. begun, ended: what services and
    processes that are in use at both ends depend on alone only since, or only until then. lost: what they
    depended on alone and is in use no more; all that ended with it is neither told nor called ended. new: how
    many services and processes are in use only since; new_alone: how many of these depend on one element.
    restated: relations that stay and of which properties differ, before and after.
    merged: of what is gone because it became part of another, by uid, the key of that.
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
    lost: tuple[Dependence, ...] = ()
    new: int = 0
    new_alone: int = 0
    merged: Mapping[str, str] = field(default_factory=dict)
    restated: tuple[tuple[Relation, Relation], ...] = ()


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
    found = difference(metamodel, before, after, on)
    merges, known = merging.merges(store).until(after.load), after.whole.elements
    homes = {one.uid: known.get(merges.home(one.uid)) for one in found.removed}
    return replace(found, merged={uid: home.key for uid, home in homes.items() if home is not None})


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
    restated = _restated(one.relations, two.relations)
    edges = (*related, *unrelated, *(after for _, after in restated))
    touched |= {uid for edge in edges for uid in (edge.source, edge.target)}
    was, now = (_Side(_alone(metamodel, whole, touched, on), on) for whole in (one, two))
    over = {(target, on_) for target, on_ in was.points.beyond(now.points) if now.has(target)}
    bereft = {target for target, on_ in over if not now.has(on_)}
    new = {uid for uid in now.targets() if not was.has(uid)}
    everybody = {**one.elements, **two.elements}
    return Difference(
        earlier=before.load,
        later=after.load,
        added=tuple(sorted(added, key=_key)),
        changed=tuple(sorted(changed, key=lambda change: change.after.key)),
        removed=tuple(sorted(removed, key=_key)),
        related=related,
        unrelated=unrelated,
        restated=restated,
        names={uid: everybody[uid].key for edge in edges for uid in (edge.source, edge.target)},
        begun=_dependences(everybody, (pair for pair in now.points.beyond(was.points) if was.has(pair[0]))),
        ended=_dependences(everybody, (pair for pair in over if pair[0] not in bereft)),
        lost=_dependences(everybody, (pair for pair in over if not now.has(pair[1]))),
        new=len(new),
        new_alone=len({target for target, _ in now.points.uids()} & new),
    )


@dataclass(frozen=True, eq=False)
class _Side:
    """Single points after one of the two loads."""

    points: SinglePoints
    on: date

    def has(self, uid: str) -> bool:
        """Whether an element is in use."""
        snapshot = self.points.snapshot
        at = snapshot.positions.get(uid)
        return at is not None and bool(snapshot.requirements(self.on).valid[at])

    def targets(self) -> Iterator[str]:
        """Yield the services and processes in use that something touched can reach."""
        uids = (self.points.snapshot.uids[at] for at in self.points.targets.tolist())
        return (uid for uid in uids if self.has(uid))


def _key(element: Element) -> str:
    return element.key


def _only(these: Mapping[str, Relation], others: Mapping[str, Relation]) -> tuple[Relation, ...]:
    """Return the relations that are not among the others."""
    return tuple(sorted((edge for id_, edge in these.items() if id_ not in others), key=_ends))


def _restated(
    before: Mapping[str, Relation], after: Mapping[str, Relation]
) -> tuple[tuple[Relation, Relation], ...]:
    """Return the relations of both of which properties differ."""
    both = ((before[id_], edge) for id_, edge in after.items() if id_ in before)
    found = (pair for pair in both if pair[0].properties != pair[1].properties)
    return tuple(sorted(found, key=lambda pair: _ends(pair[1])))


def _ends(edge: Relation) -> tuple[str, str, str, str]:
    return edge.source, edge.relation.value, edge.target, edge.id


def _dependences(known: Mapping[str, Element], pairs: Iterable[tuple[str, str]]) -> tuple[Dependence, ...]:
    """Return pairs as elements; known: all of both ends, as they are called at the later one."""
    found = [Dependence(known[target], known[on]) for target, on in pairs]
    return tuple(sorted(found, key=lambda one: (one.target.key, one.on.key)))


def _alone(metamodel: Metamodel, whole: Architecture, touched: set[str], on: date) -> SinglePoints:
    """Return which services and processes an element alone takes down.

    Only those that something touched can reach, and elements that are none of them.
    """
    snapshot = snapshot_of(metamodel, whole, 0)
    here = np.array(
        [at for uid in sorted(touched) if (at := snapshot.positions.get(uid)) is not None], np.int64
    )
    reached = everything_above(snapshot.requirements(on), here)
    wanted = reached & noticed(snapshot)
    return single_points(snapshot, on, np.flatnonzero(wanted), may_fail=~wanted)
