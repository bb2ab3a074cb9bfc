"""What a cross table makes of the graph: relations between what is known, and nothing withdrawn."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from model.metamodel.shipped import shipped
from queries import graph
from queries.lineage import lineage
from queries.store.store import Store
from tests.support.books import reading, sheet
from tests.support.deliveries import Desk, K, delivery, links_of, named, row, rules_of

HEAD = ("Aplikasi \\ Layanan", "DAL-1", "Rujukan", "DAL-3 Santunan")
FULL = (HEAD, ("DAA-1 SIAP", "x", "x", ""), ("SIMDA", "", "", "x"))
LINKED = {
    ("DAL-1", "REALIZED_BY", "DAA-1"),
    ("DAL-2", "REALIZED_BY", "DAA-1"),
    ("DAL-3", "REALIZED_BY", "DAA-2"),
}


@pytest.fixture
def desk(store: Store) -> Desk:
    made = Desk(store, shipped())
    services = [
        row(K.SERVICE, f"DAL-{at}", name) for at, name in enumerate(("Antre", "Rujukan", "Santunan"), 1)
    ]
    apps = [row(K.APPLICATION, f"DAA-{at}", name) for at, name in enumerate(("SIAP", "SIMDA"), 1)]
    made.load(delivery(*services, *apps))
    return made


def matrix(folder: Path, *rows: Sequence[Any], title: str = "Matriks") -> Any:
    return reading(sheet(folder, title, *rows))


def realized(store: Store) -> set[tuple[str, str, str]]:
    return {link for link in links_of(store) if link[1] == "REALIZED_BY"}


def test_marks_join_what_is_known_and_make_no_element(desk: Desk, tmp_path: Path) -> None:
    before = named(desk.store).keys()
    desk.load(matrix(tmp_path, *FULL))
    assert realized(desk.store) == LINKED
    assert named(desk.store).keys() == before
    again = desk.plan(matrix(tmp_path, *FULL))
    assert again.graph.relations_added == again.graph.relations_changed == ()
    assert again.step.records == ()


def test_an_agency_that_only_a_cross_table_names_is_an_open_reference(desk: Desk, tmp_path: Path) -> None:
    before = named(desk.store).keys()
    rows = (("OPD \\ Aplikasi", "SIAP", "SIMDA"), ("Dinas Kesehatan", "x", ""), ("Badan Antariksa", "", "x"))
    plan = desk.load(matrix(tmp_path, *rows))
    assert named(desk.store).keys() == before
    assert ("dinkes", "USES", "DAA-1") in {(s.partition("/")[0], r, t) for s, r, t in links_of(desk.store)}
    (finding,) = [f for f in plan.findings if f.rule == "dangling_reference"]
    assert (finding.value, finding.place.row, finding.place.column) == ("Badan Antariksa", 3, "SIMDA")


@pytest.mark.parametrize("mode", ["load", "replace"])
def test_a_mark_taken_out_withdraws_nothing(desk: Desk, tmp_path: Path, mode: str) -> None:
    desk.load(matrix(tmp_path, *FULL))
    getattr(desk, mode)(matrix(tmp_path, HEAD, ("DAA-1 SIAP", "", "x", ""), ("SIMDA", "", "", "")))
    assert realized(desk.store) == LINKED
    getattr(desk, mode)(matrix(tmp_path, HEAD, ("DAA-1 SIAP", "", "", "x"), ("SIMDA", "", "x", "")))
    assert realized(desk.store) >= LINKED


def test_a_cell_that_says_kosong_takes_back_its_mark_only(desk: Desk, tmp_path: Path) -> None:
    desk.load(matrix(tmp_path, *FULL))
    desk.load(matrix(tmp_path, HEAD, ("DAA-1 SIAP", "<kosong>", "x", ""), ("SIMDA", "", "", "x")))
    assert realized(desk.store) == LINKED - {("DAL-1", "REALIZED_BY", "DAA-1")}


def test_one_pair_marked_twice_is_one_relation(desk: Desk, tmp_path: Path) -> None:
    rows = (("Aplikasi \\ Layanan", "DAL-1", "Antre"), ("DAA-1", "x", "x"), ("SIAP", "x", ""))
    desk.load(matrix(tmp_path, *rows))
    uids = graph.directory(desk.store).entries
    found = [r for r in graph.relations(desk.store, uids).values() if r.relation == "REALIZED_BY"]
    assert len(found) == 1


def test_the_words_of_the_corner_may_stand_the_other_way_round(desk: Desk, tmp_path: Path) -> None:
    rows = (("Layanan \\ Aplikasi", "Antre", "Rujukan"), ("SIAP", "x", ""), ("SIMDA", "", "x"))
    desk.load(matrix(tmp_path, *rows))
    assert realized(desk.store) == {("DAL-1", "REALIZED_BY", "DAA-1"), ("DAL-2", "REALIZED_BY", "DAA-2")}


def test_each_relation_is_traced_to_the_cell_of_its_mark(desk: Desk, tmp_path: Path) -> None:
    desk.load(matrix(tmp_path, *FULL))
    told = []
    for element in graph.elements(desk.store, graph.directory(desk.store).entries).values():
        told += [one for one in lineage(desk.store, desk.metamodel, element) if one.property == "REALIZED_BY"]
    assert sorted((one.place.sheet, one.place.row, one.place.column) for one in told) == [
        ("Matriks", 2, "DAL-1"),
        ("Matriks", 2, "Rujukan"),
        ("Matriks", 3, "DAL-3 Santunan"),
    ]
    assert all(one.counts for one in told)


def test_what_is_found_nowhere_has_a_finding_at_its_mark(desk: Desk, tmp_path: Path) -> None:
    rows = (("Aplikasi \\ Layanan", "DAL-1", "DAL-9"), ("DAA-1", "x", "x"), ("DAA-8", "x", "x"))
    plan = desk.load(matrix(tmp_path, *rows))
    assert realized(desk.store) == {("DAL-1", "REALIZED_BY", "DAA-1")}
    places = {(f.rule, f.place.row, f.place.column) for f in plan.findings}
    assert ("dangling_reference", 2, "DAL-9") in places or ("near_reference", 2, "DAL-9") in places
    assert ("dangling_reference", 3, "DAL-1") in places or ("near_reference", 3, "DAL-1") in places
    assert ("relation_without_ends", 3, "DAL-9") in places
    assert "forbidden_relation" not in rules_of(plan)
