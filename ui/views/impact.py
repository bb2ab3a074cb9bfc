"""Dampak: choose what fails; read who is affected, how badly, and why; take the answer along."""

import pandas as pd
import streamlit as st

from model.availability import State
from model.kinds import ElementKind
from model.text import Text
from queries.impact.certainty import Uncertain, cells, uncertain
from queries.impact.impact import Affected, Impact, simulate
from queries.resilience.outlook import Outlook, foremost, outlook
from queries.snapshot.snapshot import Snapshot
from ui import links, overview, places, reading, session
from ui.components.empty import show_empty
from ui.components.heights import height
from ui.components.numbers import read_as
from ui.components.plain import plain
from ui.components.reasons import told_with_cause
from ui.components.widths import THREE_LINES, widths
from ui.graph.component import show_graph
from ui.graph.figure import MOST_NODES, frame_height, lane_order, payload
from ui.impact import affected, restoring, unknown
from ui.impact.affected import WORST_FIRST, StateCount
from ui.links import View
from ui.phrases import causes as cause_words
from ui.phrases import common
from ui.phrases import impact as words
from ui.session import say
from ui.views import impact_ask, impact_cause, impact_whatif
from ui.views.impact_ask import Asked
from ui.views.impact_downloads import offer_downloads
from ui.views.impact_saved import offer_saving, show_saved
from ui.wording import number, place_words

# No name of another page: after going back, the browser may still send the query of the page it left.
_NAMES = (*impact_ask.NAMES, "way", "show", "who", "most", "why", "sort", impact_whatif.CHANGES)
_TALL = 540
_FEW = 120  # elements of a picture that can be read at once
_WIDTH = 940  # pixels that the picture has beside the reasons at 1366
_BLANK = "–"  # in a cell of which nothing is known
_MOST_GAPS = 200  # rows with a place each; the counts are of all
_TABLE_WIDTHS = (105, 105, 145, 165, 88, 72, 122, 134, 68, 222)  # up to the reason at 1366
_GAP_WIDTHS = (150, 170, 150, 135, 120, 240, 255)  # all columns at 1366
_COUNTS = {
    State.DOWN: words.COUNT_DOWN,
    State.DEGRADED: words.COUNT_DEGRADED,
    State.AT_RISK: words.COUNT_AT_RISK,
}


def show() -> None:
    """Show the page."""
    view = View(places.IMPACT, _NAMES)
    snapshot = reading.snapshot()
    if overview.is_empty(snapshot):
        show_empty(words.TITLE, words.HELP, [key for name in impact_ask.ELEMENTS for key in view.all(name)])
        return
    way = view.segment("way", say(cause_words.WAYS_LABEL), list(cause_words.WAYS), _way_words)
    if way == "causes":
        impact_cause.show(view)
    else:
        _show_impact(view, snapshot)


def _show_impact(view: View, snapshot: Snapshot) -> None:
    st.subheader(say(words.QUESTION), anchor=False)
    asked = impact_ask.asked(view)
    if asked.scenario is None:
        st.info(say(words.ASK))
        show_saved(snapshot)
        return
    impact = simulate(asked.snapshot, asked.scenario)
    rows, open_ = impact.affected(), uncertain(impact)
    not_in_force = restoring.not_in_force(impact, session.language())
    for sentence in not_in_force:
        st.warning(plain(sentence))
    if not rows and not open_:
        if not not_in_force:
            st.success(say(words.NOBODY))
        return
    ahead = outlook(impact)
    shown = _answer(view, asked, ahead, impact, rows, open_)
    _views(view, ahead, impact, shown, open_)
    if asked.load is None:  # changes are kept as a target of what is there now
        impact_whatif.show(view, impact)
    show_saved(snapshot)


def _answer(
    view: View, asked: Asked, ahead: Outlook, impact: Impact, rows: list[Affected], open_: list[Uncertain]
) -> list[Affected]:
    """Show the answer in numbers and a sentence; return the rows that the filters leave."""
    language = session.language()
    left, right = st.columns([5, 2], vertical_alignment="center")
    left.markdown(_counts(impact, rows, open_), help=say(words.AGENCIES_HELP))
    with right.container(horizontal=True, horizontal_alignment="right"):
        offer_saving(impact.scenario)
        with st.popover(say(words.FILTER)):
            shown = _filtered(view, impact, rows)
        offer_downloads(asked, impact, ahead, rows, open_)
    st.markdown(_first_sentence(impact, ahead, rows) if rows else say(words.NOBODY))
    if len(shown) < len(rows):
        st.caption(say(words.FILTERED, n=number(len(shown), language), all=number(len(rows), language)))
    return shown


