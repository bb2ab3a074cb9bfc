"""simpul findings, accept and answer: their JSON, what they refuse, and what undo gives back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from queries.store.opening import stop_engine
from tests.support.commands import Answer, answering, load_anew
from ui.cli import run

ELEMENTS = """key,kind,name,code
dinkes/orgunit/dinkes,OrgUnit,Dinas Kesehatan,
dinkes/application/DAA-001,Application,SIMRS,DAA-001
dinkes/server/SRV-1,Server,Server Utama,SRV-1
dinkes/server/SRV-2,Server,Server Utama,SRV-2
"""
RELATIONS = """source,relation,target
dinkes/application/DAA-001,RUNS_ON,Server Utama
dinkes/application/DAA-001,RUNS_ON,SRV-9
"""
FIRST, SECOND = "dinkes/server/SRV-1", "dinkes/server/SRV-2"
HOSTILE = "[bold]memang[/bold] <b>=1+1"

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("findings")
    yield folder
    stop_engine({"SIMPUL_HOME": str(folder)})


@pytest.fixture
def answer(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answer:
    """Run a command with --json on a store with one ambiguous and one dangling reference."""
    return load_anew(answering(home, monkeypatch, capsys, user="budi"), home, ELEMENTS, RELATIONS)


def _files(home: Path) -> tuple[str, str]:
    return str(home / "elements.csv"), str(home / "relations.csv")


def listed(answer: Answer, state: str = "open") -> dict[str, dict[str, Any]]:
    return {one["value"]: one for one in answer("findings", "--state", state)[1]["findings"]}


def test_a_scope_is_a_slug_an_acronym_or_a_name(answer: Answer) -> None:
    known = answer("findings", "--scope", "dinkes")[1]
    assert known["findings"]
    for words in ("DINKES", "Dinas Kesehatan", "dinas  kesehatan"):
        assert answer("findings", "--scope", words) == (0, known)


def test_accepting_is_a_record_that_undo_takes_back(answer: Answer, home: Path) -> None:
    one = listed(answer)["SRV-9"]
    assert (one["state"], one["scope"]) == ("open", "dinkes")
    code, done = answer("accept", one["id"][:8], "--note", HOSTILE)
    assert code == 0
    assert done["changed"] == ["dinkes/application/DAA-001"]
    assert done["findings"] == [one["id"]]
    assert done["record"].startswith(done["load"])
    kept = listed(answer, "accepted")["SRV-9"]
    assert (kept["note"], kept["by"], kept["settled_in"]) == (HOSTILE, "budi", done["load"])
    assert "SRV-9" not in listed(answer)
    plan = answer("import", *_files(home), "--dry-run")[1]
    assert [told["value"] for told in plan["findings"] if told["rule"] == "dangling_reference"] == []
    assert answer("undo", done["load"], "--yes")[0] == 0
    assert "SRV-9" in listed(answer)


def test_an_answer_links_and_holds_for_the_next_file(answer: Answer, home: Path) -> None:
    one = listed(answer)["Server Utama"]
    assert sorted(one["candidates"]) == [FIRST, SECOND]
    code, done = answer("answer", one["id"], SECOND)
    assert code == 0
    assert SECOND in done["changed"]
    assert listed(answer, "answered")["Server Utama"]["answer"] == SECOND
    targets = [r["other"]["key"] for r in answer("show", "DAA-001")[1]["relations"]]
    assert SECOND in targets
    plan = answer("import", *_files(home), "--dry-run")[1]
    assert "Server Utama" not in [told["value"] for told in plan["findings"]]
    assert answer("undo", done["load"], "--yes")[0] == 0
    assert "Server Utama" in listed(answer)


def test_what_is_settled_already_is_refused_in_two_lines(answer: Answer) -> None:
    one = listed(answer)["SRV-9"]
    answer("accept", one["id"])
    code, document = answer("accept", one["id"])
    assert code == 2
    assert "accepted as it is meanwhile (budi" in document["error"]["what"]
    assert answer("accept", "zzzz")[0] == 2
    assert answer("findings", "--state", "later")[0] == 2


def test_people_read_numbers_notes_and_authors(answer: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    one = listed(answer)["SRV-9"]
    run(["accept", one["id"], "--note", HOSTILE])
    assert "simpul undo" in capsys.readouterr().out
    run(["findings", "--state", "accepted"])
    said = " ".join(capsys.readouterr().out.split())
    assert one["id"][:8] in said
    assert HOSTILE in said
    run(["findings"])
    assert "open" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content"), [("kosong.xlsx", b""), ("kosong.csv", b""), ("t.xlsx", b"teks")]
)
def test_files_of_which_nothing_can_be_read_are_no_load(
    answer: Answer, tmp_path: Path, name: str, content: bytes
) -> None:
    before = answer("loads")[1]["loads"]
    (tmp_path / name).write_bytes(content)
    _, document = answer("import", str(tmp_path / name), "--yes")
    assert (document["written"], document["load"]) == (False, None)
    assert document["findings"]
    assert answer("loads")[1]["loads"] == before
