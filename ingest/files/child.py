"""The process that parses files: `python -m ingest.files.child`, started by ingest.files.workbook alone.

Every reader of workbooks can be made to take all memory, all time, or to abort the whole process; here that
costs one file. It reads one order (a line of JSON) from standard input and answers in lines of JSON:

    {"begin": n}                                file n is being read
    {"note": word, "detail": text}              macros, encoding, other_format
    {"model": true}                             it is an ArchiMate model; sheets: ingest.exchange.names
    {"sheet": title | null, "hidden": bool,     merged: [[row, column, row, column]],
     "merged": […], "spots": […]}               spots: [[row, column, what]]
    {"rows": [[row, [cell, …]]]}                rows of that sheet; blank ones and trailing blanks left out
    {"refused": reason, "detail": text}
    {"end": n}

Rows and columns count from 1. A cell is a text, or a number where the sheet holds one; dates are ISO text.
"""

import csv
import datetime
import io
import json
import math
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from ingest.exchange.parsing import looks_like_a_model, model_messages
from ingest.files.guard import (
    OLE_START,
    UNPACKED_LIMIT,
    ZIP_START,
    Examination,
    Form,
    Reason,
    Refused,
    examined,
)

_BATCH = 2_000  # rows a line
_DELIMITERS = (",", ";", "\t", "|")
_RARE_DELIMITERS = ("~", "^", ":")
_SAMPLE_LINES = 30
_BINARY = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG")  # how files of other kinds begin
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a"))
_MOST_CONTROLS = 0.02  # of the bytes of a text
_FIELD_LIMIT = 50_000_000  # characters in one CSV cell

Cell = str | int | float
Message = dict[str, Any]


def main() -> None:
    """Read the order and answer it, file after file."""
    order = json.loads(sys.stdin.readline())
    for file in order["files"]:
        limit(order["memory"], order["cpu"])
        _say({"begin": file["number"]})
        for message in answers(Path(file["path"]), Form(file["form"])):
            _say(message)
        _say({"end": file["number"]})


def limit(memory: int, seconds: int) -> None:
    """Bound what the next file may take, where the system can; elsewhere the parent's clock is the bound."""
    try:
        import resource
    except ImportError:  # Windows
        return
    used = math.ceil(time.process_time())
    for what, amount in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, used + seconds)):
        _, hard = resource.getrlimit(what)
        bound = amount if hard == resource.RLIM_INFINITY else min(amount, hard)
        resource.setrlimit(what, (bound, hard))


