"""Overviews as ECharts options: the heat map of agencies and domains, and the flow from domain to domain."""

import colorsys
from collections.abc import Mapping, Sequence
from typing import Any

HEAT_ROW = 22  # pixels
HEAT_LEAST = 620  # pixels in width that its heads need beside the names
_STRONGEST = 0.95  # share of the boxes below the strongest colour
_HEAT_COLOURS = {"light": ["#dfeaf3", "#8db8d6", "#2f6f9f"], "dark": ["#22374a", "#3b6d94", "#8cc4ee"]}
_EMPTY = {"light": "#f6f0ea", "dark": "#2b2622"}


def heat_map(
    rows: Sequence[str], columns: Sequence[str], counts: Mapping[tuple[int, int], int], ground: str
) -> dict[str, Any]:
    """Return a heat map; a box without a count is drawn empty, with a dash. Boxes can be clicked.

    counts: (row, column) → number. Rows run from top to bottom. ground: "light" or "dark".
    """
    # one agency that runs the data centre must not leave all others pale
    ordered = sorted(counts.values()) or [1]
    top = ordered[min(len(ordered) - 1, int(len(ordered) * _STRONGEST))]
    cells = [
        {
            "value": [column, row, counts.get((row, column), 0)],
            "label": {"formatter": str(counts[row, column]) if (row, column) in counts else "–"},
            **({} if (row, column) in counts else {"itemStyle": {"color": _EMPTY[ground]}}),
        }
        for row in range(len(rows))
        for column in range(len(columns))
    ]
    return {
        "animation": False,
        "grid": {"left": 4, "right": 4, "top": 4, "bottom": 4, "containLabel": True},
        "tooltip": {"position": "top", "formatter": "{b}"},
        "xAxis": {"type": "category", "data": list(columns), "position": "top", "axisLabel": {"interval": 0}},
        "yAxis": {
            "type": "category",
            "data": list(rows),
            "inverse": True,
            "axisLabel": {"interval": 0, "width": 250, "overflow": "truncate"},
        },
        "visualMap": {"show": False, "min": 0, "max": top, "inRange": {"color": _HEAT_COLOURS[ground]}},
        "series": [
            {
                "type": "heatmap",
                "data": cells,
                "label": {"show": True, "fontSize": 11},
                "selectedMode": "single",
                "itemStyle": {"borderWidth": 1, "borderColor": "transparent"},
            }
        ],
    }


def heat_height(rows: int) -> int:
    """Return the height of a heat map with so many rows, in pixels."""
    return 40 + HEAT_ROW * rows


def flow(nodes: Sequence[tuple[str, str]], flows: Sequence[tuple[int, int, int]]) -> dict[str, Any]:
    """Return a sankey diagram.

    nodes: name and colour. flows: from node, to node, how many; no flow may lead back.
    """
    return {
        "animation": False,
        "tooltip": {"trigger": "item"},
        "series": [
            {
                "type": "sankey",
                "left": 4,
                "right": 110,
                "top": 8,
                "bottom": 8,
                "draggable": False,
                "nodeGap": 14,
                "emphasis": {"focus": "adjacency"},
                "data": [{"name": name, "itemStyle": {"color": colour}} for name, colour in nodes],
                "links": [
                    {"source": nodes[start][0], "target": nodes[end][0], "value": number}
                    for start, end, number in flows
                ],
                "lineStyle": {"color": "source", "opacity": 0.35},
            }
        ],
    }


def strong(colour: str) -> str:
    """Return a pale colour made strong enough to stand on white: "#f6e7a8" → darker, same hue."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    hue, light, satiation = colorsys.rgb_to_hls(*parts)
    made = colorsys.hls_to_rgb(hue, light * 0.72, min(1.0, satiation * 0.8))
    return "#" + "".join(f"{round(part * 255):02x}" for part in made)
