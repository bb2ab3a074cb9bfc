"""Whose findings are: in a collective delivery each agency has its own, also those about no element."""

from dataclasses import replace

from ingest import reading_rules
from model.faults import Finding, Place
from queries.findings import open_findings
from queries.store.store import Store
from tests.support.deliveries import Desk, K, delivery, row, rules_of


def odd(file: str, row: int | None = None, **more: object) -> Finding:
    place = Place(file=file, sheet=None if row is None else "Lembar", row=row)
    return replace(reading_rules.CELL_ERROR.at(place, value=f"{file}{row}"), **more)


def test_each_finding_of_a_collective_delivery_is_of_the_agency_whose_row_or_file_it_is_about(
    store: Store,
) -> None:
    desk = Desk(store)
    sent = {"agency": None}
    rows = [
        row(K.APPLICATION, "A-1", "Satu", at=("x.xlsx", 2), delivery_agency="Dinas Sosial", **sent),
        row(K.SERVER, "S-1", "Dua", at=("x.xlsx", 3), delivery_agency="Dinas Sosial"),
        row(K.APPLICATION, "A-2", "Tiga", at=("y.xlsx", 2), **sent),
    ]
    findings = [
        odd("x.xlsx", 2),
        odd("x.xlsx", 3),
        odd("x.xlsx", 9),
        odd("x.xlsx", 2, rows=(2, 3), value="dua baris"),
        odd("y.xlsx"),
        odd("terkunci.xlsx"),
        odd("asing.xlsx"),
    ]
    named = {"y.xlsx": ("Dinas Sosial",), "terkunci.xlsx": ("Dinas Kesehatan",)}
    desk.load(replace(delivery(*rows, findings=findings), named=named))
    whose = {one.finding.value: one.scope for one in open_findings(store) if one.finding.rule == "cell_error"}
    assert whose == {
        "x.xlsx2": "dinsos",
        "x.xlsx3": "dinkes",  # the owner that the row names
        "x.xlsx9": "dinsos",
        "dua baris": "dinsos",  # of several owners: the sender
        "y.xlsxNone": "dinsos",
        "terkunci.xlsxNone": "dinkes",
        "asing.xlsxNone": None,
    }


def test_vanished_rows_are_told_to_each_agency_that_has_some(store: Store) -> None:
    desk = Desk(store)

    def both(*numbers: int) -> list[object]:
        agencies = ("Dinas Sosial", "Dinas Kesehatan")
        return [
            row(K.APPLICATION, f"A-{n}", f"Nomor {n}", at=("x.xlsx", n), agency=agencies[n % 2])
            for n in numbers
        ]

    desk.load(delivery(*both(1, 2, 3, 4, 5, 6)))
    plan = desk.load(delivery(*both(1, 2, 5, 6)))
    assert rules_of(plan).count("vanished_rows") == 2
    gone = {
        one.scope: one.finding.value for one in open_findings(store) if one.finding.rule == "vanished_rows"
    }
    assert gone == {
        "dinsos": "Nomor 4 (dinsos/application/A-4)",
        "dinkes": "Nomor 3 (dinkes/application/A-3)",
    }
