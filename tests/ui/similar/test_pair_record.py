"""Beside likeness stands what is on record of the two: users, cost, last day, replacement, plans, calls."""

from dataclasses import replace

import pytest

from model.decision import Verdict
from model.element import Element
from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from model.text import Language
from queries.redundancy.engine import Pair
from queries.redundancy.ties import Tie, TieKind
from tests.support.alike import application, compared
from tests.support.decided import decision
from ui.similar import pairs
from ui.similar.pair_record import PairRecord, advised, recorded_rows

METAMODEL = shipped()


@pytest.fixture(scope="module")
def found() -> Pair:
    old, new = application("A", "SIMLAMA", "presensi"), application("B", "SIMBARU", "presensi")
    return next(compared(old, new).pairs(0.0))


def record(**given: object) -> PairRecord:
    element = Element(
        uid="A",
        key="dinkes/application/A",
        kind=ElementKind.APPLICATION,
        name="SIMLAMA",
        scope="dinkes",
        properties={"users": 410, "annual_cost": 26500000, "valid_to": "2027-06-30"},
    )
    return PairRecord(elements={"A": element}, **given)  # type: ignore[arg-type]


def told(found: Pair, known: PairRecord, *ties: Tie) -> dict[str, tuple[list[str], list[str]]]:
    rows = recorded_rows(found, known, ties, METAMODEL, Language.ID)
    assert not any(row.apart or row.near for row in rows)
    return {row.label.id: ([one for one, _ in row.left], [one for one, _ in row.right]) for row in rows}


def test_what_one_of_the_two_has_on_record_is_a_line_and_what_neither_has_is_none(found: Pair) -> None:
    known = record(replaced_by={"A": ["SIMBARU"]}, replaces={"B": ["SIMLAMA"]}, plans={"B": ["RAS-1 Satu"]})
    assert told(found, known) == {
        "Jumlah pengguna": (["410"], []),
        "Biaya per tahun": (["26.500.000"], []),
        "Berlaku sampai": (["30 Jun 2027"], []),
        "Menggantikan": ([], ["SIMLAMA"]),
        "Digantikan oleh": (["SIMBARU"], []),
        "Rencana tercatat": ([], ["RAS-1 Satu"]),
    }
    assert told(found, PairRecord(elements={})) == {}


def test_a_call_stands_on_both_sides_as_what_each_does(found: Pair) -> None:
    tie = Tie(TieKind.CALLS, "B", "A", ("API Hadir",))
    assert told(found, PairRecord(elements={}), tie)["Hubungan keduanya"] == (
        ["menyediakan API Hadir, dipanggil yang lain"],
        ["memanggil API Hadir"],
    )


def test_a_recorded_replacement_is_the_advice_and_the_two_are_not_offered_for_merging(found: Pair) -> None:
    tie = Tie(TieKind.REPLACES, "B", "A")
    said = advised(found, record(), (tie,), METAMODEL, Language.ID)
    assert (
        said
        == "Penggantiannya sudah tercatat: SIMBARU menggantikan SIMLAMA, yang berlaku sampai 30 Jun 2027."
    )
    duplicate = decision(1, "A", "B", verdict=Verdict.DUPLICATE)
    assert pairs.may_be_one(found, duplicate)
    assert not pairs.may_be_one(found, duplicate, (tie,))


def test_a_plan_about_both_is_told_with_the_advice(found: Pair) -> None:
    plans = {"A": ["RAS-1 Satu", "RAS-2 Dua"], "B": ["RAS-1 Satu"]}
    said = advised(replace(found), record(plans=plans), (), METAMODEL, Language.EN)
    assert said.endswith("The plan is on record: RAS-1 Satu.")
