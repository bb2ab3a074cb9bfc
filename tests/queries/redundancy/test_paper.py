"""docs/redundancy.md says what the code holds."""

import re
from pathlib import Path

from queries.redundancy.candidates import BLOCK, EVERY_PAIR, NEIGHBOURS
from queries.redundancy.scoring import BASELINE, UNDESCRIBED, WEIGHTS, Weights

PAPER = (Path(__file__).parents[3] / "docs" / "redundancy.md").read_text(encoding="utf-8")


def test_every_weight_is_on_paper_as_it_is() -> None:
    told = dict(re.findall(r"^\| (\w+) \|.*\| ([+-][\d.]+) \|$", PAPER, re.M))
    shipped = {evidence.value: weight for evidence, weight in WEIGHTS.items()}
    shipped |= {BASELINE: Weights().baseline, UNDESCRIBED: Weights().undescribed}
    assert told == {name: f"{weight:+}" for name, weight in shipped.items()}


def test_the_limits_of_candidates_are_on_paper() -> None:
    assert f"Up to {EVERY_PAIR:,} elements" in PAPER
    assert f"the {NEIGHBOURS} nearest" in PAPER
    assert f"more than {BLOCK} do" in PAPER
