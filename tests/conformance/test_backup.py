"""Backup, restore and copy: everything arrives, on either engine, and nothing half."""

import gzip
import json
from itertools import takewhile
from pathlib import Path

import pytest

from model.element import Element, Openness, OpenReference, Relation
from model.faults import RefusedChange, StoreFault, UnreadableFile
from model.kinds import ElementKind, RelationKind
from model.record import Act, Load, Mode, Record
from queries import backup as backups
from queries import graph, records
from queries.loads import writing
from queries.loads.plan import GraphChange
from queries.store.store import Statement, Store

LOAD = Load(id="2026-11-01T080000.000000", at="2026-11-01T08:00:00+00:00", by="tester", mode=Mode.MERGE)


def element(number: int) -> Element:
    return Element(
        uid=f"u{number:05}",
        key=f"dinkes/server/S-{number}",
        kind=ElementKind.SERVER if number % 2 else ElementKind.APPLICATION,
        name=f"Objek {number} “é”",
        scope="dinkes",
        aliases=(f"dinkes/server/old-{number}",),
        properties={"cost_idr": number, "note": "line\nbreak"},
    )


def filled(store: Store, count: int = 30) -> None:
    elements = [element(number) for number in range(count)]
    relations = [
        Relation(
            id=f"r{number}",
            relation=RelationKind.RUNS_ON,
            source=elements[number].uid,
            target=elements[number + 1].uid,
            properties={"group": "g"},
            holders=(elements[number].uid,),
        )
        for number in range(0, count - 1, 2)
    ]
    record = Record(
        id=f"{LOAD.id}/1",
        load=LOAD.id,
        uid=elements[0].uid,
        act=Act.ROW,
        source="sheet",
        scope="dinkes",
        kind=ElementKind.SERVER,
        key=elements[0].key,
        name="Objek",
        at=LOAD.at,
        by="tester",
    )
    reference = OpenReference(
        id="o1", holder="u00000", relation=RelationKind.RUNS_ON, text="X", reason=Openness.DANGLING
    )
    change = GraphChange(
        added=tuple(elements), relations_added=tuple(relations), references_opened=(reference,)
    )
    put_load = Statement(
        "CREATE (l:Load) SET l = $properties",
        {"properties": {**records.load_node(LOAD), "state": "done", "undone": False}},
    )
    raised = Statement("MATCH (m:Meta {id: 'store'}) SET m.revision = 7", {})
    store.write([*writing.records_written([record]), *writing.graph_changed(change, 7), put_load, raised])


def contents(store: Store) -> list[str]:
    """Everything but the head, in an order of its own."""
    return sorted(json.dumps(line, sort_keys=True) for line in backups.lines(store) if "head" not in line)


def test_a_restored_store_holds_what_was_backed_up_under_another_identity(
    store: Store, tmp_path: Path
) -> None:
    filled(store)
    before, meta = contents(store), graph.meta(store)
    backed_up = backups.backup(store, tmp_path / "all.simpul")
    assert (backed_up.elements, backed_up.relations, backed_up.records) == (30, 15, 1)
    restored = backups.restore(store, tmp_path / "all.simpul", replace=True)
    assert restored == backed_up
    assert contents(store) == before
    after = graph.meta(store)
    assert after["revision"] == meta["revision"] == 7
    assert after["store"] != meta["store"]
    assert records.loads(store) == [LOAD]


def test_one_engine_takes_a_copy_of_the_other(both: dict[str, Store]) -> None:
    source, target = both["arcadedb"], both["neo4j"]
    filled(source)
    backups.copy_into(target, backups.lines(source), replace=False)
    assert contents(target) == contents(source)


def test_a_target_that_holds_loads_is_refused_and_left_alone(store: Store, tmp_path: Path) -> None:
    filled(store)
    backups.backup(store, tmp_path / "all.simpul")
    before = contents(store)
    with pytest.raises(RefusedChange) as refused:
        backups.restore(store, tmp_path / "all.simpul", replace=False)
    assert "--replace" in refused.value.fix.en
    assert contents(store) == before


def test_a_backup_cut_short_is_refused_before_anything_is_wiped(store: Store, tmp_path: Path) -> None:
    filled(store)
    backups.backup(store, tmp_path / "all.simpul")
    with gzip.open(tmp_path / "all.simpul", "rt", encoding="utf-8") as file:
        lines = file.readlines()
    with gzip.open(tmp_path / "short.simpul", "wt", encoding="utf-8") as file:
        file.writelines(lines[:-1])
    (tmp_path / "other.simpul").write_bytes(b"PK no backup")
    before = contents(store)
    for broken in ("short", "other", "missing"):
        with pytest.raises(UnreadableFile) as refused:
            backups.restore(store, tmp_path / f"{broken}.simpul", replace=True)
        assert "simpul db backup" in refused.value.fix.en
    assert contents(store) == before


def test_a_restore_that_was_cut_off_is_never_taken_for_a_store(store: Store, tmp_path: Path) -> None:
    filled(store)
    backups.backup(store, tmp_path / "all.simpul")

    def cut_off() -> list[backups.Line]:
        whole = list(backups.lines(store))
        return list(takewhile(lambda line: "edge" not in line, whole))

    class Cut(Exception):
        """The process dies."""

    def dying(lines: list[backups.Line]):  # type: ignore[no-untyped-def]
        yield from lines
        raise Cut

    with pytest.raises(Cut):
        backups.copy_into(store, dying(cut_off()), replace=True)
    with pytest.raises(StoreFault) as refused:
        backups.check_complete(store)
    assert "simpul db restore" in refused.value.fix.en
    backups.restore(store, tmp_path / "all.simpul", replace=False)
    backups.check_complete(store)
    assert graph.revision(store) == 7


def test_a_backup_leaves_no_half_file(store: Store, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(UnreadableFile):
        backups.backup(store, tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
