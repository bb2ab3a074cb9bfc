"""An impact as picture, table, counts and workbook."""

import io
from datetime import date

import openpyxl
import pytest

from model.availability import State
from model.kinds import ElementKind
from model.text import Language
from queries.impact.impact import Impact, Scenario, simulate
from queries.resilience.outlook import outlook
from tests.support.estate_in_words import estate
from ui.impact import affected
from ui.phrases import common

AGENCY = {"dinkes/orgunit/dinkes"}
ID, EN = Language.ID, Language.EN


@pytest.fixture(scope="module")
def one_vm() -> Impact:
    """VM-2 fails: e-Surat with it, SIMRS loses a spare."""
    return failing("bersama/server/VM-2")


def failing(*keys: str) -> Impact:
    return simulate(
        estate(), Scenario(failed={f"u:{key}": State.DOWN for key in keys}, on=date(2026, 11, 22))
    )


def test_the_table_says_state_and_reason_in_words(one_vm: Impact) -> None:
    rows = affected.table_rows(one_vm, outlook(one_vm), one_vm.affected(), ID)
    by_name = {row[2]: row for row in rows}
    assert by_name["e-Surat"][0] == "■ Tidak tersedia"
    assert by_name["e-Surat"][-2] == "membutuhkan VM-2 (■ tidak tersedia)"
    assert by_name["SIMRS"][0] == "◆ Waspada"
    assert by_name["SIMRS"][-2] == (
        "membutuhkan salah satu dari VM-2 (■ tidak tersedia), VM-1: sebagian tidak berfungsi penuh, yang "
        "tersisa VM-1"
    )


def test_the_picture_has_the_rows_of_the_table_and_what_failed(one_vm: Impact) -> None:
    rows = one_vm.affected()
    figure, left_out = affected.figure(one_vm, rows, 500)
    assert left_out == 0
    assert {node.key for node in figure.nodes} == {row.key for row in rows} | set(one_vm.failed)
    assert [node.key for node in figure.nodes if node.given] == one_vm.failed
    states = {node.key: node.state for node in figure.nodes}
    assert all(states[row.key] is row.state for row in rows)


def test_a_filtered_picture_still_shows_the_whole_chain() -> None:
    impact = failing("bersama/computingfacility/ROOM")
    rows = affected.shown_rows(impact.snapshot, impact.affected(), {ElementKind.SERVICE}, ())
    figure, _ = affected.figure(impact, rows, 500)
    names = {node.name for node in figure.nodes}
    assert {"Rawat jalan", "SIMRS", "HOST", "Ruang server"} <= names
    assert "e-Surat" not in names
    strong = {(figure.nodes[e.source].name, figure.nodes[e.target].name) for e in figure.edges if e.strong}
    assert {("Rawat jalan", "SIMRS"), ("HOST", "Ruang server")} <= strong


def test_what_does_not_fit_is_counted_never_dropped_silently() -> None:
    impact = failing("bersama/computingfacility/ROOM")
    rows = impact.affected()
    figure, left_out = affected.figure(impact, rows, 3)
    assert len(figure.nodes) <= 3
    assert left_out == len(rows) - (len(figure.nodes) - 1)


def test_counts_by_agency_and_kind_add_up_to_the_table() -> None:
    impact = failing("bersama/computingfacility/ROOM")
    rows = impact.affected()
    metamodel = impact.snapshot.metamodel
    by_layer = affected.by_layer(rows, metamodel)
    for counts in (affected.by_agency(impact.snapshot, rows), affected.by_kind(rows, metamodel), by_layer):
        assert sum(one.down + one.degraded + one.at_risk for one in counts) == len(rows)
    assert affected.by_agency(impact.snapshot, rows)[-1].name.id == "Badan Kepegawaian Daerah"


def test_a_filter_by_agency_keeps_only_its_own(one_vm: Impact) -> None:
    rows = affected.shown_rows(one_vm.snapshot, one_vm.affected(), (), {"bkd/orgunit/bkd"})
    assert [row.name for row in rows] == ["e-Surat"]


@pytest.mark.parametrize("language", Language)
def test_the_workbook_holds_the_question_all_rows_and_the_counts(one_vm: Impact, language: Language) -> None:
    rows = one_vm.affected()
    book = openpyxl.load_workbook(
        io.BytesIO(affected.answer_workbook(one_vm, outlook(one_vm), rows, language))
    )
    first, table, counts, layers = book.worksheets
    assert first["B1"].value == "VM-2"
    assert table.max_row == len(rows) + 1
    assert [cell.value for cell in table[2]][-1].startswith("bersama/server/VM-2 → ")
    assert counts["A1"].value == common.AGENCY.in_(language)
    told = [row[2:] for row in layers.iter_rows(min_row=2, values_only=True)]
    assert sum(sum(row) for row in told) == len(rows)


def test_an_agency_that_uses_what_is_affected_counts_for_itself() -> None:
    impact = failing("bersama/computingfacility/ROOM")
    told = {one.name.id: one for one in affected.by_agency(impact.snapshot, impact.affected())}
    assert told["Dinas Kesehatan"].down == 3  # its application and service, and itself, which uses one
    named = {row.name for row in affected.shown_rows(impact.snapshot, impact.affected(), (), AGENCY)}
    assert "Dinas Kesehatan" in named


def test_who_owns_only_a_record_in_between_is_not_hit() -> None:
    impact = failing("bersama/computingfacility/ROOM")
    hit = {row.key for row in affected.hit(impact.snapshot, impact.affected())}
    assert hit == {"dinkes/service/DAL-1", "dinkes/businessprocess/DAB-1", "dinkes/orgunit/dinkes"}
