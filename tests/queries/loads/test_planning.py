"""Planning reads only part of the graph: what it does not read must not be what it would change."""

from ingest.draft import Draft
from model.record import Saying
from queries.loads.undo import planned_undo
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, exactly, links_of, owner, row, saying, stated

SERVER = row(K.SERVER, "SRV-1", "Server", at=("s.xlsx", 2))
LINK = ("DAA-1", "RUNS_ON", "SRV-1")


def app(code: str, *sayings: Saying) -> Draft:
    return row(K.APPLICATION, code, f"Aplikasi {code}", owner("Dinas Kesehatan"), *sayings)


def holders(store: Store) -> list[int]:
    """How many elements hold each relation to the server."""
    return [len(one.holders) for one in exactly(store)["relations"].values() if one.relation is R.RUNS_ON]


def test_a_relation_held_at_its_end_is_found_again_and_shared(store: Store) -> None:
    desk = Desk(store)
    waiting = delivery(SERVER, relations=[stated("DAA-1", R.RUNS_ON, "SRV-1")])
    desk.load(waiting, scope="Dinkes")
    desk.load(delivery(app("DAA-1")))
    assert holders(store) == [1]
    said = desk.load(delivery(app("DAA-1", saying(R.RUNS_ON, "SRV-1"))))
    assert holders(store) == [2]
    again = desk.plan(delivery(SERVER))
    assert again.graph.relations_added == again.graph.relations_removed == again.graph.relations_changed == ()
    desk.apply(planned_undo(store, desk.metamodel, said.step.load))
    assert holders(store) == [1]
    assert LINK in links_of(store)


def test_a_hub_that_is_told_again_leaves_what_others_hold(store: Store) -> None:
    desk = Desk(store)
    users = [app(f"DAA-{number}", saying(R.RUNS_ON, "SRV-1")) for number in range(1, 6)]
    desk.load(delivery(SERVER, *users))
    before = exactly(store)["relations"]
    plan = desk.load(delivery(row(K.SERVER, "SRV-1", "Server", at=("s.xlsx", 2), rto_hours=4)))
    assert [change.after.properties["rto_hours"] for change in plan.graph.changed] == [4]
    assert exactly(store)["relations"] == before


def test_a_hub_that_is_called_otherwise_frees_the_references_to_its_name(store: Store) -> None:
    desk = Desk(store)
    hub = delivery(row(K.SERVER, None, "Server lama", at=("s.xlsx", 2)))
    loaded = desk.load(hub)
    desk.load(delivery(*(app(f"DAA-{number}", saying(R.RUNS_ON, "Server lama")) for number in (1, 2))))
    assert holders(store) == [1, 1]
    plan = desk.apply(planned_undo(store, desk.metamodel, loaded.step.load))
    assert len(plan.graph.relations_removed) == len(plan.graph.references_opened) == 2
    assert holders(store) == []
