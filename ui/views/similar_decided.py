"""What was decided, what contradicts itself, and what the decisions teach."""

from collections.abc import Mapping, Sequence
from typing import NoReturn

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from model.decision import Side
from model.faults import Finding
from model.kinds import ElementKind
from queries.redundancy import decisions
from queries.redundancy.contradictions import contradiction_findings, contradictions
from queries.redundancy.corpus import Entry
from queries.redundancy.proposals.recommendations import recommendations
from queries.redundancy.words import synonyms
from ui import links, overview, places, reading, session
from ui.components import planned
from ui.components.choosing import newly_chosen
from ui.components.downloads import offer_workbook
from ui.components.heights import height
from ui.components.numbers import numbered
from ui.components.plain import plain
from ui.components.workbook import Sheet, workbook
from ui.links import View
from ui.phrases import decided as decided_words
from ui.phrases import similar as words
from ui.session import say
from ui.similar import deciding
from ui.similar.likeness import Similar
from ui.views.similar_learning import acting, show_weights
from ui.wording import moment

_TALL = 320
_WIDTHS = (115, 65, 75, 140, 95, 140, 95, 95, 125, 120, 85)  # pixels of the columns; all in sight at 1366


def show(view: View) -> None:
    """Show decisions and what they teach."""
    found = reading.similar(ElementKind.APPLICATION)
    recommended = len(recommendations(session.workspace().store))
    if recommended:
        st.caption(say(decided_words.RECOMMENDATIONS, n=recommended))
    present = {entry.uid: entry for entry in found.comparison.corpus.entries}
    _made(view, present)
    contradicting = contradiction_findings(found.made, present)
    if contradicting:
        _contradictions(contradicting)
        _decide_anew(found, present)
    st.subheader(say(decided_words.LEARNING), anchor=False)
    show_weights(found)
    _phrases(found)


def _called(side: Side, present: Mapping[str, Entry]) -> str:
    entry = present.get(side.uid)
    name, key = (entry.name, entry.key) if entry else (side.name, side.key)
    return plain(f"{name} ({key})")


def _decide_anew(found: Similar, present: Mapping[str, Entry]) -> None:
    """The ways to the pairs whose decisions contradict each other."""
    st.caption(say(decided_words.DECIDE_ANEW))
    circles = contradictions(found.made)
    for pair, decision in {one.pair: one for circle in circles for one in circle.decisions}.items():
        label = " – ".join(_called(side, present) for side in (decision.left, decision.right))
        verdict = say(words.VERDICTS[decision.verdict])
        links.link(places.SIMILAR, f"{label}: {verdict}", pair=deciding.address_of(pair))


def _made(view: View, present: Mapping[str, Entry]) -> None:
    language = session.language()
    rows = decisions.rows(session.workspace().store)
    if not rows:
        st.info(say(decided_words.NO_DECISIONS))
        return
    headers = [say(column) for column in decided_words.DECIDED_COLUMNS]
    listing = deciding.Listing(
        metamodel=session.workspace().metamodel,
        entries=present,
        agencies=overview.scope_names(reading.snapshot()),
        language=language,
    )
    table = [listing.row(row) for row in rows]
    st.caption(say(decided_words.CHOOSE_DECISION))
    picked = newly_chosen(
        numbered(table, headers, language),
        [row.record for row in rows],
        "decided",
        height=height(table, _TALL),
        column_config=_columns(headers),
        alt=say(words.DECIDED),
    )
    if picked is not None:
        _open(view, rows[picked])
    sheet = Sheet(
        say(words.DECIDED),
        [*headers, *map(say, decided_words.DECIDED_MORE)],
        [listing.exported(row) for row in rows],
    )
    offer_workbook(lambda: workbook([sheet]), "simpul-keputusan.xlsx", "keputusan")


def _columns(headers: Sequence[str]) -> dict[str, ColumnConfig]:
    columns = (st.column_config.Column(width=width) for width in _WIDTHS)
    return dict(zip(headers, columns, strict=True))


def _open(view: View, row: decisions.DecisionRow) -> NoReturn:
    """Open the pair of a decision in the queue of its kind."""
    view.replace("pair", [deciding.address_of((row.left, row.right))])
    view.replace("compared", [] if row.kind is ElementKind.APPLICATION else [row.kind.value])
    view.replace("view", [])
    st.rerun()


def _contradictions(contradicting: Sequence[Finding]) -> None:
    """Show each contradiction with what it is and what to do about it."""
    language = session.language()
    st.subheader(say(decided_words.CONTRADICTIONS), anchor=False)
    for one in contradicting:
        st.warning(f"{plain(one.message.in_(language))}\n\n{plain(one.fix.in_(language))}")
    planned.offer_downloads(contradicting, ())


def _phrases(found: Similar) -> None:
    space, language = session.workspace(), session.language()
    st.markdown(f"**{say(decided_words.SYNONYMS)}**")
    for proposal in synonyms.proposals(found.made, found.comparison.features, found.lexicon):
        st.markdown(
            say(
                decided_words.MAY_MEAN,
                phrase=f"**{plain(proposal.phrase)}**",
                concept=plain(proposal.label.in_(language)),
            )
            + " "
            + plain(" ".join(reason.in_(language) for reason in proposal.reasons[:2]))
        )
        acting(
            say(decided_words.ACCEPT_SYNONYM, phrase=proposal.phrase),
            lambda one=proposal: synonyms.add_synonym(  # type: ignore[misc]
                space.store, found.lexicon, one.phrase, one.concept, space.writer
            ),
        )
    labels = {concept.name: concept.label.in_(language) for concept in found.knowledge.concepts}
    _add_phrase(found, labels)
    for known in synonyms.synonyms(space.store):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"{plain(known.phrase)} = {plain(labels.get(known.concept, known.concept))}", width="content"
            )
            st.caption(f"{plain(known.by)}, {moment(known.at, language)}", width="content")
            acting(
                say(decided_words.REMOVE, phrase=known.phrase),
                lambda one=known: synonyms.remove_synonym(space.store, one.id, space.writer),  # type: ignore[misc]
            )


def _add_phrase(found: Similar, labels: Mapping[str, str]) -> None:
    """The form for one more phrase; what is written stays until it is added."""
    space = session.workspace()
    at = len(synonyms.synonyms(space.store))
    with st.form("synonym"):
        one, two, three = st.columns([3, 4, 2], vertical_alignment="bottom")
        phrase = one.text_input(say(decided_words.PHRASE), key=f"synonym.phrase.{at}")
        concept = two.selectbox(
            say(decided_words.MEANS),
            sorted(labels, key=labels.__getitem__),
            index=None,
            format_func=labels.__getitem__,
            key=f"synonym.concept.{at}",
            placeholder=say(decided_words.CHOOSE_FUNCTION),
        )
        added = three.form_submit_button(say(decided_words.ADD))
    if not added:
        return
    if not phrase.strip() or concept is None:
        st.warning(say(decided_words.SAY_BOTH))
        return
    synonyms.add_synonym(space.store, found.lexicon, phrase, concept, space.writer)
    st.rerun()
