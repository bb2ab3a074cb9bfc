"""What a delivery takes: reading, planning beside a full store, undoing, and where a value is from."""

import resource
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import xlsxwriter

from ingest.planning.plan import Import, planned_import
from ingest.reading import read
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from queries import history
from queries.lineage import lineage
from queries.loads.applying import applied, next_load_id
from queries.loads.undo import planned_undo
from queries.lookup import element_for
from queries.store.store import Store
from tests.benchmarks.loading import WRITER
from tests.benchmarks.measuring import Figure, median_of, seconds
from ui.workspace import new_uid

LARGE, USUAL, WIDE = 100_000, 2_000, 20
AGENCY = "opd-1"


def workbook(place: Path, metamodel: Metamodel, rows: int) -> Path:
    """Write a workbook of applications: code, name, references, and so many columns of values."""
    spec = metamodel.kind(ElementKind.APPLICATION)
    columns = ["Kode Aplikasi", "Nama Aplikasi", "Server Aplikasi", "Data yang Digunakan"]
    texts = [one for one in metamodel.properties(spec.kind) if one.label.id not in columns]
    columns += [one.label.id for one in texts if one.name not in ("name", "code")][: WIDE - len(columns)]
    book = xlsxwriter.Workbook(place, {"constant_memory": True})
    sheet = book.add_worksheet("Aplikasi")
    sheet.write_row(0, 0, columns)
    for number in range(1, rows + 1):
        cells = [f"BEN-{number:06d}", f"Aplikasi kiriman {number}", f"SER-{number % 900:06d}"]
        cells.append(f"DAT-{number % 700:06d}\nDAT-{number % 650:06d}")
        cells += [f"uraian {number % 97} kolom {column}" for column in range(len(columns) - len(cells))]
        sheet.write_row(number, 0, cells)
    book.close()
    return place


def measured_reading(metamodel: Metamodel, folder: Path) -> list[Figure]:
    """Measure reading a large workbook, in a process of its own and the one that parses for it."""
    place = workbook(folder / "besar.xlsx", metamodel, LARGE)
    run = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.delivering", str(place)],
        check=True,
        capture_output=True,
        text=True,
    )
    taken, own, child = map(float, run.stdout.split())
    name = f"reading {LARGE:,} rows × {WIDE} columns"
    return [
        Figure(name, taken, goal=12),
        Figure(f"{name}, memory of the process", own, "MB", 500),
        Figure(f"{name}, memory of the process that parses", child, "MB", 500),
    ]


def measured_delivery(store: Store, metamodel: Metamodel, folder: Path) -> list[Figure]:
    """Measure a usual delivery beside everything the store holds: plan, undo, lineage."""
    place = workbook(folder / "biasa.xlsx", metamodel, USUAL)
    begun = perf_counter()
    plan = _planned(store, metamodel, place)
    drop = perf_counter() - begun
    written = seconds(lambda: applied(store, metamodel, plan, WRITER))
    element = element_for(store, f"{AGENCY}/application/BEN-000007")
    asked = median_of(lambda: lineage(store, metamodel, element, ["description"]))
    load = history.load_named(store, plan.step.load.id)

    def undo() -> None:
        applied(store, metamodel, planned_undo(store, metamodel, load), WRITER)

    return [
        Figure(f"a workbook of {USUAL:,} rows, from drop to plan", drop, goal=3),
        Figure(f"a workbook of {USUAL:,} rows, written", written),
        Figure("lineage of a value", 1e3 * asked, "ms", 50),
        Figure(f"a workbook of {USUAL:,} rows, undone", seconds(undo), goal=5),
    ]


def _planned(store: Store, metamodel: Metamodel, place: Path):  # type: ignore[no-untyped-def]
    now = datetime.now(UTC)
    wanted = Import(load=next_load_id(store, now), by=WRITER.name, now=now, scope=AGENCY)
    return planned_import(store, metamodel, read([place], metamodel), wanted, new_uid)


def _read_alone(place: Path) -> None:
    from model.metamodel.shipped import shipped

    begun = perf_counter()
    reading = read([place], shipped())
    taken = perf_counter() - begun
    assert len(reading.drafts) == LARGE
    own, child = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(taken, own, child)


if __name__ == "__main__":
    _read_alone(Path(sys.argv[1]))
