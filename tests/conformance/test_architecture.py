"""The whole architecture, its past, its totals and choosing in it: the same on each engine."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.draft import Draft
from model.faults import RefusedQuestion, UnknownElement
from model.folding import fold
from model.metamodel.shipped import shipped
from model.record import Mode
from queries.architecture import Architecture, as_of, present, snapshot_of
from queries.loads.undo import planned_undo
from queries.past import past
from queries.selection import matching, shared_properties, shared_values
from queries.store.store import Store
from queries.totals import Totals, totals
from tests.support.deliveries import Desk, K, R, delivery, emptied, owner, row, saying

FIRST = delivery(
    row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, "SRV-1"), criticality="high"),
    row(K.SERVER, "SRV-1", "Server lama", at=("s.xlsx", 2)),
)
SECOND = delivery(
    row(K.APPLICATION, "DAA-1", "SIMRS Baru", saying(R.RUNS_ON, "SRV-2"), saying(R.CALLS, "belum ada")),
    row(K.SERVER, "SRV-2", "Server baru", saying(R.HOSTED_ON, "SRV-1"), at=("s.xlsx", 3)),
)

PLACES = delivery(
    row(K.COMPUTING_FACILITY, "GA", "Gedung A", at=("p.xlsx", 2)),
    row(K.COMPUTING_FACILITY, "ROOM", "Ruang", saying(R.LOCATED_IN, "GA"), at=("p.xlsx", 3)),
    row(K.COMPUTING_FACILITY, "RACK", "Rak", saying(R.LOCATED_IN, "ROOM"), at=("p.xlsx", 4)),
    row(
        K.SERVER, "SRV-1", "Satu", saying(R.LOCATED_IN, "RACK"), saying(R.SUPPLIED_BY, "V"), at=("s.xlsx", 2)
    ),
    row(K.SERVER, "SRV-2", "Dua", saying(R.LOCATED_IN, "ROOM"), at=("s.xlsx", 3)),
    row(K.VENDOR, "V", "PT Penyedia", at=("v.xlsx", 2)),
)


def plain(whole: Architecture) -> tuple[object, ...]:
    """Return an architecture without what only the present knows: near names to choose from."""
    waiting = {(ref.holder, ref.relation, ref.text, ref.reversed) for ref, _ in whole.open}
    return dict(whole.elements), dict(whole.relations), waiting


def test_each_past_folded_anew_is_what_was_present_then(store: Store) -> None:
    desk = Desk(store)
    seen = []
    for one in (FIRST, SECOND):
        load = desk.load(one).step.load.id
        seen.append((load, plain(present(store))))
    assert seen[0][1] != seen[1][1]
    for load, then in seen:
        assert plain(as_of(store, desk.metamodel, load)) == then


def test_what_was_undone_since_does_not_count_in_the_past(store: Store) -> None:
    desk = Desk(store)
    desk.load(FIRST)
    before = plain(present(store))
    load = desk.load(SECOND).step.load
    desk.apply(planned_undo(store, desk.metamodel, load))
    assert plain(as_of(store, desk.metamodel, load.id)) == before


def test_a_link_ends_when_its_code_stands_for_two_be_the_first_in_the_same_file(store: Store) -> None:
    desk = Desk(store)
    server = row(K.SERVER, "SRV-1", "Server lama", at=("s.xlsx", 2))
    desk.load(delivery(row(K.APPLICATION, "DAA-1", "SIMRS", saying(R.RUNS_ON, "SRV-1")), server))
    plan = desk.load(delivery(server, row(K.SERVER, "SRV-1", "Server lain", at=("s.xlsx", 3))))
    assert [edge.relation for edge in plan.graph.relations_removed] == [R.RUNS_ON]
    assert [reference.text for reference in plan.graph.references_opened] == ["SRV-1"]
    assert plain(as_of(store, desk.metamodel, plan.step.load.id)) == plain(present(store))


_NAMES = ("Satu", "Dua", "Satu, Dua", "S-1 Satu")
_TEXTS = (*_NAMES, "S-1", "S-2 Dua", "Dua (S-1)", "dinkes/server/S-1", "dinsos/server/S-1")
_KINDS = (K.SERVER, K.APPLICATION, K.ORG_UNIT)
_AGENCIES = ("Dinas Kesehatan", "Dinas Sosial")
_UNITS = ("Bidang Satu Dinas Kesehatan", "Dinas Kesehatan dan Sosial", "Dinas Sosial")


@st.composite
def _rows(draw: st.DrawFn) -> Draft:
    kind, agency = draw(st.sampled_from(_KINDS)), draw(st.sampled_from(_AGENCIES))
    if kind is K.ORG_UNIT:
        return row(kind, None, draw(st.sampled_from(_UNITS)), agency=agency)
    if kind is K.SERVER:
        code = draw(st.sampled_from(["S-1", "S-2", None]))
        return row(kind, code, draw(st.sampled_from(_NAMES)), agency=agency)
    said = [saying(R.RUNS_ON, draw(st.sampled_from(_TEXTS))), owner(draw(st.sampled_from(_UNITS)))]
    return row(kind, draw(st.sampled_from(["A-1", "A-2"])), "Aplikasi", *said, agency=agency)


_MODES = st.sampled_from([Mode.MERGE, Mode.MERGE, Mode.REPLACE])
_LOADS = st.lists(st.tuples(_MODES, st.lists(_rows(), min_size=1, max_size=4)), min_size=2, max_size=4)


@given(_LOADS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_loaded_the_newest_past_is_the_present(
    store: Store, loads: list[tuple[Mode, list[Draft]]]
) -> None:
    desk = Desk(emptied(store))
    for mode, drafts in loads:
        rows = (replace(one, place=replace(one.place, row=n)) for n, one in enumerate(drafts, start=2))
        load = desk.load(delivery(*rows), mode=mode, allow_retire=1.0).step.load.id
        assert plain(as_of(store, desk.metamodel, load)) == plain(present(store))


def test_a_past_can_be_asked_like_the_present(store: Store) -> None:
    desk = Desk(store)
    load = desk.load(FIRST).step.load.id
    snapshot = snapshot_of(desk.metamodel, as_of(store, desk.metamodel, load), 1)
    assert {"dinkes/application/DAA-1", "dinkes/server/SRV-1"} <= set(snapshot.keys)


def test_all_that_match_every_condition_are_chosen(store: Store) -> None:
    desk = Desk(store)
    desk.load(FIRST)
    desk.load(SECOND)
    keys = {uid: element.key for uid, element in present(store).elements.items()}

    def chosen(**conditions: str) -> set[str]:
        return {keys[uid] for uid in matching(store, desk.metamodel, conditions)}

    assert chosen(kind="server") == {"dinkes/server/SRV-1", "dinkes/server/SRV-2"}
    assert chosen(kind="Server", name="server BARU") == {"dinkes/server/SRV-2"}
    assert chosen(criticality="Tinggi") == {"dinkes/application/DAA-1"}
    with pytest.raises(UnknownElement):
        chosen(kind="Server", criticality="high")
    with pytest.raises(RefusedQuestion) as refused:
        chosen(warna="merah")
    assert "docs/metamodel.md" in refused.value.fix.en


def test_all_that_stands_in_a_room_is_chosen_by_the_room(store: Store) -> None:
    desk = Desk(store)
    desk.load(PLACES)
    keys = {uid: element.key for uid, element in present(store).elements.items()}

    def chosen(**conditions: str) -> set[str]:
        return {keys[uid].rpartition("/")[2] for uid in matching(store, desk.metamodel, conditions)}

    assert chosen(located_in="Gedung A") == {"ROOM", "RACK", "SRV-1", "SRV-2"}
    assert chosen(LOCATED_IN="dinkes/computingfacility/RACK") == {"SRV-1"}
    assert chosen(supplied_by="PT Penyedia", located_in="ROOM") == {"SRV-1"}
    with pytest.raises(UnknownElement):
        chosen(located_in="Gedung Z")


MOVED = delivery(
    row(K.SERVER, "SRV-1", "Satu", saying(R.LOCATED_IN, "ELSEWHERE"), at=("s.xlsx", 2)),
    row(K.COMPUTING_FACILITY, "ELSEWHERE", "Lain", at=("p.xlsx", 9)),
)
SHARED = delivery(
    row(K.APPLICATION, "A", "Satu", framework="Laravel", language="PHP", users=10),
    row(K.APPLICATION, "B", "Dua", framework="laravel", users=10, at=("a.xlsx", 3)),
    row(K.APPLICATION, "C", "Tiga", framework="Django", users=10, at=("a.xlsx", 4)),
    row(K.APPLICATION, "D", "Empat", framework="Django", at=("a.xlsx", 5)),
)


def test_all_that_match_are_chosen_as_it_stood_after_a_load(store: Store) -> None:
    desk = Desk(store)
    then = past(store, desk.metamodel, desk.load(PLACES).step.load.id)
    (moved,) = matching(store, desk.metamodel, {"name": "Satu"})
    in_room = {"located_in": "ROOM", "kind": "server"}
    assert moved in matching(store, desk.metamodel, in_room)
    desk.load(MOVED)
    assert moved not in matching(store, desk.metamodel, in_room)
    assert moved in matching(store, desk.metamodel, in_room, then)
    with pytest.raises(UnknownElement):
        matching(store, desk.metamodel, {"located_in": "ELSEWHERE"}, then)


def test_the_past_is_searched_like_the_present(store: Store) -> None:
    desk = Desk(store)
    then = past(store, desk.metamodel, desk.load(PLACES).step.load.id)
    facilities = {"kind": "ComputingFacility", "status": "active"}
    for conditions in ({"located_in": "Gedung A"}, {"supplied_by": "PT Penyedia"}, facilities):
        now = matching(store, desk.metamodel, conditions)
        assert matching(store, desk.metamodel, conditions, then) == now


@pytest.mark.parametrize("of", ["now", "then"])
def test_what_elements_share_is_offered_with_the_values_there_are(store: Store, of: str) -> None:
    desk = Desk(store)
    load = desk.load(SHARED).step.load.id
    among = past(store, desk.metamodel, load) if of == "then" else None
    offered = shared_properties(store, shipped(), [K.APPLICATION], among)
    assert "framework" in offered
    assert {"name", "language", "users"}.isdisjoint(offered)  # its own, nothing shared, no words
    assert list(map(fold, shared_values(store, "framework", among))) == ["django", "laravel"]


def test_totals_count_what_was_brought_in(store: Store) -> None:
    desk = Desk(store)
    assert totals(store) == Totals(elements=0, relations=0, loads=0, revision=0)
    desk.load(FIRST)
    whole = present(store)
    assert totals(store) == Totals(len(whole.elements), len(whole.relations), loads=1, revision=1)
