"""The sheets for evaluators: what each row says beside names, on the day it is asked of."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import openpyxl

from model.element import Element
from model.inventories import Inventory
from model.kinds import ElementKind as K
from model.kinds import RelationKind as R
from model.kinds import Status
from model.text import Language
from tests.support.registers import link, register, thing
from ui.components.workbook import Sheet, workbook
from ui.evidence import sheets

EN = Language.EN


def cells(sheet: Sheet) -> list[dict[str, Any]]:
    return [dict(zip(sheet.headers, row, strict=True)) for row in sheet.rows]


def within(scope: str, element: Element) -> Element:
    """Return an element whose key is in another scope."""
    return replace(element, scope=scope, key=f"{scope}/{element.kind.value.lower()}/{element.code}")


def test_what_is_only_planned_is_remarked_with_the_day_from_which_it_is_in_use() -> None:
    here = register(
        [
            thing(K.BUSINESS_PROCESS, "Daftar"),
            thing(K.SERVICE, "Kartu"),
            thing(K.APPLICATION, "Nanti", Status.PLANNED, valid_from="2027-01-04"),
            thing(K.SERVER, "Kelak", Status.PLANNED),
        ],
        [
            link("Daftar", R.SERVED_BY, "Kartu"),
            link("Kartu", R.REALIZED_BY, "Nanti"),
            link("Nanti", R.RUNS_ON, "Kelak"),
        ],
    )
    (supported,) = cells(sheets.support_sheet(here, EN))
    assert supported["Remark"] == "Not in use yet: Nanti (from 4 Jan 2027)."
    (hosted,) = cells(sheets.hosting_sheet(here, EN))
    assert hosted["Remark"] == "Not in use yet: Nanti (from 4 Jan 2027); Kelak (only planned)."
    (service,) = cells(sheets.inventory(here, Inventory.SERVICES, EN))
    assert service["Applications"] == "Nanti (from 4 Jan 2027)"


def test_each_row_has_the_key_of_what_says_it() -> None:
    here = register(
        [thing(K.SERVICE, "Kartu"), *(thing(K.APPLICATION, name) for name in "AB")],
        [link("Kartu", R.REALIZED_BY, "A"), link("B", R.RECEIVES_FROM, "A", data="Nilai")],
    )
    listed, matrix = sheets.exchange_sheets(here, EN)
    assert [row["Key"] for row in cells(sheets.hosting_sheet(here, EN))] == [
        "dinkes/application/A",
        "dinkes/application/B",
    ]
    assert [row["Key"] for row in cells(listed)] == ["dinkes/application/B"]
    assert [row["Key"] for row in cells(matrix)] == ["dinkes/application/A"]
    inventory = sheets.inventory(here, Inventory.SERVICES, EN)
    assert [row["Key"] for row in cells(inventory)] == ["dinkes/service/Kartu"]


def test_a_matrix_tells_namesakes_by_their_agency() -> None:
    one, other = thing(K.ORG_UNIT, "Dinas Satu"), thing(K.ORG_UNIT, "Dinas Dua")
    here = register(
        [one, other, *(thing(K.APPLICATION, name) for name in "AB")],
        [
            link("A", R.OWNED_BY, "Dinas Satu"),
            link("B", R.OWNED_BY, "Dinas Dua"),
            link("B", R.RECEIVES_FROM, "A"),
        ],
    )
    matrix = sheets.exchange_sheets(here, EN)[1]
    assert matrix.headers[1:] == ["Agency", "Key", "B (Dinas Dua)"]
    assert matrix.rows == [["A", "Dinas Satu", "dinkes/application/A", "yes"]]


def test_lists_leave_out_what_ended_but_for_what_was_replaced() -> None:
    here = register(
        [
            thing(K.SERVICE, "Lama", Status.RETIRED),
            thing(K.SERVICE, "Kartu"),
            thing(K.APPLICATION, "A"),
            thing(K.APPLICATION, "Pendahulu", Status.RETIRED),
        ],
        [
            link("Lama", R.REALIZED_BY, "A"),
            link("Kartu", R.REALIZED_BY, "A"),
            link("A", R.REPLACES, "Pendahulu"),
        ],
    )
    row = cells(sheets.inventory(here, Inventory.APPLICATIONS, EN))[0]
    assert (row["Services supported"], row["Replaces"]) == ("Kartu", "Pendahulu")


def test_a_status_is_that_of_the_day() -> None:
    elements = [thing(K.APPLICATION, "A", Status.RETIRED, valid_to="2025-12-31")]
    for day, status in ((date(2025, 6, 1), "Active"), (date(2026, 6, 1), "Retired")):
        sheet = sheets.inventory(register(elements, [], day), Inventory.APPLICATIONS, EN)
        assert cells(sheet)[0]["Status"] == status


def test_completeness_counts_by_owner_and_on_the_day_and_says_who_is_exempt() -> None:
    service = within("d1", thing(K.SERVICE, "Kartu", Status.RETIRED, valid_to="2025-12-31"))
    elements = [
        within("prov", thing(K.ORG_UNIT, "Provinsi Uji")),
        *(within("prov", thing(K.ORG_UNIT, name)) for name in ("Dinas Satu", "Dinas Kosong")),
        service,
        within("d1", thing(K.SERVER, "S")),
        within("d1", thing(K.SERVER, "Mesin")),
    ]
    relations = [
        link("Kartu", R.OWNED_BY, "Dinas Satu"),
        link("S", R.OWNED_BY, "Dinas Satu"),
        link("Mesin", R.OWNED_BY, "Provinsi Uji"),
    ]

    def told(day: date) -> list[tuple[Any, ...]]:
        rows = cells(sheets.completeness_sheet(register(elements, relations, day), EN))
        return [
            (r["Agency"], r["Service domain"], r["Infrastructure domain"], r["Empty domains"]) for r in rows
        ]

    empty, filled, exempt = told(date(2025, 6, 1))
    assert (empty[:3], filled[:3]) == (("Dinas Kosong", 0, 0), ("Dinas Satu", 1, 1))
    assert "Infrastructure" in empty[3] and "Service" not in filled[3]
    assert exempt == ("Provinsi Uji", 0, 1, "Exempt: not asked to deliver.")
    assert told(date(2026, 6, 1))[1][1] == 0


def test_an_empty_sheet_says_why() -> None:
    sheet = sheets.continuity_sheet(register([], []), EN)
    assert sheet.rows == []
    page = openpyxl.load_workbook(io.BytesIO(workbook([sheet]))).active
    assert page["A2"].value == "No rows: nothing is on record for this sheet."
