"""Keys are addresses: what is written can be read again, and what is no key is refused with an example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.faults import RefusedChange
from model.keys import Key, is_full_key, parse_key
from model.kinds import ElementKind

part = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1).filter(
    lambda words: words == words.strip()
)
awkward = st.text(st.sampled_from("a%/:2F5"), min_size=1)


@given(
    st.builds(
        Key,
        scope=part | awkward,
        kind=st.sampled_from(ElementKind),
        code=part | awkward,
        government=st.just("") | part | awkward,
    )
)
def test_a_key_that_is_written_reads_the_same(key: Key) -> None:
    assert parse_key(str(key)) == key
    assert is_full_key(str(key))


@pytest.mark.parametrize("text", ["", "dinkes", "dinkes/server", "dinkes//x", "dinkes/server/", "a/b/c/d"])
def test_an_incomplete_key_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(RefusedChange) as refused:
        parse_key(text)
    assert "dinkes/dataobject/DAD-001" in refused.value.fix.en
    assert not is_full_key(text)


def test_an_unknown_kind_is_refused_with_the_kinds() -> None:
    with pytest.raises(RefusedChange) as refused:
        parse_key("dinkes/gedung/X")
    assert "computingfacility" in refused.value.fix.id


def test_the_kind_may_be_written_in_any_case() -> None:
    assert parse_key("dinkes/DataObject/DAD-1") == Key("dinkes", ElementKind.DATA_OBJECT, "DAD-1")
