"""A form asks for what the metamodel declares, and what its fields give is read back as the same value."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.edit.values import typed
from model.element import Element, Relation
from model.kinds import ElementKind, Grouping, RelationKind
from model.metamodel.common import COMMENT
from model.metamodel.shipped import shipped
from model.metamodel.spec import PropertySpec, ValueType
from model.record import Value
from model.text import Language
from queries.lookup import Brief, Shown
from ui.editing import edit_form
from ui.editing.edit_form import Field, Widget

METAMODEL = shipped()
BKD = Brief("u2", "bkd/orgunit/bkd", ElementKind.ORG_UNIT, "BKD", "active")


def shown(kind: ElementKind, **properties: Value) -> Shown:
    element = Element(
        uid="u1", key=f"bkd/{kind.value.lower()}/X-1", kind=kind, name="X", scope="bkd", properties=properties
    )
    owned = Relation(id="r1", relation=RelationKind.OWNED_BY, source="u1", target="u2")
    return Shown(element, ((owned, "out", BKD),), (), (), {})


def fields(kind: ElementKind = ElementKind.APPLICATION, **properties: Value) -> dict[str, Field]:
    return {one.name: one for one in edit_form.element_fields(shown(kind, **properties), METAMODEL)}


@pytest.mark.parametrize("kind", ElementKind)
def test_every_property_of_a_kind_is_asked_once_and_a_comment_last(kind: ElementKind) -> None:
    names = [one.name for one in edit_form.element_fields(shown(kind), METAMODEL)]
    assert len(names) == len(set(names))
    assert {spec.name for spec in METAMODEL.properties(kind)} <= set(names)
    assert names[-1] == COMMENT


def values() -> Iterator[tuple[PropertySpec, Value]]:
    """Yield every choice of every property, and a value of every other type."""
    samples: dict[ValueType, Value] = {
        ValueType.TEXT: "teks; dengan, tanda",
        ValueType.INTEGER: 12,
        ValueType.NUMBER: 4.25,
        ValueType.MONEY: 1_250_000_000,
        ValueType.DATE: "2027-01-31",
        ValueType.YEAR: 2026,
        ValueType.YES_NO: True,
        ValueType.CAPACITY: 512.5,
        ValueType.BANDWIDTH: 100,
        ValueType.HOURS: 0.5,
        ValueType.PERCENT: 99.95,
        ValueType.MEASURE: "60 menit",
        ValueType.UNTIL: "selamanya",
    }
    seen = set()
    for kind in ElementKind:
        for spec in METAMODEL.properties(kind):
            if spec in seen:
                continue
            seen.add(spec)
            if spec.type is ValueType.CHOICES:
                yield spec, tuple(choice.value for choice in spec.choices)
            elif spec.choices:
                yield from ((spec, choice.value) for choice in spec.choices)
            else:
                yield spec, samples[spec.type]


@pytest.mark.parametrize(("spec", "value"), list(values()), ids=lambda one: getattr(one, "name", None))
def test_what_a_field_says_is_read_as_the_same_value(spec: PropertySpec, value: Value) -> None:
    assert typed(spec, edit_form.text_of(value)) == value


@given(st.floats(min_value=-1e12, max_value=1e12, allow_nan=False).map(lambda number: round(number, 3)))
def test_a_number_keeps_its_value_in_a_field(number: float) -> None:
    assert edit_form.amount(edit_form.text_of(number)) == number


@pytest.mark.parametrize("text", ["", "lama", "nan", "inf", "1e300", "1.000,5"])
def test_what_is_no_number_that_a_field_holds_is_none(text: str) -> None:
    assert edit_form.amount(text) is None


def test_each_type_has_the_widget_that_fits_it() -> None:
    found = fields()
    assert found["criticality"].widget is Widget.ONE
    assert found["platform"].widget is Widget.SEVERAL
    assert found["valid_to"].widget is Widget.DAY
    assert found["users"].widget is Widget.WHOLE
    assert found["annual_cost"].widget is Widget.NUMBER
    assert found["url"].widget is Widget.LINE


@pytest.mark.parametrize(
    ("name", "value"), [("rto_hours", "satu hari kerja"), ("valid_to", "akhir tahun"), ("users", 2.5)]
)
def test_what_a_file_wrote_otherwise_is_shown_as_it_stands(name: str, value: Value) -> None:
    field = fields(**{name: value})[name]
    assert (field.widget, field.said) == (Widget.LINE, str(value))


@pytest.mark.parametrize("text", ["a" * 61, "dua\nbaris"])
def test_a_long_text_has_several_lines(text: str) -> None:
    assert fields(description=text)["description"].widget is Widget.LINES


def test_a_choice_that_is_none_of_the_declared_ones_can_stay() -> None:
    options = fields(criticality="seadanya")["criticality"].options or {}
    assert options["seadanya"].in_(Language.ID) == "seadanya"
    assert options["high"].in_(Language.EN) == "High"


def test_a_column_that_a_file_brought_along_is_a_field_too() -> None:
    found = fields(warna="biru", **{"Bukan Nama": "x"})
    assert found["warna"].said == "biru"
    assert "Bukan Nama" not in found


def test_whose_an_element_is_is_asked_by_key() -> None:
    field = fields()["owner"]
    assert (field.widget, field.said, field.to) == (Widget.ELEMENTS, BKD.key, (ElementKind.ORG_UNIT,))
    assert field.parts(f"{BKD.key}; lain") == [BKD.key, "lain"]


def test_a_comment_begins_empty_whatever_was_said_before() -> None:
    assert fields(comment="sudah dibahas")[COMMENT].said == ""


def test_what_is_filled_or_leading_comes_first_and_the_rest_folds_away() -> None:
    every = edit_form.element_fields(shown(ElementKind.APPLICATION, url="https://a.example"), METAMODEL)
    first, rest = edit_form.parted(every, ())
    names = [one.name for one in first]
    assert names[:2] == ["name", "owner"]
    assert {"url", "status", "criticality", COMMENT} <= set(names)
    assert "framework" in {one.name for one in rest}
    assert "framework" in {one.name for one in edit_form.parted(every, ("framework",))[0]}


def test_only_what_a_draft_says_otherwise_is_changed() -> None:
    every = fields(url="https://a.example", users=5).values()
    draft = {"url": " https://a.example ", "users": "", "criticality": "high", "unknown": "x"}
    assert edit_form.changed(every, draft) == {"users": "", "criticality": "high"}


@pytest.mark.parametrize("relation", RelationKind)
def test_redundancy_is_asked_of_dependencies_only(relation: RelationKind) -> None:
    names = [one.name for one in edit_form.relation_fields(METAMODEL, relation)]
    assert len(names) == len(set(names))
    spec = METAMODEL.relation(relation)
    assert ("group" in names) == (spec.grouping is not Grouping.NONE)
    assert {one.name for one in spec.properties} | {"valid_to"} <= set(names)


def test_a_day_is_said_as_the_model_writes_it() -> None:
    assert edit_form.text_of(date(2027, 1, 31)) == "2027-01-31"
    assert edit_form.day_of("2027-01-31") == date(2027, 1, 31)
    assert edit_form.day_of("besok") is None
