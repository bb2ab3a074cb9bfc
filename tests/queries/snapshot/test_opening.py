"""The snapshot follows the store: read whole, patched, shared, and not disturbed by a load being applied."""

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from model.element import Element, Relation
from model.faults import StoreFault
from queries.loads.applying import Writer
from queries.loads.plan import ElementChange, GraphChange
from queries.snapshot import cache, opening
from queries.snapshot.opening import Keeper, current_snapshot, refreshed_snapshot
from queries.snapshot.reading import standing
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Statement, Store
from tests.support.graphs import METAMODEL, impact_of, snapshot_of, states_of
from tests.support.reference_evaluator import Link, Thing
from tests.support.snapshots import contents
from tests.support.writes import change, changed, element, fill, relation

THINGS = [
    Thing(
        "a",
        criticality="high",
        rto_hours=4,
        rpo_hours=0.5,
        restore_hours=12,
        availability=99.5,
        mtbf_hours=4000,
        maintenance_window="Minggu 01.00",
        users=300,
    ),
    Thing("b", "planned", "2026-01-01"),
    Thing("s"),
    Thing("t", "retired", None, "2030-01-01"),
]
LINKS = [
    Link("a", "RUNS_ON", "s", group="db", need="any", loss="degraded"),
    Link("a", "RUNS_ON", "t", group="db", weight="2"),
    Link("b", "CALLS", "a", valid_to="2030-01-01"),
    Link("s", "RUNS_ON", "t", environment="dev"),
    Link("a", "OWNED_BY", "b", effect="none"),
    Link("b", "USES", "s", users=40),
]
WRITER = Writer("tester", lambda: datetime(2026, 11, 24, tzinfo=UTC))
_LOAD_STATE = "MERGE (l:Load {id: 'x'}) SET l.state = $state"


def keeper(folder: Path) -> Keeper:
    """Return a keeper as another process has one: nothing in memory, the files shared."""
    return Keeper(folder / "snapshots", METAMODEL)


def names(snapshot: Snapshot) -> list[str]:
    return snapshot.names


def test_what_is_read_is_what_was_written(store: Store, tmp_path: Path) -> None:
    revision = fill(store, THINGS, LINKS)
    found = keeper(tmp_path).current(store)
    assert contents(found) == contents(snapshot_of(THINGS, LINKS)) | {"revision": revision}
    failed = {"s": "down"}
    assert states_of(impact_of(found, failed)) == states_of(impact_of(snapshot_of(THINGS, LINKS), failed))


def test_an_empty_store_is_an_empty_snapshot(store: Store, tmp_path: Path) -> None:
    assert len(keeper(tmp_path).current(store)) == 0


def test_the_file_of_another_process_is_used_and_equal(store: Store, tmp_path: Path) -> None:
    fill(store, THINGS, LINKS)
    first = keeper(tmp_path).current(store)
    counted = Counting(store)
    assert contents(keeper(tmp_path).current(counted)) == contents(first)
    assert counted.graph_reads == 0


def test_an_edit_is_patched_and_a_removed_element_takes_its_relations(store: Store, tmp_path: Path) -> None:
    fill(store, THINGS, LINKS)
    kept = keeper(tmp_path)
    kept.current(store)
    before = element(THINGS[0])
    change(store, changed(before, replace(before, name="Baru")))
    assert "Baru" in names(kept.current(store))
    gone = GraphChange(
        removed=(element(THINGS[2]),), relations_removed=(relation("r0", LINKS[0]), relation("r3", LINKS[3]))
    )
    revision = change(store, gone)
    counted = Counting(store)
    found = kept.current(counted)
    assert (found.revision, len(found), len(found.relations.id)) == (revision, 3, 3)
    assert "Element)-[r]->" not in counted.statements


