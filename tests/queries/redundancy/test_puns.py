"""Names that say nothing make nobody redundant."""

from itertools import combinations

import pytest

from queries.redundancy.engine import STRONG, compare
from tests.support.applications import application, inventory, shipped_lexicon

SHIPPED = shipped_lexicon()
NAMES = ("Si Cerdas", "Si Kecil", "Si Manis", "Si Bening", "Klik Aja", "Klik Sini", "Mas Bro", "Mas Joko")


def test_invented_names_without_any_text_are_far_from_strong() -> None:
    found = compare(inventory(*(application(name, f"o{n}") for n, name in enumerate(NAMES))), SHIPPED)
    assert not list(found.pairs(0.5))


@pytest.mark.parametrize(("one", "two"), list(combinations(NAMES[:3], 2)))
def test_a_described_one_is_not_like_an_undescribed_one_by_its_article(one: str, two: str) -> None:
    told = application(one, "o1", text="presensi pegawai dengan sidik jari")
    assert not list(compare(inventory(told, application(two, "o2")), SHIPPED).pairs(0.5))


def test_a_name_of_one_word_that_two_agencies_have_is_for_review_at_most() -> None:
    found = compare(inventory(application("e-Manis", "o1"), application("i-Manis", "o2")), SHIPPED)
    assert all(pair.score < STRONG for pair in found.pairs())
