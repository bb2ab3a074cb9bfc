"""The interface as people start it, and Chromium to look at it: shared by the tests and the pictures."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from queries.store.opening import stop_engine

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "The browser tests need Chromium and found none. Install it (Debian: sudo apt install chromium; "
    "or: .venv/bin/playwright install chromium), then run make test again."
)
SLOW = 90_000  # milliseconds that anything may take on a slow and busy machine
DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}


class NoChromium(Exception):
    """There is no browser to test with."""


def chromium(of_playwright: str) -> str:
    """Return the path of a Chromium: the system's, else the one that Playwright installed.

    Raises:
        NoChromium: there is none; says how to install one.
    """
    for path in (*(shutil.which(name) for name in NAMES), of_playwright):
        if path and Path(path).is_file():
            return path
    raise NoChromium(MISSING)


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """Run `simpul demo` with its data in a folder; give the address once it can be opened."""
    environ = {
        name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "SIMPUL_"))
    }
    environ |= {"SIMPUL_HOME": str(home), "SIMPUL_ENGINE": "arcadedb"}
    command = [sys.executable, "-m", "ui.cli", "demo", "--headless"]
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = next((line.strip() for line in process.stdout if line.startswith("http://")), None)
            if address is None:
                raise RuntimeError("simpul demo ended before it said its address")
            yield address
        finally:
            process.terminate()
            try:
                process.wait(30)
            finally:
                process.kill()  # nothing to one that ended
                stop_engine({**environ, "SIMPUL_HOME": str(home / "demo")})


def opened(page: Page, address: str) -> None:
    """Open an address and wait until the page is there in full."""
    page.goto(address)
    settled(page)


def settled(page: Page) -> None:
    """Wait until the program has nothing more to show."""
    quiet = page.locator("[data-testid=stApp][data-test-script-state=notRunning]")
    expect(quiet).to_be_visible(timeout=SLOW)
