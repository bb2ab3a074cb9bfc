"""Whose a delivery is: what titles, the names of files and the import say, and where they disagree.

Of the name of a file only what is an agency counts: one that is known, or a name that usual words make. It
renames no agency on record. Where several tell, the scope of the import counts before a title, a title before
the name of the file; the row's own word counts before all of them.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.draft import Draft, Reading, RelationDraft
from ingest.planning import rules
from ingest.planning.agencies import Agencies
from ingest.planning.delivered import agency_in_name
from ingest.planning.supposing import Sheet, Supposed, supposed_of
from model.directory import Directory
from model.faults import ROWS_KEPT, ROWS_SHOWN, Finding, Place
from model.folding import fold
from model.keys import SHARED
from model.kinds import ElementKind
from model.nomenclature import agency_words
from model.record import TEMPLATE
from model.text import Text

BY_SCOPE = Text(id="cakupan impor (--scope)", en="the scope of the import (--scope)")
BY_TITLE = Text(id="judul lembar", en="the title of the sheet")
BY_FILE = Text(id="nama berkas atau folder", en="the name of the file or folder")

_Telling = tuple[Text, str]  # where an agency is named, and what is written there


@dataclass(frozen=True, slots=True)
class Senders:
    """A reading in which each row has the agency of its delivery, of its file's name where no title tells.

    titles: what the titles of each sheet name. files: file → the agency in its name. supposed: of what sheets
    of files that name none are.
    """

    reading: Reading
    titles: Mapping[Sheet, Sequence[str]] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    findings: Sequence[Finding] = ()
    supposed: Supposed = field(default_factory=Supposed)

    def origins(self, asked: str | None) -> dict[str, Text]:
        """Return where the agencies are named that no cell names. asked: as the import was given it."""
        titles = (text for texts in self.titles.values() for text in texts)
        files = (*self.files.values(), *self.supposed.agencies.values())
        found = {**dict.fromkeys(files, BY_FILE), **dict.fromkeys(titles, BY_TITLE)}
        found.update({asked: BY_SCOPE} if asked else {})
        return {text: origin for text, origin in found.items() if text not in _in_cells(self.reading)}

    def of(self, place: Place) -> str | None:
        """Return the agency that the title of a sheet names, else the name of its file."""
        titles = self.titles.get((place.file, place.sheet), ()) if place.sheet is not None else ()
        if len(titles) > 1:
            return None
        return titles[0] if titles else self.files.get(place.file or "")

    def told(self, agencies: Agencies, asked: str | None) -> list[Finding]:
        """Return what is told of file names, and where these, titles, --scope and owners disagree."""
        sheets: dict[Sheet, list[Draft]] = {}
        for draft in self.reading.drafts:
            if draft.kind is not ElementKind.ORG_UNIT and draft.source != TEMPLATE:
                sheets.setdefault((draft.place.file, draft.place.sheet), []).append(draft)
        found = [
            told
            for sheet, drafts in sheets.items()
            for told in _differences(sheet, drafts, list(self._tellings(sheet, asked)), agencies)
        ]
        return list(dict.fromkeys((*self.findings, *found)))

    def _tellings(self, sheet: Sheet, asked: str | None) -> Iterator[_Telling]:
        """What tells whose a sheet is, what counts most first."""
        if asked:
            yield BY_SCOPE, asked
        titles = self.titles.get(sheet, ())
        if len(titles) == 1:  # several tables, each of an agency of its own
            yield BY_TITLE, titles[0]
        if len(titles) <= 1 and sheet[0] is not None and sheet[0] in self.files:
            yield BY_FILE, self.files[sheet[0]]


def with_suppositions(
    senders: Senders, kept: Reading, directory: Directory, before: Mapping[str, str]
) -> Senders:
    """Return a reading with what is supposed of the sheets that name no agency.

    kept: the rows that tell it, all but those left out by choice. before: as in supposed_of.
    """
    supposed = supposed_of(kept, directory, before)
    agencies = supposed.agencies
    drafts = tuple(
        replace(one, delivery_agency=agencies.get((one.place.file, one.place.sheet), one.delivery_agency))
        for one in senders.reading.drafts
    )
    told = (*senders.findings, *supposed.findings)
    reading = replace(senders.reading, drafts=drafts)
    return replace(senders, reading=reading, findings=told, supposed=supposed)


def senders_of(reading: Reading, directory: Directory) -> Senders:
    """Return a reading with the agencies that the names of its files tell."""
    known = _Known.of(directory, reading)
    titles: dict[Sheet, dict[str, None]] = {}
    untitled: set[str] = set()
    rows: list[Draft | RelationDraft] = [*reading.drafts, *reading.relations]
    for one in rows:
        if one.delivery_agency is not None:
            titles.setdefault((one.place.file, one.place.sheet), {})[one.delivery_agency] = None
        elif not one.agency and one.place.file is not None:
            untitled.add(one.place.file)
    files: dict[str, str] = {}
    told: list[Finding] = []
    for file, texts in reading.named.items():
        agency, finding = _in_name(file, texts, known)
        if agency is not None:
            files[file] = agency
        if finding is not None and file in untitled:
            told.append(finding)
    filled = replace(
        reading,
        drafts=tuple(_with_sender(draft, files) for draft in reading.drafts),
        relations=tuple(
            one if one.delivery_agency else replace(one, delivery_agency=files.get(one.place.file or ""))
            for one in reading.relations
        ),
    )
    return Senders(filled, {sheet: tuple(texts) for sheet, texts in titles.items()}, files, told)


def _with_sender(draft: Draft, files: Mapping[str, str]) -> Draft:
    if draft.delivery_agency or draft.source == TEMPLATE:
        return draft
    return replace(draft, delivery_agency=files.get(draft.place.file or ""))


@dataclass(frozen=True, slots=True)
class _Known:
    """The names of the agencies on record, and of those that cells of the delivery name."""

    directory: Directory
    names: frozenset[str]
    words: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, directory: Directory, reading: Reading) -> "_Known":
        """Return the names known to a delivery."""
        entries = directory.agencies()
        names = {name for e in entries for name in (e.name, *e.names, e.abbreviation) if name}
        names |= {draft.name for draft in reading.drafts if draft.kind is ElementKind.ORG_UNIT and draft.name}
        names |= _in_cells(reading)
        names |= {draft.delivery_agency for draft in reading.drafts if draft.delivery_agency}
        words = {agency_words(name) for name in names} - {()}
        return cls(directory, frozenset(map(fold, names)), frozenset(words))

    def has(self, name: str) -> bool:
        """Return whether a text is the name of an agency, word for word."""
        return fold(name) in self.names or agency_words(name) in self.words

    def on_record(self, name: str) -> str:
        """Return the name to take for one in a file's name: of an agency on record that it would rename."""
        if self.has(name):
            return name
        uid = self.directory.resolve(name, SHARED, (ElementKind.ORG_UNIT,)).uid
        entry = self.directory.entries[uid] if uid else None
        longer = entry is not None and set(agency_words(entry.name)) < set(agency_words(name))
        return entry.name if entry is not None and longer else name


