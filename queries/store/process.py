"""An engine as one background process per data folder: started on demand, found again, stopped.

A record in the folder says which process it is. The process carries the record's random mark on its command
line, so a reused process number is never mistaken for the engine. Starting is serialized with a file lock.
"""

import json
import os
import secrets
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

import psutil
from filelock import FileLock, Timeout

from model.faults import StoreFault
from model.text import Text
from queries.store.bolt import BoltStore, Endpoint
from queries.store.faults import ROOM, StoreDown, StoreFull, UnknownDatabase, WrongPassword
from queries.store.home import private_folder, refuse_network_disk

LOOPBACK = "127.0.0.1"
_START_SECONDS = 90.0  # a slow disk and a cold cache; 0.8 s (ArcadeDB) and 9 s (Neo4j) were measured
_STOP_SECONDS = 60.0
_PAUSE = 0.05
_NAMED_SECONDS = 10.0
_TRIES = 3  # ports


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """What an engine program is started with."""

    folder: Path
    port: int
    spare_port: int  # for a second listener, should the engine insist on one
    password_file: Path
    memory: str | None  # of Java's heap, like "2g"; None leaves it to the engine


class Engine(Protocol):
    """An engine program that simpul can run; implemented by `embedded` and `neo4j_local`."""

    @property
    def name(self) -> str:
        """Its name, as shown and as the name of its folder (in lower case)."""
        ...

    @property
    def user(self) -> str:
        """Its administrator."""
        ...

    @property
    def database(self) -> str:
        """The database simpul uses in it."""
        ...

    def version(self) -> str:
        """Return the version of the program that is installed."""
        ...

    def command(self, launch: Launch) -> Sequence[str]:
        """Return the command that runs it in the foreground; every argument may be seen by other users."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The record of an engine process."""

    engine: str
    version: str
    pid: int
    mark: str
    port: int
    ready: bool

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"bolt://{LOOPBACK}:{self.port}"


def free_port() -> int:
    """Return a port of the loopback interface that nobody listens on now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Background:
    """The background process of one engine in one data folder.

    memory: see Launch. free_port: gives a port nobody listens on; another program may be quicker, so that
    a start is tried again.
    """

    engine: Engine
    home: Path
    memory: str | None = None
    free_port: Callable[[], int] = free_port

    @property
    def folder(self) -> Path:
        """The engine's own folder: databases, record, password, log."""
        return self.home / self.engine.name.lower()

    @property
    def log(self) -> Path:
        """What the engine printed since its last start."""
        return self.folder / "engine.log"

    def running(self) -> Running | None:
        """Return the engine's record, if its process lives; whatever its version."""
        try:
            found = Running(**json.loads(self._record.read_text(encoding="utf-8")))
        except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError, TypeError):
            return None
        return found if _is_alive(found) else None

    def endpoint(self, running: Running) -> Endpoint:
        """Return where and as whom to ask a running engine."""
        return Endpoint(
            address=running.address,
            user=self.engine.user,
            password=self._password.read_text(encoding="utf-8"),
            database=self.engine.database,
            free_bytes=lambda: _free(self.folder),
        )

    def attached(self) -> Running | None:
        """Return the running engine, if it is ready and of the installed version."""
        found = self.running()
        return found if found and found.ready and found.version == self.engine.version() else None

    def started(self) -> Running:
        """Return the running engine; start it if there is none, restart one of another version.

        Raises:
            StoreFault: it cannot be started here.
        """
        found = self.attached()
        if found:
            return found
        refuse_network_disk(self.home)
        private_folder(self.home)
        private_folder(self.folder)
        with self._alone():
            return self.attached() or self._adopted() or self._new()

    def stop(self) -> bool:
        """Stop the engine, if it runs; return whether it did."""
        if not self.folder.is_dir():
            return False
        with self._alone():
            found = self.running()
            if found:
                _end(found.pid)
            self._record.unlink(missing_ok=True)
            return found is not None

    @property
    def _record(self) -> Path:
        return self.folder / "engine.json"

    @property
    def _password(self) -> Path:
        return self.folder / "password"

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other commands from starting or stopping the engine meanwhile."""
        lock = FileLock(self.folder / "starting.lock", timeout=_START_SECONDS + _STOP_SECONDS)
        try:
            held = lock.acquire()
        except Timeout as error:
            raise StoreFault(
                Text(
                    id=f"{self.engine.name} terus dinyalakan oleh perintah lain",
                    en=f"another command has been starting {self.engine.name} for too long",
                ),
                fix=Text(
                    id="hentikan perintah itu, lalu ulangi: simpul db start",
                    en="end that command, then try again: simpul db start",
                ),
            ) from error
        with held:
            yield

    def _adopted(self) -> Running | None:
        """Return a process whose starter was cut off before it was ready; end one of another version."""
        found = self.running()
        if found is None:
            return None
        if found.version == self.engine.version() and self._answers(found):
            return self._noted(found, ready=True)
        _end(found.pid)
        return None

    def _new(self) -> Running:
        self._refuse_full_disk()
        self._make_password()
        for _ in range(_TRIES):
            port, spare = self.free_port(), self.free_port()
            started = self._launched(port, spare)
            if self._answers(started):
                return self._noted(started, ready=True)
            _end(started.pid)
            if not (_is_taken(port) or _is_taken(spare)):
                break
        self._record.unlink(missing_ok=True)
        raise self._cannot_start()

    def _launched(self, port: int, spare: int) -> Running:
        launch = Launch(
            folder=self.folder,
            port=port,
            spare_port=spare,
            password_file=self._password,
            memory=self.memory,
        )
        mark = secrets.token_hex(8)
        command = [part.replace(MARK, mark) for part in self.engine.command(launch)]
        pid = _detached(command, self.folder, self.log)
        record = Running(
            engine=self.engine.name,
            version=self.engine.version(),
            pid=pid,
            mark=mark,
            port=port,
            ready=False,
        )
        return self._noted(record, ready=False)

    def _noted(self, running: Running, *, ready: bool) -> Running:
        noted = Running(**{**asdict(running), "ready": ready})
        _write_private(self._record, json.dumps(asdict(noted)))
        return noted

    def _make_password(self) -> None:
        if not self._password.exists():
            _write_private(self._password, secrets.token_urlsafe(24))

    def _answers(self, running: Running) -> bool:
        """Wait until the engine lets us in; False if its process ended or somebody else has its port."""
        until = time.monotonic() + _START_SECONDS
        store = BoltStore(self.endpoint(running))
        try:
            while time.monotonic() < until:
                taken = _is_taken(running.port)
                if not _is_alive(running) or (taken and not _listens(running)):
                    return False
                if taken and _lets_in(store):
                    return True
                time.sleep(_PAUSE)
            return False
        finally:
            store.close()

    def _refuse_full_disk(self) -> None:
        if _free(self.folder) < ROOM:
            raise StoreFull(
                Text(id=f"disk untuk {self.folder} penuh", en=f"the disk of {self.folder} is full"),
                fix=Text(
                    id="kosongkan sebagian disk, lalu ulangi", en="free some disk space, then try again"
                ),
            )

    def _cannot_start(self) -> StoreFault:
        return StoreFault(
            Text(
                id=f"{self.engine.name} tidak dapat dinyalakan di {self.folder}",
                en=f"{self.engine.name} could not be started in {self.folder}",
            ),
            fix=Text(id=f"lihat catatan mesin: {self.log}", en=f"see the engine's log: {self.log}"),
        )


MARK = "{mark}"  # where a command carries the record's mark


def _free(folder: Path) -> int:
    return psutil.disk_usage(str(folder)).free


def _is_taken(port: int) -> bool:
    """Whether somebody listens on a port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex((LOOPBACK, port)) == 0


