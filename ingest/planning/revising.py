"""What the edited rows of a template change: records by hand about elements that are known.

A cell that differs from what it showed is said. One that shows again what it showed is said only where an
earlier template had changed it. What others said in a cell is said again with it, with all its properties,
so that taking one reference out, or putting one in, leaves the others as they are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import PurePosixPath

from ingest.draft import Draft, Reading, Revision
from ingest.planning.recording import Recorder
from ingest.planning.withdrawing import Guard
from ingest.template import rules
from ingest.template.contents import Names, Referring, shown_text, shown_value
from model.directory import Directory
from model.element import Element, OpenReference, Relation
from model.faults import Finding, Place
from model.fold import Folded, Statement, cells_of, fold, rank
from model.kinds import Status
from model.linking import Claim, joined, links
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import LinkSpec, PropertySpec
from model.record import TEMPLATE, Act, Record, Saying, Value
from queries import graph, records
from queries.loads import merging
from queries.loads.plan import shown
from queries.store.store import Store

Revised = tuple[str, Revision]  # uid of the element that a row is about
_Cell = tuple[str, str]  # uid of the element that says something, and in which cell


def known_revisions(reading: Reading, directory: Directory) -> tuple[list[Revised], Reading]:
    """Return the rows about known elements, and the reading with the others as new rows."""
    known: list[Revised] = []
    others: list[Draft] = []
    for revision in reading.revisions:
        entry = directory.with_key(revision.whole.key or "")
        if entry is not None and entry.kind is revision.whole.kind:
            known.append((entry.uid, revision))
        else:
            values = {n: v for n, v in revision.whole.values.items() if n not in ("name", "code")}
            others.append(replace(revision.whole, values=values))
    return known, replace(reading, drafts=(*reading.drafts, *others))


def mentioning(reading: Reading, revisions: Iterable[Revised]) -> Reading:
    """Return a reading in which what edited cells newly refer to stands in rows that say no more."""
    rows = [
        Draft(kind=one.whole.kind, source=TEMPLATE, place=one.whole.place, key=one.whole.key, sayings=sayings)
        for _, one in revisions
        if (sayings := tuple(saying for said in one.added.values() for saying in said))
    ]
    return replace(reading, drafts=(*reading.drafts, *rows))


@dataclass(slots=True)
class _Said:
    """What is to be said of one element. revives: it was withdrawn, and is in use again."""

    place: Place
    revives: bool = False
    values: dict[str, Value] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    cleared: list[str] = field(default_factory=list)


@dataclass
class Reviser:
    """Makes the records of edited rows."""

    store: Store
    metamodel: Metamodel
    directory: Directory
    recorder: Recorder
    revisions: Sequence[Revised]
    findings: list[Finding] = field(default_factory=list)
    untouched: int = 0
    _records: dict[str, list[Record]] = field(default_factory=dict)
    _folded: dict[str, Folded] = field(default_factory=dict)
    _claims: dict[str, list[Claim]] = field(default_factory=dict)
    _open: dict[str, list[tuple[OpenReference, Statement]]] = field(default_factory=dict)
    _said: dict[str, _Said] = field(default_factory=dict)
    _cells: dict[_Cell, tuple[set[str], list[Saying]]] = field(default_factory=dict)

    def revise(self, gone: Iterable[tuple[str, Place]], guard: Guard) -> None:
        """Record what the rows change; in replace mode also that the elements of deleted rows are out of use.

        gone: keys of deleted rows, each with its sheet.

        Raises:
            RefusedChange: more of a scope would be retired than is allowed.
        """
        earlier = records.spoken_of_by(self.store, (TEMPLATE,))
        rows = [(uid, one) for uid, one in self.revisions if one.differs or uid in earlier]
        self._read({uid for uid, _ in rows})
        for uid, row in rows:
            if uid in self._elements:
                self._values(self._elements[uid], row)
                self._references(self._elements[uid], row)
        self._record()
        self.untouched = len({uid for uid, _ in self.revisions} - self._said.keys())
        if self.recorder.replaces:
            self._retire(gone, guard)

    def _retire(self, gone: Iterable[tuple[str, Place]], guard: Guard) -> None:
        found = {entry.uid: place for key, place in gone if (entry := self.directory.with_key(key))}
        elements = graph.elements(self.store, found)
        live = [element for element in elements.values() if element.status is not Status.RETIRED]
        for scope in sorted({element.scope for element in live}):
            guard.check(scope, sum(element.scope == scope for element in live))
        yesterday = (self.recorder.day - timedelta(days=1)).isoformat()
        for element in live:
            ends = str(element.properties.get("valid_to") or yesterday)
            values: dict[str, Value] = {"status": Status.RETIRED.value, "valid_to": min(ends, yesterday)}
            self.recorder.by_hand(
                self.directory.entries[element.uid], found[element.uid], act=Act.SAY, name="", values=values
            )

    def _read(self, uids: set[str]) -> None:
        """Read the elements of the rows, what they refer to, and all who say so."""
        self._elements = graph.elements(self.store, uids)
        self._relations = graph.relations(self.store, uids)
        self._names = Names(self.directory)
        self._kinds = {uid: entry.kind for uid, entry in self.directory.entries.items()} if uids else {}
        holders = {holder for relation in self._relations.values() for holder in relation.holders}
        self._records = merging.said_of(self.store, uids | holders, merging.merges(self.store))
        for uid, said in self._records.items():
            entry = self.directory.entries.get(uid)
            self._folded[uid] = fold(said, uid)
            if entry is None:
                continue
            found = links(uid, entry.address, self._folded[uid].statements, self.directory, self.metamodel)
            self._claims[uid], self._open[uid] = found.claims, found.open

    def _values(self, element: Element, row: Revision) -> None:
        present = shown(element)
        origins = self._folded[element.uid].origins if element.uid in self._folded else {}
        for name, value in row.values.items():
            if present.get(name) != value and not self._repeats(element, row, name, value):
                self._tell_overtaken(element, row, name, value)
                said = self._of(element.uid, row)
                said.values[name] = value
                if name in row.columns:
                    said.columns[name] = row.columns[name]
                said.revives = said.revives or (name == "status" and self._is_withdrawn(element))
        for name in row.cleared:
            if name in present:
                self._of(element.uid, row).cleared.append(name)
        changed_before = (name for name, record in origins.items() if _of_same_file(record, row))
        for name in changed_before:
            if name in row.stood and name not in row.values and name not in row.cleared:
                self._put_back(element, row, name)

    def _is_withdrawn(self, element: Element) -> bool:
        """Whether it is out of use because no source names it any more, whatever its status says."""
        origin = self._folded[element.uid].origins.get("status") if element.uid in self._folded else None
        said = origin.values.get("status") if origin is not None else None
        return element.status is Status.RETIRED and said != Status.RETIRED.value

    def _put_back(self, element: Element, row: Revision, name: str) -> None:
        """Say again what a cell shows where an earlier template had changed it."""
        spec = self.metamodel.property_(element.kind, name)
        if spec is None or self._now(element, row, spec) == row.stood[name]:
            return
        if not row.stood[name] and spec.required:
            return
        self._tell_taken_back(element, row, spec, row.stood[name])
        value = row.whole.values.get(name)
        if value is not None:
            self._of(element.uid, row).values[name] = value
        else:
            self._of(element.uid, row).cleared.append(name)

    def _tell_taken_back(
        self, element: Element, row: Revision, spec: PropertySpec | LinkSpec, text: str
    ) -> None:
        column = row.whole.columns.get(spec.name)
        place = replace(row.whole.place, column=column or spec.label.in_(row.language))
        finding = rules.TAKEN_BACK.at(place, value=text or "–", element=element.uid, property=spec.label)
        self.findings.append(finding)

    def _now(self, element: Element, row: Revision, spec: PropertySpec) -> str:
        """What the cell of a property would show now."""
        return shown_text(shown_value(spec, shown(element).get(spec.name), row.language)).strip()

    def _repeats(self, element: Element, row: Revision, name: str, value: Value) -> bool:
        """Whether an earlier template said this, and something newer was said since it was written."""
        spec = self.metamodel.property_(element.kind, name)
        if spec is None or name not in row.stood or self._now(element, row, spec) == row.stood[name]:
            return False
        said = [
            record.values.get(name)
            for record in self._records.get(element.uid, ())
            if record.source == TEMPLATE and (name in record.values or name in record.cleared)
        ]
        return bool(said) and said[-1] == value

    def _tell_overtaken(self, element: Element, row: Revision, name: str, value: Value) -> None:
        spec = self.metamodel.property_(element.kind, name)
        if spec is None or name not in row.stood:
            return
        was, now = row.stood[name], self._now(element, row, spec)
        origin = self._folded[element.uid].origins.get(name) if element.uid in self._folded else None
        if now == was or (origin is not None and origin.source == TEMPLATE):
            return
        place = replace(row.whole.place, column=row.columns.get(name))
        said = shown_text(shown_value(spec, value, row.language))
        words = {"property": spec.label, "was": was or "–", "now": now or "–"}
        self.findings.append(rules.OVERTAKEN.at(place, value=said, element=element.uid, **words))

    def _references(self, element: Element, row: Revision) -> None:
        columns = self.metamodel.links(element.kind)
        now = Referring(element, columns)
        for relation in self._relations.values():
            if element.uid in (relation.source, relation.target):
                now.take(relation, self._kinds)
        for link in columns:
            if link.name in row.removed or link.name in row.stood:
                self._reference(element, row, link, now.linked.get(link.name, {}))

    def _reference(
        self, element: Element, row: Revision, link: LinkSpec, linked: Mapping[str, list[Relation]]
    ) -> None:
        """Say what was put into a cell of references, and unsay what was taken out."""
        standing = [saying for saying in row.whole.sayings if saying.cell == link.name]
        meant = {saying.text: self._meant(saying.text, element, link) for saying in standing}
        put_in = [saying for saying in standing if saying in row.added.get(link.name, ())]
        taken_out = {self._meant(text, element, link) for text in row.removed.get(link.name, ())}
        if self._said_last_by_file(element.uid, link, row):
            before = self._said_by_template(element.uid, link)
            put_in += [s for s in standing if s not in put_in and meant[s.text] not in before]
            known = all(uid or self._waits(element.uid, s) for s in standing for uid in (meant[s.text],))
            # what no words mean exactly stands in no cell, so that it cannot have been taken out
            taken_out |= {uid for uid in before if known and self._names.called(uid, element.address, link)}
        new = [s for s in put_in if meant[s.text] not in linked and not self._waits(element.uid, s)]
        gone = (taken_out - set(meant.values())) & linked.keys()
        if (new or gone) and link.name not in row.removed:
            self._tell_taken_back(element, row, link, "; ".join(meant))
        for saying in new:
            self._cell(row, (element.uid, link.name))[1].append(saying)
        for uid in sorted(map(str, gone)):
            self._cell(row, (element.uid, link.name))
            for relation in linked[uid]:
                self._drop(row, relation)
        for text in row.removed.get(link.name, ()):
            self._drop_open(row, element.uid, link, text)

    def _meant(self, text: str, element: Element, link: LinkSpec) -> str | None:
        return self.directory.resolve(text, element.address, link.to).uid

    def _waits(self, uid: str, saying: Saying) -> bool:
        """Whether a reference of these words is open already."""
        said = (saying.relation, saying.reversed, saying.text)
        return any((ref.relation, ref.reversed, ref.text) == said for ref, _ in self._open.get(uid, ()))

    def _said_last_by_file(self, uid: str, link: LinkSpec, row: Revision) -> bool:
        """Whether the newest that is said in a cell came with an earlier state of this file."""
        speaking = [record for record in self._records.get(uid, ()) if link.name in cells_of(record)]
        return bool(speaking) and _of_same_file(max(speaking, key=rank), row)

    def _said_by_template(self, uid: str, link: LinkSpec) -> set[str]:
        """The elements that an earlier template named in a cell."""
        return {
            claim.source if link.reversed else claim.target
            for claim in self._claims.get(uid, ())
            if claim.statement.record.source == TEMPLATE and claim.statement.saying.cell == link.name
        }

    def _cell(self, row: Revision, cell: _Cell) -> tuple[set[str], list[Saying]]:
        """What is dropped from a cell and added to it; from now on the cell is said anew."""
        self._of(cell[0], row)
        return self._cells.setdefault(cell, (set(), []))

    def _drop(self, row: Revision, relation: Relation) -> None:
        """Take a relation out of every cell of every element that says it."""
        for holder in relation.holders:
            for claim in self._claims.get(holder, ()):
                if claim.id == relation.id:
                    self._cell(row, (holder, claim.statement.saying.cell))[0].add(relation.id)

    def _drop_open(self, row: Revision, uid: str, link: LinkSpec, text: str) -> None:
        for reference, statement in self._open.get(uid, ()):
            said = (reference.relation, reference.reversed, reference.text)
            if said == (link.relation, link.reversed, text):
                self._cell(row, (uid, statement.saying.cell))[0].add(reference.id)

    def _of(self, uid: str, row: Revision) -> _Said:
        return self._said.setdefault(uid, _Said(row.whole.place))

    def _record(self) -> None:
        for uid, said in sorted(self._said.items()):
            sayings = tuple(self._restated(uid))
            spoken = {saying.cell for saying in sayings}
            emptied = (name for holder, name in self._cells if holder == uid and name not in spoken)
            self.recorder.by_hand(
                self.directory.entries[uid],
                said.place,
                act=Act.ROW if said.revives else Act.SAY,
                name=self.directory.entries[uid].name if said.revives else "",
                values=said.values,
                columns=said.columns,
                cleared=tuple(said.cleared),
                emptied=tuple(sorted(emptied)),
                sayings=sayings,
            )

    def _restated(self, uid: str) -> Iterator[Saying]:
        """What stands in the cells of an element that are said anew: each relation once, as it was said."""
        anew = {name: change for (holder, name), change in self._cells.items() if holder == uid}
        claims = self._claims.get(uid, ())
        beside = {
            claim.id
            for claim in claims
            if claim.statement.record.source == TEMPLATE and claim.statement.saying.cell not in anew
        }
        standing = [
            claim
            for claim in claims
            if (cell := claim.statement.saying.cell) in anew
            and claim.id not in anew[cell][0]
            and claim.id not in beside
        ]
        last = {claim.id: claim for claim in sorted(standing, key=lambda one: rank(one.statement.record))}
        for relation in sorted(joined(standing).values(), key=lambda one: (one.order, one.id)):
            saying = last[relation.id].statement.saying
            other = relation.source if saying.reversed else relation.target
            key = self.directory.entries[other].key
            yield replace(saying, text=key, properties=relation.properties)
        for reference, statement in self._open.get(uid, ()):
            cell = statement.saying.cell
            if cell in anew and reference.id not in anew[cell][0]:
                yield statement.saying
        for _, added in anew.values():
            yield from added


def _of_same_file(record: Record, row: Revision) -> bool:
    """Whether a record came with an earlier state of the file that a row stands in."""
    if record.source != TEMPLATE or record.file is None:
        return False
    return PurePosixPath(record.file).name == PurePosixPath(row.whole.place.file or "").name
