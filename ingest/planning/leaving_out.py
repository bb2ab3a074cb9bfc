"""Leaving out: the rows of a delivery, and the retirements, that a person does not agree to.

A row is left out by where it stands (file, sheet, row), before anything is planned: what is planned without
it is what is applied. What it is about stays as it was: it is neither changed nor, in replace mode, retired.
A retirement has no row; it is left out by the key of its element. Every choice is a finding of the load and
nothing else: the next delivery that has the row has it in its plan again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.draft import Draft, Reading, RelationDraft
from ingest.values import choice_rules as rules
from model.directory import Directory
from model.faults import Finding, Place, RefusedQuestion
from model.folding import fold
from model.keys import is_full_key
from model.merging import Merges
from model.record import Record, Saying
from model.text import Text

Held = tuple[RelationDraft, bool]  # the flag says: its holder is the target
_RANGE = re.compile(r"([0-9]+)(?:-([0-9]+))?")


@dataclass(frozen=True, slots=True, order=True)
class SourceRow:
    """A row of a delivered file; sheet: "" in a CSV file."""

    file: str
    sheet: str
    row: int

    @classmethod
    def at(cls, place: Place) -> "SourceRow | None":
        """Return the row that a place is in; None where it names none."""
        if place.file is None or place.row is None:
            return None
        return cls(place.file, place.sheet or "", place.row)

    @property
    def word(self) -> str:
        """How it is written on a command line: FILE:SHEET:ROW, in a CSV file FILE:ROW."""
        return f"{self.sheet_word}{self.row}"

    @property
    def sheet_word(self) -> str:
        """How the words of all rows of its sheet begin."""
        return f"{self.file}:{self.sheet}:" if self.sheet else f"{self.file}:"

    @property
    def place(self) -> Place:
        """Its place."""
        return Place(file=self.file, sheet=self.sheet or None, row=self.row)


@dataclass(frozen=True, slots=True)
class Without:
    """What a person leaves out. keys: of elements that a load is not to retire."""

    rows: tuple[SourceRow, ...] = ()
    keys: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.keys)


NOTHING = Without()


def chosen(words: Iterable[str], reading: Reading) -> Without:
    """Return what words on a command line leave out: FILE:SHEET:ROW, FILE:ROW, FILE:SHEET:FROM-TO, or a key.

    Raises:
        RefusedQuestion: a word names no row of the delivery, and is no key.
    """
    known: dict[str, set[SourceRow]] = {}
    drafts: Iterable[Draft | RelationDraft] = (*_drafts(reading), *reading.relations)
    for row in (row for draft in drafts for row in _rows(draft)):
        known.setdefault(row.sheet_word, set()).add(row)
    rows: set[SourceRow] = set()
    keys: dict[str, None] = {}
    for word in words:
        found = {row for head, these in known.items() for row in _named(word, head, these)}
        if not found and not is_full_key(word):
            raise _no_such_row(word)
        if not found:
            keys[word.strip()] = None
        rows |= found
    return Without(tuple(sorted(rows)), tuple(keys))


def unmet(without: Without, findings: Iterable[Finding]) -> Without:
    """Return what was to be left out of a plan and was not in it. findings: those of its step."""
    told = list(findings)
    rows = {SourceRow.at(one.place) for one in told if one.rule == rules.LEFT_OUT.name}
    keys = {one.value for one in told if one.rule == rules.NOT_RETIRED.name}
    return Without(
        tuple(row for row in without.rows if row not in rows),
        tuple(key for key in without.keys if key not in keys),
    )


def check_met(without: Without, findings: Iterable[Finding]) -> None:
    """Refuse a plan that does not have what was to be left out of it. findings: those of its step.

    Raises:
        RefusedQuestion: a row is not in the delivery, or an element would not be retired.
    """
    rest = unmet(without, findings)
    for word in (*(row.word for row in rest.rows), *rest.keys):
        raise _no_such_row(word)


def parted(reading: Reading, without: Without) -> tuple[Reading, Reading]:
    """Return a reading without some rows, which are told, and what stands in those rows.

    What several rows imply goes with the last of them.
    """
    rows = set(without.rows)
    if not rows:
        return reading, Reading()
    drafts = [(draft, _kept(draft, rows)) for draft in reading.drafts]
    relations = [(one, rows.isdisjoint(_rows(one))) for one in reading.relations]
    revisions = [(one, rows.isdisjoint(_rows(one.whole))) for one in reading.revisions]
    left = Reading(
        drafts=tuple(draft for draft, kept in drafts if kept is None),
        relations=tuple(one for one, kept in relations if not kept),
        revisions=tuple(one for one, kept in revisions if not kept),
    )
    return replace(
        reading,
        drafts=tuple(kept for _, kept in drafts if kept is not None),
        relations=tuple(one for one, kept in relations if kept),
        revisions=tuple(one for one, kept in revisions if kept),
        findings=(*reading.findings, *_told(left)),
    ), left


def as_before(left: Sequence[Held], delivered: Sequence[Held], said: Sequence[Saying]) -> list[Held]:
    """Return relations whose rows are left out as their holder said them before; new ones are not among them.

    The rows of one holder replace, as a set, what it said: leaving one out must not take its relation away.
    delivered: the rows that are not left out. said: what the same delivery said before.
    """
    standing = list(said)
    open_ = [(held, True) for held in left] + [(held, False) for held in delivered]
    before: list[Held] = []
    for alike in (_equal, _same):
        rest = []
        for held, silent in open_:
            known = next((saying for saying in standing if alike(saying, held)), None)
            if known is None:
                rest.append((held, silent))
                continue
            standing.remove(known)
            if silent:
                before.append((replace(held[0], properties=known.properties), held[1]))
        open_ = rest
    return before


@dataclass
class Spared:
    """Elements that are not to be retired though nothing names them any more. keys: by uid, as asked."""

    keys: Mapping[str, str]
    merges: Merges
    findings: list[Finding] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, without: Without, directory: Directory, merges: Merges) -> "Spared":
        """Return the elements with these keys; a key that is nobody's spares nothing."""
        found = ((directory.with_key(key), key) for key in without.keys)
        return cls({entry.uid: key for entry, key in found if entry is not None}, merges)

    def rest(self, missing: Iterable[Record]) -> list[Record]:
        """Return the rows to be withdrawn, and tell of those that are spared."""
        return [row for row in missing if not self._spares(row.uid, Place(file=row.file, sheet=row.sheet))]

    def gone(self, keys: Iterable[tuple[str, Place]], directory: Directory) -> list[tuple[str, Place]]:
        """Return the deleted rows of a template that retire their element, and tell of those spared."""
        found = ((key, place, directory.with_key(key)) for key, place in keys)
        return [(k, place) for k, place, entry in found if not (entry and self._spares(entry.uid, place))]

    def _spares(self, uid: str, place: Place) -> bool:
        home = self.merges.home(uid)
        if home not in self.keys:
            return False
        if home not in self._told:
            self._told.add(home)
            self.findings.append(rules.NOT_RETIRED.at(place, value=self.keys[home], element=home))
        return True


