"""Which application of a group to keep: points, each with its reason.

The order of what counts follows the practice of rationalising government applications: what is national
first, then whose work it is, then what it does for whom. The points are a convention, not a measurement;
they are shown so that a person can disagree, and the person's choice stands.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique

from model.element import number
from model.folding import fold
from model.text import Text, figure, sentences
from queries.redundancy.corpus import Entry
from queries.redundancy.evidence import WORKED_ON
from queries.redundancy.groups.facts import Facts
from queries.redundancy.groups.saving import is_proof

_RECENT_YEARS = 10  # behind the newest of the group, from which its age gives nothing
_BY_NAME = 0.5  # of the points, for what merely bears the name of a national application
_NEAR = 1.0  # points by which two are about as good: less than any single thing that counts tells apart
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


_OWNER = Text(
    id="{agency} adalah pemilik fungsinya: layanan, proses, atau data terbanyak miliknya.",
    en="{agency} owns the function: most of the services, processes or data are its own.",
)
_NOT_OWNER = Text(
    id="{agency} bukan pemilik utama fungsinya.", en="{agency} is not the main owner of the function."
)
_OWNER_TIED = Text(
    id="Belum dapat ditentukan: layanan, proses, dan data {names} sama banyak.",
    en="Cannot be told: {names} have equally many of the services, processes and data.",
)
_OWNER_UNKNOWN = Text(
    id="Pemilik fungsi tidak diketahui: pemilik layanan, proses, dan data belum tercatat pada semua anggota.",
    en="Whose work it is is not known: owners of services, processes and data are not on record for all.",
)
_COVERS = Text(
    id="Rata-rata mencakup {share} dari layanan, data, dan proses {n} anggota lain.",
    en="Covers {share} of the services, data and processes of others on average; such others: {n}.",
)
_COVERS_FUNCTIONS = Text(
    id="Dari {n} anggota lain tanpa layanan, data, dan proses tercatat, mencakup {share} fungsi utama.",
    en="Of others without services, data and processes on record ({n}) it has {share} of the main functions.",
)
_NOT_COUNTED = Text(id="{n} lainnya belum diketahui dan dihitung 0.", en="Not known, and counted as 0: {n}.")
_NO_COVERAGE = Text(
    id="Cakupan belum diketahui: layanan, data, proses, dan fungsi anggota lain belum tercatat.",
    en="Coverage is not known: services, data, processes and functions of the others are not recorded.",
)
_COVERS_UNRECORDED = Text(
    id="Cakupan belum diketahui: layanan, data, dan prosesnya belum tercatat.",
    en="Coverage is not known: its services, data and processes are not recorded.",
)


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

    @property
    def apart_from_age(self) -> float:
        """The points without those for being new."""
        return round(self.total - sum(row.points for row in self.rows if row.aspect is Aspect.RECENCY), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Which member of a group to keep; overruled: by a person. tied: uids of others that are about as good.

    ranking: aplikasi umum first, a ministry's record of one before an agency's, then what takes over most of
    the others, then most points, what is national, by key; what ended comes last, before it what is to end or
    replaced. Of those that are about as good the first is the one of which most is recorded; best_recorded:
    that is why it is first. but_for_age: they are about as good only where age does not count.
    """

    keep: str
    ranking: tuple[Candidate, ...]
    overruled: bool = False
    tied: tuple[str, ...] = ()
    best_recorded: bool = False
    but_for_age: bool = False


def advised(members: Sequence[str], facts: Facts, chosen: str | None = None) -> Advice:
    """Return which member of a group to keep. chosen: what a person wants to keep instead.

    Raises:
        ValueError: no members, or the chosen one is none of them.
    """
    if not members or (chosen is not None and chosen not in members):
        raise ValueError(f"{chosen} is not a member of {list(members)}")
    group = _Group([facts.entries[uid] for uid in members], facts)
    order = _Order(members, facts)
    candidates = [Candidate(uid=entry.uid, rows=group.rows(entry)) for entry in group.entries]
    ranking = sorted(candidates, key=order.rank)
    alike = [one for one in ranking if order.is_near(one, ranking[0])]
    first = min(alike, key=order.among_alike)
    tied = [one for one in alike if one is not first]
    return Advice(
        keep=chosen or first.uid,
        ranking=(first, *(one for one in ranking if one is not first)),
        overruled=chosen not in (None, first.uid),
        tied=tuple(one.uid for one in tied),
        best_recorded=all(order.recorded(first) > order.recorded(one) for one in tied),
        but_for_age=any(abs(first.total - one.total) >= _NEAR for one in tied),
    )


