"""What lasts and what ended already, told before one element takes the place of others."""

from dataclasses import replace
from datetime import date

import numpy as np

from queries.snapshot.snapshot import Changes, Snapshot, patched
from queries.snapshot.tabling import tabled_elements
from queries.whatif.assuming import worth
from queries.whatif.consolidation import consolidation
from queries.whatif.moving import Move, Moving
from tests.support.drawn import drawn, facts

ON = date(2026, 11, 24)
A, B = "dinkes/application/A", "bkd/application/B"
SERVICE, PROCESS = "bkd/service/cuti", "bkd/businessprocess/P"


def ending(base: Snapshot, **last_days: str) -> Snapshot:
    """Return an estate in which some elements have a last day on record."""
    uids = {"a": A, "b": B}
    rows = np.array([base.index(uids[name]) for name in last_days])
    table = replace(tabled_elements(base, rows), valid_to=list(last_days.values()))
    return patched(base, Changes(elements=table), base.revision)


def test_that_the_kept_one_itself_ends_is_told_however_early_the_others_do() -> None:
    base = drawn((A, B), ())
    found = consolidation(ending(base, a="2027-06-30", b="2026-12-31"), A, (B,), ON)
    assert [one.en for one in found.cautions] == [
        "A itself is to end on 30 Jun 2027 as recorded: name what replaces it before that day."
    ]
    sooner = consolidation(ending(base, a="2027-06-30"), A, (B,), ON)
    assert sooner.cautions[0].id.startswith("A berakhir 30 Jun 2027, lebih dahulu daripada B")
    assert consolidation(base, A, (B,), ON).cautions == []


def test_with_what_ended_already_nothing_is_saved_switched_off_or_made_fragile() -> None:
    base = drawn((A, B, SERVICE, PROCESS), (f"{SERVICE} REALIZED_BY {B}", f"{PROCESS} SERVED_BY {SERVICE}"))
    known = facts(base, {B: {"users": 40, "annual_cost": 1_000}})
    found = consolidation(ending(base, b="2025-01-31"), A, (B,), ON, known)
    assert [one.id for one in found.cautions] == [
        "Sudah berakhir: B (31 Jan 2025). Tidak ada yang dihentikan dengannya; biaya dan penggunanya tidak "
        "dihitung."
    ]
    assert worth(Moving(found), confirmed=True).saving is None
    assert Move.SWITCH_OFF not in [one.move for one in Moving(found).steps]
    assert Moving(found).load(after=True).users is None
    assert {point.concentrated for point in found.new_points} == {()}
    assert found.new_points[0].targets == (PROCESS, SERVICE)
    later = consolidation(ending(base, b="2027-12-31"), A, (B,), date(2028, 6, 1), known)
    assert worth(Moving(later), confirmed=True).saving is None
    assert worth(Moving(consolidation(base, A, (B,), ON, known)), confirmed=True).saving is not None


def test_that_the_kept_one_is_replaced_on_record_is_told() -> None:
    found = consolidation(drawn((A, B), (f"{B} REPLACES {A}",)), A, (B,), ON)
    assert [one.en for one in found.cautions] == [
        "A is replaced by B as recorded: make sure first which is to be kept."
    ]
    assert consolidation(found.base, B, (A,), ON).cautions == []
