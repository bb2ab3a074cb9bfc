"""Broken promises of recovery as people read them: who breaks them, and how much data is lost."""

import pytest

from model.metamodel.shipped import shipped
from model.text import Language
from queries.resilience.fragility import Asked, Fragility
from queries.snapshot.snapshot import compile_snapshot
from tests.support.graphs import TODAY, Link, element_table, relation_table
from tests.support.reference_evaluator import Thing
from ui.weak import promised

KINDS = {"s": "Service", "a": "Application", "d": "DataObject", "n": "Server"}
THINGS = [
    Thing("a1"),
    Thing("d1", rpo_hours=24),
    Thing("d2"),
    Thing("n1", restore_hours=30),
    *(Thing(f"s{n}", rto_hours=n, rpo_hours=2) for n in (1, 2, 3, 4, 5)),
    Thing("s6", rpo_hours=2),
]
LINKS = [
    *(Link(f"s{n}", "REALIZED_BY", "a1") for n in (1, 2, 3, 4, 5)),
    Link("a1", "RUNS_ON", "n1"),
    Link("a1", "ACCESSES", "d1"),
    Link("s6", "ACCESSES", "d2"),
]


@pytest.fixture(scope="module")
def found() -> Fragility:
    elements = element_table(THINGS, kind=[KINDS[thing.uid[0]] for thing in THINGS])
    return Fragility(compile_snapshot(shipped(), elements, relation_table(LINKS), 1), Asked(on=TODAY))


def test_the_link_that_breaks_most_promises_is_said_with_how_many(found: Fragility) -> None:
    said = promised.sentences(found, Language.EN)
    assert said == [
        "Time to recovery (RTO): **5** cannot be kept, 0 only if all is restored at the same time, "
        "0 not known.",
        "**Nama n1** alone breaks 5 promises: it is back only after 30 hours.",
        "Loss of data (RPO): **5** cannot be kept, 2 not known.",
    ]


def test_names_stand_as_they_are_on_a_terminal_and_escaped_where_asked(found: Fragility) -> None:
    assert "Nama n1" in promised.sentences(found, Language.ID)[1]
    assert "<Nama n1>" in promised.sentences(found, Language.ID, lambda name: f"<{name}>")[1]


def test_a_row_tells_which_promises_a_link_breaks_and_counts_the_rest(found: Fragility) -> None:
    (row,) = (promised.offender_row(found.snapshot, one, Language.EN) for one in found.offenders)
    told = dict(zip((column.en for column in promised.OFFENDER_COLUMNS), row, strict=True))
    assert (told["Link"], told["Kind"], told["Back after (h)"]) == ("Nama n1", "Server", 30)
    assert (told["Promises broken"], told["Exceeded at most (h)"]) == (5, 29)
    assert told["Among them"] == "Nama s1, Nama s2, Nama s3, … and 2 more"


def test_what_is_lost_is_told_where_it_breaks_the_promise_and_blank_where_it_is_not_known(
    found: Fragility,
) -> None:
    rows = [promised.point_row(found.snapshot, one, Language.EN) for one in found.recovery_points]
    told = {row[0]: row for row in rows}
    assert told["Nama s1"][2:7] == ("cannot be kept", 2, 24, 22, "Nama s1 → Nama a1 → Nama d1")
    assert told["Nama s6"][2:7] == ("not known", 2, None, None, "Nama s6 → Nama d2")


def test_the_workbook_has_what_the_page_tells(found: Fragility) -> None:
    offending, points = promised.sheets(found, Language.ID)
    assert len(offending.rows) == len(found.offenders) == 1
    assert len(points.rows) == len(found.recovery_points) == 7
