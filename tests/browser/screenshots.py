"""Takes the pictures of README.md again, of the example province: python -m tests.browser.screenshots."""

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.app import DESK, SLOW, chromium, opened, serving, settled

IMAGES = Path(__file__).parents[2] / "docs" / "images"
ROOM = "diskominfo/computingfacility/DAI-FK-01"
SERVER = "diskominfo/server/DAI-SRV-KMF-01"
COLOURS = 128  # in the palette of a picture: no difference to the eye, a third of the size
SHOTS = {
    "beranda": "/?lang=id",
    "jelajah": f"/jelajah?lang=id&el={SERVER}",
    "dampak": f"/dampak?lang=id&failed={SERVER}&why=dinkes/application/DAA-DKS-003",
    "sejenis": "/sejenis?lang=id&order=likeliest",
    "impact": f"/dampak?lang=en&failed={SERVER}",
}


def main() -> None:
    """Take all pictures on a freshly loaded example."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address, sync_playwright() as play:
        path = chromium(play.chromium.executable_path)
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, view in SHOTS.items():
            page = _page(browser, dark=name == "impact")
            opened(page, f"{address}{view}")
            _ready(page, drawn="&el=" in view or "&failed=" in view)
            _save(page, IMAGES / f"{name}.png")
        browser.close()


def _page(browser: Browser, *, dark: bool) -> Page:
    context = browser.new_context(
        viewport=DESK, locale="id-ID", color_scheme="dark" if dark else "light", reduced_motion="reduce"
    )
    context.set_default_timeout(SLOW)
    return context.new_page()


def _ready(page: Page, *, drawn: bool) -> None:
    """Wait for all that is drawn, and scroll to a picture that stands below the first screen."""
    picture = page.locator(".graph .stage canvas")
    if drawn:
        expect(picture).to_be_visible(timeout=SLOW)
    settled(page)
    if drawn:
        page.locator(".graph .told").scroll_into_view_if_needed()
    page.mouse.move(0, 0)
    page.evaluate("document.fonts.ready")


def _save(page: Page, place: Path) -> None:
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(place, optimize=True)


if __name__ == "__main__":
    main()