def _in_cells(reading: Reading) -> set[str]:
    return {draft.agency for draft in reading.drafts if draft.agency}


def _in_name(file: str, texts: Iterable[str], known: _Known) -> tuple[str | None, Finding | None]:
    """The agency in the name of a file or its folders, and what is told of that."""
    unknown: Finding | None = None
    for text in texts:
        agency, rest = agency_in_name(text, known.has)
        if agency is not None:
            told = rules.FILE_NAME_REST.at(Place(file=file), value=agency, rest=rest) if rest else None
            return known.on_record(agency), told
        unknown = unknown or rules.FILE_NAME_UNKNOWN.at(Place(file=file), value=text)
    return None, unknown


def _differences(
    sheet: Sheet, drafts: Sequence[Draft], tellings: Sequence[_Telling], agencies: Agencies
) -> Iterator[Finding]:
    if not tellings:
        return
    home = agencies.directory.home
    (origin, asked), *others = tellings
    counts = home(agencies.sender(asked))
    differing = [one for one in others if home(agencies.sender(one[1])) != counts]
    for told, text in differing[:1]:
        known = agencies.scope(text) is not None and agencies.scope(asked) is not None
        if not (
            _abbreviates(text, asked) or _abbreviates(asked, text) or (not known and _begins(text, asked))
        ):
            place = Place(file=sheet[0], sheet=sheet[1] if told is BY_TITLE or origin is BY_TITLE else None)
            yield rules.SENDER_DIFFERS.at(place, value=text, told=told, origin=origin, asked=asked)
    elsewhere: dict[str, list[Draft]] = {}
    for draft in drafts:
        found = agencies.scope(draft.agency) if draft.agency else None
        if found and home(found) != counts:
            elsewhere.setdefault(found, []).append(draft)
    if origin is not BY_SCOPE:  # an agency lists what it runs for others: their owners are no disagreement
        return
    for scope, rows in elsewhere.items():
        first = rows[0]
        finding = rules.SCOPE_DIFFERS.at(
            first.place, value=first.agency, found=scope, asked=asked, origin=origin
        )
        yield in_rows(finding, [draft.place.row for draft in rows if draft.place.row is not None])


