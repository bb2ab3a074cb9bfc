"""Opening the store that the environment names: a Neo4j server, or the embedded engine of the data folder."""

import re
from collections.abc import Mapping

from model.faults import StoreFault
from model.text import Text
from queries.store.bolt import BoltStore, Endpoint
from queries.store.embedded import ArcadeDB
from queries.store.faults import StoreDown
from queries.store.home import home
from queries.store.neo4j_local import LocalNeo4j
from queries.store.process import Background, Engine
from queries.store.store import EngineStatus, Store

ENGINE = "SIMPUL_ENGINE"  # which engine to run here, when no server is named
MEMORY = "SIMPUL_ENGINE_MEMORY"  # of the engine's Java heap, from its next start on
_ENGINES: Mapping[str, type[ArcadeDB] | type[LocalNeo4j]] = {"arcadedb": ArcadeDB, "neo4j": LocalNeo4j}


__all__ = ["background", "engine_status", "home", "open_store", "stop_engine"]


def open_store(environ: Mapping[str, str], *, start: bool = True) -> Store:
    """Return the open store: of NEO4J_URI if that is set, else of the engine in the data folder.

    start: start the engine if it does not run; without it, a stopped engine is a fault.

    Raises:
        StoreFault: it cannot be reached or started.
    """
    server = _server(environ)
    if server:
        return BoltStore(server)
    engine = background(environ)
    running = engine.started() if start else engine.attached()
    if running is None:
        raise StoreDown(
            Text(id="mesin penyimpanan tidak menyala", en="the engine is not running"),
            fix=Text(id="nyalakan dahulu: simpul db start", en="start it first: simpul db start"),
        )
    return BoltStore(engine.endpoint(running))


def engine_status(environ: Mapping[str, str]) -> EngineStatus:
    """Return engine and state, also when nothing runs; nothing is started.

    Raises:
        StoreFault: the named server is there but refuses us.
    """
    server = _server(environ)
    if server:
        return _server_status(server)
    engine = background(environ)
    running = engine.running()
    return EngineStatus(
        engine=engine.engine.name,
        version=running.version if running else engine.engine.version(),
        address=running.address if running else str(engine.folder),
        state="running" if running else "stopped",
    )


def stop_engine(environ: Mapping[str, str]) -> bool:
    """Stop the engine of the data folder; return whether it ran.

    Raises:
        StoreFault: the store is a server, which is not ours to stop.
    """
    if _server(environ):
        raise StoreFault(
            Text(
                id="penyimpanan ini server Neo4j sendiri, bukan mesin simpul",
                en="this store is a Neo4j server of its own, not simpul's engine",
            ),
            fix=Text(id="hentikan di servernya", en="stop it on its server"),
        )
    return background(environ).stop()


def background(environ: Mapping[str, str]) -> Background:
    """Return the engine process of the data folder, running or not.

    Raises:
        StoreFault: SIMPUL_ENGINE names no engine, or SIMPUL_ENGINE_MEMORY is no size.
    """
    return Background(_engine(environ.get(ENGINE, "arcadedb")), home(environ), _memory(environ))


def _engine(name: str) -> Engine:
    found = _ENGINES.get(name.lower())
    if found is None:
        raise StoreFault(
            Text(id=f"{ENGINE}={name} tidak dikenal", en=f"{ENGINE}={name} is not known"),
            fix=Text(
                id=f"pilih salah satu: {', '.join(_ENGINES)}", en=f"choose one of: {', '.join(_ENGINES)}"
            ),
        )
    return found()


def _memory(environ: Mapping[str, str]) -> str | None:
    given = environ.get(MEMORY)
    if given and not re.fullmatch(r"\d+[mg]", given):
        raise StoreFault(
            Text(id=f"{MEMORY}={given} bukan ukuran memori", en=f"{MEMORY}={given} is no size of memory"),
            fix=Text(id=f"tulis seperti {MEMORY}=2g atau 900m", en=f"write it like {MEMORY}=2g or 900m"),
        )
    return given or None


def _server(environ: Mapping[str, str]) -> Endpoint | None:
    address = environ.get("NEO4J_URI")
    if not address:
        return None
    return Endpoint(
        address=address,
        user=environ.get("NEO4J_USERNAME") or None,
        password=environ.get("NEO4J_PASSWORD") or None,
        database=environ.get("NEO4J_DATABASE") or None,
    )


def _server_status(server: Endpoint) -> EngineStatus:
    store = BoltStore(server)
    try:
        return store.status()
    except StoreDown:
        return EngineStatus(engine="Neo4j", version="", address=server.address, state="stopped")
    finally:
        store.close()
