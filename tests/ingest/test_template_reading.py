"""Templates without a store: what a workbook shows, and what its edited cells are read as."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ingest.reading import read
from ingest.template.contents import YES, fields
from ingest.template.making import CELL_LIMIT, Wish, length, write_template
from ingest.template.words import GUIDE, UNWRITTEN, note
from model.element import Element, Relation
from model.faults import RefusedQuestion, Severity, UnreadableFile
from model.kinds import ElementKind, RelationKind
from model.metamodel.shipped import shipped
from model.metamodel.spec import Choice, PropertySpec, ValueType
from model.text import Language
from queries.architecture import Architecture
from tests.support.templates import Book

METAMODEL = shipped()
K, R = ElementKind, RelationKind
ORG, APP = "dinkes/orgunit/dinkes", "dinkes/application/DAA-1"


def element(kind: ElementKind, code: str, name: str, **properties: object) -> Element:
    national = kind is K.REFERENCE_CODE
    scope = "nasional" if national else "dinkes"
    return Element(
        uid=code,
        key=f"{scope}/{kind.value.lower()}/{code}",
        kind=kind,
        name=name,
        scope=scope,
        code=code,
        properties={"code": code, **properties},  # type: ignore[dict-item]
    )


def estate(*more: Element, relations: tuple[Relation, ...] = (), **app: object) -> Architecture:
    known = (
        element(K.ORG_UNIT, "dinkes", "Dinas Kesehatan"),
        element(K.APPLICATION, "DAA-1", "SIMRS", **app),
        element(K.REFERENCE_CODE, "RAA.01", "Aplikasi Umum", reference_set="RAA 2022"),
        *more,
    )
    return Architecture(
        {one.uid: one for one in known}, {relation.id: relation for relation in relations}, ()
    )


def book(tmp_path: Path, whole: Architecture | None = None, language: Language = Language.ID) -> Book:
    path = tmp_path / "t.xlsx"
    wish = Wish(scope="Dinas Kesehatan", language=language)
    write_template(whole or estate(), METAMODEL, wish, path)
    return Book(path, METAMODEL, language)


@pytest.mark.parametrize("language", Language)
def test_headers_notes_guide_and_hidden_sheets_are_in_the_language_of_the_agency(
    tmp_path: Path, language: Language
) -> None:
    opened = openpyxl.load_workbook(book(tmp_path, language=language).path)
    assert opened.sheetnames[0] == GUIDE.in_(language)
    assert [s.title for s in opened if s.sheet_state != "visible"] == ["simpul_lists", "simpul"]
    for spec in METAMODEL.kinds:
        title = spec.label.in_(language)
        if not spec.collected and title not in opened.sheetnames:
            continue
        page = opened[title]
        columns = fields(METAMODEL, spec.kind, language)
        assert [cell.value for cell in page[1]] == [column.header for column in columns]
        for cell, column in zip(page[1], columns, strict=True):
            assert cell.comment.text == note(METAMODEL, spec.kind, column, language) != ""
        assert page.freeze_panes == "C2"
        assert page.auto_filter.ref


def test_kinds_that_agencies_are_asked_for_are_declared_and_those_known_are_added(tmp_path: Path) -> None:
    wanted = {spec.kind for spec in METAMODEL.kinds if spec.collected}
    filled = write_template(estate(), METAMODEL, Wish(), tmp_path / "empty.xlsx")
    assert (set(filled.kinds), filled.elements) == (wanted, 0)
    filled = write_template(estate(), METAMODEL, Wish(scope="dinkes"), tmp_path / "own.xlsx")
    assert (set(filled.kinds), filled.elements) == (wanted | {K.ORG_UNIT}, 2)
    only = Wish(scope="Dinas Kesehatan", kinds=(K.SERVER,))
    assert write_template(estate(), METAMODEL, only, tmp_path / "one.xlsx").kinds == (K.SERVER,)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", ElementKind)
def test_no_two_columns_of_a_sheet_are_called_alike(kind: ElementKind, language: Language) -> None:
    columns = fields(METAMODEL, kind, language)
    assert len({column.header for column in columns}) == len(columns)
    declared = {p.name for p in METAMODEL.properties(kind)} | {link.name for link in METAMODEL.links(kind)}
    assert {column.name for column in columns} == declared | {"key"}


def validations(page: object) -> dict[str, object]:
    found: dict[str, object] = {}
    for rule in page.data_validations.dataValidation:  # type: ignore[attr-defined]
        for area in rule.sqref.ranges:
            found[openpyxl.utils.get_column_letter(area.min_col)] = rule
    return found


@pytest.mark.parametrize("language", Language)
def test_choices_and_codes_are_offered_from_a_hidden_list(tmp_path: Path, language: Language) -> None:
    made = book(tmp_path, language=language)
    opened = openpyxl.load_workbook(made.path)
    rules = validations(opened[made.title(K.APPLICATION)])

    def offered(name: str) -> list[str]:
        rule = rules[openpyxl.utils.get_column_letter(made.position(K.APPLICATION, name))]
        assert rule.errorStyle == "warning" and rule.error  # type: ignore[attr-defined]
        title, _, area = rule.formula1.lstrip("=").partition("!")  # type: ignore[attr-defined]
        return [cell[0].value for cell in opened[title][area.replace("$", "")]] if ":" in area else []

    spec = METAMODEL.property_(K.APPLICATION, "criticality")
    assert spec is not None
    assert offered("criticality") == [choice.label.in_(language) for choice in spec.choices]
    rule = rules[openpyxl.utils.get_column_letter(made.position(K.APPLICATION, "raa"))]
    assert rule.formula1 is not None  # type: ignore[attr-defined]
    assert all(len(one.error or "") <= 255 for one in rules.values())  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", Language)
def test_every_label_that_is_offered_means_its_choice(tmp_path: Path, language: Language) -> None:
    """One row for each choice of each kind, all chosen in one workbook."""
    kinds = [spec.kind for spec in METAMODEL.kinds if spec.kind is not K.REFERENCE_CODE]
    rows = [(kind, turn) for kind in kinds for turn in range(most_choices(kind))]
    whole = estate(*(element(kind, f"{kind.value}-{turn}", "Lama") for kind, turn in rows))
    path = tmp_path / "t.xlsx"
    write_template(whole, METAMODEL, Wish(scope="dinkes", kinds=tuple(kinds), language=language), path)
    made = Book(path, METAMODEL, language)

    def choose(opened: Any) -> None:
        for kind, turn in rows:
            page = opened[made.title(kind)]
            row = next(r[0].row for r in page if r[0].value == key_of(kind, turn))
            for name, choice in chosen(kind, turn).items():
                page.cell(row, made.position(kind, name)).value = choice.label.in_(language)

    reading = made.edit(choose).reading()
    assert [f for f in reading.findings if f.severity is not Severity.INFO] == []
    found = {one.whole.key: one.whole.values for one in reading.revisions}
    for kind, turn in rows:
        for name, choice in chosen(kind, turn).items():
            value = found[key_of(kind, turn)][name]
            assert value in (choice.value, (choice.value,)), (kind, name, value)


def key_of(kind: ElementKind, turn: int) -> str:
    return f"dinkes/{kind.value.lower()}/{kind.value}-{turn}"


def most_choices(kind: ElementKind) -> int:
    return max(len(spec.choices) for spec in METAMODEL.properties(kind))


def chosen(kind: ElementKind, turn: int) -> dict[str, Choice]:
    specs = [spec for spec in METAMODEL.properties(kind) if spec.choices]
    return {spec.name: spec.choices[turn % len(spec.choices)] for spec in specs}


def test_texts_stay_texts_and_long_ones_are_whole(tmp_path: Path) -> None:
    text = "=cmd|' /C calc'!A0\n" + "é" * (CELL_LIMIT - 20)
    made = book(tmp_path, estate(description=text, function="+62", output="-"))
    assert made.cell(K.APPLICATION, APP, "description") == text
    (app,) = [one for one in made.edit(lambda _: None).reading().revisions if one.whole.key == APP]
    assert not app.differs
    assert app.whole.values["description"] == text
    assert app.whole.values["function"] == "+62"


def test_what_is_too_long_for_a_cell_is_told_and_its_edit_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    whole = estate(description="𝔸" * (CELL_LIMIT // 2 + 1))
    assert length(str(whole.elements["DAA-1"].properties["description"])) > CELL_LIMIT
    filled = write_template(whole, METAMODEL, Wish(scope="dinkes"), path)
    assert filled.left_out == ((APP, "Uraian"),)
    made = Book(path, METAMODEL)
    assert made.cell(K.APPLICATION, APP, "description") == UNWRITTEN.id
    assert not any(one.differs for one in made.reading().revisions)
    reading = made.put(K.APPLICATION, APP, description="pendek").reading()
    assert [f.rule for f in reading.findings] == ["unwritten_cell"]
    assert not any(one.differs for one in reading.revisions)


def test_forty_references_stand_in_one_cell_and_one_more_is_one_more(tmp_path: Path) -> None:
    servers = [element(K.SERVER, f"SRV-{n:02}", f'Server / {n}; "x"') for n in range(45)]
    runs = tuple(
        Relation(id=f"r{n}", relation=R.RUNS_ON, source="DAA-1", target=one.uid)
        for n, one in enumerate(servers)
    )
    made = book(tmp_path, estate(*servers, relations=runs))
    cell = made.cell(K.APPLICATION, APP, "servers")
    assert cell.count("\n") == 44
    made.put(K.APPLICATION, APP, servers=cell + "; SRV-99")
    (app,) = [one for one in made.reading().revisions if one.whole.key == APP]
    assert [saying.text for saying in app.added["servers"]] == ["SRV-99"]
    assert app.removed == {"servers": ()}


def test_a_formula_without_its_value_changes_nothing_and_is_told(tmp_path: Path) -> None:
    made = book(tmp_path, estate(users=5))
    reading = made.put(K.APPLICATION, APP, users="=2+3", url="=A1").reading()
    assert {f.rule for f in reading.findings} == {"formula_without_value"}
    assert not any(one.differs for one in reading.revisions)


def test_yes_dates_and_numbers_are_read_as_they_are_written(tmp_path: Path) -> None:
    data = element(K.DATA_OBJECT, "DAD-1", "Data", interoperable=True, valid_to="2026-12-31", rto_hours=1.5)
    made = book(tmp_path, estate(data))
    key = "dinkes/dataobject/DAD-1"
    assert made.cell(K.DATA_OBJECT, key, "interoperable") == YES.id
    assert made.cell(K.DATA_OBJECT, key, "valid_to").year == 2026
    assert made.cell(K.DATA_OBJECT, key, "rto_hours") == 1.5
    made.put(K.DATA_OBJECT, key, interoperable="Tidak", valid_to="31/12/2027", rto_hours="2 jam")
    (one,) = [r for r in made.reading().revisions if r.whole.key == key]
    assert dict(one.values) == {"interoperable": False, "valid_to": "2027-12-31", "rto_hours": 2}


def test_a_new_agency_gets_an_empty_template_whose_rows_are_its_own(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    filled = write_template(estate(), METAMODEL, Wish(scope="Dinas Baru"), path)
    assert filled.elements == 0
    made = Book(path, METAMODEL).put(K.APPLICATION, 2, name="SIBARU", description="-")
    (draft,) = made.reading().drafts
    assert (draft.name, draft.delivery_agency, "description" in draft.values) == (
        "SIBARU",
        "Dinas Baru",
        False,
    )


def test_a_name_of_several_agencies_is_refused_with_those_there_are(tmp_path: Path) -> None:
    twins = [
        Element(uid=s, key=f"{s}/orgunit/{s}", kind=K.ORG_UNIT, name="Dinas Sosial", scope=s) for s in "ab"
    ]
    whole = Architecture({one.uid: one for one in twins}, {}, ())
    with pytest.raises(RefusedQuestion) as refused:
        write_template(whole, METAMODEL, Wish(scope="Dinas Sosial"), tmp_path / "t.xlsx")
    assert "Dinas Sosial" in refused.value.fix.en


def test_another_suffix_and_a_place_that_cannot_be_written_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedQuestion) as refused:
        write_template(estate(), METAMODEL, Wish(), tmp_path / "t.ods")
    assert "t.xlsx" in refused.value.fix.en
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UnreadableFile):
        write_template(estate(), METAMODEL, Wish(), tmp_path / "file" / "t.xlsx")


def test_a_damaged_hidden_sheet_is_an_error(tmp_path: Path) -> None:
    def spoil(opened: object) -> None:
        opened["simpul"]["A1"] = "simpul template 99"  # type: ignore[index]

    reading = book(tmp_path).edit(spoil).reading()
    assert [f.rule for f in reading.findings] == ["template_unreadable"]
    assert reading.revisions == reading.drafts == ()


def test_an_export_is_still_read_as_one(tmp_path: Path) -> None:
    from ingest.export import export

    export(estate(), METAMODEL, tmp_path / "e.xlsx")
    reading = read([tmp_path / "e.xlsx"], METAMODEL)
    assert (len(reading.drafts), reading.revisions) == (2, ())


def test_every_property_type_that_is_checked_says_its_form() -> None:
    from ingest.template.words import form_of

    for kind in ElementKind:
        for spec in METAMODEL.properties(kind):
            assert isinstance(spec, PropertySpec)
            assert (form_of(spec) is None) == (
                spec.type in (ValueType.TEXT, ValueType.CHOICE, ValueType.CHOICES)
            )