def _counts(impact: Impact, rows: list[Affected], open_: list[Uncertain]) -> str:
    language = session.language()
    parts = []
    for state, (count, services) in affected.summary(rows).items():
        if count:
            text = say(_COUNTS[state], n=number(count, language))
            of_them = say(words.OF_THEM_SERVICES, n=number(services, language))
            parts.append(f"{text} ({of_them})" if services else text)
    if open_:
        parts.append(say(words.COUNT_UNKNOWN, n=number(len(open_), language)))
    snapshot = impact.snapshot
    agencies = overview.agencies_of(snapshot, (row.place for row in affected.hit(snapshot, rows)))
    parts.append(say(words.COUNT_AGENCIES, n=number(len(agencies), language)))
    return "&emsp;".join(parts)


def _filtered(view: View, impact: Impact, rows: list[Affected]) -> list[Affected]:
    snapshot = impact.snapshot
    hit = overview.agencies_of(snapshot, (row.place for row in rows))
    kinds = lane_order(snapshot.metamodel, list({row.kind for row in rows}))
    only = view.choices("show", say(words.ONLY_KINDS), [kind.value for kind in kinds], session.kind_label)
    who = view.choices("who", say(words.ONLY_AGENCY), list(hit), lambda key: hit[key])
    view.choice("most", say(words.MOST), [str(_FEW), str(MOST_NODES)], str)
    return affected.shown_rows(snapshot, rows, frozenset(map(ElementKind, only)), frozenset(who))


def _first_sentence(impact: Impact, ahead: Outlook, rows: list[Affected]) -> str:
    """What is said first: why the most important of what is worst off is so, and what promise it breaks."""
    place = foremost(impact, ahead.importance)
    row = next(one for one in rows if one.place == place)
    return f"{_sentence(impact, row)} {restoring.overrun(ahead.back[row.place], session.language())}"


def _sentence(impact: Impact, row: Affected) -> str:
    """Why one element is affected, in words."""
    reasons = [
        plain(
            told_with_cause(impact, reason, lambda key: affected.name_of(impact.snapshot, key)).in_(
                session.language()
            )
        )
        for reason in row.reasons
    ]
    state = common.STATES[row.state].in_(session.language()).lower()
    return say(words.WHY, name=plain(row.name), state=state, reasons="; ".join(reasons))


def _views(view: View, ahead: Outlook, impact: Impact, rows: list[Affected], open_: list[Uncertain]) -> None:
    titles = (words.PICTURE, words.TABLE, words.WHO, words.RESTORE_ORDER)
    picture, table, agency, order, missing = st.tabs([*map(say, titles), say(words.UNCERTAIN, n=len(open_))])
    with picture:
        _picture(view, impact, rows)
    with table:
        _table(view, ahead, impact, rows)
    with agency:
        _counted(impact, rows)
    with order:
        _restore_order(impact, ahead)
    with missing:
        _unknown(impact, open_)
    st.caption(say(words.SHARE))


def _picture(view: View, impact: Impact, rows: list[Affected]) -> None:
    language = session.language()
    most = int(view.one("most", str(_FEW)))
    figure, left_out = affected.figure(impact, rows, most)
    if left_out:
        st.caption(say(words.HIDDEN, n=number(left_out, language), most=most))
    node = view.one("why")
    wide, narrow = st.columns([7, 2])
    with wide:
        show_graph(
            payload(figure, impact.snapshot.metamodel, language, selected=node or None),
            key="impact.graph",
            height=frame_height(figure, impact.snapshot.metamodel, _WIDTH),
            on_click=lambda chosen: view.put("why", [chosen]),
        )
    with narrow:
        _why(impact, node)


