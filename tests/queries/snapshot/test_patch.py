"""A patched snapshot equals one compiled from all rows, whatever was edited."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.faults import StoreFault
from queries.snapshot.snapshot import Changes, Snapshot, compile_snapshot, patched
from tests.support.graphs import (
    METAMODEL,
    cases,
    element_table,
    impact_of,
    relation_table,
    snapshot_of,
    states_of,
)
from tests.support.reference_evaluator import Link, Thing
from tests.support.snapshots import contents


@dataclass
class Graph:
    """A graph that is edited: things by uid with their keys, links by id."""

    things: dict[str, Thing]
    keys: dict[str, str]
    links: dict[str, Link]

    def compiled(self) -> Snapshot:
        return compile_snapshot(
            METAMODEL, self.elements(list(self.things)), self.relations(list(self.links)), 2
        )

    def elements(self, uids: list[str]):
        things = [self.things[uid] for uid in uids]
        return element_table(things, key=[self.keys[uid] for uid in uids])

    def relations(self, ids: list[str]):
        return replace(relation_table([self.links[id_] for id_ in ids]), id=ids)


def graph_of(things: list[Thing], links: list[Link]) -> Graph:
    keys = {thing.uid: f"dinkes/server/{thing.uid}" for thing in things}
    return Graph({t.uid: t for t in things}, keys, {f"r{n}": link for n, link in enumerate(links)})


@given(cases(), st.data())
def test_equal_to_a_fresh_reading_after_any_edits(case, data: st.DataObject) -> None:
    things, links, failed, protected = case
    graph = graph_of(things, links)
    base = graph.compiled()
    added, changed = _edited_elements(graph, data)
    new_links, moved = _edited_relations(graph, data)
    gone = data.draw(st.sets(st.sampled_from([uid for uid in graph.things if uid not in failed] or ["none"])))
    for uid in gone:
        graph.things.pop(uid, None)
    ended = data.draw(st.sets(st.sampled_from([*graph.links, "r-none"])))
    for id_, link in list(graph.links.items()):
        if id_ in ended or not {link.source, link.target} <= graph.things.keys():
            del graph.links[id_]
    changes = Changes(
        elements=graph.elements([uid for uid in (*added, *changed) if uid in graph.things]),
        relations=graph.relations([id_ for id_ in (*new_links, *moved) if id_ in graph.links]),
        elements_gone=gone,
        relations_gone=ended,
    )
    quick, fresh = patched(base, changes, 2), graph.compiled()
    assert contents(quick) == contents(fresh)
    spared = [uid for uid in protected if uid in graph.things]
    assert states_of(impact_of(quick, failed, spared)) == states_of(impact_of(fresh, failed, spared))


def _edited_elements(graph: Graph, data: st.DataObject) -> tuple[list[str], list[str]]:
    changed = data.draw(st.lists(st.sampled_from(list(graph.things)), unique=True, max_size=3))
    for uid in changed:
        graph.things[uid] = replace(
            graph.things[uid], status=data.draw(st.sampled_from(["active", "retired"]))
        )
        if data.draw(st.booleans()):
            graph.keys[uid] = f"bkd/server/{data.draw(st.integers(0, 99))}-{uid}"
    added = data.draw(st.lists(st.sampled_from(["a0", "n1", "z2"]), unique=True, max_size=2))
    for uid in added:
        graph.things[uid] = Thing(uid)
        graph.keys[uid] = f"dinkes/server/{uid}"
    return added, changed


def _edited_relations(graph: Graph, data: st.DataObject) -> tuple[list[str], list[str]]:
    one = st.sampled_from(list(graph.things))
    fresh = st.builds(
        Link, source=one, relation=st.just("RUNS_ON"), target=one, group=st.sampled_from([None, "n"])
    )
    new = {f"r9{n}": link for n, link in enumerate(data.draw(st.lists(fresh, max_size=3)))}
    moved = data.draw(st.lists(st.sampled_from([*graph.links] or ["r90"]), unique=True, max_size=2))
    moved = [id_ for id_ in moved if id_ in graph.links]
    for id_ in moved:
        graph.links[id_] = replace(graph.links[id_], group="moved", effect="degraded")
    graph.links.update(new)
    return list(new), moved


def test_the_base_is_not_touched() -> None:
    graph = graph_of([Thing("a"), Thing("s")], [Link("a", "RUNS_ON", "s")])
    base = graph.compiled()
    before = contents(base)
    patched(base, Changes(elements_gone=["s"], relations_gone=["r0"]), 2)
    assert contents(base) == before


def test_relations_of_an_element_that_is_gone_are_gone() -> None:
    base = snapshot_of([Thing("a"), Thing("s")], [Link("a", "RUNS_ON", "s")])
    assert len(patched(base, Changes(elements_gone=["s"]), 2).relations.id) == 0


def test_a_relation_to_nowhere_is_refused_with_what_to_do() -> None:
    base = snapshot_of([Thing("a")], [])
    with pytest.raises(StoreFault) as refused:
        patched(base, Changes(relations=relation_table([Link("a", "RUNS_ON", "x")])), 2)
    assert "“x”" in refused.value.what.en
    assert "simpul db refresh" in refused.value.fix.en
