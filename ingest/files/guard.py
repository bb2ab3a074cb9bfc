"""Looking into a workbook file before anything parses it: what kind it is, how large, what is hidden in it.

Runs in the child process (ingest.files.child) and so imports nothing heavy. Every number here is a bound on
what an agency's workbook ever needs: the largest seen hold some ten thousand rows.
"""

import re
import zipfile
from dataclasses import dataclass, field
from enum import StrEnum, unique
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

UNPACKED_LIMIT = 300 * 1024 * 1024  # bytes
ENTRY_LIMIT = 10_000
RATIO_LIMIT = 200  # of an archive that unpacks to more than RATIO_FROM
RATIO_FROM = 30 * 1024 * 1024
PART_LIMIT = 10 * 1024 * 1024  # of the small parts that list sheets
GRID_LIMIT = 20_000_000  # cells between the first and the last one used; readers allocate them all

ZIP_START = b"PK"
OLE_START = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_MACRO_STREAMS = ("_VBA_PROJECT".encode("utf-16-le"),)

# Cells that widen the grid to more than 702 columns or 99,999 rows.
_FAR_COLUMN = re.compile(rb'<c [^>]*?r="([A-Z]{3})([0-9]+)"')
_ROW = re.compile(rb'<row [^>]*?\br="([0-9]+)"')
_FAR_ROW = re.compile(rb'r="([A-Z]{0,3})([0-9]{6,7})"')
_ERROR = re.compile(rb'<c r="([A-Z]{1,3})([0-9]+)"[^>]*?\bt="e"')
_EMPTY_FORMULA = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]+)"(?![^>]*t="str")[^>]*>\s*<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*'
    rb"(?:<v\s*/>|<v></v>)?\s*</c>"
)
_SPOTS_LIMIT = 2_000  # places told per sheet


@unique
class Form(StrEnum):
    """What a file should be, by its name."""

    WORKBOOK = "workbook"
    CSV = "csv"
    MODEL = "model"  # ArchiMate exchange, XML


@unique
class Reason(StrEnum):
    """Why a file cannot be read."""

    EMPTY = "empty"
    NOT_A_WORKBOOK = "not_a_workbook"
    PAGE = "page"  # HTML or XML under a workbook's name, as some web applications export
    PROTECTED = "protected"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    TOO_WIDE = "too_wide"  # one far cell spans a grid of billions
    NOT_TEXT = "not_text"
    BROKEN_XML = "broken_xml"
    UNSAFE_XML = "unsafe_xml"  # a DTD, entities, references to the outside
    OTHER_XML = "other_xml"  # not the ArchiMate exchange format
    ARCHI = "archi"  # Archi's own format
    KILLED = "killed"  # the child died of it: memory, time or a fault in the reader


class Refused(Exception):
    """A file that is not parsed, with the reason and words for the message."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


@dataclass(slots=True)
class Examination:
    """What looking into a workbook showed.

    spots: sheet title → (row, column, "formula" without stored value or "error"), counted from 1.
    """

    macros: bool = False
    spots: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)


def examined(path: Path) -> Examination:
    """Return what a workbook file holds besides cells.

    Raises:
        Refused: it is empty, no workbook, protected, damaged, or too large to parse.
    """
    with path.open("rb") as file:
        start = file.read(4096)
    if not start:
        raise Refused(Reason.EMPTY)
    if start.startswith(OLE_START):
        return _examined_ole(path)
    if not start.startswith(ZIP_START):
        head = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
        raise Refused(Reason.PAGE if head.startswith((b"<", b"mime-version")) else Reason.NOT_A_WORKBOOK)
    try:
        with zipfile.ZipFile(path) as archive:
            check_archive(archive)
            return _examined_archive(archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, ET.ParseError) as error:
        raise Refused(Reason.DAMAGED, str(error)) from error


def check_archive(archive: zipfile.ZipFile) -> None:
    """Refuse an archive with too many entries, or one that unpacks to too much.

    The sizes are those of the archive's own list: reading never goes past them.

    Raises:
        Refused: too large, or its entries are encrypted.
    """
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if len(entries) > ENTRY_LIMIT:
        raise Refused(Reason.TOO_LARGE, f"{len(entries)} > {ENTRY_LIMIT}")
    if unpacked > UNPACKED_LIMIT or (unpacked > RATIO_FROM and unpacked / packed > RATIO_LIMIT):
        raise Refused(Reason.TOO_LARGE, f"{unpacked // (1024 * 1024)} MB")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refused(Reason.PROTECTED)


def column_number(letters: str) -> int:
    """Return the number of a column from its letters: A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Return the letters of a column from its number; the inverse of column_number."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _examined_ole(path: Path) -> Examination:
    content = path.read_bytes() if path.stat().st_size <= UNPACKED_LIMIT else b""
    if not content:
        raise Refused(Reason.TOO_LARGE, f"{path.stat().st_size // (1024 * 1024)} MB")
    if _ENCRYPTED_STREAM in content:
        raise Refused(Reason.PROTECTED)
    return Examination(macros=any(stream in content for stream in _MACRO_STREAMS))


