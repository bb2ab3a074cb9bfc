"""simpul consolidate: its JSON, its words, and what is refused."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from queries.store.opening import stop_engine
from tests.support.commands import Answer, answering
from ui.cli import run

ELEMENTS = """key,kind,name,users,annual_cost,support_end
dinkes/orgunit/dinkes,OrgUnit,Dinas Kesehatan,,,
dinkes/application/A,Application,Presensi,100,500000,
bkd/application/B,Application,e-Absen,40,1000000,
bkd/service/L,Service,Cuti,,,
bkd/service/M,Service,Absen,,,
bkd/dataobject/D,DataObject,Kehadiran,,,
pu/interface/I,Interface,API absen,,,
kom/server/S1,Server,Server satu,,,
kom/server/S2,Server,Server dua,,,
kom/platformsoftware/P,PlatformSoftware,Debian 9,,,2022-06-30
"""
RELATIONS = """source,relation,target,data,mode
bkd/service/L,REALIZED_BY,bkd/application/B,,
bkd/service/M,REALIZED_BY,bkd/application/B,,
bkd/service/M,REALIZED_BY,dinkes/application/A,,
dinkes/application/A,RUNS_ON,kom/server/S1,,
bkd/application/B,RUNS_ON,kom/server/S2,,
bkd/application/B,ACCESSES,bkd/dataobject/D,,both
bkd/application/B,CALLS,pu/interface/I,NIP,
dinkes/orgunit/dinkes,USES,bkd/application/B,,
kom/server/S2,USES_SOFTWARE,kom/platformsoftware/P,,
"""
A, B, S1, S2 = "dinkes/application/A", "bkd/application/B", "kom/server/S1", "kom/server/S2"
PU = "pu/application/C"

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("consolidate")
    yield folder
    stop_engine({"SIMPUL_HOME": str(folder)})


@pytest.fixture(scope="module")
def loaded(home: Path) -> Path:
    folder = home / "delivery"
    folder.mkdir()
    (folder / "elements.csv").write_text(ELEMENTS, encoding="utf-8")
    (folder / "relations.csv").write_text(RELATIONS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIMPUL_HOME", str(home))
        assert run(["import", str(folder), "--yes"]) == 0
    return home


@pytest.fixture
def answer(loaded: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answer:
    return answering(loaded, monkeypatch, capsys)


def test_applications(answer: Answer) -> None:
    code, found = answer("consolidate", "Presensi", B, "e-Absen")
    assert code == 0
    assert (found["keep"], found["gone"]) == (A, [B])
    assert (found["covered"], found["uncovered"]) == (["bkd/service/M"], ["bkd/service/L"])
    assert found["new_single_points"][0] in (A, S1)
    assert {A, S1} <= set(found["new_single_points"])
    assert found["impact"]["failed"] == [A]
    stopped = {one["key"] for one in found["impact"]["affected"] if one["state"] == "down"}
    assert stopped >= {"bkd/service/L", "bkd/service/M"}
    assert found["impact"]["before"]["counts"] == {"degraded": {"Service": 1}}
    assert found["flows"] == [
        {
            "of": B,
            "relation": "CALLS",
            "source": B,
            "target": "pu/interface/I",
            "data": "NIP",
            "fate": "move",
        }
    ]
    assert (found["saving"]["low"], found["saving"]["high"]) == (400_000, 800_000)
    assert found["saving"]["assumptions"] == found["assumptions"]
    assert [step["step"] for step in found["steps"]] == ["data", "interfaces", "users", "switch_off"]
    assert found["load"]["before"]["users"] == 100
    assert found["load"]["after"] == {
        "agencies": ["dinkes/orgunit/dinkes"],
        "users": 140,
        "unknown_users": 0,
    }


def test_nothing_is_written_and_a_decision_is_heeded(answer: Answer) -> None:
    before = answer("loads")[1]
    found = answer("consolidate", A, B)[1]
    assert any("Not all are decided" in text for text in found["assumptions"])
    assert answer("loads")[1] == before
    load = answer("decide", A, B, "duplicate")[1]["load"]
    assert not any("Not all are" in text for text in answer("consolidate", A, B)[1]["assumptions"])
    answer("undo", load, "--yes")


def test_of_a_system_recorded_twice_no_saving_is_told(answer: Answer, tmp_path: Path) -> None:
    twice = tmp_path / "elements.csv"
    twice.write_text("key,kind,name,annual_cost\npu/application/C,Application,Presensi,700000\n")
    load = answer("import", str(twice), "--yes")[1]["load"]
    found = answer("consolidate", A, "pu/application/C")[1]
    assert found["saving"] is None
    assert any("recorded more than once" in text for text in found["assumptions"])
    with_another = answer("consolidate", A, "pu/application/C", B)[1]
    assert (with_another["saving"]["low"], with_another["saving"]["high"]) == (400_000, 800_000)
    answer("undo", load, "--yes")


def test_servers(answer: Answer) -> None:
    code, found = answer("consolidate", S1, S2, "--on", "2026-11-24")
    assert (code, found["saving"], found["on"]) == (0, None, "2026-11-24")
    assert found["carried"] == [B]
    one, two = found["machines"]
    assert (one["key"], one["little_used"], one["outdated"]) == (S1, True, [])
    assert two["outdated"] == [{"key": "kom/platformsoftware/P", "ended": "2022-06-30"}]


@pytest.mark.parametrize(("keep", "gone"), [(A, B), (S1, S2)])
def test_a_consolidation_is_saved_and_confirmed(answer: Answer, tmp_path: Path, keep: str, gone: str) -> None:
    place = tmp_path / "gabung.json"
    told = answer("consolidate", keep, gone, "--save", str(place))[1]
    kept = json.loads(place.read_text(encoding="utf-8"))
    assert sorted(kept["answer"]["new_single_points"]) == sorted(told["new_single_points"])
    assert kept["answer"]["told"]["saving"] == told["saving"]
    code, verdict = answer("verify", str(place))
    assert (code, verdict["confirmed"], verdict["kind"]) == (0, True, "consolidation")
    assert verdict["revision"] == told["revision"]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(("keep", "gone"), [(A, B), (S1, S2), (B, A)])
def test_words(
    answer: Answer, capsys: pytest.CaptureFixture[str], keep: str, gone: str, language: str
) -> None:
    assert run(["consolidate", keep, gone, "--lang", language]) == 0
    said = capsys.readouterr().out
    assert "**" not in said
    assert {"id": "Urutan langkah", "en": "Order of steps"}[language] in said


@pytest.mark.parametrize("words", [(A, A), (A, S1), (A, "TIDAK-ADA"), ("TIDAK-ADA", A)])
def test_what_cannot_be_is_refused_with_what_to_do(answer: Answer, words: tuple[str, str]) -> None:
    code, found = answer("consolidate", *words)
    assert code == 2
    assert found["error"]["fix"]


def test_decisions_that_contradict_are_a_caution_and_confirm_nothing(answer: Answer, tmp_path: Path) -> None:
    third = tmp_path / "elements.csv"
    third.write_text("key,kind,name\npu/application/C,Application,Absen PU\n")
    loads = [answer("import", str(third), "--yes")[1]["load"]]
    for left, right, verdict in ((A, B, "duplicate"), (B, PU, "duplicate"), (A, PU, "distinct")):
        loads.append(answer("decide", left, right, verdict)[1]["load"])
    found = answer("consolidate", B, PU, "--lang", "en")[1]
    assert [one.split(":")[0] for one in found["cautions"]] == ["Decisions contradict each other"]
    told = answer("consolidate", A, B, "--lang", "en")[1]
    assert any("Not all are decided" in text for text in told["assumptions"])
    for load in reversed(loads):
        answer("undo", load, "--yes")


def test_what_people_decided_to_be_distinct_is_a_caution(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    load = answer("decide", S1, S2, "distinct", "--note", "dua unit")[1]["load"]
    (said,) = answer("consolidate", S1, S2, "--lang", "en")[1]["cautions"]
    assert said.startswith("“Server satu” and “Server dua” were decided to be distinct by ")
    assert said.endswith(": “dua unit”.")
    assert run(["consolidate", S1, S2, "--lang", "en"]) == 0
    assert said in " ".join(capsys.readouterr().out.split())
    assert answer("undo", load, "--yes")[0] == 0
    assert answer("consolidate", S1, S2)[1]["cautions"] == []
