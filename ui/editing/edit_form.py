"""What a form asks about an element or a relation: its fields from the metamodel, and what a draft changes.

A form speaks text, as the command line does: what a field gives is a text that ingest.edit.editing reads, and
blank means to clear. So everything a page writes meets the same checks.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum, unique

from model.kinds import ElementKind, Grouping, RelationKind
from model.metamodel.common import COMMENT, OWNERSHIP
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import PROPERTY_NAME, LinkSpec, PropertySpec, ValueType
from model.record import Value
from model.text import Language, Text, same
from queries.loads.plan import shown
from queries.lookup import Shown
from ui.wording import yes_no

PARTED = "; "  # between several values in one text
_LARGEST = 2**53  # whole numbers below this are exact in a browser
_LONG = 60  # characters; a longer text is shown on several lines


@unique
class Widget(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    LINES = "lines"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"
    ONE = "one"
    SEVERAL = "several"
    ELEMENTS = "elements"


_BY_TYPE: Mapping[ValueType, Widget] = {
    ValueType.INTEGER: Widget.WHOLE,
    ValueType.YEAR: Widget.WHOLE,
    ValueType.NUMBER: Widget.NUMBER,
    ValueType.MONEY: Widget.NUMBER,
    ValueType.HOURS: Widget.NUMBER,
    ValueType.PERCENT: Widget.NUMBER,
    ValueType.CAPACITY: Widget.NUMBER,
    ValueType.BANDWIDTH: Widget.NUMBER,
    ValueType.DATE: Widget.DAY,
    ValueType.YES_NO: Widget.ONE,
    ValueType.CHOICE: Widget.ONE,
    ValueType.CHOICES: Widget.SEVERAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: its name for ingest.edit.editing, and its value now as the text that says it.

    options: what may be chosen, with its words. to: the kinds of which elements may be chosen, by key.
    """

    name: str
    label: Text
    widget: Widget
    said: str = ""
    help: Text | None = None
    options: Mapping[str, Text] | None = None
    to: tuple[ElementKind, ...] = ()
    leading: bool = False
    required: bool = False

    def parts(self, text: str) -> list[str]:
        """Return the single values that a text of this field says."""
        return [part.strip() for part in text.split(PARTED.strip()) if part.strip()]


def element_fields(one: Shown, metamodel: Metamodel) -> list[Field]:
    """Return the fields of an element: its properties, whose it is, and last a place for a new comment."""
    element = one.element
    values = shown(element)
    known = [spec for spec in metamodel.properties(element.kind) if spec.name != COMMENT]
    names = {spec.name for spec in known} | {"key", COMMENT}
    brought = [
        PropertySpec(name=name, label=same(name))
        for name in element.properties
        if name not in names and PROPERTY_NAME.fullmatch(name)
    ]
    fields = [_property(spec, values.get(spec.name)) for spec in (*known, *brought)]
    owners = [link for link in metamodel.links(element.kind) if link.relation in OWNERSHIP]
    fields[1:1] = [_owner(link, one) for link in owners]
    comment = metamodel.property_(element.kind, COMMENT)
    # a comment is not corrected but said anew: its field begins empty
    fields += [replace(_property(comment, None), widget=Widget.LINES, leading=True)] if comment else []
    return fields


def relation_fields(metamodel: Metamodel, relation: RelationKind) -> list[Field]:
    """Return the columns of a relation; those of redundancy only where it is a dependency."""
    spec = metamodel.relation(relation)
    grouped = spec.grouping is not Grouping.NONE
    shared = [one for one in metamodel.dependency if grouped or one.type is ValueType.DATE]
    return [_property(one, None) for one in (*spec.properties, *shared)]


def parted(fields: Iterable[Field], draft: Collection[str]) -> tuple[list[Field], list[Field]]:
    """Return the fields to show first, in their order, and those that fold away: neither filled nor leading.

    draft: names of fields that were changed already; they stay where they can be seen.
    """
    listed = list(fields)
    first = [one for one in listed if one.said or one.leading or one.required or one.name in draft]
    return first, [one for one in listed if one not in first]


def changed(fields: Iterable[Field], draft: Mapping[str, str]) -> dict[str, str]:
    """Return what a draft says otherwise than it is, by the name of the field."""
    return {
        field.name: draft[field.name]
        for field in fields
        if field.name in draft and draft[field.name].strip() != field.said.strip()
    }


def text_of(value: Value | date | None) -> str:
    """Return the text that says a value, as ingest.edit.editing reads it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return yes_no(value, Language.ID).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, date):
        return value.isoformat()
    return PARTED.join(value) if isinstance(value, tuple) else str(value)


def amount(text: str) -> float | None:
    """Return the number a text of a field says; None for a blank, for words, and for what no field holds."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) < _LARGEST else None


def day_of(text: str) -> date | None:
    """Return the day a text of a field says; None for a blank, and for words that a file brought along."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _property(spec: PropertySpec, value: Value | None) -> Field:
    said = text_of(value)
    return Field(
        name=spec.name,
        label=spec.label,
        widget=_widget(spec, said),
        said=said,
        help=spec.help,
        options=_options(spec, value),
        leading=spec.leading,
        required=spec.required,
    )


def _widget(spec: PropertySpec, said: str) -> Widget:
    widget = _BY_TYPE.get(spec.type, Widget.LINE)
    if widget in (Widget.NUMBER, Widget.WHOLE):
        there = amount(said)
        fits = not said or (there is not None and (widget is Widget.NUMBER or there.is_integer()))
        return widget if fits else Widget.LINE
    if widget is Widget.DAY:
        return widget if not said or day_of(said) else Widget.LINE
    long = len(said) > _LONG or "\n" in said
    return Widget.LINES if widget is Widget.LINE and long else widget


def _options(spec: PropertySpec, value: Value | None) -> dict[str, Text] | None:
    if spec.type is ValueType.YES_NO:
        return {
            text_of(answer): Text(*(yes_no(answer, language) for language in Language))
            for answer in (True, False)
        }
    if not spec.choices:
        return None
    options = {choice.value: choice.label for choice in spec.choices}
    there = value if isinstance(value, tuple) else () if value is None else (str(value),)
    return {**options, **{one: same(one) for one in there if one not in options}}


def _owner(link: LinkSpec, one: Shown) -> Field:
    way = "in" if link.reversed else "out"
    keys = [
        brief.key
        for relation, direction, brief in one.relations
        if (relation.relation, direction) == (link.relation, way)
        and (link.role is None or relation.properties.get("role") == link.role)
    ]
    return Field(
        name=link.name,
        label=link.label,
        widget=Widget.ELEMENTS,
        said=PARTED.join(dict.fromkeys(keys)),
        help=link.help,
        to=link.to,
        leading=True,
    )
