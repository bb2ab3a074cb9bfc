"""Whose an element is: a unit counts as its agency, and an agency is its own."""

from model.kinds import ElementKind, RelationKind
from queries.snapshot.columns import ABSENT
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from queries.snapshot.tables import ELEMENT_COLUMNS, element_table, relation_table
from tests.support.small_metamodel import small_metamodel

K = ElementKind
UNITS = ("setda/orgunit/setda", "setda/orgunit/BIRO", "rsud/orgunit/rsud", "bersama/orgunit/LAIN")
SERVERS = {"A": "setda/orgunit/setda", "B": "setda/orgunit/BIRO", "C": "bersama/orgunit/LAIN", "D": None}


def snapshot() -> Snapshot:
    owned = {f"setda/server/{code}": owner for code, owner in SERVERS.items()}
    kinds = {**dict.fromkeys(UNITS, K.ORG_UNIT), **dict.fromkeys(owned, K.SERVER)}
    blank = [None] * (len(ELEMENT_COLUMNS) - 6)
    elements = ((key, key, kinds[key].value, key, key.partition("/")[0], "active", *blank) for key in kinds)
    relations = (
        (f"r-{key}", RelationKind.OWNED_BY.value, key, owner, *[None] * 8)
        for key, owner in owned.items()
        if owner
    )
    return compile_snapshot(small_metamodel(), element_table(elements), relation_table(relations), 1)


def test_a_unit_counts_as_its_agency_and_an_agency_as_itself() -> None:
    whole = snapshot()
    found = {
        key: None if at == ABSENT else whole.keys[at]
        for key, at in zip(whole.keys, whole.agency.tolist(), strict=True)
    }
    assert found == {
        "bersama/orgunit/LAIN": "bersama/orgunit/LAIN",
        "rsud/orgunit/rsud": "rsud/orgunit/rsud",
        "setda/orgunit/BIRO": "setda/orgunit/setda",
        "setda/orgunit/setda": "setda/orgunit/setda",
        "setda/server/A": "setda/orgunit/setda",
        "setda/server/B": "setda/orgunit/setda",
        "setda/server/C": "bersama/orgunit/LAIN",
        "setda/server/D": None,
    }
