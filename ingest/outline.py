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


Path = tuple[str, ...]  # folded names from the highest level down


@dataclass(frozen=True, slots=True)
class _Step:
    """One level above a row: its name, and the column it stands in, here or in a row above."""

    name: str
    header: str


@dataclass
class Outline:
    """Names the rows of one outline and remembers whose part each is."""

    context: Context
    kind: ElementKind
    _open: dict[int, _Step] = field(default_factory=dict)  # level → what the rows above say of it
    _above: dict[int, tuple[_Step, ...]] = field(default_factory=dict)  # row → the levels above it
    _paths: dict[int, Path] = field(default_factory=dict)

    def name(self, line: "Line") -> None:
        """Give a row its name from the lowest level filled in."""
        if not line.outline:
            return
        lowest = max(line.outline)
        for level in sorted(line.outline):
            header, name = line.outline[level]
            known = self._open.get(level)
            if known is None or fold(known.name) != fold(name):  # another branch begins
                self._open = {upper: step for upper, step in self._open.items() if upper < level}
            self._open[level] = _Step(name, header)
        self._open = {level: step for level, step in self._open.items() if level <= lowest}
        steps = tuple(self._open[level] for level in sorted(self._open))
        self._above[line.row] = steps[:-1]
        self._paths[line.row] = _path(steps)
        header, name = line.outline[lowest]
        if line.name and fold(line.name) != fold(name):  # a name column wins; nothing is lost
            line.values["_".join(fold_words(header)) or "outline"] = name
        line.name = line.name or name

    def related(self, drafts: list[Draft]) -> list[Draft]:
        """Return the drafts of the sheet, each part of its parent, with parents that have no row added."""
        link = self._part_of()
        if link is None:
            return drafts
        described: dict[Path, Draft] = {}
        for draft in drafts:
            path = self._paths.get(draft.place.row or 0)
            if path is not None:
                described.setdefault(path, draft)
        added: dict[Path, Draft] = {}
        implied: dict[Path, list[int]] = {}
        related = []
        for part in drafts:
            steps = self._above.get(part.place.row or 0, ())
            whole: Draft | None = None
            for depth, step in enumerate(steps, 1):
                path = _path(steps[:depth])
                upper, whole = whole, described.get(path)
                if whole is None:
                    whole = described[path] = added[path] = self._own(step, part, link, upper)
                implied.setdefault(path, []).append(part.place.row or 0)
            parted = () if whole is None else (_part(link, whole, steps[-1].header),)
            related.append(replace(part, sayings=(*part.sayings, *parted)))
        parents = (replace(draft, implied_by=tuple(implied[path])) for path, draft in added.items())
        return [*parents, *related]

    def _own(self, step: _Step, part: Draft, link: LinkSpec, upper: Draft | None) -> Draft:
        """The draft of a parent that only its parts name; it stands where they do in the reference model."""
        kept = tuple(saying for saying in part.sayings if saying.cell != link.name and _of_place(saying))
        place = Place(
            file=self.context.file, sheet=self.context.sheet, row=part.place.row, column=step.header
        )
        return Draft(
            kind=self.kind,
            source=part.source,
            place=place,
            name=step.name,
            agency=part.agency,
            delivery_agency=part.delivery_agency,
            sayings=(*kept, _part(link, upper, step.header)) if upper else kept,
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


def _path(steps: tuple[_Step, ...]) -> Path:
    return tuple(fold(step.name) for step in steps)


def _part(link: LinkSpec, whole: Draft, header: str) -> Saying:
    text = " ".join(filter(None, (whole.code, whole.name)))
    return Saying(
        relation=link.relation, text=text, cell=link.name, column=header, reversed=link.reversed, to=link.to
    )


def _of_place(saying: Saying) -> bool:
    return saying.relation in (RelationKind.CLASSIFIED_AS, RelationKind.OWNED_BY)
