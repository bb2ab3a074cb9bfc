"""The six workbooks are read as a careful person reads them (tests/data/spbe_workbooks/EXPECTED.md).

Where that text and the rules of the product differ, the rules win and the difference is named here.
"""

import itertools
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingest.draft import Draft, Reading
from ingest.export import export
from ingest.files.guard import column_number
from ingest.planning.plan import Import, planned_import
from ingest.reading import read
from ingest.values.cells import references
from model.element import Openness
from model.faults import Finding
from model.folding import fold
from model.metamodel.shipped import shipped
from model.nomenclature import agency_words
from queries import reference_codes
from queries.architecture import present
from queries.loads.applying import Writer, applied, next_load_id
from queries.loads.plan import Plan
from queries.store.store import Store
from seed.reference_sets import shipped_reference_sets
from tests.conftest import Engines
from tests.support.careful import WORKBOOKS, Planned, Row, expected

FILES = sorted(WORKBOOKS.glob("*.xlsx"))
START = datetime(2026, 11, 24, 9, tzinfo=UTC)

# Faults that reading tells, and the finding that does.
TOLD = {
    "code and name disagree": "code_and_name_disagree",
    "number written in words": "not_a_number",
    "duplicate ID": "duplicate_code",
    "missing ID": "no_code",
    "name without code": "no_code",
    "mojibake": "repaired_characters",
    "levels contradict each other": "levels_contradict",
    "merged block contradicts the row": "levels_contradict",
    "unknown reference code": "unknown_reference_code",
    "total row": "rows_left_out",
    "repeated header": "rows_left_out",
    "section row": "rows_left_out",
    "footnote row": "rows_left_out",
    "group header over the header (merged)": "rows_left_out",
    "misspelt list value": "corrected_choice",
    "ambiguous reference": "ambiguous_reference",
    "code of another reference model": "code_of_another_model",
    "value of the neighbouring column": "choice_of_another_column",
    "merged data cells": "merged_cells",
    "number as text": "converted_value",
    "capacity as text": "converted_value",
    "amount as text": "converted_value",
    "date as text": "converted_value",
    "capacity without unit": "unit_assumed",
    "hidden helper sheet": "list_of_choices",
    "same code, other name": "one_code_two_names",
    "domain label contradicts the code": "domain_and_code_disagree",
    "owner differs between workbooks": "owner_differs",
    "unknown OPD": "new_agency",
}
# Faults that reading takes in its stride: that it reads the right thing is what the other tests show.
READ_RIGHT = {
    "upper case, trailing space",
    "lower case, trailing space",
    "blank row",
    "reference in lower case",
    "trailing separator",
    "reference with other separators",
    "several list values in one cell",
    "same reference twice in one cell",
    "only a higher level is filled",
    "developer is a company, not an OPD",
    "server written by name; two candidates",
    "spelling of domain",
    "spelling of list value",
    "code less precise than in workbook c",
}
# Open references and unlisted values: the finding depends on what is near.
OPEN = {
    "dangling reference": {"dangling_reference", "near_reference", "forbidden_relation"},
    "free-text location without facility": {"dangling_reference", "near_reference"},
    "ambiguous location": {"near_reference"},
    "value not in the list": {"choice_to_confirm", "choice_spelling"},
}
# Not about reading: suggestions of duplicates, completeness, and terms that are kept as written.
NOT_READING = {
    "probable duplicate process",
    "duplicate application",
    "duplicate server",
    "homonym",
    "local application where a general one exists",
    "software past vendor support",
    "service without process",
    "mandatory reference missing",
    "conditional field missing",
    "owner filled although Milik Sendiri",
    "mixed units",
    "spelling of period",
}


@pytest.fixture(scope="module")
def six() -> Reading:
    return read(FILES, shipped())


@pytest.fixture(scope="module")
def planned(engines: Engines, six: Reading) -> Planned:
    return Planned(_plan(_prepared(engines, "arcadedb"), six))


def _prepared(engines: Engines, name: str) -> Store:
    store = engines.empty(name)
    reference_codes.install(store, shipped_reference_sets())
    return store


def _plan(store: Store, found: Reading, at: datetime = START) -> Plan:
    numbers = itertools.count()
    wanted = Import(load=next_load_id(store, at), by="tester", now=at)
    return planned_import(store, shipped(), found, wanted, lambda: f"{at:%H%M}-{next(numbers)}")


def _load(store: Store, paths: Sequence[Path], at: datetime = START) -> Plan:
    plan = _plan(store, read(paths, shipped()), at)
    return applied(store, shipped(), plan, Writer("tester", lambda: at))


