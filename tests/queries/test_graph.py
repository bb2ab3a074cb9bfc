"""What is written to the graph is read the same, on both engines, whatever columns are called."""

from hypothesis import given
from hypothesis import strategies as st

from model.element import Element, Openness, OpenReference, Relation
from model.kinds import ElementKind, RelationKind, Status
from queries import graph
from queries.graph import batches, edge_of, element_of, node_of, relation_of
from queries.loads import writing
from queries.loads.plan import GraphChange
from queries.store.store import Store

words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=8)
names = st.sampled_from(
    ["id", "uid", "name_", "p_id", "p_p_id", "revision", "holders", "search", "cost", "key"]
)
values = st.one_of(words, st.integers(-(2**53), 2**53), st.booleans(), st.lists(words, min_size=1).map(tuple))
properties = st.dictionaries(names, values, max_size=4)


@given(properties, st.none() | words, st.lists(words, max_size=2).map(tuple))
def test_an_element_comes_back_from_its_node(
    given_: dict[str, object], code: str | None, aliases: tuple[str, ...]
) -> None:
    given_ = {**given_, **({"code": code} if code else {})}
    element = Element(
        uid="u", key="a/server/b", kind=ElementKind.SERVER, name="N", scope="a", code=code, aliases=aliases,
        status=Status.PLANNED, properties=given_,
    )  # fmt: skip
    assert element_of(node_of(element, 3)) == element


@given(properties, st.integers(0, 3))
def test_a_relation_comes_back_from_its_edge(given_: dict[str, object], order: int) -> None:
    relation = Relation(
        id="r", relation=RelationKind.RUNS_ON, source="a", target="b", order=order, holders=("a",),
        properties=given_,
    )  # fmt: skip
    assert relation_of("a", "RUNS_ON", "b", edge_of(relation, 3)) == relation


def test_what_is_written_is_read_the_same(store: Store) -> None:
    ends = [
        Element(
            uid=uid, key=f"a/server/{uid}", kind=ElementKind.SERVER, name="“é” \\ ' \n", scope="a",
            properties={"cost_idr": 10**12, "hours": 4.5, "yes": True, "many": ("a", "b"), "id": "x"},
        )
        for uid in ("u1", "u2")
    ]  # fmt: skip
    relation = Relation(
        id="r1", relation=RelationKind.HOSTED_ON, source="u1", target="u2", holders=("u1", "u2"),
        properties={"group": "site:2/web", "weight": 0.5},
    )  # fmt: skip
    reference = OpenReference(
        id="o1", holder="u1", relation=RelationKind.CALLS, text="?", reason=Openness.NEAR, candidates=("u2",),
        record="l/1", column="Kolom", row=3, reversed=True,
    )  # fmt: skip
    change = GraphChange(added=tuple(ends), relations_added=(relation,), references_opened=(reference,))
    store.write(list(writing.graph_changed(change, 1)))
    assert graph.elements(store, ["u1", "u2"]) == {one.uid: one for one in ends}
    assert graph.relations(store, ["u2"]) == {"r1": relation}
    assert graph.open_references(store, ["u1"]) == {"o1": reference}
    assert graph.directory(store).entries.keys() == {"u1", "u2"}


@given(st.integers(0, 40), st.integers(1, 9))
def test_batches_hold_everything_once(count: int, size: int) -> None:
    rows = list(range(count))
    slices = [list(batch) for batch in batches(rows, size)]
    assert [row for batch in slices for row in batch] == rows
    assert all(0 < len(batch) <= size for batch in slices)
