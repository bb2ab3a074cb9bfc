"""A plan as rows that people read, filter and leave out: what happens to each element, cell by cell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique

from ingest.planning.leaving_out import NOTHING, SourceRow, Without
from model.element import Element, Relation
from model.faults import Finding, Place
from model.fold import NAMED
from model.folding import fold
from model.keys import parse_key
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.record import TEMPLATE, Act, Record
from model.text import Language, Text, same
from queries import rules
from queries.loads.plan import Plan
from ui.editing import changes
from ui.overview import called
from ui.phrases import imports as words
from ui.wording import place_words, value_words

_OPEN_RULES = frozenset(rule.name for rule in (*rules.OPEN_RULES.values(), rules.AWAITED))


@unique
class Fate(StrEnum):
    """What a plan does; in the order in which people look at it."""

    RETIRE = "retire"
    UNRESOLVED = "unresolved"
    CHANGE = "change"
    ADD = "add"


FATES: Mapping[Fate, Text] = {
    Fate.RETIRE: words.RETIRE,
    Fate.UNRESOLVED: words.UNRESOLVED,
    Fate.CHANGE: words.CHANGE,
    Fate.ADD: words.ADD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One thing that a plan does: an element that comes or goes, a cell that changes, a reference left open.

    before, after: as people read them; of an open reference its text and its candidates.
    place: where it stands, in words. leaves_out: what leaving this row out takes; nothing where no row of a
        file brought it, as with an agency that other rows merely name.
    """

    fate: Fate
    kind: ElementKind | None
    scope: str
    key: str
    name: str
    property: str = ""
    before: str = ""
    after: str = ""
    place: str = ""
    leaves_out: Without = NOTHING


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with the kind and the agency (scope) it is about, where that is known."""

    finding: Finding
    kind: ElementKind | None
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What of a plan is to be seen; an empty one does not narrow."""

    kinds: Sequence[str] = ()
    scopes: Sequence[str] = ()
    fates: Sequence[str] = ()
    severities: Sequence[str] = ()
    text: str = ""

    def shows(self, row: PlanRow) -> bool:
        """Return whether a row is among it."""
        if self.fates and row.fate not in self.fates:
            return False
        parts = (row.name, row.key, row.property, row.before, row.after, row.place)
        return self._shows(row.kind, row.scope, parts)

    def tells(self, told: Told) -> bool:
        """Return whether a finding is among it."""
        finding = told.finding
        if self.severities and finding.severity not in self.severities:
            return False
        texts = (*finding.message.both, *finding.fix.both)
        parts = (place_words(finding.place, Language.ID), finding.value or "", finding.rule, *texts)
        return self._shows(told.kind, told.scope, parts)

    def _shows(self, kind: ElementKind | None, scope: str, parts: Iterable[str]) -> bool:
        if (self.kinds and (kind or "") not in self.kinds) or (self.scopes and scope not in self.scopes):
            return False
        wanted = fold(self.text)
        return not wanted or any(wanted in fold(part) for part in parts)


def plan_rows(
    plan: Plan, metamodel: Metamodel, language: Language, names: Mapping[str, str] | None = None
) -> list[PlanRow]:
    """Return all that a plan does, in the order of Fate, then by agency and key.

    names: what elements that it merely refers to are called, by uid.
    """
    made = _Rows(plan, metamodel, language, names or {})
    rows = (*made.retired(), *made.unresolved(), *made.changed(), *made.related(), *made.added())
    order = list(Fate)
    return sorted(rows, key=lambda row: (order.index(row.fate), row.scope, row.key))


def told(plan: Plan) -> list[Told]:
    """Return the findings of a plan, each with what it is about."""
    about = _About(plan)
    return [Told(finding, *about.finding(finding)) for finding in plan.findings]


def agency_names(plan: Plan, names: Mapping[str, Text]) -> dict[str, Text]:
    """Return what people call each agency, those that the plan adds among them."""
    found = dict(names)
    for element in plan.graph.added:
        if element.kind is ElementKind.ORG_UNIT and fold(parse_key(element.key).code) == fold(element.scope):
            found.setdefault(element.scope, same(element.name))
    return found


def agency_words(names: Mapping[str, Text], scope: str) -> Text:
    """Return the name of an agency; that there is none, where there is none."""
    return called(names, scope) if scope else words.NO_AGENCY


def kind_words(kind: ElementKind | str | None, metamodel: Metamodel, language: Language) -> str:
    """Return what a kind is called; that there is none, where there is none."""
    return (metamodel.kind(ElementKind(kind)).label if kind else words.NO_KIND).in_(language)


