"""Merged elements: one thing from then on, and two again when the merge is undone; on each engine."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.draft import Reading
from ingest.edit.editing import planned_removal, planned_set
from ingest.edit.merging import FieldConflict, planned_merge
from ingest.export import export
from ingest.reading import read
from model.decision import Verdict
from model.faults import RefusedChange, Severity
from model.kinds import Status
from queries import history, records
from queries.architecture import as_of, present
from queries.differing import difference_between
from queries.findings import findings_of, open_findings
from queries.lineage import lineage
from queries.loads import merging
from queries.loads.plan import Plan
from queries.loads.undo import planned_undo
from queries.lookup import element_for, find, show
from queries.past import past
from queries.redundancy.decisions import Judgement, decide, standing_decisions
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
    row,
    rules_of,
    saying,
    stated,
)

HEALTH, SOCIAL = "Dinas Kesehatan", "Dinas Sosial"
KEEP, GONE = "dinkes/application/DAA-1", "dinsos/application/DAA-9"


def health(*sayings: object, name: str = "SIMRS", **values: object) -> object:
    said = sayings or (saying(R.RUNS_ON, "SRV-1"),)
    return row(K.APPLICATION, "DAA-1", name, owner(HEALTH), *said, agency=HEALTH, **values)  # type: ignore[arg-type]


def social(*sayings: object, name: str = "SIM RS Kota", **values: object) -> object:
    said = sayings or (saying(R.RUNS_ON, "SRV-9"),)
    return row(
        K.APPLICATION,
        "DAA-9",
        name,
        owner(SOCIAL),
        *said,
        agency=SOCIAL,
        at=("b.xlsx", 2),
        **values,  # type: ignore[arg-type]
    )


SERVERS = delivery(
    row(K.SERVER, "SRV-1", "Satu", agency=HEALTH, at=("s.xlsx", 2)),
    row(K.SERVER, "SRV-9", "Sembilan", agency=SOCIAL, at=("s.xlsx", 3)),
    row(K.SERVICE, "DAL-9", "Rawat", saying(R.REALIZED_BY, "DAA-9"), agency=SOCIAL, at=("l.xlsx", 2)),
)


@pytest.fixture
def desk(store: Store) -> Desk:
    return filled(store)


def filled(store: Store) -> Desk:
    found = Desk(store)
    found.load(SERVERS)
    found.load(delivery(health(rto_hours=4)))  # type: ignore[arg-type]
    found.load(delivery(social(rto_hours=8, description="rumah sakit")))  # type: ignore[arg-type]
    return found


def merge_of(desk: Desk, *keys: str, **taken: str) -> Plan:
    return planned_merge(desk.store, desk.metamodel, keys or (KEEP, GONE), taken, desk.edit()).plan


def conflict(desk: Desk, name: str) -> FieldConflict:
    merging = planned_merge(desk.store, desk.metamodel, (KEEP, GONE), {}, desk.edit())
    (found,) = [one for one in merging.conflicts if one.property == name]
    return found


def merge(desk: Desk, *keys: str, **taken: str) -> Plan:
    return desk.apply(merge_of(desk, *keys, **taken))


def undo(desk: Desk, plan: Plan) -> Plan:
    load = history.load_named(desk.store, plan.step.load.id)
    return desk.apply(planned_undo(desk.store, desk.metamodel, load))


def test_what_is_kept_has_the_relations_of_both_and_whose_the_other_was_uses_it(desk: Desk) -> None:
    merge(desk)
    elements = named(desk.store)
    assert GONE not in elements
    assert elements[KEEP].aliases == (GONE,)
    assert elements[KEEP].names == ("SIM RS Kota",)
    found = links_of(desk.store)
    assert {("DAA-1", "RUNS_ON", "SRV-1"), ("DAA-1", "RUNS_ON", "SRV-9")} <= found
    assert ("DAL-9", "REALIZED_BY", "DAA-1") in found
    owned = {(source, target) for source, relation, target in found if relation == "OWNED_BY"}
    assert owned == {("DAA-1", "dinkes/orgunit/dinkes")}
    assert ("dinsos/orgunit/dinsos", "USES", "DAA-1") in found


def test_the_kept_value_counts_where_they_disagree_unless_another_is_taken(desk: Desk) -> None:
    rto = conflict(desk, "rto_hours")
    assert (rto.chosen, rto.said) == (4, {KEEP: 4, GONE: 8})
    merge(desk, KEEP, GONE, rto_hours=GONE)
    kept = named(desk.store)[KEEP]
    assert kept.properties["rto_hours"] == 8
    assert kept.properties["description"] == "rumah sakit"
    assert kept.name == "SIMRS"


def test_when_the_kept_one_ends_is_what_it_says_itself_unless_another_is_taken(desk: Desk) -> None:
    ending = social(rto_hours=8, description="rumah sakit", valid_to="2027-06-30")  # type: ignore[arg-type]
    desk.load(delivery(ending))
    ends = conflict(desk, "valid_to")
    assert (ends.chosen, ends.said) == (None, {GONE: "2027-06-30"})
    plan = merge(desk)
    assert "valid_to" not in named(desk.store)[KEEP].properties
    desk.load(delivery(ending))
    assert "valid_to" not in named(desk.store)[KEEP].properties
    undo(desk, plan)
    assert named(desk.store)[GONE].properties["valid_to"] == "2027-06-30"
    merge(desk, KEEP, GONE, valid_to=GONE)
    assert named(desk.store)[KEEP].properties["valid_to"] == "2027-06-30"


def test_what_only_the_merged_say_is_filled_in_and_told(desk: Desk) -> None:
    (filled,) = planned_merge(desk.store, desk.metamodel, (KEEP, GONE), {}, desk.edit()).filled
    assert (filled.property, filled.value, filled.key) == ("description", "rumah sakit", GONE)


@pytest.mark.parametrize("keys", [(KEEP, GONE), (GONE, KEEP)])
def test_what_replaces_the_other_is_told_and_never_replaces_itself(desk: Desk, keys: tuple[str, str]) -> None:
    desk.load(delivery(health(saying(R.RUNS_ON, "SRV-1"), saying(R.REPLACES, GONE), rto_hours=4)))  # type: ignore[arg-type]
    before = links_of(desk.store)
    assert ("DAA-1", "REPLACES", "DAA-9") in before
    found = planned_merge(desk.store, desk.metamodel, keys, {}, desk.edit())
    (finding,) = found.cautions
    assert (finding.rule, finding.severity) == ("merged_replaced", Severity.WARNING)
    assert f"simpul retire {GONE}" in finding.fix.en
    assert found.asks
    plan = desk.apply(found.plan)
    assert not findings_of(desk.store, found.keep.uid)  # once they are one, there is nothing to retire
    assert not [link for link in links_of(desk.store) if link[1] == "REPLACES"]
    then = as_of(desk.store, desk.metamodel, plan.step.load.id)
    assert dict(then.relations) == dict(present(desk.store).relations)
    undo(desk, plan)
    assert links_of(desk.store) == before


@pytest.mark.parametrize(
    ("values", "doubt", "asks"),
    [
        ({"status": "retired"}, "retired", True),
        ({"valid_to": "2025-12-31"}, "ended", True),
        ({"status": "planned", "valid_from": "2027-01-01"}, "planned", True),
        ({"valid_to": "2027-06-30"}, "sooner", False),
        ({}, None, False),
    ],
)
def test_what_does_not_last_is_told_before_anything_becomes_part_of_it(
    desk: Desk, values: dict[str, str], doubt: str | None, asks: bool
) -> None:
    if values:
        desk.apply(planned_set(desk.store, desk.metamodel, KEEP, values, desk.edit()))
    found = planned_merge(desk.store, desk.metamodel, (KEEP, GONE), {}, desk.edit())
    assert [one.value for one in found.cautions] == ([doubt] if doubt else [])
    assert found.asks is asks
    assert not any(one.rule == "merged_outlived" for one in found.plan.findings)
    taken = {name: GONE for name in values if name != "valid_to"}
    if doubt == "retired":
        again = planned_merge(desk.store, desk.metamodel, (KEEP, GONE), taken, desk.edit())
        assert not again.cautions


NATIONAL = "nasional/application/SIASN"
NATIONAL_ROW = row(K.APPLICATION, "SIASN", "SI-ASN", agency="", key=NATIONAL, at=("n.xlsx", 2))


def test_what_is_another_governments_takes_no_owner_of_this_one(desk: Desk) -> None:
    desk.load(delivery(NATIONAL_ROW))
    merge(desk, NATIONAL, GONE)
    found = links_of(desk.store)
    assert not [one for one in found if one[:2] == ("SIASN", "OWNED_BY")]
    assert ("dinsos/orgunit/dinsos", "USES", "SIASN") in found


def test_what_is_another_governments_becomes_part_of_a_local_one_only_once_agreed(desk: Desk) -> None:
    desk.load(delivery(NATIONAL_ROW))
    found = planned_merge(desk.store, desk.metamodel, (KEEP, NATIONAL), {}, desk.edit())
    assert found.asks
    (finding,) = found.cautions
    assert finding.rule == "merged_elsewhere"
    assert f"simpul merge {NATIONAL} {KEEP}" in finding.fix.en


def test_whose_nobody_was_is_owned_by_who_owned_the_merged(desk: Desk) -> None:
    desk.load(delivery(row(K.APPLICATION, "DAA-3", "Tanpa pemilik", agency=HEALTH, at=("n.xlsx", 2))))
    merge(desk, "dinkes/application/DAA-3", GONE)
    found = links_of(desk.store)
    assert ("DAA-3", "OWNED_BY", "dinsos/orgunit/dinsos") in found
    assert ("dinsos/orgunit/dinsos", "USES", "DAA-3") not in found


def test_relations_to_both_are_one_with_the_columns_of_the_kept(desk: Desk) -> None:
    service = "dinsos/service/DAL-9"
    rows = [
        stated(service, R.REALIZED_BY, GONE, group="g", need="any", weight=4),
        stated(service, R.REALIZED_BY, KEEP, group="g", weight=3),
        stated(service, R.REALIZED_BY, GONE, group="h"),
    ]
    desk.load(delivery(relations=rows))
    plan = merge(desk)
    kept = named(desk.store)[KEEP].uid
    found = [one for one in exactly(desk.store)["relations"].values() if one.target == kept]
    grouped = {one.properties["group"]: dict(one.properties) for one in found if "group" in one.properties}
    assert grouped == {"g": {"group": "g", "need": "any", "weight": 3}, "h": {"group": "h"}}
    assert not [one for one in plan.findings if one.rule == "group_repeats_target"]


_GROUPS = st.lists(
    st.tuples(st.sampled_from([KEEP, GONE]), st.sampled_from(["", "g", "h"]), st.integers(1, 3)),
    unique_by=lambda one: one[:2],
    max_size=5,
)


@given(_GROUPS, _GROUPS, st.booleans())
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_importing_the_export_after_any_merge_changes_nothing(
    store: Store, there: list[tuple[str, str, int]], here: list[tuple[str, str, int]], turned: bool
) -> None:
    desk = filled(emptied(store))
    needed = [
        stated("dinsos/service/DAL-9", R.REALIZED_BY, key, **columns(group, weight))
        for key, group, weight in there
    ]
    needing = [
        stated(key, R.RUNS_ON, "dinkes/server/SRV-1", **columns(group, weight)) for key, group, weight in here
    ]
    desk.load(delivery(relations=[*needed, *needing]))
    merge(desk, *((GONE, KEEP) if turned else (KEEP, GONE)))
    for _ in range(2):
        before = links_of(desk.store)
        with TemporaryDirectory() as folder:
            export(present(desk.store), desk.metamodel, Path(folder) / "x")
            plan = desk.load(read([Path(folder) / "x"], desk.metamodel))
        counts = plan.graph.counts()
        assert not any(counts[part][act] for part in counts for act in ("add", "change", "retire"))
        assert links_of(desk.store) == before


def columns(group: str, weight: int) -> dict[str, str | int]:
    return {"group": group, "weight": weight} if group else {}


def test_next_weeks_file_of_either_agency_updates_what_was_merged(desk: Desk) -> None:
    merge(desk)
    plan = desk.load(delivery(social(rto_hours=8, description="rumah sakit daerah")))  # type: ignore[arg-type]
    assert plan.graph.counts()["elements"] == {"add": 0, "change": 1, "retire": 0, "unchanged": 1}
    kept = named(desk.store)[KEEP]
    assert (kept.properties["description"], kept.properties["rto_hours"]) == ("rumah sakit daerah", 4)
    assert kept.name == "SIMRS"
    desk.load(delivery(health(name="SIMRS Baru", rto_hours=6)))  # type: ignore[arg-type]
    kept = named(desk.store)[KEEP]
    assert (kept.name, kept.properties["rto_hours"]) == ("SIMRS Baru", 6)
    assert {key for key in named(desk.store) if "/application/" in key} == {KEEP}


def test_the_same_files_again_change_nothing(desk: Desk) -> None:
    merge(desk)
    before = exactly(desk.store)
    again = delivery(health(rto_hours=4), social(rto_hours=8, description="rumah sakit"))  # type: ignore[arg-type]
    plan = desk.load(again)
    assert not plan.step.records
    assert not {"other_scope", "other_name", "repeated_row"} & set(rules_of(plan))
    assert exactly(desk.store) == before


def test_a_reference_by_the_old_code_still_means_what_was_merged(desk: Desk) -> None:
    merge(desk)
    desk.load(delivery(row(K.SERVICE, "DAL-8", "Rujukan", saying(R.REALIZED_BY, "DAA-9"), agency=SOCIAL)))
    assert ("DAL-8", "REALIZED_BY", "DAA-1") in links_of(desk.store)


def test_what_a_third_agency_says_by_the_old_code_stays_and_comes_back(desk: Desk) -> None:
    said = saying(R.REALIZED_BY, "DAA-9")
    desk.load(delivery(row(K.SERVICE, "DAL-7", "Surat rujukan", said, agency="Dishub", at=("d.xlsx", 2))))
    before = links_of(desk.store)
    plan = merge(desk)
    assert ("DAL-7", "REALIZED_BY", "DAA-1") in links_of(desk.store)
    undo(desk, plan)
    assert links_of(desk.store) == before


def test_undoing_a_merge_gives_back_exactly_what_was_there(desk: Desk) -> None:
    before = exactly(desk.store)
    plan = merge(desk)
    assert exactly(desk.store) != before
    undo(desk, plan)
    assert exactly(desk.store) == before


def test_a_merge_is_undone_after_later_loads_and_each_gets_what_came_in_for_it(desk: Desk) -> None:
    plan = merge(desk)
    desk.load(delivery(social(saying(R.RUNS_ON, "SRV-1"), rto_hours=9, description="lain")))  # type: ignore[arg-type]
    desk.load(delivery(health(rto_hours=5)))  # type: ignore[arg-type]
    undo(desk, plan)
    kept, gone = named(desk.store)[KEEP], named(desk.store)[GONE]
    assert (kept.properties["rto_hours"], "description" in kept.properties) == (5, False)
    assert (gone.properties["rto_hours"], gone.properties["description"]) == (9, "lain")
    found = links_of(desk.store)
    assert ("DAA-9", "RUNS_ON", "SRV-9") not in found
    assert ("DAL-9", "REALIZED_BY", "DAA-9") in found


def test_relations_stated_for_the_merged_stay_its_own(desk: Desk) -> None:
    said = stated(GONE, R.RUNS_ON, "dinkes/server/SRV-1", group="web")
    desk.load(delivery(relations=[said]))
    plan = merge(desk)
    desk.load(delivery(relations=[stated(GONE, R.RUNS_ON, "dinsos/server/SRV-9", group="web")]))
    undo(desk, plan)
    grouped = {
        (one.source, one.target, one.properties.get("group"))
        for one in exactly(desk.store)["relations"].values()
        if one.relation is R.RUNS_ON and one.properties.get("group")
    }
    keys = {key: element.uid for key, element in named(desk.store).items()}
    assert grouped == {(keys[GONE], keys["dinsos/server/SRV-9"], "web")}


def test_a_replacing_delivery_of_one_agency_does_not_retire_what_the_other_still_lists(desk: Desk) -> None:
    merge(desk)
    other = row(K.APPLICATION, "DAA-7", "Lain", owner(SOCIAL), agency=SOCIAL, at=("b.xlsx", 2))
    desk.replace(delivery(other), allow_retire=1.0)
    assert named(desk.store)[KEEP].status is Status.ACTIVE
    assert ("DAA-1", "RUNS_ON", "SRV-9") not in links_of(desk.store)


def test_a_merge_leaves_a_trace_in_history_loads_and_difference(desk: Desk) -> None:
    gone = named(desk.store)[GONE].uid
    plan = merge(desk)
    kept, load = named(desk.store)[KEEP], plan.step.load.id
    (told,) = [one for one in history.history(desk.store, kept.uid) if one.property == history.MERGED]
    assert (told.load, told.after) == (load, GONE)
    assert merging.told(desk.store) == {load: [(GONE, KEEP)]}
    found = difference_between(desk.store, desk.metamodel, load, None, date(2026, 11, 24))
    assert found.merged == {gone: KEEP}
    assert show(desk.store, kept).origins["rto_hours"].place.file == "a.xlsx"


def test_the_code_of_what_was_merged_finds_what_has_it_now_unless_it_was_taken(desk: Desk) -> None:
    plan = merge(desk)
    assert element_for(desk.store, "DAA-9").key == KEEP
    assert [(one.key, one.formerly) for one in find(desk.store, "daa-9")[0]] == [(KEEP, GONE)]
    then = past(desk.store, desk.metamodel, plan.step.load.id)
    assert then.element_for("DAA-9").key == KEEP
    desk.load(delivery(row(K.APPLICATION, "DAA-9", "Lain", agency="Dishub", at=("d.xlsx", 2))))
    assert element_for(desk.store, "DAA-9").name == "Lain"


def test_lineage_does_not_count_what_fell_away_with_the_merge(desk: Desk) -> None:
    desk.load(delivery(health(saying(R.RUNS_ON, "SRV-1"), saying(R.REPLACES, GONE), rto_hours=4)))  # type: ignore[arg-type]
    merge(desk)
    told = lineage(desk.store, desk.metamodel, named(desk.store)[KEEP])
    counting = {(one.property, one.value) for one in told if one.counts and one.place.file}
    assert ("owner", HEALTH) in counting
    assert not {("owner", SOCIAL), ("replaces", GONE)} & counting


def test_undoing_a_merge_tells_what_a_later_load_states_of_the_kept_one(desk: Desk) -> None:
    service = "dinsos/service/DAL-9"
    desk.load(delivery(relations=[stated(service, R.REALIZED_BY, GONE, weight=2)]))
    desk.load(
        delivery(row(K.SERVICE, "DAL-9", "Rawat", agency=SOCIAL, at=("l.xlsx", 2), emptied=("realized_by",)))
    )
    plan = merge(desk)
    assert "undo_restated" not in rules_of(planned_undo(desk.store, desk.metamodel, plan.step.load))
    again = desk.load(delivery(relations=[stated(service, R.REALIZED_BY, KEEP, weight=2)]))
    told = planned_undo(desk.store, desk.metamodel, plan.step.load).findings
    (finding,) = [one for one in told if one.rule == "undo_restated"]
    assert again.step.load.id in finding.message.en
    assert "do not come back: 1;" in finding.message.en


@pytest.mark.parametrize("key", [KEEP, GONE])
def test_a_merge_holds_again_when_what_it_was_about_is_loaded_again(store: Store, key: str) -> None:
    desk = Desk(store)
    desk.load(SERVERS)
    loads = {KEEP: desk.load(delivery(health())), GONE: desk.load(delivery(social()))}  # type: ignore[arg-type]
    made = merge(desk).step.load.id
    before = exactly(store)
    plan = undo(desk, loads[key])
    (told,) = [one for one in plan.findings if one.rule == "undo_merge_stands"]
    assert key in told.message.en
    assert f"simpul undo {made}" in told.fix.en
    assert told.rule not in [one.finding.rule for one in open_findings(store)]
    desk.load(loads_again(key))
    assert exactly(store) == before


def loads_again(key: str) -> Reading:
    return delivery(health() if key == KEEP else social())  # type: ignore[arg-type]


def test_chains_of_merges_end_at_the_last(desk: Desk) -> None:
    desk.load(delivery(row(K.APPLICATION, "DAA-5", "Ketiga", agency=SOCIAL, url="c.go.id")))
    third = "dinsos/application/DAA-5"
    first = merge(desk, GONE, third)
    merge(desk, KEEP, GONE)
    assert set(named(desk.store)[KEEP].aliases) == {GONE, third}
    assert element_for(desk.store, third).key == KEEP
    undo(desk, first)
    assert third in named(desk.store)
    assert named(desk.store)[KEEP].aliases == (GONE,)


def test_the_past_and_the_history_know_two_until_they_were_merged(desk: Desk) -> None:
    loads = [load.id for load in records.loads(desk.store)]
    plan = merge(desk)
    then = as_of(desk.store, desk.metamodel, loads[-1])
    assert {GONE, KEEP} <= {element.key for element in then.elements.values()}
    now = as_of(desk.store, desk.metamodel, plan.step.load.id)
    here = present(desk.store)
    assert (dict(now.elements), dict(now.relations)) == (dict(here.elements), dict(here.relations))
    kept = named(desk.store)[KEEP]
    changes = history.history(desk.store, kept.uid)
    (description,) = [one for one in changes if one.property == "description"]
    assert (description.load, description.before) == (plan.step.load.id, None)
    origin = show(desk.store, kept).origins["description"]
    assert origin.place.file == "b.xlsx"


def test_what_the_kept_one_says_itself_comes_from_its_own_row(store: Store) -> None:
    desk = Desk(store)
    for reading in (SERVERS, delivery(health(description="sama")), delivery(social(description="sama"))):
        desk.load(reading)
    merge(desk)
    kept = named(desk.store)[KEEP]
    assert show(desk.store, kept).origins["description"].place.file == "a.xlsx"
    cells = lineage(desk.store, desk.metamodel, kept, ["description"])
    assert [(one.place.file, one.counts) for one in cells] == [("a.xlsx", True), ("b.xlsx", False)]


def test_decisions_about_the_merged_are_about_what_it_is_now(desk: Desk) -> None:
    desk.load(delivery(row(K.APPLICATION, "DAA-5", "Ketiga", agency=SOCIAL)))
    elements = named(desk.store)
    third, gone, kept = (elements[key].uid for key in ("dinsos/application/DAA-5", GONE, KEEP))
    said = [Judgement(left=gone, right=third, verdict=Verdict.DISTINCT)]
    decide(desk.store, desk.metamodel, said, desk.writer)
    plan = merge(desk)
    (decision,) = standing_decisions(desk.store).values()
    assert set(decision.pair) == {kept, third}
    undo(desk, plan)
    (decision,) = standing_decisions(desk.store).values()
    assert set(decision.pair) == {gone, third}


def test_merging_what_was_decided_to_be_distinct_is_told_and_goes_on(desk: Desk) -> None:
    assert planned_merge(desk.store, desk.metamodel, (KEEP, GONE), {}, desk.edit()).cautions == ()
    elements = named(desk.store)
    gone, kept = (elements[key].uid for key in (GONE, KEEP))
    said = Judgement(left=gone, right=kept, verdict=Verdict.DISTINCT, note="lain rumah sakit")
    decide(desk.store, desk.metamodel, [said], desk.writer)
    found = planned_merge(desk.store, desk.metamodel, (KEEP, GONE), {}, desk.edit())
    assert found.asks
    (finding,) = found.cautions
    assert (finding.rule, finding.severity, finding.element) == ("merged_distinct", Severity.WARNING, kept)
    for text in finding.message.both:
        assert all(word in text for word in ("SIMRS", "SIM RS Kota", "penguji", "24 Nov 2026", said.note))
    assert "only if that decision was wrong" in finding.fix.en
    desk.apply(found.plan)
    assert GONE not in named(desk.store)
    assert "merged_distinct" not in [one.finding.rule for one in open_findings(desk.store)]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ((KEEP,), "name the element to keep"),
        ((KEEP, KEEP), "different elements"),
        ((KEEP, "dinkes/server/SRV-1"), "one kind"),
    ],
)
def test_what_cannot_be_one_is_refused_with_what_to_do(desk: Desk, keys: tuple[str, ...], words: str) -> None:
    before = exactly(desk.store)
    with pytest.raises(RefusedChange) as refused:
        merge(desk, *keys)
    assert words in refused.value.fix.en
    assert exactly(desk.store) == before


def test_a_merged_element_edited_by_hand_keeps_the_edit(desk: Desk) -> None:
    merge(desk)
    desk.apply(planned_set(desk.store, desk.metamodel, GONE, {"rto_hours": "2"}, desk.edit()))
    desk.load(delivery(social(rto_hours=8, description="baru")))  # type: ignore[arg-type]
    assert named(desk.store)[KEEP].properties["rto_hours"] == 2


def test_one_of_several_references_is_taken_away_and_stays_away(desk: Desk) -> None:
    both = (saying(R.RUNS_ON, "SRV-1"), saying(R.RUNS_ON, "SRV-9"))
    desk.load(delivery(health(*both, rto_hours=4)))  # type: ignore[arg-type]
    ends = (KEEP, "RUNS_ON", "dinsos/server/SRV-9")
    plan = desk.apply(planned_removal(desk.store, desk.metamodel, ends, desk.edit()))
    runs_on = {("DAA-1", "RUNS_ON", "SRV-1")}
    mine = {one for one in links_of(desk.store) if one[:2] == ("DAA-1", "RUNS_ON")}
    assert mine == runs_on
    desk.load(delivery(health(*both, rto_hours=5)))  # type: ignore[arg-type]
    assert {one for one in links_of(desk.store) if one[:2] == ("DAA-1", "RUNS_ON")} == runs_on
    undo(desk, plan)
    assert len({one for one in links_of(desk.store) if one[:2] == ("DAA-1", "RUNS_ON")}) == 2


def test_a_relation_that_is_not_there_cannot_be_taken_away(desk: Desk) -> None:
    with pytest.raises(RefusedChange) as refused:
        planned_removal(desk.store, desk.metamodel, (KEEP, "RUNS_ON", "SRV-9"), desk.edit())
    assert "simpul show" in refused.value.fix.en


_STEPS = st.lists(
    st.sampled_from(["health", "social", "health changed", "social changed", "merge", "undo"]),
    min_size=1,
    max_size=6,
)


@given(_STEPS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_order_of_loads_and_merges_the_graph_is_the_fold_of_the_records(
    store: Store, steps: list[str]
) -> None:
    desk = filled(emptied(store))
    merged: list[Plan] = []
    for number, step in enumerate(steps):
        if step == "merge" and not merged:
            merged.append(merge(desk))
        elif step == "undo" and merged:
            undo(desk, merged.pop())
        elif step.startswith("health"):
            desk.load(delivery(health(rto_hours=4 + number * ("changed" in step))))  # type: ignore[arg-type]
        elif step.startswith("social"):
            desk.load(delivery(social(rto_hours=8 + number * ("changed" in step))))  # type: ignore[arg-type]
    last = records.loads(store)[-1].id
    folded, here = as_of(store, desk.metamodel, last), present(store)
    assert dict(folded.elements) == dict(here.elements)
    assert dict(folded.relations) == dict(here.relations)
    while merged:
        undo(desk, merged.pop())
    assert {KEEP, GONE} <= set(named(store))
