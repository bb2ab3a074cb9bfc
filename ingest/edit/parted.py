"""Elements that are to be merged although a person decided that they are distinct: told, not refused."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from model.decision import Verdict, pair_of
from model.element import Element
from model.faults import NOWHERE, Finding, Rule, Severity
from model.text import Text
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
