"""Changes on a page: their texts in the address, what can be chosen, and the comparison in rows."""

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.availability import State
from model.kinds import ElementKind, RelationKind
from model.text import Language
from queries.impact.impact import Scenario
from queries.snapshot.snapshot import Snapshot
from queries.whatif.changes import Add, AddElement, Change, Move, Retire, Spare
from queries.whatif.comparing import Comparison
from tests.support.drawn import drawn
from ui.impact import trying
from ui.phrases import whatif as words

ON = date(2026, 11, 24)
APP, SERVICE, S1, S2 = "dinkes/application/A", "dinkes/service/L", "kom/server/S1", "kom/server/S2"
RUNS = RelationKind.RUNS_ON
NEW = trying.written("new", "Server", "Server baru | dua")


@pytest.fixture(scope="module")
def base() -> Snapshot:
    lines = (f"{SERVICE} REALIZED_BY {APP}", f"{APP} RUNS_ON {S1}")
    return drawn((APP, SERVICE, S1, S2), lines)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (trying.written("move", APP, "RUNS_ON", S1, S2), Move(source=APP, relation=RUNS, target=S1, to=S2)),
        (
            trying.written("spare", APP, "RUNS_ON", S1, S2),
            Spare(source=APP, relation=RUNS, target=S1, spare=S2),
        ),
        (trying.written("add", APP, "RUNS_ON", S2), Add(source=APP, relation=RUNS, target=S2)),
        (trying.written("retire", S1), Retire(element=S1)),
    ],
)
def test_a_text_means_the_change_it_was_written_for(base: Snapshot, text: str, change: Change) -> None:
    assert trying.read(base, text) == change


def test_a_new_element_is_called_as_it_was_named(base: Snapshot) -> None:
    made = trying.read(base, NEW)
    assert isinstance(made, AddElement)
    assert (made.name, made.kind) == ("Server baru | dua", ElementKind.SERVER)


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=3), st.sampled_from(list(words.WAYS)))
def test_no_text_of_an_address_breaks_a_page(parts: list[str], way: str) -> None:
    snapshot = drawn((APP, S1), (f"{APP} RUNS_ON {S1}",))
    for text in (trying.written(way, *parts), "|".join([way, *parts]), parts[0]):
        found = trying.tried(snapshot, [text])
        assert len(found.texts) + len(found.refused) == 1


def test_a_new_element_can_be_named_by_later_changes(base: Snapshot) -> None:
    key = trying.tried(base, [NEW]).new[0][1]
    found = trying.tried(base, [NEW, trying.written("spare", APP, "RUNS_ON", S1, key)])
    assert not found.refused
    assert [text.en for _, text in found.rows()][1] == "A: runs on S1 with Server baru | dua as a spare."
    assert found.branch.concerned == (APP, S1)


def test_what_cannot_be_made_is_left_out_with_the_reason(base: Snapshot) -> None:
    there, gone, nonsense = trying.written("retire", S2), trying.written("retire", "kom/server/X"), "x|y"
    impossible = trying.written("move", APP, "RUNS_ON", S2, S1)
    found = trying.tried(base, [gone, nonsense, impossible, there])
    assert found.texts == (there,)
    reasons = dict(found.refused)
    assert "kom/server/X" in reasons[gone].en
    assert reasons.keys() == {gone, nonsense, impossible}


def test_what_fails_is_offered_first_as_the_relation_to_change() -> None:
    snapshot = drawn((APP, S1, S2), (f"{APP} RUNS_ON {S1}", f"{APP} RUNS_ON {S2}"))
    assert trying.relations_of(snapshot, APP, {S2}) == [(RUNS, S2), (RUNS, S1)]
    assert trying.relations_of(snapshot, "nobody") == []
    assert trying.first_of([S2, "else"], [S1, S2, APP]) == [S2, S1, APP]
    assert trying.of_kinds(snapshot, [S1, APP, "else"], [ElementKind.SERVER]) == [S1]


def test_what_can_be_chosen_follows_the_metamodel(base: Snapshot) -> None:
    kinds = base.metamodel.dependent
    assert ElementKind.APPLICATION in kinds
    assert ElementKind.REFERENCE_CODE not in kinds
    possible = trying.possible_relations(base.metamodel, ElementKind.SERVER)
    assert RelationKind.LOCATED_IN in possible
    assert RelationKind.REALIZED_BY not in possible


@pytest.mark.parametrize("language", Language)
def test_the_comparison_is_told_and_downloaded(base: Snapshot, language: Language) -> None:
    found = trying.tried(base, [trying.written("move", APP, "RUNS_ON", S1, S2), trying.written("retire", S1)])
    scenario = Scenario(failed={S2: State.DOWN}, on=ON)
    comparison = Comparison(branch=found.branch, scenario=scenario)
    assert trying.verdict(comparison).en.startswith("**0** better, **2** worse, **0** lost")
    rows = trying.difference_rows(comparison, language)
    assert {row[1] for row in rows} == {"A", "L"}
    assert all(len(row) == len(trying.COLUMNS) for row in rows)
    assert "**2**" in trying.count_words(comparison.after, language)
    book = openpyxl.load_workbook(io.BytesIO(trying.comparison_workbook(found, comparison, language)))
    changes, _, differences = book.worksheets
    assert changes.max_row == 3
    assert differences.max_row == len(rows) + 1
