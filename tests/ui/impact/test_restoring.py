"""The outlook of an impact in words: what to repair first, what returns, which promise is broken."""

import io
from datetime import date

import openpyxl
import pytest

from model.availability import State
from model.text import Language
from queries.impact.impact import Impact, Scenario, simulate
from queries.resilience.outlook import foremost, outlook
from queries.resilience.recovery import Back
from queries.snapshot.snapshot import compile_snapshot
from tests.support.estate_in_words import estate
from tests.support.graphs import METAMODEL, element_table, impact_of, relation_table
from tests.support.reference_evaluator import Link, Thing
from ui.impact import affected, restoring
from ui.impact.affected import Sorting
from ui.phrases import impact as words

ID, EN = Language.ID, Language.EN
ROOM, SERVER = "u:bersama/computingfacility/ROOM", "u:bersama/server/VM-2"


def in_words(*failed: str) -> Impact:
    return simulate(estate(), Scenario(failed=dict.fromkeys(failed, State.DOWN), on=date(2026, 11, 22)))


def timed(*hours: float | None) -> Impact:
    """Servers fail, each with a service of its own: of rising criticality, and promised within 4 hours."""
    names = [f"s{n:02d}" for n in range(len(hours))]
    levels = ("low", "medium", "high", "very_high")
    things = [Thing(name, restore_hours=one) for name, one in zip(names, hours, strict=True)]
    things += [Thing(f"t{name}", criticality=levels[n % 4], rto_hours=4) for n, name in enumerate(names)]
    table = element_table(things, kind=["Server"] * len(names) + ["Service"] * len(names))
    links = [Link(f"t{name}", "RUNS_ON", name) for name in names]
    snapshot = compile_snapshot(METAMODEL, table, relation_table(links), 1)
    return impact_of(snapshot, dict.fromkeys(names, "down"))


def test_a_step_names_what_it_takes_and_the_services_that_return() -> None:
    impact = timed(12, 3.5)
    assert [(row[:2], *row[4:]) for row in restoring.rows(impact, outlook(impact), ID)] == [
        ((1, "Nama s01"), 3.5, 3.5, 1, "Nama ts01"),
        ((2, "Nama s00"), 12.0, 15.5, 1, "Nama ts00"),
    ]


def test_a_step_after_which_no_service_returns_says_so_by_its_blank() -> None:
    impact = in_words(ROOM, SERVER)
    first, last = restoring.rows(impact, outlook(impact), ID)
    assert (first[1], last[1]) == ("Ruang server", "VM-2")
    assert "Rawat jalan" in first[-1]
    assert last[6:] == (1, "")


def test_many_services_are_named_up_to_a_few() -> None:
    things = [Thing("s"), *(Thing(f"t{n}") for n in range(7))]
    table = element_table(things, kind=["Server", *["Service"] * 7])
    links = [Link(f"t{n}", "RUNS_ON", "s") for n in range(7)]
    impact = impact_of(compile_snapshot(METAMODEL, table, relation_table(links), 1), {"s": "down"})
    (row,) = restoring.rows(impact, outlook(impact), EN)
    assert row[-1] == "Nama t0, Nama t1, Nama t2, Nama t3, … and 3 more"
    (full,) = restoring.sheet(impact, outlook(impact), EN).rows
    assert str(full[-1]).endswith("Nama t6")


@pytest.mark.parametrize("language", Language)
def test_it_is_said_where_to_begin_and_that_no_order_is_better(language: Language) -> None:
    impact = timed(12, 2)
    of_them = words.OF_THEM_SERVICES.filled(n=1)
    assert restoring.sentences(impact, outlook(impact), language) == [
        words.BEGIN_WITH.filled(name="Nama s01", n=1, services=of_them).in_(language),
        words.ORDER_EXACT.in_(language),
    ]


def test_one_repair_needs_no_order() -> None:
    (said,) = restoring.sentences(timed(2), outlook(timed(2)), ID)
    assert said == "Setelah **Nama s00** dipulihkan, 1 objek pulih, 1 di antaranya layanan."


def test_assumed_durations_are_said() -> None:
    some, none = timed(2, None, 5), timed(None)
    assumed = words.ASSUMED_DURATION.filled(n=1, hours="3,5").id
    assert restoring.sentences(some, outlook(some), ID)[-1] == assumed
    assert restoring.sentences(none, outlook(none), ID)[1:] == [words.NO_DURATION.id]


