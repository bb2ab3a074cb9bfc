"""The local Neo4j: what it needs, and what is told when that is not there."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import jgo.maven
import platformdirs
import pytest

from model.faults import StoreFault
from queries.store import neo4j_local
from queries.store.neo4j_local import LocalNeo4j
from queries.store.process import Launch


def _command(folder: Path) -> Sequence[str]:
    password = folder / "password"
    password.write_text("of-at-least-eight")
    launch = Launch(folder=folder, port=7687, spare_port=7474, password_file=password, memory=None)
    return LocalNeo4j().command(launch)


def test_without_the_extra_the_command_that_installs_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_local, "find_spec", lambda name: None)

    with pytest.raises(StoreFault) as caught:
        _command(tmp_path)

    assert "simpul[neo4j]" in caught.value.fix.en


def test_jars_that_cannot_be_fetched_are_told_with_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(self: object, *_: object) -> None:
        raise ConnectionError("no route")

    left = tmp_path / "neo4j" / neo4j_local.VERSION / "repository" / "half.jar"
    left.parent.mkdir(parents=True)
    left.touch()

    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr(jgo.maven.PythonResolver, "resolve", unreachable)

    with pytest.raises(StoreFault) as caught:
        _command(tmp_path)

    assert "repo.maven.apache.org" in caught.value.what.en
    assert "network" in caught.value.fix.en
    assert not left.exists()


@pytest.mark.engine
def test_neither_java_nor_maven_of_the_machine_is_needed(tmp_path: Path) -> None:
    code = (
        "import os; from queries.store.opening import open_store, stop_engine; s = open_store(os.environ);"
        "print(s.read('RETURN 1 AS one')); s.close(); stop_engine(os.environ)"
    )
    kept = {name: os.environ[name] for name in ("HOME", "SSL_CERT_FILE") if name in os.environ}
    environ = {**kept, "PATH": str(tmp_path), "SIMPUL_HOME": str(tmp_path / "h"), "SIMPUL_ENGINE": "neo4j"}

    told = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=False
    )

    assert told.stdout.strip() == "[{'one': 1}]", told.stderr
