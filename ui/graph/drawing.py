"""A picture to take along: as SVG for any office program, and as Mermaid text for a page or a wiki."""

import re
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from model.metamodel.metamodel import Metamodel
from model.text import Language
from ui.graph.figure import LANES, Figure, payload, told

_WIDE, _HIGH = 132.0, 36.0  # pixels of a box
_MARGIN, _HEAD = 24.0, 26.0  # around everything, and above the lanes for their titles
_LINE = 14.0  # pixels from line to line
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Mermaid reads these in a label as its own; a number in decimal stands for any character.
_MARKS = frozenset('"#<>&|`[](){}\\;')


def svg(figure: Figure, metamodel: Metamodel, language: Language) -> str:
    """Return the picture as one SVG document on white ground, as the graph component draws it."""
    drawn = payload(figure, metamodel, language, selected=None)
    palette = drawn["palettes"]["light"]
    place = {node["id"]: (node["x"], node["y"]) for node in drawn["nodes"]}
    if not place:
        return '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n'
    left = min(x for x, _ in place.values()) - _WIDE / 2 - _MARGIN
    right = max(x for x, _ in place.values()) + _WIDE / 2 + _MARGIN
    top = min(y for _, y in place.values()) - _HIGH / 2 - _MARGIN - _HEAD
    bottom = max(y for _, y in place.values()) + _HIGH / 2 + _MARGIN
    wide, high = right - left, bottom - top
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:g} {top:g} {wide:g} {high:g}" '
        f'width="{wide:g}" height="{high:g}" font-family="sans-serif" font-size="11">',
        f'<rect x="{left:g}" y="{top:g}" width="{wide:g}" height="{high:g}" fill="#ffffff"/>',
        *(_lane(lane, top, bottom, palette) for lane in drawn["lanes"]),
        *(_edge(edge, place, palette) for edge in drawn["edges"]),
        *(_node(node, palette) for node in drawn["nodes"]),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _lane(lane: Mapping[str, Any], top: float, bottom: float, palette: Mapping[str, Any]) -> str:
    left, right = lane["left"], lane["right"]
    return (
        f'<rect x="{left:g}" y="{top:g}" width="{right - left:g}" height="{bottom - top:g}" '
        f'fill="{palette["lane"]}"/>'
        f'<text x="{(left + right) / 2:g}" y="{top + _HEAD - 8:g}" text-anchor="middle" font-weight="bold" '
        f'fill="{palette["muted"]}">{_text(lane["title"])}</text>'
    )


def _edge(
    edge: Mapping[str, Any], place: Mapping[str, tuple[float, float]], palette: Mapping[str, Any]
) -> str:
    (x, y), (to_x, to_y) = place[edge["from"]], place[edge["to"]]
    bend = (x + to_x) / 2
    dashes = ' stroke-dasharray="4 3"' if edge["dashes"] else ""
    return (
        f'<path d="M{x:g} {y:g} C{bend:g} {y:g} {bend:g} {to_y:g} {to_x:g} {to_y:g}" fill="none" '
        f'stroke="{palette["edge"]}" stroke-width="{2 if edge["strong"] else 1}"{dashes}/>'
    )


def _node(node: Mapping[str, Any], palette: Mapping[str, Any]) -> str:
    line = palette["states"][node["state"]]
    fill = palette["layers"][node["layer"]]
    dashes = f' stroke-dasharray="{" ".join(map(str, line["dashes"]))}"' if line["dashes"] else ""
    lines = node["label"].split("\n")
    first = node["y"] - _LINE * (len(lines) - 1) / 2 + 4
    words = "".join(
        f'<text x="{node["x"]:g}" y="{first + _LINE * number:g}" text-anchor="middle" '
        f'fill="{palette["text"]}">{_text(text)}</text>'
        for number, text in enumerate(lines)
    )
    box = f'x="{node["x"] - _WIDE / 2:g}" y="{node["y"] - _HIGH / 2:g}" width="{_WIDE:g}" height="{_HIGH:g}"'
    return (
        f'<g><title>{_text(node["told"])}</title><rect {box} rx="{line["round"]}" fill={quoteattr(fill)} '
        f'stroke="{line["line"]}" stroke-width="{line["width"]}"{dashes}/>{words}</g>'
    )


def _text(words: str) -> str:
    """A text as XML has it; characters that XML has no way to write are a question mark."""
    return escape(_UNWRITABLE.sub("?", words))


def mermaid(figure: Figure, metamodel: Metamodel, language: Language) -> str:
    """Return the picture as a Mermaid flowchart: a subgraph for each domain, an arrow to what is needed."""
    lines = ["flowchart LR"]
    domains = [metamodel.kind(node.kind).domain for node in figure.nodes]
    for lane in LANES:
        inside = [number for number, domain in enumerate(domains) if domain is lane]
        if inside:
            lines.append(f"  subgraph {lane.value}[{_label(metamodel.domain(lane).label.in_(language))}]")
            lines += [
                f"    n{number}[{_label(told(figure.nodes[number], metamodel, language))}]"
                for number in inside
            ]
            lines.append("  end")
    lines += [f"  n{edge.source} {_arrow(edge.strong, edge.dashed)} n{edge.target}" for edge in figure.edges]
    return "\n".join(lines) + "\n"


def _arrow(strong: bool, dashed: bool) -> str:
    if dashed:
        return "-.->"
    return "==>" if strong else "-->"


def _label(words: str) -> str:
    line = " ".join(words.split())
    return '"' + "".join(f"#{ord(mark)};" if mark in _MARKS else mark for mark in line) + '"'
