"""Jelajah: find elements; see one with its relations, the origin of its values, and a picture."""

import pandas as pd
import streamlit as st

from model.faults import UnknownElement
from model.kinds import Domain, ElementKind, Status
from model.metamodel.metamodel import Metamodel
from queries import lookup
from queries.lookup import Found, Narrowed
from ui import links, overview, places, reading, session
from ui.components import dossier
from ui.components.choosing import newly_chosen
from ui.components.empty import show_empty
from ui.components.plain import plain
from ui.components.preview import show_last
from ui.components.widths import TWO_LINES, widths
from ui.graph.component import show_graph
from ui.graph.figure import MOST_NODES, Edge, Figure, Node, frame_height, lane_order, payload, told
from ui.impact.surroundings import Reach, Surroundings, around
from ui.links import View
from ui.overview import called
from ui.phrases import common
from ui.phrases import explore as words
from ui.session import say
from ui.views import explore_edit
from ui.wording import hit_name, number

_HITS = 200
_WIDTH = 860  # pixels that the picture has beside the list at 1366
_HIT_WIDTHS = (42, 120, 134)  # sign, name, agency: what the list has at 1366; a sign cut in two is none
_STEPS = 4
_SEARCH = ("q", "kind", "domain", "opd", "status")
_SPLIT = "explore-split"
# on a phone a link to an element shows it first, and the search and the list of others below
_ELEMENT_FIRST = (
    f"<style>@media (max-width: 640px) {{ .st-key-{_SPLIT} > div > [data-testid=stHorizontalBlock] "
    "> [data-testid=stColumn]:first-child { order: 2 } }</style>"
)
_TASK = ("do", "cut", "with", "keep")  # what is being done with the element
_NAMES = (*_SEARCH, "el", *_TASK, "of", "node", "ex", "needs", "serves", "only")


def show() -> None:
    """Show the page."""
    view = View(places.EXPLORE, _NAMES)
    if overview.is_empty(reading.snapshot()):
        show_empty(words.TITLE, words.HELP, view.all("el"))
        return
    show_last()
    if view.one("el"):
        st.html(_ELEMENT_FIRST)
    with st.container(key=_SPLIT):
        left, right = st.columns([2, 5], gap="medium")
    with left:
        _search(view)
    with right:
        if view.one("el"):
            _element(view)
        else:
            st.info(say(words.PICK))


def _search(view: View) -> None:
    metamodel, language = session.workspace().metamodel, session.language()
    text = view.words("q", say(common.SEARCH), placeholder=say(common.SEARCH_HINT))
    here = overview.coverage(reading.snapshot())
    domains = ["", *(spec.domain.value for spec in metamodel.domains)]
    one, two = st.columns(2)
    with one:
        domain = view.choice("domain", say(words.DOMAIN), domains, _domain_words)
    with two:
        kinds = ["", *(kind.value for kind in _kinds(metamodel, domain))]
        kind = view.choice("kind", say(common.KIND), kinds, _kind_words)
    with one:
        scopes = ["", *here.scopes]
        scope = view.choice(
            "opd",
            say(common.AGENCY),
            scopes,
            lambda s: called(here.names, s).in_(language) if s else say(common.ALL),
        )
    with two:
        statuses = ["", *(status.value for status in Status)]
        status = view.choice("status", say(common.STATUS), statuses, _status_words)
    within = Narrowed(
        kinds=(ElementKind(kind),) if kind else (tuple(_kinds(metamodel, domain)) if domain else None),
        scope=scope or None,
        status=Status(status) if status else None,
    )
    hits, total = lookup.find(session.workspace().store, text, within=within, limit=_HITS)
    _hits(view, hits, total)


def _hits(view: View, hits: list[Found], total: int) -> None:
    language = session.language()
    if not hits:
        st.markdown(say(words.NO_HITS))
        return
    if total > len(hits):
        st.caption(say(words.SHOWN_OF, shown=number(len(hits), language), n=number(total, language)))
    else:
        st.caption(say(words.HITS, n=number(total, language)))
    metamodel = session.workspace().metamodel
    table = pd.DataFrame(
        [(metamodel.kind(hit.kind).icon, hit_name(hit).in_(language), hit.agency or "") for hit in hits],
        columns=["", say(common.NAME), say(common.AGENCY)],
    )
    picked = newly_chosen(
        table,
        [hit.key for hit in hits],
        "hits",
        height=430,
        row_height=TWO_LINES,
        column_config=widths(table.columns, _HIT_WIDTHS),
        alt=say(words.TITLE),
    )
    if picked is not None:
        open_element(view, hits[picked].key)
        st.rerun()  # what stands above is drawn anew before anybody acts on it


def open_element(view: View, key: str) -> None:
    """Show another element: its own picture begins anew, and nothing is being done with it."""
    view.put("el", [key])
    for name in (*_TASK, "of", "node", "ex"):
        view.replace(name, [])


