"""The garbage collector rests during large work, and is as it was afterwards."""

import gc

import pytest

from queries.garbage import uncollected


def test_it_rests_inside_and_searches_again_after_a_fault() -> None:
    with pytest.raises(ValueError, match="salah"), uncollected():
        assert not gc.isenabled()
        raise ValueError("salah")
    assert gc.isenabled()


def test_one_within_another_leaves_the_outer_one_at_rest() -> None:
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
