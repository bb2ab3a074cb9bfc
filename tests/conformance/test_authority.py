"""Two agencies about one element: told where they disagree, and one of them may have the last word."""

from dataclasses import replace

import pytest

from model.kinds import ElementKind, Status
from model.metamodel.spec import Authority
from queries.store.store import Store
from tests.support.deliveries import METAMODEL, Desk, K, R, delivery, links_of, named, row, rules_of, saying

APP = "dinkes/application/DAA-1"


def said_by(agency: str, *servers: str, **values: object) -> object:
    on = [saying(R.RUNS_ON, one) for one in servers]
    at = (f"{agency}.xlsx", 2)
    return row(K.APPLICATION, "DAA-1", "SIMRS", *on, at=at, delivery_agency=agency, **values)  # type: ignore[arg-type]


@pytest.fixture
def desk(store: Store) -> Desk:
    authority = Authority(kind=ElementKind.APPLICATION, sender="bappeda", columns=("rto_hours", "runs_on"))
    found = Desk(store, metamodel=replace(METAMODEL, authorities=(authority,)))
    servers = [row(K.SERVER, f"SRV-{n}", f"Server {n}", at=("s.xlsx", n + 1)) for n in (1, 2)]
    found.load(delivery(*servers))
    return found


def test_what_another_agency_changes_is_told(desk: Desk) -> None:
    desk.load(delivery(said_by("Dinas Kesehatan", description="rumah sakit")))  # type: ignore[arg-type]
    plan = desk.load(delivery(said_by("Dinas Sosial", description="lain")))  # type: ignore[arg-type]
    assert "sources_disagree" in rules_of(plan)
    assert named(desk.store)[APP].properties["description"] == "lain"
    same = desk.load(delivery(said_by("Dinas Sosial", description="lagi")))  # type: ignore[arg-type]
    assert "sources_disagree" not in rules_of(same)


def test_a_reference_that_another_agency_replaces_is_told_to_both(desk: Desk) -> None:
    desk = Desk(desk.store)
    first, second = (said_by(f"Dinas {who}", f"SRV-{n}") for who, n in (("Kesehatan", 1), ("Sosial", 2)))
    desk.load(delivery(first))  # type: ignore[arg-type]
    for one in (second, first):
        plan = desk.load(delivery(one))  # type: ignore[arg-type]
        (finding,) = (f for f in plan.findings if f.rule == "sources_disagree")
        assert "“SRV-2” and “SRV-1” (Dinas Kesehatan.xlsx, Lembar, row 2)" in finding.message.en
    assert ("DAA-1", "RUNS_ON", "SRV-2") in links_of(desk.store)
    spelt = desk.load(delivery(said_by("Dinas Kesehatan", "Server 2")))  # type: ignore[arg-type]
    assert "sources_disagree" not in rules_of(spelt)


def test_the_answerable_agency_has_the_last_word_whoever_comes_later(desk: Desk) -> None:
    desk.load(delivery(said_by("Bappeda", "SRV-1", rto_hours=4, description="rumah sakit")))  # type: ignore[arg-type]
    plan = desk.load(delivery(said_by("Dinas Sosial", "SRV-2", rto_hours=8, description="lain")))  # type: ignore[arg-type]
    kept = named(desk.store)[APP]
    assert (kept.properties["rto_hours"], kept.properties["description"]) == (4, "lain")
    assert [one for one in links_of(desk.store) if one[1] == "RUNS_ON"] == [("DAA-1", "RUNS_ON", "SRV-1")]
    assert "sources_disagree" in rules_of(plan)


def test_its_word_arriving_later_counts_too(desk: Desk) -> None:
    desk.load(delivery(said_by("Dinas Sosial", "SRV-2", rto_hours=8)))  # type: ignore[arg-type]
    desk.load(delivery(said_by("Bappeda", "SRV-1", rto_hours=4)))  # type: ignore[arg-type]
    assert named(desk.store)[APP].properties["rto_hours"] == 4
    assert [one for one in links_of(desk.store) if one[1] == "RUNS_ON"] == [("DAA-1", "RUNS_ON", "SRV-1")]


def test_a_replacing_delivery_withdraws_only_what_its_own_agency_said(desk: Desk) -> None:
    own = row(K.APPLICATION, "DAA-2", "SIHADIR", delivery_agency="Dinas Kesehatan", at=("k.xlsx", 2))
    desk.load(delivery(own))
    other = [
        row(K.APPLICATION, f"DAA-{n}", f"Lain {n}", delivery_agency="Bappeda", at=("b.xlsx", n))
        for n in (3, 4)
    ]
    desk.load(delivery(*other))
    desk.replace(delivery(other[0]), allow_retire=1.0)
    retired = {key for key, element in named(desk.store).items() if element.status is Status.RETIRED}
    assert retired == {"dinkes/application/DAA-4"}
