"""The adapter on both engines: values, whole transactions, faults in our words."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from model.faults import StoreFault
from model.text import Language
from queries.store.bolt import BoltStore, Endpoint
from queries.store.faults import StoreDown, UnknownDatabase, WrongPassword
from queries.store.opening import background, open_store
from queries.store.process import free_port
from queries.store.store import Statement, Store
from tests.conftest import ENGINES, Engines

CREATE = "UNWIND $rows AS row CREATE (e:Element:Server) SET e = row"


@pytest.mark.parametrize(
    "value", ["teks – 漢", -(2**63), 2**63 - 1, 0.1, True, False, ["a", "b"], [], [1, 2]]
)
def test_a_value_comes_back_as_it_was_written(store: Store, value: object) -> None:
    store.write([Statement(CREATE, {"rows": [{"uid": "u", "value": value}]})])

    found = store.read("MATCH (e:Element {uid: 'u'}) RETURN e.value AS value")[0]["value"]

    assert found == value
    assert type(found) is type(value)


def test_all_rows_of_all_statements_come_back_in_order(store: Store) -> None:
    statements = [Statement("UNWIND range(1, $n) AS i RETURN i, i * 2 AS twice", {"n": n}) for n in (0, 6000)]

    none, many = store.write(statements)

    assert none == []
    assert many[0] == {"i": 1, "twice": 2}
    assert [row["i"] for row in many] == list(range(1, 6001))


def test_a_label_counts_its_elements_whatever_their_kind(store: Store) -> None:
    store.write([Statement(CREATE, {"rows": [{"uid": "s1"}, {"uid": "s2"}]})])
    store.write([Statement("CREATE (:Element:Application {uid: 'a', code: 'DAA-1'})", {})])

    counts = store.read("MATCH (e:Element) RETURN count(e) AS all")[0]
    labels = store.read("MATCH (a:Application {code: 'DAA-1'}) RETURN labels(a) AS labels")[0]

    assert counts == {"all": 3}
    assert sorted(labels["labels"]) == ["Application", "Element"]


def test_a_statement_that_fails_takes_the_whole_transaction_with_it(store: Store) -> None:
    good = Statement(CREATE, {"rows": [{"uid": "one"}]})
    twice = Statement(CREATE, {"rows": [{"uid": "one"}]})

    with pytest.raises(StoreFault) as caught:
        store.write([good, twice])

    assert "nothing was written" in caught.value.fix.en
    assert store.read("MATCH (e:Element) RETURN count(e) AS n") == [{"n": 0}]


def test_a_broken_statement_is_a_fault_of_two_lines(store: Store) -> None:
    with pytest.raises(StoreFault) as caught:
        store.read("RETUR 1")

    for language in Language:
        what, fix = caught.value.lines(language)
        assert "SyntaxError" in what
        assert "\n" not in what + fix
    assert caught.value.__cause__ is not None


def test_a_number_too_large_to_store_is_named(store: Store) -> None:
    with pytest.raises(StoreFault) as caught:
        store.write([Statement("CREATE (:Element {uid: 'u', value: $value})", {"value": 2**63})])

    assert "64 bits as text" in caught.value.fix.en
    assert store.read("MATCH (e:Element) RETURN count(e) AS n") == [{"n": 0}]


def test_writers_in_each_others_way_all_succeed(store: Store) -> None:
    store.write([Statement("CREATE (:Element {uid: 'counter', value: 0})", {})])
    raised = Statement("MATCH (e:Element {uid: 'counter'}) SET e.value = e.value + 1", {})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: store.write([raised]), range(40)))

    assert store.read("MATCH (e:Element {uid: 'counter'}) RETURN e.value AS value") == [{"value": 40}]


def _endpoint(engines: Engines, name: str, **other: str) -> Endpoint:
    engines.empty(name)
    engine = background(engines.environ(name))
    running = engine.running()
    assert running is not None
    right = engine.endpoint(running)
    return Endpoint(
        address=right.address,
        user=right.user,
        password=other.get("password", right.password),
        database=other.get("database", right.database),
    )


@pytest.mark.parametrize("name", ENGINES)
def test_a_wrong_password_is_told_with_its_setting(engines: Engines, name: str) -> None:
    store = BoltStore(_endpoint(engines, name, password="wrong-one"))

    with pytest.raises(WrongPassword) as caught:
        store.read("RETURN 1 AS one")
    store.close()

    assert "NEO4J_PASSWORD" in caught.value.fix.id
    assert "wrong-one" not in caught.value.what.en


@pytest.mark.parametrize("name", ENGINES)
def test_an_unknown_database_is_told_with_its_setting(engines: Engines, name: str) -> None:
    store = BoltStore(_endpoint(engines, name, database="nosuch"))

    with pytest.raises(UnknownDatabase) as caught:
        store.read("RETURN 1 AS one")
    store.close()

    assert "NEO4J_DATABASE" in caught.value.fix.en


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_store_that_is_down_is_told_at_once(scheme: str) -> None:
    address = f"{scheme}://127.0.0.1:{free_port()}"
    store = open_store({"NEO4J_URI": address, "NEO4J_PASSWORD": "whatever"})

    with pytest.raises(StoreDown) as caught:
        store.read("RETURN 1 AS one")
    store.close()

    assert address in caught.value.what.en
    assert "simpul db start" in caught.value.fix.en


@pytest.mark.parametrize("address", ["http://127.0.0.1", "bolt://127.0.0.1:99999", "nonsense"])
def test_an_address_that_cannot_be_one_is_told_with_an_example(address: str) -> None:
    with pytest.raises(StoreDown) as caught:
        open_store({"NEO4J_URI": address})

    assert "neo4j://" in caught.value.fix.en


def test_a_name_that_resolves_to_nothing_is_a_store_that_is_down() -> None:
    store = open_store({"NEO4J_URI": "bolt://nowhere.invalid:7687", "NEO4J_PASSWORD": "x"})

    with pytest.raises(StoreDown) as caught:
        store.read("RETURN 1 AS one")
    store.close()

    assert "NEO4J_URI" in caught.value.fix.en


def test_an_endpoint_never_shows_its_password() -> None:
    assert "geheim" not in repr(Endpoint(address="bolt://x", user="u", password="geheim"))
