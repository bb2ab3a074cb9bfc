"""The engine as a background process: found again, never mistaken, replaced when stale, private."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from model.faults import StoreFault
from queries.store import process
from queries.store.embedded import ArcadeDB
from queries.store.faults import StoreDown, StoreFull
from queries.store.home import home
from queries.store.opening import background, engine_status, open_store, stop_engine
from queries.store.process import Background, Launch, Running, free_port
from tests.conftest import ENGINES, Engines

Environ = Mapping[str, str]


def _running(environ: Environ) -> Running:
    found = background(environ).running()
    assert found is not None
    return found


def _ask(environ: Environ) -> None:
    store = open_store(environ)
    try:
        assert store.read("RETURN 1 AS one") == [{"one": 1}]
    finally:
        store.close()


def _record(environ: Environ) -> Path:
    return background(environ).folder / "engine.json"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, engines: Engines) -> Iterator[Environ]:
    """Settings of an embedded engine that runs; for tests that leave it as it was."""
    environ = {"SIMPUL_HOME": str(tmp_path_factory.mktemp("running"))}
    _ask(environ)
    yield environ
    stop_engine(environ)


def test_a_second_command_attaches_to_the_running_engine(running: Environ) -> None:
    first = _running(running)

    _ask(running)

    assert _running(running) == first


def test_a_command_of_another_process_attaches_too(running: Environ) -> None:
    first = _running(running)
    code = "import os; from queries.store.opening import open_store; print(open_store(os.environ).address)"

    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **running},
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.strip() == first.address


def test_commands_that_start_together_share_one_engine(own_engine: Environ) -> None:
    code = "import os; from queries.store.opening import open_store; print(open_store(os.environ).address)"
    command, environ = [sys.executable, "-c", code], {**os.environ, **own_engine}

    with ThreadPoolExecutor(3) as pool:
        told = list(
            pool.map(lambda _: subprocess.check_output(command, env=environ, text=True).strip(), range(3))
        )

    assert told == [_running(own_engine).address] * 3


def test_the_engine_outlives_the_command_that_started_it(own_engine: Environ) -> None:
    code = "import os; from queries.store.opening import open_store; open_store(os.environ).close()"
    environ = {**os.environ, **own_engine}

    subprocess.run([sys.executable, "-c", code], env=environ, check=True, start_new_session=True)

    started = psutil.Process(_running(own_engine).pid)
    assert os.getsid(started.pid) == started.pid  # a session of its own: no terminal's Ctrl-C reaches it
    _ask(own_engine)


def test_a_dead_process_is_noticed_and_replaced(own_engine: Environ) -> None:
    _ask(own_engine)
    first = _running(own_engine)
    _kill(first.pid)

    assert background(own_engine).running() is None
    assert engine_status(own_engine).state == "stopped"
    _ask(own_engine)

    assert _running(own_engine).pid != first.pid


def test_a_process_number_used_by_another_program_is_not_the_engine(running: Environ) -> None:
    record = _record(running)
    kept = record.read_text()
    record.write_text(json.dumps({**json.loads(kept), "pid": os.getpid()}))

    assert background(running).running() is None
    assert background(running).attached() is None

    record.write_text(kept)
    assert background(running).attached() is not None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": 1}', '{"engine": "ArcadeDB", "other": 1}'])
def test_a_record_that_is_none_counts_as_no_engine(running: Environ, text: str) -> None:
    record = _record(running)
    kept = record.read_text()
    record.write_text(text)

    assert background(running).running() is None

    record.write_text(kept)


def test_an_engine_of_another_version_is_restarted(own_engine: Environ) -> None:
    _ask(own_engine)
    first = _running(own_engine)
    record = _record(own_engine)
    record.write_text(json.dumps({**json.loads(record.read_text()), "version": "25.1.1"}))

    _ask(own_engine)

    assert not psutil.pid_exists(first.pid)
    assert _running(own_engine).version == ArcadeDB().version()


def test_an_engine_whose_starter_was_cut_off_is_taken_over(own_engine: Environ) -> None:
    _ask(own_engine)
    first = _running(own_engine)
    record = _record(own_engine)
    record.write_text(json.dumps({**json.loads(record.read_text()), "ready": False}))

    assert background(own_engine).attached() is None
    _ask(own_engine)

    assert _running(own_engine) == first


@pytest.mark.parametrize("listener", [0, 1], ids=["bolt", "http"])
def test_a_port_that_is_taken_is_given_up_for_another(own_engine: Environ, listener: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ports = [free_port() for _ in range(20)]  # others on this machine may take some meanwhile
        ports[listener] = taken.getsockname()[1]
        following = iter(ports)
        engine = Background(ArcadeDB(), home(own_engine), free_port=lambda: next(following))

        found = engine.started()

        assert found.port in set(ports) - {taken.getsockname()[1]}
    _ask(own_engine)


def test_stopping_ends_the_process_and_keeps_the_data(own_engine: Environ) -> None:
    store = open_store(own_engine)
    store.write([])
    store.close()
    pid = _running(own_engine).pid

    assert stop_engine(own_engine)

    assert not psutil.pid_exists(pid)
    assert not stop_engine(own_engine)
    assert engine_status(own_engine).state == "stopped"
    with pytest.raises(StoreDown) as caught:
        open_store(own_engine, start=False)
    assert "simpul db start" in caught.value.fix.en


def test_a_lost_password_is_made_anew(own_engine: Environ) -> None:
    _ask(own_engine)
    stop_engine(own_engine)
    (background(own_engine).folder / "password").unlink()

    _ask(own_engine)


@pytest.mark.parametrize("name", ENGINES)
def test_the_engine_listens_on_loopback_only(engines: Engines, name: str) -> None:
    engines.empty(name)
    found = psutil.Process(_running(engines.environ(name)).pid).net_connections(kind="all")

    listening = {c.laddr.ip for c in found if c.status == psutil.CONN_LISTEN}
    datagrams = {c.laddr.ip for c in found if c.type == socket.SOCK_DGRAM and c.family != socket.AF_UNIX}
    assert listening <= {"127.0.0.1", "::ffff:127.0.0.1"}
    assert listening
    assert not datagrams


@pytest.mark.parametrize("name", ENGINES)
def test_the_password_is_for_the_owner_only(engines: Engines, name: str) -> None:
    engines.empty(name)
    engine = background(engines.environ(name))
    password = (engine.folder / "password").read_text()

    for file in ("password", "engine.json"):
        assert (engine.folder / file).stat().st_mode & 0o777 == 0o600
    assert engine.folder.stat().st_mode & 0o777 == 0o700
    assert len(password) >= 32
    seen = psutil.Process(_running(engines.environ(name)).pid)
    assert not any(password in part for part in seen.cmdline())
    assert password not in seen.environ().values()


def test_settings_for_java_and_other_stores_do_not_reach_the_engine(
    own_engine: Environ, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-Xmx1k")
    monkeypatch.setenv("NEO4J_PASSWORD", "somebody's")

    _ask(own_engine)

    seen = psutil.Process(_running(own_engine).pid)
    assert not {"JAVA_TOOL_OPTIONS", "NEO4J_PASSWORD"} & set(seen.environ())


def test_an_engine_that_cannot_start_is_told_with_its_log(tmp_path: Path) -> None:
    class Broken(ArcadeDB):
        def command(self, launch: Launch) -> list[str]:
            return [sys.executable, "-c", "raise SystemExit('no such engine')", "{mark}"]

    engine = Background(Broken(), tmp_path / "home")

    with pytest.raises(StoreFault) as caught:
        engine.started()

    assert str(engine.log) in caught.value.fix.en
    assert "no such engine" in engine.log.read_text()
    assert engine.running() is None


def test_a_disk_with_no_room_is_told_before_anything_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "ROOM", 1 << 60)

    with pytest.raises(StoreFull) as caught:
        open_store({"SIMPUL_HOME": str(tmp_path)})

    assert "free some disk space" in caught.value.fix.en
    assert background({"SIMPUL_HOME": str(tmp_path)}).running() is None


def test_a_folder_that_cannot_be_written_is_told_with_the_setting(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")

    with pytest.raises(StoreFault) as caught:
        open_store({"SIMPUL_HOME": str(tmp_path / "home")})

    assert "SIMPUL_HOME" in caught.value.fix.id


def test_a_record_shows_where_the_engine_answers(running: Environ) -> None:
    found = _running(running)

    assert found.address == f"bolt://127.0.0.1:{found.port}"
    assert replace(found, port=1).address == "bolt://127.0.0.1:1"


def _kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    psutil.wait_procs([psutil.Process(pid)] if psutil.pid_exists(pid) else [], timeout=10)


def test_an_engine_whose_command_is_told_late_is_not_taken_for_ended(
    own_engine: Environ, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Linux does while the program is still being read: the process is there, its command is not."""
    told, asked = psutil.Process.cmdline, []

    def late(one: psutil.Process) -> list[str]:
        asked.append(one.pid)
        return [] if len(asked) <= 3 else told(one)

    monkeypatch.setattr(psutil.Process, "cmdline", late)
    running = background(own_engine).started()
    assert psutil.pid_exists(running.pid)
    assert set(asked[:3]) == {running.pid}
