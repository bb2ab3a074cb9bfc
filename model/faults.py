"""Faults: data that is wrong is a Finding, work that cannot go on is a ModelerError.

    ModelerError            what happened, and what to do instead
    ├── StoreFault          the graph store cannot be reached, opened or trusted
    ├── UnreadableFile      a file cannot be opened at all
    ├── UnknownElement      a key, code or name that no element carries
    ├── AmbiguousElement    a code or name that several elements carry
    ├── RefusedChange       the metamodel or a guard forbids the change
    └── RefusedQuestion     the question cannot be asked this way

A Finding never stops a load; a ModelerError always does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum, unique

from model.text import Language, Text, sentences

ROWS_KEPT = 500  # of a finding that stands for many cells
ROWS_SHOWN = 5  # of those, in its message


class ModelerError(Exception):
    """Work that cannot go on: says what happened and what to do instead."""

    def __init__(self, what: Text, *, fix: Text) -> None:
        super().__init__(what.en)
        self.what = what
        self.fix = fix

    def lines(self, language: Language) -> tuple[str, str]:
        """Return the line *what* and the line *fix*."""
        return self.what.in_(language), self.fix.in_(language)


class StoreFault(ModelerError):
    """The graph store cannot be reached, opened or trusted."""


class UnreadableFile(ModelerError):
    """A file cannot be opened at all."""


class UnknownElement(ModelerError):
    """A key, code or name that no element carries."""


class AmbiguousElement(ModelerError):
    """A code or name that several elements carry."""


class RefusedChange(ModelerError):
    """The metamodel or a guard forbids the change."""


class RefusedQuestion(ModelerError):
    """The question cannot be asked this way."""


@unique
class Severity(StrEnum):
    """How bad a finding is; the source is docs/cli.md."""

    ERROR = "error"  # a row was not loaded
    WARNING = "warning"  # loaded, but doubtful or open
    INFO = "info"  # normalised, or left out on purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a value stands: file inside folders and zips, sheet, row as the program shows it, header."""

    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None

    @property
    def order(self) -> tuple[str, str, int]:
        """What places are sorted by: file, sheet and row."""
        return self.file or "", self.sheet or "", self.row or 0


NOWHERE = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A kind of finding: its name, how bad it is, and its words with {placeholders}."""

    name: str
    severity: Severity
    message: Text
    fix: Text

    @classmethod
    def of(cls, name: str, severity: Severity, message: tuple[str, str], fix: tuple[str, str]) -> "Rule":
        """Return a rule whose words are given in both languages, Indonesian first."""
        return cls(name=name, severity=severity, message=Text(*message), fix=Text(*fix))

    def at(
        self, place: Place, *, value: str | None = None, element: str | None = None, **words: object
    ) -> "Finding":
        """Return a finding of this rule at one place.

        words fill the placeholders of message and fix; {value} is always filled.
        """
        filled = {"value": value or "", **words}
        return Finding(
            rule=self.name,
            severity=self.severity,
            place=place,
            value=value,
            element=element,
            message=self.message.filled(**filled),
            fix=self.fix.filled(**filled),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong or noteworthy in the data, with its place and what to do.

    rows: where it stands for many cells of a column, the rows of those that are known, the first ones.
    agency: scope of the one it is about, where no element tells.
    """

    rule: str
    severity: Severity
    place: Place
    message: Text
    fix: Text
    value: str | None = None
    element: str | None = None  # uid, once known
    count: int = 1
    candidates: tuple[str, ...] = field(default=())  # keys a person may choose from
    rows: tuple[int, ...] = ()
    agency: str | None = None

    def as_json(self, language: Language) -> dict[str, object]:
        """Return the JSON shape of docs/cli.md."""
        return {
            "rule": self.rule,
            "severity": str(self.severity),
            "file": self.place.file,
            "sheet": self.place.sheet,
            "row": self.place.row,
            "column": self.place.column,
            "value": self.value,
            "message": self.message.in_(language),
            "fix": self.fix.in_(language),
            "count": self.count,
            "candidates": list(self.candidates),
            "rows": list(self.rows),
        }


def gathered(findings: list[Finding], harmless: Mapping[str, bool]) -> list[Finding]:
    """Return the findings with repeats of a harmless rule in one column joined into one with a count.

    harmless names the rules for which the same oddity in 500 cells deserves one line.
    The joined finding keeps the first place and the rows of the others; order is that of first appearance.
    """
    joined: dict[tuple[object, ...], Finding] = {}
    for number, finding in enumerate(findings):
        place = finding.place
        if harmless.get(finding.rule):
            identity: tuple[object, ...] = (finding.rule, place.file, place.sheet, place.column)
        else:
            identity = (number,)
        first = joined.get(identity)
        joined[identity] = finding if first is None else _with(first, finding)
    return list(joined.values())


def said_once(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings as people read them: what is said of several cells of a column stands once.

    The first one keeps its place and tells count and first rows. Each finding lives on by itself: what is
    kept, answered, accepted or marked in a workbook is every one of them.
    """
    said: dict[tuple[object, ...], Finding] = {}
    for number, finding in enumerate(findings):
        place = finding.place
        alike = finding.value is not None and finding.count == 1 and None not in (place.row, place.column)
        where = (place.file, place.sheet, place.column)
        words = (finding.rule, *where, finding.value, finding.message.id, finding.fix.id)
        identity: tuple[object, ...] = words if alike else (number,)
        first = said.get(identity)
        said[identity] = finding if first is None else _with(first, finding)
    several = {identity for identity, one in said.items() if len(identity) > 1 and one.count > 1}
    return [in_cells(one, one.rows) if identity in several else one for identity, one in said.items()]


def in_cells(finding: Finding, rows: Iterable[int]) -> Finding:
    """Return a finding whose message tells in how many cells it is so, and the first rows of these."""
    return _saying(finding, _SAME, finding.count, rows)


def beside_others(finding: Finding, rows: Iterable[int]) -> Finding:
    """Return a finding about one cell that stands for others with other values: the first of rows is its own.

    Its message tells how many others there are, and the first rows of these.
    """
    return _saying(finding, _LIKEWISE, finding.count - 1, list(rows)[1:])


_SAME = Text(id="Terdapat di {n} sel: baris {rows}.", en="In {n} {n|cell|cells}: rows {rows}.")
_LIKEWISE = Text(
    id="Begitu pula {n} sel lain di kolom ini: baris {rows}.",
    en="Likewise {n} other {n|cell|cells} of this column: rows {rows}.",
)


def _saying(finding: Finding, more: Text, count: int, rows: Iterable[int]) -> Finding:
    shown = ", ".join(map(str, dict.fromkeys(list(rows)[:ROWS_SHOWN])))
    told = more.filled(n=count, rows=shown + (", …" if count > ROWS_SHOWN else ""))
    return replace(finding, message=sentences((finding.message, told)))


def _with(first: Finding, other: Finding) -> Finding:
    """Return a finding that stands for its like, too."""
    rows = dict.fromkeys((*_rows(first), *_rows(other)))
    return replace(first, count=first.count + other.count, rows=tuple(rows)[:ROWS_KEPT])


def _rows(finding: Finding) -> tuple[int, ...]:
    row = finding.place.row
    return finding.rows or (() if row is None else (row,))
