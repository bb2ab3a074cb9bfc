"""A command answers at once: what only some commands need is loaded by those."""

import subprocess
import sys

import pytest

# a second each and more, on a small machine
SLOW = ("sklearn", "scipy", "Sastrawi")
pytestmark = pytest.mark.whole  # each starts a command of its own


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


LOADING = """
import sys, types
from ui.commands import console
class Finder:
    def find_spec(self, name, *_):
        if name == "scipy":
            try:
                os.kill(os.getpid(), signal.SIGINT)
            except KeyboardInterrupt:  # as what is compiled does while it is loaded
                raise ImportError("initialization failed") from None
def interrupted(**_):
    sys.meta_path.insert(0, Finder())
    import scipy
console.workspace = interrupted
"""
TURNED = """
from ui.commands import console
def interrupted(**_):
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt:
        raise ValueError("half done") from None
console.workspace = interrupted
"""


@pytest.mark.parametrize("moment", [LOADING, TURNED])
def test_what_fails_because_it_was_interrupted_is_not_told(moment: str) -> None:
    before = "import os, signal, sys\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    program = f"{before}{moment}\nfrom ui.start import main\nmain()"
    run = subprocess.run(
        [sys.executable, "-c", program, "loads"], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "")


def test_the_module_is_started_like_the_program() -> None:
    program = (
        "import runpy, sys\n"
        "from ui import start\n"
        "start.main = lambda: sys.exit('typer' in sys.modules and 'loaded first')\n"
        "runpy.run_module('ui.cli', run_name='__main__')\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize("place", [">&-", ">/dev/full"])
def test_an_output_that_cannot_be_written_is_told_in_two_lines(place: str) -> None:
    run = subprocess.run(
        ["sh", "-c", f'"$0" -m ui.cli --lang en version --json {place}', sys.executable],
        capture_output=True,
        text=True,
        check=False,
    )
    what, fix = run.stderr.splitlines()
    assert run.returncode == 2
    assert what.startswith("the output (stdout) cannot be written")
    assert fix.startswith("send the output elsewhere")
