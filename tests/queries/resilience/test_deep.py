"""Work on a deep stack gives back what it returns and what it raises."""

import threading

import pytest

from queries.resilience.deep import on_deep_stack


def test_what_the_work_returns_is_returned() -> None:
    assert on_deep_stack(lambda: 7) == 7


def test_what_the_work_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        on_deep_stack(lambda: 1 // 0)


def test_other_threads_keep_their_stack() -> None:
    before = threading.stack_size()
    on_deep_stack(lambda: None)
    assert threading.stack_size() == before
