"""Why the members of a group fell together: the nearest thing through which the failure reached them."""

from dataclasses import dataclass
from itertools import takewhile

from model.kinds import RelationKind
from queries.impact.impact import Impact, Reason
from queries.snapshot.coding import RELATION_KINDS


@dataclass(frozen=True, slots=True)
class SharedCause:
    """What all members that decide a group have in common.

    members: how many these are. key: of the element. relation: by which each of them requires it directly;
    None where not all do by one.
    """

    members: int
    key: str
    relation: RelationKind | None


def shared_cause(impact: Impact, reason: Reason) -> SharedCause | None:
    """Return what took several members of a deciding group down together; None for one, or by several causes.

    It is the last common step of their shortest chains from what failed.
    """
    worst = [member.key for member in reason.members if member.key and member.counted >= reason.level]
    if len(worst) < 2:
        return None
    members = [impact.snapshot.keyed(key) for key in worst]
    steps = zip(*(impact.path(member) for member in members), strict=False)
    common = [one[0] for one in takewhile(lambda step: len(set(step)) == 1, steps)]
    if not common or common[-1] in worst:
        return None
    return SharedCause(len(members), common[-1], _relation(impact, members, common[-1]))


def _relation(impact: Impact, members: list[int], key: str) -> RelationKind | None:
    """Return the kind of relation by which all of some elements require another, if it is one."""
    tables, kinds, keys = impact.requirements, impact.snapshot.relations.kind, impact.snapshot.keys
    found: set[RelationKind] = set()
    for member in members:
        rows = range(int(tables.ptr[member]), int(tables.ptr[member + 1]))
        direct = [row for row in rows if keys[int(tables.target[row])] == key]
        if not direct:
            return None
        found.update(RELATION_KINDS[int(kinds[int(tables.relation[row])])] for row in direct)
    return found.pop() if len(found) == 1 else None
