"""Random graphs in which nobody decided whether the hosts of an element replace each other."""

from hypothesis import strategies as st

from model.metamodel.shipped import shipped
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from tests.support.graphs import Case, cases, element_table, relation_table
from tests.support.reference_evaluator import Link, Thing


@st.composite
def doubtful(draw: st.DrawFn) -> Case:
    """Draw a case of which one element runs, in no group, on two more, or on one and one of its own."""
    things, links, failed, protected = draw(cases(most=7))
    uids = [thing.uid for thing in things]
    owner, other = draw(st.sampled_from(uids)), draw(st.sampled_from([*uids, "x"]))
    hosts = [Link(owner, "RUNS_ON", "w"), Link(owner, "RUNS_ON", other)]
    return [*things, Thing("w"), Thing("x")], [*links, *hosts], failed, protected


def with_services(things: list[Thing], links: list[Link]) -> Snapshot:
    """Every second thing is a service."""
    kinds = ["Service" if number % 2 else "Server" for number in range(len(things))]
    return compile_snapshot(shipped(), element_table(things, kind=kinds), relation_table(links), 1)
