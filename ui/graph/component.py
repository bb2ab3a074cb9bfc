"""Mounting the graph in a page. Names and other texts of users reach the browser as data, never as markup."""

from collections.abc import Callable
from typing import Any

from ui import session
from ui.mounting import mounted

_HTML = '<div class="graph"></div>'


def show_graph(payload: dict[str, Any], *, key: str, height: int, on_click: Callable[[str], None]) -> None:
    """Draw a payload of ui.graph.figure; a click on a node, or Enter in its list, calls on_click with its id.

    on_click runs before the page is drawn again, so that the page can already answer.
    """

    def clicked() -> None:
        chosen = session.component_value(key, "clicked")
        if isinstance(chosen, str):
            on_click(chosen)

    draw = mounted("ui.graph", html=_HTML, css="graph.css", js="graph.js")
    draw(key=key, data={**payload, "height": height}, height=height, on_clicked_change=clicked)
