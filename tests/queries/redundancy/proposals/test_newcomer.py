"""One more element is compared as if it were in the corpus."""

from dataclasses import replace

import numpy as np
import pytest

from model.knowledge import Knowledge
from queries.redundancy.engine import compare
from queries.redundancy.evidence import COLUMN, Evidence
from queries.redundancy.proposals.newcomer import beside
from queries.redundancy.words.lexicon import Lexicon
from tests.support.alike import application, compared, corpus, lexicon, province

ENTRIES = tuple(sorted(province(), key=lambda one: one.key.encode()))
# what names and flows tell does not depend on how rare words are
FIXED = [COLUMN[one] for one in (Evidence.SAME_NAME, Evidence.CATALOGUE, Evidence.FLOW)]


LEXICONS = pytest.mark.parametrize("known", [lexicon(), Lexicon(Knowledge())], ids=["known", "unknown"])


@LEXICONS
@pytest.mark.parametrize("at", range(len(ENTRIES)))
def test_what_is_in_the_corpus_is_compared_as_there(at: int, known: Lexicon) -> None:
    whole = compare(corpus(ENTRIES), known)
    found = beside(whole, replace(ENTRIES[at], uid="again"))
    for other in (one for one in range(len(ENTRIES)) if one != at):
        row = whole.row_of(at, other)
        assert row is not None
        np.testing.assert_allclose(
            found.table.values[other], whole.table.values[row], atol=1e-6, equal_nan=True
        )
        assert found.scores[other] == pytest.approx(whole.scores[row], abs=1e-5)


@LEXICONS
@pytest.mark.parametrize("at", range(len(ENTRIES)))
def test_what_is_left_out_is_compared_nearly_as_inside(at: int, known: Lexicon) -> None:
    whole = compare(corpus(ENTRIES), known)
    found = beside(compare(corpus((*ENTRIES[:at], *ENTRIES[at + 1 :])), known), ENTRIES[at])
    order = {one.uid: place for place, one in enumerate(ENTRIES)}
    for row, entry in enumerate(found.corpus.entries[:-1]):
        inside = whole.row_of(at, order[entry.uid])
        assert inside is not None
        np.testing.assert_array_equal(found.table.values[row, FIXED], whole.table.values[inside, FIXED])
        # words of this element alone are as rare outside as inside, up to one element more
        assert found.scores[row] == pytest.approx(whole.scores[inside], abs=0.15)


def test_the_new_one_is_the_right_end_of_every_pair() -> None:
    found = beside(compared(*ENTRIES), application("X", "Presensi Baru", "presensi pegawai", scope="setda"))
    pairs = list(found.pairs(0.0, national=True))
    assert len(pairs) == len(ENTRIES)
    assert {pair.right.uid for pair in pairs} == {"X"}
    scores = [pair.score for pair in pairs]
    assert scores == sorted(scores, reverse=True)


def test_the_few_looked_at_are_the_likeliest_of_all() -> None:
    filler = [application(f"F{n:03d}", f"Katalog {n} benda", f"daftar benda jenis {n}") for n in range(40)]
    whole = compared(*ENTRIES, *filler)
    new = application("X", "Presensi Baru", "mencatat presensi pegawai setiap hari", scope="setda")
    every = {pair.left.uid: pair.score for pair in beside(whole, new).pairs(0.3, national=True)}
    few = {pair.left.uid: pair.score for pair in beside(whole, new, most=5).pairs(0.3, national=True)}
    assert len(few) == min(5, len(every))
    assert all(score == pytest.approx(every[uid], abs=1e-5) for uid, score in few.items())


def test_words_nobody_used_make_it_less_like_the_others() -> None:
    whole = compared(*ENTRIES)
    plain = application("X", "Presensi Harian", "presensi pegawai", scope="setda")
    odd = replace(plain, texts=("presensi pegawai kapal selam nelayan gudang pabrik rotan",))
    scores = [
        max(pair.score for pair in beside(whole, one).pairs(0.0) if pair.left.uid == "A1")
        for one in (plain, odd)
    ]
    assert scores[0] > scores[1]


def test_nothing_is_compared_with_an_empty_corpus() -> None:
    found = beside(compare(corpus(()), lexicon()), ENTRIES[0])
    assert len(found.table) == 0
