"""The command line, as scripts and people use it: exit codes, JSON, two lines for a fault."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from queries.catalog import CATALOG
from queries.store.opening import stop_engine
from tests.support.commands import Answer, answering, printed, undo_everything
from ui.cli import run
from ui.commands import console
from ui.phrases import questions

ELEMENTS = """key,kind,name,owner,code,reference,status,criticality
dinkes/orgunit/dinkes,OrgUnit,Dinas Kesehatan,,,,,
disdik/orgunit/disdik,OrgUnit,Dinas Pendidikan,,,,,
dinkes/service/DAL-001,Service,Layanan Rujukan,dinkes/orgunit/dinkes,DAL-001,,active,high
dinkes/application/DAA-001,Application,SIMRS Sehat,dinkes/orgunit/dinkes,DAA-001,,active,
disdik/application/DAA-001,Application,Dapodik Daerah,disdik/orgunit/disdik,DAA-001,,active,
dinkes/server/SRV-1,Server,Server Utama,dinkes/orgunit/dinkes,SRV-1,,active,
dinkes/server/SRV-2,Server,Server Cadangan,dinkes/orgunit/dinkes,SRV-2,,active,
"""
RELATIONS = """source,relation,target,group,need,loss,environment
dinkes/service/DAL-001,REALIZED_BY,dinkes/application/DAA-001,,,,
dinkes/application/DAA-001,RUNS_ON,dinkes/server/SRV-1,web,1,,production
dinkes/application/DAA-001,RUNS_ON,dinkes/server/SRV-2,web,,,production
disdik/application/DAA-001,RUNS_ON,dinkes/server/SRV-1,,,,production
"""


APP, OTHER_APP = "dinkes/application/DAA-001", "disdik/application/DAA-001"


@pytest.fixture(scope="module")
def _engine(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    home = tmp_path_factory.mktemp("cli")
    yield home
    stop_engine({"SIMPUL_HOME": str(home)})


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "kiriman"
    folder.mkdir()
    (folder / "elements.csv").write_text(ELEMENTS, encoding="utf-8")
    (folder / "relations.csv").write_text(RELATIONS, encoding="utf-8")
    return folder


@pytest.fixture
def answer(_engine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answer:
    """Run a command with --json; return its exit code and document."""
    return answering(_engine, monkeypatch, capsys)


@pytest.fixture
def loaded(answer: Answer, files: Path) -> Answer:
    """The same, on a store that holds the small estate."""
    undo_everything(answer)
    code, document = answer("import", str(files), "--yes")
    assert (code, document["written"]) == (0, True)
    return answer


pytestmark = pytest.mark.engine


def test_a_dry_run_shows_the_plan_and_writes_nothing(answer: Answer, files: Path) -> None:
    before = answer("db", "start")[1]["revision"]
    code, document = answer("import", str(files), "--dry-run")
    assert (code, document["load"], document["written"]) == (0, None, False)
    assert answer("db", "status")[1]["revision"] == before


def test_without_a_word_of_agreement_nothing_is_read(answer: Answer, files: Path) -> None:
    code, document = answer("import", str(files))
    assert code == 2
    assert "--yes" in document["error"]["fix"]


def test_a_plan_that_was_agreed_to_is_applied_though_nobody_reads_on(answer: Answer, files: Path) -> None:
    undo_everything(answer)
    reading, writing = os.pipe()
    os.close(reading)
    program = [sys.executable, "-c", "from ui.cli import main; main()", "import", str(files), "--yes"]
    run = subprocess.run(program, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (run.returncode, run.stderr) == (0, b"")
    _, document = answer("find", "SIMRS")
    assert document["elements"]


def test_loading_the_same_files_again_changes_nothing(loaded: Answer, files: Path) -> None:
    code, document = loaded("import", str(files), "--yes")
    assert code == 0
    for part in document["plan"].values():
        assert (part["add"], part["change"], part["retire"]) == (0, 0, 0)
        assert part["unchanged"] > 0


def test_an_export_imported_again_changes_nothing(loaded: Answer, tmp_path: Path) -> None:
    for name in ("out", "out.xlsx"):
        code, written = loaded("export", "-o", str(tmp_path / name))
        assert (code, written["elements"]) == (0, 7)
        code, document = loaded("import", str(tmp_path / name), "--dry-run")
        assert code == 0
        for part in document["plan"].values():
            assert (part["add"], part["change"], part["retire"]) == (0, 0, 0), (name, document)


def test_an_export_counts_owners_and_says_that_decisions_stay(
    loaded: Answer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = ("-o", str(tmp_path / "out"))
    assert loaded("export", *output)[1] == {
        "path": output[1],
        "elements": 7,
        "relations": 4,
        "in_columns": 5,
        "open": 0,
    }
    assert run(["export", *output, "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert "5 other relations (owners and reference codes)" in said.out
    assert "db backup" not in said.err
    assert loaded("decide", APP, OTHER_APP, "distinct")[0] == 0
    assert run(["export", *output, "--lang", "en"]) == 0
    assert "only simpul db backup and simpul db copy carry them" in capsys.readouterr().err


def test_what_people_read_is_in_their_language(loaded: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    for words, said in (
        (["find", "SIMRS"], "Aktif"),
        (["decide", APP, OTHER_APP, "distinct"], "(langkah 20"),
        (["set", APP, "description=x"], "(langkah 20"),
        (["history", APP], f"keputusan: {OTHER_APP}"),
        (["loads"], "diisi langsung"),
    ):
        assert run([*words, "--lang", "id"]) == 0
        assert said in capsys.readouterr().out
    last = loaded("loads")[1]["loads"][-1]["load"]
    assert run(["undo", last, "--yes", "--lang", "id"]) == 0
    assert f"Diurungkan: langkah {last}." in capsys.readouterr().out
    assert run(["undo", last, "--yes", "--lang", "id"]) == 2
    assert f"langkah {last} sudah diurungkan" in capsys.readouterr().err


def test_an_export_fills_an_empty_store_with_the_same(loaded: Answer, tmp_path: Path) -> None:
    loaded("export", "-o", str(tmp_path / "one"))
    load = loaded("loads")[1]["loads"][-1]["load"]
    loaded("undo", load, "--yes")
    assert loaded("find", "SIMRS")[1]["total"] == 0
    loaded("import", str(tmp_path / "one"), "--yes")
    loaded("export", "-o", str(tmp_path / "two"))
    for name in ("elements.csv", "relations.csv"):
        assert (tmp_path / "one" / name).read_text() == (tmp_path / "two" / name).read_text()


def test_the_first_question_is_answered_with_reasons(loaded: Answer) -> None:
    code, document = loaded("impact", "SRV-1")
    assert code == 0
    found = {row["key"]: row for row in document["affected"]}
    assert document["failed"] == ["dinkes/server/SRV-1"]
    assert found["disdik/application/DAA-001"]["state"] == "down"
    assert found["disdik/application/DAA-001"]["path"] == [
        "dinkes/server/SRV-1",
        "disdik/application/DAA-001",
    ]
    simrs = found["dinkes/application/DAA-001"]
    assert (simrs["state"], simrs["owner"]) == ("at_risk", "dinkes/orgunit/dinkes")
    assert simrs["reasons"][0]["group"] == "web"
    assert {member["state"] for member in simrs["reasons"][0]["members"]} == {"up", "down"}
    assert document["counts"]["down"] == {"Application": 1}
    assert document["cypher"].strip()


def test_the_impact_says_how_long_it_lasts_and_what_to_restore_first(loaded: Answer) -> None:
    loaded("set", "SRV-1", "restore_hours=24")
    loaded("set", "SRV-2", "restore_hours=6")
    loaded("set", "dinkes/service/DAL-001", "rto_hours=4", "criticality=high")
    _, document = loaded("impact", "SRV-1", "SRV-2")
    found = {row["key"]: row for row in document["affected"]}
    service = found["dinkes/service/DAL-001"]
    assert (service["rto_hours"], service["back_after_hours"], service["rto_exceeded_hours"]) == (4, 6, 2)
    assert service["importance"] == 4
    assert [(step["key"], step["hours"], step["after"]) for step in document["restore_order"]] == [
        ("dinkes/server/SRV-2", 6, 6),
        ("dinkes/server/SRV-1", 24, 30),
    ]
    assert "disdik/application/DAA-001" in document["restore_order"][1]["brings_back"]
    assert (document["restore_exact"], document["restore_assumed_hours"]) == (True, None)


def test_what_is_not_known_of_durations_is_null(loaded: Answer) -> None:
    _, document = loaded("impact", "SRV-1")
    assert {row["back_after_hours"] for row in document["affected"]} == {None}
    assert [step["hours"] for step in document["restore_order"]] == [None]
    assert document["restore_assumed_hours"] == 1


def test_protecting_the_target_takes_the_impact_away(loaded: Answer) -> None:
    _, document = loaded("impact", "SRV-1", "--protect", "disdik/application/DAA-001")
    assert "disdik/application/DAA-001" not in {row["key"] for row in document["affected"]}


def test_all_that_match_fail_as_it_stood_then_but_not_what_is_protected(loaded: Answer) -> None:
    load = loaded("loads")[1]["loads"][-1]["load"]
    servers = [f"dinkes/server/SRV-{n}" for n in (1, 2)]
    loaded("set", "SRV-1", "processor=High End")
    matched = ("impact", "--where", "processor=high end")
    assert loaded(*matched)[1]["failed"] == servers[:1]
    assert loaded(*matched, "--as-of", load)[0] == 2  # nobody had said so then
    spared = ("impact", "--where", "kind=Server", "--protect", "SRV-1")
    assert loaded(*spared)[1]["failed"] == servers[1:]


def test_all_that_match_fail_together(loaded: Answer) -> None:
    _, document = loaded("impact", "--where", "kind=Server")
    assert document["failed"] == ["dinkes/server/SRV-1", "dinkes/server/SRV-2"]
    found = {row["key"]: row["state"] for row in document["affected"]}
    assert found["dinkes/application/DAA-001"] == "down"
    assert found["dinkes/service/DAL-001"] == "down"


def test_what_could_be_the_cause_is_asked_upstream(loaded: Answer) -> None:
    _, document = loaded("impact", "DAL-001", "--upstream")
    assert {row["key"] for row in document["affected"]} >= {
        "dinkes/application/DAA-001",
        "dinkes/server/SRV-1",
        "dinkes/server/SRV-2",
    }


def test_a_past_state_can_be_asked(loaded: Answer) -> None:
    load = loaded("loads")[1]["loads"][-1]["load"]
    loaded("relate", "disdik/application/DAA-001", "RUNS_ON", "SRV-2", "group=x", "environment=production")
    now = {row["key"]: row["state"] for row in loaded("impact", "SRV-2")[1]["affected"]}
    then = {row["key"]: row["state"] for row in loaded("impact", "SRV-2", "--as-of", load)[1]["affected"]}
    assert "disdik/application/DAA-001" in now
    assert "disdik/application/DAA-001" not in then


def test_minimal_failure_sets_of_a_target_are_listed_small_ones_first(loaded: Answer) -> None:
    code, document = loaded("weak-points", "DAL-001", "--order", "3")
    assert code == 0
    (target,) = document["targets"]
    assert (target["key"], target["order"], target["complete"]) == ("dinkes/service/DAL-001", 3, True)
    assert target["sets"] == [
        ["dinkes/application/DAA-001"],
        ["dinkes/server/SRV-1", "dinkes/server/SRV-2"],
    ]


def test_only_the_kinds_that_are_named_may_fail(loaded: Answer) -> None:
    _, document = loaded("weak-points", "DAL-001", "--kind", "Server", "--order", "2")
    assert document["targets"][0]["sets"] == [["dinkes/server/SRV-1", "dinkes/server/SRV-2"]]
    _, document = loaded("weak-points", "DAL-001", "--kind", "server", "--protect", "SRV-1")
    assert document["targets"][0]["sets"] == []


def test_how_long_a_target_is_down_is_told_as_far_as_it_is_known(loaded: Answer) -> None:
    assert "availability" not in loaded("weak-points")[1]
    assert loaded("set", "SRV-1", "availability=99,9%")[0] == 0
    assert loaded("set", "SRV-2", "mtbf_hours=990", "restore_hours=10")[0] == 0
    _, document = loaded("weak-points", "DAL-001", "--kind", "Server", "--availability")
    (target,) = document["availability"]
    assert target["key"] == "dinkes/service/DAL-001"
    # a server without a room on record: what it stands in is not known, so there are only bounds
    assert (target["unavailability"], target["at_most"], target["exact"]) == (None, 1, True)
    assert target["at_least"] == pytest.approx(0.001 * 0.01)
    assert target["hours_per_year_at_least"] == pytest.approx(8760 * 0.001 * 0.01)
    assert target["lacking"] == ["dinkes/server/SRV-1", "dinkes/server/SRV-2"]
    assert target["unstated"] == []
    assert [one["key"] for one in target["importance"]] == ["dinkes/server/SRV-1", "dinkes/server/SRV-2"]
    assert [one["birnbaum"] for one in target["importance"]] == pytest.approx([0.01, 0.001])
    _, document = loaded("weak-points", "DAL-001", "--availability")
    assert document["availability"][0]["unstated"] == ["dinkes/application/DAA-001"]


def test_without_a_target_the_single_points_of_all_services_are_told(loaded: Answer) -> None:
    code, document = loaded("weak-points")
    assert code == 0
    assert [target["key"] for target in document["targets"]] == ["dinkes/service/DAL-001"]
    (point,) = document["weak_points"]
    assert point["set"] == ["dinkes/application/DAA-001"]
    assert point["targets"] == ["dinkes/service/DAL-001"]
    assert (document["undecided"], document["promises"]) == ([], [])
    assert [document[name] for name in ("offenders", "recovery_points", "concentration")] == [[], [], []]
    agency, complete = document["completeness"]
    assert (complete["agency"], complete["gaps"], complete["unknown"]) == ("disdik/orgunit/disdik", [], 0)
    assert (agency["agency"], agency["expected"], agency["filled"]) == ("dinkes/orgunit/dinkes", 3, 1)
    assert [(gap["key"], gap["relation"]) for gap in agency["gaps"]] == [
        (f"dinkes/server/SRV-{n}", "LOCATED_IN") for n in (1, 2)
    ]
    assert agency["missing"] == [{"kind": "Server", "relation": "LOCATED_IN", "count": 2}]
    assert {gap["cell"]["file"] for gap in agency["gaps"]} == {"elements.csv"}
    assert agency["unknown"] == 1
    (own,) = document["exposure"]
    assert (own["agency"], own["on"], own["share"]) == (*["dinkes/orgunit/dinkes"] * 2, 1.0)


def test_an_inventory_without_services_is_judged_by_its_applications(answer: Answer, tmp_path: Path) -> None:
    undo_everything(answer)
    (tmp_path / "elements.csv").write_text(
        "key,kind,name\nbkd/application/A,Application,Arsip\nbkd/server/S,Server,Induk\n", encoding="utf-8"
    )
    (tmp_path / "relations.csv").write_text(
        "source,relation,target\nbkd/application/A,RUNS_ON,bkd/server/S\n", encoding="utf-8"
    )
    answer("import", str(tmp_path / "elements.csv"), str(tmp_path / "relations.csv"), "--yes")
    _, document = answer("weak-points")
    (target,) = document["targets"]
    assert (target["key"], target["sets"]) == ("bkd/application/A", [["bkd/server/S"]])


def test_failure_sets_are_saved_with_their_proof_and_checked(loaded: Answer, tmp_path: Path) -> None:
    file = tmp_path / "titik-rawan.json"
    loaded("weak-points", "DAL-001", "--save", str(file))
    assert loaded("verify", str(file))[0] == 0
    forged = json.loads(file.read_text(encoding="utf-8"))
    forged["answer"]["targets"][0]["sets"].pop()
    file.write_text(json.dumps(forged), encoding="utf-8")
    assert loaded("verify", str(file))[0] == 1


def test_redundancy_on_one_machine_is_told_as_fake_with_what_mends_it(loaded: Answer, tmp_path: Path) -> None:
    (tmp_path / "elements.csv").write_text(
        "key,kind,name,owner\ndinkes/server/HOST,Server,Induk,dinkes/orgunit/dinkes\n", encoding="utf-8"
    )
    rows = [f"dinkes/server/SRV-{n},HOSTED_ON,dinkes/server/HOST" for n in (1, 2)]
    (tmp_path / "relations.csv").write_text(
        "\n".join(("source,relation,target", *rows, "")), encoding="utf-8"
    )
    loaded("import", str(tmp_path / "elements.csv"), str(tmp_path / "relations.csv"), "--yes")
    _, document = loaded("weak-points", "DAL-001", "--order", "2")
    assert document["targets"][0]["sets"][1] == ["dinkes/server/HOST"]
    assert document["fake_redundancy"] == [
        {
            "owner": "dinkes/application/DAA-001",
            "group": "web",
            "members": ["dinkes/server/SRV-1", "dinkes/server/SRV-2"],
            "cause": "dinkes/server/HOST",
            "decides": True,
            "fix": {
                "source": "dinkes/application/DAA-001",
                "relation": "RUNS_ON",
                "target": "dinkes/server/SRV-1",
            },
        }
    ]
    assert document["common_causes"] == [
        {
            "set": ["dinkes/server/SRV-1", "dinkes/server/SRV-2"],
            "common": ["dinkes/server/HOST"],
            "maintenance_window": None,
        }
    ]


def test_edits_are_records_with_history_and_can_be_undone(loaded: Answer) -> None:
    code, document = loaded("set", "dinkes/application/DAA-001", "criticality=high")
    assert (code, document["changed"]) == (0, ["dinkes/application/DAA-001"])
    changes = loaded("history", "dinkes/application/DAA-001")[1]["changes"]
    assert (changes[-1]["property"], changes[-1]["after"]) == ("criticality", "high")
    code, undone = loaded("undo", document["load"], "--yes")
    assert (code, undone["plan"]["elements"]["change"]) == (0, 1)
    shown = loaded("show", "dinkes/application/DAA-001")[1]
    assert "criticality" not in shown["element"]["properties"]


def test_a_retired_element_no_longer_breaks_anything(loaded: Answer) -> None:
    loaded("retire", "SRV-2")
    _, document = loaded("impact", "SRV-1")
    found = {row["key"]: row["state"] for row in document["affected"]}
    assert found["dinkes/application/DAA-001"] == "down"
    assert loaded("show", "SRV-2")[1]["element"]["status"] == "retired"


def test_loads_say_what_an_edit_was(loaded: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    loaded("set", APP, "rto_hours=4")
    loaded("relate", APP, "RUNS_ON", "SRV-2", "group=x")
    loaded("unrelate", OTHER_APP, "RUNS_ON", "SRV-1")
    loaded("merge", APP, OTHER_APP)
    retired = loaded("retire", "SRV-1")[1]["load"]
    for said in (
        f"Diubah: SIMRS Sehat ({APP}): RTO (jam)",
        f"Dihubungkan: SIMRS Sehat ({APP}): Berjalan di: dinkes/server/SRV-2",
        f"Hubungan dicabut: Dapodik Daerah ({OTHER_APP}): Berjalan di",
        f"Digabung: Dapodik Daerah ({OTHER_APP}) ke SIMRS Sehat ({APP})",
        "Dihentikan: Server Utama (dinkes/server/SRV-1)",
    ):
        assert said in printed(capsys, "loads", language="id")
    told = printed(capsys, "undo", retired, "--yes", language="id")
    assert "Dihentikan: Server Utama" in told
    assert "Hilang" in told.split("Tidak berubah")[0]


def test_what_is_wrong_is_told_before_anybody_is_asked(
    loaded: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "cannot be opened" in loaded("import", "no-such-file.xlsx")[1]["error"]["what"]
    assert "no-such-mode" in loaded("import", ".", "--mode", "no-such-mode")[1]["error"]["what"]
    assert "“1999”" in loaded("undo", "1999")[1]["error"]["what"]
    last = loaded("loads")[1]["loads"][-1]["load"]
    assert loaded("undo", last)[1]["error"]["fix"] == "add --yes to apply"


def test_an_ambiguous_code_names_its_candidates(loaded: Answer) -> None:
    code, document = loaded("show", "DAA-001")
    assert code == 2
    assert "dinkes/application/DAA-001" in document["error"]["fix"]
    assert "disdik/application/DAA-001" in document["error"]["fix"]


def test_every_question_of_the_catalogue_is_answered(loaded: Answer) -> None:
    _, document = loaded("query")
    assert document["queries"]
    for one in document["queries"]:
        code, rows = loaded("query", one["name"])
        assert (code, rows["name"]) == (0, one["name"])
        assert all(len(row) == len(rows["columns"]) for row in rows["rows"])


def test_columns_of_questions_have_names_and_lists_are_read_as_words(
    loaded: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    for asked in CATALOG:
        assert set(asked.columns) - questions.COLUMNS.keys() <= {"uid"}
    told = printed(capsys, "query", "agencies", language="id")
    assert told.startswith("Kunci Nama Cakupan dinkes/orgunit/dinkes")
    loaded("relate", "dinkes/orgunit/dinkes", "USES", OTHER_APP)
    loaded("relate", "disdik/orgunit/disdik", "USES", OTHER_APP)
    assert "[" not in printed(capsys, "query", "shared_applications", language="id")
    told = printed(capsys, "query", "same_function", "--param", "code=RAB.99", language="id")
    assert "simpul query codes_below" in told


def test_people_read_labels_and_values_in_words(loaded: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    loaded("set", APP, "criticality=medium")
    for command in ("show", "history", "lineage"):
        told = printed(capsys, command, APP, language="id")
        assert "Kekritisan" in told and "Sedang" in told, command
        assert "criticality" not in told.replace("/ criticality", "")
    told = printed(capsys, "show", APP, language="id")
    assert "Berjalan di" in told and "RUNS_ON" not in told
    assert "diisi langsung" in told


def test_the_same_said_again_by_hand_is_no_load(loaded: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    first = loaded("set", APP, "rto_hours=9")[1]["load"]
    assert loaded("set", APP, "rto_hours=9")[1] == {"record": None, "load": None, "changed": []}
    assert loaded("loads")[1]["loads"][-1]["load"] == first
    assert loaded("set", APP, "rto_hours=8")[1]["load"] > first


def test_nothing_to_show_is_said(loaded: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "find", "zzzz", language="id") == "Tidak ada objek yang cocok."
    assert printed(capsys, "mappings", language="id") == "Belum ada pemetaan yang diingat."


def test_all_that_tells_totals_counts_the_same(loaded: Answer, tmp_path: Path) -> None:
    loaded("set", APP, "description=x")
    text = "source,relation,target\n" + f"{APP},RUNS_ON,nobody-knows-this\n"
    (tmp_path / "relations.csv").write_text(text, encoding="utf-8")
    loaded("import", str(tmp_path / "relations.csv"), "--yes")
    held = loaded("db", "status")[1]
    counted = (held["elements"], held["relations"])
    written = loaded("export", "-o", str(tmp_path / "all.json"))[1]
    assert (written["elements"], written["relations"] + written["in_columns"]) == counted
    assert written["open"] == 1
    backed_up = loaded("db", "backup", str(tmp_path / "all.simpul"))[1]
    assert (backed_up["elements"], backed_up["relations"]) == counted
    assert backed_up["reference_codes"] > 100
    assert loaded("db", "refresh")[1]["version"] == held["version"]


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        (("db", "copy", "--to", "nonsense"), "--to"),
        (("db", "copy", "--to", "bolt://127.0.0.1:1"), "--to"),
        (("db", "restore", "/no/such.file"), "check the file's name"),
        (("impact", "--where", "kind=Servr"), "Server"),
        (("set", APP, "nope=1"), "its properties: abbreviation"),
        (("relate", APP, "RUNS_ON", "SRV-1", "need=much"), "'need=any'"),
    ],
    ids=str,
)
def test_a_fix_is_about_what_was_asked(loaded: Answer, words: tuple[str, ...], fix: str) -> None:
    code, document = loaded(*words)
    assert code == 2
    assert fix in document["error"]["fix"]
    assert "NEO4J" not in document["error"]["fix"]


def test_a_backup_brings_everything_back(loaded: Answer, tmp_path: Path) -> None:
    before = loaded("db", "status")[1]
    loaded("db", "backup", str(tmp_path / "all.simpul"))
    loaded("retire", "SRV-1")
    code, _ = loaded("db", "restore", str(tmp_path / "all.simpul"))
    assert code == 2
    code, _ = loaded("db", "restore", str(tmp_path / "all.simpul"), "--replace")
    assert code == 0
    after = loaded("db", "status")[1]
    assert [after[k] for k in ("revision", "elements", "relations")] == [
        before[k] for k in ("revision", "elements", "relations")
    ]
    assert loaded("show", "SRV-1")[1]["element"]["status"] == "active"


@pytest.mark.parametrize(
    "words",
    [
        ("show", "nobody/knows/this"),
        ("impact",),
        ("impact", "SRV-1", "--protect", "SRV-1"),
        ("query", "no_such_question"),
        ("query", "codes_below", "--param", "nothing"),
        ("undo", "1999", "--yes"),
        ("export", "-o", "out.docx"),
        ("import", "no-such-file.xlsx", "--yes"),
        ("set", "SRV-1", "no_such_property=1"),
        ("relate", "SRV-1", "OWNED_BY", "SRV-2"),
        ("find", "x", "--kind", "Nothing"),
        ("no-such-command",),
        ("impact", "SRV-1", "--on", "tomorrow"),
        ("export", "-o", "out", "--scope", "nobody"),
        ("impact", "--where", "kind"),
        ("impact", "--where", "no_such_property=1"),
        ("impact", "SRV-1", "--as-of", "1999"),
    ],
    ids=" ".join,
)
def test_a_refusal_is_two_lines_and_never_a_traceback(
    loaded: Answer, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    for language in ("id", "en"):
        assert run([*words, "--lang", language]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        lines = captured.err.splitlines()
        assert len(lines) == 2 and all(lines), captured.err
        assert "Traceback" not in captured.err


def test_people_read_tables_in_their_language(loaded: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    for language, word in (("id", "Sumber data"), ("en", "Origin")):
        assert run(["show", "SRV-1", "--lang", language]) == 0
        assert word in capsys.readouterr().out


@pytest.mark.parametrize(("language", "words"), [("id", "35,6"), ("en", "35.6")])
def test_decimals_in_a_table_are_those_of_the_language(
    capsys: pytest.CaptureFixture[str], language: str, words: str
) -> None:
    console.set_language(language)
    console.table(["%"], [(35.6,)])
    assert words in capsys.readouterr().out


def test_help_is_there_in_both_languages_and_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    for words, indonesian, english in (
        ([], "Cari objek.", "Search elements."),
        (["impact", "--help"], "anggap tetap berfungsi", "stays up"),
    ):
        assert run([*words, "--lang", "id"]) == 0
        assert indonesian in capsys.readouterr().out
        assert run(["--lang=en", *words]) == 0
        told = capsys.readouterr().out
        assert english in told and indonesian not in told


@pytest.mark.parametrize("words", [[], ["import", "--help"], ["db", "restore", "--help"]])
def test_the_frame_of_help_is_of_the_language_too_and_nothing_is_cut(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*words, "--lang", "id"]) == 0
    indonesian = capsys.readouterr().out
    assert run([*words, "--lang", "en"]) == 0
    english = capsys.readouterr().out
    for word in ("Usage:", "Options:", "Arguments:", "Commands:", "[default:", "required]", "Show this"):
        assert word not in indonesian
    assert "Pemakaian:" in indonesian and "Usage:" in english and "Show this" in english
    assert not [line for line in (indonesian + english).splitlines() if re.search(r"\w\.\.\.$", line)]


def test_a_group_without_a_command_shows_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["db", "--lang", "en"]) == 2
    assert "backup" in capsys.readouterr().err


def test_a_language_that_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["loads", "--lang", "fr"]) == 2
    assert "--lang en" in capsys.readouterr().err


def test_lineage_tells_every_cell_and_which_one_counts(loaded: Answer) -> None:
    loaded("set", APP, "name=SIMRS Baru")
    code, document = loaded("lineage", APP, "--property", "nama")
    assert code == 0
    by_hand, from_file = document["cells"]
    assert (by_hand["value"], by_hand["counts"], by_hand["cell"]) == ("SIMRS Baru", True, None)
    assert (from_file["value"], from_file["counts"]) == ("SIMRS Sehat", False)
    assert (from_file["cell"]["file"], from_file["cell"]["row"]) == ("elements.csv", 5)
    assert {cell["property"] for cell in loaded("lineage", APP)[1]["cells"]} >= {"name", "owner", "RUNS_ON"}


def test_an_unknown_property_has_no_lineage_and_the_near_ones_are_told(loaded: Answer) -> None:
    code, document = loaded("lineage", APP, "--property", "descripton")
    assert code == 2
    assert "description" in document["error"]["fix"]


def test_a_merge_is_answered_with_what_was_disputed_and_can_be_undone(loaded: Answer) -> None:
    loaded("set", OTHER_APP, "description=yang lain")
    loaded("set", APP, "description=yang ini")
    code, document = loaded("merge", APP, OTHER_APP, "--take", f"description={OTHER_APP}")
    assert code == 0
    assert APP in document["changed"]
    disputed = {one["property"]: one["chosen"] for one in document["conflicts"]}
    assert disputed["description"] == "yang lain"
    assert loaded("show", OTHER_APP)[1]["element"]["key"] == APP
    assert loaded("undo", document["load"], "--yes")[0] == 0
    assert loaded("show", OTHER_APP)[1]["element"]["key"] == OTHER_APP


def test_a_merge_tells_its_values_and_relations_as_people_read_them(
    loaded: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded("set", APP, "criticality=high")
    loaded("set", OTHER_APP, "criticality=very_high", "annual_cost=26500000", "valid_to=2027-06-30")
    assert run(["--lang", "id", "merge", APP, OTHER_APP, "--dry-run"]) == 0
    said = capsys.readouterr().out
    for words in ("Kekritisan", "Sangat tinggi", "26.500.000", "30 Jun 2027", "(kosong)", "Dimiliki oleh"):
        assert words in said
    assert "very_high" not in said
    document = loaded("merge", APP, OTHER_APP, "--dry-run")[1]
    assert {"property": "annual_cost", "value": 26500000, "key": OTHER_APP} in document["filled"]
    (ends,) = [one for one in document["conflicts"] if one["property"] == "valid_to"]
    assert (ends["chosen"], ends["said"]) == (None, {OTHER_APP: "2027-06-30"})
    assert "use" in {one["fate"] for one in document["relations"] if one["source"] == OTHER_APP}


def test_what_replaces_the_other_is_merged_only_once_that_is_agreed_to(loaded: Answer) -> None:
    related = loaded("relate", APP, "REPLACES", OTHER_APP)[1]
    code, document = loaded("merge", APP, OTHER_APP)
    assert code == 2
    assert "--yes" in document["error"]["fix"]
    planned = loaded("merge", APP, OTHER_APP, "--dry-run")[1]
    assert "dropped" in {one["fate"] for one in planned["relations"] if one["relation"] == "REPLACES"}
    assert "merged_replaced" in {one["rule"] for one in planned["findings"]}
    assert loaded("undo", related["load"], "--yes")[0] == 0


def test_agencies_are_merged_with_their_elements_once_that_is_agreed_to(loaded: Answer) -> None:
    agencies = ("dinkes/orgunit/dinkes", "disdik/orgunit/disdik")
    code, document = loaded("merge", *agencies)
    assert code == 2
    assert "--dry-run" in document["error"]["fix"]
    planned = loaded("merge", *agencies, "--dry-run")[1]
    assert (planned["load"], planned["scopes"]) == (None, {"disdik": "dinkes"})
    assert OTHER_APP in planned["changed"]
    code, document = loaded("merge", *agencies, "--yes")
    assert code == 0
    (told,) = loaded("findings", "--scope", "dinkes")[1]["findings"]
    assert (told["rule"], told["element"]) == ("merged_code", OTHER_APP)
    assert len(loaded("query", "agencies")[1]["rows"]) == 1
    assert loaded("undo", document["load"], "--yes")[0] == 0
    assert loaded("findings", "--scope", "dinkes")[1]["findings"] == []


def test_a_relation_is_taken_away(loaded: Answer) -> None:
    related = loaded("show", APP)[1]["relations"]
    one = next(edge for edge in related if edge["direction"] == "out" and edge["relation"] == "RUNS_ON")
    assert loaded("unrelate", APP, "RUNS_ON", one["other"]["key"])[0] == 0
    left = loaded("show", APP)[1]["relations"]
    assert one["other"]["key"] not in {e["other"]["key"] for e in left if e["relation"] == "RUNS_ON"}
    code, document = loaded("unrelate", APP, "RUNS_ON", one["other"]["key"])
    assert code == 2
    assert "simpul show" in document["error"]["fix"]


def test_what_a_load_changed_is_told_with_what_follows_from_it(
    loaded: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    load = loaded("unrelate", APP, "RUNS_ON", "dinkes/server/SRV-2")[1]["load"]
    code, document = loaded("diff", load)
    assert code == 0
    assert document["to"] == load
    (gone,) = [edge for edge in document["relations"]["removed"] if edge["target"] == "dinkes/server/SRV-2"]
    assert gone["source"] == APP
    assert {"key": "dinkes/service/DAL-001", "on": "dinkes/server/SRV-1"} in document["single_points"][
        "begun"
    ]
    assert "dinkes/server/SRV-2" in printed(capsys, "diff", load, language="id")


def test_the_past_is_searched_and_shown(loaded: Answer) -> None:
    first = loaded("loads")[1]["loads"][-1]["load"]
    loaded("set", APP, "name=SIMRS Baru")
    assert loaded("find", "simrs baru", "--as-of", first)[1]["total"] == 0
    assert loaded("show", APP, "--as-of", first)[1]["element"]["name"] == "SIMRS Sehat"
    code, document = loaded("show", "tidak ada", "--as-of", first)
    assert (code, "simpul find" in document["error"]["fix"]) == (2, True)


def test_a_template_is_filled_and_comes_back_without_a_change(loaded: Answer, tmp_path: Path) -> None:
    place = tmp_path / "dinkes.xlsx"
    code, document = loaded("template", "--scope", "Dinas Kesehatan", "-o", str(place))
    assert (code, document["path"], document["elements"], document["left_out"]) == (0, str(place), 5, [])
    assert {"Application", "Service", "Server"} <= set(document["kinds"])
    code, plan = loaded("import", str(place), "--yes")
    assert (code, plan["findings"]) == (0, [])
    for part in plan["plan"].values():
        assert (part["add"], part["change"], part["retire"]) == (0, 0, 0)
    assert plan["plan"]["elements"]["unchanged"] == 5


def test_a_template_of_some_kinds_is_empty_without_an_agency(loaded: Answer, tmp_path: Path) -> None:
    place = tmp_path / "kosong.xlsx"
    code, document = loaded("template", "--kind", "aplikasi", "--kind", "Server", "-o", str(place))
    assert (code, document["kinds"], document["elements"]) == (0, ["Application", "Server"], 0)
    code, document = loaded("template", "--kind", "kapal", "-o", str(place))
    assert code == 2
    assert "Application" in document["error"]["fix"]
    code, document = loaded("template", "-o", str(tmp_path / "x.csv"))
    assert code == 2
    assert "x.xlsx" in document["error"]["fix"]


@pytest.mark.parametrize(("language", "words"), [("id", "objek sudah terisi"), ("en", "elements filled in")])
def test_a_template_says_what_was_written_in_either_language(
    loaded: Answer, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, words: str
) -> None:
    assert run(["--lang", language, "template", "--scope", "dinkes", "-o", str(tmp_path / "t.xlsx")]) == 0
    assert words in capsys.readouterr().out


def test_an_empty_store_has_no_weak_points_and_says_how_to_begin(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    undo_everything(answer)
    for language, told in (("id", "Belum ada data"), ("en", "There is no data yet")):
        assert run(["--lang", language, "weak-points"]) == 0
        said = capsys.readouterr().out
        assert told in said
        assert "100" not in said
