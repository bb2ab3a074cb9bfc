"""Fake redundancy: what looks able to bear a loss, and falls with one element; and what mends it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from model.availability import State
from model.groups import parse_group
from model.kinds import RelationKind
from queries.impact.impact import Scenario, simulate
from queries.resilience.fake_redundancy import Fix, cheapest_fix, fake_redundancies
from queries.snapshot.snapshot import Snapshot
from tests.support.graphs import TODAY, Case, cases, paired, snapshot_of
from tests.support.reference_evaluator import Link, Thing

TWO_SERVERS = [
    Link("app", "RUNS_ON", "one", group="pair"),
    Link("app", "RUNS_ON", "two", group="pair"),
]


def fakes(snapshot: Snapshot) -> list[tuple[str, str, str]]:
    """Owner, group and cause of each, by uid."""
    uids = snapshot.uids
    return [(uids[f.owner], f.group, uids[f.cause]) for f in fake_redundancies(snapshot, TODAY)]


def things(*uids: str) -> list[Thing]:
    return [Thing(uid) for uid in uids]


def test_two_servers_in_one_room_are_no_redundancy() -> None:
    links = [*TWO_SERVERS, Link("one", "RUNS_ON", "room"), Link("two", "RUNS_ON", "room")]
    snapshot = snapshot_of(things("app", "one", "two", "room"), links)
    assert fakes(snapshot) == [("app", "pair", "room")]


def test_two_servers_in_two_rooms_are() -> None:
    links = [*TWO_SERVERS, Link("one", "RUNS_ON", "room"), Link("two", "RUNS_ON", "hall")]
    assert fakes(snapshot_of(things("app", "one", "two", "room", "hall"), links)) == []


def test_a_group_that_needs_all_its_members_claims_nothing() -> None:
    links = [Link("app", "RUNS_ON", uid, group="pair", need="all") for uid in ("one", "two")]
    assert fakes(snapshot_of(things("app", "one", "two"), links)) == []


def test_the_same_server_twice_is_no_redundancy() -> None:
    links = [Link("app", "RUNS_ON", "one", group="pair"), Link("app", "RUNS_ON", "one", group="pair")]
    assert fakes(snapshot_of(things("app", "one"), links)) == [("app", "pair", "one")]


@given(cases())
def test_a_group_is_told_exactly_when_one_failure_takes_it_down(case: Case) -> None:
    snapshot = snapshot_of(case[0], case[1])
    requirements = snapshot.requirements(TODAY)
    groups = requirements.groups
    expected = set()
    for cause, uid in enumerate(snapshot.uids):
        level = simulate(snapshot, Scenario(failed={uid: State.DOWN}, on=TODAY)).level
        for number in np.flatnonzero(level == State.DOWN).tolist():
            owner, path = int(groups.owner[number]), int(groups.path[number])
            if path >= 0 and owner != cause and _bears_any(snapshot, number):
                expected.add((owner, number, cause))
    found = fake_redundancies(snapshot, TODAY)
    assert {(one.owner, one.number, one.cause) for one in found} == expected


@given(cases() | paired())
def test_a_group_decides_exactly_when_its_owner_outlives_the_loss_with_a_group_that_bears_it(
    case: Case,
) -> None:
    """Elsewhere, where nothing fails, the members of a group bear every loss."""
    given_things, links, _, _ = case
    snapshot = snapshot_of(given_things, links)
    for fake in fake_redundancies(snapshot, TODAY):
        owner, cause = snapshot.uids[fake.owner], snapshot.uids[fake.cause]
        rocks = [f"rock {number}" for number in range(len(links))]
        moved = [
            replace(link, target=rock) if link.source == owner and _within(link.group, fake.group) else link
            for link, rock in zip(links, rocks, strict=True)
        ]
        tried = snapshot_of([*given_things, *map(Thing, rocks)], moved)
        impact = simulate(tried, Scenario(failed={cause: State.DOWN}, on=TODAY))
        assert fake.decides == (impact.state[tried.index(owner)] < State.DOWN)


def _within(written: str | None, path: str) -> bool:
    """Whether a group as written is one of this path, or inside it."""
    found = parse_group(written) if written else None
    return found is not None and path in found.prefixes()


def test_a_group_whose_owner_falls_anyway_does_not_decide() -> None:
    links = [
        *TWO_SERVERS,
        Link("one", "RUNS_ON", "room"),
        Link("two", "RUNS_ON", "room"),
        Link("one", "RUNS_ON", "hall"),
        Link("two", "RUNS_ON", "hall"),
        Link("app", "RUNS_ON", "hall"),
    ]
    snapshot = snapshot_of(things("app", "one", "two", "room", "hall"), links)
    found = fake_redundancies(snapshot, TODAY)
    assert [(snapshot.uids[one.cause], one.decides) for one in found] == [("room", True), ("hall", False)]


def _bears_any(snapshot: Snapshot, number: int) -> bool:
    """Whether the loss of any one member, the others unharmed, leaves the group better than down."""
    requirements = snapshot.requirements(TODAY)
    groups = requirements.groups
    amounts = requirements.amount[requirements.group == number].tolist()
    amounts += [1.0] * int((groups.parent == number).sum())
    return len(amounts) > 1 and all(amount <= groups.slack[number] for amount in amounts)


@given(cases() | paired())
def test_a_fix_saves_the_group(case: Case) -> None:
    """Taking the relations away that the fix replaces, the group outlives the loss of its cause."""
    given_things, links, _, _ = case
    snapshot = snapshot_of(given_things, links)
    for fake in fake_redundancies(snapshot, TODAY):
        fix = cheapest_fix(snapshot, TODAY, fake)
        if fix is None:
            continue
        source, target = snapshot.uids[fix.source], snapshot.uids[fix.target]
        # a member elsewhere, which nothing takes down, in place of the one that falls
        moved = [
            Link(**{**link.__dict__, "target": "elsewhere"})
            if (link.source, link.target) == (source, target)
            else link
            for link in links
        ]
        after = snapshot_of([*given_things, Thing("elsewhere")], moved)
        cause, owner = snapshot.uids[fake.cause], snapshot.uids[fake.owner]
        level = simulate(after, Scenario(failed={cause: State.DOWN}, on=TODAY)).level
        groups = after.requirements(TODAY).groups
        (same,) = [
            n
            for n in range(len(groups.owner))
            if after.uids[groups.owner[n]] == owner
            and groups.path[n] >= 0
            and groups.paths[groups.path[n]] == fake.group
        ]
        assert level[same] < State.DOWN


@pytest.mark.parametrize(
    ("links", "fix"),
    [
        ([("one", "room"), ("two", "room")], ("app", "one")),
        ([("one", "room"), ("two", "hall"), ("room", "grid"), ("hall", "grid")], ("app", "one")),
    ],
)
def test_the_cheapest_change_is_proposed(links: list[tuple[str, str]], fix: tuple[str, str]) -> None:
    below = [Link(source, "RUNS_ON", target) for source, target in links]
    snapshot = snapshot_of(things("app", "one", "two", "room", "hall", "grid"), [*TWO_SERVERS, *below])
    (fake, *_) = fake_redundancies(snapshot, TODAY)
    found = cheapest_fix(snapshot, TODAY, fake)
    source, target = (snapshot.index(uid) for uid in fix)
    assert found == Fix(source=source, relation=RelationKind.RUNS_ON, target=target)
