"""What is known of the members of a group: what each is, what it serves, and how long it is there."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from model.availability import FIRST_DAY, LAST_DAY
from model.decision import Decision
from model.element import Element, day
from model.folding import fold
from model.knowledge import Knowledge, NationalApplication
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import Comparison
from queries.redundancy.evidence import COLUMN, HOLDS, WORKED_ON, Evidence
from queries.redundancy.groups.coverage import Coverage, coverage, overall
from queries.redundancy.groups.links import links_of
from queries.redundancy.profiles import Profile
from queries.redundancy.words.catalogue import Catalogue
from queries.snapshot.snapshot import Snapshot

_HALF = 0.5  # of the functions of another, below which what does no more is a part of it
_WORKED_WITH = "data"  # the column of what work is done with


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of the members of a group, all by uid.

    elements: with users, cost, year and the like. owners: of services, processes and data, the name of the
    agency they belong to or of their wali data. catalogue: national applications a member is called by.
    copies: the national application that a record of an agency surely is, by its whole name. functions: what
    each speaks of most. broader: of a function, not of a member, those of which it is a case. variants: its
    like on another platform. joined: what people decided to be one has one value. ended: the last day of what
    is in use no more. passing: what is to end, or is not in use yet; it takes the place of nothing.
    """

    entries: Mapping[str, Entry]
    elements: Mapping[str, Element] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    catalogue: Mapping[str, tuple[NationalApplication, ...]] = field(default_factory=dict)
    copies: Mapping[str, NationalApplication] = field(default_factory=dict)
    functions: Mapping[str, frozenset[str]] = field(default_factory=dict)
    broader: Mapping[str, Collection[str]] = field(default_factory=dict)
    variants: Mapping[str, frozenset[str]] = field(default_factory=dict)
    joined: Mapping[str, str] = field(default_factory=dict)
    ended: Mapping[str, date] = field(default_factory=dict)
    passing: frozenset[str] = frozenset()

    def is_national(self, uid: str) -> bool:
        """Whether a member is a national application, whoever recorded it."""
        return self.entries[uid].national or uid in self.copies

    def general(self, uid: str) -> NationalApplication | None:
        """Return which aplikasi umum of the national government a member is; None where it is none.

        Agencies use it where there is one (Perpres 95/2018, article 63), so it is weighed before any other.
        """
        copied = (self.copies[uid],) if uid in self.copies else ()
        listed = self.catalogue.get(uid, ()) if self.entries[uid].national else copied
        return next((one for one in listed if one.field and not one.superseded_by), None)

    def catalogued(self, uid: str) -> NationalApplication | None:
        """Return which national application of the catalogue a member is; None where it is none of these."""
        return self.copies.get(uid) or next(iter(self.catalogue.get(uid, ())), None)

    def copied_from(self, uid: str, among: Iterable[str]) -> str | None:
        """Return which of others is the ministry's record of what an agency recorded; None where none is."""
        copied = self.copies.get(uid)
        if copied is None:
            return None
        originals = (one for one in among if self.entries[one].national)
        return next((one for one in originals if copied in self.catalogue.get(one, ())), None)

    def called(self, uid: str, among: Iterable[str]) -> str:
        """Return a name, with its agency where others have the same one."""
        entry = self.entries[uid]
        alike = any(self.entries[one].name == entry.name for one in among if one != uid)
        return f"{entry.name} ({entry.owner})" if alike else entry.name

    def last_day(self, uid: str) -> date | None:
        """Return the last day that is on record of a member."""
        return day(self.elements.get(uid), "valid_to")

    def successor(self, uid: str, among: Iterable[str]) -> str | None:
        """Return which of others replaces a member by the records, the first by key; None where none does."""
        those = [one for one in among if uid in self.entries[one].replaces and one not in self.ended]
        return min(those, key=lambda one: self.entries[one].key, default=None)

    def is_leaving(self, uid: str, among: Iterable[str]) -> bool:
        """Whether the records say that a member ends, or that one of others replaces it."""
        return self.last_day(uid) is not None or self.successor(uid, among) is not None

    def takes_over(self, by: str, of: str) -> bool:
        """Whether one can take the place of another: it serves some of the same, or does the same work.

        What both merely keep data of is asked only where no service or process is known of the other. What
        people decided to be one needs no proof. A part takes over no whole, whatever both are recorded with.
        """
        if by in self.joined and self.joined[by] == self.joined.get(of):
            return True
        if self._is_part(by, of):
            return False
        if any(self._does(by, name) for name in self.functions.get(of, ())):
            return True
        found = [one for one in self.covered(by, of) if one.whole]
        served = [one for one in found if one.column != _WORKED_WITH]
        return any(one.covered for one in served or found)

    def covered(self, by: str, of: str) -> tuple[Coverage, ...]:
        """Return what one covers of another, column by column."""
        return coverage(self.entries[by], self.entries[of])

    def share(self, by: str, of: str) -> float | None:
        """Return how much one covers of another by the records, 0 to 1; None where one says nothing."""
        return overall(self.covered(by, of))

    def share_of_functions(self, by: str, of: str) -> float | None:
        """Return how many of another's main functions one has, 0 to 1; None where these are not known."""
        mine, theirs = self.functions.get(by), self.functions.get(of)
        if not mine or not theirs:
            return None
        return sum(self._does(by, name) for name in theirs) / len(theirs)

    def _is_part(self, one: str, whole: str) -> bool:
        """Whether all that one does is the lesser part of what another does."""
        shares = self.share_of_functions(one, whole), self.share_of_functions(whole, one)
        return shares[0] is not None and shares[0] < _HALF and shares[1] == 1

    def is_recorded(self, uid: str) -> bool:
        """Whether anything is on record that a member works on."""
        return any(self.entries[uid].neighbours.get(column) for column in WORKED_ON)

    def _does(self, uid: str, function: str) -> bool:
        """Whether a function is a main one of an element, or a case of one."""
        mine = self.functions.get(uid, frozenset())
        return function in mine or not mine.isdisjoint(self.broader.get(function, ()))


