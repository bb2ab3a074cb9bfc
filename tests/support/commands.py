"""Commands as scripts run them: with --json, in this process."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ui.cli import run

Answer = Callable[..., tuple[int, dict[str, Any]]]


def answering(
    home: Path, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], user: str = ""
) -> Answer:
    """Return a function that runs a command on this home and gives its exit code and document."""
    patch.setenv("SIMPUL_HOME", str(home))
    patch.setenv("SIMPUL_LANG", "en")
    if user:
        patch.setenv("SIMPUL_USER", user)

    def ask(*words: str) -> tuple[int, dict[str, Any]]:
        capsys.readouterr()
        code = run([*words, "--json"])
        return code, json.loads(capsys.readouterr().out)

    return ask


def undo_everything(ask: Answer) -> None:
    """Take back every load that still stands, the latest first."""
    for load in reversed(ask("loads")[1]["loads"]):
        if not load["undone"]:
            ask("undo", load["load"], "--yes")


def printed(capsys: pytest.CaptureFixture[str], *words: str, language: str = "en") -> str:
    """Return what people read of a command, in one line."""
    capsys.readouterr()
    assert run([*words, "--lang", language]) == 0
    return " ".join(capsys.readouterr().out.split())


def load_anew(ask: Answer, home: Path, elements: str, relations: str) -> Answer:
    """Take back what is loaded, then load two tables of the interchange, which stay in the home."""
    undo_everything(ask)
    files = {"elements.csv": elements, "relations.csv": relations}
    for name, text in files.items():
        (home / name).write_text(text, encoding="utf-8")
    assert ask("import", *(str(home / name) for name in files), "--yes")[0] == 0
    return ask
