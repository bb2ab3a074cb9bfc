"""A plan on the page: narrowed, row by row, downloaded, and rows of it left out and put back."""

import zlib
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd
import streamlit as st

from ingest.planning.leaving_out import Without
from model.faults import Finding, Severity
from model.text import Language, Text
from queries.loads.plan import Plan
from ui import reading, session
from ui.components.several import choose_several
from ui.imports import left_out, plan_book, planning_rows
from ui.imports.planning_rows import FATES, Fate, Narrowing, PlanRow, Told
from ui.links import View
from ui.phrases import common
from ui.phrases import imports as words
from ui.session import say
from ui.wording import number

MOST = 2_000  # rows of a table in the browser; counts and downloads are of all
VIEW = ("kind", "owner", "what", "severity", "q")  # names of the filters in the address
_NOTE = "without"  # under which an upload's notes say what is left out
_TALL = 400  # pixels


def chosen(upload: str) -> Without:
    """Return what somebody chose to leave out of an upload."""
    return left_out.noted(reading.uploads().noted(upload).get(_NOTE))


def narrow(view: View, rows: Iterable[PlanRow], told: Iterable[Told], names: Mapping[str, Text]) -> Narrowing:
    """Show the filters, with what there is to choose from; return what was chosen."""
    language, metamodel = session.language(), session.workspace().metamodel
    found = {(one.kind or "", one.scope) for one in rows} | {(one.kind or "", one.scope) for one in told}

    def kind(word: str) -> str:
        return planning_rows.kind_words(word, metamodel, language)

    def agency(scope: str) -> str:
        return planning_rows.agency_words(names, scope).in_(language)

    kinds = sorted({str(one) for one, _ in found}, key=lambda word: (not word, kind(word)))
    scopes = sorted({scope for _, scope in found}, key=lambda scope: (not scope, agency(scope)))
    one, two, three, four = st.columns(4)
    with one:
        wanted_kinds = view.choices("kind", say(common.KIND), kinds, kind)
    with two:
        wanted_scopes = view.choices("owner", say(common.AGENCY), scopes, agency)
    with three:
        fates = view.choices("what", say(words.WHAT), [*map(str, Fate)], lambda f: say(FATES[Fate(f)]))
    with four:
        levels = [*map(str, Severity)]
        severities = view.choices(
            "severity", say(words.SEVERITY), levels, lambda s: say(common.SEVERITIES[Severity(s)])
        )
    text = view.words("q", say(common.SEARCH), placeholder=say(common.SEARCH_HINT))
    st.caption(say(words.FILTER_HELP))
    return Narrowing(kinds=wanted_kinds, scopes=wanted_scopes, fates=fates, severities=severities, text=text)


def show(
    upload: str, plan: Plan, narrowing: Narrowing, findings: Sequence[Finding], names: Mapping[str, Text]
) -> None:
    """Show what a plan does, as narrowed; chosen rows can be left out. findings: as narrowed, to download."""
    language, metamodel = session.language(), session.workspace().metamodel
    rows = reading.plan_rows(plan)
    shown = [row for row in rows if narrowing.shows(row)]
    _left_out(upload, plan)
    if rows:
        counts = {"n": number(len(shown), language), "total": number(len(rows), language)}
        st.markdown(say(words.ROWS_SHOWN, **counts))
        picked = _table(shown, names, table_key(plan, narrowing, language))
        _tell_of_choice(picked)
    with st.container(horizontal=True):
        if rows:
            _leave_out(upload, picked)
        st.download_button(
            say(words.DOWNLOAD_PLAN),
            lambda: plan_book.plan_workbook(shown, findings, names, metamodel, language),
            file_name="rencana.xlsx",
            help=say(words.DOWNLOAD_PLAN_HELP),
            on_click="ignore",
        )


def table_key(plan: Plan, narrowing: Narrowing, language: Language) -> str:
    """Return the key of the table: another one, with nothing chosen, for another plan or other filters."""
    narrowed = zlib.crc32(repr(narrowing).encode())
    return f"plan.{plan.step.load.id}.{narrowed:x}.{language.value}"


def show_all(plan: Plan, names: Mapping[str, Text]) -> None:
    """Show all that a plan does, where nothing can be left out of it."""
    rows = reading.plan_rows(plan)
    if rows:
        st.dataframe(
            _frame(rows, names), hide_index=True, height=_height(len(rows)), alt=say(words.CELL_BY_CELL)
        )


def _table(rows: Sequence[PlanRow], names: Mapping[str, Text], key: str) -> list[PlanRow]:
    """The table of a plan; the rows that are chosen in it."""
    if not rows:
        st.markdown(say(words.NOTHING_LIKE_IT))
        return []
    selection = st.dataframe(
        _frame(rows, names),
        hide_index=True,
        height=_height(len(rows)),
        on_select="rerun",
        selection_mode="multi-row",
        key=key,
        alt=say(words.CELL_BY_CELL),
    )
    return [rows[at] for at in selection["selection"]["rows"] if at < len(rows)]


def _frame(rows: Sequence[PlanRow], names: Mapping[str, Text]) -> pd.DataFrame:
    language, metamodel = session.language(), session.workspace().metamodel
    if len(rows) > MOST:
        st.caption(say(common.MORE, n=number(len(rows) - MOST, language)))
    columns = (
        words.STATE_COLUMN,
        common.KIND,
        common.AGENCY,
        words.SOURCE_ROW,
        common.PROPERTY,
        common.BEFORE,
        common.AFTER,
        common.PLACE,
    )
    body = [
        (
            say(FATES[row.fate]),
            planning_rows.kind_words(row.kind, metamodel, language),
            planning_rows.agency_words(names, row.scope).in_(language),
            row.name,
            row.property,
            row.before,
            row.after,
            row.place,
        )
        for row in rows[:MOST]
    ]
    return pd.DataFrame(body, columns=[say(column) for column in columns])


def _height(rows: int) -> int:
    return min(_TALL, 38 + 35 * rows)


def _tell_of_choice(picked: Sequence[PlanRow]) -> None:
    unable = sum(not row.leaves_out for row in picked)
    if not picked:
        st.caption(say(words.CHOOSE_ROWS))
    elif unable:
        st.caption(say(words.NO_ROW_OF_FILE, n=number(unable, session.language())))


def _leave_out(upload: str, picked: Sequence[PlanRow]) -> None:
    language = session.language()
    able = [row for row in picked if row.leaves_out]
    label = say(words.LEAVE_OUT, n=number(len(able), language))
    if st.button(label, key="leave_out", disabled=not able, help=say(words.LEAVE_OUT_HELP)):
        _keep(upload, left_out.with_more(chosen(upload), able))
        st.rerun()


def _left_out(upload: str, plan: Plan) -> None:
    """What is left out, one by one; taken off the list it is in the plan again."""
    without = chosen(upload)
    if not without:
        return
    shown = left_out.left_out_words(without, plan.step.findings, session.language())
    key = f"left.{plan.step.load.id}.{session.language().value}"

    def put_back() -> None:
        _keep(upload, left_out.only(without, session.recall(key) or ()))

    choose_several(
        say(words.LEFT_OUT, n=number(len(shown), session.language())),
        list(shown),
        default=list(shown),
        format_func=shown.__getitem__,
        key=key,
        on_change=put_back,
        help=say(words.LEFT_OUT_HELP),
    )


def _keep(upload: str, without: Without) -> None:
    reading.uploads().note(upload, _NOTE, left_out.as_note(without))
