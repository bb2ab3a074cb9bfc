"""Titik rawan: what stops services when it fails alone, or with one other, and redundancy that is none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from ingest.edit.redundancy import Together, planned_redundancy
from model.kinds import ElementKind
from model.text import Text
from queries.certificate.document import Document
from queries.resilience.fragility import Asked, Fragility
from queries.resilience.single_points import TARGETS
from queries.resilience.undecided import Undecided
from queries.resilience.weak_points import WeakPoint
from ui import links, overview, places, reading, session
from ui.components.choosing import chosen_row
from ui.components.downloads import offer_proof, offer_workbook, origin
from ui.components.empty import show_empty
from ui.components.heights import height
from ui.components.numbers import read_as
from ui.components.plain import plain
from ui.components.preview import save, show_last
from ui.components.widths import THREE_LINES, TWO_LINES, widths
from ui.components.workbook import Cell
from ui.editing.edits import new_edit
from ui.graph.figure import lane_order
from ui.links import View
from ui.phrases import common
from ui.phrases import completeness as completeness_words
from ui.phrases import explore as explore_words
from ui.phrases import impact as impact_words
from ui.phrases import unavailable as unavailable_words
from ui.phrases import weak as words
from ui.session import say
from ui.views import weak_availability, weak_completeness
from ui.weak import fragile, promised, unavailable
from ui.weak.fragile import Narrowed
from ui.wording import number

_NAMES = ("part", "fails", "owner", "hit", "on")
_ANSWERS = {
    Together.ANY: words.ANSWER_ANY,
    Together.SHARE: words.ANSWER_SHARE,
    Together.ALL: words.ANSWER_ALL,
}
_MOST = 2_000  # rows of a table in the browser; the counts are of all
_BLANK = "–"  # in a cell of which nothing is known
_FAKE_WIDTHS = (140, 100, 200, 170, 150, 290, 170)  # all columns at 1366
_SINGLE_WIDTHS = (150, 90, 150, 66, 120, 230)  # what stands beside the chosen one at 1366
_PAIR_WIDTHS = (240, 150, 66, 120, 230)
_NAMED = 12  # targets listed beside a table


def show() -> None:
    """Show the page."""
    view = View(places.WEAK, _NAMES)
    if overview.is_empty(reading.snapshot()):
        show_empty(words.TITLE, words.HELP)
        return
    st.subheader(say(words.QUESTION), anchor=False)
    found, narrowed = _asked(view)
    points = narrowed.of(found.snapshot, found.weak_points)
    _answer(found, points)
    parts = _parts()
    part = view.segment("part", say(words.QUESTION), list(parts), lambda name: say(parts[name].title))
    parts[part].show(found, narrowed)


@dataclass(frozen=True, slots=True)
class _Part:
    """One way of looking at what is fragile."""

    title: Text
    show: Callable[[Fragility, Narrowed], None]


def _parts() -> dict[str, _Part]:
    """The parts of the page in their order, by the name that the address has."""
    return {
        "single": _Part(words.SINGLE, _singles),
        "pairs": _Part(words.PAIRS, _pairs),
        "fake": _Part(words.FAKE, _fakes),
        "promises": _Part(words.PROMISES, _promises),
        "exposure": _Part(words.EXPOSURE, _exposure),
        "availability": _Part(unavailable_words.TITLE, _availability),
        "undecided": _Part(words.UNDECIDED, _undecided),
        "targets": _Part(words.TARGETS, _targets),
        "completeness": _Part(completeness_words.TITLE, _completeness),
    }


def _asked(view: View) -> tuple[Fragility, Narrowed]:
    """What is fragile, by the kinds that may fail and the day; and whose weak points are wanted."""
    kinds, of, stopping, day = st.columns([4, 3, 3, 2], gap="small")
    metamodel = session.workspace().metamodel
    offered = [kind for kind in metamodel.losable if kind not in TARGETS]
    with kinds:
        chosen = view.choices(
            "fails",
            say(words.KINDS),
            [kind.value for kind in lane_order(metamodel, offered)][::-1],
            session.kind_label,
            placeholder=say(words.MACHINES),
            help=say(words.KINDS_HELP),
        )
    with day:
        on = view.day("on", say(words.ON), date.today())
    wanted = frozenset(map(ElementKind, chosen)) or metamodel.machines
    with st.spinner(say(words.SEARCHING)):
        found = reading.fragility(Asked(on=on, kinds=wanted))
        failing = (index for point in found.weak_points for index in point.failed)
    owners = overview.agencies_of(found.snapshot, failing)
    hit = overview.agencies_of(found.snapshot, found.targets.tolist())
    with of:
        owner = view.choices("owner", say(words.OWNERS), list(owners), lambda key: owners[key])
    with stopping:
        stops = view.choices("hit", say(words.HIT), list(hit), lambda key: hit[key])
    return found, Narrowed(frozenset(owner), frozenset(stops))


def _answer(found: Fragility, points: Sequence[WeakPoint]) -> None:
    """The answer in a sentence, and how much there is of it."""
    language, snapshot = session.language(), found.snapshot
    if found.without_services:
        st.caption(say(words.NO_SERVICES))
    if not points:
        st.success(say(words.NONE_FOUND))
    else:
        first = points[0]
        st.markdown(
            say(
                words.ANSWER if first.services else words.ANSWER_OTHER,
                name=plain(fragile.names(snapshot, first.failed)),
                services=number(first.services, language),
                others=number(len(first.targets), language),
                agencies=number(first.serving if first.services else first.agencies, language),
                among=plain(fragile.names(snapshot, first.targets[:3])),
            )
        )
    beyond = fragile.beyond(found)
    counts = [
        say(
            words.DEPENDENT,
            hit=number(hit, language),
            all=number(all_, language),
            kind=snapshot.metamodel.kind(kind).label.in_(language),
        )
        + (f" {say(words.NOT_VALID, n=number(beyond[kind], language))}" if beyond.get(kind) else "")
        for kind, (hit, all_) in fragile.alone(found).items()
    ]
    deciding = sum(fake.decides for fake, _ in found.fakes)
    counts.append(
        say(words.FAKES_COUNT, n=number(len(found.fakes), language), deciding=number(deciding, language))
    )
    st.markdown("&emsp;·&emsp;".join(counts))


def _singles(found: Fragility, narrowed: Narrowed) -> None:
    language = session.language()
    points = narrowed.of(found.snapshot, found.weak_points)
    st.caption(say(words.SINGLE_HELP))
    _tell_incomplete(found)
    if not points:
        _download(found, (), ())
        return
    rows = [fragile.point_row(found.snapshot, point, language) for point in points[:_MOST]]
    _choosable(found, points, _table(fragile.POINT_COLUMNS, rows), words.SINGLE, _SINGLE_WIDTHS)
    _download(found, points, ())


def _completeness(found: Fragility, _: Narrowed) -> None:
    weak_completeness.show(found.snapshot, found.completion)


def _tell_incomplete(found: Fragility) -> None:
    if incomplete := sum(not one.complete for one in found.sets):
        st.warning(say(words.INCOMPLETE, n=number(incomplete, session.language())))


def _pairs(found: Fragility, narrowed: Narrowed) -> None:
    language = session.language()
    st.caption(say(words.PAIRS_HELP))
    with st.spinner(say(words.SEARCHING)):
        joint = reading.fragility(replace(found.asked, order=2))
        pairs = [p for p in narrowed.of(found.snapshot, joint.weak_points) if len(p.failed) > 1]
    _tell_incomplete(joint)
    if not pairs:
        st.markdown(say(words.NO_PAIRS))
        _download(found, found.weak_points, (), lambda: joint.certificate(origin()))
        return
    shown = pairs[:_MOST]
    shared = joint.common(shown)
    rows = [fragile.joint_row(found.snapshot, *both, language) for both in zip(shown, shared, strict=True)]
    _choosable(found, pairs, _table(fragile.JOINT_COLUMNS, rows), words.PAIRS, _PAIR_WIDTHS)
    _download(found, found.weak_points, shown, lambda: joint.certificate(origin()))


def _fakes(found: Fragility, _: Narrowed) -> None:
    language = session.language()
    st.caption(say(words.FAKE_HELP))
    if not found.fakes:
        st.markdown(say(words.NO_FAKES))
        return
    rows = [fragile.fake_row(found.snapshot, *one, language) for one in found.fakes[:_MOST]]
    table = _table(fragile.FAKE_COLUMNS, rows)
    st.dataframe(
        _read(table),
        hide_index=True,
        height=height(table),
        row_height=THREE_LINES,
        column_config=widths(table.columns, _FAKE_WIDTHS),
        alt=say(words.FAKE),
    )
    _download(found, found.weak_points, ())


def _promises(found: Fragility, _: Narrowed) -> None:
    """What is promised of recovery: who breaks it, and each promise with the chain that decides."""
    language, snapshot = session.language(), found.snapshot
    st.caption(say(words.PROMISES_ABOUT))
    st.markdown("  \n".join(promised.sentences(found, language, plain)))
    breaking, times, losses = st.tabs([say(one) for one in (words.OFFENDERS, words.RTO_TAB, words.RPO_TAB)])
    with breaking:
        rows = [promised.offender_row(snapshot, one, language) for one in found.offenders[:_MOST]]
        _told(words.OFFENDERS_HELP, promised.OFFENDER_COLUMNS, rows, words.NO_OFFENDERS)
    with times:
        rows = [fragile.promise_row(snapshot, one, language) for one in found.promises[:_MOST]]
        _told(words.PROMISES_HELP, fragile.PROMISE_COLUMNS, rows, words.NO_PROMISES)
    with losses:
        rows = [promised.point_row(snapshot, one, language) for one in found.recovery_points[:_MOST]]
        _told(words.RPO_HELP, promised.POINT_COLUMNS, rows, words.NO_RPO)
    _download(found, found.weak_points, ())


def _told(about: Text, columns: Sequence[Text], rows: Sequence[Sequence[Cell]], none: Text) -> None:
    """A table with what it is about, or that there is nothing to tell."""
    st.caption(say(about))
    if not rows:
        st.markdown(say(none))
        return
    table = _table(columns, rows)
    st.dataframe(_read(table), hide_index=True, height=height(table), placeholder=_BLANK, alt=say(about))


def _exposure(found: Fragility, narrowed: Narrowed) -> None:
    """Who hangs on whom; what stops by an agency's own elements is no exposure to others."""
    language, snapshot = session.language(), found.snapshot
    together, matrix = st.tabs([say(words.CONCENTRATION), say(words.MATRIX)])
    with together:
        leaning = narrowed.concentrations(snapshot, found.concentrations)
        rows = [fragile.concentration_row(snapshot, one, language) for one in leaning[:_MOST]]
        _told(words.CONCENTRATION_HELP, fragile.CONCENTRATION_COLUMNS, rows, words.NO_CONCENTRATION)
    with matrix:
        cells = narrowed.exposures(snapshot, found.exposures)
        rows = [fragile.exposure_row(snapshot, one, language) for one in cells[:_MOST]]
        _told(words.EXPOSURE_HELP, fragile.EXPOSURE_COLUMNS, rows, words.NO_EXPOSURE)
    _download(found, found.weak_points, ())


