"""The sources of the program, each read and parsed once for all the tests of a process."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("model", "queries", "ingest", "seed", "ui")


@dataclass(frozen=True, eq=False)
class Source:
    """A module. nodes: of its tree, all of them."""

    path: Path
    text: str
    nodes: tuple[ast.AST, ...]


@cache
def source(path: Path) -> Source:
    """Return one module."""
    text = path.read_text(encoding="utf-8")
    return Source(path, text, tuple(ast.walk(ast.parse(text))))


def sources(*folders: str) -> Iterator[Source]:
    """Yield every module of some folders, by default of the whole program."""
    for folder in folders or FOLDERS:
        yield from (source(path) for path in sorted((ROOT / folder).rglob("*.py")))
