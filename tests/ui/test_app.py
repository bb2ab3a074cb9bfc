"""The application: the checked drawing library, a component that writes no markup, faults in plain words."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from model.text import Language
from ui.app import VIS_NETWORK_PATH, interface, vis_network
from ui.components.faults import show_unexpected
from ui.mounting import manifest
from ui.phrases import common

FOLDER = Path(str(files("ui.graph")))


def test_the_drawing_library_is_the_one_that_pyvis_carries_and_was_checked() -> None:
    assert b"@version 9.1.2" in vis_network()[:400]


@pytest.mark.parametrize(
    ("folder", "names"), [("graph", {"graph.js", "graph.css"}), ("person", {"person.js"})]
)
def test_a_component_is_declared_with_its_files(folder: str, names: set[str]) -> None:
    place = Path(str(files("ui"))) / folder
    (part,) = manifest(place).components
    root = part.resolve_asset_root(place)
    assert root is not None
    assert {path.name for path in root.iterdir()} == names


def test_the_component_loads_the_library_from_its_own_server() -> None:
    source = (FOLDER / "assets" / "graph.js").read_text(encoding="utf-8")
    assert re.findall(r'import\s+"([^"]+)"', source) == [f"../../..{VIS_NETWORK_PATH}"]
    assert "http://" not in source
    assert "https://" not in source


def test_the_component_never_turns_text_into_markup_or_code() -> None:
    source = (FOLDER / "assets" / "graph.js").read_text(encoding="utf-8")
    for forbidden in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "title:",
    ):
        assert forbidden not in source, forbidden


def _failing() -> None:
    from ui.components.faults import show_unexpected

    show_unexpected(ValueError("a detail of the program"))


@pytest.mark.parametrize("language", Language)
def test_what_no_page_caught_is_told_with_what_to_do_and_without_details(language: Language) -> None:
    app = AppTest.from_function(_failing)
    app.query_params["lang"] = language.value
    (said,) = app.run().error
    assert said.value == f"{common.UNEXPECTED.in_(language)} {common.UNEXPECTED_FIX.in_(language)}"
    assert not app.exception


def test_what_an_action_failed_with_is_told_as_on_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[str, object] = {}
    monkeypatch.setattr("streamlit.App", lambda *_, **settings: made.update(settings))
    interface()
    assert made["on_script_error"] is show_unexpected
