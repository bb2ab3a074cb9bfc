"""A template as an .xlsx file: guide, one sheet per kind, lists to choose from, and what each cell showed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import IO, Any

import xlsxwriter

from ingest.export import MARKER_SHEET
from ingest.template import marker, words
from ingest.template.contents import NO, YES, Field, Shown, scheme_of
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import PropertySpec, ValueType
from model.text import Language, Text

LISTS_SHEET = "simpul_lists"
_PREPARED = 1_000  # rows below the known ones whose cells offer choices
_WIDTHS = {ValueType.TEXT: 30, ValueType.CHOICE: 20, ValueType.CHOICES: 24}
_NARROW, _WIDE, _WIDER = 14, 30, 44
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# White on each is at least 4.5 : 1.
_GREY, _RED, _GREEN, _BLUE = "#5f6368", "#a33a00", "#1f6f5c", "#27527a"
_NUMBERS = {
    ValueType.INTEGER: "#,##0",
    ValueType.MONEY: "#,##0",
    ValueType.YEAR: "0",
    ValueType.DATE: "yyyy-mm-dd",
}
_GENERAL = (
    ValueType.NUMBER,
    ValueType.CAPACITY,
    ValueType.BANDWIDTH,
    ValueType.HOURS,
    ValueType.PERCENT,
)
_MESSAGE_LIMIT, _NOTE_WIDTH, _NOTE_LINE = 255, 340, 19


@dataclass(frozen=True, slots=True)
class SheetContents:
    """One sheet: its columns, and rows whose first cell is the key."""

    kind: ElementKind
    columns: tuple[Field, ...]
    rows: tuple[tuple[Shown, ...], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a template holds. scope: whose it is, in words. codes: reference model → its codes."""

    language: Language
    scope: str
    sheets: tuple[SheetContents, ...]
    codes: Mapping[str, tuple[str, ...]]


def write_workbook(contents: Contents, metamodel: Metamodel, file: IO[bytes]) -> None:
    """Write a template; what begins like a formula stays text."""
    book = xlsxwriter.Workbook(file, _OPTIONS)
    writer = _Writer(book, contents, metamodel)
    writer.guide()
    for sheet in contents.sheets:
        writer.sheet(sheet)
    writer.marker()
    book.close()


