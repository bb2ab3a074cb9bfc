"""Parts of an ArchiMate model as tables of the interchange, and what reading them tells, by identifier."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from ingest import reading_rules
from ingest.context import Context
from ingest.draft import Draft, RelationDraft
from ingest.files.guard import GRID_LIMIT, Reason, Refused
from ingest.files.workbook import Cell, Sheet
from ingest.findings import Collector
from ingest.layout.layout import Layout, Shape
from ingest.values.formulas import escaped
from model.faults import Place, Rule
from model.text import Text

_FEW = 5  # identifiers shown in a finding that stands for many
Rowed = TypeVar("Rowed", Draft, RelationDraft)


@dataclass
class Table:
    """Rows of one table of the interchange: column → text, each with the identifier it has in the model.

    source: what its records are kept under. columns: those that come first. ours: columns that we make
    and need no word when no metamodel knows them.
    """

    shape: Shape
    source: str
    columns: tuple[str, ...]
    ours: Collection[str] = ()
    identifiers: list[str] = field(default_factory=list)
    rows: list[dict[str, str]] = field(default_factory=list)

    def add(self, identifier: str, said: dict[str, str]) -> dict[str, str]:
        """Take a row; more may be said of it until the table is read."""
        self.identifiers.append(identifier)
        self.rows.append(said)
        return said

    def read(self, context: Context, reader: Callable[[Sheet, Layout, Context], list[Rowed]]) -> list[Rowed]:
        """Return the drafts of the rows; what there is to tell of them is told.

        Raises:
            Refused: so many properties, each on few elements, that they would fill the memory.
        """
        if not self.rows:
            return []
        told = Collector()
        sheet, layout = self._sheet()
        drafts = reader(sheet, layout, replace(context, sheet=None, told=told))
        self._retell(told, context)
        return [replace(draft, source=self.source, place=replace(draft.place, row=None)) for draft in drafts]

    def _sheet(self) -> tuple[Sheet, Layout]:
        columns = dict.fromkeys((*self.columns, *(column for row in self.rows for column in row)))
        positions = {column: position for position, column in enumerate(columns)}
        if len(positions) * len(self.rows) > GRID_LIMIT:
            raise Refused(Reason.TOO_LARGE, f"{len(positions)} × {len(self.rows)}")
        rows: list[tuple[int, list[Cell]]] = [(0, list(positions))]
        for number, said in enumerate(self.rows):
            cells: list[Cell] = [""] * len(positions)
            for column, text in said.items():
                cells[positions[column]] = escaped(text)  # as in a CSV file, from which it is taken away
            rows.append((number, cells))
        return Sheet(title=None, rows=rows), Layout(self.shape, 0, 0, [(column,) for column in positions])

    def _retell(self, told: Collector, context: Context) -> None:
        """Pass on what was told of rows: a model has none, so their identifiers stand for them."""
        for finding, rows in told.told():
            place = finding.place
            if finding.rule == reading_rules.UNKNOWN_COLUMN.name and place.column in self.ours:
                continue
            one = () if place.row is None else (place.row,)
            named = [self.identifiers[row] for row in rows or one]
            message = finding.message
            if finding.count > 1 and named:
                shown = _shown(named, finding.count)
                message = Text(id=f"{message.id} ({shown})", en=f"{message.en} ({shown})")
            context.told.keep(
                replace(
                    finding,
                    place=Place(file=place.file, column=place.column),
                    value=named[0] if named else finding.value,
                    message=message,
                )
            )


@dataclass
class Counts:
    """Findings of which one stands for all of its kind in the model."""

    _found: dict[tuple[str, str], tuple[Rule, dict[str, Any], list[str]]] = field(default_factory=dict)
    _ends: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)

    def add(self, rule: Rule, identifier: str, words: Mapping[str, object], ends: str = "") -> None:
        """Count one more. words: fill the message; the first tells findings of one rule apart."""
        key = (rule.name, str(next(iter(words.values()))))
        self._found.setdefault(key, (rule, dict(words), []))[2].append(identifier)
        self._ends.setdefault(key, {})[ends] = None

    def tell(self, context: Context) -> None:
        """Tell each with its count and the first identifiers."""
        for key, (rule, words, identifiers) in self._found.items():
            count = len(identifiers)
            finding = rule.at(
                context.place(),
                value=_shown(identifiers, count),
                **words,
                count=count,
                ends=_listed(list(self._ends[key])),
            )
            context.told.keep(replace(finding, count=count))


def _shown(identifiers: list[str], count: int) -> str:
    return ", ".join(identifiers[:_FEW]) + (", …" if count > _FEW else "")


def _listed(ends: list[str]) -> str:
    return ", ".join(ends[:_FEW]) + (", …" if len(ends) > _FEW else "")
