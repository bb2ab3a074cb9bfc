"""Which document a file is an edition of: an agency sends "Data.xlsx", then "Data rev2 FINAL (1).xlsx".

A document is called as its first edition was. Whoever asks what a delivery said before (findings, confirmed
rows, what replace mode takes back) asks by document, not by the name of the file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.planning import rules
from ingest.planning.delivered import agency_named, is_compilation, same_title
from ingest.planning.identity import Identified
from model.directory import Directory
from model.faults import Finding, Place
from model.fold import NAMED
from model.record import BY_HAND, Act, FileStamp, Load, Record
from model.text import day_of
from queries import findings, records
from queries.store.store import Store

Earlier = Mapping[str, Sequence[Record]]  # uid → its live records in the store

_SAME_TITLE = 1 / 2  # of the elements of the smaller file; of the larger, where the names differ in the year
_SAME_CONTENT = 2 / 3  # of the elements of the larger file, where they are not
_SAME_LAYOUT = 3 / 4  # of the headers of the wider file


@dataclass(slots=True)
class Extent:
    """What a file covers: its elements, the filled headers over each, the agencies that sent it."""

    headers: dict[str, set[str]] = field(default_factory=dict)  # uid → headers
    senders: set[str] = field(default_factory=set)

    def add(self, uid: str, headers: Iterable[str], sender: str | None) -> None:
        """Take in a row."""
        self.headers.setdefault(uid, set()).update(headers)
        self.senders |= {sender} if sender else set()

    def over(self, uids: Iterable[str]) -> set[str]:
        """Return the headers over some elements."""
        return {header for uid in uids for header in self.headers.get(uid, ())}


def is_told(record: Record) -> bool:
    """Return whether a record is a row of a file that describes its element."""
    return record.act is Act.ROW and record.file is not None and record.source not in BY_HAND | {NAMED}


@dataclass(frozen=True, slots=True)
class Editions:
    """Which files are editions of which document: file → document.

    here: of the delivery's own files. known: of every file that ever came, so that all editions of a document
    are one, whichever deliveries brought them. told: what is told of new ones.
    """

    here: Mapping[str, str]
    known: Mapping[str, str]
    told: Sequence[Finding] = ()


def editions_of(
    store: Store,
    rows: Sequence[Identified],
    files: Iterable[FileStamp],
    earlier: Earlier,
    whose: tuple[Directory, str | None],
) -> Editions:
    """Return which files are editions of an earlier one.

    rows: of the delivery. files: all its files, also those without rows. whose: all elements, and the scope
    of the load.
    """
    directory, scope = whose
    loads = [load for load in records.loads(store) if not load.undone]
    known = {file: document for load in loads for file, document in load.editions.items()}
    stamps = tuple(files)
    here = _here(rows)
    names = {*here, *(stamp.name for stamp in stamps)}
    documents = set(known.values())
    found = {name: known.get(name, name) for name in names if name in known or name in documents}
    before = _before(earlier)
    unknown = sorted(here.keys() - found.keys() - before.keys())
    others = {file: extent for file, extent in before.items() if file not in names}
    whole = records.elements_of_files(store, others) if unknown and others else {}
    waiting = findings.files_waiting(store) if unknown else set()
    unread = sorted(((f, s) for f, s in waiting if f not in names | before.keys()), key=repr)
    told: list[Finding] = []
    for file in unknown:
        alike = [(len(here[file].headers.keys() & uids), other) for other, uids in whole.items()]
        ranked = (other for _, other in sorted(alike, reverse=True))
        extents = ((o, _comparable(whole[o], here[file], directory)) for o in ranked)
        first = next((o for o, uids in extents if _is_edition(file, here[file], o, others[o], uids)), None)
        first = first or next(_unread_before(store, file, unread, scope), None)
        if first is not None:
            found[file] = known.get(first, first)
            newest = _newest(found[file], loads, known)
            told.append(rules.LATER_EDITION.at(Place(file=file), value=newest))
    told += _superseded(loads, stamps, {**known, **found})
    return Editions(found, {**known, **found}, told)


def _comparable(elements: set[str], new: Extent, directory: Directory) -> set[str]:
    """What a file can be compared in: elements of the kinds it still has; it may have lost a sheet since."""
    entries = directory.entries
    kinds = {entries[uid].kind for uid in new.headers if uid in entries}
    return {uid for uid in elements if uid not in entries or entries[uid].kind in kinds}


def _newest(document: str, loads: Sequence[Load], documents: Mapping[str, str]) -> str:
    """The edition of a document that came last."""
    came = (name for load in reversed(loads) for name in (*load.editions, *(one.name for one in load.files)))
    return next((name for name in came if documents.get(name, name) == document), document)


def _superseded(
    loads: Sequence[Load], stamps: Iterable[FileStamp], documents: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield what is told of files that came before, and of which a later edition came since."""

    def document(name: str) -> str:
        return documents.get(name, name)

    for stamp in stamps:
        same = [
            (load, one) for load in loads for one in load.files if document(one.name) == document(stamp.name)
        ]
        alike = [load for load, one in same if one.sha256 == stamp.sha256]
        if alike and alike[-1] is not same[-1][0]:
            last, edition = same[-1]
            came, replaced = day_of(alike[-1].at), day_of(last.at)
            yield rules.OLDER_EDITION.at(Place(file=stamp.name), value=edition.name, day=came, later=replaced)


def _here(rows: Iterable[Identified]) -> dict[str, Extent]:
    found: dict[str, Extent] = {}
    for one in rows:
        draft = one.draft
        if draft.place.file is not None and draft.source not in BY_HAND:
            headers = {*draft.columns.values(), *(said.column for said in draft.sayings if said.column)}
            found.setdefault(draft.place.file, Extent()).add(one.uid, headers, one.sender)
    return found


def _before(earlier: Earlier) -> dict[str, Extent]:
    found: dict[str, Extent] = {}
    for uid, said in earlier.items():
        for record in filter(is_told, said):
            headers = {*record.columns.values(), *(one.column for one in record.sayings if one.column)}
            found.setdefault(str(record.file), Extent()).add(uid, headers, record.sender)
    return found


def _is_edition(file: str, new: Extent, other: str, old: Extent, elements: set[str]) -> bool:
    """Whether a file is a later state of another: of the same agency, about mostly the same elements.

    elements: all of the other file that it can be compared in. Under a name of its own it must have the same
    layout too: what an agency tells of one thing in two files has other columns.
    """
    common = new.headers.keys() & elements
    if not common or is_compilation(file) is not is_compilation(other):
        return False
    if new.senders and old.senders and new.senders.isdisjoint(old.senders):
        return False
    sizes = (len(new.headers), len(elements))
    if same_title(file, other):
        counted = min(sizes) if same_title(file, other, dated=True) else max(sizes)
        return len(common) >= _SAME_TITLE * counted
    columns, columns_then = new.over(common), old.over(common)
    widest = max(len(columns), len(columns_then))
    return len(common) >= _SAME_CONTENT * max(sizes) and len(columns & columns_then) >= _SAME_LAYOUT * widest


def _unread_before(
    store: Store, file: str, unread: Iterable[tuple[str, str | None]], scope: str | None
) -> Iterator[str]:
    """The files of which no row could be read, of the same agency and called alike: there was a password.

    unread: files that have open findings, with the agency these were put to.
    """
    for other, theirs in unread:
        same_agency = agency_named(file) is not None or (scope is not None and scope == theirs)
        alike = same_agency and same_title(file, other, dated=True)
        if alike and not records.elements_of_files(store, [other]):
            yield other
