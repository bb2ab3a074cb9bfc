"""The graph is a function of what was delivered: not of its order, and not of how often."""

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.draft import Draft, RelationDraft
from ingest.edit import editing
from queries.findings import open_findings
from queries.loads.plan import Plan
from queries.loads.undo import planned_undo
from queries.store.store import Store
from tests.support.deliveries import (
    Desk,
    K,
    R,
    delivery,
    emptied,
    exactly,
    links_of,
    named,
    owner,
    parts,
    row,
    rules_of,
    saying,
    stated,
    up_to_uids,
)

ROWS = (
    row(K.ORG_UNIT, "OPD-01", "Dinas Kesehatan Provinsi", agency=None, at=("opd.xlsx", 2)),
    row(K.ORG_UNIT, None, "Dinas Perhubungan", agency="Dinas Perhubungan", at=("opd.xlsx", 3)),
    row(K.APPLICATION, "DAA-1", "SIMRS", owner("Dinas Kesehatan"), saying(R.RUNS_ON, "SRV-1")),
    row(K.APPLICATION, None, "SIMRS", saying(R.RUNS_ON, "Server basis data"), at=("b.xlsx", 2)),
    row(K.APPLICATION, "DAA-2", "e-Surat", owner("Dinkes"), saying(R.RUNS_ON, "SRV-9"), at=("b.xlsx", 3)),
    row(K.APPLICATION, "DAA-1", "e-Trayek", saying(R.RUNS_ON, "srv.2"), agency="Dishub", at=("c.xlsx", 2)),
    row(K.SERVER, "SRV-1", "Server basis data", at=("s.xlsx", 2), rto_hours=4),
    row(K.SERVER, "SRV-2", "Server web", agency="Dishub", at=("s.xlsx", 3)),
    row(K.SERVER, "SRV-9", "Server lama", agency="Dishub", at=("s.xlsx", 4)),
    row(K.SERVER, "SRV-9", "Server arsip", agency="Dinas Sosial", at=("s.xlsx", 5)),
    row(K.DATA_OBJECT, "DAD-1", "Pasien", saying(R.STORED_ON, "SRV-1 Server basis data"), at=("d.xlsx", 2)),
    row(K.DATA_OBJECT, "DAD-2", "Trayek", saying(R.STORED_ON, "tidak tercatat"), at=("d.xlsx", 3)),
)


@pytest.mark.whole
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(order=st.permutations(ROWS), cuts=st.lists(st.integers(1, len(ROWS) - 1), max_size=4))
def test_the_graph_does_not_depend_on_the_order_of_deliveries(
    store: Store, order: list[Draft], cuts: list[int]
) -> None:
    Desk(emptied(store)).load(delivery(*ROWS))
    at_once = up_to_uids(store)
    desk = Desk(emptied(store))
    for part in parts(order, cuts):
        desk.load(delivery(*part))
    assert up_to_uids(store) == at_once


def test_a_load_is_of_an_agency_where_all_its_rows_are(store: Store) -> None:
    named_in_cells = row(K.APPLICATION, "A-1", "e-Surat", agency="Dinas Pariwisata", at=("one.xlsx", 2))
    by_title = row(K.APPLICATION, "A-2", "SIMBADA", agency=None, delivery_agency="BPKAD", at=("two.xlsx", 2))
    untold = row(K.APPLICATION, "A-3", "e-Arsip", agency=None, at=("three.xlsx", 2))
    of = [
        Desk(store).plan(delivery(*rows)).step.load.scope
        for rows in ((named_in_cells, by_title), (named_in_cells, untold), (by_title,), (by_title, untold))
    ]
    assert of == [None, "dispar", "bpkad", None]


