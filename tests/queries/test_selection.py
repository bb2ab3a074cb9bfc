"""Who fails when elements are named and matched at once."""

from model.availability import State
from queries.selection import assumed

DOWN, DEGRADED = State.DOWN, State.DEGRADED


def test_what_is_named_counts_before_what_it_matches() -> None:
    assert assumed({"a": DEGRADED}, [(DOWN, ["a", "b"])], ()) == {"a": DEGRADED, "b": DOWN}


def test_of_two_matches_the_worse_counts() -> None:
    matched = [(DOWN, ["a"]), (DEGRADED, ["a", "b"])]
    assert assumed({}, matched, ()) == assumed({}, matched[::-1], ()) == {"a": DOWN, "b": DEGRADED}


def test_what_is_protected_does_not_fail_because_it_matches() -> None:
    assert assumed({}, [(DOWN, ["a", "b"])], {"a"}) == {"b": DOWN}


def test_what_is_named_and_protected_is_left_to_be_refused() -> None:
    assert assumed({"a": DOWN}, [(DOWN, ["a"])], {"a"}) == {"a": DOWN}
