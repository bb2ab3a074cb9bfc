"""How complete each agency's links to infrastructure are, and how many answers stay unknown without them.

A link is expected where the metamodel says so of a kind (KindSpec.expects) and all it may lead to is
infrastructure: an application runs on something, data are stored somewhere, a server stands in a room. The
answer about a service or process (of an application, where there are none) is unknown because of an agency if
anything of this agency that it requires lacks such a link: what the link would name could fail, and take it
down, degrade it or put it at risk.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import numpy as np

from model.availability import State
from model.kinds import Domain, ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import Expectation
from queries.impact.certainty import Expected, Gap, expected, gap_of
from queries.resilience.bits import positions
from queries.resilience.scenarios import Scenarios
from queries.resilience.single_points import TARGETS, noticed
from queries.snapshot.columns import Longs
from queries.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """How many elements of a kind of an agency lack a link."""

    kind: ElementKind
    relation: RelationKind
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """The infrastructure links of one agency.

    agency: element index; ABSENT for what has no owner. expected, filled: how many links. missing: those that
    lack, the most first. gaps: the same one by one, in the order of the keys. unknown: how many services and
    processes, or applications, of any agency have an unknown answer because of them.
    """

    agency: int
    expected: int
    filled: int
    missing: tuple[Missing, ...]
    gaps: tuple[Gap, ...]
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """All agencies, those that leave most answers unknown first; the answers there are, and those unknown.

    of_services: whether these are answers about services and processes; about applications where there are
    none.
    """

    agencies: tuple[Completeness, ...]
    of_services: bool
    answers: int
    unknown: int

    @property
    def expected(self) -> int:
        """How many links are expected."""
        return sum(one.expected for one in self.agencies)

    @property
    def filled(self) -> int:
        """How many of these are stated."""
        return sum(one.filled for one in self.agencies)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Those that are not, one by one."""
        return tuple(gap for one in self.agencies for gap in one.gaps)


def completion(snapshot: Snapshot, on: date) -> Completion:
    """Return how complete the infrastructure links of each agency are on a day."""
    found = [one for one in expected(snapshot, on) if is_infrastructure(snapshot.metamodel, one.expectation)]
    agency_of = snapshot.agency
    counts: dict[int, int] = defaultdict(int)
    lacking: dict[int, list[tuple[int, Expected]]] = defaultdict(list)
    for one in found:
        for agency, count in zip(*np.unique(agency_of[one.elements], return_counts=True), strict=True):
            counts[int(agency)] += int(count)
        for index in one.lacking.tolist():
            lacking[int(agency_of[index])].append((index, one))
    agencies = sorted(counts)
    unknown, all_unknown, answers = _unknown(snapshot, on, [[i for i, _ in lacking[a]] for a in agencies])
    rows = [
        Completeness(
            agency=agency,
            expected=counts[agency],
            filled=counts[agency] - len(lacking[agency]),
            missing=_missing(lacking[agency]),
            gaps=tuple(
                gap_of(snapshot, index, one.expectation, on)
                for index, one in sorted(lacking[agency], key=lambda pair: pair[0])
            ),
            unknown=left_open,
        )
        for agency, left_open in zip(agencies, unknown, strict=True)
    ]
    rows.sort(key=lambda row: (-row.unknown, row.filled - row.expected, row.agency))
    of_services = bool(snapshot.of_kinds(TARGETS).any())
    return Completion(agencies=tuple(rows), of_services=of_services, answers=answers, unknown=all_unknown)


def is_infrastructure(metamodel: Metamodel, expectation: Expectation) -> bool:
    """Return whether an expected link can lead to infrastructure only."""
    return all(metamodel.kind(kind).domain is Domain.INFRASTRUCTURE for kind in expectation.to)


def _missing(lacking: list[tuple[int, Expected]]) -> tuple[Missing, ...]:
    counts: dict[tuple[ElementKind, RelationKind], int] = defaultdict(int)
    for _, one in lacking:
        counts[one.kind, one.expectation.relation] += 1
    most_first = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Missing(kind=kind, relation=relation, count=count) for (kind, relation), count in most_first)


def _unknown(snapshot: Snapshot, on: date, lacking: list[list[int]]) -> tuple[list[int], int, int]:
    """How many answers each group of lacking elements leaves unknown, all together do, and there are.

    Each group fails in a scenario of its own, and all do in a last one: what is not up in it hangs on what
    the group does not state.
    """
    requirements = snapshot.requirements(on)
    targets: Longs = np.flatnonzero(noticed(snapshot) & requirements.valid)
    failing: dict[int, int] = defaultdict(int)
    for scenario, elements in enumerate(lacking):
        for index in elements:
            failing[index] |= 1 << scenario | 1 << len(lacking)
    scenarios = Scenarios(requirements, targets)
    degraded = scenarios.reaching(State.DEGRADED, failing)
    hit = scenarios.reaching(State.AT_RISK, failing, degraded=degraded)
    _, of = positions([hit[target] for target in targets.tolist()], len(lacking) + 1)
    *each, together = np.bincount(of, minlength=len(lacking) + 1).tolist()
    return each, together, len(targets)
