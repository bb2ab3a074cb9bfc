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