class _About:
    """Which element a plan means by a uid, and what the findings about a place are about."""

    def __init__(self, plan: Plan) -> None:
        self.keys = {record.uid: record.key for record in (*plan.step.confirmed, *plan.step.records)}
        self.keys |= plan.names
        self.keys |= {element.uid: element.key for element in plan.graph.added}
        self._at: dict[tuple[object, ...], set[tuple[ElementKind, str]]] = defaultdict(set)
        for record in (*plan.step.confirmed, *plan.step.records):
            if record.act is Act.ROW and record.source != NAMED:
                about = (record.kind, parse_key(self.keys[record.uid]).scope)
                self._at[record.file,].add(about)
                self._at[record.file, record.sheet].add(about)
                if record.load == plan.step.load.id:  # where an unchanged row stands now is not on record
                    self._at[record.file, record.sheet, record.row].add(about)

    def finding(self, finding: Finding) -> tuple[ElementKind | None, str]:
        """Return kind and agency of a finding: of its element, else of its row, its sheet, its file."""
        if finding.element in self.keys:
            key = parse_key(self.keys[finding.element])
            return key.kind, key.scope
        place = finding.place
        steps = ((place.file, place.sheet, place.row), (place.file, place.sheet), (place.file,))
        found = next((self._at[step] for step in steps if step in self._at), set())
        kinds, scopes = {kind for kind, _ in found}, {scope for _, scope in found}
        only = scopes.pop() if len(scopes) == 1 else ""
        return (kinds.pop() if len(kinds) == 1 else None), finding.agency or only


