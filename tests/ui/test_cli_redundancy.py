"""simpul decide: a decision on two elements, its JSON, what it replaces, and what is refused."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from queries.loads.applying import Writer
from queries.redundancy.decisions import decisions
from queries.redundancy.words.lexicon import Lexicon
from queries.redundancy.words.synonyms import add_synonym, remove_synonym
from queries.store.opening import open_store, stop_engine
from seed.lexicon import shipped_knowledge
from tests.support.commands import Answer, answering, printed, undo_everything
from ui.cli import run
from ui.workspace import knowledge_of

ELEMENTS = """key,kind,name,code,description
dinkes/orgunit/dinkes,OrgUnit,Dinas Kesehatan,,
dinkes/application/DAA-001,Application,Absensi Pegawai,DAA-001,mencatat absensi pegawai
disdik/application/DAA-001,Application,Presensi Guru,DAA-001,presensi pegawai harian
dishub/application/DAA-001,Application,Hadir Dishub,DAA-001,absensi pegawai harian
dinkes/server/SRV-1,Server,Server Utama,SRV-1,
dinkes/server/SRV-2,Server,Server Cadangan,SRV-2,
"""
ONE, TWO, THREE = (f"{scope}/application/DAA-001" for scope in ("dinkes", "disdik", "dishub"))

pytestmark = pytest.mark.engine


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("decide")
    yield folder
    stop_engine({"SIMPUL_HOME": str(folder)})


@pytest.fixture
def answer(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Answer:
    """Run a command with --json on a store that holds the elements and no decision."""
    ask = answering(home, monkeypatch, capsys, user="budi")
    undo_everything(ask)
    file = home / "elements.csv"
    file.write_text(ELEMENTS, encoding="utf-8")
    assert ask("import", str(file), "--yes")[0] == 0
    return ask


def test_a_decision_is_a_record_and_a_load_and_names_what_it_replaces(answer: Answer) -> None:
    code, first = answer("decide", ONE, TWO, "duplicate", "--note", "sama-sama absensi")
    assert (code, first["changed"], first["replaced"]) == (0, [ONE, TWO], None)
    assert first["record"].startswith(first["load"])
    code, second = answer("decide", TWO, "Absensi Pegawai", "Distinct")
    assert (code, second["changed"]) == (0, [TWO, ONE])
    replaced = second["replaced"]
    assert (replaced["record"], replaced["load"]) == (first["record"], first["load"])
    assert (replaced["verdict"], replaced["note"], replaced["by"]) == (
        "duplicate",
        "sama-sama absensi",
        "budi",
    )


def test_the_evidence_of_the_moment_is_noted(answer: Answer, home: Path) -> None:
    answer("decide", ONE, TWO, "duplikat")  # as it is printed
    answer("decide", "SRV-1", "SRV-2", "distinct")
    store = open_store({"SIMPUL_HOME": str(home)})
    try:
        apps, servers = decisions(store)
    finally:
        store.close()
    assert apps.basis is not None
    assert apps.basis.evidence["function"] > 0
    assert 0 < apps.basis.score < 1
    assert servers.basis is None


def test_what_people_added_is_known_when_elements_are_compared(answer: Answer, home: Path) -> None:
    store = open_store({"SIMPUL_HOME": str(home)})
    try:
        writer = Writer("budi", lambda: datetime(2026, 11, 24, tzinfo=UTC))
        added = add_synonym(store, Lexicon(knowledge_of(store)), "cap jempol", "Presensi pegawai", writer)
        assert "cap jempol" in {
            phrase
            for concept in knowledge_of(store).concepts
            for phrase in concept.phrases
            if concept.name == added.concept
        }
        remove_synonym(store, added.id, writer)
        assert knowledge_of(store) == shipped_knowledge()
    finally:
        store.close()


def test_of_a_retired_element_it_is_said_that_it_takes_no_part(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer("retire", ONE)[0] == 0
    for words in (["duplicates", ONE], ["decide", ONE, TWO, "distinct"]):
        for language, said in (("id", "sudah dihentikan"), ("en", "is retired")):
            assert run([*words, "--lang", language]) == 0
            told = capsys.readouterr().err.splitlines()
            assert [said in line and ONE in line for line in told] == [True], told
    assert answer("decisions")[1]["decisions"][0]["verdict"] == "distinct"
    assert run(["duplicates", TWO]) == 0
    assert capsys.readouterr().err == ""


def test_a_decision_is_in_the_history_of_both_and_undone_like_a_load(answer: Answer) -> None:
    _, made = answer("decide", ONE, TWO, "overlap", "--note", "sebagian")
    for own, other in ((ONE, TWO), (TWO, ONE)):
        last = answer("history", own)[1]["changes"][-1]
        assert (last["property"], last["before"], last["after"]) == ("decision", None, "overlap")
        assert (last["other"], last["note"], last["load"]) == (other, "sebagian", made["load"])
    code, undone = answer("undo", made["load"], "--yes")
    assert (code, undone["findings"]) == (0, [])
    assert all(count == 0 for part in undone["plan"].values() for count in part.values())
    assert answer("history", ONE)[1]["changes"][-1]["property"] != "decision"


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        ((ONE, ONE, "duplicate"), "two different"),
        ((ONE, "SRV-1", "duplicate"), "one kind"),
        (("DAA-001", TWO, "duplicate"), ONE),
        (("nobody", TWO, "duplicate"), "simpul find"),
        ((ONE, TWO, "perhaps"), "duplicate, overlap, distinct, postpone"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, tuple) else "",
)
def test_what_cannot_be_decided_is_refused_with_what_to_do(
    answer: Answer, words: tuple[str, ...], fix: str
) -> None:
    before = answer("loads")[1]
    code, document = answer("decide", *words)
    assert code == 2
    assert fix in document["error"]["fix"]
    assert answer("loads")[1] == before


def test_people_read_what_was_decided_and_replaced(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    answer("decide", ONE, TWO, "duplicate")
    for language, words in (
        (
            "id",
            (
                f"Absensi Pegawai ({ONE}) – Presensi Guru ({TWO}): berbeda",
                "Menggantikan keputusan budi",
                "duplikat",
            ),
        ),
        (
            "en",
            (
                f"Absensi Pegawai ({ONE}) – Presensi Guru ({TWO}): distinct",
                "Replaces the decision of budi",
                "distinct",
            ),
        ),
    ):
        assert run(["decide", ONE, TWO, "distinct", "--lang", language]) == 0
        told = capsys.readouterr().out
        assert all(word in told for word in words)
    assert run(["history", ONE, "--lang", "id"]) == 0
    assert f"keputusan: {TWO}" in " ".join(capsys.readouterr().out.split())


def test_a_contradiction_is_told_by_the_decision_that_makes_it(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer("decide", ONE, TWO, "duplicate")[1]["contradictions"] == []
    answer("decide", TWO, THREE, "duplicate")
    code, made = answer("decide", ONE, THREE, "distinct")
    assert code == 0
    assert [one["rule"] for one in made["contradictions"]] == ["contradicting_decisions"]
    assert all(f"({key})" in made["contradictions"][0]["message"] for key in (ONE, TWO, THREE))
    answer("undo", made["load"], "--yes")
    assert "contradict" in printed(capsys, "decide", ONE, THREE, "distinct")
    listed = answer("decisions")[1]
    assert [one["state"] for one in listed["decisions"]] == ["counts", "counts", "overruled"]
    assert [one["rule"] for one in listed["contradictions"]] == ["contradicting_decisions"]
    assert "contradict each other" in printed(capsys, "decisions")
    (told,) = answer("duplicates")[1]["contradictions"]
    assert (told["rule"], told["value"]) == ("contradicting_decisions", f"{ONE} ≠ {THREE}")


def test_all_decisions_are_listed_the_newest_first(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer("decisions") == (0, {"decisions": [], "contradictions": []})
    first = answer("decide", ONE, TWO, "duplicate", "--note", "sama-sama absensi")[1]
    second = answer("decide", TWO, ONE, "postpone")[1]
    later, earlier = answer("decisions")[1]["decisions"]
    assert (later["load"], later["verdict"], later["state"], later["note"]) == (
        second["load"], "postpone", "counts", None,
    )  # fmt: skip
    assert (earlier["record"], earlier["state"], earlier["by"]) == (first["record"], "superseded", "budi")
    assert (earlier["left"], earlier["left_name"]) == (ONE, "Absensi Pegawai")
    assert (earlier["right"], earlier["right_name"]) == (TWO, "Presensi Guru")
    assert 0 < earlier["score"] < 1
    told = printed(capsys, "decisions", language="id")
    assert "nanti" in told
    assert "digantikan" in told


def test_a_decision_is_read_in_words_in_history_loads_and_duplicates(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    answer("decide", ONE, TWO, "duplicate", "--note", "absen")
    assert "duplikat: “absen”" in printed(capsys, "history", ONE, language="id")
    assert printed(capsys, "loads", language="id").endswith(": duplikat 0 0")
    answer("decide", ONE, TWO, "distinct", "--note", "lain")
    assert printed(capsys, "loads", language="id").endswith(": berbeda 0 0")
    assert "berbeda (budi: “lain”)" in printed(capsys, "duplicates", ONE, "--min-score", "0", language="id")


def test_undoing_says_what_was_withdrawn_and_what_counts_again(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    first = answer("decide", ONE, TWO, "duplicate")[1]
    second = answer("decide", ONE, TWO, "distinct")[1]
    told = printed(capsys, "undo", second["load"], "--yes", language="id")
    assert f"Diurungkan: Absensi Pegawai ({ONE}) – Presensi Guru ({TWO}): berbeda; sebelumnya" in told
    assert "berlaku lagi" in told
    third = answer("decide", ONE, TWO, "overlap")[1]
    assert "overlapping (budi" in printed(capsys, "undo", first["load"], "--yes")
    told = printed(capsys, "undo", third["load"], "--yes")
    assert "the pair is undecided again" in told
    assert f"Undone: load {third['load']}." in told
    assert "Applied" not in told


def test_merging_what_is_distinct_is_told_and_agreed_to_before_it_is_written(answer: Answer) -> None:
    answer("decide", ONE, TWO, "distinct", "--note", "lain tugas")
    assert answer("merge", ONE, TWO)[0] == 2
    for more in (("--dry-run",), ("--yes",)):
        code, document = answer("merge", ONE, TWO, *more)
        assert code == 0
        (finding,) = (one for one in document["findings"] if one["rule"] == "merged_distinct")
        assert "lain tugas" in finding["message"]
    assert "merged_distinct" not in [one["rule"] for one in answer("findings")[1]["findings"]]


def test_of_two_that_were_merged_it_is_said_into_which(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    answer("decide", ONE, TWO, "duplicate")
    merged = answer("merge", ONE, TWO)[1]["load"]
    (row,) = answer("decisions")[1]["decisions"]
    assert (row["state"], row["into"], row["right_then"]) == ("merged", ONE, "Presensi Guru")
    assert f"sudah digabungkan: “Absensi Pegawai” ({ONE})" in printed(capsys, "decisions", language="id")
    code, document = answer("decide", ONE, TWO, "duplicate")
    assert code == 2
    assert all(said in document["error"]["what"] for said in (TWO, ONE, merged))
    assert f"simpul undo {merged}" in document["error"]["fix"]


def test_a_note_is_no_longer_than_on_the_page(answer: Answer) -> None:
    code, document = answer("decide", ONE, TWO, "duplicate", "--note", "a" * 501)
    assert code == 2
    assert "more briefly" in document["error"]["fix"]


def test_decisions_are_on_pairs_and_recommendations_are_counted_beside_them(
    answer: Answer, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = printed(capsys, "decisions")
    assert "There are no decisions on pairs yet." in told
    assert "Recommendations" not in told
    file = home / "recommendation.csv"
    row = "dinkes/initiative/REK-2026-001,Initiative,Integrasi: SIMPEG,REK-2026-001,Integrasi"
    file.write_text(f"key,kind,name,code,clearance_decision\n{row}\n", encoding="utf-8")
    assert answer("import", str(file), "--yes")[0] == 0
    assert "Recommendations on proposals on record: 1" in " ".join(printed(capsys, "decisions").split())
