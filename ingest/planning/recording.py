"""From identified rows to records: new ones, and those that say again what is already on record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ingest.draft import RelationDraft
from ingest.planning import leaving_out, rules
from ingest.planning.agencies import Mention
from ingest.planning.identity import Identified
from ingest.planning.leaving_out import Held
from ingest.planning.merged import Merged
from model.directory import Directory
from model.entry import Entry
from model.faults import Finding, Place
from model.fold import NAMED
from model.folding import fold
from model.keys import SHARED, is_full_key
from model.merging import Merges
from model.metamodel.metamodel import Metamodel
from model.record import CROSS_TABLE, TEMPLATE, Act, Record, Saying

ByHolder = Mapping[str, Sequence[Held]]
REVERSED_CELL = "~"  # before a relation's name: its rows are held by the target


@dataclass
class Recorder:
    """Makes the records of one load.

    earlier: uid → its live records in the store, oldest first.
    metamodel: says on which columns the sender of a row has the last word.
    replaces: what the same delivery said before of an element and does not say now is taken back.
    documents: file → document, of every file that ever came as an edition of an earlier one.
    """

    load: str
    at: str
    by: str
    earlier: Mapping[str, Sequence[Record]]
    metamodel: Metamodel
    replaces: bool = False
    documents: Mapping[str, str] = field(default_factory=dict)
    new: list[Record] = field(default_factory=list)
    confirmed: dict[str, Record] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _count: int = 0

    def delivered(self, mentioned: Iterable[Mention], found: Iterable[Identified]) -> None:
        """Record what a delivery mentions, then the rows that describe elements."""
        self.mentions(mentioned)
        self.rows(found)

    def rows(self, found: Iterable[Identified]) -> None:
        """Record rows that describe elements."""
        for one in found:
            self._put(self._row(one))

    def left_out(self, left: Iterable[Identified], found: Iterable[Identified]) -> None:
        """Let rows that are left out say what they said before, where other rows speak for their element.

        The rows of one sort of sheet replace, as a set, what stood in an element's cells.
        """
        speaking = {(one.uid, one.draft.source) for one in found}
        for one in left:
            if (one.uid, one.draft.source) in speaking:
                record = self._row(one)
                standing = self._standing(record.uid, record.source, record.act, one.draft.place)
                alike = [known for known in standing if known.says_the_same(record)]
                known = next(iter((*alike, *(k for k in standing if k.row == record.row))), None)
                if known is not None and known.sayings:
                    self._confirm(known)

    def mentions(self, mentioned: Iterable[Mention]) -> None:
        """Record agencies and vendors that exist because a cell names them."""
        for mention in mentioned:
            entry, place = mention.entry, mention.place
            self._put(
                Record(
                    id=self._next_id(),
                    load=self.load,
                    uid=entry.uid,
                    act=Act.ROW,
                    source=NAMED,
                    scope=entry.scope,
                    kind=entry.kind,
                    key=entry.key,
                    name=entry.name,
                    at=self.at,
                    by=self.by,
                    file=place.file,
                    sheet=place.sheet,
                    row=place.row,
                    values={"name": entry.name},
                    columns={"name": place.column} if place.column else {},
                    leads=("name",) if mention.own else (),
                )
            )

    def relations(self, by_holder: ByHolder, directory: Directory, merges: Merges) -> None:
        """Record the rows of relations; what was merged into another element says them as itself."""
        for uid, drafts in by_holder.items():
            self.sayings(replace(directory.entries[merges.home(uid)], uid=uid), drafts)

    def sayings(self, entry: Entry, drafts: Sequence[Held]) -> None:
        """Record the rows of relations that one element holds; the flag says: it is their target."""
        for group in _by_sheet(drafts):
            self._sheet_sayings(entry, group)

    def _sheet_sayings(self, entry: Entry, drafts: Sequence[Held]) -> None:
        first = drafts[0][0]
        said = tuple(
            Saying(
                relation=draft.relation,
                text=draft.from_text if turned else draft.to_text,
                cell=_cell_of(draft, turned=turned),
                column=draft.place.column,
                row=draft.place.row,
                reversed=turned,
                to=draft.from_kinds if turned else draft.to_kinds,
                properties=draft.properties,
            )
            for draft, turned in drafts
            if not draft.clears
        )
        emptied = {_cell_of(draft, turned=turned) for draft, turned in drafts if draft.clears}
        self._put(
            Record(
                id=self._next_id(),
                load=self.load,
                uid=entry.uid,
                act=Act.SAY,
                source=first.source,
                scope=entry.address,
                kind=entry.kind,
                key=entry.key,
                name="",
                at=self.at,
                by=self.by,
                file=first.place.file,
                sheet=first.place.sheet,
                row=first.place.row,
                emptied=tuple(sorted(emptied - {saying.cell for saying in said})),
                sayings=said,
            )
        )

    def as_before(self, left: ByHolder, delivered: ByHolder) -> ByHolder:
        """Return the rows of relations that are delivered, with those left out as they were said before.

        A holder of whom no row is delivered says nothing new, unless the load replaces what was said.
        """
        whole = dict(delivered)
        for uid, rows in left.items():
            beside = delivered.get(uid, ())
            if beside or self.replaces:
                again = [
                    *beside,
                    *(one for sheet in _by_sheet(rows) for one in self._again(uid, sheet, beside)),
                ]
                whole[uid] = sorted(again, key=lambda one: one[0].place.row or 0)
        return whole

    def _again(self, uid: str, left: Sequence[Held], delivered: Sequence[Held]) -> list[Held]:
        """The rows of one sheet that are left out, as their holder said them before."""
        first = left[0][0]
        standing = self._standing(uid, first.source, Act.SAY, first.place)
        beside = [one for one in delivered if _sheet_of(one) == _sheet_of(left[0])]
        said = [saying for record in standing for saying in record.sayings]
        return leaving_out.as_before(left, beside, said)

    def unsay(self, sources: Iterable[str]) -> None:
        """Take back the relations that deliveries of these sources gave earlier for elements silent now."""
        speaking = {record.uid for record in (*self.new, *self.confirmed.values()) if record.act is Act.SAY}
        for uid, earlier in self.earlier.items():
            said = [r for r in earlier if r.act is Act.SAY and r.source in sources]
            if said and uid not in speaking:
                cells = {saying.cell for record in said for saying in record.sayings}
                emptied = tuple(sorted(cells | {cell for record in said for cell in record.emptied}))
                known = said[-1]
                taken_back = replace(
                    known,
                    id=self._next_id(),
                    load=self.load,
                    at=self.at,
                    by=self.by,
                    sayings=(),
                    emptied=emptied,
                )
                self._put(taken_back)

    @property
    def day(self) -> date:
        """The day of the load."""
        return date.fromisoformat(self.at[:10])

    def by_hand(self, entry: Entry, place: Place, **said: Any) -> None:
        """Record what the edited row of a template says. said: fields of the record."""
        self.new.append(
            Record(
                id=self._next_id(),
                load=self.load,
                uid=entry.uid,
                source=TEMPLATE,
                scope=entry.address,
                kind=entry.kind,
                key=entry.key,
                at=self.at,
                by=self.by,
                file=place.file,
                sheet=place.sheet,
                row=place.row,
                **said,
            )
        )

    def withdraw(self, row: Record) -> None:
        """Record that a row's source no longer names its element."""
        self.new.append(
            Record(
                id=self._next_id(),
                load=self.load,
                uid=row.uid,
                act=Act.WITHDRAW,
                source=row.source,
                scope=row.scope,
                kind=row.kind,
                key=row.key,
                name="",
                at=self.at,
                by=self.by,
            )
        )

    def _row(self, one: Identified) -> Record:
        draft = one.draft
        values = dict(draft.values)
        if draft.name:  # a blank name leaves the known one
            values["name"] = draft.name
        if draft.code:
            values["code"] = draft.code
        return Record(
            id=self._next_id(),
            load=self.load,
            uid=one.uid,
            act=Act.ROW if one.asserts else Act.SAY,
            source=draft.source,
            scope=one.scope,
            kind=draft.kind,
            key=one.key,
            name=one.name if one.asserts else "",
            at=self.at,
            by=self.by,
            file=draft.place.file,
            sheet=draft.place.sheet,
            row=draft.place.row,
            values=values,
            columns=draft.columns,
            cleared=draft.cleared,
            emptied=draft.emptied,
            sayings=draft.sayings,
            sender=one.sender,
            leads=self.metamodel.led_by(draft.kind, one.sender) if one.sender else (),
        )

    def _put(self, record: Record) -> None:
        """Keep a record, unless the same delivery's newest record of the element says the same."""
        known = self._counterpart(record)
        if known is not None and self.replaces and record.source != CROSS_TABLE:
            record = _taking_back(known, record)
        if known is not None and known.says_the_same(record) and known.key == record.key:
            # what is told of it stands where it was found now
            self._confirm(replace(known, file=record.file, sheet=record.sheet, row=record.row))
        else:
            self.new.append(record)

    def _confirm(self, known: Record) -> None:
        self.confirmed[known.id] = known
        self._taken.add(known.id)

    def _counterpart(self, record: Record) -> Record | None:
        """The newest record of the same document, in the same sheet if it spoke there; else of the source."""
        place = Place(file=record.file, sheet=record.sheet)
        standing = self._standing(record.uid, record.source, record.act, place)
        # a sheet may have several rows for one element: each meets its own
        alike = (known for known in standing if known.says_the_same(record))
        return next(alike, standing[-1] if standing else None)

    def _standing(self, uid: str, source: str, act: Act, place: Place) -> list[Record]:
        """The records of an element that its document, else its source, said last, and no row has met yet."""
        same = [
            known
            for known in self.earlier.get(uid, ())
            if known.source == source and known.act is act and known.id not in self._taken
        ]
        document = self._document(place.file)
        chosen = [known for known in same if self._document(known.file) == document] or same
        latest = max((known.last_said for known in chosen), default="")
        newest = [known for known in chosen if known.last_said == latest]
        # a sheet that another edition called otherwise has been overtaken, whatever it is called again
        return [k for k in newest if k.file is not None and k.sheet == place.sheet] or newest

    def _document(self, file: str | None) -> str | None:
        return self.documents.get(file or "", file)

    def _next_id(self) -> str:
        self._count += 1
        return f"{self.load}/{self._count:07d}"