def _availability(found: Fragility, narrowed: Narrowed) -> None:
    """How long services are down in a year, as far as that is known."""
    language = session.language()
    with st.spinner(say(words.SEARCHING)):
        shown = narrowed.unavailabilities(found.snapshot, found.unavailabilities)[:_MOST]
    rows = [unavailable.row(found.snapshot, one, language) for one in shown]
    table = _table(unavailable.COLUMNS, rows)
    listed = [found.snapshot.elements.key[one.target] for one in shown]
    weak_availability.show(found, shown, lambda: _chosen_row(table, listed, unavailable_words.TITLE))
    _download(found, found.weak_points, (), lambda: found.certificate(origin(), availability=True))


def _undecided(found: Fragility, _: Narrowed) -> None:
    """What nobody said of several targets; the answer is a record."""
    st.caption(say(words.UNDECIDED_HELP))
    show_last()
    if not found.undecided:
        st.markdown(say(words.ALL_DECIDED))
        return
    rows = [fragile.undecided_row(found.snapshot, one, session.language()) for one in found.undecided]
    table = _table(fragile.UNDECIDED_COLUMNS, rows[:_MOST])
    wide, narrow = st.columns([7, 3], gap="medium")
    with wide:
        keys = found.snapshot.elements.key
        listed = [(keys[one.owner], one.relation) for one in found.undecided[:_MOST]]
        row = _chosen_row(table, listed, words.UNDECIDED)
    with narrow, st.container(border=True):
        _decide(found, found.undecided[row])


