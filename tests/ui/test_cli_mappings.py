"""Remembered mappings on the command line: an import uses them, they are listed, written and forgotten."""

from pathlib import Path

import pytest

from queries.layouts import remember
from queries.loads.applying import Writer
from queries.store.opening import open_store, stop_engine
from tests.support.books import sheet
from tests.support.commands import Answer, answering, undo_everything
from tests.support.layouts import MEANT, SERVERS, confirmed
from ui.workspace import now

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def _engine(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    home = tmp_path_factory.mktemp("mappings")
    yield home
    stop_engine({"SIMPUL_HOME": str(home)})


@pytest.fixture
def answer(_engine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answer:
    """Run a command with --json on a store that remembers one mapping."""
    ask = answering(_engine, monkeypatch, capsys)
    undo_everything(ask)
    for one in ask("mappings")[1]["mappings"]:
        ask("mappings", "--forget", one["id"])
    store = open_store({"SIMPUL_HOME": str(_engine)})
    remember(store, confirmed(written=dict(zip(MEANT, SERVERS[0], strict=True))), Writer("Budi", now))
    store.close()
    return ask


def test_an_import_reads_a_remembered_layout_and_says_so(answer: Answer, tmp_path: Path) -> None:
    code, document = answer("import", str(sheet(tmp_path, "Sheet1", *SERVERS)), "--yes")
    assert code == 0
    assert document["plan"]["elements"]["add"] >= 3
    assert [f["severity"] for f in document["findings"] if f["rule"] == "read_by_mapping"] == ["info"]
    assert answer("find", "SRV-A")[1]["total"] == 1


def test_mappings_are_listed_written_and_forgotten(answer: Answer, tmp_path: Path) -> None:
    path, list_ = tmp_path / "peta.toml", sheet(tmp_path, "Sheet1", *SERVERS)
    code, document = answer("mappings", "-o", str(path))
    (one,) = document["mappings"]
    assert (code, one["kind"], one["by"], document["path"]) == (0, "Server", "Budi", str(path))
    assert one["columns"][0] == {"header": "Nama Mesin", "means": "name"}
    code, document = answer("mappings", "--forget", one["id"].lstrip("0"))
    assert (document["mappings"], document["forgotten"]["id"]) == ([], one["id"])
    assert answer("import", str(list_), "--dry-run")[0] == 1
    code, document = answer("import", str(list_), "--dry-run", "--map", str(path))
    assert (code, document["plan"]["elements"]["add"] >= 3) == (0, True)


def test_forgetting_what_is_not_there_is_refused(answer: Answer) -> None:
    code, document = answer("mappings", "--forget", "99")
    assert code == 2
    assert "simpul mappings" in document["error"]["fix"]
