"""The workbook for evaluators: every sheet of evidence, and which indicators each of them answers."""

from dataclasses import dataclass
from datetime import date

from model.faults import Severity
from model.inventories import Inventory
from model.record import Load
from model.text import Language, Text
from queries.architecture import present
from queries.evidence.register import Register
from queries.findings import open_findings
from queries.loads import merging
from queries.redundancy import decisions
from queries.snapshot.snapshot import Snapshot
from seed.indicators import shipped_indicators
from ui import overview
from ui.components.workbook import About, Cell, Sheet, workbook
from ui.evidence import sheets
from ui.imports import loads
from ui.imports.steps import said_by_hand
from ui.moment import Moment
from ui.phrases import decided as decided_words
from ui.phrases import evidence as words
from ui.similar import deciding
from ui.wording import day

_Told = tuple[str, Sheet, Text]  # by which name indicators ask for it, the sheet, what it shows


@dataclass(frozen=True, eq=False)
class EvidenceBook:
    """The evidence of a moment. on: the day on which relations and promises are judged."""

    moment: Moment
    snapshot: Snapshot
    on: date
    language: Language

    @property
    def state(self) -> Text:
        """Of when the evidence is."""
        when = day(self.on, self.language)
        then = self.moment.then
        if then is None:
            return words.TODAY.filled(day=when)
        return words.AFTER_LOAD.filled(load=then.load, day=when)

    @property
    def about(self) -> About:
        """What the workbook says of itself: what it is, which government's, and of when."""
        return About(words.TITLE.in_(self.language), overview.government(self.snapshot), self._state)

    @property
    def _state(self) -> str:
        return self.state.in_(self.language)

    def sheets(self) -> list[Sheet]:
        """Return the sheets, the list of contents first."""
        told = self._told()
        return [self._contents(told), *(sheet for _, sheet, _ in told)]

    def content(self) -> bytes:
        """Return the workbook."""
        return workbook(self.sheets(), self.about)

    def _told(self) -> list[_Told]:
        space, language, then = self.moment.space, self.language, self.moment.then
        register = Register.of(self.snapshot, then.whole if then else present(space.store), self.on)
        listed = {
            wanted: (wanted.value, sheets.inventory(register, wanted, language), about)
            for wanted, about in words.INVENTORIES_HELP.items()
        }
        integration, matrix = sheets.exchange_sheets(register, language)
        return [
            ("support", sheets.support_sheet(register, language), words.SUPPORT_HELP),
            listed[Inventory.SERVICES],
            listed[Inventory.APPLICATIONS],
            ("review", self._review(), words.REVIEW_HELP),
            ("exchanges", integration, words.EXCHANGES_HELP),
            ("matrix", matrix, words.MATRIX_HELP),
            listed[Inventory.INTERFACES],
            listed[Inventory.DATA],
            ("hosting", sheets.hosting_sheet(register, language), words.HOSTING_HELP),
            listed[Inventory.NETWORKS],
            listed[Inventory.ASSETS],
            listed[Inventory.GAPS],
            listed[Inventory.ROADMAP],
            ("continuity", sheets.continuity_sheet(register, language), words.CONTINUITY_HELP),
            listed[Inventory.RISKS],
            ("completeness", sheets.completeness_sheet(register, language), words.COMPLETENESS_HELP),
            ("changes", self._changes(), words.CHANGES_HELP),
        ]

    def _contents(self, told: list[_Told]) -> Sheet:
        rows: list[list[Cell]] = [
            [sheet.title, about.in_(self.language), len(sheet.rows), self._indicators(name)]
            for name, sheet, about in told
        ]
        whose = overview.government(self.snapshot)
        below: list[list[Cell]] = [[words.WHOSE.in_(self.language), whose]] if whose else []
        below.append([words.AS_IT_IS.in_(self.language), self._state])
        below.append([words.OPEN.in_(self.language), *self._open()])
        columns = [column.in_(self.language) for column in words.CONTENTS_COLUMNS]
        return Sheet(words.CONTENTS.in_(self.language), columns, rows, below=below)

    def _open(self) -> list[Cell]:
        if self.moment.then is not None:
            return [words.NOT_KEPT.in_(self.language)]
        found = open_findings(self.moment.space.store)
        unsettled = sum(kept.finding.severity is not Severity.INFO for kept in found)  # as Beranda counts
        return [words.OPEN_HELP.in_(self.language), unsettled]

    def _indicators(self, name: str) -> str:
        """Return the indicators that ask for a sheet, a line for each."""
        return "\n".join(
            words.INDICATOR.filled(index_set=one.index_set, number=one.number, name=one.name).in_(
                self.language
            )
            for one in shipped_indicators()
            if name in one.evidence
        )

    def _review(self) -> Sheet:
        space, agencies = self.moment.space, overview.scope_names(self.snapshot)
        until = self.moment.then.load if self.moment.then else None
        made = [row for row in decisions.rows(space.store) if until is None or row.load <= until]
        listing = deciding.Listing(
            metamodel=space.metamodel, entries={}, agencies=agencies, language=self.language
        )
        columns = (*decided_words.DECIDED_COLUMNS, *decided_words.DECIDED_MORE)
        return Sheet(
            words.REVIEW.in_(self.language),
            [column.in_(self.language) for column in columns],
            [listing.exported(row) for row in made],
            empty=words.NOTHING.in_(self.language),
        )

    def _changes(self) -> Sheet:
        space, until = self.moment.space, self.moment.then.load if self.moment.then else None
        made: list[Load] = [load for load in merging.loads(space.store) if until is None or load.id <= until]
        said = said_by_hand(space.store, space.metamodel, made)
        names = overview.scope_names(self.snapshot)
        rows = loads.table_rows(list(reversed(made)), said, names, self.language, exported=True)
        columns = [column.in_(self.language) for column in loads.COLUMNS]
        return Sheet(words.CHANGES.in_(self.language), columns, rows, empty=words.NOTHING.in_(self.language))
