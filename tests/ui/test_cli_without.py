"""simpul import --without: rows and retirements that are not agreed to stay out of the load."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from queries.store.opening import stop_engine
from tests.support.books import book
from tests.support.commands import Answer, answering, undo_everything

HEAD = ("Kode Server", "Nama Server", "Unit Pengelola")
LAST = "dinkes/server/SRV-7"

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("without")
    yield folder
    stop_engine({"SIMPUL_HOME": str(folder)})


@pytest.fixture
def answer(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Answer]:
    ask = answering(home, monkeypatch, capsys)
    yield ask
    undo_everything(ask)


def workbook(folder: Path, count: int = 8, name: str = "Server") -> str:
    rows = [(f"SRV-{n}", f"{name} {n}", "Dinas Kesehatan") for n in range(count)]
    return str(book(folder / "Dinkes.xlsx", {"Server": [HEAD, *rows]}))


def test_rows_and_a_retirement_are_left_out_of_plan_and_load(answer: Answer, tmp_path: Path) -> None:
    answer("import", workbook(tmp_path), "--yes")
    words = ("import", workbook(tmp_path, 7, "Mesin"), "--mode", "replace", "--allow-retire", "100")
    without = ("--without", "Dinkes.xlsx:Server:2-4", "--without", LAST)
    code, document = answer(*words, *without, "--yes")
    assert (code, document["plan"]["elements"]["change"], document["plan"]["elements"]["retire"]) == (0, 4, 0)
    told = [one for one in document["findings"] if one["rule"].endswith("_by_choice")]
    assert [one["row"] for one in told if one["rule"] == "left_out_by_choice"] == [2, 3, 4]
    assert [one["value"] for one in told if one["rule"] == "not_retired_by_choice"] == [LAST]
    assert answer("show", "dinkes/server/SRV-0")[1]["element"]["name"] == "Server 0"
    assert answer("show", LAST)[1]["element"]["properties"].get("valid_to") is None
    again = answer(*words, "--dry-run")[1]["plan"]["elements"]
    assert (again["change"], again["retire"]) == (3, 1)


@pytest.mark.parametrize("word", ["Dinkes.xlsx:Server:99", "Dinkes.xlsx:2", "dinkes/server/SRV-1", "2"])
def test_what_is_neither_a_row_nor_a_retirement_is_refused(answer: Answer, tmp_path: Path, word: str) -> None:
    code, document = answer("import", workbook(tmp_path), "--without", word, "--yes")
    assert code == 2
    assert word in document["error"]["what"]
    assert "FILE:SHEET:ROW" in document["error"]["fix"]
    assert answer("loads")[1]["loads"] == [one for one in answer("loads")[1]["loads"] if one["undone"]]
