"""A decision on a proposal, and what becomes of a group, are one load each: numbered, shown, undone."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from ingest.clearance import (
    RECOMMENDATION,
    Decided,
    next_number,
    planned_rationalisation,
    planned_recommendation,
)
from ingest.edit.editing import planned_set
from model.element import Element
from model.faults import RefusedChange, UnknownElement
from model.kinds import Status
from model.metamodel.shipped import shipped
from queries import records
from queries.loads.plan import Plan, Step
from queries.loads.planning import planned
from queries.redundancy.groups.disposing import Disposition, Wishes, dispositions
from queries.redundancy.groups.facts import Facts
from queries.redundancy.groups.plans import recorded_plans
from queries.redundancy.groups.rationalise import advised
from queries.redundancy.proposals.advising import suggested
from queries.redundancy.proposals.clearance import Clearance, Decision, Examiner, Proposal, Recommendation
from queries.redundancy.proposals.recommendations import planned_for, recommendations
from queries.store.store import Store
from tests.support.alike import application, compared, lexicon, province
from tests.support.deliveries import Desk, K, delivery, links_of, named, owner, row

METAMODEL = shipped()
EXAMINER = Examiner(compared(*province()), lexicon())
PROPOSAL = Proposal(
    name="SIMPEG Baru",
    abbreviation="SIMBAR",
    agency="Dinas Kesehatan",
    scope="dinkes",
    function="mengelola data induk pegawai",
    services=("Layanan Cuti",),
    data=("Riwayat pegawai",),
)
ON = date(2026, 11, 28)
INTEGRATE = Decided(
    decision=Decision.INTEGRATE,
    reasons="SI-ASN mencakupnya.",
    on=ON,
    by="Kepala Diskominfo",
    of=("dinkes/application/DAA-1",),
)


def uid() -> str:
    return uuid.uuid4().hex


@pytest.fixture
def desk(store: Store) -> Desk:
    found = Desk(store, METAMODEL)
    found.load(
        delivery(
            row(K.APPLICATION, "DAA-1", "SIMPEG", owner("Dinas Kesehatan")),
            row(K.APPLICATION, "DAA-2", "Data Pegawai", owner("Dinas Kesehatan"), at=("a.xlsx", 3)),
            row(K.SERVICE, "DAL-1", "Layanan Cuti", owner("Dinas Kesehatan"), at=("l.xlsx", 2)),
        )
    )
    return found


def planned_decision(
    desk: Desk, decided: Decided, proposal: Proposal = PROPOSAL
) -> tuple[Recommendation, Plan]:
    clearance: Clearance = EXAMINER.check(proposal)
    return planned_recommendation(desk.store, METAMODEL, clearance, decided, desk.edit(), uid)


def record(desk: Desk, decided: Decided) -> Recommendation:
    recommendation, plan = planned_decision(desk, decided)
    desk.apply(plan)
    return recommendation


def undo(desk: Desk, load: str) -> None:
    done = next(one for one in records.loads(desk.store) if one.id == load)
    desk.apply(planned(desk.store, METAMODEL, Step(load=done, undoes=load)))


def test_a_decision_is_a_numbered_initiative_about_what_it_rests_on(desk: Desk) -> None:
    found = record(desk, INTEGRATE)
    assert (found.number, found.by, found.on) == ("REK-2026-001", "Kepala Diskominfo", ON)
    element = named(desk.store)["dinkes/initiative/REK-2026-001"]
    assert element.name == "Integrasi, bukan pembangunan baru: SIMPEG Baru"
    assert element.status is Status.PLANNED
    assert element.properties["clearance_decision"] == Decision.INTEGRATE
    assert element.properties["clearance_date"] == "2026-11-28"
    told = "SI-ASN mencakupnya.\nAnjuran pemeriksaan: Pakai aplikasi nasional"
    assert element.properties["description"] == told
    links = {link[1:] for link in links_of(desk.store) if link[0] == "REK-2026-001"}
    assert links == {("OWNED_BY", "dinkes/orgunit/dinkes"), ("ADDRESSES", "DAA-1")}
    assert records.loads(desk.store)[-1].elements == 1


def test_what_may_be_built_is_a_planned_application_in_the_same_load(desk: Desk) -> None:
    record(desk, replace(INTEGRATE, decision=Decision.BUILD, of=()))
    element = named(desk.store)["dinkes/application/simpegbaru"]
    assert (element.name, element.status) == ("SIMPEG Baru", Status.PLANNED)
    assert element.properties["abbreviation"] == "SIMBAR"
    links = links_of(desk.store)
    ends = {(one, relation, two) for one, relation, two in links if "SIMPEG Baru" in (one, two)} or {
        link for link in links if "simpegbaru" in link[0] + link[2]
    }
    assert {relation for _, relation, _ in ends} == {"OWNED_BY", "REALIZED_BY", "ADDRESSES"}
    assert records.loads(desk.store)[-1].elements == 2


def test_an_undone_decision_leaves_nothing_but_its_number_is_not_given_again(desk: Desk) -> None:
    before = named(desk.store)
    _, plan = planned_decision(desk, replace(INTEGRATE, decision=Decision.BUILD))
    desk.apply(plan)
    undo(desk, plan.step.load.id)
    assert named(desk.store) == before
    assert next_number(desk.store, RECOMMENDATION, 2026) == "REK-2026-002"
    assert record(desk, INTEGRATE).number == "REK-2026-002"
    assert next_number(desk.store, RECOMMENDATION, 2027) == "REK-2027-001"


def test_a_decision_needs_reasons_an_agency_and_a_new_name(desk: Desk) -> None:
    with pytest.raises(RefusedChange) as empty:
        planned_decision(desk, replace(INTEGRATE, reasons=" "))
    assert "write the reasons" in empty.value.fix.en
    with pytest.raises(UnknownElement):
        planned_decision(desk, INTEGRATE, replace(PROPOSAL, agency="Dinas Entah"))
    with pytest.raises(RefusedChange) as wrong:
        planned_decision(desk, INTEGRATE, replace(PROPOSAL, agency="dinkes/application/DAA-1"))
    assert "OrgUnit" in wrong.value.fix.en
    build = replace(INTEGRATE, decision=Decision.BUILD)
    record(desk, build)
    with pytest.raises(RefusedChange) as twice:
        planned_decision(desk, build, replace(PROPOSAL, function="mengelola cuti"))
    assert "another name" in twice.value.fix.en


@pytest.mark.parametrize("decision", Decision)
def test_a_name_without_letters_is_refused_in_words(desk: Desk, decision: Decision) -> None:
    with pytest.raises(RefusedChange) as refused:
        planned_decision(desk, replace(INTEGRATE, decision=decision), replace(PROPOSAL, name="!!!"))
    assert "“!!!”" in refused.value.what.en
    assert "at least one letter or digit" in refused.value.fix.en


def test_what_is_recorded_is_read_again_the_newest_first(desk: Desk) -> None:
    named_oddly = replace(PROPOSAL, name="SIMPEG: Baru (2)", function="data: pegawai")
    used = replace(INTEGRATE, decision=Decision.NATIONAL, uses="SI-ASN (BKN)", on=date(2026, 11, 29))
    record(desk, INTEGRATE)
    _, plan = planned_decision(desk, used, named_oddly)
    desk.apply(plan)
    newest, oldest = recommendations(desk.store)
    assert (newest.number, newest.on, newest.decision) == ("REK-2026-002", used.on, Decision.NATIONAL)
    assert (newest.name, newest.uses, newest.function) == (named_oddly.name, "SI-ASN (BKN)", "data: pegawai")
    assert (newest.agency, newest.scope) == ("Dinas Kesehatan", "dinkes")
    assert (newest.reasons, newest.by) == (used.reasons, "Kepala Diskominfo")
    assert [one.key for one in newest.rests_on] == ["dinkes/application/DAA-1"]
    assert (oldest.number, oldest.name, oldest.uses) == ("REK-2026-001", "SIMPEG Baru", "")
    title = named(desk.store)["dinkes/initiative/REK-2026-002"].name
    assert title == "Pakai aplikasi nasional (SI-ASN (BKN)): SIMPEG: Baru (2)"
    undo(desk, plan.step.load.id)
    assert [one.number for one in recommendations(desk.store)] == ["REK-2026-001"]


def test_a_recommendation_answers_its_own_proposal_and_knows_what_it_planned(desk: Desk) -> None:
    assert recommendations(desk.store) == []
    record(desk, replace(INTEGRATE, decision=Decision.BUILD))
    (found,) = recommendations(desk.store)
    assert found.answers(replace(PROPOSAL, name="simpeg baru"))
    revised = replace(PROPOSAL, function="hal lain")
    assert (found.answers(revised), found.bears_name_of(revised)) == (False, True)
    assert not found.bears_name_of(replace(PROPOSAL, agency="Dinas Lain", scope="dishub"))
    assert not found.bears_name_of(replace(PROPOSAL, name="Lain"))
    planned_uid = named(desk.store)["dinkes/application/simpegbaru"].uid
    assert found.planned == planned_for(revised, [found]) == {planned_uid}
    assert planned_for(replace(PROPOSAL, name="Lain"), [found]) == frozenset()
    assert [one.key for one in found.rests_on] == ["dinkes/application/DAA-1"]


def test_a_decision_against_the_advice_keeps_what_was_advised_apart_from_its_reasons(desk: Desk) -> None:
    record(desk, replace(INTEGRATE, decision=Decision.BUILD, of=()))
    (found,) = recommendations(desk.store)
    assert (found.reasons, found.advised) == (INTEGRATE.reasons, suggested(EXAMINER.check(PROPOSAL))[0])
    told = named(desk.store)["dinkes/initiative/REK-2026-001"].properties["description"]
    assert told.startswith(f"{INTEGRATE.reasons}\nAnjuran pemeriksaan: ")


def test_a_record_that_people_renamed_is_still_told(desk: Desk) -> None:
    record(desk, INTEGRATE)
    key = "dinkes/initiative/REK-2026-001"
    desk.apply(planned_set(desk.store, METAMODEL, key, {"name": "Integrasi SIMPEG"}, desk.edit()))
    (found,) = recommendations(desk.store)
    assert (found.number, found.name, found.uses) == ("REK-2026-001", "Integrasi SIMPEG", "")


def test_the_choices_of_the_declaration_are_the_decisions() -> None:
    spec = next(one for one in METAMODEL.properties(K.INITIATIVE) if one.name == "clearance_decision")
    assert [choice.value for choice in spec.choices] == [one.value for one in Decision]


def two_of_a_group(desk: Desk, wishes: Wishes) -> tuple[Element, Element, tuple[Disposition, ...]]:
    """The application that is kept, the other one, decided to be a duplicate, and what becomes of both."""
    elements = {key: one for key, one in named(desk.store).items() if one.kind is K.APPLICATION}
    keep, gone = (elements[f"dinkes/application/DAA-{n}"] for n in (1, 2))
    entries = {one.uid: replace(application(one.uid, one.name), key=one.key) for one in (keep, gone)}
    facts = Facts(
        entries=entries,
        elements={one.uid: one for one in (keep, gone)},
        joined={keep.uid: keep.uid, gone.uid: keep.uid},
    )
    advice = advised(list(entries), facts, chosen=keep.uid)
    return keep, gone, dispositions(advice, facts, wishes=wishes)


def rationalised(desk: Desk, decided: Sequence[Disposition]) -> str:
    number, plan = planned_rationalisation(desk.store, METAMODEL, decided, desk.edit(), uid, "Hemat Rp 1.")
    desk.apply(plan)
    return number


def said_of(desk: Desk, element: Element, **given: str) -> None:
    desk.apply(planned_set(desk.store, METAMODEL, element.key, given, desk.edit()))


def test_what_becomes_of_a_group_is_an_initiative_and_the_last_days_of_its_members(desk: Desk) -> None:
    keep, gone, decided = two_of_a_group(desk, Wishes(on=date(2027, 6, 30)))
    assert recorded_plans(desk.store, [keep.uid, gone.uid]) == []
    assert rationalised(desk, decided) == "RAS-2026-001"
    after = named(desk.store)
    assert after[gone.key].properties["valid_to"] == "2027-06-30"
    assert after[gone.key].status is Status.ACTIVE
    assert "valid_to" not in after[keep.key].properties
    initiative = after["dinkes/initiative/RAS-2026-001"]
    assert initiative.properties["year_to"] == 2027
    lines = str(initiative.properties["description"]).splitlines()
    assert lines[1].startswith("Data Pegawai: Dialihkan.")
    assert "Hari terakhir: 30/06/2027." in lines[1]
    assert lines[-1] == "Hemat Rp 1."
    links = {link[1:] for link in links_of(desk.store) if link[0] == "RAS-2026-001"}
    assert links == {("OWNED_BY", "dinkes/orgunit/dinkes"), ("ADDRESSES", "DAA-1"), ("ADDRESSES", "DAA-2")}


def test_plans_of_a_group_are_found_again_until_they_are_undone(desk: Desk) -> None:
    keep, gone, decided = two_of_a_group(desk, Wishes(on=date(2027, 6, 30)))
    rationalised(desk, decided)
    again, plan = planned_rationalisation(desk.store, METAMODEL, decided, desk.edit(), uid)
    desk.apply(plan)
    found = recorded_plans(desk.store, [keep.uid, gone.uid])
    assert [(one.number, one.last_day) for one in found] == [
        ("RAS-2026-001", date(2027, 6, 30)),
        (again, None),  # it set no other last day than there was
    ]
    assert found[1].at == plan.step.load.at
    service = named(desk.store)["dinkes/service/DAL-1"]
    assert recorded_plans(desk.store, [keep.uid, service.uid]) == []
    assert found[0].is_of([keep.uid, gone.uid]) and not found[0].is_of([keep.uid])
    assert (found[0].keep, found[0].choices[gone.uid].on) == (keep.uid, date(2027, 6, 30))
    undo(desk, plan.step.load.id)
    assert [one.number for one in recorded_plans(desk.store, [keep.uid])] == ["RAS-2026-001"]


def test_a_plan_never_lets_a_member_last_longer(desk: Desk) -> None:
    _, gone, decided = two_of_a_group(desk, Wishes(on=date(2028, 6, 30)))
    said_of(desk, gone, valid_to="2027-03-31")
    number = rationalised(desk, decided)
    after = named(desk.store)
    assert after[gone.key].properties["valid_to"] == "2027-03-31"
    assert after[f"dinkes/initiative/{number}"].properties["year_to"] == 2027


def test_a_last_day_that_is_over_or_before_the_first_is_refused(desk: Desk) -> None:
    _, gone, decided = two_of_a_group(desk, Wishes(on=date(2020, 1, 1)))
    with pytest.raises(RefusedChange) as over:
        rationalised(desk, decided)
    assert "Data Pegawai (2020-01-01) is over" in over.value.what.en
    assert "2026-11-24" in over.value.fix.en
    said_of(desk, gone, valid_from="2027-01-01")
    _, _, decided = two_of_a_group(desk, Wishes(on=date(2026, 12, 31)))
    with pytest.raises(RefusedChange) as early:
        rationalised(desk, decided)
    assert "Data Pegawai (2026-12-31) is before its first (2027-01-01)" in early.value.what.en
    assert "choose 2027-01-01 or later" in early.value.fix.en


def test_what_ended_already_gets_no_last_day(desk: Desk) -> None:
    keep, gone, decided = two_of_a_group(desk, Wishes(on=date(2027, 6, 30)))
    said_of(desk, gone, valid_to="2026-11-01")
    over = replace(decided[1], on=None, ended=date(2026, 11, 1))
    number = rationalised(desk, (decided[0], over))
    after = named(desk.store)
    assert after[gone.key].properties["valid_to"] == "2026-11-01"
    assert "year_to" not in after[f"dinkes/initiative/{number}"].properties
    assert [one.number for one in recorded_plans(desk.store, [keep.uid, gone.uid])] == [number]


def test_a_group_without_anything_to_keep_is_refused(desk: Desk) -> None:
    with pytest.raises(RefusedChange) as refused:
        planned_rationalisation(desk.store, METAMODEL, [], desk.edit(), uid)
    assert "choose one application to keep" in refused.value.fix.en
