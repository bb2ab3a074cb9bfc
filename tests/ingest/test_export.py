"""Exports: what stands in the files, and that no spreadsheet takes a name for a formula."""

import csv
import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from ingest.estate import FIRST_COLUMNS, RELATION_COLUMNS, cell_text, estate
from ingest.export import MARKER_SHEET, export
from model.element import Element, Openness, OpenReference, Relation
from model.faults import RefusedQuestion, UnreadableFile
from model.kinds import ElementKind, RelationKind, Status
from model.record import Saying
from queries.architecture import Architecture
from tests.support.small_metamodel import small_metamodel

METAMODEL = small_metamodel()


def element(uid: str, kind: ElementKind, name: str, **properties: object) -> Element:
    code = properties.get("code")
    return Element(
        uid=uid,
        key=f"{'nasional' if kind is ElementKind.REFERENCE_CODE else 'dinkes'}/{kind.value.lower()}/{uid}",
        kind=kind,
        name=name,
        scope="nasional" if kind is ElementKind.REFERENCE_CODE else "dinkes",
        code=str(code) if code else None,
        properties=properties,  # type: ignore[arg-type]
    )


ELEMENTS = (
    element("org", ElementKind.ORG_UNIT, "Dinas Kesehatan"),
    element("app", ElementKind.APPLICATION, "=SIMPEG", code="DAA-001", rto_hours=4.0, tags=("a", "b")),
    element("srv", ElementKind.SERVER, "Server A"),
    element("code", ElementKind.REFERENCE_CODE, "Kesehatan", code="RAB.03", reference_set="RAB 2022"),
)
RELATIONS = (
    Relation(id="1", relation=RelationKind.OWNED_BY, source="app", target="org"),
    Relation(
        id="2",
        relation=RelationKind.RUNS_ON,
        source="app",
        target="srv",
        properties={"group": "g", "need": "1", "environment": "production"},
    ),
    Relation(
        id="3", relation=RelationKind.CLASSIFIED_AS, source="app", target="code", properties={"role": "RAB"}
    ),
)
OPEN = (
    (
        OpenReference(
            id="o1",
            holder="app",
            relation=RelationKind.RUNS_ON,
            text="Server B",
            reason=Openness.DANGLING,
        ),
        Saying(relation=RelationKind.RUNS_ON, text="Server B", cell="hosts", properties={"group": "g"}),
    ),
    (
        OpenReference(
            id="o2",
            holder="srv",
            relation=RelationKind.RUNS_ON,
            text="E-Surat",
            reason=Openness.DANGLING,
            reversed=True,
        ),
        None,
    ),
)
WHOLE = Architecture({one.uid: one for one in ELEMENTS}, {edge.id: edge for edge in RELATIONS}, OPEN)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder_holds_the_interchange_with_its_fixed_columns_first(tmp_path: Path) -> None:
    written = export(WHOLE, METAMODEL, tmp_path / "out")
    elements, relations = rows_of(tmp_path / "out/elements.csv"), rows_of(tmp_path / "out/relations.csv")
    assert list(elements[0])[: len(FIRST_COLUMNS)] == list(FIRST_COLUMNS)
    assert list(relations[0])[: len(RELATION_COLUMNS)] == list(RELATION_COLUMNS)
    assert (len(elements), len(relations)) == (3, 3)
    assert (written.elements, written.relations, written.open) == (3, 1, 2)


def test_owner_and_codes_stand_in_their_columns_and_not_among_the_relations(tmp_path: Path) -> None:
    export(WHOLE, METAMODEL, tmp_path)
    app = next(row for row in rows_of(tmp_path / "elements.csv") if row["code"] == "DAA-001")
    assert (app["owner"], app["reference"]) == ("dinkes/orgunit/org", "RAB.03")
    assert (app["rto_hours"], app["tags"], app["name"]) == ("4", "a; b", "'=SIMPEG")
    assert {row["relation"] for row in rows_of(tmp_path / "relations.csv")} == {"RUNS_ON"}


