"""The stored results of formulas, kept while a workbook is written anew.

openpyxl writes formulas without their results: until a spreadsheet program has computed them again, every
such cell would read as blank.
"""

import re
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from ingest.files.guard import sheet_parts

Stored = dict[str, tuple[str, str]]  # cell → its type and its result

_WRITTEN = re.compile(
    rb'<c r="(?P<cell>[A-Z]{1,3}[0-9]+)"(?P<style>(?: s="[0-9]+")?)>'
    rb"(?P<formula><f(?:\s[^>]*)?(?:/>|>[^<]*</f>))<v\s*(?:/>|></v>)</c>"
)


def stored_values(path: Path) -> dict[str, Stored]:
    """Return the results of the formulas of a workbook, by the title of the sheet."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        return {title: _values(archive.open(part)) for title, part in sheet_parts(archive) if part in names}


def _values(stream: IO[bytes]) -> Stored:
    found: Stored = {}
    with stream:
        for _, node in ET.iterparse(stream):  # noqa: S314 (bounded, in the child)
            name = node.tag.rpartition("}")[2]
            if name == "c":
                value = _result(node)
                if value is not None:
                    found[node.get("r", "")] = (node.get("t", ""), value)
            if name == "row":
                node.clear()
    return found


def _result(node: ET.Element) -> str | None:
    """The result in a cell with a formula; None where there is no formula, or no result."""
    inner = {child.tag.rpartition("}")[2]: child for child in node}
    if "f" not in inner or "v" not in inner:
        return None
    text = inner["v"].text
    return "" if text is None and node.get("t") == "str" else text


def keep_stored_values(path: Path, values: Mapping[str, Stored]) -> None:
    """Put the results back into a workbook that openpyxl wrote."""
    if not any(values.values()):
        return
    whole = path.with_name(f"{path.name}.values")
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as kept:
        titles = {part: title for title, part in sheet_parts(archive)}
        for entry in archive.infolist():
            stored = values.get(titles.get(entry.filename, ""), {})
            if stored:
                kept.writestr(entry, _with_values(archive.read(entry), stored))
            else:
                with archive.open(entry) as source, kept.open(entry, "w") as copy:
                    shutil.copyfileobj(source, copy)
    whole.replace(path)


def _with_values(content: bytes, stored: Stored) -> bytes:
    def with_value(match: re.Match[bytes]) -> bytes:
        found = stored.get(match["cell"].decode())
        if found is None:
            return match[0]
        form = f' t="{found[0]}"'.encode() if found[0] in ("str", "b", "e", "n") else b""
        value = escape(found[1]).encode()
        head = b'<c r="' + match["cell"] + b'"' + match["style"] + form + b">"
        return head + match["formula"] + b"<v>" + value + b"</v></c>"

    return _WRITTEN.sub(with_value, content)
