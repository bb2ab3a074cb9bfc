"""The interchange CSV of the example province: rows the metamodel allows, between things that exist."""

import csv
from collections import Counter

import pytest

from model.keys import parse_key
from model.kinds import RelationKind
from model.metamodel.shipped import shipped
from seed.estate import Province, province
from seed.interchange import ELEMENT_COLUMNS, RELATION_COLUMNS, elements_csv, relations_csv

METAMODEL = shipped()


@pytest.fixture(scope="module")
def whole() -> Province:
    return province()


@pytest.fixture(scope="module")
def elements(whole: Province) -> list[dict[str, str]]:
    return list(csv.DictReader(elements_csv(whole).splitlines()))


@pytest.fixture(scope="module")
def relations(whole: Province) -> list[dict[str, str]]:
    return list(csv.DictReader(relations_csv(whole).splitlines()))


def test_keys_name_the_kind_that_the_row_states(elements: list[dict[str, str]]) -> None:
    assert [
        row["key"] for row in elements if parse_key(row["key"]).kind is not METAMODEL.kind_named(row["kind"])
    ] == []
    assert len({row["key"] for row in elements}) == len(elements)


def test_columns_are_properties_of_the_kinds(elements: list[dict[str, str]]) -> None:
    structural = {"key", "kind", "owner", "reference"}
    for row in elements:
        kind = parse_key(row["key"]).kind
        known = {spec.name for spec in METAMODEL.properties(kind)} | structural
        assert {name for name, value in row.items() if value} <= known
    assert set(ELEMENT_COLUMNS) >= structural


def test_the_metamodel_allows_every_relation(relations: list[dict[str, str]]) -> None:
    for row in relations:
        spec = METAMODEL.relation(RelationKind(row["relation"]))
        assert spec.allows(parse_key(row["source"]).kind, parse_key(row["target"]).kind), row
        known = {"source", "relation", "target"} | {p.name for p in (*spec.properties, *METAMODEL.dependency)}
        assert {name for name, value in row.items() if value} <= known, row
    assert {"group", "need", "loss", "effect"} <= set(RELATION_COLUMNS)


def test_both_ends_of_every_relation_exist(
    whole: Province, elements: list[dict[str, str]], relations: list[dict[str, str]]
) -> None:
    known = {row["key"] for row in elements} | {one.key for one in whole.infrastructure.values()}
    known |= {service.key for service in whole.all_services}
    known |= {row["key"] for row in elements}
    for agency in whole.agencies:
        known |= {one.key for one in (*agency.applications, *agency.data)}
    provincial = {
        f"{row['scope']}/regulation/{row['code']}" for row in whole.tables["governance/regulations"]
    }

    ends = {row[end] for row in relations for end in ("source", "target")}

    assert ends - known - provincial == set()


def test_a_group_states_its_need_on_one_row(relations: list[dict[str, str]]) -> None:
    stated = Counter((row["source"], row["group"]) for row in relations if row["group"] and row["need"])
    grouped = {(row["source"], row["group"]) for row in relations if row["group"]}

    assert set(stated) == grouped
    assert set(stated.values()) == {1}


def test_every_agency_uses_what_is_everybodys(whole: Province, relations: list[dict[str, str]]) -> None:
    users = Counter(row["target"] for row in relations if row["relation"] == "USES")

    assert users["nasional/application/srikandi"] == len(whole.agencies)
    assert all(int(row["users"]) > 0 for row in relations if row["relation"] == "USES")


def test_there_are_groups_that_need_several_and_groups_in_groups(relations: list[dict[str, str]]) -> None:
    assert {row["need"] for row in relations} >= {"any", "2"}
    assert any("/" in row["group"] for row in relations)
