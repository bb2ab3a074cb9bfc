"""Pictures as data: labels that fit, a digest that follows the content, colours that can be told apart."""

import pytest

from model.availability import State
from model.kinds import ElementKind
from model.text import Language
from tests.support.estate_in_words import metamodel
from ui.graph.figure import STATE_LINES, Edge, Figure, Node, boxed, payload

HOSTILE = '<img src=x onerror="alert(1)"> href [x](javascript:alert(2))'
MODEL = metamodel()


def node(name: str = "SIMRS", **more: object) -> Node:
    return Node(key=f"k/{name}", name=name, kind=ElementKind.APPLICATION, **more)  # type: ignore[arg-type]


def drawn(*nodes: Node, language: Language = Language.ID, selected: str | None = None) -> dict[str, object]:
    edges = tuple(Edge(source=n, target=n + 1) for n in range(len(nodes) - 1))
    return payload(Figure(nodes=nodes, edges=edges), MODEL, language, selected=selected)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("SIMRS", "SIMRS"),
        ("Sistem Informasi Manajemen Rumah Sakit", "Sistem Informasi\nManajemen Rumah…"),
        ("Penyelenggaraanpemerintahandaerah", "Penyelenggaraanp…"),
        ("", ""),
    ],
)
def test_a_label_has_two_short_lines_at_most(name: str, label: str) -> None:
    assert boxed(name) == label


def test_the_sign_of_the_state_stands_in_the_label() -> None:
    assert boxed("SIMRS", "■") == "■ SIMRS"
    nodes = drawn(node(state=State.DOWN), node("B", state=State.AT_RISK), node("C", given=State.DOWN))[
        "nodes"
    ]
    assert [n["label"][0] for n in nodes] == ["■", "◆", "✕"]  # type: ignore[attr-defined,index]


def test_signs_differ_by_shape_and_the_legend_names_those_used() -> None:
    legend = drawn(node(state=State.DOWN), node("B", state=State.UP))["legend"]
    assert legend == [
        {"sign": "■", "words": "Tidak tersedia", "colour": "down"},
        {"sign": "●", "words": "Normal", "colour": "none"},
    ]


def test_the_digest_follows_the_picture_and_not_the_choice() -> None:
    one = drawn(node(), node("B"))
    assert drawn(node(), node("B"), selected="k/B")["digest"] == one["digest"]
    assert drawn(node(), node("C"))["digest"] != one["digest"]
    assert drawn(node(), node("B", state=State.DOWN))["digest"] != one["digest"]
    assert drawn(node(), node("B"), language=Language.EN)["digest"] != one["digest"]


def test_hostile_names_stay_plain_data() -> None:
    [one] = drawn(node(HOSTILE))["nodes"]  # type: ignore[misc]
    assert one["told"].startswith(HOSTILE)
    assert "title" not in one  # a title is what vis-network and pyvis would show as markup


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_text_and_state_lines_stand_out_on_every_layer(ground: str) -> None:
    palette = drawn(node())["palettes"][ground]  # type: ignore[index]
    for fill in palette["layers"].values():
        assert contrast(palette["text"], fill) >= 4.5
        for state in STATE_LINES:
            assert contrast(palette["states"][state.word]["line"], fill) >= 3
