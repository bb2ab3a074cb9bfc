"""Sheets in outline: the lowest filled level names the row, the levels above it name its parents.

A parent that no row of the sheet describes by itself becomes an element of its own, known by its name.
"""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ingest.context import Context
from ingest.draft import Draft
from model.faults import Place
from model.folding import fold, fold_words
from model.kinds import ElementKind, RelationKind
from model.metamodel.spec import LinkSpec
from model.record import Saying

if TYPE_CHECKING:
    from ingest.table import Line


@dataclass(frozen=True, slots=True)
class _Parent:
    """The parent that a row names: its level, its name, and the column it stands in, or stood in above."""

    level: int
    name: str
    header: str
    row: int


@dataclass
class Outline:
    """Names the rows of one outline and remembers whose part each is."""

    context: Context
    kind: ElementKind
    _open: dict[int, tuple[str, str]] = field(
        default_factory=dict
    )  # level → (header, name) of the rows above
    _levels: dict[int, int] = field(default_factory=dict)  # row → its level
    _parents: dict[int, _Parent] = field(default_factory=dict)  # row → the parent it names

    def name(self, line: "Line") -> None:
        """Give a row its name from the lowest level filled in."""
        if not line.outline:
            return
        level = max(line.outline)
        header, name = line.outline[level]
        for known, cell in line.outline.items():
            if known < level:
                self._open[known] = cell
        upper = [known for known in self._open if known < level]
        if upper:
            parent_header, parent = self._open[max(upper)]
            self._parents[line.row] = _Parent(max(upper), parent, parent_header, line.row)
        self._open = {known: cell for known, cell in self._open.items() if known < level} | {
            level: (header, name)
        }
        self._levels[line.row] = level
        if line.name and fold(line.name) != fold(name):  # a name column wins; nothing is lost
            line.values["_".join(fold_words(header)) or "outline"] = name
        line.name = line.name or name

    def related(self, drafts: list[Draft]) -> list[Draft]:
        """Return the drafts of the sheet, each part of its parent, with parents that have no row added."""
        link = self._part_of()
        if link is None:
            return drafts
        described: dict[tuple[int, str], Draft] = {}
        for draft in drafts:
            level = self._levels.get(draft.place.row or 0)
            if level is not None and draft.name:
                described.setdefault((level, fold(draft.name)), draft)
        added: list[Draft] = []
        related = []
        for draft in drafts:
            parent = self._parents.get(draft.place.row or 0)
            if parent is None:
                related.append(draft)
                continue
            whole = described.get((parent.level, fold(parent.name)))
            if whole is None:
                whole = self._own(parent, draft, link)
                described[parent.level, fold(parent.name)] = whole
                added.append(whole)
            related.append(replace(draft, sayings=(*draft.sayings, _part(link, whole, parent.header))))
        return [*added, *related]

    def _own(self, parent: _Parent, part: Draft, link: LinkSpec) -> Draft:
        """The draft of a parent that only its parts name; it stands where they do in the reference model."""
        kept = tuple(saying for saying in part.sayings if saying.cell != link.name and _of_place(saying))
        place = Place(file=self.context.file, sheet=self.context.sheet, row=parent.row, column=parent.header)
        return Draft(
            kind=self.kind,
            source=part.source,
            place=place,
            name=parent.name,
            agency=part.agency,
            delivery_agency=part.delivery_agency,
            sayings=kept,
        )

    def _part_of(self) -> LinkSpec | None:
        """The column that would name a parent of the same kind."""
        return next(
            (
                link
                for link in self.context.headers.metamodel.links(self.kind)
                if link.relation is RelationKind.COMPOSED_OF and link.reversed and self.kind in link.to
            ),
            None,
        )


def _part(link: LinkSpec, whole: Draft, header: str) -> Saying:
    text = " ".join(filter(None, (whole.code, whole.name)))
    return Saying(
        relation=link.relation, text=text, cell=link.name, column=header, reversed=link.reversed, to=link.to
    )


def _of_place(saying: Saying) -> bool:
    return saying.relation in (RelationKind.CLASSIFIED_AS, RelationKind.OWNED_BY)
