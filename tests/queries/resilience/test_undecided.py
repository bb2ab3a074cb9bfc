"""What nobody decided, and how much hangs on it."""

from hypothesis import given

from model.kinds import ElementKind
from queries.resilience.undecided import undecided
from queries.snapshot.snapshot import Snapshot
from tests.support.doubtful import doubtful, with_services
from tests.support.failures import falling
from tests.support.graphs import TODAY, Case
from tests.support.reference_evaluator import Link, Thing


def stopped(snapshot: Snapshot, failed: str) -> set[str]:
    services = snapshot.of_kinds((ElementKind.SERVICE,))
    return {snapshot.uids[one] for one in falling(snapshot, [snapshot.index(failed)]) if services[one]}


@given(doubtful())
def test_what_an_answer_settles_is_what_falls_only_because_the_element_needs_each(case: Case) -> None:
    things, links, _, _ = case
    snapshot = with_services(things, links)
    for one in undecided(snapshot, TODAY):
        owner = snapshot.uids[one.owner]
        saved = []
        for target in (snapshot.uids[index] for index in one.targets):
            rest = [link for link in links if (link.source, link.target) != (owner, target)]
            saved.append(len(stopped(snapshot, target) - stopped(with_services(things, rest), target)))
        assert one.settles == max(saved)
        assert len(one.targets) > 1


def test_what_stands_in_a_group_is_decided() -> None:
    things = [Thing("a"), Thing("b"), Thing("c"), Thing("d")]
    alone = [Link("a", "RUNS_ON", "b"), Link("a", "RUNS_ON", "c")]
    grouped = [Link("d", "RUNS_ON", uid, group="g") for uid in "bc"]
    found = undecided(with_services(things, [*alone, *grouped]), TODAY)
    assert [one.owner for one in found] == [0]