def test_an_approximation_says_how_far_it_may_be_from_the_best() -> None:
    independent = timed(*range(1, 14))
    assert words.ORDER_EXACT.id in restoring.sentences(independent, outlook(independent), ID)
    things = [*(Thing(f"s{n:02d}", restore_hours=1 + n % 4) for n in range(14)), Thing("a"), Thing("b")]
    links = [Link("a", "RUNS_ON", f"s{n:02d}", group="g") for n in range(0, 14, 2)]
    links += [Link("b", "RUNS_ON", f"s{n:02d}") for n in range(14)]
    table = element_table(things, kind=["Server"] * 14 + ["Service"] * 2)
    impact = impact_of(
        compile_snapshot(METAMODEL, table, relation_table(links), 1),
        {f"s{n:02d}": "down" for n in range(14)},
    )
    said = restoring.sentences(impact, outlook(impact), ID)[1]
    head, _, tail = words.ORDER_BOUND.id.partition("{percent}")
    assert said.startswith(head)
    assert said.endswith(tail)


def test_a_group_that_no_single_failure_defeats_leaves_no_bound() -> None:
    things = [*(Thing(f"s{n:02d}") for n in range(14)), Thing("a")]
    links = [Link("a", "RUNS_ON", f"s{n:02d}", group="g", loss="up") for n in range(14)]
    table = element_table(things, kind=["Server"] * 14 + ["Service"])
    impact = impact_of(
        compile_snapshot(METAMODEL, table, relation_table(links), 1),
        {f"s{n:02d}": "down" for n in range(14)},
    )
    assert words.ORDER_UNKNOWN.id in restoring.sentences(impact, outlook(impact), ID)


@pytest.mark.parametrize(
    ("exceeded", "said"),
    [(8.0, "Its RTO of 4 h is exceeded by at least 8 h."), (0.0, ""), (None, "")],
)
def test_a_broken_promise_is_told_in_hours(exceeded: float | None, said: str) -> None:
    back = Back(at_least=12, known=True, rto_hours=4, exceeded=exceeded)
    assert restoring.overrun(back, EN) == said


def test_the_table_is_sorted_by_importance_or_broken_promise() -> None:
    impact = timed(12, 30, 2, 5)
    ahead, rows = outlook(impact), impact.affected()
    by = {how: [row.name for row in affected.sorted_rows(rows, ahead, how)] for how in Sorting}
    assert by[Sorting.STATE] == [row.name for row in rows]
    assert by[Sorting.IMPORTANCE] == ["Nama ts03", "Nama ts02", "Nama ts01", "Nama ts00"]
    assert by[Sorting.RTO] == ["Nama ts01", "Nama ts00", "Nama ts03", "Nama ts02"]


def test_the_table_has_promise_return_and_overrun() -> None:
    impact = timed(12, None)
    rows = affected.table_rows(impact, outlook(impact), impact.affected(), EN)
    heads = affected.table_headers(EN)
    first, last = (heads.index(words.IMPORTANCE.en), heads.index(words.RTO_EXCEEDED.en))
    assert [row[first : last + 1] for row in rows] == [(1.0, 4.0, 12.0, 8.0), (2.0, 4.0, None, None)]


def test_of_the_worst_off_services_the_most_important_is_spoken_of() -> None:
    things = [Thing("s"), Thing("t1", criticality="low"), Thing("t2", criticality="high"), Thing("t3")]
    things += [Thing("worse", criticality="very_high")]
    kinds = ["Server", "Service", "Service", "Application", "Service"]
    links = [Link(name, "RUNS_ON", "s") for name in ("t1", "t2", "t3")] + [Link("worse", "CALLS", "s")]
    snapshot = compile_snapshot(METAMODEL, element_table(things, kind=kinds), relation_table(links), 1)
    impact = impact_of(snapshot, {"s": "down"})
    assert snapshot.uids[foremost(impact, outlook(impact).importance)] == "t2"


@pytest.mark.parametrize("language", Language)
def test_the_workbook_takes_the_order_along(language: Language) -> None:
    impact = timed(12, 3.5)
    ahead = outlook(impact)
    more = [restoring.sheet(impact, ahead, language)]
    made = affected.answer_workbook(impact, ahead, impact.affected(), language, more)
    sheet = openpyxl.load_workbook(io.BytesIO(made))[words.RESTORE_ORDER.in_(language)]
    assert [cell.value for cell in sheet[1]] == restoring.headers(language)
    assert [sheet["B2"].value, sheet["E2"].value] == ["Nama s01", 3.5]
