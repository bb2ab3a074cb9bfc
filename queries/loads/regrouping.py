"""Whose redundancy groups a step changes: what is then wrong with them, and what no longer is.

Groups change with the relations of an element, and with when its targets are in use; whoever says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from model.directory import Directory
from model.element import Element, Relation
from model.faults import Finding
from model.linking import Claim
from model.metamodel.common import VALIDITY
from model.metamodel.metamodel import Metamodel
from model.record import Mode
from queries import graph
from queries.loads import grouping, notices
from queries.loads.plan import GraphChange, Step
from queries.store.store import Store

# rule, element, value
_Told = tuple[str, str, str]
_WAITING = """
UNWIND $uids AS uid
MATCH (f:Finding {element: uid})
WHERE f.rule IN $rules AND (f.state IN ['open', 'accepted'] OR f.closed_by = $undone)
RETURN collect(DISTINCT [f.rule, f.element, f.value]) AS found
"""


@dataclass(frozen=True, kw_only=True)
class Redrawn:
    """What a step comes to, as far as it was read for its plan.

    claims: what is said of the elements compared, and of those beside them. read: elements all of whose
    relations are among the edges, as these are before the step. elements: as they become.
    """

    step: Step
    change: GraphChange
    claims: Sequence[Claim]
    read: frozenset[str]
    edges: Mapping[str, Relation]
    elements: Mapping[str, Element]
    directory: Directory


def regrouped(
    store: Store, metamodel: Metamodel, drawn: Redrawn, touched: Iterable[str]
) -> tuple[list[Finding], tuple[_Told, ...]]:
    """Return the findings about groups that a step raises, and those that no longer hold.

    Of touched elements of which its rows speak, everything; of others, what was not told before.
    """
    step = drawn.step
    own = {record.id for record in (*step.records, *step.confirmed)}
    speaking = {claim.source for claim in drawn.claims if claim.statement.record.id in own} & set(touched)
    changed = _changed(store, drawn.change) | step.refolds
    edges = _edges(store, drawn, speaking | changed)
    findings = grouping.told(metamodel, _spoken(store, metamodel, drawn, edges, own))
    waiting = _waiting(store, changed, step.undoes or "")
    holds = {_told(finding) for finding in findings}
    raised = [one for one in findings if one.element in speaking or _told(one) not in waiting]
    # said again by hand, a finding may have no cell any more: it takes the place of the earlier one
    again = {_told(one) for one in raised} if step.load.mode is Mode.EDIT else set()
    return raised, tuple(sorted((waiting - holds) | (waiting & again)))


def _told(finding: Finding) -> _Told:
    return finding.rule, finding.element or "", finding.value or ""


def _waiting(store: Store, uids: Iterable[str], undone: str) -> set[_Told]:
    """Return what is told of the groups of elements and not closed. undone: the load that closed nothing."""
    known = {"rules": sorted(grouping.RULES), "undone": undone}
    rows = (
        row
        for batch in graph.batches(sorted(uids))
        for row in store.read(_WAITING, uids=list(batch), **known)
    )
    return {(rule, element, value) for row in rows for rule, element, value in row["found"]}


def _changed(store: Store, change: GraphChange) -> set[str]:
    """Return the elements whose relations change, and those whose targets are in use at other times."""
    relations = (
        *change.relations_added,
        *change.relations_removed,
        *(after for _, after in change.relations_restated),
    )
    lived = {one.after.uid for one in change.changed if _life(one.before) != _life(one.after)}
    leading = graph.relations_to(store, lived).values() if lived else ()
    gone = {one.uid for one in change.removed}
    return {one.source for one in (*relations, *leading)} | lived | gone


def _life(element: Element) -> tuple[object, ...]:
    return element.status, *(element.properties.get(name) for name in VALIDITY)


def _edges(store: Store, drawn: Redrawn, sources: set[str]) -> list[Relation]:
    """Return the relations of elements as they become; with an element those to it and from it go."""
    change = drawn.change
    new = {one.uid for one in change.added}
    became = {**drawn.edges, **graph.relations_from(store, sources - drawn.read - new)}
    became.update((one.id, one) for one in change.relations_added)
    became.update((after.id, after) for _, after in change.relations_changed)
    gone = {one.id for one in change.relations_removed}
    known = drawn.directory.entries
    lasting = (one for one in became.values() if one.id not in gone and one.source in sources)
    return [one for one in lasting if one.source in known and one.target in known]


def _spoken(
    store: Store, metamodel: Metamodel, drawn: Redrawn, edges: Sequence[Relation], own: set[str]
) -> grouping.Spoken:
    by_source: dict[str, list[Relation]] = {}
    for edge in edges:
        by_source.setdefault(edge.source, []).append(edge)
    told = [one for found in by_source.values() if grouping.may_tell(metamodel, found) for one in found]
    unread = {uid for one in told for uid in (one.source, one.target)} - drawn.elements.keys()
    # where several say a relation, the cell is this step's, else that of the element itself
    said = sorted(drawn.claims, key=lambda one: (one.statement.record.id in own, one.own))
    placed = (one for one in said if one.statement.record.file is not None)
    places = {one.id: notices.place_of(one.statement) for one in placed}
    return grouping.Spoken(
        relations=told,
        places=places,
        elements={**graph.elements(store, unread), **drawn.elements},
        directory=drawn.directory,
        on=date.fromisoformat(drawn.step.load.at[:10]),
    )
