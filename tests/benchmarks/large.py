"""What a very large snapshot takes: made in one process, opened and asked in another, which holds only that.

python -m tests.benchmarks.large make FILE ELEMENTS RELATIONS | ask FILE
"""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from model.availability import State
from model.metamodel.shipped import shipped
from queries.impact.impact import Scenario, simulate
from queries.snapshot.cache import loaded, save
from queries.snapshot.snapshot import compile_snapshot
from tests.benchmarks.estate import estate
from tests.benchmarks.measuring import ON, Figure, median_of, widest

ELEMENTS, RELATIONS = 1_000_000, 3_000_000


def measured_large() -> list[Figure]:
    """Measure memory, opening and impact of the snapshot of a million elements."""
    with tempfile.TemporaryDirectory(prefix="simpul-large-") as folder:
        file = str(Path(folder) / "large.snapshot")
        _run("make", file, str(ELEMENTS), str(RELATIONS))
        found = json.loads(_run("ask", file))
    return [
        Figure("its file opened by another process", found["opened"]),
        Figure("what a date requires, reckoned once", found["required"]),
        Figure("impact of the widest server, elements affected", found["affected"], "elements"),
        Figure("impact of the widest server, states", 1e3 * found["impact"], "ms", 15),
        Figure("impact of the widest server, with chains and reasons of all", 1e3 * found["told"], "ms"),
        Figure("memory of the process that holds and asks it", found["memory"], "MB", 1_536),
    ]


def _run(*words: str) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.large", *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _make(file: Path, elements: int, relations: int) -> None:
    save(file, compile_snapshot(shipped(), *estate(elements, relations).tables(), 1))


def _ask(file: Path) -> dict[str, float]:
    begun = perf_counter()
    snapshot = loaded(file, shipped())
    opened = perf_counter() - begun
    if snapshot is None:
        raise ValueError(f"{file} is no snapshot of this program")
    begun = perf_counter()
    snapshot.requirements(ON)
    required = perf_counter() - begun
    scenario = Scenario(failed={snapshot.elements.uid[widest(snapshot)]: State.DOWN}, on=ON)
    return {
        "opened": opened,
        "required": required,
        "affected": len(simulate(snapshot, scenario).order),
        "impact": median_of(lambda: simulate(snapshot, scenario)),
        "told": median_of(lambda: simulate(snapshot, scenario).affected(), 5),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["make", file, elements, relations]:
            _make(Path(file), int(elements), int(relations))
        case ["ask", file]:
            print(json.dumps(_ask(Path(file))))
