"""What a person waits for, and what it costs: `simpul demo` from nothing, again, and questions."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import psutil
from playwright.sync_api import Browser, expect, sync_playwright

from queries.store.opening import stop_engine
from tests.benchmarks.measuring import Figure
from tests.browser.app import DESK, SLOW, chromium, opened, serving
from ui import places
from ui.phrases.impact import FAILED

SERVER = "diskominfo/server/DAI-SRV-KMF-10"
QUESTION = ("impact", SERVER, "--json")
OTHERS = (
    "Ruang Server Utama Diskominfo",
    "Host Dukcapil",
    "Gedung B Kantor Gubernur",
    "Sakelar BKD",
    "UPS BKD",
)
COUNTS = r"document.body.textContent.match(/■ \d+ tidak tersedia/)?.[0]"  # waiting for it, asked every frame
PAGES = (places.HOME, places.EXPLORE, f"{places.IMPACT}?failed={SERVER}", places.SIMILAR, places.IMPORT)
_MB = 2**20


def measured_starting() -> list[Figure]:
    """Measure starts, a command beside the running engine, and memory; needs Chromium."""
    with tempfile.TemporaryDirectory(prefix="simpul-start-") as folder, sync_playwright() as play:
        home = Path(folder)
        browser = play.chromium.launch(
            executable_path=chromium(play.chromium.executable_path), args=["--no-sandbox"]
        )
        first, _ = _started(browser, home, lambda: None)
        later, memory = _started(browser, home, lambda: _memory(home))
        clicked = _clicked(browser, home)
        asked = _asked(home)
        browser.close()
    return [
        Figure("first `simpul demo`, until its page is there in full", first, goal=25),
        Figure("later `simpul demo`, until its page is there in full", later, goal=12),
        Figure("*Dampak*: another element chosen, until its answer is there", clicked, goal=0.5),
        Figure("`simpul impact` from a shell, engine running", asked, goal=2.5),
        Figure("memory of the interface, every page opened", memory["interface"], "MB", 400),
        Figure("memory of the engine then", memory["engine"], "MB", 1024),
    ]


def _started(
    browser: Browser, home: Path, then: Callable[[], dict[str, float] | None]
) -> tuple[float, dict[str, float]]:
    """Start the example in a folder and open it; return the seconds, and what is asked of it afterwards."""
    begun = perf_counter()
    with serving(home) as address:
        page = browser.new_page(locale="id-ID")
        opened(page, address)
        expect(page.get_by_role("heading").first).to_be_visible(timeout=SLOW)
        seconds = perf_counter() - begun
        for place in PAGES:
            opened(page, f"{address}/{place}")
        found = then()
        page.close()
    return seconds, found or {}


def _clicked(browser: Browser, home: Path) -> float:
    """Return the median seconds from choosing one more failing element to the answer, pages warm."""
    taken = []
    with serving(home) as address:
        for name in OTHERS:
            page = browser.new_page(locale="id-ID", viewport=DESK)
            opened(page, f"{address}/{places.IMPACT}?failed={SERVER}")
            before = page.evaluate(COUNTS)
            page.get_by_role("combobox", name=FAILED.id).fill(name)
            choice = page.get_by_role("option", name=name).first
            choice.wait_for()
            begun = perf_counter()
            choice.click()
            page.wait_for_function(f"before => {COUNTS} !== before", arg=before, polling="raf", timeout=SLOW)
            taken.append(perf_counter() - begun)
            page.close()
    return median(taken)


def _memory(home: Path) -> dict[str, float]:
    """Return the resident memory of the two processes in MB: the interface and the engine."""
    found = {"interface": 0.0, "engine": 0.0}
    for process in psutil.process_iter(["cmdline", "memory_info"]):
        words = process.info["cmdline"] or []
        if "ui.cli" in words:
            found["interface"] += process.info["memory_info"].rss / _MB
        elif any(str(home) in word for word in words):
            found["engine"] += process.info["memory_info"].rss / _MB
    return found


def _asked(home: Path) -> float:
    """Return the median seconds of one impact asked from a cold shell while the engine runs."""
    environ = {**os.environ, "SIMPUL_HOME": str(home / "demo"), "SIMPUL_ENGINE": "arcadedb"}

    def run(*words: str) -> float:
        begun = perf_counter()
        command = [sys.executable, "-m", "ui.cli", *words]
        subprocess.run(command, env=environ, check=True, capture_output=True)
        return perf_counter() - begun

    run("db", "start")
    try:
        return median(run(*QUESTION) for _ in range(5))
    finally:
        stop_engine(environ)
