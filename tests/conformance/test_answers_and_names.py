"""What a person said that a text means stands, also where an element of that very name comes later."""

import pytest

from model.kinds import ElementKind
from queries.findings import open_findings
from queries.settling import accept, answer
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, links_of, row, rules_of, saying

TEXT = "Server Ruang Rapat"


@pytest.fixture
def desk(store: Store) -> Desk:
    """Someone who answered that a text means another server."""
    found = Desk(store)
    servers = [row(K.SERVER, f"SRV-{n}", name, at=("s.xlsx", n)) for n, name in enumerate(("Satu", "Dua"), 1)]
    found.load(delivery(*servers, row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, TEXT))))
    (asked,) = (one for one in open_findings(store) if one.finding.value == TEXT)
    answer(store, found.metamodel, asked, "SRV-1", found.writer)
    return found


@pytest.mark.parametrize("again", [True, False])
def test_an_element_of_the_very_name_of_an_answered_text_is_told(desk: Desk, again: bool) -> None:
    app = [row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, TEXT))] if again else []
    plan = desk.load(delivery(row(ElementKind.SERVER, "SRV-9", TEXT, at=("s2.xlsx", 9)), *app))
    (finding,) = (one for one in plan.findings if one.rule == "answer_or_name")
    assert "dijawab berarti Satu (dinkes/server/SRV-1)" in finding.message.id
    assert "dinkes/server/SRV-9" in finding.message.id
    assert ("DAA-1", "RUNS_ON", "SRV-1") in links_of(desk.store)
    (kept,) = (one for one in open_findings(desk.store) if one.finding.rule == "answer_or_name")
    accept(desk.store, desk.metamodel, [kept], "memang begitu", desk.writer)
    sent = delivery(row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, TEXT)))
    assert "answer_or_name" not in rules_of(desk.load(sent))


def test_an_answer_without_a_namesake_is_not_told_again(desk: Desk) -> None:
    sent = delivery(row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, TEXT)))
    assert "answer_or_name" not in rules_of(desk.plan(sent))
