"""One failure before and after changes: what is better, what is worse, and what lost something it needs."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from model.kinds import RelationKind
from queries.impact.contrast import Difference, differences
from queries.impact.impact import Impact, Scenario, simulate
from queries.snapshot.coding import RELATION_KINDS
from queries.snapshot.columns import ABSENT, Ints
from queries.snapshot.snapshot import Snapshot
from queries.whatif.branch import Branch


@dataclass(frozen=True, eq=False, kw_only=True)
class Comparison:
    """The same scenario on a snapshot and on a branch of it."""

    branch: Branch
    scenario: Scenario

    @cached_property
    def before(self) -> Impact:
        """The impact without the changes."""
        return simulate(self.branch.base, self.scenario)

    @cached_property
    def after(self) -> Impact:
        """The impact with them."""
        return simulate(self.branch.snapshot, self.scenario)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Everything affected before or after, or bereft: the worst first, then by key.

        What is assumed to fail, and what the changes retire, is not told: it is what was asked.
        """
        tried = self.branch.snapshot
        valid = tried.requirements(self.scenario.on).valid
        return tuple(
            one
            for one in differences(self.before, self.after, bereft(self.branch, self.scenario))
            if valid[tried.index(one.uid)] and one.uid not in self.scenario.failed
        )


def bereft(branch: Branch, scenario: Scenario) -> dict[str, tuple[RelationKind, ...]]:
    """Return by uid the relations by which an element needs something that nothing gives it any more.

    By the rule alone it would need nothing and be up: that is no answer to retiring what it needs. A need is
    one relation, or a group of them; it is met while one of them is left, or a new one of its type is there.
    """
    base, tried = branch.base, branch.snapshot
    valid, touched = tried.requirements(scenario.on).valid, _touched(branch, scenario)
    had, left = (_needs(one, scenario, touched) for one in (base, tried))
    before = _ways(had)
    new = {way for way, targets in _ways(left).items() if targets - before.get(way, set())}
    gone = (set(tried.relations.id.all()) if touched else set()) - {one.relation for one in left}
    units: dict[tuple[str, str], list[_Need]] = {}
    for one in had:
        units.setdefault((one.source, one.unit), []).append(one)
    found: dict[str, set[RelationKind]] = {}
    for (source, _), needs in units.items():
        at = tried.positions.get(source)
        lost = all(one.relation in gone for one in needs)
        if at is not None and valid[at] and lost and (source, needs[0].kind) not in new:
            found.setdefault(source, set()).add(needs[0].kind)
    return {uid: tuple(sorted(kinds)) for uid, kinds in sorted(found.items())}


class _Need(NamedTuple):
    """One relation by which something is needed. unit: what it is alike needed with."""

    source: str
    target: str
    kind: RelationKind
    relation: str
    unit: str


def _touched(branch: Branch, scenario: Scenario) -> frozenset[str]:
    """Return the elements with a relation to something that was valid and is not any more."""
    base, tried = branch.base, branch.snapshot
    was = base.requirements(scenario.on).valid
    ended = np.flatnonzero(~tried.requirements(scenario.on).valid).tolist()
    gone = [at for at in ended if (old := base.positions.get(tried.uids[at])) is not None and was[old]]
    rows = np.flatnonzero(np.isin(tried.relations.target, gone))
    return frozenset(tried.uids[at] for at in np.unique(tried.relations.source[rows]).tolist())


def _needs(snapshot: Snapshot, scenario: Scenario, sources: Collection[str]) -> list[_Need]:
    """Return what some elements need."""
    tables, uids = snapshot.requirements(scenario.on), snapshot.uids
    groups, found = _outermost(tables.groups.parent) if sources else [], []
    for source in sorted(snapshot.positions[uid] for uid in sources if uid in snapshot.positions):
        for row in range(int(tables.ptr[source]), int(tables.ptr[source + 1])):
            group, relation = int(tables.group[row]), int(tables.relation[row])
            kind = RELATION_KINDS[snapshot.relations.kind[relation]]
            id_ = snapshot.relations.id[relation]
            unit = id_ if group == ABSENT else f"group {groups[group]}"
            found.append(_Need(uids[source], uids[int(tables.target[row])], kind, id_, unit))
    return found


def _ways(needs: Iterable[_Need]) -> dict[tuple[str, RelationKind], set[tuple[str, str]]]:
    """Return by source and type the relations that are needed, each with its target."""
    found: dict[tuple[str, RelationKind], set[tuple[str, str]]] = {}
    for one in needs:
        found.setdefault((one.source, one.kind), set()).add((one.relation, one.target))
    return found


def _outermost(parent: Ints) -> list[int]:
    """Return by group the outermost group around it; outer groups stand before inner ones."""
    found: list[int] = []
    for group, outer in enumerate(parent.tolist()):
        found.append(group if outer == ABSENT else found[outer])
    return found
