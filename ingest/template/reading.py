"""A template that comes back: what its edited cells say, and its new rows.

Each sheet is compared with what the hidden sheet says it showed; a cell that was left alone says nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import isclose

from ingest import reading_rules
from ingest.context import Context
from ingest.draft import Draft, Revision
from ingest.files.workbook import Cell, Row, Sheet
from ingest.findings import Collector
from ingest.layout.headers import Column, Meaning, Part
from ingest.layout.recognised import Outcome, Recognised
from ingest.rows import shown
from ingest.sheets import Found, read_sheet
from ingest.table import TableReader
from ingest.template import rules
from ingest.template.contents import KEY
from ingest.template.marker import SheetWritten, Written, cells_by_name, written_in
from ingest.values.cells import is_cleared
from ingest.values.values import text_of
from model.folding import fold
from model.keys import is_full_key
from model.kinds import ElementKind
from model.record import TEMPLATE

_SEARCHED = 30  # rows from the top in which the header may stand
_ALIKE = 0.5  # share of its headers by which a renamed sheet is known
_SHOWN = 200  # characters of a cell in a finding
_LISTED = 5  # keys of deleted rows that are told


def read_template(sheets: Sequence[Sheet], marker: Sheet, context: Context, found: Found) -> None:
    """Take what a template says into what was found."""
    _put_back(marker)
    written = written_in(marker)
    if written is None:
        context.told.tell(rules.UNREADABLE, context.place())
        return
    here = replace(context, agency=written.scope or None, source=TEMPLATE)
    others = [sheet for sheet in sheets if sheet is not marker and sheet.title not in written.apart]
    seen: dict[str, int] = {}
    for sheet, kind in _assigned(others, written, context):
        place = replace(here, sheet=sheet.title)
        if kind is None:
            found.add(read_sheet(sheet, sheet.title or "", replace(place, source=context.source)))
        else:
            before = len(found.drafts) + len(found.revisions)
            _SheetReader(sheet, written.sheets[kind], written, place, seen).read(found)
            rows = len(found.drafts) + len(found.revisions) - before
            found.sheets.append(
                Recognised(
                    file=context.file, sheet=sheet.title, outcome=Outcome.TEMPLATE, kind=kind, rows=rows
                )
            )


def _put_back(sheet: Sheet) -> None:
    """Texts are exact: what seemed to be broken characters is as it was written."""
    by_row = dict(sheet.rows)
    for row, position, before in sheet.repaired:
        by_row[row][position] = before


def _assigned(
    sheets: Sequence[Sheet], written: Written, context: Context
) -> Iterator[tuple[Sheet, ElementKind | None]]:
    """Each sheet with the kind it was written for: by its title, else by its headers; None for others."""
    by_title = {one.title: kind for kind, one in written.sheets.items()}
    left = set(written.sheets) - {by_title.get(sheet.title or "") for sheet in sheets}
    for sheet in sheets:
        kind = by_title.get(sheet.title or "")
        if kind is None and sheet.rows:
            kind = _likest(sheet, written, left, context)
            left.discard(kind or ElementKind.REFERENCE_CODE)
        if sheet.rows:
            yield sheet, kind


def _likest(sheet: Sheet, written: Written, left: set[ElementKind], context: Context) -> ElementKind | None:
    """The kind whose headers or keys a renamed sheet has; one whose own sheet is missing goes first."""
    best: tuple[float, ElementKind | None] = (_ALIKE, None)
    keys = {text_of(cells[0]) for _, cells in sheet.rows if cells}
    for kind, one in written.sheets.items():
        names = _header(sheet, one, context)[1]
        share = sum(name is not None for name in names) / len(one.names)
        known = 1.0 if keys & one.rows.keys() else 0.0
        score = share + known + (0.1 if kind in left else 0.0)
        if score > best[0] and share > _ALIKE / 2:
            best = (score, kind)
    return best[1]


def _header(sheet: Sheet, one: SheetWritten, context: Context) -> tuple[int, list[str | None]]:
    """Return the position of the header among the rows, and the column that each cell of it heads."""
    best: tuple[int, list[str | None]] = (-1, [])
    for position, (_, cells) in enumerate(sheet.rows[:_SEARCHED]):
        names = _names(cells, one, context)
        if sum(n is not None for n in names) > sum(n is not None for n in best[1]):
            best = (position, names)
    return best


def _names(cells: Sequence[Cell], one: SheetWritten, context: Context) -> list[str | None]:
    """The columns that the cells of a row head: as written, else as in any sheet of the kind."""
    exact = dict(zip(one.headers, one.names, strict=True))
    texts = [text_of(cell) if isinstance(cell, str) else "" for cell in cells]
    names: list[str | None] = [exact.get(text) for text in texts]
    if all(name is not None or not text for name, text in zip(names, texts, strict=True)):
        return names
    known = context.headers.of(one.kind)
    spoken = {Part.NAME: "name", Part.CODE: "code", Part.KEY: KEY}
    for position, text in enumerate(texts):
        meaning = known.get(fold(text)) if text and names[position] is None else None
        name = None if meaning is None else spoken.get(meaning.part, meaning.name)
        if name in one.names and name not in names:
            names[position] = name
    return names


@dataclass
class _SheetReader:
    """Reads one sheet. seen: key → the row in which it stood first."""

    sheet: Sheet
    one: SheetWritten
    written: Written
    context: Context
    seen: dict[str, int]
    _columns: list[Column] = field(default_factory=list)

    def read(self, found: Found) -> None:
        """Take what the sheet says into what was found."""
        at, names = _header(self.sheet, self.one, self.context)
        if at < 0 or sum(name is not None for name in names) < min(2, len(self.one.names)):
            self.context.told.tell(rules.NO_HEADER, self.context.place())
            return
        _put_back(self.sheet)
        self._columns = list(self._meanings(names, self.sheet.rows[at][1]))
        self._at = {name: position for position, name in enumerate(names) if name is not None}
        self._said = self._reader(self.context)
        silent = replace(self.context, told=Collector(), markers=False, exact=True)
        self._whole = self._reader(silent)
        self._spots = {(row, column - 1): what for row, column, what in self.sheet.spots}
        for row in self.sheet.rows[at + 1 :]:
            self._row(row, found)
        self._said.tell_unknown_columns()
        gone = [key for key in self.one.rows if key not in self.seen] if KEY in self._at else []
        found.gone += [(key, self.context.place()) for key in gone]
        if gone:
            more = ", …" if len(gone) > _LISTED else ""
            listed = ", ".join(gone[:_LISTED]) + more
            self.context.told.tell(rules.ROWS_GONE, self.context.place(), listed, count=len(gone))

    def _meanings(self, names: Sequence[str | None], headers: Sequence[Cell]) -> Iterator[Column]:
        by_name = self.context.headers.by_name(self.one.kind)
        titles = dict(zip(self.one.names, self.one.headers, strict=True))
        for position, name in enumerate(names):
            if name is not None and name in by_name:
                yield Column(position, titles[name], by_name[name])
            elif name is None and text_of(headers[position]):
                yield Column(position, text_of(headers[position]), Meaning(Part.UNKNOWN))

    def _reader(self, context: Context) -> TableReader:
        return TableReader(context, self.one.kind, self._columns, inherits=False)

    def _row(self, row: Row, found: Found) -> None:
        number, cells = row
        if not any(text_of(cell) for cell in cells):
            return
        key = text_of(self._cell(cells, KEY))
        if not key:
            self._new(row, found)
        elif key in self.seen:
            place = self.context.place(number, self._title(KEY))
            self.context.told.tell(rules.REPEATED_KEY, place, key, row=self.seen[key])
        elif key in self.one.rows:
            self.seen[key] = number
            revision = self._revision(number, list(cells), key)
            found.revisions += [revision] if revision is not None else []
        elif is_full_key(key):
            self.seen[key] = number
            self._new(row, found)
        else:
            place = self.context.place(number, self._title(KEY))
            self.context.told.tell(reading_rules.BAD_KEY_FORM, place, key)

    def _new(self, row: Row, found: Found) -> None:
        draft = self._said.draft(row[0], row[1])
        if draft is None:
            self.context.told.tell(reading_rules.ROW_WITHOUT_NAME, self.context.place(row[0]), shown(row[1]))
        else:
            found.drafts.append(draft)

    def _cell(self, cells: Sequence[Cell], name: str) -> Cell:
        position = self._at.get(name)
        return cells[position] if position is not None and position < len(cells) else ""

    def _title(self, name: str) -> str:
        return dict(zip(self.one.names, self.one.headers, strict=True))[name]

    def _revision(self, number: int, cells: list[Cell], key: str) -> Revision | None:
        """Return how a row that was written differs from what it showed."""
        base = cells_by_name(self.one, key)
        links = {link.name for link in self.context.headers.metamodel.links(self.one.kind)}
        fed: list[Cell] = ["" for _ in range(max(len(cells), len(self._at)))]
        fed[self._at[KEY]] = key
        changed: list[str] = []
        added: dict[str, str] = {}
        removed: dict[str, tuple[str, ...]] = {}
        for name, position in self._at.items():
            cell = self._cell(cells, name)
            if name == KEY or name not in base or _alike(cell, base[name]):
                continue
            if not self._may_change(number, name, cell, base[name]):
                cells += [""] * (position + 1 - len(cells))
                cells[position] = base[name]
                continue
            if name in links:
                before, now = _lines(base[name]), _lines(cell)
                removed[name] = tuple(line for line in before if line not in now)
                added[name] = "\n".join(line for line in now if line not in before)
                fed[position] = added[name]
            else:
                changed.append(name)
                fed[position] = cell
        for column in self._columns:
            if column.meaning.part is Part.UNKNOWN and column.position < len(cells):
                fed[column.position] = cells[column.position]
        said, whole = self._said.draft(number, fed), self._whole.draft(number, cells)
        if said is None or whole is None:  # never: the key names both
            return None
        return self._revised(said, whole, changed, removed, base)

    def _may_change(self, number: int, name: str, cell: Cell, base: Cell) -> bool:
        """Whether an edited cell is taken; what is not is told, and the cell says what it said."""
        place = self.context.place(number, self._title(name))
        what = self._spots.get((number, self._at[name]))
        if what is not None:
            rule = reading_rules.FORMULA if what == "formula" else reading_rules.CELL_ERROR
            self.context.told.tell_of_cell(rule, place, "", {})
            return False
        if base != "" and base == self.written.unwritten:
            self.context.told.tell(rules.UNWRITTEN_CHANGED, place, text_of(cell)[:_SHOWN])
            return False
        if name == "name" and (not text_of(cell) or is_cleared(cell)):
            self.context.told.tell(rules.NAME_NEEDED, place, text_of(base))
            return False
        return True

    def _revised(
        self,
        said: Draft,
        whole: Draft,
        changed: Sequence[str],
        removed: Mapping[str, tuple[str, ...]],
        base: Mapping[str, Cell],
    ) -> Revision:
        values = {**said.values, **_identity(said)}
        kept = {name: value for name, value in values.items() if name in changed or name not in base}
        added = {name: tuple(s for s in said.sayings if s.cell == name) for name in removed}
        return Revision(
            whole=replace(whole, values={**whole.values, **_identity(whole)}),
            language=self.written.language,
            values=kept,
            columns={name: header for name, header in said.columns.items() if name in kept},
            cleared=tuple(name for name in changed if name not in kept),
            added=added,
            removed={name: texts for name, texts in removed.items() if texts or added[name]},
            stood={name: text_of(cell) for name, cell in base.items() if name in self._at},
        )


def _identity(draft: Draft) -> dict[str, str]:
    given = {"name": draft.name, "code": draft.code}
    return {name: words for name, words in given.items() if words}


def _alike(cell: Cell, base: Cell) -> bool:
    if isinstance(cell, int | float) and isinstance(base, int | float):
        return isclose(cell, base, rel_tol=1e-12)
    return text_of(cell) == text_of(base)


def _lines(cell: Cell) -> list[str]:
    lines = (" ".join(line.split()) for line in re.split(r"[;\n\r]+", text_of(cell)))
    return [line for line in dict.fromkeys(lines) if line]
