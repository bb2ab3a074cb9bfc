"""What one load changed, and what depends on one thing alone since: on each engine."""

from datetime import date

import pytest

from queries import records
from queries.differing import Difference, difference_between
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, row, saying

DAY = date(2026, 11, 24)
SERVERS = (
    row(K.SERVER, "SRV-1", "Satu", at=("s.xlsx", 2)),
    row(K.SERVER, "SRV-2", "Dua", at=("s.xlsx", 3)),
)


def application(*servers: str, **values: object) -> object:
    on = [saying(R.RUNS_ON, one, group="web") for one in servers]
    return row(K.APPLICATION, "DAA-1", "SIMRS", *on, at=("a.xlsx", 2), **values)


SERVICE = row(K.SERVICE, "DAL-1", "Rawat jalan", saying(R.SERVED_BY, "DAA-1"), at=("l.xlsx", 2))


@pytest.fixture
def desk(store: Store) -> Desk:
    found = Desk(store)
    found.load(delivery(*SERVERS, application("SRV-1", "SRV-2"), SERVICE))  # type: ignore[arg-type]
    return found


def changed_by_the_last(desk: Desk) -> Difference:
    load = records.loads(desk.store)[-1].id
    return difference_between(desk.store, desk.metamodel, load, None, DAY)


def test_a_lost_twin_makes_services_depend_on_one_server(desk: Desk) -> None:
    desk.load(delivery(application("SRV-1")))  # type: ignore[arg-type]
    found = changed_by_the_last(desk)
    assert [(one.target.key, one.on.key) for one in found.begun] == [
        ("dinkes/service/DAL-1", "dinkes/server/SRV-1")
    ]
    assert found.ended == ()
    assert [found.names[edge.target] for edge in found.unrelated] == ["dinkes/server/SRV-2"]
    assert (found.added, found.changed, found.removed) == ((), (), ())


def test_a_second_server_ends_the_dependence(desk: Desk) -> None:
    desk.load(delivery(application("SRV-1")))  # type: ignore[arg-type]
    desk.load(delivery(application("SRV-1", "SRV-2")))  # type: ignore[arg-type]
    found = changed_by_the_last(desk)
    assert [(one.target.key, one.on.key) for one in found.ended] == [
        ("dinkes/service/DAL-1", "dinkes/server/SRV-1")
    ]
    assert found.begun == ()


def test_a_relation_that_got_another_column_is_changed_not_gone_and_new(desk: Desk) -> None:
    on = [saying(R.RUNS_ON, one, group="kembar") for one in ("SRV-1", "SRV-2")]
    plan = desk.load(delivery(row(K.APPLICATION, "DAA-1", "SIMRS", *on, at=("a.xlsx", 2))))
    found = changed_by_the_last(desk)
    assert (len(found.restated), found.related, found.unrelated) == (2, (), ())
    assert plan.graph.counts()["relations"]["change"] == 2
    assert {(a.properties["group"], b.properties["group"]) for a, b in found.restated} == {("web", "kembar")}


def test_what_is_lost_is_called_as_at_the_later_end(desk: Desk) -> None:
    desk.load(delivery(application("SRV-1")))  # type: ignore[arg-type]
    new = row(K.SERVICE, "DAL-1", "Poliklinik", saying(R.SERVED_BY, "DAA-1"), at=("l.xlsx", 2))
    desk.load(delivery(new, application("SRV-1", "SRV-2")))  # type: ignore[arg-type]
    assert [one.target.name for one in changed_by_the_last(desk).ended] == ["Poliklinik"]


def test_the_first_load_added_everything_and_began_no_dependence(desk: Desk) -> None:
    found = changed_by_the_last(desk)
    assert {"dinkes/service/DAL-1", "dinkes/server/SRV-1"} <= {one.key for one in found.added}
    assert (found.earlier, found.begun, found.removed) == ("", (), ())


def test_of_new_services_is_told_how_many_depend_on_one_element(desk: Desk) -> None:
    found = changed_by_the_last(desk)
    assert (found.new, found.new_alone) == (1, 1)
    bare = row(K.SERVICE, "DAL-2", "Loket", at=("l.xlsx", 3))
    desk.load(delivery(bare))
    found = changed_by_the_last(desk)
    assert (found.new, found.new_alone, found.begun) == (1, 0, ())


def test_a_retired_application_is_a_loss_to_its_service_and_no_improvement(desk: Desk) -> None:
    desk.load(delivery(application("SRV-1", "SRV-2", status="retired")))  # type: ignore[arg-type]
    found = changed_by_the_last(desk)
    assert [(one.target.key, one.on.key) for one in found.lost] == [
        ("dinkes/service/DAL-1", "dinkes/application/DAA-1")
    ]
    assert (found.ended, found.begun, found.new) == ((), (), 0)


def test_a_retired_service_has_no_fewer_single_points(desk: Desk) -> None:
    served = saying(R.SERVED_BY, "DAA-1")
    desk.load(delivery(row(K.SERVICE, "DAL-1", "Rawat jalan", served, at=("l.xlsx", 2), status="retired")))
    found = changed_by_the_last(desk)
    assert (found.ended, found.lost) == ((), ())


def test_changed_values_are_told_cell_by_cell_and_there_and_back_is_the_same(desk: Desk) -> None:
    first = records.loads(desk.store)[-1].id
    desk.load(delivery(application("SRV-1", "SRV-2", rto_hours=4)))  # type: ignore[arg-type]
    last = records.loads(desk.store)[-1].id
    there = difference_between(desk.store, desk.metamodel, first, last, DAY)
    back = difference_between(desk.store, desk.metamodel, last, first, DAY)
    (change,) = there.changed
    assert change.cells() == [("rto_hours", None, 4)]
    assert [one.cells() for one in back.changed] == [[("rto_hours", 4, None)]]
    assert (there.added, there.related) == (back.removed, back.unrelated)
