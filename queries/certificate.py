"""Certificates: answers saved with all that a checker needs to confirm them offline (docs/certificates.md).

An impact comes with a derivation: steps, each of which follows from those before it, worst state first. To
be down only needs what is down, and to be degraded only what is degraded or down, so that everybody fires
once, at the state of the answer, and even cycles are derived from what failed.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from model.availability import FIRST_DAY, LAST_DAY, NEVER, State, group_level
from model.faults import UnreadableFile
from model.groups import Group, Row, requirement_groups
from model.kinds import Effect, Grouping
from model.text import Text
from queries.certainty import Uncertain
from queries.chains import everything_below
from queries.impact import Impact
from queries.propagation import Propagation
from queries.reach import reach, reach_below
from queries.resilience.failure_sets import FailureSets
from queries.resilience.fake_redundancy import FakeRedundancy
from queries.resilience.restore_order import RestoreOrder
from queries.snapshot.coding import RELATION_KINDS, STATUSES, valid_on
from queries.snapshot.columns import ABSENT, Bools, Longs, gathered
from queries.snapshot.snapshot import Snapshot

FORMAT = "simpul.certificate"
VERSION = 1
_EFFECTS = {State.UP: Effect.NONE, State.DEGRADED: Effect.DEGRADED, State.DOWN: Effect.DOWN}

Document = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What was asked: a store, by its identity, and the load as of which; None for its present."""

    store: str | None
    load: str | None = None


