"""Mounting the graph in a page. Names and other texts of users reach the browser as data, never as markup."""

import tomllib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from ui import session

NAME = "simpul.graph"
_HTML = '<div class="graph"></div>'


def show_graph(payload: dict[str, Any], *, key: str, height: int, on_click: Callable[[str], None]) -> None:
    """Draw a payload of ui.figure; a click on a node, or Enter in its list, calls on_click with its id.

    on_click runs before the page is drawn again, so that the page can already answer.
    """

    def clicked() -> None:
        chosen = session.component_value(key, "clicked")
        if isinstance(chosen, str):
            on_click(chosen)

    draw = _renderer(get_bidi_component_manager())
    draw(key=key, data={**payload, "height": height}, height=height, on_clicked_change=clicked)


@lru_cache(maxsize=8)  # one for each runtime: a test starts its own
def _renderer(manager: BidiComponentManager) -> Callable[..., Any]:
    if manager.get_component_asset_root(NAME) is None:
        # Streamlit looks for components in installed wheels only, not in an editable installation
        folder = Path(str(files("ui.graph")))
        manager.register_from_manifest(manifest(folder), folder)
    return st.components.v2.component(NAME, html=_HTML, css="graph.css", js="graph.js")


def manifest(folder: Path) -> ComponentManifest:
    """Return what the component's pyproject.toml declares."""
    declared = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    parts = declared["tool"]["streamlit"]["component"]["components"]
    return ComponentManifest(
        name=declared["project"]["name"],
        version=declared["project"]["version"],
        components=[ComponentConfig.from_dict(part) for part in parts],
    )