def _examined_archive(archive: zipfile.ZipFile) -> Examination:
    names = set(archive.namelist())
    if "META-INF/manifest.xml" in names:
        if b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
            raise Refused(Reason.PROTECTED)
        return Examination(macros=any(name.startswith("Basic/") for name in names))
    if "xl/workbook.xml" not in names:
        if any(name.startswith("xl/") for name in names):  # another binary kind, such as xlsb
            return Examination()
        raise Refused(Reason.NOT_A_WORKBOOK)
    examination = Examination(macros=any(name.endswith("vbaProject.bin") for name in names))
    for title, part in sheet_parts(archive):
        if part in names:
            examination.spots[title] = _spots(archive.open(part))
    return examination


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > PART_LIMIT:
        raise Refused(Reason.TOO_LARGE, name)
    return archive.read(name)


def sheet_parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Return sheet titles with the part of the archive that holds their cells."""
    parts: dict[str, str] = {}
    relations = "xl/_rels/workbook.xml.rels"
    if relations in archive.namelist():
        for relation in ET.fromstring(_part(archive, relations)):  # noqa: S314 (bounded, in the child)
            target = relation.get("Target", "")
            parts[relation.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    found = []
    for node in ET.fromstring(_part(archive, "xl/workbook.xml")).iter():  # noqa: S314 (bounded, in the child)
        if node.tag.rpartition("}")[2] == "sheet":
            identifier = next((v for k, v in node.attrib.items() if k.rpartition("}")[2] == "id"), "")
            found.append((node.get("name", ""), parts.get(identifier, "")))
    return found


def _spots(stream: IO[bytes]) -> list[tuple[int, int, str]]:
    """Refuse a sheet whose far cells span too large a grid; return its empty formulas and errors."""
    with stream:
        content = stream.read()
    far = [column_number(m[1].decode()) for m in _FAR_COLUMN.finditer(content)]
    low = [int(m[2]) for m in _FAR_ROW.finditer(content)]
    width, height = max(far, default=702), max(low, default=0)
    if far and not low:
        height = max((int(m[1]) for m in _ROW.finditer(content)), default=99_999)
    # the sparse case alone: a table that really has so many cells fills its part of the archive
    if (far or low) and width * height > GRID_LIMIT and content.count(b"<c ") * 200 < width * height:
        raise Refused(Reason.TOO_WIDE, f"{column_letters(width)}{height}")
    spots: list[tuple[int, int, str]] = []
    if b"<f" in content:
        spots += [_spot(match, "formula") for match in _EMPTY_FORMULA.finditer(content)]
    if b't="e"' in content:
        spots += [_spot(match, "error") for match in _ERROR.finditer(content)]
    return spots[:_SPOTS_LIMIT]


def _spot(match: re.Match[bytes], what: str) -> tuple[int, int, str]:
    return int(match[2]), column_number(match[1].decode()), what