def _decide(found: Fragility, one: Undecided) -> None:
    snapshot = found.snapshot
    name = snapshot.elements.name[one.owner]
    relation = snapshot.metamodel.relation(one.relation).label.in_(session.language())
    targets = fragile.names(snapshot, one.targets)
    st.markdown(
        say(
            words.ASK_TOGETHER,
            name=plain(name),
            relation=relation[:1].lower() + relation[1:],
            targets=plain(targets),
        )
    )
    place = (snapshot.elements.key[one.owner], one.relation.value)
    for together, label in _ANSWERS.items():
        if st.button(say(label), key=f"weak.{together.value}", width="stretch"):
            space = session.workspace()
            plan = planned_redundancy(space.store, space.metamodel, place, together, new_edit(space))
            save(plan, words.DECIDED.filled(name=name))
            st.rerun()
    links.link(places.EXPLORE, say(impact_words.OPEN_ELEMENT), el=place[0])


def _targets(found: Fragility, _: Narrowed) -> None:
    st.caption(say(words.TARGETS_HELP))
    table = _table(fragile.TARGET_COLUMNS, fragile.target_rows(found, session.language())[:_MOST])
    st.dataframe(_read(table), hide_index=True, height=height(table), alt=say(words.TARGETS))
    _download(found, found.weak_points, ())


