"""Counts over a whole snapshot: what each agency has by domain, and how domains depend on each other."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from model.folding import fold
from model.keys import NATIONAL, SHARED, Key, parse_key
from model.kinds import DELIVERED, Domain, ElementKind, Status
from model.text import Language, Text, same
from queries.snapshot.agencies import governments
from queries.snapshot.columns import ABSENT, Bools
from queries.snapshot.snapshot import Snapshot
from ui.graph.figure import LANES
from ui.impact.surroundings import dependencies
from ui.phrases import common

_KINDS = tuple(ElementKind)
_STATUSES = tuple(Status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many elements in use each scope has in each domain; scopes in the order of their names.

    retired: how many are on record and no longer in use. governments: the scopes that are no agency's: of the
    regional government as a whole, of what is shared or national.
    """

    scopes: tuple[str, ...]
    names: Mapping[str, Text]
    counts: Mapping[tuple[str, Domain], int]
    retired: int
    governments: frozenset[str]

    @property
    def total(self) -> int:
        """How many elements there are."""
        return sum(self.counts.values())

    @property
    def agencies(self) -> tuple[str, ...]:
        """The scopes that are agencies."""
        return tuple(scope for scope in self.scopes if scope not in self.governments)

    @property
    def listed(self) -> tuple[str, ...]:
        """The scopes to list: every agency, and the others where they have something of a domain."""
        kept = {scope for scope, domain in self.counts if domain in DELIVERED} | set(self.agencies)
        return tuple(scope for scope in self.scopes if scope in kept)

    def missing(self, domain: Domain) -> list[str]:
        """Return the agencies that have nothing in a domain."""
        return [scope for scope in self.agencies if not self.counts.get((scope, domain))]


def coverage(snapshot: Snapshot) -> Coverage:
    """Return what each scope has; reference codes and retired elements do not count."""
    counted = _in_use(snapshot)
    names = scope_names(snapshot)
    counts: Counter[tuple[str, Domain]] = Counter()
    for index in np.flatnonzero(counted).tolist():
        scope = snapshot.elements.scope[index] or SHARED
        counts[scope, snapshot.metamodel.kind(snapshot.kind(index)).domain] += 1
    scopes = {scope for scope, _ in counts}
    apart = frozenset({NATIONAL, SHARED, *_governed(snapshot)})
    ordered = sorted(scopes, key=lambda scope: (scope in apart, called(names, scope).id))
    return Coverage(
        scopes=tuple(ordered),
        names=names,
        counts=dict(counts),
        retired=_retired(snapshot),
        governments=apart,
    )


def is_empty(snapshot: Snapshot) -> bool:
    """Return whether nothing was loaded yet; reference codes come with the program."""
    return not _in_use(snapshot).any()


def scope_names(snapshot: Snapshot) -> dict[str, Text]:
    """Return what people call each scope: the name of its agency, else of the one that owns what is in it."""
    names = {NATIONAL: common.NATIONAL_SCOPE, SHARED: common.SHARED_SCOPE}
    units = np.flatnonzero(snapshot.elements.kind == _KINDS.index(ElementKind.ORG_UNIT))
    for index in units.tolist():
        key = parse_key(snapshot.elements.key[index])
        if fold(key.code) == fold(key.scope):
            names.setdefault(key.scope, same(snapshot.elements.name[index]))
    owning: dict[int, list[int]] = {}
    within = np.stack([snapshot.elements.scope.codes, snapshot.agency])[:, snapshot.agency != ABSENT]
    for scope, agency in np.unique(within, axis=1).T.tolist():
        owning.setdefault(scope, []).append(agency)
    for scope, owners in owning.items():
        if scope != ABSENT and len(owners) == 1:
            names.setdefault(snapshot.elements.scope.words[scope], same(snapshot.elements.name[owners[0]]))
    return names


def _governed(snapshot: Snapshot) -> set[str]:
    """Return the scopes that a regional government as a whole is the head of."""
    keys = (parse_key(snapshot.elements.key[unit]) for unit in governments(snapshot.elements))
    return {key.scope for key in keys if fold(key.code) == fold(key.scope)}


