"""Replace mode: what the same delivery said before and now does not, within exactly its scope."""

from typing import Any

import pytest

from model.faults import RefusedChange
from model.kinds import Status
from queries import graph
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, exactly, links_of, named, row, saying, stated


def servers(count: int, **given: Any) -> list[Any]:
    return [row(K.SERVER, f"SRV-{n}", f"Server {n}", at=("s.xlsx", n + 2), **given) for n in range(count)]


def test_what_is_no_longer_delivered_is_retired_as_of_yesterday(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(9)))
    plan = desk.replace(delivery(*servers(8)))
    gone = named(store)["dinkes/server/SRV-8"]
    assert (gone.status, gone.properties["valid_to"]) == (Status.RETIRED, "2026-11-23")
    assert plan.graph.counts()["elements"]["retire"] == 1


def test_an_end_that_lies_ahead_does_not_outlive_the_withdrawal(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(9, valid_to="2030-12-31")))
    desk.replace(delivery(*servers(8, valid_to="2030-12-31")))
    assert named(store)["dinkes/server/SRV-8"].properties["valid_to"] == "2026-11-23"


def test_other_scopes_kinds_and_sources_are_left_alone(store: Store) -> None:
    desk = Desk(store)
    others = (
        row(K.SERVER, "SRV-1", "Milik Dishub", agency="Dishub", at=("o.xlsx", 2)),
        row(K.APPLICATION, "DAA-1", "SIMRS", at=("o.xlsx", 3)),
        row(K.SERVER, "SRV-77", "Dari CSV", source="csv", at=("elements.csv", 2)),
        row(K.SERVER, "SRV-78", "Dari matriks", source="matrix", at=("m.xlsx", 2)),
    )
    desk.load(delivery(*servers(9), *others))
    desk.replace(delivery(*servers(8)))
    retired = {e.key for e in named(store).values() if e.status is Status.RETIRED}
    assert retired == {"dinkes/server/SRV-8"}


def test_an_element_another_source_still_names_stays(store: Store) -> None:
    desk = Desk(store)
    also = row(K.SERVER, "SRV-8", "Server 8", source="csv", at=("elements.csv", 2))
    desk.load(delivery(*servers(9), also))
    desk.replace(delivery(*servers(8)))
    assert named(store)["dinkes/server/SRV-8"].status is Status.ACTIVE


def test_more_than_a_fifth_is_refused_unless_it_was_announced(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(9)))
    before = exactly(store)
    with pytest.raises(RefusedChange) as refused:
        desk.replace(delivery(*servers(6)))
    assert "3 of 10 elements of dinkes (30%)" in refused.value.what.en
    assert "--allow-retire 30" in refused.value.fix.en
    assert exactly(store) == before
    desk.replace(delivery(*servers(6)), allow_retire=0.3)
    assert sum(e.status is Status.RETIRED for e in named(store).values()) == 3


def test_the_share_that_is_proposed_is_enough(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(15)))
    with pytest.raises(RefusedChange) as refused:
        desk.replace(delivery(*servers(8)))
    proposed = int(refused.value.fix.en.rpartition(" ")[2])
    desk.replace(delivery(*servers(8)), allow_retire=proposed / 100)


def test_a_matrix_sheet_retires_nothing(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(9, source="matrix")))
    desk.replace(delivery(*servers(2, source="matrix")))
    assert all(e.status is Status.ACTIVE for e in named(store).values())


def test_what_was_withdrawn_comes_back_when_it_is_delivered_again(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*servers(9)))
    desk.replace(delivery(*servers(8)))
    desk.replace(delivery(*servers(9)))
    back = named(store)["dinkes/server/SRV-8"]
    assert (back.status, "valid_to" in back.properties) == (Status.ACTIVE, False)
    desk.replace(delivery(*servers(8)))
    assert named(store)["dinkes/server/SRV-8"].status is Status.RETIRED


def test_cells_values_and_relations_that_are_no_longer_said_are_taken_back(store: Store) -> None:
    desk = Desk(store)
    base = servers(3)
    app = row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, "SRV-0"), at=("a.xlsx", 2), rto_hours=4)
    bare = row(K.APPLICATION, "DAA-1", "SIMRS", at=("a.xlsx", 2))
    relations = [
        stated("SRV-1", R.CALLS, "SRV-2"),
        stated("SRV-0", R.CALLS, "SRV-2", at=("relations.csv", 3)),
    ]
    desk.load(delivery(*base, app, relations=relations))
    desk.replace(delivery(*base, bare, relations=relations[:1]))
    assert "rto_hours" not in named(store)["dinkes/application/DAA-1"].properties
    assert {link for link in links_of(store) if link[1] != "OWNED_BY"} == {("SRV-1", "CALLS", "SRV-2")}
    again = desk.replace(delivery(*base, bare, relations=relations[:1]))
    counts = again.graph.counts()
    assert [counts[part][act] for part in counts for act in ("add", "change", "retire")] == [0] * 6


def test_relations_of_a_retired_element_stay_on_record(store: Store) -> None:
    desk = Desk(store)
    app = row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, "SRV-8"), at=("a.xlsx", 2))
    desk.load(delivery(*servers(9), app))
    desk.replace(delivery(*servers(8)))
    assert ("DAA-1", "RUNS_ON", "SRV-8") in links_of(store)
    assert graph.open_references(store, graph.directory(store).entries) == {}
