"""Folding compares words without what does not matter, and once is enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.folding import fold, fold_code, fold_words, slug


@given(st.text())
def test_folding_twice_is_folding_once(words: str) -> None:
    assert fold(fold(words)) == fold(words)


@given(st.text())
def test_a_folded_code_stays_as_it_is(code: str) -> None:
    assert fold_code(fold_code(code)) == fold_code(code)


@given(st.text())
def test_a_slug_stays_as_it_is(words: str) -> None:
    assert slug(slug(words)) == slug(words)


@pytest.mark.parametrize("words", ["Unit  Pemilik", "unit-pemilik", "UNIT PEMILIK:", " únit_pemilik "])
def test_case_accents_spaces_and_punctuation_do_not_matter(words: str) -> None:
    assert fold(words) == "unitpemilik"


@pytest.mark.parametrize("code", ["dab.dks.010 ", "DAB-DKS-010", "DAB_DKS/010", "dab dks 010"])
def test_codes_have_one_kind_of_separator(code: str) -> None:
    assert fold_code(code) == "DAB-DKS-010"


def test_other_scripts_still_compare() -> None:
    assert fold("衛生局") == "衛生局" != fold("教育局")


def test_an_ampersand_is_a_word() -> None:
    assert fold_words("Riset & Inovasi") == ("riset", "dan", "inovasi")
