"""Cross tables: rows of one kind, columns of another, marks where the two belong together.

The kinds are told by codes, by names of agencies, by headings, the corner and titles. A sheet with a few
columns to tick is no cross table: its headings name no elements, and nothing tells a second kind.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from ingest.context import Context
from ingest.cross import rules
from ingest.cross.grid import Grid, grid_of
from ingest.cross.kinds import Joining, Kinds, KindWords
from ingest.cross.marks import Sign, sign_of
from ingest.files.workbook import Sheet
from ingest.layout.headers import Meaning, Part, forms
from ingest.layout.layout import Layout, Shape, texts_above
from ingest.leftover import is_plain_list
from ingest.values.values import text_of
from model.faults import Rule
from model.folding import fold_words
from model.kinds import ElementKind
from model.metamodel.common import OWNERSHIP
from model.text import Text, strung

_MATRIX = frozenset({"matriks", "matrik", "matrix", "silang"})
_CROSSING = _MATRIX | {"pemetaan", "mapping", "keterkaitan", "keterhubungan", "versus", "vs", "x"}
_SEPARATORS = frozenset("\\/|×–—-")  # between two kinds in a title
_KNOWN = 0.5  # of the headings, from which they are columns of the rows' own kind
_PROPERTIES = 2  # further columns of properties that make a sheet a list with something to tick
_BODY = 3  # columns of marks, from which a table of them is told though nothing says what it is


@dataclass(frozen=True, slots=True)
class CrossTable:
    """A cross table with what it tells. either: which kind stands in the rows is told by convention only."""

    grid: Grid
    layout: Layout
    rows: Kinds
    columns: Kinds
    joining: Joining
    either: bool = False


def crossing(
    sheet: Sheet, called: str, context: Context, otherwise: Layout | None
) -> CrossTable | Rule | None:
    """Return the cross table that a sheet is; None where it is none.

    A rule: it is one, but does not tell its kinds or its relation; that is told, and it is left out.
    otherwise: as what the sheet would be read.
    """
    if context.declarative or (otherwise is not None and otherwise.shape is not Shape.KIND):
        return None
    grid = grid_of(sheet)
    return None if grid is None else _Recogniser(sheet, called, context, grid).recognised(otherwise)


@dataclass
class _Recogniser:
    """Finds the kinds of one body of marks."""

    sheet: Sheet
    called: str
    context: Context
    grid: Grid
    _words: KindWords = field(init=False)

    def __post_init__(self) -> None:
        self._words = KindWords(self.context.headers.metamodel)

    def recognised(self, otherwise: Layout | None) -> CrossTable | Rule | None:
        """Return the cross table; a rule where it is one that cannot be told, None where it is none.

        otherwise: the layout that the sheet has when it is read as a list.
        """
        rows, columns, either = self._sides()
        if not rows or not columns:
            return self._untold(otherwise)
        if any(map(self._is_list_of, rows)) or (rows != columns and self._names_beside(columns)):
            return None
        joining = self._words.joining(rows, columns, self._meant_by(rows))
        if joining is None:
            self.context.told.tell(
                rules.RELATION_UNCLEAR,
                self.context.place(),
                rows=self._spoken(rows),
                columns=self._spoken(columns),
                count=self.grid.marks,
            )
            return rules.RELATION_UNCLEAR
        return CrossTable(self.grid, _layout(self.grid), rows, columns, joining, either)

    def _untold(self, otherwise: Layout | None) -> Rule | None:
        """What becomes of a body of marks of which nothing tells the kinds."""
        body = len(self.grid.labels)
        named = any(_MATRIX & set(fold_words(line)) for line in self._lines)
        if named or (otherwise is None and body >= _BODY and not is_plain_list(self.sheet, self.called)):
            self.context.told.tell(
                rules.KINDS_UNCLEAR, self.context.place(), count=self.grid.marks, example=self._example
            )
            return rules.KINDS_UNCLEAR
        if otherwise is not None and otherwise.kind is not None and body >= _BODY:
            known = self.context.headers.of(otherwise.kind)
            unknown = [head for head in self.grid.heads.values() if not any(f in known for f in forms(head))]
            if len(unknown) >= _BODY:
                label = self.context.headers.metamodel.kind(otherwise.kind).label
                self.context.told.tell(
                    rules.KEPT_AS_PROPERTIES,
                    self.context.place(),
                    columns=", ".join(" ".join(head.split()) for head in unknown[:5]),
                    kind=label,
                    example=self._example,
                )
        return None

    def _sides(self) -> tuple[Kinds, Kinds, bool]:
        """The kinds of rows and columns, and whether only the order of words tells which are which."""
        labels = list(self.grid.labels.values())
        columns = self._words.of_labels(labels) or self._single(self.grid.groups)
        rows = self._row_kinds()
        for line in self._pairs:
            if rows and columns:
                break
            told = list(dict.fromkeys(line))
            rest = [kinds for kinds in told if kinds not in (rows, columns)]
            if rows or columns:
                if len(told) == 1 and len(line) > 1 and told[0] in (rows, columns):
                    rest = told  # "Aplikasi × Aplikasi"
                if len(rest) == 1:
                    rows, columns = rows or rest[0], columns or rest[0]
            elif len(line) == 2:
                return self._ordered(line[0], line[1], labels)
        return rows, columns, False

    def _ordered(self, one: Kinds, other: Kinds, labels: Sequence[str]) -> tuple[Kinds, Kinds, bool]:
        """Two kinds as they stand in the words, unless the labels begin with the words of one of them."""
        below = self._words.leaning(self._values[0][1] if self._values else ())
        above = self._words.leaning(labels)
        if below == other or above == one:
            one, other = other, one
        return one, other, not {below, above} & {one, other}

    def _row_kinds(self) -> Kinds:
        """The kind of the rows by the columns that name them: codes, agencies, or the word in a heading.

        Of several kinds it is one that the words name, not the one whose the others are, the most different.
        """
        found: list[tuple[Kinds, Sequence[str]]] = []
        for position, values in self._values:
            kinds = self._words.of_labels(values) or self._single([self.grid.others[position]])
            if kinds:
                found.append((kinds, values))
        named = {kinds for line in self._pairs for kinds in line}
        found = [one for one in found if one[0] in named] or found
        found = [one for one in found if not self._owns(one[0], found)] or found
        return max(found, key=lambda one: len(set(one[1])), default=((), ()))[0]

    def _owns(self, kinds: Kinds, found: Sequence[tuple[Kinds, Sequence[str]]]) -> bool:
        """Whether elements of a kind are those to whom what another column names belongs."""
        metamodel = self.context.headers.metamodel
        return any(
            metamodel.relation(relation).allows(other[0], kinds[0])
            for relation in OWNERSHIP
            for other, _ in found
            if other != kinds
        )

    @cached_property
    def _values(self) -> list[tuple[int, list[str]]]:
        """What stands in each column left of the body, numbers left out."""
        found = []
        for position in range(min(self.grid.labels)):
            cells = [row[position] for _, row in self.sheet.rows[self.grid.last + 1 :] if position < len(row)]
            texts = [text_of(cell) for cell in cells if sign_of(cell) is Sign.OTHER]
            if any(not text.strip(".()").isdigit() for text in texts):
                found.append((position, texts))
        return found

    def _single(self, texts: Sequence[str]) -> Kinds:
        """The only kind that some texts name."""
        told = {kinds for text in texts for kinds in self._words.told(text)}
        return told.pop() if len(told) == 1 else ()

    @cached_property
    def _corner(self) -> list[str]:
        heads = (self.grid.others.get(position, "") for position, _ in self._values)
        return [head for head in (*heads, *self.grid.groups) if head]

    def _meant_by(self, rows: Kinds) -> list[str]:
        """The lines that may say what a mark means: not the headings of what the rows refer to beside it."""
        beside = [
            self.grid.others[position]
            for position, _ in self._values
            for kind in rows
            if _is_column(self._meaning(self.context.headers.of(kind), self.grid.others[position]))
        ]
        return [line for line in self._lines if line not in beside]

    @cached_property
    def _lines(self) -> list[str]:
        """What stands in the corner, above the columns and in titles, the nearest first."""
        above = [line for line in reversed(texts_above(self.sheet, self.grid.first)) if line]
        return [*self._corner, self.called, *above]

    @cached_property
    def _pairs(self) -> list[list[Kinds]]:
        """The kinds that each line names, where it speaks of a crossing."""
        lines = [(text, bool(text in self._corner)) for text in self._lines]
        lines.append((PurePosixPath(self.context.file).stem, False))
        return [
            told
            for text, corner in lines
            if (told := self._words.told(text))
            and (corner or _CROSSING & set(fold_words(text)) or (len(told) > 1 and _SEPARATORS & set(text)))
        ]

    def _is_list_of(self, kind: ElementKind) -> bool:
        """Whether the sheet lists elements of a kind, and the marks are in columns of that list."""
        known = self.context.headers.of(kind)
        heads = list(self.grid.heads.values())
        own = sum(any(_is_column(known.get(form)) for form in forms(head)) for head in heads)
        further = [self._meaning(known, head) for head in self.grid.others.values()]
        properties = sum(one is not None and one.part is Part.PROPERTY and one.own for one in further)
        return own >= _KNOWN * len(heads) or properties >= _PROPERTIES

    def _names_beside(self, columns: Kinds) -> bool:
        """Whether elements of the columns' kind are named beside the body, where its labels tell no kind."""
        if self._words.of_labels(list(self.grid.labels.values())):
            return False
        return any(self._words.told(self.grid.others[position]) == [columns] for position, _ in self._values)

    @staticmethod
    def _meaning(known: dict[str, Meaning], head: str) -> Meaning | None:
        return next((known[form] for form in forms(head) if form in known), None)

    def _spoken(self, kinds: Kinds) -> Text:
        labels = [self.context.headers.metamodel.kind(kind).label for kind in kinds[:3]]
        return strung(labels, "/")

    @property
    def _example(self) -> str:
        metamodel = self.context.headers.metamodel
        ends = (ElementKind.APPLICATION, ElementKind.SERVICE)
        return " \\ ".join(metamodel.kind(kind).label.id for kind in ends)


def _is_column(meaning: Meaning | None) -> bool:
    return meaning is not None and meaning.part in (Part.PROPERTY, Part.LINK)


def _layout(grid: Grid) -> Layout:
    width = max((*grid.labels, *grid.others)) + 1
    titles: list[tuple[str, ...]] = [(grid.others[p],) if grid.others.get(p) else () for p in range(width)]
    for position, label in grid.labels.items():
        head = grid.heads[position]
        titles[position] = (head,) if " ".join(head.split()) == label else (head, label)
    return Layout(Shape.CROSS_TABLE, grid.first, grid.last, titles)