def _choosable(
    found: Fragility, points: Sequence[WeakPoint], table: pd.DataFrame, title: Text, wide: Sequence[int]
) -> None:
    """A table of weak points, and beside it what the chosen one stops."""
    language = session.language()
    if len(points) > len(table):
        st.caption(say(common.MORE, n=number(len(points) - len(table), language)))
    left, right = st.columns([7, 3], gap="medium")
    with left:
        keys = found.snapshot.elements.key
        listed = [[keys[one] for one in point.failed] for point in points[: len(table)]]
        row = _chosen_row(table, listed, title, wide)
    with right:
        _stops(found, points[row])


def _chosen_row(table: pd.DataFrame, listed: Sequence[object], title: Text, wide: Sequence[int] = ()) -> int:
    """Show a table of which one row is always chosen; return which."""
    return chosen_row(
        _read(table),
        listed,
        f"weak.{title.en}",
        height=height(table),
        row_height=TWO_LINES if wide else None,
        column_config=widths(table.columns, wide),
        alt=say(title),
    )


def _stops(found: Fragility, point: WeakPoint) -> None:
    language, snapshot = session.language(), found.snapshot
    with st.container(border=True):
        st.markdown(say(words.STOPS, names=plain(fragile.names(snapshot, point.failed, " + "))))
        names = [plain(snapshot.elements.name[index]) for index in point.targets[:_NAMED]]
        more = len(point.targets) - _NAMED
        if more > 0:
            names.append(say(common.MORE, n=number(more, language)))
        st.markdown("\n".join(f"- {name}" for name in names))
        keys = [snapshot.elements.key[index] for index in point.failed]
        links.link(places.IMPACT, say(explore_words.IMPACT), failed=keys)


def _table(columns: Sequence[Text], rows: Sequence[Sequence[Cell]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[say(column) for column in columns])


def _read(table: pd.DataFrame) -> Styler:
    """The table with its numbers as the language writes them."""
    return read_as(table, session.language(), missing=_BLANK, most=4)


def _download(
    found: Fragility,
    singles: Sequence[WeakPoint],
    joint: Sequence[WeakPoint],
    proof: Callable[[], Document] | None = None,
) -> None:
    """Offer the answer to take along. proof: its certificate, where it is not that of all that was found."""
    with st.container(horizontal=True):
        made = partial(fragile.answer_workbook, found, singles, joint, session.language())
        offer_workbook(made, "simpul-titik-rawan.xlsx", "weak")
        offer_proof(proof or (lambda: found.certificate(origin())), "weak", words.PROOF_HELP)
