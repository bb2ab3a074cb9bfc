"""An agency gets its own workbook back with the faulty cells coloured and commented.

Each faulty file of a delivery is marked in a bounded process of its own (ingest.marking.marker). What cannot
be written back as it is (.xls, .ods, .csv, a workbook that breaks the writer) becomes a marked copy of its
cells, what nobody can read a list of its findings.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from ingest.draft import Table
from ingest.files.archive import Delivered, Delivery
from ingest.files.guard import Form
from ingest.files.workbook import MEMORY, child_environment
from ingest.findings import Collector
from ingest.marking import words
from ingest.marking.marks import LIST_MARK, faulty_files, spots_of
from ingest.naming import free_name, safe_name
from model.faults import Finding, RefusedQuestion, UnreadableFile
from model.metamodel.spec import SHEET_TITLE_LIMIT
from model.text import Language, Text
from queries.files import replaced, told_of

CPU_SECONDS = 240  # for one file: reading and writing 2,000,000 cells takes half of it
SECONDS = 300.0  # by the clock; the only bound on Windows
_SUFFIXES = (".xlsx", ".zip")
_TITLE_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))
_OWN, _COPY, _LIST = "own", "copy", "list"  # as in ingest.marking.marker


@dataclass(frozen=True, slots=True)
class MarkedFile:
    """A workbook to give back. name: the agency's own, made safe. whole: written back, no copy or list."""

    name: str
    content: bytes
    whole: bool


def marked(
    paths: Sequence[Path], tables: Iterable[Table], findings: Sequence[Finding], language: Language
) -> list[MarkedFile]:
    """Return the faulty files of a delivery with their findings marked, in the order of the findings.

    paths: as they were read. tables: where the reading found them to stand.

    Raises:
        UnreadableFile: a path does not exist or may not be read.
    """
    made: list[MarkedFile] = []
    known = list(tables)
    with tempfile.TemporaryDirectory(prefix="simpul-", ignore_cleanup_errors=True) as workspace:
        unpacked = Path(workspace) / "in"
        unpacked.mkdir()
        delivery = Delivery(unpacked, Collector())
        delivery.add(paths)
        files = {file.name: file for file in delivery.files}
        target = Path(workspace) / "marked.xlsx"
        for name in faulty_files(findings):
            own = [finding for finding in findings if finding.place.file == name]
            order = _order([table for table in known if table.file == name], own, language)
            way = _mark(files.get(name), name, order, target)
            made.append(_taken(name, way, target, [one.name for one in made]))
    return made


def zipped(files: Iterable[MarkedFile]) -> bytes:
    """Return marked files in a zip, under their own names and folders."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(file.name, file.content)
    return packed.getvalue()


def check_output(output: Path, paths: Iterable[Path]) -> None:
    """Refuse a place to write marked files to before anything is read.

    Raises:
        RefusedQuestion: it is neither .xlsx nor .zip, or one of the files that are read.
    """
    if output.suffix.lower() not in _SUFFIXES:
        raise RefusedQuestion(
            words.NO_SUCH_FORM.filled(suffix=output.suffix or output.name), fix=words.USE_XLSX_OR_ZIP
        )
    if output.resolve() in {path.resolve() for path in paths}:
        raise RefusedQuestion(words.SAME_FILE.filled(path=output), fix=words.USE_ANOTHER_NAME)


def write_marked(files: Sequence[MarkedFile], output: Path) -> None:
    """Write marked files to a workbook or a zip, by the suffix; whole or not at all.

    Raises:
        RefusedQuestion: several files do not fit into one workbook. UnreadableFile: the place cannot
        be written to.
    """
    single = output.suffix.lower() == ".xlsx"
    if single and len(files) > 1:
        raise RefusedQuestion(
            words.SEVERAL_FILES.filled(count=len(files)),
            fix=words.NAME_A_ZIP.filled(name=output.with_suffix(".zip").name),
        )
    content = files[0].content if single else zipped(files)
    with told_of(output), replaced(output) as place:
        place.write_bytes(content)


def _order(tables: Sequence[Table], findings: Sequence[Finding], language: Language) -> dict[str, Any]:
    def said(text: Text) -> str:
        return text.in_(language)

    return {
        "memory": MEMORY,
        "cpu": CPU_SECONDS,
        "escaped": any(table.escaped for table in tables),
        "listing": {
            "title": said(words.LIST_TITLE),
            "mark": LIST_MARK,
            "intro": said(words.LIST_INTRO),
            "columns": [said(column) for column in words.COLUMNS],
            "notes": {name: said(note) for name, note in words.NOTES.items()},
        },
        "lines": [_line(finding, tables, language) for finding in findings],
    }


def _line(finding: Finding, tables: Sequence[Table], language: Language) -> dict[str, Any]:
    place = finding.place
    severity = words.SEVERITIES[finding.severity].in_(language)
    message, fix = finding.message.in_(language), finding.fix.in_(language)
    cells = (severity, place.sheet, None, place.row, place.column, finding.value, message, fix, finding.count)
    return {
        "severity": finding.severity.value,
        "sheet": place.sheet if place.sheet is not None or not tables else _called(place.file or ""),
        "value": finding.value or "",
        "comment": f"{severity}: {message}\n→ {fix}",
        "cells": cells,
        "spots": [(spot.row, spot.columns) for spot in spots_of(finding, tables)],
    }


def _mark(file: Delivered | None, name: str, order: dict[str, Any], target: Path) -> str:
    """Mark one file as well as it can be; return how."""
    ways = (_LIST,) if file is None or file.form is Form.MODEL else (_OWN, _COPY, _LIST)
    for way in ways:
        said = {"path": "", "form": Form.WORKBOOK, "called": _called(name), **order}
        if file is not None:
            said |= {"path": str(file.path.resolve()), "form": file.form}
        answer = _child({**said, "way": way, "target": str(target)})
        if answer is not None and "way" in answer:
            return answer["way"]
    raise UnreadableFile(words.NOT_MARKED.filled(name=name), fix=words.TRY_FEWER)


def _child(order: dict[str, Any]) -> dict[str, str] | None:
    """Run the marking process; None when it died of the file."""
    try:
        ran = subprocess.run(
            [sys.executable, "-P", "-m", "ingest.marking.marker"],
            input=json.dumps(order).encode() + b"\n",
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(os.environ),
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    if ran.returncode != 0 or not ran.stdout.endswith(b"\n"):
        return None
    answer: dict[str, str] = json.loads(ran.stdout.splitlines()[-1])
    return answer


def _taken(name: str, way: str, target: Path, taken: Sequence[str]) -> MarkedFile:
    """Take what the process wrote under the agency's own name, which may say whose file it is."""
    path = PurePosixPath(safe_name(name))
    path = path.with_name(f"{path.name} - {LIST_NAME}.xlsx") if way == _LIST else path.with_suffix(".xlsx")
    content = target.read_bytes()
    target.unlink()
    return MarkedFile(free_name(str(path), taken), content, whole=way == _OWN)


def _called(name: str) -> str:
    """The title of the sheet of a CSV file: its name tells what it lists."""
    return PurePosixPath(name).stem.translate(_TITLE_FORBIDDEN)[:SHEET_TITLE_LIMIT].strip() or "CSV"


LIST_NAME = "catatan"  # in the name of a file that only lists
