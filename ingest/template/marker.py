"""The hidden sheet of a template: in which language and for whom it was written, and what each cell showed.

    simpul template 1
    language | id
    scope    | Dinas Kesehatan
    apart    | Petunjuk | simpul_lists          sheets that hold no data
    unwritten| (…)                              what stands in a cell that could not be written
    sheet    | Application | Aplikasi
    names    | Application | key | code | …     metamodel names of the columns
    headers  | Application | Kunci | Kode | …   and what they are called
    row      | Application | key | cell | …     what the cells of a row showed

It is what an edited sheet is compared with: a sheet may be renamed, its columns moved or deleted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.files.workbook import Cell, Sheet
from ingest.values.values import text_of
from model.kinds import ElementKind
from model.text import Language

TEMPLATE_MARK = "simpul template"
VERSION = 1


@dataclass(slots=True)
class SheetWritten:
    """One sheet as it was written. names, headers: its columns, the key first; rows: key → further cells."""

    kind: ElementKind
    title: str
    names: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    rows: dict[str, tuple[Cell, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Written:
    """A template as it was written."""

    language: Language = Language.ID
    scope: str = ""
    apart: tuple[str, ...] = ()
    unwritten: str = ""
    sheets: dict[ElementKind, SheetWritten] = field(default_factory=dict)


def head_rows(
    language: Language, scope: str, apart: Sequence[str], unwritten: str
) -> Iterator[tuple[str, ...]]:
    """Return the first rows of the marker sheet."""
    yield (f"{TEMPLATE_MARK} {VERSION}",)
    yield ("language", language.value)
    yield ("scope", scope)
    yield ("apart", *apart)
    yield ("unwritten", unwritten)


def sheet_rows(
    kind: ElementKind, title: str, names: Sequence[str], headers: Sequence[str]
) -> Iterator[tuple[str, ...]]:
    """Return the rows of the marker sheet that describe one sheet."""
    yield ("sheet", kind.value, title)
    yield ("names", kind.value, *names)
    yield ("headers", kind.value, *headers)


ROW = "row"  # the first cell of what a row showed


def is_template(marker: Sheet) -> bool:
    """Return whether a marker sheet is that of a template."""
    return bool(marker.rows) and text_of(marker.rows[0][1][0]).startswith(f"{TEMPLATE_MARK} ")


def written_in(marker: Sheet) -> Written | None:
    """Return what a marker sheet says; None when a newer version wrote it, or it is damaged."""
    if text_of(marker.rows[0][1][0]) != f"{TEMPLATE_MARK} {VERSION}":
        return None
    found = Written()
    kinds = {kind.value: kind for kind in ElementKind}
    languages = {language.value: language for language in Language}
    for _, cells in marker.rows[1:]:
        what, words = text_of(cells[0]), [text_of(cell) for cell in cells[1:3]]
        about = words[0] if words else ""
        if what == "language":
            found.language = languages.get(about, Language.ID)
        elif what == "scope":
            found.scope = about
        elif what == "apart":
            found.apart = _texts(cells[1:])
        elif what == "unwritten":
            found.unwritten = about
        elif about in kinds and len(words) > 1:
            _of_sheet(found.sheets, kinds[about], what, cells)
    return found if all(len(s.names) == len(s.headers) > 1 for s in found.sheets.values()) else None


def _of_sheet(
    sheets: dict[ElementKind, SheetWritten], kind: ElementKind, what: str, cells: Sequence[Cell]
) -> None:
    one = sheets.setdefault(kind, SheetWritten(kind, ""))
    if what == "sheet":
        one.title = text_of(cells[2])
    elif what == "names":
        one.names = _texts(cells[2:])
    elif what == "headers":
        one.headers = _texts(cells[2:])
    elif what == ROW:
        one.rows[text_of(cells[2])] = tuple(cells[3:])


def _texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(text_of(cell) for cell in cells)


def cells_by_name(one: SheetWritten, key: str) -> Mapping[str, Cell]:
    """Return what the cells of a row showed, by the names of their columns; blank ones as ""."""
    cells = one.rows[key]
    names = one.names[1:]
    return dict(zip(names, (*cells, *("",) * (len(names) - len(cells))), strict=True))
