"""What a person chooses for the members of a group, as the session keeps it and as it is recorded."""

from collections.abc import Mapping, Sequence
from datetime import date

from model.availability import parse_day
from model.text import Language
from queries.redundancy.disposing import CHOSEN, Action, Choice, Disposition

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


def choices_of(kept: Kept, today: date) -> dict[str, Choice]:
    """Return choices from texts; a last day that is over meanwhile is none."""
    return {uid: _choice(texts, today) for uid, texts in kept.items()}


def _choice(texts: Sequence[str], today: date) -> Choice:
    action, on, reason = texts
    day = parse_day(on)
    return Choice(
        action=Action(action) if action else None,
        on=day if day and day >= today else None,
        undated=on == _UNDATED,
        reason=reason,
    )
