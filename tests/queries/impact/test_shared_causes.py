"""What took several members of a group down together is the last step that their chains share."""

from hypothesis import given

from model.kinds import RelationKind
from queries.impact.impact import Impact, Reason
from queries.impact.shared_causes import SharedCause, shared_cause
from tests.support.graphs import Case, impact_of, paired, snapshot_of
from tests.support.reference_evaluator import Link, Thing

PAIR = [Link("a", "CALLS", "b", group="db"), Link("a", "CALLS", "c", group="db")]


def told(impact: Impact, uid: str) -> list[SharedCause | None]:
    (row,) = (one for one in impact.affected() if one.uid == uid)
    return [shared_cause(impact, reason) for reason in row.reasons]


def failing(links: list[Link], *failed: str) -> Impact:
    uids = sorted({end for link in links for end in (link.source, link.target)})
    return impact_of(snapshot_of([Thing(uid) for uid in uids], links), dict.fromkeys(failed, "down"))


def key(impact: Impact, uid: str) -> str:
    return impact.snapshot.keys[impact.snapshot.index(uid)]


def test_two_in_one_room_fell_with_the_room() -> None:
    impact = failing([*PAIR, Link("b", "RUNS_ON", "room"), Link("c", "RUNS_ON", "room")], "room")
    assert told(impact, "a") == [SharedCause(2, key(impact, "room"), RelationKind.RUNS_ON)]


def test_what_is_farther_away_is_named_without_a_relation() -> None:
    links = [
        *PAIR,
        Link("b", "RUNS_ON", "v"),
        Link("c", "RUNS_ON", "host"),
        Link("v", "RUNS_ON", "host"),
        Link("host", "RUNS_ON", "room"),
    ]
    impact = failing(links, "room")
    assert told(impact, "a") == [SharedCause(2, key(impact, "host"), None)]


def test_by_several_causes_or_one_member_nothing_is_shared() -> None:
    links = [*PAIR, Link("b", "RUNS_ON", "x"), Link("c", "RUNS_ON", "y")]
    assert told(failing(links, "x", "y"), "a") == [None]
    assert told(failing(links, "b", "c"), "a") == [None]
    assert told(failing([Link("a", "CALLS", "b")], "b"), "a") == [None]


@given(paired())
def test_what_is_shared_lies_on_the_way_to_every_member(case: Case) -> None:
    impact = impact_of(snapshot_of(case[0], case[1]), case[2], case[3])
    for row in impact.affected():
        for reason in row.reasons:
            found = shared_cause(impact, reason)
            if found is not None:
                assert found.members >= 2
                for path in _paths(impact, reason):
                    assert found.key in path[:-1]


def _paths(impact: Impact, reason: Reason) -> list[tuple[str, ...]]:
    worst = [one.key for one in reason.members if one.key and one.counted >= reason.level]
    return [impact.path(at) for one in worst if (at := impact.snapshot.with_key(one)) is not None]
