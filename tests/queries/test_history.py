"""Every change of every value is on record, with its load, author and cell."""

import pytest

from ingest.edit.editing import planned_set
from model.faults import RefusedQuestion
from queries import records
from queries.history import history, load_named
from queries.loads.undo import planned_undo
from queries.store.store import Store
from tests.support.deliveries import Desk, K, delivery, named, row

KEY = "dinkes/server/SRV-1"


def changes(store: Store) -> list[tuple[str, object, object]]:
    return [
        (c.property, c.before, c.after)
        for c in history(store, named(store)[KEY].uid)
        if c.property in ("name", "rto_hours", "status")
    ]


def test_each_change_is_told_with_before_after_author_and_cell(store: Store) -> None:
    desk = Desk(store)
    columns = {"rto_hours": "RTO"}
    desk.load(delivery(row(K.SERVER, "SRV-1", "Satu", rto_hours=4, columns=columns)))
    desk.load(delivery(row(K.SERVER, "SRV-1", "Satu", rto_hours=8, columns=columns, at=("b.xlsx", 5))))
    desk.apply(planned_set(store, desk.metamodel, KEY, {"name": "Satu Baru"}, desk.edit()))
    assert changes(store) == [
        ("name", None, "Satu"),
        ("rto_hours", None, 4),
        ("status", None, "active"),
        ("rto_hours", 4, 8),
        ("name", "Satu", "Satu Baru"),
    ]
    found = history(store, named(store)[KEY].uid)
    moved = next(c for c in found if c.before == 4)
    assert moved.place is not None
    assert (moved.place.file, moved.place.row, moved.place.column, moved.by) == (
        "b.xlsx",
        5,
        "RTO",
        "penguji",
    )
    assert found[-1].place is None


def test_what_a_load_brought_back_unchanged_is_a_change_of_that_load(store: Store) -> None:
    desk = Desk(store)
    rows = [row(K.SERVER, f"SRV-{n}", f"Server {n}", at=("s.xlsx", n)) for n in range(1, 10)]
    desk.load(delivery(*rows))
    desk.replace(delivery(*rows[1:]))
    back = desk.replace(delivery(*rows))
    assert changes(store)[-1] == ("status", "retired", "active")
    assert history(store, named(store)[KEY].uid)[-1].load == back.step.load.id


def test_an_undone_load_is_no_longer_told(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(row(K.SERVER, "SRV-1", "Satu", rto_hours=4)))
    plan = desk.load(delivery(row(K.SERVER, "SRV-1", "Satu", rto_hours=8)))
    desk.apply(planned_undo(store, desk.metamodel, load_named(store, plan.step.load.id)))
    assert ("rto_hours", 4, 8) not in changes(store)


def test_a_load_is_named_by_a_beginning_that_only_it_has(store: Store) -> None:
    desk = Desk(store)
    for number in (1, 2):
        desk.load(delivery(row(K.SERVER, f"SRV-{number}", "Satu")))
    last = records.loads(store)[-1]
    assert load_named(store, last.id[:19]) == last
    with pytest.raises(RefusedQuestion) as refused:
        load_named(store, last.id[:4])
    assert "simpul loads" in refused.value.fix.en
