"""Findings about groups follow what is said of the groups, also by hand and of others; on each engine."""

from dataclasses import replace

import pytest

from ingest.edit.editing import planned_relation, planned_removal, planned_retirement, planned_set
from ingest.edit.merging import planned_merge
from model.metamodel.shipped import shipped
from queries import history
from queries.findings import open_findings
from queries.loads.plan import Plan
from queries.loads.undo import planned_undo
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, links_of, row, saying, stated

APP, OTHER, THIRD = (f"dinkes/application/DAA-{number}" for number in (1, 2, 3))
ONE, TWO = "dinkes/server/SRV-1", "dinkes/server/SRV-2"
SERVICE = "dinkes/service/DAL-1"
UNDECIDED, TOO_MUCH = "redundancy_undecided", "need_too_large"


@pytest.fixture
def desk(store: Store) -> Desk:
    found = Desk(store, metamodel=shipped())
    rows = [
        *(row(K.APPLICATION, f"DAA-{n}", f"Aplikasi {n}", at=("a.xlsx", n)) for n in (1, 2, 3)),
        *(row(K.SERVER, f"SRV-{n}", f"Server {n}", at=("s.xlsx", n)) for n in (1, 2)),
        row(K.SERVICE, "DAL-1", "Layanan", at=("l.xlsx", 2)),
    ]
    found.load(delivery(*rows))
    return found


def runs_on(desk: Desk, *targets: str, **columns: str) -> None:
    rows = [stated(APP, R.RUNS_ON, one, ("r.csv", n), **columns) for n, one in enumerate(targets, 2)]
    desk.load(delivery(relations=rows))


def relate(desk: Desk, target: str, **columns: str) -> Plan:
    ends = (APP, "RUNS_ON", target)
    return desk.apply(planned_relation(desk.store, desk.metamodel, ends, columns, desk.edit()))


def told(desk: Desk) -> list[tuple[str, str | None]]:
    kept = (one for one in open_findings(desk.store) if one.finding.rule in (UNDECIDED, TOO_MUCH))
    return sorted((one.finding.rule, one.element) for one in kept)


def test_what_is_put_right_by_hand_is_closed_and_open_again_when_that_is_undone(desk: Desk) -> None:
    runs_on(desk, ONE, TWO)
    assert told(desk) == [(UNDECIDED, APP)]
    relate(desk, ONE, group="web", need="any")
    plan = relate(desk, TWO, group="web")
    assert told(desk) == []
    relate(desk, TWO, group="")
    first = relate(desk, ONE, group="")
    assert told(desk) == [(UNDECIDED, APP)]
    for one in (first, plan):
        load = history.load_named(desk.store, one.step.load.id)
        desk.apply(planned_undo(desk.store, desk.metamodel, load))
    assert told(desk) == []


def test_an_edit_beside_it_leaves_one_finding_open(desk: Desk) -> None:
    runs_on(desk, ONE, TWO, group="web", need="3")
    relate(desk, ONE, group="web", weight="2")
    assert told(desk) == [(TOO_MUCH, APP)]
    ends = (APP, "RUNS_ON", TWO)
    desk.apply(planned_removal(desk.store, desk.metamodel, ends, desk.edit()))
    assert told(desk) == [(TOO_MUCH, APP)]


def test_a_target_that_goes_out_of_use_and_comes_back_is_told_of_those_who_need_it(desk: Desk) -> None:
    runs_on(desk, ONE, TWO, group="web", need="2")
    assert told(desk) == []
    desk.apply(planned_retirement(desk.store, desk.metamodel, TWO, desk.edit()))
    assert told(desk) == [(TOO_MUCH, APP)]
    back = {"status": "active", "valid_to": ""}
    desk.apply(planned_set(desk.store, desk.metamodel, TWO, back, desk.edit()))
    assert told(desk) == []


def test_a_target_out_of_use_is_no_requirement(desk: Desk) -> None:
    desk.apply(planned_retirement(desk.store, desk.metamodel, TWO, desk.edit()))
    runs_on(desk, TWO)
    plan = relate(desk, ONE)
    assert plan.findings == ()


def test_a_merge_tells_the_groups_it_leaves_with_too_little_and_what_nobody_decided(desk: Desk) -> None:
    weights = zip((APP, OTHER, THIRD), (2, 1, 2), strict=True)
    rows = [
        *(
            stated(SERVICE, R.REALIZED_BY, key, ("r.csv", n), group="w", weight=weight, need="weight>=3")
            for n, (key, weight) in enumerate(weights, 2)
        ),
        stated(APP, R.RUNS_ON, ONE, ("r.csv", 5)),
        stated(OTHER, R.RUNS_ON, TWO, ("r.csv", 6)),
    ]
    desk.load(delivery(relations=rows))
    assert told(desk) == []
    plan = planned_merge(desk.store, desk.metamodel, (APP, OTHER, THIRD), {}, desk.edit()).plan
    desk.apply(plan)
    assert told(desk) == [(TOO_MUCH, SERVICE), (UNDECIDED, APP)]
    finding = next(one for one in plan.findings if one.rule == TOO_MUCH)
    assert finding.message.id.startswith(f"Layanan ({SERVICE}): Grup “w”")
    assert (finding.place.file, finding.place.row) == ("r.csv", 2)
    desk.apply(planned_undo(desk.store, desk.metamodel, history.load_named(desk.store, plan.step.load.id)))
    assert told(desk) == []


def test_what_only_the_row_of_the_merged_said_of_others_moves_to_the_kept_one(desk: Desk) -> None:
    """A service that the application's row names, which has two applications in a group."""
    told_by = saying(R.REALIZED_BY, "DAL-1", group="web", need="all")
    rows = [
        row(K.APPLICATION, f"DAA-{n}", f"Aplikasi {n}", replace(told_by, reversed=True), at=("b.xlsx", n))
        for n in (1, 2)
    ]
    desk.load(delivery(*rows))
    desk.apply(planned_merge(desk.store, desk.metamodel, (THIRD, OTHER), {}, desk.edit()).plan)
    assert ("DAL-1", "REALIZED_BY", "DAA-3") in links_of(desk.store)
    assert told(desk) == []
