"""Certificates of impacts.

An impact comes with a derivation: steps, each of which follows from those before it, worst state first. To
be down only needs what is down, and to be degraded only what is degraded or down, so that everybody fires
once, at the state of the answer, and even cycles are derived from what failed.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from model.availability import State, group_level
from model.groups import Group, Row, requirement_groups
from queries.certificate.document import Document, Origin
from queries.certificate.part import Part
from queries.impact.certainty import Uncertain
from queries.impact.impact import Impact
from queries.impact.propagation import Propagation
from queries.impact.reach import reach
from queries.resilience.restore_order import RestoreOrder
from queries.snapshot.coding import RELATION_KINDS


def impact_certificate(
    impact: Impact, doubtful: Sequence[Uncertain], origin: Origin, order: RestoreOrder | None = None
) -> Document:
    """Return the certificate of an impact. doubtful: what it calls unknown, which is told, not proved.

    order: in which to repair what failed; None where nobody asked.
    """
    snapshot, keys = impact.snapshot, impact.snapshot.keys
    state = {index: State(code) for index, code in enumerate(impact.state.tolist()) if code}
    failed = {index: impact.scenario.failed[snapshot.uids[index]] for index in impact.given.tolist()}
    part = Part(snapshot, impact.scenario.on)
    core = np.array(sorted({*state, *failed}), np.int64)
    part.take(core, required_by=True)
    part.name(snapshot.index(uid) for uid in impact.scenario.protected)
    part.name(one.index for one in doubtful)
    asked = {
        "kind": "impact",
        "failed": {keys[index]: given.word for index, given in failed.items()},
        "protected": sorted(keys[snapshot.index(uid)] for uid in impact.scenario.protected),
        "may_fail": None,
    }
    affected = {keys[index]: state[index].word for index in impact.order.tolist()}
    unknown = sorted(one.key for one in doubtful)
    answer = {"affected": affected, "unknown": unknown, "targets": [], **_restoring(keys, order)}
    firings = list(_firings(part, impact, state, failed))
    return part.document(asked, answer, origin, cypher=reach(impact), firings=firings)


def _restoring(keys: Sequence[str], order: RestoreOrder | None) -> dict[str, Any]:
    if order is None:
        return {}
    told = {
        "steps": [{"element": keys[step.place], "hours": order.hours(step)} for step in order.steps],
        "weights": {keys[place]: weight for place, weight in order.weights.items()},
        "lost": order.cost,
        "best": order.exact,
    }
    return {"restore_order": told}


def _firings(
    part: Part, impact: Impact, state: Mapping[int, State], failed: Mapping[int, State]
) -> Iterator[dict[str, Any]]:
    """Yield the steps of the derivation, worst state first, in the order in which the rule reached them."""
    run = Propagation(impact.requirements, impact.protected)
    run.raise_to(impact.given, np.array([failed[index] for index in impact.given.tolist()], np.int8))
    when = {index: step for step, index in enumerate(run.rises())}
    known = dict(failed)
    for index in sorted(when, key=lambda one: (-state[one], when[one])):
        because = _Groups(part, index, known).deciding()
        known[index] = state[index]
        yield {"element": impact.snapshot.keys[index], "state": state[index].word, "because": because}


class _Groups:
    """The groups of one element, and what they amount to by what is known so far."""

    def __init__(self, part: Part, element: int, known: Mapping[int, State]) -> None:
        self._part, self._known = part, known
        self._groups, _ = requirement_groups([self._row(row) for row in part.rows_of(element)])
        self._inner: dict[int, list[int]] = {}
        self._level: dict[int, State] = {}
        for number in range(len(self._groups) - 1, -1, -1):  # inner groups stand after their outer ones
            group = self._groups[number]
            values = [(min(self._state(m.target), m.cap), m.weight) for m in group.members]
            values += [(self._level[one], 1.0) for one in self._inner.get(number, ())]
            self._level[number] = group_level(values, group.need, group.loss)
            if group.parent is not None:
                self._inner.setdefault(group.parent, []).insert(0, number)

    def deciding(self) -> dict[str, Any]:
        """Return what is to be told of the first outermost group of the worst level."""
        outermost = [number for number, group in enumerate(self._groups) if group.parent is None]
        return self._told(max(outermost, key=self._level.__getitem__))

    def _row(self, row: int) -> Row[int]:
        """Return a relation as the rule reads it; its target is the row itself."""
        relations = self._part.snapshot.relations
        kind = RELATION_KINDS[relations.kind[row]]
        weight = float(relations.weight[row])
        return Row(
            relation=kind,
            grouping=self._part.snapshot.metamodel.relation(kind).grouping,
            target=row,
            cap=State(relations.cap[row]),
            valid=bool(self._part.valid[row]),
            group=relations.group[row],
            need=relations.need[row],
            loss=relations.loss[row],
            weight=None if np.isnan(weight) else weight,
        )

    def _state(self, row: int) -> State:
        return self._known.get(int(self._part.snapshot.relations.target[row]), State.UP)

    def _told(self, number: int) -> dict[str, Any]:
        group = self._groups[number]
        members = [self._member(member.target, member.cap) for member in group.members]
        inner = [self._told(one) for one in self._inner.get(number, ())]
        return {
            "group": group.path,
            "relation": self._type(group),
            "state": self._level[number].word,
            "members": [*members, *inner],
        }

    def _type(self, group: Group[int]) -> str | None:
        """Return the type of the relations that form a group by themselves, all of a partial type."""
        if group.path is not None:
            return None
        kind = self._part.snapshot.relations.kind[group.members[0].target]
        return RELATION_KINDS[kind].value if self._part.partial[kind] else None

    def _member(self, row: int, cap: State) -> dict[str, Any]:
        snapshot, state = self._part.snapshot, self._state(row)
        return {
            "requirement": snapshot.relations.id[row],
            "element": snapshot.keys[snapshot.relations.target[row]],
            "state": state.word,
            "counted": min(state, cap).word,
        }
