"""A picture to take along: every element and relation of it, and nothing that a name could smuggle in."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from model.availability import State
from model.kinds import ElementKind
from model.text import Language
from queries.impact.impact import Scenario, simulate
from tests.support.estate_in_words import estate
from tests.support.interface import HOSTILE
from ui.graph.drawing import mermaid, svg
from ui.graph.figure import Edge, Figure, Node
from ui.impact import affected

SVG = "{http://www.w3.org/2000/svg}"
METAMODEL = estate().metamodel


def hostile() -> Figure:
    nodes = tuple(
        Node(key=f"k{n}", name=name, kind=ElementKind.SERVER, state=State.DOWN)
        for n, name in enumerate((*HOSTILE, "a\x00b\x0bc", '"]\n  click n0 call fire()'))
    )
    return Figure(nodes=nodes, edges=(Edge(source=0, target=1, dashed=True), Edge(source=1, target=2)))


def of_impact() -> Figure:
    scenario = Scenario(failed={"u:bersama/server/HOST": State.DOWN}, on=date(2026, 11, 22))
    impact = simulate(estate(), scenario)
    return affected.figure(impact, impact.affected(), 500)[0]


@pytest.mark.parametrize("language", Language)
def test_the_svg_has_each_element_with_its_state_in_words(language: Language) -> None:
    figure = of_impact()
    root = ElementTree.fromstring(svg(figure, METAMODEL, language))
    titles = [title.text or "" for title in root.iter(f"{SVG}title")]
    assert len(titles) == len(figure.nodes)
    assert all(any(node.name in title for title in titles) for node in figure.nodes)
    assert len(list(root.iter(f"{SVG}path"))) == len(figure.edges)


def test_an_empty_picture_is_an_empty_svg() -> None:
    assert len(ElementTree.fromstring(svg(Figure(nodes=(), edges=()), METAMODEL, Language.ID))) == 0


def test_hostile_names_are_text_in_the_svg() -> None:
    root = ElementTree.fromstring(svg(hostile(), METAMODEL, Language.ID))
    assert {one.tag for one in root.iter()} <= {
        f"{SVG}{t}" for t in ("svg", "rect", "text", "path", "g", "title")
    }


def test_mermaid_has_a_line_for_each_element_and_each_arrow() -> None:
    figure = of_impact()
    text = mermaid(figure, METAMODEL, Language.ID)
    assert text.startswith("flowchart LR\n")
    assert len(re.findall(r"^    n\d+\[", text, re.M)) == len(figure.nodes)
    assert len(re.findall(r"^  n\d+ (-->|==>|-\.->) n\d+$", text, re.M)) == len(figure.edges)
    assert text.count("subgraph ") == text.count("\n  end\n")


def test_hostile_names_end_no_label_in_mermaid() -> None:
    for line in mermaid(hostile(), METAMODEL, Language.ID).splitlines():
        if line.lstrip().startswith("n") and "[" in line:
            assert re.fullmatch(r'    n\d+\["[^"<>&\[\]{}()|`\\]*"\]', line)
