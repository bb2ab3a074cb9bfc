"""What people said of findings arrives in the other engine, and both engines come to the same."""

from pathlib import Path
from typing import Any

from model.settling import State
from queries import backup as backups
from queries.findings import KeptFinding, findings_in, open_findings
from queries.history import load_named
from queries.loads.undo import planned_undo
from queries.settling import accept, answer
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, links_of, row, saying

TEXT = "Server Utama"


def week(code: str = "DAA-1") -> Any:
    servers = [row(K.SERVER, f"SRV-{n}", TEXT, at=("s.xlsx", n)) for n in (1, 2)]
    return delivery(*servers, row(K.APPLICATION, code, "SIMRS", saying(R.RUNS_ON, TEXT)))


def settled(store: Store) -> list[tuple[Any, ...]]:
    found = [kept for state in State for kept in findings_in(store, state)]
    return sorted((_told(kept) for kept in found), key=repr)


def _told(kept: KeptFinding) -> tuple[Any, ...]:
    return kept.finding.rule, kept.finding.value, kept.state, kept.scope, kept.note, kept.by, kept.answer


def lived(store: Store) -> list[list[tuple[Any, ...]]]:
    """A life with each turn it may take; what is known after each of them."""
    desk = Desk(store)
    desk.load(week())
    told = [settled(store)]
    asked = next(kept for kept in open_findings(store) if kept.asks)
    meant = answer(store, desk.metamodel, asked, "SRV-2", desk.writer).plan.step.load.id
    told.append(settled(store))
    others = open_findings(store)
    kept = accept(store, desk.metamodel, others, "biar", desk.writer).plan.step.load.id
    told.append(settled(store))
    desk.load(week("DAA-2"))
    told.append(settled(store))
    for load in (kept, meant):
        desk.apply(planned_undo(store, desk.metamodel, load_named(store, load)))
        told.append(settled(store))
    return told


def test_both_engines_come_to_the_same(both: dict[str, Store]) -> None:
    one, two = (lived(store) for store in both.values())
    assert one == two
    states = [{line[2] for line in told} for told in one]
    assert "answered" in states[1]
    assert "accepted" in states[2]
    assert states[-1] <= {"open", "closed"}


def test_what_was_said_goes_along_with_a_backup(both: dict[str, Store], tmp_path: Path) -> None:
    one, two = both.values()
    desk = Desk(one)
    desk.load(week())
    asked = next(kept for kept in open_findings(one) if kept.asks)
    answer(one, desk.metamodel, asked, "SRV-2", desk.writer)
    accept(one, desk.metamodel, open_findings(one), "biar", desk.writer)
    file = tmp_path / "cadangan.gz"
    backups.backup(one, file)
    backups.restore(two, file, replace=True)
    assert settled(two) == settled(one)
    there = Desk(two)
    assert there.plan(week()).findings == ()
    there.load(week("DAA-3"))
    assert ("DAA-3", "RUNS_ON", "SRV-2") in links_of(two)
