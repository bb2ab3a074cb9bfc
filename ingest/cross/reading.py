"""Reading a cross table: each mark becomes the relation between what its row and its column name.

A cross table makes no elements and takes nothing back: a blank cell leaves alone what was said before, and
`<kosong>` takes back what the cell itself said.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest import reading_rules
from ingest.columns import ColumnReader
from ingest.context import Context
from ingest.cross import rules as cross_rules
from ingest.cross.marks import Sign, adds_up, crosses_say_no, is_cross, said_of, sign_of
from ingest.cross.table import CrossTable
from ingest.draft import RelationDraft
from ingest.files.workbook import Cell, Row, Sheet
from ingest.layout.headers import Column, Part
from ingest.layout.recognised import column_letter
from ingest.planning.delivered import section_agency
from ingest.rows import TITLE, RowSorter, Sort, counted, shown
from ingest.values.cells import is_blank, is_code
from ingest.values.values import text_of
from model.folding import fold
from model.kinds import ElementKind
from model.metamodel.common import OWNERSHIP
from model.record import CROSS_TABLE, Saying
from model.text import Text

_NAMING = (Part.KEY, Part.CODE, Part.BOTH, Part.NAME, Part.OUTLINE)
_DOUBTFUL = (Sort.SECTION, Sort.FOOTNOTE, Sort.EMPTY)  # few cells: with a mark among them it is data
_SAID_SIGNS = (Sign.MARK, Sign.ACCESS, Sign.CLEARS)


@dataclass
class CrossReader:
    """Reads the rows of one cross table."""

    sheet: Sheet
    table: CrossTable
    context: Context
    _left: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.context = replace(self.context, source=CROSS_TABLE)
        self._body = self.table.grid.labels
        self._spec = self.context.headers.metamodel.relation(self.table.joining.relation)
        self._rows = self._filled()
        self._columns = self._beside()
        self._naming = self._named_by()
        naming = [position for position, _ in self._naming]
        self._referring = [
            ColumnReader(column, self.context, self._kind)
            for column in self._columns
            if column.meaning.part is Part.LINK and column.position not in naming
        ]

    def relations(self) -> list[RelationDraft]:
        """Return the relations of all marks, in order; tells what is to be told."""
        self._tell_meaning()
        crosses = self._crosses_say_no()
        found: list[RelationDraft] = []
        for row, section in self._data_rows():
            found += self._of_row(row, section, crosses=crosses)
        self._tell_columns()
        self._tell_rows()
        return found

    @property
    def _kind(self) -> ElementKind:
        return self.table.rows[0]

    def _of_row(self, row: Row, section: str | None, *, crosses: bool) -> Iterator[RelationDraft]:
        number, cells = row
        marked = [
            (p, cell)
            for p in self._body
            if (cell := _at(cells, p)) != "" and not (crosses and is_cross(cell))
        ]
        named = self._label(cells)
        sayings = [saying for reader in self._referring for saying in self._said(reader, row)]
        if named is None:
            if sayings or any(sign_of(cell) is not Sign.NOTHING for _, cell in marked):
                self.context.told.tell(
                    reading_rules.ROW_WITHOUT_NAME, self.context.place(number), shown(cells)
                )
            return
        agency = next((one.text for one in sayings if one.relation in OWNERSHIP), section)
        for saying in sayings:
            yield self._referred(number, named, saying, agency)
        for position, cell in marked:
            draft = self._of_cell(number, (named, position), cell)
            if draft is not None:
                yield replace(draft, agency=agency)

    def _of_cell(self, row: int, ends: tuple[str, int], cell: Cell) -> RelationDraft | None:
        """The relation that a mark states; None, with a finding, for what is no mark."""
        named, position = ends
        place = self.context.place(row, self.table.grid.heads[position])
        sign = sign_of(cell)
        said = {} if sign is Sign.CLEARS else said_of(cell, self._spec)
        if said is None:
            if sign is not Sign.NOTHING:
                self.context.told.tell_of_cell(cross_rules.NO_MARK, place, text_of(cell), {})
            return None
        table = self.table
        texts, kinds = (named, self._body[position]), (table.rows, table.columns)
        if table.joining.turned:
            texts, kinds = texts[::-1], kinds[::-1]
        return RelationDraft(
            source=CROSS_TABLE,
            place=place,
            from_text=texts[0],
            relation=table.joining.relation,
            to_text=texts[1],
            from_kinds=kinds[0],
            to_kinds=kinds[1],
            delivery_agency=self.context.agency,
            properties=said,
            either=table.either,
            clears=sign is Sign.CLEARS,
        )

    def _said(self, reader: ColumnReader, row: Row) -> Sequence[Saying]:
        cell = _at(row[1], reader.column.position)
        return reader.said(cell, row[0]).sayings if cell != "" else ()

    def _referred(self, row: int, named: str, saying: Saying, agency: str | None) -> RelationDraft:
        """What a row says of others beside its marks, as in a sheet of its kind."""
        texts, kinds = (named, saying.text), (self.table.rows, saying.to)
        if saying.reversed:
            texts, kinds = texts[::-1], kinds[::-1]
        return RelationDraft(
            source=CROSS_TABLE,
            place=self.context.place(row, saying.column),
            from_text=texts[0],
            relation=saying.relation,
            to_text=texts[1],
            from_kinds=kinds[0],
            to_kinds=kinds[1],
            agency=agency,
            delivery_agency=self.context.agency,
            properties=saying.properties,
        )

    def _label(self, cells: Sequence[Cell]) -> str | None:
        """What names a row: its key, else its code and name."""
        said = {part: " ".join(text_of(_at(cells, position)).split()) for position, part in self._naming}
        texts = {p: text for p, text in said.items() if not is_blank(text, markers=True, zero=True)}
        if Part.KEY in texts:
            return texts[Part.KEY]
        return " ".join(dict.fromkeys(texts.values())) or None

    def _beside(self) -> list[Column]:
        """The columns beside the body, as they are for the kind of the rows."""
        grid = self.table.grid
        width = max((*grid.labels, *grid.others)) + 1
        titles = [(head,) if (head := grid.others.get(p)) else () for p in range(width)]
        return self.context.headers.columns(self._kind, titles)

    def _named_by(self) -> list[tuple[int, Part]]:
        """The columns that name the rows, code before name: by their headings, else by what they hold."""
        meanings = {column.position: column.meaning.part for column in self._columns}
        left = range(min(self._body))
        parts = [
            (p, part) for part in _NAMING for p, meant in meanings.items() if meant is part and p in left
        ]
        free = [p for p in left if meanings.get(p, Part.UNKNOWN) is Part.UNKNOWN]
        texts = {p: [t for _, cells in self._rows if (t := text_of(_at(cells, p)))] for p in free}
        texts = {p: said for p, said in texts.items() if not all(t.strip(".()").isdigit() for t in said)}
        coded = [p for p, said in texts.items() if sum(map(is_code, said)) > len(said) / 2]
        worded = sorted((p for p in texts if p not in coded), key=lambda p: -len(set(texts[p])))
        known = {part for _, part in parts}
        if coded and not known & {Part.KEY, Part.CODE, Part.BOTH}:
            parts = [(coded[0], Part.CODE), *parts]
        if worded and not known & {Part.KEY, Part.NAME, Part.BOTH, Part.OUTLINE}:
            parts = [*parts, (worded[0], Part.NAME)]
        return parts

    def _filled(self) -> list[Row]:
        """The rows below the header; a merged cell holds for all it covers, in the body also across."""
        rows = [(number, list(cells)) for number, cells in self.sheet.rows[self.table.grid.last + 1 :]]
        by_number = dict(rows)
        count = 0
        for top, left, bottom, right in self.sheet.merged:
            value = _at(by_number.get(top, []), left - 1)
            if value == "" or (left - 1 not in self._body and (bottom == top or left != right)):
                continue
            for number in range(top, bottom + 1):
                cells = by_number.get(number, [])
                cells += [""] * (right - len(cells))
                for position in range(left - 1, right):
                    if cells[position] == "":
                        cells[position] = value
                        count += 1
        if count:
            self.context.told.tell(reading_rules.MERGED_FILL, self.context.place(), count=count)
        return rows

    def _data_rows(self) -> Iterator[tuple[Row, str | None]]:
        """The rows that are data, each with the agency of the section it stands in: all that have a mark."""
        parts: dict[Part, set[int]] = {}
        for position, part in (*self._naming, *((c.position, c.meaning.part) for c in self._columns)):
            parts.setdefault(part, set()).add(position)
        sorter = RowSorter(
            titles=[fold(title[0]) if title else "" for title in self.table.layout.titles],
            names=frozenset(parts.get(Part.NAME, set()) | parts.get(Part.OUTLINE, set())),
            codes=frozenset(parts.get(Part.CODE, set()) | parts.get(Part.BOTH, set())),
            numbers=frozenset(parts.get(Part.NUMBER, set())),
        )
        section: str | None = None
        for row, sort in sorter.sorted(replace(self.sheet, rows=self._rows), 0):
            doubtful = sort in _DOUBTFUL or (sort is Sort.TOTAL and not adds_up(row[1]))
            if sort is Sort.DATA or (doubtful and self._has_mark(row[1])):
                yield row, section
            elif sort is Sort.SECTION and self._names_element(row[1]):
                continue  # a row of agencies without a mark
            else:
                if sort is Sort.SECTION:
                    section = section_agency(max(map(text_of, row[1]), key=len)) or section
                self._left[sort.value] += sort is not Sort.EMPTY

    def _names_element(self, cells: Sequence[Cell]) -> bool:
        return self._kind is ElementKind.ORG_UNIT and self._label(cells) is not None

    def _has_mark(self, cells: Sequence[Cell]) -> bool:
        return any(sign_of(_at(cells, position)) is not Sign.NOTHING for position in self._body)

    def _crosses_say_no(self) -> bool:
        named = [cells for _, cells in self._rows if self._label(cells) is not None]
        named = [cells for cells in named if not adds_up(cells)]
        answer = crosses_say_no(_at(cells, position) for cells in named for position in self._body)
        if answer is not None:
            meaning = Text(id="“tidak”", en="“no”") if answer else Text(id="tanda juga", en="a mark too")
            self.context.told.tell(cross_rules.TWO_MARKS, self.context.place(), meaning=meaning)
        return bool(answer)

    def _tell_meaning(self) -> None:
        joining, metamodel = self.table.joining, self.context.headers.metamodel
        if joining.instead is None:
            return
        rows, columns = metamodel.kind(self._kind).label, metamodel.kind(self.table.columns[0]).label
        source, target = (columns, rows) if joining.turned else (rows, columns)
        self.context.told.tell(
            cross_rules.RELATION_ASSUMED,
            self.context.place(),
            rows=rows,
            columns=columns,
            source=source,
            target=target,
            relation=self._spec.label,
            example=joining.instead.label,
        )

    def _tell_columns(self) -> None:
        """Tell the columns beside the body that were not read, and those whose marks belong to nothing."""
        used = {position for position, _ in self._naming} | {one.column.position for one in self._referring}
        used |= {column.position for column in self._columns if column.meaning.part is Part.NUMBER}
        left: list[str] = []
        for position, head in self.table.grid.others.items():
            cells = [c for _, row in self._rows if (c := _at(row, position)) != ""]
            marks = sum(sign_of(cell) in _SAID_SIGNS for cell in cells)
            letter = column_letter(position)
            counter = not head and all(text_of(cell).strip(".()").isdigit() for cell in cells)
            if position in used or not cells or (counter and position < min(self._body)):
                continue
            if not head and marks:
                place = self.context.place(column=letter)
                self.context.told.tell(cross_rules.UNNAMED_COLUMN, place, column=letter, count=marks)
            else:
                left.append(" ".join(head.split()) or letter)
        if left:
            words = ", ".join(left)
            self.context.told.tell(cross_rules.COLUMNS_LEFT_OUT, self.context.place(), columns=words)

    def _tell_rows(self) -> None:
        """Tell the rows that are no data, and the cells whose formulas have no value."""
        numbers = {number for number, _ in self._rows}
        heads = {**self.table.grid.others, **self.table.grid.heads}
        for row, column, what in self.sheet.spots:
            if row in numbers:
                rule = reading_rules.FORMULA if what == "formula" else reading_rules.CELL_ERROR
                place = self.context.place(row, heads.get(column - 1))
                self.context.told.tell_of_cell(rule, place, "", {})
        self._left[TITLE] = self.table.grid.first
        if any(self._left.values()):
            words = counted(self._left)
            self.context.told.tell(reading_rules.ROWS_LEFT_OUT, self.context.place(), what=words)


def _at(cells: Sequence[Cell], position: int) -> Cell:
    return cells[position] if position < len(cells) else ""
