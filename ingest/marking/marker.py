"""The process that marks one workbook: `python -m ingest.marking.marker`, started by ingest.marking alone.

A hostile file can make every reader and writer of workbooks take all memory or time; here that costs one
file. It reads one order (a line of JSON) from standard input and answers with one line: {"way": "own" |
"copy" | "list"}, how the file was marked, or {"refused": reason}.
"""

import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.files.child import answers, limit
from ingest.files.guard import ZIP_START, Form
from ingest.marking import order
from ingest.marking.copy import mark_copy
from ingest.values.formulas import unescaped

OWN, COPY, LIST = "own", "copy", "list"


def main() -> None:
    """Read the order and carry it out."""
    told = json.loads(sys.stdin.readline())
    limit(told["memory"], told["cpu"])
    sys.stdout.write(json.dumps(_marked(told)) + "\n")


def _marked(told: dict[str, Any]) -> dict[str, str]:
    path, target = Path(told["path"]), Path(told["target"])
    lines = [order.line_of(line) for line in told["lines"]]
    listing = order.Listing(**{**told["listing"], "columns": tuple(told["listing"]["columns"])})
    grids: list[order.Grid] = []
    if told["way"] != LIST:
        for message in answers(path, Form(told["form"])):
            if "refused" in message or "model" in message:
                return {"refused": str(message.get("refused", "model"))}
            _take(grids, message, told)
    grids = [grid for grid in grids if grid.text(1, 1) != listing.mark]
    marks = order.marks_of(lines, grids)
    if told["way"] == OWN and _is_workbook(path):
        from ingest.marking.own import mark_own  # heavy: only where a workbook is written back

        mark_own(path, target, lines, listing, marks)
        return {"way": OWN}
    mark_copy(target, grids, lines, listing, marks)
    return {"way": COPY if grids else LIST}


def _take(grids: list[order.Grid], message: dict[str, Any], told: dict[str, Any]) -> None:
    if "rows" in message:
        grids[-1].rows.update(_rows(message["rows"], escaped=told["escaped"]))
    elif "sheet" in message:
        title = message["sheet"] if message["sheet"] is not None else told["called"]
        merged = [tuple(area) for area in message["merged"]]
        grids.append(order.Grid(title=title, hidden=message["hidden"], merged=merged))


def _rows(rows: list[Any], *, escaped: bool) -> Iterator[tuple[int, list[Any]]]:
    for number, cells in rows:
        plain = [unescaped(c) if isinstance(c, str) else c for c in cells] if escaped else cells
        yield number, plain


def _is_workbook(path: Path) -> bool:
    with path.open("rb") as file:
        if not file.read(4).startswith(ZIP_START):
            return False
    with zipfile.ZipFile(path) as archive:
        return "xl/workbook.xml" in archive.namelist()


if __name__ == "__main__":
    main()
