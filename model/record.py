"""Records: what was said, by whom, from which cell. Nothing is edited in place; the graph is their fold.

Load      one import, edit or merge: a step that can be undone
Record    one accepted spreadsheet row, single edit, withdrawal or merge, about one element; or one decision
          about a pair of elements (model/decision.py)
Saying    one reference of a record to another element, with the text and the column it was read from
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum, unique
from typing import Any

from model.kinds import ElementKind, RelationKind
from model.text import Text

Value = str | int | float | bool | tuple[str, ...]
MANUAL = "manual"  # the source of records made by hand, from the command line or the interface
OVERVIEW = "matrix"  # of rows of several kinds in one sheet; the word that stores hold
CROSS_TABLE = "cross"  # of marks in sheets with one kind in the rows and another in the columns
TEMPLATE = "template"  # of those that an agency made in the workbook it was given with what is known
EVERY_COLUMN = "*"  # among the columns on which a sender has the last word
COMPILED = "compiled"  # of rows of a file that gathers those of others, and tells them again
BY_HAND = frozenset({MANUAL, TEMPLATE})  # edits of what is known, whoever said it before


@unique
class Act(StrEnum):
    """What a record does to its element."""

    ROW = "row"  # asserts the element and gives values: a spreadsheet row
    SAY = "say"  # gives values or relations without asserting the element: an edit, a row of relations.csv
    WITHDRAW = "withdraw"  # its source no longer names the element
    MERGE = "merge"  # the element turned out to be another one, and is folded together with it
    DECIDE = "decide"  # says something of the element and another one; what they are stays as it is
    SETTLE = "settle"  # says something of a finding (model/settling.py); its uid is that of the finding


@unique
class Mode(StrEnum):
    """What a load covers; the source is docs/cli.md."""

    MERGE = "merge"
    REPLACE = "replace"
    EDIT = "edit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One reference said by one cell or one row of relations.csv.

    cell: which sayings replace each other as a set: a later record of the same source that
        says anything for the same cell of the same element replaces all of this cell's sayings.
    reversed: the record's element is the target of the relation.
    row: only where it differs from the record's row (relations.csv).
    creates: kinds an unknown name makes a new element of, already done when the record is made.
    """

    relation: RelationKind
    text: str
    cell: str
    column: str | None = None
    row: int | None = None
    reversed: bool = False
    to: tuple[ElementKind, ...] = ()
    properties: Mapping[str, Value] = field(default_factory=dict)  # group, need, role, environment …


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What one row or edit says of one element.

    id sorts in the order in which records were made: load, then sequence within it.
    other: uid of the other element, of a decision about two or a merge. into: of a merge of agencies, the
        scope that counts instead of its own.
    sender: scope of the agency whose delivery it came in, where that is told. leads: columns on which that
        agency has the last word (metamodel.Authority), EVERY_COLUMN for all.
    source: what kind of delivery it is; a delivery replaces only what its own source said before.
    values: property → value; columns: property → header it was read from.
    cleared: properties an explicit <kosong> emptied; emptied: cells of references emptied so.
    confirmations: later loads in which the same row was found unchanged.
    heard: texts that mean the element where one scope writes them (model/hearing.py).
    """

    id: str
    load: str
    uid: str
    act: Act
    source: str
    scope: str
    kind: ElementKind
    key: str
    name: str
    at: str  # instant, ISO 8601 UTC
    by: str
    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    other: str | None = None
    into: str | None = None
    sender: str | None = None
    leads: tuple[str, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    cleared: tuple[str, ...] = ()
    emptied: tuple[str, ...] = ()
    sayings: tuple[Saying, ...] = ()
    confirmations: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()

    @property
    def folds(self) -> bool:
        """Whether the element depends on this record; on what is said of pairs and findings it does not."""
        return self.act not in (Act.DECIDE, Act.SETTLE)

    def leads_in(self, column: str) -> bool:
        """Return whether its sender has the last word on a column."""
        return column in self.leads or EVERY_COLUMN in self.leads

    @property
    def last_said(self) -> str:
        """The newest load that said this: the one that made the record, or confirmed it last."""
        return max((self.load, *self.confirmations))

    def said_in(self, load: str) -> bool:
        """Return whether a load made this record or found it unchanged."""
        return load == self.load or load in self.confirmations

    def until(self, load: str) -> "Record":
        """Return the record as it stood after a load: later confirmations are not known yet."""
        return replace(self, confirmations=tuple(c for c in self.confirmations if c <= load))

    def says_the_same(self, other: "Record") -> bool:
        """Return whether another record of the same source adds nothing to this one."""
        return self.content() == other.content()

    def content(self) -> str:
        """The whole statement as one JSON text: what is compared and what the store keeps.

        File, row and load are left out: the same row found one line lower says the same.
        """
        document: dict[str, Any] = {"name": self.name, "values": dict(self.values)}
        for name, part in (
            ("columns", dict(self.columns)),
            ("cleared", list(self.cleared)),
            ("emptied", list(self.emptied)),
            ("leads", list(self.leads)),
            ("heard", list(self.heard)),
        ):
            if part:
                document[name] = part
        if self.sayings:
            document["sayings"] = [_saying_out(saying) for saying in self.sayings]
        return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def with_content(content: str, **head: Any) -> Record:
    """Return a record from its stored JSON text and its head fields; the inverse of Record.content."""
    document = json.loads(content)
    return Record(
        name=document["name"],
        values={name: _value_in(value) for name, value in document["values"].items()},
        columns=document.get("columns", {}),
        cleared=tuple(document.get("cleared", ())),
        emptied=tuple(document.get("emptied", ())),
        leads=tuple(document.get("leads", ())),
        heard=tuple(document.get("heard", ())),
        sayings=tuple(_saying_in(item) for item in document.get("sayings", ())),
        **head,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStamp:
    """A file of a load, by the name it came with and its SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """One import or edit: the step that is applied and undone as a whole.

    id is unique in the store and sorts by time: 2026-11-24T093015-01.
    editions: file → the document it is an edition of: the name under which its first edition came.
    """

    id: str
    at: str
    by: str
    mode: Mode
    scope: str | None = None
    files: tuple[FileStamp, ...] = ()
    editions: Mapping[str, str] = field(default_factory=dict)
    elements: int = 0  # elements added, changed or retired
    relations: int = 0
    undone: bool = False

    @property
    def called(self) -> Text:
        """Its number with what it is: what was said by hand is a step, no import."""
        what = "langkah" if self.mode is Mode.EDIT else "impor"
        return Text(id=f"{what} {self.id}", en=f"load {self.id}")


_SAYING_DEFAULTS: tuple[Any, ...] = ("", "", "", None, None, 0, [], {})


def _saying_out(saying: Saying) -> list[Any]:
    # positional, and shortened from the right: 300,000 of these are stored
    parts: list[Any] = [
        saying.relation.value,
        saying.text,
        saying.cell,
        saying.column,
        saying.row,
        int(saying.reversed),
        [kind.value for kind in saying.to],
        dict(saying.properties),
    ]
    while parts[-1] == _SAYING_DEFAULTS[len(parts) - 1]:
        parts.pop()
    return parts


def _saying_in(parts: list[Any]) -> Saying:
    full = [*parts, *_SAYING_DEFAULTS[len(parts) :]]
    return Saying(
        relation=RelationKind(full[0]),
        text=full[1],
        cell=full[2],
        column=full[3],
        row=full[4],
        reversed=bool(full[5]),
        to=tuple(ElementKind(kind) for kind in full[6]),
        properties={name: _value_in(value) for name, value in full[7].items()},
    )


def _value_in(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value
