"""One sheet as drafts: its layout is found, its rows are told apart, merged cells are filled."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest import column_rules
from ingest import reading_rules as rules
from ingest.context import Context
from ingest.cross.reading import CrossReader
from ingest.cross.table import CrossTable, crossing
from ingest.draft import Draft, RelationDraft, Revision, Table
from ingest.files.workbook import Cell, Row, Sheet
from ingest.interchange import element_rows, relation_rows
from ingest.layout.cells_below import below, without_wrong_numbers, words_for_no
from ingest.layout.headers import Column, Part
from ingest.layout.known import match, near, titled_kind
from ingest.layout.layout import Layout, Shape, layout_by_name, layout_of, texts_above
from ingest.layout.parts import tables
from ingest.layout.recognised import Recognised, column_letter, heading, likely_headings, read_as
from ingest.leftover import form_left_out, is_summary, left_out, reason
from ingest.planning.delivered import agency_of, section_agency
from ingest.planning.overview import KindFinder
from ingest.rows import TITLE, RowSorter, Sort, counted, shown, without_numbers
from ingest.table import TableReader, codes_in, joined
from ingest.values import rules as value_rules
from ingest.values.cells import is_blank
from ingest.values.values import text_of
from model.faults import Place
from model.folding import fold
from model.kinds import ElementKind
from model.metamodel.spec import ValueType
from model.record import OVERVIEW
from model.text import Text

_IDENTITY = frozenset({Part.NAME, Part.BOTH, Part.CODE, Part.KEY})
_NAMING = frozenset({Part.NAME, Part.BOTH, Part.OUTLINE})

YES_WORD, NO_WORD = Text(id="Ya", en="yes"), Text(id="Tidak", en="no")


@dataclass(slots=True)
class Found:
    """What one sheet, or several, say.

    sheets: what each table in them was recognised as. named: as of Reading.
    """

    drafts: list[Draft] = field(default_factory=list)
    relations: list[RelationDraft] = field(default_factory=list)
    sheets: list[Recognised] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    gone: list[tuple[str, Place]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    named: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, other: "Found") -> None:
        """Take in what another one found."""
        self.drafts += other.drafts
        self.relations += other.relations
        self.sheets += other.sheets
        self.revisions += other.revisions
        self.gone += other.gone
        self.tables += other.tables


def read_sheet(sheet: Sheet, called: str, context: Context) -> Found:
    """Return the drafts of one sheet. called: its title; for CSV the name of the file."""
    found = Found()
    for part, table in enumerate(tables(sheet, context.headers), 1):
        found.add(_read_table(table, called, context, part))
    return found


def _read_table(sheet: Sheet, called: str, context: Context, part: int) -> Found:
    """One table, with what is to be told of it: by a known layout, else as it is recognised."""
    seen = Recognised(file=context.file, sheet=sheet.title, part=part, titled=titled_kind(called, context))
    if not context.declarative and form_left_out(sheet, called, context):
        return Found(sheets=[replace(seen, why=rules.FORM_SHEET)])
    layout = layout_of(sheet, called, context.file, context.headers)
    explained = match(sheet, called, context, layout)
    if explained is not None and explained.layout is None:
        there = heading(sheet, explained.found)
        return Found(sheets=[replace(seen, headings=(there,), known=explained.known)])
    nearly = None
    if explained is not None:
        layout = explained.layout
    else:
        nearly = near(sheet, context)
        if layout is not None and layout.shape is Shape.KIND and is_summary(sheet, called, layout.last):
            layout = None
    crossed = crossing(sheet, called, context, layout) if explained is None else None
    if isinstance(crossed, CrossTable):
        return _read_crossed(sheet, crossed, called, replace(seen, near=nearly), context)
    if crossed is not None:
        return Found(sheets=[replace(seen, why=crossed, headings=likely_headings(sheet), near=nearly)])
    if layout is None and reason(sheet, called, context) is rules.UNKNOWN_SHEET:
        layout = layout_by_name(sheet, context.headers)
    if layout is None:
        why = left_out(sheet, called, context)
        return Found(sheets=[replace(seen, why=why, headings=likely_headings(sheet), near=nearly)])
    layout = replace(layout, columns=without_wrong_numbers(layout.columns, sheet.rows[layout.last + 1 :]))
    found = _read_layout(sheet, layout, called, context)
    said = read_as(seen, sheet, layout, context.headers)
    rows = len(found.drafts) + len(found.relations)
    known = explained.known if explained else None
    return replace(found, sheets=[replace(said, rows=rows, known=known, near=nearly)])


def _read_crossed(sheet: Sheet, found: CrossTable, called: str, seen: Recognised, context: Context) -> Found:
    context = _in_layout(sheet, found.layout, called, context)
    relations = CrossReader(sheet, found, context).relations()
    said = read_as(seen, sheet, found.layout, context.headers)
    said = replace(said, kind=found.rows[0], across=found.columns[0], rows=len(relations))
    return Found(relations=relations, sheets=[said], tables=[table_at(sheet, found.layout, context)])


def _in_layout(sheet: Sheet, layout: Layout, called: str, context: Context) -> Context:
    """The context in which a sheet is read by a layout; what is to be told of the whole sheet is told."""
    _tell_repaired(sheet, layout, context)
    if sheet.hidden:
        context.told.tell(rules.HIDDEN_SHEET, context.place())
    titles = (*texts_above(sheet, layout.first), *((called,) if sheet.title is not None else ()))
    agency = agency_of(titles) or context.agency
    return replace(context, agency=agency)


def _read_layout(sheet: Sheet, layout: Layout, called: str, context: Context) -> Found:
    context = _in_layout(sheet, layout, called, context)
    stands = [table_at(sheet, layout, context)]
    if layout.by is not None and layout.kind is not None:
        label = context.headers.metamodel.kind(layout.kind).label
        context.told.tell(rules.RECOGNISED_BY_NAME, context.place(), layout.by, kind=label)
    if layout.shape in (Shape.RELATIONS, Shape.ELEMENTS):
        headed = {position for position, title in enumerate(layout.titles) if title}
        _tell_without_header(sheet.rows[layout.last + 1 :], headed, context)
    if layout.shape is Shape.RELATIONS:
        return Found(relations=relation_rows(sheet, layout, context), tables=stands)
    if layout.shape is Shape.ELEMENTS:
        return Found(drafts=element_rows(sheet, layout, context), tables=stands)
    return Found(drafts=_Table(sheet, layout, called, context).drafts(), tables=stands)


def table_at(sheet: Sheet, layout: Layout, context: Context) -> Table:
    """Return where a table stands: a header of two rows stands in the lower one that has a text.

    A column without header that holds something has its letter, and the place where its header is missing.
    """
    lower, cells = sheet.rows[layout.last]
    heads = [
        (title[0], lower if text_of(_cell(cells, position)) else sheet.rows[layout.first][0], position + 1)
        for position, title in enumerate(layout.titles)
        if title
    ]
    titled = {position for position, title in enumerate(layout.titles) if title}
    untitled = _filled(sheet.rows[layout.last + 1 :]) - titled
    heads += [(column_letter(position), lower, position + 1) for position in sorted(untitled)]
    interchange = layout.shape in (Shape.ELEMENTS, Shape.RELATIONS)
    return Table(
        file=context.file,
        sheet=context.sheet,
        first=sheet.rows[layout.first][0],
        last=sheet.rows[-1][0],
        heads=tuple(heads),
        escaped=interchange and context.sheet is None,
    )


def _cell(cells: list[Cell], position: int) -> Cell:
    return cells[position] if position < len(cells) else ""


def _tell_without_header(rows: Sequence[Row], headed: Collection[int], context: Context) -> None:
    """Tell the columns that hold something below no header; what only counts the rows is nothing."""
    for position in sorted(_filled(rows) - set(headed)):
        cells = [c for c in below(rows, position) if not is_blank(c, markers=context.markers, zero=True)]
        if cells and not _counts_on(cells):
            letter = column_letter(position)
            place = context.place(column=letter)
            context.told.tell(column_rules.WITHOUT_HEADER, place, letter, count=len(cells))


def _filled(rows: Sequence[Row]) -> set[int]:
    """The positions at which some row holds something."""
    return {position for _, cells in rows for position, cell in enumerate(cells) if cell != ""}


def _counts_on(cells: list[Cell]) -> bool:
    """Whether cells are 1, 2, 3 and so on."""
    return [text_of(cell).strip(".() ") for cell in cells] == [str(n) for n in range(1, len(cells) + 1)]


def _tell_repaired(sheet: Sheet, layout: Layout, context: Context) -> None:
    """Tell of repaired characters; in the interchange, where values are exact, they are put back."""
    exact = context.declarative or layout.shape in (Shape.ELEMENTS, Shape.RELATIONS)
    by_row = dict(sheet.rows)
    for row, position, before in sheet.repaired:
        title = layout.titles[position] if position < len(layout.titles) else ()
        place = context.place(row, title[0] if title else None)
        repaired = text_of(by_row[row][position])
        rule = value_rules.MOJIBAKE_KEPT if exact else value_rules.MOJIBAKE
        context.told.tell_of_cell(rule, place, before.strip(), {"repaired": repaired})
        if exact:
            by_row[row][position] = before


_Section = tuple[int, str | None]  # how many begin above, and the agency that the last of them named


@dataclass
class _Table:
    """A domain sheet or overview while it is read."""

    sheet: Sheet
    layout: Layout
    called: str
    context: Context
    _readers: dict[ElementKind, TableReader] = field(default_factory=dict)
    _left: Counter[str] = field(default_factory=Counter)
    _section: _Section = (0, None)

    def __post_init__(self) -> None:
        if self.layout.shape is Shape.OVERVIEW:
            self.context = replace(self.context, source=OVERVIEW)
        self._codes: frozenset[str] | None = None
        self._columns = self.layout.columns or self._overview_columns()
        self._numbers = self._positions({Part.NUMBER})

    def drafts(self) -> list[Draft]:
        """Return the drafts of all rows, in order."""
        self._left[TITLE] = self.layout.first
        rows, without = self._data_rows()
        filled = self._fill_merged(rows)
        found: dict[int, Draft] = {}
        kinds = KindFinder(self.context, self._columns) if self.layout.shape is Shape.OVERVIEW else None
        for (number, cells), section in zip(rows, without, strict=True):
            kind = kinds.kind(number, cells) if kinds else self.layout.kind
            if kind is None:
                continue
            reader = self._reader(kind, rows)
            if section != self._section:
                self._section = section
                for one in self._readers.values():
                    one.begin_section(section[1])
            draft = reader.draft(number, cells)
            if draft is None:
                self._tell_headless((number, cells), rows)
            elif number in filled and filled[number] in found:
                found[filled[number]] = joined(found[filled[number]], draft, self.context)
            else:
                found[number] = draft
        self._tell_columns(found)
        _tell_without_header(rows, {column.position for column in self._columns}, self.context)
        return self._related(list(found.values()))

    def _overview_columns(self) -> tuple[Column, ...]:
        """The columns of an overview as they are for a kind with hardly any of its own."""
        return tuple(self.context.headers.columns(ElementKind.REFERENCE_CODE, self.layout.titles))

    def _positions(self, parts: Iterable[Part]) -> frozenset[int]:
        wanted = set(parts)
        return frozenset(column.position for column in self._columns if column.meaning.part in wanted)

    def _data_rows(self) -> tuple[list[Row], list[_Section]]:
        """The rows that are data, each with the section it stands in."""
        sorter = RowSorter(
            titles=[fold(title[0]) if title else "" for title in self.layout.titles],
            names=self._positions(_NAMING),
            codes=self._positions({Part.CODE, Part.BOTH}),
            numbers=self._numbers,
        )
        rows: list[Row] = []
        sections: list[_Section] = []
        section: _Section = (0, None)
        for row, sort in sorter.sorted(self.sheet, self.layout.last + 1):
            if sort is Sort.DATA:
                rows.append(row)
                sections.append(section)
                continue
            if sort is Sort.SECTION:
                words = max((text_of(cell) for cell in row[1]), key=len)
                section = section[0] + 1, section_agency(words) or section[1]
            if sort is not Sort.EMPTY:
                self._left[sort.value] += 1
        return rows, sections

    def _fill_merged(self, rows: list[Row]) -> dict[int, int]:
        """Fill cells merged downwards; return rows that only continue another: row → the one continued."""
        by_number = dict(rows)
        continued: dict[int, int] = {}
        count = 0
        identity = self._positions(_IDENTITY)
        for top, left, bottom, _ in self.sheet.merged:
            if bottom == top or top not in by_number:
                continue
            source = by_number[top]
            value: Cell = source[left - 1] if left <= len(source) else ""
            for number in range(top + 1, bottom + 1):
                cells = by_number.get(number)
                if cells is None or value == "":
                    continue
                cells += [""] * (left - len(cells))
                if cells[left - 1] == "":
                    cells[left - 1] = value
                    count += 1
                    if left - 1 in identity:
                        continued[number] = top
        if count:
            self.context.told.tell(rules.MERGED_FILL, self.context.place(), count=count)
        return continued

    def _reader(self, kind: ElementKind, rows: list[Row]) -> TableReader:
        if kind not in self._readers:
            columns = self.layout.columns or tuple(self.context.headers.columns(kind, self.layout.titles))
            columns = tuple(column for column in columns if column.meaning.part is not Part.IGNORED)
            if self.layout.shape is Shape.OVERVIEW:  # the domain is no property of the row's element
                columns = tuple(
                    column for column in columns if column.position not in self._positions({Part.KIND})
                )
            codes = codes_in(columns, (cells for _, cells in rows))
            no = dict(self._words_for_no(columns, rows))
            self._readers[kind] = TableReader(self.context, kind, columns, codes, no=no)
            self._readers[kind].begin_section(self._section[1])
        return self._readers[kind]

    def _words_for_no(
        self, columns: Iterable[Column], rows: list[Row]
    ) -> Iterator[tuple[int, frozenset[str]]]:
        """What more means no in the yes-no columns; both ticks and crosses in one are told."""
        for column in columns:
            prop = column.meaning.prop
            if prop is not None and prop.type is ValueType.YES_NO:
                words, crosses = words_for_no(below(rows, column.position))
                yield column.position, words
                if crosses is not None:
                    place = self.context.place(column=column.header)
                    meaning = NO_WORD if crosses else YES_WORD
                    self.context.told.tell(value_rules.TWO_YES_MARKS, place, column.wording, meaning=meaning)

    def _tell_headless(self, row: Row, rows: list[Row]) -> None:
        """Tell a row with content but no name and no code, unless it is only prepared."""
        content = [
            cell
            for cell in without_numbers(row, self._numbers)
            if not is_blank(cell, markers=True, zero=True)
        ]
        alike = sum(
            without_numbers(other, self._numbers) == without_numbers(row, self._numbers) for other in rows
        )
        if content and alike == 1:
            place = self.context.place(row[0])
            self.context.told.tell(rules.ROW_WITHOUT_NAME, place, shown(row[1]))

    def _tell_columns(self, found: dict[int, Draft]) -> None:
        for reader in self._readers.values():
            reader.tell_unknown_columns()
        context = self.context
        headers = {column.position: column.header for column in self._columns}
        for row, column, what in self.sheet.spots:
            if row in found:
                rule = rules.FORMULA if what == "formula" else rules.CELL_ERROR
                place = context.place(row, headers.get(column - 1))
                context.told.tell_of_cell(rule, place, "", {})
        if not found:
            context.told.tell(rules.EMPTY_TABLE, context.place())
        if any(self._left.values()):
            context.told.tell(rules.ROWS_LEFT_OUT, context.place(), what=counted(self._left))

    def _related(self, drafts: list[Draft]) -> list[Draft]:
        for reader in self._readers.values():
            if reader.outline is not None:
                drafts = reader.outline.related(drafts)
        return drafts
