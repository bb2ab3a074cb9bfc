"""Groups of applications that do the same work: which to keep and why, what is covered, what it saves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from model.kinds import ElementKind
from queries.redundancy.groups.disposing import Wishes
from queries.redundancy.groups.groups import Group
from queries.redundancy.groups.plans import RecordedPlan, latest_of
from ui import links, places, reading, session
from ui.components.choosing import newly_chosen
from ui.components.consolidation import show_consolidation
from ui.components.downloads import offer_workbook
from ui.components.numbers import numbered
from ui.components.plain import plain
from ui.components.workbook import Cell
from ui.links import View
from ui.phrases import grouping, whatif
from ui.phrases import similar as words
from ui.session import say
from ui.similar import choosing, rationalising
from ui.similar.consolidating import outcome_of
from ui.similar.group_book import GroupBook
from ui.similar.group_headline import cautions, headline
from ui.similar.group_sheet import GroupSheet
from ui.similar.likeness import Similar
from ui.similar.rationalising import Grounds, Opinion
from ui.views.similar_group_plan import choices, last_day, record, show_plans, tell_overdue
from ui.wording import moment, number

_NARROW, _TALL = 250, 76  # pixels of columns of reasons, and of a row: up to four lines of them
_READ = 60  # members of a table that is written out; of more, one that scrolls
_FUNCTION, _MEMBERS, _FIGURE = 190, 420, 100  # pixels of the columns of the list

_TABLE = "group-members"
# on a phone a table of many columns is moved sideways, and each of its reasons is not one word wide
_READABLE = f"<style>@media (max-width: 640px) {{ .st-key-{_TABLE} table {{ min-width: 52rem }} }}</style>"


def show(view: View) -> None:
    """Show the list of groups, and one of them."""
    found = reading.similar(ElementKind.APPLICATION)
    if not found.groups:
        st.info(say(words.NO_GROUPS))
        return
    _list(view, found)
    wanted = view.one("group")
    group = next((one for one in found.groups if one.id == wanted), None if wanted else found.groups[0])
    if group is None:
        st.warning(say(words.GROUP_CHANGED))
    shown = None if group is None else _group(view, found, group)
    book = GroupBook(
        session.workspace().store, reading.snapshot(), found, shown, date.today(), session.language()
    )
    offer_workbook(book.content, "simpul-kelompok.xlsx", "kelompok")


def _list(view: View, found: Similar) -> None:
    language, groups = session.language(), found.groups
    entries = {entry.uid: entry for entry in found.comparison.corpus.entries}
    confirmed = sum(group.confirmed for group in groups)
    st.markdown(
        say(words.LEAD_GROUPS, n=number(len(groups), language), confirmed=number(confirmed, language))
    )
    headers = [say(column) for column in words.GROUP_COLUMNS]
    rows = rationalising.leading(groups, entries, language)
    function, *figures, members = headers
    widths = dict.fromkeys(figures, _FIGURE) | {function: _FUNCTION, members: _MEMBERS}
    picked = newly_chosen(
        numbered(rows, headers, language),
        [group.id for group in groups],
        "groups",
        height=240,
        column_order=[function, members, *figures],
        column_config={name: st.column_config.Column(width=pixels) for name, pixels in widths.items()},
        alt=say(words.GROUPS),
    )
    if picked is not None and groups[picked].id != view.one("group"):
        view.put("group", [groups[picked].id])
        view.replace("stays", [])
        st.rerun()  # what stands above is drawn anew before anybody acts on it


def _group(view: View, found: Similar, group: Group) -> Opinion:
    """Show a group, what a person chooses for its members, and record it; return what is said of it."""
    language, space, today = session.language(), session.workspace(), date.today()
    grounds = rationalising.grounds_of(space.store, reading.snapshot(), found, [group], today)
    with st.container(border=True):
        what = ", ".join(label.in_(language) for label in group.functions[:3])
        st.subheader(plain(what or _name(found, group.members[0])), anchor=False)
        plans = show_plans(group)
        latest = latest_of(plans, group.members)
        plan = latest if rationalising.is_in_force(latest, grounds.facts) else None
        first = st.container()
        one, two, three = st.columns([5, 2, 2], vertical_alignment="bottom")
        with one:
            left = [uid for uid in group.members if uid not in grounds.facts.ended]
            stays = _stays(view, found, left, plan)
        if plan and stays != plan.keep:
            plan = None
        if rationalising.opinion_of(grounds, group).is_over:
            st.info(say(words.ALL_ENDED))
            return rationalising.opinion_of(grounds, group)
        with two:
            until = _until(grounds, group, stays, plan)
        said = st.container()
        opinion = _chosen(grounds, group, stays, until, plan)
        with first:
            _lead(opinion)
        with said:
            _said(opinion)
        with three:
            if opinion.ending:
                record(opinion, today, again=bool(plans))
        if opinion.merged and not opinion.ending:
            st.caption(say(grouping.NOTHING_ENDS))
        _afterwards(opinion)
    return opinion


def _until(grounds: Grounds, group: Group, stays: str | None, plan: RecordedPlan | None) -> date | None:
    """Let a person say when the others end, where any of them does."""
    wishes = Wishes(choices=choosing.recorded(plan, None))
    if not rationalising.opinion_of(grounds, group, stays, wishes).ending:
        return None
    return last_day(group, plan.number if plan else "")


def _chosen(
    grounds: Grounds, group: Group, stays: str | None, until: date | None, plan: RecordedPlan | None
) -> Opinion:
    """Let a person choose on top of what is advised or on record; return what is said then."""
    before = choosing.recorded(plan, until)
    wishes = Wishes(on=until, choices=before)
    advised = rationalising.opinion_of(grounds, group, stays, wishes)
    made = choices(advised, until, plan.number if plan else "")
    if not choosing.kept(made):
        return replace(advised, plan=None if until else plan)
    wishes = Wishes(on=until, choices=choosing.changed(before, made, session.language()))
    return rationalising.opinion_of(grounds, group, stays, wishes)


def _afterwards(opinion: Opinion) -> None:
    sheet = GroupSheet(
        session.workspace().store, reading.snapshot(), opinion, date.today(), session.language()
    )
    st.download_button(
        say(words.PRINT_GROUP),
        sheet.content,
        file_name=sheet.file_name,
        mime="text/html",
        on_click="ignore",
    )
    if opinion.gone:
        _without(opinion)


def _name(found: Similar, uid: str) -> str:
    entry = next(one for one in found.comparison.corpus.entries if one.uid == uid)
    return f"{entry.name} · {entry.agency}"


def _stays(view: View, found: Similar, members: list[str], plan: RecordedPlan | None) -> str | None:
    as_usual = say(words.KEEP_RECORDED, number=plan.number) if plan else say(words.KEEP_ADVISED)
    given = view.choice(
        "stays",
        say(words.KEEP_WHICH),
        ["", *members],
        lambda uid: _name(found, uid) if uid else as_usual,
        help=say(words.KEEP_HELP),
    )
    return given or (plan.keep if plan else None)


def _lead(opinion: Opinion) -> None:
    """Say what to do, and why: before anything else."""
    plan = opinion.plan
    if plan:
        st.info(say(words.AS_RECORDED, number=plan.number, at=moment(plan.at, session.language())))
    st.markdown(" ".join(map(say, headline(opinion, lambda name: f"**{plain(name)}**"))))
    kept = opinion.entry(opinion.advice.keep)
    st.caption(f"{plain(kept.name)}: {plain(say(opinion.dispositions[0].reason))}")
    told = cautions(opinion, lambda name: f"**{plain(name)}**", plain)
    if told:
        st.warning(" ".join(map(say, told)))


def _said(opinion: Opinion) -> None:
    tell_overdue(opinion, date.today())
    _members(opinion)
    _consequences(opinion)


def _without(opinion: Opinion) -> None:
    """What happens where the others are gone: the way to their impact, and the two graphs merged."""
    if opinion.ending:
        failed = [opinion.entry(uid).key for uid in opinion.ending]
        with st.container(horizontal=True):
            links.link(places.IMPACT, say(words.WHAT_BREAKS), failed=failed)
    merged = st.expander(say(whatif.TITLE), on_change="rerun", key=f"merged.{opinion.group.id}")
    if merged.open:
        with merged:
            st.caption(say(whatif.HELP))
            _merged(opinion)


def _merged(opinion: Opinion) -> None:
    ends = (opinion.advice.keep, opinion.gone)
    store, snapshot = session.workspace().store, reading.snapshot()
    show_consolidation(outcome_of(store, snapshot, ends, date.today(), opinion.merged))


def _members(opinion: Opinion) -> None:
    language = session.language()
    rows = rationalising.member_rows(opinion, date.today().year, language)
    st.html(_READABLE)
    with st.container(key=_TABLE):
        _written(rows, rationalising.member_headers(language), say(words.MEMBERS))
    st.caption(f"{say(words.STANDING)}: {say(words.STANDING_HELP)}")
    with st.expander(say(words.POINTS_WHY)):
        st.caption(say(words.POINTS_HELP))
        points = pd.DataFrame(
            rationalising.point_rows(opinion, language),
            columns=rationalising.point_headers(opinion, language),
        )
        each = {title: st.column_config.TextColumn(width=_NARROW) for title in points.columns[1:]}
        st.dataframe(
            points,
            hide_index=True,
            height="content",
            row_height=_TALL,
            column_config=each,
            alt=say(words.POINTS_WHY),
        )


def _consequences(opinion: Opinion) -> None:
    language = session.language()
    rows = rationalising.coverage_rows(opinion, language)
    if rows:
        title = say(words.COVERAGE, name=opinion.entry(opinion.advice.keep).name)
        st.markdown(f"**{plain(title)}**")
        _written(rows, rationalising.coverage_headers(language), title)
        st.caption(say(grouping.COVERAGE_HELP))
    else:
        st.markdown(say(words.NO_COVERAGE))
    missing = rationalising.uncovered(opinion)
    if missing:
        kept = plain(opinion.entry(opinion.advice.keep).name)
        st.warning(say(words.UNCOVERED, kept=kept, names=plain(", ".join(missing))))
    told = rationalising.worth(opinion, language)
    if told is not None:
        said, assumptions = told
        st.markdown(say(said))
        st.caption(" ".join(map(say, assumptions)))


def _written(rows: Sequence[Sequence[Cell]], headers: Sequence[str], title: str) -> None:
    """Show a table whose cells are read in full, however long; one of very many rows scrolls instead."""
    if len(rows) > _READ:
        st.dataframe(pd.DataFrame(rows, columns=list(headers)), hide_index=True, row_height=_TALL, alt=title)
        return
    cells = [[plain(str(cell)) for cell in row] for row in rows]
    st.table(pd.DataFrame(cells, columns=list(headers)), hide_index=True, alt=title)
