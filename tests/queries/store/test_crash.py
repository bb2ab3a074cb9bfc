"""An engine that is killed while it writes: started again, it has whole transactions and no part of one."""

import os
import signal
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest

from queries.store.faults import StoreDown
from queries.store.opening import background, open_store
from queries.store.schema import prepare
from queries.store.store import Statement
from tests.conftest import ENGINES
from tests.support.small_metamodel import small_metamodel

ROWS = 500
CREATE = "UNWIND $rows AS row CREATE (e:Element:Server) SET e = row"
RELATE = """
UNWIND $rows AS row
MATCH (a:Element {uid: row.uid})
MATCH (b:Element {uid: $first})
CREATE (a)-[:HOSTED_ON {id: row.uid}]->(b)
"""
RAISE = "MATCH (m:Meta {id: 'store'}) SET m.revision = $revision"
FOUND = """
MATCH (m:Meta {id: 'store'})
OPTIONAL MATCH (e:Server)
RETURN m.revision AS revision, count(e) AS elements
"""


def _steps(environ: Mapping[str, str], begin: int, written: threading.Event, after: int) -> int:
    """Write one transaction after another until the engine is gone; return the last one it confirmed."""
    store = open_store(environ)
    step = begin
    try:
        while True:
            rows = [{"uid": f"{step + 1}-{n}", "text": "x" * 200} for n in range(ROWS)]
            store.write(
                [
                    Statement(CREATE, {"rows": rows}),
                    Statement(RELATE, {"rows": rows, "first": rows[0]["uid"]}),
                    Statement(RAISE, {"revision": step + 1}),
                ]
            )
            step += 1
            if step - begin == after:
                written.set()
    except StoreDown:
        return step
    finally:
        store.close()


@pytest.mark.parametrize(
    ("own_engine", "rounds"), [(ENGINES[0], 3), (ENGINES[1], 1)], indirect=["own_engine"]
)
def test_a_killed_engine_keeps_whole_transactions_only(own_engine: Mapping[str, str], rounds: int) -> None:
    store = open_store(own_engine)
    prepare(store, small_metamodel())
    store.close()
    confirmed = 0
    for after in range(1, rounds + 1):
        written = threading.Event()
        running = background(own_engine).running()
        assert running is not None
        with ThreadPoolExecutor(1) as pool:
            writing = pool.submit(_steps, own_engine, confirmed, written, 3 * after)
            was_written = written.wait(60)
            os.kill(running.pid, signal.SIGKILL)  # or who writes would go on
            assert was_written
            last = writing.result(60)

        store = open_store(own_engine)
        found = store.read(FOUND)[0]
        related = store.read("MATCH (:Server)-[r:HOSTED_ON]->(:Server) RETURN count(r) AS n")[0]["n"]
        store.close()

        # a transaction whose confirmation was cut off may be there, as a whole
        assert found["revision"] in {last, last + 1}
        assert found["elements"] == related == ROWS * found["revision"]
        confirmed = found["revision"]