def government(snapshot: Snapshot) -> str:
    """Return the name of the regional government whose store it is; blank where none or several are."""
    keys = {unit: parse_key(snapshot.elements.key[unit]) for unit in governments(snapshot.elements)}
    own = [u for u, key in keys.items() if not key.government and key.scope not in (NATIONAL, SHARED)]
    heads = [unit for unit in own if fold(keys[unit].code) == fold(keys[unit].scope)]
    names = {snapshot.elements.name[unit] for unit in heads or own}
    return names.pop() if len(names) == 1 else ""


def agency_names(snapshot: Snapshot) -> dict[str, Text]:
    """Return what people call each scope that is an agency of the store's own government."""
    units = np.flatnonzero(snapshot.elements.kind == _KINDS.index(ElementKind.ORG_UNIT))
    keys = (parse_key(snapshot.elements.key[index]) for index in units.tolist())
    own = {key.scope for key in keys if not key.government and fold(key.code) == fold(key.scope)}
    names = scope_names(snapshot)
    return {scope: names[scope] for scope in own - {NATIONAL, SHARED}}


def called(names: Mapping[str, Text], scope: str) -> Text:
    """Return what people call a scope, itself if nobody named it."""
    return names.get(scope) or same(scope)


def by_name(scopes: Iterable[str], names: Mapping[str, Text], language: Language) -> list[str]:
    """Return scopes in the order in which a person looks for them: of what people call them."""
    return sorted(scopes, key=lambda scope: (called(names, scope).in_(language).casefold(), scope))


def code_titles(snapshot: Snapshot, codes: Iterable[str]) -> dict[str, str]:
    """Return what reference codes are called, of those that are on record."""
    keys = {code: str(Key(NATIONAL, ElementKind.REFERENCE_CODE, code)) for code in codes}
    found = {code: snapshot.with_key(key) for code, key in keys.items()}
    return {code: snapshot.names[index] for code, index in found.items() if index is not None}


def flows(snapshot: Snapshot) -> dict[tuple[Domain, Domain], int]:
    """Return how many dependencies lead from one domain to a later one in the order of the lanes."""
    lane_of = np.array([LANES.index(snapshot.metamodel.kind(kind).domain) for kind in _KINDS], np.int64)
    lanes = lane_of[snapshot.elements.kind]
    rows = snapshot.relations
    wanted = dependencies(snapshot) & (lanes[rows.source] < lanes[rows.target])
    pairs = lanes[rows.source[wanted]] * len(LANES) + lanes[rows.target[wanted]]
    found, numbers = np.unique(pairs, return_counts=True)
    return {
        (LANES[pair // len(LANES)], LANES[pair % len(LANES)]): int(number)
        for pair, number in zip(found.tolist(), numbers.tolist(), strict=True)
    }


def agency_name(snapshot: Snapshot, index: int) -> str | None:
    """Return the name of an element's owner; None without one."""
    owner = int(snapshot.owner[index])
    return None if owner == ABSENT else snapshot.elements.name[owner]


def agency_key(snapshot: Snapshot, index: int) -> str | None:
    """Return the key of the agency whose an element is, units taken together; None without one."""
    agency = int(snapshot.agency[index])
    return None if agency == ABSENT else snapshot.elements.key[agency]


def agencies_of(snapshot: Snapshot, indices: Iterable[int]) -> dict[str, str]:
    """Return the names of the agencies of elements by their keys, in order of names."""
    agencies = {int(snapshot.agency[index]) for index in indices} - {ABSENT}
    found = {snapshot.elements.key[agency]: snapshot.elements.name[agency] for agency in agencies}
    return dict(sorted(found.items(), key=lambda one: one[1]))


def _in_use(snapshot: Snapshot) -> Bools:
    return np.asarray(~_is_retired(snapshot) & ~_is_code(snapshot), np.bool_)


def _retired(snapshot: Snapshot) -> int:
    return int((_is_retired(snapshot) & ~_is_code(snapshot)).sum())


def _is_retired(snapshot: Snapshot) -> Bools:
    return np.asarray(snapshot.elements.status == _STATUSES.index(Status.RETIRED), np.bool_)


def _is_code(snapshot: Snapshot) -> Bools:
    return snapshot.of_kinds((ElementKind.REFERENCE_CODE,))
