"""Decisions about pairs: a record and back; of each pair the latest one counts, whatever the order."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision import (
    VERDICT_LABELS,
    Basis,
    Decision,
    Verdict,
    decision_of,
    pair_of,
    record_of,
    standing,
)
from model.fold import fold
from model.kinds import ElementKind
from model.record import Act, Record, with_content
from tests.support.decided import decision, histories

shares = st.floats(0, 1).map(lambda number: round(number, 6))
bases = st.builds(
    Basis,
    evidence=st.dictionaries(st.sampled_from(["name", "words", "of_a_later_engine"]), shares),
    undescribed=st.sampled_from([0.0, 1.0, 2.0]),
    score=shares,
    engine=st.sampled_from(["1", "2"]),
)


@given(st.sampled_from(Verdict), st.text(max_size=20), st.none() | bases)
def test_a_decision_is_a_record_and_back(verdict: Verdict, note: str, basis: Basis | None) -> None:
    made = decision(1, verdict=verdict, note=note, basis=basis)
    record = record_of(made)
    heads = ("id", "load", "uid", "act", "source", "scope", "kind", "key", "at", "by", "other")
    again = with_content(record.content(), **{name: getattr(record, name) for name in heads})
    assert decision_of(again) == made
    assert (record.act, record.uid, record.other) == (Act.DECIDE, "a", "b")


@given(histories, st.randoms())
def test_the_latest_decision_of_a_pair_counts_in_whatever_order_they_are_read(
    made: list[Decision], random: Any
) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)
    assert standing(shuffled) == standing(made)
    for pair, counting in standing(made).items():
        same = [one for one in made if {one.left.uid, one.right.uid} == set(pair)]
        assert counting is same[-1]


def test_a_pair_has_no_order() -> None:
    assert pair_of("b", "a") == pair_of("a", "b") == decision(1, "b", "a").pair


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_words_and_only_a_postponed_one_says_nothing(verdict: Verdict) -> None:
    assert VERDICT_LABELS[verdict]
    assert (verdict.same is None) == (verdict is Verdict.POSTPONE)


@given(histories)
def test_what_an_element_is_does_not_depend_on_decisions(made: list[Decision]) -> None:
    row = Record(
        id="l000/0000009", load="l000", uid="a", act=Act.ROW, source="sheet", scope="dinkes",
        kind=ElementKind.APPLICATION, key="dinkes/application/a", name="Aplikasi a",
        at="2026-11-24T09:30:00+00:00", by="penguji", values={"name": "Aplikasi a"},
    )  # fmt: skip
    assert fold([row, *map(record_of, made)]) == fold([row])
    assert fold(map(record_of, made)).element is None
