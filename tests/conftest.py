"""Fixtures for all tests: the two engines, an empty store on each, golden files."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import settings

from model.metamodel.shipped import shipped
from queries.store.opening import open_store, stop_engine
from queries.store.schema import prepare
from queries.store.store import Statement, Store

ENGINES = ("arcadedb", "neo4j")
_NEED_AN_ENGINE = {"store", "both", "engines", "own_engine"}
_SETTINGS = ("NEO4J_", "SIMPUL_")
_DELETE = "MATCH (n) WHERE NOT n:Meta WITH n LIMIT 5000 DETACH DELETE n RETURN count(n) AS gone"
_META = "MATCH (m:Meta {id: 'store'}) RETURN properties(m) AS properties"
_PUT_META = "MERGE (m:Meta {id: 'store'}) SET m = $properties"

Environ = Mapping[str, str]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files instead of comparing")


settings.register_profile("simpul", deadline=None)  # how long an example takes depends on the machine
settings.register_profile("quick", deadline=None, max_examples=25)  # of make check; make test draws them all
settings.load_profile("simpul")


def pytest_configure(config: pytest.Config) -> None:
    # a store named by the shell is somebody's data
    for name in [name for name in os.environ if name.startswith(_SETTINGS)]:
        del os.environ[name]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _NEED_AN_ENGINE & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.engine)


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIMPUL_HOME", str(tmp_path_factory.mktemp("home")))
        yield


class Engines:
    """Both engines, each started when first asked for and then kept for all tests."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._stores: dict[str, Store] = {}
        self._metas: dict[str, dict[str, Any]] = {}

    def environ(self, name: str) -> dict[str, str]:
        """Return the settings that name this engine."""
        return {"SIMPUL_HOME": str(self._home), "SIMPUL_ENGINE": name}

    def empty(self, name: str) -> Store:
        """Return the engine's store, prepared and with nothing in it."""
        if name not in self._stores:
            self._stores[name] = open_store(self.environ(name))
            prepare(self._stores[name], shipped())
            self._metas[name] = self._stores[name].read(_META)[0]["properties"]
        store = self._stores[name]
        while store.write([Statement(_DELETE, {})])[0][0]["gone"]:
            continue
        fresh = {**self._metas[name], "store": uuid4().hex}  # what is cached of one test is not another's
        store.write([Statement(_PUT_META, {"properties": fresh})])
        return store

    def stop(self) -> None:
        for name, store in self._stores.items():
            store.close()
            stop_engine(self.environ(name))


@pytest.fixture(scope="session")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engines]:
    """Both engines; a test that asks for one that cannot start fails."""
    found = Engines(tmp_path_factory.mktemp("engines"))
    yield found
    found.stop()


@pytest.fixture(params=ENGINES)
def store(engines: Engines, request: pytest.FixtureRequest) -> Store:
    """An empty, prepared store; the test runs once for each engine."""
    return engines.empty(request.param)


@pytest.fixture
def both(engines: Engines) -> dict[str, Store]:
    """An empty, prepared store on each engine, by its name, for comparisons."""
    return {name: engines.empty(name) for name in ENGINES}


@pytest.fixture
def own_engine(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Environ]:
    """Settings of an engine (by default the embedded one) for one test; stopped afterwards, if it runs."""
    environ = {"SIMPUL_HOME": str(tmp_path / "own"), "SIMPUL_ENGINE": getattr(request, "param", ENGINES[0])}
    yield environ
    stop_engine(environ)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a check that a text equals the golden file of that name; --update-golden writes it instead."""

    def check(name: str, text: str) -> None:
        path = request.config.rootpath / "tests" / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path} is missing: run pytest --update-golden and read the diff"
        assert text == path.read_text(encoding="utf-8")

    return check
