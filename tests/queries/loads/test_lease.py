"""One writer at a time: others wait, expired and dead holders do not keep anybody waiting."""

import os
from datetime import timedelta

import pytest

from model.faults import RefusedChange, StoreFault
from queries.loads.lease import Lease, lease
from queries.store.store import Statement, Store
from tests.support.deliveries import START, Desk, K, delivery, named, row

LATER = START + timedelta(minutes=11)
SOMEBODY_ELSE = "MATCH (l:Lease {id: 'writer'}) SET l.machine = 'lain', l.process = 1"
A_DEAD_PROCESS = "MATCH (l:Lease {id: 'writer'}) SET l.process = $process"


def test_a_second_writer_is_refused_also_of_the_same_user_and_told_who_and_until_when(store: Store) -> None:
    with lease(store, "Sari", START), pytest.raises(StoreFault) as refused, lease(store, "Sari", START):
        pass
    assert "applied by Sari" in refused.value.what.en
    assert "2026-11-24T09:40:00" in refused.value.fix.en


def test_a_lease_is_free_again_after_its_block_also_after_a_fault(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), lease(store, "Sari", START):
        raise ZeroDivisionError
    with lease(store, "Budi", START) as held:
        held.renew(START)


def test_an_expired_lease_is_taken_over_and_its_holder_told_when_it_goes_on(store: Store) -> None:
    slow = Lease(store, "Sari")
    slow.renew(START)
    store.write([Statement(SOMEBODY_ELSE, {})])
    quick = Lease(store, "Budi")
    with pytest.raises(StoreFault):
        quick.renew(START + timedelta(minutes=9))
    quick.renew(LATER)
    store.write([Statement(SOMEBODY_ELSE, {})])
    with pytest.raises(StoreFault) as refused:
        slow.renew(LATER)
    assert "applied by Budi" in refused.value.what.en
    slow.give_back()  # not ours any more: nothing happens
    with pytest.raises(StoreFault):
        slow.renew(LATER)


def test_a_renewed_lease_lasts(store: Store) -> None:
    held = Lease(store, "Sari")
    held.renew(START)
    held.renew(START + timedelta(minutes=9))
    store.write([Statement(SOMEBODY_ELSE, {})])
    with pytest.raises(StoreFault):
        Lease(store, "Budi").renew(LATER)


def test_the_lease_of_a_dead_process_of_this_machine_is_taken_over_at_once(store: Store) -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    Lease(store, "Sari").renew(START)
    store.write([Statement(A_DEAD_PROCESS, {"process": child})])
    with lease(store, "Budi", START):
        pass


def test_a_plan_made_on_an_older_revision_is_planned_again_or_refused(store: Store) -> None:
    desk = Desk(store)
    harmless = desk.plan(delivery(row(K.SERVER, "SRV-2", "Dua", at=("t.xlsx", 2))), scope="Dinkes")
    clashing = desk.plan(delivery(row(K.SERVER, "SRV-1", "Satu", at=("u.xlsx", 2))))
    desk.load(delivery(row(K.SERVER, "SRV-1", "Satu")))
    for plan in (clashing, harmless):  # both would add the agency that is there now
        with pytest.raises(RefusedChange) as refused:
            desk.apply(plan)
        assert "look at the new plan" in refused.value.fix.en
    again = desk.plan(delivery(row(K.SERVER, "SRV-2", "Dua", at=("t.xlsx", 2))))
    desk.load(delivery(row(K.SERVER, "SRV-3", "Tiga", at=("v.xlsx", 2))))
    written = desk.apply(again)
    assert written.revision == again.revision + 1
    assert {"dinkes/server/SRV-1", "dinkes/server/SRV-2", "dinkes/server/SRV-3"} <= named(store).keys()


def test_a_plan_is_applied_once(store: Store) -> None:
    desk = Desk(store)
    plan = desk.plan(delivery(row(K.SERVER, "SRV-1", "Satu")))
    desk.apply(plan)
    with pytest.raises(RefusedChange) as refused:
        desk.apply(plan)
    assert "make a new plan" in refused.value.fix.en
