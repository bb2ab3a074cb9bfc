"""What is measured: a load, the snapshot read in three ways, impact on it, and the reach in plain Cypher."""

import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np

from model.availability import State
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from queries.impact.certainty import uncertain
from queries.impact.impact import Scenario, simulate
from queries.snapshot.coding import ELEMENT_KINDS, RELATION_KINDS
from queries.snapshot.opening import Keeper
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store
from tests.benchmarks.estate import Estate
from tests.benchmarks.loading import edit, load

ON = date(2026, 11, 24)
REPEATS = 15
PATIENCE_S = 10.0  # a Cypher statement that took longer is not asked to go a step further


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the generated estate is."""

    elements: int
    relations: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value. goal: what it should not exceed, if there is one. words: instead of the value."""

    name: str
    value: float
    unit: str = "s"
    goal: float | None = None
    words: str | None = None


def measured_store(
    store: Store, metamodel: Metamodel, made: Estate, home: Path
) -> tuple[list[Figure], Snapshot]:
    """Load an estate, read its snapshot cold, from the file, and after an edit; return that, too."""
    taken = load(store, metamodel, made)
    folder = home / "snapshots"
    first = Keeper(folder, metamodel)
    cold = seconds(lambda: first.current(store))
    cached = median_of(lambda: Keeper(folder, metamodel).current(store), 5)
    elsewhere = Keeper(folder, metamodel)
    before = elsewhere.current(store)
    uid, key = before.elements.uid[len(before) // 2], before.elements.key[len(before) // 2]
    edited, patched, both = [], [], []
    for number in range(4):
        name = f"Nama baru {number}"
        edited.append(seconds(lambda name=name: edit(store, metamodel, uid, key, name)))  # type: ignore[misc]
        patched.append(seconds(lambda: elsewhere.current(store)))
        both.append(seconds(lambda: Keeper(folder, metamodel).current(store)))
    snapshot = elsewhere.current(store)
    assert snapshot.elements.name[snapshot.index(uid)] == "Nama baru 3"
    required = median_of(lambda: _fresh(snapshot).requirements(ON), 5)
    return [
        Figure("load with its records: plan", taken["plan"]),
        Figure("load with its records: write", taken["write"]),
        Figure("load with its records", taken["plan"] + taken["write"], goal=90),
        Figure("snapshot, cold: read from the store", cold, goal=10),
        Figure("snapshot, cached: file of another process", cached, goal=0.5),
        Figure("snapshot, patched after the first edit", patched[0]),
        Figure("snapshot, patched after one edit", median(patched[1:]), goal=0.3),
        Figure("snapshot, cached and patched", median(both)),
        Figure("one edit, planned and applied", median(edited)),
        Figure("requirements of a date", required),
        Figure("largest memory of the client while loading", _peak_mb(), "MB"),
    ], snapshot


def measured_impact(snapshot: Snapshot) -> list[Figure]:
    """Measure the impact of the widest server: the one whose loss affects most."""
    scenario = Scenario(failed={snapshot.elements.uid[widest(snapshot)]: State.DOWN}, on=ON)
    impact = simulate(snapshot, scenario)
    return [
        Figure("impact of the widest server, elements affected", len(impact.order), "elements"),
        Figure(
            "impact of the widest server, states",
            1e3 * median_of(lambda: simulate(snapshot, scenario)),
            "ms",
            10,
        ),
        Figure(
            "impact of the widest server, with chains and reasons of all",
            1e3 * median_of(lambda: simulate(snapshot, scenario).affected()),
            "ms",
            60,
        ),
        Figure(
            "impact of the widest server, what is uncertain",
            1e3 * median_of(lambda: uncertain(impact)),
            "ms",
        ),
    ]


def measured_reach(store: Store, snapshot: Snapshot) -> list[Figure]:
    """Measure the plain reach of the widest server, without groups, in Cypher and in the snapshot."""
    uid = snapshot.elements.uid[widest(snapshot)]
    own = median_of(lambda: simulate(snapshot, Scenario(failed={uid: State.DOWN}, on=ON)))
    types = np.unique(snapshot.relations.kind[snapshot.requirements(ON).relation]).tolist()
    pattern = "|".join(RELATION_KINDS[code].value for code in types)
    rings, reached = _in_rings(store, pattern, uid)
    ways = {"one statement a ring": median_of(lambda: _in_rings(store, pattern, uid), 3)}
    whole, steps = _in_one(store, pattern, uid, rings)
    figures = [Figure("plain Cypher reach, elements reached", reached, "elements")]
    if steps == rings:
        ways["one statement"] = whole
        figures.append(Figure("plain Cypher reach, one statement", 1e3 * whole, "ms"))
    else:
        told = f"over {PATIENCE_S:.0f} s at {steps} of {rings} steps"
        figures.append(Figure("plain Cypher reach, one statement", 1e3 * whole, "ms", words=told))
    figures.append(
        Figure("plain Cypher reach, one statement a ring", 1e3 * ways["one statement a ring"], "ms")
    )
    figures.append(
        Figure("best plain Cypher reach ÷ impact in the snapshot", min(ways.values()) / own, "times")
    )
    return figures


def widest(snapshot: Snapshot) -> int:
    """Return the server whose loss affects most elements, of the fifty with most dependents."""
    servers = np.flatnonzero(snapshot.elements.kind == ELEMENT_KINDS.index(ElementKind.SERVER))
    dependents = np.diff(snapshot.in_ptr)[servers]
    likely = servers[np.argsort(-dependents, kind="stable")[:50]].tolist()
    return max(likely, key=lambda index: _affected(snapshot, index))


def _affected(snapshot: Snapshot, index: int) -> int:
    scenario = Scenario(failed={snapshot.elements.uid[index]: State.DOWN}, on=ON)
    return int((simulate(snapshot, scenario).state > State.UP).sum())


def _in_rings(store: Store, pattern: str, uid: str) -> tuple[int, int]:
    """Walk ring by ring, one statement each; return how many rings, and how many elements are reached."""
    step = f"MATCH (:Element {{uid: uid}})<-[:{pattern}]-(a:Element)"
    cypher = f"UNWIND $ring AS uid {step} RETURN DISTINCT a.uid AS uid"
    seen, ring, rings = {uid}, [uid], 0
    while ring:
        found = [row["uid"] for row in store.read(cypher, ring=ring)]
        ring = [one for one in found if one not in seen]
        seen.update(ring)
        rings += bool(ring)
    return rings, len(seen) - 1


def _in_one(store: Store, pattern: str, uid: str, rings: int) -> tuple[float, int]:
    """Reach by one statement of growing length; return its seconds and the steps it could be asked for."""
    taken = 0.0
    for steps in range(1, rings + 1):
        way = f"(:Element {{uid: $uid}})<-[:{pattern}*1..{steps}]-(a:Element)"
        cypher = f"MATCH {way} RETURN count(DISTINCT a) AS n"
        taken = seconds(lambda cypher=cypher: store.read(cypher, uid=uid))  # type: ignore[misc]
        if taken > PATIENCE_S:
            return taken, steps
    return median_of(lambda: store.read(cypher, uid=uid), 3), rings


def _fresh(snapshot: Snapshot) -> Snapshot:
    """Return the snapshot without what it remembers."""
    snapshot._requirements.clear()
    return snapshot


def seconds(work: Callable[[], Any]) -> float:
    """Return how long some work takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def median_of(work: Callable[[], Any], repeats: int = REPEATS) -> float:
    """Return the median of several times of some work, in seconds."""
    return median(seconds(work) for _ in range(repeats))


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
