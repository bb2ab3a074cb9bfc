"""The graph as files: a folder of CSV, a workbook, JSON, an ArchiMate model; whole or not at all."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from ingest.estate import FIRST_COLUMNS, RELATION_COLUMNS, Estate, Row, cell_text, estate
from ingest.exchange.writing import exchange_lines
from ingest.values.formulas import escaped
from model.faults import RefusedQuestion
from model.metamodel.metamodel import Metamodel
from model.text import Text
from queries.architecture import Architecture
from queries.files import replaced, told_of

MARKER_SHEET = "simpul"  # hidden; says that the workbook is ours and its cells are declarative
RELATION_SHEET = "relations"
_WIDTH = 28


@dataclass(frozen=True, slots=True)
class Exported:
    """How much was written. in_columns: relations that are no rows; open: references (ingest.estate)."""

    elements: int
    relations: int
    in_columns: int
    open: int


def export(whole: Architecture, metamodel: Metamodel, output: Path, scope: str | None = None) -> Exported:
    """Write an architecture, or one agency's part, to a file or folder of the kind that its suffix says.

    Raises:
        RefusedQuestion: no such suffix is written, or the scope holds nothing. UnreadableFile: the
        place cannot be written to.
    """
    write = _writer(output)
    rows = estate(whole, metamodel, scope)
    if scope is not None and not rows.elements:
        raise RefusedQuestion(
            Text(id=f"tidak ada objek dalam cakupan “{scope}”", en=f"the scope “{scope}” holds no elements"),
            fix=Text(
                id="lihat cakupan yang ada: simpul query agencies", en="see the scopes: simpul query agencies"
            ),
        )
    with told_of(output):
        write(rows, metamodel, output)
    return Exported(len(rows.elements), rows.in_rows, rows.in_columns, rows.open)


def blank_csv() -> bytes:
    """Return a zip with elements.csv and relations.csv to fill in: their usual columns and no row."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as folder:
        for name, columns in (("elements.csv", FIRST_COLUMNS), ("relations.csv", RELATION_COLUMNS)):
            folder.writestr(zipfile.ZipInfo(name), f"{','.join(columns)}\r\n")
    return made.getvalue()


def _writer(output: Path) -> Callable[[Estate, Metamodel, Path], None]:
    writers = {"": _write_folder, ".xlsx": _write_workbook, ".json": _write_json, ".xml": _write_model}
    suffix = "" if output.is_dir() else output.suffix.lower()
    if suffix not in writers:
        raise RefusedQuestion(
            Text(id=f"ekspor ke {suffix} belum ada", en=f"there is no export to {suffix}"),
            fix=Text(
                id="pakai nama folder (CSV), atau berkas .xlsx, .json, atau .xml (ArchiMate)",
                en="use the name of a folder (CSV), or an .xlsx, .json or .xml (ArchiMate) file",
            ),
        )
    return writers[suffix]


def _write_folder(rows: Estate, _: Metamodel, output: Path) -> None:
    output.mkdir(parents=True, exist_ok=True)
    for name, columns, table in (
        ("elements.csv", rows.element_columns, rows.elements),
        ("relations.csv", rows.relation_columns, rows.relations),
    ):
        with replaced(output / name) as place, place.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows(_csv_rows(columns, table))


def _csv_rows(columns: list[str], table: Iterable[Row]) -> Iterator[list[str]]:
    for row in table:
        yield [escaped(cell_text(row.get(column))) for column in columns]


def _write_json(rows: Estate, _: Metamodel, output: Path) -> None:
    document = {"elements": rows.elements, "relations": rows.relations}
    with replaced(output) as place:
        place.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


def _write_model(rows: Estate, metamodel: Metamodel, output: Path) -> None:
    with replaced(output) as place, place.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(exchange_lines(rows, metamodel))


def _write_workbook(rows: Estate, metamodel: Metamodel, output: Path) -> None:
    """Write one sheet per kind, headed by the interchange's names, and one of relations."""
    with replaced(output) as place:
        book = xlsxwriter.Workbook(place, {"strings_to_formulas": False, "strings_to_urls": False})
        head = book.add_format({"bold": True, "bottom": 1})
        for kind in metamodel.kinds:
            own = [row for row in rows.elements if row["kind"] == kind.kind.value]
            if own:
                used = [c for c in rows.element_columns if c != "kind" and any(c in row for row in own)]
                _write_sheet(book, kind.kind.value, used, own, head)
        if rows.relations:
            _write_sheet(book, RELATION_SHEET, rows.relation_columns, rows.relations, head)
        marker = book.add_worksheet(MARKER_SHEET)
        marker.write_string(0, 0, "simpul export 1")
        marker.hide()
        try:
            book.close()
        except FileCreateError as error:  # a full disk, a folder that is not ours
            raise error.args[0] from error


def _write_sheet(
    book: xlsxwriter.Workbook, title: str, columns: list[str], rows: list[Row], head: object
) -> None:
    sheet = book.add_worksheet(title)
    sheet.write_row(0, 0, columns, head)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(columns) - 1, _WIDTH)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    for number, row in enumerate(rows, 1):
        for position, column in enumerate(columns):
            text = cell_text(row.get(column))
            if text:
                sheet.write_string(number, position, text)