def test_every_row_that_describes_an_element_is_read_and_no_other(six: Reading) -> None:
    read_rows = Counter((d.place.file, d.place.sheet, d.place.row) for d in six.drafts)
    assert read_rows == Counter(
        (row["workbook"], row["sheet"], int(row["row"])) for row in expected("elements")
    )


def test_no_row_of_the_six_is_lost(six: Reading) -> None:
    assert [f for f in six.findings if f.severity == "error"] == []


@pytest.mark.parametrize("row", expected("elements"), ids=lambda row: f"{row['workbook'][0]}{row['row']}")
def test_an_element_has_its_name_and_its_agency(planned: Planned, row: Row) -> None:
    element = planned.elements[planned.element(row["key"])]
    assert fold(row["name"]) in map(fold, (element.name, *element.names))
    # software has no column for its agency: nobody claims it; a matrix may name another owner
    if row["opd"] and element.scope != "bersama" and not row["workbook"].startswith("f"):
        assert element.scope == planned.elements[planned.agency(row["opd"])].scope


def test_nothing_but_these_elements_agencies_and_one_vendor_comes_to_be(planned: Planned) -> None:
    described = {planned.element(row["key"]) for row in expected("elements")}
    others = [element for uid, element in planned.elements.items() if uid not in described]
    assert len(described) == 205
    assert [e.name for e in others if e.kind == "Vendor"] == ["PT Awan Kayu Manis"]
    agencies = {agency_words(e.name) for e in others if e.kind == "OrgUnit"}
    assert agencies == {agency_words(row["canonical"]) for row in expected("opd_variants")}


@pytest.mark.parametrize("workbook", [file.name for file in FILES])
def test_every_relation_is_linked_or_its_target_proposed(planned: Planned, workbook: str) -> None:
    resolved = [
        row for row in expected("relations") if row["workbook"] == workbook and row["status"] == "resolved"
    ]
    linked = [row for row in resolved if planned.states(row)]
    others = [row for row in resolved if not planned.states(row)]
    assert all(row["how"] == "variant" and planned.suggests(row) for row in others), others
    assert len(linked) >= 0.9 * len(resolved)


def test_only_free_text_places_are_merely_proposed(planned: Planned) -> None:
    merely = {
        row["relation"]
        for row in expected("relations")
        if row["status"] == "resolved" and not planned.states(row)
    }
    assert merely == {"SERVER_BERADA_DI", "PENYIMPANAN_BERADA_DI"}


@pytest.mark.parametrize(
    ("status", "reasons"),
    [
        ("dangling", {Openness.DANGLING, Openness.NEAR, Openness.FORBIDDEN}),
        ("ambiguous", {Openness.AMBIGUOUS, Openness.NEAR}),
        ("unknown code", {Openness.UNKNOWN_CODE}),
        ("free text", {Openness.DANGLING, Openness.NEAR}),
    ],
)
def test_what_cannot_be_linked_stays_open_with_its_text(
    planned: Planned, status: str, reasons: set[Openness]
) -> None:
    for row in expected("relations"):
        if row["status"] != status:
            continue
        holder = planned.element(row["source"])
        written = {fold(text) for text in references(row["as_written"], agencies=False)}
        found = [
            reference.reason
            for reference in planned.plan.graph.references_opened
            if reference.holder == holder and any(fold(reference.text).startswith(one) for one in written)
        ]
        assert len(found) == 1, row
        assert set(found) <= reasons


def _cells(six: Reading) -> dict[tuple[str, str, int], Draft]:
    return {(d.place.file or "", d.place.sheet or "", d.place.row or 0): d for d in six.drafts}


def test_a_blank_marker_is_no_value_and_no_reference(six: Reading) -> None:
    headers = {
        (f.place.file, f.place.sheet, f.place.column) for f in six.findings if f.rule == "blank_marker"
    }
    # "0" is a number where numbers are kept: a cost and a capacity of 0
    zero_is_a_number = {("Komputasi Awan", "G"), ("Media Penyimpanan", "H")}
    marked = [
        row
        for row in expected("blank_markers")
        if not (row["value"] == "0" and (row["sheet"], row["column"]) in zero_is_a_number)
    ]
    by_row = _cells(six)
    for row in marked:
        draft = by_row[row["workbook"], row["sheet"], int(row["row"])]
        texts = {str(value) for value in draft.values.values()} | {saying.text for saying in draft.sayings}
        assert row["value"] not in texts, row
        assert row["value"] not in (draft.name, draft.code)
    counted = sum(f.count for f in six.findings if f.rule == "blank_marker")
    assert counted == len(marked)
    assert len(headers) == len({(row["workbook"], row["sheet"], row["column"]) for row in marked})