class _Rows:
    """Makes the rows of one plan."""

    def __init__(
        self, plan: Plan, metamodel: Metamodel, language: Language, names: Mapping[str, str]
    ) -> None:
        self.plan, self.metamodel, self.language = plan, metamodel, language
        self.about = _About(plan)
        self.new = {element.uid for element in plan.graph.added}
        known = (*plan.graph.added, *plan.graph.removed, *(change.after for change in plan.graph.changed))
        self.names = {**names, **{element.uid: element.name for element in known}}
        self._records: dict[str, list[Record]] = defaultdict(list)
        for record in plan.step.records:
            self._records[record.uid].append(record)
            if (
                self.about.keys[record.uid] != record.key
            ):  # what was merged into another says it by its own key
                self._records[record.key].append(record)

    def retired(self) -> Iterator[PlanRow]:
        """Yield what is taken out of use; without a row of its own it is left out by its key."""
        for element in self.plan.graph.retired:
            said = [*self._said(element)]
            rows = self._row_of(said)
            withdrawn = any(record.row is None for record in said)
            left = Without(rows, (element.key,) if withdrawn and not self.plan.step.undoes else ())
            yield self._element(Fate.RETIRE, element, left)

    def changed(self) -> Iterator[PlanRow]:
        """Yield what changes of elements, a row for each cell."""
        for change in self.plan.graph.changed:
            if change.retires:
                continue
            said = self._said(change.after)
            left = Without(
                self._row_of(one for one in said if one.act is Act.ROW or one.values or one.cleared)
            )
            for cell in changes.cells(change, self.metamodel, self.language):
                yield self._element(Fate.CHANGE, change.after, left, *cell)

    def added(self) -> Iterator[PlanRow]:
        """Yield what is new; what rows of others merely name has no row to leave out."""
        for element in self.plan.graph.added:
            left = self._row_of(one for one in self._said(element) if one.source != NAMED)
            yield self._element(Fate.ADD, element, Without(left))

    def related(self) -> Iterator[PlanRow]:
        """Yield the relations that known elements gain, lose or have otherwise, as cells that change."""
        for edge in self.plan.graph.relations_added:
            if edge.source not in self.new:
                yield self._relation(edge, "", self._end(edge), self._stated(edge))
        for before, after in self.plan.graph.relations_restated:
            yield self._relation(after, self._end(before), self._end(after), self._stated(after))
        gone = {element.uid for element in self.plan.graph.removed}
        for edge in self.plan.graph.relations_removed:
            if edge.source not in gone:
                yield self._relation(edge, self._end(edge), "", self._silenced(edge))

    def unresolved(self) -> Iterator[PlanRow]:
        """Yield references that stay open, with their text and whom they may mean."""
        own = {row for said in self._records.values() for record in said for row in _rows_in(record)}
        for finding in self.plan.findings:
            key = self.about.keys.get(finding.element or "")
            if finding.rule not in _OPEN_RULES or key is None:
                continue
            row = SourceRow.at(finding.place)
            named = ", ".join(finding.candidates)
            parsed = parse_key(key)
            yield PlanRow(
                fate=Fate.UNRESOLVED,
                kind=parsed.kind,
                scope=parsed.scope,
                key=key,
                name=self.names.get(finding.element or "", key),
                property=finding.place.column or "",
                before=finding.value or "",
                after=words.MAY_MEAN.filled(keys=named).in_(self.language) if named else "",
                place=place_words(finding.place, self.language),
                leaves_out=Without((row,)) if row in own and finding.count == 1 and row else NOTHING,
            )

    def _element(
        self, fate: Fate, element: Element, left: Without, label: str = "", before: str = "", after: str = ""
    ) -> PlanRow:
        return PlanRow(
            fate=fate,
            kind=element.kind,
            scope=element.scope,
            key=element.key,
            name=element.name,
            property=label,
            before=before,
            after=after,
            place=self._place(left),
            leaves_out=left,
        )

    def _relation(self, edge: Relation, before: str, after: str, rows: Iterable[SourceRow]) -> PlanRow:
        key = self.about.keys[edge.source]
        parsed = parse_key(key)
        left = Without(tuple(sorted(set(rows))))
        return PlanRow(
            fate=Fate.CHANGE,
            kind=parsed.kind,
            scope=parsed.scope,
            key=key,
            name=self.names.get(edge.source, key),
            property=self.metamodel.relation(edge.relation).label.in_(self.language),
            before=before,
            after=after,
            place=self._place(left),
            leaves_out=left,
        )

    def _end(self, edge: Relation) -> str:
        """The other end of a relation, with what is said of the relation."""
        spec = self.metamodel.relation(edge.relation)
        labels = {one.name: one for one in (*self.metamodel.dependency, *spec.properties)}
        said = [
            f"{labels[name].label.in_(self.language) if name in labels else name}: "
            f"{value_words(labels.get(name), value, self.language)}"
            for name, value in sorted(edge.properties.items())
        ]
        named = self.names.get(edge.target) or self.about.keys.get(edge.target, "")
        return f"{named} ({'; '.join(said)})" if said else named

    def _stated(self, edge: Relation) -> Iterator[SourceRow]:
        """The rows of this load that state a relation."""
        for holder in edge.holders:
            other = edge.target if holder == edge.source else edge.source
            called_so = {fold(self.names.get(other, "")), fold(self.about.keys.get(other, ""))}
            called_so.add(fold(parse_key(self.about.keys[other]).code) if other in self.about.keys else "")
            for record in self._records.get(holder, ()):
                these = [saying for saying in record.sayings if saying.relation is edge.relation]
                if record.act is not Act.SAY or record.source == TEMPLATE:
                    yield from _rows_in(record) if these else ()
                    continue
                meant = [saying for saying in these if fold(saying.text) in called_so]
                for saying in meant if len(these) > 1 else these:
                    row = SourceRow.at(Place(file=record.file, sheet=record.sheet, row=saying.row))
                    if row is not None:
                        yield row

    def _silenced(self, edge: Relation) -> Iterator[SourceRow]:
        """The rows whose cell says something else now; a row that is gone cannot be left out."""
        for holder in edge.holders:
            for record in self._records.get(holder, ()):
                speaks = any(saying.relation is edge.relation for saying in record.sayings) or record.emptied
                if speaks and (record.act is not Act.SAY or record.source == TEMPLATE):
                    yield from _rows_in(record)

    def _said(self, element: Element) -> Iterator[Record]:
        """What this load says of an element, and of those merged into it."""
        for word in (element.uid, *element.aliases):
            yield from self._records.get(word, ())

    def _row_of(self, said: Iterable[Record]) -> tuple[SourceRow, ...]:
        return tuple(sorted({row for record in said for row in _rows_in(record)}))

    def _place(self, left: Without) -> str:
        return "; ".join(place_words(row.place, self.language) for row in left.rows)


def _rows_in(record: Record) -> Iterator[SourceRow]:
    """The rows that a record of this load was read from."""
    numbers = {record.row, *(saying.row for saying in record.sayings if record.act is Act.SAY)}
    for number in numbers:
        row = SourceRow.at(Place(file=record.file, sheet=record.sheet, row=number))
        if row is not None:
            yield row
