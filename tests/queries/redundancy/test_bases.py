"""The evidence of a decision is noted by name, and read again as a lesson for the weights."""

from dataclasses import replace

import numpy as np
import pytest

from model.decision import Basis, Verdict
from model.knowledge import Concept, Knowledge
from model.metamodel.shipped import shipped
from model.text import same
from queries.architecture import present, snapshot_of
from queries.redundancy.bases import basis_between, basis_of, lessons_from, pair_between
from queries.redundancy.engine import Comparison, compare
from queries.redundancy.evidence import ALL, COLUMN, Evidence
from queries.redundancy.scoring import ENGINE, Weights
from queries.redundancy.words.lexicon import Lexicon
from queries.store.store import Store
from tests.support.decided import corpus, decision
from tests.support.deliveries import Desk, K, delivery, named, row

KNOWLEDGE = Knowledge(
    concepts=(Concept(name="presensi", label=same("presensi"), phrases=("absensi", "presensi")),)
)
APPS = corpus(
    ("a", "Absensi Pegawai", "mencatat absensi pegawai"),
    ("b", "Presensi Pegawai", "presensi pegawai harian"),
    ("c", "Retribusi Parkir", ""),
)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(APPS, Lexicon(KNOWLEDGE))


def basis(**evidence: float) -> Basis:
    return Basis(evidence=evidence, undescribed=1.0, score=0.5, engine=ENGINE)


def test_a_pair_that_is_looked_at_is_the_basis_of_a_decision(comparison: Comparison) -> None:
    pair = comparison.pair(0)
    noted = basis_of(pair)
    assert (noted.score, noted.engine, noted.undescribed) == (pair.score, ENGINE, 0.0)
    for one in ALL:
        value = pair.evidence[COLUMN[one]]
        assert (one.value not in noted.evidence) == bool(np.isnan(value))
        assert noted.evidence.get(one.value, 0.0) == pytest.approx(float(np.nan_to_num(value)), abs=1e-6)


def test_two_elements_are_a_pair_whatever_their_order(comparison: Comparison) -> None:
    features, weights = comparison.features, Weights()
    one, two = (pair_between(features, ends, weights) for ends in (("b", "a"), ("a", "b")))
    assert one is not None and two is not None
    assert basis_of(one) == basis_of(two) == basis_of(comparison.pair(0))
    assert pair_between(features, ("a", "gone"), weights) is None
    assert pair_between(features, ("a", "a"), weights) is None


def test_duplicates_and_overlaps_teach_the_same_and_distinct_ones_the_contrary() -> None:
    noted = basis(name=0.5, of_a_later_engine=1.0)
    made = [
        decision(1, "a", "b", basis=noted),
        decision(2, "a", "c", verdict=Verdict.OVERLAP, basis=noted),
        decision(3, "b", "c", verdict=Verdict.DISTINCT, basis=noted),
        decision(4, "a", "d", verdict=Verdict.POSTPONE, basis=noted),
        decision(5, "b", "d", basis=noted),
        decision(6, "d", "b", verdict=Verdict.POSTPONE, basis=noted),
    ]
    lessons = lessons_from(made)
    assert lessons.same.tolist() == [True, True, False]
    assert lessons.undescribed.tolist() == [1.0, 1.0, 1.0]
    assert lessons.values[0, COLUMN[Evidence.NAME]] == 0.5
    assert np.isnan(lessons.values).sum(axis=1).tolist() == [len(ALL) - 1] * 3


def test_evidence_of_another_engine_is_read_again_or_left_out(comparison: Comparison) -> None:
    older = replace(basis(name=0.5), engine="0")
    made = [
        decision(1, "b", "a", basis=older),
        decision(2, "a", "c", verdict=Verdict.DISTINCT),
        decision(3, "a", "gone", basis=older),
    ]
    assert lessons_from(made).same.tolist() == []
    lessons = lessons_from(made, comparison)
    assert lessons.same.tolist() == [True, False]
    for row_, (one, two) in zip(lessons.values, ((0, 1), (0, 2)), strict=True):
        place = comparison.row_of(one, two)
        assert place is not None
        assert row_ == pytest.approx(comparison.table.values[place], abs=1e-6, nan_ok=True)


def test_no_decision_teaches_nothing() -> None:
    assert (len(lessons_from([]).same), lessons_from([]).enough) == (0, False)


def test_the_evidence_between_two_elements_of_a_store(store: Store) -> None:
    desk = Desk(store, shipped())
    apps = [
        row(K.APPLICATION, f"DAA-{n}", name, at=("a.xlsx", n), description=text)
        for n, name, text in ((1, "Absensi", "absensi pegawai"), (2, "Presensi", ""), (3, "Lama", ""))
    ]
    servers = [row(K.SERVER, f"SRV-{n}", "Server", at=("s.xlsx", n)) for n in (1, 2)]
    desk.load(delivery(*apps, *servers))
    snapshot = snapshot_of(desk.metamodel, present(store), 1)
    uids = {key.rpartition("/")[2]: element.uid for key, element in named(store).items()}

    def between(one: str, two: str) -> Basis | None:
        return basis_between(store, snapshot, KNOWLEDGE, (uids[one], uids.get(two, two)), Weights())

    found = between("DAA-2", "DAA-1")
    assert found is not None
    assert (found.evidence["function"], found.undescribed, found.engine) == (1.0, 1.0, ENGINE)
    assert found == between("DAA-1", "DAA-2")
    assert between("SRV-1", "SRV-2") is None
    assert between("DAA-1", "gone") is None