def test_a_delivery_loaded_again_only_confirms(store: Store) -> None:
    desk = Desk(store)
    reading = delivery(*ROWS, relations=[stated("DAA-1", R.CALLS, "DAA-2", group="x")])
    desk.load(reading)
    before = exactly(store)
    plan = desk.plan(reading)
    assert plan.step.records == ()
    assert len(plan.step.confirmed) >= len(ROWS)
    counts = plan.graph.counts()
    assert [counts[part][act] for part in counts for act in ("add", "change", "retire")] == [0] * 6
    assert counts["elements"]["unchanged"] == len(exactly(store)["elements"])
    assert counts["relations"]["unchanged"] == len(before["relations"])
    desk.apply(plan)
    assert exactly(store) == before


def test_what_was_applied_leaves_nothing_to_do_in_whatever_order_the_rows_come(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*ROWS))
    shuffled = random.Random(7).sample(ROWS, len(ROWS))
    assert desk.plan(delivery(*shuffled)).step.records == ()


def relations() -> list[RelationDraft]:
    return [
        stated("DAA-1", R.RUNS_ON, "SRV-1", at=("relations.csv", 2), group="a"),
        stated("DAA-1", R.RUNS_ON, "SRV-1", at=("relations.csv", 3), group="b"),
        stated("DAA-1", R.RUNS_ON, "SRV-1", at=("relations.csv", 4), environment="dev"),
    ]


def test_parallel_rows_of_one_delivery_are_separate_relations_told_apart_by_their_order(store: Store) -> None:
    desk = Desk(store)
    rows = (row(K.APPLICATION, "DAA-1", "SIMRS"), row(K.SERVER, "SRV-1", "Server"))
    reading = delivery(*rows, relations=relations())
    desk.load(reading)
    found = sorted(exactly(store)["relations"].values(), key=lambda r: str(r.properties))
    assert [(r.order, dict(r.properties)) for r in found] == [
        (0, {"environment": "dev"}),
        (0, {"group": "a"}),
        (1, {"group": "b"}),
    ]
    assert desk.plan(reading).step.records == ()


def test_the_rows_of_one_source_and_type_replace_what_they_said_before_as_a_set(store: Store) -> None:
    desk = Desk(store)
    rows = (
        row(K.APPLICATION, "DAA-1", "SIMRS"),
        row(K.SERVER, "SRV-1", "Satu"),
        row(K.SERVER, "SRV-2", "Dua"),
    )
    desk.load(
        delivery(
            *rows,
            relations=[
                stated("DAA-1", R.RUNS_ON, "SRV-1"),
                stated("DAA-1", R.RUNS_ON, "SRV-2", at=("relations.csv", 3)),
                stated("DAA-1", R.CALLS, "SRV-2", at=("relations.csv", 4)),
            ],
        )
    )
    desk.load(delivery(relations=[stated("DAA-1", R.RUNS_ON, "SRV-2")]))
    assert links_of(store) == {("DAA-1", "RUNS_ON", "SRV-2"), ("DAA-1", "CALLS", "SRV-2")} | {
        link for link in links_of(store) if link[1] == "OWNED_BY"
    }


def application(*sayings: Any, **given: Any) -> Draft:
    return row(K.APPLICATION, "DAA-1", "SIMRS", *sayings, **given)


SERVERS = (row(K.SERVER, "SRV-1", "Satu", at=("s.xlsx", 2)), row(K.SERVER, "SRV-2", "Dua", at=("s.xlsx", 3)))


def test_a_cell_replaces_a_blank_leaves_and_an_explicit_mark_clears(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*SERVERS, application(saying(R.RUNS_ON, "SRV-1"), rto_hours=4)))
    desk.load(delivery(application()))
    assert ("DAA-1", "RUNS_ON", "SRV-1") in links_of(store)
    assert named(store)["dinkes/application/DAA-1"].properties["rto_hours"] == 4
    desk.load(delivery(application(saying(R.RUNS_ON, "SRV-2"), rto_hours=8)))
    assert {link for link in links_of(store) if link[1] == "RUNS_ON"} == {("DAA-1", "RUNS_ON", "SRV-2")}
    desk.load(delivery(application(cleared=("rto_hours",), emptied=("runs_on",))))
    assert not any(link[1] == "RUNS_ON" for link in links_of(store))
    assert "rto_hours" not in named(store)["dinkes/application/DAA-1"].properties


