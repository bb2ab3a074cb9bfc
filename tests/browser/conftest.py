"""One server with the example province for all journeys; each has a browser session of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from tests.browser.app import DESK, SLOW, NoChromium, chromium, serving

expect.set_options(timeout=SLOW)
NewPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the interface on the example province."""
    with serving(tmp_path_factory.mktemp("browser") / "home") as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium; without one the tests fail and say how to install it."""
    with sync_playwright() as playwright:
        try:
            path = chromium(playwright.chromium.executable_path)
        except NoChromium as missing:
            pytest.fail(str(missing), pytrace=False)
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@dataclass
class Watched:
    """What pages of a test did that no page may do."""

    address: str
    outside: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", self._request)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._console)

    def _request(self, request: Request) -> None:
        own = (self.address, self.address.replace("http", "ws", 1), "data:", "blob:")
        if not request.url.startswith(own):
            self.outside.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.faults.append(message.text)


@pytest.fixture
def new_page(browser: Browser, address: str) -> Iterator[NewPage]:
    """Return pages of fresh sessions; what any of them asked of another host or broke fails the test."""
    watched = Watched(address)
    contexts: list[BrowserContext] = []

    def make(**options: object) -> Page:
        given = {"viewport": DESK, "locale": "id-ID", "accept_downloads": True, **options}
        context = browser.new_context(**given)  # type: ignore[arg-type]
        context.set_default_timeout(SLOW)
        contexts.append(context)
        context.on("page", watched.watch)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert watched.outside == []
    assert watched.faults == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page in a session of its own, in Indonesian on an ordinary screen."""
    return new_page()
