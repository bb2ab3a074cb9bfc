"""An ArchiMate exchange file as rows; runs in ingest.files.child, where XML can do no harm.

DTDs, entities and external references are refused; the file is parsed as a stream, and what has been passed
on is forgotten. Identifiers, types and properties stay as they stand: what they mean is not decided here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from ingest.exchange import names as exchange
from ingest.files.guard import UNPACKED_LIMIT, Reason, Refused

_BATCH = 2_000  # rows a message
_DEEPEST = 200  # elements inside elements; diagrams nest some twenty
_SECTION, _ITEM = 2, 3  # depths of "elements" and of an "element"
_ARCHI = "{http://www.archimatetool.com/archimate}"
_MENTIONED = b"opengroup.org/xsd/archimate"
_TAGS = f"{{{exchange.NAMESPACE}}}"
_TYPE = f"{{{exchange.INSTANCE}}}type"
_LANGUAGE = f"{{{exchange.XML}}}lang"
_ITEMS = {
    "elements": exchange.ELEMENTS,
    "relationships": exchange.RELATIONSHIPS,
    "propertyDefinitions": exchange.DEFINITIONS,
}
_LEFT_OUT = ("view", "item")  # diagrams, and folders with what lies in them
_PASSED_OVER = ("views", "organizations", "metadata")

Message = dict[str, Any]


def looks_like_a_model(start: bytes) -> bool:
    """Return whether a file whose first bytes these are seems to be an ArchiMate model."""
    plain = start.replace(b"\x00", b"")  # UTF-16
    return plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and _MENTIONED in plain


def model_messages(path: Path) -> Iterator[Message]:
    """Return what a model holds as the sheets of ingest.exchange.names.

    Raises:
        Refused: it is too large, no XML, no ArchiMate model, or has what a model never needs.
    """
    if path.stat().st_size > UNPACKED_LIMIT:
        raise Refused(Reason.TOO_LARGE, f"{path.stat().st_size // (1024 * 1024)} MB")
    if not path.stat().st_size:
        raise Refused(Reason.EMPTY)
    try:
        yield {"model": True}
        with path.open("rb") as file:
            yield from _Stream().messages(file)
    except DefusedXmlException as error:
        raise Refused(Reason.UNSAFE_XML, type(error).__name__) from error
    except (ParseError, ValueError, LookupError) as error:  # the last two: encodings nobody knows
        raise Refused(Reason.BROKEN_XML, str(error)[:120]) from error


@dataclass
class _Stream:
    """The state of parsing one model: where we are, rows not passed on yet, what was counted."""

    path: list[Element] = field(default_factory=list)
    sheet: str = ""
    batch: list[list[Any]] = field(default_factory=list)
    number: int = 0
    model: list[str] = field(default_factory=lambda: [""])
    left_out: dict[str, int] = field(default_factory=dict)

    def messages(self, file: Any) -> Iterator[Message]:
        """Yield what a model holds, while it is read; DTDs are refused."""
        for event, element in iterparse(file, events=("start", "end"), forbid_dtd=True):
            if event == "start":
                self._enter(element)
                continue
            yield from self._leave(element)
            self.path.pop()
            if self._is_done(len(self.path)):
                element.clear()
                del self.path[-1][:]
        yield from self._rows()
        yield _begun(exchange.MODEL)
        yield {"rows": [[1, self.model]]}
        yield _begun(exchange.LEFT_OUT)
        yield {"rows": [[n, [what, count]] for n, (what, count) in enumerate(self.left_out.items(), 1)]}

    def _enter(self, element: Element) -> None:
        if not self.path:
            _check_root(element.tag)
        if len(self.path) >= _DEEPEST:
            raise Refused(Reason.BROKEN_XML, f"> {_DEEPEST}")
        self.path.append(element)

    def _leave(self, element: Element) -> Iterator[Message]:
        """Take what has ended: an element of the model, a name, a property of the model itself."""
        tag, depth = _plain(element.tag), len(self.path)
        section = _plain(self.path[1].tag) if depth >= _SECTION else ""
        if depth == _ITEM and section in _ITEMS:
            if self.sheet != _ITEMS[section]:
                yield from self._rows()
                self.sheet = _ITEMS[section]
                yield _begun(self.sheet)
            self.number += 1
            self.batch.append([self.number, _ROW[self.sheet](element)])
            if len(self.batch) == _BATCH:
                yield from self._rows()
        elif depth == _SECTION and tag == "name" and not self.model[0]:
            self.model[0] = element.text or ""
        elif depth == _SECTION and tag == "properties":
            self.model += _properties(self.path[0])
        elif tag in _LEFT_OUT and section in _PASSED_OVER:
            self.left_out[tag] = self.left_out.get(tag, 0) + 1

    def _is_done(self, depth: int) -> bool:
        """Whether what ended at this depth is not needed any more by what is around it."""
        section = _plain(self.path[1].tag) if depth >= _SECTION else "properties"
        return section != "properties" and (depth == _SECTION or section in _PASSED_OVER)

    def _rows(self) -> Iterator[Message]:
        if self.batch:
            yield {"rows": self.batch}
            self.batch = []


def _check_root(tag: str) -> None:
    if tag.startswith(_ARCHI):
        raise Refused(Reason.ARCHI)
    if tag != f"{_TAGS}model":
        raise Refused(Reason.OTHER_XML, tag[:120])


def _begun(title: str) -> Message:
    return {"sheet": title, "hidden": False, "merged": [], "spots": []}


def _plain(tag: str) -> str:
    return tag.rpartition("}")[2]


def _element(element: Element) -> list[str]:
    return [*_head(element), *_properties(element)]


def _relationship(element: Element) -> list[str]:
    ends = [element.get("source", ""), element.get("target", ""), element.get("accessType", "")]
    return [*_head(element), *ends, *_properties(element)]


def _definition(element: Element) -> list[str]:
    # "name" was an attribute in version 3.0 before the standard was final
    return [element.get("identifier", ""), _words(element, "name") or element.get("name", "")]


_ROW = {
    exchange.ELEMENTS: _element,
    exchange.RELATIONSHIPS: _relationship,
    exchange.DEFINITIONS: _definition,
}


def _head(element: Element) -> list[str]:
    """Identifier, type, name, documentation."""
    type_ = element.get(_TYPE, "").rpartition(":")[2]
    return [
        element.get("identifier", ""),
        type_,
        _words(element, "name"),
        _words(element, "documentation"),
    ]


def _words(element: Element, tag: str) -> str:
    """The text of a child that may stand in several languages: Indonesian, else the first."""
    found = element.findall(f"{_TAGS}{tag}")
    ours = [one for one in found if one.get(_LANGUAGE, "").lower().startswith("id")]
    return next((one.text or "" for one in ours or found), "")


def _properties(element: Element) -> list[str]:
    """References to definitions and values, in turn."""
    told: list[str] = []
    for one in element.iterfind(f"{_TAGS}properties/{_TAGS}property"):
        told += [one.get("propertyDefinitionRef", ""), _words(one, "value")]
    return told
