"""Tables made back from a snapshot compile to the same snapshot."""

import numpy as np
from hypothesis import given

from queries.snapshot.snapshot import compile_snapshot
from queries.snapshot.tabling import tabled_elements, tabled_relations
from tests.support.graphs import METAMODEL, Case, cases, snapshot_of
from tests.support.snapshots import contents


@given(cases())
def test_a_snapshot_compiled_from_its_own_tables_is_the_same(case: Case) -> None:
    snapshot = snapshot_of(case[0], case[1])
    elements = tabled_elements(snapshot, np.arange(len(snapshot)))
    relations = tabled_relations(snapshot, np.arange(len(snapshot.relations.id)))
    assert contents(compile_snapshot(METAMODEL, elements, relations, 1)) == contents(snapshot)
