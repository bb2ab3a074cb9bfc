"""Random graphs whose elements belong to two agencies, or to nobody."""

from collections.abc import Sequence

from hypothesis import strategies as st

from queries.snapshot.snapshot import Snapshot, compile_snapshot
from tests.support.graphs import METAMODEL, Case, cases, element_table, relation_table
from tests.support.reference_evaluator import Link, Thing

AGENCIES = ("opd1", "opd2")


def owned(
    things: Sequence[Thing], links: Sequence[Link], kinds: Sequence[str], owners: Sequence[str]
) -> Snapshot:
    """A graph in which each element belongs to an agency, or to none."""
    every = [*things, *(Thing(name) for name in AGENCIES)]
    owning = [
        Link(thing.uid, "OWNED_BY", owner, effect="none")
        for thing, owner in zip(things, owners, strict=True)
        if owner in AGENCIES
    ]
    table = element_table(every, kind=[*kinds, *["OrgUnit"] * len(AGENCIES)])
    return compile_snapshot(METAMODEL, table, relation_table([*links, *owning]), 1)


@st.composite
def estates(draw: st.DrawFn) -> Snapshot:
    """Draw such a graph."""
    case: Case = draw(cases())
    kind = st.sampled_from(["Service", "BusinessProcess", "Application", "Server"])
    owner = st.sampled_from([*AGENCIES, "nobody"])
    size = len(case[0])
    kinds, owners = (draw(st.lists(one, min_size=size, max_size=size)) for one in (kind, owner))
    return owned(case[0], case[1], kinds, owners)
