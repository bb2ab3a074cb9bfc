"""A cell that lists names: each is linked when all of them are known, in whatever order files come."""

import pytest

from queries.graph import written
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, exactly, links_of, row, saying, up_to_uids

APP = row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, "Server satu, Server dua dan Server tiga"))
ONE = row(K.SERVER, "SRV-1", "Server satu", at=("s.xlsx", 2))
TWO = row(K.SERVER, "SRV-2", "Server dua", at=("s.xlsx", 3))
THREE = row(K.SERVER, "SRV-3", "Server tiga", at=("s.xlsx", 4))
ALL = {("DAA-1", "RUNS_ON", f"SRV-{number}") for number in (1, 2, 3)}


def runs_on(desk: Desk) -> set[tuple[str, str, str]]:
    return {one for one in links_of(desk.store) if one[1] == "RUNS_ON"}


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def test_names_joined_by_commas_are_linked_one_by_one(desk: Desk) -> None:
    desk.load(delivery(ONE, TWO, THREE, APP))
    assert runs_on(desk) == ALL
    assert exactly(desk.store)["open"] == {}


def test_the_last_name_to_arrive_links_them_all(desk: Desk) -> None:
    desk.load(delivery(APP, ONE, TWO))
    assert runs_on(desk) == set()
    (waiting,) = exactly(desk.store)["open"].values()
    assert waiting.text == "Server satu, Server dua dan Server tiga"
    assert written(desk.store) == {(waiting.holder, R.RUNS_ON): (waiting.text,)}
    desk.load(delivery(THREE))
    assert runs_on(desk) == ALL
    assert exactly(desk.store)["open"] == {}


def test_a_name_with_a_comma_of_its_own_goes_before_its_parts(desk: Desk) -> None:
    whole = row(K.SERVER, "SRV-9", "Server satu, Server dua dan Server tiga", at=("s.xlsx", 5))
    desk.load(delivery(ONE, TWO, THREE, APP))
    desk.load(delivery(whole))
    assert runs_on(desk) == {("DAA-1", "RUNS_ON", "SRV-9")}
    parted = up_to_uids(desk.store)
    assert len([edge for edge in parted["relations"] if edge[1] is R.RUNS_ON]) == 1
