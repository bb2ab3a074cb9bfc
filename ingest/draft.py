"""What reading a delivery yields: drafts of rows, not yet tied to elements, and findings.

Reading knows files, sheets and the metamodel; it does not know the graph. Identity and references
are decided by the plan (ingest.planning.plan), which does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ingest.layout.recognised import Recognised
from model.faults import Finding, Place
from model.kinds import ElementKind, RelationKind
from model.record import FileStamp, Saying, Value
from model.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One row that describes an element.

    source: "sheet" (a domain workbook), "matrix" (an overview: all domains in one sheet; never retires),
        "csv" (interchange), "archimate" (a foreign model), "template" (a new row of one), or "map:NAME".
    name, code: at least one is given. key: a full key, kept as given.
    agency: the agency that the row's own scope column or its section row names, as written.
    delivery_agency: the agency that the title suggests, as written; the plan adds that of the file name.
    sayings: references, one per referenced thing, already split.
    implied_by: the rows that name it, where it has none of its own; the place is in the first of them.
    """

    kind: ElementKind
    source: str
    place: Place
    name: str | None = None
    code: str | None = None
    key: str | None = None
    agency: str | None = None
    delivery_agency: str | None = None
    values: Mapping[str, Value] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    cleared: tuple[str, ...] = ()
    emptied: tuple[str, ...] = ()
    sayings: tuple[Saying, ...] = ()
    implied_by: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationDraft:
    """One row that states a relation: relations.csv, a sheet of relations; or one mark of a cross table.

    source: "csv", "sheet", "archimate", "cross" (a cross table; never withdraws) or "map:NAME".
    agency: whose row it is, where the row or its section says so.
    either: the texts may stand the other way round, where only then both are found.
    clears: takes back what the same cell said before.
    """

    source: str
    place: Place
    from_text: str
    relation: RelationKind
    to_text: str
    from_kinds: tuple[ElementKind, ...] = ()  # what the mapping says the ends are; empty: any allowed
    to_kinds: tuple[ElementKind, ...] = ()
    agency: str | None = None
    delivery_agency: str | None = None
    properties: Mapping[str, Value] = field(default_factory=dict)
    either: bool = False
    clears: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A row of a template that was written with what was known of its element, and how it differs from that.

    whole: all that it says as it stands, name and code among the values.
    values, columns, cleared: of the cells that differ. added, removed: of the reference columns that differ,
        what is said newly, and the texts that were taken out.
    stood: column → text that its cell showed, for the columns that are still there.
    """

    whole: Draft
    language: Language
    values: Mapping[str, Value] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    cleared: tuple[str, ...] = ()
    added: Mapping[str, tuple[Saying, ...]] = field(default_factory=dict)
    removed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stood: Mapping[str, str] = field(default_factory=dict)

    @property
    def differs(self) -> bool:
        """Whether any cell differs."""
        return bool(self.values or self.cleared or self.removed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Where a table stands on its sheet, by the numbers the spreadsheet shows.

    first, last: its rows, the header among them. heads: header as written, row and column of its cell; two
    columns may have one header. escaped: cells of CSV carry an apostrophe before what looks like a formula.
    """

    file: str
    sheet: str | None
    first: int
    last: int
    heads: tuple[tuple[str, int, int], ...]
    escaped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one delivery says.

    gone: keys of rows that were deleted from a template, with its sheet.
    named: file → the agencies that its name and those of its folders seem to name.
    """

    drafts: tuple[Draft, ...] = ()
    relations: tuple[RelationDraft, ...] = ()
    revisions: tuple[Revision, ...] = ()
    gone: tuple[tuple[str, Place], ...] = ()
    findings: tuple[Finding, ...] = ()
    files: tuple[FileStamp, ...] = ()
    sheets: tuple[Recognised, ...] = ()  # what each sheet was recognised as; none where a mapping was given
    tables: tuple[Table, ...] = ()
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
