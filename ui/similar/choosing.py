"""What a person chooses for the members of a group, as the session keeps it and as it is recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from model.availability import parse_day
from model.text import Language
from queries.redundancy.groups.disposing import Action, Choice, Disposition
from queries.redundancy.groups.disposing_words import CHOSEN
from queries.redundancy.groups.plans import RecordedPlan

_UNDATED = "-"

Kept = Mapping[str, Sequence[str]]


def usual_reason(advised: Disposition, action: Action, language: Language) -> str:
    """Return the reason that stands where a person gives none."""
    return (advised.reason if action is advised.action else CHOSEN).in_(language)


def usual_day(advised: Disposition, until: date | None) -> date | None:
    """Return the last day of a member where a person gives none. until: when the others of a group end."""
    return advised.on if advised.ends else until


def chosen(
    advised: Disposition, given: tuple[Action, date | None, str], until: date | None, language: Language
) -> Choice:
    """Return what of the action, last day and reason given is not as advised."""
    action, on, reason = given
    usual, written = usual_day(advised, until), reason.strip()
    return Choice(
        action=None if action is advised.action else action,
        on=None if on == usual else on,
        undated=on is None and usual is not None,
        reason="" if written == usual_reason(advised, action, language) else written,
    )


def kept(choices: Mapping[str, Choice]) -> dict[str, list[str]]:
    """Return choices as texts, by uid, without those that are as advised."""
    return {
        uid: [one.action or "", _UNDATED if one.undated else one.on.isoformat() if one.on else "", one.reason]
        for uid, one in choices.items()
        if one != Choice()
    }


def choices_of(kept: Kept) -> dict[str, Choice]:
    """Return choices from texts."""
    return {uid: _choice(texts) for uid, texts in kept.items()}


def recorded(plan: RecordedPlan | None, until: date | None) -> dict[str, Choice]:
    """Return what a plan says of each member. until: the day the others end on in place of its days."""
    if plan is None:
        return {}
    return {uid: replace(one, on=None, undated=False) if until else one for uid, one in plan.choices.items()}


def changed(
    before: Mapping[str, Choice], made: Mapping[str, Choice], language: Language
) -> dict[str, Choice]:
    """Return choices after others were made on top of them; what these leave open is as before."""
    return {**before, **{uid: _over(before.get(uid, Choice()), one, language) for uid, one in made.items()}}


def _over(before: Choice, made: Choice, language: Language) -> Choice:
    usual = CHOSEN.in_(language) if made.action and before.reason else before.reason
    dated = made.on is not None or made.undated
    return Choice(
        action=made.action or before.action,
        on=made.on if dated else before.on,
        undated=made.undated if dated else before.undated,
        reason=made.reason or usual,
    )


def _choice(texts: Sequence[str]) -> Choice:
    action, on, reason = texts
    return Choice(
        action=Action(action) if action else None,
        on=parse_day(on),
        undated=on == _UNDATED,
        reason=reason,
    )
