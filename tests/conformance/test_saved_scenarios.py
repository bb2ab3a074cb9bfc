"""Saved scenarios on both engines: the latest under a name counts, and backups carry them."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from model.availability import State
from model.faults import RefusedChange
from queries import backup as backups
from queries.loads.applying import Writer
from queries.saved_scenarios import (
    SavedScenario,
    drop_scenario,
    save_scenario,
    saved_scenarios,
    scenario_called,
)
from queries.store.store import Store

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
BUDI = Writer("Budi", lambda: NOON)
SITI = Writer("Siti", lambda: NOON + timedelta(hours=1))
FAILED = {"u-2": State.DOWN, "u-1": State.DEGRADED}


def saved(store: Store, name: str = "Listrik padam", writer: Writer = BUDI) -> SavedScenario:
    return save_scenario(store, name, FAILED, frozenset({"u-3"}), date(2026, 12, 1), writer)


def test_a_scenario_comes_back_whole_with_author_and_time(store: Store) -> None:
    made = saved(store, "  Listrik “é” 名\n padam ")
    assert saved_scenarios(store) == [made]
    assert (made.name, made.by, made.at) == ("Listrik “é” 名 padam", "Budi", NOON.isoformat())
    assert (made.failed, made.protected, made.on) == (FAILED, {"u-3"}, date(2026, 12, 1))


def test_under_one_name_the_latest_counts_and_the_newest_stands_first(store: Store) -> None:
    saved(store)
    other = saved(store, "Ruang server banjir")
    again = save_scenario(store, "LISTRIK padam", {"u-9": State.DOWN}, frozenset(), None, SITI)
    assert saved_scenarios(store) == [again, other]
    assert scenario_called(store, "listrik  Padam") == again


def test_what_was_dropped_is_gone_until_it_is_saved_again(store: Store) -> None:
    made = saved(store)
    assert drop_scenario(store, "listrik padam", SITI) == made
    assert saved_scenarios(store) == []
    with pytest.raises(RefusedChange):
        drop_scenario(store, "Listrik padam", SITI)
    assert saved_scenarios(store) == []
    assert saved(store).name == made.name


@pytest.mark.parametrize("name", ["", "  ", "…", "x" * 121])
def test_a_name_says_something(store: Store, name: str) -> None:
    with pytest.raises(RefusedChange) as refused:
        saved(store, name)
    assert "120" in refused.value.fix.en


def test_nothing_failing_is_no_scenario(store: Store) -> None:
    with pytest.raises(RefusedChange):
        save_scenario(store, "Kosong", {}, frozenset(), None, BUDI)


def test_a_backup_carries_them(both: dict[str, Store], tmp_path: Path) -> None:
    one, two = both.values()
    made = saved(one)
    backups.backup(one, tmp_path / "all.simpul")
    backups.restore(two, tmp_path / "all.simpul", replace=False)
    assert saved_scenarios(two) == [made]
