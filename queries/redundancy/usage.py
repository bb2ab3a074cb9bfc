"""Usage, not copies: one system that many agencies recorded is one element with many users.

Proposals only: each names what to keep or create, the copies, and the agencies that use it (USES).
What people decided counts more than what is read from records.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique

from model.decision import Decision, Verdict, pair_of
from model.folding import fold
from model.knowledge import NationalApplication
from model.text import Text
from queries.redundancy.contradictions import consistent
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import STRONG, Comparison, FindingKind


@unique
class Case(StrEnum):
    """Whose the one system is."""

    NATIONAL = "national"
    SHARED = "shared"  # of one agency, used by others


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageProposal:
    """One system to be one element.

    keep: uid of the element that stays; None where a national element is to be created (`create`). copies:
    uids of the others. agencies: names of those that use it; each becomes a USES relation. doubtful: copies
    that only contain the name of the national application among other words.
    """

    case: Case
    name: str
    keep: str | None
    create: NationalApplication | None
    copies: tuple[str, ...]
    agencies: tuple[str, ...]
    doubtful: tuple[str, ...]
    sentence: Text


def usages(
    comparison: Comparison, catalogue: Iterable[NationalApplication], made: Iterable[Decision] = ()
) -> tuple[UsageProposal, ...]:
    """Return all proposals, those with most copies that are surely such first.

    made: the decisions of people. No proposal holds two elements that were decided to be distinct; what was
    decided to be duplicates is one system, whatever its names.
    """
    said = _Said(comparison.corpus.entries, consistent(made))
    national = list(_national(comparison, catalogue, said))
    taken = {uid for one in national for uid in (*one.copies, one.keep) if uid is not None}
    shared = _shared(comparison, taken, said)
    return tuple(sorted((*national, *shared), key=_most_first))


def _most_first(one: UsageProposal) -> tuple[int, int, str, str]:
    return len(one.doubtful) - len(one.copies), -len(one.copies), one.case, one.name


class _Said:
    """What was decided of the elements of a corpus: which are one, and which are not."""

    def __init__(self, entries: Iterable[Entry], holding: Iterable[Decision]) -> None:
        self.entries = {entry.uid: entry for entry in entries}
        known = [one for one in holding if self.entries.keys() >= set(one.pair)]
        self.joined = sorted(one.pair for one in known if one.verdict is Verdict.DUPLICATE)
        self._distinct = {one.pair for one in known if one.verdict is Verdict.DISTINCT}

    def apart(self, uid: str, others: Iterable[str]) -> bool:
        """Return whether an element was decided to be distinct from one of others."""
        return any(pair_of(uid, other) in self._distinct for other in others)

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


def _national(
    comparison: Comparison, catalogue: Iterable[NationalApplication], said: _Said
) -> Iterator[UsageProposal]:
    """Yield the national applications that agencies recorded as their own; each copy counts once."""
    holders: dict[str, list[Entry]] = {}
    profiles = comparison.features.profiles
    for entry, profile in zip(comparison.corpus.entries, profiles, strict=True):
        if profile.catalogue and not entry.government:
            holders.setdefault(_clearest(entry, profile.catalogue), []).append(entry)
    for one in catalogue:
        found = holders.get(fold(one.abbreviation), [])
        kept = min((entry for entry in found if entry.national), key=_key, default=None)
        copies = _copies(one, kept, found, said)
        if copies:
            sure = {entry.uid for entry in (*copies, *([kept] if kept else [])) if _surely(entry, one)}
            decided = said.one_with(sure)
            doubtful = [entry.uid for entry in copies if entry.uid not in decided]
            yield _proposal(Case.NATIONAL, one, (kept, copies), doubtful)


def _copies(one: NationalApplication, kept: Entry | None, found: Iterable[Entry], said: _Said) -> list[Entry]:
    """Return the local elements that are a national application, by name or because a person said so.

    Of two that are distinct the one counts that is surely it, else the one that tells most.
    """
    named = sorted(
        (entry for entry in found if not entry.national),
        key=lambda entry: (not _surely(entry, one), -_told(entry), _key(entry)),
    )
    first = kept or next(iter(named), None)
    if first is None:
        return []
    parts = said.parts()
    for entry in named:
        parts.join(first.uid, entry.uid)
    those = (said.entries[uid] for uid in parts.of(first.uid))
    return sorted((entry for entry in those if not entry.national and not entry.government), key=_key)


def _clearest(entry: Entry, called: frozenset[str]) -> str:
    """Return the national application a name names, as a whole rather than by a word, then by alphabet."""
    whole = {fold(entry.name), fold(entry.abbreviation)}
    return min(called, key=lambda name: (name not in whole, name))


def _shared(comparison: Comparison, taken: set[str], said: _Said) -> Iterator[UsageProposal]:
    """Yield what several agencies recorded under one address, or surely under one name, or as people said."""
    parts = _Parts(said)
    for ends in said.joined:
        if taken.isdisjoint(ends) and _local(said.entries[ends[0]], said.entries[ends[1]]):
            parts.join(*ends)
    for pair in comparison.pairs(STRONG):
        left, right = pair.left, pair.right
        same = pair.kind is FindingKind.IDENTITY or (
            pair.kind is FindingKind.FUNCTIONAL and fold(left.name) == fold(right.name)
        )
        if same and left.scope != right.scope and _local(left, right) and taken.isdisjoint(pair.ends):
            parts.join(*pair.ends)
    for part in parts.all():
        members = sorted((said.entries[uid] for uid in part), key=_key)
        if len({entry.scope for entry in members}) > 1:
            kept = min(members, key=lambda entry: (-_told(entry), _key(entry)))
            copies = [entry for entry in members if entry.uid != kept.uid]
            yield _proposal(Case.SHARED, None, (kept, copies), ())


def _local(left: Entry, right: Entry) -> bool:
    """Whether two elements are of agencies of one government."""
    return not left.national and not right.national and left.government == right.government


def _proposal(
    case: Case,
    one: NationalApplication | None,
    found: tuple[Entry | None, Sequence[Entry]],
    doubtful: Sequence[str],
) -> UsageProposal:
    kept, copies = found
    name = one.abbreviation if one else kept.name if kept else ""
    agencies = tuple(sorted({entry.owner for entry in copies}))
    return UsageProposal(
        case=case,
        name=name,
        keep=kept.uid if kept else None,
        create=one if kept is None else None,
        copies=tuple(entry.uid for entry in copies),
        agencies=agencies,
        doubtful=tuple(doubtful),
        sentence=_sentence(case, name, kept, (len(copies), len(agencies), len(doubtful))),
    )


def _sentence(case: Case, name: str, kept: Entry | None, counts: tuple[int, int, int]) -> Text:
    copies, agencies, doubtful = counts
    then = Text(
        id=f"pertahankan {kept.name} ({kept.owner})" if kept else f"buat objek nasional {name}",
        en=f"keep {kept.name} ({kept.owner})" if kept else f"create the national element {name}",
    )
    then = Text(
        id=f"{then.id}, lalu catat {agencies} OPD sebagai pengguna.",
        en=f"{then.en}, then record {agencies} "
        + ("agency as its user." if agencies == 1 else "agencies as its users."),
    )
    if case is Case.SHARED:
        return Text(
            id=f"{name} tercatat {copies + 1} kali, tampaknya satu sistem dari beberapa OPD: {then.id}",
            en=f"{name} is recorded {copies + 1} times, it seems one system of several agencies: {then.en}",
        )
    sure = copies - doubtful
    often = "once" if sure == 1 else f"{sure} times"
    if not sure:
        return Text(
            id=f"{copies} aplikasi OPD memuat nama aplikasi nasional {name}. "
            f"Pastikan dahulu; bila sama, {then.id}",
            en=f"{copies} local applications contain the name of the national application {name}. "
            f"Make sure first; if they are the same, {then.en}",
        )
    rest = Text(
        id=f" {doubtful} lainnya hanya memuat namanya; pastikan dahulu.",
        en=f" {doubtful} more only contain{'s' if doubtful == 1 else ''} its name; make sure first.",
    )
    return Text(
        id=f"{name} adalah aplikasi nasional, tetapi tercatat {sure} kali sebagai aplikasi OPD: {then.id}"
        + (rest.id if doubtful else ""),
        en=f"{name} is a national application, but recorded {often} as an agency's own: {then.en}"
        + (rest.en if doubtful else ""),
    )


def _surely(entry: Entry, one: NationalApplication) -> bool:
    """Whether an element's whole name or abbreviation is the national application's."""
    called = {fold(name) for name in (one.abbreviation, one.name) if name}
    return not called.isdisjoint({fold(entry.name), fold(entry.abbreviation)})


def _told(entry: Entry) -> int:
    """Return how much a record says: the fullest one is kept."""
    around = sum(len(names) for names in entry.neighbours.values())
    return len(entry.texts) + len(entry.codes) + len(entry.linked) + around


def _key(entry: Entry) -> bytes:
    return entry.key.encode()
