"""What a column means is one word, for every kind and property there is."""

import pytest

from ingest.layout.headers import Headers
from ingest.layout.meanings import Group, identifies, meaning_of, offers, only_once, word_of
from model.kinds import ElementKind
from model.metamodel.shipped import shipped

HEADERS = Headers(shipped())


@pytest.mark.parametrize("kind", ElementKind)
def test_every_meaning_offered_is_understood_and_has_one_word(kind: ElementKind) -> None:
    offered = offers(HEADERS, kind)
    assert len({one.word for one in offered}) == len(offered)
    for one in offered:
        meaning = meaning_of(HEADERS, kind, one.word)
        assert meaning is not None, one.word
        assert word_of(meaning) == one.word
        assert one.label is not None or one.group is Group.OTHER


@pytest.mark.parametrize("kind", ElementKind)
def test_whatever_a_header_means_can_be_said_in_a_word(kind: ElementKind) -> None:
    for meaning in HEADERS.of(kind).values():
        assert meaning_of(HEADERS, kind, word_of(meaning)) is not None


@pytest.mark.parametrize("word", ["", "tidak_ada", "rab/99", "rab/x", "outline/-1", "?"])
def test_a_word_that_means_nothing_is_none(word: str) -> None:
    assert meaning_of(HEADERS, ElementKind.SERVER, word) is None


def test_rows_need_a_column_that_tells_them_apart() -> None:
    assert identifies(HEADERS, ElementKind.SERVER, ["memory", "name"])
    assert not identifies(HEADERS, ElementKind.SERVER, ["memory", "owner", "*", "-"])


def test_references_may_stand_in_several_columns_and_properties_in_one() -> None:
    assert only_once(HEADERS, ElementKind.SERVER, "memory")
    assert only_once(HEADERS, ElementKind.SERVER, "name")
    assert not any(only_once(HEADERS, ElementKind.SERVER, word) for word in ("owner", "*", "-", "#"))
