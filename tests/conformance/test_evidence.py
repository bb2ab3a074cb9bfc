"""The evidence for evaluators is the same from either engine."""

from datetime import date

import pytest

from model.inventories import Inventory
from model.metamodel.shipped import shipped
from model.text import Language
from queries.architecture import present, snapshot_of
from queries.evidence.register import Register
from queries.store.store import Store
from tests.support.deliveries import Desk, K, R, delivery, owner, row, saying, stated
from ui.components.workbook import Sheet
from ui.evidence import sheets as evidence_sheets

DAY = date(2026, 11, 29)


def fill(store: Store) -> None:
    """Load a service with its application, its server, its room, and an exchange of data."""
    desk = Desk(store)
    desk.load(
        delivery(
            row(
                K.APPLICATION, "DAA-1", "SIMRS", owner("Dinas Kesehatan"), saying(R.RUNS_ON, "SRV-1"),
                saying(R.ACCESSES, "DAD-1"), at=("a.xlsx", 2),
            ),
            row(
                K.APPLICATION, "DAA-2", "Kas", owner("Dinas Sosial"),
                saying(R.RECEIVES_FROM, "DAA-1", data="Tagihan"), at=("a.xlsx", 3),
            ),
            row(
                K.SERVICE, "DAL-1", "Rawat jalan", owner("Dinas Kesehatan"),
                saying(R.REALIZED_BY, "DAA-1"), at=("l.xlsx", 2),
            ),
            row(K.DATA_OBJECT, "DAD-1", "Penduduk", at=("d.xlsx", 2)),
            row(K.SERVER, "SRV-1", "Server", saying(R.LOCATED_IN, "RUANG-1"), at=("s.xlsx", 2)),
            row(K.COMPUTING_FACILITY, "RUANG-1", "Ruang server", at=("s.xlsx", 3)),
            relations=[stated("Dinas Sosial", R.USES, "DAA-1")],
        ),
        scope="Dinas Kesehatan",
    )  # fmt: skip


def sheets(store: Store, language: Language) -> list[Sheet]:
    fill(store)
    whole = present(store)
    register = Register.of(snapshot_of(shipped(), whole, 1), whole, DAY)
    return [
        *(evidence_sheets.inventory(register, wanted, language) for wanted in Inventory),
        evidence_sheets.support_sheet(register, language),
        evidence_sheets.hosting_sheet(register, language),
        *evidence_sheets.exchange_sheets(register, language),
        evidence_sheets.continuity_sheet(register, language),
        evidence_sheets.completeness_sheet(register, language),
    ]


@pytest.mark.parametrize("language", Language)
def test_every_sheet_is_the_same_on_both_engines(language: Language, both: dict[str, Store]) -> None:
    one, other = (sheets(store, language) for store in both.values())
    assert one == other
    assert [len(row) for sheet in one for row in sheet.rows] == [
        len(sheet.headers) for sheet in one for _ in sheet.rows
    ]
    said = {cell for sheet in one for row in sheet.rows for cell in row}
    assert {"Rawat jalan", "SIMRS", "Server", "Ruang server", "Tagihan", "Penduduk"} <= said
