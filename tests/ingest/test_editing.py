"""Edits by hand: each is one record, checked against the metamodel before anything is written."""

from dataclasses import replace

import pytest

from ingest.edit import editing
from ingest.edit.editing import planned_relation, planned_removal, planned_retirement, planned_set
from model.faults import AmbiguousElement, RefusedChange, UnknownElement
from model.kinds import Status
from model.metamodel.shipped import shipped
from model.record import Act, Mode
from queries import records
from queries.history import history
from queries.lineage import lineage
from queries.store.store import Statement, Store
from tests.support.deliveries import (
    Desk,
    K,
    R,
    delivery,
    exactly,
    links_of,
    named,
    owner,
    row,
    saying,
    stated,
)

APP = "dinkes/application/DAA-1"
ONE, TWO = "dinkes/server/SRV-1", "dinkes/server/SRV-2"


@pytest.fixture
def desk(store: Store) -> Desk:
    found = Desk(store)
    found.load(
        delivery(
            row(K.APPLICATION, "DAA-1", "SIMRS", owner("Dinas Kesehatan"), saying(R.RUNS_ON, "SRV-1")),
            row(K.SERVER, "SRV-1", "Satu", at=("s.xlsx", 2)),
            row(K.SERVER, "SRV-2", "Dua", at=("s.xlsx", 3)),
            row(K.SERVER, "SRV-2", "Dua juga", agency="Dishub", at=("s.xlsx", 4)),
        )
    )
    return found


def test_values_are_set_with_their_types_and_answered_with_record_load_and_keys(desk: Desk) -> None:
    given = {"rto_hours": "4,5", "Kekritisan": "tinggi", "valid_to": "2027-01-31", "name": "SIMRS Baru"}
    plan = desk.apply(planned_set(desk.store, desk.metamodel, "daa-1", given, desk.edit()))
    element = named(desk.store)[APP]
    assert dict(element.properties) == {
        "code": "DAA-1",
        "rto_hours": 4.5,
        "criticality": "high",
        "valid_to": "2027-01-31",
    }
    assert (element.name, element.names) == ("SIMRS Baru", ("SIMRS",))
    record = plan.step.records[0]
    assert editing.answer(plan) == {"record": record.id, "load": plan.step.load.id, "changed": [APP]}
    assert (record.act, record.source, plan.step.load.mode) == (Act.SAY, "manual", Mode.EDIT)
    assert records.loads(desk.store)[-1].elements == 1