def test_an_old_row_that_comes_back_counts_again(store: Store) -> None:
    desk = Desk(store)
    for hours in (4, 8, 4):
        desk.load(delivery(application(rto_hours=hours)))
    assert named(store)["dinkes/application/DAA-1"].properties["rto_hours"] == 4


def test_two_sources_that_disagree_are_told_with_both_values(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(application(rto_hours=4)))
    plan = desk.load(delivery(application(source="csv", rto_hours=8, at=("elements.csv", 2))))
    finding = next(f for f in plan.findings if f.rule == "sources_disagree")
    assert "“8” and “4” (a.xlsx, Lembar, row 2)" in finding.message.en
    spec = desk.metamodel.property_(K.APPLICATION, "rto_hours")
    assert spec is not None
    assert f"untuk “{spec.label.id}”" in finding.message.id
    assert "agree at their source" in finding.fix.en


def test_a_disagreement_stays_told_when_the_same_file_comes_again(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(application(rto_hours=4)))
    other = delivery(application(source="csv", rto_hours=8, at=("elements.csv", 2)))
    desk.load(other)
    assert "sources_disagree" in rules_of(desk.load(other))
    assert "sources_disagree" in {one.finding.rule for one in open_findings(store)}


def test_a_value_set_by_hand_that_a_file_replaces_is_told_with_who_set_it(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(application(rto_hours=4)))
    key = "dinkes/application/DAA-1"
    desk.apply(editing.planned_set(store, desk.metamodel, key, {"rto_hours": "6"}, desk.edit()))
    plan = desk.load(delivery(application(rto_hours=8)))
    finding = next(f for f in plan.findings if f.rule == "sources_disagree")
    assert "changed by hand to “6” by penguji on 24 Nov 2026" in finding.message.en


def test_a_file_that_changes_nothing_is_not_said_to_replace_what_was_set_by_hand(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(application(rto_hours=4)))
    key = "dinkes/application/DAA-1"
    desk.apply(editing.planned_set(store, desk.metamodel, key, {"rto_hours": "6"}, desk.edit()))
    replacing = desk.load(delivery(application(rto_hours=8)))
    plan = desk.plan(delivery(application(rto_hours=8)))
    first, again = (
        next(one for one in told.findings if one.rule == "sources_disagree") for told in (replacing, plan)
    )
    assert ("replaces it with" in first.message.en, "replaces it with" in again.message.en) == (True, False)
    assert "since then files say “8”" in again.message.en


def disagreeing(store: Store) -> list[str | None]:
    found = open_findings(store)
    return [one.finding.value for one in found if one.finding.rule == "sources_disagree"]


@pytest.mark.parametrize("ending", [{"rto_hours": 2}, {"rto_hours": 8}])
def test_a_disagreement_that_is_over_closes_whichever_file_ends_it(store: Store, ending: Any) -> None:
    desk = Desk(store)
    desk.load(delivery(application(rto_hours=4)))
    desk.load(delivery(application(source="csv", rto_hours=8, at=("elements.csv", 2))))
    last = desk.load(delivery(application(**ending)))
    assert disagreeing(store) == (["2"] if ending["rto_hours"] == 2 else [])
    desk.apply(planned_undo(store, desk.metamodel, last.step.load))
    assert disagreeing(store) == ["8"]


def test_what_other_agencies_say_is_not_counted_as_unchanged(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(*SERVERS, application(saying(R.RUNS_ON, "SRV-1"))))
    social = "Dinas Sosial"
    other = row(K.SERVER, "SRV-1", "Lain", owner(social), agency=social, at=("z.xlsx", 2))
    plan = desk.load(delivery(other))
    assert plan.graph.counts()["relations"]["unchanged"] == 0
    again = desk.load(delivery(other)).graph.counts()["relations"]
    assert again["unchanged"] == plan.graph.counts()["relations"]["add"] > 0