@pytest.mark.parametrize("seed", range(3))
def test_patched_equals_read_anew_after_random_edits(store: Store, tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    fill(store, THINGS, LINKS)
    held = Graph(
        {t.uid: element(t) for t in THINGS}, {f"r{n}": relation(f"r{n}", k) for n, k in enumerate(LINKS)}
    )
    following = keeper(tmp_path)
    following.current(store)
    for number in range(12):
        change(store, held.edited(dice, number))
        if dice.random() < 0.7:  # else two steps are caught up at once
            anew = keeper(tmp_path / f"{seed}-{number}").current(store)
            assert contents(following.current(store)) == contents(anew)
    assert contents(keeper(tmp_path).current(store)) == contents(following.current(store))


def test_threads_share_one_reading(store: Store, tmp_path: Path) -> None:
    fill(store, THINGS, LINKS)
    counted, together = Counting(store), Barrier(6, timeout=60)

    def ask(_: int) -> Snapshot:
        together.wait()
        return current_snapshot(counted, METAMODEL, tmp_path)

    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(ask, range(6)))
    assert all(one is found[0] for one in found)
    assert counted.graph_reads == 2  # elements, relations


def test_while_a_load_is_applied_the_last_one_before_it_answers(store: Store, tmp_path: Path) -> None:
    fill(store, THINGS, LINKS)
    kept = keeper(tmp_path)
    before = kept.current(store)
    store.write([Statement(_LOAD_STATE, {"state": "recorded"})])
    store.write([Statement("MATCH (e:Element {uid: 's'}) SET e.name = 'half', e.revision = 2", {})])
    assert kept.current(store) is before
    assert standing(store).changing
    assert contents(keeper(tmp_path).current(store)) == contents(before)
    done = Statement("MATCH (m:Meta {id: 'store'}) SET m.revision = 2", {})
    store.write([Statement(_LOAD_STATE, {"state": "done"}), done])
    assert "half" in names(kept.current(store))
    assert not standing(store).changing


def test_half_a_load_is_never_kept(store: Store, tmp_path: Path) -> None:
    fill(store, THINGS, LINKS)
    store.write([Statement(_LOAD_STATE, {"state": "recorded"})])
    kept = keeper(tmp_path)
    assert len(kept.current(store)) == len(THINGS)
    assert not list(tmp_path.rglob("*.snapshot"))
    assert kept.current(store) is not kept.current(store)


def test_a_load_whose_records_are_only_staged_disturbs_nobody(store: Store, tmp_path: Path) -> None:
    fill(store, THINGS, LINKS)
    store.write([Statement(_LOAD_STATE, {"state": "staging"})])
    assert not standing(store).changing
    assert keeper(tmp_path).current(store).revision == 1


def test_a_step_while_reading_makes_it_be_read_again(store: Store, tmp_path: Path) -> None:
    fill(store, THINGS, LINKS)
    moving = Moving(store, times=1)
    found = keeper(tmp_path).current(moving)
    assert found.revision == 2
    assert "moved 1" in names(found)


def test_a_store_that_never_stands_still_is_a_fault(store: Store, tmp_path: Path) -> None:
    fill(store, THINGS, LINKS)
    with pytest.raises(StoreFault) as refused:
        keeper(tmp_path).current(Moving(store, times=99))
    assert refused.value.fix.en == "try again when no import is running"


def test_edits_from_outside_are_seen_after_a_refresh_by_all_processes(store: Store, tmp_path: Path) -> None:
    fill(store, THINGS, LINKS)
    other = keeper(tmp_path)
    other.current(store)
    store.write([Statement("MATCH (e:Element {uid: 's'}) SET e.name = 'outside'", {})])
    assert "outside" not in names(other.current(store))
    assert "outside" in names(refreshed_snapshot(store, METAMODEL, tmp_path, WRITER))
    assert "outside" in names(other.current(store))


def test_after_very_many_steps_all_is_read_anew(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, THINGS, LINKS)
    kept = keeper(tmp_path)
    kept.current(store)
    monkeypatch.setattr(opening, "MOST_STEPS", 0)
    change(store, GraphChange(added=(element(Thing("new")),)))
    counted = Counting(store)
    assert len(kept.current(counted)) == len(THINGS) + 1
    assert "Element)-[r]->" in counted.statements


