"""Decisions that cannot all hold: duplicates join, and what is joined cannot be distinct. Told, never raised.

A = B and B = C join A and C; A ≠ C contradicts them. Overlap and postponement neither join nor part. What is
retired joins all the same; from decisions about what is in no way there any more nothing follows.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from model.decision import VERDICT_LABELS, Decision, Side, Verdict, standing
from model.faults import NOWHERE, Finding, Rule, Severity
from model.text import Text, sentences, strung
from queries.redundancy.corpus import Entry

CONTRADICTION = Rule(
    name="contradicting_decisions",
    severity=Severity.WARNING,
    message=Text(
        id="Keputusan saling bertentangan: {decisions}.",
        en="Decisions contradict each other: {decisions}.",
    ),
    fix=Text(
        id="Putuskan lagi salah satunya, atau urungkan. Sampai itu, yang terbaru berlaku dan yang ini tidak: "
        "{yielding}.",
        en="Decide one of them anew, or undo it. Until then the latest ones hold and this one does not: "
        "{yielding}.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A pair called distinct, and the shortest chain of duplicates that joins the two all the same.

    chain: duplicates from one of the distinct pair to the other, each with an element of the next.
    """

    distinct: Decision
    chain: tuple[Decision, ...]

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions of the circle, the oldest first."""
        return tuple(sorted((self.distinct, *self.chain), key=lambda decision: decision.id))

    @property
    def uids(self) -> frozenset[str]:
        """The elements that they are about."""
        return frozenset(side.uid for one in self.decisions for side in (one.left, one.right))


def contradictions(made: Iterable[Decision]) -> list[Contradiction]:
    """Return the contradictions among the decisions that count, one for each distinct pair that is joined."""
    counting = _counting(made)
    beside: dict[str, list[tuple[str, Decision]]] = {}
    for decision in counting:
        if decision.verdict is Verdict.DUPLICATE:
            left, right = decision.left.uid, decision.right.uid
            beside.setdefault(left, []).append((right, decision))
            beside.setdefault(right, []).append((left, decision))
    found = (
        Contradiction(distinct=decision, chain=chain)
        for decision in counting
        if decision.verdict is Verdict.DISTINCT
        for chain in (_chain(beside, decision.left.uid, decision.right.uid),)
        if chain
    )
    return list(found)


def _counting(made: Iterable[Decision]) -> list[Decision]:
    """Return the decision that counts for each pair of elements that are there, the oldest first."""
    there = standing(decision for decision in made if not decision.gone)
    return sorted(there.values(), key=lambda decision: decision.id)


def consistent(made: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that count and can all hold, the latest first: a later one outdoes an older one.

    What is left out is a duplicate that would join a distinct pair, or a distinct pair that is joined.
    """
    group: dict[str, str] = {}
    apart: set[frozenset[str]] = set()
    holding: list[Decision] = []

    def head(uid: str) -> str:
        while uid in group:
            uid = group[uid]
        return uid

    for decision in reversed(_counting(made)):
        left, right = head(decision.left.uid), head(decision.right.uid)
        if decision.verdict is Verdict.DUPLICATE and left != right:
            if frozenset((left, right)) in apart:
                continue
            group[right] = left
            apart = {frozenset(left if end == right else end for end in pair) for pair in apart}
        elif decision.verdict is Verdict.DISTINCT:
            if left == right:
                continue
            apart.add(frozenset((left, right)))
        holding.append(decision)
    return holding


def contradiction_findings(
    made: Iterable[Decision], present: Mapping[str, Entry] | None = None, *, within: str | None = None
) -> list[Finding]:
    """Return the contradictions as findings about the distinct pair, with all decisions of the circle.

    present: the elements as they are now, by uid; else they are told as at the time of the decision. The
    words name elements with their keys; the keys are also the value (the distinct pair) and the candidates.
    within: id of a decision; then only the circles that it closes.
    """
    decided = list(made)
    holding = {decision.id for decision in consistent(decided)}
    known = present or {}
    return [
        _finding(one, holding, known)
        for one in contradictions(decided)
        if within is None or within in {decision.id for decision in one.decisions}
    ]


def contradictions_told(
    made: Iterable[Decision], present: Mapping[str, Entry]
) -> tuple[tuple[frozenset[str], Text], ...]:
    """Return each contradiction in words, what is to be done too, with the uids that it is about."""
    decided = list(made)
    holding = {decision.id for decision in consistent(decided)}
    found = []
    for one in contradictions(decided):
        finding = _finding(one, holding, present)
        found.append((one.uids, sentences((finding.message, finding.fix))))
    return tuple(found)


def _finding(one: Contradiction, holding: set[str], present: Mapping[str, Entry]) -> Finding:
    told = [_told(decision, present) for decision in one.decisions]
    yielding = [
        text for text, decision in zip(told, one.decisions, strict=True) if decision.id not in holding
    ]
    sides = [side for decision in one.decisions for side in (decision.left, decision.right)]
    finding = CONTRADICTION.at(
        NOWHERE,
        value=" ≠ ".join(_key(side, present) for side in (one.distinct.left, one.distinct.right)),
        element=one.distinct.left.uid,
        decisions=_listed(told),
        yielding=_listed(yielding),
    )
    return replace(finding, candidates=tuple(dict.fromkeys(_key(side, present) for side in sides)))


def _told(decision: Decision, present: Mapping[str, Entry]) -> Text:
    sign = "=" if decision.verdict is Verdict.DUPLICATE else "≠"
    pair = f" {sign} ".join(_called(side, present) for side in (decision.left, decision.right))
    label = VERDICT_LABELS[decision.verdict]
    return Text(
        id=f"{pair} ({label.id}, {decision.by}, {decision.local_time})",
        en=f"{pair} ({label.en}, {decision.by}, {decision.local_time})",
    )


def _key(side: Side, present: Mapping[str, Entry]) -> str:
    known = present.get(side.uid)
    return known.key if known else side.key


def _called(side: Side, present: Mapping[str, Entry]) -> str:
    known = present.get(side.uid)
    return f"{known.name if known else side.name} ({_key(side, present)})"


def _listed(texts: list[Text]) -> Text:
    return strung(texts, "; ")


def _chain(beside: Mapping[str, list[tuple[str, Decision]]], start: str, end: str) -> tuple[Decision, ...]:
    """Return the duplicates on a shortest way between two elements; none where they are not joined."""
    came: dict[str, tuple[str, Decision] | None] = {start: None}
    waiting = deque([start])
    while waiting and end not in came:
        here = waiting.popleft()
        for there, decision in beside.get(here, ()):
            if there not in came:
                came[there] = (here, decision)
                waiting.append(there)
    chain: list[Decision] = []
    step = came.get(end)
    while step is not None:
        chain.append(step[1])
        step = came[step[0]]
    return tuple(reversed(chain))
