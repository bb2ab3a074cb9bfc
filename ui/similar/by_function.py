"""Who does already what a proposal is to do, function by function: as the page and the sheet say it."""

from collections.abc import Iterator, Sequence

from model.text import Language, Text
from queries.redundancy.corpus import Entry
from queries.redundancy.endings import ending
from queries.redundancy.proposals.clearance import Clearance
from queries.redundancy.proposals.doing import NAMED_DOERS, Doing
from ui.phrases import similar as words


def rows(clearance: Clearance, language: Language) -> list[tuple[str, str]]:
    """Return each function with who does it, in words; of one that nobody is on record for, who may do it."""
    maybe = ", ".join(_called(one, language) for one in clearance.unsure[:NAMED_DOERS])
    return [(one.label.in_(language), "; ".join(_told(one, maybe, language))) for one in clearance.doing]


def websites(clearance: Clearance, language: Language) -> list[str]:
    """Return which websites agencies have, if a proposal is one: first that of the agency that proposes."""
    own = [one for one in clearance.websites if one.scope == clearance.entry.scope]
    others = [one for one in clearance.websites if one.scope != clearance.entry.scope]
    told = []
    if own:
        told.append(words.OWN_WEBSITE.filled(names=_named(own)).in_(language))
    if others:
        agencies = len({one.scope for one in others})
        told.append(words.WEBSITES.filled(n=agencies, names=_named(others)).in_(language))
    return told


def nothing_alike(clearance: Clearance) -> Text:
    """Return what is told where nothing of this government is like a proposal as a whole."""
    if not clearance.functions:
        return words.UNCHECKED
    return words.ONLY_PARTS if any(one.here for one in clearance.doing) else words.NO_EXISTING


def _told(one: Doing, maybe: str, language: Language) -> Iterator[str]:
    yield from (_called(entry, language) for entry in one.first)
    if one.more:
        yield words.DONE_MORE.filled(n=one.more).in_(language)
    national = (*one.national, *one.networks)
    if national:
        yield words.DONE_NATIONALLY.filled(names=", ".join(national)).in_(language)
    if one.elsewhere:
        yield words.DONE_ELSEWHERE.filled(n=one.elsewhere).in_(language)
    if not (one.here or national or one.elsewhere):
        yield words.DONE_BY_NOBODY.in_(language)
    if maybe and not one.taken:
        yield words.DONE_MAYBE.filled(names=maybe).in_(language)


def _called(entry: Entry, language: Language) -> str:
    planned = [words.PLANNED.in_(language)] if entry.planned else []
    end = ending(entry)
    whose = ", ".join(part for part in (entry.owner, *planned, end.in_(language) if end else "") if part)
    return f"{entry.name} ({whose})" if whose else entry.name


def _named(entries: Sequence[Entry]) -> str:
    more = ", …" if len(entries) > NAMED_DOERS else ""
    return ", ".join(one.name for one in entries[:NAMED_DOERS]) + more
