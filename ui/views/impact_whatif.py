"""Bagaimana bila diubah: changes are tried on the page Dampak; the same failure is told before and after."""

from collections.abc import Collection, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from ingest.planning.target import Wanted, planned_target
from model.kinds import ElementKind, RelationKind
from model.text import Text
from queries.certificate.comparison import changes_certificate
from queries.impact.impact import Impact
from queries.loads.plan import Plan
from queries.snapshot.snapshot import Snapshot
from queries.whatif.comparing import Comparison
from ui import picking, session, writing
from ui.components.downloads import offer_proof, offer_workbook, origin
from ui.components.heights import height
from ui.components.plain import plain
from ui.editing.edits import new_edit
from ui.graph.figure import lane_order
from ui.impact import trying
from ui.impact.trying import Tried
from ui.links import View
from ui.phrases import common
from ui.phrases import whatif as words
from ui.session import say
from ui.workspace import Workspace, new_uid

CHANGES = "what"  # their name in the address


def show(view: View, impact: Impact) -> None:
    """Show where changes are added, and what they make of the impact."""
    box = st.expander(
        say(words.CHANGE_TITLE), expanded=bool(view.all(CHANGES)), on_change="rerun", key=_key("open")
    )
    if not box.open:  # choosing among thousands of elements costs time
        return
    with box:
        st.caption(say(words.CHANGE_HELP))
        found = trying.tried(impact.snapshot, view.all(CHANGES))
        _add(view, impact, found)
        for _, why in found.refused:
            st.warning(say(words.NOT_MADE, words=plain(why.in_(session.language()))))
        if not found.texts:
            return
        _listed(view, found)
        _compared(found, Comparison(branch=found.branch, scenario=impact.scenario))


def _add(view: View, impact: Impact, found: Tried) -> None:
    """Ask for one change; take it into the address."""
    one, two, three, four = st.columns([2, 3, 3, 3], gap="small")
    with one:
        way = st.selectbox(say(words.WAY), list(words.WAYS), format_func=_way_words, key=_key("way"))
    snapshot = found.branch.snapshot
    near = [*impact.failed, *(impact.snapshot.keys[at] for at in impact.order.tolist())]
    with two:
        if way == "new":
            made = _new()
        else:
            element = _element(snapshot, way, near)
            made = trying.written(way, element) if way == "retire" and element else ""
    if way in ("move", "spare", "add") and element:
        with three:
            relation = _relation(snapshot, element, way, near)
        with four:
            made = _towards(snapshot, way, element, relation) if relation else ""
    if st.button(say(words.TRY), disabled=not made or made in found.texts, key=_key("try")):
        view.put(CHANGES, [*found.texts, made])
        st.rerun()


def _new() -> str:
    metamodel = session.workspace().metamodel
    kinds = lane_order(metamodel, list(metamodel.machines))[::-1]
    kind = st.selectbox(
        say(words.NEW_KIND), [one.value for one in kinds], format_func=session.kind_label, key=_key("kind")
    )
    name = st.text_input(say(words.NEW_NAME), key=_key("name")) or ""
    return trying.written("new", kind, name.strip()) if name.strip() else ""


def _element(snapshot: Snapshot, way: str, near: Sequence[str]) -> str:
    """Ask which element is changed: what the failure is about is offered first."""
    metamodel = snapshot.metamodel
    kinds = metamodel.losable if way == "retire" else metamodel.dependent
    fitting = trying.of_kinds(snapshot, near, kinds)
    return _chosen(snapshot, words.WHICH, trying.first_of(fitting, _offered(snapshot, kinds, fitting)), way)


def _offered(snapshot: Snapshot, kinds: Collection[ElementKind], always: Collection[str] = ()) -> list[str]:
    return picking.offered(snapshot, kinds, always).keys


def _chosen(snapshot: Snapshot, label: Text, keys: Sequence[str], place: str) -> str:
    """Ask for one element; "" while there is none. place: another one is another question."""
    called = partial(_called, snapshot)
    hint = say(words.CHOOSE)
    key = _key(f"{label.en}.{place}.{len(snapshot)}")
    return st.selectbox(say(label), keys, index=None, format_func=called, placeholder=hint, key=key) or ""


