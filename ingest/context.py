"""Where a table stands and how its cells are to be taken: handed down while one sheet is read."""

from dataclasses import dataclass

from ingest.findings import Collector
from ingest.headers import Headers
from model.faults import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One sheet of one file.

    source: what records of its rows are kept under. agency: whose delivery it seems to be.
    markers: "-" and the like are blanks. exact: values as programs write them, as in the interchange.
    declarative: simpul wrote it; a blank cell clears.
    """

    file: str
    sheet: str | None
    headers: Headers
    told: Collector
    source: str = "sheet"
    agency: str | None = None
    markers: bool = True
    exact: bool = False
    declarative: bool = False
    escaped: bool = False  # CSV: an apostrophe stands before what a spreadsheet would take for a formula

    def place(self, row: int | None = None, column: str | None = None) -> Place:
        """Return a place in this sheet."""
        return Place(file=self.file, sheet=self.sheet, row=row, column=column)