def test_a_reference_that_another_agency_answers_later_is_told_as_found_elsewhere(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(application(saying(R.RUNS_ON, "SRV-7"))))
    server = row(K.SERVER, "SRV-7", "Server", agency="Dinas Kominfo", at=("s.xlsx", 2))
    assert "reference_elsewhere" in rules_of(desk.load(delivery(server)))
    assert "reference_elsewhere" in {one.finding.rule for one in open_findings(store)}


def test_a_cleared_value_of_one_source_does_not_disagree_with_another(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(application(cleared=("rto_hours",))))
    plan = desk.load(delivery(application(source="csv", rto_hours=8, at=("elements.csv", 2))))
    assert "sources_disagree" not in rules_of(plan)


def test_a_relation_row_waits_at_its_target_until_its_source_is_delivered(store: Store) -> None:
    desk = Desk(store)
    plan = desk.load(
        delivery(
            *SERVERS,
            relations=[stated("DAA-1", R.RUNS_ON, "SRV-1")],
        ),
        scope="Dinkes",
    )
    assert "dangling_reference" in rules_of(plan)
    desk.load(delivery(application()))
    assert ("DAA-1", "RUNS_ON", "SRV-1") in links_of(store)
    assert exactly(store)["open"] == {}


def test_a_relation_with_neither_end_is_an_error_with_its_fix(store: Store) -> None:
    plan = Desk(store).plan(delivery(relations=[stated("X-1", R.RUNS_ON, "Y-1")]), scope="Dinkes")
    finding = next(f for f in plan.findings if f.rule == "relation_without_ends")
    assert "Load the element at one of its ends first" in finding.fix.en


def test_an_element_that_makes_a_link_ambiguous_is_told_of(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(application(saying(R.RUNS_ON, "SRV-7")), row(K.SERVER, "SRV-7", "A", agency="Dishub")))
    assert ("DAA-1", "RUNS_ON", "SRV-7") in links_of(store)
    plan = desk.load(delivery(row(K.SERVER, "SRV-7", "B", agency="Dinas Sosial", at=("z.xlsx", 2))))
    assert "ambiguous_reference" in rules_of(plan)
    assert ("DAA-1", "RUNS_ON", "SRV-7") not in links_of(store)


def test_an_agency_that_is_like_another_stays_doubted_when_its_file_comes_again(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(row(K.APPLICATION, "DAA-1", "SIMRS", agency="Dinas Kesehatan")))
    new = delivery(row(K.APPLICATION, "DAA-2", "SIMPUS", agency="Dinas Kesehatn", at=("b.xlsx", 2)))
    for _ in range(2):
        assert "new_agency_like_another" in rules_of(desk.load(new))
    assert "new_agency_like_another" in {one.finding.rule for one in open_findings(store)}


def test_a_sender_that_calls_itself_otherwise_is_told_as_whom_it_is_read(store: Store) -> None:
    desk = Desk(store)

    def sent(title: str) -> Plan:
        app = row(K.APPLICATION, "DAA-1", "Pasar", agency=None, delivery_agency=title)
        return desk.load(delivery(app))

    sent("Dinas Perindustrian dan Perdagangan")
    for same in (
        "DINAS PERINDUSTRIAN DAN PERDAGANGAN PROVINSI",
        "Disperindag",
        "disperindag/orgunit/disperindag",
    ):
        assert "agency_read_as" not in rules_of(sent(same))
    plan = sent("Dinas Perindustrian, Perdagangan, Koperasi dan UKM")
    assert "agency_read_as" in rules_of(plan)
    assert all(change.cells() for change in plan.graph.changed)
