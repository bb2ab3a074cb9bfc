"""The fields of a form, each with the widget that fits it. What they give is text, kept in the draft."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import streamlit as st

from model.text import Text
from ui import picking, reading, session
from ui.components.several import choose_several
from ui.editing.drafts import Draft
from ui.editing.edit_form import PARTED, Field, Widget, amount, day_of, text_of
from ui.impact.affected import name_of
from ui.phrases import edit as words
from ui.session import say

_IN_A_ROW = 3
_FIRST_DAY, _LAST_DAY = date(1945, 8, 17), date(2199, 12, 31)


def show_fields(fields: Sequence[Field], draft: Draft) -> None:
    """Show fields row by row, so that the keyboard goes through them as the eye does; long texts below.

    What is filled in goes to the draft.
    """
    short = [field for field in fields if field.widget is not Widget.LINES]
    for start in range(0, len(short), _IN_A_ROW):
        columns = st.columns(_IN_A_ROW, gap="small")
        for column, field in zip(columns, short[start : start + _IN_A_ROW], strict=False):
            with column:
                _show(field, draft)
    for field in fields:
        if field.widget is Widget.LINES:
            _show(field, draft)


def _show(field: Field, draft: Draft) -> None:
    text = draft.said.get(field.name, field.said)
    given = _WIDGETS[field.widget](field, text, draft.key(field.name)).strip()
    draft.put(field.name, None if given == field.said.strip() else given)


def _line(field: Field, text: str, key: str) -> str:
    session.begin(key, text)
    return st.text_input(say(field.label), key=key, help=_help(field)) or ""


def _lines(field: Field, text: str, key: str) -> str:
    session.begin(key, text)
    return st.text_area(say(field.label), key=key, help=_help(field), height=84) or ""


def _whole(field: Field, text: str, key: str) -> str:
    there = amount(text)
    session.begin(key, None if there is None else int(there))
    given: int | None = st.number_input(
        say(field.label), value=None, step=1, format="%d", key=key, help=_help(field)
    )
    return text_of(given)


def _number(field: Field, text: str, key: str) -> str:
    session.begin(key, amount(text))
    given: float | None = st.number_input(
        say(field.label), value=None, step=0.5, format="%.12g", key=key, help=_help(field)
    )
    return text_of(given)


def _day(field: Field, text: str, key: str) -> str:
    session.begin(key, day_of(text))
    given = st.date_input(
        say(field.label),
        value=None,
        min_value=_FIRST_DAY,
        max_value=_LAST_DAY,
        format="DD/MM/YYYY",
        key=key,
        help=_help(field),
    )
    return text_of(given if isinstance(given, date) else None)


def _one(field: Field, text: str, key: str) -> str:
    options = _options(field)
    session.begin(key, text if text in options else "")
    given = st.selectbox(
        say(field.label),
        ["", *options],
        format_func=lambda value: say(options[value]) if value in options else say(words.NOT_SAID),
        key=key,
        help=_help(field),
    )
    return given or ""


def _several(field: Field, text: str, key: str) -> str:
    options = _options(field)
    return _chosen(field, text, key, list(options), lambda value: say(options[value]))


def _elements(field: Field, text: str, key: str) -> str:
    snapshot = reading.snapshot()
    offer = picking.offered(snapshot, field.to, field.parts(text))
    return _chosen(field, text, key, offer.keys, lambda one: name_of(snapshot, one))


def _chosen(field: Field, text: str, key: str, options: Sequence[str], shown: Callable[[str], str]) -> str:
    session.begin(key, [part for part in field.parts(text) if part in options])
    given = choose_several(
        say(field.label),
        options,
        format_func=shown,
        key=key,
        help=_help(field),
        placeholder=say(words.CHOOSE_ELEMENTS),
    )
    return PARTED.join(given)


def _options(field: Field) -> Mapping[str, Text]:
    return field.options or {}


def _help(field: Field) -> str | None:
    return say(field.help) if field.help else None


_WIDGETS: Mapping[Widget, Callable[[Field, str, str], str]] = {
    Widget.LINE: _line,
    Widget.LINES: _lines,
    Widget.WHOLE: _whole,
    Widget.NUMBER: _number,
    Widget.DAY: _day,
    Widget.ONE: _one,
    Widget.SEVERAL: _several,
    Widget.ELEMENTS: _elements,
}