def _cell_of(draft: RelationDraft, *, turned: bool) -> str:
    """Return which sayings replace each other: all of a relation, or what one cell of a cross table says.

    A cross table tells of each cell by itself, so that a mark taken out takes nothing back.
    """
    cell = f"{REVERSED_CELL if turned else ''}{draft.relation.value}"
    if draft.source != CROSS_TABLE:
        return cell
    other = draft.from_text if turned else draft.to_text
    return f"{cell}/{fold(other)}"


def _sheet_of(row: Held) -> tuple[str, str | None, str | None]:
    draft = row[0]
    return draft.source, draft.place.file, draft.place.sheet


def _by_sheet(rows: Iterable[Held]) -> Iterable[list[Held]]:
    by_sheet: dict[tuple[str, str | None, str | None], list[Held]] = {}
    for row in rows:
        by_sheet.setdefault(_sheet_of(row), []).append(row)
    return by_sheet.values()


def _taking_back(known: Record, record: Record) -> Record:
    """Return a record that also takes back the cells and values that only the earlier one has."""
    cells = {saying.cell for saying in known.sayings} | set(known.emptied)
    values = known.values.keys() | set(known.cleared)
    return replace(
        record,
        emptied=tuple(sorted(set(record.emptied) | (cells - {saying.cell for saying in record.sayings}))),
        cleared=tuple(sorted(set(record.cleared) | (values - record.values.keys()))),
    )


