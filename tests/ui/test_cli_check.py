"""simpul check: each kind of thing that is wrong or missing is told once, with its element and a way out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from queries.store.opening import stop_engine
from tests.support.commands import Answer, answering, load_anew
from ui.cli import run

ELEMENTS = """key,kind,name,owner,status,valid_from,valid_to,rto_hours,restore_hours,rpo_hours,reference
dinkes/orgunit/dinkes,OrgUnit,Dinas Kesehatan,,,,,,,,
dinkes/service/L-1,Service,Rawat jalan,dinkes/orgunit/dinkes,,,,2,,,RAL.99.99
dinkes/application/A-1,Application,SIMRS,dinkes/orgunit/dinkes,,,,,,,
dinkes/application/A-2,Application,Antrean,dinkes/orgunit/dinkes,,,,,,,
dinkes/application/A-3,Application,Arsip,,,,,,,,
dinkes/application/A-4,Application,Obat,dinkes/orgunit/dinkes,,,,,,,
dinkes/application/A-5,Application,Gizi,dinkes/orgunit/dinkes,,2027-01-01,2026-01-01,,,,
dinkes/application/A-6,Application,Imunisasi,dinkes/orgunit/dinkes,,,,,,,
dinkes/server/S-1,Server,Server baru,dinkes/orgunit/dinkes,,,,,48,,
dinkes/server/S-2,Server,Server lama,dinkes/orgunit/dinkes,retired,,2025-12-31,,,,
dinkes/server/S-3,Server,Server nanti,dinkes/orgunit/dinkes,planned,,,,,,
dinkes/computingfacility/R-1,ComputingFacility,Ruang,dinkes/orgunit/dinkes,,,,,,,
dinkes/powersupply/P-1,PowerSupply,Listrik,dinkes/orgunit/dinkes,,,,,,,
dinkes/application/A-7,Application,Wabah,dinkes/orgunit/dinkes,,,,,,,
dinkes/server/S-4,Server,Server tahun depan,dinkes/orgunit/dinkes,planned,2027-03-01,,,,,
prov/orgunit/prov,OrgUnit,Pemerintah Provinsi Nusa Rempah,,,,,,,,
"""
RELATIONS = """source,relation,target,group,need
dinkes/service/L-1,REALIZED_BY,dinkes/application/A-1,,
dinkes/application/A-1,RUNS_ON,dinkes/server/S-1,,
dinkes/application/A-1,RUNS_ON,dinkes/server/S-2,,
dinkes/application/A-1,RUNS_ON,dinkes/server/S-3,,
dinkes/application/A-2,RUNS_ON,dinkes/server/S-2,,
dinkes/application/A-3,RUNS_ON,dinkes/server/S-1,,
dinkes/application/A-6,RUNS_ON,gudang belakang,,
dinkes/application/A-7,RUNS_ON,dinkes/server/S-4,,
dinkes/application/A-7,RUNS_ON,dinkes/server/S-2,,
dinkes/server/S-1,LOCATED_IN,dinkes/computingfacility/R-1,,
dinkes/server/S-2,LOCATED_IN,dinkes/computingfacility/R-1,,
dinkes/computingfacility/R-1,POWERED_BY,dinkes/powersupply/P-1,,
"""
DAY = ("--on", "2026-11-01")

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("check")
    yield folder
    stop_engine({"SIMPUL_HOME": str(folder)})


@pytest.fixture
def answer(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answer:
    """Run a command with --json on a store in which something of each kind is wrong."""
    return load_anew(answering(home, monkeypatch, capsys, user="budi"), home, ELEMENTS, RELATIONS)


def told(answer: Answer, *options: str) -> dict[str, list[dict[str, Any]]]:
    code, document = answer("check", *DAY, *options)
    assert code == 0  # nothing was left unread
    found: dict[str, list[dict[str, Any]]] = {}
    for one in document["findings"]:
        assert one["state"] == "open" and one["message"] and one["fix"] and one["id"]
        found.setdefault(one["rule"], []).append(one)
    return found


def of(found: dict[str, list[dict[str, Any]]], rule: str) -> list[str]:
    return [one["element"].removeprefix("dinkes/") for one in found.get(rule, [])]


def test_each_thing_that_is_wrong_is_told_once_with_its_element(answer: Answer) -> None:
    found = told(answer)
    assert of(found, "missing_link") == ["application/A-4"]
    assert of(found, "left_without") == ["application/A-2"]
    assert of(found, "only_planned") == ["application/A-7"]
    assert of(found, "ended_target") == ["application/A-1", "application/A-7"]  # no one that is only planned
    assert of(found, "ends_before_it_begins") == ["application/A-5"]
    assert of(found, "rto_broken") == ["service/L-1"]
    assert of(found, "without_owner") == ["application/A-3"]
    assert of(found, "empty_domain") == ["orgunit/dinkes"]  # a whole government sends no workbook
    assert of(found, "unknown_reference_code") == ["service/L-1"]
    # a text that was not found is told as that, not as a link that nobody filled in
    assert of(found, "dangling_reference") == ["application/A-6"]


def test_a_missing_link_names_the_cell_to_fill_in(answer: Answer) -> None:
    (one,) = told(answer)["missing_link"]
    assert (one["file"], one["row"]) == ("elements.csv", 7)


def test_what_is_only_planned_is_told_with_the_day_from_which_it_is_in_use(answer: Answer) -> None:
    (one,) = told(answer)["only_planned"]
    assert "Server tahun depan" in one["message"] and "1 Mar 2027" in one["message"]
    assert of(told(answer, "--on", "2027-03-01"), "only_planned") == []


def test_the_day_and_the_agency_may_be_chosen(answer: Answer) -> None:
    then = told(answer, "--on", "2025-06-01", "--scope", "Dinas Kesehatan")
    assert of(then, "left_without") == of(then, "ended_target") == []
    assert of(then, "missing_link") == ["application/A-4"]


def test_contradicting_decisions_are_among_them(answer: Answer) -> None:
    for left, right, verdict in (
        ("A-1", "A-2", "duplicate"),
        ("A-2", "A-3", "duplicate"),
        ("A-1", "A-3", "distinct"),
    ):
        answer("decide", f"dinkes/application/{left}", f"dinkes/application/{right}", verdict)
    assert of(told(answer), "contradicting_decisions") == ["application/A-1"]


def test_a_person_reads_how_much_of_what_was_found(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", "en", "check", *DAY]) == 0
    shown = capsys.readouterr().out
    assert "Missing links" in shown and "Lifecycle" in shown
    assert "names nothing yet for “Runs on”" in shown
