"""Who writes at the same moment as others plans on what these wrote, or is refused; nothing is twice."""

import threading
import uuid
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ingest.clearance import AlreadyDecided, Decided, planned_recommendation
from ingest.edit.editing import planned_set
from ingest.planning.target import Wanted, planned_target
from model.faults import RefusedChange, StoreFault
from model.metamodel.shipped import shipped
from model.text import same
from queries import graph
from queries.loads.applying import applied, applied_at_once
from queries.loads.lease import lease
from queries.loads.plan import Plan
from queries.redundancy.proposals.clearance import Decision, Examiner, Proposal
from queries.store.store import Store
from tests.support.alike import compared, lexicon, province
from tests.support.deliveries import START, Desk, K, delivery, owner, row

METAMODEL = shipped()
EXAMINER = Examiner(compared(*province()), lexicon())
BUILD = Decided(decision=Decision.BUILD, reasons="Belum ada.", on=date(2026, 11, 28))
PROPOSAL = Proposal(
    name="Cuti Daring", agency="Dinas Kesehatan", scope="dinkes", function="mengelola cuti pegawai"
)
ELSEWHERE = replace(PROPOSAL, agency="Dinas Sosial", scope="dinsos")
ANOTHER = replace(PROPOSAL, name="Gizi Daring", function="mencatat gizi balita")


class Overtaken:
    """A store in which somebody else writes once, right after a question with these words was answered."""

    def __init__(self, store: Store, words: str, act: Callable[[], object]) -> None:
        self._store, self._words, self._act = store, words, act
        self._done = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def read(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]:
        found = self._store.read(cypher, **parameters)
        if self._words in cypher and not self._done:
            self._done = True
            self._act()
        return found


@pytest.fixture
def desk(store: Store) -> Desk:
    found = Desk(store, METAMODEL)
    found.load(
        delivery(
            row(K.APPLICATION, "DAA-1", "SIMPEG", owner("Dinas Kesehatan")),
            row(K.APPLICATION, "DAA-2", "Bansos", owner("Dinas Sosial"), at=("b.xlsx", 3)),
        )
    )
    return found


def recommended(desk: Desk, proposal: Proposal, store: Store | None = None) -> tuple[str, Plan]:
    clearance, edit = EXAMINER.check(proposal), desk.edit()
    made, plan = planned_recommendation(
        store or desk.store, METAMODEL, clearance, BUILD, edit, lambda: uuid.uuid4().hex
    )
    return made.number, plan


def targeted(desk: Desk, code: str) -> tuple[str, Plan]:
    concerned = [uid for uid, one in graph.directory(desk.store).entries.items() if one.code == code]
    wanted = Wanted(told=[same("Server dipindah.")], concerned=concerned)
    return planned_target(desk.store, METAMODEL, wanted, desk.edit(), lambda: uuid.uuid4().hex)


def press(desk: Desk, make: Callable[[], tuple[str, Plan]]) -> str:
    return applied_at_once(desk.store, METAMODEL, make, desk.writer)


def numbers(store: Store) -> list[str]:
    found = graph.directory(store).entries.values()
    return sorted(one.code for one in found if one.kind is K.INITIATIVE and one.code)


def keys_twice(store: Store) -> list[str]:
    keys = Counter(one.key for one in graph.directory(store).entries.values())
    return [key for key, count in keys.items() if count > 1]


@pytest.mark.parametrize("other", [PROPOSAL, ELSEWHERE], ids=["the same proposal", "one of another agency"])
def test_what_was_written_while_a_number_was_taken_makes_the_plan_refused(
    desk: Desk, other: Proposal
) -> None:
    slow = Overtaken(
        desk.store,
        "RETURN e.kind AS kind, e.scope AS scope",
        lambda: press(desk, lambda: recommended(desk, other)),
    )
    _, plan = recommended(desk, PROPOSAL, slow)  # type: ignore[arg-type]
    with pytest.raises(RefusedChange):
        applied(desk.store, METAMODEL, plan, desk.writer)
    assert numbers(desk.store) == ["REK-2026-001"]
    assert keys_twice(desk.store) == []


def test_a_plan_that_others_overtook_with_its_number_is_refused_though_all_else_is_as_it_was(
    desk: Desk,
) -> None:
    _, plan = targeted(desk, "DAA-1")
    _, other = targeted(desk, "DAA-2")
    desk.apply(other)
    with pytest.raises(RefusedChange):
        desk.apply(plan)
    assert numbers(desk.store) == ["TGT-2026-001"]


def test_who_presses_at_the_same_moment_gets_a_number_of_his_own_and_one_proposal_one_answer(
    desk: Desk,
) -> None:
    wanted = [PROPOSAL, PROPOSAL, PROPOSAL, ELSEWHERE, ELSEWHERE, ANOTHER]
    together = threading.Barrier(len(wanted), timeout=60)

    def one(proposal: Proposal) -> str:
        together.wait()
        try:
            return press(desk, lambda: recommended(desk, proposal))
        except AlreadyDecided as known:
            return f"decided: {known.recorded.number}"

    with ThreadPoolExecutor(len(wanted)) as threads:
        told = list(threads.map(one, wanted))
    given = [number for number in told if not number.startswith("decided")]
    assert sorted(given) == numbers(desk.store) == [f"REK-2026-00{n}" for n in (1, 2, 3)]
    assert keys_twice(desk.store) == []
    assert {number.removeprefix("decided: ") for number in told[:3]} <= set(given)


def test_who_edits_the_same_value_at_the_same_moment_is_told_what_another_made_of_it(desk: Desk) -> None:
    key = "dinkes/application/DAA-1"
    plans = [
        planned_set(desk.store, METAMODEL, key, {"function": words}, desk.edit())
        for words in ("kepegawaian", "cuti")
    ]
    desk.apply(plans[0])
    with pytest.raises(RefusedChange):
        desk.apply(plans[1])


def test_a_lease_that_was_just_taken_is_not_taken_for_that_of_dead_work(store: Store) -> None:
    """A thread may ask between the moment the lease is written and the one its holder goes on."""
    refused: list[bool] = []

    class Asked:
        def __getattr__(self, name: str) -> Any:
            return getattr(store, name)

        def write(self, statements: Any, /) -> Any:
            found = store.write(statements)
            if not refused:
                refused.append(False)
                try:
                    with lease(store, "Budi", START):
                        pass
                except StoreFault:
                    refused[0] = True
            return found

    with lease(Asked(), "Sari", START):  # type: ignore[arg-type]
        pass
    assert refused == [True]
