"""The random graphs that the laws of the rule are tried on have what these laws speak of."""

from collections import Counter

import numpy as np
from hypothesis import Phase, given, settings

from queries.resilience.fake_redundancy import fake_redundancies
from queries.resilience.undecided import undecided
from tests.support.doubtful import doubtful, with_services
from tests.support.graphs import TODAY, Case, cases, impact_of, snapshot_of

# about half of the least that fourteen seeds gave: what is drawn depends on the modules that are loaded, too
FLOORS = {
    "requirements": 450,
    "dated": 20,
    "undated": 60,
    "affected": 60,
    "at_risk": 10,
    "degraded": 5,
    "down": 20,
    "spread": 3,
    "grouped": 50,
    "nested": 50,
    "fake": 5,
    "undecided": 80,
}
SAME = settings(max_examples=200, derandomize=True, database=None, deadline=None, phases=[Phase.generate])


def test_random_graphs_are_worth_asking() -> None:
    """So many draws have at least this of each."""
    found: Counter[str] = Counter()

    @SAME
    @given(cases())
    def ask(case: Case) -> None:
        found.update(_seen(case))

    @SAME
    @given(doubtful())
    def doubt(case: Case) -> None:
        found["undecided"] += bool(undecided(with_services(case[0], case[1]), TODAY))

    ask()
    doubt()
    assert {what: found[what] for what, floor in FLOORS.items() if found[what] < floor} == {}


def _seen(case: Case) -> Counter[str]:
    """Count what a case has of what the laws speak of."""
    things, links, failed, protected = case
    snapshot = snapshot_of(things, links)
    requirements = snapshot.requirements(TODAY)
    affected = impact_of(snapshot, failed, protected).affected()
    dated = any(thing.valid_from or thing.valid_to or thing.status != "active" for thing in things)
    found = Counter(one.state.word for one in affected)
    found["requirements"] = len(requirements.group)
    found["dated" if dated else "undated"] = 1
    found["affected"] = len(affected)
    found["spread"] = sum(one.distance > 1 for one in affected)
    found["grouped"] = bool((np.bincount(requirements.group[requirements.group >= 0]) > 1).any())
    found["nested"] = bool((requirements.groups.parent >= 0).any())
    found["fake"] = bool(fake_redundancies(snapshot, TODAY))
    return found