def test_open_references_are_counted_apart_and_in_an_order_of_their_own() -> None:
    waiting = tuple(
        (
            OpenReference(
                id=text,
                holder="app",
                relation=RelationKind.RUNS_ON,
                text=text,
                reason=Openness.DANGLING,
                record="r",
            ),
            None,
        )
        for text in ("Server B", "Server A")
    )
    relations = {relation.id: relation for relation in RELATIONS}
    whole = Architecture({one.uid: one for one in ELEMENTS}, relations, waiting)
    found = estate(whole, METAMODEL)
    assert [row["target"] for row in found.relations[found.in_rows :]] == ["Server A", "Server B"]
    assert found.open == 2
    assert found.in_rows + found.in_columns == len(RELATIONS)


def test_an_open_reference_is_exported_with_its_text_at_the_end_it_names(tmp_path: Path) -> None:
    export(WHOLE, METAMODEL, tmp_path)
    ends = {(row["source"], row["target"], row["group"]) for row in rows_of(tmp_path / "relations.csv")}
    assert ("dinkes/application/app", "Server B", "g") in ends
    assert ("E-Surat", "dinkes/server/srv", "") in ends


def test_the_shipped_codes_are_left_out() -> None:
    rows = estate(WHOLE, METAMODEL)
    assert ElementKind.REFERENCE_CODE.value not in {row["kind"] for row in rows.elements}


def test_a_second_owner_is_not_lost() -> None:
    other = element("two", ElementKind.ORG_UNIT, "Bappeda")
    second = Relation(id="4", relation=RelationKind.OWNED_BY, source="app", target="two")
    whole = Architecture({**WHOLE.elements, "two": other}, {**WHOLE.relations, "4": second}, ())
    rows = estate(whole, METAMODEL)
    owners = {row.get("owner") for row in rows.elements} | {row["target"] for row in rows.relations}
    assert {"dinkes/orgunit/org", "dinkes/orgunit/two"} <= owners


def test_a_workbook_has_a_sheet_for_each_kind_and_says_it_is_ours(tmp_path: Path) -> None:
    export(WHOLE, METAMODEL, tmp_path / "out.xlsx")
    book = CalamineWorkbook.from_path(tmp_path / "out.xlsx")
    assert set(book.sheet_names) == {"OrgUnit", "Application", "Server", "relations", MARKER_SHEET}
    header, row = book.get_sheet_by_name("Application").to_python()
    assert dict(zip(header, row, strict=True))["name"] == "=SIMPEG"


def test_json_keeps_types_and_status(tmp_path: Path) -> None:
    export(WHOLE, METAMODEL, tmp_path / "out.json")
    document = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    app = next(row for row in document["elements"] if row.get("code") == "DAA-001")
    assert (app["rto_hours"], app["tags"], app["status"]) == (4.0, ["a", "b"], Status.ACTIVE.value)


def test_a_scope_that_holds_nothing_is_refused_with_the_way_to_see_scopes(tmp_path: Path) -> None:
    with pytest.raises(RefusedQuestion) as refused:
        export(WHOLE, METAMODEL, tmp_path / "out", "disdik")
    assert "simpul query agencies" in refused.value.fix.en
    assert not (tmp_path / "out").exists()


def test_an_unknown_suffix_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(RefusedQuestion) as refused:
        export(WHOLE, METAMODEL, tmp_path / "out.docx")
    assert ".xlsx" in refused.value.fix.id and ".json" in refused.value.fix.id


def test_a_place_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UnreadableFile) as refused:
        export(WHOLE, METAMODEL, tmp_path / "file" / "out.json")
    assert "folder" in refused.value.fix.en
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_numbers_are_written_as_people_write_them() -> None:
    assert [cell_text(value) for value in (4.0, 4.5, True, None, ("x", "y"))] == [
        "4",
        "4.5",
        "true",
        "",
        "x; y",
    ]
