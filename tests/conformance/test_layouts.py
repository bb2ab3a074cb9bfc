"""Confirmed mappings on both engines: the latest counts, all is carried by backup and copy."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from model.faults import RefusedChange
from queries import backup as backups
from queries.layouts import forget, layouts, remember
from queries.loads.applying import Writer
from queries.store.store import Store
from tests.support.layouts import confirmed

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
BUDI = Writer("Budi", lambda: NOON)
SITI = Writer("Siti", lambda: NOON + timedelta(hours=1))
HARD = confirmed(
    columns={"nama\n“é” 名": "name", "x" * 300: "*", "kolom+1": "-"},
    written={"nama\n“é” 名": '<b>"Nama"\\\n', "x" * 300: "x" * 300, "kolom+1": ""},
    seen="a.xlsx / Lembar 'satu'",
    row=12,
    titled="Application",
)


def test_what_was_said_comes_back_whole_with_author_and_time(store: Store) -> None:
    made = remember(store, HARD, BUDI)
    assert layouts(store) == [made]
    assert (made.by, made.at, made.said) == ("Budi", NOON.isoformat(), HARD)


def test_of_two_who_disagree_the_latest_counts_and_the_other_is_told(store: Store) -> None:
    remember(store, confirmed("Server"), BUDI)
    remember(store, confirmed("Application"), SITI)
    (found,) = layouts(store)
    assert (found.by, found.said.kind) == ("Siti", "Application")
    assert found.before == (("Budi", NOON.isoformat()),)


def test_leaving_out_is_remembered_as_well(store: Store) -> None:
    remember(store, confirmed(None), BUDI)
    assert layouts(store)[0].said.kind is None


def test_a_forgotten_mapping_is_gone_until_somebody_says_it_again(store: Store) -> None:
    made = remember(store, confirmed(), BUDI)
    other = remember(store, HARD, BUDI)
    assert forget(store, "1", SITI) == made
    assert layouts(store) == [other]
    with pytest.raises(RefusedChange) as refused:
        forget(store, made.id, SITI)
    assert "simpul mappings" in refused.value.fix.en
    again = remember(store, confirmed(), SITI)
    assert again.before == ()


def test_a_kind_there_is_not_is_refused(store: Store) -> None:
    with pytest.raises(RefusedChange) as refused:
        remember(store, confirmed("Mainframe"), BUDI)
    assert refused.value.fix.en == "choose the kind again"


def test_a_backup_and_a_copy_carry_it(both: dict[str, Store], tmp_path: Path) -> None:
    one, two = both.values()
    made = remember(one, HARD, BUDI)
    remember(one, confirmed(), SITI)
    forget(one, "2", SITI)
    backups.backup(one, tmp_path / "all.simpul")
    backups.restore(two, tmp_path / "all.simpul", replace=False)
    assert layouts(two) == [made]
    backups.copy_into(one, backups.lines(two), replace=True)
    assert layouts(one) == [made]
