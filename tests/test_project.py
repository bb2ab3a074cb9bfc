"""What the project promises of itself: its names are its own, sizes hold, the commands are on paper."""

import ast
import re
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import typer

ROOT = Path(__file__).parent.parent
FOLDERS = ("model", "queries", "ingest", "seed", "ui")
LONGEST_FILE = 450  # lines
LONGEST_FUNCTION = 40


def sources() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_other_package_installs_our_names(folder: str) -> None:
    assert set(packages_distributions().get(folder, ["simpul"])) == {"simpul"}


def test_files_and_functions_keep_to_their_sizes() -> None:
    too_long = []
    for path in sources():
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > LONGEST_FILE:
            too_long.append(f"{path.relative_to(ROOT)}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1 - _documented(node)
                if lines > LONGEST_FUNCTION:
                    too_long.append(f"{path.relative_to(ROOT)}: {node.name} has {lines} lines")
    assert not too_long, "\n".join(too_long)


def _documented(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of the docstring: saying more of a function does not make it longer."""
    return (ast.get_docstring(node, clean=False) or "").count("\n") + 1


def test_nothing_catches_everything() -> None:
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                caught = ast.unparse(node.type) if node.type else "everything"
                assert caught not in ("everything", "Exception", "BaseException"), f"{path}:{node.lineno}"


def test_no_module_of_the_interface_hides_a_folder() -> None:
    # Streamlit puts the folder of its main file first on the path
    assert not {path.stem for path in (ROOT / "ui").glob("*")} & set(FOLDERS)


def test_only_queries_holds_cypher() -> None:
    statement = re.compile(r"\bMATCH \(|\bUNWIND \$|\bMERGE \(")
    for path in sources():
        if path.relative_to(ROOT).parts[0] != "queries":
            assert not statement.search(path.read_text(encoding="utf-8")), path


def test_a_command_in_a_message_has_quotes_that_a_shell_reads() -> None:
    typeset = re.compile(r"\bsimpul [a-z-]+[^.,;:“”‘’]*[“”‘’]")
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) or (
                isinstance(node, ast.Constant) and type(node.value) is str
            ):
                assert not typeset.search(ast.unparse(node)), f"{path}:{node.lineno}"


def test_what_a_message_quotes_stands_in_typeset_quotes() -> None:
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
                shown = [part for part in ast.walk(node) if isinstance(part, ast.FormattedValue)]
                assert not any(part.conversion == ord("r") for part in shown), f"{path}:{node.lineno}"


def test_no_text_holds_a_name_of_the_code() -> None:
    private = re.compile(r"(?<!\w)_[A-Z]{2,}\b")
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and type(node.value) is str:
                assert not private.search(node.value), f"{path}:{node.lineno}: {node.value}"


def test_every_command_and_option_is_on_paper() -> None:
    from ui.cli import app

    paper = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    group = typer.main.get_command(app)
    missing = [words for words in _words(group) if not re.search(rf"(?<![\w-]){re.escape(words)}\b", paper)]
    assert not missing


def _words(group: object) -> Iterator[str]:
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        if hasattr(command, "commands"):
            yield from _words(command)
            continue
        yield name
        for parameter in command.params:
            yield from (option for option in parameter.opts if option.startswith("--") and option != "--help")
