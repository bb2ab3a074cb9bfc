"""What is filled in on how available things are comes back from either engine, and decides the same."""

from pathlib import Path

import numpy as np
import pytest

from queries.resilience.unavailability import unavailabilities
from queries.snapshot.opening import Keeper
from queries.store.store import Store
from tests.support.graphs import METAMODEL, TODAY
from tests.support.reference_evaluator import Link, Thing
from tests.support.writes import change, changed, element, fill

THINGS = [
    Thing("top", availability=100),
    Thing("a", availability=99.5),
    Thing("b", mtbf_hours=98, restore_hours=2),
    Thing("room", availability=99.982),
]
LINKS = [
    *(Link("top", "RUNS_ON", side, group="g") for side in ("a", "b")),
    *(Link(side, "RUNS_ON", "room") for side in ("a", "b")),
]


def test_it_is_reckoned_from_what_the_store_holds(store: Store, tmp_path: Path) -> None:
    fill(store, THINGS, LINKS)
    keeper = Keeper(tmp_path, METAMODEL)
    assert down(keeper, store) == (pytest.approx(1 - 0.99982 * (1 - 0.005 * 0.02)), True)
    change(store, changed(element(THINGS[1]), element(Thing("a"))))
    assert down(keeper, store) == (pytest.approx(1 - 0.99982), False)
    # read from the file that was kept of it, not from the store
    assert down(Keeper(tmp_path, METAMODEL), store) == (pytest.approx(1 - 0.99982), False)


def down(keeper: Keeper, store: Store) -> tuple[float, bool]:
    snapshot = keeper.current(store)
    (found,) = unavailabilities(snapshot, TODAY, np.array([snapshot.index("top")]))
    return found.least, found.known
