"""Beranda: how much there is, what is missing, what needs attention, and the way on."""

from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.kinds import DELIVERED, ElementKind
from model.record import Load
from model.text import Text
from queries.loads import merging
from queries.resilience.fragility import Asked
from ui import links, overview, places, reading, session
from ui.components import charts
from ui.components.downloads import offer
from ui.components.empty import show_empty
from ui.components.numbers import read_as
from ui.components.plain import plain
from ui.graph.figure import LANES
from ui.impact.unknown import why_counted
from ui.moment import Moment
from ui.overview import Coverage, called
from ui.phrases import common
from ui.phrases import evidence as evidence_words
from ui.phrases import home as words
from ui.phrases import weak as weak_words
from ui.session import say
from ui.weak import completing
from ui.wording import ago, moment, number

_NEWEST, _WIDEST = 5, 3
_HEAT = "heat"
# on a phone its heads would lie on each other: there it is scrolled sideways
_WIDE_HEAT = (
    f"<style>.st-key-{_HEAT} {{ overflow-x: auto }}"
    f".st-key-{_HEAT} > * {{ min-width: {charts.HEAT_LEAST}px }}</style>"
)


def show() -> None:
    """Show the page."""
    links.View(places.HOME, ())
    space = session.workspace()
    snapshot = reading.snapshot()
    here = overview.coverage(snapshot)
    if not here.total:
        show_empty(words.TITLE, words.HELP)
        return
    loads = [load for load in merging.loads(space.store) if load.files and not load.undone]
    open_findings = len(reading.open_findings())
    _summary(here, open_findings, loads)
    wide, narrow = st.columns([5, 3], gap="medium")
    with wide:
        _heat(here)
    with narrow:
        similar = _attention(here, open_findings)
        _newest(loads, here)
    _flow()
    with similar:
        _similar()


def _summary(here: Coverage, open_findings: int, loads: list[Load]) -> None:
    language = session.language()
    sentence = say(
        words.SUMMARY,
        elements=number(here.total, language),
        agencies=number(len(here.agencies), language),
        findings=number(open_findings, language),
    )
    if here.retired:
        sentence += " " + say(words.AND_RETIRED, n=number(here.retired, language))
    if loads:
        newest = loads[-1]
        scope = called(here.names, newest.scope) if newest.scope else words.SEVERAL
        when = ago(newest.at, datetime.now(UTC), language)
        sentence += " " + say(words.LAST_LOAD, scope=plain(scope.in_(language)), ago=when)
    st.markdown(sentence)
    left, right = st.columns([3, 4], vertical_alignment="center")
    with left:
        _search()
    with right.container(horizontal=True, vertical_alignment="center"):
        links.link(places.IMPACT, f"**{say(words.ASK_IMPACT)}**")
        links.link(places.SIMILAR, say(words.ASK_SIMILAR))
        links.link(places.IMPORT, say(words.ASK_IMPORT))
        _evidence()


def _evidence() -> None:
    """Offer the workbook for evaluators."""
    space, snapshot, language = session.workspace(), reading.snapshot(), session.language()

    def made() -> bytes:
        from ui.evidence.book import EvidenceBook  # heavy, and asked for now and then

        return EvidenceBook(Moment(space), snapshot, date.today(), language).content()

    name = say(evidence_words.FILE_NAME, day=date.today().isoformat())
    offer(evidence_words.BUTTON, made, name, evidence_words.BUTTON_HELP)


def _search() -> None:
    wanted = st.text_input(
        say(common.SEARCH),
        placeholder=say(words.SEARCH_ANYTHING),
        label_visibility="collapsed",
        key="home.search",
        type="search",
    )
    if wanted and wanted.strip():
        links.go(places.EXPLORE, q=wanted.strip())


def _heat(here: Coverage) -> None:
    language = session.language()
    labels = [session.workspace().metamodel.domain(domain).label for domain in DELIVERED]
    names = [called(here.names, scope).in_(language) for scope in here.listed]
    counts = {
        (row, column): here.counts[scope, domain]
        for row, scope in enumerate(here.listed)
        for column, domain in enumerate(DELIVERED)
        if here.counts.get((scope, domain))
    }
    st.subheader(say(words.HEAT), anchor=False, help=say(words.HEAT_HELP))
    st.html(_WIDE_HEAT)
    with st.container(key=_HEAT):
        chosen = st.echarts_chart(
            charts.heat_map(names, [label.in_(language) for label in labels], counts, session.ground()),
            height=charts.heat_height(len(names)),
            on_select="rerun",
            key=f"heat.{language.value}",
            alt=say(words.HEAT),
        )
    picked = [index for group in chosen["selection"]["selected"] for index in group["data_indices"]]
    if picked:
        row, column = divmod(picked[0], len(DELIVERED))
        links.go(places.EXPLORE, opd=here.listed[row], domain=DELIVERED[column].value)
    with st.expander(say(common.TABLE_OF)):
        table = pd.DataFrame(
            [[counts.get((row, column), 0) for column in range(len(labels))] for row in range(len(names))],
            columns=[common.DOMAIN_OF.filled(domain=label).in_(language) for label in labels],
        )
        table.insert(0, say(common.AGENCY), names)
        st.dataframe(read_as(table, language), hide_index=True, alt=say(words.HEAT))


