"""The part of the engine that knows nothing of governments tells records of public data from each other."""

from collections.abc import Callable

import pytest

from tests.benchmarks import public


@pytest.mark.whole
@pytest.mark.parametrize(
    ("data", "least"),
    [(public.restaurants, 0.93), (public.articles, 0.90)],
    ids=["restaurants", "articles"],
)
def test_records_of_two_lists_are_matched_as_well_as_by_others(
    data: Callable[[], public.Public], least: float
) -> None:
    """The least are best F1 without one-to-one assumption that unsupervised methods reach there."""
    assert public.found(data()).best_f1 >= least
