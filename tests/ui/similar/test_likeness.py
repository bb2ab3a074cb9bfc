"""Which groups are told: those of pairs that are told, and those that people joined; what stays as it was."""

from dataclasses import replace

import numpy as np

from model.decision import Verdict, pair_of
from model.kinds import ElementKind
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import weighed
from queries.redundancy.groups.groups import Group, Grouping
from queries.redundancy.scoring import shipped_weights
from tests.support.alike import application, compared, corpus, lexicon, province
from tests.support.decided import decision
from ui.similar.likeness import Asked, Similar, _compared

OF_ALL = application(
    "G1", "Layanan Kota", "sampah, wisata, presensi, surat masuk, dan data pegawai", scope="diskominfo"
)


def similar(*groups: Group, beside: tuple[Entry, ...] = ()) -> Similar:
    return Similar(
        comparison=compared(*province(), *beside),
        neighbour_keys={},
        lexicon=lexicon(),
        made=(),
        decided={},
        grouping=Grouping(groups=groups),
    )


def test_of_a_group_whose_pairs_are_all_unlikely_nothing_is_told_unasked() -> None:
    comparison = compared(*province())
    likely = next(comparison.pairs())
    told = {uid for pair in comparison.pairs() for uid in pair.ends}
    (lonely, *_) = [entry.uid for entry in comparison.corpus.entries if entry.uid not in told]
    first = Group(id="1", members=likely.ends, score=0.9)
    weak = Group(id="2", members=(lonely,), score=0.46)
    joined = Group(id="3", members=(lonely,), score=1.0, confirmed=True)
    assert similar(first, weak).groups == (first,)
    assert similar(first, joined).groups == (first, joined)
    found = similar(first, weak, joined)
    assert found.asked(Asked(at_least=0.4)).groups[-1] == joined
    assert found.asked(Asked(scope=likely.left.scope)).groups == [first]
    assert found.asked(Asked(most=1)).groups == [first]


def test_the_queue_asks_about_doubtful_pairs_unless_another_bound_is_wanted() -> None:
    found = similar(beside=(OF_ALL,))
    comparison = found.comparison
    doubtful = [pair.ends for pair in comparison.doubtful()]
    assert doubtful == [
        ("G1", "D1"),
        ("B1", "G1"),
        ("B2", "G1"),
    ]  # one that does all
    assert [pair.ends for pair in found.queue()] == [*(pair.ends for pair in comparison.pairs()), *doubtful]
    assert [pair.ends for pair in found.queue() if found.is_doubtful(pair)] == doubtful
    assert [pair.ends for pair in found.queue(0.3)] == [pair.ends for pair in comparison.pairs(0.3)]


def test_a_postponed_doubtful_pair_is_asked_about_once() -> None:
    found = similar(beside=(OF_ALL,))
    ends = pair_of(*next(found.comparison.doubtful()).ends)
    later = replace(found, decided={ends: decision(1, *ends, verdict=Verdict.POSTPONE)})
    assert [pair.ends for pair in later.queue()] == [pair.ends for pair in found.queue()]


def test_a_decided_pair_is_told_whatever_its_likeness_is_today() -> None:
    found = similar()
    every = list(found.comparison.pairs(0.0))
    likely, lost = every[0], every[-1]
    assert lost.score < 0.5
    for verdict in Verdict:
        ends = pair_of(*lost.ends)
        decided = replace(found, decided={ends: decision(1, *ends, verdict=verdict)})
        assert [one.ends for one in decided.asked(Asked(at_least=likely.score)).pairs] == [
            one.ends for one in every if one.score >= likely.score or one is lost
        ]
        of_one = decided.asked(Asked(uid=lost.left.uid, at_least=1.1))
        assert ([one.ends for one in of_one.pairs], of_one.all_pairs) == ([lost.ends], 1)
        assert decided.asked(Asked(scope="nowhere")).pairs == []


def test_a_decided_pair_that_nothing_brings_together_is_told_all_the_same() -> None:
    found = similar()
    table = found.comparison.table
    some = np.arange(len(table) - 1)
    ends = pair_of(*(found.comparison.corpus.entries[at[-1]].uid for at in (table.left, table.right)))
    fewer = weighed(found.comparison.features, table.some(some), found.comparison.weights)
    decided = replace(found, comparison=fewer, decided={ends: decision(1, *ends)})
    told = decided.asked(Asked(at_least=1.1))
    assert [pair_of(*one.ends) for one in told.pairs] == [ends]
    assert told.all_pairs == 1
    assert decided.asked(Asked(at_least=1.1, scope="nowhere")).pairs == []


def test_the_comparison_from_before_something_was_planned_is_remembered() -> None:
    before = _compared(corpus(province()), lexicon(), shipped_weights(ElementKind.APPLICATION))
    planned = application("P1", "Presensi Baru", "presensi pegawai", planned=True)
    found = replace(similar(), comparison=compared(*province(), planned))
    assert found.without({"P1"}) is before
    assert found.without({"A1"}) is found.comparison  # such a comparison never was
    assert found.without(()) is found.comparison
