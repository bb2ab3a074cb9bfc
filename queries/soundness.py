"""What is wrong or missing in the architecture as it stands, as findings: worked out anew, kept nowhere.

What loads left open (references, unknown codes, values) is kept as it was raised: queries/findings.py.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np

from model.availability import State
from model.faults import NOWHERE, Finding, Place
from model.keys import NATIONAL, parse_key
from model.kinds import DELIVERED, RelationKind, Status
from model.metamodel.common import OWNERSHIP
from model.settling import State as Settling
from model.text import Text, calendar_day, figure, terms
from queries import soundness_rules as rules
from queries.evidence.completeness import delivered
from queries.findings import KeptFinding, finding_id, open_findings
from queries.graph import open_references
from queries.impact.certainty import Gap, cells, expected, gap_of
from queries.impact.idle import over
from queries.redundancy.contradictions import contradiction_findings
from queries.redundancy.corpus import Entry
from queries.redundancy.decisions import decisions, present_names
from queries.resilience.recovery import Verdict, promises
from queries.resilience.recovery_points import Loss, recovery_points
from queries.snapshot.coding import ELEMENT_KINDS, RELATION_KINDS, STATUSES, valid_on
from queries.snapshot.columns import ABSENT
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store


def gaps(snapshot: Snapshot, on: date) -> list[Gap]:
    """Return every expected dependency that an element in use does not state, in the order of the keys."""
    found = [
        (index, gap_of(snapshot, index, one.expectation, on))
        for one in expected(snapshot, on)
        for index in one.lacking.tolist()
    ]
    return [gap for _, gap in sorted(found, key=lambda pair: (pair[0], pair[1].relation))]


def unsound(
    snapshot: Snapshot, on: date, lacking: list[Gap], cells: Mapping[Gap, Place] | None = None
) -> list[Finding]:
    """Return what is wrong or missing on a day, by kind of finding and then by key; element is the uid.

    lacking: of `gaps`, those to tell. cells: where they could be filled in.
    """
    return [
        *(_missing(snapshot, gap, (cells or {}).get(gap, NOWHERE)) for gap in lacking),
        *_ended(snapshot, on, {(gap.uid, gap.relation) for gap in lacking if _is_over(gap)}),
        *_backwards(snapshot),
        *_late(snapshot, on),
        *_lossy(snapshot, on),
        *_ownerless(snapshot, on),
        *_empty(snapshot, on),
    ]


def _missing(snapshot: Snapshot, gap: Gap, cell: Place) -> Finding:
    metamodel = snapshot.metamodel
    words: dict[str, Any] = {
        "name": snapshot.names[snapshot.index(gap.uid)],
        "key": gap.key,
        "relation": gap.relation.value,
        "link": metamodel.relation(gap.relation).label,
    }
    if gap.planned:
        when = rules.FROM.filled(since=calendar_day(gap.since)) if gap.since else rules.NOT_YET
        return rules.ONLY_PLANNED.at(cell, value=", ".join(gap.planned), when=when, element=gap.uid, **words)
    if _is_over(gap):
        return rules.LEFT_WITHOUT.at(cell, value=", ".join(gap.ended), element=gap.uid, **words)
    kinds = terms([metamodel.kind(kind).label for kind in gap.to], choice=True)
    return rules.MISSING_LINK.at(cell, element=gap.uid, kinds=kinds, **words)


def _is_over(gap: Gap) -> bool:
    return bool(gap.ended) and not gap.planned


def _ended(snapshot: Snapshot, on: date, told: set[tuple[str, RelationKind]]) -> Iterator[Finding]:
    """Yield what is in use and still names what is not; told: elements that name nothing else there."""
    day, relations = on.toordinal(), snapshot.relations
    valid = snapshot.requirements(on).valid
    gone = over(snapshot, on)
    lasting = (relations.cap > State.UP) | (relations.kind == RELATION_KINDS.index(RelationKind.OWNED_BY))
    lasting &= valid_on(relations.since, relations.until, day)
    rows = np.flatnonzero(lasting & valid[relations.source] & gone[relations.target])
    for row in rows.tolist():
        source, target = int(relations.source[row]), int(relations.target[row])
        relation = RELATION_KINDS[int(relations.kind[row])]
        if (snapshot.uids[source], relation) not in told:
            yield rules.ENDED_TARGET.at(
                NOWHERE,
                value=snapshot.names[target],
                element=snapshot.uids[source],
                name=snapshot.names[source],
                key=snapshot.keys[source],
                relation=relation.value,
                link=snapshot.metamodel.relation(relation).label,
                target=snapshot.keys[target],
            )


def _backwards(snapshot: Snapshot) -> Iterator[Finding]:
    elements = snapshot.elements
    active = elements.status == STATUSES.index(Status.ACTIVE)
    for index in np.flatnonzero(active & (elements.since > elements.until)).tolist():
        yield rules.ENDS_BEFORE_IT_BEGINS.at(
            NOWHERE,
            element=snapshot.uids[index],
            name=snapshot.names[index],
            key=snapshot.keys[index],
            since=calendar_day(date.fromordinal(int(elements.since[index]))),
            until=calendar_day(date.fromordinal(int(elements.until[index]))),
        )


def _late(snapshot: Snapshot, on: date) -> Iterator[Finding]:
    """Yield the promised times to recovery that cannot be kept, or only if all is restored at once."""
    of = {Verdict.BROKEN: rules.RTO_BROKEN, Verdict.TOGETHER: rules.RTO_IN_TURN}
    for promise in promises(snapshot, on):
        if promise.verdict in of:
            yield of[promise.verdict].at(
                NOWHERE,
                element=snapshot.uids[promise.place],
                name=promise.name,
                key=promise.key,
                promised=_hours(promise.promised),
                best=_hours(promise.at_best),
                chain=_called(snapshot, promise.chain[-1]) if promise.chain else promise.name,
            )


def _lossy(snapshot: Snapshot, on: date) -> Iterator[Finding]:
    """Yield the promised recovery points that cannot be kept."""
    for point in recovery_points(snapshot, on):
        if point.verdict is Loss.BROKEN and point.loss is not None:
            yield rules.RPO_BROKEN.at(
                NOWHERE,
                element=snapshot.uids[point.place],
                name=point.name,
                key=point.key,
                promised=_hours(point.promised),
                best=_hours(point.loss),
                chain=_called(snapshot, point.chain[-1]) if point.chain else point.name,
            )


def _ownerless(snapshot: Snapshot, on: date) -> Iterator[Finding]:
    """Yield what is in use and of nobody, of what agencies deliver."""
    metamodel, scopes = snapshot.metamodel, snapshot.elements.scope
    asked = snapshot.of_kinds([kind for kind in ELEMENT_KINDS if metamodel.kind(kind).domain in DELIVERED])
    lone = asked & snapshot.requirements(on).valid & (snapshot.owner == ABSENT)
    for index in np.flatnonzero(lone).tolist():
        ways = [way for way in OWNERSHIP if metamodel.partners(way, snapshot.kind(index), reversed=False)]
        if ways and scopes[index] != NATIONAL:
            yield rules.WITHOUT_OWNER.at(
                NOWHERE,
                element=snapshot.uids[index],
                name=snapshot.names[index],
                key=snapshot.keys[index],
                relation=ways[0].value,
            )


def _empty(snapshot: Snapshot, on: date) -> Iterator[Finding]:
    """Yield the agencies that have nothing in use in a domain that agencies deliver."""
    for one in delivered(snapshot, on):
        if one.agency is not None and one.missing:
            yield rules.EMPTY_DOMAIN.at(
                NOWHERE,
                element=snapshot.uids[one.agency],
                name=snapshot.names[one.agency],
                scope=snapshot.elements.scope[one.agency],
                domains=terms([snapshot.metamodel.domain(domain).label for domain in one.missing]),
            )


def _called(snapshot: Snapshot, key: str) -> str:
    return snapshot.names[snapshot.keyed(key)]


def _hours(hours: float) -> Text:
    return figure(hours, 0 if hours == int(hours) else 1)


def checked(store: Store, snapshot: Snapshot, on: date) -> list[KeptFinding]:
    """Return all that is wrong or missing on a day: what is unsound, what was decided, what loads left open.

    A link that is stated by a text which nobody found yet is told as that text, by the load that has it.
    """
    lacking = gaps(snapshot, on)
    stated = {
        (one.holder, one.relation)
        for one in open_references(store, [gap.uid for gap in lacking]).values()
        if not one.reversed
    }
    untold = [gap for gap in lacking if (gap.uid, gap.relation) not in stated]
    where = cells(store, snapshot.metamodel, untold)
    found = [*unsound(snapshot, on, untold, where), *_contradicting(store)]
    return [*(_kept(snapshot, one) for one in found), *open_findings(store, limit=_ALL)]


_ALL = 1_000_000  # findings


def _contradicting(store: Store) -> list[Finding]:
    made = decisions(store)
    present = {
        uid: Entry(uid=uid, key=key, name=name, scope=parse_key(key).scope)
        for uid, (key, name) in present_names(store, made).items()
    }
    return contradiction_findings(made, present)


def _kept(snapshot: Snapshot, finding: Finding) -> KeptFinding:
    """Return a finding in the shape of those that are kept; it belongs to no load and is open."""
    index = snapshot.positions.get(finding.element or "")
    agency = ABSENT if index is None else int(snapshot.agency[index])
    return KeptFinding(
        id=finding_id(finding),
        state=Settling.OPEN.value,
        load="",
        finding=finding,
        element=None if index is None else snapshot.keys[index],
        scope=None if index is None else snapshot.elements.scope[index if agency == ABSENT else agency],
    )
