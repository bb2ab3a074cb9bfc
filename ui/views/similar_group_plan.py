"""What a person chooses for the members of a group, the plan that is recorded, and the plans on record."""

from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ingest.clearance import planned_rationalisation
from queries.loads.plan import Plan
from queries.redundancy.groups.disposing import ENDING, Action, Choice, Disposition
from queries.redundancy.groups.groups import Group
from queries.redundancy.groups.plans import RecordedPlan, recorded_plans
from ui import session, writing
from ui.components.plain import plain
from ui.editing.edits import new_edit
from ui.phrases import similar as words
from ui.session import say
from ui.similar import choosing, rationalising
from ui.similar.group_headline import noted
from ui.similar.rationalising import Opinion
from ui.wording import day
from ui.workspace import Workspace, new_uid

_RECORDED = "plan.recorded"
# what a day may be, so that the page and not the browser says what is wrong with it
_FIRST, _LAST = date(1900, 1, 1), date(2199, 12, 31)
_WIDTHS = (3, 2, 5)  # of action, last day and reason


def last_day(group: Group, number: str) -> date | None:
    """Return the day on which the others of a group end, if one is given; kept for the session.

    number: of the plan on record that is shown; blank where there is none.
    """
    name = f"ends.{group.id}.{number}"
    given = st.date_input(
        say(words.ENDS_ON),
        value=session.recall(name),
        min_value=_FIRST,
        max_value=_LAST,
        key=f"{name}.widget",
        format="DD/MM/YYYY",
    )
    until = given if isinstance(given, date) else None
    session.keep(name, until)
    return until


def choices(advised: Opinion, until: date | None, number: str) -> dict[str, Choice]:
    """Return what a person chooses for the members of a group, filled in as advised; kept for the session.

    number: of the plan on record that is shown; blank where there is none.
    """
    open_ones = [one for one in advised.dispositions if not one.settled]
    if not open_ones:
        return {}
    name = f"choices.{advised.group.id}.{advised.advice.keep}.{number}"
    known = choosing.choices_of(session.recall(name) or {})
    called = rationalising.titles(map(advised.entry, advised.group.members))
    with _choosing(ends=bool(advised.ending or known)):
        made = {
            one.uid: _row(one, called[one.uid], known.get(one.uid, Choice()), (name, until))
            for one in open_ones
        }
    session.keep(name, choosing.kept(made))
    return made


def _choosing(*, ends: bool) -> DeltaGenerator:
    """Return where choices stand: in sight, or folded where nothing ends unless a person wants it to."""
    if not ends:
        return st.expander(say(words.CHOOSE_BECOMES))
    st.markdown(f"**{say(words.CHOOSE_BECOMES)}**", help=say(words.CHOOSE_HELP))
    return st.container()


def _row(advised: Disposition, title: str, known: Choice, where: tuple[str, date | None]) -> Choice:
    # a key names what the field is filled in with: where the advice changes, the field is another one
    name, until = where
    language = session.language()
    key = f"{name}.{advised.uid}.{language.value}"
    actions = [one.value for one in Action]
    one, two, three = st.columns(_WIDTHS, vertical_alignment="bottom")
    with one:
        wanted = st.selectbox(
            plain(title),
            actions,
            index=actions.index(known.action or advised.action),
            format_func=lambda value: rationalising.offered_label(advised, Action(value)).in_(language),
            key=f"{key}.action.{advised.action.value}",
        )
    action = Action(wanted)
    usual = choosing.usual_day(advised, until)
    with two:
        on = st.date_input(
            say(words.LAST_DAY),
            value=None if known.undated else known.on or usual,
            min_value=_FIRST,
            max_value=_LAST,
            key=f"{key}.day.{usual}",
            format="DD/MM/YYYY",
            disabled=action not in ENDING,
        )
    reason = choosing.usual_reason(advised, action, language)
    with three:
        written = st.text_input(say(words.REASON), value=known.reason or reason, key=f"{key}.why.{reason}")
    given = (action, on if isinstance(on, date) else None, written)
    return choosing.chosen(advised, given, until, language)


def show_plans(group: Group) -> list[RecordedPlan]:
    """Show that a plan was recorded just now, and which are on record; return these."""
    plans = recorded_plans(session.workspace().store, group.members)
    recorded = session.recall(_RECORDED)
    if recorded in {one.number for one in plans}:
        st.success(say(words.RECORDED, number=recorded))
        session.forget(_RECORDED)
    if plans:
        st.caption(say(words.PLANS, plans=rationalising.plan_words(plans, session.language())))
    return plans


def record(opinion: Opinion, today: date, *, again: bool) -> None:
    """Offer to record what becomes of a group, unless a day is over. again: a plan is on record already."""
    label = say(words.RECORD_ANOTHER if again else words.RECORD_PLAN)
    late = bool(opinion.overdue(today))
    pressed = st.button(label, key=f"record.{opinion.group.id}", help=say(words.RECORD_HELP), disabled=late)
    if late or not pressed:  # it may be pressed in the same moment in which the day is given
        return

    def made(space: Workspace) -> tuple[str, Plan]:
        return planned_rationalisation(
            space.store, space.metamodel, opinion.dispositions, new_edit(space), new_uid, noted(opinion)
        )

    session.keep(_RECORDED, writing.apply_at_once(made))
    st.rerun()


def tell_overdue(opinion: Opinion, today: date) -> None:
    """Say of which members the last day is over."""
    late = opinion.overdue(today)
    if late:
        names = plain(", ".join(opinion.entry(uid).name for uid in late))
        st.error(say(words.OVERDUE, names=names, today=day(today, session.language())))
