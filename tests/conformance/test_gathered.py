"""A file that gathers the rows of others repeats them: nothing is told twice, and the single files count."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.draft import Draft
from ingest.values import rules as value_rules
from model.faults import Place
from model.kinds import Status
from queries.findings import open_findings
from queries.loads.undo import planned_undo
from queries.store.store import Store
from tests.support.deliveries import (
    Desk,
    K,
    R,
    delivery,
    emptied,
    exactly,
    links_of,
    named,
    owner,
    row,
    rules_of,
    saying,
    up_to_uids,
)

APP = "dinkes/application/DAA-1"
TWICE = {"sources_disagree", "repeated_otherwise"}


def app(number: int, agency: str, file: str, *servers: str, **given: Any) -> Draft:
    """A row of an application; those of a gathered file name their agency in a column."""
    sayings = [owner(agency), *(saying(R.RUNS_ON, server) for server in servers)]
    sent = {"agency": agency} if file.startswith("Gabungan") else {"agency": None, "delivery_agency": agency}
    name = given.pop("name", f"Aplikasi {agency} {number}")
    return row(K.APPLICATION, f"DAA-{number}", name, *sayings, at=(file, number + 1), **{**sent, **given})


SERVERS = tuple(row(K.SERVER, f"SRV-{n}", f"Server {n}", at=("server.xlsx", n)) for n in (1, 2, 3))


def health(*servers: str, **given: Any) -> list[Draft]:
    first = app(1, "Dinas Kesehatan", "Dinkes.xlsx", *(servers or ("SRV-1",)), **{"rto_hours": 4, **given})
    return [first, app(2, "Dinas Kesehatan", "Dinkes.xlsx", "SRV-2")]


def social() -> list[Draft]:
    return [app(number, "Dinas Sosial", "Dinsos.xlsx", "SRV-1") for number in (1, 2, 3)]


def both_again(file: str = "Gabungan.xlsx", **first: Any) -> list[Draft]:
    server = first.pop("server", "SRV-1")
    rows = [app(1, "Dinas Kesehatan", file, server, **{"rto_hours": 4, **first})]
    rows.append(app(2, "Dinas Kesehatan", file, "SRV-2"))
    return rows + [app(number, "Dinas Sosial", file, "SRV-1") for number in (1, 2, 3)]


@pytest.fixture
def desk(store: Store) -> Desk:
    found = Desk(store)
    found.load(delivery(*SERVERS))
    return found


def runs_on(store: Store, code: str = "DAA-1") -> set[str]:
    elements = named(store)
    uid = elements[f"dinkes/application/{code}"].uid
    keys = {element.uid: element.key for element in elements.values()}
    edges = [r for r in exactly(store)["relations"].values() if r.source == uid and r.relation is R.RUNS_ON]
    assert len({(e.target, e.order) for e in edges}) == len(edges)
    return {keys[edge.target] for edge in edges}


def test_beside_the_files_it_gathers_it_changes_nothing_and_is_told_once(desk: Desk) -> None:
    single = desk.plan(delivery(*health(), *social()))
    plan = desk.plan(delivery(*health(), *social(), *both_again()))
    assert plan.graph.counts() == single.graph.counts()
    (told,) = [finding for finding in plan.findings if finding.rule == "repeating_file"]
    assert told.place == Place(file="Gabungan.xlsx")
    assert "5 of 5" in told.message.en
    assert sorted(set(rules_of(plan))) == sorted({*rules_of(single), "repeating_file"})
    assert len(plan.findings) == len(single.findings) + 1
    desk.apply(plan)
    twice = up_to_uids(desk.store)
    alone = Desk(emptied(desk.store))
    alone.load(delivery(*SERVERS))
    alone.load(delivery(*health(), *social()))
    assert up_to_uids(desk.store) == twice


def test_findings_of_cells_that_are_only_repeated_are_not_told_again(desk: Desk) -> None:
    def misspelt(file: str, row: int) -> Any:
        return value_rules.CHOICE_CORRECTED.at(
            Place(file=file, sheet="Lembar", row=row, column="Basis"),
            value="Dekstop",
            chosen="Desktop",
            choices="Web",
        )

    told = [misspelt("Dinkes.xlsx", 2), misspelt("Gabungan.xlsx", 2), misspelt("Gabungan.xlsx", 99)]
    plan = desk.plan(delivery(*health(), *social(), *both_again(), findings=told))
    assert [f.place for f in plan.findings if f.rule == told[0].rule] == [told[0].place, told[2].place]


def test_what_is_only_in_the_gathered_file_is_read_and_what_differs_is_told_with_both_cells(
    desk: Desk,
) -> None:
    more = app(9, "Dinas Kesehatan", "Gabungan.xlsx", "SRV-3")
    gathered = both_again(rto_hours=8, server="SRV-3", description="hanya di sini", name="SIM RS")
    plan = desk.load(delivery(*health(), *social(), *gathered, more))
    element = named(desk.store)[APP]
    assert (element.properties["rto_hours"], element.properties["description"]) == (4, "hanya di sini")
    assert element.name == "Aplikasi Dinas Kesehatan 1"
    assert runs_on(desk.store) == {"dinkes/server/SRV-1"}
    assert runs_on(desk.store, "DAA-9") == {"dinkes/server/SRV-3"}
    told = [finding for finding in plan.findings if finding.rule in TWICE]
    assert {finding.value for finding in told} == {"8", "SRV-3", "SIM RS"}
    for finding in told:
        assert finding.place.file == "Gabungan.xlsx"
        assert "Dinkes.xlsx, Lembar, 2" in finding.message.en
    assert "one_code_two_names" not in rules_of(plan)


@pytest.mark.parametrize("name", ["Gabungan.xlsx", "Data SPBE.xlsx"])
def test_loaded_after_the_single_files_it_adds_nothing(desk: Desk, name: str) -> None:
    desk.load(delivery(*health(), *social()))
    before = exactly(desk.store)
    plan = desk.load(delivery(*both_again(name)))
    assert exactly(desk.store) == before
    assert "repeating_file" in rules_of(plan)
    again = desk.plan(delivery(*both_again(name)))
    assert again.step.records == ()


def test_a_corrected_single_file_changes_value_and_relation_after_the_gathered_one(desk: Desk) -> None:
    desk.load(delivery(*health(), *social()))
    desk.load(delivery(*both_again()))
    for hours, server in ((6, "SRV-2"), (7, "SRV-3")):
        before = exactly(desk.store)
        plan = desk.load(delivery(*health(server, rto_hours=hours), *social()))
        assert TWICE.isdisjoint(rules_of(plan))
        assert named(desk.store)[APP].properties["rto_hours"] == hours
        assert runs_on(desk.store) == {f"dinkes/server/{server}"}
        after = exactly(desk.store)
        stale = desk.load(delivery(*both_again()))
        assert exactly(desk.store) == after
        assert rules_of(stale).count("repeated_otherwise") == 2
        desk.apply(planned_undo(desk.store, desk.metamodel, stale.step.load))
        assert exactly(desk.store) == after
        desk.apply(planned_undo(desk.store, desk.metamodel, plan.step.load))
        assert exactly(desk.store) == before
        desk.load(delivery(*health(server, rto_hours=hours), *social()))


def test_a_single_file_that_agrees_now_closes_what_was_told_of_the_gathered_one(desk: Desk) -> None:
    def told() -> list[str | None]:
        kept = open_findings(desk.store)
        return sorted(str(k.finding.value) for k in kept if k.finding.rule == "repeated_otherwise")

    desk.load(delivery(*health(), *social()))
    desk.load(delivery(*both_again(rto_hours=8, server="SRV-3")))
    assert told() == ["8", "SRV-3"]
    desk.load(delivery(*health("SRV-2", rto_hours=8)))
    assert told() == ["SRV-3"]
    plan = desk.load(delivery(*health("SRV-3", rto_hours=8)))
    assert told() == []
    desk.apply(planned_undo(desk.store, desk.metamodel, plan.step.load))
    assert told() == ["SRV-3"]


def test_undoing_the_single_file_leaves_what_the_gathered_one_says(desk: Desk) -> None:
    single = desk.load(delivery(*health(), *social()))
    before = exactly(desk.store)
    gathered = desk.load(delivery(*both_again(rto_hours=8)))
    desk.apply(planned_undo(desk.store, desk.metamodel, single.step.load))
    assert named(desk.store)[APP].properties["rto_hours"] == 8
    desk.apply(planned_undo(desk.store, desk.metamodel, gathered.step.load))
    assert APP not in named(desk.store)
    desk.load(delivery(*health(), *social()))
    assert len(exactly(desk.store)["relations"]) == len(before["relations"])


def test_what_the_single_file_takes_back_no_gathered_one_keeps(desk: Desk) -> None:
    desk.load(delivery(*health(), *social()))
    desk.load(delivery(*both_again()))
    desk.replace(delivery(*health()[1:]), allow_retire=1.0)
    assert named(desk.store)[APP].status is Status.RETIRED
    desk.load(delivery(*both_again()))
    assert named(desk.store)[APP].status is Status.RETIRED


def test_a_gathered_file_retires_nothing(desk: Desk) -> None:
    desk.load(delivery(*health(), *social()))
    desk.replace(delivery(*both_again()[1:], app(9, "Dinas Kesehatan", "Gabungan.xlsx")))
    assert named(desk.store)[APP].status is Status.ACTIVE


def test_files_that_tell_the_same_elements_in_other_columns_repeat_nothing(desk: Desk) -> None:
    inventory = [app(n, "Dinas Kesehatan", "Inventaris.xlsx", "SRV-1", rto_hours=4) for n in range(1, 6)]
    review = [app(n, "Dinas Kesehatan", "Evaluasi.xlsx", description=f"baik {n}") for n in range(1, 6)]
    plan = desk.load(delivery(*inventory, *review))
    assert "repeating_file" not in rules_of(plan)


def test_a_copy_beside_its_file_repeats_it_and_the_same_rows_of_another_agency_do_not(desk: Desk) -> None:
    def sent(agency: str, file: str) -> list[Draft]:
        return [app(n, "Dinas Kesehatan", file, "SRV-1", delivery_agency=agency) for n in (1, 2)]

    own = sent("Dinas Kesehatan", "Dinkes.xlsx")
    copy = desk.plan(delivery(*own, *sent("Dinas Kesehatan", "Dinkes (1).xlsx")))
    assert rules_of(copy).count("repeating_file") == 1
    other = desk.plan(delivery(*own, *sent("Dinas Sosial", "Dinsos.xlsx")))
    assert "repeating_file" not in rules_of(other)


def test_all_of_one_agency_sent_again_in_one_file_is_a_new_state(desk: Desk) -> None:
    servers = [row(K.SERVER, f"S-{n}", f"Server {n}", at=("infra.xlsx", n), rto_hours=4) for n in (1, 2)]
    desk.load(delivery(*health(), *servers))
    again = [row(K.SERVER, f"S-{n}", f"Server {n}", at=("Semua.xlsx", n), rto_hours=8) for n in (1, 2)]
    apps = [app(1, "Dinas Kesehatan", "Semua.xlsx", "SRV-3", rto_hours=8)]
    apps.append(app(2, "Dinas Kesehatan", "Semua.xlsx", "SRV-2"))
    desk.load(delivery(*apps, *again))
    assert named(desk.store)["dinkes/server/S-1"].properties["rto_hours"] == 8
    assert named(desk.store)[APP].properties["rto_hours"] == 8
    assert runs_on(desk.store) == {"dinkes/server/SRV-3"}


@pytest.mark.whole
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    order=st.permutations(["health", "social", "gathered"]),
    stale=st.booleans(),
    more=st.booleans(),
)
def test_the_order_of_single_and_gathered_files_does_not_change_the_graph(
    store: Store, order: list[str], stale: bool, more: bool
) -> None:
    gathered = both_again(**({"rto_hours": 8, "server": "SRV-3", "description": "x"} if stale else {}))
    if more:
        gathered.append(app(9, "Dinas Kesehatan", "Gabungan.xlsx", "SRV-3"))
    files = {"health": health(), "social": social(), "gathered": gathered}
    corrected = health("SRV-2", rto_hours=6)
    desk = Desk(emptied(store))
    desk.load(delivery(*SERVERS))
    desk.load(delivery(*health(), *social(), *gathered))
    at_once = up_to_uids(store)
    desk.load(delivery(*corrected))
    in_the_end = up_to_uids(store)
    desk = Desk(emptied(store))
    desk.load(delivery(*SERVERS))
    for name in order:
        desk.load(delivery(*files[name]))
    assert up_to_uids(store) == at_once
    assert ("DAA-1", "RUNS_ON", "SRV-1") in links_of(store)
    desk.load(delivery(*corrected))
    assert up_to_uids(store) == in_the_end
