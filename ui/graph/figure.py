"""A picture of elements and relations as the graph component draws it: pyvis data, placed in swim lanes."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from model.availability import State
from model.kinds import Domain, ElementKind
from model.metamodel.metamodel import Metamodel
from model.text import Language, Text
from ui.graph.lanes import COLUMN, ROW, Placement, placed
from ui.phrases import common

MOST_NODES = 500  # more than this nobody reads, and old laptops no longer drag smoothly

# People left, machines right: the chain of dependence of the SPBE domains, then what goes across.
LANES = (
    Domain.ORGANISATION,
    Domain.GOVERNANCE,
    Domain.BUSINESS,
    Domain.SERVICE,
    Domain.APPLICATION,
    Domain.DATA,
    Domain.INFRASTRUCTURE,
    Domain.SECURITY,
)
_LOWEST, _HIGHEST, _FURNITURE = 300, 540, 150  # pixels of a frame; list, buttons, heads and legend
_CLOSEST = 1.15  # the largest scale at which the browser first shows a picture
_LINE, _LINES = 17, 2  # characters a line, lines in a box

# State → line colour by ground, border width, corners, dashes. Contrast with the fills is checked in tests.
STATE_LINES = {
    State.DOWN: {"light": "#8b1a1a", "dark": "#ff8a80", "width": 3.5, "round": 0, "dashes": None},
    State.DEGRADED: {"light": "#b4530a", "dark": "#ffb066", "width": 2.5, "round": 2, "dashes": None},
    State.AT_RISK: {"light": "#8a6d00", "dark": "#ffd54f", "width": 2, "round": 8, "dashes": None},
}
_PLAIN = {"light": "#7b8794", "dark": "#8d99a6", "width": 1, "round": 4, "dashes": None}
_UNKNOWN = {"light": "#52606d", "dark": "#c3ccd5", "width": 2, "round": 4, "dashes": [4, 4]}
_GIVEN = {"light": "#111111", "dark": "#ffffff", "width": 3.5, "round": 0, "dashes": [8, 3]}
_GROUNDS = {
    "light": {
        "text": "#1f2933",
        "edge": "#9aa5b1",
        "muted": "#52606d",
        "lane": "rgba(120,130,140,.07)",
        "accent": "#1d5a8a",
    },
    "dark": {
        "text": "#f0f3f6",
        "edge": "#76828e",
        "muted": "#b8c1ca",
        "lane": "#a0aab41a",
        "accent": "#6fb1e4",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One element of a picture. state: None where states are not the question. given: as it is assumed.

    troubled: it is what is asked about, in trouble.
    """

    key: str
    name: str
    kind: ElementKind
    agency: str | None = None
    state: State | None = None
    given: State | None = None
    unknown: bool = False
    troubled: bool = False

    @property
    def sign(self) -> str:
        """The sign of its state; empty where states are not the question."""
        if self.given:
            return common.GIVEN_SIGNS[self.given]
        if self.troubled:
            return common.TROUBLED_SIGN
        if self.unknown:
            return common.UNKNOWN_SIGN
        return common.SIGNS[self.state] if self.state is not None else ""

    @property
    def state_words(self) -> Text | None:
        """The word of its state; None where states are not the question."""
        if self.given:
            return common.GIVENS[self.given]
        if self.troubled:
            return common.TROUBLED
        if self.unknown:
            return common.UNKNOWN
        return common.STATES[self.state] if self.state is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One relation of a picture between nodes by number; strong ones carry the failure."""

    source: int
    target: int
    strong: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a picture shows."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def payload(
    figure: Figure, metamodel: Metamodel, language: Language, *, selected: str | None
) -> dict[str, Any]:
    """Return what the graph component draws, as JSON values.

    The digest changes only when the picture does, so that the browser draws anew only then.
    """
    network = _network(figure, metamodel, language, _placement(figure, metamodel))
    lanes = [
        {"title": metamodel.domain(LANES[lane]).label.in_(language), "left": left, "right": right}
        for lane, left, right in _placement(figure, metamodel).lanes
    ]
    drawn = {"nodes": network.nodes, "edges": network.edges, "options": {}, "lanes": lanes}
    drawn |= {
        "palettes": _palettes(metamodel),
        "texts": _texts(language),
        "legend": _legend(figure, language),
    }
    digest = hashlib.blake2b(json.dumps(drawn, sort_keys=True).encode(), digest_size=8).hexdigest()
    return {**drawn, "digest": digest, "selected": selected}


def frame_height(figure: Figure, metamodel: Metamodel, width: int) -> int:
    """Return how high a frame of some width the picture needs, in pixels: a small one leaves room below."""
    placement = _placement(figure, metamodel)
    if not len(placement.x):
        return _LOWEST
    wide, high = np.ptp(placement.x) + COLUMN, np.ptp(placement.y) + ROW
    return int(np.clip(high * min(_CLOSEST, width / wide) + _FURNITURE, _LOWEST, _HIGHEST))


def told(node: Node, metamodel: Metamodel, language: Language) -> str:
    """Return a node in one line: sign and state, name, kind, agency."""
    state = node.state_words
    parts = [node.name, metamodel.kind(node.kind).label.in_(language), node.agency or ""]
    words = " · ".join(part for part in parts if part)
    return f"{node.sign} {state.in_(language)} · {words}" if state else words


def boxed(words: str, sign: str = "") -> str:
    """Return a sign and a name in at most two short lines, cut with an ellipsis."""
    lines = [""]
    for word in (sign, *words.split()):
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= _LINE or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    cut = [line if len(line) <= _LINE else f"{line[: _LINE - 1]}…" for line in lines[:_LINES]]
    if len(lines) > _LINES and not cut[-1].endswith("…"):
        cut[-1] = f"{cut[-1][: _LINE - 1].rstrip()}…"
    return "\n".join(cut)


def _placement(figure: Figure, metamodel: Metamodel) -> Placement:
    lane = [LANES.index(metamodel.kind(node.kind).domain) for node in figure.nodes]
    ends = np.array([(edge.source, edge.target) for edge in figure.edges], np.int64).reshape(-1, 2)
    return placed(lane, ends[:, 0], ends[:, 1])


def _network(figure: Figure, metamodel: Metamodel, language: Language, placement: Placement) -> Any:
    from pyvis.network import Network  # a second to import, and only pictures need it

    network = Network(directed=True)
    # assigned, not added: Network.add_node looks through all nodes each time
    network.nodes = [
        {
            "id": node.key,
            "label": boxed(node.name, node.sign),
            "told": told(node, metamodel, language),
            "x": round(float(placement.x[number]), 1),
            "y": round(float(placement.y[number]), 1),
            "layer": metamodel.kind(node.kind).layer.value,
            "state": _state(node),
        }
        for number, node in enumerate(figure.nodes)
    ]
    network.edges = [
        {
            "id": number,
            "from": figure.nodes[edge.source].key,
            "to": figure.nodes[edge.target].key,
            "strong": edge.strong,
            "dashes": edge.dashed,
        }
        for number, edge in enumerate(figure.edges)
    ]
    return network


def _state(node: Node) -> str:
    if node.given or node.troubled:
        return "given"
    if node.unknown:
        return "unknown"
    return node.state.word if node.state is not None and node.state is not State.UP else "none"


def _palettes(metamodel: Metamodel) -> dict[str, Any]:
    lines = {state.word: line for state, line in STATE_LINES.items()}
    lines |= {"none": _PLAIN, "unknown": _UNKNOWN, "given": _GIVEN}
    return {
        ground: {
            **colours,
            "layers": {spec.layer.value: getattr(spec, ground) for spec in metamodel.layers},
            "states": {
                name: {
                    "line": line[ground],
                    "width": line["width"],
                    "round": line["round"],
                    "dashes": line["dashes"],
                }
                for name, line in lines.items()
            },
        }
        for ground, colours in _GROUNDS.items()
    }


def _texts(language: Language) -> dict[str, str]:
    return {
        "list": common.LIST.in_(language),
        "whole": common.WHOLE.in_(language),
        "near": common.NEAR.in_(language),
        "image": common.IMAGE.in_(language),
        "hint": common.HINT.in_(language),
        "help": common.GRAPH_HELP.in_(language),
        "file": "simpul.png",
    }


def _legend(figure: Figure, language: Language) -> list[dict[str, str]]:
    """The signs that the picture uses, worst first."""
    shown: dict[Text, tuple[str, str]] = {}
    for node in sorted(figure.nodes, key=_worst_first):
        if (words := node.state_words) is not None:
            shown.setdefault(words, (node.sign, _state(node)))
    return [
        {"sign": sign, "words": words.in_(language), "colour": state}
        for words, (sign, state) in shown.items()
    ]


def _worst_first(node: Node) -> tuple[bool, int]:
    return (not (node.given or node.troubled), -int(node.state or 0))


def lane_order(metamodel: Metamodel, kinds: Sequence[ElementKind]) -> list[ElementKind]:
    """Return kinds in the order of the lanes, then as the metamodel declares them."""
    declared = [spec.kind for spec in metamodel.kinds]
    return sorted(kinds, key=lambda k: (LANES.index(metamodel.kind(k).domain), declared.index(k)))
