"""Adding a relation to the element that Jelajah shows, and removing one that its lists show."""

from collections.abc import Sequence

import streamlit as st

from ingest.edit.editing import planned_relation, planned_removal
from model.faults import ModelerError
from model.kinds import ElementKind, Grouping
from queries import lookup
from queries.loads.plan import Plan
from queries.lookup import Narrowed, Shown
from ui import picking, reading, session
from ui.components.fields import show_fields
from ui.components.plain import plain
from ui.components.preview import save, show_preview, show_refusal
from ui.editing import edit_form, edits
from ui.editing.drafts import Draft
from ui.editing.relation_form import RelationOffer, offers
from ui.impact.affected import name_of
from ui.links import View
from ui.phrases import edit as words
from ui.session import say
from ui.wording import number

_HITS = 50
_OFFER, _OTHER = "offer", "other"  # what of the draft is no column of the relation


def show(view: View, one: Shown) -> None:
    """Show which relation is to be removed, if one was chosen, and the form of a new one."""
    cut = view.all("cut")
    if len(cut) == 3:
        _cut(view, (cut[0], cut[1], cut[2]))
    else:
        st.caption(say(words.CUT_HINT))
    st.markdown(f"**{say(words.ADD_RELATION)}**")
    _add(one)


def _cut(view: View, ends: tuple[str, str, str]) -> None:
    """Ask whether a relation is to be removed, having said what follows."""
    space, snapshot = session.workspace(), reading.snapshot()
    source, target = (name_of(snapshot, key) for key in (ends[0], ends[2]))
    st.markdown(f"**{say(words.CUT_ASK)}**")
    try:
        plan = planned_removal(space.store, space.metamodel, ends, edits.new_edit(space))
    except ModelerError as error:
        show_refusal(error)
        st.button(say(words.DISCARD), key="cut.back", on_click=view.put, args=("cut", []))
        return
    show_preview(plan)
    _consequences(plan, source, target)
    with st.container(horizontal=True):
        agreed = st.button(say(words.CUT_DO), type="primary")
        st.button(say(words.CANCEL), key="cut.back", on_click=view.put, args=("cut", []))
    if agreed:
        save(plan, words.SAVED_CUT.filled(name=source))
        view.put("cut", [])
        st.rerun()


def _consequences(plan: Plan, source: str, target: str) -> None:
    metamodel, removed = session.workspace().metamodel, plan.graph.relations_removed
    said = []
    if len(removed) > 1:
        said.append(say(words.CUT_PARALLEL, n=number(len(removed), session.language())))
    if any(metamodel.relation(edge.relation).grouping is not Grouping.NONE for edge in removed):
        said.append(plain(say(words.CUT_DEPENDS, source=source, target=target)))
    said.append(say(words.CUT_RETURNS))
    st.markdown(" ".join(said))


@st.fragment
def _add(one: Shown) -> None:
    space, key = session.workspace(), one.element.key
    draft = Draft(f"relate.{key}")
    left, right = st.columns(2, gap="medium")
    with left:
        offer = _offer(draft, offers(space.metamodel, one.element.kind))
    with right:
        other = _other(draft, offer, key)
    fields = edit_form.relation_fields(space.metamodel, offer.relation)
    with st.expander(say(words.DETAILS)):
        show_fields(fields, draft)
    if not other:
        st.caption(say(words.CHOOSE_OTHER))
        return
    given = edit_form.changed(fields, draft.said)
    try:
        ends = offer.ends(key, other)
        plan = planned_relation(space.store, space.metamodel, ends, given, edits.new_edit(space))
    except ModelerError as error:
        show_refusal(error)
        return
    with st.container(horizontal=True):
        agreed = st.button(say(words.ADD), type="primary")
        st.button(say(words.DISCARD), key="relate.back", on_click=draft.drop)
    if show_preview(plan) and agreed:
        save(plan, words.SAVED_RELATION.filled(name=one.element.name))
        draft.drop()
        st.rerun()


def _offer(draft: Draft, offered: Sequence[RelationOffer]) -> RelationOffer:
    """Let the person choose what the relation says."""
    metamodel, language = session.workspace().metamodel, session.language()
    by_name = {offer.name: offer for offer in offered}
    first = next(iter(by_name))
    kept = draft.said.get(_OFFER, first)
    key = draft.key(_OFFER)
    session.begin(key, kept if kept in by_name else first)
    chosen = st.selectbox(
        say(words.RELATION_KIND),
        list(by_name),
        format_func=lambda name: by_name[name].words(metamodel, language),
        key=key,
    )
    draft.put(_OFFER, None if chosen == first else chosen)
    offer = by_name[chosen or first]
    st.caption(say(offer.help))
    return offer


def _other(draft: Draft, offer: RelationOffer, here: str) -> str:
    """Let the person choose the element at the other end; return its key, blank for none yet."""
    snapshot, language = reading.snapshot(), session.language()
    kept = draft.said.get(_OTHER, "")
    found = picking.offered(snapshot, offer.to, [kept] if kept else [])
    keys = found.keys
    if found.left_out:
        text = st.text_input(say(words.SEARCH_OTHER), key=draft.key("search"))
        keys = _searched(text or "", offer.to) or keys
        st.caption(say(words.TOO_MANY, n=number(found.left_out, language)))
    fitting = [key for key in keys if key != here]
    widget = f"{draft.key(_OTHER)}.{offer.name}"
    session.begin(widget, kept if kept in fitting else None)
    chosen = st.selectbox(
        say(words.OTHER_END),
        fitting,
        index=None,
        format_func=lambda key: picking.shown(snapshot, key, language),
        key=widget,
        placeholder=say(words.CHOOSE_ELEMENTS),
    )
    draft.put(_OTHER, chosen or None)
    return chosen or ""


def _searched(text: str, kinds: tuple[ElementKind, ...]) -> list[str]:
    """The keys of elements that a search finds; none without a text."""
    if not text.strip():
        return []
    hits, _ = lookup.find(session.workspace().store, text, within=Narrowed(kinds=kinds), limit=_HITS)
    return [hit.key for hit in hits]
