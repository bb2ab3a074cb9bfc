"""The inventories that the engine is fitted and measured on keep what their page promises."""

import csv
from collections import Counter
from itertools import combinations

import pytest

from tests.benchmarks.inventories import DATA, HELD, LEARNT, POSITIVE, READ, UNCLEAR

FOLDERS = sorted(path.name for path in DATA.iterdir() if path.is_dir())


def rows(folder: str, name: str) -> list[dict[str, str]]:
    with (DATA / folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_inventory_is_learnt_from_or_held_out_and_none_is_both() -> None:
    used = [(one.folder, one.half) for one in (*LEARNT, *HELD, *READ)]
    assert len(set(used)) == len(used)
    assert {folder for folder, _ in used} == set(FOLDERS)
    assert not {folder for folder, half in used if not half} & {folder for folder, half in used if half}


@pytest.mark.parametrize("folder", FOLDERS)
def test_pairs_are_of_applications_on_record_and_each_is_told_once(folder: str) -> None:
    keys = [row["key"] for row in rows(folder, "applications")]
    assert len(set(keys)) == len(keys)
    assert {row["key"] for row in rows(folder, "truth")} == set(keys)
    pairs = rows(folder, "pairs")
    assert all(row["left"] < row["right"] for row in pairs)
    assert max(Counter((row["left"], row["right"]) for row in pairs).values()) == 1
    assert {key for row in pairs for key in (row["left"], row["right"])} <= set(keys)
    assert {row["kind"] for row in pairs} <= {*POSITIVE, "related", UNCLEAR}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_two_of_one_function_are_told(folder: str) -> None:
    """Of two national ones nothing is said."""
    said = {(row["left"], row["right"]) for row in rows(folder, "pairs")}
    of: dict[str, list[str]] = {}
    for row in rows(folder, "truth"):
        for function in row["function"].split(";"):
            of.setdefault(function.strip(), []).append(row["key"])
    missing = [
        two
        for keys in of.values()
        for two in combinations(sorted(keys), 2)
        if two not in said and not all(key.startswith("nasional/") for key in two)
    ]
    assert missing == []


def test_no_true_pair_joins_what_is_learnt_from_and_what_is_held_out() -> None:
    halves = {one.folder for one in (*LEARNT, *HELD) if one.half}
    for folder in halves:
        split = {row["key"]: row["split"] for row in rows(folder, "truth")}
        true = [row for row in rows(folder, "pairs") if row["kind"] in POSITIVE]
        assert all(split[row["left"]] == split[row["right"]] for row in true)
