"""Working through open findings: by agency and severity, accepted as they are or answered, and taken back."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from model.faults import Severity
from model.settling import STATE_LABELS, State
from queries.findings import KeptFinding
from ui import overview, reading, session, writing
from ui.components.choosing import Mode, chosen_rows
from ui.components.heights import height
from ui.components.plain import plain
from ui.components.planned import findings_rows
from ui.components.widths import findings_widths
from ui.imports import corrections, findings_page
from ui.links import View
from ui.overview import called
from ui.phrases import common
from ui.phrases import imports as words
from ui.session import say
from ui.wording import moment, number

_MOST = 2_000  # rows of a table in the browser; the counts are of all
_TALL = 320  # pixels
_SEVERITIES = ("", Severity.ERROR.value, Severity.WARNING.value)


def narrow(view: View, found: Sequence[KeptFinding]) -> list[KeptFinding]:
    """Show the filters; return the findings of the chosen agency and severity."""
    language = session.language()
    names = overview.scope_names(reading.snapshot())
    present = {kept.scope for kept in found if kept.scope}
    scopes = ["", *overview.by_name(present, names, language)]
    one, two, _ = st.columns([3, 3, 2])
    with one:
        scope = view.choice(
            "agency",
            say(common.AGENCY),
            scopes,
            lambda s: called(names, s).in_(language) if s else say(common.ALL),
        )
    with two:
        severity = view.choice(
            "level",
            say(words.SEVERITY),
            _SEVERITIES,
            lambda s: say(common.SEVERITIES[Severity(s)]) if s else say(common.ALL),
        )
    return corrections.narrowed(found, scope, severity)


def show(found: Sequence[KeptFinding]) -> None:
    """Show open findings grouped by what to do; chosen ones can be accepted, or answered one by one."""
    language = session.language()
    for rule, these in corrections.kept_grouped(found).items():
        findings = [kept.finding for kept in these]
        with st.expander(plain(corrections.head(findings, language)), key=f"open.{rule}"):
            if fix := corrections.one_fix(findings):
                st.text(say(fix))
            chosen = _chosen(rule, these[:_MOST])
            _accept(rule, chosen)
            _answer(rule, chosen)


def offer_print(found: Sequence[KeptFinding]) -> None:
    """Offer the findings as a page to print for each agency."""
    language = session.language()
    names = overview.scope_names(reading.snapshot())
    st.download_button(
        say(words.PRINT_FINDINGS),
        lambda: findings_page.page(corrections.by_agency(found, names), date.today(), language),
        file_name="catatan-perbaikan.html",
        mime="text/html",
        help=say(words.PRINT_FINDINGS_HELP),
        on_click="ignore",
    )


def show_settled(settled: Sequence[KeptFinding]) -> None:
    """Show what was accepted and answered, with a way to take it back."""
    language = session.language()
    rows = [
        (
            say(STATE_LABELS[State(kept.state)]),
            kept.finding.message.in_(language),
            " · ".join(part for part in (kept.answer, kept.note) if part),
            kept.by,
            moment(kept.at or "", language),
        )
        for kept in settled[:_MOST]
    ]
    columns = (common.STATE, common.FINDING, words.NOTE, common.BY, common.AT)
    table = pd.DataFrame(rows, columns=[say(column) for column in columns])
    picked = _chosen_rows(settled[:_MOST], table, "settled", "single-row")
    if not picked:
        st.caption(say(words.CHOOSE_SETTLED))
        return
    one = settled[picked[0]]
    if (together := corrections.settled_together(one, settled)) > 1:
        st.caption(say(words.SETTLED_TOGETHER, n=number(together, language)))
    if st.button(say(words.TAKE_BACK), key="settled.undo"):
        writing.undo(one.settled_in or "")
        st.rerun()


def _chosen(rule: str, these: Sequence[KeptFinding]) -> list[KeptFinding]:
    """The findings whose rows are selected in the table of a rule."""
    language = session.language()
    columns, rows = findings_rows([kept.finding for kept in these], language)
    shape = findings_widths(columns, rows)
    table = pd.DataFrame(rows, columns=columns)
    return [these[row] for row in _chosen_rows(these, table, f"open.{rule}", "multi-row", **shape)]


def _chosen_rows(
    these: Sequence[KeptFinding], table: pd.DataFrame, name: str, mode: Mode, **shape: Any
) -> list[int]:
    return chosen_rows(
        table,
        [kept.id for kept in these],
        name,
        mode,
        height=height(table, _TALL),
        alt=say(words.STEP_FINDINGS),
        **shape,
    )


def _accept(rule: str, chosen: Sequence[KeptFinding]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        note = st.text_input(say(words.NOTE), key=f"note.{rule}", placeholder=say(words.NOTE_HINT))
        label = say(words.ACCEPT, n=number(len(chosen), session.language()))
        if st.button(label, key=f"accept.{rule}", disabled=not chosen, help=say(words.ACCEPT_HELP)):
            writing.accept(chosen, note)
            st.rerun()
    if not chosen:
        st.caption(say(words.CHOOSE_FINDINGS))


def _answer(rule: str, chosen: Sequence[KeptFinding]) -> None:
    """Ask which element is meant, where one finding is chosen that asks."""
    if len(chosen) != 1 or not chosen[0].asks or not chosen[0].finding.candidates:
        return
    asked = chosen[0]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        key = st.selectbox(
            say(words.MEANT, value=asked.finding.value or ""),
            asked.finding.candidates,
            index=None,
            format_func=partial(_candidate, reading.candidate_names(asked.finding.candidates)),
            key=f"meant.{asked.id}",
            placeholder=say(words.MEANT_HINT),
        )
        if st.button(
            say(words.ANSWER), key=f"answer.{rule}", disabled=key is None, help=say(words.ANSWER_HELP)
        ):
            writing.answer(asked, str(key))
            st.rerun()


def _candidate(names: dict[str, str], key: str) -> str:
    return f"{names[key]} ({key})" if key in names else key