class _Order:
    """The order of the members of a group, and which of them are about as good as the first."""

    def __init__(self, members: Sequence[str], facts: Facts) -> None:
        self._facts = facts
        self._classes = {uid: self._class(uid, members) for uid in members}

    def _class(self, uid: str, members: Sequence[str]) -> tuple[bool, bool, bool, bool, int]:
        """What counts before points: what ended and what leaves come last, then whose work it takes over.

        What a ministry records of a national application comes before what an agency records of it.
        """
        facts = self._facts
        taken = sum(facts.takes_over(uid, other) for other in members if other != uid)
        return (
            uid in facts.ended,
            facts.is_leaving(uid, members),
            facts.copied_from(uid, members) is not None,
            facts.general(uid) is None,
            -taken,
        )

    def rank(self, one: Candidate) -> tuple[tuple[bool, bool, bool, bool, int], float, bool, str]:
        """The place of a member; of equal points what is national comes first, then the key decides."""
        entry = self._facts.entries[one.uid]
        return self._classes[one.uid], -one.total, not entry.national, entry.key

    def is_near(self, one: Candidate, first: Candidate) -> bool:
        """Whether a member is about as good as the first one: by its points, or but for its age."""
        if self._classes[one.uid] != self._classes[first.uid]:
            return False
        return min(first.total - one.total, first.apart_from_age - one.apart_from_age) < _NEAR

    def among_alike(self, one: Candidate) -> tuple[bool, int, float, str]:
        """The place among those: what is national, then what most is recorded of; its age never decides."""
        key = self._facts.entries[one.uid].key
        return not self._facts.is_national(one.uid), -self.recorded(one), -one.apart_from_age, key

    def recorded(self, one: Candidate) -> int:
        """How many services, data, processes and integrations of a member are on record."""
        entry = self._facts.entries[one.uid]
        return len(entry.partners) + sum(len(entry.neighbours.get(column, ())) for column in WORKED_ON)


class _Group:
    """The members of a group beside each other: points are relative to the best of them."""

    def __init__(self, entries: Sequence[Entry], facts: Facts) -> None:
        self.entries, self._facts = entries, facts
        self._owners = self._main_owners()
        self._users = max((self._number(entry, "users") or 0 for entry in entries), default=0)
        self._linked = max(len(entry.partners) for entry in entries)
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
        copied = self._facts.copies.get(entry.uid)
        listed = self._facts.catalogue.get(entry.uid) or ((copied,) if copied else ())
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
        if self._owners is None or not entry.agency:
            return None, _OWNER_UNKNOWN
        if len(self._owners) != 1:
            names = sorted(self._owners.values())
            both = Text(id=" dan ".join(names), en=" and ".join(names))
            return None, _OWNER_TIED.filled(names=both)
        owns = fold(entry.agency) in self._owners
        return float(owns), (_OWNER if owns else _NOT_OWNER).filled(agency=entry.agency)

    def _coverage(self, entry: Entry) -> tuple[float | None, Text]:
        """By what the others have on record; by functions of those only that have nothing."""
        others = [other.uid for other in self.entries if other.uid != entry.uid]
        listed = [uid for uid in others if self._facts.is_recorded(uid)]
        by_records = [self._facts.share(entry.uid, uid) for uid in listed]
        by_functions = [self._facts.share_of_functions(entry.uid, uid) for uid in others if uid not in listed]
        known = [one for one in by_records if one is not None]
        also = [one for one in by_functions if one is not None]
        if not known and not also:
            return None, _NO_COVERAGE if self._facts.is_recorded(entry.uid) else _COVERS_UNRECORDED
        told = [
            text.filled(share=f"{sum(shares) / len(shares):.0%}", n=len(shares))
            for text, shares in ((_COVERS, known), (_COVERS_FUNCTIONS, also))
            if shares
        ]
        left = len(others) - len(known) - len(also)
        if left:
            told.append(_NOT_COUNTED.filled(n=left))
        return (sum(known) + sum(also)) / len(others), sentences(told)

    def _used(self, entry: Entry) -> tuple[float | None, Text]:
        users = self._number(entry, "users")
        if users is None:
            return None, Text(id="Jumlah pengguna belum tercatat.", en="The number of users is not recorded.")
        share = users / self._users if self._users else 0.0
        return share, Text(id="{users} pengguna.", en="{users} users.").filled(users=figure(users))

    def _integrated(self, entry: Entry) -> tuple[float | None, Text]:
        count = len(entry.partners)
        if not count:
            return None, Text(
                id="Belum ada integrasi yang tercatat.", en="No integration with others is recorded."
            )
        return count / self._linked, Text(
            id="Terhubung dengan {n} lainnya (aplikasi atau instansi): aliran data, antarmuka, atau bagian.",
            en="Connected with others (applications or agencies; flows of data, interfaces, parts): {n}.",
        ).filled(n=figure(count))

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
        return share, Text(id="Rp {cost} per pengguna per tahun.", en="Rp {cost} per user and year.").filled(
            cost=figure(cost)
        )

    def _cost_per_user(self, entry: Entry) -> float | None:
        cost, users = self._number(entry, "annual_cost"), self._number(entry, "users")
        return cost / users if cost is not None and users else None

    def _number(self, entry: Entry, name: str) -> float | None:
        return number(self._facts.elements.get(entry.uid), name)

    def _main_owners(self) -> dict[str, str] | None:
        """Return whose most of what the group works on is, folded to its name; several where they are equal.

        None where of a member nothing is known that it works on: those that delivered a list of theirs would
        own what the others do. What a ministry works on is nobody's here.
        """
        owned = [
            {uid for column in WORKED_ON for uid in entry.neighbours.get(column, ())}
            & self._facts.owners.keys()
            for entry in self.entries
            if not self._facts.is_national(entry.uid)
        ]
        if not owned or not all(owned):
            return None
        names = {fold(name): name for _, name in sorted(self._facts.owners.items())}
        count = Counter(fold(self._facts.owners[uid]) for uid in set().union(*owned))
        most = max(count.values())
        return {folded: names[folded] for folded, times in count.items() if times == most}
