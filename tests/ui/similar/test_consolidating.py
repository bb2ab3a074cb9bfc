"""A consolidation as people read it: sentences, rows, and the workbook."""

import io
from datetime import date

import openpyxl
import pytest

from model.text import Language
from queries.snapshot.snapshot import Snapshot
from queries.whatif.assuming import worth
from queries.whatif.consolidation import consolidation
from queries.whatif.machines import Machines
from queries.whatif.moving import Moving
from tests.support.drawn import drawn, facts
from ui.similar import consolidating as told
from ui.similar.consolidating import Outcome

ON = date(2026, 11, 24)
A, B, SERVICE, OTHER = "dinkes/application/A", "bkd/application/B", "bkd/service/L", "bkd/service/M"
S1, S2, ROOM1, ROOM2 = (
    "kom/server/S1",
    "kom/server/S2",
    "kom/computingfacility/R1",
    "kom/computingfacility/R2",
)
DATA, UNIT = "bkd/dataobject/D", "bkd/orgunit/bkd"


@pytest.fixture(scope="module")
def base() -> Snapshot:
    return drawn(
        (A, B, SERVICE, OTHER, S1, S2, ROOM1, ROOM2, DATA, UNIT),
        (
            f"{SERVICE} REALIZED_BY {A}",
            f"{SERVICE} REALIZED_BY {B}",
            f"{OTHER} REALIZED_BY {B}",
            f"{A} RUNS_ON {S1}",
            f"{B} RUNS_ON {S2}",
            f"{S1} LOCATED_IN {ROOM1}",
            f"{S2} LOCATED_IN {ROOM2}",
            f"{B} ACCESSES {DATA}",
            f"{A} RECEIVES_FROM {B}",
            f"{UNIT} USES {B}",
        ),
    )


def outcome(base: Snapshot, keep: str, gone: str) -> Outcome:
    said = {
        A: {"users": 10, "annual_cost": 100},
        B: {"users": 5, "annual_cost": 1_000_000},
        S1: {"server_use": "Web Server", "memory": 64},
        S2: {"server_use": ("Web Server",)},
    }
    known = facts(base, {key: values for key, values in said.items() if key in base.positions})
    asked = consolidation(base, keep, (gone,), ON, known)
    moving = Moving(asked)
    machines = Machines(base, known.elements, ON) if asked.carries else None
    return Outcome(moving=moving, worth=worth(moving, confirmed=True), machines=machines)


def test_the_answer_is_told_in_sentences(base: Snapshot) -> None:
    found = outcome(base, A, B)
    said = told.sentences(found, Language.EN, lambda name: f"<{name}>")
    assert said == [
        "Services and processes of the others: 2; <A> already serves **1** of them.",
        "Not covered yet: <M>.",
        "Services and processes that stop if <A> fails: 2; today 0.",
        "Services and processes that lose their redundancy: **1**; today they do not stop if one of the "
        "merged fails, then they stop if <A> does.",
        "One of these alone stops them too: <R1, S1, D>.",
        "Load of <A>: agencies 0 → 1; users 10 → 15.",
    ]
    assert told.saved(found, Language.ID) == "Penghematan per tahun: **Rp 400.000 – Rp 800.000**."
    assert told.assumed(found, Language.ID).startswith("Andaian: A tetap berdiri")


def test_a_spare_lost_below_is_told_apart_from_what_hangs_on_the_kept_one_alone() -> None:
    other = "dinkes/application/C"
    below = drawn(
        (A, B, other, SERVICE, S1, S2),
        (
            f"{SERVICE} REALIZED_BY {A} g any",
            f"{SERVICE} REALIZED_BY {B} g",
            f"{SERVICE} REALIZED_BY {other} g",
            f"{A} RUNS_ON {S1}",
            f"{other} RUNS_ON {S1}",
            f"{B} RUNS_ON {S2}",
        ),
    )
    said = told.sentences(outcome(below, A, B), Language.EN)
    assert not [one for one in said if "then they stop if" in one]
    (lost,) = [one for one in said if "lose a spare further down: **1**" in one]
    assert lost.endswith("one of these alone stops them: S1.")


def test_users_of_which_some_are_not_known_are_no_total(base: Snapshot) -> None:
    known = facts(base, {B: {"users": 3205}})
    moving = Moving(consolidation(base, A, (B,), ON, known))
    found = Outcome(moving=moving, worth=worth(moving, confirmed=True), machines=None)
    assert told.sentences(found, Language.ID)[-1].endswith(
        "belum diketahui → 3.205 (1 objek belum diketahui)."
    )


def test_a_consolidation_of_nothing_recorded_says_so(base: Snapshot) -> None:
    found = outcome(base, ROOM1, ROOM2)
    said = told.sentences(outcome(drawn((A, B), ()), A, B), Language.EN)
    assert said[0] == "No service or process is on record for what is given up."
    assert told.saved(found, Language.EN) is None


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("keep", "gone"), [(A, B), (S1, S2), (ROOM1, ROOM2)])
def test_rows_have_the_columns_they_are_headed_by(
    base: Snapshot, keep: str, gone: str, language: Language
) -> None:
    found = outcome(base, keep, gone)
    tables = [
        (told.WORK_COLUMNS, told.work_rows(found, language)),
        (told.POINT_COLUMNS, told.point_rows(found, language)),
        (told.EXPOSED_COLUMNS, told.exposed_rows(found, language)),
        (told.FLOW_COLUMNS, told.flow_rows(found, language)),
        (told.DATA_COLUMNS, told.data_rows(found, language)),
    ]
    steps = told.step_rows(found, language)
    tables_and_steps = [*tables, (told.STEP_COLUMNS, steps)]
    assert all(len(row) == len(columns) for columns, rows in tables_and_steps for row in rows)
    assert found.name(keep) in {row[0] for row in tables[1][1]}
    book = openpyxl.load_workbook(io.BytesIO(told.outcome_workbook(found, language)))
    assert len(book.sheetnames) == (7 if found.machines is None else 8)
    assert [sheet.max_row - 1 for sheet in book.worksheets[1:7]] == [
        len(steps),
        *(len(rows) for _, rows in tables),
    ]


def test_machines_are_listed_with_what_is_on_record(base: Snapshot) -> None:
    machines = outcome(base, S1, S2).machines
    assert machines is not None
    rows = {row[0]: row for row in told.machine_rows(base, machines.all, Language.EN)}
    assert rows["S1"][2:6] == (1, "R1", "Web Server", 64)
    assert told.machine_counts(machines) == {"little": 4, "old": 0, "unknown": 4, "scattered": 1}
    assert told.scattered_rows(machines, base) == [("Web Server", 2, 2, "R1, R2")]
    assert list(told.kinds_by_key(machines)) == sorted((S1, S2, ROOM1, ROOM2))