@dataclass
class _Writer:
    book: Any
    contents: Contents
    metamodel: Metamodel
    _formats: dict[tuple[tuple[str, object], ...], Any] = field(default_factory=dict)
    _lists: dict[tuple[str, ...], str] = field(default_factory=dict)

    def say(self, text: Text) -> str:
        return text.in_(self.contents.language)

    def style(self, **given: object) -> Any:
        """Return a cell format, made once."""
        key = tuple(sorted(given.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(given)
        return self._formats[key]

    def title(self, kind: ElementKind) -> str:
        """Return the title of a kind's sheet."""
        return self.say(self.metamodel.kind(kind).label)

    def guide(self) -> None:
        """Write the first sheet: how to fill in the others, and what they hold."""
        page = self.book.add_worksheet(self.say(words.GUIDE))
        page.hide_gridlines(2)
        page.set_column(0, 0, 30)
        page.set_column(1, 1, 90)
        page.set_column(2, 2, 14)
        scope = self.contents.scope
        page.write_string(0, 0, self.say(words.TITLE), self.style(bold=True, font_size=16))
        page.write_string(1, 0, self.say(words.FOR.filled(scope=scope) if scope else words.FOR_ANYONE))
        text = self.style(text_wrap=True, valign="top")
        row = 3
        for number, step in enumerate(words.STEPS, 1):
            page.merge_range(row, 0, row, 2, f"{number}. {self.say(step)}", text)
            page.set_row(row, 32)
            row += 1
        row = self._legend(page, row + 1)
        self._contents(page, row + 1)

    def _legend(self, page: Any, row: int) -> int:
        page.write_string(row, 0, self.say(words.LEGEND), self.style(bold=True))
        meanings = (
            (_GREY, words.OF_KEY),
            (_RED, words.OF_REQUIRED),
            (_GREEN, words.OF_PROPERTY),
            (_BLUE, words.OF_REFERENCE),
        )
        for colour, meaning in meanings:
            row += 1
            page.write_string(row, 0, self.say(meaning), self._head(colour))
        return row + 1

    def _contents(self, page: Any, row: int) -> None:
        titles = (words.SHEET, words.MEANING, words.COUNT)
        page.write_row(row, 0, [self.say(one) for one in titles], self.style(bold=True, bottom=1))
        text = self.style(text_wrap=True, valign="top")
        for number, sheet in enumerate(self.contents.sheets, row + 1):
            spec = self.metamodel.kind(sheet.kind)
            title = self.title(sheet.kind)
            page.write_url(number, 0, f"internal:'{title}'!A1", string=title)
            page.write_string(number, 1, self.say(spec.help), text)
            page.write_number(number, 2, len(sheet.rows))

    def sheet(self, sheet: SheetContents) -> None:
        """Write the sheet of one kind."""
        spec = self.metamodel.kind(sheet.kind)
        page = self.book.add_worksheet(self.title(sheet.kind))
        page.set_tab_color(self.metamodel.layer(spec.layer).light)
        page.set_row(0, 34)
        for position, column in enumerate(sheet.columns):
            page.set_column(position, position, _width(column), self._body(column))
            page.write_string(0, position, column.header, self._head(_colour(column)))
            note = words.note(self.metamodel, sheet.kind, column, self.contents.language)
            height = _NOTE_LINE * sum(2 + len(line) // 52 for line in note.split("\n"))
            page.write_comment(0, position, note, {"width": _NOTE_WIDTH, "height": height})
            self._validate(page, (1, position, len(sheet.rows) + _PREPARED, position), column)
        for number, cells in enumerate(sheet.rows, 1):
            self._write_row(page, number, cells, [self._body(column) for column in sheet.columns])
        page.freeze_panes(1, 2)
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)

    def _write_row(self, page: Any, row: int, cells: Sequence[Shown], styles: Sequence[Any]) -> None:
        for position, (cell, style) in enumerate(zip(cells, styles, strict=True)):
            if cell is None or cell == "":
                continue
            if isinstance(cell, date):
                page.write_datetime(row, position, cell, self.style(num_format="yyyy-mm-dd", valign="top"))
            elif isinstance(cell, str):
                page.write_string(row, position, cell, style)
            else:
                page.write_number(row, position, cell, style)

    def _head(self, colour: str) -> Any:
        return self.style(
            bold=True, font_color="#ffffff", bg_color=colour, text_wrap=True, valign="vcenter", border=1
        )

    def _body(self, column: Field) -> Any:
        if column.prop is None and column.link is None:
            return self.style(num_format="@", font_color=_GREY, bg_color="#f1f3f4", valign="top")
        kind = column.prop.type if column.prop else ValueType.TEXT
        form = _NUMBERS.get(kind, "General" if kind in _GENERAL else "@")
        return self.style(num_format=form, text_wrap=True, valign="top")

    def _validate(self, page: Any, area: tuple[int, int, int, int], column: Field) -> None:
        """Offer what a cell may hold, and say in words what is wrong with anything else."""
        rule = self._rule(column)
        if rule is None:
            return
        check, message = rule
        title, text = self.say(words.ERROR_TITLE), self.say(message)
        stop = column.prop is None and column.link is None
        page.data_validation(
            *area,
            {
                "ignore_blank": True,
                "error_type": "stop" if stop else "warning",
                "error_title": title,
                "error_message": text[:_MESSAGE_LIMIT],
                **check,
            },
        )

    def _rule(self, column: Field) -> tuple[dict[str, Any], Text] | None:
        if column.link is not None:
            codes = self.contents.codes.get(scheme_of(column.link) or "")
            return (self._list(codes), words.CODE_ERROR) if codes else None
        if column.prop is None:
            return {"validate": "custom", "value": "=FALSE"}, words.KEY_REFUSED
        return self._property_rule(column.prop)

    def _property_rule(self, prop: PropertySpec) -> tuple[dict[str, Any], Text] | None:
        if prop.choices:
            several = prop.type is ValueType.CHOICES
            labels = tuple(self.say(choice.label) for choice in prop.choices)
            return self._list(labels), words.SEVERAL_ERROR if several else words.CHOICE_ERROR
        if prop.type is ValueType.YES_NO:
            return self._list((self.say(YES), self.say(NO))), words.CHOICE_ERROR
        form = words.form_of(prop)
        check = _CHECKS.get(prop.type)
        return (check, words.FORM_ERROR.filled(form=form)) if check and form else None

    def _list(self, entries: tuple[str, ...]) -> dict[str, Any]:
        """A list to choose from: a column of the hidden sheet, for lists in the rule itself end too soon."""
        if entries not in self._lists:
            letters = xlsxwriter.utility.xl_col_to_name(len(self._lists))
            self._lists[entries] = f"={LISTS_SHEET}!${letters}$1:${letters}${len(entries)}"
        return {"validate": "list", "source": self._lists[entries]}

    def marker(self) -> None:
        """Write the hidden sheets: the lists, and what reading needs."""
        page = self.book.add_worksheet(LISTS_SHEET)
        for position, entries in enumerate(self._lists):
            page.write_column(0, position, entries)
        page.very_hidden()
        hidden = self.book.add_worksheet(MARKER_SHEET)
        hidden.very_hidden()
        plain = self.style(num_format="@")
        for number, cells in enumerate(self._marker_rows()):
            self._write_row(hidden, number, cells, [plain] * len(cells))

    def _marker_rows(self) -> Iterator[Sequence[Shown]]:
        contents = self.contents
        apart = (self.say(words.GUIDE), LISTS_SHEET)
        yield from marker.head_rows(contents.language, contents.scope, apart, self.say(words.UNWRITTEN))
        for sheet in contents.sheets:
            names, headers = ([getattr(c, part) for c in sheet.columns] for part in ("name", "header"))
            yield from marker.sheet_rows(sheet.kind, self.title(sheet.kind), names, headers)
            for row in sheet.rows:
                yield (marker.ROW, sheet.kind.value, *row)


def _colour(column: Field) -> str:
    if column.link is not None:
        return _BLUE
    if column.prop is None:
        return _GREY
    return _RED if column.prop.required else _GREEN


def _width(column: Field) -> int:
    if column.prop is None and column.link is None:
        return _NARROW
    kind = column.prop.type if column.prop else ValueType.TEXT
    if column.prop is not None and column.prop.required:
        return _WIDER
    return _WIDTHS.get(kind, max(_NARROW, min(_WIDE, len(column.header) + 3)))


_CHECKS: Mapping[ValueType, dict[str, Any]] = {
    ValueType.INTEGER: {"validate": "integer", "criteria": ">=", "value": 0},
    ValueType.YEAR: {"validate": "integer", "criteria": "between", "minimum": 1900, "maximum": 2100},
    ValueType.DATE: {"validate": "date", "criteria": ">=", "value": date(1900, 3, 1)},
    **{
        kind: {"validate": "decimal", "criteria": ">=", "value": 0}
        for kind in (ValueType.NUMBER, ValueType.MONEY, *_GENERAL)
    },
    ValueType.PERCENT: {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 100},
}
