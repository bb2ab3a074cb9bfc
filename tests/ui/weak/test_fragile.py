"""Weak points as people read them: rows, what is left by a filter, and the workbook."""

import io
from datetime import date

import openpyxl
import pytest

from model.kinds import ElementKind
from model.text import Language
from queries.resilience.fragility import Asked, Fragility
from tests.support.estate_in_words import estate
from ui import overview
from ui.weak import fragile

ID = Language.ID
ON = date(2026, 11, 22)


@pytest.fixture(scope="module")
def found() -> Fragility:
    return Fragility(estate(), Asked(on=ON, order=2))


def test_a_row_names_what_fails_and_what_stops(found: Fragility) -> None:
    kinds = frozenset({ElementKind.COMPUTING_FACILITY})
    rooms = Fragility(found.snapshot, Asked(on=ON, kinds=kinds))
    rows = [fragile.point_row(rooms.snapshot, point, ID) for point in rooms.weak_points]
    assert [(row[0], row[3]) for row in rows] == [("Ruang server", 1)]
    assert len(rows[0]) == len(fragile.POINT_COLUMNS)


def test_what_may_not_fail_is_in_no_set(found: Fragility) -> None:
    servers = Fragility(found.snapshot, Asked(on=ON, order=2, kinds=frozenset({ElementKind.SERVER})))
    kinds = {servers.snapshot.kind(index) for point in servers.weak_points for index in point.failed}
    assert kinds == {ElementKind.SERVER}


def test_a_filter_leaves_what_belongs_to_an_agency_or_hits_it(found: Fragility) -> None:
    owners = overview.agencies_of(found.snapshot, found.targets.tolist())
    for owner in owners:
        left = fragile.Narrowed(hit=frozenset({owner})).of(found.snapshot, found.weak_points)
        assert left
        for point in left:
            assert any(overview.agency_key(found.snapshot, index) == owner for index in point.targets)
    assert fragile.Narrowed().of(found.snapshot, found.weak_points) == found.weak_points


def test_the_workbook_has_a_sheet_for_each_question(found: Fragility) -> None:
    joint = [point for point in found.weak_points if len(point.failed) == 2]
    single = [point for point in found.weak_points if len(point.failed) == 1]
    book = openpyxl.load_workbook(io.BytesIO(fragile.answer_workbook(found, single, joint, ID)))
    assert book.sheetnames == [
        "Titik tunggal",
        "Pasangan berbahaya",
        "Cadangan semu",
        "Perlu jawaban",
        "Janji pemulihan",
        "Penyebab RTO terlanggar",
        "Janji kehilangan data",
        "Tumpuan bersama",
        "Antar-OPD",
        "Ketersediaan",
        "Per layanan",
    ]
    assert book["Titik tunggal"].max_row == len(single) + 1
    assert book["Per layanan"].max_row == len(found.targets) + 1
