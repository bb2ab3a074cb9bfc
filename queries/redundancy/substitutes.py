"""What may be used in place of a proposed application, and what a decision on it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from queries.redundancy.clearance import Clearance, Covering, Decision
from queries.redundancy.engine import REVIEW

_OFFERED = 8  # existing applications to choose from
_RESTS_ON = 3  # likely applications that a record names


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitute:
    """An application to use instead. key: of its element; blank if the store has none. whose: agency.

    planned: it is to be, and is not in use yet.
    """

    name: str
    key: str = ""
    whose: str = ""
    planned: bool = False


def substitutes(clearance: Clearance, decision: Decision) -> tuple[Substitute, ...]:
    """Return which applications a decision may mean, the likeliest first; none where it means none."""
    if decision is Decision.NATIONAL:
        found: dict[str, Substitute] = {}
        for one in _national(clearance):
            found.setdefault(one.name, one)
        return tuple(found.values())
    return tuple(_existing(clearance))[:_OFFERED] if decision is Decision.EXISTING else ()


def rests_on(clearance: Clearance, decision: Decision, used: Substitute | None) -> tuple[str, ...]:
    """Return the keys of what a decision rests on: what is used, the national ones, the likeliest others."""
    chosen = [used.key] if used and used.key else []
    national = [one.entry.key for one in clearance.national if one.entry]
    likely = [pair.left.key for pair in clearance.pairs[:_RESTS_ON] if pair.score >= REVIEW]
    told = (*chosen, *(national if decision is Decision.NATIONAL else ()), *likely)
    return tuple(dict.fromkeys(told))


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
    """Yield those of the agency that proposes, then of other agencies, then of other governments."""
    scope = clearance.entry.scope
    for pair in (*sorted(clearance.here, key=lambda one: one.left.scope != scope), *clearance.elsewhere):
        parts = (pair.left.agency, pair.left.government)
        yield Substitute(
            name=pair.left.name,
            key=pair.left.key,
            whose=" · ".join(part for part in parts if part),
            planned=pair.left.planned,
        )
