"""A saving is a range with its assumptions, for confirmed groups only; a standing needs data."""

from dataclasses import replace

import pytest

from model.element import Element
from model.kinds import ElementKind
from model.record import Value
from queries.redundancy.groups.saving import Quadrant, saving, standing
from queries.redundancy.inventory import Inventory


def element(uid: str = "A", **properties: Value) -> Element:
    return Element(
        uid=uid,
        key=f"x/application/{uid}",
        kind=ElementKind.APPLICATION,
        name=uid,
        scope="x",
        properties=properties,
    )


MADE = {"year_built": 2025, "security_test": "lulus 2025"}
USERS = (1, 10, 10, 50, 100, 200, 300, 900)
ELEMENTS = {
    "A": element("A", annual_cost=100_000_000),
    "B": element("B", annual_cost=50_000_000),
    "C": element("C"),
}


def test_a_saving_is_a_range_that_says_what_it_assumes_and_what_it_does_not_know() -> None:
    found = saving("ABC", ELEMENTS, confirmed=True, shares=(0.5, 0.8))
    assert found is not None
    assert (found.low, found.high, found.unknown) == (75_000_000, 120_000_000, ("C",))
    assert "50% sampai 80%" in found.assumptions[0].id
    assert "1 aplikasi belum tercatat" in found.assumptions[-1].id


def test_nothing_is_promised_for_a_group_nobody_confirmed() -> None:
    assert saving("AB", ELEMENTS, confirmed=False) is None


def test_without_any_cost_there_is_no_number() -> None:
    found = saving("C", ELEMENTS, confirmed=True)
    assert found is not None
    assert (found.low, found.high) == (None, None)


def test_shares_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="in order"):
        saving("A", ELEMENTS, confirmed=True, shares=(0.8, 0.5))


@pytest.mark.parametrize(
    ("users", "built", "quadrant"),
    [
        (900, 2025, Quadrant.INVEST),
        (900, 2010, Quadrant.MIGRATE),
        (10, 2025, Quadrant.TOLERATE),
        (10, 2010, Quadrant.ELIMINATE),
    ],
)
def test_a_standing_follows_use_and_make(users: int, built: int, quadrant: Quadrant) -> None:
    tested = "lulus 2025" if built > 2020 else "belum"
    one = element(users=users, year_built=built, security_test=tested, licence="Proprietary")
    found = standing(one, Inventory(users=USERS, dependents=dict.fromkeys("ABCDEFGH", 3)), 2026)
    assert found.quadrant is quadrant
    assert [label.en for label in found.missing] == ["criticality"]


def test_a_standing_is_one_among_all_applications_by_what_is_recorded() -> None:
    leaning = Inventory(dependents={"A": 18, **dict.fromkeys("BCDEFGHI", 1)})
    critical = element(criticality="very_high", users=1, **MADE)
    assert standing(critical, replace(leaning, users=USERS), 2026).quadrant is Quadrant.INVEST
    assert standing(critical, Inventory(users=USERS), 2026).quadrant is Quadrant.INVEST
    assert standing(element(users=1, **MADE), leaning, 2026).quadrant is None
    few = standing(element(criticality="low", users=900, **MADE), Inventory(users=USERS[:3]), 2026)
    assert few.quadrant is None  # of three numbers none is high or low
    assert [label.en for label in few.missing][:2] == ["number of users", "what depends on it"]


def test_where_too_little_is_known_it_says_what_is_missing() -> None:
    found = standing(element(users=10), Inventory(users=USERS), 2026)
    assert found.quadrant is None
    assert {label.en for label in found.missing} == {
        "what depends on it",
        "criticality",
        "year built",
        "licence",
        "security test",
    }


@pytest.mark.parametrize(("users", "needed"), [(0, 1), (25, 2), (60, 3), (250, 4)])
def test_the_first_choice_of_criticality_is_the_highest(users: int, needed: int) -> None:
    found = [
        standing(element(criticality=value, users=users, **MADE), Inventory(users=USERS), 2026)
        for value in ("very_high", "high", "medium", "low")
    ]
    expected = [Quadrant.INVEST] * needed + [Quadrant.TOLERATE] * (4 - needed)
    assert [one.quadrant for one in found] == expected


def test_what_is_assumed_is_said_right_and_only_where_there_is_a_number() -> None:
    one, none = saving("A", ELEMENTS, confirmed=True), saving("C", ELEMENTS, confirmed=True)
    assert one is not None
    assert "of 1 application given up" in one.assumptions[0].en
    assert "pengalihan" not in one.assumptions[0].id
    assert "lisensi, perangkat, dukungan" in one.assumptions[0].id
    assert none is not None
    assert [text.en for text in none.assumptions] == [
        "The cost of 1 application is not recorded and not counted."
    ]
