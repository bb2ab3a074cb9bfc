"""The Cypher that shows what an impact reached: it runs as pasted on both engines and finds the same."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from model.availability import State
from queries.impact.causes import causes
from queries.impact.impact import Impact, Scenario, simulate
from queries.impact.reach import literal, reach, reach_back, reach_below
from queries.loads.plan import GraphChange
from queries.snapshot.opening import Keeper
from queries.store.store import Store
from tests.support.graphs import METAMODEL, TODAY
from tests.support.reference_evaluator import Link, Thing
from tests.support.writes import change, element, fill, relation

EACH = ("RUNS_ON", "RUNS_ON", "CALLS", "ASSOCIATED_WITH")
DAYS = (None, None, None, "2026-11-23", "2026-11-24", "2026-11-25")


def reached(store: Store, impact: Impact) -> set[str]:
    """Return the uids that the statement finds, besides those that fail."""
    rows = store.read(reach(impact))
    assert all(list(row) == ["reached"] for row in rows)
    return {row["reached"]["uid"] for row in rows} - {impact.snapshot.elements.uid[n] for n in impact.given}


def affected(impact: Impact) -> set[str]:
    return {row.uid for row in impact.affected()}


@pytest.mark.parametrize("seed", range(6))
def test_it_finds_the_same_where_every_dependency_is_each(store: Store, tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    things, links = _estate(dice)
    fill(store, things, links)
    snapshot = Keeper(tmp_path, METAMODEL).current(store)
    for _ in range(5):
        failed, spared, *_ = dice.sample([thing.uid for thing in things], 4)
        for on in (TODAY, date(2026, 11, 25)):
            scenario = Scenario(failed={failed: State.DOWN}, protected=frozenset({spared}), on=on)
            impact = simulate(snapshot, scenario)
            assert reached(store, impact) == affected(impact), reach(impact)


@pytest.mark.parametrize("seed", range(3))
def test_backwards_it_finds_all_that_is_required(store: Store, tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    things, links = _estate(dice)
    fill(store, things, links)
    snapshot = Keeper(tmp_path, METAMODEL).current(store)
    for _ in range(4):
        target, spared = dice.sample([thing.uid for thing in things], 2)
        scenario = Scenario(failed={target: State.DOWN}, protected=frozenset({spared}), on=TODAY)
        found = causes(snapshot, [target], TODAY, [spared])
        rows = store.read(reach_back(snapshot, scenario, found))
        assert {row["reached"]["uid"] for row in rows} == {target, *(cause.uid for cause in found)}
        same = reach_below(snapshot, TODAY, np.array([snapshot.index(target)]), [snapshot.index(spared)])
        assert {row["reached"]["uid"] for row in store.read(same)} == {row["reached"]["uid"] for row in rows}


def test_with_redundancy_it_finds_what_is_affected_and_more(store: Store, tmp_path: Path) -> None:
    links = [Link("a", "RUNS_ON", uid, group="db", loss="up") for uid in ("s", "t")]
    fill(store, [Thing("a"), Thing("s"), Thing("t")], links)
    snapshot = Keeper(tmp_path, METAMODEL).current(store)
    impact = simulate(snapshot, Scenario(failed={"s": State.DOWN}, on=TODAY))
    assert affected(impact) == set()
    assert reached(store, impact) == {"a"}


def test_it_does_not_stop_at_the_distance_of_one_failed_element(store: Store, tmp_path: Path) -> None:
    links = [Link(f"e{n + 1:02d}", "RUNS_ON", f"e{n:02d}") for n in range(20)]
    fill(store, [Thing(f"e{n:02d}") for n in range(21)], links)
    snapshot = Keeper(tmp_path, METAMODEL).current(store)
    impact = simulate(snapshot, Scenario(failed={"e00": State.DOWN, "e15": State.DEGRADED}, on=TODAY))
    assert reached(store, impact) | {"e15"} == affected(impact)


ODD = [
    "it's",
    'say "no"',
    "back\\slash",
    "line\nbreak",
    "é – ö",
    "x'] DETACH DELETE n //",
    "{a}",
    "$b",
    "`c`",
]


@pytest.mark.parametrize("uid", ODD)
def test_any_text_is_quoted_safely(store: Store, tmp_path: Path, uid: str) -> None:
    odd = replace(element(Thing("s")), uid=uid)
    host = replace(relation("r0", Link("a", "RUNS_ON", "s")), target=uid)
    change(store, GraphChange(added=(element(Thing("a")), odd), relations_added=(host,)))
    assert store.read(f"RETURN {literal(uid)} AS text") == [{"text": uid}]
    snapshot = Keeper(tmp_path, METAMODEL).current(store)
    impact = simulate(snapshot, Scenario(failed={uid: State.DOWN}, on=TODAY))
    assert reached(store, impact) == {"a"}


def _estate(dice: random.Random) -> tuple[list[Thing], list[Link]]:
    status = ("active", "active", "active", "active", "planned", "retired")
    uids = [f"u{number:02d}" for number in range(14)]
    things = [Thing(uid, dice.choice(status), dice.choice(DAYS), dice.choice(DAYS)) for uid in uids]
    links = [
        Link(
            source=dice.choice(uids),
            relation=dice.choice(EACH),
            target=dice.choice(uids),
            effect=dice.choice((None, None, None, "down", "degraded", "none")),
            environment=dice.choice((None, None, "dev", "prod")),
            valid_from=dice.choice(DAYS),
            valid_to=dice.choice(DAYS),
        )
        for _ in range(24)
    ]
    return things, links
