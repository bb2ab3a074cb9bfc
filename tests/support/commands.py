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
