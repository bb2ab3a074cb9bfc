"""Snapshots on disk: whole or not at all, private, few, and the same as before."""

import errno
import stat
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given

from queries.snapshot.cache import KEPT, Cache, loaded, save
from queries.snapshot.snapshot import Snapshot, compile_snapshot
from tests.support.graphs import (
    METAMODEL,
    Case,
    cases,
    element_table,
    impact_of,
    relation_table,
    snapshot_of,
)
from tests.support.reference_evaluator import Link, Thing
from tests.support.snapshots import contents

LINKS = [Link("a", "RUNS_ON", "s", group="db", need="any", weight="2"), Link("b", "CALLS", "a")]
THINGS = [Thing("a"), Thing("b", "planned", "2027-01-01"), Thing("s", "retired", None, "2026-12-31")]


def snapshot(revision: int = 1) -> Snapshot:
    return compile_snapshot(METAMODEL, element_table(THINGS), relation_table(LINKS), revision)


def cache(folder: Path, series: str = "store-0") -> Cache:
    return Cache(folder / "snapshots", series, METAMODEL)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "one.snapshot"
    save(file, snapshot(7))
    return file


def test_what_is_loaded_is_what_was_saved(path: Path) -> None:
    found = loaded(path, METAMODEL)
    assert found is not None
    assert contents(found) == contents(snapshot(7))


@given(case=cases())
def test_any_graph_comes_back_and_answers_the_same(
    case: Case, tmp_path_factory: pytest.TempPathFactory
) -> None:
    things, links, failed, protected = case
    made = snapshot_of(things, links)
    file = tmp_path_factory.mktemp("any") / "one.snapshot"
    save(file, made)
    found = loaded(file, METAMODEL)
    assert found is not None
    assert contents(found) == contents(made)
    assert impact_of(found, failed, protected).affected() == impact_of(made, failed, protected).affected()


def test_an_empty_graph_comes_back(tmp_path: Path) -> None:
    save(tmp_path / "empty", snapshot_of([], []))
    found = loaded(tmp_path / "empty", METAMODEL)
    assert found is not None
    assert len(found) == 0


def test_columns_are_mapped_and_not_copied(path: Path) -> None:
    found = loaded(path, METAMODEL)
    assert found is not None
    owner: object = found.relations.source
    while isinstance(owner, np.ndarray) and not isinstance(owner, np.memmap):
        owner = owner.base
    assert isinstance(owner, np.memmap)
    assert not found.relations.source.flags.writeable


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.999])
def test_a_file_that_ends_early_is_not_taken(path: Path, share: float) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert loaded(path, METAMODEL) is None


def test_any_changed_byte_is_noticed(path: Path) -> None:
    whole = path.read_bytes()
    for place in range(0, len(whole), 97):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert loaded(path, METAMODEL) is None, place


def test_a_damaged_file_is_removed_and_the_one_before_it_is_used(tmp_path: Path) -> None:
    kept = cache(tmp_path)
    kept.keep(snapshot(1))
    kept.keep(snapshot(2))
    newest = max(kept.folder.iterdir())
    newest.write_bytes(newest.read_bytes()[:-100])
    found = kept.newest(9)
    assert found is not None
    assert found.revision == 1
    assert not newest.exists()


def test_the_highest_revision_that_is_not_too_high_is_found(tmp_path: Path) -> None:
    kept = cache(tmp_path)
    for revision in (1, 10, 9):
        kept.keep(snapshot(revision))
    assert [found.revision for most in (9, 10, 99) if (found := kept.newest(most))] == [9, 10, 10]
    assert kept.newest(0) is None


def test_stores_and_readings_do_not_mix(tmp_path: Path) -> None:
    cache(tmp_path, "one-0").keep(snapshot())
    assert cache(tmp_path, "two-0").newest(9) is None
    assert cache(tmp_path, "one-1").newest(9) is None


def test_few_files_stay(tmp_path: Path) -> None:
    kept = cache(tmp_path)
    for revision in range(1, KEPT + 4):
        kept.keep(snapshot(revision))
    assert len(list(kept.folder.iterdir())) == KEPT
    found = kept.newest(99)
    assert found is not None
    assert found.revision == KEPT + 3


def test_only_the_owner_may_enter_and_read(tmp_path: Path) -> None:
    kept = cache(tmp_path)
    kept.keep(snapshot())
    assert stat.S_IMODE(kept.folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in kept.folder.iterdir()] == [0o600]


def test_a_full_disk_leaves_nothing_and_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    kept = cache(tmp_path)
    kept.keep(snapshot())
    assert list(kept.folder.iterdir()) == []
    assert "No space left" in caplog.text
