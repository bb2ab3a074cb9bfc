"""A command answers at once: what only some commands need is loaded by those."""

import subprocess
import sys

import pytest

# a second each and more, on a small machine
SLOW = ("sklearn", "scipy", "Sastrawi")


@pytest.mark.whole
@pytest.mark.parametrize(
    ("module", "unwanted"), [("ui.cli", (*SLOW, "pandas", "streamlit")), ("ui.pages", SLOW)]
)
def test_starting_loads_nothing_slow_that_may_not_be_needed(module: str, unwanted: tuple[str, ...]) -> None:
    program = f"import sys, {module}; print(*sorted(set(sys.modules) & set({unwanted!r})))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


EARLY = """
class Finder:
    def find_spec(self, name, *_):
        if name == "typer":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
"""
LATE = """
from ui.commands import console
class Half:
    def __del__(self):
        raise AttributeError("_closed")
def interrupted(**_):
    half = Half()
    os.kill(os.getpid(), signal.SIGINT)
console.workspace = interrupted
"""


@pytest.mark.parametrize("moment", [EARLY, LATE])
def test_an_interrupted_command_ends_with_130_and_no_word(moment: str) -> None:
    before = "import os, signal, sys\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    program = f"{before}{moment}\nfrom ui.start import main\nmain()"
    run = subprocess.run(
        [sys.executable, "-c", program, "loads"], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "")
