"""Open findings as people work through them: narrowed, grouped by what to do, and by agency."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from model.faults import Finding, Severity
from model.text import Text
from queries.findings import KeptFinding
from queries.plan import worst_first
from ui.overview import called
from ui.phrases import imports as words

Told = TypeVar("Told")


def narrowed(found: Iterable[KeptFinding], scope: str, severity: str) -> list[KeptFinding]:
    """Return the findings of an agency and of a severity; a blank does not narrow."""
    return [
        kept
        for kept in found
        if (not scope or kept.scope == scope) and (not severity or kept.finding.severity.value == severity)
    ]


def grouped(told: Iterable[Told], finding_of: Callable[[Told], Finding]) -> dict[str, list[Told]]:
    """Return what is told by rule, the rules in order of severity, then of number."""
    by_rule: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_rule[finding_of(one).rule].append(one)
    order = list(Severity)
    ranked = sorted(
        by_rule,
        key=lambda rule: (order.index(finding_of(by_rule[rule][0]).severity), -len(by_rule[rule]), rule),
    )
    return {rule: by_rule[rule] for rule in ranked}


def kept_grouped(found: Iterable[KeptFinding]) -> dict[str, list[KeptFinding]]:
    """Return kept findings by rule, as grouped does."""
    return grouped(found, lambda kept: kept.finding)


def by_agency(found: Iterable[KeptFinding], names: Mapping[str, Text]) -> list[tuple[Text, list[Finding]]]:
    """Return the findings of each agency, worst first, in the order of the agencies' names."""
    by_scope: dict[str, list[Finding]] = defaultdict(list)
    for kept in found:
        by_scope[kept.scope or ""].append(kept.finding)
    told = [
        (called(names, scope) if scope else words.NO_AGENCY, worst_first(these))
        for scope, these in by_scope.items()
    ]
    return sorted(told, key=lambda pair: (pair[0] is words.NO_AGENCY, pair[0].id))


def kept_worst_first(found: Sequence[KeptFinding]) -> list[KeptFinding]:
    """Return kept findings in the order of worst_first."""
    by_finding = {id(kept.finding): kept for kept in found}
    return [by_finding[id(finding)] for finding in worst_first(kept.finding for kept in found)]


def settled_together(kept: KeptFinding, settled: Iterable[KeptFinding]) -> int:
    """Return how many findings the load settled in which this one was: undoing it takes all of them back."""
    return sum(other.settled_in == kept.settled_in for other in settled)
