"""Usage, not copies: one system that many agencies recorded is one element with many users.

Proposals only: each names what to keep or create, the copies, and the agencies that use it (USES).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique

from model.folding import fold
from model.knowledge import NationalApplication
from model.text import Text
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


def usages(comparison: Comparison, catalogue: Iterable[NationalApplication]) -> tuple[UsageProposal, ...]:
    """Return all proposals, those with most copies that are surely such first."""
    national = list(_national(comparison, catalogue))
    taken = {uid for one in national for uid in (*one.copies, one.keep) if uid is not None}
    shared = _shared(comparison, taken)
    return tuple(sorted((*national, *shared), key=_most_first))


def _most_first(one: UsageProposal) -> tuple[int, int, str, str]:
    return len(one.doubtful) - len(one.copies), -len(one.copies), one.case, one.name


def _national(comparison: Comparison, catalogue: Iterable[NationalApplication]) -> Iterable[UsageProposal]:
    """Yield the national applications that agencies recorded as their own; each copy counts once."""
    holders: dict[str, list[Entry]] = {}
    profiles = comparison.features.profiles
    for entry, profile in zip(comparison.corpus.entries, profiles, strict=True):
        if profile.catalogue and not entry.government:
            holders.setdefault(_clearest(entry, profile.catalogue), []).append(entry)
    for one in catalogue:
        found = holders.get(fold(one.abbreviation), [])
        own = [entry for entry in found if entry.national]
        copies = [entry for entry in found if not entry.national]
        if copies:
            kept = min(own, key=_key, default=None)
            yield _proposal(Case.NATIONAL, one.abbreviation, (kept, copies), one)


def _clearest(entry: Entry, called: frozenset[str]) -> str:
    """Return the national application a name names, as a whole rather than by a word, then by alphabet."""
    whole = {fold(entry.name), fold(entry.abbreviation)}
    return min(called, key=lambda name: (name not in whole, name))


def _shared(comparison: Comparison, taken: set[str]) -> Iterable[UsageProposal]:
    """Yield what several agencies recorded under one address, or surely under one name."""
    beside: dict[str, set[str]] = {}
    entries = {entry.uid: entry for entry in comparison.corpus.entries}
    for pair in comparison.pairs(STRONG):
        left, right = pair.left, pair.right
        local = not left.national and not right.national and taken.isdisjoint(pair.ends)
        same = pair.kind is FindingKind.IDENTITY or (
            pair.kind is FindingKind.FUNCTIONAL and fold(left.name) == fold(right.name)
        )
        if local and same and left.holder != right.holder:
            beside.setdefault(left.uid, set()).add(right.uid)
            beside.setdefault(right.uid, set()).add(left.uid)
    seen: set[str] = set()
    for uid in sorted(beside, key=lambda uid: _key(entries[uid])):
        if uid not in seen:
            found = _reached(uid, beside)
            seen |= found
            members = sorted((entries[one] for one in found), key=_key)
            kept = min(members, key=lambda entry: (-_told(entry), _key(entry)))
            copies = [entry for entry in members if entry.uid != kept.uid]
            yield _proposal(Case.SHARED, kept.name, (kept, copies), None)


def _proposal(
    case: Case, name: str, found: tuple[Entry | None, Sequence[Entry]], one: NationalApplication | None
) -> UsageProposal:
    kept, copies = found
    agencies = tuple(sorted({entry.agency for entry in copies if entry.agency}))
    doubtful = tuple(entry.uid for entry in copies if one is not None and not _surely(entry, one))
    return UsageProposal(
        case=case,
        name=name,
        keep=kept.uid if kept else None,
        create=one if kept is None else None,
        copies=tuple(entry.uid for entry in copies),
        agencies=agencies,
        doubtful=doubtful,
        sentence=_sentence(case, name, kept, (len(copies), len(agencies), len(doubtful))),
    )


def _sentence(case: Case, name: str, kept: Entry | None, counts: tuple[int, int, int]) -> Text:
    copies, agencies, doubtful = counts
    then = Text(
        id=f"pertahankan objek {kept.key}" if kept else f"buat objek nasional {name}",
        en=f"keep the element {kept.key}" if kept else f"create the national element {name}",
    )
    then = Text(
        id=f"{then.id}, lalu catat {agencies} OPD sebagai pengguna.",
        en=f"{then.en}, then record {agencies} agencies as its users.",
    )
    if case is Case.SHARED:
        return Text(
            id=f"{name} tercatat {copies + 1} kali, tampaknya satu sistem dari beberapa OPD: {then.id}",
            en=f"{name} is recorded {copies + 1} times, it seems one system of several agencies: {then.en}",
        )
    sure = copies - doubtful
    if not sure:
        return Text(
            id=f"{copies} aplikasi OPD memuat nama aplikasi nasional {name}. "
            f"Pastikan dahulu; bila sama, {then.id}",
            en=f"{copies} local applications contain the name of the national application {name}. "
            f"Make sure first; if they are the same, {then.en}",
        )
    rest = Text(
        id=f" {doubtful} lainnya hanya memuat namanya; pastikan dahulu.",
        en=f" {doubtful} more only contain its name; make sure first.",
    )
    return Text(
        id=f"{name} adalah aplikasi nasional, tetapi tercatat {sure} kali sebagai aplikasi OPD: {then.id}"
        + (rest.id if doubtful else ""),
        en=f"{name} is a national application, but recorded {sure} times as an agency's own: {then.en}"
        + (rest.en if doubtful else ""),
    )


def _surely(entry: Entry, one: NationalApplication) -> bool:
    """Whether an element's whole name or abbreviation is the national application's."""
    called = {fold(name) for name in (one.abbreviation, one.name) if name}
    return not called.isdisjoint({fold(entry.name), fold(entry.abbreviation)})


def _reached(start: str, beside: Mapping[str, set[str]]) -> set[str]:
    found, open_ = {start}, [start]
    while open_:
        fresh = beside[open_.pop()] - found
        found |= fresh
        open_ += fresh
    return found


def _told(entry: Entry) -> int:
    """Return how much a record says: the fullest one is kept."""
    around = sum(len(names) for names in entry.neighbours.values())
    return len(entry.texts) + len(entry.codes) + len(entry.linked) + around


def _key(entry: Entry) -> bytes:
    return entry.key.encode()
