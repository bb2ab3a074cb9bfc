"""`simpul duplicates`, as scripts use it, and how it follows decisions."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from queries.store.opening import stop_engine
from tests.support.commands import Answer, answering
from ui.cli import run

ELEMENTS = """key,kind,name,owner,description,function
bkd/orgunit/bkd,OrgUnit,Badan Kepegawaian Daerah,,,
dinkes/orgunit/dinkes,OrgUnit,Dinas Kesehatan,,,
bkd/application/A-1,Application,HADIR,bkd/orgunit/bkd,mencatat absensi pegawai setiap hari,presensi pegawai
dinkes/application/A-1,Application,e-Absen,dinkes/orgunit/dinkes,daftar hadir pegawai dinas,presensi
dinkes/application/A-2,Application,SIRUJUK,dinkes/orgunit/dinkes,rujukan pasien antar rumah sakit,rujukan
bkd/service/S-1,Service,Presensi pegawai,bkd/orgunit/bkd,,
"""
RELATIONS = """source,relation,target
bkd/service/S-1,REALIZED_BY,bkd/application/A-1
bkd/service/S-1,REALIZED_BY,dinkes/application/A-1
"""
LEFT, RIGHT = "bkd/application/A-1", "dinkes/application/A-1"

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("duplicates")
    files = folder / "kiriman"
    files.mkdir()
    (files / "elements.csv").write_text(ELEMENTS, encoding="utf-8")
    (files / "relations.csv").write_text(RELATIONS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIMPUL_HOME", str(folder / "home"))
        assert run(["import", str(files), "--yes", "--json"]) == 0
    yield folder / "home"
    stop_engine({"SIMPUL_HOME": str(folder / "home")})


@pytest.fixture
def answer(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answer:
    return answering(home, monkeypatch, capsys)


def test_a_pair_is_told_with_terms_that_add_up_what_is_shared_and_its_group(answer: Answer) -> None:
    code, document = answer("duplicates")
    assert code == 0
    (pair,) = document["pairs"]
    assert (pair["left"], pair["right"], pair["kind"]) == (LEFT, RIGHT, "functional")
    assert pair["shared"] == ["bkd/service/S-1"]
    assert pair["decision"] is None
    total = sum(term["contribution"] for term in pair["terms"])
    assert 1 / (1 + 2.718281828**-total) == pytest.approx(pair["score"], abs=1e-3)
    (group,) = document["groups"]
    assert group["members"] == [LEFT, RIGHT]
    assert group["keep"] in group["members"]


_NUMBER = re.compile(r"[+-]?[0-9]+\.[0-9]+")


def test_of_one_element_the_evidence_is_told_with_its_sum_and_what_is_shared(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    (pair,) = answer("duplicates", LEFT)[1]["pairs"]
    assert run(["duplicates", LEFT, "--lang", "id"]) == 0
    told = capsys.readouterr().out.replace(",", ".")
    rows = [[float(word) for word in line.split() if _NUMBER.fullmatch(word)] for line in told.splitlines()]
    for term in pair["terms"]:
        row = [term["value"], term["weight"], term["contribution"]]
        assert any(found[-3:] == pytest.approx(row, abs=6e-4) for found in rows if len(found) >= 3), term
    total = sum(term["contribution"] for term in pair["terms"])
    said = re.search(r"Jumlahnya ([+-][0-9.]+); .* = ([0-9.]+)\.", told)
    assert said is not None
    assert float(said[1]) == pytest.approx(total, abs=1e-3)
    assert float(said[2]) == pytest.approx(min(pair["score"], 0.99), abs=0.006)  # never written as certain
    assert "Sama-sama terhubung dengan: Presensi pegawai." in told


def test_of_all_elements_only_the_table_is_told(answer: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["duplicates", "--lang", "en"]) == 0
    assert "Contribution" not in capsys.readouterr().out


def test_the_question_is_narrowed(answer: Answer) -> None:
    everything = answer("duplicates", "--min-score", "0")[1]["pairs"]
    assert len(everything) == 3
    first = answer("duplicates", "--min-score", "0", "--top", "1")[1]
    assert (len(first["pairs"]), first["total"]) == (1, {"pairs": 3, "groups": 1})
    of_one = answer("duplicates", "SIRUJUK", "--min-score", "0")[1]["pairs"]
    assert {end for pair in of_one for end in (pair["left"], pair["right"])} >= {"dinkes/application/A-2"}
    assert len(of_one) == 2
    assert len(answer("duplicates", "--scope", "bkd", "--min-score", "0")[1]["pairs"]) == 2
    assert answer("duplicates", "--kind", "service")[1]["pairs"] == []


def test_which_to_keep_follows_what_is_on_record_of_them_as_on_the_page(answer: Answer) -> None:
    def keep() -> str:
        return str(answer("duplicates")[1]["groups"][0]["keep"])

    before = keep()
    load = answer("set", before, "valid_to=2099-12-31")[1]["load"]
    assert {before, keep()} == {LEFT, RIGHT}  # what is to end comes last
    assert answer("undo", load, "--yes")[0] == 0
    assert keep() == before


def test_how_many_are_shown_of_how_many_there_are_is_told(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, said in (
        ("id", "1 dari 3 pasangan; 1 kelompok"),
        ("en", "pairs: 1 of 3; groups: 1"),
    ):
        assert run(["duplicates", "--min-score", "0", "--top", "1", "--lang", language]) == 0
        assert said in capsys.readouterr().out


def test_a_scope_that_is_known_and_has_nothing_to_compare_is_told_so(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["duplicates", "--scope", "nasional", "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert "no element of this kind" in told.err
    assert "pairs: 0" in told.out


def test_a_number_may_have_a_decimal_comma(answer: Answer) -> None:
    assert answer("duplicates", "--min-score", "0,9") == answer("duplicates", "--min-score", "0.9")
    assert len(answer("duplicates", "--min-score", "0,0")[1]["pairs"]) == 3


def test_a_kind_that_is_not_compared_is_refused(answer: Answer) -> None:
    code, document = answer("duplicates", "--kind", "Server")
    assert code == 2
    assert "Application" in document["error"]["fix"]


def test_a_scope_without_applications_is_refused_with_those_there_are(answer: Answer) -> None:
    code, document = answer("duplicates", "--scope", "tidakada")
    assert code == 2
    assert "bkd" in document["error"]["fix"]


@pytest.mark.parametrize("scope", ["dinkes", "DINKES", "Dinas Kesehatan", "DINAS  KESEHATAN"])
def test_a_scope_is_a_name_acronym_or_slug_folded(answer: Answer, scope: str, tmp_path: Path) -> None:
    assert len(answer("duplicates", "--scope", scope, "--min-score", "0")[1]["pairs"]) == 3
    code, told = answer("export", "--scope", scope, "-o", str(tmp_path / "out"))
    assert (code, told["elements"]) == (0, 3)


@pytest.mark.parametrize("command", ["duplicates", "export", "findings"])
def test_an_unknown_scope_is_refused_with_those_like_it(answer: Answer, command: str, tmp_path: Path) -> None:
    words = ("-o", str(tmp_path / "out")) if command == "export" else ()
    code, document = answer(command, "--scope", "Dinas Kesehatn", *words)
    assert (code, document["error"]["fix"]) == (2, "perhaps you mean: Dinas Kesehatan (dinkes)")
    code, document = answer(command, "--scope", "tidakada", *words)
    assert code == 2
    assert "there are: bkd, dinkes, nasional" in document["error"]["fix"]


@pytest.mark.parametrize("scope", ["", " "])
@pytest.mark.parametrize("command", ["duplicates", "export", "findings", "template", "import"])
def test_a_blank_scope_is_refused(answer: Answer, command: str, scope: str, tmp_path: Path) -> None:
    (tmp_path / "elements.csv").write_text("key,kind,name\nA-1,Application,SIMRS\n", encoding="utf-8")
    output = ("-o", str(tmp_path / "out.xlsx"))
    words = {"export": output, "template": output, "import": (str(tmp_path), "--dry-run")}.get(command, ())
    code, document = answer(command, "--scope", scope, *words)
    assert (code, document["error"]["what"]) == (2, "the agency of --scope is blank")


def test_a_decision_stands_beside_its_pair_and_parts_the_group(answer: Answer) -> None:
    code, made = answer("decide", LEFT, RIGHT, "distinct", "--note", "lain")
    assert code == 0
    document = answer("duplicates")[1]
    assert document["pairs"][0]["decision"]["verdict"] == "distinct"
    assert document["groups"] == []
    assert answer("undo", made["load"], "--yes")[0] == 0
    assert answer("duplicates")[1]["pairs"][0]["decision"] is None