def _abbreviates(short: str, long: str) -> bool:
    """Whether a name is another one with the initials of its words after the first: "Dinas LH"."""
    words, full = agency_words(short), agency_words(long)
    return len(words) > 1 and words == (*full[:1], "".join(word[0] for word in full[1:]))


def _begins(one: str, other: str) -> bool:
    """Whether one of two names is the other without its last words: a short form, but of two agencies."""
    words, others = agency_words(one), agency_words(other)
    length = min(len(words), len(others))
    return length > 0 and words[:length] == others[:length]


def in_rows(finding: Finding, rows: Sequence[int]) -> Finding:
    """Return a finding that stands for several rows: its message tells how many, and the first ones."""
    if len(rows) <= 1:
        return finding
    shown = ", ".join(map(str, rows[:ROWS_SHOWN])) + (", …" if len(rows) > ROWS_SHOWN else "")
    said = Text(
        id=f"{finding.message.id} Terdapat pada {len(rows)} baris: {shown}.",
        en=f"{finding.message.en} In {len(rows)} rows: {shown}.",
    )
    return replace(finding, message=said, count=len(rows), rows=tuple(rows)[:ROWS_KEPT])


def without_agency(findings: Iterable[Finding], drafts: Iterable[Draft]) -> list[Finding]:
    """Return findings with one for all rows of a sheet that name no agency, and why that may be so."""
    here: dict[Sheet, list[Draft]] = {}
    for draft in drafts:
        here.setdefault((draft.place.file, draft.place.sheet), []).append(draft)
    left: dict[Sheet, list[Finding]] = {}
    found: list[Finding | Sheet] = []
    for one in findings:
        sheet = (one.place.file, one.place.sheet)
        if one.rule != rules.NO_SCOPE.name:
            found.append(one)
        elif sheet in left:
            left[sheet].append(one)
        else:
            left[sheet] = [one]
            found.append(sheet)
    return [one if isinstance(one, Finding) else _rows_without(left[one], here.get(one, ())) for one in found]


def _rows_without(findings: Sequence[Finding], drafts: Sequence[Draft]) -> Finding:
    ordered = sorted(findings, key=lambda one: one.place.row or 0)
    first = ordered[0]
    if _only_at_first(drafts):
        fix = rules.NO_SCOPE_BELOW.fix
        first = replace(first, message=rules.NO_SCOPE_BELOW.message, fix=fix)
    return in_rows(first, [one.place.row for one in ordered if one.place.row is not None])


def _only_at_first(drafts: Sequence[Draft]) -> bool:
    """Whether the agency stands only in the first row of each group: never twice, and blank below."""
    said = [draft.agency for draft in sorted(drafts, key=lambda draft: draft.place.row or 0)]
    named = [fold(agency) for agency in said if agency]
    below = sum(not now for before, now in itertools.pairwise(said) if before)
    return bool(said and said[0]) and len(named) == len(set(named)) and below >= max(1, len(named) / 2)
