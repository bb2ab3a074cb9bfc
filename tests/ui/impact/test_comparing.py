"""Two impacts as people compare them."""

import io
from datetime import date

import openpyxl

from model.availability import State
from model.text import Language
from queries.impact.certainty import uncertain
from queries.saved_scenarios import SavedScenario
from tests.support.estate_in_words import estate
from ui.impact import comparing
from ui.impact.comparing import Side

ON = date(2026, 11, 22)


def saved(*keys: str) -> SavedScenario:
    failed = {f"u:{key}": State.DOWN for key in keys}
    return SavedScenario(
        id="1", name="Uji", failed=failed, protected=frozenset({"u:tidak-ada"}), on=None, by="", at=""
    )


def side(*keys: str) -> Side:
    found = comparing.side(saved(*keys), estate(), ON, "Uji")
    assert found is not None
    return found


def test_what_does_not_exist_is_left_out_and_counted() -> None:
    one = side("bersama/server/VM-2", "bersama/server/TIDAK-ADA")
    assert one.missing == 2
    assert one.impact.failed == ["bersama/server/VM-2"]
    assert comparing.side(saved("bersama/server/TIDAK-ADA"), estate(), ON, "Uji") is None


def test_the_workbook_has_both_side_by_side_and_what_differs() -> None:
    first, second = side("bersama/server/VM-2"), side("bersama/server/HOST")
    book = openpyxl.load_workbook(io.BytesIO(comparing.comparison_workbook(first, second, Language.ID)))
    assert book.sheetnames == ["Bandingkan", "Perbedaan"]
    names = {row[1].value for row in book["Perbedaan"].iter_rows(min_row=2)}
    assert "SIMRS" in names


def test_the_day_and_what_is_not_known_stand_side_by_side() -> None:
    first, second = side("bersama/server/VM-2"), side("bersama/server/HOST")
    book = openpyxl.load_workbook(io.BytesIO(comparing.comparison_workbook(first, second, Language.ID)))
    rows = {row[0].value: [cell.value for cell in row[1:]] for row in book["Bandingkan"].iter_rows()}
    assert rows["Pada tanggal"] == ["22 Nov 2026", "22 Nov 2026"]
    assert rows["? Belum pasti"] == [len(uncertain(one.impact)) for one in (first, second)]