def test_every_planted_fault_is_sorted_into_what_reading_does_with_it() -> None:
    kinds = {row["kind"] for row in expected("faults")}
    assert kinds == TOLD.keys() | READ_RIGHT | OPEN.keys() | NOT_READING


def _faults(kinds: Collection[str]) -> list[Row]:
    # "Geo Spasial" is "Geospasial" but for a space: read as such, and nothing to tell
    return [row for row in expected("faults") if row["kind"] in kinds and row["value"] != "Geo Spasial"]


@pytest.mark.parametrize(
    "row", _faults({*TOLD, *OPEN}), ids=lambda r: f"{r['workbook'][0]}-{r['column']}{r['row']}"
)
def test_a_planted_fault_is_told_where_it_stands(planned: Planned, row: Row) -> None:
    rules = OPEN.get(row["kind"]) or {TOLD[row["kind"]]}
    found = [f for f in planned.plan.findings if f.rule in rules and _is_at(f, row)]
    assert found, row
    assert all(f.message.id and f.message.en and f.fix.id and f.fix.en for f in found)


def _is_at(finding: Finding, row: Row) -> bool:
    place = finding.place
    if (place.file, place.sheet) != (row["workbook"], row["sheet"]):
        return False
    if row["header"] and place.column and fold(row["header"]) not in fold(place.column):
        return False
    whole_sheet = place.row is None
    several = (
        finding.count > 1 and place.row is not None and row["row"].isdigit() and place.row <= int(row["row"])
    )
    # a name in full may stand first in another row of the same sheet
    named = finding.rule == "new_agency" and finding.value is not None
    return whole_sheet or several or named or str(place.row) == row["row"]


def test_a_corrected_choice_is_kept_as_its_term(six: Reading) -> None:
    by_row = _cells(six)
    data = by_row["c_Domain_Data_dan_Informasi.xlsx", "Data dan Informasi", 7]
    assert data.values["sensitivity"] == "Tertutup"
    service = by_row["b_Domain_Layanan.xlsx", "Layanan", 12]
    assert service.values["service_target"] == ("Masyarakat", "Pelaku Usaha")
    assert by_row["b_Domain_Layanan.xlsx", "Layanan", 24].values["service_method"] == "Online"


@pytest.mark.parametrize(
    "row",
    _faults(("capacity as text", "amount as text", "number as text")),
    ids=lambda row: f"{row['sheet']}-{row['column']}{row['row']}",
)
def test_a_number_as_text_is_the_number_a_person_reads(six: Reading, row: Row) -> None:
    draft = _cells(six)[row["workbook"], row["sheet"], int(row["row"])]
    (name,) = [name for name, header in draft.columns.items() if fold(row["header"]) in fold(header)]
    wanted = row["expected"].split()[0].rstrip(",")
    assert str(draft.values[name]) == wanted
    assert column_number(row["column"]) > 1


def test_a_second_time_and_an_export_change_nothing(engines: Engines, tmp_path: Path) -> None:
    store = _prepared(engines, "arcadedb")
    first = _load(store, FILES)
    again = _plan(store, read(FILES, shipped()), START + timedelta(minutes=1))
    assert again.step.records == ()
    for place in (tmp_path / "ekspor", tmp_path / "ekspor.xlsx", tmp_path / "ekspor.xml"):
        export(present(store), shipped(), place)
        back = _plan(store, read([place], shipped()), START + timedelta(minutes=2))
        counts = back.graph.counts()
        assert counts["elements"] == {"add": 0, "change": 0, "retire": 0, "unchanged": len(first.graph.added)}
        assert {counts["relations"][name] for name in ("add", "change", "retire")} == {0}
        assert back.graph.references_opened == back.graph.references_closed == ()


@pytest.mark.parametrize("name", ["arcadedb", "neo4j"])
def test_file_by_file_in_any_order_comes_to_the_same_graph(engines: Engines, name: str) -> None:
    pictures = []
    for files in (FILES, FILES[::-1]):
        store = _prepared(engines, name)
        for minute, file in enumerate(files):
            _load(store, [file], START + timedelta(minutes=minute))
        pictures.append(_picture(store))
    assert pictures[0] == pictures[1]


def _picture(store: Store) -> tuple[object, ...]:
    """Elements, relations and open references by key; other names and proposals hang on who came first."""
    whole = present(store)
    keys = {uid: element.key for uid, element in whole.elements.items()}
    return (
        sorted(
            (e.key, e.name, e.status, sorted(map(str, e.properties.items()))) for e in whole.elements.values()
        ),
        sorted(
            (keys[r.source], r.relation, keys[r.target], sorted(map(str, r.properties.items())))
            for r in whole.relations.values()
        ),
        sorted((keys[reference.holder], reference.relation, reference.text) for reference, _ in whole.open),
    )
