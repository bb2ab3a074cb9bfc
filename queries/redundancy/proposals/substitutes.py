"""What may be used in place of a proposed application, or is to be integrated with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.text import Text
from queries.redundancy.corpus import Entry
from queries.redundancy.endings import ending
from queries.redundancy.proposals.advising import advice
from queries.redundancy.proposals.clearance import Clearance, Covering, Decision

_OFFERED = 8  # existing applications to choose from


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitute:
    """An application to use instead. key: of its element; blank if the store has none. whose: agency.

    planned: it is to be, and is not in use yet. end: when it ends and what takes its place, where on record.
    """

    name: str
    key: str = ""
    whose: str = ""
    planned: bool = False
    end: Text | None = None


def substitutes(clearance: Clearance, decision: Decision) -> tuple[Substitute, ...]:
    """Return which applications a decision may mean, first what the advice names, then the likeliest.

    None where it means none. What is integrated with may be a national one too.
    """
    if decision is Decision.BUILD:
        return ()
    existing = tuple(_existing(clearance))[:_OFFERED] if decision is not Decision.NATIONAL else ()
    if decision is Decision.EXISTING:
        return existing
    found: dict[str, Substitute] = {}
    for one in _national(clearance):
        found.setdefault(one.name, one)
    advised = advice(clearance).national
    return (*existing, *sorted(found.values(), key=lambda one: one.name != advised))


def _national(clearance: Clearance) -> Iterator[Substitute]:
    """Yield the national applications: those that do what the proposal is about before all others."""
    yield from (_catalogued(one) for one in clearance.national if one.named or one.main)
    yield from (Substitute(name=pair.left.name, key=pair.left.key) for pair in clearance.uncatalogued)
    yield from (_catalogued(one) for one in clearance.national if not (one.named or one.main))


def _catalogued(one: Covering) -> Substitute:
    """Return one of the catalogue; a superseded one under the name of its successor."""
    if one.superseded:
        return Substitute(name=one.application.superseded_by)
    return Substitute(name=one.application.abbreviation, key=one.entry.key if one.entry else "")


def _existing(clearance: Clearance) -> Iterator[Substitute]:
    """Yield what the advice names, the likeliest here, who does a function, then other governments'."""
    done = (entry for one in clearance.doing for entry in one.first)
    likely = (pair.left for pair in (*clearance.here, *clearance.elsewhere))
    here: list[Entry] = []
    beyond: list[Entry] = []
    for entry in (*advice(clearance).uses, *likely, *done):
        (here if entry.government == clearance.entry.government else beyond).append(entry)
    found = {entry.uid: entry for entry in (*here, *beyond)}
    yield from map(_offered, found.values())


def _offered(entry: Entry) -> Substitute:
    parts = (entry.agency, entry.government)
    return Substitute(
        name=entry.name,
        key=entry.key,
        whose=" · ".join(part for part in parts if part),
        planned=entry.planned,
        end=ending(entry),
    )
