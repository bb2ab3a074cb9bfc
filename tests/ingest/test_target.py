"""A what-if that is wanted becomes an initiative with planned elements; it is undone like any load."""

import uuid

import pytest

from ingest.planning.target import Wanted, planned_target
from model.faults import RefusedChange
from model.kinds import ElementKind, Status
from model.metamodel.shipped import shipped
from model.text import Text
from queries.lookup import element_for
from queries.store.store import Store
from tests.support.deliveries import Desk, K, delivery, links_of, named, owner, row

METAMODEL = shipped()
TOLD = (
    Text(id="Baru: Server dua (Server).", en="New: Server dua (Server)."),
    Text(id="SIMPEG: berjalan di Server satu dengan cadangan Server dua.", en="SIMPEG has a spare."),
)
NEW = ((ElementKind.SERVER, "bersama/server/serverdua", "Server dua"),)


@pytest.fixture
def desk(store: Store) -> Desk:
    found = Desk(store, METAMODEL)
    found.load(
        delivery(
            row(K.APPLICATION, "DAA-1", "SIMPEG", owner("Dinas Kesehatan")),
            row(K.SERVER, "SRV-1", "Server satu", owner("Dinas Kesehatan"), at=("s.xlsx", 2)),
        )
    )
    return found


def record(desk: Desk, wanted: Wanted) -> str:
    number, plan = planned_target(desk.store, METAMODEL, wanted, desk.edit(), lambda: uuid.uuid4().hex)
    desk.apply(plan)
    return number


def concerned(desk: Desk, *keys: str) -> list[str]:
    return [element_for(desk.store, key).uid for key in keys]


def test_it_is_a_numbered_initiative_about_its_elements_and_the_new_ones_are_planned(desk: Desk) -> None:
    uids = concerned(desk, "SIMPEG", "Server satu")
    before = {link for link in links_of(desk.store) if link[1] == "RUNS_ON"}
    assert record(desk, Wanted(told=TOLD, concerned=uids, new=NEW)) == "TGT-2026-001"
    found = named(desk.store)
    made = found["dinkes/initiative/TGT-2026-001"]
    assert made.name == "Kondisi target: Baru: Server dua (Server)"
    assert (made.status, made.properties["program"]) == (Status.PLANNED, "Aplikasi")
    assert made.properties["description"].splitlines() == [text.id for text in TOLD]
    new = found["bersama/server/serverdua"]
    assert (new.name, new.status, new.properties["to_be"]) == ("Server dua", Status.PLANNED, "new")
    ends = {link[2] for link in links_of(desk.store) if link[:2] == ("TGT-2026-001", "ADDRESSES")}
    assert ends == {"DAA-1", "SRV-1", "bersama/server/serverdua"}
    assert {link for link in links_of(desk.store) if link[1] == "RUNS_ON"} == before


def test_changes_of_machines_alone_are_of_the_programme_infrastructure(desk: Desk) -> None:
    uids = concerned(desk, "Server satu")
    number = record(desk, Wanted(told=TOLD[:1], concerned=uids))
    assert named(desk.store)[f"dinkes/initiative/{number}"].properties["program"] == "Infrastruktur"


def test_numbers_go_on_and_an_element_that_is_there_is_not_planned_again(desk: Desk) -> None:
    wanted = Wanted(told=TOLD, concerned=concerned(desk, "SIMPEG"), new=NEW)
    record(desk, wanted)
    with pytest.raises(RefusedChange) as there:
        record(desk, wanted)
    assert "another name" in there.value.fix.en
    again = Wanted(told=TOLD, concerned=concerned(desk, "SIMPEG"))
    assert record(desk, again) == "TGT-2026-002"


def test_nothing_tried_is_nothing_to_record(desk: Desk) -> None:
    with pytest.raises(RefusedChange) as empty:
        record(desk, Wanted(told=(), concerned=concerned(desk, "SIMPEG")))
    assert "add at least one" in empty.value.fix.en
