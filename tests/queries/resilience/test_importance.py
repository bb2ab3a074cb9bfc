"""Importance: more critical or more used is never less important."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.resilience.importance import Importance
from queries.snapshot.snapshot import compile_snapshot
from tests.support.graphs import METAMODEL, TODAY, element_table, relation_table
from tests.support.reference_evaluator import Link, Thing

LEVELS = ("low", "medium", "high", "very_high")
NUMBERS = st.one_of(st.none(), st.integers(0, 10**7))
KINDS = ["BusinessProcess", "Service", "Application", "Application", "OrgUnit", "OrgUnit"]
NAMES = ("process", "service", "app", "other", "unit", "office")
LINKS = (
    Link("process", "SERVED_BY", "service"),
    Link("service", "REALIZED_BY", "app"),
    Link("service", "REALIZED_BY", "other"),
    Link("unit", "USES", "app"),
    Link("office", "USES", "app"),
    Link("office", "USES", "service"),
)
USES = [number for number, link in enumerate(LINKS) if link.relation == "USES"]


def importance(things: list[Thing], links: list[Link]) -> Importance:
    table = element_table(things, kind=KINDS[: len(things)])
    return Importance(compile_snapshot(METAMODEL, table, relation_table(links), 1), TODAY)


def users(found: Importance) -> dict[str, float | None]:
    rows = found.ranked(
        found.snapshot.of_kinds(list(map(found.snapshot.kind, range(len(NAMES))))).nonzero()[0]
    )
    return {row.key.rpartition("/")[2]: row.users for row in rows}


@given(
    st.lists(st.tuples(st.sampled_from(LEVELS), NUMBERS), min_size=6, max_size=6),
    st.lists(NUMBERS, min_size=3, max_size=3),
    st.integers(0, 8),
    st.integers(1, 10**6),
)
def test_it_never_falls_when_criticality_or_users_rise(
    given_: list[tuple[str, int | None]], using: list[int | None], which: int, more: int
) -> None:
    things = [Thing(name, criticality=c, users=n) for name, (c, n) in zip(NAMES, given_, strict=True)]
    links = list(LINKS)
    for number, count in zip(USES, using, strict=True):
        links[number] = replace(links[number], users=count)
    before = importance(things, links).value
    for level in LEVELS[LEVELS.index(things[which % 6].criticality or "low") :]:
        risen = [replace(one, criticality=level) if n == which % 6 else one for n, one in enumerate(things)]
        assert (importance(risen, links).value >= before).all()
    if which < 6:
        things[which] = replace(things[which], users=(things[which].users or 0) + more)
    else:
        number = USES[which - 6]
        links[number] = replace(links[number], users=(links[number].users or 0) + more)
    assert (importance(things, links).value >= before).all()


def test_users_of_an_application_are_those_of_its_services_and_their_processes() -> None:
    links = list(LINKS)
    links[3], links[4] = replace(links[3], users=30), replace(links[4], users=50)
    things = [Thing(name) for name in NAMES]
    things[3] = replace(things[3], users=20)
    told = users(importance(things, links))
    assert told == {"process": 80, "service": 80, "app": 80, "other": 20, "unit": None, "office": None}


def test_the_larger_of_two_statements_about_users_counts() -> None:
    links = [replace(LINKS[3], users=30)]
    things = [Thing(name) for name in NAMES]
    assert users(importance([*things[:2], Thing("app", users=10), *things[3:]], links))["app"] == 30
    assert users(importance([*things[:2], Thing("app", users=90), *things[3:]], links))["app"] == 90


def test_a_blank_criticality_is_that_of_what_gives_it() -> None:
    things = [Thing(name) for name in NAMES]
    things[2], things[3] = replace(things[2], criticality="low"), replace(things[3], criticality="high")
    told = {row.name: row.criticality for row in importance(things, list(LINKS)).ranked()}
    assert told == {"Nama process": "high", "Nama service": "high"}
    things[1] = replace(things[1], criticality="medium")
    told = {row.name: row.criticality for row in importance(things, list(LINKS)).ranked()}
    assert told == {"Nama process": "medium", "Nama service": "medium"}


def test_who_used_it_until_yesterday_does_not_count() -> None:
    links = [replace(LINKS[3], users=30, valid_to="2026-11-23")]
    assert users(importance([Thing(name) for name in NAMES], links))["app"] is None


@pytest.mark.parametrize(
    ("criticality", "people", "value"),
    [
        (None, None, 2.0),
        ("low", 0, 1.0),
        ("very_high", 9, 16.0),
        ("high", 999, 16.0),
        ("unheard of", 99, 6.0),
    ],
)
def test_the_formula(criticality: str | None, people: int | None, value: float) -> None:
    found = importance([Thing("process"), Thing("service", criticality=criticality, users=people)], [])
    assert found.value[1] == value


def test_services_and_processes_are_ranked_and_ties_go_by_key() -> None:
    things = [Thing("process"), Thing("service"), Thing("app", criticality="very_high")]
    found = importance(things, [])
    assert [row.key[-7:] for row in found.ranked()] == ["process", "service"]
    found = importance([things[0], replace(things[1], criticality="high"), things[2]], [])
    assert [(row.key[-7:], row.criticality) for row in found.ranked()] == [
        ("service", "high"),
        ("process", None),
    ]


def test_what_is_retired_is_not_ranked() -> None:
    assert (
        importance([Thing("process", status="retired"), Thing("service")], []).ranked()[0].name
        == "Nama service"
    )
