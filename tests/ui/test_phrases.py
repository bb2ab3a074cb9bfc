"""Both languages say the same things: same placeholders, no missing phrase, none that nobody uses."""

import ast
import importlib
import string
from collections.abc import Iterable
from functools import cache

import pytest

from model.metamodel.spec import SHEET_TITLE_LIMIT
from model.text import Text
from tests.support.sources import ROOT, Source, source, sources

FOLDER = ROOT / "ui"
MODULES = sorted(path.stem for path in (FOLDER / "phrases").glob("*.py") if path.stem != "__init__")


def texts(module: str) -> dict[str, Text]:
    """Return the texts of a phrase module, those in tables too."""
    found: dict[str, Text] = {}
    for name, value in vars(importlib.import_module(f"ui.phrases.{module}")).items():
        if isinstance(value, Text):
            found[name] = value
        elif isinstance(value, tuple) and value and all(isinstance(text, Text) for text in value):
            found |= {f"{name}[{place}]": text for place, text in enumerate(value)}
        elif isinstance(value, dict):
            found |= {f"{name}[{key}]": text for key, text in value.items() if isinstance(text, Text)}
    return found


def placeholders(words: str) -> set[str]:
    """Return the names between braces; of "{n|word|words}" n, which stands beside it anyway."""
    return {name.partition("|")[0] for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("module", MODULES)
def test_both_languages_fill_the_same_placeholders(module: str) -> None:
    for name, text in texts(module).items():
        assert placeholders(text.id) == placeholders(text.en), name


@pytest.mark.parametrize("module", MODULES)
def test_the_tone_is_quiet_and_nothing_is_left_over(module: str) -> None:
    for name, text in texts(module).items():
        for words in text.both:
            assert "!" not in words, name
            assert words == words.strip(), name
            assert "  " not in words, name


@pytest.mark.parametrize("module", MODULES)
def test_an_agency_is_not_called_opd_in_english(module: str) -> None:
    for name, text in texts(module).items():
        assert "OPD" not in text.en, name


@cache
def modules() -> tuple[tuple[Source, dict[str, str]], ...]:
    """Return each module of the interface, with what it calls the modules of phrases."""
    return tuple((source, _called(source)) for source in sources("ui"))


def _called(source: Source) -> dict[str, str]:
    return {
        alias.asname or alias.name: alias.name
        for node in source.nodes
        if isinstance(node, ast.ImportFrom) and node.module == "ui.phrases"
        for alias in node.names
    }


def mentioned(parts: Iterable[ast.AST], called: dict[str, str]) -> set[tuple[str, str]]:
    """Return the phrases that some nodes of a module mention, as module and name."""
    return {
        (called[node.value.id], node.attr)
        for node in parts
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in called
    }


@cache
def used() -> frozenset[tuple[str, str]]:
    """Return every phrase that the interface mentions, as module and name."""
    return frozenset(
        phrase for source, called in modules() if called for phrase in mentioned(source.nodes, called)
    )


def test_titles_of_sheets_are_not_cut_off() -> None:
    titles = {
        phrase
        for source, called in modules()
        for node in source.nodes
        if isinstance(node, ast.Call) and node.args
        if getattr(node.func, "id", "").lower().strip("_") == "sheet"
        for phrase in mentioned(ast.walk(node.args[0]), called)
    }
    assert len(titles) > 20
    for module, name in sorted(titles):
        of_name = [text for key, text in texts(module).items() if key.split("[")[0] == name]
        assert of_name, f"{module}.{name}"
        for title in (title for text in of_name for title in text.both):
            assert len(title) <= SHEET_TITLE_LIMIT, f"{module}.{name}: {title}"


@pytest.mark.parametrize("module", MODULES)
def test_no_phrase_takes_the_name_of_another(module: str) -> None:
    tree = source(FOLDER / "phrases" / f"{module}.py").nodes[0]
    assert isinstance(tree, ast.Module)
    named = [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    assert len(named) == len(set(named)), sorted(name for name in set(named) if named.count(name) > 1)


def test_every_phrase_is_used_and_every_used_phrase_exists() -> None:
    declared = {(module, name.split("[")[0]) for module in MODULES for name in texts(module)}
    tables = {(module, name) for module, name in used() if name.endswith(("SIGN", "SIGNS"))}
    assert sorted(declared - used()) == []
    assert sorted(used() - declared - tables) == []
