"""A national application that agencies list as their own is told once, however many do."""

from ingest.draft import Draft
from ingest.planning.identity import Identified
from ingest.planning.national import recorded_by_agencies
from model.faults import Place
from model.keys import NATIONAL
from model.kinds import ElementKind
from model.knowledge import NationalApplication
from queries.store.store import Store
from tests.support.deliveries import Desk, delivery
from tests.support.deliveries import row as row_of

CATALOGUE = (
    NationalApplication(abbreviation="SRIKANDI", name="Sistem Informasi Kearsipan Dinamis Terintegrasi"),
)


def row(name: str, scope: str, kind: ElementKind = ElementKind.APPLICATION, **values: str) -> Identified:
    place = Place(file=f"{scope}.xlsx", sheet="Aplikasi", row=2)
    draft = Draft(kind=kind, source="sheet", place=place, name=name, values=values)
    return Identified(draft=draft, uid=f"{scope}-{name}", key=f"{scope}/x/{name}", scope=scope, name=name)


def test_it_is_told_once_with_the_number_of_agencies() -> None:
    rows = [row("Srikandi", "dinkes"), row("SRIKANDI", "bkd"), row("e-Arsip", "bkd")]
    (finding,) = recorded_by_agencies(rows, CATALOGUE, {})
    assert (finding.value, finding.element, finding.place.file) == (
        "SRIKANDI",
        "dinkes-Srikandi",
        "dinkes.xlsx",
    )
    assert "2 OPD" in finding.message.id
    assert "nasional" in finding.fix.id


def test_long_names_and_abbreviations_are_known() -> None:
    rows = [
        row("Sistem Informasi Kearsipan Dinamis Terintegrasi", "dinkes"),
        row("Aplikasi arsip", "bkd", abbreviation="srikandi"),
    ]
    (finding,) = recorded_by_agencies(rows, CATALOGUE, {})
    assert "2 OPD" in finding.message.id


def test_the_national_one_itself_and_other_kinds_are_not_told() -> None:
    rows = [row("SRIKANDI", NATIONAL), row("Srikandi", "bkd", ElementKind.SERVICE)]
    assert not list(recorded_by_agencies(rows, CATALOGUE, {}))
    assert not list(recorded_by_agencies([row("SRIKANDI", "bkd")], (), {}))


def test_agencies_whose_deliveries_came_before_count_too_while_they_have_it(store: Store) -> None:
    desk = Desk(store)

    def told(name: str, agency: str) -> str:
        rows = [
            row_of(ElementKind.APPLICATION, "DAA-1", name, agency=agency),
            row_of(ElementKind.APPLICATION, "DAA-2", "Lain", agency=agency),
        ]
        plan = desk.replace(delivery(*rows), scope=agency, allow_retire=1.0, national=CATALOGUE)
        found = [one.message.en for one in plan.findings if one.rule == "national_application"]
        return found[0] if found else ""

    assert "owned by 1 agencies" in told("Srikandi", "Dinas Kesehatan")
    assert "owned by 2 agencies" in told("SRIKANDI", "Dinas Sosial")
    assert not told("e-Arsip", "Dinas Sosial")
    assert "owned by 2 agencies" in told("Srikandi", "Dinas Perhubungan")
    desk.replace(
        delivery(row_of(ElementKind.APPLICATION, "DAA-2", "Lain", agency="Dinas Kesehatan")),
        scope="Dinas Kesehatan",
        allow_retire=1.0,
    )
    assert "owned by 1 agencies" in told("Srikandi", "Dinas Perhubungan")
