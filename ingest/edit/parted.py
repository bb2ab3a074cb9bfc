"""Elements to be merged although something on record speaks against it: told, not refused."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from model.decision import Verdict, pair_of
from model.element import Element
from model.faults import NOWHERE, Finding, Rule, Severity
from model.keys import government_of
from model.kinds import RelationKind
from model.text import Text, day_of
from queries import graph
from queries.redundancy.decisions import standing_decisions
from queries.store.store import Store
from queries.whatif.outliving import Term, caution

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

MERGED_OUTLIVED = Rule(
    name="merged_outlived",
    severity=Severity.WARNING,
    message=Text(id="{caution}", en="{caution}"),
    fix=Text(
        id="Pertahankan yang masih digunakan: simpul merge {gone} {keep}. Bila masa berlakunya keliru, "
        "perbaiki dahulu status dan valid_to, atau ambil dari yang lain (--take).",
        en="Keep what stays in use: simpul merge {gone} {keep}. If when it begins or ends is wrong, correct "
        "status and valid_to first, or take them from the other (--take).",
    ),
)

MERGED_ELSEWHERE = Rule(
    name="merged_elsewhere",
    severity=Severity.WARNING,
    message=Text(
        id="“{gone}” milik pemerintah lain (pusat atau daerah lain) dan akan menjadi bagian dari “{keep}”, "
        "yang bukan miliknya.",
        en="“{gone}” belongs to another government (national or regional) and would become part of "
        "“{keep}”, which does not.",
    ),
    fix=Text(
        id="Pertahankan yang milik pemerintah lain: simpul merge {gone_key} {keep_key}. Bila keduanya dua "
        "hal: simpul decide {keep_key} {gone_key} distinct",
        en="Keep the one of the other government: simpul merge {gone_key} {keep_key}. If they are two "
        "things: simpul decide {keep_key} {gone_key} distinct",
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
                    day=day_of(decision.at),
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


def outlived(together: Sequence[Element], kept: Element, on: date) -> Iterator[Finding]:
    """Yield a finding where what is kept is not there as long as what becomes part of it.

    together: the elements as they are, the one to keep first; kept: that one as it becomes.
    """
    keep, *gone = together
    found = caution(Term.of(kept), map(Term.of, gone), on)
    if found is not None:
        keys = {"keep": keep.key, "gone": gone[0].key}
        yield MERGED_OUTLIVED.at(
            NOWHERE, value=found.doubt.value, element=keep.uid, caution=found.text, **keys
        )


def given_away(together: Sequence[Element]) -> Iterator[Finding]:
    """Yield a finding for each element of another government that becomes part of one that is not."""
    keep, *others = together
    for gone in others:
        if government_of(gone.key) not in ("", government_of(keep.key)):
            words = {"keep": keep.name, "gone": gone.name, "keep_key": keep.key, "gone_key": gone.key}
            yield MERGED_ELSEWHERE.at(NOWHERE, value=f"{gone.key} → {keep.key}", element=keep.uid, **words)
