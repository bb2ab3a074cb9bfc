"""Random failures whose repairs take hours, in graphs of which some matter more."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from queries.impact.impact import Impact
from queries.snapshot.snapshot import compile_snapshot
from tests.support.graphs import METAMODEL, Case, cases, element_table, impact_of, relation_table
from tests.support.reference_evaluator import Thing

HOURS = st.sampled_from([0, 1, 2, 4, 0.5, 24, None])
CRITICALITY = st.sampled_from([None, "low", "high", "very_high"])
Detail = tuple[float | None, str | None, str]


@st.composite
def failures(draw: st.DrawFn, most: int = 5) -> tuple[Case, list[Detail]]:
    """Draw a graph of which up to so many elements fail, with hours, criticality and kind of each."""
    things, links, _, _ = draw(cases())
    uids = [thing.uid for thing in things]
    state = st.sampled_from(["down", "down", "degraded"])
    failed = draw(st.dictionaries(st.sampled_from(uids), state, min_size=1, max_size=most))
    kind = st.sampled_from(["Service", "Application", "Server"])
    details = draw(st.lists(st.tuples(HOURS, CRITICALITY, kind), min_size=len(things), max_size=len(things)))
    return (things, links, failed, []), details


def failing(case: Case, details: Sequence[Detail]) -> tuple[Impact, list[Thing]]:
    things, links, failed, protected = case
    things = [
        replace(thing, restore_hours=hours, criticality=criticality)
        for thing, (hours, criticality, _) in zip(things, details, strict=True)
    ]
    table = element_table(things, kind=[kind for _, _, kind in details])
    snapshot = compile_snapshot(METAMODEL, table, relation_table(links), 1)
    return impact_of(snapshot, failed, protected), things
