"""Usage, not copies: one system that many agencies recorded is one element with many users.

Proposals only: each names what to keep or create, the copies to merge into it, and the agencies that then use
it (USES). One system is what its records tell to be one: of two systems one of which is enough, as people
decide of duplicates, the one is moved into the other, and that is the advice on their group.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from types import MappingProxyType

from model.decision import Decision, Verdict, pair_of
from model.folding import fold
from model.knowledge import NationalApplication
from model.text import Text
from queries.redundancy.contradictions import consistent
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import STRONG, Comparison, FindingKind, Pair
from queries.redundancy.evidence import Evidence
from queries.redundancy.profiles import Profile
from queries.redundancy.usage_words import Told
from queries.redundancy.words.catalogue import Catalogue, goes_with


@unique
class Case(StrEnum):
    """Whose the one system is."""

    NATIONAL = "national"
    SHARED = "shared"  # of one agency, used by others


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageProposal:
    """One system to be one element.

    keep: uid of the element that stays; None where a national element is to be created (`create`). copies:
    uids of the others. doubtful: those copies that only contain the name of the national application among
    other words, or nearly. agencies: names of those that use it, by copies that are sure, else by all; each
    becomes a USES relation.
    """

    case: Case
    name: str
    keep: str | None
    create: NationalApplication | None
    copies: tuple[str, ...]
    agencies: tuple[str, ...]
    doubtful: tuple[str, ...]
    sentence: Text

    @property
    def sure(self) -> tuple[str, ...]:
        """The copies that surely are it."""
        return tuple(uid for uid in self.copies if uid not in self.doubtful)

    @property
    def times(self) -> int:
        """How often it surely is on record."""
        return len(self.sure) + (self.keep is not None and bool(self.sure))


def usages(
    comparison: Comparison,
    catalogue: Iterable[NationalApplication],
    made: Iterable[Decision] = (),
    users: Mapping[str, Iterable[str]] = MappingProxyType({}),
    keeps: Mapping[str, str] = MappingProxyType({}),
) -> tuple[UsageProposal, ...]:
    """Return all proposals, those with most copies that are surely such first.

    made: the decisions of people. No proposal holds two elements that were decided to be distinct; duplicates
    are one system only where their records say so too. users: of elements, by uid, the names of the agencies
    that use them already. keeps: the member that the group of an element keeps, both by uid.
    """
    said = _Said(comparison, consistent(made), users, keeps)
    known = Catalogue(catalogue)
    national = list(_national(comparison, known, said))
    taken = {uid for one in national for uid in (*one.copies, one.keep) if uid is not None}
    shared = _shared(comparison, known, taken, said)
    return tuple(sorted((*national, *shared), key=_most_first))


def _most_first(one: UsageProposal) -> tuple[int, int, str, str]:
    return len(one.doubtful) - len(one.copies), -len(one.copies), one.case, one.name


class _Said:
    """What is on record of elements: which were decided to be one or not, who uses them, which are kept."""

    def __init__(
        self,
        comparison: Comparison,
        holding: Iterable[Decision],
        users: Mapping[str, Iterable[str]],
        keeps: Mapping[str, str],
    ) -> None:
        self._users, self.keeps = users, keeps
        self.entries = {entry.uid: entry for entry in comparison.corpus.entries}
        known = [one for one in holding if self.entries.keys() >= set(one.pair)]
        self._same = {one.pair for one in known if one.verdict is Verdict.DUPLICATE}
        self.joined = sorted(_identical(comparison, self._same))
        self._distinct = {one.pair for one in known if one.verdict is Verdict.DISTINCT}

    def stays(self, entry: Entry) -> bool:
        """Return whether an element is the one that its group keeps."""
        return self.keeps.get(entry.uid) == entry.uid

    def users(self, entries: Iterable[Entry]) -> frozenset[str]:
        """Return the agencies that use one of some elements."""
        return frozenset(name for entry in entries for name in self._users.get(entry.uid, ()))

    def apart(self, uid: str, others: Iterable[str]) -> bool:
        """Return whether an element was decided to be distinct from one of others."""
        return any(pair_of(uid, other) in self._distinct for other in others)

    def answered(self, uid: str, others: Iterable[str]) -> bool:
        """Return whether an element was decided to be a duplicate of one of others."""
        return any(pair_of(uid, other) in self._same for other in others)

    def parts(self) -> "_Parts":
        """Return what decisions make one, to which more can be joined."""
        parts = _Parts(self)
        for pair in self.joined:
            parts.join(*pair)
        return parts

    def one_with(self, uids: Iterable[str]) -> set[str]:
        """Return the elements that decisions make one with some others, these among them."""
        parts = self.parts()
        return {one for uid in uids for one in parts.of(uid)}


def _identical(comparison: Comparison, pairs: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield those of some pairs that are one system by their records."""
    places = {entry.uid: at for at, entry in enumerate(comparison.corpus.entries)}
    for one, two in pairs:
        row = comparison.row_of(places[one], places[two])
        if row is not None and comparison.pair(row).kind is FindingKind.IDENTITY:
            yield one, two


