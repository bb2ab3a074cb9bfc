"""Measures Simpul on a generated estate with both engines, and writes docs/benchmarks.md.

python -m tests.benchmarks [--elements N] [--relations N] [--engine NAME …] [--out FILE]
"""

import argparse
import gc
import tempfile
from collections.abc import Iterable
from pathlib import Path

from model.metamodel.metamodel import Metamodel
from model.metamodel.shipped import shipped
from queries.store.opening import open_store, stop_engine
from queries.store.schema import prepare
from tests.benchmarks.delivering import measured_delivery, measured_reading
from tests.benchmarks.estate import estate
from tests.benchmarks.measuring import Sizes, measured_impact, measured_reach, measured_store
from tests.benchmarks.report import Run, written
from tests.benchmarks.starting import measured_starting

_ROOT = Path(__file__).parents[2]
ENGINES = ("arcadedb", "neo4j")


def main() -> None:
    """Measure what is asked for and write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--elements", type=int, default=100_000)
    parser.add_argument("--relations", type=int, default=300_000)
    parser.add_argument("--engine", action="append", choices=ENGINES)
    parser.add_argument("--out", type=Path, default=_ROOT / "docs" / "benchmarks.md")
    asked = parser.parse_args()
    sizes = Sizes(asked.elements, asked.relations)
    metamodel = shipped()
    started = measured_starting()
    with tempfile.TemporaryDirectory(prefix="simpul-read-") as folder:
        read = measured_reading(metamodel, Path(folder))
    runs = list(_runs(asked.engine or ENGINES, metamodel, sizes))
    asked.out.write_text(written(runs, sizes, started, read), encoding="utf-8", newline="\n")
    print(f"{asked.out} is written")


def _runs(engines: Iterable[str], metamodel: Metamodel, sizes: Sizes) -> Iterable[Run]:
    for name in engines:
        with tempfile.TemporaryDirectory(prefix="simpul-bench-") as folder:
            environ = {"SIMPUL_HOME": folder, "SIMPUL_ENGINE": name}
            store = open_store(environ)
            try:
                prepare(store, metamodel)
                made = estate(sizes.elements, sizes.relations)
                figures, snapshot = measured_store(store, metamodel, made, Path(folder))
                del made  # twelve columns as Python objects, which no process of simpul holds
                gc.collect()
                figures += measured_impact(snapshot)
                figures += measured_delivery(store, metamodel, Path(folder))
                figures += measured_reach(store, snapshot)
                status = store.status()
                run = Run(f"{status.engine} {status.version}", tuple(figures))
                print(run)
                yield run
            finally:
                store.close()
                stop_engine(environ)


if __name__ == "__main__":
    main()
