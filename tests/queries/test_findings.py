"""Findings live with their loads: open until a later load no longer raises them, or answers them."""

from typing import Any

from ingest import reading_rules
from model.faults import Place
from queries.findings import finding_id, findings_of, open_findings
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, named, row, saying


def app(text: str, **given: Any) -> Any:
    return row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, text), **given)


def rules(store: Store) -> list[str]:
    return [f.finding.rule for f in open_findings(store)]


def test_a_finding_is_kept_with_its_load_place_and_element(store: Store) -> None:
    desk = Desk(store)
    plan = desk.load(delivery(app("SRV-1")))
    kept = next(f for f in open_findings(store) if f.finding.rule == "dangling_reference")
    told = next(f for f in plan.findings if f.rule == "dangling_reference")
    assert (kept.finding, kept.load, kept.element) == (told, plan.step.load.id, "dinkes/application/DAA-1")
    assert kept.id == finding_id(told)
    uid = named(store)["dinkes/application/DAA-1"].uid
    assert [f.id for f in findings_of(store, uid)] == [kept.id]


def test_a_finding_raised_again_is_still_one(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-1")))
    desk.load(delivery(app("SRV-1")))
    assert rules(store).count("dangling_reference") == 1


def test_a_finding_is_closed_when_its_file_no_longer_raises_it(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-1"), row(K.SERVER, "SRV-2", "Dua", at=("s.xlsx", 2))))
    desk.load(delivery(app("SRV-2")))
    assert "dangling_reference" not in rules(store)


def test_a_file_of_the_same_name_from_another_agency_closes_nothing(store: Store) -> None:
    desk = Desk(store)
    told = reading_rules.ROW_WITHOUT_NAME.at(Place(file="Aplikasi.xlsx", row=9), value="x")
    health, social = (
        row(K.SERVER, f"S-{n}", f"Server {n}", agency=None, at=("Aplikasi.xlsx", 2)) for n in (1, 2)
    )
    desk.load(delivery(health, findings=[told]), scope="Dinas Kesehatan")
    desk.load(delivery(social), scope="Dinas Sosial")
    assert "row_without_name" in rules(store)
    desk.load(delivery(health), scope="Dinas Kesehatan")
    assert "row_without_name" not in rules(store)


def test_another_file_leaves_a_finding_open_unless_it_answers_it(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-1")))
    desk.load(delivery(row(K.SERVER, "SRV-2", "Dua", at=("s.xlsx", 2))))
    assert "dangling_reference" in rules(store) or "near_reference" in rules(store)
    desk.load(delivery(row(K.SERVER, "SRV-1", "Satu", at=("t.xlsx", 2))))
    assert not {"dangling_reference", "near_reference"} & set(rules(store))


def test_findings_can_be_asked_of_one_scope(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(app("SRV-1")))
    assert open_findings(store, "dishub") == []
    assert len(open_findings(store, "dinkes")) == len(open_findings(store))
