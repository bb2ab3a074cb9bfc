"""What docstrings, comments and pages cite is there: files by their path, modules by their dotted name."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("model", "queries", "ingest", "seed", "ui", "tests")
PATH = re.compile(rf"(?<![\w./-])((?:docs|{'|'.join(FOLDERS)})/[\w./-]*\w)(?![\w*{{…])")
MODULE = re.compile(rf"(?<![\w./])((?:{'|'.join(FOLDERS)})(?:\.[a-z]\w*)+)(?!\w*[=(/])")
ENTRY = re.compile(r"\| \[(?P<number>\d{4})\]\((?P<file>[\w-]+\.md)\) \| (?P<title>.+?) \| .+\. \|")
FILES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def remarks(path: Path) -> Iterator[str]:
    """Yield the docstrings and comments of a file."""
    text = path.read_text(encoding="utf-8")
    documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, documented):
            yield ast.get_docstring(node) or ""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def is_there(dotted: str) -> bool:
    """Return whether a dotted name is a module, or something that a module declares."""
    path = ROOT / dotted.replace(".", "/")
    if path.is_dir() or path.with_suffix(".py").is_file():
        return True
    module, name = path.parent.with_suffix(".py"), path.name
    return module.is_file() and re.search(rf"\b{name}\b", module.read_text(encoding="utf-8")) is not None


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_a_remark_cites_is_there(folder: str) -> None:
    missing = [
        f"{path.relative_to(ROOT)}: {cited}"
        for path in FILES
        if path.is_relative_to(ROOT / folder)
        for remark in remarks(path)
        for cited in [
            *(one for one in PATH.findall(remark) if not (ROOT / one).exists()),
            *(one for one in MODULE.findall(remark) if not is_there(one)),
        ]
    ]
    assert not missing, "\n".join(missing)


def test_what_a_page_cites_is_there() -> None:
    missing = [
        f"{page.relative_to(ROOT)}: {cited}"
        for page in PAGES
        for cited in PATH.findall(page.read_text(encoding="utf-8"))
        if not (ROOT / cited).exists()
    ]
    assert not missing, "\n".join(missing)


def test_a_remark_that_cites_what_is_not_there_is_noticed() -> None:
    assert PATH.findall("see docs/style.md, and model/keys.py.") == ["docs/style.md", "model/keys.py"]
    assert MODULE.findall("as model.keys says; ingest.reading.") == ["model.keys", "ingest.reading"]
    assert is_there("model.keys.Key")
    assert not is_there("model.nowhere")


def test_the_index_of_decisions_has_each_by_number_and_title_and_says_one_line_of_it() -> None:
    folder = ROOT / "docs" / "decisions"
    told = [
        (match["number"], match["file"], match["title"])
        for line in (folder / "README.md").read_text(encoding="utf-8").splitlines()
        if (match := ENTRY.fullmatch(line))
    ]
    pages = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    heads = [path.read_text(encoding="utf-8").split("\n")[0].removeprefix("# ") for path in pages]
    assert told == [(head[:4], path.name, head[5:]) for head, path in zip(heads, pages, strict=True)]
