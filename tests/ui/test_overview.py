"""Counts over the whole estate, names of scopes, and choosing elements."""

from model.kinds import Domain, ElementKind
from model.metamodel.shipped import shipped
from model.text import Language, same
from queries.snapshot.snapshot import compile_snapshot
from tests.support.estate_in_words import estate
from tests.support.graphs import element_table, relation_table
from tests.support.reference_evaluator import Link, Thing
from ui import overview, picking


def test_every_agency_is_counted_by_domain_and_codes_are_not() -> None:
    here = overview.coverage(estate())
    assert here.counts["dinkes", Domain.SERVICE] == 1
    assert here.counts["bersama", Domain.INFRASTRUCTURE] == 4
    assert here.total == 11
    assert "nasional" not in here.scopes


def test_agencies_come_by_name_and_what_nobody_claims_last() -> None:
    here = overview.coverage(estate())
    assert here.scopes == ("bkd", "dinkes", "bersama")
    assert here.names["bkd"].id == "Badan Kepegawaian Daerah"
    assert here.names["bersama"].in_(Language.EN) == "Shared"


def test_scopes_are_listed_by_what_people_call_them() -> None:
    names = {"zzz": same("Badan"), "aaa": same("Dinas")}
    assert overview.by_name({"aaa", "zzz", "camat"}, names, Language.EN) == ["zzz", "camat", "aaa"]


def test_reference_codes_are_called_by_their_titles_and_unknown_ones_not() -> None:
    elements = element_table(
        [Thing("a")],
        kind=["ReferenceCode"],
        scope=["nasional"],
        key=["nasional/referencecode/RAB.03"],
        name=["Industri"],
    )
    found = compile_snapshot(shipped(), elements, relation_table(()), 1)
    assert overview.code_titles(found, ["RAB.03", "RAB.04"]) == {"RAB.03": "Industri"}


def test_what_an_agency_has_not_sent_is_missing() -> None:
    here = overview.coverage(estate())
    assert here.missing(Domain.DATA) == ["bkd"]
    assert here.missing(Domain.APPLICATION) == []


def test_a_government_as_a_whole_is_no_agency_that_left_a_domain_empty() -> None:
    elements = element_table(
        [Thing("a"), Thing("b")],
        kind=["OrgUnit", "OrgUnit"],
        scope=["dinkes", "prov"],
        key=["dinkes/orgunit/dinkes", "prov/orgunit/prov"],
        name=["Dinas Kesehatan", "Pemerintah Provinsi Nusa Rempah"],
    )
    here = overview.coverage(compile_snapshot(shipped(), elements, relation_table([]), 1))
    assert here.missing(Domain.DATA) == ["dinkes"]
    assert here.agencies == ("dinkes",)


def test_a_scope_without_a_head_is_called_as_the_one_agency_that_owns_what_is_in_it() -> None:
    elements = element_table(
        [Thing("u"), Thing("p"), Thing("a")],
        kind=["OrgUnit", "OrgUnit", "Server"],
        scope=["prov", "prov", "d1"],
        key=["prov/orgunit/D1", "prov/orgunit/P", "d1/server/a"],
        name=["Dinas Satu", "Provinsi Uji", "Mesin"],
    )
    owned = relation_table([Link("a", "OWNED_BY", "u")])
    snapshot = compile_snapshot(shipped(), elements, owned, 1)
    assert overview.scope_names(snapshot)["d1"].id == "Dinas Satu"
    assert overview.government(snapshot) == "Provinsi Uji"
    assert overview.coverage(snapshot).agencies == ("d1", "prov")  # of the province are units, it is no head


def test_flows_lead_from_people_to_machines_only() -> None:
    flows = overview.flows(estate())
    assert flows[Domain.APPLICATION, Domain.INFRASTRUCTURE] == 3
    assert flows[Domain.SERVICE, Domain.APPLICATION] == 1
    assert (Domain.INFRASTRUCTURE, Domain.INFRASTRUCTURE) not in flows


def test_every_key_is_found_and_no_other() -> None:
    snapshot = estate()
    assert [snapshot.with_key(key) for key in snapshot.keys] == list(range(len(snapshot)))
    for key in ("", "zzz", "bkd/application/DAA-2"):
        assert snapshot.with_key(key) is None


def test_chosen_elements_stay_in_the_list_whatever_its_kinds() -> None:
    offer = picking.offered(estate(), [ElementKind.SERVICE], ["bersama/server/VM-1", "gone/server/X"])
    assert offer.keys == ["bersama/server/VM-1", "dinkes/service/DAL-1"]
    assert offer.left_out == 0


def test_an_element_is_called_by_name_kind_agency_and_code() -> None:
    shown = picking.shown(estate(), "dinkes/application/DAA-1", Language.ID)
    assert shown == "SIMRS · Application · Dinas Kesehatan · DAA-1"


def test_only_kinds_that_something_depends_on_can_be_lost() -> None:
    assert ElementKind.SERVER in estate().metamodel.losable


def test_things_that_break_stand_in_a_place_or_are_one() -> None:
    machines = estate().metamodel.machines
    assert {ElementKind.SERVER, ElementKind.COMPUTING_FACILITY} <= machines
    assert not machines & {ElementKind.PLATFORM_SOFTWARE, ElementKind.APPLICATION, ElementKind.SERVICE}


def test_what_is_retired_is_counted_apart() -> None:
    elements = element_table([Thing("a"), Thing("b", status="retired")])
    here = overview.coverage(compile_snapshot(shipped(), elements, relation_table([]), 1))
    assert (here.total, here.retired) == (1, 1)
