"""A national application that agencies list as their own is told once, however many do."""

from dataclasses import replace

from ingest.draft import Draft
from ingest.edit.merging import planned_merge
from ingest.planning.identity import Identified
from ingest.planning.national import NationalRows, rows_by_application, said_by
from model.faults import Finding, Place, Severity
from model.keys import NATIONAL
from model.kinds import ElementKind, RelationKind
from model.knowledge import NationalApplication
from model.merging import Merges
from model.metamodel.shipped import shipped
from queries.redundancy.words.catalogue import Catalogue
from queries.redundancy.words.lexicon import Lexicon
from queries.store.store import Store
from tests.support.alike import lexicon
from tests.support.deliveries import Desk, delivery, links_of, saying
from tests.support.deliveries import row as row_of

SRIKANDI = NationalApplication(
    abbreviation="SRIKANDI",
    name="Sistem Informasi Kearsipan Dinamis Terintegrasi",
    other_names=("e-Arsip Nas",),
)
CATALOGUE = (SRIKANDI,)


def row(name: str, scope: str, kind: ElementKind = ElementKind.APPLICATION, **values: str) -> Identified:
    place = Place(file=f"{scope}.xlsx", sheet="Aplikasi", row=2)
    draft = Draft(kind=kind, source="sheet", place=place, name=name, values=values)
    return Identified(draft=draft, uid=f"{scope}-{name}", key=f"{scope}/x/{name}", scope=scope, name=name)


def told(
    *rows: Identified, catalogue: tuple[NationalApplication, ...] = CATALOGUE, lexicon: Lexicon | None = None
) -> list[Finding]:
    found = rows_by_application(rows, Catalogue(catalogue), Merges(), said_by(lexicon, shipped()))
    return list(NationalRows(found, {}).recorded())


def test_it_is_told_once_with_the_number_of_agencies() -> None:
    (finding,) = told(row("Srikandi", "dinkes"), row("SRIKANDI", "bkd"), row("e-Arsip", "bkd"))
    assert (finding.value, finding.element, finding.place.file) == (
        "Srikandi",
        "dinkes-Srikandi",
        "dinkes.xlsx",
    )
    assert "2 OPD" in finding.message.id
    assert "nasional" in finding.fix.id


def test_all_names_of_it_are_known() -> None:
    rows = [
        row("Sistem Informasi Kearsipan Dinamis Terintegrasi", "dinkes"),
        row("Aplikasi arsip", "bkd", abbreviation="srikandi"),
        row("e-arsip nas", "dlh"),
    ]
    (finding,) = told(*rows)
    assert "3 OPD" in finding.message.id


def test_the_national_one_itself_and_other_kinds_are_not_told() -> None:
    assert not told(row("SRIKANDI", NATIONAL), row("Srikandi", "bkd", ElementKind.SERVICE))
    assert not told(row("SRIKANDI", "bkd"), catalogue=())


def test_what_regions_keep_systems_of_their_own_for_is_not_called_national() -> None:
    assert not told(row("Srikandi", "bkd"), catalogue=(replace(SRIKANDI, regional=True),))


def test_what_is_told_is_what_the_cell_says_and_one_agency_is_one() -> None:
    (finding,) = told(row("e-Arsip Nas", "bkd"))
    assert finding.value == "e-Arsip Nas"
    assert finding.message.id == (
        "“e-Arsip Nas” adalah aplikasi nasional SRIKANDI "
        "(Sistem Informasi Kearsipan Dinamis Terintegrasi) dan dicatat sebagai milik satu OPD."
    )


def test_a_row_that_only_has_its_name_and_speaks_of_other_work_is_not_told() -> None:
    catalogue = (replace(SRIKANDI, concepts=("persuratan-surat",)),)
    other, same = "jadwal angkut sampah", "agenda surat masuk"
    assert not told(row("Srikandi", "dlh", description=other), catalogue=catalogue, lexicon=lexicon())
    for name, text in (("Srikandi", same), ("Srikandi", ""), ("Srikandi ANRI", other)):
        assert told(row(name, "dlh", description=text), catalogue=catalogue, lexicon=lexicon())


def test_without_a_long_name_there_are_no_brackets() -> None:
    for name in ("", "-"):
        (finding,) = told(row("Srikandi", "bkd"), catalogue=(replace(SRIKANDI, name=name),))
        assert finding.message.id.startswith("“Srikandi” adalah aplikasi nasional dan dicatat")


NATIONAL_ONE = row_of(
    ElementKind.APPLICATION, "srikandi", "SRIKANDI", agency="", key="nasional/application/srikandi"
)
MAIL = row_of(
    ElementKind.SERVICE, "DAL-1", "Persuratan", saying(RelationKind.REALIZED_BY, "SRIKANDI"), at=("l.xlsx", 2)
)
OWN = row_of(ElementKind.APPLICATION, "T1", "Srikandi", at=("b.xlsx", 2))
KEPT, COPY = "nasional/application/srikandi", "dinkes/application/T1"


def test_a_row_that_takes_relations_off_the_national_record_is_warned_of_until_merged(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(NATIONAL_ONE, MAIL), national=CATALOGUE)
    plan = desk.load(delivery(OWN), national=CATALOGUE)
    found = {one.rule: one for one in plan.findings}
    warning, recorded = found["national_takes_relations"], found["national_application"]
    assert (warning.severity, warning.place.file) == (Severity.WARNING, "b.xlsx")
    assert "1 relasi berpindah" in warning.message.id
    assert f"simpul merge {KEPT} {COPY}" in warning.fix.id
    assert f"simpul merge {KEPT} {COPY}" in recorded.fix.id
    merging = planned_merge(store, desk.metamodel, [KEPT, COPY], {}, desk.edit())
    desk.apply(merging.plan)
    assert ("DAL-1", "REALIZED_BY", "srikandi") in links_of(store)
    again = desk.load(delivery(OWN), national=CATALOGUE)
    assert not {"national_takes_relations", "national_application"} & {one.rule for one in again.findings}


def test_a_row_that_takes_no_relation_is_not_warned_of(store: Store) -> None:
    desk = Desk(store)
    desk.load(delivery(NATIONAL_ONE), national=CATALOGUE)
    plan = desk.plan(delivery(OWN), national=CATALOGUE)
    assert "national_takes_relations" not in [one.rule for one in plan.findings]


def test_agencies_whose_deliveries_came_before_count_too_while_they_have_it(store: Store) -> None:
    desk = Desk(store)

    def heard(name: str, agency: str) -> str:
        rows = [
            row_of(ElementKind.APPLICATION, "DAA-1", name, agency=agency),
            row_of(ElementKind.APPLICATION, "DAA-2", "Lain", agency=agency),
        ]
        plan = desk.replace(delivery(*rows), scope=agency, allow_retire=1.0, national=CATALOGUE)
        found = [one.message.en for one in plan.findings if one.rule == "national_application"]
        return found[0] if found else ""

    assert "owned by one agency" in heard("Srikandi", "Dinas Kesehatan")
    assert "owned by 2 agencies" in heard("SRIKANDI", "Dinas Sosial")
    assert not heard("e-Arsip", "Dinas Sosial")
    assert "owned by 2 agencies" in heard("Srikandi", "Dinas Perhubungan")
    desk.replace(
        delivery(row_of(ElementKind.APPLICATION, "DAA-2", "Lain", agency="Dinas Kesehatan")),
        scope="Dinas Kesehatan",
        allow_retire=1.0,
    )
    assert "owned by one agency" in heard("Srikandi", "Dinas Perhubungan")
