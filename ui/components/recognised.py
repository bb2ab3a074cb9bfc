"""Step 2 of an import: each sheet with what it was recognised as, to be checked and put right."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from ingest.layout.recognised import Recognised
from queries.loads.plan import Plan
from ui import overview, reading, session, writing
from ui.components.plain import plain
from ui.imports import planning_rows, recognition
from ui.imports.recognition import Changed, Form, Line, Sign
from ui.phrases import common
from ui.phrases import mapping as words
from ui.session import say
from ui.wording import moment, number

_SHEETS_A_PAGE = 20
_COLUMNS_A_PAGE = 25
_WIDTHS = (3, 4, 4, 2)
_HEADS = (words.HEADER, words.VALUES, words.MEANING, words.CERTAINTY)
_HEADS_KEY, _LINE_KEY = "mapping_heads", "mapping_line"
_STACKED = "(max-width: 640px)"  # where columns lie under each other


def show(upload: str, sheets: Sequence[Recognised], plan: Plan) -> None:
    """Show the sheets of an upload, those to be checked first; what is changed is noted beside the upload."""
    signed = recognition.ordered(sheets, plan.findings)
    scopes = recognition.scopes_of_sheets(plan)
    names = planning_rows.agency_names(plan, overview.scope_names(reading.snapshot()))
    counts = Counter(sign for sign, _ in signed)
    language = session.language()
    st.markdown(say(words.SUMMARY, **{sign.value: number(counts[sign], language) for sign in Sign}))
    first = _page(len(signed), _SHEETS_A_PAGE, f"sheets.{upload}")
    notes = reading.uploads().noted(upload)
    for place, (sign, seen) in enumerate(signed[first : first + _SHEETS_A_PAGE], first):
        changed = Changed.noted(notes.get(seen.place))
        whose = recognition.whose_words(scopes.get((seen.file, seen.sheet), ()), names, language)
        _sheet(upload, (seen, sign), changed, whose, ask=place == 0)


def show_remembered() -> None:
    """Show the mappings that are remembered, and let one be forgotten."""
    known = reading.known_layouts()
    if not known:
        return
    language = session.language()
    metamodel = session.workspace().metamodel
    labels = {spec.kind.value: spec.label for spec in metamodel.kinds}
    with st.expander(say(words.REMEMBERED, n=number(len(known), language))):
        st.caption(say(words.REMEMBERED_HELP))
        rows = [
            (
                one.id.lstrip("0"),
                say(labels.get(one.said.kind or "", words.LEAVE_OUT)),
                recognition.short(", ".join(filter(None, one.said.written.values())), 120),
                one.said.seen,
                one.by,
                moment(one.at, language),
            )
            for one in reversed(known)
        ]
        heads = (words.NUMBER, words.KIND, words.COLUMNS, words.SEEN_IN, common.BY, common.AT)
        table = pd.DataFrame(rows, columns=[say(head) for head in heads])
        st.dataframe(table, hide_index=True, alt=say(words.REMEMBERED, n=len(known)))
        numbers = [row[0] for row in rows]
        which, forget = st.columns([2, 3], vertical_alignment="bottom")
        key = f"forget.{known[-1].id}.{len(known)}"
        hint = say(words.WHICH_HINT)
        chosen = which.selectbox(say(words.WHICH), numbers, index=None, key=key, placeholder=hint)
        forget.button(say(words.FORGET), disabled=not chosen, on_click=writing.forget_layout, args=(chosen,))


def _page(total: int, most: int, key: str) -> int:
    """The first of what the chosen page shows; no choice where all fits on one."""
    if total <= most:
        return 0
    return (st.pagination(-(-total // most), key=key) - 1) * most


def _sheet(upload: str, signed: tuple[Recognised, Sign], changed: Changed, whose: str, *, ask: bool) -> None:
    seen, sign = signed
    language = session.language()
    said = recognition.outcome_words(seen, session.workspace().metamodel, language)
    place = recognition.short(" › ".join(filter(None, (seen.file, seen.sheet))), 90)
    mark = f"{words.SIGNS[sign.value]} {say(words.SIGN_WORDS[sign.value])}"
    label = f"{mark} · **{plain(place)}** · {plain(said)}"
    if whose:
        label += f" · {plain(say(words.WHOSE, agencies=whose))}"
    key = f"sheet.{upload}.{recognition.mark(seen)}"
    opened = st.expander(label, expanded=ask and sign is Sign.CHECK, key=key, on_change="rerun")
    if not opened.open:
        return
    with opened:
        _told(seen)
        if recognition.can_be_mapped(seen):
            _form(upload, Form(seen, changed, reading.knowing()))
        elif seen.headings:
            st.caption(say(words.SAYS_ITSELF))
            _plain_columns(seen)


def _told(seen: Recognised) -> None:
    """By whose mapping a sheet was read, and what is asked."""
    language = session.language()
    if seen.known is not None:
        st.caption(f"{say(words.USED)} {plain(recognition.mapping_words(seen.known, language))}")
        if seen.known.id:
            key = f"forget.{recognition.mark(seen)}"
            st.button(say(words.FORGET), key=key, on_click=writing.forget_layout, args=(seen.known.id,))
    elif seen.near is not None:
        st.caption(f"{say(words.NEARLY)} {plain(recognition.mapping_words(seen.near, language))}")
    elif recognition.is_unclear(seen):
        st.caption(say(words.CROSS_TABLE_ASKED))
    elif recognition.sign_of(seen) is Sign.CHECK:
        st.caption(say(words.DOUBTFUL if seen.rows else words.ASKED))


def _plain_columns(seen: Recognised) -> None:
    rows = [(column.name, recognition.values_words(column)) for column in seen.headings[0].columns]
    table = pd.DataFrame(rows, columns=[say(words.HEADER), say(words.VALUES)])
    st.dataframe(table, hide_index=True, alt=say(words.HEADER))


def _form(upload: str, form: Form) -> None:
    """The kind, the header and the columns, each to be chosen; then the button that uses it all."""
    kind, heading = st.columns([1, 2])
    with kind:
        _choose_kind(upload, form)
    if form.kind is not None:
        with heading:
            _choose_heading(upload, form)
    _reasons(form)
    _choose_meanings(upload, form)
    faults = form.faults()
    for fault in faults:
        st.info(plain(say(fault)))
    with st.container(horizontal=True):
        st.button(
            say(words.USE),
            type="primary",
            disabled=bool(faults),
            key=_key("use", upload, form),
            on_click=_use,
            args=(upload, form),
        )
        if form.is_changed:
            key = _key("back", upload, form)
            st.button(say(words.TAKE_BACK), key=key, on_click=_take_back, args=(upload, form.seen))


def _choose_kind(upload: str, form: Form) -> None:
    language = session.language()
    metamodel = form.knowing.metamodel
    shown = {"": say(words.LEAVE_OUT)}
    shown |= {spec.kind.value: spec.label.in_(language) for spec in metamodel.kinds}
    if not form.seen.rows:
        likely = {one.kind.value: metamodel.kind(one.kind).label for one in form.likely}
        shown |= {word: say(words.LIKELY, kind=label) for word, label in likely.items()}
    options = recognition.kind_words(form.knowing.headers, form.likely, language)

    present = form.kind.value if form.kind else ""
    key = _key("kind", upload, form)
    st.selectbox(
        say(words.KIND),
        options,
        index=None if form.is_open else options.index(present),
        placeholder=say(words.KIND_HINT),
        format_func=shown.__getitem__,
        key=key,
        on_change=lambda: _note(upload, form.seen, replace(form.changed, kind=session.recall(key))),
    )


def _reasons(form: Form) -> None:
    if form.likely and not form.seen.rows:
        metamodel = form.knowing.metamodel
        reasons = (
            say(words.REASON, kind=metamodel.kind(one.kind).label, reasons="; ".join(map(say, one.reasons)))
            for one in form.likely
        )
        st.caption(plain(say(words.REASONS, kinds=" · ".join(reasons))))


def _choose_heading(upload: str, form: Form) -> None:
    headings = {recognition.rows_word(one): one for one in form.seen.headings}
    shown = {word: say(recognition.heading_label(one)) for word, one in headings.items()}
    options = list(headings)
    if len(options) < 2:
        return
    present = recognition.rows_word(form.heading)
    key = _key("rows", upload, form)
    st.selectbox(
        say(words.HEADER),
        options,
        index=options.index(present),
        format_func=shown.__getitem__,
        key=key,
        on_change=lambda: _note(upload, form.seen, replace(form.changed, rows=session.recall(key))),
    )


def _choose_meanings(upload: str, form: Form) -> None:
    if form.kind is None:
        return
    labels = recognition.meaning_labels(form.knowing.headers, form.kind)
    shown = {word: say(label) for word, label in labels.items()}
    st.html(_stacked())
    with st.container(key=_key(_HEADS_KEY, upload, form)):
        for place, head in zip(st.columns(_WIDTHS), _HEADS, strict=True):
            place.caption(say(head))
    first = _page(len(form.lines), _COLUMNS_A_PAGE, _key("page", upload, form))
    for line in form.lines[first : first + _COLUMNS_A_PAGE]:
        _line(upload, form, line, shown)


def _stacked() -> str:
    """The style in which each value has its label where columns lie under each other, as on a phone."""
    cell = f'[class*="st-key-{_LINE_KEY}"] [data-testid="stColumn"]'
    labels = "".join(
        f'{cell}:nth-child({number})::before {{ content: "{say(head)}"; font-size: .75rem; opacity: .65 }}'
        for number, head in enumerate(_HEADS, 1)
    )
    apart = "border-bottom: 1px solid rgba(128, 128, 128, .4); padding-bottom: 1rem"
    line = f'[class*="st-key-{_LINE_KEY}"] {{ {apart} }}'
    heads = f'[class*="st-key-{_HEADS_KEY}"] {{ display: none }}'
    return f"<style>@media {_STACKED} {{ {heads} {labels}{line} }}</style>"


def _line(upload: str, form: Form, line: Line, shown: dict[str, str]) -> None:
    there = f"{form.kind}.{recognition.rows_word(form.heading)}.{line.column.position}"
    with st.container(key=_key(f"{_LINE_KEY}.{there}", upload, form)):
        header, values, meaning, certainty = st.columns(_WIDTHS, vertical_alignment="center")
    named = recognition.short(line.column.header) or say(words.NO_HEADER, letter=line.column.name)
    header.markdown(plain(named))
    values.caption(plain(recognition.values_words(line.column)))
    options = list(shown)
    key = _key(f"means.{there}", upload, form)

    def note() -> None:
        columns = {**form.changed.columns, line.column.key: session.recall(key)}
        if columns[line.column.key] == line.proposed:
            del columns[line.column.key]
        _note(upload, form.seen, replace(form.changed, columns=columns))

    meaning.selectbox(
        f"{say(words.MEANING)}: {named}",  # read out, never shown
        options,
        index=options.index(line.word),
        format_func=shown.__getitem__,
        key=key,
        label_visibility="collapsed",
        on_change=note,
    )
    if line.changed:
        certainty.caption(plain(say(words.CHANGED, before=shown.get(line.proposed, line.proposed))))
    else:
        certainty.caption(say(words.CERTAINTIES[line.certainty]))


def _key(what: str, upload: str, form: Form) -> str:
    """The key of a widget: another one once what stands in it was taken back or used."""
    times = session.recall(_times(upload)) or 0
    return f"{what}.{upload}.{recognition.mark(form.seen)}.{session.language().value}.{times}"


def _times(upload: str) -> str:
    return f"mapped.{upload}"


def _note(upload: str, seen: Recognised, changed: Changed) -> None:
    reading.uploads().note(upload, seen.place, changed.note())


def _take_back(upload: str, seen: Recognised) -> None:
    reading.uploads().note(upload, seen.place, None)
    session.keep(_times(upload), int(session.recall(_times(upload)) or 0) + 1)


def _use(upload: str, form: Form) -> None:
    writing.confirm_layout(form.confirmed())
    _take_back(upload, form.seen)
