"""Decisions about pairs are records: kept, read, replaced, withdrawn, and never part of the graph's fold."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from ingest.edit.editing import planned_retirement
from model.decision import Basis, Standing, Verdict, pair_of
from model.faults import ModelerError, RefusedChange, UnknownElement
from model.record import Mode
from model.text import Text
from queries import backup, graph, records
from queries.findings import open_findings
from queries.history import history, load_named
from queries.loads import applying
from queries.loads.applying import Writer
from queries.loads.plan import GraphChange
from queries.loads.undo import planned_undo
from queries.redundancy.decisions import (
    LONGEST_NOTE,
    NOTHING,
    Judgement,
    Made,
    decide,
    decisions,
    decisions_about,
    rows,
    standing_decisions,
)
from queries.store.store import Statement, Store
from tests.support.deliveries import Clock, Desk, K, delivery, exactly, named, row

BASIS = Basis(evidence={"name": 0.25, "conflict": 0.0}, undescribed=1.0, score=0.61, engine="1")
A, B, C = (f"dinkes/application/DAA-{n}" for n in (1, 2, 3))


def rows_of(*codes: int, name: str = "Aplikasi") -> Any:
    apps = [row(K.APPLICATION, f"DAA-{n}", f"{name} {n}", at=("a.xlsx", n + 1)) for n in codes]
    return delivery(*apps, row(K.SERVER, "SRV-1", "Server", at=("s.xlsx", 2)))


@pytest.fixture
def desk(store: Store) -> Desk:
    """Someone with three applications and a server in the store."""
    made = Desk(store)
    made.load(rows_of(1, 2, 3))
    return made


def uid(desk: Desk, key: str) -> str:
    return str(named(desk.store)[key].uid)


def said(desk: Desk, left: str, right: str, verdict: Verdict, **given: Any) -> Judgement:
    return Judgement(left=uid(desk, left), right=uid(desk, right), verdict=verdict, **given)


def decided(desk: Desk, *judgements: Judgement, writer: Writer | None = None) -> Made:
    return decide(desk.store, desk.metamodel, judgements, writer or desk.writer)


def undo(desk: Desk, load: str) -> None:
    desk.apply(planned_undo(desk.store, desk.metamodel, load_named(desk.store, load)))


def undo_imports(desk: Desk) -> None:
    for load in records.loads(desk.store):
        if load.mode is Mode.MERGE and not load.undone:
            undo(desk, load.id)


def verdicts(desk: Desk) -> dict[tuple[str, str], str]:
    return {pair: one.verdict.value for pair, one in standing_decisions(desk.store).items()}


def test_a_decision_is_kept_with_its_evidence_and_leaves_the_graph_alone(desk: Desk) -> None:
    before, told = exactly(desk.store), open_findings(desk.store)
    revisions = "MATCH (e:Element) RETURN max(e.revision) AS newest"
    newest = desk.store.read(revisions)
    made = decided(desk, said(desk, A, B, Verdict.OVERLAP, note=" sama-sama absensi ", basis=BASIS))
    assert decisions(desk.store) == list(made.decisions)
    (one,) = made.decisions
    assert (one.left.key, one.right.name, one.note) == (A, "Aplikasi 2", "sama-sama absensi")
    assert (one.by, one.basis, made.replaced) == ("penguji", BASIS, (None,))
    assert exactly(desk.store) == before
    assert (open_findings(desk.store), desk.store.read(revisions)) == (told, newest)
    load = records.loads(desk.store)[-1]
    assert (load.id, load.elements, load.relations, load.scope) == (one.load, 0, 0, "dinkes")


def test_both_elements_tell_a_decision_in_their_history(desk: Desk) -> None:
    decided(desk, said(desk, A, B, Verdict.DUPLICATE))
    decided(desk, said(desk, B, A, Verdict.DISTINCT, note="lain tugas"))
    for own, other in ((A, B), (B, A)):
        told = [c for c in history(desk.store, uid(desk, own)) if c.property == "decision"]
        assert [(c.before, c.after, c.other, c.note) for c in told] == [
            (None, "duplicate", other, None),
            ("duplicate", "distinct", other, "lain tugas"),
        ]
        assert told[0].decided() == Text(id=f"keputusan: {other}", en=f"decision: {other}")
    assert not [c for c in history(desk.store, uid(desk, C)) if c.property == "decision"]
    assert len(decisions_about(desk.store, uid(desk, A))) == 2


def test_a_later_decision_counts_and_withdrawing_it_brings_back_the_earlier_one(desk: Desk) -> None:
    first = decided(desk, said(desk, A, B, Verdict.DUPLICATE))
    second = decided(desk, said(desk, B, A, Verdict.DISTINCT))
    assert second.replaced == first.decisions
    pair = pair_of(uid(desk, A), uid(desk, B))
    assert verdicts(desk) == {pair: "distinct"}
    assert [(r.verdict.value, r.superseded) for r in rows(desk.store)] == [
        ("distinct", False),
        ("duplicate", True),
    ]
    before = exactly(desk.store)
    undo(desk, second.load.id)
    assert verdicts(desk) == {pair: "duplicate"}
    undo(desk, first.load.id)
    assert (verdicts(desk), exactly(desk.store)) == ({}, before)


def test_withdrawing_an_earlier_decision_leaves_the_later_one(desk: Desk) -> None:
    first = decided(desk, said(desk, A, B, Verdict.DUPLICATE))
    decided(desk, said(desk, A, B, Verdict.POSTPONE))
    undo(desk, first.load.id)
    assert list(verdicts(desk).values()) == ["postpone"]


def test_a_decision_outlives_reloads_renames_and_replacing_loads(desk: Desk) -> None:
    decided(desk, said(desk, A, B, Verdict.DUPLICATE, basis=BASIS))
    known = verdicts(desk)
    plan = desk.load(rows_of(1, 2, 3))
    assert plan.graph.counts()["elements"] | {"unchanged": 0} == {
        "add": 0, "change": 0, "retire": 0, "unchanged": 0,
    }  # fmt: skip
    desk.load(rows_of(1, 2, 3, name="Nama Baru"))
    desk.replace(rows_of(1, 2, 3, name="Nama Lain"))
    assert verdicts(desk) == known
    (told,) = rows(desk.store)
    assert (told.left_key, told.left_name, told.basis) == (A, "Nama Lain 1", BASIS)


def test_what_is_decided_of_an_element_that_goes_is_still_told(desk: Desk) -> None:
    decided(desk, said(desk, A, B, Verdict.DUPLICATE))
    known = verdicts(desk)
    desk.apply(planned_retirement(desk.store, desk.metamodel, A, desk.edit()))
    assert verdicts(desk) == known
    undo_imports(desk)
    assert A not in named(desk.store)
    assert verdicts(desk) == known
    assert (rows(desk.store)[0].left_key, rows(desk.store)[0].left_name) == (A, "Aplikasi 1")


def test_a_decision_outlives_an_import_that_is_undone_and_loaded_again(desk: Desk) -> None:
    decided(desk, said(desk, A, B, Verdict.DUPLICATE, basis=BASIS))
    for _ in range(2):
        undo_imports(desk)
        assert [one.gone for one in decisions(desk.store)] == [True]
        assert [row.state for row in rows(desk.store)] == [Standing.GONE]
        desk.load(rows_of(1, 2, 3, name="Nama Baru"))
        pair = pair_of(uid(desk, A), uid(desk, B))
        assert verdicts(desk) == {pair: "duplicate"}
        (told,) = rows(desk.store)
        assert (told.left_key, told.left_name, told.state) == (A, "Nama Baru 1", Standing.COUNTS)
        assert [one.pair for one in decisions_about(desk.store, pair[0])] == [pair]
    later = decided(desk, said(desk, B, A, Verdict.DISTINCT))
    assert [one and one.verdict for one in later.replaced] == [Verdict.DUPLICATE]
    assert list(verdicts(desk).values()) == ["distinct"]


def test_only_an_element_of_the_same_kind_inherits_a_decision(desk: Desk) -> None:
    (made,) = decided(desk, said(desk, A, B, Verdict.DUPLICATE)).decisions
    undo_imports(desk)
    desk.load(delivery(row(K.APPLICATION, "DAA-2", "Aplikasi 2"), row(K.SERVER, "DAA-1", "Aplikasi 1")))
    server = named(desk.store)["dinkes/server/DAA-1"]
    taken = "MATCH (e:Element {uid: $uid}) SET e.key = $key"
    desk.store.write([Statement(taken, {"uid": server.uid, "key": A})])
    (decision,) = decisions(desk.store)
    assert (decision.pair, decision.gone) == (made.pair, True)


def test_a_decision_about_a_retired_element_is_about_what_is_there(desk: Desk) -> None:
    decided(desk, said(desk, A, B, Verdict.DUPLICATE))
    desk.apply(planned_retirement(desk.store, desk.metamodel, A, desk.edit()))
    assert [one.gone for one in decisions(desk.store)] == [False]


def test_many_are_decided_in_one_load_and_withdrawn_together(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "ONE_TRANSACTION", 0)  # also in batches
    made = decided(desk, said(desk, A, B, Verdict.DUPLICATE), said(desk, C, B, Verdict.OVERLAP))
    assert {one.load for one in decisions(desk.store)} == {made.load.id}
    assert len(verdicts(desk)) == 2
    undo(desk, made.load.id)
    assert verdicts(desk) == {}


def test_planning_a_decision_or_its_withdrawal_reads_and_folds_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    judgement = said(desk, A, B, Verdict.DUPLICATE)

    def read(store: Store) -> None:
        raise AssertionError("the directory was read")

    monkeypatch.setattr(graph, "directory", read)
    made = decided(desk, judgement)
    plan = planned_undo(desk.store, desk.metamodel, load_named(desk.store, made.load.id))
    assert (plan.graph, plan.findings) == (GraphChange(), ())
    desk.apply(plan)
    assert verdicts(desk) == {}


@pytest.mark.parametrize(("state", "left"), [("staging", 0), ("recorded", 1)])
def test_decisions_that_were_cut_off_are_dropped_or_finished_by_the_next_writer(
    desk: Desk, state: str, left: int
) -> None:
    made = decided(desk, said(desk, A, B, Verdict.DUPLICATE))
    cut_off = "MATCH (l:Load {id: $id}) SET l.state = $state"
    desk.store.write([Statement(cut_off, {"id": made.load.id, "state": state})])
    before = exactly(desk.store)
    decided(desk, said(desk, B, C, Verdict.DISTINCT))
    assert (len(decisions(desk.store)), exactly(desk.store)) == (1 + left, before)
    assert len(records.loads(desk.store)) == 2 + left


def test_who_looked_at_an_older_decision_is_told_of_the_newer_one(desk: Desk) -> None:
    (first,) = decided(desk, said(desk, A, B, Verdict.DUPLICATE, seen=NOTHING)).decisions
    other = Writer("siti", desk.clock)
    with pytest.raises(RefusedChange) as refused:
        decided(desk, said(desk, B, A, Verdict.DISTINCT, seen=NOTHING), writer=other)
    assert all(word in refused.value.what.en for word in ("penguji", "duplicate", "2026-11-24", A, B))
    assert "once more" in refused.value.fix.en and "sekali lagi" in refused.value.fix.id
    (second,) = decided(desk, said(desk, B, A, Verdict.DISTINCT, seen=first.id), writer=other).decisions
    with pytest.raises(RefusedChange):
        decided(desk, said(desk, A, B, Verdict.OVERLAP, seen=first.id))
    undo(desk, second.load)
    assert decided(desk, said(desk, A, B, Verdict.OVERLAP, seen=second.id)).replaced == (first,)


@pytest.mark.parametrize("seen", [NOTHING, None])
def test_of_two_who_decide_at_the_same_moment_the_second_is_refused(desk: Desk, seen: str | None) -> None:
    mine, theirs = (said(desk, A, B, v, seen=seen) for v in (Verdict.DUPLICATE, Verdict.DISTINCT))

    def meanwhile() -> None:
        decided(desk, theirs, writer=Writer("siti", desk.clock))

    with pytest.raises(RefusedChange) as refused:
        decided(desk, mine, writer=Writer("budi", _Interrupted(desk.clock, meanwhile)))
    assert "siti" in refused.value.what.en
    assert list(verdicts(desk).values()) == ["distinct"]
    assert [load.by for load in records.loads(desk.store)] == ["penguji", "siti"]


class _Interrupted:
    """A clock; when it is asked a second time, which is before writing, something happens first."""

    def __init__(self, clock: Clock, meanwhile: Callable[[], None]) -> None:
        self._clock, self._meanwhile, self._asked = clock, meanwhile, 0

    def __call__(self) -> datetime:
        self._asked += 1
        now = self._clock()
        if self._asked == 2:
            self._meanwhile()
        return now


def test_what_cannot_be_decided_is_refused_and_leaves_nothing(desk: Desk) -> None:
    both = said(desk, A, B, Verdict.DUPLICATE)
    server = said(desk, A, "dinkes/server/SRV-1", Verdict.DUPLICATE)
    gone = Judgement(left=both.left, right="nobody", verdict=Verdict.DUPLICATE)
    wordy = said(desk, A, B, Verdict.DUPLICATE, note="a" * (LONGEST_NOTE + 1))
    cases: list[tuple[tuple[Judgement, ...], type[ModelerError], str]] = [
        ((), RefusedChange, "at least one"),
        ((both, said(desk, B, A, Verdict.DISTINCT)), RefusedChange, "one decision for each pair"),
        ((said(desk, A, A, Verdict.DUPLICATE),), RefusedChange, "two different"),
        ((server,), RefusedChange, "one kind"),
        ((both, gone), UnknownElement, "load the list again"),
        ((wordy,), RefusedChange, "more briefly"),
    ]
    for judgements, fault, fix in cases:
        with pytest.raises(fault) as refused:
            decided(desk, *judgements)
        assert fix in refused.value.fix.en
    with pytest.raises(RefusedChange) as refused:
        decided(desk, server)
    labels = [desk.metamodel.kind(kind).label.id for kind in (K.APPLICATION, K.SERVER)]
    assert refused.value.what.id.endswith(" dan ".join(labels))
    assert (decisions(desk.store), len(records.loads(desk.store))) == ([], 1)


def test_decisions_come_back_from_a_backup(desk: Desk, tmp_path: Path) -> None:
    decided(desk, said(desk, A, B, Verdict.OVERLAP, note="é", basis=BASIS))
    withdrawn = decided(desk, said(desk, A, C, Verdict.DISTINCT))
    undo(desk, withdrawn.load.id)
    before, listed = decisions(desk.store), rows(desk.store)
    backup.backup(desk.store, tmp_path / "all.simpul")
    decided(desk, said(desk, A, B, Verdict.DISTINCT))
    backup.restore(desk.store, tmp_path / "all.simpul", replace=True)
    assert (decisions(desk.store), rows(desk.store)) == (before, listed)


def test_a_copy_on_the_other_engine_has_the_decisions(both: dict[str, Store]) -> None:
    desk = Desk(both["arcadedb"])
    desk.load(rows_of(1, 2))
    decided(desk, said(desk, A, B, Verdict.DUPLICATE, basis=BASIS))
    backup.copy_into(both["neo4j"], backup.lines(desk.store), replace=False)
    assert rows(both["neo4j"]) == rows(desk.store)


def test_a_decision_about_what_is_another_thing_now_asks_for_a_new_look(desk: Desk) -> None:
    def told(name: str, function: str, number: int) -> bool:
        app = row(K.APPLICATION, None, name, key=A, at=("lain.xlsx", number), function=function)
        desk.load(delivery(app))
        (found,) = rows(desk.store)
        assert ("ditinjau lagi" in found.told_state.id) is found.review
        return found.review

    desk.load(delivery(row(K.APPLICATION, None, "Absensi", key=A, function="kehadiran pegawai kantor")))
    decided(desk, said(desk, A, B, Verdict.DUPLICATE))
    assert not told("Sidik", "kehadiran pegawai", 2)  # a new brand
    assert not told("Absensi", "stok darah", 3)
    assert told("Bank Darah", "stok darah", 4)
