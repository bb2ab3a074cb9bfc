"""Rows are left out by where they stand: words find them, a reading loses exactly them, each is told."""

from pathlib import Path
from typing import Any

import pytest

from ingest.draft import Reading, RelationDraft
from ingest.planning.leaving_out import SourceRow, Without, as_before, chosen, parted, unmet
from model.faults import RefusedQuestion
from model.text import Language
from tests.support.books import book, reading, sheet
from tests.support.deliveries import K, R, delivery, row, saying, stated

APPS = ("Kode Aplikasi", "Nama Aplikasi")
KEY = "dinkes/server/SRV-9"


def apps(folder: Path, name: str = "Dinkes.xlsx", count: int = 5) -> Path:
    rows = [(f"DAA-{n}", f"Aplikasi {n}") for n in range(1, count + 1)]
    return book(folder / name, {"Aplikasi": [APPS, *rows]})


def numbers(found: Without) -> list[int]:
    return [one.row for one in found.rows]


def test_words_name_rows_ranges_and_keys(tmp_path: Path) -> None:
    found = reading(apps(tmp_path))
    assert numbers(chosen(["Dinkes.xlsx:Aplikasi:3"], found)) == [3]
    assert numbers(chosen(["Dinkes.xlsx:Aplikasi:4-99", "Dinkes.xlsx:Aplikasi:2"], found)) == [2, 4, 5, 6]
    assert chosen([KEY], found) == Without(keys=(KEY,))


def test_a_csv_file_has_no_sheet(tmp_path: Path) -> None:
    (tmp_path / "elements.csv").write_text("key,kind,name\nA-1,Application,Satu\n", encoding="utf-8")
    assert chosen(["elements.csv:2"], reading(tmp_path)) == Without((SourceRow("elements.csv", "", 2),))


def test_colons_in_a_file_name_are_no_matter(tmp_path: Path) -> None:
    found = reading(apps(tmp_path, "kirim 10:30.xlsx"))
    assert numbers(chosen(["kirim 10:30.xlsx:Aplikasi:2"], found)) == [2]


@pytest.mark.parametrize(
    "word",
    ["Dinkes.xlsx:Aplikasi:1", "Dinkes.xlsx:Aplikasi:99", "Dinkes.xlsx:3", "Aplikasi:3", "dinkes.xlsx", "",
     "Dinkes.xlsx:Aplikasi:5-3", "Dinkes.xlsx:Aplikasi:x", "Dinkes.xlsx:Aplikasi:3 "],
)  # fmt: skip
def test_a_word_that_names_no_row_is_refused(tmp_path: Path, word: str) -> None:
    with pytest.raises(RefusedQuestion) as refused:
        chosen([word], reading(apps(tmp_path)))
    assert "FILE:SHEET:ROW" in refused.value.fix.in_(Language.EN)
    assert "BERKAS:LEMBAR:BARIS" in refused.value.fix.in_(Language.ID)


def test_exactly_the_chosen_rows_are_left_out_and_told(tmp_path: Path) -> None:
    found = reading(apps(tmp_path))
    kept, left = parted(found, chosen(["Dinkes.xlsx:Aplikasi:3-4"], found))
    assert [draft.code for draft in kept.drafts] == ["DAA-1", "DAA-4", "DAA-5"]
    assert [draft.code for draft in left.drafts] == ["DAA-2", "DAA-3"]
    told = [one for one in kept.findings if one.rule == "left_out_by_choice"]
    assert [(one.place.sheet, one.place.row, one.value) for one in told] == [
        ("Aplikasi", 3, "Aplikasi 2"),
        ("Aplikasi", 4, "Aplikasi 3"),
    ]
    assert all(one.severity == "info" for one in told)
    assert [one for one in kept.findings if one not in told] == list(found.findings)


