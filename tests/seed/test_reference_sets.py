"""The shipped reference sets: complete, well-formed, and what the rest of the program relies on."""

import csv
from collections import Counter
from importlib.resources import files

import pytest

from model.metamodel.shipped import KINDS
from model.metamodel.shorthand import RAA, RAB, RAD, RAI, RAK, RAL
from model.reference import ReferenceSet, broader
from seed.reference_sets import shipped_reference_sets

SETS = shipped_reference_sets()
KNOWN = {one.code: one for codes in SETS for one in codes.codes}


def test_they_hold_every_code_of_the_data() -> None:
    assert len(KNOWN) == 1113
    assert {codes.name: len(codes.codes) for codes in SETS} == {
        "RAB": 358,
        "RAL": 357,
        "RAD": 364,
        "RAA": 6,
        "RAI": 16,
        "RAK": 12,
    }
    assert Counter(one.level for one in KNOWN.values()) == {1: 29, 2: 167, 3: 914, 4: 3}


def test_they_are_read_once() -> None:
    assert shipped_reference_sets() is SETS


@pytest.mark.parametrize("codes", SETS, ids=lambda codes: codes.name)
def test_a_set_says_its_version_and_every_code_its_status(codes: ReferenceSet) -> None:
    assert codes.version
    assert codes.label.id != codes.label.en
    assert all(one.name and one.source and one.status for one in codes.codes)


def test_what_a_code_lies_under_is_known() -> None:
    assert KNOWN["RAB.09.06.03"].name == "Penataan Sumber Daya Manusia Aparatur"
    assert all(parent in KNOWN for code in KNOWN if (parent := broader(code)))


def test_numbers_that_were_concluded_are_told() -> None:
    doubtful = {one.code[:3] for one in KNOWN.values() if "INFERRED" in one.status}
    assert doubtful == {"RAI", "RAK"}


def test_the_declaration_knows_how_deep_each_model_is_national() -> None:
    deepest = {codes.name: max(one.level for one in codes.codes) for codes in SETS}
    for scheme in (RAB, RAL, RAD, RAA, RAK):
        assert deepest[scheme.prefix] == scheme.national_levels
    assert deepest[RAI.prefix] == RAI.national_levels + 1  # three codes of level 4, seen in one application


def test_codes_that_tell_a_kind_exist() -> None:
    assert {code for spec in KINDS for code in spec.national_codes} <= KNOWN.keys()


def test_the_other_tables_refer_to_known_codes() -> None:
    folder = files("seed") / "reference"
    crosswalk = (folder / "crosswalk_uu23_urusan_ke_rab.csv").read_text(encoding="utf-8")
    affairs = list(csv.DictReader(crosswalk.splitlines()))
    national = list(csv.DictReader((folder / "national_apps.csv").read_text(encoding="utf-8").splitlines()))
    assert (len(affairs), len(national)) == (32, 28)
    for row in affairs:
        assert all(code in KNOWN for code in row["kode_rab"].split("; ") if code)
    for row in national:
        assert all(code in KNOWN for code in row["proposed_rab_code"].split(";"))