def _drafts(reading: Reading) -> Iterator[Draft]:
    yield from reading.drafts
    yield from (revision.whole for revision in reading.revisions)


def _rows(draft: Draft | RelationDraft) -> Iterator[SourceRow]:
    """The rows that a draft comes from: one, or those that imply it."""
    implied = draft.implied_by if isinstance(draft, Draft) else ()
    places = (replace(draft.place, row=row) for row in implied or (draft.place.row,))
    return (row for place in places if (row := SourceRow.at(place)) is not None)


def _kept(draft: Draft, left: set[SourceRow]) -> Draft | None:
    """A draft as the rows that are not left out give it; None where none is."""
    rows = [*_rows(draft)]
    rest = [row for row in rows if row not in left]
    if len(rest) == len(rows):
        return draft
    if not rest:
        return None
    return replace(draft, place=replace(draft.place, row=rest[0].row), implied_by=tuple(r.row for r in rest))


def _told(left: Reading) -> list[Finding]:
    """One finding for each row, with what stood in it."""
    called: dict[SourceRow, list[str]] = {}
    for draft in _drafts(left):
        for row in _rows(draft):
            called.setdefault(row, []).append(draft.name or draft.code or draft.key or "")
    for one in left.relations:
        for row in _rows(one):
            called.setdefault(row, []).append(f"{one.from_text} → {one.to_text}")
    return [rules.LEFT_OUT.at(row.place, value="; ".join(dict.fromkeys(n))) for row, n in called.items()]


def _no_such_row(word: str) -> RefusedQuestion:
    return RefusedQuestion(
        Text(
            id=f"“{word}” bukan baris yang dimuat dari kiriman ini, bukan pula objek yang akan dihentikan",
            en=f"“{word}” is no row that this delivery loads, and no element that it would retire",
        ),
        fix=Text(
            id="tulis BERKAS:LEMBAR:BARIS seperti dalam catatan (CSV: BERKAS:BARIS; rentang: 10-20), "
            "atau kunci objek yang dihentikan dalam rencana (--dry-run)",
            en="write FILE:SHEET:ROW as in the findings (CSV: FILE:ROW; a range: 10-20), "
            "or the key of an element that the plan retires (--dry-run)",
        ),
    )


def _named(word: str, head: str, rows: Iterable[SourceRow]) -> Iterator[SourceRow]:
    """The rows of a sheet that a word names; head: how such a word begins, for file names have colons too."""
    match = _RANGE.fullmatch(word[len(head) :]) if word.startswith(head) else None
    if match is None:
        return iter(())
    first, last = int(match[1]), int(match[2] or match[1])
    return (row for row in rows if first <= row.row <= last)


def _same(saying: Saying, held: Held) -> bool:
    """Whether a row states a relation that was said, perhaps with other properties."""
    draft, turned = held
    text = draft.from_text if turned else draft.to_text
    return (saying.relation, saying.reversed) == (draft.relation, turned) and fold(saying.text) == fold(text)


def _equal(saying: Saying, held: Held) -> bool:
    return _same(saying, held) and dict(saying.properties) == dict(held[0].properties)