def _say(message: Message) -> None:
    sys.stdout.buffer.write(json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
    sys.stdout.buffer.flush()


def answers(path: Path, form: Form) -> Iterator[Message]:
    """Return what a file holds, as messages between its begin and end."""
    try:
        yield from _content(path, form)
    except Refused as refused:
        yield {"refused": refused.reason.value, "detail": refused.detail}
    except PasswordError:
        yield {"refused": Reason.PROTECTED.value, "detail": ""}
    except MemoryError:
        yield {"refused": Reason.TOO_LARGE.value, "detail": ""}
    except (CalamineError, OSError, ValueError, EOFError, zlib.error, csv.Error) as error:
        yield {"refused": Reason.DAMAGED.value, "detail": str(error)[:200]}


def _content(path: Path, form: Form) -> Iterator[Message]:
    """Read a file as what it is; its name says only what it should be."""
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith((ZIP_START, OLE_START)):
        if form is not Form.WORKBOOK:
            yield {"note": "other_format", "detail": "workbook"}
        yield from _workbook(path)
        return
    if form is Form.MODEL or looks_like_a_model(start):
        if form is not Form.MODEL:
            yield {"note": "other_format", "detail": "ArchiMate"}
        yield from model_messages(path)
        return
    if form is Form.WORKBOOK:
        _check_readable(path, start)
        yield {"note": "other_format", "detail": "csv"}
    yield from _csv(path)


def _check_readable(path: Path, start: bytes) -> None:
    """Refuse a file called a workbook that is none, unless it is text that may be read as CSV."""
    try:
        examined(path)
    except Refused as refused:
        if refused.reason is not Reason.NOT_A_WORKBOOK:
            raise
    try:
        decoded(start)
    except Refused as refused:
        raise Refused(Reason.DAMAGED, "not a zip file") from refused


def _workbook(path: Path) -> Iterator[Message]:
    examination = examined(path)
    if examination.macros:
        yield {"note": "macros", "detail": ""}
    with path.open("rb") as file:
        workbook = CalamineWorkbook.from_filelike(file)
        for sheet in workbook.sheets_metadata:
            if sheet.typ == SheetTypeEnum.WorkSheet:
                hidden = sheet.visible != SheetVisibleEnum.Visible
                yield from _sheet(workbook, sheet.name, examination, hidden=hidden)


def _sheet(
    workbook: CalamineWorkbook, title: str, examination: Examination, *, hidden: bool
) -> Iterator[Message]:
    sheet = workbook.get_sheet_by_name(title)
    merged = [
        [top + 1, left + 1, bottom + 1, right + 1]
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    spots = examination.spots.get(title, [])
    yield {"sheet": title, "hidden": hidden, "merged": sorted(merged), "spots": spots}
    before = [""] * (sheet.start[1] if sheet.start else 0)
    batch: list[list[Any]] = []
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = before + [_cell(value) for value in row]
        while cells and cells[-1] == "":
            cells.pop()
        if cells:
            batch.append([number, cells])
        if len(batch) == _BATCH:
            yield {"rows": batch}
            batch = []
    yield {"rows": batch}


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return value if isinstance(value, int) else str(value)


def _csv(path: Path) -> Iterator[Message]:
    if path.stat().st_size > UNPACKED_LIMIT:
        raise Refused(Reason.TOO_LARGE, f"{path.stat().st_size // (1024 * 1024)} MB")
    content = path.read_bytes()
    if not content.strip():
        raise Refused(Reason.EMPTY)
    text, encoding = decoded(content)
    if encoding == "cp1252":
        yield {"note": "encoding", "detail": encoding}
    yield {"sheet": None, "hidden": False, "merged": [], "spots": []}
    csv.field_size_limit(_FIELD_LIMIT)
    batch: list[list[Any]] = []
    for number, cells in enumerate(_records(text), 1):
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            batch.append([number, cells])
        if len(batch) == _BATCH:
            yield {"rows": batch}
            batch = []
    yield {"rows": batch}


def decoded(content: bytes) -> tuple[str, str]:
    """Return the text of a CSV file and the encoding it turned out to have.

    Order: byte order mark; UTF-16 without one (every second byte zero); UTF-8; else cp1252, Excel's own
    on Indonesian Windows, in which the few bytes it does not know are read as Latin-1.

    Raises:
        Refused: it is no text.
    """
    if content.startswith(b"\xef\xbb\xbf"):
        return content[3:].decode("utf-8", "replace"), "utf-8-sig"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace"), "utf-16"
    head = content[:2000]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = head[start::2]
        if len(zeros) > 4 and zeros.count(0) > 0.7 * len(zeros):
            return content.decode(encoding, "replace"), encoding
    if _is_binary(content):
        raise Refused(Reason.NOT_TEXT)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        unknown = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
        table = {byte: bytes([byte]).decode("cp1252") for byte in range(256) if byte not in unknown} | unknown
        return content.decode("latin-1").translate(table), "cp1252"


def _is_binary(content: bytes) -> bool:
    """Whether bytes that are no UTF-16 are no text at all: another kind of file, or full of control signs."""
    controls = len(content) - len(content.translate(None, _CONTROLS))
    return content.startswith(_BINARY) or b"\x00" in content or controls > _MOST_CONTROLS * len(content)


def _records(text: str) -> Iterator[list[str]]:
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        yield []  # Excel's own line, a row of the file all the same
        yield from csv.reader(io.StringIO(rest, newline=""), delimiter=first.strip()[-1])
        return
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))


def delimiter(text: str) -> str:
    """Return the delimiter under which the first records are widest and most alike.

    The rarer ones also stand in addresses and times: they count only where no usual one parts anything.
    """
    sample = "\n".join(text.splitlines()[:_SAMPLE_LINES])
    for candidates in (_DELIMITERS, _RARE_DELIMITERS):
        best, chosen = max((_parting(sample, one), one) for one in candidates)
        if best[0]:
            return chosen
    return _DELIMITERS[0]


def _parting(sample: str, candidate: str) -> tuple[float, int]:
    """How well a delimiter parts records: the share of the commonest width, and that width."""
    widths = [len(record) for record in csv.reader(io.StringIO(sample, newline=""), delimiter=candidate)]
    filled = [width for width in widths if width]
    if not filled or max(filled) < 2:
        return 0.0, 0
    usual = max(set(filled), key=filled.count)
    return (filled.count(usual) / len(filled), usual) if usual > 1 else (0.0, usual)


if __name__ == "__main__":
    main()
