"""simpul evidence: one workbook that says what the store says, in either language, whole or not at all."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from queries.store.opening import stop_engine
from seed.indicators import shipped_indicators
from tests.support.commands import Answer, answering, load_anew, printed, undo_everything
from ui.cli import run
from ui.phrases.weak import NOTHING_YET

ELEMENTS = """key,kind,name,owner,status,valid_to,function,rto_hours,url,restore_test
dinkes/orgunit/dinkes,OrgUnit,Dinas Kesehatan,,,,,,,
dinkes/service/L-1,Service,Rawat jalan,dinkes/orgunit/dinkes,,,,2,,
dinkes/application/A-1,Application,SIMRS,dinkes/orgunit/dinkes,,,'=rekam medis,,https://simrs.example,2026-03-01
dinkes/application/A-2,Application,SIMRS lama,dinkes/orgunit/dinkes,retired,2024-12-31,,,,
dinkes/server/S-1,Server,Server baru,dinkes/orgunit/dinkes,,,,,,
dinkes/server/S-2,Server,Mesin virtual,dinkes/orgunit/dinkes,,,,,,
dinkes/service/L-2,Service,Rawat inap,dinkes/orgunit/dinkes,,,,,,
dinkes/application/A-3,Application,SIMRS nanti,dinkes/orgunit/dinkes,planned,,,,,
prov/orgunit/prov,OrgUnit,Pemerintah Provinsi Nusa Rempah,,,,,,,
prov/server/S-9,Server,Server bersama,prov/orgunit/prov,,,,,,
"""
RELATIONS = """source,relation,target
dinkes/service/L-1,REALIZED_BY,dinkes/application/A-1
dinkes/application/A-1,RUNS_ON,dinkes/server/S-1
dinkes/application/A-1,REPLACES,dinkes/application/A-2
dinkes/service/L-2,REALIZED_BY,dinkes/application/A-3
dinkes/server/S-2,HOSTED_ON,dinkes/server/S-1
"""

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("evidence")
    yield folder
    stop_engine({"SIMPUL_HOME": str(folder)})


@pytest.fixture
def answer(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answer:
    """Run a command with --json on a small store."""
    return load_anew(answering(home, monkeypatch, capsys, user="budi"), home, ELEMENTS, RELATIONS)


def rows_of(file: Path, title: str) -> list[dict[str, Any]]:
    """Return a sheet, each row by its headers; blank cells left out."""
    heads, *rows = openpyxl.load_workbook(file)[title].iter_rows(values_only=True)
    found = ({str(h): v for h, v in zip(heads, row, strict=True) if v is not None} for row in rows)
    return [row for row in found if row]


def test_the_workbook_says_what_the_store_says(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "evidence.xlsx"
    code, document = answer("evidence", "-o", str(file), "--on", "2026-11-01")
    assert (code, document["on"], document["as_of"]) == (0, "2026-11-01", None)
    assert [one["sheet"] for one in document["sheets"]] == openpyxl.load_workbook(file).sheetnames
    present, past, _ = rows_of(file, "Application inventory")
    assert (present["Name"], present["Function"]) == ("SIMRS", "=rekam medis")
    assert present["Replaces"] == "SIMRS lama"
    assert (past["Status"], str(past["Valid to"])[:10]) == ("Retired", "2024-12-31")
    hosted = rows_of(file, "Hosting of services")[-1]
    assert (hosted["Service"], hosted["Application"], hosted["Runs on"]) == (
        "Rawat jalan",
        "SIMRS",
        "Server baru",
    )
    service = rows_of(file, "Continuity")[-1]
    assert service["RTO (h)"] == 2
    assert str(service["Restore test (the oldest)"])[:10] == "2026-03-01"
    (change,) = [row for row in rows_of(file, "Change log") if row["State"] == "applied"]
    assert change["By"] == "budi"


def test_nothing_is_said_to_lack_that_is_planned_hosted_or_of_a_whole_government(
    answer: Answer, tmp_path: Path
) -> None:
    file = tmp_path / "evidence.xlsx"
    answer("evidence", "-o", str(file), "--on", "2026-11-01")
    remarks = {row["Service"]: row["Remark"] for row in rows_of(file, "Processes, services, agencies")}
    planned = "Not in use yet: SIMRS nanti (only planned)."
    assert remarks["Rawat inap"] == f"No process in use is on record. {planned}"
    hosts = {row["Name"]: row.get("Host") for row in rows_of(file, "Infrastructure assets")}
    assert hosts == {"Server baru": None, "Mesin virtual": "Server baru", "Server bersama": None}
    empty = {row["Agency"]: row.get("Empty domains") for row in rows_of(file, "Completeness")}
    assert "Exempt" in empty["Pemerintah Provinsi Nusa Rempah"]
    assert "Security" in empty["Dinas Kesehatan"]


def test_the_contents_count_the_rows_and_name_the_indicators(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "evidence.xlsx"
    _, document = answer("evidence", "-o", str(file))
    contents = {row["Sheet"]: row for row in rows_of(file, "Contents")}
    for sheet in document["sheets"][1:]:
        assert contents[sheet["sheet"]]["Rows"] == sheet["rows"]
    assert "PermenPANRB 59/2020 indicator 16" in contents["Hosting of services"]["Indicators"]


def test_what_a_load_said_later_is_not_in_the_evidence_before_it(
    answer: Answer, home: Path, tmp_path: Path
) -> None:
    first = next(load["load"] for load in reversed(answer("loads")[1]["loads"]) if not load["undone"])
    answer("set", "dinkes/application/A-1", "name=SIMRS baru")
    file = tmp_path / "evidence.xlsx"
    assert answer("evidence", "-o", str(file), "--as-of", first)[1]["as_of"] == first
    assert rows_of(file, "Application inventory")[0]["Name"] == "SIMRS"
    below = {row["Sheet"]: row["What it shows"] for row in rows_of(file, "Contents")}
    assert "is not kept" in below["Open findings"]
    assert below["State"].endswith(f", after load {first}")
    assert below["Government"] == "Pemerintah Provinsi Nusa Rempah"
    assert {row["By"] for row in rows_of(file, "Change log")} == {"budi"}
    answer("evidence", "-o", str(file))
    assert rows_of(file, "Application inventory")[0]["Name"] == "SIMRS baru"


def test_each_indicator_stands_beside_every_sheet_that_answers_it(answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "evidence.xlsx"
    answer("evidence", "-o", str(file))
    told = [row.get("Indicators", "") for row in rows_of(file, "Contents")]
    for one in shipped_indicators():
        beside = sum(f"indicator {one.number} ({one.name})" in cell for cell in told)
        assert beside == len(one.evidence), one


def test_of_an_empty_store_it_is_said_that_there_is_nothing(
    answer: Answer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    undo_everything(answer)
    assert run(["evidence", "-o", str(tmp_path / "empty.xlsx"), "--lang", "en"]) == 0
    assert NOTHING_YET.en in " ".join(capsys.readouterr().err.split())


def test_another_suffix_is_refused_and_nothing_is_written(answer: Answer, tmp_path: Path) -> None:
    code, document = answer("evidence", "-o", str(tmp_path / "bukti.pdf"))
    assert (code, document["error"]["fix"]) == (2, "use -o bukti.xlsx")
    assert not list(tmp_path.iterdir())


def test_it_is_told_in_indonesian(answer: Answer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bukti.xlsx"
    assert answer("loads")[0] == 0
    assert "keadaan per" in printed(capsys, "evidence", "-o", str(file), language="id")
    assert rows_of(file, "Daftar isi")[0]["Lembar"] == "Proses-layanan-OPD"
