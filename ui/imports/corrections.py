"""Open findings as people work through them: narrowed, grouped by what to do, and by agency."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from model.faults import Finding, Severity
from model.text import Language, Text
from queries.findings import KeptFinding
from queries.loads.plan import worst_first
from ui.heading import GAP, common_text
from ui.overview import called
from ui.phrases import common
from ui.phrases import imports as words
from ui.wording import number

_LONGEST = 40  # characters of a value that a head names as an example

Told = TypeVar("Told")


def narrowed(found: Iterable[KeptFinding], scope: str, severity: str) -> list[KeptFinding]:
    """Return the findings of an agency and of a severity; a blank does not narrow."""
    return [
        kept
        for kept in found
        if (not scope or kept.scope == scope) and (not severity or kept.finding.severity.value == severity)
    ]


def grouped(told: Iterable[Told], finding_of: Callable[[Told], Finding]) -> dict[str, list[Told]]:
    """Return what is told by rule, the rules in order of severity, then of number.

    A rule of two severities is two groups: the milder one is called by its severity too.
    """
    groups: dict[tuple[str, Severity], list[Told]] = defaultdict(list)
    for one in told:
        finding = finding_of(one)
        groups[finding.rule, finding.severity].append(one)
    order = list(Severity)
    found: dict[str, list[Told]] = {}
    for rule, severity in sorted(groups, key=lambda of: (order.index(of[1]), -len(groups[of]), of[0])):
        name = rule if rule not in found else f"{rule}.{severity.value}"
        found[name] = groups[rule, severity]
    return found


def head(these: Sequence[Finding], language: Language) -> str:
    """Return what is true of all findings of a group: severity, number, what they share, and an example."""
    said = common_text(finding.message for finding in these).in_(language)
    n = number(len(these), language)
    if GAP in said:  # a sentence with holes says less than one of them in full
        first = these[0].message.in_(language)
        return " · ".join(
            (
                common.SEVERITIES[these[0].severity].in_(language),
                words.SUCH_AS_ONE.filled(n=n, said=first).in_(language),
                *places(these, language),
            )
        )
    parts = [
        common.SEVERITIES[these[0].severity].in_(language),
        f"{n} × {said}",
        *_example(these, language),
        *places(these, language),
    ]
    return " · ".join(parts)


def places(these: Iterable[Finding], language: Language) -> tuple[str, ...]:
    """Return at how many places findings are, where one of them stands for several; else nothing."""
    counts = [finding.count for finding in these]
    several = sum(counts) > len(counts)
    return (words.PLACES.filled(n=number(sum(counts), language)).in_(language),) if several else ()


def one_fix(these: Iterable[Finding]) -> Text | None:
    """Return what to do, where that is the same of all."""
    fixes = {finding.fix for finding in these}
    return fixes.pop() if len(fixes) == 1 else None


def _example(these: Sequence[Finding], language: Language) -> tuple[str, ...]:
    """The first value, named as an example where the findings are of several."""
    values = dict.fromkeys(" ".join(finding.value.split()) for finding in these if finding.value)
    if len(values) < 2:
        return ()
    value = next(iter(values))
    cut = value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…"
    return (words.SUCH_AS.filled(value=cut).in_(language),)


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
