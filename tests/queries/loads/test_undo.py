"""Taking loads back: the last one gives exactly the state before; an older one leaves what was said later."""

from typing import Any

import pytest

from ingest.edit import editing
from model.faults import RefusedChange
from model.kinds import Status
from queries import records
from queries.findings import open_findings
from queries.history import load_named
from queries.loads.undo import planned_undo
from queries.store.store import Store
from tests.support.deliveries import (
    Desk,
    K,
    R,
    delivery,
    exactly,
    links_of,
    named,
    owner,
    row,
    saying,
    stated,
)

APP = "dinkes/application/DAA-1"


def app(*sayings: Any, **given: Any) -> Any:
    return row(K.APPLICATION, "DAA-1", "SIMRS", owner("Dinas Kesehatan"), *sayings, **given)


def server(code: str, name: str, **given: Any) -> Any:
    return row(K.SERVER, code, name, at=("s.xlsx", 2), **given)


def undo(desk: Desk, load: str) -> None:
    plan = planned_undo(desk.store, desk.metamodel, load_named(desk.store, load))
    desk.apply(plan)


def loads_of(desk: Desk) -> list[str]:
    return [load.id for load in records.loads(desk.store)]


def test_undoing_the_last_load_gives_exactly_the_state_before(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app(saying(R.RUNS_ON, "SRV-1"), rto_hours=4), server("SRV-2", "Dua")))
    before, told = exactly(store), {f.id for f in open_findings(store)}
    desk.load(
        delivery(
            app(saying(R.RUNS_ON, "SRV-2"), rto_hours=8),
            server("SRV-1", "Satu"),
            row(K.SERVER, "SRV-2", "Dua", agency="Dinas Sosial", at=("t.xlsx", 2)),
            relations=[stated("DAA-1", R.CALLS, "SRV-1", group="x")],
        )
    )
    assert exactly(store) != before
    undo(desk, loads_of(desk)[-1])
    assert exactly(store) == before
    assert {f.id for f in open_findings(store)} == told
    assert [load.undone for load in records.loads(store)] == [False, True]


def test_a_reference_that_undoing_opens_is_told_and_kept(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(server("SRV-1", "Satu")))
    desk.load(delivery(app(saying(R.RUNS_ON, "SRV-1"))))
    undo(desk, loads_of(desk)[0])
    assert [r.text for r in exactly(store)["open"].values()] == ["SRV-1"]
    assert "dangling_reference" in {f.finding.rule for f in open_findings(store)}
    desk.load(delivery(server("SRV-1", "Satu")))
    assert ("DAA-1", "RUNS_ON", "SRV-1") in links_of(store)
    assert "dangling_reference" not in {f.finding.rule for f in open_findings(store)}


def test_undoing_an_older_load_leaves_what_later_loads_said_also_in_unchanged_rows(store: Store) -> None:
    desk = Desk(store)
    unchanged = app(saying(R.RUNS_ON, "SRV-1"), rto_hours=4)
    desk.load(delivery(unchanged, server("SRV-1", "Satu"), server("SRV-9", "Hanya dahulu")))
    desk.load(delivery(unchanged, server("SRV-1", "Satu", rto_hours=2)))
    undo(desk, loads_of(desk)[0])
    assert named(store)[APP].properties["rto_hours"] == 4
    assert named(store)["dinkes/server/SRV-1"].properties["rto_hours"] == 2
    assert "dinkes/server/SRV-9" not in named(store)
    assert {("DAA-1", "RUNS_ON", "SRV-1"), ("DAA-1", "OWNED_BY", "dinkes/orgunit/dinkes")} <= links_of(store)


def test_what_a_load_alone_would_have_made_is_what_undoing_the_others_leaves(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(row(K.ORG_UNIT, "OPD-1", "Dinas Kesehatan", agency=None, at=("o.xlsx", 2))))
    desk.load(delivery(app(rto_hours=4)))
    undo(desk, loads_of(desk)[0])
    assert ("DAA-1", "OWNED_BY", "dinkes/orgunit/dinkes") in links_of(store)


def test_undoing_a_load_twice_is_refused_with_the_list_to_look_at(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app()))
    load = load_named(store, loads_of(desk)[0])
    plan = planned_undo(store, desk.metamodel, load)
    desk.apply(plan)
    with pytest.raises(RefusedChange) as refused:
        planned_undo(store, desk.metamodel, load_named(store, load.id))
    assert "simpul loads" in refused.value.fix.en
    with pytest.raises(RefusedChange) as repeated:
        desk.apply(plan)
    assert "undone before" in repeated.value.what.en


def test_a_hand_edit_counts_until_a_changed_row_and_is_taken_back_like_a_load(store: Store) -> None:
    desk = Desk(store)
    reading = delivery(app(rto_hours=4))
    desk.load(reading)
    edited = desk.apply(editing.planned_set(store, desk.metamodel, APP, {"rto_hours": "2"}, desk.edit()))
    desk.load(reading)
    assert named(store)[APP].properties["rto_hours"] == 2
    undo(desk, edited.step.load.id)
    assert named(store)[APP].properties["rto_hours"] == 4
    desk.apply(editing.planned_set(store, desk.metamodel, APP, {"rto_hours": ""}, desk.edit()))
    assert "rto_hours" not in named(store)[APP].properties
    desk.load(delivery(app(rto_hours=8)))
    assert named(store)[APP].properties["rto_hours"] == 8


def test_undoing_a_replacing_load_brings_back_what_it_withdrew(store: Store) -> None:
    desk = Desk(store)
    rows = [server(f"SRV-{n}", f"Server {n}") for n in range(9)]
    desk.load(delivery(*rows))
    before = exactly(store)
    desk.replace(delivery(*rows[:-1]))
    assert named(store)["dinkes/server/SRV-8"].status is Status.RETIRED
    undo(desk, loads_of(desk)[-1])
    assert exactly(store) == before


def test_undoing_a_confirmation_retires_again_what_it_had_brought_back(store: Store) -> None:
    desk = Desk(store)
    rows = [server(f"SRV-{n}", f"Server {n}") for n in range(9)]
    desk.load(delivery(*rows))
    desk.replace(delivery(*rows[:-1]))
    withdrawn = exactly(store)
    desk.replace(delivery(*rows))
    assert named(store)["dinkes/server/SRV-8"].status is Status.ACTIVE
    undo(desk, loads_of(desk)[-1])
    assert exactly(store) == withdrawn


def test_what_later_loads_still_state_is_told_with_counts_and_not_kept(store: Store) -> None:
    desk = Desk(store)
    servers = [server(f"SRV-{n}", f"Server {n}") for n in range(3)]
    desk.load(delivery(app(), *servers))
    desk.load(delivery(*servers[:2]))
    desk.load(delivery(app(rto_hours=4)))
    first, *later = records.loads(store)
    plan = planned_undo(store, desk.metamodel, first)
    (finding,) = [one for one in plan.findings if one.rule == "still_stated"]
    assert finding.message.id.startswith("3 objek tetap ada")
    assert all(
        f"{load.id} ({count})" in finding.message.id for load, count in zip(later, (2, 1), strict=True)
    )
    assert len(plan.graph.removed) == 1
    desk.apply(plan)
    assert "still_stated" not in [one.finding.rule for one in open_findings(store)]
    last = records.loads(store)[-1]
    assert "still_stated" not in [one.rule for one in planned_undo(store, desk.metamodel, last).findings]
