"""What giving applications up saves, as a range with its assumptions; and where each stands (TIME)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique

from model.element import Element, number
from model.folding import fold
from model.metamodel.common import CRITICALITY_CHOICES
from model.record import Value
from model.text import Text
from queries.redundancy.inventory import Inventory

# What part of the yearly cost of what is given up is saved: an assumption, always shown, no measurement.
LOW_SHARE, HIGH_SHARE = 0.4, 0.8
_OLD = 12  # years, from which age speaks fully against an application; a convention
_FEWEST = 2  # of the signs of one axis that must be known
_HALF = 0.5
_OPEN = "opensource"  # Perpres 95/2018 prefers open source for applications of government
_NOT_YET = ("belum", "tidak", "gagal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """What is saved in a year, in rupiah; None where no cost is known. unknown: uids without a cost."""

    low: int | None
    high: int | None
    assumptions: tuple[Text, ...]
    unknown: tuple[str, ...] = ()


def saving(
    gone: Sequence[str],
    elements: Mapping[str, Element],
    *,
    confirmed: bool,
    shares: tuple[float, float] = (LOW_SHARE, HIGH_SHARE),
) -> Saving | None:
    """Return what giving elements up saves in a year; None unless the group was confirmed by people.

    gone: uids of what is given up. shares: of their cost, the least and the most that is saved.

    Raises:
        ValueError: the shares are not in order between 0 and 1.
    """
    low, high = shares
    if not 0 <= low <= high <= 1:
        raise ValueError(f"shares are in order between 0 and 1: {shares}")
    if not confirmed:
        return None
    costs = {uid: number(elements.get(uid), "annual_cost") for uid in gone}
    known = [cost for cost in costs.values() if cost is not None]
    unknown = tuple(uid for uid, cost in costs.items() if cost is None)
    return Saving(
        low=round(low * sum(known)) if known else None,
        high=round(high * sum(known)) if known else None,
        assumptions=_assumptions(shares, len(unknown), known),
        unknown=unknown,
    )


def _assumptions(shares: tuple[float, float], unknown: int, costs: Sequence[float]) -> tuple[Text, ...]:
    (low, high), known = shares, len(costs)
    found = []
    if any(costs):
        found += [
            Text(
                id=f"Dihemat {low:.0%} sampai {high:.0%} dari biaya tahunan {known} aplikasi yang dihentikan"
                "; sisanya untuk tambahan beban aplikasi yang diteruskan (lisensi, perangkat, dukungan).",
                en=f"Saved are {low:.0%} to {high:.0%} of the yearly cost of {_applications(known)} given up"
                "; the rest goes to the added load of the one kept (licences, machines, support).",
            ),
            Text(
                id="Biaya pengalihan satu kali belum dihitung.",
                en="The one-time cost of migrating is not counted.",
            ),
        ]
    if unknown:
        found.append(
            Text(
                id=f"Biaya {unknown} aplikasi belum tercatat dan tidak dihitung.",
                en=f"The cost of {_applications(unknown)} is not recorded and not counted.",
            )
        )
    return tuple(found)


def _applications(count: int) -> str:
    return "1 application" if count == 1 else f"{count} applications"


@unique
class Quadrant(StrEnum):
    """Where an application stands by what it does for people and by how it is made (TIME model)."""

    TOLERATE = "tolerate"  # well made, little needed
    INVEST = "invest"  # well made, much needed
    MIGRATE = "migrate"  # much needed, badly made
    ELIMINATE = "eliminate"  # neither


# Said as what an application is, not as what to do with it: that depends on the others of its group.
QUADRANT_LABELS: Mapping[Quadrant, Text] = {
    Quadrant.TOLERATE: Text(
        id="kurang dibutuhkan, teknis baik (Tolerate)", en="little needed, well made (Tolerate)"
    ),
    Quadrant.INVEST: Text(id="dibutuhkan, teknis baik (Invest)", en="needed, well made (Invest)"),
    Quadrant.MIGRATE: Text(id="dibutuhkan, teknis lemah (Migrate)", en="needed, badly made (Migrate)"),
    Quadrant.ELIMINATE: Text(
        id="kurang dibutuhkan, teknis lemah (Eliminate)", en="little needed, badly made (Eliminate)"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an application stands; quadrant is None where too little is known, and missing says what."""

    quadrant: Quadrant | None
    missing: tuple[Text, ...]


def standing(element: Element, inventory: Inventory, year: int) -> Standing:
    """Return where an application stands, whatever it is grouped with.

    Each axis is the mean of its known signs, of which two are needed. year: this one.

    Source: TIME (Gartner) crosses how well an application serves the business with how well it is made. What
    is recorded of the former is how critical it is, who uses it, and what depends on it.
    """
    functional = _axis(
        (
            (_critical(element), Text(id="kekritisan", en="criticality")),
            (inventory.by_users(number(element, "users")), Text(id="jumlah pengguna", en="number of users")),
            (
                inventory.by_dependents(element.uid),
                Text(id="yang bergantung padanya", en="what depends on it"),
            ),
        )
    )
    technical = _axis(
        (
            (_young(element, year), Text(id="tahun pembangunan", en="year built")),
            (_open(element), Text(id="tipe lisensi", en="licence")),
            (_tested(element), Text(id="uji keamanan", en="security test")),
        )
    )
    (does, missing_does), (made, missing_made) = functional, technical
    quadrant = None if does is None or made is None else _quadrant(does >= _HALF, made >= _HALF)
    return Standing(quadrant=quadrant, missing=(*missing_does, *missing_made))


def _quadrant(needed: bool, well_made: bool) -> Quadrant:
    if needed:
        return Quadrant.INVEST if well_made else Quadrant.MIGRATE
    return Quadrant.TOLERATE if well_made else Quadrant.ELIMINATE


def _axis(signs: Iterable[tuple[float | None, Text]]) -> tuple[float | None, tuple[Text, ...]]:
    said = list(signs)
    known = [value for value, _ in said if value is not None]
    missing = tuple(label for value, label in said if value is None)
    return (round(sum(known) / len(known), 3) if len(known) >= _FEWEST else None), missing


def _critical(element: Element) -> float | None:
    """Return how critical an element is by the place of its choice: the first is 1, the last least."""
    values = [choice.value for choice in CRITICALITY_CHOICES]
    given = element.properties.get("criticality")
    return 1 - values.index(given) / len(values) if given in values else None


def _young(element: Element, year: int) -> float | None:
    built = number(element, "year_built")
    return min(1.0, max(0.0, 1 - (year - built) / _OLD)) if built else None


def _open(element: Element) -> float | None:
    licence = _words(element.properties.get("licence"))
    return (1.0 if _OPEN in licence else _HALF) if licence else None


def _tested(element: Element) -> float | None:
    test = element.properties.get("security_test")
    return float(is_proof(test)) if _words(test) else None


def is_proof(value: Value | None) -> bool:
    """Return whether what is recorded of a test or a document says that it is there: "belum" does not."""
    said = _words(value)
    return bool(said) and not said.startswith(_NOT_YET)


def _words(value: Value | None) -> str:
    return fold(str(value)) if value is not None else ""
