"""Why an element is affected, in a sentence: what it needs, and how those are."""

from collections.abc import Callable, Sequence

from model.availability import State
from model.need import ALL, ANY, Need
from model.text import Text, same, strung
from queries.impact.impact import Affected, Impact, MemberState, Reason
from queries.impact.shared_causes import shared_cause
from ui.phrases import common
from ui.phrases import impact as words

_MOST = 4  # members named; a sentence with more is not read


def because(affected: Affected, name: Callable[[str], str]) -> Text:
    """Return the first deciding reason as a sentence part: "membutuhkan DB-1 (■ tidak tersedia)".

    name: the name of an element by its key.
    """
    return reason_words(affected.reasons[0], name) if affected.reasons else common.GIVENS[affected.state]


def reason_words(reason: Reason, name: Callable[[str], str]) -> Text:
    """Return one reason as a sentence part; the worst members first, and what is left where some suffice."""
    members = sorted(reason.members, key=lambda member: -member.state)
    if len(members) == 1:
        return words.NEEDS_ONE.filled(member=member_words(members[0], name))
    told = need_words(reason.need, _listed(members, name))
    left = [member for member in members if member.counted is State.UP]
    if reason.need == ALL or not left:
        return told
    return words.SOME_LEFT.filled(told=told, left=_listed(left, name))


def _listed(members: Sequence[MemberState], name: Callable[[str], str]) -> Text:
    """The first few members by name and state, and how many more there are."""
    return _joined([member_words(member, name) for member in members[:_MOST]], len(members) - _MOST)


def told_with_cause(impact: Impact, reason: Reason, name: Callable[[str], str]) -> Text:
    """Return one reason as a sentence part, with what took several members of a group down together."""
    told, shared = reason_words(reason, name), shared_cause(impact, reason)
    if shared is None:
        return told
    both = shared.members == len(reason.members) == 2
    if shared.relation is None:
        found = (words.BOTH_HANG if both else words.ALL_HANG).filled(name=name(shared.key))
    else:
        label = impact.snapshot.metamodel.relation(shared.relation).label
        related = words.BOTH_RELATED if both else words.ALL_RELATED
        small = Text(id=label.id.lower(), en=label.en.lower())
        found = related.filled(name=name(shared.key), label=small)
    return Text(id=f"{told.id}, {found.id}", en=f"{told.en}, {found.en}")


def need_words(need: Need, members: Text) -> Text:
    """Return what a need asks of members: one of them, all, or so many."""
    if need == ANY:
        return words.NEEDS_ANY.filled(members=members)
    if need == ALL:
        return words.NEEDS_ALL.filled(members=members)
    return words.NEEDS_SOME.filled(need=str(need), members=members)


def member_words(member: MemberState, name: Callable[[str], str]) -> Text:
    """Return a member with the sign and word of its state; one that is up by its name alone."""
    called = same(name(member.key)) if member.key else words.IN_GROUP.filled(group=member.group)
    if member.state is State.UP:
        return called
    state = common.STATES[member.state]
    return Text(
        id=f"{called.id} ({common.SIGNS[member.state]} {state.id.lower()})",
        en=f"{called.en} ({common.SIGNS[member.state]} {state.en.lower()})",
    )


def _joined(parts: Sequence[Text], left_out: int) -> Text:
    more = [common.MORE.filled(n=left_out)] if left_out > 0 else []
    every = [*parts, *more]
    return strung(every)
