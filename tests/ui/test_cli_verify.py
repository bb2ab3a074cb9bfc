"""Saving an answer with its proof and checking it again, as scripts and people do."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from queries.certificate.document import save
from queries.certificate.impact import impact_certificate
from queries.store.opening import stop_engine
from tests.support.certified import ORIGIN, Document, forged, saved
from tests.support.commands import Answer, answering
from tests.support.graphs import impact_of, snapshot_of
from tests.support.reference_evaluator import Link, Thing
from ui.cli import run

A, B = "dinkes/server/a", "dinkes/server/b"


@pytest.fixture
def answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answer:
    """Run a command where there is no store."""
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")  # nobody listens there
    return answering(tmp_path / "home", monkeypatch, capsys)


def document() -> Document:
    snapshot = snapshot_of([Thing("a"), Thing("b")], [Link("a", "RUNS_ON", "b")])
    return impact_certificate(impact_of(snapshot, {"b": "down"}), (), ORIGIN)


def test_a_right_answer_is_confirmed_without_a_store(answer: Answer, tmp_path: Path) -> None:
    place = tmp_path / "bukti.json"
    save(document(), place)
    code, told = answer("verify", str(place))
    assert (code, told["confirmed"], told["wrong"]) == (0, True, [])
    assert (told["kind"], told["on"], told["revision"], told["store"]) == ("impact", "2026-11-24", 1, "s")
    assert len(told["checks"]) == 3
    assert told["not_checked"]


def test_a_wrong_answer_names_the_element_and_the_firing(answer: Answer, tmp_path: Path) -> None:
    def change(other: Document) -> None:
        other["firings"][0]["because"]["members"][0]["state"] = "degraded"

    code, told = answer("verify", str(saved(forged(document(), change), tmp_path)))
    assert (code, told["confirmed"]) == (1, False)
    assert {one["element"] for one in told["wrong"]} == {A}
    assert told["wrong"][0]["message"] == f"firing 1, {A} becomes down: {B} is not as reached so far"


def test_a_person_is_told_of_which_data_and_states_it_is(
    answer: Answer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place, load = tmp_path / "bukti.json", "01KB0000000000000000000000"
    snapshot = snapshot_of([Thing("a"), Thing("b")], [Link("a", "RUNS_ON", "b")])
    then = replace(ORIGIN, load=load)
    save(impact_certificate(impact_of(snapshot, {"b": "down"}), (), then), place)
    assert run(["verify", str(place), "--lang", "id"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert f"setelah impor {load}" in first and "revisi" not in first

    def change(other: Document) -> None:
        other["answer"]["affected"][A] = "degraded"

    assert run(["verify", str(saved(forged(document(), change), tmp_path)), "--lang", "id"]) == 1
    shown = capsys.readouterr().out
    assert "revisi data 1" in shown
    assert "jawaban menyebut terganggu, yang dapat diturunkan tidak tersedia" in shown


def test_what_is_no_certificate_is_two_lines(answer: Answer, tmp_path: Path) -> None:
    place = tmp_path / "x.json"
    place.write_text("[1, 2", encoding="utf-8")
    code, told = answer("verify", str(place))
    assert code == 2
    assert "no intact JSON" in told["error"]["what"]
    assert "--save" in told["error"]["fix"]


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("id", "benar menurut berkasnya", "tidak terbukti"),
        ("en", "confirmed by its file", "is not confirmed"),
    ],
)
def test_people_read_it_in_their_language(
    answer: Answer, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, right: str, wrong: str
) -> None:
    whole = document()
    assert run(["verify", str(saved(whole, tmp_path)), "--lang", language]) == 0
    assert right in capsys.readouterr().out
    whole["elements"][A]["name"] = "x"
    assert run(["verify", str(saved(whole, tmp_path)), "--lang", language]) == 1
    out = capsys.readouterr().out
    assert wrong in out
    assert "✕" in out


def test_a_hostile_file_does_not_command_the_terminal(
    answer: Answer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = json.dumps(document()).replace("dinkes/", "\\u001b[2Jdinkes/")
    place = tmp_path / "x.json"
    for content in (text, text.replace('"status"', '"sta"')):
        place.write_text(content, encoding="utf-8")
        assert run(["verify", str(place)]) in (1, 2)
        told = capsys.readouterr()
        assert "dinkes/" in told.out + told.err
        assert "\x1b" not in told.out + told.err


ELEMENTS = "key,kind,name\nd/service/s,Service,Layanan\nd/application/a,Application,A\nd/server/x,Server,X\n"
RELATIONS = """source,relation,target,group
d/service/s,REALIZED_BY,d/application/a,
d/application/a,RUNS_ON,d/server/x,web
"""


@pytest.fixture(scope="module")
def _home(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    home = tmp_path_factory.mktemp("verify")
    yield home
    stop_engine({"SIMPUL_HOME": str(home)})


@pytest.mark.engine
def test_an_answer_is_saved_and_confirmed(
    _home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = answering(_home, monkeypatch, capsys)
    (tmp_path / "elements.csv").write_text(ELEMENTS, encoding="utf-8")
    (tmp_path / "relations.csv").write_text(RELATIONS, encoding="utf-8")
    load = ask("import", str(tmp_path), "--yes")[1]["load"]
    place = tmp_path / "bukti.json"
    for words in (
        ["d/server/x"],
        ["d/application/a", "--protect", "d/server/x"],
        ["d/server/x", "--as-of", load],
    ):
        code, told = ask("impact", *words, "--save", str(place))
        assert code == 0
        kept = json.loads(place.read_text(encoding="utf-8"))
        assert kept["answer"]["affected"] == {one["key"]: one["state"] for one in told["affected"]}
        assert (kept["cypher"], kept["asked"]["revision"]) == (told["cypher"], told["revision"])
        assert ask("verify", str(place))[1]["confirmed"]
    assert kept["asked"]["load"] == load
    code, told = ask("impact", "d/application/a", "--upstream", "--save", str(place))
    kept = json.loads(place.read_text(encoding="utf-8"))
    assert [one["element"] for one in kept["answer"]["causes"]] == [one["key"] for one in told["affected"]]
    assert ask("verify", str(place))[1]["confirmed"]
    code, told = ask("impact", "d/server/x", "--save", str(tmp_path / "none" / "x.json"))
    assert (code, list(told)) == (2, ["error"])
