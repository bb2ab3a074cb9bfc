"""The embedded engine: ArcadeDB with its own Java runtime, from the arcadedb-embedded wheel."""

import os
from collections.abc import Sequence
from importlib.metadata import version as installed_version
from importlib.util import find_spec
from pathlib import Path

from model.faults import StoreFault
from model.text import Text
from queries.store.process import LOOPBACK, MARK, Launch

_PACKAGE = "arcadedb_embedded"
_MAIN = "com.arcadedb.server.ArcadeDBServer"
# 100,000 elements with 300,000 relations load and are read with it; the process stays below 850 MB
_HEAP = "640m"
_PAGES_MB = 192  # of the heap, for pages of the database files


class ArcadeDB:
    """ArcadeDB as an engine program."""

    name = "ArcadeDB"
    user = "root"
    database = "simpul"

    def version(self) -> str:
        """Return the version of the wheel."""
        return installed_version("arcadedb-embedded")

    def command(self, launch: Launch) -> Sequence[str]:
        """Return the command that runs the server; the password is named by its file only."""
        wheel = _wheel()
        users = launch.folder / "config" / "server-users.jsonl"
        if users.exists() and users.stat().st_mtime < launch.password_file.stat().st_mtime:
            users.unlink()  # it knows an older password
        settings = {
            "server.mode": "production",
            "server.rootPath": launch.folder,
            "server.rootPasswordPath": launch.password_file,
            "server.defaultDatabases": f"{self.database}[{self.user}]",
            "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "server.httpIncomingHost": LOOPBACK,
            # a range: without a port for HTTP, which nobody uses, it would not open the database
            "server.httpIncomingPort": f"{launch.spare_port}-{min(launch.spare_port + 50, 65_535)}",
            "bolt.host": LOOPBACK,
            "bolt.port": launch.port,
            "bolt.defaultDatabase": self.database,
            "maxPageRAM": _PAGES_MB,
        }
        return [
            str(wheel / "jre" / "bin" / ("java.exe" if os.name == "nt" else "java")),
            f"-Xmx{launch.memory or _HEAP}",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            f"-Dsimpul.mark={MARK}",
            *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
            "-cp",
            str(wheel / "jars" / "*"),
            _MAIN,
        ]


def _wheel() -> Path:
    found = find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise StoreFault(
            Text(id="mesin ArcadeDB tidak terpasang", en="the engine ArcadeDB is not installed"),
            fix=Text(
                id="pasang ulang simpul, atau pakai server Neo4j dengan NEO4J_URI",
                en="install simpul again, or use a Neo4j server with NEO4J_URI",
            ),
        )
    return Path(found.origin).parent
