"""Which application of a group to keep: points, each with its reason.

The order of what counts follows the practice of rationalising government applications: what is national
first, then whose work it is, then what it does for whom. The points are a convention, not a measurement;
they are shown so that a person can disagree, and the person's choice stands.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum, unique

from model.availability import FIRST_DAY, LAST_DAY
from model.element import Element, number
from model.folding import fold
from model.knowledge import NationalApplication
from model.text import Text
from queries.redundancy.corpus import Entry
from queries.redundancy.coverage import coverage, overall
from queries.redundancy.engine import Comparison
from queries.redundancy.evidence import WORKED_ON
from queries.redundancy.saving import is_proof
from queries.snapshot.snapshot import Snapshot

_RECENT_YEARS = 10  # behind the newest of the group, from which its age gives nothing
_BY_NAME = 0.5  # of the points, for what merely bears the name of a national application
_OUTSIDE_FIELDS = 0.6  # of the points, for a national application in none of the fields of aplikasi umum
_DOCUMENTS = ("security_test", "restore_test", "sdlc_documents")


@unique
class Aspect(StrEnum):
    """What speaks for keeping an application, the weightiest first."""

    NATIONAL = "national"
    OWNER = "owner"
    COVERAGE = "coverage"
    USERS = "users"
    INTEGRATIONS = "integrations"
    TECHNICAL = "technical"
    RECENCY = "recency"
    COST = "cost"


ASPECT_LABELS: Mapping[Aspect, Text] = {
    Aspect.NATIONAL: Text(id="Aplikasi nasional", en="National application"),
    Aspect.OWNER: Text(id="Pemilik urusan", en="Owner of the function"),
    Aspect.COVERAGE: Text(id="Cakupan", en="Coverage"),
    Aspect.USERS: Text(id="Pengguna", en="Users"),
    Aspect.INTEGRATIONS: Text(id="Integrasi", en="Integrations"),
    Aspect.TECHNICAL: Text(id="Kelayakan teknis", en="Technical fit"),
    Aspect.RECENCY: Text(id="Kebaruan", en="Recency"),
    Aspect.COST: Text(id="Biaya per pengguna", en="Cost per user"),
}
# Points for the full value of each; they add up to 100.
MOST_POINTS: Mapping[Aspect, int] = {
    Aspect.NATIONAL: 25,
    Aspect.OWNER: 20,
    Aspect.COVERAGE: 20,
    Aspect.USERS: 10,
    Aspect.INTEGRATIONS: 10,
    Aspect.TECHNICAL: 5,
    Aspect.RECENCY: 5,
    Aspect.COST: 5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of the members of a group, all by uid.

    elements: with users, cost, year and the like. owners: of services, processes and data, the name of the
    agency they belong to or of their wali data. catalogue: national applications a member is called by.
    ended: the last day of what is in use no more. passing: what is to end, or is not in use yet; it takes
    the place of nothing.
    """

    entries: Mapping[str, Entry]
    elements: Mapping[str, Element] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    catalogue: Mapping[str, tuple[NationalApplication, ...]] = field(default_factory=dict)
    ended: Mapping[str, date] = field(default_factory=dict)
    passing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """One reason to keep an application. known: False where no data says so, which gives 0 points."""

    aspect: Aspect
    points: float
    most: int
    known: bool
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A member of a group with the points that speak for keeping it; they add up to the total."""

    uid: str
    rows: tuple[Points, ...]

    @property
    def total(self) -> float:
        """All points, 0 to 100."""
        return round(sum(row.points for row in self.rows), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Which member of a group to keep; overruled: by a person.

    ranking: aplikasi umum first, then most points, what is national, by key; what ended comes last.
    """

    keep: str
    ranking: tuple[Candidate, ...]
    overruled: bool = False


def facts_of(
    comparison: Comparison,
    catalogue: Iterable[NationalApplication],
    elements: Mapping[str, Element],
    owners: Mapping[str, str],
) -> Facts:
    """Return what is known of the elements of a comparison."""
    corpus, profiles = comparison.corpus, comparison.features.profiles
    called = {fold(one.abbreviation): one for one in catalogue}
    return Facts(
        entries={entry.uid: entry for entry in corpus.entries},
        elements=elements,
        owners=owners,
        catalogue={
            entry.uid: tuple(called[name] for name in sorted(profile.catalogue) if name in called)
            for entry, profile in zip(corpus.entries, profiles, strict=True)
            if profile.catalogue
        },
    )


