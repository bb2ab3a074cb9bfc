"""What a check of a proposal speaks for: a decision with its reasons, or that more has to be known first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.text import Text, sentences
from queries.redundancy.corpus import Entry
from queries.redundancy.endings import successors_first
from queries.redundancy.engine import REVIEW, STRONG, FindingKind, Pair
from queries.redundancy.evidence import COLUMN, Evidence
from queries.redundancy.proposals import advising_words as words
from queries.redundancy.proposals.clearance import Clearance, Covering, Decision
from queries.redundancy.proposals.doing import Doing


@dataclass(frozen=True, eq=False, kw_only=True)
class Advice:
    """What is advised.

    decision: None where nothing can be advised yet. uses: the applications that the reason names as doing the
    work, in its order. national: what the national application is called that is to be used.
    """

    decision: Decision | None
    reason: Text
    uses: tuple[Entry, ...] = ()
    national: str = ""


def suggested(clearance: Clearance) -> tuple[Decision | None, Text]:
    """Return the decision that what was found speaks for, and why; a person decides."""
    found = advice(clearance)
    return found.decision, found.reason


def advice(clearance: Clearance) -> Advice:
    """Return what is advised: what is extended, national ones that lead, what exists, others of the nation.

    A proposal that is a version of one's own application, for another platform, is no application of its own.
    Where only some functions are done already, one integrates or does the others; what nobody does is built.
    Nothing is advised where the proposal was not understood and nothing surely does its work.
    """
    present = [one for one in clearance.national if not one.superseded] or list(clearance.national)
    replacing = [one for one in present if not one.application.network]
    usable = _usable(clearance)
    versions = sorted((p.left for p in usable if _is_version(p)), key=lambda one: len(one.name))
    if versions:
        return _extended(clearance, versions, usable, replacing)
    leading = [one for one in clearance.national if one.named and one.superseded] or [
        one for one in replacing if one.leads and not _given_way(one, clearance, usable)
    ]
    if leading:
        return _national(leading[0], clearance)
    if usable or clearance.whole:
        return _existing(clearance, usable, replacing)
    covering = [one for one in replacing if one.main and one.half and not _owned(clearance, one)]
    if covering:
        return _national(covering[0], clearance)
    if not (clearance.functions or clearance.national or clearance.websites):
        weak = [pair.left for pair in clearance.pairs]
        return Advice(decision=None, reason=sentences((words.NOT_UNDERSTOOD, *words.unsure(weak))))
    return _website(clearance) or _partly(clearance, replacing) or _built(clearance, present)


def _usable(clearance: Clearance) -> list[Pair]:
    """Return the hits that an advice may rest on, the likeliest first.

    Among the strong ones, what ends comes last and what the agency has itself before what others have; what
    takes the place of another stands before that one.
    """
    found = [pair for pair in (*clearance.here, *clearance.uncatalogued) if _counts(clearance, pair)]

    def place(pair: Pair) -> tuple[bool, bool, bool, float]:
        one, weak = pair.left, pair.score < STRONG
        others = not (one.national or one.scope == clearance.entry.scope)
        return weak, not weak and one.ends, not weak and others, -pair.score

    return list(successors_first(sorted(found, key=place)))


def _counts(clearance: Clearance, pair: Pair) -> bool:
    """Whether an advice may rest on a hit: where no function was understood, words alone are no reason.

    A strong hit that is national counts even so: to review it first is a duty.
    """
    if pair.score < REVIEW:
        return False
    sure = pair.functions or pair.shared or pair.kind is FindingKind.IDENTITY or _is_version(pair)
    return bool(clearance.functions or sure or (pair.left.national and pair.score >= STRONG))


def _is_version(pair: Pair) -> bool:
    """Whether what is proposed is the same system of the same agency for another platform."""
    return bool(pair.evidence[COLUMN[Evidence.VARIANT]] > 0)


def _given_way(covering: Covering, clearance: Clearance, usable: Sequence[Pair]) -> bool:
    """Whether what surely exists here comes first: it does what is proposed by name, the national one not."""
    if covering.named or covering.titled:
        return False
    sure = {pair.left.uid for pair in usable if pair.score >= STRONG and not pair.left.national}
    return any(not sure.isdisjoint(entry.uid for entry in one.here) for one in _left(clearance, covering))


def _owned(clearance: Clearance, covering: Covering) -> bool:
    """Whether the agency that proposes has something for what a national one does not do."""
    scope = clearance.entry.scope
    return any(entry.scope == scope for one in _left(clearance, covering) for entry in one.here)


def _left(clearance: Clearance, covering: Covering) -> list[Doing]:
    return [one for one in clearance.doing if one.label not in covering.functions]


def _extended(
    clearance: Clearance, versions: Sequence[Entry], usable: Sequence[Pair], replacing: Sequence[Covering]
) -> Advice:
    """Return the advice to extend the application of which a version is proposed; others are named too."""
    uids = {one.uid for one in versions}
    others = [pair.left for pair in usable if pair.left.uid not in uids and not pair.left.national]
    told = (words.extended(versions), *words.alike_besides(others), *_besides(clearance, replacing))
    return Advice(
        decision=Decision.EXISTING if any(not one.planned for one in versions) else Decision.INTEGRATE,
        reason=sentences(told),
        uses=(*versions, *others),
    )


def _national(covering: Covering, clearance: Clearance) -> Advice:
    """Return the advice to use a national application; what this government has for it already is named."""
    own = [pair.left for pair in _usable(clearance) if not pair.left.national]
    known = {one.uid for one in own}
    own += [one for one in clearance.whole if one.uid not in known]
    one = covering.application
    return Advice(
        decision=Decision.NATIONAL,
        national=one.superseded_by or one.abbreviation,
        reason=sentences(
            (
                words.reviewed_first(covering, clearance.functions),
                *words.left_over(covering, clearance.functions, clearance.doing),
                *words.kept_beside(own),
                *words.unread(clearance.unread),
            )
        ),
    )


def _existing(clearance: Clearance, usable: Sequence[Pair], replacing: Sequence[Covering]) -> Advice:
    """Return the advice to use what exists, the likeliest first; national ones besides are named too."""
    found = tuple(pair.left for pair in usable)
    if found and found[0].national:
        national = [one for one in found if one.national]
        told = sentences((words.nationals(national), *_besides(clearance, replacing)))
        return Advice(decision=Decision.NATIONAL, reason=told, national=national[0].name)
    known = {one.uid for one in found}
    weak = tuple(one for one in clearance.whole if one.uid not in known)
    own = any(one.scope == clearance.entry.scope and not one.planned for one in found or weak)
    return Advice(
        decision=Decision.EXISTING if own else Decision.INTEGRATE,
        reason=sentences(
            (
                *words.existing(found),
                *words.whole(weak, found),
                *words.others(clearance.doing, (*found, *weak), clearance.unsure),
                *_besides(clearance, replacing),
            )
        ),
        uses=(*found, *weak),
    )


def _website(clearance: Clearance) -> Advice | None:
    """Return the advice to keep the website that an agency has; None where it has none."""
    own = tuple(one for one in clearance.websites if one.scope == clearance.entry.scope)
    if not own:
        return None
    told = (*words.websites(clearance.websites, own), *_besides(clearance, ()))
    return Advice(decision=Decision.EXISTING, reason=sentences(told), uses=own)


def _partly(clearance: Clearance, replacing: Sequence[Covering]) -> Advice | None:
    """Return the advice to integrate with what does some functions already; None where nothing does."""
    if not any(one.taken for one in clearance.doing):
        return None
    first = {one.here[0].uid: one.here[0] for one in clearance.doing if one.here}
    told = (
        *words.partly(clearance.doing),
        *_besides(clearance, replacing),
        *words.websites(clearance.websites, ()),
    )
    return Advice(decision=Decision.INTEGRATE, reason=sentences(told), uses=tuple(first.values()))


def _built(clearance: Clearance, present: Sequence[Covering]) -> Advice:
    """Return the advice to build, with what a new application has to heed."""
    networks = [one.application for one in present if one.application.network]
    likely = [pair.left for pair in clearance.elsewhere if pair.score >= REVIEW]
    weak = [pair.left for pair in clearance.pairs if pair.score < REVIEW and not _told(clearance, pair)]
    heeded = (*map(words.connected, networks[:1]), *words.shared(likely), *words.weak(weak))
    site = tuple(words.websites(clearance.websites, ()))
    first = site or (words.NOBODY if heeded else words.NOTHING,)
    told = sentences((*first, *heeded, *words.unread(clearance.unread)))
    return Advice(decision=Decision.BUILD, reason=told)


def _told(clearance: Clearance, pair: Pair) -> bool:
    """Whether a pair is with a national application that is told by the catalogue already."""
    return pair.left.national and pair not in clearance.uncatalogued


def _besides(clearance: Clearance, replacing: Sequence[Covering]) -> Iterator[Text]:
    """Yield what national applications do besides, and what was not understood."""
    yield from words.national_besides(replacing)
    yield from words.unread(clearance.unread)