def impact_certificate(
    impact: Impact, doubtful: Sequence[Uncertain], origin: Origin, order: RestoreOrder | None = None
) -> Document:
    """Return the certificate of an impact. doubtful: what it calls unknown, which is told, not proved.

    order: in which to repair what failed; None where nobody asked.
    """
    snapshot, keys = impact.snapshot, impact.snapshot.keys
    state = {index: State(code) for index, code in enumerate(impact.state.tolist()) if code}
    failed = {index: impact.scenario.failed[snapshot.uids[index]] for index in impact.given.tolist()}
    part = _Part(snapshot, impact.scenario.on)
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
    return part.document(asked, answer, firings, reach(impact), origin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragile:
    """What is fragile: the failure sets of some targets, and the fake redundancy below all of these.

    fakes: None where nobody asked.
    """

    sets: Sequence[FailureSets]
    fakes: Sequence[FakeRedundancy] | None = None


def failure_sets_certificate(
    snapshot: Snapshot,
    on: date,
    found: Fragile,
    origin: Origin,
    *,
    may_fail: Bools | None = None,
    protected: Collection[int] = (),
) -> Document:
    """Return the certificate of what is fragile, asked for as in `failure_sets`."""
    keys, part = snapshot.keys, _Part(snapshot, on)
    targets = np.array(sorted({one.target for one in found.sets}), np.int64)
    below = np.flatnonzero(everything_below(snapshot.requirements(on), targets))
    part.take(below)
    part.name(protected)
    allowed = None if may_fail is None else [keys[index] for index in below[may_fail[below]].tolist()]
    asked: dict[str, Any] = {
        "kind": "single_points" if all(one.order == 1 for one in found.sets) else "failure_sets",
        "failed": {},
        "protected": sorted(keys[index] for index in protected),
        "may_fail": allowed,
    }
    claims = [
        {
            "target": keys[one.target],
            "order": one.order,
            "reached": one.reached,
            "sets": [[keys[index] for index in failing] for failing in one.sets],
        }
        for one in found.sets
    ]
    answer = {"affected": {}, "unknown": [], "targets": claims, **_fake_redundancy(keys, found.fakes)}
    return part.document(asked, answer, [], reach_below(snapshot, on, targets, protected), origin)


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


def _fake_redundancy(keys: Sequence[str], fakes: Sequence[FakeRedundancy] | None) -> dict[str, Any]:
    if fakes is None:
        return {}
    told = [
        {"owner": keys[one.owner], "group": one.group, "cause": keys[one.cause], "decides": one.decides}
        for one in fakes
    ]
    return {"fake_redundancy": told}


def text_of(document: Document) -> str:
    """Return a certificate as the text of its file."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def save(document: Document, place: Path) -> None:
    """Write a certificate to a file.

    Raises:
        UnreadableFile: it cannot be written.
    """
    try:
        place.write_text(text_of(document), encoding="utf-8", newline="\n")
    except OSError as error:
        raise UnreadableFile(
            Text(
                id=f"{place} tidak dapat ditulis: {error.strerror}",
                en=f"{place} cannot be written: {error.strerror}",
            ),
            fix=Text(id="pilih folder lain", en="choose another folder"),
        ) from error


class _Part:
    """The part of a snapshot that a certificate holds, while it is gathered."""

    def __init__(self, snapshot: Snapshot, on: date) -> None:
        self.snapshot = snapshot
        self._on = on
        relations = snapshot.relations
        self._ids = relations.id
        partial = [snapshot.metamodel.relation(kind).grouping is Grouping.PARTIAL for kind in RELATION_KINDS]
        self.partial = np.array(partial)
        # what has no effect may still say need and loss of its group
        grouped = (relations.group.codes != ABSENT) | self.partial[relations.kind]
        self._stating = grouped | (relations.cap > State.UP)
        day, valid = on.toordinal(), snapshot.requirements(on).valid
        both = valid[relations.source] & valid[relations.target]
        self.valid = valid_on(relations.since, relations.until, day) & both
        self._rows: Longs = np.zeros(0, np.int64)
        self._requires: dict[int, int] = {}
        self._required_by: dict[int, int] = {}
        self._named: set[int] = set()

    def take(self, core: Longs, *, required_by: bool = False) -> None:
        """Take elements with all their requirements; required_by: and all that require them, with theirs."""
        owners = core
        if required_by:
            leading = self._chosen(self.snapshot.in_ptr, core, self.snapshot.in_relation)
            counts = np.bincount(self.snapshot.relations.target[leading], minlength=len(self.snapshot))
            self._required_by = {index: int(counts[index]) for index in core.tolist()}
            owners = np.union1d(core, self.snapshot.relations.source[leading])
        self._rows = self._chosen(self.snapshot.out_ptr, owners)
        counts = np.bincount(self.snapshot.relations.source[self._rows], minlength=len(self.snapshot))
        self._requires = {index: int(counts[index]) for index in owners.tolist()}
        self.name(owners.tolist())
        self.name(self.snapshot.relations.target[self._rows].tolist())

    def name(self, indices: Iterable[int]) -> None:
        """Take elements for what they are, without their requirements."""
        self._named.update(indices)

    def rows_of(self, element: int) -> list[int]:
        """Return the relations that say what an element requires."""
        found: list[int] = self._chosen(self.snapshot.out_ptr, np.array([element])).tolist()
        return found

    def _chosen(self, ptr: Any, elements: Longs, by: Any = None) -> Longs:
        rows, _ = gathered(ptr[elements], ptr[elements + 1] - ptr[elements])
        rows = rows if by is None else by[rows]
        chosen: Longs = rows[self._stating[rows]]
        return chosen

    def document(
        self,
        asked: Mapping[str, Any],
        answer: Mapping[str, Any],
        firings: Sequence[Mapping[str, Any]],
        cypher: str,
        origin: Origin,
    ) -> Document:
        """Return the whole certificate, with its digest."""
        types = sorted(RELATION_KINDS[code].value for code in np.flatnonzero(self.partial).tolist())
        where = {"on": self._on.isoformat(), "store": origin.store, "load": origin.load}
        document = {
            "format": FORMAT,
            "version": VERSION,
            "asked": {**asked, **where, "revision": self.snapshot.revision},
            "answer": answer,
            "elements": {self.snapshot.keys[index]: self._element(index) for index in sorted(self._named)},
            "partial": types,
            "requirements": [self._requirement(row) for row in self._rows.tolist()],
            "firings": firings,
            "cypher": cypher,
        }
        text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return {**document, "digest": f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"}

    def _element(self, index: int) -> dict[str, Any]:
        elements = self.snapshot.elements
        return {
            "uid": self.snapshot.uids[index],
            "kind": self.snapshot.kind(index).value,
            "name": self.snapshot.names[index],
            "status": STATUSES[elements.status[index]].value,
            **_days(int(elements.since[index]), int(elements.until[index])),
            "requires": self._requires.get(index),
            "required_by": self._required_by.get(index),
        }

    def _requirement(self, row: int) -> dict[str, Any]:
        relations, keys = self.snapshot.relations, self.snapshot.keys
        weight = float(relations.weight[row])
        return {
            "id": self._ids[row],
            "source": keys[relations.source[row]],
            "relation": RELATION_KINDS[relations.kind[row]].value,
            "target": keys[relations.target[row]],
            "group": relations.group[row],
            "need": relations.need[row],
            "loss": relations.loss[row],
            "weight": None if np.isnan(weight) else weight,
            "effect": _EFFECTS[State(relations.cap[row])].value,
            **_days(int(relations.since[row]), int(relations.until[row])),
        }


def _days(since: int, until: int) -> dict[str, str | None]:
    """Return the first and last day; both None where there is none, or where the status says: never."""
    never = (since, until) == NEVER
    return {
        "valid_from": None if never or since == FIRST_DAY else date.fromordinal(since).isoformat(),
        "valid_to": None if never or until == LAST_DAY else date.fromordinal(until).isoformat(),
    }


def _firings(
    part: _Part, impact: Impact, state: Mapping[int, State], failed: Mapping[int, State]
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

    def __init__(self, part: _Part, element: int, known: Mapping[int, State]) -> None:
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