def as_of(facts: Facts, snapshot: Snapshot, today: date) -> Facts:
    """Return the facts with what ended before a day, and what is not there to stay."""
    elements, now = snapshot.elements, today.toordinal()
    spans = {
        uid: (int(elements.since[at]), int(elements.until[at]))
        for uid in facts.entries
        if (at := snapshot.positions.get(uid)) is not None
    }
    return replace(
        facts,
        ended={
            uid: date.fromordinal(until) for uid, (since, until) in spans.items() if FIRST_DAY < until < now
        },
        passing=frozenset(uid for uid, (since, until) in spans.items() if since > now or until < LAST_DAY),
    )


def advised(members: Sequence[str], facts: Facts, chosen: str | None = None) -> Advice:
    """Return which member of a group to keep. chosen: what a person wants to keep instead.

    Raises:
        ValueError: no members, or the chosen one is none of them.
    """
    if not members or (chosen is not None and chosen not in members):
        raise ValueError(f"{chosen} is not a member of {list(members)}")
    group = _Group([facts.entries[uid] for uid in members], facts)
    candidates = [Candidate(uid=entry.uid, rows=group.rows(entry)) for entry in group.entries]
    ranking = sorted(candidates, key=lambda one: _rank(one, facts))
    best = ranking[0].uid
    return Advice(keep=chosen or best, ranking=tuple(ranking), overruled=chosen not in (None, best))


def general_application(uid: str, facts: Facts) -> NationalApplication | None:
    """Return which aplikasi umum of the national government a member is; None where it is none.

    Agencies use it where there is one (Perpres 95/2018, article 63), so it is weighed before any other.
    """
    listed = facts.catalogue.get(uid, ()) if facts.entries[uid].national else ()
    return next((one for one in listed if one.field and not one.superseded_by), None)


def _rank(candidate: Candidate, facts: Facts) -> tuple[bool, bool, float, bool, bytes]:
    """The place of a member: what ended comes last, aplikasi umum first; of equal points what is national."""
    entry = facts.entries[candidate.uid]
    later = general_application(entry.uid, facts) is None
    return entry.uid in facts.ended, later, -candidate.total, not entry.national, entry.key.encode()


