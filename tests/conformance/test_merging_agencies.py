"""Merged agencies: one scope from then on, and two again when the merge is undone; on each engine."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.draft import Draft, Reading
from ingest.edit.merging import Merging, planned_merge
from ingest.planning import rules
from ingest.template.making import Wish, template_contents
from model.faults import RefusedChange
from model.kinds import ElementKind, Status
from model.record import Saying
from queries import findings, graph, history, records
from queries.architecture import as_of, present
from queries.loads import applying
from queries.loads.applying import applied
from queries.loads.plan import Plan
from queries.loads.undo import planned_undo
from queries.lookup import element_for, show
from queries.store.store import Statement, Store
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
    row,
    rules_of,
    saying,
    stated,
    up_to_uids,
)

HEALTH, SOCIAL = "Dinas Kesehatan", "Dinas Sosial"
KEEP, GONE = "dinkes/orgunit/dinkes", "dinsos/orgunit/dinsos"
FILES = {HEALTH: "kesehatan.xlsx", SOCIAL: "sosial.xlsx"}


def of(
    agency: str, kind: ElementKind, code: str | None, name: str, *sayings: Saying, at: int = 2, **more: Any
) -> Draft:
    """Return a row of the file of an agency, which its title alone names."""
    place = (FILES[agency], at)
    return row(kind, code, name, *sayings, agency=None, delivery_agency=agency, at=place, **more)


def health(**values: Any) -> Reading:
    return delivery(
        of(HEALTH, K.APPLICATION, "APP-1", "SIMRS", saying(R.RUNS_ON, "SRV-1"), at=2, **values),
        of(HEALTH, K.APPLICATION, "APP-2", "E-Surat", at=3),
        of(HEALTH, K.SERVER, "SRV-1", "Satu", at=4),
    )


def social(**values: Any) -> Reading:
    return delivery(
        of(SOCIAL, K.APPLICATION, "APP-1", "Bansos", saying(R.RUNS_ON, "SRV-9"), at=2, **values),
        of(SOCIAL, K.APPLICATION, "APP-2", "E-Surat", at=3),
        of(SOCIAL, K.APPLICATION, "APP-9", "Panti", saying(R.RUNS_ON, "SRV-1"), at=4),
        of(SOCIAL, K.SERVER, "SRV-9", "Sembilan", at=5),
        of(SOCIAL, K.SERVICE, "LAY-1", "Bantuan", saying(R.REALIZED_BY, "APP-1"), at=6),
    )


def filled(store: Store) -> Desk:
    found = Desk(store)
    found.load(health(rto_hours=4))
    found.load(social(rto_hours=8))
    return found


@pytest.fixture
def desk(store: Store) -> Desk:
    return filled(store)


def merging(desk: Desk, *keys: str) -> Merging:
    return planned_merge(desk.store, desk.metamodel, keys or (KEEP, GONE), {}, desk.edit())


def merge(desk: Desk, *keys: str) -> Plan:
    return desk.apply(merging(desk, *keys).plan)


def undo(desk: Desk, plan: Plan) -> Plan:
    load = history.load_named(desk.store, plan.step.load.id)
    return desk.apply(planned_undo(desk.store, desk.metamodel, load))


def scopes(desk: Desk) -> dict[str, str]:
    return {key: element.scope for key, element in named(desk.store).items()}


def test_what_stood_in_the_scope_counts_for_the_kept_agency_under_its_own_key(desk: Desk) -> None:
    merge(desk)
    found = scopes(desk)
    assert set(found.values()) == {"dinkes"}
    assert {"dinsos/application/APP-1", "dinsos/application/APP-9", "dinsos/server/SRV-9"} <= found.keys()
    assert GONE not in found


def test_relations_and_owners_follow_and_nothing_opens(desk: Desk) -> None:
    plan = merge(desk)
    owners = {target for _, relation, target in links_of(desk.store) if relation == "OWNED_BY"}
    assert owners == {KEEP}
    assert ("LAY-1", "REALIZED_BY", "APP-1") in links_of(desk.store)
    service = element_for(desk.store, "dinsos/service/LAY-1")
    found = show(desk.store, service).relations
    (used,) = [brief.key for edge, _, brief in found if edge.relation is R.REALIZED_BY]
    assert used == "dinsos/application/APP-1"  # each goes on to mean its own by a code that both have
    assert not plan.graph.references_opened


def test_a_code_of_the_other_agency_is_no_longer_found_elsewhere(desk: Desk) -> None:
    merge(desk)
    said = saying(R.RUNS_ON, "SRV-9")
    plan = desk.load(delivery(of(HEALTH, K.APPLICATION, "APP-5", "Baru", said, at=9)))
    assert ("APP-5", "RUNS_ON", "SRV-9") in links_of(desk.store)
    assert "elsewhere" not in " ".join(rules_of(plan))


def test_the_same_code_and_name_become_one_and_the_same_code_alone_is_told(desk: Desk) -> None:
    planned = merging(desk)
    assert [(twin.keep.key, twin.gone.key) for twin in planned.twins] == [
        ("dinkes/application/APP-2", "dinsos/application/APP-2")
    ]
    (told,) = [one for one in planned.plan.findings if one.rule == "merged_code"]
    assert "simpul merge dinkes/application/APP-1 dinsos/application/APP-1" in told.fix.en
    assert (planned.scopes, planned.apart) == ({"dinsos": "dinkes"}, 1)
    assert "dinsos/application/APP-9" in {one.key for one in planned.moved}
    desk.apply(planned.plan)
    assert named(desk.store)["dinkes/application/APP-2"].aliases == ("dinsos/application/APP-2",)
    assert not [one for one in links_of(desk.store) if one[1] == "USES"]


def test_a_code_of_two_meanings_is_told_until_the_two_are_one(desk: Desk) -> None:
    merge(desk)

    def told() -> list[str]:
        return [one.element or "" for one in findings.open_findings(desk.store) if one.finding.rule == asked]

    asked = rules.MERGED_CODE.name
    assert told() == ["dinsos/application/APP-1"]
    plan = desk.load(social(rto_hours=8))
    assert asked in rules_of(plan)
    assert told() == ["dinsos/application/APP-1"]
    merge(desk, "dinkes/application/APP-1", "dinsos/application/APP-1")
    desk.load(social(rto_hours=8))
    assert told() == []


def test_next_weeks_file_of_either_spelling_changes_what_it_means_and_nothing_twice(desk: Desk) -> None:
    merge(desk)
    before = named(desk.store).keys()
    plan = desk.load(social(rto_hours=8))
    assert not plan.step.records
    desk.load(social(rto_hours=9))
    desk.load(health(rto_hours=5))
    after = named(desk.store)
    assert after.keys() == before
    assert after["dinsos/application/APP-1"].properties["rto_hours"] == 9
    assert after["dinkes/application/APP-1"].properties["rto_hours"] == 5


def test_a_file_under_the_kept_name_knows_what_the_other_had(desk: Desk) -> None:
    merge(desk)
    before = named(desk.store).keys()
    plan = desk.load(
        delivery(
            of(HEALTH, K.APPLICATION, "APP-9", "Panti", at=7, description="satu"),
            of(HEALTH, K.APPLICATION, "APP-1", "Bansos", at=8, description="dua"),
            of(HEALTH, K.SERVER, None, "Sembilan", at=9),
        )
    )
    after = named(desk.store)
    assert after.keys() == before
    assert after["dinsos/application/APP-9"].properties["description"] == "satu"
    assert after["dinsos/application/APP-1"].properties["description"] == "dua"
    assert after["dinkes/application/APP-1"].name == "SIMRS"
    assert not {"one_code_two_names", "other_scope"} & set(rules_of(plan))


def test_a_new_element_with_a_code_that_only_the_other_agency_has_is_another_one(desk: Desk) -> None:
    merge(desk)
    desk.load(delivery(of(HEALTH, K.APPLICATION, "APP-9", "Ambulans", at=9)))
    after = named(desk.store)
    assert after["dinkes/application/APP-9"].name == "Ambulans"
    assert after["dinsos/application/APP-9"].name == "Panti"


def test_old_keys_and_keys_under_the_kept_scope_find_an_element(desk: Desk) -> None:
    merge(desk)
    assert element_for(desk.store, "dinsos/application/APP-9").name == "Panti"
    assert element_for(desk.store, "dinkes/application/APP-9").name == "Panti"
    desk.load(delivery(relations=[stated("dinkes/application/APP-9", R.RUNS_ON, "dinkes/server/SRV-9")]))
    assert ("APP-9", "RUNS_ON", "SRV-9") in links_of(desk.store)


def test_new_rows_of_the_merged_agency_are_the_kept_ones_and_go_back(desk: Desk) -> None:
    plan = merge(desk)
    desk.load(delivery(of(SOCIAL, K.APPLICATION, "APP-7", "Kartu", at=9)))
    assert named(desk.store)["dinsos/application/APP-7"].scope == "dinkes"
    assert ("APP-7", "OWNED_BY", KEEP) in links_of(desk.store)
    undo(desk, plan)
    assert named(desk.store)["dinsos/application/APP-7"].scope == "dinsos"
    assert ("APP-7", "OWNED_BY", GONE) in links_of(desk.store)


def test_undoing_the_merge_gives_back_exactly_what_was_there(desk: Desk) -> None:
    before = exactly(desk.store)
    plan = merge(desk)
    assert exactly(desk.store) != before
    undo(desk, plan)
    assert exactly(desk.store) == before


def test_the_template_of_the_agency_holds_all_of_its_elements(desk: Desk) -> None:
    merge(desk)
    whole = present(desk.store)
    for asked in (HEALTH, SOCIAL, "dinsos"):
        contents, written = template_contents(whole, desk.metamodel, Wish(scope=asked))
        assert contents.scope == HEALTH
        assert written.elements == len(named(desk.store))


def test_findings_of_either_agency_are_the_kept_ones(store: Store) -> None:
    desk = Desk(store)
    desk.load(health())
    lost = of(SOCIAL, K.APPLICATION, "APP-1", "Bansos", saying(R.RUNS_ON, "tidak ada"), at=2)
    wrong = stated("X-1", R.RUNS_ON, "X-2", at=(FILES[SOCIAL], 9))
    desk.load(delivery(lost, relations=[wrong]), scope=SOCIAL)
    mine = {one.id for one in findings.open_findings(store, "dinsos")}
    assert len(mine) > 1
    plan = merge(desk)
    assert mine <= {one.id for one in findings.open_findings(store, "dinkes")}
    assert mine <= {one.id for one in findings.open_findings(store, "dinsos")}
    assert "dinsos" not in {one.scope for one in findings.open_findings(store)}
    undo(desk, plan)
    assert mine == {one.id for one in findings.open_findings(store, "dinsos")}


def test_a_corrected_file_under_the_other_spelling_closes_its_findings(store: Store) -> None:
    desk = Desk(store)
    desk.load(health())
    wrong = stated("X-1", R.RUNS_ON, "X-2", at=(FILES[SOCIAL], 9))
    desk.load(delivery(of(SOCIAL, K.APPLICATION, "APP-1", "Bansos"), relations=[wrong]), scope=SOCIAL)
    merge(desk)
    asked = rules.BAD_RELATION_ENDS.name
    assert asked in {one.finding.rule for one in findings.open_findings(store)}
    right = row(K.APPLICATION, "APP-1", "Bansos", agency=HEALTH, at=(FILES[SOCIAL], 2))
    desk.load(delivery(right), scope=HEALTH)
    assert asked not in {one.finding.rule for one in findings.open_findings(store)}


def test_units_move_along_and_those_of_one_name_become_one(store: Store) -> None:
    desk = Desk(store)
    desk.load(health())
    desk.load(social())
    desk.load(
        delivery(
            row(K.ORG_UNIT, "SEK", "Bagian Sekretariat", agency=HEALTH, at=("u.xlsx", 2)),
            row(K.ORG_UNIT, "SEK", "Bagian Sekretariat", agency=SOCIAL, at=("v.xlsx", 2)),
            row(K.ORG_UNIT, "LANSIA", "Bidang Lansia", agency=SOCIAL, at=("v.xlsx", 3)),
        )
    )
    merge(desk)
    after = named(desk.store)
    assert after["dinsos/orgunit/LANSIA"].scope == "dinkes"
    assert after["dinkes/orgunit/SEK"].aliases == ("dinsos/orgunit/SEK",)
    desk.load(delivery(row(K.APPLICATION, "APP-8", "Antre", agency="Bidang Lansia", at=("w.xlsx", 2))))
    assert scopes(desk)["dinsos/application/APP-8"] == "dinkes"


def test_a_replacing_file_of_one_spelling_retires_within_what_it_delivered(desk: Desk) -> None:
    merge(desk)
    rest = delivery(of(SOCIAL, K.APPLICATION, "APP-1", "Bansos", saying(R.RUNS_ON, "SRV-9"), rto_hours=8))
    desk.replace(rest, allow_retire=1.0)
    after = named(desk.store)
    assert after["dinsos/application/APP-9"].status is Status.RETIRED
    assert after["dinkes/application/APP-1"].status is Status.ACTIVE
    assert after["dinkes/application/APP-2"].status is Status.ACTIVE


def test_chains_of_agencies_end_at_the_last_and_come_apart_in_any_order(desk: Desk) -> None:
    third = row(K.APPLICATION, "APP-3", "Ketiga", agency="Dinas Perhubungan", at=("c.xlsx", 2))
    desk.load(delivery(third))
    before = exactly(desk.store)
    first = merge(desk, GONE, "dishub/orgunit/dishub")
    assert scopes(desk)["dishub/application/APP-3"] == "dinsos"
    second = merge(desk)
    assert scopes(desk)["dishub/application/APP-3"] == "dinkes"
    undo(desk, first)
    assert scopes(desk)["dishub/application/APP-3"] == "dishub"
    undo(desk, second)
    assert exactly(desk.store) == before


def test_the_past_knows_two_agencies_until_they_were_merged(desk: Desk) -> None:
    then = [load.id for load in records.loads(desk.store)][-1]
    merge(desk)
    past = as_of(desk.store, desk.metamodel, then)
    assert {element.scope for element in past.elements.values()} == {"dinkes", "dinsos"}


class Stopping:
    """A store that fails before its n-th write."""

    def __init__(self, store: Store, at: int) -> None:
        self._store, self._left = store, at

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def write(self, statements: Sequence[Statement], /) -> list[list[dict[str, Any]]]:
        self._left -= 1
        if self._left == 0:
            raise OSError("the line is gone")
        return self._store.write(statements)


@pytest.mark.parametrize("undoing", [False, True])
@pytest.mark.parametrize("at", [3, 5, 6, 7, 9, 11])
def test_a_merge_or_its_undoing_that_was_interrupted_is_finished_or_dropped(
    store: Store, monkeypatch: pytest.MonkeyPatch, at: int, *, undoing: bool
) -> None:
    desk = filled(store)
    plan = merging(desk).plan
    if undoing:
        load = desk.apply(plan).step.load
        plan = planned_undo(store, desk.metamodel, history.load_named(store, load.id))
    monkeypatch.setattr(applying, "ONE_TRANSACTION", 5)
    monkeypatch.setattr(graph, "BATCH", 6)
    with suppress(OSError):
        applied(cast("Store", Stopping(store, at)), desk.metamodel, plan, desk.writer)
    desk.load(delivery())
    folded, here = as_of(store, desk.metamodel, records.loads(store)[-1].id), present(store)
    assert dict(folded.elements) == dict(here.elements)
    assert dict(folded.relations) == dict(here.relations)


def units(*rows: tuple[str, str, str | None]) -> Reading:
    """Return organisation units: full key, name and type."""
    return delivery(
        *(
            row(
                K.ORG_UNIT,
                key.rpartition("/")[2],
                name,
                agency=None,
                key=key,
                at=("unit.xlsx", number),
                **({"org_type": type_} if type_ else {}),
            )
            for number, (key, name, type_) in enumerate(rows, start=2)
        )
    )


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("dinkes/orgunit/RS", "UPTD Rumah Sakit", None), (KEEP, HEALTH, None)], "keep the agency"),
        ([(KEEP, HEALTH, None), ("bersama/orgunit/X", "Pemerintah Provinsi Banten", None)], "one government"),
        ([(KEEP, HEALTH, None), ("prov/orgunit/prov", "Nusa Rempah", "Instansi")], "one government"),
        ([(KEEP, HEALTH, None), ("nasional/orgunit/kkp", "Kementerian Kesehatan", None)], "one government"),
        ([(KEEP, HEALTH, None), ("bersama/orgunit/bersama", "Bersama", None)], "one government"),
        (
            [
                (KEEP, "Dinas Kesehatan Kota Serang", None),
                ("dkk/orgunit/dkk", "Dinas Kesehatan Kabupaten Serang", None),
            ],
            "one government",
        ),
        ([(KEEP, HEALTH, None), ("lain:dispan/orgunit/dispan", "Dinas Pangan", None)], "one government"),
    ],
)
def test_agencies_that_cannot_be_one_are_refused(
    store: Store, rows: list[tuple[str, str, str | None]], words: str
) -> None:
    desk = Desk(store)
    desk.load(units(*rows))
    before = exactly(store)
    with pytest.raises(RefusedChange) as refused:
        merge(desk, *(key for key, _, _ in rows))
    assert words in refused.value.fix.en
    assert exactly(store) == before


def test_a_unit_becomes_part_of_its_agency_and_takes_nothing_along(store: Store) -> None:
    desk = Desk(store)
    desk.load(health())
    unit = "dinkes/orgunit/BID"
    desk.load(delivery(row(K.ORG_UNIT, "BID", "Bidang Layanan", agency=HEALTH, at=("u.xlsx", 2))))
    planned = merging(desk, KEEP, unit)
    assert (dict(planned.scopes), planned.twins) == ({}, ())
    desk.apply(planned.plan)
    assert element_for(desk.store, unit).key == KEEP


def test_an_agency_that_was_a_unit_of_another_brings_its_elements(desk: Desk) -> None:
    desk.load(delivery(row(K.ORG_UNIT, "UPT", "UPTD Sosial", agency=HEALTH, at=("u.xlsx", 2))))
    merge(desk, "dinkes/orgunit/UPT", GONE)
    assert set(scopes(desk).values()) == {"dinkes"}


_SENT = ("health", "social", "health changed", "social changed", "social anew", "third", "units")
_STEPS = st.lists(
    st.sampled_from([*_SENT, "unified", "merge", "undo", "replace"]),
    min_size=1,
    max_size=7,
)


def _delivered(step: str, number: int) -> Reading:
    if step == "unified":
        return delivery(of(HEALTH, K.APPLICATION, "APP-9", "Panti", at=4))
    if step == "social anew":
        new = of(SOCIAL, K.APPLICATION, f"APP-{20 + number}", "E-Surat", saying(R.RUNS_ON, "SRV-1"))
        return delivery(new)
    if step == "third":  # a file of another agency names both in its cells
        said = (owner(SOCIAL), saying(R.USES, HEALTH))
        there = ("c.xlsx", 2 + number)
        return delivery(row(K.APPLICATION, f"TIGA-{number}", "Tiga", *said, agency="Dishub", at=there))
    if step == "units":
        unit = row(K.ORG_UNIT, f"B-{number}", "Bidang Umum", agency=SOCIAL, at=("u.xlsx", 2 + number))
        return delivery(unit, row(K.ORG_UNIT, None, SOCIAL, agency=None, at=("u.xlsx", 99)))
    make, base = (health, 4) if step.startswith("health") else (social, 8)
    return make(rto_hours=base + number * ("changed" in step))


@given(_STEPS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_order_the_graph_is_the_fold_of_the_records(store: Store, steps: list[str]) -> None:
    desk = filled(emptied(store))
    merged: list[Plan] = []
    for number, step in enumerate(steps):
        if step == "merge" and not merged:
            merged.append(merge(desk))
        elif step == "undo" and merged:
            undo(desk, merged.pop())
        elif step == "replace":
            desk.replace(delivery(of(SOCIAL, K.APPLICATION, "APP-1", "Bansos")), allow_retire=1.0)
        elif step not in ("merge", "undo"):
            desk.load(_delivered(step, number))
    folded, here = as_of(store, desk.metamodel, records.loads(store)[-1].id), present(store)
    assert dict(folded.elements) == dict(here.elements)
    assert dict(folded.relations) == dict(here.relations)


@given(st.lists(st.sampled_from(_SENT), max_size=4))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_each_agency_sent_meanwhile_is_there_as_if_nothing_had_been_merged(
    store: Store, steps: list[str]
) -> None:
    found = []
    for merged in (True, False):
        desk = filled(emptied(store))
        plan = merge(desk) if merged else None
        for number, step in enumerate(steps):
            desk.load(_delivered(step, number))
        if plan is not None:
            undo(desk, plan)
        found.append(up_to_uids(store))
    assert found[0] == found[1]
