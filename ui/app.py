"""The interface as one ASGI application: Streamlit behind our headers, and the graph's drawing library."""

import hashlib
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ui.components.faults import show_unexpected
from ui.security import SecurityHeaders

SCRIPT = Path(__file__).with_name("shell.py")

# pyvis carries the library it was tested with; the graph component draws with exactly that file.
VIS_NETWORK = ("lib", "vis-9.1.2", "vis-network.min.js")
VIS_NETWORK_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
VIS_NETWORK_PATH = "/vis-network/9.1.2/vis-network.min.js"


def interface() -> st.App:
    """Return the application, ready to be served."""
    vis_network()
    return st.App(
        SCRIPT,
        routes=[Route(VIS_NETWORK_PATH, _vis_network)],
        middleware=[Middleware(SecurityHeaders)],
        on_script_error=show_unexpected,
    )


@lru_cache(maxsize=1)
def vis_network() -> bytes:
    """Return the drawing library that the installed pyvis carries.

    Raises:
        ValueError: it is not the file this interface was tested with.
    """
    content = files("pyvis").joinpath(*VIS_NETWORK).read_bytes()
    if hashlib.sha256(content).hexdigest() != VIS_NETWORK_SHA256:
        raise ValueError("the vis-network file in the installed pyvis is not the one that was checked")
    return content


def _vis_network(_: Request) -> Response:
    return Response(
        vis_network(),
        media_type="text/javascript",
        headers={"cache-control": "public, max-age=31536000, immutable"},
    )
