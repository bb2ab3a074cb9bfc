"""Measures what asks about many failures at once, and writes docs/benchmarks-resilience.md.

python -m tests.benchmarks.resilience [--elements N] [--relations N] [--out FILE]
"""

import argparse
import json
import random
from datetime import UTC, datetime
from pathlib import Path

import networkx as nx
import numpy as np

from model.availability import State
from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from queries.certificate.causes import causes_certificate
from queries.certificate.document import Origin, text_of
from queries.checker.checking import check
from queries.checker.reading import saved
from queries.impact.causes import causes
from queries.impact.impact import Scenario, simulate
from queries.resilience.failure_sets import failure_sets
from queries.resilience.fake_redundancy import fake_redundancies
from queries.resilience.single_points import TARGETS, single_points
from queries.resilience.undecided import undecided
from queries.snapshot.columns import Longs
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from tests.benchmarks.estate import estate
from tests.benchmarks.large import ELEMENTS, RELATIONS, measured_large
from tests.benchmarks.measuring import ON, Figure, median_of, seconds, widest
from tests.benchmarks.report import machine, section
from tests.support.fault_tree import SETS, TOP, fault_tree
from tests.support.graphs import TODAY

_ROOT = Path(__file__).parents[2]
_SYMPTOMS = 5
_SAMPLE = 300  # failures of the naive loop and of networkx; all of them are reckoned from these


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.resilience", description=__doc__)
    parser.add_argument("--elements", type=int, default=100_000)
    parser.add_argument("--relations", type=int, default=300_000)
    parser.add_argument("--out", type=Path, default=_ROOT / "docs" / "benchmarks-resilience.md")
    asked = parser.parse_args()
    snapshot = compile_snapshot(shipped(), *estate(asked.elements, asked.relations).tables(), 1)
    snapshot.requirements(ON)
    large = (
        f"Estate: {asked.elements:,} elements, {asked.relations:,} relations, some in groups; all services"
    )
    lines = [
        "# Benchmarks: what is fragile",
        "",
        "Written by `make bench`; do not edit.",
        "",
        f"- Machine: {machine()}.",
        f"- Day: {datetime.now(UTC).date().isoformat()}.",
        "",
        *section(("A generated estate", f"{large} and processes are targets."), _estate(snapshot)),
        "",
        *section(
            ("A million elements", f"{ELEMENTS:,} elements, {RELATIONS:,} relations."), measured_large()
        ),
        "",
        *section(("A published fault tree", f"Baobab 1, {SETS:,} minimal sets, from the graph."), _tree()),
        "",
        "The naive loop fails one element after the other in the snapshot; networkx walks to all that depend",
        "on each, without groups. Both are measured on a sample and reckoned for all elements.",
        "",
    ]
    asked.out.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    print(f"{asked.out} is written")


def _estate(snapshot: Snapshot) -> list[Figure]:
    targets = np.flatnonzero(snapshot.of_kinds(TARGETS))
    all_at_once = median_of(lambda: single_points(snapshot, ON), 3)
    graph = _graph(snapshot)
    naive, walked = _naive(snapshot), _networkx(snapshot, graph)
    return [
        *_one_failure(snapshot, graph),
        Figure("single points of failure of all targets", all_at_once, goal=20),
        Figure(
            "pairs of a target and what alone takes it down", len(single_points(snapshot, ON).alone), "pairs"
        ),
        Figure("naive loop ÷ one pass", naive / all_at_once, "times"),
        Figure("networkx reach ÷ one pass", walked / all_at_once, "times"),
        Figure(
            "minimal sets of up to two elements, all targets",
            seconds(lambda: failure_sets(snapshot, ON, targets, 2)),
        ),
        Figure("fake redundancy", seconds(lambda: fake_redundancies(snapshot, ON))),
        Figure("what nobody decided, and what hangs on it", seconds(lambda: undecided(snapshot, ON))),
        *_causes(snapshot, targets),
    ]


def _causes(snapshot: Snapshot, targets: Longs) -> list[Figure]:
    """What could be the cause of five symptoms, saved, and checked again from its file."""
    chosen = random.Random(1).sample(targets.tolist(), _SYMPTOMS)
    symptoms = Scenario(failed={snapshot.uids[one]: State.DOWN for one in chosen}, on=ON)
    found = causes(snapshot, symptoms.failed, ON)
    text = text_of(causes_certificate(snapshot, symptoms, found, Origin(store=None)))
    return [
        Figure(
            "causes of five symptoms",
            median_of(lambda: causes(snapshot, symptoms.failed, ON), 5),
        ),
        Figure("… how many there are", len(found), "elements"),
        Figure("… checked from their certificate", seconds(lambda: check(saved(json.loads(text))))),
    ]


def _naive(snapshot: Snapshot) -> float:
    dice = random.Random(1)
    sample = dice.sample(snapshot.uids, _SAMPLE)

    def fail_each() -> None:
        for uid in sample:
            simulate(snapshot, Scenario(failed={uid: State.DOWN}, on=ON))

    return seconds(fail_each) * len(snapshot) / _SAMPLE


def _one_failure(snapshot: Snapshot, graph: "nx.DiGraph[int]") -> list[Figure]:
    """One failure, the widest: states of everything, beside the mere reach in networkx."""
    index = widest(snapshot)
    scenario = Scenario(failed={snapshot.uids[index]: State.DOWN}, on=ON)
    own = median_of(lambda: simulate(snapshot, scenario))
    walk = median_of(lambda: nx.descendants(graph, index), 5)
    return [
        Figure("impact of the widest server, states", 1e3 * own, "ms", 10),
        Figure("networkx reach of it ÷ impact", walk / own, "times"),
    ]


def _graph(snapshot: Snapshot) -> "nx.DiGraph[int]":
    """What depends on what, without groups."""
    rows = snapshot.requirements(ON)
    graph = nx.DiGraph(zip(rows.target.tolist(), rows.source.tolist(), strict=True))
    graph.add_nodes_from(range(len(snapshot)))
    return graph


def _networkx(snapshot: Snapshot, graph: "nx.DiGraph[int]") -> float:
    sample = random.Random(1).sample(range(len(snapshot)), _SAMPLE)
    return seconds(lambda: [nx.descendants(graph, one) for one in sample]) * len(snapshot) / _SAMPLE


def _tree() -> list[Figure]:
    snapshot = fault_tree()
    events = snapshot.of_kinds((ElementKind.STORAGE,))
    target = np.array([snapshot.index(TOP)])
    snapshot.requirements(TODAY)
    found = failure_sets(snapshot, TODAY, target, int(events.sum()), may_fail=events)
    return [
        Figure("minimal sets found", len(found[0].sets), "sets"),
        Figure(
            "all of them",
            seconds(lambda: failure_sets(snapshot, TODAY, target, int(events.sum()), may_fail=events)),
            goal=15,
        ),
    ]


if __name__ == "__main__":
    main()
