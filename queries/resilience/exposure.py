"""Exposure of agencies to each other: how much of what one gives stops when one element of another fails.

Everything follows from the single points of failure, which one pass finds; nothing is simulated per element.
What a move to shared services does is the difference between the answers on two snapshots, before and after.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from queries.resilience.importance import Importance
from queries.resilience.single_points import SinglePoints
from queries.snapshot.columns import ABSENT, Floats


class Exposure(NamedTuple):
    """How far the services and processes of one agency stop with elements of another, or with its own.

    agency, on: element indices; ABSENT for what has no owner. worst: the element of `on` that alone stops
    most of the importance (of equals the smallest key). stops: how many services and processes it stops;
    any: how many are stopped by at least one element of `on`, each alone. The shares are those of
    the importance of these, 0–1 of that of all services and processes of the agency.
    """

    agency: int
    on: int
    worst: int
    stops: int
    stops_share: float
    any: int
    any_share: float


class Concentration(NamedTuple):
    """An element on which agencies depend together: what alone it stops, of whom.

    place, owner: element indices; owner ABSENT without one. agencies: those whose services or processes it
    stops, by index, its owner too. stops: how many. weight: their importance; share: 0–1 of that of all.
    """

    place: int
    owner: int
    agencies: tuple[int, ...]
    stops: int
    weight: float
    share: float


class Weighed(Protocol):
    """What tells how important each element of a snapshot is."""

    @property
    def value(self) -> Floats:
        """Importance by element."""
        ...


def exposure(points: SinglePoints, importance: Weighed) -> list[Exposure]:
    """Return the cells of the matrix agency × agency that are not empty, the largest share first."""
    owner, value = points.snapshot.agency, importance.value
    whole: dict[int, float] = defaultdict(float)
    for target in points.targets.tolist():
        whole[int(owner[target])] += float(value[target])
    stopped: dict[tuple[int, int], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for target, alone in _pairs(points):
        stopped[int(owner[target]), int(owner[alone])][alone].append(target)
    cells = []
    for (agency, on), by_element in stopped.items():
        weights = {alone: float(value[targets].sum()) for alone, targets in by_element.items()}
        worst = min(weights, key=lambda alone: (-round(weights[alone], 1), alone))
        together = list({target for targets in by_element.values() for target in targets})
        cells.append(
            Exposure(
                agency=agency,
                on=on,
                worst=worst,
                stops=len(by_element[worst]),
                stops_share=weights[worst] / whole[agency],
                any=len(together),
                any_share=float(value[together].sum()) / whole[agency],
            )
        )
    return sorted(cells, key=lambda cell: (-cell.stops_share, -cell.any_share, cell.agency, cell.on))


def concentration(points: SinglePoints, importance: Importance) -> list[Concentration]:
    """Return the elements that stop something of more than one agency, those of most agencies first."""
    owner, value = points.snapshot.agency, importance.value
    whole = float(value[points.targets].sum())
    stops: dict[int, list[int]] = defaultdict(list)
    for target, alone in _pairs(points):
        stops[alone].append(target)
    found = []
    for place, targets in stops.items():
        agencies = Counter(owner[targets].tolist())
        del agencies[ABSENT]
        if len(agencies) > 1:
            weight = float(value[targets].sum())
            found.append(
                Concentration(
                    place=place,
                    owner=int(owner[place]),
                    agencies=tuple(sorted(agencies)),
                    stops=len(targets),
                    weight=round(weight, 1),
                    share=weight / whole,
                )
            )
    return sorted(found, key=lambda one: (-len(one.agencies), -one.weight, one.place))


def _pairs(points: SinglePoints) -> Iterator[tuple[int, int]]:
    return zip(points.target.tolist(), points.alone.tolist(), strict=True)