class _Parts:
    """Elements that are joined one pair after the other, never two that were decided to be distinct."""

    def __init__(self, said: _Said) -> None:
        self._said = said
        self._parts: dict[str, set[str]] = {}

    def of(self, uid: str) -> set[str]:
        """Return all that are one with an element, itself among them."""
        return self._parts.get(uid, {uid})

    def join(self, left: str, right: str) -> None:
        """Make two elements one with all that each is one with, unless two of them are distinct."""
        one, two = self.of(left), self.of(right)
        if one is not two and not any(self._said.apart(uid, two) for uid in one):
            both = one | two
            self._parts.update(dict.fromkeys(both, both))

    def all(self) -> list[set[str]]:
        """Return all parts of more than one element."""
        return list({id(part): part for part in self._parts.values()}.values())


def _national(comparison: Comparison, catalogue: Catalogue, said: _Said) -> Iterator[UsageProposal]:
    """Yield the national applications that agencies recorded as their own; each copy counts once."""
    known = {fold(one.abbreviation): one for one in catalogue.applications}
    holders: dict[str, tuple[list[Entry], set[str]]] = {}
    profiles = comparison.features.profiles
    for entry, profile in zip(comparison.corpus.entries, profiles, strict=True):
        called, surely = _named(entry, profile, catalogue)
        if called is None or entry.government:
            continue
        found, sure = holders.setdefault(called, ([], set()))
        found.append(entry)
        if surely:
            sure.add(entry.uid)
    for name, one in known.items():
        found, sure = holders.get(name, ([], set()))
        kept = min((e for e in found if e.national), key=lambda e: (e.uid not in sure, e.key), default=None)
        copies = _copies(sure, kept, found, said)
        certain = said.one_with(sure & {entry.uid for entry in (*copies, *([kept] if kept else []))})
        copies = [e for e in copies if e.uid in certain or not said.answered(e.uid, certain)]
        if copies:
            doubtful = [entry.uid for entry in copies if entry.uid not in certain]
            yield _proposal(Case.NATIONAL, one, (kept, copies), doubtful, said)


def _named(entry: Entry, profile: Profile, catalogue: Catalogue) -> tuple[str | None, bool]:
    """Return the national application that a name is, contains or nearly is, and whether it surely is it."""
    if catalogue.regional(entry.name, entry.abbreviation):
        return None, False
    meant = catalogue.meant(entry.name, entry.abbreviation)
    surely = meant is not None and fold(meant.abbreviation) not in profile.namesakes
    one = meant or catalogue.nearly(entry.name)
    known = {fold(each.abbreviation) for each in catalogue.applications}
    named = profile.catalogue
    if goes_with(entry.name):
        named = named.union(fold(each.abbreviation) for each in catalogue.mentioned(entry.name))
    contained = () if one else named & known
    return (fold(one.abbreviation) if one else min(contained, default=None)), surely