def test_a_large_patch_is_kept_for_later_processes(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WORTH_KEEPING", 1)
    fill(store, THINGS, LINKS)
    kept = keeper(tmp_path)
    kept.current(store)
    change(store, GraphChange(added=(element(Thing("new")),)))
    kept.current(store)
    series = next(tmp_path.rglob("*.snapshot")).name.rsplit("-", 2)[0]
    found = cache.Cache(tmp_path / "snapshots", series, METAMODEL).newest(2)
    assert found is not None
    assert found.revision == 2


class Counting:
    """A store that notes what is read of the graph."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.statements = ""
        self.graph_reads = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def read(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]:
        self.statements += cypher
        self.graph_reads += "Element" in cypher
        return self._store.read(cypher, **parameters)


class Moving(Counting):
    """A store in which a step is applied each time the elements are read, some times."""

    def __init__(self, store: Store, times: int) -> None:
        super().__init__(store)
        self._left = times

    def read(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]:
        found = super().read(cypher, **parameters)
        if "(e:Element)" in cypher and self._left:
            self._left -= 1
            before = element(THINGS[2])
            change(self._store, changed(before, replace(before, name=f"moved {self.graph_reads}")))
        return found


class Graph:
    """A graph as the store should have it, and random edits of it."""

    def __init__(self, elements: dict[str, Element], relations: dict[str, Relation]) -> None:
        self.elements = elements
        self.relations = relations

    def edited(self, dice: random.Random, number: int) -> GraphChange:
        """Change it at random; return the change."""
        added = [element(Thing(f"n{number}"))] if dice.random() < 0.6 else []
        changes = [self._renamed(dice, number)] if dice.random() < 0.6 else []
        gone = self._removed(dice) if dice.random() < 0.4 else None
        ended = [r for r in self.relations.values() if gone and gone.uid in (r.source, r.target)]
        if dice.random() < 0.5 and self.relations:
            ended.append(dice.choice(list(self.relations.values())))
        for one in added:
            self.elements[one.uid] = one
        for relation_ in ended:
            self.relations.pop(relation_.id, None)
        fresh = self._related(dice, number) if dice.random() < 0.8 else []
        moved = self._regrouped(dice, number, fresh) if dice.random() < 0.5 else []
        return GraphChange(
            added=tuple(added),
            changed=tuple(changes),
            removed=(gone,) if gone else (),
            relations_added=tuple(fresh),
            relations_changed=tuple(moved),
            relations_removed=tuple({one.id: one for one in ended}.values()),
        )

    def _renamed(self, dice: random.Random, number: int) -> ElementChange:
        before = dice.choice(list(self.elements.values()))
        after = replace(before, name=f"name {number}", key=f"bkd/server/{number}-{before.uid}")
        self.elements[after.uid] = after
        return ElementChange(before=before, after=after)

    def _removed(self, dice: random.Random) -> Element | None:
        free = [one for one in self.elements.values() if one.name.startswith("Nama")]
        return self.elements.pop(dice.choice(free).uid) if len(free) > 1 else None

    def _related(self, dice: random.Random, number: int) -> list[Relation]:
        ends = list(self.elements)
        kinds = ["RUNS_ON", "CALLS", "SERVED_BY"]
        link = Link(dice.choice(ends), dice.choice(kinds), dice.choice(ends), group=dice.choice([None, "g"]))
        made = relation(f"x{number}", link)
        self.relations[made.id] = made
        return [made]

    def _regrouped(
        self, dice: random.Random, number: int, fresh: list[Relation]
    ) -> list[tuple[Relation, Relation]]:
        others = [one for one in self.relations.values() if one not in fresh]
        if not others:
            return []
        before = dice.choice(others)
        after = replace(before, properties={**before.properties, "group": f"moved {number}"})
        self.relations[after.id] = after
        return [(before, after)]
