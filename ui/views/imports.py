"""Impor: upload, look at what was recognised, at findings and plan, then apply."""

import streamlit as st

from ingest.files.archive import is_read
from model.record import Mode
from queries.loads.plan import Plan
from ui import links, overview, places, reading, session, writing
from ui.components import plan_table, planned, recognised, settling
from ui.components.plain import plain
from ui.components.upload import word_upload_box
from ui.imports import corrections, planning_rows
from ui.imports.delivery import Asked
from ui.links import View
from ui.overview import called
from ui.phrases import common
from ui.phrases import home as home_words
from ui.phrases import imports as words
from ui.phrases import loads as load_words
from ui.session import say
from ui.settings import UPLOAD_LIMIT_MB
from ui.wording import number

_NAMED = 5  # files that are not read, named one by one
_LEAST_RETIRED = 20  # per cent of a scope that a replacing load may retire without being asked again
_MODES = {Mode.MERGE: words.MODE_MERGE, Mode.REPLACE: words.MODE_REPLACE}


def show() -> None:
    """Show the page."""
    names = ("up", "scope", "mode", "done", "for", "agency", "level", "retire")
    view = View(places.IMPORT, (*names, *plan_table.VIEW))
    if view.one("done"):
        _done(view)
    elif view.one("up"):
        _plan(view)
    else:
        _upload(view)
        _template(view)
        recognised.show_remembered()
        _open_findings(view)
        _settled()
        links.link(places.LOADS, f"{say(load_words.TITLE)} →")


def _upload(view: View) -> None:
    st.subheader(say(words.STEP_UPLOAD), anchor=False)
    word_upload_box(words.CHOOSE_FILES, words.FILES_LIMIT.filled(mb=UPLOAD_LIMIT_MB))
    files = st.file_uploader(
        say(words.FILES),
        accept_multiple_files=True,
        max_upload_size=UPLOAD_LIMIT_MB,
        key=f"files.{session.recall('generation') or 0}",
    )
    st.caption(say(words.FILES_HELP))
    read = [file for file in files if is_read(file.name)]
    _not_read([file.name for file in files if file not in read])
    _how(view)
    if st.button(say(words.READ), type="primary", disabled=not read):
        view.put("up", [reading.uploads().keep(read)])
        st.rerun()


def _not_read(names: list[str]) -> None:
    """Say of each file that is no workbook what to do; the others go on."""
    for name in names[:_NAMED]:
        st.warning(say(words.NOT_READ, name=plain(name)))
    if len(names) > _NAMED:
        st.caption(say(common.MORE, n=number(len(names) - _NAMED, session.language())))


def _template(view: View) -> None:
    """The workbook that an agency fills in."""
    names = overview.scope_names(reading.snapshot())
    language = session.language()
    with st.expander(say(words.TEMPLATE)):
        st.caption(say(words.TEMPLATE_HELP))
        chosen, button = st.columns([3, 2], vertical_alignment="bottom")
        with chosen:
            scope = view.choice(
                "for",
                say(words.TEMPLATE_FOR),
                ["", *sorted(names, key=lambda scope: names[scope].id)],
                lambda s: called(names, s).in_(language) if s else say(words.EMPTY_TEMPLATE),
            )
        button.download_button(
            say(words.GET_TEMPLATE),
            reading.template(scope or None),
            file_name=f"templat-{scope or 'opd'}.xlsx",
            on_click="ignore",
        )


def _open_findings(view: View) -> None:
    found = reading.kept_findings()
    if not found:
        return
    language = session.language()
    st.subheader(say(words.OPEN_FINDINGS, n=number(len(found), language)), anchor=False)
    where = corrections.places([kept.finding for kept in found], language)
    st.caption(" ".join((*(f"{one[:1].upper()}{one[1:]}." for one in where), say(words.OPEN_FINDINGS_HELP))))
    wanted = settling.narrow(view, found)
    settling.show(wanted)
    with st.container(horizontal=True):
        settling.offer_print(wanted)
        planned.offer_downloads([kept.finding for kept in wanted], reading.returnable(wanted))


