"""docs/redundancy.md says what the code holds."""

import re
from pathlib import Path

from model.kinds import ElementKind
from queries.redundancy.candidates import BLOCK, EVERY_PAIR, NEIGHBOURS
from queries.redundancy.evidence import ALL, Evidence
from queries.redundancy.scoring import BASELINE, UNDESCRIBED, shipped_weights

KINDS = (ElementKind.APPLICATION, ElementKind.SERVICE, ElementKind.DATA_OBJECT, ElementKind.ORG_UNIT)
PAPER = (Path(__file__).parents[3] / "docs" / "redundancy.md").read_text(encoding="utf-8")


def test_every_weight_is_on_paper_as_it_is() -> None:
    rows = re.findall(r"^\| (\w+) \|.*?((?:\| [+-·][\d.]* ){4})\|$", PAPER, re.M)
    told = {name: re.findall(r"[+-][\d.]+|·", cells) for name, cells in rows}
    assert told == {name: [_cell(kind, name) for kind in KINDS] for name in (BASELINE, UNDESCRIBED, *ALL)}


def _cell(kind: ElementKind, name: str) -> str:
    weights = shipped_weights(kind)
    named = {BASELINE: weights.baseline, UNDESCRIBED: weights.undescribed}
    found = named[name] if name in named else weights.evidence[Evidence(name)]
    return f"{found:+}" if found else "·"


def test_the_limits_of_candidates_are_on_paper() -> None:
    assert f"Up to {EVERY_PAIR:,} elements" in PAPER
    assert f"the {NEIGHBOURS} nearest" in PAPER
    assert f"more than {BLOCK} do" in PAPER
