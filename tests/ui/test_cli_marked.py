"""simpul import --marked: the agency's file comes back marked, whether or not the plan is applied."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from queries.store.opening import stop_engine
from tests.support.books import book
from tests.support.commands import Answer, answering
from ui.cli import run

HEAD = ("Kode Aplikasi", "Nama Aplikasi", "OPD Pemilik", "Status")

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("marked")
    yield folder
    stop_engine({"SIMPUL_HOME": str(folder)})


@pytest.fixture
def answer(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answer:
    return answering(home, monkeypatch, capsys)


def workbook(folder: Path, name: str = "Dinkes.xlsx", status: str = "Aktf") -> Path:
    folder.mkdir(exist_ok=True)
    return book(folder / name, {"Aplikasi": [HEAD, ("DAA-1", "SIMRS", "Dinas Kesehatan", status)]})


def test_a_dry_run_writes_the_marked_workbook_and_nothing_else(answer: Answer, tmp_path: Path) -> None:
    marked = tmp_path / "hasil" / "kembali.xlsx"
    path = workbook(tmp_path / "in")
    code, document = answer("import", str(path), "--dry-run", "--marked", str(marked))
    assert (code, document["written"]) == (0, False)
    assert document["marked"] == {"path": str(marked), "files": ["Dinkes.xlsx"]}
    cell = openpyxl.load_workbook(marked)["Aplikasi"]["D2"]
    assert cell.comment is not None
    assert document["findings"][0]["rows"] == [] or cell.value == "Aktf"
    assert answer("import", str(marked), "--dry-run")[1]["plan"] == document["plan"]


def test_several_files_need_a_zip(answer: Answer, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    workbook(folder), workbook(folder, "Disdik.xlsx")
    code, document = answer("import", str(folder), "--dry-run", "--marked", str(tmp_path / "x.xlsx"))
    assert code == 2
    assert document["error"]["fix"] == "use --marked x.zip"
    assert answer("import", str(folder), "--dry-run", "--marked", str(tmp_path / "x.zip"))[0] == 0
    assert zipfile.ZipFile(tmp_path / "x.zip").namelist() == ["Dinkes.xlsx", "Disdik.xlsx"]


def test_the_file_of_the_agency_is_never_written_over(answer: Answer, tmp_path: Path) -> None:
    path = workbook(tmp_path / "in")
    before = path.read_bytes()
    code, _ = answer("import", str(path), "--dry-run", "--marked", str(path))
    assert (code, path.read_bytes()) == (2, before)


def test_nothing_to_correct_writes_nothing_and_says_so(
    answer: Answer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, marked = workbook(tmp_path / "in", status="Aktif"), tmp_path / "x.xlsx"
    told = answer("import", str(path), "--dry-run", "--marked", str(marked))[1]
    if not [one for one in told["findings"] if one["severity"] != "info"]:
        assert told["marked"] == {"path": None, "files": []}
        assert not marked.exists()
    run(["import", str(path), "--dry-run", "--marked", str(marked)])
    assert "x.xlsx" in capsys.readouterr().out.replace("\n", "")