def _settled() -> None:
    settled = reading.settled_findings()
    if settled:
        with st.expander(say(words.SETTLED, n=number(len(settled), session.language()))):
            settling.show_settled(settled)


def _how(view: View) -> None:
    """Which agency and mode the files are for."""
    names = overview.scope_names(reading.snapshot())
    language = session.language()
    one, two, _ = st.columns([3, 3, 2])
    with one:
        scopes = ["", *sorted(names, key=lambda scope: names[scope].id)]
        view.choice(
            "scope",
            say(words.SCOPE),
            scopes,
            lambda s: called(names, s).in_(language) if s else say(common.NONE),
        )
    with two:
        modes = [mode.value for mode in _MODES]
        view.choice("mode", say(words.MODE), modes, lambda m: say(_MODES[Mode(m)]), help=say(words.MODE_HELP))


def _plan(view: View) -> None:
    mode = Mode(view.one("mode", Mode.MERGE.value))
    retire = _LEAST_RETIRED
    if mode is Mode.REPLACE:
        help_ = say(words.ALLOW_RETIRE_HELP)
        retire = view.number("retire", say(words.ALLOW_RETIRE), _LEAST_RETIRED, 100, help=help_)
    upload = view.one("up")
    asked = Asked(view.one("scope") or None, mode, retire, plan_table.chosen(upload))
    with st.spinner(say(words.READING)):
        plan = reading.import_plan(upload, asked)
    st.subheader(say(words.STEP_READ), anchor=False)
    recognised.show(upload, reading.import_sheets(upload, asked), plan)
    st.subheader(say(words.STEP_FINDINGS), anchor=False)
    told = planning_rows.told(plan)
    names = planning_rows.agency_names(plan, overview.scope_names(reading.snapshot()))
    narrowing = plan_table.narrow(view, reading.plan_rows(plan), told, names)
    findings = [one.finding for one in told if narrowing.tells(one)]
    planned.show_narrowed(findings, plan.findings, reading.upload_of(upload, findings))
    st.subheader(say(words.STEP_PLAN), anchor=False)
    planned.show_counts(plan)
    plan_table.show(upload, plan, narrowing, findings, names)
    _apply(view, plan)


def _apply(view: View, plan: Plan) -> None:
    st.subheader(say(words.STEP_APPLY), anchor=False)
    if plan.says_nothing:
        st.warning(say(words.NOTHING_TO_LOAD))
    elif not plan.step.records and not plan.step.confirmed:
        st.info(say(words.NOTHING_CHANGES))
    with st.container(horizontal=True):
        agreed = st.button(say(words.APPLY), type="primary", disabled=plan.says_nothing)
        st.button(say(words.CANCEL), on_click=_leave, args=(view,))
    if agreed:
        _write(plan)
        _leave(view)
        view.put("done", [plan.step.load.id])
        st.rerun()


def _leave(view: View) -> None:
    """Go back to the first step; another plan is not narrowed by what narrowed this one."""
    for name in ("up", *plan_table.VIEW):
        view.replace(name, [])


def _write(plan: Plan) -> None:
    bar = st.progress(0.0, text=say(words.APPLYING))

    def tell(share: float) -> None:
        bar.progress(min(1.0, share), text=say(words.APPLYING))

    writing.apply(plan, tell)


def _done(view: View) -> None:
    st.success(say(words.APPLIED, load=view.one("done")))
    st.markdown(say(words.WHAT_NOW))
    with st.container(horizontal=True):
        links.link(places.LOADS, say(words.WHAT_CHANGED), load=view.one("done"))
        links.link(places.HOME, say(home_words.TITLE))
        links.link(places.IMPACT, say(home_words.ASK_IMPACT))
        st.button(say(words.STEP_UPLOAD), on_click=view.replace, args=("done", []))