def test_the_same_row_of_another_file_and_sheet_stays(tmp_path: Path) -> None:
    found = reading(apps(tmp_path), apps(tmp_path, "Dishub.xlsx"))
    kept, _ = parted(found, Without((SourceRow("Dishub.xlsx", "Aplikasi", 2),)))
    assert [draft.place.file for draft in kept.drafts if draft.place.row == 2] == ["Dinkes.xlsx"]


def test_nothing_is_touched_without_a_choice(tmp_path: Path) -> None:
    found = reading(apps(tmp_path))
    assert parted(found, Without()) == (found, Reading())


def test_a_relation_in_a_row_of_its_own_is_told_by_its_ends() -> None:
    found = delivery(relations=[stated("A", R.RUNS_ON, "B")])
    kept, left = parted(found, Without((SourceRow("relations.csv", "", 2),)))
    assert (kept.relations, left.relations) == ((), found.relations)
    assert [one.value for one in kept.findings] == ["A → B"]


def test_a_parent_that_several_rows_imply_goes_with_the_last_of_them(tmp_path: Path) -> None:
    head = ("ID Proses Bisnis", "Level 4", "Level 5", "Unit Kerja")
    rows = [("P-1", "Kesehatan", "Rujukan", "Dinkes"), ("P-2", "Kesehatan", "Rawat inap", "Dinkes")]
    found = reading(sheet(tmp_path, "Proses Bisnis", head, *rows))
    parent = next(draft for draft in found.drafts if draft.name == "Kesehatan")
    assert parent.implied_by == (2, 3)
    one = SourceRow("Buku.xlsx", "Proses Bisnis", 2)
    kept, _ = parted(found, Without((one,)))
    assert {draft.name: draft.place.row for draft in kept.drafts} == {"Kesehatan": 3, "Rawat inap": 3}
    none, _ = parted(found, Without((one, SourceRow("Buku.xlsx", "Proses Bisnis", 3))))
    assert none.drafts == ()


def test_what_was_not_in_the_plan_is_named(tmp_path: Path) -> None:
    found = reading(apps(tmp_path))
    asked = Without(
        (SourceRow("Dinkes.xlsx", "Aplikasi", 2), SourceRow("Dinkes.xlsx", "Aplikasi", 77)), (KEY,)
    )
    kept, _ = parted(found, asked)
    assert unmet(asked, kept.findings) == Without((SourceRow("Dinkes.xlsx", "Aplikasi", 77),), (KEY,))


def held(target: str, **properties: Any) -> tuple[RelationDraft, bool]:
    return stated("A", R.RUNS_ON, target, **properties), False


def before(left: list[Any], delivered: list[Any], *said: Any) -> list[tuple[str, dict[str, Any]]]:
    return [(one.to_text, dict(one.properties)) for one, _ in as_before(left, delivered, said)]


def test_a_left_out_relation_is_said_as_it_was_and_a_new_one_not_at_all() -> None:
    known = saying(R.RUNS_ON, "B", group="x")
    assert before([held("B", group="y")], [], known) == [("B", {"group": "x"})]
    assert before([held("C")], [held("B", group="x")], known) == []


def test_of_parallel_relations_each_row_meets_its_own() -> None:
    said = (saying(R.RUNS_ON, "B", group="1"), saying(R.RUNS_ON, "B", group="2"))
    assert before([held("B", group="2")], [held("B", group="9")], *said) == [("B", {"group": "2"})]
    assert before([held("B", group="9")], [held("B", group="2")], *said) == [("B", {"group": "1"})]
    assert before([held("B", group="3")], [held("B", group="1"), held("B", group="2")], *said) == []


def test_rows_of_elements_are_told_by_name_then_code() -> None:
    found = delivery(row(K.SERVER, "S-1", "Satu"), row(K.SERVER, "S-2", None, at=("a.xlsx", 3)))
    kept, _ = parted(found, Without(tuple(SourceRow("a.xlsx", "Lembar", n) for n in (2, 3))))
    assert [one.value for one in kept.findings] == ["Satu", "S-2"]
