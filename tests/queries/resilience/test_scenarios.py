"""Many scenarios at once: each of them ends as it does when it is simulated alone."""

from hypothesis import given
from hypothesis import strategies as st

from model.availability import State
from queries.resilience.gates import beyond
from queries.resilience.scenarios import Scenarios
from tests.support.graphs import TODAY, Case, cases, snapshot_of
from tests.support.reference_evaluator import Link, Thing, evaluate


@given(cases(), st.lists(st.sets(st.integers(0, 8), max_size=4), min_size=1, max_size=6))
def test_each_scenario_ends_as_the_text_of_the_rule_says(case: Case, failures: list[set[int]]) -> None:
    things, links, _, protected = case
    snapshot = snapshot_of(things, links)
    failures = [{n for n in failed if n < len(snapshot)} for failed in failures]
    closed = [snapshot.index(uid) for uid in protected]
    failing = {
        element: sum(1 << n for n, failed in enumerate(failures) if element in failed)
        for element in range(len(snapshot))
    }
    found = Scenarios(snapshot.requirements(TODAY)).states(failing, closed)
    for number, failed in enumerate(failures):
        given_ = {snapshot.uids[element]: "down" for element in failed - set(closed)}
        expected = evaluate(things, links, given_, protected, TODAY.isoformat())
        for element, uid in enumerate(snapshot.uids):
            state = max((s for s, bits in found.items() if bits[element] >> number & 1), default=State.UP)
            assert state.word == expected[uid]


def test_a_failure_goes_round_a_cycle() -> None:
    things = [Thing(f"u{n}") for n in range(5)]
    links = [Link(f"u{n}", "RUNS_ON", f"u{(n + 1) % 4}") for n in range(4)]
    links.append(Link("u0", "RUNS_ON", "u4"))
    snapshot = snapshot_of(things, links)
    down = Scenarios(snapshot.requirements(TODAY)).down({snapshot.index(f"u{n}"): 1 << n for n in range(5)})
    assert [down[snapshot.index(f"u{n}")] for n in range(5)] == [0b11111] * 4 + [0b10000]


@given(
    st.lists(st.tuples(st.integers(0, 255), st.sampled_from([0.5, 1.0, 2.0])), max_size=7),
    st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.5]),
)
def test_what_is_lost_adds_up_in_each_scenario(parts: list[tuple[int, float]], slack: float) -> None:
    found = beyond(parts, slack)
    for bit in range(8):
        lost = sum(amount for bits, amount in parts if bits >> bit & 1)
        assert bool(found >> bit & 1) == (lost > slack)
