"""Records: what is stored reads the same, and tells what was said in which load."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from model.kinds import ElementKind, RelationKind
from model.record import Act, Record, Saying, with_content

words = st.text(max_size=8)
values = st.one_of(words, st.integers(), st.booleans(), st.lists(words, max_size=2).map(tuple))
sayings = st.builds(
    Saying,
    relation=st.sampled_from(RelationKind),
    text=words,
    cell=words,
    column=st.none() | words,
    row=st.none() | st.integers(1, 99),
    reversed=st.booleans(),
    to=st.lists(st.sampled_from(ElementKind), max_size=2).map(tuple),
    properties=st.dictionaries(words, values, max_size=2),
    above=st.integers(-9, 9),
)
HEAD: dict[str, Any] = {
    "id": "l1/1",
    "load": "l1",
    "uid": "u",
    "act": Act.ROW,
    "source": "sheet",
    "scope": "dinkes",
    "kind": ElementKind.SERVER,
    "key": "dinkes/server/S",
    "at": "2026-11-24T00:00:00+00:00",
    "by": "x",
}
said = st.builds(
    lambda **content: Record(**HEAD, **content),
    name=words,
    values=st.dictionaries(words, values, max_size=3),
    columns=st.dictionaries(words, words, max_size=2),
    cleared=st.lists(words, max_size=2).map(tuple),
    emptied=st.lists(words, max_size=2).map(tuple),
    heard=st.lists(words, max_size=2).map(tuple),
    sayings=st.lists(sayings, max_size=3).map(tuple),
)


@given(said)
def test_a_record_that_is_stored_reads_the_same(record: Record) -> None:
    assert with_content(record.content(), **HEAD) == record


@given(said)
def test_the_same_row_one_line_lower_says_the_same(record: Record) -> None:
    assert replace(record, row=9, file="lain.xlsx", load="l2", id="l2/1").says_the_same(record)


def test_a_record_knows_which_loads_said_it() -> None:
    record = Record(**HEAD, name="S", confirmations=("l3", "l5"))
    assert record.last_said == "l5"
    assert [record.said_in(load) for load in ("l1", "l2", "l3")] == [True, False, True]
    assert record.until("l4").last_said == "l3"
