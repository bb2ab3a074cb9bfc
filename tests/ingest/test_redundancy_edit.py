"""Saying what several targets are to each other: one record that all analyses follow, undone exactly."""

import pytest

from ingest.edit.redundancy import GROUP_NAME, Together, planned_redundancy
from model.faults import RefusedChange
from model.metamodel.shipped import shipped
from queries.architecture import present, snapshot_of
from queries.loads.undo import planned_undo
from queries.resilience.single_points import single_points
from queries.resilience.undecided import undecided
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, row, saying
from tests.support.graphs import TODAY

APP = "dinkes/application/DAA-1"
PLACE = (APP, "RUNS_ON")


@pytest.fixture
def desk(store: Store) -> Desk:
    found = Desk(store, shipped())
    servers = (saying(R.RUNS_ON, "SRV-1"), saying(R.RUNS_ON, "SRV-2"))
    found.load(
        delivery(
            row(K.SERVICE, "DAL-1", "Rawat jalan", saying(R.REALIZED_BY, "DAA-1"), at=("l.xlsx", 2)),
            row(K.APPLICATION, "DAA-1", "SIMRS", *servers),
            row(K.SERVER, "SRV-1", "Satu", at=("s.xlsx", 2)),
            row(K.SERVER, "SRV-2", "Dua", at=("s.xlsx", 3)),
        )
    )
    return found


def snapshot(desk: Desk) -> Snapshot:
    return snapshot_of(desk.metamodel, present(desk.store), 1)


def alone(desk: Desk) -> set[str]:
    """The codes of what alone stops the service."""
    now = snapshot(desk)
    return {now.keys[one].rpartition("/")[2] for one in single_points(now, TODAY).alone.tolist()}


def test_what_nobody_decided_is_told_with_what_hangs_on_it(desk: Desk) -> None:
    (one,) = undecided(snapshot(desk), TODAY)
    assert (snapshot(desk).keys[one.owner], one.relation, len(one.targets), one.settles) == (
        APP,
        R.RUNS_ON,
        2,
        1,
    )


@pytest.mark.parametrize(
    ("said", "left"),
    [
        (Together.ANY, {"DAA-1"}),
        (Together.SHARE, {"DAA-1"}),
        (Together.ALL, {"DAA-1", "SRV-1", "SRV-2"}),
    ],
)
def test_the_answer_decides_and_is_asked_no_more(desk: Desk, said: Together, left: set[str]) -> None:
    assert alone(desk) == {"DAA-1", "SRV-1", "SRV-2"}
    plan = desk.apply(planned_redundancy(desk.store, desk.metamodel, PLACE, said, desk.edit()))
    assert alone(desk) == left
    assert undecided(snapshot(desk), TODAY) == []
    desk.apply(planned_undo(desk.store, desk.metamodel, plan.step.load))
    assert alone(desk) == {"DAA-1", "SRV-1", "SRV-2"}


def test_the_group_gets_a_name_that_is_free(desk: Desk) -> None:
    for number in (1, 2):
        servers = [saying(R.RUNS_ON, f"SRV-{number}{side}") for side in "ab"]
        rows = [row(K.SERVER, f"SRV-{number}{side}", f"S{number}{side}", at=("x.xlsx", 2)) for side in "ab"]
        desk.load(delivery(row(K.APPLICATION, "DAA-2", "Lain", *servers, at=(f"a{number}.xlsx", 2)), *rows))
        place = ("dinkes/application/DAA-2", "RUNS_ON")
        desk.apply(planned_redundancy(desk.store, desk.metamodel, place, Together.ANY, desk.edit()))
    groups = {str(edge.properties.get("group")) for edge in present(desk.store).relations.values()}
    assert {GROUP_NAME, f"{GROUP_NAME}-2"} <= groups


def test_where_there_is_nothing_to_decide_that_is_said(desk: Desk) -> None:
    for place in (("dinkes/service/DAL-1", "REALIZED_BY"), (APP, "CALLS"), (APP, "BERDIRI_DI")):
        with pytest.raises(RefusedChange):
            planned_redundancy(desk.store, desk.metamodel, place, Together.ANY, desk.edit())
