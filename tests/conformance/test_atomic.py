"""One load is one step: whole or absent, whoever dies in the middle of it, the writer or the engine."""

import os
import random
import signal
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import psutil
import pytest

from model.faults import StoreFault
from queries import graph, records
from queries.findings import open_findings
from queries.loads import applying
from queries.loads.applying import applied
from queries.loads.plan import Plan
from queries.loads.undo import planned_undo
from queries.store.opening import background, open_store, stop_engine
from queries.store.schema import prepare
from queries.store.store import Statement, Store
from tests.support.deliveries import Desk, K, R, delivery, emptied, exactly, row, saying, stated
from tests.support.small_metamodel import small_metamodel

KILLS = 9
FEW = 6  # rows a batch, so that a small load has many steps
LEFTOVERS = (
    "MATCH (p:PendingFinding) RETURN count(p) AS n",
    "MATCH (l:Load) WHERE l.state <> 'done' RETURN count(l) AS n",
    "MATCH (l:Lease) WHERE l.holder IS NOT NULL RETURN count(l) AS n",
)
RECORDS = "MATCH (r:Record) WHERE r.live RETURN r.load AS load, r.confirmations AS confirmations"

FIRST = delivery(
    row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, "SRV-1"), saying(R.CALLS, "DAA-9"), rto_hours=4),
    row(K.APPLICATION, "DAA-2", "e-Surat", saying(R.RUNS_ON, "SRV-30"), at=("a.xlsx", 3)),
    row(K.SERVER, "SRV-1", "Server lama", at=("s.xlsx", 2)),
)
SECOND = delivery(
    row(K.APPLICATION, "DAA-1", "SIMRS Baru", saying(R.RUNS_ON, "SRV-2"), rto_hours=8),
    row(K.APPLICATION, "DAA-2", "e-Surat", saying(R.RUNS_ON, "SRV-30"), at=("a.xlsx", 3)),
    *(row(K.SERVER, f"SRV-{n}", f"Server {n}", at=("s.xlsx", n + 2)) for n in range(2, 32)),
    row(K.SERVER, "SRV-1", "Server pertama", saying(R.HOSTED_ON, "SRV-77"), at=("s.xlsx", 99)),
    relations=[
        stated(f"SRV-{n}", R.HOSTED_ON, f"SRV-{n + 1}", at=("relations.csv", n)) for n in range(2, 20)
    ],
)


@pytest.fixture(autouse=True)
def _small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(applying, "ONE_TRANSACTION", 5)
    monkeypatch.setattr(graph, "BATCH", FEW)


