"""Whose a row is that names nobody: the agency of its heading, file or import; never a guess."""

from dataclasses import replace

from ingest.draft import Draft
from ingest.planning.identity import Identified
from ingest.planning.ownership import owned
from model.directory import Directory
from model.entry import Entry
from model.faults import Place
from model.kinds import ElementKind, RelationKind
from model.metamodel.shipped import shipped
from model.record import Saying

UNIT = Entry(
    uid="u",
    kind=ElementKind.ORG_UNIT,
    scope="dinkes",
    key="dinkes/orgunit/dinkes",
    name="Dinas Kesehatan",
)
DIRECTORY = Directory.of([UNIT])
ROW = Draft(
    kind=ElementKind.APPLICATION,
    source="sheet",
    place=Place(file="Aplikasi Dinkes.xlsx", row=2),
    name="SIMRS",
    code="DAA-1",
    delivery_agency="Dinkes",
)


def owners(draft: Draft, scope: str = "dinkes") -> list[tuple[RelationKind, str]]:
    one = Identified(draft, "a", f"{scope}/application/DAA-1", scope, "SIMRS")
    (found,) = owned([one], DIRECTORY, shipped())
    return [(saying.relation, saying.text) for saying in found.draft.sayings]


def test_a_row_of_a_file_about_one_agency_is_that_agencys() -> None:
    assert owners(ROW) == [(RelationKind.OWNED_BY, "dinkes/orgunit/dinkes")]


def test_data_and_machines_are_said_by_their_own_relation() -> None:
    assert owners(replace(ROW, kind=ElementKind.DATA_OBJECT)) == [
        (RelationKind.PRODUCED_BY, "dinkes/orgunit/dinkes")
    ]


def test_what_the_row_says_itself_stands_alone() -> None:
    said = Saying(relation=RelationKind.OWNED_BY, text="BKD", cell="owner")
    assert owners(replace(ROW, agency="BKD", sayings=(said,))) == [(RelationKind.OWNED_BY, "BKD")]


def test_an_owner_cleared_by_hand_stays_cleared() -> None:
    assert owners(replace(ROW, emptied=("owner",))) == []


def test_the_interchange_says_nobody_when_it_says_nothing() -> None:
    assert owners(replace(ROW, source="csv")) == []


def test_what_nobody_claims_is_nobodys() -> None:
    assert owners(ROW, scope="bersama") == []
