"""Recovery points: a service cannot lose less than its data does."""

import pytest

from queries.resilience.recovery_points import Loss, RecoveryPoint, recovery_points
from tests.support.copied import LINKS, copied
from tests.support.graphs import TODAY


def points(
    rpo: dict[str, float], role: str | None = "backup", links: list[tuple[str, str, str]] | None = None
) -> dict[str, RecoveryPoint]:
    """The recovery points of a process, its service, application and data; a copy on storage in a role."""
    snapshot = copied(rpo, role, links)
    return {snapshot.uids[row.place]: row for row in recovery_points(snapshot, TODAY)}


def told(row: RecoveryPoint) -> tuple[Loss, float | None, float, list[str]]:
    return row.verdict, row.loss, row.broken_by, [key.rpartition("/")[2] for key in row.chain]


def test_a_service_cannot_lose_less_than_its_data() -> None:
    found = points({"s": 1, "d": 24})
    assert told(found["s"]) == (Loss.BROKEN, 24, 23, ["s", "a", "d"])
    assert told(found["d"]) == (Loss.KEPT, 24, 0, [])


def test_without_a_promise_of_the_data_its_copy_tells() -> None:
    assert told(points({"p": 1, "n": 6})["p"]) == (Loss.BROKEN, 6, 5, ["p", "s", "a", "d", "n"])
    assert told(points({"p": 6, "n": 6})["p"]) == (Loss.KEPT, 6, 0, [])


def test_data_cannot_promise_more_than_its_best_copy() -> None:
    assert told(points({"d": 1, "n": 24})["d"]) == (Loss.BROKEN, 24, 23, ["d", "n"])
    assert told(points({"s": 4, "d": 1, "n": 24})["s"]) == (Loss.BROKEN, 24, 20, ["s", "a", "d", "n"])


@pytest.mark.parametrize(
    ("role", "verdict"), [("backup", Loss.KEPT), ("replica", Loss.KEPT), ("primary", Loss.UNKNOWN)]
)
def test_a_promise_without_a_copy_is_not_known_to_be_kept(role: str, verdict: Loss) -> None:
    assert points({"s": 4, "d": 1}, role)["s"].verdict is verdict
    assert points({"s": 4, "d": 1}, role)["d"].verdict is verdict


def test_data_of_which_nothing_is_known_leaves_the_service_open() -> None:
    assert told(points({"s": 4})["s"]) == (Loss.UNKNOWN, None, 0, ["s", "a", "d"])


def test_a_service_without_recorded_data_is_open() -> None:
    assert told(points({"s": 4}, links=[])["s"]) == (Loss.UNKNOWN, None, 0, ["s"])


def test_one_of_two_data_objects_is_enough_to_break_it() -> None:
    links = [*LINKS, ("a", "ACCESSES", "d2")]
    assert told(points({"s": 4, "d": 1, "d2": 8}, links=links)["s"]) == (Loss.BROKEN, 8, 4, ["s", "a", "d2"])


def test_how_often_a_storage_copies_is_no_promise_to_check() -> None:
    assert points({"n": 24}) == {}


def test_worst_first() -> None:
    assert list(points({"p": 8, "s": 1, "a": 4, "d": 24})) == ["s", "a", "p", "d"]
