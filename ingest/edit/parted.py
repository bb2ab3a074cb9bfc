"""Elements to be merged although it is on record that they are two things: told, not refused."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from model.decision import Verdict, pair_of
from model.element import Element
from model.faults import NOWHERE, Finding, Rule, Severity
from model.kinds import RelationKind
from model.text import Text
from queries import graph
from queries.redundancy.decisions import standing_decisions
from queries.store.store import Store

MERGED_DISTINCT = Rule(
    name="merged_distinct",
    severity=Severity.WARNING,
    message=Text(
        id="“{left}” dan “{right}” diputuskan berbeda oleh {by} pada {day}{note}.",
        en="“{left}” and “{right}” were decided to be distinct by {by} on {day}{note}.",
    ),
    fix=Text(
        id="Gabungkan hanya bila keputusan itu keliru; tanyakan dahulu kepada {by}.",
        en="Merge them only if that decision was wrong; ask {by} first.",
    ),
)

MERGED_REPLACED = Rule(
    name="merged_replaced",
    severity=Severity.WARNING,
    message=Text(
        id="“{left}” menggantikan “{right}”: keduanya tercatat sebagai dua hal, yang baru dan pendahulunya.",
        en="“{left}” replaces “{right}”: on record they are two things, the new one and its predecessor.",
    ),
    fix=Text(
        id="Gabungkan hanya bila hubungan itu keliru. Bila pendahulunya berhenti: simpul retire {old}",
        en="Merge them only if that relation is wrong. If the predecessor is out of use: simpul retire {old}",
    ),
)


def called_distinct(store: Store, merged: Iterable[Sequence[Element]]) -> Iterator[Finding]:
    """Yield a finding for each distinct pair among elements that become one, given the one to keep first."""
    decided = standing_decisions(store)
    for together in merged:
        for one, other in combinations(together, 2):
            decision = decided.get(pair_of(one.uid, other.uid))
            if decision is not None and decision.verdict is Verdict.DISTINCT:
                yield MERGED_DISTINCT.at(
                    NOWHERE,
                    value=f"{one.key} ≠ {other.key}",
                    element=together[0].uid,
                    left=one.name,
                    right=other.name,
                    by=decision.by,
                    day=decision.at[:10],
                    note=f": “{decision.note}”" if decision.note else "",
                )


def replacing(store: Store, merged: Iterable[Sequence[Element]]) -> Iterator[Finding]:
    """Yield a finding for each element that replaces one it is merged with, given the one to keep first."""
    for together in merged:
        by_uid = {one.uid: one for one in together}
        for edge in graph.relations_from(store, by_uid).values():
            if edge.relation is RelationKind.REPLACES and edge.target in by_uid.keys() - {edge.source}:
                new, old = by_uid[edge.source], by_uid[edge.target]
                yield MERGED_REPLACED.at(
                    NOWHERE,
                    value=f"{new.key} → {old.key}",
                    element=together[0].uid,
                    left=new.name,
                    right=old.name,
                    old=old.key,
                )
