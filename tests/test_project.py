"""What the project promises of itself: its names are its own, sizes hold, the commands are on paper."""

import ast
import re
from collections.abc import Iterator
from importlib.metadata import packages_distributions

import typer

from tests.support.sources import FOLDERS, ROOT, sources

LONGEST_FILE = 450  # lines
LONGEST_FUNCTION = 40


def test_no_other_package_installs_our_names() -> None:
    installed = packages_distributions()
    assert {name for folder in FOLDERS for name in installed.get(folder, ["simpul"])} == {"simpul"}


def test_files_and_functions_keep_to_their_sizes() -> None:
    too_long = []
    for source in sources():
        name = source.path.relative_to(ROOT)
        if source.text.count("\n") > LONGEST_FILE:
            too_long.append(f"{name}: {source.text.count(chr(10))} lines")
        for node in source.nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1 - _documented(node)
                if lines > LONGEST_FUNCTION:
                    too_long.append(f"{name}: {node.name} has {lines} lines")
    assert not too_long, "\n".join(too_long)


def _documented(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of the docstring: saying more of a function does not make it longer."""
    return (ast.get_docstring(node, clean=False) or "").count("\n") + 1


def test_nothing_catches_everything() -> None:
    for source in sources():
        for node in source.nodes:
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, f"{source.path}:{node.lineno}"
                caught = {part.id for part in ast.walk(node.type) if isinstance(part, ast.Name)}
                assert not caught & {"Exception", "BaseException"}, f"{source.path}:{node.lineno}"


def test_no_module_of_the_interface_hides_a_folder() -> None:
    # Streamlit puts the folder of its main file first on the path
    assert not {path.stem for path in (ROOT / "ui").glob("*")} & set(FOLDERS)


def test_only_queries_holds_cypher() -> None:
    statement = re.compile(r"\bMATCH \(|\bUNWIND \$|\bMERGE \(")
    for source in sources(*(folder for folder in FOLDERS if folder != "queries")):
        assert not statement.search(source.text), source.path


def test_a_command_in_a_message_has_quotes_that_a_shell_reads() -> None:
    typeset = re.compile(r"\bsimpul [a-z-]+[^.,;:“”‘’]*[“”‘’]")
    for source in sources():
        for node in source.nodes:
            said = _said(node)
            assert said is None or not typeset.search(said), f"{source.path}:{node.lineno}"  # type: ignore[attr-defined]


def _said(node: ast.AST) -> str | None:
    """A text as written, with {} for what is filled in; None of anything else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_said(part) or "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and type(node.value) is str else None


def test_what_a_message_quotes_stands_in_typeset_quotes() -> None:
    for source in sources():
        for node in source.nodes:
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
                shown = [part for part in ast.walk(node) if isinstance(part, ast.FormattedValue)]
                assert not any(part.conversion == ord("r") for part in shown), f"{source.path}:{node.lineno}"


def test_no_text_holds_a_name_of_the_code() -> None:
    private = re.compile(r"(?<!\w)_[A-Z]{2,}\b")
    for source in sources():
        for node in source.nodes:
            if isinstance(node, ast.Constant) and type(node.value) is str:
                assert not private.search(node.value), f"{source.path}:{node.lineno}: {node.value}"


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
