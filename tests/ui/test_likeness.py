"""Which groups are told: those of pairs that are told, and those that people joined; what stays as it was."""

from dataclasses import replace

from model.kinds import ElementKind
from queries.redundancy.groups import Group, Grouping
from queries.redundancy.scoring import shipped_weights
from tests.support.alike import application, compared, corpus, lexicon, province
from ui.likeness import Asked, Similar, _compared


def similar(*groups: Group) -> Similar:
    return Similar(
        comparison=compared(*province()),
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


def test_the_comparison_from_before_something_was_planned_is_remembered() -> None:
    before = _compared(corpus(province()), lexicon(), shipped_weights(ElementKind.APPLICATION))
    planned = application("P1", "Presensi Baru", "presensi pegawai", planned=True)
    found = replace(similar(), comparison=compared(*province(), planned))
    assert found.without({"P1"}) is before
    assert found.without({"A1"}) is found.comparison  # such a comparison never was
    assert found.without(()) is found.comparison