def _copies(sure: set[str], kept: Entry | None, found: Iterable[Entry], said: _Said) -> list[Entry]:
    """Return the local elements that are a national application by name, but one kept instead of its record.

    Of two that are distinct the one counts that is surely it, else the one that tells most.
    """
    named = sorted(
        (entry for entry in found if not entry.national),
        key=lambda entry: (entry.uid not in sure, -_told(entry), entry.key),
    )
    first = kept or next(iter(named), None)
    if first is None:
        return []
    parts = said.parts()
    for entry in named:
        parts.join(first.uid, entry.uid)
    those = (said.entries[uid] for uid in parts.of(first.uid))
    instead = said.keeps.get(kept.uid) if kept else None
    local = (entry for entry in those if not entry.national and not entry.government)
    return sorted((entry for entry in local if entry.uid != instead), key=lambda entry: entry.key)


def _shared(
    comparison: Comparison, catalogue: Catalogue, taken: set[str], said: _Said
) -> Iterator[UsageProposal]:
    """Yield what several agencies recorded under one address, or surely under one name."""
    parts = _Parts(said)
    for ends in said.joined:
        if taken.isdisjoint(ends) and _local(said.entries[ends[0]], said.entries[ends[1]]):
            parts.join(*ends)
    profiles = comparison.features.profiles
    speak = dict(zip((entry.uid for entry in comparison.corpus.entries), profiles, strict=True))
    for pair in comparison.pairs(STRONG):
        left, right = pair.left, pair.right
        if left.scope == right.scope or not _local(left, right) or not taken.isdisjoint(pair.ends):
            continue
        everywhere = any(catalogue.regional(one.name, one.abbreviation) for one in (left, right))
        named = _one_name(pair) and not everywhere and not _apart(pair, speak[left.uid], speak[right.uid])
        if named or (pair.kind is FindingKind.IDENTITY and pair.has(Evidence.ADDRESS)):
            parts.join(*pair.ends)
    for part in parts.all():
        members = sorted((said.entries[uid] for uid in part), key=lambda entry: entry.key)
        if len({entry.scope for entry in members}) > 1:
            kept = min(members, key=lambda entry: (not said.stays(entry), -_told(entry), entry.key))
            copies = [entry for entry in members if entry.uid != kept.uid]
            yield _proposal(Case.SHARED, None, (kept, copies), (), said)


def _one_name(pair: Pair) -> bool:
    return pair.kind is FindingKind.IDENTITY and pair.has(Evidence.SAME_NAME)


def _apart(pair: Pair, left: Profile, right: Profile) -> bool:
    """Whether the texts of two of one name speak of different things: they have only its words in common."""
    said = [set(one.words) - set(left.name_terms) - set(right.name_terms) for one in (left, right)]
    return all(said) and said[0].isdisjoint(said[1]) and not pair.has(Evidence.FUNCTION)


def _local(left: Entry, right: Entry) -> bool:
    """Whether two elements are of agencies of one government."""
    return not left.national and not right.national and left.government == right.government


def _proposal(
    case: Case,
    one: NationalApplication | None,
    found: tuple[Entry | None, Sequence[Entry]],
    doubtful: Sequence[str],
    said: _Said,
) -> UsageProposal:
    kept, copies = found
    name = one.abbreviation if one else kept.name if kept else ""
    sure = [entry for entry in copies if entry.uid not in doubtful]
    told = Told(
        name=name,
        national=case is Case.NATIONAL,
        kept=kept,
        sure=sure,
        doubtful=[entry for entry in copies if entry.uid in doubtful],
        advised=kept is not None and said.stays(kept),
        fullest=kept is not None and all(_told(kept) > _told(entry) for entry in copies),
        users=said.users([*([kept] if kept else []), *copies]),
    )
    return UsageProposal(
        case=case,
        name=name,
        keep=kept.uid if kept else None,
        create=one if kept is None else None,
        copies=tuple(entry.uid for entry in copies),
        agencies=tuple(sorted({entry.owner for entry in sure or copies})),
        doubtful=tuple(doubtful),
        sentence=told.sentence(),
    )


def _told(entry: Entry) -> int:
    """Return how much a record says: the fullest one is kept."""
    around = sum(len(names) for names in entry.neighbours.values())
    return len(entry.texts) + len(entry.codes) + len(entry.linked) + around
