"""Which store the environment names, and what is told of it when nothing runs."""

from collections.abc import Mapping
from pathlib import Path

import psutil
import pytest

from model.faults import StoreFault
from queries.store.embedded import ArcadeDB
from queries.store.faults import StoreDown
from queries.store.neo4j_local import VERSION
from queries.store.opening import background, engine_status, open_store, stop_engine
from queries.store.process import free_port
from queries.store.store import EngineStatus
from tests.conftest import ENGINES, Engines

SHOWN = {"arcadedb": ("ArcadeDB", ArcadeDB().version()), "neo4j": ("Neo4j", VERSION)}


def test_nothing_is_started_to_tell_the_status(tmp_path: Path) -> None:
    environ = {"SIMPUL_HOME": str(tmp_path / "home")}

    found = engine_status(environ)

    assert found == EngineStatus(
        engine="ArcadeDB",
        version=ArcadeDB().version(),
        address=str(tmp_path / "home" / "arcadedb"),
        state="stopped",
    )
    assert not (tmp_path / "home").exists()
    assert not stop_engine(environ)


@pytest.mark.parametrize("name", ENGINES)
def test_a_running_engine_tells_name_version_and_address(engines: Engines, name: str) -> None:
    store = engines.empty(name)

    found = engine_status(engines.environ(name))

    assert (found.engine, found.version) == SHOWN[name]
    assert found.state == "running"
    assert found.address == store.address
    assert store.status().engine == found.engine
    assert found.version.startswith(store.status().version)


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_is_reached_like_any_server(engines: Engines, name: str) -> None:
    engines.empty(name)
    engine = background(engines.environ(name))
    running = engine.running()
    assert running is not None
    right = engine.endpoint(running)
    environ = {
        "NEO4J_URI": right.address,
        "NEO4J_USERNAME": right.user or "",
        "NEO4J_PASSWORD": right.password or "",
        "NEO4J_DATABASE": right.database or "",
    }

    store = open_store(environ)

    assert store.read("MATCH (m:Meta) RETURN m.revision AS revision") == [{"revision": 0}]
    store.close()
    assert engine_status(environ).state == "running"


def test_a_server_that_is_down_is_a_status_and_not_a_fault() -> None:
    address = f"bolt://127.0.0.1:{free_port()}"

    found = engine_status({"NEO4J_URI": address, "NEO4J_PASSWORD": "secret-one"})

    assert (found.state, found.address) == ("stopped", address)


def test_a_server_is_not_ours_to_stop() -> None:
    with pytest.raises(StoreFault) as caught:
        stop_engine({"NEO4J_URI": "neo4j://example.invalid"})

    assert "on its server" in caught.value.fix.en


def test_a_stopped_engine_is_a_fault_where_it_may_not_be_started(tmp_path: Path) -> None:
    with pytest.raises(StoreDown) as caught:
        open_store({"SIMPUL_HOME": str(tmp_path)}, start=False)

    assert "simpul db start" in caught.value.fix.id


def test_an_unknown_engine_is_refused_with_the_choices() -> None:
    with pytest.raises(StoreFault) as caught:
        background({"SIMPUL_ENGINE": "oracle"})

    assert "arcadedb, neo4j" in caught.value.fix.en


@pytest.mark.parametrize("size", ["2", "much", "2 g", "-1g", "2g -version"])
def test_a_memory_that_is_no_size_is_refused_with_an_example(size: str) -> None:
    with pytest.raises(StoreFault) as caught:
        background({"SIMPUL_ENGINE_MEMORY": size})

    assert "SIMPUL_ENGINE_MEMORY=2g" in caught.value.fix.en


def test_the_engine_gets_the_memory_that_is_set(own_engine: Mapping[str, str]) -> None:
    open_store({**own_engine, "SIMPUL_ENGINE_MEMORY": "300m"}).close()

    running = background(own_engine).running()

    assert running is not None
    assert "-Xmx300m" in psutil.Process(running.pid).cmdline()