def _relation(
    snapshot: Snapshot, element: str, way: str, near: Sequence[str]
) -> tuple[RelationKind, str] | None:
    """Ask for the relation that changes; of one to be added, for its type."""
    at = snapshot.with_key(element)
    if way == "add" and at is not None:
        kinds = trying.possible_relations(snapshot.metamodel, snapshot.kind(at))
        options = [(kind, "") for kind in kinds]
    else:
        options = trying.relations_of(snapshot, element, frozenset(near))
    if not options:
        st.caption(say(words.NO_RELATION))
        return None

    def told(option: tuple[RelationKind, str]) -> str:
        label = snapshot.metamodel.relation(option[0]).label.in_(session.language())
        return f"{label}: {_called(snapshot, option[1])}" if option[1] else label

    label = say(words.KIND_OF_RELATION if way == "add" else words.RELATION)
    place = _key(f"{way}.{element}.{len(options)}")
    chosen = st.selectbox(label, range(len(options)), format_func=lambda n: told(options[n]), key=place)
    return options[chosen or 0]


def _towards(snapshot: Snapshot, way: str, element: str, relation: tuple[RelationKind, str]) -> str:
    """Ask where to; return the change as a text."""
    kind, present = relation
    at = snapshot.with_key(element)
    kinds: Sequence[ElementKind] = ()
    if at is not None:
        kinds = snapshot.metamodel.partners(kind, snapshot.kind(at), reversed=False)
    keys = [key for key in _offered(snapshot, kinds) if key not in (element, present)]
    to = _chosen(snapshot, words.TO, keys, f"{element}.{kind.value}")
    if not to:
        return ""
    return trying.written(way, element, kind.value, *([present] if present else []), to)


def _listed(view: View, found: Tried) -> None:
    st.markdown(f"**{say(words.CHANGES)}**")
    for number, (text, told) in enumerate(found.rows()):
        left, right = st.columns([8, 1], vertical_alignment="center")
        left.markdown(f"{number + 1}. {plain(told.in_(session.language()))}")
        if right.button(say(words.REMOVE), key=_key(f"remove.{number}")):
            view.put(CHANGES, [one for one in found.texts if one != text])
            st.rerun()


def _compared(found: Tried, comparison: Comparison) -> None:
    """The same failure before and after, and the differences."""
    language = session.language()
    st.markdown(say(trying.verdict(comparison)))
    columns = st.columns(2)
    for column, title, impact in zip(
        columns, (common.BEFORE, common.AFTER), (comparison.before, comparison.after), strict=True
    ):
        with column.container(border=True):
            st.markdown(f"**{say(title)}**  \n{trying.count_words(impact, language)}")
    table = pd.DataFrame(
        trying.difference_rows(comparison, language), columns=[say(column) for column in trying.COLUMNS]
    )
    st.dataframe(table, hide_index=True, height=height(table), alt=say(words.DIFFERENCES))
    with st.container(horizontal=True):
        made = partial(trying.comparison_workbook, found, comparison, language)
        offer_workbook(made, "simpul-bagaimana-bila.xlsx", "whatif")
        offer_proof(lambda: changes_certificate(comparison, origin()), "whatif")
        _save(found)


def _save(found: Tried) -> None:
    if not st.button(say(words.SAVE), help=say(words.SAVE_HELP), key=_key("save")):
        return
    wanted = Wanted(told=found.branch.told(), concerned=found.branch.concerned, new=found.new)

    def made(space: Workspace) -> tuple[tuple[str, str], Plan]:
        edit = new_edit(space)
        number, plan = planned_target(space.store, space.metamodel, wanted, edit, new_uid)
        return (number, edit.load), plan

    number, load = writing.apply_at_once(made)
    st.success(say(words.SAVED, number=number, load=load))


def _called(snapshot: Snapshot, key: str) -> str:
    return picking.shown(snapshot, key, session.language())


def _way_words(way: str) -> str:
    return say(words.WAYS[way])


def _key(name: str) -> str:
    return f"whatif.{name}.{session.language().value}"