def held(
    drafts: Iterable[RelationDraft],
    directory: Directory,
    metamodel: Metamodel,
    scope_for: Callable[[RelationDraft], str],
    merged: Merged,
) -> tuple[dict[str, list[tuple[RelationDraft, bool]]], list[Finding]]:
    """Return rows of relations by the element that holds them: the source, else the target.

    A row whose source is not known yet waits as an open reference of its target, so that a later file
    can answer it. A row with neither end, or forbidden by the metamodel, is an error finding.
    """
    by_holder: dict[str, list[tuple[RelationDraft, bool]]] = {}
    findings: list[Finding] = []
    for given in drafts:
        scope = scope_for(given) or SHARED
        draft = _the_right_way(given, scope, directory)
        spec = metamodel.relation(draft.relation)
        sources = draft.from_kinds or tuple({kind for ends in spec.ends for kind in ends.sources})
        source = directory.resolve(draft.from_text, scope, sources)
        targets = draft.to_kinds or tuple({kind for ends in spec.ends for kind in ends.targets})
        if source.uid and not draft.to_kinds:
            targets = metamodel.partners(draft.relation, directory.entries[source.uid].kind, reversed=False)
        target = directory.resolve(draft.to_text, scope, targets)
        finding = None if source.uid and target.uid else _forbidden(draft, scope, directory, metamodel)
        holder = source.uid or target.uid
        if finding is None and holder is None:
            words = {"value": draft.from_text, "other": draft.to_text, "relation": draft.relation.value}
            finding = rules.BAD_RELATION_ENDS.at(draft.place, **words)
        if finding is not None:
            findings.append(finding)
        elif holder is not None:
            text = draft.from_text if source.uid else draft.to_text
            member = merged.meant(directory.entries[holder], text, scope)
            by_holder.setdefault(member, []).append((draft, source.uid is None))
    return by_holder, findings


def _the_right_way(draft: RelationDraft, scope: str, directory: Directory) -> RelationDraft:
    """Return a row with its ends the other way round, where more of them are found so, if that may be."""
    if not draft.either:
        return draft
    other = replace(draft, from_text=draft.to_text, to_text=draft.from_text)
    found = [
        (directory.resolve(one.from_text, scope, one.from_kinds).uid is not None)
        + (directory.resolve(one.to_text, scope, one.to_kinds).uid is not None)
        for one in (draft, other)
    ]
    return other if found[1] > found[0] else draft


def _forbidden(
    draft: RelationDraft, scope: str, directory: Directory, metamodel: Metamodel
) -> Finding | None:
    """The finding of a row whose ends, named by key or code, the metamodel does not let be joined so.

    An end that is named only by words may mean something that is not loaded yet: it stays open.
    """
    found: list[Entry] = []
    for text in (draft.from_text, draft.to_text):
        uid = directory.resolve(text, scope, ()).uid
        addressed = is_full_key(text) or any(directory.coded(text))
        if uid is None or not addressed:
            return None
        found.append(directory.entries[uid])
    source, target = found
    if metamodel.relation(draft.relation).allows(source.kind, target.kind):
        return None
    allowed = [spec.relation.value for spec in metamodel.relations if spec.allows(source.kind, target.kind)]
    return rules.FORBIDDEN_ENDS.at(
        draft.place,
        value=draft.to_text,
        relation=draft.relation.value,
        source=source.kind.value,
        target=target.kind.value,
        allowed=", ".join(allowed) or "-",
    )