class Interrupted:
    """A store that does something before its n-th write."""

    def __init__(self, store: Store, at: int, act: Callable[[], None]) -> None:
        self._store, self._at, self._act = store, at, act
        self.writes = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def write(self, statements: Sequence[Statement], /) -> list[list[dict[str, Any]]]:
        self.writes += 1
        if self.writes == self._at:
            self._act()
        return self._store.write(statements)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def in_a_child(work: Callable[[], None]) -> bool:
    """Do work in a process of its own; return whether it came to its end."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 (the child has no other way to tell)
            os._exit(3)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return not os.WIFSIGNALED(status)


def everything(store: Store) -> dict[str, Any]:
    found = open_findings(store)
    return {
        **exactly(store),
        "loads": [(load.id, load.undone) for load in records.loads(store)],
        "findings": {(f.id, f.load) for f in found},
    }


def as_settled_by_the_next_writer(desk: Desk) -> dict[str, Any]:
    """Let the next writer load nothing, and return what there is, without that load."""
    plan = desk.load(delivery())
    known = {load.id for load in records.loads(desk.store)}
    for one in desk.store.read(RECORDS):
        assert {one["load"], *(one["confirmations"] or ())} <= known
    for cypher in LEFTOVERS:
        assert desk.store.read(cypher)[0]["n"] == 0, cypher
    state = everything(desk.store)
    state["loads"] = [load for load in state["loads"] if load[0] != plan.step.load.id]
    return state


def killed_on_its_way(engines: Any, name: str, prepared: Callable[[Desk], Plan]) -> list[int]:
    """Kill the writer before some of its writes, in turn; return how often the load was there afterwards."""
    desk = Desk(engines.empty(name))
    undisturbed = Interrupted(desk.store, 0, die)
    applied(undisturbed, desk.metamodel, prepared(desk), desk.writer)
    wanted = comparable(as_settled_by_the_next_writer(desk))
    last = undisturbed.writes
    some = random.Random(prepared.__name__).sample(range(1, last + 1), min(last, KILLS))
    seen = [0, 0]
    for at in sorted({1, *some, last}):
        desk = Desk(engines.empty(name))
        plan = prepared(desk)
        before = everything(desk.store)

        def work(plan: Plan = plan, desk: Desk = desk, at: int = at) -> None:
            store = open_store(engines.environ(name))
            applied(Interrupted(store, at, die), desk.metamodel, plan, desk.writer)

        assert not in_a_child(work)
        settled = as_settled_by_the_next_writer(desk)
        if settled == before:
            seen[0] += 1
        else:
            assert comparable(settled) == wanted, f"half a load, killed before write {at}"
            seen[1] += 1
    return seen


def comparable(state: dict[str, Any]) -> Any:
    """Return a state with keys in place of uids, which are random."""
    keys = {uid: element.key for uid, element in state["elements"].items()}
    return (
        sorted(
            (e.key, e.name, e.status, e.aliases, e.names, repr(e.properties))
            for e in state["elements"].values()
        ),
        sorted((keys[r.source], r.relation, keys[r.target], r.order) for r in state["relations"].values()),
        sorted((keys[o.holder], o.text, o.reason) for o in state["open"].values()),
        [undone for _, undone in state["loads"]],
        len(state["findings"]),
    )


def the_second_load(desk: Desk) -> Plan:
    desk.load(FIRST)
    return desk.plan(SECOND)


def the_second_load_undone(desk: Desk) -> Plan:
    desk.load(FIRST)
    load = desk.load(SECOND).step.load
    return planned_undo(desk.store, desk.metamodel, load)


@pytest.mark.whole
@pytest.mark.parametrize("name", ["arcadedb", "neo4j"])
@pytest.mark.parametrize("prepared", [the_second_load, the_second_load_undone])
def test_a_writer_that_is_killed_leaves_all_or_nothing(
    engines: Any, name: str, prepared: Callable[[Desk], Plan]
) -> None:
    absent, present = killed_on_its_way(engines, name, prepared)
    assert absent >= 1
    assert present >= 2


@pytest.mark.parametrize("name", ["arcadedb", "neo4j"])
def test_a_small_load_that_is_killed_leaves_all_or_nothing(
    engines: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "ONE_TRANSACTION", 20_000)
    absent, present = killed_on_its_way(engines, name, the_second_load)
    assert absent >= 1
    assert present >= 1


@pytest.mark.whole
@pytest.mark.parametrize("name", ["arcadedb", "neo4j"])
@pytest.mark.parametrize("at", [6, 15])
def test_an_engine_that_is_killed_leaves_all_or_nothing(tmp_path: Any, name: str, at: int) -> None:
    environ = {"SIMPUL_HOME": str(tmp_path), "SIMPUL_ENGINE": name}
    store = open_store(environ)
    try:
        prepare(store, small_metamodel())
        desk = Desk(store)
        plan = the_second_load(desk)
        before = everything(store)
        running = background(environ).running()
        assert running is not None
        victim = psutil.Process(running.pid)
        # with the statement on its way, so that the engine dies while it works
        strike = threading.Timer(0.004, victim.kill)
        with pytest.raises(StoreFault):
            applied(Interrupted(store, at, strike.start), desk.metamodel, plan, desk.writer)
            strike.join()
            store.read("RETURN 1 AS one")
        victim.wait(30)
        store.close()
        desk.store = store = open_store(environ)
        settled = as_settled_by_the_next_writer(desk)
        if settled != before:
            reference = Desk(store)
            assert comparable(settled) == comparable(undisturbed(environ, reference))
    finally:
        with suppress(StoreFault):
            store.close()
        stop_engine(environ)


def undisturbed(environ: dict[str, str], desk: Desk) -> dict[str, Any]:
    emptied(desk.store)
    desk.apply(the_second_load(desk))
    return as_settled_by_the_next_writer(desk)