def _detached(command: Sequence[str], folder: Path, log: Path) -> int:
    """Start a process that outlives this one and hears nothing of its terminal; return its number."""
    if log.exists():
        log.replace(log.with_suffix(".previous.log"))
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 (our own command)
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env=_without_our_settings(os.environ),
        )
    _wait_until_named(process)
    # collects the process when it ends while we live, so that no dead entry stays behind
    threading.Thread(target=process.wait, name="engine", daemon=True).start()
    return process.pid


def _wait_until_named(process: subprocess.Popen[bytes]) -> None:
    """Wait until the system tells a new process's command, by which it is known as ours.

    Linux lets us go on before that; while a program is still read from a cold disk, it would pass for ended.
    """
    until = time.monotonic() + _NAMED_SECONDS
    with suppress(psutil.NoSuchProcess):
        while process.poll() is None and time.monotonic() < until:
            if psutil.Process(process.pid).cmdline():
                return
            time.sleep(_PAUSE / 10)


def _without_our_settings(environ: Mapping[str, str]) -> dict[str, str]:
    """Leave out what would tell the engine's Java something, or it about another store."""
    foreign = ("JAVA_", "JDK_JAVA_", "_JAVA_", "NEO4J_", "ARCADEDB_", "CLASSPATH")
    return {name: value for name, value in environ.items() if not name.startswith(foreign)}


def _lets_in(store: BoltStore) -> bool:
    try:
        store.read("RETURN 1 AS one")
    except (StoreDown, UnknownDatabase, WrongPassword):  # Neo4j listens before it knows our password
        return False
    return True


def _listens(running: Running) -> bool:
    """Whether it is the engine itself that listens on its port."""
    try:
        found = psutil.Process(running.pid).net_connections(kind="tcp")
    except psutil.NoSuchProcess:
        return False
    return any(one.status == psutil.CONN_LISTEN and one.laddr.port == running.port for one in found)


def _is_alive(running: Running) -> bool:
    try:
        return any(running.mark in part for part in psutil.Process(running.pid).cmdline())
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False


def _end(pid: int) -> None:
    try:
        process = psutil.Process(pid)
        process.terminate()
        _, alive = psutil.wait_procs([process], timeout=_STOP_SECONDS)
        for one in alive:
            one.kill()
        psutil.wait_procs(alive, timeout=_STOP_SECONDS)
    except psutil.NoSuchProcess:
        return


def _write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(
        os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)
    fresh.replace(path)