def _attention(here: Coverage, open_findings: int) -> DeltaGenerator:
    """What stands out, most important first, each with the way to it; return where similar ones belong."""
    language = session.language()
    st.subheader(say(words.ATTENTION), anchor=False)
    fragility = reading.fragility(Asked(on=date.today(), kinds=session.workspace().metamodel.machines))
    # a room, its building and its power take down the same: the first of them stands for all
    heaviest = list({point.targets: point for point in reversed(fragility.weak_points)}.values())[::-1]
    for point in heaviest[:_WIDEST]:
        (index,) = point.failed
        name = plain(fragility.snapshot.elements.name[index])
        text = say(words.WIDEST, name=name, n=number(point.services, language))
        links.link(places.IMPACT, text, failed=fragility.snapshot.elements.key[index])
    if len(heaviest) > _WIDEST:
        links.link(places.WEAK, f"{say(weak_words.TITLE)} →")
    if open_findings:
        links.link(places.IMPORT, say(words.FINDINGS, n=number(open_findings, language)))
    hollow = fragility.completion
    if hollow.filled < hollow.expected:
        lacks, unknown = (number(n, language) for n in (hollow.expected - hollow.filled, hollow.unknown))
        links.link(places.WEAK, say(words.INCOMPLETE, n=lacks, unknown=unknown), part="completeness")
        st.caption(say(why_counted(hollow.gaps, reading.written())))
    similar = st.container()
    _lacking(words.NO_HOST, completing.without(fragility.snapshot, hollow, ElementKind.APPLICATION))
    bare = reading.rows("services_without_application")
    _lacking(words.NO_APPLICATION, [(lacking.name, lacking.agency) for lacking in bare])
    missing = {domain: scopes for domain in DELIVERED if (scopes := here.missing(domain))}
    if missing:
        with st.expander(say(words.EMPTY_DOMAINS, n=number(len(set().union(*missing.values())), language))):
            for domain, scopes in missing.items():
                label = session.workspace().metamodel.domain(domain).label.in_(language)
                names = ", ".join(plain(called(here.names, scope).in_(language)) for scope in scopes)
                st.markdown(f"**{label}** ({number(len(scopes), language)}): {names}")
    return similar


def _lacking(title: Text, rows: list[tuple[str, str | None]]) -> None:
    """What lacks something, folded away under how many there are. rows: name and agency."""
    if not rows:
        return
    with st.expander(say(title, n=number(len(rows), session.language()))):
        table = pd.DataFrame(rows, columns=[say(common.NAME), say(common.AGENCY)])
        st.dataframe(table, hide_index=True, alt=say(title, n=len(rows)))


def _similar() -> None:
    """The slowest question of the page, asked last; by codes, for to compare would take seconds here."""
    if pairs := len(reading.rows("same_function")):
        label = say(words.SAME_FUNCTION, n=number(pairs, session.language()))
        links.link(places.SIMILAR, label, view="code")


def _newest(loads: list[Load], here: Coverage) -> None:
    language = session.language()
    st.subheader(say(words.LOADS), anchor=False)
    if not loads:
        st.markdown(say(words.NO_LOADS))
        return
    rows = [
        (
            moment(load.at, language),
            (called(here.names, load.scope) if load.scope else words.SEVERAL).in_(language),
            load.elements,
        )
        for load in reversed(loads[-_NEWEST:])
    ]
    columns = [say(common.AT), say(common.AGENCY), say(words.ELEMENTS)]
    table = read_as(pd.DataFrame(rows, columns=columns), language)
    st.dataframe(table, hide_index=True, alt=say(words.LOADS))


def _flow() -> None:
    found = overview.flows(reading.snapshot())
    if not found:
        return
    metamodel, language = session.workspace().metamodel, session.language()
    used = [lane for lane in LANES if any(lane in pair for pair in found)]
    nodes = [(metamodel.domain(lane).label.in_(language), _colour(lane)) for lane in used]
    links_ = [(used.index(a), used.index(b), n) for (a, b), n in found.items()]
    st.subheader(say(words.FLOW), anchor=False, help=say(words.FLOW_HELP))
    st.echarts_chart(charts.flow(nodes, links_), height=260, alt=say(words.FLOW))
    with st.expander(say(common.TABLE_OF)):
        rows = [(nodes[start][0], nodes[end][0], count) for start, end, count in links_]
        columns = [say(words.DOMAIN), "→", say(words.RELATIONS)]
        table = read_as(pd.DataFrame(rows, columns=columns), language)
        st.dataframe(table, hide_index=True, alt=say(words.FLOW))


def _colour(lane: object) -> str:
    metamodel = session.workspace().metamodel
    layer = next(spec.layer for spec in metamodel.kinds if spec.domain == lane)
    return (
        metamodel.layer(layer).dark
        if session.ground() == "dark"
        else charts.strong(metamodel.layer(layer).light)
    )