@pytest.mark.parametrize(
    ("given", "fix"),
    [
        ({"kritikalitas_x": "1"}, "criticality"),
        ({"rto": "1"}, "rto_hours"),
        ({"criticality": "sangat"}, "very_high, high, medium, low"),
        ({"rto_hours": "lama"}, "for example 12.5"),
        ({"availability": "101"}, "for example 99.9"),
        ({"availability": "tinggi"}, "for example 99.9"),
        ({"valid_to": "31 Desember"}, "for example 2026-12-31"),
        ({"name": ""}, "a new value"),
        ({"rto_hours": "-1"}, "zero or more"),
        ({"key": "x"}, "its properties: "),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(desk: Desk, given: dict[str, str], fix: str) -> None:
    before = exactly(desk.store)
    with pytest.raises(RefusedChange) as refused:
        planned_set(desk.store, desk.metamodel, APP, given, desk.edit())
    assert fix in refused.value.fix.en
    assert "=" not in refused.value.fix.en  # a form shows it too
    assert exactly(desk.store) == before


def test_an_empty_value_clears_a_property(desk: Desk) -> None:
    desk.apply(planned_set(desk.store, desk.metamodel, APP, {"rto_hours": "4"}, desk.edit()))
    desk.apply(planned_set(desk.store, desk.metamodel, APP, {"rto_hours": " "}, desk.edit()))
    assert "rto_hours" not in named(desk.store)[APP].properties


def test_an_unknown_and_an_ambiguous_key_are_refused_with_what_to_do(desk: Desk) -> None:
    with pytest.raises(UnknownElement) as unknown:
        planned_retirement(desk.store, desk.metamodel, "SRV-77", desk.edit())
    assert "simpul find" in unknown.value.fix.en
    with pytest.raises(AmbiguousElement) as ambiguous:
        planned_retirement(desk.store, desk.metamodel, "SRV-2", desk.edit())
    assert "dinkes/server/SRV-2" in ambiguous.value.fix.en
    assert "dishub/server/SRV-2" in ambiguous.value.fix.en


def test_a_reference_column_set_by_hand_replaces_what_the_file_said(desk: Desk) -> None:
    reading = delivery(
        row(K.APPLICATION, "DAA-1", "SIMRS", owner("Dinas Kesehatan"), saying(R.RUNS_ON, "SRV-1"))
    )
    desk.apply(planned_set(desk.store, desk.metamodel, APP, {"owner": "Dinas Perhubungan"}, desk.edit()))
    owned = {link for link in links_of(desk.store) if link[1] == "OWNED_BY"}
    assert owned == {("DAA-1", "OWNED_BY", "dishub/orgunit/dishub")}
    desk.load(reading)
    assert {link for link in links_of(desk.store) if link[1] == "OWNED_BY"} == owned
    desk.apply(planned_set(desk.store, desk.metamodel, APP, {"owner": ""}, desk.edit()))
    assert not {link for link in links_of(desk.store) if link[1] == "OWNED_BY"}


def test_a_relation_is_added_changed_and_cleared_without_touching_others(desk: Desk) -> None:
    ends = (APP, "runs_on", "dinkes/server/SRV-2")
    desk.apply(
        planned_relation(desk.store, desk.metamodel, ends, {"group": "web", "need": "60 %"}, desk.edit())
    )
    ends_of_file = (APP, "RUNS_ON", "SRV-1")
    desk.apply(planned_relation(desk.store, desk.metamodel, ends_of_file, {"group": "web"}, desk.edit()))
    assert runs_on(desk) == [("SRV-1", {"group": "web"}), ("SRV-2", {"group": "web", "need": "60%"})]
    desk.apply(planned_relation(desk.store, desk.metamodel, ends_of_file, {"group": ""}, desk.edit()))
    assert runs_on(desk) == [("SRV-1", {}), ("SRV-2", {"group": "web", "need": "60%"})]


@pytest.mark.parametrize("first", ["unrelate", "relate"])
def test_a_relation_beside_one_taken_away_is_stated_anew_and_not_twice(desk: Desk, first: str) -> None:
    rows = [stated(APP, R.RUNS_ON, "SRV-1", group="web", need="2"), stated(APP, R.RUNS_ON, TWO, group="web")]
    desk.load(delivery(relations=rows))
    given = {"group": "hosts", "need": "any"}

    def relate() -> None:
        desk.apply(planned_relation(desk.store, desk.metamodel, (APP, "RUNS_ON", ONE), given, desk.edit()))

    def unrelate() -> None:
        desk.apply(planned_removal(desk.store, desk.metamodel, (APP, "RUNS_ON", TWO), desk.edit()))

    for act in (unrelate, relate) if first == "unrelate" else (relate, unrelate):
        act()
    assert runs_on(desk) == [("SRV-1", given)]


def test_a_relation_of_a_column_set_by_hand_is_stated_anew_and_not_twice(desk: Desk) -> None:
    desk.apply(planned_set(desk.store, desk.metamodel, APP, {"owner": "Dinas Kesehatan"}, desk.edit()))
    ends, since = (APP, "OWNED_BY", "dinkes/orgunit/dinkes"), {"valid_from": "2026-01-01"}
    desk.apply(planned_relation(desk.store, desk.metamodel, ends, since, desk.edit()))
    relations = exactly(desk.store)["relations"].values()
    assert [dict(one.properties) for one in relations if one.relation is R.OWNED_BY] == [since]


def runs_on(desk: Desk) -> list[tuple[str, dict[str, object]]]:
    state = exactly(desk.store)
    found = [r for r in state["relations"].values() if r.relation is R.RUNS_ON]
    return sorted((state["elements"][r.target].code, dict(r.properties)) for r in found)


@pytest.mark.parametrize(
    ("relation", "given", "fix"),
    [
        ("RUNS_OM", {}, "RUNS_ON"),
        ("RUNS_ON", {"grup": "x"}, "group"),
        ("RUNS_ON", {"need": "sebagian"}, "60%"),
        ("RUNS_ON", {"effect": "besar"}, "down, degraded, none"),
    ],
)
def test_a_relation_that_does_not_fit_is_refused(
    desk: Desk, relation: str, given: dict[str, str], fix: str
) -> None:
    ends = (APP, relation, "SRV-1")
    with pytest.raises(RefusedChange) as refused:
        planned_relation(desk.store, desk.metamodel, ends, given, desk.edit())
    assert fix in refused.value.fix.en


def test_a_retired_element_stays_and_can_be_brought_back(desk: Desk) -> None:
    desk.apply(planned_retirement(desk.store, desk.metamodel, "SRV-1", desk.edit()))
    gone = named(desk.store)["dinkes/server/SRV-1"]
    assert (gone.status, gone.properties["valid_to"]) == (Status.RETIRED, "2026-11-23")
    with pytest.raises(RefusedChange) as refused:
        planned_retirement(desk.store, desk.metamodel, "SRV-1", desk.edit())
    assert "status=active valid_to=" in refused.value.fix.en
    given = {"status": "active", "valid_to": ""}
    desk.apply(planned_set(desk.store, desk.metamodel, "SRV-1", given, desk.edit()))
    assert named(desk.store)["dinkes/server/SRV-1"].status is Status.ACTIVE


def test_a_national_code_is_not_edited_but_may_be_referred_to(desk: Desk) -> None:
    code = {
        "uid": "ref-RAB.01", "key": "nasional/referencecode/RAB.01", "kind": "ReferenceCode",
        "name": "Kode", "scope": "nasional", "code": "RAB.01", "status": "active", "search": "kode",
        "reference_set": "RAB 1", "level": 1, "revision": 0,
    }  # fmt: skip
    desk.store.write([Statement("CREATE (c:Element:ReferenceCode) SET c = $code", {"code": code})])
    with pytest.raises(RefusedChange) as refused:
        planned_set(desk.store, desk.metamodel, "RAB.01", {"name": "x"}, desk.edit())
    assert "a local code below it" in refused.value.fix.en
    desk.load(delivery(row(K.SERVICE, "DAL-1", "Rawat", saying(R.CLASSIFIED_AS, "RAB.01"), at=("l.xlsx", 2))))
    assert ("DAL-1", "CLASSIFIED_AS", "RAB.01") in links_of(desk.store)
    desk.load(delivery(relations=[]), scope="Dinkes")
    assert "nasional/referencecode/RAB.01" in named(desk.store)


def test_a_relation_the_metamodel_forbids_is_refused_with_what_is_allowed(desk: Desk) -> None:
    with pytest.raises(RefusedChange) as refused:
        planned_relation(desk.store, shipped(), ("SRV-1", "RUNS_ON", APP), {}, desk.edit())
    assert "exchange the two ends" in refused.value.fix.en
    with pytest.raises(RefusedChange) as refused:
        planned_relation(desk.store, shipped(), (APP, "LOCATED_IN", "SRV-1"), {}, desk.edit())
    assert "RUNS_ON" in refused.value.fix.en


def test_an_unknown_relation_is_refused_with_those_between_the_two(desk: Desk) -> None:
    with pytest.raises(RefusedChange) as refused:
        planned_relation(desk.store, shipped(), (APP, "LARI", "dinkes/server/SRV-1"), {}, desk.edit())
    assert "RUNS_ON" in refused.value.fix.en
    assert "CARRIES" not in refused.value.fix.en


def test_comments_are_records_that_stay_in_history_with_the_newest_on_the_element(desk: Desk) -> None:
    for text in ("Pindah server tahun depan", "SK-nya menunggu tanda tangan"):
        desk.apply(planned_set(desk.store, desk.metamodel, APP, {"comment": text}, desk.edit()))
    element = named(desk.store)[APP]
    assert element.properties["comment"] == "SK-nya menunggu tanda tangan"
    said = [change.after for change in history(desk.store, element.uid) if change.property == "comment"]
    assert said == ["Pindah server tahun depan", "SK-nya menunggu tanda tangan"]
    told = lineage(desk.store, desk.metamodel, element, ("comment",))
    assert [(one.value, one.counts) for one in told] == [
        ("SK-nya menunggu tanda tangan", True),
        ("Pindah server tahun depan", False),
    ]


def test_lineage_names_the_cell_that_holds_what_a_blank_one_takes(desk: Desk) -> None:
    taken = replace(saying(R.RUNS_ON, "SRV-1"), above=3)
    desk.load(delivery(row(K.APPLICATION, "DAA-2", "Kas", taken, at=("b.xlsx", 7))))
    (told,) = lineage(desk.store, desk.metamodel, named(desk.store)["dinkes/application/DAA-2"], ("runs_on",))
    assert (told.place.file, told.place.row) == ("b.xlsx", 4)