class _Group:
    """The members of a group beside each other: points are relative to the best of them."""

    def __init__(self, entries: Sequence[Entry], facts: Facts) -> None:
        self.entries, self._facts = entries, facts
        self._owning = self._main_owners()
        self._users = max((self._number(entry, "users") or 0 for entry in entries), default=0)
        self._linked = max(len(entry.linked) for entry in entries)
        self._newest = max((self._number(entry, "year_built") or 0 for entry in entries), default=0)
        costs = [cost for entry in entries if (cost := self._cost_per_user(entry)) is not None]
        self._cheapest = min(costs, default=None)

    def rows(self, entry: Entry) -> tuple[Points, ...]:
        """Return the reasons for one member, one row for each aspect."""
        told: Mapping[Aspect, Callable[[Entry], tuple[float | None, Text]]] = {
            Aspect.NATIONAL: self._national,
            Aspect.OWNER: self._owner,
            Aspect.COVERAGE: self._coverage,
            Aspect.USERS: self._used,
            Aspect.INTEGRATIONS: self._integrated,
            Aspect.TECHNICAL: self._documented,
            Aspect.RECENCY: self._recent,
            Aspect.COST: self._cheap,
        }
        found = []
        for aspect, most in MOST_POINTS.items():
            share, reason = told[aspect](entry)
            points = round(most * (share or 0.0), 1)
            found.append(
                Points(aspect=aspect, points=points, most=most, known=share is not None, reason=reason)
            )
        return tuple(found)

    def _national(self, entry: Entry) -> tuple[float | None, Text]:
        listed = self._facts.catalogue.get(entry.uid, ())
        if not listed and not entry.national:
            return 0.0, Text(id="Bukan aplikasi nasional.", en="Not a national application.")
        one = next((one for one in listed if one.field), listed[0] if listed else None)
        share = 1.0 if one and one.field else _OUTSIDE_FIELDS
        called = one.abbreviation if one else entry.name
        if not entry.national:
            return share * _BY_NAME, Text(
                id=f"Bernama sama dengan aplikasi nasional {called}; perlu dipastikan.",
                en=f"Bears the name of the national application {called}; to be confirmed.",
            )
        if one and one.field:
            return share, Text(
                id=f"Aplikasi nasional {called}, bidang aplikasi umum {one.field}.",
                en=f"The national application {called}, field of aplikasi umum {one.field}.",
            )
        return share, Text(id=f"Aplikasi nasional {called}.", en=f"The national application {called}.")

    def _owner(self, entry: Entry) -> tuple[float | None, Text]:
        if not self._owning or not entry.agency:
            return None, Text(
                id="Pemilik fungsi belum diketahui: pemilik layanan, proses, dan data belum tercatat.",
                en="Whose work it is is not known: no owners of services, processes or data are recorded.",
            )
        if fold(entry.agency) in self._owning:
            return 1.0, Text(
                id=f"{entry.agency} adalah pemilik fungsinya: layanan, proses, atau data terbanyak miliknya.",
                en=f"{entry.agency} owns the function: most of the services, processes or data are its own.",
            )
        return 0.0, Text(
            id=f"{entry.agency} bukan pemilik utama fungsinya.",
            en=f"{entry.agency} is not the main owner of the function.",
        )

    def _coverage(self, entry: Entry) -> tuple[float | None, Text]:
        others = [other for other in self.entries if other.uid != entry.uid]
        shares = [overall(coverage(entry, other)) for other in others]
        known = [share for share in shares if share is not None]
        if not known:
            return None, Text(
                id="Cakupan belum diketahui: layanan, data, dan proses belum lengkap.",
                en="Coverage is not known: services, data and processes are incomplete.",
            )
        share = sum(known) / len(others)
        return share, Text(
            id=f"Rata-rata mencakup {share:.0%} dari layanan, data, dan proses anggota lain; yang belum "
            "tercatat dihitung 0.",
            en=f"Covers {share:.0%} of the services, data and processes of the others on average; what is "
            "not recorded counts 0.",
        )

    def _used(self, entry: Entry) -> tuple[float | None, Text]:
        users = self._number(entry, "users")
        if users is None:
            return None, Text(id="Jumlah pengguna belum tercatat.", en="The number of users is not recorded.")
        share = users / self._users if self._users else 0.0
        return share, Text(id=f"{users:.0f} pengguna.", en=f"{users:.0f} users.")

    def _integrated(self, entry: Entry) -> tuple[float | None, Text]:
        count = len(entry.linked)
        if not count:
            return None, Text(
                id="Belum ada integrasi yang tercatat.", en="No integration with others is recorded."
            )
        return count / self._linked, Text(
            id=f"Bertukar data atau tersusun bersama {count} lainnya (aplikasi atau instansi).",
            en=f"Exchanges data with, or is made up with, {count} other{'s' if count > 1 else ''} "
            "(applications or agencies).",
        )

    def _documented(self, entry: Entry) -> tuple[float | None, Text]:
        element = self._facts.elements.get(entry.uid)
        said = [value for name in _DOCUMENTS if element and (value := element.properties.get(name))]
        if not said:
            return None, Text(
                id="Uji keamanan, uji pemulihan, dan dokumen pengembangan belum tercatat.",
                en="Security test, restore test and development documents are not recorded.",
            )
        proofs = sum(map(is_proof, said))
        return proofs / len(_DOCUMENTS), Text(
            id=f"{proofs} dari {len(_DOCUMENTS)} bukti tercatat (uji keamanan, uji pemulihan, dokumen).",
            en=f"{proofs} of {len(_DOCUMENTS)} proofs recorded (security test, restore test, documents).",
        )

    def _recent(self, entry: Entry) -> tuple[float | None, Text]:
        year = self._number(entry, "year_built")
        if year is None:
            return None, Text(
                id="Tahun pembangunan belum tercatat.", en="The year it was built is not recorded."
            )
        share = max(0.0, 1 - (self._newest - year) / _RECENT_YEARS)
        return share, Text(id=f"Dibangun tahun {year:.0f}.", en=f"Built in {year:.0f}.")

    def _cheap(self, entry: Entry) -> tuple[float | None, Text]:
        cost = self._cost_per_user(entry)
        if self._number(entry, "users") == 0:
            return None, Text(
                id="Biaya per pengguna tidak dapat dihitung: yang tercatat 0 pengguna.",
                en="Cost per user cannot be told: 0 users are recorded.",
            )
        if cost is None or self._cheapest is None:
            return None, Text(
                id="Biaya per pengguna belum dapat dihitung: biaya atau jumlah pengguna belum tercatat.",
                en="Cost per user cannot be told: cost or number of users is not recorded.",
            )
        share = self._cheapest / cost if cost else 1.0
        return share, Text(
            id=f"Rp{cost:,.0f} per pengguna per tahun.".replace(",", "."),
            en=f"IDR {cost:,.0f} per user and year.",
        )

    def _cost_per_user(self, entry: Entry) -> float | None:
        cost, users = self._number(entry, "annual_cost"), self._number(entry, "users")
        return cost / users if cost is not None and users else None

    def _number(self, entry: Entry, name: str) -> float | None:
        return number(self._facts.elements.get(entry.uid), name)

    def _main_owners(self) -> frozenset[str]:
        """Return whose most of what the group works on is, folded; several where they are equal."""
        beside = {
            uid for entry in self.entries for column in WORKED_ON for uid in entry.neighbours.get(column, ())
        } & self._facts.owners.keys()
        count = Counter(fold(self._facts.owners[uid]) for uid in beside)
        most = max(count.values(), default=0)
        return frozenset(name for name, times in count.items() if times == most)