def _why(impact: Impact, key: str) -> None:
    if impact.snapshot.with_key(key) is None:  # none chosen, or a link to one that is gone
        st.caption(say(words.CHOOSE_NODE))
        return
    name = plain(affected.name_of(impact.snapshot, key))
    row = next((one for one in impact.affected() if one.key == key), None)
    with st.container(border=True):
        if row is not None:
            st.markdown(_sentence(impact, row))
            steps = [plain(affected.name_of(impact.snapshot, step)) for step in row.path]
            st.markdown(f"{say(words.PATH)}: {' → '.join(steps)}")
        else:
            st.markdown(say(affected.why_none(impact, key), name=f"**{name}**"))
        links.link(places.EXPLORE, say(words.OPEN_ELEMENT), el=key)


def _table(view: View, ahead: Outlook, impact: Impact, rows: list[Affected]) -> None:
    language = session.language()
    narrow, _ = st.columns([1, 3])
    with narrow:
        by = view.choice("sort", say(words.SORT), list(affected.Sorting), lambda word: say(words.SORTS[word]))
    ordered = affected.sorted_rows(rows, ahead, affected.Sorting(by))
    table = pd.DataFrame(
        affected.table_rows(impact, ahead, ordered, language), columns=affected.table_headers(language)
    )
    told = read_as(table, language, missing=_BLANK)
    st.dataframe(
        told,
        hide_index=True,
        height=height(table, _TALL),
        row_height=THREE_LINES,
        column_config=widths(table.columns, _TABLE_WIDTHS),
        placeholder=_BLANK,
        alt=say(words.TABLE),
    )
    st.caption(say(words.TABLE_HELP))


def _restore_order(impact: Impact, ahead: Outlook) -> None:
    """In which order to repair what failed, and what is back after each step."""
    language = session.language()
    st.markdown(" ".join(restoring.sentences(impact, ahead, language)))
    table = pd.DataFrame(restoring.rows(impact, ahead, language), columns=restoring.headers(language))
    told = read_as(table, language, missing=_BLANK)
    st.dataframe(told, hide_index=True, placeholder=_BLANK, alt=say(words.RESTORE_ORDER))


def _counted(impact: Impact, rows: list[Affected]) -> None:
    """Who is hit, by agency, by kind and by layer."""
    metamodel = impact.snapshot.metamodel
    one, two = st.columns([3, 2], gap="medium")
    with one:
        _count_table(common.AGENCY, affected.by_agency(impact.snapshot, rows))
    with two:
        _count_table(words.LAYER, affected.by_layer(rows, metamodel))
        _count_table(common.KIND, affected.by_kind(rows, metamodel))


def _unknown(impact: Impact, open_: list[Uncertain]) -> None:
    """What is not known and could change the answer, and the elements they leave open."""
    language, snapshot = session.language(), impact.snapshot
    if not open_:
        st.markdown(say(words.ALL_CERTAIN))
        return
    gaps, written = unknown.open_gaps(open_), reading.written()
    why = say(unknown.why_counted((one.gap for one in gaps), written))
    st.markdown(say(words.UNCERTAIN_HELP, n=number(len(open_), language), why=why))
    if len(gaps) > _MOST_GAPS:
        st.caption(say(common.MORE, n=number(len(gaps) - _MOST_GAPS, language)))
    listed = gaps[:_MOST_GAPS]
    found = cells(session.workspace().store, snapshot.metamodel, [one.gap for one in listed])
    where = [place_words(found[one.gap], language) if one.gap in found else "" for one in listed]
    table = pd.DataFrame(
        unknown.gap_rows(listed, where, snapshot, written, language), columns=unknown.gap_headers(language)
    )
    st.dataframe(
        read_as(table, language),
        hide_index=True,
        row_height=THREE_LINES,
        column_config=widths(table.columns, _GAP_WIDTHS),
        alt=say(words.MISSING),
    )
    with st.expander(say(words.OPEN_ELEMENTS)):
        table = pd.DataFrame(
            unknown.element_rows(open_, snapshot, language), columns=unknown.element_headers(language)
        )
        st.dataframe(table, hide_index=True, alt=say(words.OPEN_ELEMENTS))


def _count_table(title: Text, counts: list[StateCount]) -> None:
    language = session.language()
    columns = [say(title), *(affected.state_words(state, language) for state in WORST_FIRST)]
    table = pd.DataFrame([one.cells(language) for one in counts], columns=columns)
    st.dataframe(read_as(table, language), hide_index=True, alt=say(title))


def _way_words(way: str) -> str:
    return say(cause_words.WAYS[way])
