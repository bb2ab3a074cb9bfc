"""What was decided, what contradicts itself, and what the decisions teach."""

from collections.abc import Callable, Sequence

import streamlit as st

from model.decision import STANDING_LABELS
from model.faults import Finding
from model.kinds import ElementKind
from queries.redundancy import decisions, synonyms, weighting
from queries.redundancy.bases import lessons_from
from queries.redundancy.contradictions import contradiction_findings
from queries.redundancy.learning import FEWEST
from ui import session
from ui.components import planned
from ui.components.heights import height
from ui.components.numbers import numbered
from ui.components.plain import plain
from ui.components.workbook import Cell, Sheet, workbook
from ui.likeness import Similar
from ui.links import View
from ui.phrases import common
from ui.phrases import similar as words
from ui.session import say
from ui.wording import moment, number

_TALL = 320


def show(_: View) -> None:
    """Show decisions and what they teach."""
    found = session.similar(ElementKind.APPLICATION)
    _made()
    present = {entry.uid: (entry.key, entry.name) for entry in found.comparison.corpus.entries}
    _contradictions(contradiction_findings(found.made, present))
    st.subheader(say(words.LEARNING), anchor=False)
    _weights(found)
    _phrases(found)


def _made() -> None:
    language = session.language()
    rows = decisions.rows(session.workspace().store)
    if not rows:
        st.info(say(words.NO_DECISIONS))
        return
    headers = [say(column) for column in words.DECIDED_COLUMNS]
    table: list[list[Cell]] = [
        [
            moment(row.at, language),
            row.by,
            row.left_name,
            row.right_name,
            say(words.VERDICTS[row.verdict]),
            row.note,
            row.score if row.score is None else round(row.score, 2),
            say(STANDING_LABELS[row.state]),
        ]
        for row in rows
    ]
    st.dataframe(
        numbered(table, headers, language),
        hide_index=True,
        height=height(table, _TALL),
        alt=say(words.DECIDED),
    )
    st.download_button(
        say(common.DOWNLOAD_XLSX),
        lambda: workbook([Sheet(say(words.DECIDED), headers, table)]),
        file_name="simpul-keputusan.xlsx",
        on_click="ignore",
    )


def _contradictions(contradicting: Sequence[Finding]) -> None:
    """Show each contradiction with what it is and what to do about it."""
    if not contradicting:
        return
    language = session.language()
    st.subheader(say(words.CONTRADICTIONS), anchor=False)
    for one in contradicting:
        st.warning(f"{plain(one.message.in_(language))}\n\n{plain(one.fix.in_(language))}")
    planned.offer_downloads(contradicting, ())


def _weights(found: Similar) -> None:
    store, language = session.workspace().store, session.language()
    chosen = weighting.choices(store)
    learnt = weighting.learnt_from(lessons_from(found.made, found.comparison), found.comparison.weights)
    if learnt is None:
        st.caption(say(words.TOO_FEW, n=FEWEST))
    else:
        waiting, then = (
            weighting.waiting_with(found.comparison, weights, found.decided)
            for weights in (found.comparison.weights, learnt.weights)
        )
        st.markdown(
            say(
                words.LEARNT,
                n=number(learnt.decisions, language),
                before=round(100 * learnt.before),
                after=round(100 * learnt.after),
                waiting=number(waiting, language),
                then=number(then, language),
            )
        )
        _button(
            words.USE_LEARNT.in_(language),
            lambda: weighting.accept(store, learnt, session.workspace().writer),
        )
    if chosen and chosen[-1].learnt:
        latest = chosen[-1]
        said = words.OUTDATED if latest.outdated else words.IN_USE
        st.caption(say(said, version=latest.version, by=latest.by, at=moment(latest.at, language)))
    if chosen and chosen[-1].learnt and not chosen[-1].outdated:
        _button(words.GO_BACK.in_(language), lambda: weighting.go_back(store, session.workspace().writer))


def _phrases(found: Similar) -> None:
    space, language = session.workspace(), session.language()
    st.markdown(f"**{say(words.SYNONYMS)}**")
    for proposal in synonyms.proposals(found.made, found.comparison.features, found.lexicon):
        st.markdown(
            say(
                words.MAY_MEAN,
                phrase=f"**{plain(proposal.phrase)}**",
                concept=plain(proposal.label.in_(language)),
            )
            + " "
            + plain(" ".join(reason.in_(language) for reason in proposal.reasons[:2]))
        )
        _button(
            say(words.ACCEPT_SYNONYM, phrase=proposal.phrase),
            lambda one=proposal: synonyms.add_synonym(  # type: ignore[misc]
                space.store, found.lexicon, one.phrase, one.concept, space.writer
            ),
        )
    labels = {concept.name: concept.label.in_(language) for concept in found.knowledge.concepts}
    with st.form("synonym", clear_on_submit=True):
        one, two, three = st.columns([3, 4, 2], vertical_alignment="bottom")
        phrase = one.text_input(say(words.PHRASE))
        concept = two.selectbox(
            say(words.MEANS), sorted(labels, key=labels.__getitem__), format_func=labels.__getitem__
        )
        added = three.form_submit_button(say(words.ADD))
    if added and phrase.strip() and concept:
        synonyms.add_synonym(space.store, found.lexicon, phrase, concept, space.writer)
        st.rerun()
    for known in synonyms.synonyms(space.store):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(
                f"{plain(known.phrase)} = {plain(labels.get(known.concept, known.concept))}", width="content"
            )
            st.caption(f"{plain(known.by)}, {moment(known.at, language)}", width="content")
            _button(
                say(words.REMOVE, phrase=known.phrase),
                lambda one=known: synonyms.remove_synonym(space.store, one.id, space.writer),  # type: ignore[misc]
            )


def _button(label: str, act: Callable[[], object]) -> None:
    if st.button(label, key=f"do.{label}"):
        act()
        st.rerun()
