"""Components of this interface that run in the browser: registered from their folders, installed or not."""

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


def mounted(package: str, *, html: str = "", css: str | None = None, js: str) -> Callable[..., Any]:
    """Return what mounts the component of a package in a page.

    package: holds a pyproject.toml that declares one component; css, js: files among its assets.
    """
    return _renderer(get_bidi_component_manager(), package, html, css, js)


@lru_cache(maxsize=16)  # some for each runtime: a test starts its own
def _renderer(
    manager: BidiComponentManager, package: str, html: str, css: str | None, js: str
) -> Callable[..., Any]:
    folder = Path(str(files(package)))
    declared = manifest(folder)
    name = f"{declared.name}.{declared.components[0].name}"
    if manager.get_component_asset_root(name) is None:
        # Streamlit looks for components in installed wheels only, not in an editable installation
        manager.register_from_manifest(declared, folder)
    return st.components.v2.component(name, html=html, css=css, js=js)


def manifest(folder: Path) -> ComponentManifest:
    """Return what a component's pyproject.toml declares."""
    declared = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    parts = declared["tool"]["streamlit"]["component"]["components"]
    return ComponentManifest(
        name=declared["project"]["name"],
        version=declared["project"]["version"],
        components=[ComponentConfig.from_dict(part) for part in parts],
    )