def facts_of(
    comparison: Comparison,
    knowledge: Knowledge,
    elements: Mapping[str, Element],
    owners: Mapping[str, str],
) -> Facts:
    """Return what is known of the elements of a comparison."""
    corpus, profiles = comparison.corpus, comparison.features.profiles
    called, known = {fold(one.abbreviation): one for one in knowledge.national}, Catalogue(knowledge.national)
    broader = knowledge.broader
    both = list(zip(corpus.entries, profiles, strict=True))
    return Facts(
        entries={entry.uid: entry for entry in corpus.entries},
        elements=elements,
        owners=owners,
        catalogue={
            entry.uid: tuple(called[name] for name in sorted(profile.catalogue) if name in called)
            for entry, profile in both
            if profile.catalogue
        },
        copies={
            entry.uid: one
            for entry in corpus.entries
            if not (entry.national or entry.government)
            and (one := known.meant(entry.name, entry.abbreviation)) is not None
            and not (one.superseded_by or one.network)
        },
        functions={entry.uid: _mainly(profile, broader) for entry, profile in both},
        broader=broader,
    )


def variants_of(comparison: Comparison) -> dict[str, frozenset[str]]:
    """Return, by uid, what is one system with an element on another platform."""
    table, entries = comparison.table, comparison.corpus.entries
    found: dict[str, frozenset[str]] = {}
    for row in np.flatnonzero(table.values[:, COLUMN[Evidence.VARIANT]] >= HOLDS).tolist():
        one, two = (entries[int(ends[row])].uid for ends in (table.left, table.right))
        found[one] = found.get(one, frozenset()) | {two}
        found[two] = found.get(two, frozenset()) | {one}
    return found


def joined_of(made: Iterable[Decision], members: Iterable[str]) -> dict[str, str]:
    """Return one value, by uid, for all members that people decided to be duplicates of each other."""
    found: dict[str, str] = {}
    for one, two in links_of(made, members).must:  # in order: each is met after what joins it
        found[two] = found.setdefault(one, one)
    return found


def as_of(facts: Facts, snapshot: Snapshot, today: date) -> Facts:
    """Return the facts with what ended before a day, and what is not there to stay."""
    spans, now = _spans(snapshot, facts.entries), today.toordinal()
    return replace(
        facts,
        ended=ended_of(snapshot, facts.entries, today),
        passing=frozenset(uid for uid, (since, until) in spans.items() if since > now or until < LAST_DAY),
    )


def ended_of(snapshot: Snapshot, uids: Iterable[str], today: date) -> dict[str, date]:
    """Return the last day of those of some elements that ended before a day, by uid."""
    spans, now = _spans(snapshot, uids), today.toordinal()
    return {uid: date.fromordinal(until) for uid, (_, until) in spans.items() if FIRST_DAY < until < now}


def _spans(snapshot: Snapshot, uids: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Return the first and the last day of elements, as numbers, by uid."""
    elements = snapshot.elements
    return {
        uid: (int(elements.since[at]), int(elements.until[at]))
        for uid in uids
        if (at := snapshot.positions.get(uid)) is not None
    }


def _mainly(profile: Profile, broader: Mapping[str, Collection[str]]) -> frozenset[str]:
    """Return the functions that an element speaks of most; a national application has what it covers too.

    Who speaks of a case of something speaks of it by that alone: that does not count.
    """
    said = Counter(profile.functions)
    own = said - Counter({wide: said[name] for name in said for wide in broader.get(name, ())})
    most = max(own.values(), default=0)
    return frozenset(name for name, times in own.items() if times == most) | profile.covers | profile.joins
