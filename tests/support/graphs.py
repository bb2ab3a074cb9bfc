"""Random graphs for the availability rule, and the way from the reference's things to a snapshot."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from typing import Any

from hypothesis import strategies as st

from model.availability import State
from queries.impact.impact import Impact, Scenario, simulate
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from queries.snapshot.tables import ElementTable, RelationTable
from tests.support.reference_evaluator import Link, Thing
from tests.support.small_metamodel import small_metamodel

TODAY = date(2026, 11, 24)
METAMODEL = small_metamodel()
DAYS = st.sampled_from([None, None, None, "2026-11-23", "2026-11-24", "2026-11-25"])
STATUSES = st.sampled_from(["active", "active", "active", "active", "planned", "retired"])
GROUPS = (None, None, "db", "web", "site/a", "site/b", "site:2/b", "site", "x:60%:up/y:all/z")
RELATIONS = ("RUNS_ON", "RUNS_ON", "CALLS", "SERVED_BY", "USES", "ASSOCIATED_WITH")
NEEDS = (None, None, None, "all", "any", "2", "3", "60%", "34%", "weight>=2", "weight>=3.5")
LOSSES = (None, None, None, "at_risk", "degraded", "up")
WEIGHTS = (None, None, "2", "0.5", "3")
EFFECTS = (None, None, None, "down", "degraded", "none")
ENVIRONMENTS = (None, None, None, "dev", "prod")
GIVEN = st.sampled_from(["down", "down", "degraded", "at_risk"])
# one draw for a whole row of choices: drawing is most of what these tests cost
WAYS = st.sampled_from([*product(RELATIONS, GROUPS)])
STATED = [*product(NEEDS, LOSSES, WEIGHTS, EFFECTS, ENVIRONMENTS)]
TERMS = st.sampled_from([*[STATED[0]] * len(STATED), *STATED])  # every other one states nothing
Case = tuple[list[Thing], list[Link], dict[str, str], list[str]]


@st.composite
def cases(draw: st.DrawFn, most: int = 9) -> Case:
    """Draw a small graph with every feature of the rule, failed elements and protected ones.

    One in three has days and statuses: where everything has, hardly a relation is a requirement.
    """
    count = draw(st.integers(1, most))
    dated = draw(st.sampled_from([False, False, True]))
    uids = [f"u{number}" for number in range(count)]
    things = [Thing(uid, draw(STATUSES), draw(DAYS), draw(DAYS)) if dated else Thing(uid) for uid in uids]
    links = _links(draw(st.lists(_rows(count, dated), min_size=count, max_size=3 * most)))
    likely = [*uids, *(link.target for link in links)]
    failed = draw(st.dictionaries(st.sampled_from(likely), GIVEN, min_size=1, max_size=3))
    others = [uid for uid in uids if uid not in failed]
    protected = draw(st.lists(st.sampled_from(others), max_size=1)) if count > 3 else []
    return things, links, failed, protected


@st.composite
def paired(draw: st.DrawFn) -> Case:
    """Draw a case in which one element more, a, has two hosts, b and c, that both need what fails."""
    things, links, failed, protected = draw(cases(most=6))
    first = draw(st.sampled_from(sorted(failed)))
    pair = [Link("a", "RUNS_ON", host, group="db") for host in "bc"]
    ends = [("b", first), ("c", first), *([("a", first)] if draw(st.booleans()) else [])]
    kept = [Thing(first), *(one for one in things if one.uid != first)]  # valid on every day
    needed = [Link(source, "RUNS_ON", target) for source, target in ends]
    return [*kept, *map(Thing, "abc")], [*links, *pair, *needed], failed, protected


@cache
def _rows(count: int, dated: bool) -> st.SearchStrategy[tuple[Any, ...]]:
    """Rows of what makes a link, and whether it stands beside the one before it."""
    one = st.sampled_from([f"u{number}" for number in range(count)])
    return st.tuples(st.booleans(), one, one, WAYS, TERMS, *([DAYS, DAYS] if dated else []))


def _links(rows: Sequence[tuple[Any, ...]]) -> list[Link]:
    """Make the rows links; one that stands beside another has its source and group."""
    links: list[Link] = []
    for beside, source, target, (relation, group), terms, *days in rows:
        link = Link(source, relation, target, group, *terms, *days)
        if beside and links:
            link = replace(link, source=links[-1].source, group=links[-1].group)
        links.append(link)
    return links


def element_table(things: Sequence[Thing], **columns: Sequence[str | None]) -> ElementTable:
    """Return the things as a table: servers of one agency, keys in the order of their uids."""
    count = len(things)
    usual = {
        "kind": ["Server"] * count,
        "name": [f"Nama {thing.uid}" for thing in things],
        "scope": ["dinkes"] * count,
        "key": [f"dinkes/server/{thing.uid}" for thing in things],
    }
    return ElementTable(
        uid=[thing.uid for thing in things],
        status=[thing.status for thing in things],
        valid_from=[thing.valid_from for thing in things],
        valid_to=[thing.valid_to for thing in things],
        criticality=[thing.criticality for thing in things],
        rto_hours=[thing.rto_hours for thing in things],
        rpo_hours=[thing.rpo_hours for thing in things],
        restore_hours=[thing.restore_hours for thing in things],
        availability=[thing.availability for thing in things],
        mtbf_hours=[thing.mtbf_hours for thing in things],
        maintenance_window=[thing.maintenance_window for thing in things],
        users=[thing.users for thing in things],
        **{**usual, **columns},  # type: ignore[arg-type]
    )


def relation_table(links: Sequence[Link], first: int = 0) -> RelationTable:
    """Return the links as a table; ids count from first."""
    return RelationTable(
        id=[f"r{first + number}" for number in range(len(links))],
        relation=[link.relation for link in links],
        source=[link.source for link in links],
        target=[link.target for link in links],
        group=[link.group for link in links],
        need=[link.need for link in links],
        loss=[link.loss for link in links],
        weight=[None if link.weight is None else float(link.weight) for link in links],
        effect=[link.effect for link in links],
        valid_from=[link.valid_from for link in links],
        valid_to=[link.valid_to for link in links],
        users=[link.users for link in links],
        qualifiers={"environment": [link.environment for link in links]},
    )


def snapshot_of(things: Sequence[Thing], links: Sequence[Link]) -> Snapshot:
    """Return the snapshot of a graph."""
    return compile_snapshot(METAMODEL, element_table(things), relation_table(links), 1)


def impact_of(snapshot: Snapshot, failed: dict[str, str], protected: Sequence[str] = ()) -> Impact:
    """Return the impact of failures given as words, today."""
    states = {uid: State[word.upper()] for uid, word in failed.items()}
    return simulate(snapshot, Scenario(failed=states, protected=frozenset(protected), on=TODAY))


def states_of(impact: Impact) -> dict[str, str]:
    """Return the state of every element as a word, by uid."""
    uids = impact.snapshot.elements.uid.all()
    return {uid: State(state).word for uid, state in zip(uids, impact.state.tolist(), strict=True)}
