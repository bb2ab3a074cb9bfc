"""Codes that come under another name: numbered anew, given to something else, or of an element renamed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.draft import Draft
from model.decision import Verdict
from model.element import Element
from model.faults import Finding
from queries.loads.plan import Plan
from queries.redundancy.decisions import Judgement, decide, rows
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, emptied, links_of, named, row, rules_of, saying

FILE, LATER = "Aplikasi.xlsx", "Aplikasi rev2.xlsx"
PURPOSES = {
    "Cuti": "pengajuan cuti tahunan",
    "Gaji": "pembayaran gaji bulanan",
    "Lelang": "penjualan ikan daring",
    "Kapal": "pendaftaran perahu nelayan",
    "Arsip": "penyimpanan naskah kuno",
}
DINKES = "dinkes/application/"


def app(number: int, name: str, file: str = FILE, **given: Any) -> Draft:
    said = {"function": PURPOSES[name]} if name in PURPOSES else {}
    return row(K.APPLICATION, f"A-{number}", name, at=(file, number + 1), **{**said, **given})


def numbered(names: Sequence[str], file: str = FILE) -> list[Draft]:
    return [app(number, name, file) for number, name in enumerate(names, 1)]


def apps(store: Store) -> dict[str, Element]:
    """The applications by uid."""
    return {one.uid: one for one in named(store).values() if one.kind is K.APPLICATION}


def told(plan: Plan, rule: str) -> list[Finding]:
    return [one for one in plan.findings if one.rule == rule]


def test_rows_numbered_anew_are_known_by_their_names_and_that_is_told_once(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*numbered(["Cuti", "Gaji", "Lelang", "Kapal"])))
    before = {uid: one.name for uid, one in apps(store).items()}
    plan = desk.load(delivery(*numbered(["Cuti", "Lelang", "Kapal"], LATER)))
    assert {uid: one.name for uid, one in apps(store).items()} == before
    assert {one.name: one.code for one in apps(store).values()}["Kapal"] == "A-3"
    (finding,) = told(plan, "codes_shifted")
    assert "Nomor urut bergeser: 2 objek" in finding.message.id
    assert "Lelang (A-3 → A-2); Kapal (A-4 → A-3)" in finding.message.id
    assert not {"renamed", "one_code_two_names", "code_of_another"} & set(rules_of(plan))
    again = desk.plan(delivery(*numbered(["Cuti", "Lelang", "Kapal"], LATER)))
    assert (again.step.records, told(again, "codes_shifted")) == ((), [])


def test_decisions_stay_with_what_they_are_about_when_rows_are_numbered_anew(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*numbered(["Cuti", "Gaji", "Lelang"])))
    gaji, lelang = (named(store)[f"{DINKES}A-{n}"].uid for n in (2, 3))
    decide(store, desk.metamodel, [Judgement(left=gaji, right=lelang, verdict=Verdict.DISTINCT)], desk.writer)
    desk.load(delivery(*numbered(["Cuti", "Lelang"], LATER)))
    (made,) = rows(store)
    assert (made.left_name, made.left_then, made.right_name, made.right_then) == (
        "Gaji",
        "Gaji",
        "Lelang",
        "Lelang",
    )
    assert not made.review


def test_rows_that_are_there_under_another_code_have_not_vanished(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*numbered(["Cuti", "Gaji", "Lelang", "Kapal"])))
    (finding,) = told(desk.load(delivery(*numbered(["Cuti", "Lelang", "Kapal"], LATER))), "vanished_rows")
    assert finding.value == f"Gaji ({DINKES}A-2)"


def test_a_row_that_came_back_under_a_free_code_is_told_as_perhaps_the_same(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*numbered(["Cuti", "Gaji"])))
    plan = desk.load(delivery(app(1, "Cuti", LATER), app(9, "Gaji", LATER)))
    (finding,) = told(plan, "likely_renamed")
    assert f"simpul merge {DINKES}A-9 {DINKES}A-2" in finding.fix.en
    assert "vanished_rows" not in rules_of(plan)


def test_a_row_put_in_front_is_new_and_the_others_stay_who_they_were(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*numbered(["Cuti", "Gaji"])))
    before = {uid: one.name for uid, one in apps(store).items()}
    plan = desk.load(delivery(*numbered(["Arsip", "Cuti", "Gaji"], LATER)))
    after = {uid: one.name for uid, one in apps(store).items()}
    assert (before.items() <= after.items(), sorted(after.values())) == (True, ["Arsip", "Cuti", "Gaji"])
    assert {one.name: one.code for one in apps(store).values()} == {
        "Arsip": "A-1",
        "Cuti": "A-2",
        "Gaji": "A-3",
    }
    assert "code_of_another" not in rules_of(plan)


@pytest.mark.whole
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    first=st.permutations(tuple(PURPOSES)),
    editions=st.lists(st.lists(st.sampled_from(tuple(PURPOSES)), unique=True, min_size=1), max_size=3),
)
def test_numbering_the_rows_of_a_delivery_anew_changes_no_name(
    store: Store, first: list[str], editions: list[list[str]]
) -> None:
    desk = Desk(emptied(store))
    desk.load(delivery(*numbered(first)))
    before = {uid: (one.name, one.key, one.properties["function"]) for uid, one in apps(store).items()}
    for number, names in enumerate(editions, 2):
        desk.load(delivery(*numbered(names, f"Aplikasi rev{number}.xlsx")))
        found = apps(store)
        assert {uid: (o.name, o.key, o.properties["function"]) for uid, o in found.items()} == before
        codes = {one.name: one.code for one in found.values()}
        assert [codes[name] for name in names] == [f"A-{n}" for n in range(1, len(names) + 1)]


def test_a_code_given_to_something_else_asks_and_overwrites_nothing(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*numbered(["Cuti", "Gaji"])))
    reading = delivery(app(1, "Cuti", LATER), app(2, "Arsip", LATER))
    plan = desk.load(reading)
    assert sorted(one.name for one in apps(store).values()) == ["Arsip", "Cuti", "Gaji"]
    assert named(store)[f"{DINKES}A-2"].properties["function"] == PURPOSES["Gaji"]
    (finding,) = told(plan, "code_of_another")
    assert f"“A-2” milik Gaji ({DINKES}A-2); di sini tertulis “Arsip”" in finding.message.id
    assert f"simpul merge {DINKES}A-2~arsip {DINKES}A-2" in finding.fix.id
    again = desk.plan(reading)
    assert (again.step.records, told(again, "code_of_another")) == ((), [finding])
    desk.load(delivery(app(2, "Gaji", "Lain.xlsx", status="retired")))
    assert told(desk.plan(reading), "code_of_another") == []


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("Gajih", "lain sama sekali"),  # spelt otherwise
        ("Gaji Terpadu", "lain sama sekali"),  # the same name, and more
        ("Sultan", "pembayaran gaji dan tunjangan bulanan"),  # a new brand of the same function
    ],
)
def test_an_element_renamed_is_the_same_one(store: Store, name: str, function: str) -> None:
    desk = Desk(store)
    desk.load(delivery(*numbered(["Cuti", "Gaji"])))
    before = apps(store).keys()
    plan = desk.load(delivery(app(1, "Cuti", LATER), app(2, name, LATER, function=function)))
    assert apps(store).keys() == before
    assert named(store)[f"{DINKES}A-2"].name == name
    assert "“Gaji” (A-2)" in told(plan, "renamed")[0].message.id


def test_where_nothing_tells_but_the_code_it_wins_with_a_warning(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app(1, "Cuti"), app(2, "Gaji", function="x")))
    plan = desk.load(delivery(app(1, "Cuti", LATER), row(K.APPLICATION, "A-2", "Sultan", at=(LATER, 3))))
    assert named(store)[f"{DINKES}A-2"].name == "Sultan"
    assert "renamed" not in rules_of(plan)
    (finding,) = told(plan, "one_code_two_names")
    assert "ditemukan dengan kedua nama" in finding.fix.id


def test_most_of_the_other_cells_tell_where_no_purpose_is_said(store: Store) -> None:
    def server(name: str, file: str, *values: int) -> Draft:
        size, recovery = values
        return row(K.SERVER, "S-1", name, at=(file, 2), rto_hours=recovery, disk=size)

    desk = Desk(store)
    desk.load(delivery(server("Cengkeh", FILE, 4, 8)))
    desk.load(delivery(server("Pala", LATER, 4, 8)))
    assert [one.name for one in named(store).values() if one.kind is K.SERVER] == ["Pala"]
    desk.load(delivery(server("Lada", LATER, 4, 16)))
    assert sorted(one.name for one in named(store).values() if one.kind is K.SERVER) == ["Lada", "Pala"]


def test_two_files_of_one_delivery_that_use_a_code_for_two_things_are_two_elements(store: Store) -> None:
    plan = Desk(store).load(delivery(app(1, "Cuti"), app(1, "Gaji", "Lain.xlsx")))
    assert sorted(one.name for one in apps(store).values()) == ["Cuti", "Gaji"]
    assert len(told(plan, "code_of_another")) == 1


def test_rows_of_one_name_and_several_codes_stay_several(store: Store) -> None:
    rows = [app(1, "Cuti"), app(2, "Gaji"), app(3, "Cuti")]
    desk = Desk(store)
    desk.load(delivery(*rows))
    moved = [replace(one, code=code) for one, code in zip(rows, ("A-2", "A-1", "A-3"), strict=True)]
    desk.load(delivery(*moved))
    assert sorted(one.name for one in apps(store).values()).count("Cuti") >= 2


def test_a_code_that_nothing_has_any_more_still_leads_to_what_had_it(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*numbered(["Cuti", "Gaji", "Lelang"])))
    desk.load(delivery(row(K.SERVICE, "L-1", "Layanan", saying(R.REALIZED_BY, "A-3"), at=("l.xlsx", 2))))
    desk.load(delivery(*numbered(["Cuti", "Lelang"], LATER)))
    assert {edge for edge in links_of(store) if edge[1] == "REALIZED_BY"} == {("L-1", "REALIZED_BY", "A-2")}
