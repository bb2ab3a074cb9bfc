"""Learnt weights are used when a person accepts them, every choice is on record, and there is a way back."""

from dataclasses import replace
from pathlib import Path

from model.decision import Basis, Decision, Verdict, pair_of
from queries import backup
from queries.redundancy.bases import lessons_from
from queries.redundancy.engine import compare
from queries.redundancy.evidence import Evidence
from queries.redundancy.scoring import ENGINE, Weights
from queries.redundancy.weighting import (
    Learnt,
    accept,
    choices,
    doubtful,
    foretold,
    go_back,
    learnt_from,
    moved_with,
    waiting_with,
    weights_in_use,
)
from queries.store.store import Statement, Store
from tests.support.applications import LEXICON, application, inventory
from tests.support.decided import decision
from tests.support.deliveries import Desk, K, delivery, row


def decided(count: int) -> list[Decision]:
    """Return decisions of both sorts that the shipped weights do not explain: only services tell."""
    made = []
    for number in range(2 * count):
        same = number % 2 == 0
        noted = Basis(
            evidence={"services": float(same), "name": 0.4}, undescribed=0.0, score=0.1, engine=ENGINE
        )
        verdict = Verdict.DUPLICATE if same else Verdict.DISTINCT
        made.append(decision(number, f"l{number}", f"r{number}", verdict=verdict, basis=noted))
    return made


def learnt() -> Learnt:
    found = learnt_from(lessons_from(decided(30)), Weights())
    assert found is not None
    return found


def test_too_few_decisions_teach_no_weights() -> None:
    assert learnt_from(lessons_from(decided(9)), Weights()) is None


def test_learnt_weights_say_how_much_they_explain_before_and_after() -> None:
    found = learnt()
    assert (found.before, found.after, found.decisions) == (0.5, 1.0, 60)
    assert found.weights.evidence[Evidence.SERVICES] > Weights().evidence[Evidence.SERVICES]


def test_weights_that_explain_fewer_decisions_than_those_in_use_are_worse() -> None:
    found = learnt()
    assert not found.worse
    assert not replace(found, after=found.before).worse
    assert replace(found, after=found.before - 0.01).worse


def test_nothing_is_learnt_until_somebody_accepts_it_and_there_is_a_way_back(store: Store) -> None:
    desk, found = Desk(store), learnt()
    assert (choices(store), weights_in_use(store)) == ([], Weights())
    accepted = accept(store, found, desk.writer)
    assert (accepted.version, accepted.by, accepted.learnt) == (1, "penguji", found)
    assert weights_in_use(store) == found.weights
    assert (found.differs(Weights()), found.differs(weights_in_use(store))) == (True, False)
    back = go_back(store, desk.writer)
    assert (back.version, back.learnt) == (2, None)
    assert weights_in_use(store) == Weights()
    assert choices(store) == [accepted, back]
    assert accept(store, found, desk.writer).version == 3


def test_weights_learnt_for_another_engine_are_not_used(store: Store) -> None:
    assert not accept(store, learnt(), Desk(store).writer).outdated
    store.write([Statement("MATCH (w:Weighting) SET w.engine = '0'", {})])
    assert weights_in_use(store) == Weights()
    assert (choices(store)[0].learnt, choices(store)[0].outdated) == (learnt(), True)


def test_choices_come_back_from_a_backup(store: Store, tmp_path: Path) -> None:
    desk = Desk(store)
    desk.load(delivery(row(K.APPLICATION, "DAA-1", "SIMRS")))
    accept(store, learnt(), desk.writer)
    before = choices(store)
    backup.backup(store, tmp_path / "all.simpul")
    go_back(store, desk.writer)
    backup.restore(store, tmp_path / "all.simpul", replace=True)
    assert choices(store) == before


def test_how_many_pairs_wait_with_other_weights_is_told_before_they_are_used() -> None:
    found = compare(
        inventory(
            application("HADIR", "bkd", "presensi pegawai"),
            application("e-Absen", "dinkes", "daftar hadir"),
            application("Absensi", "dinsos", "absensi pegawai"),
        ),
        LEXICON,
    )
    pairs = [pair_of(*pair.ends) for pair in found.pairs()]
    assert pairs
    assert waiting_with(found, Weights(), {}) == len(pairs)
    for verdict, left in ((Verdict.DISTINCT, len(pairs) - 1), (Verdict.POSTPONE, len(pairs))):
        made = decision(1, *pairs[0], verdict=verdict)
        assert waiting_with(found, Weights(), {pairs[0]: made}) == left
    assert waiting_with(found, Weights(baseline=-30.0), {}) == 0


def test_the_pairs_that_come_and_go_with_other_weights_are_named_national_ones_first() -> None:
    found = compare(
        inventory(
            application("HADIR", "bkd", "presensi pegawai"),
            application("e-Absen", "nasional", "daftar hadir"),
            application("Absensi", "dinsos", "absensi pegawai"),
        ),
        LEXICON,
    )
    told = {pair_of(*pair.ends) for pair in found.pairs()}
    gone = moved_with(found, Weights(baseline=-30.0), {})
    assert {pair_of(*one.pair.ends) for one in gone} == told
    assert all(one.before >= 0.5 > one.after and not one.appears for one in gone)
    assert [one.national for one in gone] == sorted((one.national for one in gone), reverse=True)
    assert gone[0].national
    ends = pair_of(*gone[0].pair.ends)
    decided_one = {ends: decision(1, *ends, verdict=Verdict.DISTINCT)}
    assert len(moved_with(found, Weights(baseline=-30.0), decided_one)) == len(gone) - 1
    low = compare(found.corpus, LEXICON, Weights(baseline=-30.0))
    assert all(one.appears for one in moved_with(low, Weights(), {}))
    assert moved_with(found, Weights(), {}) == []


def test_decisions_are_judged_by_what_the_others_teach() -> None:
    assert foretold(lessons_from(decided(9))) is None
    assert foretold(lessons_from(decided(30))) == 1.0
    odd = [*decided(10)]
    odd[0] = replace(odd[0], verdict=Verdict.DISTINCT)
    odd[1] = replace(odd[1], verdict=Verdict.DUPLICATE)
    share = foretold(lessons_from(odd))
    assert share is not None
    assert share <= 0.9


def test_decisions_on_strong_pairs_are_not_counted_as_doubtful() -> None:
    basis = Basis(evidence={}, undescribed=0.0, score=0.95, engine=ENGINE)
    made = [
        decision(1, "a", "b", basis=basis),
        decision(2, "a", "c", basis=replace(basis, score=0.6)),
        decision(3, "a", "d", basis=replace(basis, score=0.6), verdict=Verdict.POSTPONE),
        decision(4, "b", "d"),
    ]
    assert doubtful(made) == 1
