"""The law of the export: read again it changes nothing, whatever rows say and whatever they leave blank."""

from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ingest.columns import classification
from ingest.draft import Draft
from ingest.export import export
from model.faults import Place
from model.metamodel.shipped import shipped
from queries import reference_codes
from queries.architecture import present
from queries.store.store import Store
from seed.reference_sets import shipped_reference_sets
from tests.support.books import reading
from tests.support.deliveries import Desk, K, delivery, emptied, owner
from tests.support.templates import doubts, moved

METAMODEL = shipped()
SCOPES = ("opd1", "opd2")
One = tuple[K, str, str | None, str | None]  # kind, scope, the scope of its owner, its reference code
scopes = st.sampled_from(SCOPES)
kinds = st.sampled_from([K.BUSINESS_PROCESS, K.BUSINESS_PROCESS, K.SERVICE, K.APPLICATION])
codes = st.sampled_from([None, None, "RAB.09.06", "RAB.04.01.04"])
estates = st.lists(st.tuples(kinds, scopes, st.none() | scopes, codes), min_size=1, max_size=8)


def unit(scope: str) -> Draft:
    return element(0, (K.ORG_UNIT, scope, None, None))


def element(number: int, one: One) -> Draft:
    kind, scope, owning, code = one
    sayings = [owner(f"{owning}/orgunit/X0")] if owning else []
    sayings += [classification(METAMODEL, kind, code, "reference")] if code else []
    return Draft(
        kind=kind,
        source="csv",
        place=Place(file="elements.csv", row=number + 2),
        name=f"Nama {scope} {number}",
        code=f"X{number}",
        key=f"{scope}/{kind.value.lower()}/X{number}",
        sayings=tuple(sayings),
    )


@pytest.mark.whole
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(estates)
@example([(K.BUSINESS_PROCESS, "opd1", "opd1", "RAB.09.06"), (K.BUSINESS_PROCESS, "opd2", None, None)])
def test_importing_an_export_changes_nothing(store: Store, tmp_path: Path, estate: list[One]) -> None:
    desk = Desk(emptied(store), metamodel=METAMODEL)
    reference_codes.install(store, shipped_reference_sets())
    desk.load(delivery(*map(unit, SCOPES), *(element(n, one) for n, one in enumerate(estate, 1))))
    for suffix in ("", ".xlsx"):
        path = tmp_path / f"{uuid4().hex}{suffix}"
        export(present(store), METAMODEL, path)
        plan = desk.plan(reading(path))
        assert (moved(plan), doubts(plan)) == ({}, [])
