"""The schema of a store: made once, repeated for nothing, migrated step by step, never guessed."""

from dataclasses import replace

import pytest

from model.faults import StoreFault
from model.kinds import ElementKind, RelationKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.shipped import shipped
from model.text import same
from queries import graph
from queries.store import schema
from queries.store.schema import Prepared, adopt, declarations, prepare
from queries.store.store import EngineStatus, Statement, Store

REMOVE_META = Statement("MATCH (m:Meta) DELETE m", {})


class Counted:
    """A store that counts what is asked of it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.reads = self.writes = 0

    @property
    def address(self) -> str:
        return self._store.address

    def read(self, cypher: str, /, **parameters: object) -> list[dict[str, object]]:
        self.reads += 1
        return self._store.read(cypher, **parameters)

    def write(self, statements: list[Statement], /) -> list[list[dict[str, object]]]:
        self.writes += 1
        return self._store.write(statements)

    def status(self) -> EngineStatus:
        return self._store.status()

    def close(self) -> None:
        self._store.close()


def test_an_empty_store_gets_an_identity_and_revision_zero(store: Store) -> None:
    store.write([REMOVE_META])

    made = prepare(store, shipped())

    assert made.created
    assert made.notices == ()
    assert graph.meta(store) == {
        "store": made.store,
        "revision": 0,
        "schema": schema.SCHEMA_VERSION,
        "metamodel": shipped().digest,
    }


def test_preparing_again_changes_nothing_and_costs_one_read(store: Store) -> None:
    before = graph.meta(store)
    counted = Counted(store)

    again = prepare(counted, shipped())

    assert again == Prepared(store=before["store"], created=False)
    assert (counted.reads, counted.writes) == (1, 0)
    assert graph.meta(store) == before


def test_every_kind_and_relation_has_its_index_on_both_engines(store: Store) -> None:
    found = store.read("SHOW INDEXES YIELD labelsOrTypes, properties RETURN labelsOrTypes, properties")
    indexed = {(label, *row["properties"]) for row in found for label in row["labelsOrTypes"] or []}

    assert {(kind.value, "code") for kind in ElementKind} <= indexed
    assert {(relation.value, "revision") for relation in RelationKind} <= indexed
    assert {("Element", "uid"), ("Element", "key"), ("Record", "uid"), ("Record", "load")} <= indexed


@pytest.mark.parametrize(
    ("label", "name"), [("Element", "uid"), ("Record", "id"), ("Load", "id"), ("Finding", "id")]
)
def test_an_identity_is_unique(store: Store, label: str, name: str) -> None:
    create = Statement(f"CREATE (n:{label} {{{name}: 'one'}})", {})
    store.write([create])

    with pytest.raises(StoreFault):
        store.write([create])

    assert store.read(f"MATCH (n:{label}) RETURN count(n) AS n") == [{"n": 1}]


def test_a_uid_is_unique_across_kinds(store: Store) -> None:
    store.write([Statement("CREATE (:Element:Server {uid: 'one'})", {})])

    with pytest.raises(StoreFault):
        store.write([Statement("CREATE (:Element:Application {uid: 'one'})", {})])


def test_an_older_store_is_brought_up_step_by_step(store: Store) -> None:
    seen: list[tuple[int, int]] = []

    def step(number: int) -> schema.Migration:
        def migrate(asked: Store, metamodel: Metamodel) -> None:
            seen.append((number, graph.meta(asked)["schema"]))
            asked.write([Statement("MATCH (m:Meta) SET m.revision = m.revision + $n", {"n": number})])

        return migrate

    first = schema.SCHEMA_VERSION
    prepare(store, shipped(), first + 2, {first: step(1), first + 1: step(10)})

    assert seen == [(1, first), (10, first + 1)]
    assert graph.meta(store)["schema"] == first + 2
    assert graph.meta(store)["revision"] == 11


def test_a_migration_that_was_cut_off_goes_on_where_it_stopped(store: Store) -> None:
    first = schema.SCHEMA_VERSION
    runs: list[int] = []

    def broken(asked: Store, metamodel: Metamodel) -> None:
        raise StoreFault(same("cut off"), fix=same("again"))

    with pytest.raises(StoreFault):
        prepare(store, shipped(), first + 2, {first: lambda *_: runs.append(1), first + 1: broken})
    prepare(
        store,
        shipped(),
        first + 2,
        {first: lambda *_: runs.append(1), first + 1: lambda *_: runs.append(2)},
    )

    assert runs == [1, 2]


def test_a_store_too_old_to_migrate_is_refused_with_the_commands(store: Store) -> None:
    with pytest.raises(StoreFault) as caught:
        prepare(store, shipped(), schema.SCHEMA_VERSION + 1, {})

    assert "simpul db backup" in caught.value.fix.en
    assert "simpul db restore" in caught.value.fix.id
    assert graph.meta(store)["schema"] == schema.SCHEMA_VERSION


def test_a_store_of_a_newer_simpul_is_refused_with_the_command(store: Store) -> None:
    store.write([Statement("MATCH (m:Meta) SET m.schema = 99", {})])

    with pytest.raises(StoreFault) as caught:
        prepare(store, shipped())

    assert "uv tool upgrade simpul" in caught.value.fix.en
    assert "99" in caught.value.what.id


def test_another_metamodel_is_told_until_the_store_is_written_with_it(store: Store) -> None:
    changed = replace(shipped(), dependency=shipped().dependency[:-1])

    told = prepare(store, changed).notices
    adopt(store, changed)

    assert "metamodel" in told[0].en
    assert prepare(store, changed).notices == ()


def test_a_declaration_that_grew_is_declared_again(store: Store) -> None:
    store.write([Statement("MATCH (m:Meta) SET m.declared = 'older'", {})])
    counted = Counted(store)

    prepare(counted, shipped())

    assert counted.writes == len(list(declarations(shipped()))) + 1
    assert prepare(store, shipped()).notices == ()


def test_somebody_elses_data_is_not_touched(store: Store) -> None:
    store.write([REMOVE_META, Statement("CREATE (:Person {name: 'Siti'})", {})])

    with pytest.raises(StoreFault) as caught:
        prepare(store, shipped())

    assert "NEO4J_DATABASE" in caught.value.fix.en
    assert store.read("MATCH (n) RETURN n.name AS name") == [{"name": "Siti"}]