def _element(view: View) -> None:
    space = session.workspace()
    try:
        element = lookup.element_for(space.store, view.one("el"))
    except UnknownElement:
        st.warning(say(words.GONE, key=plain(view.one("el"))))
        return
    one = lookup.show(space.store, element)
    dossier.head(one, space.metamodel)
    with st.container(horizontal=True, vertical_alignment="center"):
        task = explore_edit.show_tasks(view, one)
        links.link(places.IMPACT, f"**{say(words.IMPACT)}** →", failed=one.element.key)
    if task:
        explore_edit.show(view, one, task)
    dossier.relations(
        one,
        space.metamodel,
        dossier.Acts(
            open=lambda key: open_element(view, key),
            cut=(lambda ends: view.put("cut", ends)) if task == "relate" else None,
        ),
    )
    _picture(view, one.element.key)
    dossier.details(view, one, space)


def _picture(view: View, key: str) -> None:
    snapshot, language = reading.snapshot(), session.language()
    centre = snapshot.with_key(key)
    if centre is None:
        return
    st.subheader(say(words.PICTURE))
    one, two, three = st.columns([1, 1, 2])
    with one:
        serves = view.number("serves", say(words.DEPTH_SERVES), 2, _STEPS)
    with two:
        needs = view.number("needs", say(words.DEPTH_NEEDS), 2, _STEPS)
    with three:
        ordered = lane_order(snapshot.metamodel, list(ElementKind))
        only = view.choices("only", say(words.ONLY_KINDS), [kind.value for kind in ordered], _kind_words)
    expanded = [index for k in view.all("ex") if (index := snapshot.with_key(k)) is not None]
    reach = Reach(needs=needs, serves=serves, kinds=frozenset(map(ElementKind, only)), most=MOST_NODES)
    found = around(snapshot, [centre], expanded, reach)
    if found.hidden:
        st.caption(say(words.HIDDEN, n=number(found.hidden, language), most=MOST_NODES))
    figure = figure_of(found)
    selected = view.one("node") or key
    show_graph(
        payload(figure, snapshot.metamodel, language, selected=selected),
        key="explore.graph",
        height=frame_height(figure, snapshot.metamodel, _WIDTH),
        on_click=lambda chosen: view.put("node", [chosen]),
    )
    _chosen(view, figure, key)
    _table(figure)


def figure_of(found: Surroundings) -> Figure:
    """Return surroundings as a picture without states."""
    snapshot = reading.snapshot()
    place = {int(index): number_ for number_, index in enumerate(found.elements)}
    rows = snapshot.relations
    ends = {(place[int(rows.source[edge])], place[int(rows.target[edge])]) for edge in found.edges.tolist()}
    return Figure(
        nodes=tuple(
            Node(
                key=snapshot.elements.key[index],
                name=snapshot.elements.name[index],
                kind=snapshot.kind(index),
                agency=overview.agency_name(snapshot, index),
            )
            for index in found.elements.tolist()
        ),
        edges=tuple(Edge(source=source, target=target) for source, target in sorted(ends)),
    )


def _chosen(view: View, figure: Figure, key: str) -> None:
    node = next((one for one in figure.nodes if one.key == view.one("node")), None)
    if node is None or node.key == key:
        return
    metamodel, language = session.workspace().metamodel, session.language()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{say(words.CHOSEN)}: **{plain(told(node, metamodel, language))}**")
        st.button(say(common.OPEN), on_click=open_element, args=(view, node.key))
        st.button(say(words.EXPAND), on_click=lambda: view.put("ex", [*view.all("ex"), node.key]))
        links.link(places.IMPACT, say(words.IMPACT), failed=node.key)


def _table(figure: Figure) -> None:
    metamodel, language = session.workspace().metamodel, session.language()
    with st.expander(say(common.TABLE_OF)):
        rows = [
            (metamodel.kind(node.kind).label.in_(language), node.name, node.agency or "", node.key)
            for node in figure.nodes
        ]
        columns = [say(common.KIND), say(common.NAME), say(common.AGENCY), say(common.KEY)]
        st.dataframe(pd.DataFrame(rows, columns=columns), hide_index=True, alt=say(words.PICTURE))


def _kinds(metamodel: Metamodel, domain: str) -> list[ElementKind]:
    return [spec.kind for spec in metamodel.kinds if not domain or spec.domain is Domain(domain)]


def _domain_words(domain: str) -> str:
    metamodel = session.workspace().metamodel
    return metamodel.domain(Domain(domain)).label.in_(session.language()) if domain else say(common.ALL)


def _kind_words(kind: str) -> str:
    metamodel = session.workspace().metamodel
    return metamodel.kind(ElementKind(kind)).label.in_(session.language()) if kind else say(common.ALL)


def _status_words(status: str) -> str:
    return say(common.STATUSES[Status(status)]) if status else say(common.ALL)
