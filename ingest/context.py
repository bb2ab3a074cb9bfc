"""Where a table stands and how its cells are to be taken: handed down while one sheet is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.findings import Collector
from ingest.layout.headers import Headers
from model.faults import Place
from queries.layouts import KnownLayout

_DIFFERENT = 3  # columns more or fewer with which a layout is still told to be nearly the same
_FEWEST = 3  # columns that two layouts must share for that


@dataclass(frozen=True)
class KnownLayouts:
    """What is known of layouts, made ready for looking up."""

    layouts: Sequence[KnownLayout] = ()
    by_mark: dict[str, KnownLayout] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_mark.update({one.said.layout: one for one in self.layouts})

    def near(self, headers: frozenset[str]) -> KnownLayout | None:
        """Return what was said last of a layout that has a few columns more, or a few fewer."""
        for one in reversed(self.layouts):
            theirs = frozenset(one.said.headers)
            common = len(theirs & headers)
            nested = common in (len(theirs), len(headers))
            if nested and common >= _FEWEST and len(theirs ^ headers) <= _DIFFERENT:
                return one
        return None


NOTHING_KNOWN = KnownLayouts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One sheet of one file.

    source: what records of its rows are kept under. agency: whose delivery it seems to be by its title.
    markers: "-" and the like are blanks. exact: values as programs write them, as in the interchange.
    declarative: simpul wrote it; a blank cell clears. known: layouts that people explained before.
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
    known: KnownLayouts = NOTHING_KNOWN
    escaped: bool = False  # CSV: an apostrophe stands before what a spreadsheet would take for a formula

    def place(self, row: int | None = None, column: str | None = None) -> Place:
        """Return a place in this sheet."""
        return Place(file=self.file, sheet=self.sheet, row=row, column=column)
