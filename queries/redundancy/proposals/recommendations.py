"""Recommendations as the store keeps them: initiatives with a decision on a proposal, written and read here.

Title     "<decision> (<what is used>): <proposal>"
Activity  "Usulan <proposal>: <function>"
Reasons   "<reasons>", and where another decision was advised a last line "Anjuran pemeriksaan: <decision>"
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from model.availability import parse_day
from model.element import Element
from model.folding import fold
from model.kinds import ElementKind, RelationKind, Status
from model.record import Act
from queries import graph
from queries.redundancy.proposals.clearance import DECISION_LABELS, Decision, Proposal
from queries.store.store import Store

_PROPOSED = "Usulan "
_PARTED = ": "
_ADVISED = "Anjuran pemeriksaan: "
_RECORDED = """
MATCH (i:Element)
WHERE i.kind = $kind AND i.clearance_decision IN $decisions
RETURN collect(properties(i)) AS found
"""
_WRITTEN_BY = """
UNWIND $uids AS uid
MATCH (r:Record {uid: uid})
WHERE r.live AND r.act = $act
RETURN uid, collect(DISTINCT r.by) AS accounts
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A recommendation as its record tells it; what was found at the time is not kept.

    on: None where the record has no date. uses: what is to be used in place of the proposal; blank where it
    does not say. by: who decided, else the account that recorded it; signed: that somebody is named.
    rests_on: without what it plans. planned: uids of the applications that it plans. advised: what the check
    advised instead; None where that was followed.
    """

    number: str
    on: date | None
    decision: Decision
    uses: str
    name: str
    function: str
    agency: str
    scope: str
    reasons: str
    by: str
    signed: bool
    rests_on: tuple[Element, ...]
    planned: frozenset[str]
    advised: Decision | None = None

    def bears_name_of(self, proposal: Proposal) -> bool:
        """Return whether it is on a proposal of this name by this agency."""
        same_agency = self.scope == proposal.scope or (self.agency and self.agency == proposal.agency)
        return bool(same_agency) and fold(self.name) == fold(proposal.name)

    def answers(self, proposal: Proposal) -> bool:
        """Return whether it is on this very proposal: of this name, by this agency, for this work."""
        return self.bears_name_of(proposal) and fold(self.function) == fold(proposal.function)


def title(decision: Decision, uses: str, name: str) -> str:
    """Return what the record of a decision is called. uses: what is used in place of the proposal."""
    used = f" ({uses})" if uses else ""
    return f"{DECISION_LABELS[decision].id}{used}{_PARTED}{name}"


def activity(proposal: Proposal) -> str:
    """Return what a record says of the proposal."""
    return _PARTED.join(part for part in (f"{_PROPOSED}{proposal.name}", proposal.function) if part)


def description(reasons: str, advised: Decision | None) -> str:
    """Return what a record says of the reasons. advised: another decision that was advised, if one was."""
    return f"{reasons}\n{_ADVISED}{DECISION_LABELS[advised].id}" if advised else reasons


def recommendations(store: Store) -> list[Recorded]:
    """Return all recommendations that stand, the newest first."""
    decisions = [one.value for one in Decision]
    (row,) = store.read(_RECORDED, kind=ElementKind.INITIATIVE.value, decisions=decisions)
    made = [graph.element_of(found) for found in row["found"]]
    edges = graph.relations_from(store, [one.uid for one in made]).values()
    others = graph.elements(store, {edge.target for edge in edges})
    ends: dict[tuple[str, RelationKind], list[Element]] = {}
    for edge in edges:
        ends.setdefault((edge.source, edge.relation), []).append(others[edge.target])
    written = store.read(_WRITTEN_BY, uids=[one.uid for one in made], act=Act.ROW.value)
    accounts = {row["uid"]: frozenset(row["accounts"]) for row in written}
    recorded = [
        _recorded(
            one,
            ends.get((one.uid, RelationKind.OWNED_BY), []),
            ends.get((one.uid, RelationKind.ADDRESSES), []),
            accounts.get(one.uid, frozenset()),
        )
        for one in made
    ]
    return sorted(recorded, key=lambda one: (one.on or date.min, one.number), reverse=True)


def planned_for(proposal: Proposal, recorded: Iterable[Recorded]) -> frozenset[str]:
    """Return the uids of the applications that recommendations on a proposal of this name plan already."""
    return frozenset[str]().union(*(one.planned for one in recorded if one.bears_name_of(proposal)))


def _recorded(
    one: Element, owners: Sequence[Element], concerned: Sequence[Element], accounts: frozenset[str]
) -> Recorded:
    said = {name: str(value) for name, value in one.properties.items()}
    decision = Decision(said["clearance_decision"])
    name, uses, function = _read(one.name, decision, said.get("activity", ""))
    reasons, advised = _reasons(said.get("description", ""))
    planned = frozenset(
        other.uid
        for other in concerned
        if (other.kind, other.status, other.scope) == (ElementKind.APPLICATION, Status.PLANNED, one.scope)
        and fold(other.name) == fold(name)
    )
    return Recorded(
        number=one.code or one.key.rpartition("/")[2],
        on=parse_day(said.get("clearance_date")),
        decision=decision,
        uses=uses,
        name=name,
        function=function,
        agency=min((owner.name for owner in owners), default=""),
        scope=one.scope,
        reasons=reasons,
        by=(by := said.get("clearance_by", "")),
        signed=bool(by) and by not in accounts,
        rests_on=tuple(sorted((e for e in concerned if e.uid not in planned), key=lambda e: e.key)),
        planned=planned,
        advised=advised,
    )


def _reasons(told: str) -> tuple[str, Decision | None]:
    reasons, _, last = told.rpartition("\n")
    for decision, label in DECISION_LABELS.items():
        if last == f"{_ADVISED}{label.id}":
            return reasons, decision
    return told, None


def _read(titled: str, decision: Decision, told: str) -> tuple[str, str, str]:
    """Return name and function of a proposal, and between them what is used; a name may hold a colon too."""
    first, *parts = titled.removeprefix(DECISION_LABELS[decision].id).split(_PARTED)
    used = [first]
    while parts:
        name = _PARTED.join(parts)
        begins = f"{_PROPOSED}{name}"
        if told == begins or told.startswith(begins + _PARTED):
            uses = _PARTED.join(used).removeprefix(" (").removesuffix(")")
            return name, uses, told.removeprefix(begins).removeprefix(_PARTED)
        used.append(parts.pop(0))
    return titled, "", told
