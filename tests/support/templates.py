"""Templates in tests: written to a file, edited as people edit them, and read back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl

from ingest.draft import Reading
from ingest.reading import read
from ingest.template.contents import fields
from ingest.template.making import Wish, write_template
from model.faults import Severity
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.text import Language
from queries.architecture import present
from queries.loads.plan import Plan
from queries.store.store import Store

ACTS = ("add", "change", "retire")


@dataclass
class Book:
    """The workbook of a template, opened as a spreadsheet does."""

    path: Path
    metamodel: Metamodel
    language: Language = Language.ID

    def edit(self, *edits: Callable[[Any], None]) -> "Book":
        """Change the workbook and save it under the same name."""
        book = openpyxl.load_workbook(self.path)
        for change in edits:
            change(book)
        book.save(self.path)
        return self

    def put(self, kind: ElementKind, key: str | int, /, **cells: object) -> "Book":
        """Write into cells of the row with this key, or with this number."""

        def change(book: Any) -> None:
            page = book[self.title(kind)]
            row = key if isinstance(key, int) else next(r[0].row for r in page if r[0].value == key)
            for name, value in cells.items():
                page.cell(row, self.position(kind, name)).value = value

        return self.edit(change)

    def cell(self, kind: ElementKind, key: str, name: str) -> Any:
        page = openpyxl.load_workbook(self.path)[self.title(kind)]
        row = next(r[0].row for r in page if r[0].value == key)
        return page.cell(row, self.position(kind, name)).value

    def title(self, kind: ElementKind) -> str:
        return self.metamodel.kind(kind).label.in_(self.language)

    def position(self, kind: ElementKind, name: str) -> int:
        names = [column.name for column in fields(self.metamodel, kind, self.language)]
        return names.index(name) + 1

    def reading(self) -> Reading:
        return read([self.path], self.metamodel)


def template(
    store: Store, metamodel: Metamodel, path: Path, scope: str | None = "dinkes", **wish: Any
) -> Book:
    """Write the template of a scope as the store knows it."""
    write_template(present(store), metamodel, Wish(scope=scope, **wish), path)
    return Book(path, metamodel, wish.get("language", Language.ID))


def moved(plan: Plan) -> dict[tuple[str, str], int]:
    """Return what a plan adds, changes and retires, where it does."""
    counts = plan.graph.counts()
    return {(part, act): counts[part][act] for part in counts for act in ACTS if counts[part][act]}


def doubts(plan: Plan) -> list[str]:
    """Return the rules of a plan's findings that are warnings or errors."""
    return [f.rule for f in plan.findings if f.severity is not Severity.INFO]
