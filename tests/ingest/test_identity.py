"""Which element a row means: by code or name within its scope, and what two rows of one code are."""

from model.kinds import Status
from queries import graph
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, links_of, named, row, rules_of, saying, stated


def test_two_rows_of_one_sheet_with_one_code_and_two_names_are_two_elements(store: Store) -> None:
    desk = Desk(store)
    reading = delivery(
        row(K.APPLICATION, "DAA-1", "SIMRS", at=("a.xlsx", 2)),
        row(K.APPLICATION, "DAA-1", "e-Rekam Medis", at=("a.xlsx", 3)),
    )
    plan = desk.load(reading)
    assert {"dinkes/application/DAA-1", "dinkes/application/DAA-1~erekammedis"} <= named(store).keys()
    finding = next(f for f in plan.findings if f.rule == "duplicate_code")
    assert "(row 2)" in finding.message.en
    assert "give the other a new one" in finding.fix.en
    again = desk.plan(reading)
    assert (again.step.records, again.graph.counts()["elements"]["change"]) == ((), 0)


def test_a_bare_reference_to_a_code_of_two_elements_is_ambiguous(store: Store) -> None:
    desk = Desk(store)
    plan = desk.load(
        delivery(
            row(K.SERVER, "SRV-1", "Server basis data", at=("a.xlsx", 2)),
            row(K.SERVER, "SRV-1", "Server web", at=("a.xlsx", 3)),
            row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, "SRV-1"), at=("b.xlsx", 2)),
            row(K.APPLICATION, "DAA-2", "SIMDA", saying(R.RUNS_ON, "SRV-1 Server web"), at=("b.xlsx", 3)),
        )
    )
    open_ = next(f for f in plan.findings if f.rule == "ambiguous_reference")
    assert set(open_.candidates) == {"dinkes/server/SRV-1", "dinkes/server/SRV-1~serverweb"}
    assert ("DAA-2", "RUNS_ON", "SRV-1") in links_of(store)
    assert ("DAA-1", "RUNS_ON", "SRV-1") not in links_of(store)


def test_across_loads_the_code_wins_and_the_other_name_becomes_an_alias(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(row(K.APPLICATION, "DAA-1", "SIMRS")))
    plan = desk.load(delivery(row(K.APPLICATION, "daa.1", "Sistem Rumah Sakit", at=("b.xlsx", 2))))
    element = next(e for e in named(store).values() if e.kind is K.APPLICATION)
    assert (element.name, element.names) == ("Sistem Rumah Sakit", ("SIMRS",))
    finding = next(f for f in plan.findings if f.rule == "one_code_two_names")
    assert "found under both names" in finding.fix.en


def test_a_code_that_arrives_keeps_the_old_key_as_an_alias(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(row(K.APPLICATION, None, "SIMRS")))
    desk.load(delivery(row(K.APPLICATION, "DAA-1", "SIMRS", at=("b.xlsx", 2))))
    element = next(e for e in named(store).values() if e.kind is K.APPLICATION)
    assert (element.key, element.aliases) == ("dinkes/application/DAA-1", ("dinkes/application/simrs",))


def test_a_code_that_arrives_is_known_to_relations_of_the_same_delivery(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(row(K.APPLICATION, None, "SIMRS"), row(K.SERVER, "SRV-1", "Server")))
    desk.load(
        delivery(
            row(K.APPLICATION, "DAA-1", "SIMRS"),
            relations=[stated("DAA-1", R.RUNS_ON, "SRV-1")],
        )
    )
    assert ("DAA-1", "RUNS_ON", "SRV-1") in links_of(store)


def test_a_row_without_name_leaves_the_known_name(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(row(K.APPLICATION, "DAA-1", "SIMRS")))
    desk.load(delivery(row(K.APPLICATION, "DAA-1", None, at=("b.xlsx", 2), status="planned")))
    element = named(store)["dinkes/application/DAA-1"]
    assert (element.name, element.names, element.status) == ("SIMRS", (), Status.PLANNED)


def test_a_repeated_row_is_one_element_with_what_both_say(store: Store) -> None:
    desk = Desk(store)
    reading = delivery(
        row(K.SERVER, "SRV-1", "Satu", at=("s.xlsx", 2)),
        row(K.SERVER, "SRV-2", "Dua", at=("s.xlsx", 3)),
        row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, "SRV-1"), at=("a.xlsx", 2)),
        row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, "SRV-2"), at=("a.xlsx", 3)),
    )
    assert "repeated_row" in rules_of(desk.load(reading))
    assert {("DAA-1", "RUNS_ON", "SRV-1"), ("DAA-1", "RUNS_ON", "SRV-2")} <= links_of(store)
    assert desk.plan(reading).step.records == ()


def test_a_repeated_row_with_another_value_is_told_with_both_values_and_rows(store: Store) -> None:
    columns = {"rto_hours": "RTO (jam)"}
    rows = [
        row(K.APPLICATION, "DAA-1", "SIMRS", at=("a.xlsx", 2), columns=columns, rto_hours=4, status="active"),
        row(K.APPLICATION, "DAA-1", "SIMRS", at=("a.xlsx", 5), columns=columns, rto_hours=8, status="active"),
    ]
    desk = Desk(store)
    (finding,) = [one for one in desk.load(delivery(*rows)).findings if one.rule.startswith("repeated_row")]
    assert finding.rule == "repeated_row_differs"
    assert "RTO (jam): 4 (baris 2), 8 (baris 5)." in finding.message.id
    assert named(store)["dinkes/application/DAA-1"].properties["rto_hours"] == 8


def test_a_name_of_signs_only_still_makes_a_key(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(row(K.APPLICATION, None, "???")))
    assert "dinkes/application/???" in named(store)


def test_one_code_in_two_scopes_is_two_elements(store: Store) -> None:
    desk = Desk(store)
    desk.load(
        delivery(
            row(K.APPLICATION, "DAA-1", "SIMRS"),
            row(K.APPLICATION, "DAA-1", "e-Surat", agency="Dinas Perhubungan", at=("b.xlsx", 2)),
        )
    )
    assert {"dinkes/application/DAA-1", "dishub/application/DAA-1"} <= named(store).keys()


def test_an_overview_that_gives_another_agency_means_the_agencys_own_element(store: Store) -> None:
    matrix = row(
        K.APPLICATION, "DAA-1", "SIMRS", source="matrix", agency="Dinas Perhubungan", at=("m.xlsx", 2)
    )
    sheet = row(K.APPLICATION, "DAA-1", "SIMRS")
    desk = Desk(store)
    desk.load(delivery(matrix))
    plan = desk.load(delivery(sheet))
    element = next(e for e in named(store).values() if e.kind is K.APPLICATION)
    assert (element.key, element.scope) == ("dinkes/application/DAA-1", "dinkes")
    assert "owner_differs" in rules_of(plan)
    assert len(graph.directory(store).entries) == 3


def test_a_full_key_of_another_kind_is_an_error_with_its_fix(store: Store) -> None:
    plan = Desk(store).plan(delivery(row(K.APPLICATION, None, "SIMRS", key="dinkes/server/SRV-1")))
    finding = next(f for f in plan.findings if f.rule == "bad_key")
    assert "same kind as the kind column" in finding.fix.en
    assert [element.kind for element in plan.graph.added] == [K.ORG_UNIT]
